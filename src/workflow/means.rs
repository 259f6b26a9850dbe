//! What the states of every group have in common: the few things that a state can mean.
//!
//! A group calls its states what it likes; rules and pages ask what they mean. The meanings lie in the order in which a matter
//! passes them when all goes well, and then come those that end it otherwise. No kind uses all of them.

use super::Phase;
use crate::id::Kind;
use crate::word_list;

word_list! {
    /// What a state means, whatever a group calls it.
    Means {
        /// It is being written, and nobody else is asked yet.
        Draft = "draft",
        /// It is to come, and has not begun.
        Planned = "planned",
        /// Others have their say or take part: they comment, vote, offer, claim, answer.
        Open = "open",
        /// Nothing more is taken, and what came in is not weighed yet.
        Closed = "closed",
        /// Those who hold it weigh it.
        Assessed = "assessed",
        /// It is known what it costs.
        Costed = "costed",
        /// It is settled who carries it out.
        Routed = "routed",
        /// It lies with somebody else, who decides.
        Referred = "referred",
        /// It is decided for, and remains to be done.
        Approved = "approved",
        /// Somebody is doing it.
        UnderWay = "under-way",
        /// It is handed over, and whoever asked for it looks at it.
        Delivered = "delivered",
        /// It is taken as done, and what is owed gets paid.
        Accepted = "accepted",
        /// It runs, and nobody should rely on it.
        Trial = "trial",
        /// It runs, and people rely on it.
        Live = "live",
        /// It runs, and those who use it should move on.
        Deprecated = "deprecated",
        /// It reached what it was for.
        Done = "done",
        /// It was decided against.
        Refused = "refused",
        /// It ended without an answer.
        Undecided = "undecided",
        /// It was taken back.
        Withdrawn = "withdrawn",
        /// Its time passed.
        Expired = "expired",
        /// Something else took its place.
        Replaced = "replaced",
        /// It does not run any more.
        Retired = "retired",
    }
}

impl Means {
    /// Whether the matter ended before it reached what it was for.
    pub fn is_end(self) -> bool {
        self > Means::Done
    }

    /// The mark under which a reader sees such a state, where its profile names no other.
    pub fn phase(self) -> Phase {
        match self {
            Means::Draft
            | Means::Planned
            | Means::Closed
            | Means::Assessed
            | Means::Costed
            | Means::Routed
            | Means::UnderWay
            | Means::Trial => Phase::Open,
            Means::Open
            | Means::Referred
            | Means::Approved
            | Means::Delivered
            | Means::Accepted
            | Means::Deprecated => Phase::Waiting,
            Means::Live | Means::Done => Phase::Done,
            Means::Refused
            | Means::Undecided
            | Means::Withdrawn
            | Means::Expired
            | Means::Replaced
            | Means::Retired => Phase::Ended,
        }
    }
}

/// What a rule looks for: a kind of record in a state that means one of these. Where no state does, it finds nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MeaningNeed {
    /// The name of the rule.
    pub rule: &'static str,
    /// The kind of record whose states are asked.
    pub kind: Kind,
    /// Any one of these is enough; never empty.
    pub any_of: &'static [Means],
}
