//! Questions and proposals that are rewritten under the votes and approvals that they have.

use crate::check::prelude::*;
use crate::fields::{PERSON, Ref};

pub(crate) const FIND: Find = each!(pair, find);

fn find(facts: &Facts, change: &Change, pair: &Pair) -> Option<Diagnostic> {
    let given = given_before(change, pair);
    let (what, span) = altered(pair, &pair.substance([]).filter(|_| !given.is_empty())?);
    let is_decision = pair.after.decision().is_some();
    let (one, many) = if is_decision { ("vote", "votes") } else { ("approval", "approvals") };
    let number = count(given.len(), one, many);
    let message = format!("{} has {number} already, and the change alters {what}", name(pair.after));
    let help = if is_decision {
        "write it again as it was put; to ask something else, end this one with `outcome = \"withdrawn\"` and `decided`, and put a new one"
    } else {
        "write it again as it was approved, or add the event that takes it back and ask those who approved once more"
    };
    let finding = facts.at(pair.after, span, message).help(help);
    let labels = given.into_iter().take(3);
    Some(labels.fold(finding, |finding, span| finding.label(&pair.after.path, span, "given before the change")))
}

/// The places of the votes and approvals that were given before the change and are in force after it. Empty when the matter
/// is decided, or when an event says that it goes on from here.
fn given_before(change: &Change, pair: &Pair) -> Vec<Span> {
    if let (Some(before), Some(after)) = (pair.before.decision(), pair.after.decision()) {
        let is_open = before.outcome.get().is_none() && after.outcome.get() != Some(&Outcome::Withdrawn);
        let votes = || kept(change, before.vote.items(), after.vote.items(), |vote| &vote.person);
        return if is_open { votes() } else { Vec::new() };
    }
    let (Some(before), Some(after)) = (pair.before.proposal(), pair.after.proposal()) else { return Vec::new() };
    if change.base.is_over(pair.before) || !pair.steps.added.is_empty() {
        return Vec::new();
    }
    kept(change, before.approval.items(), after.approval.items(), |approval| &approval.person)
}

/// The places of what people gave before and did not give again.
fn kept<T>(
    change: &Change,
    before: &[At<T>],
    after: &[At<T>],
    person: impl Fn(&T) -> &Field<Ref<PERSON>>,
) -> Vec<Span> {
    let who = |it: &At<T>| person(it).get().and_then(|person| change.head.find(person)).map(|entry| entry.at);
    let is_same = |one: &At<T>, other: &At<T>| {
        person(one).text() == person(other).text() || who(one).is_some_and(|it| Some(it) == who(other))
    };
    let is_old = |it: &&At<T>| {
        let had = before.iter().filter(|was| change.is_same_reference(person(was), person(it))).count();
        let has = after.iter().filter(|other| is_same(other, it)).count();
        had > 0 && has <= had
    };
    after.iter().filter(is_old).map(|it| person(it).span().unwrap_or(it.span)).collect()
}
