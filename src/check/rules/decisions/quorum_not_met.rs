//! Decisions that too few members took part in.

use crate::check::prelude::*;

pub const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    decision.outcome.get().filter(|outcome| matches!(outcome, Outcome::Accepted | Outcome::Rejected))?;
    let tally = facts.site.tally(entry)?;
    let quorum = tally.quorum?;
    // Without votes it is not known how many took part.
    if tally.has_quorum() || tally.voters.is_empty() || has_touched_ballot(facts, entry) {
        return None;
    }
    let of_all = tally.eligible.map_or(String::new(), |members| format!(" of {members}"));
    let message = format!(
        "{} was decided by {}{of_all}, and at least {quorum} have to take part",
        name(entry),
        count(tally.present(), "member", "members"),
    );
    let finding = facts.at(entry, decision.outcome.span(), message).help(
        "add the votes that are missing, ask the others to vote, or set `outcome = \"no-consensus\"` and put the \
            question again",
    );
    let group = decision.group.get().and_then(|group| facts.site.find(group));
    let place = group.and_then(|group| Some((group, group.group()?.quorum.span()?)));
    // A clause of its own on the quorum says more than the one on how the group decides.
    let of_its_own = facts.site.profile.clause_held_by("quorum-not-met");
    let clause = of_its_own.or_else(|| facts.site.decision_rule(entry)?.clause.clone());
    let finding = match place {
        Some((group, span)) => finding.label(&group.path, span, "the quorum of the group"),
        None => finding,
    };
    Some(finding.cited(clause))
}
