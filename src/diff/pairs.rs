//! Which record of the one side is which of the other. Which side is asked makes no difference.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use crate::change::Change;
use crate::id::{Kind, Naming};
use crate::site::Entry;

/// A record before and after the change; it is on one side at least.
pub(super) type Both<'a> = (Option<&'a Entry>, Option<&'a Entry>);

/// So many percent of the lines of two files of one name are the same when they are one file.
const OF_ONE_NAME: usize = 50;

/// The same for two pages under different names, and for two numbers of one kind with one title.
const OF_OTHER_NAME: usize = 70;

/// So many pairs of files are compared line by line, each with each; where there are more, those that have something rare in common.
const COMPARED: usize = 20_000;

/// A line is rare that so many files of either side have.
const FEW: usize = 8;

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
    let said: BTreeSet<usize> = same.iter().map(|(_, it)| it.at).collect();
    unpaired.retain(|after| !said.contains(&after.at));
    let (was, is) = (Texts::of(gone.iter().map(|(_, before)| *before)), Texts::of(unpaired.iter().copied()));
    let compared = |(of_was, of_is): (usize, usize)| {
        let ((at, before), after) = (gone[of_was], unpaired[of_is]);
        let least = least(before, after)?;
        let share = share(&was.lines[of_was], &is.lines[of_is]);
        (share >= least).then_some((share, at, before, after))
    };
    let mut likely: Vec<(usize, usize, &Entry, &Entry)> =
        candidates(&was, &is).into_par_iter().filter_map(compared).collect();
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

/// Records with what tells them apart without reading them again, each at its place in the list of them.
#[derive(Default)]
struct Texts<'a> {
    /// The lines of each without empty ones and the white space around them, in the order of the alphabet.
    lines: Vec<Vec<&'a str>>,
    /// Which of them have this name of a file.
    by_name: BTreeMap<&'a str, Vec<usize>>,
    /// Which of them are of this kind and have this title.
    by_title: BTreeMap<(Kind, &'a str), Vec<usize>>,
    /// Which pages have this line, each once.
    by_line: HashMap<&'a str, Vec<usize>>,
    /// How many of them are pages.
    pages: usize,
}

impl<'a> Texts<'a> {
    fn of(entries: impl Iterator<Item = &'a Entry>) -> Texts<'a> {
        let mut texts = Texts::default();
        for (at, entry) in entries.enumerate() {
            let mut lines: Vec<&str> = entry.text.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
            lines.sort_unstable();
            texts.by_name.entry(entry.path.file_name()).or_default().push(at);
            if let Some(title) = title(entry) {
                texts.by_title.entry((entry.kind(), title)).or_default().push(at);
            }
            if is_page(entry) {
                texts.pages += 1;
                let each = lines.iter().enumerate().filter(|(place, line)| *place == 0 || lines[place - 1] != **line);
                each.for_each(|(_, line)| texts.by_line.entry(line).or_default().push(at));
            }
            texts.lines.push(lines);
        }
        texts
    }
}

/// The pairs that may be one record each, by their places in the two lists, in their order: files of one name, records with
/// one title, and pages. Where
/// there are too many pages to compare each with each, those that have a line which few of either side have.
fn candidates(was: &Texts, is: &Texts) -> Vec<(usize, usize)> {
    let crossed = |one: &[usize], other: &[usize]| -> Vec<(usize, usize)> {
        one.iter().flat_map(|was| other.iter().map(move |is| (*was, *is))).collect()
    };
    let of_one_name = was.by_name.iter().filter_map(|(name, one)| Some((one, is.by_name.get(name)?)));
    let of_one_title = was.by_title.iter().filter_map(|(title, one)| Some((one, is.by_title.get(title)?)));
    let of_one_name = of_one_name.chain(of_one_title).filter(|(one, other)| one.len() * other.len() <= COMPARED);
    let most = if was.pages * is.pages <= COMPARED { usize::MAX } else { FEW };
    let of_one_line = was.by_line.iter().filter_map(|(line, one)| Some((one, is.by_line.get(line)?)));
    let of_one_line = of_one_line.filter(|(one, other)| one.len().max(other.len()) <= most);
    let found = of_one_name.chain(of_one_line).flat_map(|(one, other)| crossed(one, other));
    found.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Whether it is a page of text of its own.
fn is_page(entry: &Entry) -> bool {
    entry.kind() == Kind::Page && !entry.is_introduction()
}

/// So many percent of their lines have to be the same in two files that may be one; `None` where they cannot be one.
fn least(before: &Entry, after: &Entry) -> Option<usize> {
    let is_numbered = |it: &Entry| it.kind().naming() == Naming::Numbered;
    let is_same_kind = before.kind() == after.kind();
    match before.path.file_name() == after.path.file_name() {
        // Two numbers of one kind are two matters, however alike.
        true if !(is_same_kind && is_numbered(before)) => Some(OF_ONE_NAME),
        false if is_page(before) && is_page(after) => Some(OF_OTHER_NAME),
        // But for one that was numbered again.
        true | false
            if is_same_kind && is_numbered(before) && title(before).is_some() && title(before) == title(after) =>
        {
            Some(OF_OTHER_NAME)
        }
        true | false => None,
    }
}

/// What a record that is no page is called by itself.
fn title(entry: &Entry) -> Option<&str> {
    entry.stated_title().filter(|title| !is_page(entry) && !title.is_empty())
}

/// How many percent of the lines of two texts are in both; each has its lines in the order of the alphabet.
fn share(one: &[&str], other: &[&str]) -> usize {
    let (mut at, mut common) = (0, 0);
    for line in one {
        at += other[at..].iter().take_while(|it| *it < line).count();
        if other.get(at) == Some(line) {
            (at, common) = (at + 1, common + 1);
        }
    }
    200 * common / (one.len() + other.len()).max(1)
}
