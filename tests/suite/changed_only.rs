//! A preview that holds only what differs from the published site: which pages that are, and where its links lead.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use candor::change::Change;
use candor::diff::Diff;
use candor::id::ContentPath;
use candor::page::{Body, Page, Review, excerpt};
use candor::project::{Edition, Options, Project};
use candor::tree::Tree;
use scraper::{Html, Selector};

use crate::edits::{Files, apply, golden, root, tree};
use crate::preview_edition::{after, before, build, files, repository};
use crate::support::{git, today};

const PUBLISHED: &str = "https://published.example/iwg/";
const PREVIEW: &str = "https://example.net/previews/12/";

fn options() -> Options {
    Options { today: today(), drafts: false, base_url: Some(PREVIEW.to_owned()), index_links: false }
}

/// The bytes of every file of the site in `tree` by itself.
fn whole(tree: Tree) -> BTreeMap<String, Vec<u8>> {
    let project = Project::of(tree, &options());
    let context = project.context();
    let pages = candor::page::routes(&context).into_iter();
    let pages =
        pages.map(|(_, route)| candor::page::render(&context, route).unwrap_or_else(|it| panic!("{}", it.message)));
    pages.map(named).collect()
}

fn named(page: Page) -> (String, Vec<u8>) {
    let bytes = match page.body {
        Body::Bytes(bytes) => bytes.to_vec(),
        Body::Text(text) => text.into_bytes(),
        Body::OnDisk(file) => fs::read(file).expect("it is there"),
    };
    (page.path.to_string(), bytes)
}

/// Where the pages are that `after` changes, the files of a preview of them alone, and where those of a preview of all are.
fn part(before: &Tree, after: &Tree) -> (Vec<ContentPath>, BTreeMap<String, Vec<u8>>, BTreeSet<String>) {
    let project = Project::since(after.clone(), before.clone(), &options());
    let base = project.base.as_ref().expect("it has a base");
    let change = Change::between(&base.site, &project.site);
    let findings = (&project.report, &base.comparison);
    let diff = Diff::of(&change, (&base.tree, &project.tree), findings, Vec::new());
    let edition = Edition::of(&project, "PR 12");
    let changed = edition.changed(&project, &base.told(), &|file| fs::read(file).ok());
    let context = edition.context(&project.tree, Review::new(&diff, &base.site, Some(PUBLISHED)));
    let made = excerpt(&context, PUBLISHED, &changed, &|file| fs::read(file).ok())
        .unwrap_or_else(|it| panic!("{}", it.message));
    let made = made.into_iter().map(named).collect();
    let all = candor::page::routes(&context).into_iter().map(|(path, _)| path.to_string()).collect();
    (changed, made, all)
}

/// What two builds of the whole site differ in, by where it is in the second. The search is one for the whole site: a preview of a
/// part leads to that of the published one.
fn differences(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> BTreeSet<String> {
    let differs =
        |(path, bytes): &(&String, &Vec<u8>)| before.get(*path) != Some(*bytes) && !path.starts_with("search/");
    after.iter().filter(differs).map(|(path, _)| path.clone()).collect()
}

/// The addresses that the page `html` links to or uses.
fn addresses(html: &str) -> Vec<String> {
    let html = Html::parse_document(html);
    let of = |selector: &str, name: &str| -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        html.select(&selector).filter_map(|element| element.attr(name).map(str::to_owned)).collect()
    };
    let refresh = of("meta[http-equiv=refresh]", "content").into_iter().map(|it| it.replacen("0; url=", "", 1));
    [of("[href]", "href"), of("[src]", "src"), of("[poster]", "poster")].concat().into_iter().chain(refresh).collect()
}

/// What of `made` leads to nothing: neither in the preview nor, for the whole address of a published page, on the `published` site.
fn lost(made: &BTreeMap<String, Vec<u8>>, published: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    let mut lost = Vec::new();
    for (path, bytes) in made.iter().filter(|(path, _)| path.ends_with(".html")) {
        for address in addresses(&String::from_utf8_lossy(bytes)) {
            let from = url::Url::parse(PREVIEW).and_then(|it| it.join(path)).expect("an address");
            let Ok(to) = from.join(&address) else { continue };
            let to = to.as_str().split(['#', '?']).next().unwrap_or_default();
            let file = |below: &str| {
                let path = percent_encoding::percent_decode_str(below).decode_utf8_lossy().into_owned();
                if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path }
            };
            let is_there = match (to.strip_prefix(PREVIEW), to.strip_prefix(PUBLISHED)) {
                (Some(below), _) => made.contains_key(&file(below)),
                (None, Some(below)) => published.contains_key(&file(below)),
                (None, None) => true,
            };
            if !is_there {
                lost.push(format!("{path}: {address}"));
            }
        }
    }
    lost
}

