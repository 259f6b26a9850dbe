//! Every step of a record with its evidence, and those of the other records of its matter, the latest first.

use serde::Serialize;

use crate::site::{Entry, Step};
use crate::words;
use crate::workflow::diagram::Marks;

use super::View;
use super::part::{Day, Part};

/// Something that happened.
#[derive(Serialize)]
pub(crate) struct HistoryLine {
    /// The step's anchor; `None` for a step of another record.
    anchor: Option<String>,
    /// The other record that it happened to.
    of: Option<Part>,
    /// `None` when it is not recorded.
    day: Option<Day>,
    state: Part,
    phase: &'static str,
    by: Option<Part>,
    evidence: Vec<Part>,
    note: Option<String>,
    is_last: bool,
}

impl View<'_> {
    /// The picture of its kind with the record's own path on it; `None` when nothing happened to it yet, and where
    /// there is next to nothing to show.
    pub(crate) fn picture(&self, entry: &Entry) -> Option<String> {
        let status = entry.status.as_ref().filter(|status| !status.steps.is_empty())?;
        // Two states make no path.
        let picture = self.context.shared.diagrams.get(&entry.kind()).filter(|picture| picture.length() > 2)?;
        let passed = status.steps.iter().map(|step| (step.state.clone(), short_day(step))).collect();
        let marks = Marks { passed, now: status.state.clone() };
        Some(picture.svg("site.path", &words::path_of(&entry.title), Some(&marks)))
    }

    /// The steps of the record in the reverse of their order, and among them by their days those of the other records of its
    /// matter.
    pub(crate) fn history(&self, entry: &Entry) -> Vec<HistoryLine> {
        let own = entry.steps().iter().enumerate().rev();
        let mut elsewhere = self.elsewhere(entry).into_iter().peekable();
        let mut lines = Vec::new();
        for (at, step) in own {
            while let Some((date, other, state)) = elsewhere.next_if(|(date, ..)| *date > step.date) {
                lines.push(self.step_elsewhere(Day::of(self.site, date), other, state));
            }
            lines.push(self.own_step(entry, at, step));
        }
        if !lines.is_empty() {
            lines.extend(
                elsewhere.map(|(date, other, state)| self.step_elsewhere(Day::of(self.site, date), other, state)),
            );
        }
        lines
    }

    fn own_step(&self, entry: &Entry, at: usize, step: &Step) -> HistoryLine {
        let workflow = self.site.profile.kind(entry.kind());
        let row = workflow.and_then(|workflow| workflow.state(&step.state));
        let decision = step.decision.as_ref().map(|decision| self.any_reference(decision));
        HistoryLine {
            anchor: Some(format!("event.{}", at + 1)),
            of: None,
            day: step.is_dated.then(|| Day::of(self.site, step.date)),
            state: self.state_named(entry.kind(), &step.state),
            phase: row.map_or("open", |row| row.phase.as_str()),
            by: step.by.as_ref().map(|by| self.actor_or_words(by)),
            evidence: decision.into_iter().chain(step.link.as_deref().map(|link| self.evidence(link))).collect(),
            note: step.note.clone(),
            is_last: at + 1 == entry.steps().len(),
        }
    }

    fn step_elsewhere(&self, day: Day, other: &Entry, state: Part) -> HistoryLine {
        HistoryLine {
            anchor: None,
            of: Some(self.record_link(other)),
            day: Some(day),
            state,
            phase: "open",
            by: None,
            evidence: Vec::new(),
            note: None,
            is_last: false,
        }
    }
}

fn short_day(step: &Step) -> String {
    if step.is_dated { words::short_day(step.date) } else { words::DAY_UNKNOWN.to_string() }
}
