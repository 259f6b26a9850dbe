//! What a step asks for as evidence: a closed list of guards, each of which can say what it wants and how to give it.
//!
//! Fields are paths: `cost.status` is the `status` in the table `cost`; `event.note` is the `note` of the event that takes
//! the step. Everything is judged on the day of that event.

use std::sync::Arc;

use super::share::Share;
use super::{Body, Party};
use crate::text::{Date, list};

/// A guard, and what the profile calls it when the usual words do not do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// What must be so.
    pub guard: Guard,
    /// A fragment like those of [`Guard::wants`].
    pub says: Option<String>,
    /// A sentence like those of [`Guard::instruction`].
    pub help: Option<String>,
    /// The clause behind it, where the step rests on several.
    pub clause: Option<String>,
    /// The first day of steps that need it; `None` for all.
    pub since: Option<Date>,
}

impl Evidence {
    /// What is missing, after the word "Missing:": `a decision of the board on the expenditure`.
    pub fn wants(&self) -> String {
        self.says.clone().unwrap_or_else(|| self.guard.wants())
    }

    /// What to type.
    pub fn instruction(&self) -> String {
        self.help.clone().unwrap_or_else(|| self.guard.instruction())
    }
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Guard {
    /// The text has this section, and something stands in it.
    Section {
        /// The text of the heading, without its marks: `Exit plan`.
        title: String,
    },
    /// The field is given, be it withheld; with `is`, it says one of these. A boolean says `true` or `false`.
    Field {
        /// The path of the field: `cost.status`.
        field: String,
        /// The words of which the field says one; empty when it is enough that the field is given.
        is: Vec<String>,
    },
    /// The field holds a link.
    Link {
        /// The path of the field: `event.link`.
        field: String,
    },
    /// A decision is about the record, or is named by the event and about what the record belongs with, and was decided on
    /// that day or before; one that accepts work also not before the record entered the state that the step leaves. `None`
    /// accepts any kind, any body, any outcome, any way of deciding. When `named`, the event has to name it.
    Decision {
        /// What the decision is on: `expenditure`; `None` for anything.
        kind: Option<String>,
        /// The body that decided; `None` for any.
        group: Option<Arc<Body>>,
        /// How it ended: `accepted`; `None` for any outcome.
        outcome: Option<String>,
        /// How it was decided: `simple-majority`; `None` for any way.
        mode: Option<String>,
        /// Whether the event has to name the decision.
        named: bool,
    },
    /// So many different people approved, with so many different affiliations on the days they did.
    Approvals(Approvals),
    /// So many days have passed since the date in the field; when `fresh`, also since the record came into the state that
    /// the step leaves. Steps to that same state in between do not begin the days anew.
    Elapsed {
        /// The path of the field with the date: `comment.opens`.
        from: String,
        /// How many days, at least; with zero, the day itself has come.
        days: u32,
        /// Whether the same days have passed since the record came into the state that the step leaves.
        fresh: bool,
    },
    /// The field is a list of so many items, or the number itself. Items that say the same under `distinct` are one, and so
    /// are words that are the same. One of them is one of `with`, or a member; anyone, when it is empty.
    Count {
        /// The path of the list or of the number: `admins`.
        field: String,
        /// The least number that is enough; `None` for no lower bound.
        at_least: Option<u32>,
        /// The greatest number that is allowed; `None` for no upper bound.
        at_most: Option<u32>,
        /// The key of the items by which they are told apart: `person`; `None` when only words that are the same are one.
        distinct: Option<String>,
        /// Those of whom one is among the items; empty when anyone may be.
        with: Vec<Party>,
        /// What the items say that count, under a key of theirs; `None` when all do.
        only: Option<Condition>,
    },
    /// Each of `by` is in the list of those who agreed, or a member is, or an accepted decision of theirs; and so is every
    /// contractor that runs one of the services which the field `runs` names on that day.
    Agreed {
        /// The path of the list: `agreements`.
        field: String,
        /// Whose agreement is asked for.
        by: Vec<Party>,
        /// The path of the list of services; `None` when nobody who runs one has to agree.
        runs: Option<String>,
    },
    /// Every item of the list is `met`, or `done`, and there is one.
    AllMet {
        /// The path of the list: `milestone`.
        field: String,
    },
    /// The date in `first` is not later than the date in `then`; holds when either is not given.
    Before {
        /// The path of the earlier date: `comment.closes`.
        first: String,
        /// The path of the later date: `event.date`.
        then: String,
    },
    /// The record that the field refers to is in one of these states.
    State {
        /// The path of the field that refers to the record: `proposal`.
        of: String,
        /// The names of the states of which the record is in one.
        is: Vec<String>,
    },
    /// Where the condition holds, nothing; else all of the needs.
    Unless {
        /// What makes the exception.
        condition: Condition,
        /// What must hold where there is no exception: all of these.
        needs: Vec<Evidence>,
    },
    /// One of the needs.
    Any {
        /// What is enough: any one of these.
        needs: Vec<Evidence>,
    },
}

/// Whose approvals are asked for, and how many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approvals {
    /// How many different people, at least; a share is one of those whose approvals count.
    pub count: Share,
    /// How many different affiliations, at least; `None` when any number is enough.
    pub affiliations: Option<u32>,
    /// Those who are among these on the day count; everybody's, when it is empty.
    pub by: Vec<Party>,
    /// Those whom these fields name do not count.
    pub except: Vec<Party>,
    /// Only those count that were given since the record entered the state that the step leaves.
    pub fresh: bool,
}

