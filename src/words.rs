//! Every word of the site's own that a reader of its pages sees, by name. What they are in each language is in the catalogues
//! beside this file, one for each language: `words/en.ftl`.
//!
//! A new word for the code is a line in the list of its subject, each a file of this folder, and a message of that name in each
//! catalogue: a constant in capitals, or a function of what is filled into the message. A word for a template is only a
//! message: the template finds it as `words.<name>`. What comes from the record itself, from a profile or from a rule's page is
//! not here.

/// A list of words: each in capitals is a [`Word`](catalogue::Word), each other one a function of what is filled into it, which
/// gives a text.
macro_rules! phrases {
    ($($name:ident $(($($of:ident),+))?;)*) => {
        $(phrase! { $name $(($($of),+))? })*

        /// The names of all of them, each with what is filled into it.
        #[cfg(test)]
        pub(super) const NAMES: &[(&str, &[&str])] = &[$((stringify!($name), &[$($(stringify!($of)),+)?])),*];
    };
}

macro_rules! phrase {
    ($name:ident) => {
        pub(crate) const $name: $crate::words::Word = $crate::words::Word::named(stringify!($name));
    };
    ($name:ident ($($of:ident),+)) => {
        pub(crate) fn $name<'a>($($of: impl Into<fluent_bundle::FluentValue<'a>>),+) -> String {
            $crate::words::catalogue::filled_in(stringify!($name), &[$((stringify!($of), $of.into())),+])
        }
    };
}

mod catalogue;
mod change;
mod columns;
mod counted;
mod events;
mod keys;
mod money;
mod pages;
mod profile;
mod records;
mod templates;
#[cfg(test)]
mod tests;
mod units;

pub use catalogue::CATALOGUES;
pub(crate) use catalogue::{Language, Word, spoken, within};
pub(crate) use change::*;
pub(crate) use columns::*;
pub(crate) use counted::*;
pub(crate) use events::*;
pub(crate) use keys::*;
pub(crate) use money::*;
pub(crate) use pages::*;
pub(crate) use profile::of_profile;
pub(crate) use records::*;
pub(crate) use templates::for_templates;
pub(crate) use units::*;
