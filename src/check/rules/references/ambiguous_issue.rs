//! Bare issue numbers of which nobody knows the tracker.

use crate::check::prelude::*;
use crate::config::Tracker;
use crate::markdown::MentionKind;

pub(crate) const FIND: Find = each!(file, find);

/// One finding for a file, at the first number, since all its numbers share one day.
fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let mut numbers = entry.outline.mentions.iter().filter_map(|mention| match mention.what {
        MentionKind::Issue(number) => Some((number, mention.span)),
        MentionKind::Record(_) | MentionKind::Person(_) => None,
    });
    let (number, span) = numbers.next()?;
    let (trackers, date) = (&facts.site.config.trackers, entry.id.date());
    let meant: Vec<&Tracker> = trackers.iter().filter(|tracker| is_meant(tracker, date)).collect();
    let (why, help) = match (meant.as_slice(), date) {
        ([_], _) => return None,
        ([first, second, ..], _) => {
            let [first, second] = [first, second].map(|tracker| address(tracker, number));
            let help = "write the whole address, or set `from` and `until` of the trackers in candor.toml";
            return Some(facts.at(entry, span, format!("`#{number}` may mean {first} or {second}")).help(help));
        }
        ([], _) if trackers.is_empty() => (
            "no tracker is declared".to_owned(),
            "add `[[tracker]]` with `url = \"https://…/issues/\"` to candor.toml, or write the whole address",
        ),
        ([], Some(date)) => (
            format!("no tracker is declared for {date}"),
            "add or widen a `[[tracker]]` in candor.toml, or write the whole address",
        ),
        ([], None) => (
            "no tracker without an end is declared, and this file has no date".to_owned(),
            "leave out `until` for the present `[[tracker]]` in candor.toml, or write the whole address",
        ),
    };
    let more = numbers.count();
    let leads = if more == 0 { "leads" } else { "lead" };
    let more = and_more(" ", more, "other number", "other numbers");
    Some(facts.at(entry, span, format!("`#{number}`{more} {leads} nowhere: {why}")).help(help))
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
