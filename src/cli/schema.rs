//! `candor schema`: the keys of a kind as JSON Schema.

use clap::Args;
use serde_json::Value;

use crate::config::Settings;
use crate::document::schema;
use crate::fields::schema::schema as schema_of;
use crate::fields::{FieldRow, Table};
use crate::id::Kind;
use crate::text::{did_you_mean, nearest};
use crate::workflow::Written;

use super::Outcome;
use super::env::{fail, print};

/// Print the keys of a kind of record as JSON Schema; without a name, list the names
///
/// The schema is that of the front matter as JSON, with dates as strings. Editors complete and check by it, and programs
/// learn which keys there are. `config` is candor.toml, `profile` a workflow profile, `diff` what `candor diff` prints, and
/// `record` a record of any kind as data: what `candor query` prints and the site has beside each page.
#[derive(Args, Debug)]
pub(super) struct Schema {
    /// A kind of record, `config`, `profile`, `diff` or `record`
    kind: Option<String>,
}

/// The files that are no records: the name here, another name, what they are, their keys.
const FILES: [(&str, &str, &str, &[FieldRow]); 2] = [
    ("config", "candor.toml", "What candor.toml holds.", Settings::ROWS),
    ("profile", "profile.toml", "A workflow profile.", Written::ROWS),
];

impl Schema {
    pub(super) fn run(self) -> Outcome {
        let Some(name) = self.kind else {
            list();
            return Outcome::Clean;
        };
        match named(name.trim()) {
            Some(schema) => {
                print(format_args!("{schema:#}\n"));
                Outcome::Clean
            }
            None => {
                let names = Kind::ALL.iter().map(|kind| kind.name()).chain(FILES.iter().map(|(name, ..)| *name));
                let meant = nearest(&name, names).map(|meant| format!("; {}", did_you_mean(meant)));
                let meant = meant.unwrap_or_else(|| "; `candor schema` lists the kinds".to_owned());
                fail(Outcome::Usage, format_args!("there is no kind `{name}`{meant}"))
            }
        }
    }
}

fn named(name: &str) -> Option<Value> {
    match name {
        "diff" => return Some(crate::diff::json::schema()),
        "record" => return Some(crate::data::schema::record()),
        _ => {}
    }
    if let Some(kind) = Kind::parse(name) {
        return Some(schema::schema(kind));
    }
    let file = FILES.iter().find(|(own, other, ..)| *own == name || *other == name);
    file.map(|(_, title, description, rows)| schema_of(title, description, &rows.iter().collect::<Vec<_>>()))
}

/// Lists what has keys.
pub(super) fn list() {
    for kind in Kind::ALL {
        let place = match kind.usual_folder() {
            "" => "anywhere else".to_owned(),
            folder => format!("{folder}/"),
        };
        print(format_args!("  {:12}  {:20}  {place}\n", kind.name(), kind.title()));
    }
    print(format_args!("  {:12}  {:20}  candor.toml\n", "config", "the site's settings"));
    print(format_args!("  {:12}  {:20}  beside candor.toml\n", "profile", "a workflow"));
    print(format_args!("  {:12}  {:20}  `candor diff --format json`\n", "diff", "a change"));
    print(format_args!("  {:12}  {:20}  `candor query`\n", "record", "a record as data"));
}
