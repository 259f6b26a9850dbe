//! Periods whose last day is before their first, and minutes that are older than their meeting.

use crate::check::prelude::*;
use crate::fields::look::{Value, field};
use crate::site::dates::{day, tables};

/// The periods of the records: the table that holds the two days, what it is, the keys of its first and its last day.
const PERIODS: [(Kind, &str, &str, &str, &str); 14] = [
    (Kind::Decision, "", "", "opened", "closes"),
    (Kind::Decision, "", "", "opened", "decided"),
    (Kind::Sow, "comment", "the comments on ", "opens", "closes"),
    (Kind::Proposal, "comment", "the comments on ", "opens", "closes"),
    (Kind::Rfp, "", "", "published", "closes"),
    (Kind::Meeting, "", "", "at", "ends"),
    (Kind::Bounty, "", "", "opens", "expires"),
    (Kind::Contractor, "contract", "a contract of ", "starts", "ends"),
    (Kind::Group, "member", "a term in ", "from", "to"),
    (Kind::Group, "duty", "a duty in ", "since", "until"),
    (Kind::Person, "affiliation", "an affiliation of ", "from", "to"),
    (Kind::Roadmap, "", "", "from", "to"),
    (Kind::Survey, "", "", "opens", "closes"),
    (Kind::Report, "period", "the period of ", "from", "to"),
];

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let of_kind = PERIODS.iter().filter(|(kind, ..)| *kind == entry.kind());
    let periods = of_kind.flat_map(|(_, path, what, first, last)| {
        let what = format!("`{last}` of {what}{}", name(entry));
        tables(entry, path).into_iter().filter_map(move |table| reversed(facts, entry, table, &what, first, last))
    });
    periods.chain(published_before_held(facts, entry)).collect()
}

/// Minutes that were public before the day of the meeting, which nobody can write. An announcement is no minutes: what says that
/// it was not held, or lies ahead, is left alone.
fn published_before_held(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let meeting = entry.meeting().filter(|meeting| meeting.cancelled.is_missing())?;
    let (published, day) = (*meeting.published.get()?, entry.id.date()?);
    let took_place = meeting.held.is_true() || meeting.held.is_missing() && day <= facts.site.today;
    if published >= day || !took_place {
        return None;
    }
    let message =
        format!("the minutes of {} were published on {published}, before the meeting was held on {day}", name(entry));
    let help = "write the day on which the minutes became public as `published`, or correct the day in the file's name";
    Some(facts.at(entry, meeting.published.span(), message).help(help))
}

fn reversed(
    facts: &Facts,
    entry: &Entry,
    table: &dyn Value,
    what: &str,
    first: &str,
    last: &str,
) -> Option<Diagnostic> {
    if let Some((begin, end)) = moment(table, first).zip(moment(table, last)) {
        return (end.1 <= begin.1).then(|| {
            let [begins, ends] = [begin, end].map(|(text, ..)| text);
            let message = format!("{what} is {ends}, which is not after `{first}`, {begins}");
            let help = format!("swap `{first}` and `{last}`, or correct the one that is wrong");
            facts.at(entry, end.2, message).label(&entry.path, begin.2, "it begins here").help(help)
        });
    }
    let (begin, begin_span) = day(table, first)?;
    let (end, end_span) = day(table, last).filter(|(end, _)| *end < begin)?;
    let message = format!("{what} is {end}, which is before `{first}`, {begin}");
    let help = format!("swap `{first}` and `{last}`, or correct the one that is wrong");
    Some(facts.at(entry, end_span, message).label(&entry.path, begin_span, "this day is later").help(help))
}

/// The moment under `key` in `table` as written, as a point in time, and where; `None` when no moment is stated there.
fn moment<'a>(table: &'a dyn Value, key: &str) -> Option<(&'a str, jiff::Timestamp, Option<Span>)> {
    let field = field(table, key)?;
    let value = field.value()?;
    Some((value.text()?, value.instant()?, field.span()))
}
