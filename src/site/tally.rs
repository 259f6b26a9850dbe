//! Counting votes: who could vote on the day, what they said, what follows from it.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::decision::{Decision, Mode, Outcome, Vote, VoteValue};
use crate::document::group::Member;
use crate::fields::{At, PERSON};
use crate::text::{Date, Span};

use crate::workflow::{DecisionRule, Share};

use super::bodies::has_nameless_member;
use super::{Entry, Site};

/// How a group has agreed to decide, as its own page says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Way {
    /// `None` where it is as the profile says.
    mode: Option<Mode>,
    /// How many have to take part; `None` where it is as the profile says.
    quorum: Option<u32>,
}

impl Way {
    /// What the page of `group` says; nothing where it is no group.
    pub fn of(group: &Entry) -> Way {
        let group = group.group();
        let mode = group.and_then(|it| it.decision_mode.get().copied());
        Way { mode, quorum: group.and_then(|it| it.quorum.get().copied()) }
    }
}

/// One vote with what the directory knows of the voter on that day.
#[derive(Debug, Clone)]
pub struct Voter {
    /// As written.
    pub name: String,
    /// The place of the person in [`Site::entries`]; `None` when the directory does not know them.
    pub person: Option<usize>,
    /// What they voted: `yes`.
    pub value: VoteValue,
    /// The day that the vote states; `None` when it states none.
    pub date: Option<Date>,
    /// Where the vote can be seen, as written; `None` when nothing is stated.
    pub link: Option<String>,
    /// The sort of seat that they held on the day; `None` without a term, or where the term names no seat.
    pub seat: Option<String>,
    /// Whether they were a member on the day. `true` where the group lists no members, for then nobody can tell.
    pub is_member: bool,
    /// Whether the same person voted before, and this vote does not take the place of that one.
    pub is_repeated: bool,
    /// Whether the same person voted again while the vote was open, so that the later vote counts in its place.
    pub is_replaced: bool,
    /// The whole table of the vote.
    pub span: Span,
    /// The name in it.
    pub name_span: Span,
}

impl Voter {
    /// Whether it is the one vote of its person that counts, should they be a member.
    pub fn is_last_word(&self) -> bool {
        !self.is_repeated && !self.is_replaced
    }

    /// Whether both votes are of one person.
    pub fn is_same_person(&self, other: &Voter) -> bool {
        match (self.person, other.person) {
            (Some(one), Some(other)) => one == other,
            (Some(_) | None, _) => self.name == other.name,
        }
    }
}

/// The count of one decision.
#[derive(Debug, Clone)]
pub struct Tally {
    /// How it is decided: as the decision says, else its group, else the profile; `None` when none of them does.
    pub mode: Option<Mode>,
    /// Votes for it that count: those of members, each person once.
    pub yes: usize,
    /// Votes against it that count.
    pub no: usize,
    /// Abstentions that count; they make part of a quorum.
    pub abstain: usize,
    /// Members who stepped aside; they make no part of a quorum.
    pub recuse: usize,
    /// The members on the day; `None` where the group lists none.
    pub eligible: Option<usize>,
    /// How many have to take part: as the page of the group says, else the profile; `None` when neither does.
    pub quorum: Option<u32>,
    /// The mode in which the group settles what it finds no answer to; `None` where such a question stays open.
    pub last_resort: Option<Mode>,
    /// On a tie, what whoever has the final say voted; `None` without a tie, and where they did not vote for or against.
    pub casting: Option<VoteValue>,
    /// Every vote, also those that do not count, in the order in which they are written.
    pub voters: Vec<Voter>,
}

impl Tally {
    /// How many took part: everyone who voted and did not step aside.
    pub fn present(&self) -> usize {
        self.yes + self.no + self.abstain
    }

    /// Whether nobody is left to be heard: every member voted or stepped aside.
    pub fn has_everybody(&self) -> bool {
        self.eligible.is_some_and(|members| members > 0 && self.present() + self.recuse >= members)
    }

    /// Whether enough members took part; `true` where no quorum is asked for.
    pub fn has_quorum(&self) -> bool {
        self.quorum.is_none_or(|quorum| self.present() >= quorum as usize)
    }

    /// What follows from the votes; `None` when no votes are recorded, when the quorum is not met, or when the mode leaves it
    /// to somebody to say.
    pub fn implied(&self) -> Option<Outcome> {
        if self.voters.is_empty() || !self.has_quorum() {
            return None;
        }
        self.follows_by(self.mode?)
    }

    /// Whether the group could end the question as `outcome` in its last resort: then its votes found no answer, and those
    /// against stay on record.
    pub fn settles(&self, outcome: Outcome) -> bool {
        !self.voters.is_empty()
            && self.has_quorum()
            && self.last_resort.is_some_and(|mode| self.follows_by(mode) == Some(outcome))
    }

