//! The preview is what a build of the same files would publish, whatever was saved before.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command};
use std::sync::Arc;
use std::time::{Duration, Instant};

use candor::id::ContentPath;
use candor::page::{Body, route_at};
use candor::project::{Options, Project, pages};
use candor::tree::{Source, Tree};
use proptest::prelude::*;
use proptest::sample::Index;
use rayon::prelude::*;

use crate::properties::holds;
use crate::support;

/// One save.
#[derive(Debug, Clone)]
enum Save {
    /// A line is taken out of the file.
    Cut(Index, Index),
    /// A line stands twice in it.
    Repeat(Index, Index),
    Append(Index, &'static str),
    Delete(Index),
    /// Under the name of another file with a letter before it, in the same folder.
    Rename(Index),
    /// The file again under such a name.
    Copy(Index),
    /// All files are as they were at the beginning.
    Restore,
}

fn saves() -> impl Strategy<Value = Vec<Save>> {
    let file = any::<Index>;
    let text = prop::sample::select(vec![
        "\nSee [it](nowhere.md), SOW-0001 and @nobody.\n",
        "\n- [ ] @ada Write it down\n",
        "\n[broken\n",
        "",
    ]);
    let save = prop_oneof![
        4 => (file(), file()).prop_map(|(file, line)| Save::Cut(file, line)),
        2 => (file(), file()).prop_map(|(file, line)| Save::Repeat(file, line)),
        2 => (file(), text).prop_map(|(file, text)| Save::Append(file, text)),
        1 => file().prop_map(Save::Delete),
        1 => file().prop_map(Save::Rename),
        1 => file().prop_map(Save::Copy),
        1 => Just(Save::Restore),
    ];
    prop::collection::vec(save, 1..5)
}

fn saved(tree: &Tree, first: &Tree, save: &Save) -> Tree {
    let mut tree = tree.clone();
    let path = |index: &Index| index.get(&tree.sources.keys().cloned().collect::<Vec<_>>()).clone();
    let edited = |path: &ContentPath, edit: &dyn Fn(&mut Vec<String>)| {
        let mut lines: Vec<String> = tree.sources[path].text.split_inclusive('\n').map(str::to_owned).collect();
        edit(&mut lines);
        Source { text: Arc::from(lines.concat()), not_utf8: None }
    };
    let beside = |path: &ContentPath| {
        let folder = if path.folder().is_empty() { String::new() } else { format!("{}/", path.folder()) };
        ContentPath::parse(&format!("{folder}x-{}", path.file_name())).expect("a plain path")
    };
    match save {
        Save::Cut(file, line) => {
            let path = path(file);
            let new = edited(&path, &|lines| {
                if !lines.is_empty() {
                    lines.remove(line.index(lines.len()));
                }
            });
            tree.sources.insert(path, new);
        }
        Save::Repeat(file, line) => {
            let path = path(file);
            let new = edited(&path, &|lines| {
                if !lines.is_empty() {
                    let at = line.index(lines.len());
                    lines.insert(at, lines[at].clone());
                }
            });
            tree.sources.insert(path, new);
        }
        Save::Append(file, text) => {
            let path = path(file);
            let new = edited(&path, &|lines| lines.push((*text).to_owned()));
            tree.sources.insert(path, new);
        }
        Save::Delete(file) => drop(tree.sources.remove(&path(file))),
        Save::Rename(file) => {
            let path = path(file);
            let source = tree.sources.remove(&path).expect("it was picked from them");
            tree.sources.insert(beside(&path), source);
        }
        Save::Copy(file) => {
            let path = path(file);
            tree.sources.insert(beside(&path), tree.sources[&path].clone());
        }
        Save::Restore => tree = first.clone(),
    }
    tree
}

/// Every file of the site: its body, or why it cannot be made.
fn made(project: &Project) -> BTreeMap<String, Body> {
    let context = project.context();
    let made = pages(&context).map(|page| match page {
        Ok(page) => (page.path.to_string(), page.body),
        Err(finding) => (finding.path.to_string(), Body::Text(finding.message.clone())),
    });
    made.collect()
}

#[test]
fn after_any_saves_every_page_is_that_of_a_fresh_build() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites/rust-vmm/content");
    let first = Tree::read(&root).expect("the site can be read");
    let options = Options { today: support::today(), drafts: true, base_url: None, index_links: false };
    holds(4, saves(), |saves| {
        let mut tree = first.clone();
        let mut shown = Project::linked(tree.clone(), &options, None).checked();
        for save in &saves {
            let now = saved(&tree, &first, save);
            let before = std::mem::replace(&mut tree, now);
            if let Some(glance) = at_a_glance(&shown, &before, &tree) {
                // Others may say of it what was so before, but nothing fails.
                prop_assert!(glance.report.is_pending);
                made(&glance);
            }
            let linked = Project::linked(tree.clone(), &options, Some(&shown));
            prop_assert!(linked.report.is_pending);
            // Sometimes the next save comes before the check has ended.
            shown = if matches!(save, Save::Append(..)) { linked } else { linked.checked() };
        }
        // What is known at once is shown without harm, on every page.
        made(&Project::linked(tree.clone(), &options, Some(&shown)));
        let (shown, fresh) = (shown.checked(), Project::of(tree, &options));
        prop_assert!(!shown.report.is_pending);
        prop_assert_eq!(&shown.report.findings, &fresh.report.findings);
        prop_assert_eq!(&shown.report.waived, &fresh.report.waived);
        let (shown, fresh) = (made(&shown), made(&fresh));
        prop_assert_eq!(shown.keys().collect::<Vec<_>>(), fresh.keys().collect::<Vec<_>>());
        for (path, body) in &fresh {
            prop_assert!(shown[path] == *body, "{path} differs");
        }
        Ok(())
    });
}

