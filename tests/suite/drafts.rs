//! A draft that is mistyped is not published, and what is no draft is.

use candor::project::{Options, Project};
use candor::tree::Tree;

use crate::support::{files, today};

const SITE: &str = "-- candor.toml --\ntitle = \"Example group\"\n-- index.md --\n# Home\n\nWelcome.\n";

fn project(record: &str, drafts: bool) -> Project {
    let tree = Tree::fixture(&format!("{SITE}{record}"));
    Project::of(tree, &Options { today: today(), drafts, base_url: None, index_links: false })
}

/// Front matters, with their fences, of files that were meant as drafts and are not marked as one.
const MISTYPED: &[&str] = &[
    // Another key, or nearly the same.
    "+++\ntitle = \"T\"\nDraft = true\n+++",
    "+++\ntitle = \"T\"\nDRAFT = true\n+++",
    "+++\ntitle = \"T\"\ndrafts = true\n+++",
    "+++\ntitle = \"T\"\ndarft = true\n+++",
    "+++\ntitle = \"T\"\ndrft = true\n+++",
    "+++\ntitle = \"T\"\ndraft_ = true\n+++",
    "+++\ntitle = \"T\"\nis_draft = true\n+++",
    "+++\ntitle = \"T\"\nx-draft = true\n+++",
    "+++\ntitle = \"T\"\ndraft-only = true\n+++",
    "+++\ntitle = \"T\"\n\"draft \" = true\n+++",
    "+++\ntitle = \"T\"\n\"dr\u{430}ft\" = true\n+++",
    "+++\ntitle = \"T\"\nentwurf = true\n+++",
    "+++\ntitle = \"T\"\npublished = false\n+++",
    "+++\ntitle = \"T\"\npublish = \"no\"\n+++",
    "+++\ntitle = \"T\"\nhidden = true\n+++",
    "+++\ntitle = \"T\"\nunpublished = 1\n+++",
    // The right key with a value that is not read.
    "+++\ntitle = \"T\"\ndraft = \"true\"\n+++",
    "+++\ntitle = \"T\"\ndraft = \"yes\"\n+++",
    "+++\ntitle = \"T\"\ndraft = \"\"\n+++",
    "+++\ntitle = \"T\"\ndraft = \"false\"\n+++",
    "+++\ntitle = \"T\"\ndraft = 1\n+++",
    "+++\ntitle = \"T\"\ndraft = 0\n+++",
    "+++\ntitle = \"T\"\ndraft = [true]\n+++",
    "+++\ntitle = \"T\"\ndraft = { unknown = \"who knows\" }\n+++",
    "+++\ntitle = \"T\"\ndraft = 2026-12-01\n+++",
    "+++\ntitle = \"T\"\ndraft.state = true\n+++",
    "+++\ntitle = \"T\"\n[draft]\n+++",
    "+++\ntitle = \"T\"\n[[draft]]\nof = \"sow\"\n+++",
    "+++\ntitle = \"T\"\n[page]\ndraft = true\n+++",
    "+++\ntitle = \"T\"\npage = { draft = true }\n+++",
    "+++\ntitle = \"T\"\npages = [{ draft = true }]\n+++",
    // Broken TOML.
    "+++\ntitle = \"T\"\ndraft = yes\n+++",
    "+++\ntitle = \"T\"\ndraft true\n+++",
    "+++\ntitle = \"T\"\ndraft\n+++",
    "+++\ntitle = \"T\"\ndraft: true\n+++",
    "+++\ntitle = \"T\"\ndraft == true\n+++",
    "+++\ntitle = \"T\"\ndraft =\n+++",
    "+++\ntitle = \"T\"\ndraft = \u{201c}true\u{201d}\n+++",
    "+++\ntitle = \"\"\"T\ndraft = yes\n+++",
    "+++\ntags = [\"a\"\ndraft = yes\n+++",
    "+++\ntitle = \"T\"\ndraft = false\ndraft = true\n+++",
    // Fences that are none.
    "+++\ntitle = \"T\"\ndraft = true\n",
    "+++\ntitle = \"T\"\ndraft = true\n---",
    "---\ntitle: T\ndraft: yes\n---",
    "---\ntitle: T\npublished: false\n---",
    "---\ntitle = \"T\"\ndraft = true\n---",
    "---\ndraft:true\n---",
    "---\ntitle: T\ndraft: true\n",
    "~~~\ndraft = true\n~~~",
    "```toml\ndraft = true\n```",
    "+++\rtitle = \"T\"\rdraft = true\r+++\r",
    "# A comment\n+++\ndraft = true\n+++",
    "title = \"T\"\ndraft = true",
    "title: T\ndraft: true",
    "\u{2014}\ndraft: true\n\u{2014}",
    "+++\ntitle = \"T\"\n+++\ndraft = true",
];

