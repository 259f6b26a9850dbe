//! The board of all matters: each once, by the state of the record in which it is now, with its thread.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::site::{Entry, MATTER_KINDS, Made, Matter};
use crate::text::{Date, capitalised};
use crate::words;

use super::View;
use super::chrome::Head;
use super::part::{Part, spoken_id};
use super::strip::Strip;

/// How many matters of one state are shown; the index of their kind has all.
const SHOWN: usize = 150;

/// One matter on the board.
#[derive(Serialize)]
struct Row {
    title: String,
    href: String,
    /// The records of its thread by their ids, the one that it is in first.
    thread: Vec<Part>,
    /// The kinds of its records, with spaces between them.
    kinds: String,
    state: String,
    position: Strip,
}

/// A state, with the matters that are in it.
#[derive(Serialize)]
struct Column {
    anchor: String,
    kind: String,
    state: Part,
    count: usize,
    rows: Vec<Row>,
    more: usize,
    more_href: String,
}

/// Something that the board can be narrowed down to.
#[derive(Serialize)]
struct Facet {
    /// What stands in the address: `kind` and `sow`.
    name: &'static str,
    value: String,
    label: String,
    phase: Option<&'static str>,
    count: usize,
    /// With the address of the first part that it is about, for readers without scripts.
    href: String,
}

pub(super) fn work(view: &View) -> Result<String, Diagnostic> {
    let site = view.site;
    let (open, settled): (Vec<&Matter>, Vec<&Matter>) =
        site.matters.iter().partition(|matter| !site.is_over(&site.entries[matter.lead]));
    let columns = columns(view, &open);
    let count = open.len();
    let rows = settled_rows(view, settled);
    let it = given! {
        count,
        facets: facets(&columns, view),
        stalled: columns.iter().flat_map(|column| &column.rows).filter(|row| row.position.stalled.is_some()).count(),
        columns,
        settled_count: rows.1,
        settled: rows.0,
        own: view.to(Made::Work.path()),
    };
    let head = Head {
        description: Some(words::WORK_ABOUT.to_string()),
        section: Some(Kind::Sow),
        ..Head::titled(&words::WORK_PAGE)
    };
    view.fill("work.html", head, &it)
}

/// The states in which there are matters, kind by kind, each in the order of its workflow; in each those that wait longest
/// first.
fn columns(view: &View, matters: &[&Matter]) -> Vec<Column> {
    type Place<'a> = (usize, usize, &'a str);
    let site = view.site;
    let mut by_state: BTreeMap<Place, Vec<(&Matter, &Entry)>> = BTreeMap::new();
    for matter in matters {
        let lead = &site.entries[matter.lead];
        let order = [Kind::Sow, Kind::Proposal, Kind::Bounty, Kind::Rfp];
        let of_kind = order.iter().position(|kind| *kind == lead.kind()).unwrap_or(order.len());
        let state = lead.status.as_ref().map_or("", |status| status.state.as_str());
        let workflow = site.profile.kind(lead.kind());
        let place = workflow.and_then(|it| it.states.iter().position(|row| row.name == state)).unwrap_or(usize::MAX);
        by_state.entry((of_kind, place, state)).or_default().push((matter, lead));
    }
    let columns = by_state.into_iter().map(|((_, _, state), mut matters)| {
        let since = |lead: &Entry| lead.status.as_ref().and_then(|status| status.since).unwrap_or(Date::MAX);
        matters.sort_by_key(|(_, lead)| (since(lead), lead.at));
        let kind = matters[0].1.kind();
        let count = matters.len();
        Column {
            anchor: format!("work.{}.{state}", kind.name()),
            kind: capitalised(&if count == 1 { view.singular(kind) } else { view.plural(kind) }),
            state: view.state_named(kind, state),
            count,
            rows: matters.iter().take(SHOWN).filter_map(|(matter, lead)| row(view, matter, lead)).collect(),
            more: count.saturating_sub(SHOWN),
            more_href: view.to(&crate::page::place::index(view.site, kind, 1)),
        }
    });
    columns.collect()
}

fn row(view: &View, matter: &Matter, lead: &Entry) -> Option<Row> {
    let records = view.records_of(matter);
    let kinds: BTreeSet<&str> =
        records.iter().map(|it| it.kind()).filter(|it| MATTER_KINDS.contains(it)).map(Kind::name).collect();
    let others = records.into_iter().filter(|it| it.at != lead.at);
    let thread = std::iter::once(lead).chain(others).map(|it| Part {
        id: None,
        note: None,
        ..Part::link(spoken_id(&it.id).unwrap_or_else(|| it.title.clone()), view.to_record(it))
    });
    Some(Row {
        title: lead.title.clone(),
        href: view.to_record(lead),
        thread: thread.collect(),
        kinds: kinds.into_iter().collect::<Vec<_>>().join(" "),
        state: lead.status.as_ref().map(|status| status.state.clone()).unwrap_or_default(),
        position: Strip { path: Vec::new(), ..view.strip(lead)? },
    })
}

/// Matters that are over, the latest first, and how many there are.
fn settled_rows(view: &View, matters: Vec<&Matter>) -> (Vec<Row>, usize) {
    let mut matters: Vec<(&Matter, &Entry)> =
        matters.into_iter().map(|matter| (matter, &view.site.entries[matter.lead])).collect();
    let since = |lead: &Entry| lead.status.as_ref().and_then(|status| status.since);
    matters.sort_by_key(|(_, lead)| (std::cmp::Reverse(since(lead)), lead.at));
    let count = matters.len();
    (matters.into_iter().take(SHOWN).filter_map(|(matter, lead)| row(view, matter, lead)).collect(), count)
}

/// The kinds and the states that there are, and those of which nothing was heard for too long.
fn facets(columns: &[Column], view: &View) -> Vec<Vec<Facet>> {
    let rows = || columns.iter().flat_map(|column| column.rows.iter().map(move |row| (column, row)));
    let kinds = MATTER_KINDS.iter().filter_map(|kind| {
        let with = || rows().filter(|(_, row)| row.kinds.split(' ').any(|it| it == kind.name()));
        let (first, _) = with().next()?;
        Some(Facet {
            name: "kind",
            value: kind.name().to_owned(),
            label: capitalised(&view.plural(*kind)),
            phase: None,
            count: with().count(),
            href: format!("?kind={}#{}", kind.name(), first.anchor),
        })
    });
    let mut states: Vec<Facet> = Vec::new();
    for column in columns {
        let Some(state) = column.rows.first().map(|row| row.state.clone()) else { continue };
        match states.iter_mut().find(|facet| facet.value == state) {
            Some(facet) => facet.count += column.rows.len(),
            None => states.push(Facet {
                name: "state",
                href: format!("?state={state}#{}", column.anchor),
                value: state,
                label: column.state.text.clone(),
                phase: column.state.phase,
                count: column.rows.len(),
            }),
        }
    }
    let stalled = || rows().filter(|(_, row)| row.position.stalled.is_some());
    let stalled = stalled().next().map(|(column, _)| Facet {
        name: "stalled",
        value: "yes".to_owned(),
        label: words::STALLED.to_string(),
        phase: None,
        count: stalled().count(),
        href: format!("?stalled=yes#{}", column.anchor),
    });
    states.extend(stalled);
    [kinds.collect::<Vec<_>>(), states].into_iter().filter(|facets| facets.len() > 1).collect()
}