    /// What follows from the votes by `mode`; `None` when it leaves that to somebody to say.
    fn follows_by(&self, mode: Mode) -> Option<Outcome> {
        let carried = |carried: bool, otherwise: Outcome| Some(if carried { Outcome::Accepted } else { otherwise });
        match mode {
            Mode::SimpleMajority if self.yes == self.no => match self.casting {
                Some(VoteValue::Yes) => Some(Outcome::Accepted),
                Some(VoteValue::No) => Some(Outcome::Rejected),
                Some(VoteValue::Abstain | VoteValue::Recuse) | None => Some(Outcome::NoConsensus),
            },
            Mode::SimpleMajority => carried(self.yes > self.no, Outcome::Rejected),
            Mode::Supermajority => carried(self.yes > 0 && 3 * self.yes >= 2 * (self.yes + self.no), Outcome::Rejected),
            Mode::Consensus => carried(self.yes > 0 && self.no == 0, Outcome::NoConsensus),
            Mode::LazyConsensus => carried(self.no == 0, Outcome::NoConsensus),
            Mode::Approvals | Mode::Lead => None,
        }
    }
}

/// What a decision says of its votes.
const VOTES: [&str; 8] = ["group", "mode", "decided", "vote", "vote.person", "vote.name", "vote.value", "vote.date"];

impl Site {
    /// Whether it could not be read what the votes of `entry` say, or of one who voted whether they were a member: then nobody
    /// knows what follows from them.
    pub fn has_unclear_votes(&self, entry: &Entry) -> bool {
        entry.is_unreadable_at(&VOTES) || entry.tally().is_some_and(|tally| self.has_unclear_voter(entry, tally))
    }

    fn has_unclear_voter(&self, entry: &Entry, tally: &Tally) -> bool {
        let Some(group) = self.target(entry, "group") else { return false };
        let is_unclear = |term: &Member| term.from.is_unreadable() || term.to.is_unreadable();
        let of_voter = |voter: &Voter| {
            let known =
                self.voter(voter).is_some_and(|person| self.terms_of(group, person).any(|term| is_unclear(term)));
            known || !voter.is_member && (group.is_unreadable("member") || has_nameless_member(group))
        };
        group.is_unreadable("type") || tally.voters.iter().any(of_voter)
    }

    /// Whether it could not be read how many have to take part in the decision `entry`: the number, or the members of whom they
    /// are a share.
    pub fn has_unclear_quorum(&self, entry: &Entry) -> bool {
        let group = self.target(entry, "group");
        let is_share = |group: &Entry| group.group().is_some_and(|it| it.quorum.is_missing());
        group.is_some_and(|it| it.is_unreadable("quorum") || is_share(it) && self.has_unclear_roster(it))
    }

    /// How the decision `entry` is taken; `None` for other kinds, and where nobody says.
    pub fn mode(&self, entry: &Entry) -> Option<Mode> {
        entry.tally()?.mode
    }

    /// The directory's page of whoever gave the vote; `None` when the directory does not know them.
    pub fn voter(&self, voter: &Voter) -> Option<&Entry> {
        voter.person.map(|at| &self.entries[at])
    }

    /// How the profile lets the group of the decision `entry` decide on the day of the decision; `None` where it does not say.
    pub fn decision_rule(&self, entry: &Entry) -> Option<&DecisionRule> {
        let group = self.find(entry.decision()?.group.get()?)?;
        self.asked_of(group)?.decision_on(self.day_of_decision(entry))
    }

    /// How the group of the decision `entry` has agreed to decide, each way with the clause behind it: as its page says, else
    /// as the profile says for that day. What the profile says for a time that is over counts beside the page, which speaks
    /// of today. Empty where nothing is agreed.
    pub fn agreed_modes(&self, entry: &Entry) -> Vec<(Mode, Option<String>)> {
        let group = entry.decision().and_then(|decision| decision.group.get()).and_then(|group| self.find(group));
        let own = group.and_then(|group| self.way_of(group).mode);
        let rule = self.decision_rule(entry).filter(|rule| own.is_none() || rule.until.is_some());
        let of_profile = rule.and_then(|rule| Some((mode_of(rule)?, rule.clause.clone())));
        let as_last = rule.and_then(|rule| Some((last_resort_of(rule)?, rule.clause.clone())));
        own.map(|mode| (mode, None)).into_iter().chain(of_profile).chain(as_last).collect()
    }

    /// How `group` has agreed to decide, by the rules by which the site is looked at.
    fn way_of(&self, group: &Entry) -> Way {
        self.ways.get(&group.path).copied().unwrap_or_else(|| Way::of(group))
    }

    /// The day on which membership counts: the day of the decision, else the last day to take part, else today.
    pub fn day_of_decision(&self, entry: &Entry) -> Date {
        let decision = entry.decision();
        let day = decision.and_then(|it| it.decided.get().or_else(|| it.closes.get()).or_else(|| it.opened.get()));
        day.copied().unwrap_or(self.today)
    }
}