/// The change is previewed in part: exactly what differs is in it, and all its links lead somewhere.
fn holds(name: &str, before: &Tree, after: &Tree) {
    let (base, head) = (whole(before.clone()), whole(after.clone()));
    let (changed, made, all) = part(before, after);
    let changed: BTreeSet<String> = changed.iter().map(ToString::to_string).collect();
    // A preview has no feeds, so that none can be picked.
    let mut differing = differences(&base, &head);
    differing.retain(|path| all.contains(path));
    assert_eq!(changed, differing, "{name}");
    assert_eq!(lost(&made, &base), Vec::<String>::new(), "{name}");
    for path in changed.iter().filter(|path| all.contains(*path)) {
        assert!(made.contains_key(path), "{name}: {path} is not in the preview");
    }
    let is_added = |path: &&String| path.ends_with(".html") && !changed.contains(*path);
    let added: Vec<&String> = made.keys().filter(is_added).collect();
    assert_eq!(added, ["preview-changes/index.html"], "{name}");
}

#[test]
fn it_has_the_pages_that_differ_between_two_builds_and_no_others() {
    for name in ["many-at-once", "record-renamed", "profile-changed", "theme-changed", "typo", "nothing"] {
        let text = fs::read_to_string(root().join("tests/diff").join(name).join("change.txt")).expect("a change");
        let edits = text.split_once("== change\n").map_or("", |(_, edits)| edits);
        let edits = edits.split_once("\n== ").map_or(edits.to_owned(), |(part, _)| format!("{part}\n"));
        let base: Files = golden("llvm-iwg");
        let mut head = base.clone();
        if let Some((_, of_base)) = text.split_once("== base\n") {
            apply(name, &mut head, &format!("{}\n", of_base.split_once("\n== ").map_or(of_base, |(part, _)| part)));
        }
        let base = head.clone();
        apply(name, &mut head, &edits);
        holds(name, &tree(&base), &tree(&head));
    }
}

/// The `number`th run of letters in the body of `text` in other words; `None` where there are not so many.
fn reworded(text: &str, number: usize) -> Option<String> {
    let start = text.match_indices("\n+++\n").last().map_or(0, |(at, fence)| at + fence.len());
    let words = text[start..].split(|letter: char| !letter.is_alphabetic()).filter(|word| word.len() > 3);
    let word = words.into_iter().nth(number)?;
    let at = word.as_ptr().addr() - text.as_ptr().addr();
    Some(format!("{}other{}", &text[..at], &text[at + word.len()..]))
}

#[test]
fn a_word_in_any_place_of_any_text_is_on_the_pages_that_show_it() {
    let site: Files = golden("llvm-iwg");
    let texts: Vec<&String> = site.keys().filter(|path| path.ends_with(".md")).collect();
    for number in 0..12 {
        // Another text each time, and another place in it: in a heading, a link, a task, the words between them.
        let path = texts[number * 7 % texts.len()];
        let Some(other) = reworded(&site[path], number * 5 % 23) else { continue };
        let mut head = site.clone();
        head.insert(path.clone(), other);
        holds(path, &tree(&site), &tree(&head));
    }
}

#[test]
fn words_of_which_nothing_else_speaks_are_on_one_page() {
    let head = before().replace("We ask who", "We ask again who");
    let (changed, ..) = part(&Tree::fixture(&before()), &Tree::fixture(&head));
    let changed: Vec<String> = changed.iter().map(ToString::to_string).collect();
    assert_eq!(changed, ["decisions/0001/index.html"]);
}

