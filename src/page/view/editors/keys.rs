//! The keys of each kind of record, from the definitions that the front matter is read by.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::document::{Common, Record};
use crate::fields::{FieldPath, Presence, paths};
use crate::id::Kind;
use crate::page::words;
use crate::site::Made;

use super::super::View;
use super::super::part::{Part, capitalised};
use super::room::head;

/// One key.
#[derive(Serialize)]
struct Key {
    /// With those that lead to it: `contract.notice_days`.
    path: String,
    meaning: String,
    /// `a date such as 2021-05-11, without quotes`.
    takes: String,
    is_required: bool,
}

/// The keys of every record, then those of each kind.
pub(in crate::page::view) fn keys(view: &View) -> Result<String, Box<Diagnostic>> {
    let of_kind = |kind: &Kind| {
        let place =
            if kind.folder().is_empty() { words::ANYWHERE_ELSE.to_string() } else { format!("{}/", kind.folder()) };
        given! {
            title: capitalised(kind.title()),
            anchor: format!("keys.{kind}"),
            place,
            command: format!("candor new {kind} \"Title\""),
            keys: listed(Record::paths(*kind)),
        }
    };
    let it = given! {
        index: Part::link(words::FOR_EDITORS, view.to(Made::Editors.path())),
        common: listed(paths::<Common>()),
        kinds: Kind::ALL.iter().map(of_kind).collect::<Vec<_>>(),
    };
    view.fill("editors-keys.html", head(&words::KEYS), &it)
}

/// The keys as rows of a table, each with those that lead to it.
fn listed(paths: Vec<FieldPath>) -> Vec<Key> {
    let key = |it: FieldPath| Key {
        path: it.path,
        meaning: it.row.meaning.trim().to_owned(),
        takes: (it.row.shape)().expected(),
        is_required: it.row.need == Presence::Required,
    };
    paths.into_iter().map(key).collect()
}
