//! What a change does to the tasks of a record: which came, went or were done, who is to do them, and until when.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::change::Change;
use crate::site::{Action, Entry, Owner};
use crate::text::Date;
use crate::words;

use super::edit::{Edit, Form, Sort};
use super::sentences;

/// The tasks that differ, each value of one once.
pub(super) fn notes(change: &Change, before: Option<&Entry>, after: Option<&Entry>) -> Vec<Edit> {
    let was: Vec<&Action> = before.into_iter().flat_map(|it| change.base.actions_in(it)).collect();
    let is: Vec<&Action> = after.into_iter().flat_map(|it| change.head.actions_in(it)).collect();
    let pairs = pairs(change, &was, &is);
    let (mut gone, mut came) = (was.clone(), is.clone());
    // Each task is at a place of its own.
    let (left, kept): (HashSet<*const Action>, HashSet<*const Action>) =
        pairs.iter().map(|(was, is)| (std::ptr::from_ref(*was), std::ptr::from_ref(*is))).unzip();
    gone.retain(|task| !left.contains(&std::ptr::from_ref(*task)));
    came.retain(|task| !kept.contains(&std::ptr::from_ref(*task)));
    let of_pairs = pairs.iter().flat_map(|(was, is)| edits(change, was, is));
    let gone = gone.into_iter().map(|task| {
        let item = described(task, |owner| change.base.owner_name(owner));
        note(sentences::ACTION, item, [Some(state(task)), None])
    });
    let came = came.into_iter().map(|task| {
        let item = described(task, |owner| change.head.owner_name(owner));
        note(sentences::ACTION, item, [None, Some(state(task))])
    });
    of_pairs.chain(came).chain(gone).collect()
}

/// The texts on both sides without the boxes of those tasks that were ticked or opened again, which [`notes`] tell.
pub(super) fn without_told_boxes(change: &Change, before: &Entry, after: &Entry) -> [String; 2] {
    let (was, is) = (change.base.actions_in(before), change.head.actions_in(after));
    let mut pairs = pairs(change, &was.iter().collect::<Vec<_>>(), &is.iter().collect::<Vec<_>>());
    pairs.retain(|(was, is)| was.done != is.done);
    let (was, is): (Vec<&Action>, Vec<&Action>) = pairs.into_iter().unzip();
    [without_boxes(before, was), without_boxes(after, is)]
}

/// The text of `entry` without the boxes of `tasks`.
fn without_boxes(entry: &Entry, mut tasks: Vec<&Action>) -> String {
    let mut text = entry.text.to_string();
    tasks.sort_by_key(|task| Reverse(task.span.start));
    for span in tasks.into_iter().map(|task| task.span) {
        let line = &text[span.start..span.end];
        let is_box = |at: &usize| line.as_bytes().get(at + 2) == Some(&b']');
        let found = line.match_indices('[').map(|(at, _)| at).find(is_box);
        if let Some(at) = found.map(|at| span.start + at) {
            text.replace_range(at..at + 3, "");
        }
    }
    text.split_off(entry.body_start)
}

/// So many pairs of tasks of the same words are compared, each with each; where there are more, the first is the first.
const COMPARED: usize = 10_000;

/// Which tasks are one on both sides: those of the same words, of several those that have most in common; then those of nearly the same
/// words, as of one that was reworded or got its evidence.
fn pairs<'t>(change: &Change, was: &[&'t Action], is: &[&'t Action]) -> Vec<(&'t Action, &'t Action)> {
    let mut of_words: BTreeMap<&str, [Vec<&Action>; 2]> = BTreeMap::new();
    was.iter().for_each(|task| of_words.entry(&task.what).or_default()[0].push(task));
    is.iter().for_each(|task| of_words.entry(&task.what).or_default()[1].push(task));
    let mut pairs: Vec<(&Action, &Action)> =
        of_words.values().flat_map(|[was, is]| of_same_words(change, was, is)).collect();
    let left = |all: &[&'t Action], side: fn(&(&'t Action, &'t Action)) -> &'t Action| -> Vec<&'t Action> {
        let taken: HashSet<*const Action> = pairs.iter().map(|pair| std::ptr::from_ref(side(pair))).collect();
        all.iter().copied().filter(|task| !taken.contains(&std::ptr::from_ref(*task))).collect()
    };
    let reworded = of_like_words(&left(was, |pair| pair.0), &left(is, |pair| pair.1));
    pairs.extend(reworded);
    pairs
}

/// Those of the tasks of which the words of one begin those of the other, or that have most of their words in common.
fn of_like_words<'t>(was: &[&'t Action], is: &[&'t Action]) -> Vec<(&'t Action, &'t Action)> {
    if was.len() * is.len() > COMPARED {
        return Vec::new();
    }
    let all = (0..was.len()).flat_map(|at| (0..is.len()).map(move |to| (at, to)));
    let mut alike: Vec<(usize, usize, usize)> =
        all.filter_map(|(at, to)| Some((likeness(&was[at].what, &is[to].what)?, at, to))).collect();
    // The order is the same whichever side comes first.
    alike.sort_by_key(|(percent, at, to)| (Reverse(*percent), at + to, *at.max(to)));
    let (mut left, mut came) = (BTreeSet::new(), BTreeSet::new());
    alike.retain(|(_, at, to)| !left.contains(at) && !came.contains(to) && left.insert(*at) && came.insert(*to));
    alike.into_iter().map(|(_, at, to)| (was[at], is[to])).collect()
}

