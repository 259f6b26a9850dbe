//! Whether a workflow can be walked: every state is reached, left and held by somebody.

use std::collections::BTreeSet;

use super::load::Layer;
use super::merge::{KindPlaces, Merged, Place};
use super::written::{WrittenGroup, WrittenRequirements};
use super::{Guard, KindWorkflow, Need, Profile};
use crate::diagnostic::Diagnostic;
use crate::fields::look::Value;
use crate::fields::{FieldRow, Table};
use crate::id::Kind;
use crate::text::{Span, nearest};

/// Reports what is wrong with the merged workflows as wholes. Wrong words were reported where they were looked up.
pub fn verify(merged: &Merged, layers: &[Layer], findings: &mut Vec<Diagnostic>) {
    findings.extend(layers.iter().filter(|layer| layer.file().is_some()).flat_map(|layer| unexplained(merged, layer)));
    for (kind, workflow) in &merged.profile.kinds {
        let Some(places) = merged.places.get(kind) else { continue };
        let mut report = |rule, place: Place, message: String, help: String| {
            findings.push(layers[place.layer].finding(rule, place.span, message).help(help));
        };
        if workflow.states.is_empty() {
            continue;
        }
        begins(*kind, workflow, places, &mut report);
        walks(*kind, workflow, places, &mut report);
        for (step, place) in workflow.transitions.iter().zip(&places.transitions) {
            for state in other_states(&step.needs) {
                if !exists(&merged.profile, state) {
                    let states = merged.profile.kinds.values().flat_map(|it| &it.states).map(|it| it.name.as_str());
                    let help = match nearest(state, states) {
                        Some(meant) => format!("did you mean `{meant}`?"),
                        None => "name states of the kind that the field refers to".to_owned(),
                    };
                    report("invalid-profile", *place, format!("no kind has a state `{state}`"), help);
                }
            }
        }
    }
}

/// The requirements of a group's own profile that no clause names. How a group decides and meets cites its clause in place.
fn unexplained<'a>(merged: &'a Merged, layer: &'a Layer) -> impl Iterator<Item = Diagnostic> + 'a {
    let required = &layer.written.require;
    let plain = required.get().into_iter().flat_map(|table| stated(WrittenRequirements::ROWS, table, ""));
    let of_groups = layer.written.group.entries().iter().flat_map(|(group_type, table)| {
        stated(WrittenGroup::ROWS, &table.value, &format!("group.{}.", group_type.value))
    });
    let cites_in_place = |key: &str| key.ends_with(".decisions") || key.ends_with(".meetings");
    let requirements = plain.chain(of_groups).filter(move |(key, _)| !cites_in_place(key));
    requirements.filter(|(key, _)| merged.profile.clause_of(key).is_none()).map(|(key, span)| {
        let message = format!("nothing says where `{key}` comes from");
        let help = format!(
            "add a clause: `[clause.…]` with `source`, `says` and `requires = [\"{key}\"]`; its findings then cite it"
        );
        layer.finding("requirement-without-clause", span, message).help(help)
    })
}

/// The keys that `table` states, with their places.
fn stated(rows: &[FieldRow], table: &dyn Value, before: &str) -> Vec<(String, Span)> {
    let fields = rows.iter().filter_map(|row| Some((row.key, table.field(row.key)?)));
    fields.filter_map(|(key, field)| Some((format!("{before}{key}"), field.span()?))).collect()
}

fn begins(
    kind: Kind,
    workflow: &KindWorkflow,
    places: &KindPlaces,
    report: &mut impl FnMut(&'static str, Place, String, String),
) {
    if places.initial.is_none() {
        let message = format!("the workflow of a {kind} does not say how a record begins");
        report("invalid-profile", places.kind, message, format!("add `initial = \"{}\"`", workflow.states[0].name));
    }
}

fn walks(
    kind: Kind,
    workflow: &KindWorkflow,
    places: &KindPlaces,
    report: &mut impl FnMut(&'static str, Place, String, String),
) {
    let reached = reached(workflow);
    for (state, place) in workflow.states.iter().zip(&places.states) {
        let name = &state.name;
        if !reached.contains(name.as_str()) && places.initial.is_some() {
            let message = format!("no step leads a {kind} to the state `{name}`");
            let help = format!("add a `[[kind.{kind}.transition]]` with `to = \"{name}\"`, or remove the state");
            report("unreachable-state", *place, message, help);
        }
        if workflow.is_terminal(name) {
            continue;
        }
        if !workflow.transitions.iter().any(|step| step.leaves(Some(name))) {
            let message = format!("no step leads a {kind} out of the state `{name}`");
            let help =
                format!("add a `[[kind.{kind}.transition]]` with `from = \"{name}\"`, or `{name}` to `terminal`");
            report("state-without-exit", *place, message, help);
        }
        if state.holders.is_empty() {
            let message = format!("nobody holds a {kind} in the state `{name}`");
            let help = format!("add `{name} = \"…\"` to `holder` in `[kind.{kind}]`: a body, a field or a role");
            report("state-without-holder", *place, message, help);
        }
    }
}

/// The states that a record can come to.
fn reached(workflow: &KindWorkflow) -> BTreeSet<&str> {
    let mut open = vec![workflow.initial.as_str()];
    open.extend(workflow.transitions.iter().filter(|step| step.leaves(None)).map(|step| step.to.as_str()));
    let mut reached = BTreeSet::new();
    while let Some(state) = open.pop() {
        if reached.insert(state) {
            let steps = workflow.transitions.iter().filter(|step| step.leaves(Some(state)));
            open.extend(steps.map(|step| step.to.as_str()));
        }
    }
    reached
}

/// The states of other records that the needs speak of.
fn other_states(needs: &[Need]) -> Vec<&str> {
    needs
        .iter()
        .flat_map(|need| match &need.guard {
            Guard::State { is, .. } => is.iter().map(String::as_str).collect(),
            Guard::Unless { needs, .. } | Guard::Any { needs } => other_states(needs),
            Guard::Section { .. }
            | Guard::Field { .. }
            | Guard::Link { .. }
            | Guard::Decision { .. }
            | Guard::Approvals(_)
            | Guard::Elapsed { .. }
            | Guard::Count { .. }
            | Guard::AllMet { .. }
            | Guard::Before { .. } => Vec::new(),
        })
        .collect()
}

fn exists(profile: &Profile, state: &str) -> bool {
    profile.kinds.values().any(|workflow| workflow.state(state).is_some())
}
