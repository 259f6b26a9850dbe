//! From a tree to findings, the way the command line goes.

use candor::diagnostic::Diagnostic;
use candor::diagnostic::human::{self, Style};
use candor::edition::{Edition, Wishes};
use candor::id::ContentPath;
use candor::text::{Date, parse_date};
use candor::tree::Tree;

/// The day on which every fixture is looked at.
pub fn today() -> Date {
    parse_date("2026-11-21").expect("a day of the calendar")
}

/// The edition of `tree`, made as the command line makes it.
pub fn edition(tree: Tree) -> Edition {
    Edition::of(tree, &Wishes { today: today(), drafts: true, base_url: None })
}

/// The edition of `tree` as a change of `base`, made as the command line makes it.
pub fn edition_since(tree: Tree, base: Tree) -> Edition {
    Edition::since(tree, base, &Wishes { today: today(), drafts: true, base_url: None })
}

/// `findings` as the author reads them, without colours.
pub fn shown(findings: &[Diagnostic], tree: &Tree) -> String {
    let source = |path: &ContentPath| tree.text(path.as_str()).cloned();
    let text = human::report(findings, &source, Style { all: true, ..Style::default() });
    format!("{}\n", text.trim_end())
}
