//! One record that a change touches, and what it does to it.

use std::collections::BTreeSet;

use crate::change::Change;
use crate::diagnostic::{Diagnostic, Level};
use crate::id::Kind;
use crate::site::{Entry, Site};

use super::edit::{Edit, Sort};
use super::prose::{Sign, pieces};
use super::{hidden, next, values, words};

/// What happened to a record or a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It came in.
    Added,
    /// It is gone.
    Removed,
    /// It says something else; it may lie elsewhere too.
    Changed,
    /// It lies elsewhere, and says what it said.
    Moved,
}

impl Fate {
    /// In one word: `added`.
    pub fn as_str(self) -> &'static str {
        match self {
            Fate::Added => "added",
            Fate::Removed => "removed",
            Fate::Changed => "changed",
            Fate::Moved => "moved",
        }
    }
}

/// How much a record needs somebody to look. In the order in which they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It has a new error, or takes a step with one.
    Blocked,
    /// It has a new warning.
    Doubtful,
    /// It is gone.
    Removed,
    /// It takes a step, or a vote, an outcome or an amount differs.
    Deciding,
    /// It is new.
    Added,
    /// Its values differ.
    Values,
    /// Its text differs, or its place.
    Text,
}

/// A step that came in.
#[derive(Debug, Clone)]
pub struct Step {
    /// The state before it; `None` when it is the first.
    pub from: Option<String>,
    /// The state that it enters.
    pub to: String,
    /// What the workflow says to it.
    pub verdict: Verdict,
}

/// What the workflow says to a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It knows the step, and no error was found about it.
    InOrder,
    /// It does not know the step.
    NotAllowed,
    /// It knows the step, and an error was found about it: evidence that is missing, an actor who may not take it.
    Incomplete,
    /// It knows one of its states not, or the step has no day.
    NotJudged,
}

impl Verdict {
    /// Whether the step may be taken as it is; `None` where that cannot be judged.
    pub fn is_legal(self) -> Option<bool> {
        match self {
            Verdict::InOrder => Some(true),
            Verdict::NotAllowed | Verdict::Incomplete => Some(false),
            Verdict::NotJudged => None,
        }
    }

    /// It as a clause after the states of the step.
    fn in_words(self) -> &'static str {
        match self {
            Verdict::InOrder => "the workflow allows it",
            Verdict::NotAllowed => "the workflow does not allow it",
            Verdict::Incomplete => "the workflow allows it, and something is wrong or missing",
            Verdict::NotJudged => "it cannot be judged",
        }
    }
}

/// A record that the change touches.
#[derive(Debug)]
pub struct Matter {
    /// `SOW-0001`, `ada`; that of the head, where it is there.
    pub id: String,
    /// `sow`.
    pub kind: Kind,
    /// What a reader calls it; empty where that must not be quoted.
    pub title: String,
    /// Where it lies; where it lay, when it is gone.
    pub path: String,
    /// Where it lay, when it lies elsewhere now.
    pub was_at: Option<String>,
    /// Its folder on the site; `None` when it is gone.
    pub address: Option<String>,
    /// What happened to it.
    pub fate: Fate,
    /// How much it needs a look.
    pub weight: Weight,
    /// The steps that came in, in their order.
    pub steps: Vec<Step>,
    /// The values that differ.
    pub edits: Vec<Edit>,
    /// What else is so: the state, tasks, links, each in a sentence.
    pub notes: Vec<String>,
    /// New findings about it, and errors in the way of its step.
    pub findings: Vec<Diagnostic>,
    /// Its text, with what went and what came in.
    pub prose: Vec<(Sign, String)>,
    /// Who holds it and what comes next; `None` when that is as it was, or nothing is to be done.
    pub next: Option<String>,
}

impl Matter {
    /// What happened, each in a sentence.
    pub fn sentences(&self) -> Vec<String> {
        let mut said = Vec::new();
        said.extend(self.was_at.iter().map(|was| format!("moved from {was} to {}", self.path)));
        for step in &self.steps {
            let from = step.from.as_deref().unwrap_or("begins");
            said.push(format!("{from} → {}: {}", step.to, step.verdict.in_words()));
        }
        said.extend(self.notes.iter().cloned());
        said.extend(self.edits.iter().map(words::told));
        said
    }
}

