//! The files of the index. Each is one call of the function that the page of the search has registered.

use std::cell::RefCell;

use rayon::prelude::*;
use serde::Serialize;

use super::dictionary::{self, Part};
use super::gather::{Gathered, OF_TEXT, WEIGHTS};
use super::numbers::{letter, push};
use super::{Labels, Record};

/// How many units are in one file. More make fewer files; a page of finds, each from another file, loads at most 20 kB.
const UNITS_PER_FILE: usize = 6;

/// How long the lists of one file are together, in bytes, unless one list is longer.
const LISTS_PER_FILE: usize = 4000;

/// A file of the index.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Where it is below the output: `search/1f2e3d4c/w0.js`.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// The whole index.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Index {
    /// Where its files are below the output, with the hash of all of them in its name: `search/1f2e3d4c/`.
    pub folder: String,
    /// In the order of their paths.
    pub files: Vec<File>,
}

impl Index {
    /// What the file at `path` holds, which is below the output; `None` where the index has none there.
    pub fn text(&self, path: &str) -> Option<&str> {
        let at = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        Some(&self.files[at].text)
    }
}

/// What is needed before anything can be looked up.
#[derive(Serialize)]
struct Start<'a> {
    /// How many units are in a file of texts.
    per_file: usize,
    /// How many units each record has.
    units: String,
    /// Runs of records that are alike: kind, state from one or 0 for none, year from 1900 or 0 for none, how many.
    runs: String,
    /// Keys and names of the kinds.
    kinds: Vec<(&'a str, &'a str)>,
    /// The same for the states.
    states: Vec<(&'a str, &'a str)>,
    /// Which lists of names there are: for each its key, the first of its lists of records, and how many there are.
    named: Vec<(&'a str, usize, usize)>,
    /// The first form of each file of the dictionary.
    first: String,
    /// How many lists each file of lists has.
    lists: String,
}

/// The files of what was `gathered` from `records` in this `order`.
pub(super) fn written(records: &[Record], order: &[usize], labels: &Labels, gathered: Gathered) -> Index {
    let Gathered { units, counts, forms, lists } = gathered;
    let lengths: Vec<usize> = lists.iter().map(Vec::len).collect();
    let parts = dictionary::parts(&forms, &lengths);
    drop(forms);
    let of_names = of_names(records, order, labels, &counts);
    let mut named = Vec::new();
    let mut next = lists.len();
    for ((key, _), lists) in labels.named.iter().zip(&of_names) {
        named.push((&**key, next, lists.len()));
        next += lists.len();
    }
    let text = |list: Vec<u32>| list_text(&list, units.len());
    let mut list_texts: Vec<String> = lists.into_par_iter().map(text).collect();
    list_texts.extend(of_names.iter().flatten().map(|list| list_text(list, units.len())));
    let (list_files, list_counts) = list_files(list_texts);
    let pair = |label: &'_ super::Label| -> (String, String) { (label.key.clone(), label.text.clone()) };
    let names: Vec<Vec<(String, String)>> =
        labels.named.iter().map(|(_, labels)| labels.iter().map(pair).collect()).collect();
    let start = Start {
        per_file: UNITS_PER_FILE,
        units: packed(counts.iter().copied()),
        runs: runs(records, order),
        kinds: labels.kinds.iter().map(|it| (&*it.key, &*it.text)).collect(),
        states: labels.states.iter().map(|it| (&*it.key, &*it.text)).collect(),
        named,
        first: parts.iter().map(|part| &*part.first).collect::<Vec<_>>().join(" "),
        lists: packed(list_counts),
    };
    let mut files = vec![called("i", &start), called("f", &names)];
    let word = |(at, part): (usize, &Part)| called(&format!("w{at}"), &(part.next, &part.forms, &part.lists));
    files.extend(parts.iter().enumerate().map(word));
    files.extend(list_files.iter().enumerate().map(|(at, lists)| called(&format!("p{at}"), lists)));
    files.extend(texts(records, order, &counts, units));
    named_by_hash(files)
}

/// The units on whose records each name is, for each list of names: the first unit of every such record.
fn of_names(records: &[Record], order: &[usize], labels: &Labels, counts: &[usize]) -> Vec<Vec<Vec<u32>>> {
    let mut lists: Vec<Vec<Vec<u32>>> = labels.named.iter().map(|(_, names)| vec![Vec::new(); names.len()]).collect();
    let mut unit = 0;
    for (at, count) in order.iter().zip(counts) {
        for (names, lists) in records[*at].names.iter().zip(&mut lists) {
            for name in names {
                lists[*name].push(u32::try_from(unit).expect("units are counted in 32 bits") * WEIGHTS + 1);
            }
        }
        unit += count;
    }
    lists
}

/// The `lists` as files, as many to a file as it may hold, and how many each file has.
fn list_files(lists: Vec<String>) -> (Vec<String>, Vec<usize>) {
    let mut files: Vec<String> = Vec::new();
    let mut counts: Vec<usize> = Vec::new();
    for text in lists {
        match files.last_mut().filter(|file| file.len() + text.len() < LISTS_PER_FILE) {
            Some(file) => {
                file.push(' ');
                file.push_str(&text);
            }
            None => {
                files.push(text);
                counts.push(0);
            }
        }
        *counts.last_mut().expect("there is one") += 1;
    }
    (files, counts)
}

