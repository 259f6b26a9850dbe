//! Records that were over, or decided, and are rewritten.

use crate::change::ValueChange;
use crate::check::prelude::*;

/// Keys that have rules of their own, or that say what became of the matter.
const ALLOWED: [&str; 8] = ["event", "vote", "dissent", "approval", "outcome", "decided", "executed", "blocked"];

pub(crate) const FIND: Find = each!(pair, find);

fn find(facts: &Facts, change: &Change, pair: &Pair) -> Option<Diagnostic> {
    let state = end(change.base, pair.before)?;
    if !pair.steps.added.is_empty() {
        return None;
    }
    let is_wrong = |it: &&ValueChange| !it.is_filling && !it.is_link && !it.is_under(ALLOWED);
    let values: Vec<&ValueChange> = pair.values.iter().filter(is_wrong).collect();
    let text = pair.wording.first().map(|passage| passage.first_line(&pair.after.text));
    let mut what: Vec<String> = values.iter().map(|it| format!("its `{}`", it.key)).collect();
    what.dedup();
    what.extend(text.map(|_| "its text".to_owned()));
    if what.is_empty() {
        return None;
    }
    let place = values.first().map_or(text, |it| it.after);
    let message = format!("{} was `{state}` already, and the change alters {}", name(pair.after), list(what, "and"));
    let help = match pair.after.kind() {
        Kind::Decision => {
            "write it again as it was; what is to hold from now on is a new decision with `supersedes = \"DEC-…\"`"
        }
        _ => "write it again as it was; what came after belongs into a new record that refers to this one",
    };
    Some(facts.at(pair.after, place, message).help(help))
}

/// The state in which the record was over before the change. Minutes, services and surveys go on being kept.
fn end<'a>(base: &'a Site, before: &'a Entry) -> Option<&'a str> {
    if matches!(before.kind(), Kind::Meeting | Kind::Service | Kind::Survey) {
        return None;
    }
    if let Some(decision) = before.decision() {
        return decision.outcome.get().map(|outcome| outcome.as_str());
    }
    let (workflow, state) = base.state(before)?;
    workflow.is_terminal(&state.name).then_some(&*state.name)
}
