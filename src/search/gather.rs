//! From texts to lists: every text is cut into units, and every word of a unit goes onto the list of that word.

use rayon::prelude::*;

use crate::id::QuickMap;

use super::stems::Grammar;
use super::tokens::{folded, words};
use super::{Passage, Record, Weight};

/// Words by their numbers. Every word of the site is looked up, and the hashes of the standard library cost most of that.
type Numbers<K> = QuickMap<K, u32>;

/// About how long a unit is, in bytes: a passage that holds what is looked for, and little more.
const UNIT: usize = 1000;

/// How much a word weighs in one unit is a number below this.
pub(super) const WEIGHTS: u32 = 16;

/// What a word weighs at most that is in nothing but the text.
pub(super) const OF_TEXT: u32 = 3;

const IN_ID: u8 = 15;
const IN_ALIAS: u8 = 14;
/// What a word weighs at most that is in no name that people use in place of the title.
const IN_TITLE_AT_MOST: u8 = 13;
/// By how many words the title has at most: of two titles that have a word, the shorter is more about it.
const IN_TITLE: [(usize, u8); 5] = [(1, 12), (2, 11), (4, 10), (8, 9), (usize::MAX, 8)];
const IN_HEADING: u8 = 4;

/// What the records say.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// The texts of the units, record by record. The pieces of one are on lines of their own.
    pub units: Vec<String>,
    /// How many units each record has, at least one, in the order of the records.
    pub counts: Vec<usize>,
    /// Every form with the lists of its words, in the order in which browsers compare texts.
    pub forms: Vec<(String, Vec<u32>)>,
    /// In which units a word is, in their order: the number of the unit times [`WEIGHTS`], and how much it weighs there.
    pub lists: Vec<Vec<u32>>,
}

/// What `records` say, in the `order` of their places.
pub(super) fn gather(
    records: &[Record],
    order: &[usize],
    passages: &(dyn Fn(usize) -> Vec<Passage> + Sync),
) -> Gathered {
    let length = order.len().div_ceil(rayon::current_num_threads().max(1)).max(1);
    let chunks: Vec<Chunk> = order
        .par_chunks(length)
        .map(|part| {
            let mut chunk = Chunk::default();
            part.iter().for_each(|at| chunk.read(&records[*at], passages(*at)));
            chunk
        })
        .collect();
    merged(chunks)
}

/// The chunks of the records as one. Which records were in which chunk makes no difference.
fn merged(chunks: Vec<Chunk>) -> Gathered {
    let mut gathered = Gathered::default();
    let mut known: Numbers<String> = Numbers::default();
    let mut forms: QuickMap<String, Vec<u32>> = QuickMap::default();
    for chunk in chunks {
        let before = u32::try_from(gathered.units.len()).expect("units are counted in 32 bits");
        let mut of: Vec<u32> = vec![0; chunk.lists.len()];
        for (key, number) in chunk.keys {
            let next = u32::try_from(known.len()).expect("lists are counted in 32 bits");
            of[number as usize] = *known.entry(key).or_insert(next);
        }
        gathered.lists.resize_with(known.len(), Vec::new);
        for (list, number) in chunk.lists.into_iter().zip(&of) {
            let there = &mut gathered.lists[*number as usize];
            match there.is_empty() && before == 0 {
                true => *there = list,
                false => {
                    there.reserve_exact(list.len());
                    there.extend(list.into_iter().map(|place| place + before * WEIGHTS));
                }
            }
        }
        for (form, number) in chunk.forms {
            let lists = forms.entry(form).or_default();
            let number = of[number as usize];
            if !lists.contains(&number) {
                lists.push(number);
            }
        }
        gathered.units.reserve_exact(chunk.units.len());
        gathered.units.extend(chunk.units);
        gathered.counts.extend(chunk.counts);
    }
    gathered.forms = forms.into_iter().collect();
    gathered.forms.par_sort_unstable_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
    in_the_order_of_forms(gathered)
}

