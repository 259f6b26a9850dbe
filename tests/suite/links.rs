//! Every link and every fragment of a published site leads somewhere: within the page, to another one, or to a file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use candor::page::Body;
use candor::project::{Options, Project, pages};
use candor::tree::Tree;
use percent_encoding::percent_decode_str;
use rayon::prelude::*;
use scraper::Html;

use crate::support;

/// Where the sites are published: at a root, since the page for wrong addresses names everything from there. No record of
/// the tests links to this host.
const BASE: &str = "https://record.example/";

/// Attributes that hold one address.
const ADDRESSES: [&str; 7] = ["href", "src", "action", "formaction", "poster", "data", "xlink:href"];

/// What a page refers to and what can be referred to in it.
#[derive(Default)]
struct Links {
    to: BTreeSet<String>,
    ids: BTreeSet<String>,
}

fn links(html: &str) -> Links {
    let page = Html::parse_document(html);
    let mut links = Links::default();
    for element in page.root_element().descendent_elements() {
        for (name, value) in element.value().attrs() {
            match name {
                "id" | "name" => drop(links.ids.insert(value.to_owned())),
                "srcset" => {
                    let addresses = value.split(',').filter_map(|one| one.split_whitespace().next());
                    links.to.extend(addresses.map(str::to_owned));
                }
                name if ADDRESSES.contains(&name) => drop(links.to.insert(value.trim().to_owned())),
                _ => {}
            }
        }
    }
    links
}

/// The file and the fragment that `link` on the page at `from` leads to; `None` when it leads away from the site.
fn target(from: &str, link: &str) -> Option<(String, String)> {
    let link = link.strip_prefix(BASE).map_or_else(|| link.to_owned(), |path| format!("/{path}"));
    let (address, fragment) = link.split_once('#').unwrap_or((&link, ""));
    let address = address.split('?').next().unwrap_or_default();
    let scheme = address.split(['/', '?']).next().is_some_and(|first| first.contains(':'));
    if scheme || address.starts_with("//") {
        return None;
    }
    let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let mut parts: Vec<&str> = match address.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => from.split('/').collect::<Vec<_>>().split_last().map_or(Vec::new(), |(_, folder)| folder.to_vec()),
    };
    if address.is_empty() {
        return Some((from.to_owned(), decoded(fragment)));
    }
    for part in address.trim_start_matches('/').split('/') {
        match part {
            "." => {}
            // Above the root there is nothing: a name that no file has.
            ".." => drop(parts.pop().or_else(|| {
                parts.push("..");
                None
            })),
            part => parts.push(part),
        }
    }
    let path = decoded(&parts.join("/"));
    let is_folder = path.is_empty() || path.ends_with('/') || address.ends_with("..") || address.ends_with("/.");
    let file = if is_folder { format!("{}/index.html", path.trim_end_matches('/')) } else { path };
    Some((file.trim_start_matches('/').to_owned(), decoded(fragment)))
}

/// The links that lead nowhere, as `page: link`. `files` are all files of the site, those that are pages with their HTML.
fn broken(files: &BTreeMap<String, Option<String>>) -> Vec<String> {
    let pages: BTreeMap<&str, Links> =
        files.par_iter().filter_map(|(path, html)| Some((path.as_str(), links(html.as_deref()?)))).collect();
    let leads = |from: &str, link: &str| {
        let Some((file, fragment)) = target(from, link) else { return true };
        let is_there = |page: &Links| fragment.is_empty() || fragment == "top" || page.ids.contains(&fragment);
        files.contains_key(&file) && pages.get(file.as_str()).is_none_or(is_there)
    };
    let all = pages.iter().flat_map(|(from, page)| page.to.iter().map(move |link| (*from, link)));
    all.filter(|(from, link)| !leads(from, link)).map(|(from, link)| format!("{from}: {link}")).collect()
}