#[test]
fn files_that_its_pages_use_are_in_it_and_those_of_other_pages_are_not() {
    let site = before()
        + "-- static/own.css --\nbody { background: url('pictures/paper.svg') }\n\
           -- static/pictures/paper.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n\
           -- static/pictures/other.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n\
           -- decisions/mail.txt --\nMail.\n-- decisions/lists.txt --\nLists.\n";
    let site = site.replace("headers = true\n", "headers = true\nstyle = \"static/own.css\"\n");
    let site = site.replace("Mail.", "Mail: [all](mail.txt).").replace("the old lists.", "the [old](lists.txt) lists.");
    let is = site.replace("We ask who", "We ask again who");
    let (_, made, _) = part(&Tree::fixture(&site), &Tree::fixture(&is));
    for path in ["own.css", "pictures/paper.svg", "decisions/lists.txt", "robots.txt", "_headers"] {
        assert!(made.contains_key(path), "{path}: {:?}", made.keys());
    }
    for path in ["pictures/other.svg", "decisions/mail.txt", "decisions/0002/index.html"] {
        assert!(!made.contains_key(path), "{path}");
    }
    let page = String::from_utf8_lossy(&made["decisions/0001/index.html"]).into_owned();
    assert!(
        page.contains("href=\"https://published.example/iwg/how-we-work/\"") && page.contains("decisions/lists.txt\""),
        "{page}"
    );
    holds("files", &Tree::fixture(&site), &Tree::fixture(&is));
}

#[test]
fn addresses_in_the_text_of_a_page_stay_as_they_are() {
    let with = |text: &str| before().replace("We ask who", text);
    let shown = "`<a href=\"../0002/\">` We ask who";
    let (_, made, _) = part(&Tree::fixture(&before()), &Tree::fixture(&with(shown)));
    let page = String::from_utf8_lossy(&made["decisions/0001/index.html"]).into_owned();
    assert!(page.contains("href=\"../0002/\"&gt;") || page.contains("href=&quot;../0002/&quot;&gt;"), "{page}");
}

fn written(folder: &Path, out: &str, arguments: &[&str]) -> BTreeMap<String, String> {
    let output = build(folder, out, arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    files(&folder.join(out))
}

#[test]
fn the_command_writes_a_part_of_what_it_writes_without() {
    let folder = repository(&before(), &after());
    let preview = ["--base", "HEAD", "--preview", "PR 12", "--base-url", PREVIEW];
    let all = written(folder.path(), "all", &preview);
    let part = written(folder.path(), "part", &[&preview[..], &["--changed-only"]].concat());
    assert!(part.len() < all.len(), "{:?}", part.keys());
    assert!(part.keys().all(|path| all.contains_key(path)));
    assert!(part.contains_key("decisions/0001/index.html") && !part.contains_key("how-we-work/index.html"));
    assert!(part["decisions/0001/index.html"].contains("href=\"https://example.org/iwg/how-we-work/\""));
}

/// Links to the source name the branch that git knows for the files on disk, and must for those of the base.
#[test]
fn whatever_the_branch_is_called_only_what_differs_is_written() {
    let kept = |site: String| {
        site.replacen("headers = true\n", "headers = true\nrepository = \"https://github.com/example/lists\"\n", 1)
    };
    let before = kept(before());
    let folder = repository(&before, &before.replace("the old lists", "the new lists"));
    git(folder.path(), &["branch", "--move", "trunk"]);
    let preview = ["--base", "HEAD", "--preview", "PR 12", "--base-url", PREVIEW, "--changed-only"];
    let part = written(folder.path(), "part", &preview);
    assert!(part["decisions/0001/index.html"].contains("https://github.com/example/lists/blob/trunk/decisions/0001"));
    let pages: Vec<&String> = part.keys().filter(|path| path.ends_with(".html")).collect();
    assert_eq!(pages, ["decisions/0001/index.html", "preview-changes/index.html"]);
}

#[test]
fn it_needs_to_know_where_the_others_are() {
    let without = |site: String| site.replace("base_url = \"https://example.org/iwg/\"\n", "");
    let folder = repository(&without(before()), &without(after()));
    let preview = ["--base", "HEAD", "--preview", "PR 12", "--changed-only"];
    let output = build(folder.path(), "out", &preview);
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && words.contains("--published https://"), "{words}");
    assert!(!folder.path().join("out").exists());
    let part = written(folder.path(), "out", &[&preview[..], &["--published", "https://example.com/a"]].concat());
    assert!(part["decisions/0001/index.html"].contains("href=\"https://example.com/a/how-we-work/\""));
}
