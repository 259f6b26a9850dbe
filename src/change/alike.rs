//! Which records say the same, or nearly the same, under another id or in another folder.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use rayon::prelude::*;

use crate::id::{Kind, Naming};
use crate::site::{Entry, Site};

/// So many percent of the lines of two files of one name are the same when they are one file.
const OF_ONE_NAME: usize = 50;

/// The same for two pages under different names, and for two numbers of one kind with one title.
const OF_OTHER_NAME: usize = 70;

/// So many pairs of files are compared line by line, each with each; where there are more, those that have something rare in common.
const COMPARED: usize = 20_000;

/// A line is rare that so many files of either side have.
const FEW: usize = 8;

/// The records of `gone` and of `new` that are one, each in one pair: those that say the same word for word, also where the new
/// folder makes another kind of record of them, then those that say nearly the same, the most alike first. Which side is which
/// makes no difference.
pub(super) fn alike<'a>(
    (base, mut gone): (&'a Site, Vec<&'a Entry>),
    (head, mut new): (&'a Site, Vec<&'a Entry>),
) -> Vec<(&'a Entry, &'a Entry)> {
    let mut found = Vec::new();
    let mut by_text: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for after in new.iter().rev().filter(|after| !after.text.is_empty()) {
        by_text.entry(&after.text).or_default().push(after);
    }
    gone.retain(|before| match by_text.get_mut(&*before.text).and_then(Vec::pop) {
        Some(after) => {
            found.push((*before, after));
            false
        }
        None => true,
    });
    let said: BTreeSet<usize> = found.iter().map(|(_, it)| it.at).collect();
    new.retain(|after| !said.contains(&after.at));
    let kinds: BTreeSet<Kind> = gone.iter().map(|it| it.kind()).filter(|kind| is_called(*kind)).collect();
    let kinds = kinds.into_iter().filter(|kind| new.iter().any(|it| it.kind() == *kind)).collect();
    let (was, is) = (Texts::of(base, &gone, &kinds), Texts::of(head, &new, &kinds));
    let compared = |(of_was, of_is): (usize, usize)| {
        let (before, after) = (gone[of_was], new[of_is]);
        let (least, lines) = least(before, after)?;
        let share = match lines {
            Lines::All => share(&was.lines[of_was], &is.lines[of_is]),
            Lines::Own => share(&was.own[of_was], &is.own[of_is]),
        };
        (share >= least).then_some((share, before, after))
    };
    let mut likely: Vec<(usize, &Entry, &Entry)> = candidates(&was, &is).into_par_iter().filter_map(compared).collect();
    let paths = |one: &Entry, other: &Entry| {
        let (one, other) = (one.path.to_string(), other.path.to_string());
        if one < other { (one, other) } else { (other, one) }
    };
    likely.sort_by_cached_key(|(share, before, after)| (Reverse(*share), paths(before, after)));
    let (mut left, mut came) = (BTreeSet::new(), BTreeSet::new());
    for (_, before, after) in likely {
        if !left.contains(&before.at) && !came.contains(&after.at) {
            left.insert(before.at);
            came.insert(after.at);
            found.push((before, after));
        }
    }
    found
}

/// The records of `left`, each with what lies in its place now, that changed places with each other, by their places in the base: each
/// says nearly what another place says now, and its own place says what another one said. Where they are many, none.
pub(super) fn changed_places(left: &[(&Entry, &Entry)]) -> BTreeSet<usize> {
    let lines: Vec<[Vec<&str>; 2]> = left.iter().map(|(was, is)| [lines(was), lines(is)]).collect();
    let in_place = |at: &usize| share(&lines[*at][0], &lines[*at][1]);
    let other: Vec<(usize, usize)> =
        (0..left.len()).map(|at| (at, in_place(&at))).filter(|(_, share)| *share < OF_OTHER_NAME).collect();
    if other.len() * other.len() > COMPARED {
        return BTreeSet::new();
    }
    let is_one = |was: usize, is: usize| {
        let (before, after) = (left[was].0, left[is].1);
        let may_be = before.kind() == after.kind() && (is_called(before.kind()) || title(before) == title(after));
        may_be && share(&lines[was][0], &lines[is][1]) >= OF_OTHER_NAME
    };
    let goes = |at: usize| other.iter().any(|(to, _)| *to != at && is_one(at, *to));
    let comes = |at: usize| other.iter().any(|(from, _)| *from != at && is_one(*from, at));
    other.iter().filter(|(at, _)| goes(*at) && comes(*at)).map(|(at, _)| left[*at].0.at).collect()
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
    /// The lines of each that no other record of its kind has, in the order of the alphabet; none for kinds that are not asked for.
    own: Vec<Vec<&'a str>>,
    /// Which of them are of this kind, of those that are asked for.
    by_kind: BTreeMap<Kind, Vec<usize>>,
}

