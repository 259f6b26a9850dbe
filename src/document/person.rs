//! A person who acts in the record.

use crate::fields::{List, ORGANIZATION, Ref};
use crate::table;
use crate::text::{Date, Period};

table! {
    /// A person; `people/<slug>.md`.
    Person {
        /// The name as the person writes it.
        Required name: String,
        /// How minutes spell the name.
        Optional aliases: List<String>,
        /// The account on GitHub.
        Optional github: String,
        /// The account on the forum.
        Optional discourse: String,
        /// For whom the person works, and when.
        Optional affiliation: List<Affiliation>,
        /// Shown only with `publish_email = true`.
        Optional email: String,
        /// Whether the person agreed that the address is shown.
        Optional publish_email: bool,
    }
}

table! {
    /// A time with an organization.
    Affiliation {
        /// The organization.
        Required organization: Ref<ORGANIZATION>,
        /// The first day.
        Optional from: Date,
        /// The last day; absent while it lasts.
        Optional to: Date,
    }
}

impl Affiliation {
    /// The days of the affiliation; a day that is not stated is no limit.
    pub fn period(&self) -> Period {
        Period { from: self.from.get().copied(), to: self.to.get().copied() }
    }
}