/// Drafts that are marked as they should be, or nearly, some of them behind what readers do not see.
const MARKED: &[&str] = &[
    "+++\n+++\ntitle = \"T\"\ndraft = true\n+++",
    "+++\ntitle = \"T\ndraft = tru\n+++",
    "+++\ntitle = \"T\"\ndraft = True\n+++",
    "+++\ntitle = \"T\"\ndraft = true\n+++",
    "\n+++\ntitle = \"T\"\ndraft = true\n+++",
    " \n\t\n+++\ntitle = \"T\"\ndraft = true\n+++",
    " +++\ntitle = \"T\"\ndraft = true\n+++",
    "\u{feff}\u{feff}+++\ntitle = \"T\"\ndraft = true\n+++",
    "\u{200b}+++\ntitle = \"T\"\ndraft = true\n+++",
    "<!-- To do. -->\n+++\ntitle = \"T\"\ndraft = true\n+++",
    "+++ \r\ntitle = \"T\"\r\ndraft = true\r\n+++\r\n",
    "++++\ntitle = \"T\"\ndraft = true\n++++",
    "+++toml\ntitle = \"T\"\ndraft = true\n+++",
    "+++\ntitle = \"T\"\ndraft = true\n  +++",
    "+++\ntitle = \"T\ndraft = true\n+++",
];

/// What is no draft, or says that it is none.
const PUBLISHED: &[&str] = &[
    "",
    "+++\ntitle = \"T\"\n+++",
    "+++\ntitle = \"T\"\ndraft = false\n+++",
    "+++\ntitle = \"T\"\nDraft = false\n+++",
    "+++\ntitle = \"Draft of the charter\"\n+++",
    "+++\ntitle = \"draft = true\"\n+++",
    "+++\ntitle = \"T\"\nsummary = \"How to mark a draft: draft = true\"\ntags = [\"draft\"]\n+++",
    "+++\ntitle = \"T\"\n# draft = true\n+++",
    "+++\ntitle = \"T\"\nx-drafted-by = \"Ada\"\nx-published = 2026-01-05\n+++",
    "+++\ntitle = \"T\"\nunheard = \"of\"\nstatus = \"draft\"\n+++",
    "+++\ntitle = \"T\ntags = [\"a\"]\n+++",
    "+++\ntitle = \"T\"\ntags = [\"a\"\n+++",
    "+++\ntitle = T\ndraft = false\n+++",
    "+++\ntitle = \"T\"\nsummary = \n+++",
    "---\ntitle: T\n---",
    "---\ntitle: T\ndraft: false\npublished: 2026-01-05\n---",
    "---\n\nA line before the text.",
    "# How to keep a record\n\n```toml\ndraft = true\n```",
    "# How to keep a record\n\n---\n\nA draft is left out.",
    "The draft: a story of two groups.",
    "# A page\n\nWrite `draft = true` to hold a file back.",
    "+++\ntitle = \"T\"\n+++\n\nThe draft = true line holds a file back, says the manual.",
];

/// One site of files that begin with `fronts`: for each, the pages that speak of it and the rules that found something in it.
fn traces(fronts: &'static [&str]) -> Vec<(&'static str, Vec<String>, Vec<&'static str>)> {
    let record = |(at, front): (usize, &&str)| format!("-- secret-{at}x.md --\n{front}\n\nThe canary {at}x.\n");
    let project = project(&fronts.iter().enumerate().map(record).collect::<String>(), false);
    let site = files(&project);
    let of_file = |(at, front): (usize, &&'static str)| {
        let (name, canary) = (format!("secret-{at}x"), format!("canary {at}x"));
        let speaks =
            |(path, text): &(&String, &String)| path.contains(&name) || text.contains(&name) || text.contains(&canary);
        let pages = site.iter().filter(speaks).map(|(path, _)| path.clone()).collect();
        let findings = project.report.findings.iter();
        (*front, pages, findings.filter(|it| it.path.as_str().contains(&name)).map(|it| it.rule).collect())
    };
    fronts.iter().enumerate().map(of_file).collect()
}

#[test]
fn a_draft_that_is_mistyped_is_not_published_and_its_author_learns_why() {
    let mut traces = traces(MISTYPED);
    traces.retain(|(_, pages, rules)| !pages.is_empty() || !rules.contains(&"possible-draft"));
    assert!(traces.is_empty(), "{traces:#?}");
}

#[test]
fn a_draft_may_stand_behind_what_readers_do_not_see() {
    let mut traces = traces(MARKED);
    traces.retain(|(_, pages, rules)| !pages.is_empty() || !rules.is_empty());
    assert!(traces.is_empty(), "{traces:#?}");
}

#[test]
fn what_is_no_draft_is_published() {
    let mut traces = traces(PUBLISHED);
    traces.retain(|(_, pages, rules)| {
        rules.contains(&"possible-draft") || !pages.iter().any(|page| page.starts_with("secret-"))
    });
    assert!(traces.is_empty(), "{traces:#?}");
}

#[test]
fn a_file_in_doubt_is_shown_with_the_drafts() {
    let record = "-- plan.md --\n+++\ntitle = \"Plan\"\ndrafts = true\n+++\n\nNot yet.\n";
    let page = files(&project(record, true)).remove("plan/index.html").expect("the page is there");
    assert!(page.contains("Not yet.") && page.to_lowercase().contains("draft"));
}

#[test]
fn what_refers_to_a_file_in_doubt_is_told_that_it_is_not_there() {
    let record = "-- sow/0001-lists.md --\n+++\ntitle = \"Lists\"\ndraft = \"true\"\n+++\n-- a.md --\n# A page\n\nSee SOW-0001 and [it](sow/0001-lists.md).\n";
    let project = project(record, false);
    let on_page: Vec<&str> =
        project.report.findings.iter().filter(|it| it.path.as_str() == "a.md").map(|it| it.rule).collect();
    assert_eq!(on_page, ["unknown-reference", "broken-link"]);
    assert!(!files(&project)["a/index.html"].contains("href=\"../sow/0001"), "nothing leads to it");
}
