//! One edition of a group's record: the whole pipeline from a tree to pages, as one value.

use rayon::prelude::*;

use crate::check::{Report, check, rules};
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
}

impl Edition {
    /// The edition of `tree`. Total: what is wrong stands in the report.
    pub fn of(tree: Tree, wishes: &Wishes) -> Edition {
        let (mut config, profile, mut problems) = Config::load(&tree, &rules::names());
        let (theme, of_theme) = Theme::load(&tree, config.accent.as_deref());
        problems.extend(of_theme);
        if let Some(address) = &wishes.base_url {
            config.base_url = Some(format!("{}/", address.trim_end_matches('/')));
        }
        let given = Given { config, profile, problems, today: wishes.today, drafts: wishes.drafts };
        let site = Site::read(&tree, given);
        let report = check(&site, None);
        Edition { tree, site, report, theme }
    }

    /// What the pages are made from.
    pub fn book(&self) -> Book<'_> {
        Book::new(&self.site, &self.report, &self.theme, &self.tree)
    }
}

/// Every page of `book`, made in parallel, in no order.
pub fn pages<'a>(book: &'a Book<'a>) -> impl ParallelIterator<Item = Result<Page, Box<Diagnostic>>> + 'a {
    routes(book).into_par_iter().map(|(_, route)| render(book, &route))
}
