//! Something promised to the project: money, time, machines.

use crate::document::shared::Event;
use crate::fields::{ACTOR, ANY, Link, List, REPORT, ROADMAP, Ref};
use crate::text::{Date, Money};
use crate::{table, word_list};

word_list! {
    /// What is promised.
    PledgeKind { Money = "money", Time = "time", Resource = "resource" }
}

word_list! {
    /// What it is for.
    PledgePurpose { Central = "central", Task = "task" }
}

table! {
    /// A pledge; `pledges/<number>-<slug>.md`.
    Pledge {
        /// What it is called.
        Optional title: String,
        /// Who promises it.
        Required donor: Ref<ACTOR>,
        /// What is promised.
        Required kind: PledgeKind,
        /// What it is for.
        Optional purpose: PledgePurpose,
        /// The record that a promise for a task serves.
        Optional task: Ref<ANY>,
        /// The plan that it rests on.
        Optional plan: Ref<ROADMAP>,
        /// How much money.
        Optional amount: Money,
        /// How much time.
        Optional hours_per_month: f64,
        /// The day somebody asks again.
        Optional follow_up: Date,
        /// What was given.
        Optional fulfilled: List<Fulfilment>,
        /// The report that tells the donor what came of it.
        Optional report: Ref<REPORT>,
        /// Its history.
        Required event: List<Event>,
    }
}

table! {
    /// Something that was given.
    Fulfilment {
        /// When.
        Required date: Date,
        /// What shows it.
        Optional link: Link,
    }
}