/// A list, the heaviest places first: for each weight that, how many units, and how far each is from the one before. Where
/// it is shorter, one bit for each unit of the site instead, and the weight is [`WEIGHTS`] more.
fn list_text(list: &[u32], units: usize) -> String {
    // Of a word that is nearly everywhere nobody wants to know how often a text says it.
    let is_everywhere = list.len() > units / 8;
    let weighs = |place: u32| match place % WEIGHTS {
        1..=OF_TEXT if is_everywhere => 1,
        weight => weight,
    };
    let mut of_weight: [Vec<usize>; WEIGHTS as usize] = Default::default();
    list.iter().for_each(|place| of_weight[weighs(*place) as usize].push((place / WEIGHTS) as usize));
    let mut text = String::new();
    for (weight, places) in of_weight.iter().enumerate().skip(1).rev().filter(|(_, places)| !places.is_empty()) {
        let steps = steps(places, units.div_ceil(6));
        push(&mut text, if steps.is_some() { weight } else { weight + WEIGHTS as usize });
        match steps {
            Some(steps) => {
                push(&mut text, places.len());
                text.push_str(&steps);
            }
            None => text.extend(bits(places, units)),
        }
    }
    text
}

/// How far each of the `places` is from the one before; `None` where that takes more than `most` letters.
fn steps(places: &[usize], most: usize) -> Option<String> {
    // Each takes a letter at least.
    if places.len() > most {
        return None;
    }
    let mut steps = String::new();
    let mut before = 0;
    for place in places {
        push(&mut steps, place - before);
        before = *place;
    }
    (steps.len() <= most).then_some(steps)
}

/// One bit for each of the `units` that is among the `places`, six to a letter.
fn bits(places: &[usize], units: usize) -> impl Iterator<Item = char> {
    let mut bits = vec![0_usize; units.div_ceil(6)];
    places.iter().for_each(|place| bits[place / 6] |= 1 << (place % 6));
    bits.into_iter().map(letter)
}

fn runs(records: &[Record], order: &[usize]) -> String {
    let year = |day: &str| {
        day.get(..4).and_then(|year| year.parse::<usize>().ok()).map_or(0, |year| year.saturating_sub(1900))
    };
    let alike = |at: &usize| {
        let record = &records[*at];
        (record.kind, record.state.map_or(0, |state| state + 1), year(&record.day))
    };
    let runs = order.chunk_by(|one, other| alike(one) == alike(other)).flat_map(|run| {
        let (kind, state, year) = alike(&run[0]);
        [kind, state, year, run.len()]
    });
    packed(runs)
}

fn packed(numbers: impl IntoIterator<Item = usize>) -> String {
    let mut text = String::new();
    numbers.into_iter().for_each(|number| push(&mut text, number));
    text
}

/// The texts of the units, with what a list of finds says of their records.
fn texts(records: &[Record], order: &[usize], counts: &[usize], mut units: Vec<String>) -> Vec<File> {
    let of_unit: Vec<usize> =
        counts.iter().enumerate().flat_map(|(record, count)| std::iter::repeat_n(record, *count)).collect();
    let in_file = |(at, (of, units)): (usize, (&[usize], &mut [String]))| {
        let mut found: Vec<(usize, [&str; 5], Vec<String>)> = Vec::new();
        // Each is given back once it is written: the texts are the largest part of the index.
        for (number, text) in of.iter().zip(units.iter_mut().map(std::mem::take)) {
            if found.last().is_none_or(|(last, ..)| last != number) {
                let it = &records[order[*number]];
                found.push((*number, [&it.address, &it.id, &it.title, &it.day, &it.answer], Vec::new()));
            }
            found.last_mut().expect("there is one").2.push(text);
        }
        called(&format!("t{at}"), &found)
    };
    let files = of_unit.par_chunks(UNITS_PER_FILE).zip(units.par_chunks_mut(UNITS_PER_FILE));
    files.enumerate().map(in_file).collect()
}

/// A file that hands `content` over under its `name`. All files are held until they are written, so none takes more than it is
/// long.
fn called(name: &str, content: &impl Serialize) -> File {
    thread_local! {
        static WRITTEN: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    }
    WRITTEN.with_borrow_mut(|written| {
        written.clear();
        written.extend_from_slice(b"candorSearch(\"");
        written.extend_from_slice(name.as_bytes());
        written.extend_from_slice(b"\",");
        serde_json::to_writer(&mut *written, content).expect("texts and numbers can be written");
        written.extend_from_slice(b")\n");
        let text = str::from_utf8(written).expect("JSON is text").to_owned();
        File { path: name.to_owned(), text }
    })
}

/// The files at their places. One hash is in the name of all: a change of the record changes what the numbers in any of them
/// mean.
fn named_by_hash(mut files: Vec<File>) -> Index {
    let mut hash = blake3::Hasher::new();
    for file in &files {
        hash.update(file.path.as_bytes());
        hash.update(file.text.as_bytes());
    }
    let folder = format!("search/{}/", &hash.finalize().to_hex()[..8]);
    for file in &mut files {
        file.path = format!("{folder}{}.js", file.path);
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Index { folder, files }
}
