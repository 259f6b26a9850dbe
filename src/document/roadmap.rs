//! What the group wants to reach, and until when.

use crate::fields::{ACTOR, ANY, List, Ref};
use crate::text::{Date, Period, count};
use crate::{table, word_list};

word_list! {
    /// Where a goal is.
    GoalState {
        Idea = "idea",
        Planned = "planned",
        Active = "active",
        Done = "done",
        Parked = "parked",
        Dropped = "dropped",
    }
}

table! {
    /// A roadmap; `roadmap/<slug>.md`.
    Roadmap {
        /// What it is called.
        Required title: String,
        /// The first day that it covers.
        Required from: Date,
        /// The last day that it covers.
        Required to: Date,
        /// What is to be reached.
        Optional goal: List<Goal>,
    }
}

impl Roadmap {
    /// The days that it covers; a day that is not stated is no limit.
    pub fn period(&self) -> Period {
        Period { from: self.from.get().copied(), to: self.to.get().copied() }
    }
}

/// How far a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The goals that are reached, at most `total`.
    pub done: usize,
    /// The goals that are to be reached: those that were dropped do not count.
    pub total: usize,
}

impl Progress {
    /// `2 of 5 goals done`.
    pub fn said(self) -> String {
        format!("{} of {} done", self.done, count(self.total, "goal", "goals"))
    }
}

impl Roadmap {
    /// How many of its goals are reached; `None` when it has no goals, or all of them were dropped.
    pub fn progress(&self) -> Option<Progress> {
        let states = || self.goal.items().iter().map(|goal| goal.state.get());
        let total = states().filter(|state| *state != Some(&GoalState::Dropped)).count();
        let done = states().filter(|state| *state == Some(&GoalState::Done)).count();
        (total > 0).then_some(Progress { done, total })
    }
}

table! {
    /// One goal.
    Goal {
        /// What the text calls it: G1.
        Required id: String,
        /// What is to be reached.
        Required title: String,
        /// Who looks after it.
        Optional owner: Ref<ACTOR>,
        /// The records that lead there.
        Optional items: List<Ref<ANY>>,
        /// By when, in words.
        Optional horizon: String,
        /// How anyone can tell that it is reached.
        Optional measure: String,
        /// Where it is.
        Optional state: GoalState,
    }
}
