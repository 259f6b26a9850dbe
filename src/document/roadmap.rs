//! What the group wants to reach, and until when.

use crate::fields::{ACTOR, ANY, List, Ref};
use crate::text::Date;
use crate::{table, words};

words! {
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
