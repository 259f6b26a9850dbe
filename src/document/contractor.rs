//! A contractor: what it runs under which contract, who holds the keys, and how the group could part with it.

use crate::document::shared::RootAccess;
use crate::fields::{ACTOR, DECISION, Link, List, ORGANIZATION, Ref, SERVICE, SOW};
use crate::table;
use crate::text::{Date, Money};

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
        /// The last day.
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
    }
}
