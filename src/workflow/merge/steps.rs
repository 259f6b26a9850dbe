//! The steps of a kind, laid one over the other: a later profile takes over the ways from one state to another that it names.

use super::super::resolve::{AskedState, Stretch};
use super::super::written::{WrittenKind, WrittenTransition, words};
use super::super::{By, Evidence, SectionRow, StateRow, Transition};
use super::{Merger, Pile, Place};
use crate::fields::At;
use crate::id::Kind;
use crate::text::Date;

impl<'a> Merger<'a> {
    /// The steps, each without the ways that a later profile took over. Steps that no profile took over whole stay.
    pub(super) fn transitions(
        &mut self,
        kind: Kind,
        pile: &Pile<'a, WrittenKind>,
        states: &[StateRow],
        terminal: &[String],
        outline: &[SectionRow],
    ) -> (Vec<Transition>, Vec<(usize, AskedState)>) {
        let names: Vec<String> = states.iter().map(|state| state.name.clone()).collect();
        let mut steps: Vec<Step> = Vec::new();
        for (layer, written, _) in pile {
            for step in written.transition.items() {
                steps.extend(self.step(*layer, kind, step, &names, terminal, outline));
            }
        }
        for at in 0..steps.len() {
            let (before, rest) = steps.split_at_mut(at);
            let step = &rest[0];
            for earlier in before {
                let shared = |way: &Option<String>| earlier.to == step.to && step.ways.contains(way);
                let Some(way) = earlier.ways.iter().find(|way| shared(way)).cloned() else { continue };
                if earlier.place.layer == step.place.layer {
                    if earlier.overlaps(step) {
                        let way = way.unwrap_or_else(|| "the beginning".to_owned());
                        let message = format!("the step from `{way}` to `{}` stands here a second time", step.to);
                        let layer = &self.layers[step.place.layer];
                        let finding = layer.finding("invalid-profile", step.place.span, message);
                        let finding = match layer.file() {
                            Some(path) => finding.label(path, earlier.place.span, "it stands here first"),
                            None => finding,
                        };
                        self.findings.push(finding.help("remove one, or give them `until` and `since`"));
                    }
                    continue;
                }
                if !earlier.is_like(step) {
                    let way = way.as_deref().unwrap_or("beginning");
                    self.disagree(&format!("kind.{kind}.transition.{way}.{}", step.to), earlier.place, step.place);
                }
                earlier.ways.retain(|way| !step.ways.contains(way));
            }
        }
        let label = |name: &str| states.iter().find(|state| state.name == name).map_or("", |state| &state.label);
        let mut transitions = Vec::new();
        let mut asked_states = Vec::new();
        for step in steps.into_iter().filter(|step| !step.ways.is_empty()) {
            asked_states.extend(step.asked_states.into_iter().map(|asked| (step.place.layer, asked)));
            transitions.push(Transition {
                from: step.ways.into_iter().flatten().collect(),
                label: step.label.unwrap_or_else(|| format!("{}, by {}", label(&step.to), step.by.title())),
                to: step.to,
                by: step.by,
                needs: step.needs,
                clause: step.clause,
                since: step.since,
                until: step.until,
            });
        }
        (transitions, asked_states)
    }

    /// One step with its words looked up; `None` when it leads nowhere, or nobody may take it.
    fn step(
        &mut self,
        layer: usize,
        kind: Kind,
        written: &At<WrittenTransition>,
        names: &[String],
        terminal: &[String],
        outline: &[SectionRow],
    ) -> Option<Step> {
        let to = written.to.get()?.clone();
        let leads_somewhere = self.check_state(layer, kind, names, &to, written.to.span().unwrap_or(written.span));
        let mut ways: Vec<Option<String>> = Vec::new();
        for (from, span) in words(&written.from) {
            if from == "any" {
                let open = names.iter().filter(|name| !terminal.contains(name) && **name != to);
                ways.extend(open.cloned().map(Some));
            } else if self.check_state(layer, kind, names, from, span) {
                ways.push(Some(from.to_owned()));
            }
        }
        if written.from.is_missing() {
            ways.push(None);
        }
        let mut scope = self.scope(layer, Some(kind));
        let from = words(&written.from);
        scope.some(
            "from",
            written.from.span().map(|span| (&from[..], span)),
            "name the states, or write `from = \"any\"`",
        );
        scope.applies(&Stretch::of(&written.since, &written.until, written.span));
        let by = scope.by(&written.by);
        let needs = scope.needs(written.needs.items(), outline);
        let asked_states = std::mem::take(&mut scope.asked_states);
        Some(Step {
            place: Place { layer, span: written.span },
            ways,
            to: leads_somewhere.then_some(to)?,
            by: by?,
            needs,
            asked_states,
            label: written.label.get().cloned(),
            clause: self.scope(layer, Some(kind)).clause(&written.clause),
            since: written.since.get().copied(),
            until: written.until.get().copied(),
        })
    }
}

/// A step of one profile, before later ones took over some of its ways.
struct Step {
    place: Place,
    /// The states that it leads out of; `None` for the beginning of a record.
    ways: Vec<Option<String>>,
    to: String,
    by: By,
    needs: Vec<Evidence>,
    asked_states: Vec<AskedState>,
    label: Option<String>,
    clause: Option<String>,
    since: Option<Date>,
    until: Option<Date>,
}

impl Step {
    /// Whether there is a day on which both apply.
    fn overlaps(&self, other: &Step) -> bool {
        let ends_before =
            |one: &Step, two: &Step| one.until.zip(two.since).is_some_and(|(until, since)| until <= since);
        !ends_before(self, other) && !ends_before(other, self)
    }

    /// Whether both ask the same.
    fn is_like(&self, other: &Step) -> bool {
        (&self.by, &self.needs, self.since, self.until) == (&other.by, &other.needs, other.since, other.until)
    }
}
