//! Stretches of time whose last day lies before their first.

use crate::check::prelude::*;
use crate::check::rules::dates::{day, tables};
use crate::fields::look::Value;

/// Where two days bound a stretch of time: the table that holds them, what it is, its first and its last day.
const STRETCHES: [(Kind, &str, &str, &str, &str); 13] = [
    (Kind::Decision, "", "", "opened", "closes"),
    (Kind::Decision, "", "", "opened", "decided"),
    (Kind::Sow, "comment", "the comments on ", "opens", "closes"),
    (Kind::Proposal, "comment", "the comments on ", "opens", "closes"),
    (Kind::Rfp, "", "", "published", "closes"),
    (Kind::Bounty, "", "", "opens", "expires"),
    (Kind::Contractor, "contract", "a contract of ", "starts", "ends"),
    (Kind::Group, "member", "a term in ", "from", "to"),
    (Kind::Group, "duty", "a duty in ", "since", "until"),
    (Kind::Person, "affiliation", "an affiliation of ", "from", "to"),
    (Kind::Roadmap, "", "", "from", "to"),
    (Kind::Survey, "", "", "opens", "closes"),
    (Kind::Report, "period", "the period of ", "from", "to"),
];

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let rows = STRETCHES.iter().flat_map(|row| facts.site.of_kind(row.0).map(move |entry| (row, entry)));
    rows.flat_map(|((_, path, what, first, last), entry)| {
        let reversed =
            tables(entry, path).into_iter().filter_map(move |table| of_table(facts, entry, what, table, first, last));
        reversed.collect::<Vec<_>>()
    })
    .collect()
}

fn of_table(
    facts: &Facts,
    entry: &Entry,
    what: &str,
    table: &dyn Value,
    first: &str,
    last: &str,
) -> Option<Diagnostic> {
    let (begin, begin_span) = day(table, first)?;
    let (end, end_span) = day(table, last).filter(|(end, _)| *end < begin)?;
    let message = format!("`{last}` of {what}{} is {end}, which is before `{first}`, {begin}", name(entry));
    let help = format!("swap `{first}` and `{last}`, or correct the one that is wrong");
    Some(facts.at(entry, end_span, message).label(&entry.path, begin_span, "this day is later").help(help))
}