/// The lists in the order of the first form that leads to each: what is looked up together lies together, and the numbers do
/// not tell in which order the records were read.
fn in_the_order_of_forms(mut gathered: Gathered) -> Gathered {
    let mut numbers: Vec<Option<u32>> = vec![None; gathered.lists.len()];
    let mut lists = Vec::with_capacity(gathered.lists.len());
    // A word's key is its own in every run; the numbers that it was given are not.
    for (_, of_form) in &mut gathered.forms {
        if of_form.len() > 1 {
            let key =
                |list: &u32| (numbers[*list as usize].unwrap_or(u32::MAX), gathered.lists[*list as usize].clone());
            of_form.sort_by_cached_key(key);
        }
        for list in of_form.iter_mut() {
            let number = numbers[*list as usize].get_or_insert_with(|| {
                lists.push(std::mem::take(&mut gathered.lists[*list as usize]));
                u32::try_from(lists.len() - 1).expect("lists are counted in 32 bits")
            });
            *list = *number;
        }
    }
    Gathered { lists, ..gathered }
}

/// What some of the records say. Its numbers are its own.
#[derive(Default)]
struct Chunk {
    units: Vec<String>,
    counts: Vec<usize>,
    /// What the forms of a word have in common, with the number of its list.
    keys: Numbers<String>,
    /// Forms as they are looked up, each with the number of a list.
    forms: Vec<(String, u32)>,
    lists: Vec<Vec<u32>>,
    /// By the tag of their language.
    languages: Vec<(String, Language)>,
    /// What the unit that is being read says.
    occurrences: Occurrences,
}

struct Language {
    grammar: Grammar,
    known: Known,
}

/// Words as they are read, with the numbers of their lists. Nearly all words of a text fit into the key itself, and need no place of
/// their own in the memory.
#[derive(Default)]
struct Known {
    short: Numbers<u128>,
    long: Numbers<Box<str>>,
}

impl Known {
    fn get(&self, word: &str) -> Option<u32> {
        match packed(word) {
            Some(key) => self.short.get(&key).copied(),
            None => self.long.get(word).copied(),
        }
    }

    fn insert(&mut self, word: &str, list: u32) {
        match packed(word) {
            Some(key) => self.short.insert(key, list),
            None => self.long.insert(word.into(), list),
        };
    }
}

/// A word of up to fifteen bytes, with its length in the last one; `None` for a longer one.
fn packed(word: &str) -> Option<u128> {
    let mut key = [0; 16];
    key[15] = u8::try_from(word.len()).ok().filter(|length| *length < 16)?;
    key[..word.len()].copy_from_slice(word.as_bytes());
    Some(u128::from_le_bytes(key))
}

/// How often and where the words of one unit are said, by the numbers of their lists.
#[derive(Default)]
struct Occurrences {
    counts: Vec<u8>,
    weights: Vec<u8>,
    which: Vec<u32>,
}

impl Occurrences {
    fn count(&mut self, list: u32, weight: u8) {
        let at = list as usize;
        if at >= self.counts.len() {
            self.counts.resize(at + 1, 0);
            self.weights.resize(at + 1, 0);
        }
        if self.counts[at] == 0 && self.weights[at] == 0 {
            self.which.push(list);
        }
        match weight {
            0 => self.counts[at] = self.counts[at].saturating_add(1),
            weight => self.weights[at] = self.weights[at].max(weight),
        }
    }
}

impl Chunk {
    fn read(&mut self, record: &Record, passages: Vec<Passage>) {
        let language = self.language(&record.lang);
        for name in ids(&record.id) {
            self.add(language, &name, IN_ID);
        }
        let mut length = 0;
        words(&record.title, &mut |_| length += 1);
        let weight = IN_TITLE.iter().find(|(words, _)| length <= *words).map_or(0, |(_, weight)| *weight);
        self.add(language, &record.title, weight);
        let (aliases, passages): (Vec<Passage>, Vec<Passage>) =
            passages.into_iter().partition(|it| it.weight == Weight::Alias);
        aliases.iter().for_each(|it| self.add(language, &it.text, IN_ALIAS));
        let units = cut(passages);
        self.counts.push(units.len());
        for unit in units {
            for piece in &unit {
                let weight = if piece.weight == Weight::Heading { IN_HEADING } else { 0 };
                self.add(language, &piece.text, weight);
            }
            self.end_unit();
            let texts: Vec<&str> = unit.iter().map(|piece| &*piece.text).collect();
            self.units.push(texts.join("\n"));
        }
    }

