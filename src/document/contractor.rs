//! A contractor: what it runs under which contract, who holds the keys, and how the group could part with it.

use crate::document::shared::RootAccess;
use crate::fields::{ACTOR, DECISION, Field, Link, List, ORGANIZATION, Ref, SERVICE, SOW};
use crate::text::{Date, Money, Span};
use crate::{table, word_list};

table! {
    /// A contractor; `contractors/<slug>.md`, with more documentation below `contractors/<slug>/`.
    Contractor {
        /// The organization.
        Required organization: Ref<ORGANIZATION>,
        /// The services that it runs.
        Required services: List<Ref<SERVICE>>,
        /// How to reach it.
        Optional contacts: List<String>,
        /// Public documentation outside this record.
        Optional documentation: Link,
        /// What was signed.
        Required contract: List<Contract>,
        /// Who holds root access.
        Optional root_access: List<RootAccess>,
    }
}

table! {
    /// One contract.
    Contract {
        /// What it is called.
        Required id: String,
        /// Who signed it for the project.
        Required signed_by: Ref<ACTOR>,
        /// The statements of work that it covers.
        Required sows: List<Ref<SOW>>,
        /// The services that it covers.
        Required services: List<Ref<SERVICE>>,
        /// The first day.
        Required starts: Date,
        /// The last day of its first term; what comes later is an event.
        Required ends: Date,
        /// How many days before its end it must be cancelled.
        Required notice_days: u32,
        /// How it goes on after its end.
        Required renewal: String,
        /// What it costs.
        Required amount: Money,
        /// The decision that allowed it.
        Required decision: Ref<DECISION>,
        /// Whether the group can end it at once.
        Required terminable_at_will: bool,
        /// When the exit was last tried.
        Required exit_tested: Date,
        /// What became of it, in the order of the days.
        Optional event: List<ContractEvent>,
        /// What is held ready each month, where the work is paid as it is asked for.
        Optional retainer: Retainer,
        /// What was drawn of it, or paid by itself, in the order of the days.
        Optional draw: List<Draw>,
    }
}

word_list! {
    /// What becomes of a contract.
    ContractState {
        Negotiated = "negotiated",
        Signed = "signed",
        Notice = "notice",
        Renewed = "renewed",
        Ended = "ended",
    }
}

table! {
    /// One step of a contract.
    ContractEvent {
        /// What became of it.
        Required to: ContractState,
        /// The day.
        Required date: Date,
        /// Who took the step.
        Optional by: Ref<ACTOR>,
        /// The last day of the term that a renewal adds.
        Optional until: Date,
        /// The decision behind it.
        Optional decision: Ref<DECISION>,
        /// Where it can be seen.
        Optional link: Link,
        /// Why, in a sentence.
        Optional note: String,
    }
}

table! {
    /// So much a month, and no more than so much in all.
    Retainer {
        /// The most that is drawn in one month.
        Required monthly: Money,
        /// The most that is drawn in all.
        Required cap: Money,
    }
}

table! {
    /// One payment.
    Draw {
        /// The day.
        Required date: Date,
        /// How much.
        Required amount: Money,
        /// What it was for.
        Optional what: String,
        /// Where it can be seen.
        Optional link: Link,
    }
}

impl Contract {
    /// The last day on which it is in force: that of its first term, of the term that the last renewal added, or the day on which
    /// it was ended. `None` where that is not stated or cannot be read.
    pub fn last_day(&self) -> Option<Date> {
        self.end().get().copied().filter(|_| self.event.is_complete())
    }

    /// Where that day is written; `None` where no key for it is there.
    pub fn last_day_span(&self) -> Option<Span> {
        self.end().span()
    }

    /// The field that says when it ends.
    pub fn end(&self) -> &Field<Date> {
        let steps = self.event.items().iter().rev();
        let ending = steps.filter_map(|step| match step.to.get()? {
            ContractState::Renewed => Some(&step.until),
            ContractState::Ended => Some(&step.date),
            ContractState::Negotiated | ContractState::Signed | ContractState::Notice => None,
        });
        ending.into_iter().next().unwrap_or(&self.ends)
    }

    /// What became of it last on or before `day`; `None` before its first step, and where no step is stated.
    pub fn state_on(&self, day: Date) -> Option<ContractState> {
        let steps = self.event.items().iter().filter(|step| step.date.get().is_some_and(|date| *date <= day));
        steps.rev().find_map(|step| step.to.get().copied())
    }
}
