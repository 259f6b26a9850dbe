//! A decision: the question, the options, who decided and how, and what follows.

use crate::document::shared::Blocked;
use crate::fields::{ANY, DECISION, GROUP, Link, List, MEETING, PERSON, Ref};
use crate::text::{Date, Money};
use crate::{table, word_list};

word_list! {
    /// What a decision is about, as far as rules care.
    DecisionKind {
        General = "general",
        Expenditure = "expenditure",
        Membership = "membership",
        Chair = "chair",
        Acceptance = "acceptance",
        Handover = "handover",
        Award = "award",
        Charter = "charter",
        Route = "route",
    }
}

word_list! {
    /// How votes become an outcome.
    Mode {
        SimpleMajority = "simple-majority",
        Supermajority = "supermajority",
        Consensus = "consensus",
        LazyConsensus = "lazy-consensus",
        Approvals = "approvals",
        Lead = "lead",
    }
}

impl Mode {
    /// `simple majority`, `the word of the lead alone`.
    pub fn in_words(self) -> String {
        match self {
            Mode::SimpleMajority | Mode::Supermajority | Mode::Consensus | Mode::LazyConsensus | Mode::Approvals => {
                self.as_str().replace('-', " ")
            }
            Mode::Lead => "the word of the lead alone".to_owned(),
        }
    }
}

word_list! {
    /// How a decision ended.
    Outcome { Accepted = "accepted", Rejected = "rejected", NoConsensus = "no-consensus", Withdrawn = "withdrawn" }
}

word_list! {
    /// What one person voted.
    VoteValue { Yes = "yes", No = "no", Abstain = "abstain", Recuse = "recuse" }
}

table! {
    /// A decision; `decisions/<number>-<slug>.md`.
    Decision {
        /// The question.
        Required title: String,
        /// The group that decides.
        Required group: Ref<GROUP>,
        /// What it is about, as far as rules care.
        Required kind: DecisionKind,
        /// The records that it is about.
        Required about: List<Ref<ANY>>,
        /// How it is decided, when not in the group's usual way.
        Optional mode: Mode,
        /// The duty on whose authority it was taken, by the area that the group's page states: `release management`. Then
        /// nobody else is asked, and whoever voted had that duty on the day, or leads the group.
        Optional by_duty: String,
        /// The day it was put to the group.
        Optional opened: Date,
        /// The last day to take part.
        Optional closes: Date,
        /// The day it was decided.
        Optional decided: Date,
        /// How it ended.
        Optional outcome: Outcome,
        /// Where it was discussed.
        Required channel: Link,
        /// The meeting that took it.
        Optional meeting: Ref<MEETING>,
        /// Where the minutes of a body can be read that keeps its record elsewhere.
        Optional minutes: Link,
        /// Who confirmed what such a body decided.
        Optional secretary: Ref<PERSON>,
        /// Who voted what.
        Optional vote: List<Vote>,
        /// Where the result of a secret ballot is published.
        Optional ballot: Link,
        /// Who disagrees, and why.
        Optional dissent: List<Dissent>,
        /// The most that may be spent.
        Optional amount: Money,
        /// The decision whose place it takes.
        Optional supersedes: Ref<DECISION>,
        /// What shows that it was carried out: a link or an id.
        Optional executed: String,
        /// What it waits for before anybody can decide.
        Optional blocked: Blocked,
    }
}

impl Decision {
    /// How the question was settled, for or against; `None` as long as it is open, and where it was withdrawn or left open.
    pub fn settled(&self) -> Option<Outcome> {
        self.outcome.get().copied().filter(|outcome| matches!(outcome, Outcome::Accepted | Outcome::Rejected))
    }
}

table! {
    /// One person's vote.
    Vote {
        /// Who.
        Required person: Ref<PERSON>,
        /// What.
        Required value: VoteValue,
        /// When.
        Optional date: Date,
        /// Where.
        Optional link: Link,
    }
}

table! {
    /// An objection that stays on record.
    Dissent {
        /// Whose.
        Required person: Ref<PERSON>,
        /// In their words or in short.
        Required text: String,
        /// Where.
        Optional link: Link,
    }
}
