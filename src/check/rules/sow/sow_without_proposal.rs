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

/// A proposal on which the group has not decided when the statement of work goes public, or that it declined.
fn not_moved_on_with(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let begun = facts.site.first_event(entry, &PUBLIC)?;
    let day = *begun.date.get()?;
    let is_adopted = |proposal: &Entry| {
        let steps = proposal.status.as_ref().map_or(&[][..], |status| &status.steps);
        let is_yes = |state: &str| facts.site.means(Kind::Proposal, state).is_some_and(|it| ADOPTED.contains(&it));
        steps.is_empty() || steps.iter().any(|step| step.date <= day && is_yes(&step.state))
    };
    let known = sow.proposals.items().iter().filter_map(|it| Some((it, facts.site.find(&it.value)?)));
    let (reference, proposal) = known.into_iter().find(|(_, proposal)| !is_adopted(proposal))?;
    let state = &proposal.status.as_ref()?.state;
    let message = format!(
        "{} is `{}` since {day}, and {}, which it answers, was not adopted by then; it is `{state}`",
        name(entry),
        begun.to.text(),
        name(proposal)
    );
    let help = "let the group decide to move on with the proposal: an event that adopts it, before this step";
    let finding = facts.at(entry, reference.span, message).at_level(Level::Warning).help(help);
    Some(finding.label(&entry.path, begun.to.span(), "goes public here"))
}

fn answers_none(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let proposals = &sow.proposals;
    let is_empty = proposals.has_no_items() && !proposals.is_missing();
    let level = if is_empty { Level::Error } else { proposals.unknown().map(|_| Level::Warning)? };
    let message = format!("{} answers no proposal", name(entry));
    let help = "name the proposals that it answers, `proposals = [\"PRP-0001\"]`; if there is none, write one first";
    Some(facts.at(entry, proposals.span(), message).at_level(level).help(help))
}