/// What a field must say for an exception.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The path of the field: `cost.status`.
    pub field: String,
    /// One of these words; empty when it is enough that the field is given.
    pub is: Vec<String>,
}

impl Guard {
    /// Itself, or the guards that it is made of, down to the innermost.
    pub fn parts(&self) -> Vec<&Guard> {
        match self {
            Guard::Unless { needs, .. } | Guard::Any { needs } => {
                needs.iter().flat_map(|need| need.guard.parts()).collect()
            }
            Guard::Section { .. }
            | Guard::Field { .. }
            | Guard::Link { .. }
            | Guard::Decision { .. }
            | Guard::Approvals(_)
            | Guard::Elapsed { .. }
            | Guard::Count { .. }
            | Guard::AllMet { .. }
            | Guard::Before { .. }
            | Guard::Agreed { .. }
            | Guard::State { .. } => vec![self],
        }
    }

    /// The fields that must say something for it, as paths; of a guard that is made of others, all of theirs.
    pub fn fields(&self) -> Vec<&str> {
        self.parts().into_iter().filter_map(Guard::field).collect()
    }

    /// Whether it, or a part of it, looks at what the record itself says now: at its fields and sections, not at the event of
    /// the step, at approvals or at decisions.
    pub fn looks_at_record(&self) -> bool {
        let is_of_record = |field: &str| !field.starts_with("event.");
        self.parts().into_iter().any(|part| match part {
            Guard::Section { .. } => true,
            Guard::Before { first, then } => is_of_record(first) || is_of_record(then),
            Guard::Field { .. }
            | Guard::Link { .. }
            | Guard::Count { .. }
            | Guard::Agreed { .. }
            | Guard::AllMet { .. }
            | Guard::Elapsed { .. }
            | Guard::State { .. } => part.field().is_some_and(is_of_record),
            Guard::Decision { .. } | Guard::Approvals(_) | Guard::Unless { .. } | Guard::Any { .. } => false,
        })
    }

    /// Whether it, or a part of it, asks for a decision.
    pub fn asks_for_decision(&self) -> bool {
        self.parts().into_iter().any(|part| matches!(part, Guard::Decision { .. }))
    }

    /// The one field that it looks at, as a path; `None` where it is made of others or looks at something else.
    pub fn field(&self) -> Option<&str> {
        match self {
            Guard::Field { field, .. }
            | Guard::Link { field }
            | Guard::Count { field, .. }
            | Guard::Agreed { field, .. }
            | Guard::AllMet { field } => Some(field),
            Guard::Elapsed { from, .. } => Some(from),
            Guard::State { of, .. } => Some(of),
            Guard::Section { .. }
            | Guard::Decision { .. }
            | Guard::Approvals(_)
            | Guard::Before { .. }
            | Guard::Unless { .. }
            | Guard::Any { .. } => None,
        }
    }

