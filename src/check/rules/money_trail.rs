//! From something that costs money to the decision that allows it.

use crate::document::decision::{DecisionKind, Outcome};
use crate::document::group::GroupType;
use crate::id::Kind;
use crate::site::{Entry, Site, has_dead_reference};
use crate::workflow::Means;

/// What the record says about the board's decision.
pub enum Approval<'a> {
    Given(&'a Entry),
    /// A decision is named that cannot be read, or that another finding speaks of.
    Unclear,
    Missing,
}

/// The board's decision on money for any of `matters`: one that is about them, or one that their steps name and
/// that bears on them, or one of `named`.
pub fn approval<'a>(site: &'a Site, matters: &[&'a Entry], named: impl IntoIterator<Item = &'a Entry>) -> Approval<'a> {
    let about = matters.iter().flat_map(|matter| site.referring(matter, Kind::Decision, "about"));
    let cited = matters
        .iter()
        .flat_map(|matter| site.targets(matter, "event.decision").filter(|decision| site.bears_on(decision, matter)));
    let candidates: Vec<&Entry> = about.chain(cited).chain(named).collect();
    let is_unclear = || {
        candidates.iter().any(|decision| !decision.problems.is_empty() || has_dead_reference(site, decision, "group"))
            || matters.iter().any(|matter| has_dead_reference(site, matter, "event.decision"))
    };
    match candidates.iter().find(|decision| allows_money(site, decision)) {
        Some(decision) => Approval::Given(decision),
        None if is_unclear() => Approval::Unclear,
        None => Approval::Missing,
    }
}

/// Whether `entry` is a decision of a board by which money may be spent.
pub fn allows_money(site: &Site, entry: &Entry) -> bool {
    let Some(decision) = entry.decision() else { return false };
    let is_on_money =
        matches!(decision.kind.get(), Some(DecisionKind::Expenditure | DecisionKind::Award | DecisionKind::Handover));
    let group = decision.group.get().and_then(|group| site.find(group)).and_then(|group| group.group());
    let is_of_board = group.and_then(|group| group.r#type.get()) == Some(&GroupType::Board);
    is_on_money && is_of_board && decision.outcome.get() == Some(&Outcome::Accepted)
}

/// Whether a later decision took the place of `entry`.
pub fn is_superseded(entry: &Entry) -> bool {
    entry.means() == Some(Means::Replaced)
}

/// Whether a step of `entry` into a state that means one of `wanted` lacks what the workflow asks for, so that the step
/// itself is reported.
pub fn is_told_by_step(site: &Site, entry: &Entry, wanted: &[Means]) -> bool {
    let is_wanted = |to: &str| site.means(entry.kind(), to).is_some_and(|means| wanted.contains(&means));
    site.judged_steps(entry)
        .into_iter()
        .filter(|step| is_wanted(step.to))
        .any(|step| step.needs().iter().any(|need| site.unmet(entry, Some(step.event), need, step.date).is_some()))
}
