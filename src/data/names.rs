//! Names as other systems want them, and their documents in YAML.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::site::Entry;

/// How long a name may be: as long as a part of a host's name.
const LONGEST: usize = 63;

/// The names of records, no two alike.
#[derive(Default)]
pub(super) struct Names {
    of: HashMap<usize, String>,
    taken: HashSet<String>,
}

impl Names {
    /// The name of `entry`: small letters, digits and hyphens, at most 63, a letter or a digit at each end.
    pub(super) fn of(&mut self, entry: &Entry) -> String {
        if let Some(name) = self.of.get(&entry.at) {
            return name.clone();
        }
        let name = self.free(&entry.id.key);
        self.of.insert(entry.at, name.clone());
        name
    }

    /// A name like `wanted` that nothing has yet.
    pub(super) fn free(&mut self, wanted: &str) -> String {
        let plain = fitted(wanted);
        let with_number = |number: usize| {
            let end = format!("-{number}");
            format!("{}{end}", plain[..plain.len().min(LONGEST - end.len())].trim_end_matches('-'))
        };
        let names = std::iter::once(plain.clone()).chain((2..).map(with_number));
        let name = names.into_iter().find(|name| !self.taken.contains(name)).expect("numbers do not end");
        self.taken.insert(name.clone());
        name
    }
}

/// `text` in letters that every system takes; `record` where there is none of them.
fn fitted(text: &str) -> String {
    let mut name = String::new();
    for letter in text.chars() {
        match letter.is_ascii_alphanumeric() {
            true => name.push(letter.to_ascii_lowercase()),
            false if name.ends_with('-') || name.is_empty() => {}
            false => name.push('-'),
        }
    }
    name.truncate(LONGEST);
    let name = name.trim_end_matches('-');
    if name.is_empty() { "record".to_owned() } else { name.to_owned() }
}

/// `all` as documents of one YAML file; `None` without any.
pub(super) fn documents(all: &[Value]) -> Option<String> {
    let document = |value: &Value| {
        let text = serde_yaml_ng::to_string(value).expect("objects with texts as keys are YAML");
        format!("---\n{text}")
    };
    (!all.is_empty()).then(|| all.iter().map(document).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parts_of_hosts_and_no_two_are_alike() {
        let mut names = Names::default();
        let long = "a".repeat(80);
        let cases = [
            ("Bug Tracker", "bug-tracker"),
            ("bug_tracker", "bug-tracker-2"),
            ("-x-", "x"),
            ("Ünï", "n"),
            ("список", "record"),
            ("", "record-2"),
        ];
        for (wanted, name) in cases {
            assert_eq!(names.free(wanted), name, "{wanted}");
        }
        assert_eq!(names.free(&long), "a".repeat(63));
        assert_eq!(names.free(&long), format!("{}-2", "a".repeat(61)));
    }
}
