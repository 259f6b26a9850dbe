//! What the rules on votes have in common: where a vote is written, how the group decides.

use crate::check::Facts;
use crate::document::decision::Mode;
use crate::site::{Entry, Site, Voter};
use crate::text::Span;
use crate::workflow::DecisionRule;

/// The name in the vote of `voter`.
pub fn place(entry: &Entry, voter: &Voter) -> Span {
    let votes = entry.decision().map_or(&[][..], |decision| decision.vote.items());
    let own = votes.iter().find(|vote| vote.span == voter.span);
    own.and_then(|vote| vote.person.span()).unwrap_or(voter.span)
}

/// How the group of the decision `entry` decides: as its page says, else as the profile says for that day. What the profile
/// says for a time that is over counts beside the page, which tells of today. Each with the clause behind it.
pub fn agreed_modes(site: &Site, entry: &Entry) -> Vec<(Mode, Option<String>)> {
    let group = entry.decision().and_then(|decision| decision.group.get()).and_then(|group| site.find(group));
    let Some(group) = group else { return Vec::new() };
    let own = group.group().and_then(|it| it.decision_mode.get().copied());
    let rule = site.asked_of(group).and_then(|asked| asked.decision_on(site.day_of_decision(entry)));
    let rule = rule.filter(|rule| own.is_none() || rule.until.is_some());
    let of_profile = rule.and_then(|rule| {
        let mode = Mode::ALL.iter().copied().find(|mode| mode.as_str() == rule.mode)?;
        Some((mode, rule.clause.clone()))
    });
    own.map(|mode| (mode, None)).into_iter().chain(of_profile).collect()
}

/// `simple majority`, `the word of the lead`.
pub fn in_words(mode: Mode) -> String {
    match mode {
        Mode::SimpleMajority | Mode::Supermajority | Mode::Consensus | Mode::LazyConsensus | Mode::Approvals => {
            mode.as_str().replace('-', " ")
        }
        Mode::Lead => "the word of the lead alone".to_owned(),
    }
}

/// How the profile lets the group of the decision `entry` decide on its day.
pub fn way_of_the_day<'a>(facts: &Facts<'a>, entry: &Entry) -> Option<&'a DecisionRule> {
    let group = facts.site.target(entry, "group")?.group()?;
    facts.site.profile.group(group.r#type.get()?.as_str())?.decision_on(facts.site.day_of_decision(entry))
}
