//! Counting votes: who could vote on the day, what they said, what follows from it.

use std::collections::BTreeSet;

use crate::document::decision::{Mode, Outcome, VoteValue};
use crate::fields::PERSON;
use crate::text::{Date, Span};

use super::{Entry, Site};

/// One vote with what the directory knows of the voter on that day.
#[derive(Debug, Clone)]
pub struct Voter<'a> {
    /// As written.
    pub name: &'a str,
    /// `None` when the directory does not know them.
    pub person: Option<&'a Entry>,
    pub value: VoteValue,
    pub date: Option<Date>,
    pub link: Option<&'a str>,
    /// The sort of seat that they held.
    pub seat: Option<&'a str>,
    /// Whether they were a member on the day. `true` where the group lists no members, for then nobody can tell.
    pub is_member: bool,
    /// Whether the same person voted before.
    pub is_repeated: bool,
    pub span: Span,
}

/// The count of one decision.
#[derive(Debug, Clone)]
pub struct Tally<'a> {
    pub mode: Option<Mode>,
    pub yes: usize,
    pub no: usize,
    pub abstain: usize,
    pub recuse: usize,
    /// The members on the day; `None` where the group lists none.
    pub eligible: Option<usize>,
    pub quorum: Option<u32>,
    /// Every vote, also those that do not count, in the order in which they are written.
    pub voters: Vec<Voter<'a>>,
}

impl Tally<'_> {
    /// How many took part: everyone who voted and did not step aside.
    pub fn present(&self) -> usize {
        self.yes + self.no + self.abstain
    }

    /// Whether nobody is left to be heard: every member voted or stepped aside.
    pub fn has_everybody(&self) -> bool {
        self.eligible.is_some_and(|members| members > 0 && self.present() + self.recuse >= members)
    }

    /// `true` where no quorum is asked for.
    pub fn has_quorum(&self) -> bool {
        self.quorum.is_none_or(|quorum| self.present() >= quorum as usize)
    }

    /// What follows from the votes; `None` when no votes are recorded, when the quorum is not met, or when the mode leaves it
    /// to somebody to say.
    pub fn implied(&self) -> Option<Outcome> {
        if self.voters.is_empty() || !self.has_quorum() {
            return None;
        }
        let carried = |carried: bool, otherwise: Outcome| Some(if carried { Outcome::Accepted } else { otherwise });
        match self.mode? {
            Mode::SimpleMajority if self.yes == self.no => Some(Outcome::NoConsensus),
            Mode::SimpleMajority => carried(self.yes > self.no, Outcome::Rejected),
            Mode::Supermajority => carried(self.yes > 0 && 3 * self.yes >= 2 * (self.yes + self.no), Outcome::Rejected),
            Mode::Consensus => carried(self.yes > 0 && self.no == 0, Outcome::NoConsensus),
            Mode::LazyConsensus => carried(self.no == 0, Outcome::NoConsensus),
            Mode::Approvals | Mode::Lead => None,
        }
    }
}

impl Site {
    /// The count of the votes of `entry`; `None` for other kinds than decisions.
    pub fn tally<'a>(&'a self, entry: &'a Entry) -> Option<Tally<'a>> {
        let decision = entry.decision()?;
        let group = decision.group.get().and_then(|group| self.find(group));
        let roster = group.filter(|group| group.group().is_some_and(|group| !group.member.items().is_empty()));
        let day = self.day_of_decision(entry);
        let mut seen = BTreeSet::new();
        let voters: Vec<Voter> = decision
            .vote
            .items()
            .iter()
            .filter_map(|vote| {
                let name = vote.person.get()?.as_str();
                let person = self.resolve(name, PERSON).entry();
                let on = vote.date.get().copied().unwrap_or(day);
                let term = roster.zip(person).and_then(|(group, person)| {
                    self.members_on(group, on).find(|(member, _)| member.at == person.at).map(|(_, term)| term)
                });
                Some(Voter {
                    name,
                    person,
                    value: *vote.value.value.get()?,
                    date: vote.date.get().copied(),
                    link: vote.link.get().map(|link| link.0.as_str()),
                    seat: term.and_then(|term| term.seat.get()).map(String::as_str),
                    is_member: roster.is_none() || term.is_some(),
                    is_repeated: !seen.insert(person.map_or(name, |person| &person.id.key)),
                    span: vote.span,
                })
            })
            .collect();
        let count = |value: VoteValue| {
            voters.iter().filter(|voter| voter.value == value && voter.is_member && !voter.is_repeated).count()
        };
        let requirements = group
            .and_then(|group| group.group()?.r#type.get())
            .and_then(|group_type| self.profile.group(group_type.as_str()))
            .and_then(|group| group.decision_on(day));
        let own = group.and_then(|group| group.group());
        let mode = decision.mode.get().or_else(|| own?.decision_mode.get()).copied();
        let mode = mode
            .or_else(|| Mode::ALL.iter().copied().find(|mode| mode.as_str() == requirements.map_or("", |it| &it.mode)));
        let eligible = roster
            .map(|group| self.members_on(group, day).map(|(person, _)| person.at).collect::<BTreeSet<usize>>().len());
        Some(Tally {
            mode,
            yes: count(VoteValue::Yes),
            no: count(VoteValue::No),
            abstain: count(VoteValue::Abstain),
            recuse: count(VoteValue::Recuse),
            eligible,
            quorum: own.and_then(|group| group.quorum.get()).copied().or_else(|| requirements?.quorum),
            voters,
        })
    }

    /// The day on which membership counts: the day of the decision, else the last day to take part, else today.
    pub fn day_of_decision(&self, entry: &Entry) -> Date {
        let decision = entry.decision();
        let day = decision.and_then(|it| it.decided.get().or_else(|| it.closes.get()).or_else(|| it.opened.get()));
        day.copied().unwrap_or(self.today)
    }
}