fn files(tree: Tree) -> BTreeMap<String, Option<String>> {
    let options =
        Options { today: support::today(), drafts: false, base_url: Some(BASE.to_owned()), index_links: false };
    let project = Project::of(tree, &options);
    let context = project.context();
    pages(&context)
        .map(|page| page.unwrap_or_else(|finding| panic!("{}", finding.message)))
        .map(|page| {
            let html = match page.body {
                Body::Text(text) if page.path.as_str().ends_with(".html") => Some(text),
                Body::Text(_) | Body::Bytes(_) | Body::OnDisk(_) => None,
            };
            (page.path.to_string(), html)
        })
        .collect()
}

#[test]
fn a_link_that_leads_nowhere_is_seen() {
    let page = |html: &str| Some(format!("<!doctype html><title>x</title>{html}"));
    let site = BTreeMap::from([
        (
            "index.html".to_owned(),
            page(
                "<p id=here><a href='#here'>1</a><a href='#nothing'>2</a><a href=nowhere/>3</a><a href='a/b/#there'>4</a>\
                 <a href='a/b/index.html#nothing'>5</a><img src=no.png><img srcset='a/x.png 1x, a/y.png 2x'>\
                 <a href='https://record.example/a/b/'>6</a><a href='https://record.example/a/c/'>7</a>\
                 <a href='https://llvm.org/nowhere'>8</a><a href='mailto:a@example.org'>9</a><a href='a/b'>10</a>",
            ),
        ),
        (
            "a/b/index.html".to_owned(),
            page(
                "<p id=there><a href='../../'>1</a><a href='../../../'>2</a><a href='../x.png?v=1'>3</a><a href='/a/b/#%74here'>4</a>",
            ),
        ),
        ("a/x.png".to_owned(), None),
    ]);
    assert_eq!(
        broken(&site),
        [
            "a/b/index.html: ../../../",
            "index.html: #nothing",
            "index.html: a/b",
            "index.html: a/b/index.html#nothing",
            "index.html: a/y.png",
            "index.html: https://record.example/a/c/",
            "index.html: no.png",
            "index.html: nowhere/",
        ]
    );
}

#[test]
fn every_link_and_fragment_of_the_sites_resolves() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let golden = fs::read_dir(root.join("tests/sites")).expect("tests/sites can be read");
    let golden = golden.map(|site| site.expect("its entries too").path().join("content"));
    for folder in golden.chain([root.join("content")]) {
        let files = files(Tree::read(&folder).expect("the site can be read"));
        assert_eq!(broken(&files), Vec::<String>::new(), "{}", folder.display());
    }
}

#[test]
fn a_link_by_an_old_title_leads_to_the_file_with_its_number_and_to_no_other() {
    let fixes = |link: &str| {
        let site = format!(
            "-- p.md --\n+++\ntitle = \"P\"\n+++\n\nSee [it]({link}).\n-- notes/0001-move-the-lists-at-last.md --\n+++\ntitle = \"A\"\n+++\n\
             -- notes/0004-mirror-the-lists.md --\n+++\ntitle = \"B\"\n+++\n-- days/2026-11-03-board.md --\n+++\ntitle = \"C\"\n+++\n"
        );
        let project = support::project(Tree::fixture(&site));
        let broken = project.report.findings.into_iter().filter(|it| it.rule == "broken-link");
        broken.map(|it| it.fix.as_ref().map(|fix| fix.edits[0].text.clone())).collect::<Vec<_>>()
    };
    assert_eq!(fixes("notes/0001-move-lists.md"), [Some("notes/0001-move-the-lists-at-last.md".to_owned())]);
    assert_eq!(fixes("notes/1-old-title.md"), [Some("notes/0001-move-the-lists-at-last.md".to_owned())]);
    for other in ["notes/0002-mirror-the-lists.md", "days/2026-10-03-board.md", "days/2026-11-04-board.md"] {
        assert_eq!(fixes(other), [None], "{other}");
    }
}