/// What can be had at a glance of `shown`, which is what `before` gives, once the files are those of `tree`.
fn at_a_glance(shown: &Project, before: &Tree, tree: &Tree) -> Option<Project> {
    let is_new = |(path, source): &(&ContentPath, &Source)| before.sources.get(*path) != Some(*source);
    let changed = tree.sources.iter().filter(is_new).map(|(path, source)| (path.clone(), source.clone())).collect();
    if before.sources.keys().eq(tree.sources.keys()) { shown.at_a_glance(changed) } else { None }
}

/// At records of each site: a sentence more, with a link that leads to another record, and another vote where there is one.
#[test]
fn at_a_glance_a_saved_record_is_as_a_fresh_build_has_it() {
    let (mut had, mut all) = (0, 0);
    for site in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites")).expect("there are sites") {
        let tree = Tree::read(&site.expect("a site").path().join("content")).expect("the site can be read");
        let options = Options { today: support::today(), drafts: true, base_url: None, index_links: false };
        let shown = Project::of(tree.clone(), &options);
        let records: Vec<&ContentPath> = shown.site.entries.iter().map(|entry| &entry.path).collect();
        let to = &records[records.len() / 2];
        for path in records.iter().filter(|path| path != &to).step_by(4) {
            let mut now = tree.clone();
            let text = format!("{}\n\nOne sentence [more](/{to}).\n", tree.sources[*path].text);
            let text = text.replacen("value = \"yes\"", "value = \"no\"", 1);
            now.sources.insert((*path).clone(), Source { text: text.into(), not_utf8: None });
            all += 1;
            let Some(glance) = at_a_glance(&shown, &tree, &now) else { continue };
            had += 1;
            let fresh = Project::linked(now, &options, Some(&shown));
            assert_eq!(glance.report.findings, fresh.report.findings, "{path}");
            let page = |project: &Project| {
                let entry = project.site.at_path(path).expect("it is there");
                let (title, links) = (entry.title.clone(), entry.links.clone());
                let address = format!("{}index.html", entry.address);
                let context = project.context().for_preview();
                let route = route_at(&context, &address).expect("it has a page");
                let page = candor::page::render(&context, route).expect("it can be made");
                (title, links, page.body)
            };
            assert!(page(&glance) == page(&fresh), "{path}");
        }
    }
    assert!(had > 60 && had * 10 > all * 9, "{had} of {all}");
}

