//! Statements of work that answer no proposal, or one with which the group does not move on.

use crate::check::prelude::*;

/// From the day on which a statement of work is public, its proposals are those that the group goes on with.
const PUBLIC: [Means; 1] = [Means::Open];
/// A proposal in one of these the group goes on with.
const ADOPTED: [Means; 4] = [Means::Done, Means::Approved, Means::UnderWay, Means::Delivered];

pub(crate) const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    answers_none(facts, entry, sow).or_else(|| not_moved_on_with(facts, entry, sow))
}

/// A proposal on which the group has not decided, or that it declined, though the statement of work is public.
fn not_moved_on_with(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let begun = facts.site.first_event(entry, &PUBLIC).filter(|_| !entry.ever_ended())?;
    let is_adopted = |it: &Entry| it.means().is_none_or(|means| ADOPTED.contains(&means));
    let known = sow.proposals.items().iter().filter_map(|it| Some((it, facts.site.find(&it.value)?)));
    let (reference, proposal) = known.into_iter().find(|(_, proposal)| !is_adopted(proposal))?;
    let state = &proposal.status.as_ref()?.state;
    let message =
        format!("{} is public, and {}, which it answers, is `{state}` and not adopted", name(entry), name(proposal));
    let help = "let the group decide to move on with the proposal, and add the event that adopts it";
    let finding = facts.at(entry, reference.span, message).at_level(Level::Warning).help(help);
    Some(finding.label(&entry.path, begun.to.span(), "public from here on"))
}

fn answers_none(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let proposals = &sow.proposals;
    let level = if proposals.has_no_items() { Level::Error } else { proposals.unknown().map(|_| Level::Warning)? };
    let message = format!("{} answers no proposal", name(entry));
    let help = "name the proposals that it answers, `proposals = [\"PRP-…\"]`; if there is none, write one first";
    let finding = facts.at(entry, proposals.span(), message).at_level(level).help(help);
    Some(finding.concerning(&entry.path, "proposals".to_owned()))
}
