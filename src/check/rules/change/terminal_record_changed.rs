//! Records that were over, or decided, and are rewritten.

use crate::change::{Passage, ValueChange};
use crate::check::prelude::*;

/// Keys that have rules of their own, or that say what became of the matter.
const ALLOWED: [&str; 8] = ["event", "vote", "dissent", "approval", "outcome", "decided", "executed", "blocked"];

/// More words than this are no mistake that somebody puts right.
const LONGEST_CORRECTION: usize = 30;

pub(crate) const FIND: Find = each!(pair, find);

fn find(facts: &Facts, change: &Change, pair: &Pair) -> Option<Diagnostic> {
    let state = end(change.base, pair.before)?;
    // A step is judged as one.
    if !pair.steps.added.is_empty() || facts.site.line_step(Some(pair.before), pair.after).is_some() {
        return None;
    }
    let is_wrong = |it: &&ValueChange| {
        let is_corrected = it.is_prose && it.is.is_some() && pair.is_corrected();
        let is_redacted = it.is.is_none() && pair.is_redacted();
        !it.is_filling && !it.is_link && !it.is_slip && !it.is_under(ALLOWED) && !is_corrected && !is_redacted
    };
    let values: Vec<&ValueChange> = pair.values.iter().filter(is_wrong).collect();
    let passages = rewritten(pair);
    let text = passages.first().map(|passage| passage.first_line(&pair.after.text));
    let mut what: Vec<String> = values.iter().map(|it| format!("its `{}`", it.key)).collect();
    what.dedup();
    what.extend(text.map(|_| "its text".to_owned()));
    if what.is_empty() {
        return None;
    }
    let place = values.first().map_or(text, |it| it.after);
    let message = format!("{} was `{state}` already, and the change alters {}", name(pair.after), list(what, "and"));
    let is_correctable = values.iter().all(|it| it.is_prose) && words(pair, &passages) <= LONGEST_CORRECTION;
    let put_right = match is_correctable {
        true => "; if it was a mistake, say so in the same change: `[[correction]]` with `date`, `by` and `what`",
        false => "",
    };
    let rest = if pair.after.kind() == Kind::Decision {
        "what is to hold from now on is a new decision with `supersedes = \"DEC-…\"`".to_owned()
    } else {
        let kept_up =
            format!("where texts go on being kept in `{state}`, mark that state in the profile with `kept_up`");
        format!("what came after belongs into a new record that refers to this one; {kept_up}")
    };
    Some(facts.at(pair.after, place, message).help(format!("write it again as it was{put_right}; {rest}")))
}

/// The passages that say something else, and for which the record does not account.
fn rewritten<'p>(pair: &'p Pair) -> Vec<&'p Passage> {
    let wording: Vec<&Passage> = pair.substantial().collect();
    if pair.is_corrected() && words(pair, &wording) <= LONGEST_CORRECTION {
        return Vec::new();
    }
    let is_taken_out = |passage: &Passage| {
        let rest = &pair.after.text[passage.after.range()];
        pair.is_redacted() && rest.to_lowercase().replace("redacted", "").chars().all(|it| !it.is_alphanumeric())
    };
    wording.into_iter().filter(|passage| !is_taken_out(passage)).collect()
}

fn words(pair: &Pair, passages: &[&Passage]) -> usize {
    passages.iter().map(|passage| passage.words(&pair.before.text, &pair.after.text)).sum()
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
    (workflow.is_terminal(&state.name) && !state.is_kept_up).then_some(&*state.name)
}