/// What the change does to the record that was `before` and is `after`; `None` when it leaves it as it was.
pub(super) fn matter(
    change: &Change,
    before: Option<&Entry>,
    after: Option<&Entry>,
    new: &[Diagnostic],
    is_withholding: bool,
) -> Option<Matter> {
    let entry = after.or(before)?;
    let mut findings: Vec<Diagnostic> =
        new.iter().filter(|it| after.is_some_and(|after| it.path == after.path)).cloned().collect();
    findings.sort_by_key(|it| std::cmp::Reverse(it.level));
    let was_at = before.filter(|before| before.path != entry.path).map(|before| before.path.to_string());
    let differs = before.map(|it| &it.text) != after.map(|it| &it.text);
    if !differs && was_at.is_none() && findings.is_empty() {
        return None;
    }
    let fate = match (before, after) {
        (None, _) => Fate::Added,
        (Some(_), None) => Fate::Removed,
        (Some(_), Some(_)) if differs || was_at.is_none() => Fate::Changed,
        (Some(_), Some(_)) => Fate::Moved,
    };
    let both = before.zip(after);
    let differing = both.and_then(|(before, after)| change.fronts(before, after));
    let differing = differing.map(|(was, is)| values::edits(&was, &is)).unwrap_or_default();
    let edits: Vec<Edit> = differing.into_iter().map(|it| hidden(it, is_withholding)).collect();
    let mut prose = both.map(|(before, after)| pieces(before.body(), after.body())).unwrap_or_default();
    prose.retain(|(sign, _)| !(is_withholding && *sign == Sign::Out));
    let steps = both.map(|(_, after)| steps(change.head, after, &edits, &findings)).unwrap_or_default();
    let mut notes = both.map(|both| notes(change, both, is_withholding)).unwrap_or_default();
    if let (Some(after), None) = (after, before) {
        notes.extend(after.status.as_ref().map(|status| format!("state: {}", status.state)));
    }
    let ahead = after.and_then(|after| next(change.head, after));
    let was_ahead = before.and_then(|before| next(change.base, before));
    let it_matters = edits.iter().any(|it| words::is_deciding(&it.key)) || !notes.is_empty();
    let has = |level: Level| findings.iter().any(|it| it.level == level);
    let weight = match fate {
        _ if has(Level::Error) => Weight::Blocked,
        _ if has(Level::Warning) => Weight::Doubtful,
        Fate::Removed => Weight::Removed,
        Fate::Added => Weight::Added,
        Fate::Changed | Fate::Moved if it_matters => Weight::Deciding,
        Fate::Changed | Fate::Moved if !edits.is_empty() => Weight::Values,
        Fate::Changed | Fate::Moved => Weight::Text,
    };
    let is_quotable = !(is_withholding && after.is_none());
    Some(Matter {
        id: entry.id.to_string(),
        kind: entry.kind(),
        title: if is_quotable { entry.title.clone() } else { String::new() },
        path: entry.path.to_string(),
        was_at,
        address: after.map(|after| after.address.clone()),
        fate,
        weight,
        steps,
        edits,
        notes,
        findings,
        prose,
        next: ahead.filter(|ahead| Some(ahead) != was_ahead.as_ref()),
    })
}

fn steps(site: &Site, after: &Entry, edits: &[Edit], findings: &[Diagnostic]) -> Vec<Step> {
    let events = after.events();
    let judged = site.judged_steps(after);
    let new = edits.iter().filter(|it| it.key == "event" && it.sort == Sort::Item && it.is.is_some());
    let places = new.filter_map(|it| it.place).filter(|at| *at < events.len());
    places
        .map(|at| {
            let names = [format!("event.{at}"), format!("step.{at}")];
            let about = |it: &Diagnostic| {
                let key = |key: &String| names.iter().any(|name| key == name || key.starts_with(&format!("{name}.")));
                let is_subject = it.subjects.iter().any(|subject| subject.key.as_ref().is_some_and(key));
                is_subject || it.span.is_some_and(|span| events[at].whole().holds(span))
            };
            let state = |at: usize| events[at].to.get().cloned();
            Step {
                from: at.checked_sub(1).and_then(state),
                to: state(at).unwrap_or_else(|| "(not stated)".to_owned()),
                verdict: match judged.iter().find(|step| step.at == at).zip(site.workflow_of(after)) {
                    None => Verdict::NotJudged,
                    Some((step, workflow)) if !step.is_legal(workflow) => Verdict::NotAllowed,
                    Some(_) if findings.iter().any(|it| it.level == Level::Error && about(it)) => Verdict::Incomplete,
                    Some(_) => Verdict::InOrder,
                },
            }
        })
        .collect()
}

/// The state, the tasks and the links that differ.
fn notes(change: &Change, (before, after): (&Entry, &Entry), is_withholding: bool) -> Vec<String> {
    let (base, head) = (change.base, change.head);
    let mut said = Vec::new();
    let state = |entry: &Entry| entry.status.as_ref().map(|status| status.state.clone());
    if let (Some(was), Some(is)) = (state(before), state(after))
        && was != is
        && before.events().len() == after.events().len()
    {
        said.push(format!("state: {was} → {is}"));
    }
    let tasks = |site: &Site, entry: &Entry| -> BTreeSet<(bool, String)> {
        site.actions_in(entry).iter().map(|it| (it.done, it.what.clone())).collect()
    };
    let (was, is) = (tasks(base, before), tasks(head, after));
    for (done, what) in is.difference(&was) {
        said.push(format!("{}: {what}", if *done { "action closed" } else { "action opened" }));
    }
    let is_open = |what: &str| is.iter().any(|(_, it)| it == what);
    let gone = was.iter().filter(|(_, what)| !is_open(what) && !is_withholding);
    said.extend(gone.map(|(_, what)| format!("action taken out: {what}")));
    let links = |entry: &Entry| -> BTreeSet<String> {
        let of_text = entry.links.iter().filter(|link| link.span.start >= entry.body_start);
        of_text.map(|link| link.destination.clone()).collect()
    };
    let (was, is) = (links(before), links(after));
    said.extend(is.difference(&was).map(|link| format!("link added: {link}")));
    said.extend(was.difference(&is).filter(|_| !is_withholding).map(|link| format!("link removed: {link}")));
    said
}
