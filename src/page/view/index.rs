//! The index of a kind: one table, few columns, rows that read as sentences.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::page::{place, prose};
use crate::site::places::ROWS_PER_PAGE;
use crate::site::{Entry, Follow};
use crate::text::capitalised;
use crate::words;

use super::View;
use super::chrome::Head;
use super::inventory::{areas, brief, chairs};
use super::kind::{self, ColumnView, Order};
use super::part::{Part, spoken_id};
use super::strip::place_of;

pub(crate) fn index(view: &View, kind: Kind, number: usize) -> Result<String, Diagnostic> {
    let site = view.site;
    let introduction = site.introduction(place::folder(site, kind));
    let mut entries = site.listed(kind);
    order(kind, &mut entries);
    let count = entries.len();
    let first = (number - 1) * ROWS_PER_PAGE;
    let shown = &entries[first.min(count)..(first + ROWS_PER_PAGE).min(count)];
    let is_inventory = kind == Kind::Service && count <= ROWS_PER_PAGE;
    let title = introduction.and_then(|entry| entry.stated_title().map(str::to_owned));
    let title = title.unwrap_or_else(|| capitalised(&view.plural(kind)));
    let (columns, rows) = table(view, kind, if is_inventory { &[] } else { shown }, count <= ROWS_PER_PAGE);
    let it = given! {
        kind: kind.name(),
        singular: view.singular(kind),
        count,
        // The introduction's text as HTML.
        text: introduction.map(|entry| prose::prose(view, entry).body).unwrap_or_default(),
        lede: introduction.and_then(|entry| entry.common.summary.get().cloned()),
        columns,
        rows,
        states: states(view, kind, &entries),
        pages: pages(view, kind, number, count),
        feed: view.feed(Follow::Kind(kind)),
        areas: if is_inventory { areas(view, &entries) } else { Vec::new() },
        views: if is_inventory { super::levels::views(view) } else { Vec::new() },
        dependencies: if is_inventory { view.dependencies() } else { None },
        chairs: if is_inventory { chairs(&entries) } else { Vec::new() },
        title: title.clone(),
    };
    let of_page = if number > 1 { words::numbered_page(&title, number) } else { title };
    let head = Head {
        description: it.lede.clone(),
        section: Some(kind),
        follow: vec![Follow::Kind(kind)],
        ..Head::titled(&of_page)
    };
    view.fill(if is_inventory { "inventory.html" } else { "index.html" }, head, &it)
}

/// The columns and the rows of `entries`. Where all of them are on one page, a column in which there is nothing is left out.
fn table(view: &View, kind: Kind, entries: &[&Entry], is_all: bool) -> (Vec<ColumnView>, Vec<impl Serialize>) {
    let columns = columns(view, kind);
    let cells: Vec<Vec<Vec<Part>>> = entries.iter().map(|entry| view.cells(entry)).collect();
    // The first column is the heading of the row.
    let is_kept = |at: usize| at == 0 || !is_all || cells.is_empty() || cells.iter().any(|row| !row[at - 1].is_empty());
    let kept: Vec<bool> = (0..columns.len()).map(is_kept).collect();
    let lean = |row: Vec<Vec<Part>>| -> Vec<Vec<Part>> {
        row.into_iter().zip(&kept[1..]).filter(|(_, kept)| **kept).map(|(cell, _)| cell).collect()
    };
    let rows = entries.iter().zip(cells).map(|(entry, cells)| row(view, entry, lean(cells))).collect();
    let columns = columns.into_iter().zip(&kept).filter(|(_, kept)| **kept).map(|(column, _)| column).collect();
    (columns, rows)
}

/// What readers look for first comes first.
fn order(kind: Kind, entries: &mut [&Entry]) {
    match kind::about(kind).order {
        Order::LatestFirst => entries.reverse(),
        Order::ByName => entries.sort_by_cached_key(|entry| (entry.title.to_lowercase(), entry.at)),
    }
}

/// The columns, the first in the site's own word for the kind where it has one.
fn columns(view: &View, kind: Kind) -> Vec<ColumnView> {
    let mut columns = kind::about(kind).columns;
    let has_own_word = view.site.profile.kind(kind).is_some_and(|workflow| workflow.title.is_some());
    if let (Some(first), true) = (columns.first_mut(), has_own_word) {
        first.title = capitalised(&view.singular(kind));
    }
    columns
}

fn row(view: &View, entry: &Entry, cells: Vec<Vec<Part>>) -> impl Serialize {
    let mut errors = 0;
    let mut warnings = 0;
    for finding in view.context.report.of(&entry.path) {
        match finding.level {
            crate::diagnostic::Level::Error => errors += 1,
            crate::diagnostic::Level::Warning => warnings += 1,
            crate::diagnostic::Level::Note => {}
        }
    }
    given! {
        id: spoken_id(&entry.id),
        title: kind::row_title(entry),
        href: view.to_record(entry),
        of: place_of(entry),
        sorts_by: entry.id.date().map(|date| date.to_string()),
        state: entry.status.as_ref().map(|status| status.state.clone()),
        // Why something is not known is on the record's page.
        cells: cells.into_iter().map(brief).collect::<Vec<_>>(),
        errors,
        warnings,
    }
}

fn states(view: &View, kind: Kind, entries: &[&Entry]) -> Vec<impl Serialize> {
    let Some(workflow) = view.site.profile.kind(kind) else { return Vec::new() };
    let count = |name: &str| {
        entries.iter().filter(|entry| entry.status.as_ref().is_some_and(|status| status.state == name)).count()
    };
    workflow
        .states
        .iter()
        .map(|row| {
            given! {
                key: row.name.clone(),
                state: view.state_named(kind, &row.name),
                count: count(&row.name),
            }
        })
        .filter(|state| state.count > 0)
        .collect()
}

/// `None` when everything is on one page.
fn pages(view: &View, kind: Kind, number: usize, count: usize) -> Option<impl Serialize> {
    let of = count.div_ceil(ROWS_PER_PAGE);
    if of <= 1 {
        return None;
    }
    let href = |number: usize| view.to(&place::index(view.site, kind, number));
    Some(given! {
        number,
        of,
        first: (number - 1) * ROWS_PER_PAGE + 1,
        last: (number * ROWS_PER_PAGE).min(count),
        // The ends and the neighbours; what lies between is a gap.
        links: (1..=of)
            .filter(|it| *it == 1 || *it == of || it.abs_diff(number) <= 3)
            .map(|it| given! {
                number: it,
                href: href(it),
                is_current: it == number,
                is_gap: it.abs_diff(number) == 3 && it != 1 && it != of,
            })
            .collect::<Vec<_>>(),
        all: (1..=of).map(href).collect::<Vec<_>>(),
        previous: (number > 1).then(|| href(number - 1)),
        next: (number < of).then(|| href(number + 1)),
    })
}
