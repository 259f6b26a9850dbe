//! Decisions that too few members took part in.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    decision.settled()?;
    let tally = entry.tally()?;
    let quorum = tally.quorum?;
    // Without votes it is not known how many took part.
    if tally.has_quorum() || tally.voters.is_empty() {
        return None;
    }
    if has_unsaid_vote(decision) || facts.site.has_unclear_votes(entry) || facts.site.has_unclear_quorum(entry) {
        return None;
    }
    let of_all = tally.eligible.map_or(String::new(), |members| format!(" of {members}"));
    let (record, voters) = (name(entry), count(tally.present(), "member", "members"));
    let message = format!("{record} was decided by {voters}{of_all}, and at least {quorum} have to take part");
    let help = "add the votes that are missing, ask the others to vote, or set `outcome = \"no-consensus\"` and put the \
        question again";
    let finding = concerning_keys(facts.at(entry, decision.outcome.span(), message).help(help), entry, BALLOT);
    let group = facts.site.target(entry, "group")?;
    let stated = &group.group()?.quorum;
    let text = if stated.get() == Some(&quorum) { "the quorum of the group" } else { "the quorum since this change" };
    let finding = finding.label(&group.path, stated.span(), text);
    // A clause of its own on the quorum says more than the one on how the group decides.
    let of_its_own = facts.site.profile.clause_held_by("quorum-not-met");
    Some(finding.cited(of_its_own.or_else(|| facts.site.decision_rule(entry)?.clause.clone())))
}