    /// What is missing, after the word "Missing:": `a decision of the board on the expenditure`.
    pub fn wants(&self) -> String {
        match self {
            Guard::Section { title } => format!("the section “{title}”"),
            Guard::Field { field, is } if is.is_empty() => name(field),
            Guard::Field { field, is } => format!("{} of {}", name(field), words(is)),
            Guard::Link { field } if field == "event.link" => "a link that shows it".to_owned(),
            Guard::Link { field } => format!("a link to {}", name(field)),
            Guard::Decision { kind, group, outcome, mode, .. } => {
                let whose = group.as_ref().map_or(String::new(), |body| format!(" of {}", body.title));
                let on = kind.as_deref().map_or("", subject);
                let way = mode.as_deref().map_or(String::new(), |mode| format!(" by {}", mode.replace('-', " ")));
                match outcome.as_deref() {
                    None | Some("accepted") => format!("a decision{whose}{on}{way}"),
                    Some(outcome) => format!("a decision{whose}{on}{way} that ended as {outcome}"),
                }
            }
            Guard::Approvals(asked) => {
                let whose = list(asked.by.iter().map(Party::title), "or");
                let whose = if whose.is_empty() { whose } else { format!(" by {whose}") };
                let people = match asked.count.fixed() {
                    Some(count) => format!("{}{whose}", many(count, "approval", "approvals")),
                    None => {
                        format!("approvals by {}", asked.count.among(&list(asked.by.iter().map(Party::title), "or")))
                    }
                };
                match asked.affiliations {
                    Some(from) => format!("{people} from at least {}", many(from, "affiliation", "affiliations")),
                    None => people,
                }
            }
            Guard::Elapsed { from, days: 0, .. } => format!("the day in `{from}`"),
            Guard::Elapsed { from, days, .. } => format!("{} after {}", many(*days, "day", "days"), name(from)),
            Guard::Count { field, at_least, at_most, distinct, with, only } => {
                let least = at_least.map(|number| format!("at least {number}"));
                let most = at_most.map(|number| format!("at most {number}"));
                let number = list(least.into_iter().chain(most), "and");
                let among = among(with);
                let only =
                    only.as_ref().map(|it| format!(" with `{}` of {}", it.field, words(&it.is))).unwrap_or_default();
                match distinct {
                    Some(key) => format!("{number} in `{field}`{only}, each with another `{key}`{among}"),
                    None => format!("{number} in `{field}`{only}{among}"),
                }
            }
            Guard::Agreed { by, runs, .. } => {
                let whose = list(by.iter().map(Party::title), "and");
                let others = runs.as_ref().map(|_| ", and of each contractor that runs what it touches");
                format!("the agreement of {whose}{}", others.unwrap_or_default())
            }
            Guard::AllMet { field } => format!("every item of `{field}` met"),
            Guard::Before { first, then } => format!("`{first}` no later than `{then}`"),
            Guard::State { of, is } => format!("{} in the state {}", name(of), list(is.iter().cloned(), "or")),
            Guard::Unless { needs, .. } => list(needs.iter().map(Evidence::wants), "and"),
            Guard::Any { needs } => list(needs.iter().map(Evidence::wants), "or"),
        }
    }

