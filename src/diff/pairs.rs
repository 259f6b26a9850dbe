//! Which record of the one side is which of the other. Which side is asked makes no difference.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::change::Change;
use crate::id::{Kind, Naming};
use crate::site::Entry;

/// A record before and after the change; it is on one side at least.
pub(super) type Both<'a> = (Option<&'a Entry>, Option<&'a Entry>);

/// So many percent of the lines of two files of one name are the same when they are one file.
const OF_ONE_NAME: usize = 50;

/// The same for two pages under different names.
const OF_PAGES: usize = 70;

/// So many pairs of files are compared line by line, and no more.
const COMPARED: usize = 20_000;

/// Every record of either side with what it is on the other, in no order.
pub(super) fn pairs<'a>(change: &Change<'a>) -> Vec<Both<'a>> {
    let (base, head) = (change.base, change.head);
    let mut taken = BTreeSet::new();
    let mut found = Vec::new();
    let mut reused = BTreeSet::new();
    for before in &base.entries {
        let same = || head.at_path(&before.path).filter(|after| after.id == before.id);
        let back = || head.predecessor(before);
        let after = match change.reused_by(before) {
            Some(after) => {
                reused.insert(after.at);
                None
            }
            None => same().or_else(|| head.successor(before)).or_else(back),
        };
        let after = after.filter(|after| taken.insert(after.at));
        found.push((Some(before), after));
    }
    let is_left = |after: &&Entry| !taken.contains(&after.at) && !reused.contains(&after.at) && !after.text.is_empty();
    let unpaired: Vec<&Entry> = head.entries.iter().filter(is_left).collect();
    for (before, after) in alike(&found, unpaired) {
        found[before].1 = Some(after);
        taken.insert(after.at);
    }
    let new = head.entries.iter().filter(|after| !taken.contains(&after.at));
    found.extend(new.map(|after| (None, Some(after))));
    found
}

/// The records without a counterpart that lie elsewhere now, by their places in `found`: those that say the same word for word,
/// also where the new folder makes another kind of record of them, and those that say nearly the same.
fn alike<'a>(found: &[Both<'a>], mut unpaired: Vec<&'a Entry>) -> Vec<(usize, &'a Entry)> {
    let gone = found.iter().enumerate().filter(|(_, (_, after))| after.is_none());
    let mut gone: Vec<(usize, &Entry)> = gone.filter_map(|(at, (before, _))| Some((at, (*before)?))).collect();
    let mut same = Vec::new();
    let mut by_text: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for after in unpaired.iter().rev() {
        by_text.entry(&after.text).or_default().push(after);
    }
    gone.retain(|(at, before)| match by_text.get_mut(&*before.text).and_then(Vec::pop) {
        Some(after) => {
            same.push((*at, after));
            false
        }
        None => true,
    });
    unpaired.retain(|after| !same.iter().any(|(_, it)| it.at == after.at));
    let candidates = gone.iter().flat_map(|(at, before)| unpaired.iter().map(move |after| (*at, *before, *after)));
    let candidates = candidates.filter_map(|(at, before, after)| Some((at, before, after, least(before, after)?)));
    let mut likely: Vec<(usize, usize, &Entry, &Entry)> = candidates
        .take(COMPARED)
        .filter_map(|(at, before, after, least)| {
            let share = share(&before.text, &after.text);
            (share >= least).then_some((share, at, before, after))
        })
        .collect();
    let paths = |one: &Entry, other: &Entry| {
        let (one, other) = (one.path.to_string(), other.path.to_string());
        if one < other { (one, other) } else { (other, one) }
    };
    likely.sort_by_cached_key(|(share, _, before, after)| (Reverse(*share), paths(before, after)));
    let (mut left, mut came) = (BTreeSet::new(), BTreeSet::new());
    for (_, at, _, after) in likely {
        if !left.contains(&at) && !came.contains(&after.at) {
            left.insert(at);
            came.insert(after.at);
            same.push((at, after));
        }
    }
    same
}

/// So many percent of their lines have to be the same in two files that may be one; `None` where they cannot be one.
fn least(before: &Entry, after: &Entry) -> Option<usize> {
    let is_numbered = |it: &Entry| it.kind().naming() == Naming::Numbered;
    let name = |it: &Entry| it.path.to_string().rsplit('/').next().map(str::to_owned);
    let is_page = |it: &Entry| it.kind() == Kind::Page && !it.is_introduction();
    let is_same_kind = before.kind() == after.kind();
    match name(before) == name(after) {
        // Two numbers of one kind are two matters, however alike.
        true if !(is_same_kind && is_numbered(before)) => Some(OF_ONE_NAME),
        false if is_page(before) && is_page(after) => Some(OF_PAGES),
        true | false => None,
    }
}

/// How many percent of the lines of two texts are in both, without empty ones.
fn share(one: &str, other: &str) -> usize {
    let lines = |text: &str| {
        let mut lines: Vec<String> =
            text.lines().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect();
        lines.sort_unstable();
        lines
    };
    let (one, other) = (lines(one), lines(other));
    let (mut at, mut common) = (0, 0);
    for line in &one {
        at += other[at..].iter().take_while(|it| *it < line).count();
        if other.get(at) == Some(line) {
            (at, common) = (at + 1, common + 1);
        }
    }
    200 * common / (one.len() + other.len()).max(1)
}
