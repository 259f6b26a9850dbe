//! From a tree to findings, the way the command line goes.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use candor::diagnostic::Diagnostic;
use candor::diagnostic::human::{self, Style};
use candor::id::ContentPath;
use candor::page::Body;
use candor::project::{Options, Project, pages};
use candor::text::{Date, parse_date};
use candor::tree::Tree;
use rayon::prelude::*;
use scraper::{Html, Selector};

/// The day on which every fixture is looked at.
pub(crate) fn today() -> Date {
    parse_date("2026-11-21").expect("a day of the calendar")
}

/// The project in `tree`, made as the command line makes it.
pub(crate) fn project(tree: Tree) -> Project {
    Project::of(tree, &Options { today: today(), drafts: true, base_url: None, index_links: false })
}

/// The project in `tree` as a change of `base`, made as the command line makes it.
pub(crate) fn project_since(tree: Tree, base: Tree) -> Project {
    Project::since(tree, base, &Options { today: today(), drafts: true, base_url: None, index_links: false })
}

/// `findings` as the author reads them, without colours.
pub(crate) fn shown(findings: &[Diagnostic], tree: &Tree) -> String {
    let source = |path: &ContentPath| tree.text(path.as_str()).cloned();
    let text = human::report(findings, &source, Style { all: true, ..Style::default() });
    format!("{}\n", text.trim_end())
}

/// What git prints in `folder`, run the same way on every machine.
pub(crate) fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git")
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_SYSTEM", "/dev/null")
        .envs([("GIT_AUTHOR_NAME", "Ada"), ("GIT_AUTHOR_EMAIL", "ada@example.org")])
        .envs([("GIT_COMMITTER_NAME", "Ada"), ("GIT_COMMITTER_EMAIL", "ada@example.org")])
        .envs([("GIT_AUTHOR_DATE", "2026-11-20T12:00:00Z"), ("GIT_COMMITTER_DATE", "2026-11-20T12:00:00Z")])
        .output()
        .expect("git is installed");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Every file of the site of `project` that is made, as text, by its path.
pub(crate) fn files(project: &Project) -> BTreeMap<String, String> {
    let context = project.context();
    pages(&context)
        .map(|page| page.unwrap_or_else(|finding| panic!("{}", finding.message)))
        .filter_map(|page| match page.body {
            Body::Text(text) => Some((page.path.to_string(), text)),
            Body::Bytes(bytes) => Some((page.path.to_string(), String::from_utf8_lossy(&bytes).into_owned())),
            Body::OnDisk(_) => None,
        })
        .collect()
}

/// What the elements of `html` that `selector` picks say, with single spaces.
pub(crate) fn texts(html: &str, selector: &str) -> Vec<String> {
    let page = Html::parse_document(html);
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector)
        .map(|it| it.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}
