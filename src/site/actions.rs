//! What somebody took on: the tasks of the minutes.

use std::cmp::Reverse;

use rayon::prelude::*;

use crate::id::Kind;
use crate::markdown::{Evidence, Task};
use crate::text::{Date, Span};

use super::{Entry, Site};

/// Who a task names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// A person of the directory, by its place in the site.
    Known(usize),
    /// A name that the directory does not know.
    Unknown(String),
}

impl Owner {
    /// The place of the person in the site; `None` for a name that the directory does not know.
    pub fn known(&self) -> Option<usize> {
        if let Owner::Known(at) = self { Some(*at) } else { None }
    }
}

/// One task of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The record that holds it, by its place in the site.
    pub from: usize,
    /// Which of the record's tasks it is.
    pub task: usize,
    /// What is to be done, as plain text.
    pub what: String,
    /// Who is to do it, in the order in which they are named; empty when nobody is.
    pub owners: Vec<Owner>,
    /// The last day for it; `None` when no day is stated or it is no date.
    pub due: Option<Date>,
    /// Whether its box is ticked.
    pub done: bool,
    /// What shows that it is done: what stands behind it, else the first link in it. `None` for open ones.
    pub evidence: Option<Evidence>,
    /// The day on which it was agreed; `None` outside of meetings.
    pub agreed: Option<Date>,
    /// The first line of the task in the text of the record.
    pub span: Span,
}

impl Action {
    /// Whether it is open although its last day is before `today`; `false` when it has none.
    pub fn is_overdue(&self, today: Date) -> bool {
        !self.done && self.due.is_some_and(|due| due < today)
    }
}

impl Site {
    /// What `owner` is called: by the directory, else as written.
    pub fn owner_name<'a>(&'a self, owner: &'a Owner) -> &'a str {
        match owner {
            Owner::Known(at) => &self.entries[*at].title,
            Owner::Unknown(name) => name,
        }
    }
}

/// The tasks of every meeting, the latest meeting first, in the order of the minutes.
pub(super) fn actions(site: &Site) -> Vec<Action> {
    let mut meetings: Vec<&Entry> = site.of_kind(Kind::Meeting).collect();
    meetings.sort_by_cached_key(|meeting| (Reverse(meeting.id.date()), meeting.at));
    meetings.into_par_iter().flat_map_iter(|meeting| of_record(site, meeting)).collect()
}

fn of_record<'a>(site: &'a Site, entry: &'a Entry) -> impl Iterator<Item = Action> + 'a {
    entry.outline.tasks.iter().enumerate().map(move |(number, task)| Action {
        from: entry.at,
        task: number,
        what: task.what.clone(),
        owners: task
            .owners
            .iter()
            .map(|(name, _)| match site.mentioned(name).entry() {
                Some(person) => Owner::Known(person.at),
                None => Owner::Unknown(name.clone()),
            })
            .collect(),
        due: task.due.map(|(date, _)| date),
        done: task.done,
        evidence: task.done.then(|| task.evidence.clone().or_else(|| first_link(task))).flatten(),
        agreed: entry.id.date(),
        span: task.span,
    })
}

fn first_link(task: &Task) -> Option<Evidence> {
    task.links.first().map(|to| Evidence { text: String::new(), to: to.clone() })
}