/// How much of the words of two tasks is the same, in percent; `None` where that is less than two thirds.
fn likeness(one: &str, other: &str) -> Option<usize> {
    let word = |word: &'_ str| word.trim_end_matches([',', ';', ':', '.']).to_owned();
    let [one, other] = [one, other].map(|text| text.split_whitespace().map(word).collect::<Vec<_>>());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    if short.len() > 1 && long.starts_with(short) {
        return Some(100);
    }
    let mut left = long.clone();
    let common = short.iter().filter(|word| left.iter().position(|it| it == *word).map(|at| left.remove(at)).is_some());
    let percent = 100 * common.count() / long.len().max(1);
    (percent >= 66).then_some(percent)
}

fn of_same_words<'t>(change: &Change, was: &[&'t Action], is: &[&'t Action]) -> Vec<(&'t Action, &'t Action)> {
    if was.len() * is.len() > COMPARED {
        return was.iter().copied().zip(is.iter().copied()).collect();
    }
    let in_common = |one: &Action, other: &Action| {
        let same = [has_same_owners(change, one, other), one.due == other.due, one.done == other.done];
        same.into_iter().filter(|it| *it).count()
    };
    let mut all: Vec<(usize, usize)> = (0..was.len()).flat_map(|at| (0..is.len()).map(move |to| (at, to))).collect();
    // The order is the same whichever side comes first.
    all.sort_by_cached_key(|(at, to)| (Reverse(in_common(was[*at], is[*to])), at + to, *at.max(to)));
    let (mut left, mut came) = (BTreeSet::new(), BTreeSet::new());
    all.retain(|(at, to)| !left.contains(at) && !came.contains(to) && left.insert(*at) && came.insert(*to));
    all.into_iter().map(|(at, to)| (was[at], is[to])).collect()
}

/// What differs in a task that both sides have.
fn edits(change: &Change, was: &Action, is: &Action) -> Vec<Edit> {
    // One of two wordings, and the same one whichever side comes first.
    let what = [&was.what, &is.what].into_iter().max_by_key(|it| (it.len(), *it)).unwrap_or(&is.what);
    let note = |key: &str, values: [Option<String>; 2]| note(key, what.clone(), values);
    let mut found = Vec::new();
    // What stands behind one that is done, or stood there, is its evidence.
    let is_shown_done = was.done != is.done && (was.what.starts_with(&is.what) || is.what.starts_with(&was.what));
    if was.what != is.what && !is_shown_done {
        found.push(note(sentences::ACTION_WORDS, [was, is].map(|task| Some(task.what.clone()))));
    }
    if was.done != is.done {
        found.push(note(sentences::ACTION, [was, is].map(|task| Some(state(task)))));
    }
    if !has_same_owners(change, was, is) {
        let named = |names: Vec<&str>| (!names.is_empty()).then(|| names.join(", "));
        let before = named(was.owners.iter().map(|it| change.base.owner_name(it)).collect());
        let after = named(is.owners.iter().map(|it| change.head.owner_name(it)).collect());
        found.push(note(sentences::ACTION_OWNER, [before, after]));
    }
    if was.due != is.due {
        found.push(note(sentences::ACTION_DUE, [was.due, is.due].map(|day| day.as_ref().map(Date::to_string))));
    }
    found
}

/// Whether the same people are to do it, whatever they are called now.
fn has_same_owners(change: &Change, was: &Action, is: &Action) -> bool {
    let is_same = |(before, after): (&Owner, &Owner)| match (before, after) {
        (Owner::Known(before), Owner::Known(after)) => {
            change.after(&change.base.entries[*before]).is_some_and(|it| it.at == *after)
        }
        (Owner::Unknown(before), Owner::Unknown(after)) => before == after,
        (Owner::Known(_), Owner::Unknown(_)) | (Owner::Unknown(_), Owner::Known(_)) => false,
    };
    was.owners.len() == is.owners.len() && was.owners.iter().zip(&is.owners).all(is_same)
}

fn state(task: &Action) -> String {
    if task.done { sentences::DONE } else { sentences::OPEN }.to_owned()
}

/// `ask for quotes (Ada Example, until 2026-12-24)`.
fn described<'n>(task: &'n Action, name: impl Fn(&'n Owner) -> &'n str) -> String {
    let owners = task.owners.iter().map(|owner| name(owner).to_owned());
    let more: Vec<String> = owners.chain(task.due.map(|day| words::task_until(day.to_string()))).collect();
    if more.is_empty() { task.what.clone() } else { format!("{} ({})", task.what, more.join(", ")) }
}

fn note(key: &str, item: String, [was, is]: [Option<String>; 2]) -> Edit {
    Edit {
        key: key.to_owned(),
        item: Some(item),
        sort: Sort::Value,
        form: Form::Value,
        was,
        is,
        place: None,
        is_foreign: false,
    }
}
