//! Every step of a record with its evidence, the latest first.

use serde::Serialize;

use crate::page::words;
use crate::site::{Entry, Step};
use crate::workflow::diagram::Marks;

use super::View;
use super::part::Day;

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

    pub(crate) fn history(&self, entry: &Entry) -> Vec<impl Serialize> {
        let steps = entry.status.as_ref().map_or(&[][..], |status| &status.steps);
        let workflow = self.site.profile.kind(entry.kind());
        let last = steps.len().saturating_sub(1);
        let past = steps.iter().enumerate().map(|(at, step)| {
            let row = workflow.and_then(|workflow| workflow.state(&step.state));
            let decision = step.decision.as_ref().map(|decision| self.any_reference(decision));
            given! {
                anchor: format!("event.{}", at + 1),
                // `None` when it is not recorded.
                day: step.is_dated.then(|| Day::of(self.site, step.date)),
                state: self.state_named(entry.kind(), &step.state),
                phase: row.map_or("open", |row| row.phase.as_str()),
                by: step.by.as_ref().map(|by| self.actor_or_words(by)),
                evidence: decision.into_iter().chain(step.link.as_deref().map(|link| self.evidence(link))).collect::<Vec<_>>(),
                note: step.note.clone(),
                is_last: at == last,
            }
        });
        let mut past: Vec<_> = past.collect();
        past.reverse();
        past
    }
}

fn short_day(step: &Step) -> String {
    if step.is_dated { words::short_day(step.date) } else { words::DAY_UNKNOWN.to_owned() }
}