/// The count of the votes of `entry`; `None` for other kinds than decisions.
pub(super) fn tally(site: &Site, entry: &Entry) -> Option<Tally> {
    let decision = entry.decision().filter(|_| !entry.is_introduction())?;
    let group = decision.group.get().and_then(|group| site.find(group));
    let roster = group.filter(|group| group.group().is_some_and(|group| !group.member.items().is_empty()));
    let day = site.day_of_decision(entry);
    let voters = voters(site, decision, roster, day);
    let counted = |value: VoteValue| {
        voters.iter().filter(|voter| voter.value == value && voter.is_member && voter.is_last_word()).count()
    };
    let rule = site.decision_rule(entry);
    let own = group.map(|group| site.way_of(group)).unwrap_or_default();
    let mode = decision.mode.get().copied().or(own.mode);
    let members =
        |group: &Entry| site.members_on(group, day).map(|(person, _)| person.at).collect::<BTreeSet<usize>>().len();
    let mode = mode.or_else(|| mode_of(rule?));
    let (yes, no) = (counted(VoteValue::Yes), counted(VoteValue::No));
    let has_final_say = |voter: &&Voter| {
        let leads = group.map(|group| site.final_say(group, voter.date.unwrap_or(day))).unwrap_or_default();
        leads.into_iter().any(|lead| Some(lead.at) == voter.person)
    };
    let casting = voters.iter().filter(|voter| !voter.is_repeated).find(has_final_say).map(|voter| voter.value);
    let eligible = roster.map(members);
    // Where nobody knows how many there are, nobody knows a share of them.
    let of_size = |share: Share| share.fixed().or_else(|| Some(share.of(eligible?)));
    Some(Tally {
        mode,
        yes,
        no,
        last_resort: rule.filter(|rule| mode.is_some() && mode == mode_of(rule)).and_then(last_resort_of),
        casting: casting.filter(|value| yes == no && matches!(value, VoteValue::Yes | VoteValue::No)),
        abstain: counted(VoteValue::Abstain),
        recuse: counted(VoteValue::Recuse),
        eligible,
        quorum: own.quorum.or_else(|| of_size(rule?.quorum?)),
        voters,
    })
}

/// The votes of `decision` that say who voted and what. Membership is looked up in `roster`, on `day` where a vote states no
/// day of its own.
fn voters(site: &Site, decision: &Decision, roster: Option<&Entry>, day: Date) -> Vec<Voter> {
    let of_vote = |vote: &At<Vote>| {
        let name = vote.person.get()?.as_str();
        let person = site.resolve(name, PERSON).entry();
        let on = vote.date.get().copied().unwrap_or(day);
        let term = roster.zip(person).and_then(|(group, person)| {
            site.members_on(group, on).find(|(member, _)| member.at == person.at).map(|(_, term)| term)
        });
        Some(Voter {
            name: name.to_owned(),
            person: person.map(|person| person.at),
            value: *vote.value.value.get()?,
            date: vote.date.get().copied(),
            link: vote.link.get().map(|link| link.0.clone()),
            seat: term.and_then(|term| term.seat.get()).cloned(),
            is_member: roster.is_none() || term.is_some(),
            is_repeated: false,
            is_replaced: false,
            span: vote.span,
            name_span: vote.person.span().unwrap_or(vote.span),
        })
    };
    changed_minds(decision, decision.vote.items().iter().filter_map(of_vote).collect())
}

/// Of several votes of one person that state their days, the last one counts that was given while the vote was open; the
/// others stay on record. Where a vote states no day, nobody can tell, and the first one counts.
fn changed_minds(decision: &Decision, mut voters: Vec<Voter>) -> Vec<Voter> {
    let limits = [decision.closes.get(), decision.decided.get()];
    let is_in_time = |date: Date| limits.iter().flatten().all(|limit| date <= **limit);
    let mut counting: BTreeMap<(Option<usize>, String), usize> = BTreeMap::new();
    for at in 0..voters.len() {
        let voter = &voters[at];
        let name = if voter.person.is_some() { String::new() } else { voter.name.clone() };
        let Some(earlier) = counting.insert((voter.person, name.clone()), at) else { continue };
        let dates = voters[earlier].date.zip(voter.date);
        if dates.is_some_and(|(before, date)| before <= date && is_in_time(date)) {
            voters[earlier].is_replaced = true;
        } else {
            counting.insert((voter.person, name), earlier);
            voters[at].is_repeated = true;
        }
    }
    voters
}

fn last_resort_of(rule: &DecisionRule) -> Option<Mode> {
    let last = rule.last_resort.as_ref()?;
    Mode::ALL.iter().copied().find(|mode| mode.as_str() == last)
}

/// `None` for a way that no decision can be taken in.
fn mode_of(rule: &DecisionRule) -> Option<Mode> {
    Mode::ALL.iter().copied().find(|mode| mode.as_str() == rule.mode)
}
