//! What makes a finding the same one in the base and in the head of a change: its rule, its record, and the key or the
//! passage that it is about. Never its line, which moves, nor its words, which may count what is elsewhere.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use crate::change::Change;
use crate::diagnostic::Diagnostic;
use crate::id::{ContentPath, RecordId};
use crate::site::{Entry, Site};
use crate::text::Span;
use crate::tree::Tree;

/// What tells a finding from the others of its rule.
pub(super) struct Identity<'a> {
    pub(super) finding: &'a Diagnostic,
    pub(super) record: Place,
    /// What the rule says that it is about, in the names of the head.
    pub(super) about: Option<String>,
    pub(super) part: Part,
    /// The whole line of a passage, which tells two of the same words apart; empty for what is no passage.
    pub(super) line: String,
    /// Its words, in the names of the head.
    pub(super) message: String,
}

/// The record or the file that a finding is about.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) enum Place {
    Record(RecordId),
    File(ContentPath),
    /// Several, of which now one and now another is the first.
    Several,
}

/// The part of a file that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Part {
    WholeFile,
    /// The keys that lead to a value, each item of a list by what it is told apart by: `vote[ada].date`.
    Key(String),
    /// The words on the first line of a passage, without white space.
    Passage(String),
    /// It has a place in a file whose text is not known.
    Unknown,
}

/// The files of one side of a change, as far as findings are in them.
pub(super) struct Side<'a> {
    site: &'a Site,
    tree: &'a Tree,
    /// What the change renames; empty on the side of the head.
    renamed: &'a Renamed,
    keys: HashMap<&'a ContentPath, KeyPlaces>,
}