    /// What to type.
    pub fn instruction(&self) -> String {
        match self {
            Guard::Section { title } => format!("write the section `## {title}`"),
            Guard::Field { field, is } => match is.as_slice() {
                [] => set(field, "…"),
                [only] => set(field, &format!("\"{only}\"")),
                several => format!("set `{field}` to {}", words(several)),
            },
            Guard::Link { field } => set(field, "\"https://…\""),
            Guard::Decision { kind, group, outcome, mode, named } => {
                let kind = kind.as_ref().map(|kind| format!("`kind = \"{kind}\"`"));
                let group = group.as_ref().map(|body| format!("{} as its `group`", body.title));
                let outcome = outcome.as_ref().map(|outcome| format!("`outcome = \"{outcome}\"`"));
                let mode = mode.as_ref().map(|mode| format!("`mode = \"{mode}\"`"));
                let with = list(kind.into_iter().chain(group).chain(outcome).chain(mode), "and");
                let with = if with.is_empty() { with } else { format!(" with {with}") };
                let about = if *named { "" } else { "name this record in its `about`, or " };
                format!(
                    "record the decision in `decisions/`{with}, and {about}name it in the event: `decision = \"DEC-…\"`"
                )
            }
            Guard::Approvals(_) => "add `[[approval]]` tables with `person`, `date` and `link`".to_owned(),
            Guard::Elapsed { from, days: 0, .. } => format!("wait until the date in `{from}`, or correct it"),
            Guard::Elapsed { from, days, fresh: false } => {
                format!("wait until {} after the date in `{from}`, or correct it", many(*days, "day", "days"))
            }
            Guard::Elapsed { from, days, fresh: true } => {
                let days = many(*days, "day", "days");
                format!(
                    "wait until {days} after the date in `{from}` and after the step before this one, or correct them"
                )
            }
            Guard::Count { field, at_least, at_most, with, .. } => {
                let among = among(with);
                match (at_least, at_most) {
                    (Some(least), None) => format!("list at least {least} in `{field}`{among}"),
                    (None, Some(most)) => format!("list at most {most} in `{field}`{among}"),
                    (Some(least), Some(most)) => format!("list {least} to {most} in `{field}`{among}"),
                    (None, None) => format!("list them in `{field}`{among}"),
                }
            }
            Guard::Agreed { field, by, runs } => {
                let whose = list(by.iter().map(Party::title), "and");
                let others = runs.as_ref().map(|_| ", and the slug of each contractor that runs what it touches");
                format!("list in `{field}` the decision of {whose}{}", others.unwrap_or_default())
            }
            Guard::AllMet { field } => {
                format!("set `met = true` and `evidence` in each `[[{field}]]`, or take the step back")
            }
            Guard::Before { first, then } if then == "event.date" => {
                format!("wait until the date in `{first}`, or correct it")
            }
            Guard::Before { first, then } => format!("correct `{first}` or `{then}`"),
            Guard::State { of, is } => {
                format!("bring the record that `{of}` names to {}, by an event there", words(is))
            }
            Guard::Any { needs } => needs.iter().map(Evidence::instruction).collect::<Vec<_>>().join("; or "),
            Guard::Unless { condition, needs } => {
                format!("{}; {}", list(needs.iter().map(Evidence::instruction), "and"), condition.instruction())
            }
        }
    }
}

impl Condition {
    /// What to do about the exception, after what to do about the needs: what is so decides the field, and not what would be
    /// easier.
    pub fn instruction(&self) -> String {
        match self.is.is_empty() {
            true => format!("or give `{}`", self.field),
            false => format!("if `{}` does not say what is so, correct it", self.field),
        }
    }
}

/// `, the working group among them`
fn among(parties: &[Party]) -> String {
    match parties {
        [] => String::new(),
        several => format!(", {} among them", list(several.iter().map(Party::title), "or")),
    }
}

/// A plain key becomes words: `the route reason`. A path would read badly so, and keeps its form.
fn name(field: &str) -> String {
    match field.strip_prefix("event.") {
        Some("note") => "the reason".to_owned(),
        Some(key) => format!("the {key} of the step"),
        None if field.contains('.') => format!("`{field}`"),
        None => format!("the {}", field.replace('_', " ")),
    }
}

fn set(field: &str, value: &str) -> String {
    match field.strip_prefix("event.") {
        Some(key) => format!("add `{key} = {value}` to the event"),
        None => format!("add `{field} = {value}` to the front matter"),
    }
}

fn words(words: &[String]) -> String {
    list(words.iter().map(|word| format!("`{word}`")), "or")
}

fn many(number: u32, one: &str, many: &str) -> String {
    crate::text::count(number as usize, one, many)
}

/// What a decision of a kind is about, after `a decision of the board`.
fn subject(kind: &str) -> &'static str {
    match kind {
        "expenditure" => " on the expenditure",
        "membership" => " on the membership",
        "chair" => " on the chair",
        "acceptance" => " to accept the work",
        "handover" => " on the handover",
        "award" => " on the award",
        "charter" => " on the charter",
        "route" => " on who carries it out",
        _ => "",
    }
}
