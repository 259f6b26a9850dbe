//! Proposals and statements of work that the public can comment on for a shorter time than the group has agreed on.

use crate::check::prelude::*;
use crate::check::rules::money_trail::is_told_by_step;
use crate::document::Record;
use crate::document::shared::Window;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(wanted) = facts.site.profile.requirements.days("comment_days") else { return Vec::new() };
    let records = facts.site.of_kind(Kind::Proposal).chain(facts.site.of_kind(Kind::Sow));
    records.filter_map(|entry| of_record(facts, entry, window(entry)?, wanted)).collect()
}

fn window(entry: &Entry) -> Option<&Field<Window>> {
    match &entry.record {
        Record::Sow(sow) => Some(&sow.comment),
        Record::Proposal(proposal) => Some(&proposal.comment),
        Record::Decision(_)
        | Record::Meeting(_)
        | Record::Rfp(_)
        | Record::Bounty(_)
        | Record::Contractor(_)
        | Record::Service(_)
        | Record::Person(_)
        | Record::Organization(_)
        | Record::Group(_)
        | Record::Roadmap(_)
        | Record::Survey(_)
        | Record::Pledge(_)
        | Record::Report(_)
        | Record::Page(_) => None,
    }
}

/// What the states mean that come after the time to comment, and whose steps ask for it.
fn decided(entry: &Entry) -> [Means; 2] {
    let after_costs = entry.sow().map(|_| [Means::Costed, Means::Approved]);
    after_costs.unwrap_or([Means::Approved, Means::Done])
}

fn of_record(facts: &Facts, entry: &Entry, window: &Field<Window>, wanted: i64) -> Option<Diagnostic> {
    let window = window.get()?;
    let (opens, closes) = (*window.opens.get()?, *window.closes.get()?);
    let length = days_between(opens, closes);
    // A window that closes before it opens is told by that.
    let is_told = is_told_by_step(facts.site, entry, &decided(entry));
    if !(0..wanted).contains(&length) || is_told {
        return None;
    }
    let message = format!(
        "comments on {} are taken for {}, from {opens} to {closes}, and the group has agreed on {}",
        name(entry),
        days(length),
        days(wanted)
    );
    let help =
        format!("set `closes = {}` or later, and say so where the comments are taken", days_after(opens, wanted));
    Some(citing(facts, "comment_days", facts.at(entry, window.closes.span(), message).help(help)))
}
