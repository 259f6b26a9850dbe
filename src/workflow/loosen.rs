//! What one profile allows or leaves unasked that another one did not: two profiles compared as values.
//!
//! Each difference by which something becomes legal, or is no longer asked for, is one [`Loosening`]. What becomes stricter
//! is none, nor is what is only worded, ordered or filed in another way.

mod asked;
mod guards;
mod steps;

use super::{Clause, Profile};

/// One thing that the later of two profiles allows, or does not ask for any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loosening {
    /// The way to the value in a profile that says so: `kind`, `sow`, `stalled_after_days`, `draft`.
    pub way: Vec<Part>,
    /// The fact, as a sentence in lower case: "`comment_days` goes from 14 to 7".
    pub what: String,
}

/// One part of the way to a value in a TOML file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A key of a table.
    Key(String),
    /// The item of a list whose keys say this. `None` for a key that is not there.
    Item(Vec<(&'static str, Option<String>)>),
}

/// Everything by which `after` is looser than `before`, in the order of what profiles can say. Empty when it is at least as
/// strict in everything. The levels of rules are left out: a site can set them as well.
pub fn loosened(before: &Profile, after: &Profile) -> Vec<Loosening> {
    let mut found = Found::default();
    bodies(before, after, &mut found);
    asked::requirements(&before.requirements, &after.requirements, &mut found);
    let general = |profile: &Profile| profile.requirements.number("stalled_after_days");
    for (kind, workflow) in before.kinds.iter().filter(|(_, workflow)| !workflow.states.is_empty()) {
        match after.kind(*kind) {
            Some(is) => steps::workflow(*kind, (workflow, is), (general(before), general(after)), &mut found),
            None => found.add(
                &["kind", kind.name()],
                format!("{} has no states any more, so none of its steps is looked at", kind.with_article()),
            ),
        }
    }
    clauses(before, after, &mut found);
    found.all
}

/// Bodies that are somebody else, or nobody any more.
fn bodies(before: &Profile, after: &Profile, found: &mut Found) {
    for (word, was) in &before.bodies {
        let way = ["body", word.as_str()];
        let Some(is) = after.bodies.get(word) else {
            found.add(&way, format!("there is no body `{word}` any more"));
            continue;
        };
        if (&was.group_type, was.of_record) != (&is.group_type, is.of_record) {
            found.add(&way, format!("the body `{word}` is another group than it was"));
        }
    }
}

/// Clauses that are gone, or that less holds up than before.
fn clauses(before: &Profile, after: &Profile, found: &mut Found) {
    // What a step cites in words of its own is told with the step.
    for was in before.clauses.iter().filter(|clause| !clause.says.is_empty()) {
        let way = ["clause", was.name.as_str()];
        let Some(is) = after.clauses.iter().find(|clause| clause.name == was.name) else {
            found.add(&way, format!("the clause `{}` is dropped", was.name));
            continue;
        };
        let Clause { name, profile: _, source: _, says: _, rules, about, person: _, requires } = was;
        for rule in rules.iter().filter(|rule| !is.rules.contains(rule)) {
            found.add(
                &[&way[..], &["rules"]].concat(),
                format!("the clause `{name}` does not count on `{rule}` any more"),
            );
        }
        for key in requires.iter().filter(|key| !is.requires.contains(key)) {
            found.add(
                &[&way[..], &["requires"]].concat(),
                format!("the clause `{name}` does not stand behind `{key}` any more"),
            );
        }
        let is_narrower =
            !is.about.is_empty() && (about.is_empty() || about.iter().any(|kind| !is.about.contains(kind)));
        if is_narrower {
            found.add(&[&way[..], &["about"]].concat(), format!("the clause `{name}` speaks of fewer kinds of record"));
        }
    }
}

/// What was found so far; nothing twice.
#[derive(Default)]
struct Found {
    all: Vec<Loosening>,
}

impl Found {
    fn add(&mut self, way: &[&str], what: String) {
        self.at(way.iter().map(|key| Part::Key((*key).to_owned())).collect(), what);
    }

    fn at(&mut self, way: Vec<Part>, what: String) {
        let loosening = Loosening { way, what };
        if !self.all.contains(&loosening) {
            self.all.push(loosening);
        }
    }
}

#[cfg(test)]
mod tests;
