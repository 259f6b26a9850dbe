//! A person who acts in the record.

use crate::fields::{List, ORGANIZATION, Ref};
use crate::table;
use crate::text::{Date, Period, folded};

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

impl Person {
    /// Whether both pages may be about one person: they share a name, an account or an address.
    pub fn is_same_as(&self, other: &Person) -> bool {
        // A first name alone, as minutes spell it, is shared by many.
        let is_called = |it: &Person, name: &str| {
            let mut names = it.name.get().into_iter().chain(it.aliases.items().iter().map(|it| &it.value));
            names.any(|own| folded(own) == folded(name))
        };
        let accounts =
            |it: &Person| [&it.github, &it.discourse, &it.email].map(|it| it.get().map(|it| it.to_lowercase()));
        let has_name = is_called(self, other.name.text()) || is_called(other, self.name.text());
        has_name || accounts(self).into_iter().zip(accounts(other)).any(|(own, its)| own.is_some() && own == its)
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