    fn language(&mut self, tag: &str) -> usize {
        self.languages.iter().position(|(its, _)| its == tag).unwrap_or_else(|| {
            let language = Language { grammar: Grammar::of(tag), known: Known::default() };
            self.languages.push((tag.to_owned(), language));
            self.languages.len() - 1
        })
    }

    fn add(&mut self, language: usize, text: &str, weight: u8) {
        let (_, Language { grammar, known }) = &mut self.languages[language];
        let (keys, forms, lists, occurrences) =
            (&mut self.keys, &mut self.forms, &mut self.lists, &mut self.occurrences);
        words(text, &mut |word| {
            let list = known.get(word).unwrap_or_else(|| {
                let list = *keys.entry(grammar.key(word)).or_insert_with(|| {
                    lists.push(Vec::new());
                    u32::try_from(lists.len() - 1).expect("lists are counted in 32 bits")
                });
                forms.push((folded(word), list));
                known.insert(word, list);
                list
            });
            occurrences.count(list, weight);
        });
    }

    fn end_unit(&mut self) {
        let unit = u32::try_from(self.units.len()).expect("units are counted in 32 bits");
        for list in self.occurrences.which.drain(..) {
            let at = list as usize;
            let count = std::mem::take(&mut self.occurrences.counts[at]);
            let weight = std::mem::take(&mut self.occurrences.weights[at]);
            let of_count = [0, 1, 2, 2][usize::from(count.min(3))] + u8::from(count > 3);
            let weight = if weight > IN_TITLE_AT_MOST { weight } else { (weight + of_count).min(IN_TITLE_AT_MOST) };
            self.lists[at].push(unit * WEIGHTS + u32::from(weight));
        }
    }
}

/// The ways in which people write the id of a record: `SOW-0003`, `sow3`, `sow 3`.
fn ids(id: &str) -> Vec<String> {
    let Some((prefix, number)) = id.rsplit_once('-') else { return vec![id.to_owned()] };
    let short = number.trim_start_matches('0');
    let short = if short.is_empty() { "0" } else { short };
    if short == number || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return vec![id.to_owned(), format!("{prefix}{number}")];
    }
    vec![id.to_owned(), short.to_owned(), format!("{prefix}{number}"), format!("{prefix}{short}")]
}

/// The units of a text: whole pieces as far as possible. There is one at least, which may be empty.
fn cut(passages: Vec<Passage>) -> Vec<Vec<Passage>> {
    let mut units: Vec<Vec<Passage>> = vec![Vec::new()];
    let mut length = 0;
    for piece in passages.into_iter().flat_map(parts) {
        let is_full = length + piece.text.len() > UNIT || (piece.weight == Weight::Heading && length > UNIT / 4 * 3);
        if length > 0 && is_full {
            units.push(Vec::new());
            length = 0;
        }
        length += piece.text.len() + 1;
        units.last_mut().expect("there is one").push(piece);
    }
    units
}

/// A piece in parts of which none is longer than a unit.
fn parts(piece: Passage) -> impl Iterator<Item = Passage> {
    let (whole, parts) = if piece.text.len() > UNIT { (None, cut_up(&piece)) } else { (Some(piece), Vec::new()) };
    whole.into_iter().chain(parts)
}

/// A piece that is longer than a unit, cut behind sentences or else between words.
fn cut_up(piece: &Passage) -> Vec<Passage> {
    let mut parts = Vec::new();
    let mut rest = &*piece.text;
    while rest.len() > UNIT {
        let most = (0..=UNIT).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or_default();
        let end = |end: &str| rest[..most].rfind(end).filter(|at| *at > UNIT / 2).map(|at| at + end.len());
        let between = || rest[..most].rfind(char::is_whitespace).filter(|at| *at > UNIT / 2);
        let at = end(". ").or_else(|| end("。")).or_else(between).unwrap_or(most);
        parts.push(Passage { weight: piece.weight, text: rest[..at].trim_end().to_owned() });
        rest = rest[at..].trim_start();
    }
    parts.push(Passage { weight: piece.weight, text: rest.to_owned() });
    parts
}
