//! A statement of work: what is to be done, how, by whom, for how much, and when it counts as done.

use crate::document::shared::{Blocked, Event, Slo, Window};
use crate::fields::{
    ACTOR, ANY, BOUNTY, CONTRACTOR, DECISION, GROUP, Link, List, OneOf, PERSON, PROPOSAL, RFP, Ref, SERVICE, Withheld,
};
use crate::text::{Date, Money};
use crate::{table, word_list};

word_list! {
    /// Who carries the work out.
    Route { Volunteer = "volunteer", Bounty = "bounty", Contractor = "contractor" }
}

word_list! {
    /// How well the cost is known.
    CostStatus { None = "none", Estimated = "estimated", Quoted = "quoted", Approved = "approved" }
}

table! {
    /// A statement of work; `sow/<number>-<slug>.md`.
    Sow {
        /// What is to be done.
        Required title: String,
        /// The proposals that it answers.
        Required proposals: List<Ref<PROPOSAL>>,
        /// Who looks after it.
        Required owner: Ref<PERSON>,
        /// The group that commissions it.
        Required group: Ref<GROUP>,
        /// Who carries it out.
        Optional route: Route,
        /// Why that way.
        Optional route_reason: String,
        /// Where the public discusses it.
        Optional discussion: Link,
        /// When the public can comment.
        Optional comment: Window,
        /// What it costs.
        Optional cost: Cost,
        /// The services that it touches.
        Optional services: List<Ref<SERVICE>>,
        /// Whether it touches infrastructure that others rely on.
        Required shared_infrastructure: bool,
        /// Who agreed to changes of shared infrastructure.
        Optional agreements: List<Ref<ANY>>,
        /// The service levels that it asks for.
        Optional slo: List<Slo>,
        /// What it consists of.
        Optional work_item: List<WorkItem>,
        /// When it counts as done.
        Optional acceptance: List<Acceptance>,
        /// What is paid when, where it is not paid at once.
        Optional milestone: List<Milestone>,
        /// The request for proposal that offers came by; of several calls, in their order, the last one counts.
        Optional rfp: OneOf<Ref<RFP>, List<Ref<RFP>>>,
        /// The bounty that was set out.
        Optional bounty: Ref<BOUNTY>,
        /// The contractor, or the contract's id.
        Optional contract: Ref<CONTRACTOR>,
        /// Who does the work.
        Optional assignees: List<Ref<ACTOR>>,
        /// What stops it.
        Optional blocked: Blocked,
        /// Its history.
        Required event: List<Event>,
    }
}

table! {
    /// What the work costs, as far as it may be shown.
    Cost {
        /// How well it is known.
        Required status: CostStatus,
        /// The amount.
        Optional amount: Money,
        /// A range in words, where the amount is not public.
        Optional band: String,
        /// Why the amount is not shown.
        Optional withheld: String,
        /// Until when it is not shown.
        Optional until: Date,
        /// The decision to withhold it.
        Optional by: Ref<DECISION>,
        /// The currency of a range.
        Optional currency: String,
    }
}

table! {
    /// One piece of the work.
    WorkItem {
        /// What the text calls it: W1.
        Required id: String,
        /// What it is.
        Required title: String,
        /// Who does it.
        Optional owner: Ref<ACTOR>,
        /// How much work it is.
        Optional estimate: String,
        /// Whether it is done.
        Optional done: bool,
    }
}

table! {
    /// One condition for accepting the work.
    Acceptance {
        /// What the text calls it: A1.
        Required id: String,
        /// What must hold.
        Required text: String,
        /// Whether it holds.
        Optional met: bool,
        /// What shows that it holds.
        Optional evidence: Link,
    }
}

impl Cost {
    /// That the amount is not shown: why, until when, by whose decision; `None` where nothing is withheld.
    pub fn not_shown(&self) -> Option<Withheld> {
        Some(Withheld {
            reason: self.withheld.get()?.clone(),
            until: self.until.get().copied(),
            by: self.by.get().map(|by| by.0.clone()),
            span: self.withheld.span()?,
        })
    }
}

table! {
    /// A part of the work that is paid by itself.
    Milestone {
        /// What has to be there.
        Required what: String,
        /// What is paid for it.
        Required amount: Money,
        /// The day by which it is promised.
        Optional due: Date,
        /// The day on which the group accepted it.
        Optional accepted: Date,
        /// The day on which it was paid.
        Optional paid: Date,
        /// Where the acceptance or the payment can be seen.
        Optional link: Link,
    }
}

impl Sow {
    /// Whether it says that its cost is not shown.
    pub fn withholds_cost(&self) -> bool {
        let in_table =
            self.cost.get().is_some_and(|cost| cost.withheld.get().is_some() || cost.amount.withheld().is_some());
        in_table || self.cost.withheld().is_some()
    }
}
