//! The status strip: where is it, since when, with whom, what next, what is missing.

use std::cmp::Ordering;

use serde::Serialize;
use tera::Value;

use crate::id::Kind;
use crate::page::words;
use crate::site::Entry;
use crate::workflow::Phase;

use super::View;
use super::part::{Day, capitalised};

/// The five answers.
#[derive(Serialize)]
pub(crate) struct Strip {
    /// What comes next, as a sentence; absent once it is over.
    pub next: Option<String>,
    pub missing: Vec<String>,
    #[serde(flatten)]
    rest: Value,
}

impl View<'_> {
    /// `None` for kinds without a workflow.
    pub(crate) fn strip(&self, entry: &Entry) -> Option<Strip> {
        let status = entry.status.as_ref()?;
        let workflow = self.site.profile.kind(entry.kind())?;
        // Its state is not known: the facts say why.
        if entry.service().is_some_and(|service| service.lifecycle.unknown().is_some()) {
            return None;
        }
        let row = workflow.state(&status.state);
        let phase = row.map(|row| row.phase);
        // A meeting that was held says so by its minutes.
        if entry.kind() == Kind::Meeting && phase == Some(Phase::Done) {
            return None;
        }
        // A service that runs waits for nobody.
        let runs = entry.kind() == Kind::Service && phase == Some(Phase::Done);
        let is_over = self.site.is_over(entry);
        let days = self.site.days_in_state(entry);
        let holder = self.site.holder(entry).filter(|_| !is_over && !runs);
        let steps = self.site.next_steps(entry);
        let good = steps
            .iter()
            .filter(|step| workflow.state(&step.transition.to).is_some_and(|state| state.phase != Phase::Ended));
        // The way back is a way on, but not the next step.
        let index = |name: &str| workflow.states.iter().position(|state| state.name == name);
        let forward = good.clone().find(|step| index(&step.transition.to) > index(&status.state));
        let next = forward.or_else(|| good.clone().next()).filter(|_| (!is_over || forward.is_some()) && !runs);
        let with_group = holder.as_ref().and_then(|(_, whom)| match whom[..] {
            [one] if one.kind() == Kind::Group => Some(one),
            _ => None,
        });
        let of_evidence = next.iter().flat_map(|step| &step.missing).map(|unmet| unmet.wants());
        let lacks = of_evidence.chain(next.iter().flat_map(|step| step.lacks.clone()));
        let after = match &status.steps[..] {
            [.., before, last] if !last.is_dated => {
                Some(given! { state: self.label(entry.kind(), &before.state), day: Day::of(self.site, before.date) })
            }
            _ => None,
        };
        let chairs = if runs { super::inventory::missing(entry) } else { Vec::new() };
        let limit = row.and_then(|row| row.stalled_after_days).map(i64::from);
        let rest = given! {
            state: self.state_named(entry.kind(), &status.state),
            meaning: row.map(|row| row.meaning.clone()).unwrap_or_default(),
            since: status.since.map(|since| Day::of(self.site, since)),
            // The step before and its day, where the day of the last one is not recorded.
            after,
            // `12 days`; absent on the day itself and once it is over.
            lasted: days.filter(|days| *days > 0 && !is_over).map(words::duration),
            with: holder.as_ref().map(|(words, _)| words.clone()),
            with_href: with_group.map(|group| self.to_record(group)),
            // It came to this on a day, and that was that: the day is said as one.
            is_settled: is_over || phase == Some(Phase::Done),
            holders: holder
                .iter()
                .filter(|_| with_group.is_none())
                .flat_map(|(_, whom)| whom)
                .map(|entry| self.record_link(entry))
                .collect::<Vec<_>>(),
            // The first day on which it can move; absent when that is now.
            earliest: next.and_then(|step| step.earliest).map(|date| Day::of(self.site, date)),
            // Other ways on: `it is cancelled by the board`.
            also: steps
                .iter()
                .filter(|step| !is_over && next.is_none_or(|next| !std::ptr::eq(next.transition, step.transition)))
                .map(|step| self.site.told(step.transition, entry))
                .collect::<Vec<_>>(),
            blocked: entry.blocked().map(|blocked| given! {
                on: self.record_or_words(blocked.on.text()),
                since: blocked.since.get().map(|since| Day::of(self.site, *since)),
                link: blocked.link.get().map(|link| self.written_link(&link.0)),
            }),
            // `passed`, `now` and `ahead`.
            path: if runs { Vec::new() } else { self.path(entry) },
            stalled: days
                .zip(limit)
                .filter(|(days, limit)| days > limit && !is_over)
                .map(|(days, limit)| words::no_step_for(words::duration(days), words::duration(limit))),
        };
        Some(Strip {
            next: next.map(|step| capitalised(&self.site.told(step.transition, entry))),
            missing: lacks.chain(chairs).map(|unmet| capitalised(&unmet)).collect(),
            rest: Value::from_serializable(&rest),
        })
    }

    /// The good path with the place of the record on it; an ended record shows how far it came, and its end.
    fn path(&self, entry: &Entry) -> Vec<impl Serialize> {
        let (Some(status), Some(workflow)) = (&entry.status, self.site.profile.kind(entry.kind())) else {
            return Vec::new();
        };
        let visited = |name: &str| status.steps.iter().any(|step| step.state == name);
        let path: Vec<_> = workflow.path().collect();
        let now = path.iter().position(|state| state.name == status.state);
        if path.len() < 2 {
            return Vec::new();
        }
        let station = |label: &str, place| given! { label: capitalised(label), place };
        let Some(now) = now else {
            // It left the path: how far it came, and how it ended.
            let passed = path.iter().filter(|state| visited(&state.name));
            let ended = station(&self.label(entry.kind(), &status.state), "now");
            let stations: Vec<_> = passed.map(|state| station(&state.label, "passed")).chain([ended]).collect();
            return if stations.len() < 2 { Vec::new() } else { stations };
        };
        path.iter()
            .enumerate()
            .filter(|(at, state)| *at >= now || visited(&state.name))
            .map(|(at, state)| {
                let place = match at.cmp(&now) {
                    Ordering::Less => "passed",
                    Ordering::Equal => "now",
                    Ordering::Greater => "ahead",
                };
                station(&state.label, place)
            })
            .collect()
    }

    /// One line for lists: `for 21 days. Missing: a board decision`.
    pub(crate) fn time_and_gaps(&self, entry: &Entry) -> String {
        let mut notes = Vec::new();
        if let Some(days) = self.site.days_in_state(entry).filter(|days| *days > 0) {
            notes.push(words::for_time(words::duration(days)));
        }
        let missing: Vec<String> = self
            .strip(entry)
            .map(|strip| strip.missing)
            .unwrap_or_default()
            .into_iter()
            .take(2)
            .map(|unmet| lower(&unmet))
            .collect();
        if !missing.is_empty() {
            notes.push(words::missing(missing.join(", ")));
        }
        notes.join("; ")
    }
}

/// As it is within a sentence; names and abbreviations stay as they are.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() || second == ' ' => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}