impl<'a> Side<'a> {
    pub(super) fn new(site: &'a Site, tree: &'a Tree, renamed: &'a Renamed) -> Side<'a> {
        Side { site, tree, renamed, keys: HashMap::new() }
    }

    /// The identity of `finding`, which is one on this side.
    pub(super) fn identity(&mut self, finding: &'a Diagnostic) -> Identity<'a> {
        let record = match self.site.at_path(&finding.path) {
            _ if finding.is_for_several => Place::Several,
            Some(entry) => Place::Record(self.renamed.id(entry.id.canonical())),
            None => Place::File(finding.path.clone()),
        };
        let (part, line) = if finding.is_for_several { (Part::WholeFile, String::new()) } else { self.part(finding) };
        Identity {
            finding,
            record,
            about: finding.about.as_ref().map(|about| self.renamed.name(about).to_owned()),
            part,
            line,
            message: self.renamed.in_words(&finding.message, '`').into_owned(),
        }
    }

    /// The part that `finding` is about, and the line of a passage.
    fn part(&mut self, finding: &'a Diagnostic) -> (Part, String) {
        let Some(span) = finding.span else { return (Part::WholeFile, String::new()) };
        let path = &finding.path;
        let entry = self.site.at_path(path);
        let source = || self.tree.sources.get(path).map(|source| &source.text);
        let Some(text) = entry.map(|entry| &entry.text).or_else(source) else {
            return (Part::Unknown, String::new());
        };
        let front = match entry {
            Some(entry) => entry.front,
            None => path.as_str().ends_with(".toml").then(|| Span::new(0, text.len())),
        };
        let renamed = self.renamed;
        let in_front = front.filter(|front| front.start <= span.start && span.start <= front.end);
        let key = in_front.and_then(|front| {
            let keys = self.keys.entry(path).or_insert_with(|| KeyPlaces::of(text, front, entry, renamed));
            keys.at(span).map(str::to_owned)
        });
        match key {
            Some(key) => (Part::Key(key), String::new()),
            None => {
                let line = renamed.in_words(line_of(text, span.start), '"');
                (Part::Passage(passage(text, span, renamed)), without_space(&line))
            }
        }
    }
}

/// The words on the first line of `span`; those of its whole line when it holds none.
fn passage(text: &str, span: Span, renamed: &Renamed) -> String {
    let first_line = text.get(span.range()).unwrap_or_default().lines().map(str::trim).find(|line| !line.is_empty());
    without_space(&renamed.in_words(first_line.unwrap_or_else(|| line_of(text, span.start)), '"'))
}

/// The line of `text` that holds the place `at`.
fn line_of(text: &str, at: usize) -> &str {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    text[start..].lines().next().unwrap_or_default()
}

fn without_space(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Where the keys and values of a front matter are, as far as it can be read.
struct KeyPlaces {
    /// Each with the keys that lead to it.
    places: Vec<(Span, String)>,
    /// Whether all of it can be read.
    is_whole: bool,
}

impl KeyPlaces {
    fn of(text: &str, front: Span, entry: Option<&Entry>, renamed: &Renamed) -> KeyPlaces {
        let of = |table: &DeTable, is_whole: bool| {
            let mut places = Vec::new();
            of_table(table, "", renamed, &mut places);
            for (span, _) in &mut places {
                *span = span.shifted(front.start);
            }
            KeyPlaces { places, is_whole }
        };
        let of_record = entry.and_then(|entry| entry.with_front(|front| of(front.table.get_ref(), front.is_whole())));
        of_record.unwrap_or_else(|| {
            let (table, errors) = DeTable::parse_recoverable(text.get(front.range()).unwrap_or_default());
            of(table.get_ref(), errors.is_empty())
        })
    }

    /// The keys that lead to the innermost value around `span`, or around its beginning; empty for the front matter as a
    /// whole. `None` when it is in a part that cannot be read.
    fn at(&self, span: Span) -> Option<&str> {
        let innermost = |is_around: &dyn Fn(Span) -> bool| {
            let around = self.places.iter().filter(|(place, _)| is_around(*place));
            around.min_by_key(|(place, path)| (place.end - place.start, usize::MAX - path.len()))
        };
        let found = innermost(&|place| place.holds(span));
        let found = found.or_else(|| innermost(&|place| place.start <= span.start && span.start < place.end));
        found.map(|(_, path)| path.as_str()).or(self.is_whole.then_some(""))
    }
}

fn of_table(table: &DeTable, outer: &str, renamed: &Renamed, places: &mut Vec<(Span, String)>) {
    for (key, value) in table {
        let dot = if outer.is_empty() { "" } else { "." };
        let path = format!("{outer}{dot}{}", key.get_ref());
        places.push((key.span().into(), path.clone()));
        places.push((value.span().into(), path.clone()));
        of_value(value.get_ref(), &path, renamed, places);
    }
}

fn of_value(value: &DeValue, path: &str, renamed: &Renamed, places: &mut Vec<(Span, String)>) {
    match value {
        DeValue::Table(table) => of_table(table, path, renamed, places),
        DeValue::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let path = format!("{path}[{}]", told_apart_by(item.get_ref(), at, renamed));
                places.push((item.span().into(), path.clone()));
                of_value(item.get_ref(), &path, renamed, places);
            }
        }
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {}
    }
}

/// The keys whose values tell the items of lists apart, the better ones first.
const TELLING: [&str; 13] = [
    "id",
    "person",
    "area",
    "indicator",
    "organization",
    "service",
    "name",
    "title",
    "record",
    "url",
    "text",
    "to",
    "from",
];

/// What an item of a list is told apart by: itself, or the value of a key; else its place in the list.
fn told_apart_by(item: &DeValue, at: usize, renamed: &Renamed) -> String {
    let in_words = |value: &DeValue| match value {
        DeValue::String(text) => Some(renamed.name(text).to_owned()),
        DeValue::Datetime(datetime) => Some(datetime.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Array(_) | DeValue::Table(_) => None,
    };
    let told = match item {
        DeValue::Table(table) => TELLING.iter().find_map(|key| in_words(table.get(*key)?.get_ref())),
        DeValue::String(_) | DeValue::Datetime(_) | DeValue::Integer(_) => in_words(item),
        DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Array(_) => None,
    };
    told.unwrap_or_else(|| at.to_string())
}

/// The records that a change renames.
#[derive(Default)]
pub(super) struct Renamed {
    ids: HashMap<RecordId, RecordId>,
    /// What findings call them, before and now.
    names: HashMap<String, String>,
}

impl Renamed {
    pub(super) fn of(change: &Change) -> Renamed {
        let mut renamed = Renamed::default();
        for before in &change.base.entries {
            let is_same = |after: &Entry| Arc::ptr_eq(&before.document, &after.document);
            let is_renamed = |after: &&Entry| !is_same(after) && (before.path != after.path || before.id != after.id);
            let Some(after) = change.after(before).filter(is_renamed) else { continue };
            for (old, new) in [
                (before.path.as_str(), after.path.as_str()),
                (before.address.trim_end_matches('/'), after.address.trim_end_matches('/')),
                (before.id.canonical_key(), after.id.canonical_key()),
            ] {
                renamed.names.insert(old.to_owned(), new.to_owned());
            }
            renamed.names.insert(before.id.to_string(), after.id.to_string());
            renamed.ids.insert(before.id.canonical(), after.id.canonical());
        }
        renamed
    }

    /// Whether no record has another name.
    pub(super) fn is_empty(&self) -> bool {
        self.ids.is_empty() && self.names.is_empty()
    }

    /// The id that the record has in the head.
    fn id(&self, id: RecordId) -> RecordId {
        self.ids.get(&id).cloned().unwrap_or(id)
    }

    /// `word` as the head calls it, where it names a record that was renamed.
    fn name<'t>(&'t self, word: &'t str) -> &'t str {
        self.names.get(word).map_or(word, String::as_str)
    }

    /// `text` with the present names in the places of those that are between two of `quote`.
    fn in_words<'t>(&self, text: &'t str, quote: char) -> Cow<'t, str> {
        let is_renamed = |word: &str| self.names.contains_key(word);
        if self.names.is_empty() || !text.split(quote).any(is_renamed) {
            return Cow::Borrowed(text);
        }
        let words = text.split(quote).map(|word| self.name(word));
        Cow::Owned(words.collect::<Vec<_>>().join(&quote.to_string()))
    }
}
