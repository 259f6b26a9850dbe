//! One record: what it is called, where it is, what it states, whom and what it names.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::id::encoded;
use crate::site::{Due, Edge, End, Entry, Now, Position, Site, UnderWay, Via};

use super::{VERSION, fields, is_public};

pub(super) fn record(site: &Site, entry: &Entry) -> Value {
    let address = encoded(&entry.address);
    let fields = fields::of(site, entry);
    let mut record = object(json!({
        "version": VERSION,
        "as_of": site.today.to_string(),
        "id": entry.id.reference(),
        "kind": entry.kind().name(),
        "title": entry.title,
        "url": site.config.base_url.as_ref().map(|base| format!("{base}{address}")),
        "address": address,
        "path": entry.path,
        "day": entry.day().map(|day| day.to_string()),
    }));
    record.extend(site.position(entry).map_or_else(no_position, |position| of_position(&position)));
    record.insert("fields".to_owned(), Value::Object(fields.stated));
    record.insert("withheld".to_owned(), fields.withheld.into());
    record.insert("not_recorded".to_owned(), fields.not_recorded.into());
    record.insert("links".to_owned(), links(site, entry).into());
    Value::Object(record)
}

fn object(value: Value) -> Map<String, Value> {
    if let Value::Object(map) = value { map } else { Map::new() }
}

/// What is said of a record that is in no state.
fn no_position() -> Map<String, Value> {
    object(json!({
        "state": null,
        "state_label": null,
        "phase": null,
        "since": null,
        "settled": null,
        "goes_on_in": null,
        "holder": null,
        "under_way": [],
        "next": null,
        "missing": [],
        "earliest": null,
        "deadline": null,
        "stalled": false,
    }))
}

fn of_position(position: &Position) -> Map<String, Value> {
    let holder = |(words, whom): &(String, Vec<&Entry>)| {
        let whom: Vec<String> = whom.iter().filter(|it| is_public(it)).map(|it| it.id.reference()).collect();
        json!({ "words": words, "records": whom })
    };
    object(json!({
        "state": position.state,
        "state_label": position.row.map(|row| row.label.as_str()),
        "phase": position.row.map(|row| row.phase.as_str()),
        "since": position.since.map(|day| day.to_string()),
        "settled": position.is_settled,
        "goes_on_in": position.goes_on_in.map(|work| work.id.reference()),
        "holder": position.holder.as_ref().map(holder),
        "under_way": position.under_way.iter().map(under_way).collect::<Vec<_>>(),
        "next": position.next,
        "missing": position.missing,
        "earliest": position.earliest.map(|day| day.to_string()),
        "deadline": position.deadline.map(deadline),
        "stalled": position.stalled.is_some(),
    }))
}

/// What others can take part in today.
pub(super) const TAKING_PART: [&str; 5] = ["comments", "vote", "offers", "claims", "answers"];

fn under_way(it: &UnderWay) -> Value {
    let what = match it.what {
        Now::Comments(_) => "comments",
        Now::Vote { .. } | Now::Undecided => "vote",
        Now::Offers(_) => "offers",
        Now::Claims(_) => "claims",
        Now::Answers(_) => "answers",
    };
    json!({ "what": what, "of": it.of.id.reference(), "until": it.what.ends().map(|day| day.to_string()) })
}

/// What ends on a last day.
pub(super) const ENDS: [&str; 6] = ["comments", "vote", "offers", "claims", "answers", "silence"];

fn deadline(due: Due) -> Value {
    let what = match due.what {
        End::Comments => "comments",
        End::Votes => "vote",
        End::Offers => "offers",
        End::Claims => "claims",
        End::Answers => "answers",
        End::Silence => "silence",
    };
    json!({ "day": due.date.to_string(), "what": what, "of": due.of.id.reference() })
}

/// The records that it refers to, each once for a key.
fn links(site: &Site, entry: &Entry) -> Vec<Value> {
    let mut known = BTreeSet::new();
    let edges = entry.edges.iter().filter(|edge| edge.to != entry.at && is_public(&site.entries[edge.to]));
    let once = edges.filter(|edge| known.insert((edge.to, &edge.via)));
    let link = |edge: &Edge| {
        let key = match &edge.via {
            Via::Key(key) => Some(&**key),
            Via::Text => None,
        };
        json!({ "key": key, "to": site.entries[edge.to].id.reference() })
    };
    once.map(link).collect()
}
