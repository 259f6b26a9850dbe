//! What the directory says of names and mail addresses, for whoever has to tell somebody's own address from one of a group.

use std::collections::BTreeSet;

use crate::id::Kind;

use super::Site;

/// The names of the people in the directory, and the addresses that they agreed to show.
#[derive(Debug, Clone, Default)]
pub struct Contacts {
    /// Last names of four letters and more, in lower case.
    last_names: BTreeSet<String>,
    /// In lower case.
    published: BTreeSet<String>,
}

impl Contacts {
    pub(super) fn of(site: &Site) -> Contacts {
        let people = || site.of_kind(Kind::Person).filter_map(|entry| entry.person());
        let last = |name: &str| name.split_whitespace().last().map(str::to_lowercase).filter(|it| it.len() >= 4);
        let agreed = people().filter(|person| person.publish_email.is_true());
        Contacts {
            last_names: people().filter_map(|person| last(person.name.text())).collect(),
            published: agreed.filter_map(|person| Some(person.email.get()?.to_lowercase())).collect(),
        }
    }

    /// Whether a part of `local`, what stands before the `@` in small letters, is the last name of somebody.
    pub fn is_named_in(&self, local: &str) -> bool {
        local.split(['.', '_', '-', '+']).any(|part| self.last_names.contains(part))
    }

    /// Whether somebody agreed that `address`, in small letters, is shown.
    pub fn is_published(&self, address: &str) -> bool {
        self.published.contains(address)
    }
}
