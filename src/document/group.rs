//! A body that decides, advises or is asked.

use crate::document::decision::Mode;
use crate::fields::{ACTOR, DECISION, GROUP, Link, List, PERSON, Ref};
use crate::text::{Date, Period};
use crate::{table, word_list};

word_list! {
    /// What sort of body a group is.
    GroupType {
        WorkingGroup = "working-group",
        Board = "board",
        Council = "council",
        SubGroup = "sub-group",
        Community = "community",
        Project = "project",
        Foundation = "foundation",
    }
}

word_list! {
    /// What a member does in the group.
    Role {
        Member = "member",
        Chair = "chair",
        Deputy = "deputy",
        Secretary = "secretary",
        Treasurer = "treasurer",
        Lead = "lead",
        Maintainer = "maintainer",
        Liaison = "liaison",
    }
}

table! {
    /// A group; `groups/<slug>.md`.
    Group {
        /// Its name.
        Required name: String,
        /// What sort of body it is.
        Required r#type: GroupType,
        /// The group that it belongs to.
        Optional parent: Ref<GROUP>,
        /// Whether it keeps its record elsewhere, so that this one does not list its members.
        Optional external: bool,
        /// Where its rules stand.
        Optional charter: Link,
        /// How to reach it.
        Optional contact: String,
        /// How it decides when a decision says nothing else.
        Optional decision_mode: Mode,
        /// How many members must vote.
        Optional quorum: u32,
        /// At most so many days between two meetings.
        Optional meets_every: u32,
        /// What ends a sub-group.
        Optional dissolves_when: String,
        /// The seats it has.
        Optional seat: List<Seat>,
        /// Who belongs to it, and when.
        Optional member: List<Member>,
        /// What it must have somebody for.
        Optional duty: List<Duty>,
    }
}

table! {
    /// A sort of seat and how many there are.
    Seat {
        /// The sort: community, board.
        Required kind: String,
        /// At least so many.
        Optional min: u32,
        /// At most so many.
        Optional max: u32,
    }
}

table! {
    /// One term of one person.
    Member {
        /// Who.
        Required person: Ref<PERSON>,
        /// What they do in the group.
        Required role: Role,
        /// The sort of seat.
        Optional seat: String,
        /// The first day.
        Required from: Date,
        /// The last day; absent while it lasts.
        Optional to: Date,
        /// Who proposed them, or the decision that did.
        Optional nominated_by: String,
        /// The decision that appointed or confirmed them.
        Optional confirmed_by: Ref<DECISION>,
        /// How many hours a week they have.
        Optional hours_per_week: f64,
    }
}

impl Member {
    /// The days of the term; a day that is not stated is no limit.
    pub fn period(&self) -> Period {
        Period { from: self.from.get().copied(), to: self.to.get().copied() }
    }
}

table! {
    /// Something that the group must have somebody for. Whoever had it before keeps a table of their own, with `until`.
    Duty {
        /// What it is about.
        Required area: String,
        /// Who has it.
        Optional holders: List<Ref<PERSON>>,
        /// Who steps in.
        Optional deputies: List<Ref<PERSON>>,
        /// Since when.
        Optional since: Date,
        /// The last day; absent while it lasts.
        Optional until: Date,
        /// Who gave it to them.
        Optional delegated_by: Ref<ACTOR>,
        /// The decision that chose them, where several could have had it.
        Optional decision: Ref<DECISION>,
        /// What they may do without asking.
        Optional authority: String,
        /// How to reach them.
        Optional contact: String,
        /// Why the group needs nobody for it.
        Optional not_applicable: String,
    }
}

impl Duty {
    /// The days that the table speaks of; a day that is not stated is no limit.
    pub fn period(&self) -> Period {
        Period { from: self.since.get().copied(), to: self.until.get().copied() }
    }
}
