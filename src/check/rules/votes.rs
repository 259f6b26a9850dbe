//! Where the votes of a decision are written, and by which rule of the day they count.

use crate::check::Facts;
use crate::site::{Entry, Voter};
use crate::text::Span;
use crate::workflow::DecisionRule;

/// The name in the vote of `voter`.
pub fn place(entry: &Entry, voter: &Voter) -> Span {
    let votes = entry.decision().map_or(&[][..], |decision| decision.vote.items());
    let own = votes.iter().find(|vote| vote.span == voter.span);
    own.and_then(|vote| vote.person.span()).unwrap_or(voter.span)
}

/// How the profile lets the group of the decision `entry` decide on its day.
pub fn way_of_the_day<'a>(facts: &Facts<'a>, entry: &Entry) -> Option<&'a DecisionRule> {
    let group = facts.site.target(entry, "group")?.group()?;
    facts.site.profile.group(group.r#type.get()?.as_str())?.decision_on(facts.site.day_of_decision(entry))
}
