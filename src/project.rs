//! A group's record on one day: the whole pipeline from a tree to pages, as one value.

use rayon::prelude::*;

use crate::check::{Comparison, Report, check, compare, rules};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::page::{Book, Page, Theme, render, routes};
use crate::site::{Given, Site};
use crate::text::Date;
use crate::tree::Tree;

/// What the caller wants of a project, beside the content.
#[derive(Debug, Clone)]
pub struct Options {
    /// The day on which the record is looked at.
    pub today: Date,
    /// Whether drafts are part of it.
    pub drafts: bool,
    /// An address in place of the configured one: for previews.
    pub base_url: Option<String>,
}

/// The record of one day: read, linked, checked, ready to be shown.
#[derive(Debug)]
pub struct Project {
    pub tree: Tree,
    pub site: Site,
    pub report: Report,
    pub theme: Theme,
    /// What the project is a change of; `None` when it is looked at by itself.
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

impl Project {
    /// The project in `tree`. Total: what is wrong stands in the report.
    pub fn of(tree: Tree, options: &Options) -> Project {
        let (theme, site) = read(&tree, options, None);
        let report = check(&site, None);
        Project { tree, site, report, theme, base: None }
    }

    /// The project in `tree` as a change of `base`: every finding of its report says how it stands to those of the base.
    pub fn since(tree: Tree, base: Tree, options: &Options) -> Project {
        let (theme, site) = read(&tree, options, None);
        let (_, before) = read(&base, options, Some(&site));
        let (report, of_base) = rayon::join(|| check(&site, Some(&before)), || check(&before, None));
        let (report, comparison) = compare(&site, report, &before, &of_base);
        Project { tree, site, report, theme, base: Some(Base { tree: base, site: before, comparison }) }
    }

    /// What the pages are made from.
    pub fn book(&self) -> Book<'_> {
        Book::new(&self.site, &self.report, &self.theme, &self.tree)
    }
}

/// The theme and the site in `tree`; what `like` has already is not parsed again.
fn read(tree: &Tree, options: &Options, like: Option<&Site>) -> (Theme, Site) {
    let rules = rules::names();
    let (mut config, profile, mut problems) = Config::load(tree, &rules);
    let (theme, of_theme) = Theme::load(tree, config.accent.as_deref());
    problems.extend(of_theme);
    if let Some(address) = &options.base_url {
        config.base_url = Some(format!("{}/", address.trim_end_matches('/')));
    }
    let given = Given { config, profile, problems, rules, today: options.today, drafts: options.drafts };
    (theme, Site::read(tree, given, like))
}

/// Every page of `book`, made in parallel, in no order.
pub fn pages<'a>(book: &'a Book<'a>) -> impl ParallelIterator<Item = Result<Page, Box<Diagnostic>>> + 'a {
    routes(book).into_par_iter().map(|(_, route)| render(book, &route))
}