#[test]
fn an_address_has_a_page_where_a_build_writes_one_and_nowhere_else() {
    let mut lacking = 0;
    for site in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites")).expect("there are sites") {
        let root = site.expect("a site").path().join("content");
        let tree = Tree::read(&root).expect("the site can be read");
        let base_url = Some("https://example.org/record/".to_owned());
        let options = Options { today: support::today(), drafts: true, base_url, index_links: false };
        let project = Project::of(tree, &options);
        let written = made(&project);
        // As the preview has it, which makes one page at a time.
        let context = project.context().for_preview();
        let places = project.site.places.all().iter().map(|(path, _)| path.as_str());
        for path in places.chain(written.keys().map(String::as_str)) {
            let is_there = route_at(&context, path).is_some();
            lacking += usize::from(!is_there);
            assert_eq!(is_there, written.contains_key(path), "{}: {path}", root.display());
        }
    }
    assert!(lacking > 100, "{lacking}");
}

#[test]
fn until_the_check_ends_a_page_says_so_and_shows_what_is_known() {
    let tree = |ada: &str| {
        Tree::fixture(&format!(
            "-- people/ada.md --\n+++\nname = \"Ada\"\n{ada}+++\n-- people/ben.md --\n+++\nnmae = \"Ben\"\n+++\n"
        ))
    };
    let options = Options { today: support::today(), drafts: true, base_url: None, index_links: false };
    let before = Project::of(tree(""), &options);
    let linked = Project::linked(tree("colour = \"red\"\n"), &options, Some(&before));
    let found = |project: &Project, path: &str| {
        let path = ContentPath::parse(path).expect("a plain path");
        project.report.of(&path).map(|finding| finding.rule).collect::<Vec<_>>()
    };
    assert!(found(&linked, "people/ada.md").contains(&"unknown-key"), "what is wrong with the saved file by itself");
    assert_eq!(found(&linked, "people/ben.md"), found(&before, "people/ben.md"), "what was found in the others");
    let page = |project: &Project| {
        support::texts(&support::files(project)["editors/findings/people/ada.md/index.html"], "main").concat()
    };
    let words = "The check of your last change is still running.";
    assert!(page(&linked).contains(words));
    assert!(!page(&linked.checked()).contains(words));
    assert!(page(&linked.checked()).contains("colour"));
}

/// A running `candor serve`, which ends with the test.
struct Serving(Child);

impl Drop for Serving {
    fn drop(&mut self) {
        drop(self.0.kill());
        drop(self.0.wait());
    }
}

/// Waits until `is_so`; the test fails where it never is.
fn wait_until(what: &str, is_so: impl Fn() -> bool) {
    let since = Instant::now();
    while !is_so() {
        assert!(since.elapsed() < Duration::from_secs(60), "{what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn what_no_page_shows_is_no_change_not_even_what_the_preview_itself_prints_there() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let write = |path: &str, text: &str| {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the folder can be made");
        fs::write(path, text).expect("the file can be written");
    };
    write("candor.toml", "title = \"Makers\"\n");
    write("index.md", "# Makers\n");
    write("static/mark.bin", "1234");
    write("serve.log", "");
    let log = || File::options().append(true).open(folder.path().join("serve.log")).expect("it is there");
    let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
    command.arg("serve").arg(folder.path()).stdout(log()).stderr(log());
    let _serving = Serving(command.spawn().expect("the program starts"));
    let said = || fs::read_to_string(folder.path().join("serve.log")).expect("it can be read");
    let rests = || {
        let before = said();
        std::thread::sleep(Duration::from_millis(700));
        said() == before
    };
    wait_until("it serves and rests", || said().contains("serving") && rests());
    for (path, text) in [("index.md", "# The makers\n"), ("static/mark.bin", "4321")] {
        write(path, text);
        wait_until(path, || said().contains(path));
        wait_until("it rests", rests);
        assert!(said().lines().count() < 20, "{}", said());
    }
    let before = said();
    write("index.md", "# The makers\n");
    File::options().append(true).open(folder.path().join("serve.log")).unwrap().write_all(b"by hand\n").unwrap();
    std::thread::sleep(Duration::from_millis(700));
    assert_eq!(said(), before + "by hand\n");
}
