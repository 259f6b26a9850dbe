//! A wish for a change, from anyone.

use crate::document::shared::{Blocked, Event, Window};
use crate::document::sow::Cost;
use crate::fields::{ACTOR, GROUP, Link, List, ORGANIZATION, PERSON, ROADMAP, Ref, SERVICE};
use crate::text::Date;
use crate::{table, word_list};

word_list! {
    /// How far a change reaches.
    Impact { Minor = "minor", Infrastructure = "infrastructure", DeveloperWorkflow = "developer-workflow" }
}

word_list! {
    /// Whether what is proposed is done once or goes on.
    Recurrence { OneOff = "one-off", Ongoing = "ongoing" }
}

table! {
    /// A proposal; `proposals/<number>-<slug>.md`.
    Proposal {
        /// What is proposed.
        Required title: String,
        /// Who proposes it.
        Required proposer: Ref<ACTOR>,
        /// Where it was raised.
        Required issue: Link,
        /// The group that it is put to, where that is not the group of the site.
        Optional group: Ref<GROUP>,
        /// How far it reaches.
        Optional impact: Impact,
        /// Whether it is done once or goes on.
        Optional recurrence: Recurrence,
        /// The plan that it rests on.
        Optional plan: Ref<ROADMAP>,
        /// What it costs, where it is done without a statement of work.
        Optional cost: Cost,
        /// Whether it touches infrastructure that others rely on.
        Optional shared_infrastructure: bool,
        /// Who does it, where it is done without a statement of work.
        Optional assignees: List<Ref<ACTOR>>,
        /// The services that it touches.
        Optional services: List<Ref<SERVICE>>,
        /// The communities that would use it.
        Optional consumers: List<String>,
        /// What a consuming community said.
        Optional consumer: List<Consumer>,
        /// Who approved it.
        Optional approval: List<Approval>,
        /// Where the text was put for everybody to read and answer.
        Optional discussion: Link,
        /// When the public could comment.
        Optional comment: Window,
        /// The last day for what is to come in the state that it is in.
        Optional deadline: Date,
        /// Who looks after what comes of it.
        Optional maintainers: List<Ref<PERSON>>,
        /// When the work that it brings in was begun.
        Optional started: Date,
        /// What stops it.
        Optional blocked: Blocked,
        /// Its history.
        Required event: List<Event>,
    }
}

word_list! {
    /// Whether a consuming community wants what is proposed.
    Verdict { Approves = "approves", Declines = "declines", NoOpinion = "no-opinion" }
}

table! {
    /// What a consuming community said.
    Consumer {
        /// Which.
        Required organization: Ref<ORGANIZATION>,
        /// Where.
        Required link: Link,
        /// Whether it wants what is proposed.
        Optional verdict: Verdict,
        /// What it said, in short.
        Optional note: String,
    }
}

table! {
    /// One approval by one person.
    Approval {
        /// Who.
        Required person: Ref<PERSON>,
        /// When.
        Required date: Date,
        /// Where.
        Optional link: Link,
    }
}
