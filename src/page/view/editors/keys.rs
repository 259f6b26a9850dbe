//! The keys of each kind of record, from the definitions that the front matter is read by.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::document::keys::{self, Key, Needed};
use crate::id::Kind;
use crate::site::Made;
use crate::text::capitalised;
use crate::words;

use super::super::View;
use super::super::part::Part;
use super::room::head;

/// One key.
#[derive(Serialize)]
struct Shown {
    /// With those that lead to it: `contract.notice_days`.
    path: String,
    meaning: String,
    /// `date`, `list: text`.
    takes: String,
    /// The words that it may be; empty where it may be anything.
    words: &'static [&'static str],
    /// As it is written: `tags = ["mailing lists"]`.
    example: String,
    is_required: bool,
    /// The states in which it must be there, where that is not always.
    required_in: Vec<String>,
}

/// The keys of every record, then those of each kind.
pub(in crate::page::view) fn keys(view: &View) -> Result<String, Diagnostic> {
    let of_kind = |kind: &Kind| {
        let place = match view.site.layout().folder(*kind) {
            "" => words::ANYWHERE_ELSE.to_string(),
            folder => format!("{folder}/"),
        };
        given! {
            title: capitalised(kind.title()),
            anchor: format!("keys.{kind}"),
            place,
            command: format!("candor new {kind} \"Title\""),
            keys: listed(keys::keys(*kind, &view.site.profile)),
        }
    };
    let it = given! {
        index: Part::link(words::FOR_EDITORS, view.to(Made::Editors.path())),
        common: listed(keys::common_keys()),
        kinds: Kind::ALL.iter().map(of_kind).collect::<Vec<_>>(),
    };
    view.fill("editors-keys.html", head(&words::KEYS), &it)
}

/// The keys as rows of a table, each with those that lead to it.
fn listed(keys: Vec<Key>) -> Vec<Shown> {
    let shown = |it: Key| {
        let (is_required, required_in) = match it.needed {
            Needed::Always => (true, Vec::new()),
            Needed::In(states) => (false, states),
        };
        Shown {
            path: it.path,
            meaning: it.row.meaning.trim().to_owned(),
            takes: (it.row.shape)().sort(),
            words: (it.row.shape)().words(),
            example: it.row.example_line(),
            is_required,
            required_in,
        }
    };
    keys.into_iter().map(shown).collect()
}
