//! `candor keys`: the keys of a kind, for those who write it.

use clap::Args;

use crate::config::Settings;
use crate::document::keys::{self, Key, Needed};
use crate::fields::paths;
use crate::id::Kind;
use crate::text::{did_you_mean, nearest};
use crate::workflow::Written;

use super::Outcome;
use super::env::{BOLD, DIM, fail, print};
use super::profile::profile_here;
use super::schema::list;

/// Print the keys of a kind of record: what each takes, when it is required, an example; without a name, list the names
///
/// When a key is required follows from the workflow of the record here, where there is one. `record` is what every record can
/// have, `config` is candor.toml, `profile` a workflow profile.
#[derive(Args, Debug)]
pub(super) struct Keys {
    /// A kind of record, `record`, `config` or `profile`
    kind: Option<String>,
}

/// How wide the columns of a key and of what it takes become at most.
const PATH: usize = 24;
const SORT: usize = 36;

/// The keys of a table.
type OfTable = fn() -> Vec<Key>;

/// What has keys and is no kind of record.
const OTHERS: [(&str, OfTable); 3] = [
    ("record", keys::common_keys),
    ("config", || keys::keys_of(paths::<Settings>())),
    ("profile", || keys::keys_of(paths::<Written>())),
];

impl Keys {
    pub(super) fn run(self) -> Outcome {
        let Some(name) = self.kind else {
            list();
            return Outcome::Clean;
        };
        let name = name.trim();
        if let Some(kind) = Kind::parse(name) {
            let place = if kind.usual_folder().is_empty() { "anywhere else" } else { kind.usual_folder() };
            let mut keys = match profile_here() {
                Ok(profile) => keys::keys(kind, &profile),
                Err(outcome) => return outcome,
            };
            keys.extend(keys::common_keys());
            print(format_args!("{BOLD}{}{BOLD:#} {DIM}{place}{DIM:#}\n{}", kind.title(), table(&keys)));
            return Outcome::Clean;
        }
        if let Some((name, keys)) = OTHERS.iter().find(|(own, _)| *own == name) {
            print(format_args!("{BOLD}{name}{BOLD:#}\n{}", table(&keys())));
            return Outcome::Clean;
        }
        let names = Kind::ALL.iter().map(|kind| kind.name()).chain(OTHERS.iter().map(|(name, _)| *name));
        let meant = nearest(name, names).map(|meant| format!("; {}", did_you_mean(meant)));
        let meant = meant.unwrap_or_else(|| "; `candor keys` lists the kinds".to_owned());
        fail(Outcome::Usage, format_args!("there is no kind `{name}`{meant}"))
    }
}

/// A line for each key with its columns, and below it what it means, which words it takes, and an example.
fn table(keys: &[Key]) -> String {
    let rows: Vec<[String; 3]> = keys.iter().map(row).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let (first, second) = (width(0).min(PATH), width(1).min(SORT));
    let mut text = String::new();
    for (key, [path, takes, needed]) in keys.iter().zip(&rows) {
        text.push_str(format!("\n{BOLD}{path:first$}{BOLD:#}  {takes:second$}  {needed}").trim_end());
        text.push_str(&format!("\n    {}\n", key.row.meaning.trim()));
        let words = (key.row.shape)().words();
        if !words.is_empty() {
            text.push_str(&format!("    {DIM}one of{DIM:#} {}\n", words.join(", ")));
        }
        text.push_str(&format!("    {DIM}such as{DIM:#} {}\n", key.row.example_line()));
    }
    text
}

fn row(key: &Key) -> [String; 3] {
    let needed = match &key.needed {
        Needed::Always => "required".to_owned(),
        Needed::In(states) if states.is_empty() => String::new(),
        Needed::In(states) => format!("required in: {}", states.join(", ")),
    };
    [key.path.clone(), (key.row.shape)().sort(), needed]
}
