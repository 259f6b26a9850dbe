//! Points that return meeting after meeting while nothing happens.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::document::meeting::AgendaItem;
use crate::fields::{ANY, OneOf};

pub(crate) const FIND: Find = each!(group, find);

/// What a point is about: the same record, or where it names none, the same words.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Matter {
    Record(usize),
    Words(String),
}

/// The points of the latest meeting that were on the agendas of the meetings before it too, without a gap.
fn find(facts: &Facts, group: &Entry, _: &Group) -> Vec<Diagnostic> {
    let meetings = facts.site.meetings_of(group).filter(|(_, entry)| !entry.is_unreadable("agenda"));
    let meetings = meetings.map(|(date, entry)| (date, matters(facts, entry), entry));
    let with_agenda: Vec<(Date, Points, &Entry)> = meetings.filter(|(_, matters, _)| !matters.is_empty()).collect();
    let Some((_, latest, entry)) = with_agenda.last() else { return Vec::new() };
    let returning = latest.iter().filter_map(|(matter, item)| {
        let streak = with_agenda.iter().rev().take_while(|(_, matters, _)| matters.contains_key(matter));
        let (first, times) = (streak.clone().last()?.0, streak.count());
        let is_found = times as i64 >= facts.limit && is_resting(facts, matter, first);
        is_found.then(|| finding(facts, entry, matter, item, first, times))
    });
    returning.collect()
}

/// The points of a meeting by what they are about.
type Points<'a> = BTreeMap<Matter, &'a At<AgendaItem>>;

fn finding(
    facts: &Facts,
    entry: &Entry,
    matter: &Matter,
    item: &At<AgendaItem>,
    first: Date,
    times: usize,
) -> Diagnostic {
    let (what, help) = match matter {
        Matter::Record(at) => {
            let help = "take the next step and add its `[[event]]`, say in `blocked` what it waits for, or leave it off the \
                agenda";
            (name(&facts.site.entries[*at]), help)
        }
        Matter::Words(_) => {
            let help = "settle it, or write a proposal for it (`candor new proposal \"…\"`), so that the agenda need not remember it";
            (format!("“{}”", shortened(item.title.text())), help)
        }
    };
    let age = facts.age(first);
    let message = format!("{what} was on {times} agendas in a row since {first}, {age} ago, and nothing has happened");
    facts.at(entry, item.title.span(), message).help(help)
}

/// Words alone count only where the point was put off.
fn matters<'a>(facts: &Facts, entry: &'a Entry) -> Points<'a> {
    let items = entry.meeting().map_or(&[][..], |meeting| meeting.agenda.items());
    let mut matters = BTreeMap::new();
    for item in items {
        let named: Vec<&str> = match item.about.get() {
            Some(OneOf::First(one)) => vec![one.as_str()],
            Some(OneOf::Second(several)) => several.iter().map(|it| it.as_str()).collect(),
            None => Vec::new(),
        };
        let records = named.iter().filter_map(|text| facts.site.resolve(text, ANY).entry());
        let open =
            records.filter(|record| matches!(record.kind(), Kind::Proposal | Kind::Sow | Kind::Rfp | Kind::Bounty));
        matters.extend(open.map(|record| (Matter::Record(record.at), item)));
        let title = item.title.text().trim().to_lowercase();
        if named.is_empty() && !title.is_empty() && was_put_off(item.outcome.text()) {
            matters.insert(Matter::Words(title), item);
        }
    }
    matters
}

const PUT_OFF: [&str; 8] =
    ["put off", "postponed", "deferred", "next meeting", "next time", "out of time", "no time", "carried over"];

fn was_put_off(outcome: &str) -> bool {
    let outcome = outcome.to_lowercase();
    PUT_OFF.iter().any(|words| outcome.contains(words))
}

/// Whether there was no step of the record and no decision on it on that day or after it. What is over, or says what it
/// waits for, rests with good reason.
fn is_resting(facts: &Facts, matter: &Matter, since: Date) -> bool {
    let Matter::Record(at) = matter else { return true };
    let record = &facts.site.entries[*at];
    let decided = facts.site.referring(record, Kind::Decision, "about").any(|it| it.has_moved_since(since));
    let has_moved = decided || record.has_moved_since(since);
    !has_moved && record.blocked().is_none() && facts.site.is_open_matter(record)
}
