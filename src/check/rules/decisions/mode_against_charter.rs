//! Decisions that were taken in an easier way than the one by which the group decides.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let mode = *decision.mode.get().filter(|_| decision.by_duty.is_missing())?;
    let group = facts.site.target(entry, "group")?;
    let agreed = facts.site.agreed_modes(entry);
    let is_lead = mode == Mode::Lead && facts.site.asked_of(group).is_some_and(|asked| asked.final_say.is_some());
    let is_election = matches!(decision.kind.get(), Some(DecisionKind::Membership | DecisionKind::Chair))
        && mode == Mode::SimpleMajority;
    let is_withdrawn = decision.outcome.get() == Some(&Outcome::Withdrawn);
    let is_kept = agreed.iter().any(|(agreed, _)| is_as_strict(mode, *agreed));
    if agreed.is_empty() || is_kept || is_lead || is_election || is_withdrawn {
        return None;
    }
    let by = list(agreed.iter().map(|(mode, _)| mode.in_words()), "or");
    let message = format!("{} is taken by {}, and {} decides by {by}", name(entry), mode.in_words(), name(group));
    let help = "take `mode` out, so that the votes count as the group has agreed; where the group agreed on another way, \
        state it as `decision_mode` on its page";
    let finding = facts.at(entry, decision.mode.span(), message).help(help);
    let finding = finding.cited(agreed.iter().find_map(|(_, clause)| clause.clone()));
    Some(finding.label(&group.path, group.group().and_then(|it| it.decision_mode.span()), "how the group decides"))
}

/// Whether what is carried by `mode` is carried by `agreed` too. What one person or the first approvals decide compares with
/// nothing else; where the group leaves it to them, the word of more members is as good.
fn is_as_strict(mode: Mode, agreed: Mode) -> bool {
    mode == agreed || strictness(mode).is_some_and(|mode| strictness(agreed).is_none_or(|agreed| mode >= agreed))
}

fn strictness(mode: Mode) -> Option<u32> {
    match mode {
        Mode::LazyConsensus => Some(0),
        Mode::SimpleMajority => Some(1),
        Mode::Supermajority => Some(2),
        Mode::Consensus => Some(3),
        Mode::Approvals | Mode::Lead => None,
    }
}
