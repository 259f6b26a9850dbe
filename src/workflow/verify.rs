//! Whether a workflow can be walked: every state is reached, left and held by somebody.

use std::collections::BTreeSet;

use super::layer::Layer;
use super::merge::{KindPlaces, Merged, Place};
use super::resolve::{AskedState, listing};
use super::written::{WrittenGroup, WrittenKind, WrittenRequirements, spread};
use super::{KindWorkflow, MeaningNeed, Profile, RuleLevel, Vocabulary};
use crate::diagnostic::Diagnostic;
use crate::fields::look::Value;
use crate::fields::look::is_unreadable;
use crate::fields::{FieldRow, Table};
use crate::id::Kind;
use crate::text::{Span, list, nearest};

/// Reports what is wrong with the merged workflows as wholes. Wrong words were reported where they were looked up.
pub(super) fn verify(merged: &Merged, layers: &[Layer], vocabulary: &Vocabulary, findings: &mut Vec<Diagnostic>) {
    findings.extend(layers.iter().filter(|layer| layer.file().is_some()).flat_map(|layer| unexplained(merged, layer)));
    for (kind, workflow) in &merged.profile.kinds {
        let Some(places) = merged.places.get(kind) else { continue };
        // Where a file says it in a way that cannot be read, it may say it well.
        let files: Vec<_> = layers.iter().filter_map(Layer::file).collect();
        let mut report = |rule, place: Place, keys: &[&str], message: String, help: String| {
            let finding = layers[place.layer].finding(rule, place.span, message).help(help);
            let said = files.iter().flat_map(|file| keys.iter().map(move |key| (*file, format!("kind.{kind}.{key}"))));
            findings.push(said.fold(finding, |finding, (file, key)| finding.concerning(file, key)));
        };
        if workflow.states.is_empty() {
            continue;
        }
        begins(*kind, workflow, places, &mut report);
        walks(layers, *kind, workflow, places, &mut report);
        let asked = vocabulary.meanings.iter().filter(|needed| needed.kind == *kind);
        let counting: Vec<&MeaningNeed> = asked.filter(|needed| !is_off(&merged.profile, needed.rule)).collect();
        meanings(*kind, workflow, places, &counting, &mut report);
        findings.extend(
            places
                .asked_states
                .iter()
                .filter_map(|(layer, asked)| unknown_state(&merged.profile, &layers[*layer], asked)),
        );
    }
}

fn is_off(profile: &Profile, rule: &str) -> bool {
    profile.levels.get(rule) == Some(&RuleLevel::Off)
}

/// Reports the meanings that no state has, with the rules that look for them: those that look for the same in one finding.
fn meanings(
    kind: Kind,
    workflow: &KindWorkflow,
    places: &KindPlaces,
    needed: &[&MeaningNeed],
    report: &mut impl FnMut(&'static str, Place, &[&str], String, String),
) {
    let is_there = |needed: &&&MeaningNeed| needed.any_of.iter().any(|means| workflow.state_that(*means).is_some());
    let missing: Vec<&MeaningNeed> = needed.iter().filter(|it| !is_there(it)).copied().collect();
    for (at, first) in missing.iter().enumerate() {
        if missing[..at].iter().any(|earlier| earlier.any_of == first.any_of) {
            continue;
        }
        let alike = missing.iter().filter(|other| other.any_of == first.any_of).map(|other| other.rule);
        let rules: Vec<&str> = alike.collect();
        let wanted = list(first.any_of.iter().map(|means| format!("`{means}`")), "or");
        let names = list(rules.iter().map(|rule| format!("`{rule}`")), "and");
        let find = if rules.len() == 1 { "finds" } else { "find" };
        let message = format!("no state of a {} means {wanted}, so {names} {find} nothing", kind.title());
        let levels: Vec<String> = rules.iter().map(|rule| format!("`{rule} = \"off\"`")).collect();
        let help = format!(
            "add `means = \"{}\"` to the state of `[kind.{kind}]` that does; if none does, turn off what does not hold here: {} \
             in `[levels]`",
            first.any_of[0],
            list(levels, "and")
        );
        report("state-meaning-missing", places.latest, &["states"], message, help);
    }
}

/// A state that no record which the field can name is ever in.
fn unknown_state(profile: &Profile, layer: &Layer, asked: &AskedState) -> Option<Diagnostic> {
    let every: Vec<Kind> = profile.kinds.keys().copied().collect();
    // Without the declaration of the field any record can be meant.
    let kinds = if asked.kinds.is_empty() { &every } else { &asked.kinds };
    let states = kinds.iter().filter_map(|kind| profile.kind(*kind)).flat_map(|it| &it.states);
    let states: Vec<&str> = states.map(|state| state.name.as_str()).collect();
    if states.contains(&asked.state.as_str()) {
        return None;
    }
    let named = match asked.kinds.as_slice() {
        [kind] => format!("a {}, which `{}` names,", kind.title(), asked.field),
        _ => format!("a record that `{}` names", asked.field),
    };
    let finding = layer.finding("invalid-profile", asked.span, format!("{named} has no state `{}`", asked.state));
    Some(finding.help(match nearest(&asked.state, states.iter().copied()) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None if states.is_empty() => "such records have no states: ask for something else".to_owned(),
        None => format!("its states are {}", listing(&states)),
    }))
}

