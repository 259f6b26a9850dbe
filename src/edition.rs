//! One edition of a group's record: the whole pipeline from a tree to pages, as one value.

use rayon::prelude::*;

use crate::change::Change;
use crate::check::rules::meanings;
use crate::check::{Comparison, Report, check, compare, rules};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::page::{Book, Page, Theme, render, routes};
use crate::site::{Given, Site};
use crate::text::Date;
use crate::tree::Tree;

/// What the caller wants of an edition, beside the content.
#[derive(Debug, Clone)]
pub struct Wishes {
    /// The day on which the record is looked at.
    pub today: Date,
    /// Whether drafts are part of it.
    pub drafts: bool,
    /// An address in place of the configured one: for previews.
    pub base_url: Option<String>,
}

/// The record of one day: read, linked, checked, ready to be shown.
#[derive(Debug)]
pub struct Edition {
    pub tree: Tree,
    pub site: Site,
    pub report: Report,
    pub theme: Theme,
    /// What the edition is a change of; `None` when it is looked at by itself.
    pub base: Option<Base>,
}

/// The record that a change starts from, looked at on the same day.
#[derive(Debug)]
pub struct Base {
    pub tree: Tree,
    pub site: Site,
    /// What the change does to the findings.
    pub comparison: Comparison,
}

impl Edition {
    /// The edition of `tree`. Total: what is wrong stands in the report.
    pub fn of(tree: Tree, wishes: &Wishes) -> Edition {
        let (theme, site) = read(&tree, wishes, None);
        let report = check(&site, None);
        Edition { tree, site, report, theme, base: None }
    }

    /// The edition of `tree` as a change of `base`: every finding of its report says how it stands to those of the base.
    pub fn since(tree: Tree, base: Tree, wishes: &Wishes) -> Edition {
        let (theme, site) = read(&tree, wishes, None);
        let (_, before) = read(&base, wishes, Some(&site));
        let change = Change::between(&before, &site);
        let (report, of_base) = rayon::join(|| check(&site, Some(&change)), || check(&before, None));
        let (report, comparison) = compare(&change, (&base, &tree), report, &of_base);
        Edition { tree, site, report, theme, base: Some(Base { tree: base, site: before, comparison }) }
    }

    /// What the pages are made from.
    pub fn book(&self) -> Book<'_> {
        Book::new(&self.site, &self.report, &self.theme, &self.tree)
    }
}

/// The theme and the site in `tree`; what `like` has already is not parsed again.
fn read(tree: &Tree, wishes: &Wishes, like: Option<&Site>) -> (Theme, Site) {
    let rules = rules::names();
    let (mut config, profile, mut problems) = Config::load(tree, &rules, meanings::NEEDED);
    let (theme, of_theme) = Theme::load(tree, config.accent.as_deref());
    problems.extend(of_theme);
    if let Some(address) = &wishes.base_url {
        config.base_url = Some(format!("{}/", address.trim_end_matches('/')));
    }
    let given = Given { config, profile, problems, rules, today: wishes.today, drafts: wishes.drafts };
    (theme, Site::read(tree, given, like))
}

/// Every page of `book`, made in parallel, in no order.
pub fn pages<'a>(book: &'a Book<'a>) -> impl ParallelIterator<Item = Result<Page, Box<Diagnostic>>> + 'a {
    routes(book).into_par_iter().map(|(_, route)| render(book, &route))
}
