//! A piece of infrastructure: what it is for, who answers for it, who can log in, what it depends on.

use crate::document::shared::{Blocked, Event, RootAccess, Slo};
use crate::fields::{ACTOR, Link, List, OneOf, PERSON, Ref, SERVICE};
use crate::text::Date;
use crate::{table, word_list};

word_list! {
    /// Where a service is in its life.
    Lifecycle {
        Planned = "planned",
        Experimental = "experimental",
        Production = "production",
        Deprecated = "deprecated",
        Retired = "retired",
    }
}

word_list! {
    /// How much depends on a service.
    Critical { Low = "low", Medium = "medium", High = "high" }
}

table! {
    /// A service; `services/<slug>.md`.
    Service {
        /// What it is called.
        Required name: String,
        /// The part of the group's scope that it belongs to.
        Required area: String,
        /// What it is for.
        Required purpose: String,
        /// Where it is in its life.
        Required lifecycle: Lifecycle,
        /// How much depends on it.
        Optional critical: Critical,
        /// Who answers for it.
        Required owner: Ref<ACTOR>,
        /// Who runs it.
        Required operator: Ref<ACTOR>,
        /// Who can administer it.
        Required admins: List<Ref<PERSON>>,
        /// Who holds root access, and for whom.
        Optional root_access: List<RootAccess>,
        /// Where it runs: an organization, or a place in words.
        Required host: String,
        /// Where it is.
        Optional url: Link,
        /// Where it is documented.
        Optional documentation: Link,
        /// Where its state is shown.
        Optional status_page: Link,
        /// The services that it needs.
        Optional depends_on: List<Ref<SERVICE>>,
        /// Whether it holds personal data.
        Required personal_data: bool,
        /// Whom to ask about personal data.
        Optional gdpr_contact: String,
        /// What took its place; `false` when nothing did.
        Optional successor: OneOf<Ref<SERVICE>, bool>,
        /// The day somebody last looked through this entry.
        Required reviewed: Date,
        /// The service levels that were agreed.
        Optional slo: List<Slo>,
        /// What stops it.
        Optional blocked: Blocked,
        /// Its history.
        Optional event: List<Event>,
    }
}