/// The requirements of a group's own profile that no clause names. How a group decides and meets cites its clause in place.
fn unexplained<'a>(merged: &'a Merged, layer: &'a Layer) -> impl Iterator<Item = Diagnostic> + 'a {
    let required = &layer.written.require;
    let plain = required.get().into_iter().flat_map(|table| stated(WrittenRequirements::ROWS, table, ""));
    let of_groups = layer.written.group.entries().iter().flat_map(|(group_type, table)| {
        stated(WrittenGroup::ROWS, &table.value, &format!("group.{}.", group_type.value))
    });
    // What cannot be read may name any of them.
    let mut clauses = layer.written.clause.entries().iter();
    let may_be_named = clauses.any(|(_, clause)| is_unreadable(&clause.value, "requires"));
    let cites_in_place = |key: &str| key.ends_with(".decisions") || key.ends_with(".meetings");
    let requirements = plain.chain(of_groups).filter(move |(key, _)| !cites_in_place(key));
    requirements.filter(move |(key, _)| !may_be_named && merged.profile.clause_of(key).is_none()).map(|(key, span)| {
        let message = format!("nothing says where `{key}` comes from");
        let help = format!(
            "add a clause: `[clause.…]` with `source`, `says` and `requires = [\"{key}\"]`; its findings then cite it"
        );
        layer.finding("requirement-without-clause", span, message).help(help)
    })
}

/// The keys that `table` states, with their places.
fn stated(rows: &[FieldRow], table: &dyn Value, before: &str) -> Vec<(String, Span)> {
    let fields = rows.iter().filter_map(|row| Some((row.key, table.field(row.key).filter(|it| !it.is_unreadable())?)));
    fields.filter_map(|(key, field)| Some((format!("{before}{key}"), field.span()?))).collect()
}

fn begins(
    kind: Kind,
    workflow: &KindWorkflow,
    places: &KindPlaces,
    report: &mut impl FnMut(&'static str, Place, &[&str], String, String),
) {
    if places.initial.is_none() {
        let message = format!("the workflow of a {kind} does not say how a record begins");
        report(
            "invalid-profile",
            places.kind,
            &["initial"],
            message,
            format!("add `initial = \"{}\"`", workflow.states[0].name),
        );
    }
}

fn walks(
    layers: &[Layer],
    kind: Kind,
    workflow: &KindWorkflow,
    places: &KindPlaces,
    report: &mut impl FnMut(&'static str, Place, &[&str], String, String),
) {
    let reached = reached(workflow);
    for (state, place) in workflow.states.iter().zip(&places.states) {
        let name = &state.name;
        // Where a later profile moved the beginning or the ends, that is what leaves a state of an earlier one hanging.
        let start = places.initial.filter(|initial| initial.layer > place.layer).unwrap_or(*place);
        let ended_beneath = |terminal: &Place| ends_in(&layers[..terminal.layer], kind, name);
        let end = places.terminal.filter(|terminal| terminal.layer > place.layer && ended_beneath(terminal));
        let end = end.unwrap_or(*place);
        if !reached.contains(name.as_str()) && places.initial.is_some() {
            let message = format!("no step leads a {kind} to the state `{name}`");
            let help = format!(
                "add a `[[kind.{kind}.transition]]` with `from`, `to = \"{name}\"` and `by`, or remove the state"
            );
            report("invalid-profile", start, &["transition", "initial"], message, help);
        }
        if workflow.is_terminal(name) {
            continue;
        }
        if !workflow.transitions.iter().any(|step| step.leaves(Some(name))) {
            let message = format!("no step leads a {kind} out of the state `{name}`");
            let help = format!(
                "add a `[[kind.{kind}.transition]]` with `from = \"{name}\"`, `to` and `by`, or `{name}` to `terminal`"
            );
            report("invalid-profile", end, &["transition", "terminal"], message, help);
        }
        if state.holders.is_empty() && !is_held(layers, kind, name) {
            let message = format!("nobody holds a {kind} in the state `{name}`");
            let help = format!("add `{name} = \"…\"` to `holder` in `[kind.{kind}]`: a body, a field or a role");
            report("invalid-profile", end, &["holder", "terminal"], message, help);
        }
    }
}

/// What `layers` say on a kind, the last one first, down to one that begins the kind anew.
fn tables(layers: &[Layer], kind: Kind) -> Vec<&WrittenKind> {
    let written = layers.iter().rev().filter_map(|layer| layer.written.kind.get()?.get(kind.name()));
    let mut tables: Vec<&WrittenKind> = written.map(|table| &table.value).collect();
    let anew = tables.iter().position(|table| table.replaces.is_true()).map_or(tables.len(), |at| at + 1);
    tables.truncate(anew);
    tables
}

/// Whether the state is terminal for one of `layers`.
fn ends_in(layers: &[Layer], kind: Kind, state: &str) -> bool {
    tables(layers, kind).iter().any(|table| table.terminal.items().iter().any(|it| it.value == state))
}

/// Whether the last word on who holds a state names somebody; when nobody is known by that name, that was reported.
fn is_held(layers: &[Layer], kind: Kind, state: &str) -> bool {
    let last = tables(layers, kind).into_iter().find_map(|table| table.holder.get()?.get(state));
    last.is_some_and(|holder| !spread(&holder.value, holder.span).is_empty())
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
