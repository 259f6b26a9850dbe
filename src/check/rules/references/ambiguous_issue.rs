//! Bare issue numbers of which nobody knows the tracker.

use crate::check::prelude::*;
use crate::config::Tracker;
use crate::markdown::MentionKind;

pub const FIND: Find = each!(file, find);

/// One finding for a file, at the first number, since all its numbers share one day.
fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let mut numbers = entry.outline.mentions.iter().filter_map(|mention| match mention.what {
        MentionKind::Issue(number) => Some((number, mention.span)),
        MentionKind::Record(_) | MentionKind::Person(_) => None,
    });
    let (number, span) = numbers.next()?;
    let date = entry.id.date();
    let trackers: Vec<&Tracker> = facts.site.config.trackers.iter().filter(|tracker| is_meant(tracker, date)).collect();
    let more = match numbers.count() {
        0 => String::new(),
        more => format!(" and {} in this file", count(more, "other number", "other numbers")),
    };
    match trackers.as_slice() {
        [_] => None,
        [] => Some(without_tracker(facts, entry, number, span, date, &more)),
        [first, second, ..] => {
            let addresses = [first, second].map(|tracker| address(tracker, number));
            let message = format!("`#{number}` may mean {} or {}", addresses[0], addresses[1]);
            let finding = facts.at(entry, span, message);
            Some(finding.help("write the whole address, or set `from` and `until` of the trackers in candor.toml"))
        }
    }
}

fn without_tracker(facts: &Facts, entry: &Entry, number: u64, span: Span, date: Option<Date>, more: &str) -> Diagnostic {
    let (why, help) = match (facts.site.config.trackers.is_empty(), date) {
        (true, _) => (
            "no tracker is declared".to_owned(),
            "add `[[tracker]]` with `url = \"https://…/issues/\"` to candor.toml, or write the whole address",
        ),
        (false, Some(date)) => (
            format!("no tracker is declared for {date}"),
            "add or widen a `[[tracker]]` in candor.toml, or write the whole address",
        ),
        (false, None) => (
            "no tracker without an end is declared, and this file has no date".to_owned(),
            "leave out `until` for the present `[[tracker]]` in candor.toml, or write the whole address",
        ),
    };
    let leads = if more.is_empty() { "leads" } else { "lead" };
    facts.at(entry, span, format!("`#{number}`{more} {leads} nowhere: {why}")).help(help)
}

/// The days of a tracker as the links understand them: without a date, the trackers that have no end.
fn is_meant(tracker: &Tracker, date: Option<Date>) -> bool {
    match date {
        None => tracker.until.is_missing(),
        Some(date) => tracker.period().holds(date),
    }
}

fn address(tracker: &Tracker, number: u64) -> String {
    let url = tracker.url.get().map_or("", |url| url.0.trim_end_matches('/'));
    format!("{url}/{number}")
}
