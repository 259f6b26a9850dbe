//! Proposals and statements of work that the public can comment on for a shorter time than the group has agreed on.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let of_proposal = || entry.proposal().map(|proposal| &proposal.comment);
    let window = entry.sow().map(|sow| &sow.comment).or_else(of_proposal)?.get()?;
    let (opens, closes) = (*window.opens.get()?, *window.closes.get()?);
    let length = days_between(opens, closes);
    // A window that closes before it opens has no length.
    if !(0..facts.limit).contains(&length) || is_asked_by_step(facts.site, entry) {
        return None;
    }
    let message = format!(
        "comments on {} are taken for {}, from {opens} to {closes}, and the group has agreed on {}",
        name(entry),
        days(length),
        days(facts.limit)
    );
    let until = days_after(opens, facts.limit);
    let help = format!("set `closes = {until}` or later, and say so where the comments are taken");
    Some(facts.at(entry, window.closes.span(), message).help(help))
}

/// Whether a step after the time to comment was taken too early by its workflow, which asks for the same days.
fn is_asked_by_step(site: &Site, entry: &Entry) -> bool {
    let decided = if entry.sow().is_some() { [Means::Costed, Means::Approved] } else { [Means::Approved, Means::Done] };
    site.fields_lacking_at(entry, &decided).iter().any(|field| field.starts_with("comment."))
}