impl<'a> Texts<'a> {
    /// Those of `entries`, records of `site`, with the own lines of those of `kinds`.
    fn of(site: &'a Site, entries: &[&'a Entry], kinds: &BTreeSet<Kind>) -> Texts<'a> {
        let mut texts = Texts::default();
        let mut often: HashMap<(Kind, &str), usize> = HashMap::new();
        for entry in kinds.iter().flat_map(|kind| site.of_kind(*kind)) {
            let lines: BTreeSet<&str> = lines(entry).into_iter().collect();
            lines.into_iter().for_each(|line| *often.entry((entry.kind(), line)).or_default() += 1);
        }
        for (at, entry) in entries.iter().enumerate() {
            let lines = lines(entry);
            if kinds.contains(&entry.kind()) {
                texts.by_kind.entry(entry.kind()).or_default().push(at);
            }
            let is_own = |line: &&&str| often.get(&(entry.kind(), **line)) == Some(&1);
            texts.own.push(lines.iter().filter(is_own).copied().collect());
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

/// The lines of the record without empty ones and the white space around them, in the order of the alphabet.
fn lines(entry: &Entry) -> Vec<&str> {
    let mut lines: Vec<&str> = entry.text.lines().map(str::trim).filter(|it| !it.is_empty()).collect();
    lines.sort_unstable();
    lines
}

/// The pairs that may be one record each, by their places in the two lists, in their order: files of one name, records with
/// one title, those of a kind that are called by a name or a day, and pages. Where there are too many pages to compare each with
/// each, those that have a line which few of either side have.
fn candidates(was: &Texts, is: &Texts) -> Vec<(usize, usize)> {
    let crossed = |one: &[usize], other: &[usize]| -> Vec<(usize, usize)> {
        one.iter().flat_map(|was| other.iter().map(move |is| (*was, *is))).collect()
    };
    let of_one_name = was.by_name.iter().filter_map(|(name, one)| Some((one, is.by_name.get(name)?)));
    let of_one_title = was.by_title.iter().filter_map(|(title, one)| Some((one, is.by_title.get(title)?)));
    let of_one_kind = was.by_kind.iter().filter_map(|(kind, one)| Some((one, is.by_kind.get(kind)?)));
    let of_one_name =
        of_one_name.chain(of_one_title).chain(of_one_kind).filter(|(one, other)| one.len() * other.len() <= COMPARED);
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

/// Whether records of the kind are called by a name or a day, which others may take after them.
fn is_called(kind: Kind) -> bool {
    kind != Kind::Page && kind.naming() != Naming::Numbered
}

/// Which lines of two files are compared.
enum Lines {
    All,
    /// Those that no other record of the kind has: what is in every form says nothing about whose it is.
    Own,
}

/// So many percent of these lines have to be the same in two files that may be one; `None` where they cannot be one.
fn least(before: &Entry, after: &Entry) -> Option<(usize, Lines)> {
    let is_numbered = |it: &Entry| it.kind().naming() == Naming::Numbered;
    let is_same_kind = before.kind() == after.kind();
    let is_of_one_name = before.path.file_name() == after.path.file_name();
    let has_one_title = title(before).is_some() && title(before) == title(after);
    match is_same_kind && is_numbered(before) {
        // Two numbers of one kind are two matters, however alike, but for one that was numbered again.
        true => has_one_title.then_some((OF_OTHER_NAME, Lines::All)),
        false if is_of_one_name => Some((OF_ONE_NAME, Lines::All)),
        false if is_same_kind && is_called(before.kind()) => Some((OF_ONE_NAME, Lines::Own)),
        false => (is_page(before) && is_page(after)).then_some((OF_OTHER_NAME, Lines::All)),
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
