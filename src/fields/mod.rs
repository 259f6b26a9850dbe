//! From spanned TOML or YAML to typed values: every problem of a file in one run, each at its key or value.
//!
//! A table is declared once, with `table!`: its fields, their types, whether they are required, and what they mean. The
//! declaration is the struct, the decoder, the manual and the schema. Decoding is total: what is wrong is a diagnostic,
//! and the field is unreadable, which is not the same as absent: nothing may be concluded from it.

mod asked;
mod declare;
mod decode;
mod elsewhere;
mod example;
mod front;
mod headers;
mod kept;
pub mod look;
mod misspelt;
mod own;
mod reader;
pub mod schema;
mod settings;
mod shape;
mod slips;
mod stops;
mod stumbles;
mod syntax;
#[cfg(test)]
mod tests;
mod unclosed;
pub(crate) mod yaml;

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use serde::Serialize;
use toml::de::DeValue;

use crate::id::Kind;
use crate::text::{Date, Span, nearest};

pub use declare::key;
pub use decode::{OneOf, decode_inner_table, decode_word};
pub(crate) use front::Front;
pub use front::Notation;
pub(crate) use headers::meant_header;
pub use kept::KeptKey;
pub use own::{KeySort, OwnField, OwnKey};
pub(crate) use reader::is_single;
pub use reader::{Origin, Reader, TableReader};
pub(crate) use settings::{ReadFile, is_edited, settings};
pub use shape::{FieldPath, FieldRow, Parts, Presence, Shape, paths};
pub(crate) use slips::day;
pub use syntax::keep_syntax_errors;

/// A value and the place where it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At<T> {
    /// What is written there, read.
    pub value: T,
    /// The bytes of the file that hold it, with the quotes of a text.
    pub span: Span,
}

impl<T> Deref for At<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Why a value is not stated, in the author's words: `{ unknown = "the survey does not say" }`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Unknown {
    /// The reason, as written.
    pub reason: String,
    /// The bytes of the file that hold the whole gap, with its braces.
    #[serde(skip)]
    pub span: Span,
}

/// A value that exists but is not shown: why, until when, by whose decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Withheld {
    /// The reason, as written.
    pub reason: String,
    /// The last day on which it is not shown; `None` when no end is stated.
    pub until: Option<Date>,
    /// The id of the decision, as written.
    pub by: Option<String>,
    /// The bytes of the file that hold the whole statement, with its braces.
    #[serde(skip)]
    pub span: Span,
}

/// Why a reader does not see a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// Nobody knows it.
    Unknown(Unknown),
    /// It is known and not shown.
    Withheld(Withheld),
}

/// A value that is not shown, and the key that would hold it: `contract.amount`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// The keys that lead to the value, joined by dots.
    pub key: String,
    /// Why the value is not shown.
    pub what: Missing,
}

/// What a key of the front matter holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Field<T> {
    /// The key is not there.
    #[default]
    Absent,
    /// The key is there, or may well be there, and what it holds could not be read; a diagnostic says why. Where the TOML
    /// is broken, every key that was not found is this.
    Unreadable(Span),
    /// The value, with its place.
    Stated(At<T>),
    /// The author says that nobody knows it.
    Unknown(Box<Unknown>),
    /// The author says that it is not shown.
    Withheld(Box<Withheld>),
}

impl<T> Field<T> {
    /// The value; `None` when it is absent, unreadable, unknown or withheld.
    pub fn get(&self) -> Option<&T> {
        match self {
            Field::Stated(at) => Some(&at.value),
            Field::Absent | Field::Unreadable(_) | Field::Unknown(_) | Field::Withheld(_) => None,
        }
    }

    /// Where the value is written, whatever it is; `None` when it is absent.
    pub fn span(&self) -> Option<Span> {
        match self {
            Field::Absent => None,
            Field::Unreadable(span) => Some(*span),
            Field::Stated(at) => Some(at.span),
            Field::Unknown(unknown) => Some(unknown.span),
            Field::Withheld(withheld) => Some(withheld.span),
        }
    }

    /// The author's word that nobody knows the value; `None` when it is anything else.
    pub fn unknown(&self) -> Option<&Unknown> {
        if let Field::Unknown(unknown) = self { Some(unknown) } else { None }
    }

    /// Why the value is not shown; `None` when it is not withheld.
    pub fn withheld(&self) -> Option<&Withheld> {
        if let Field::Withheld(withheld) = self { Some(withheld) } else { None }
    }

    /// Whether the author gives nothing and says nothing about it: the key is not there. False for a key that could not be
    /// read, and for one that is stated to be unknown or withheld.
    pub fn is_missing(&self) -> bool {
        matches!(self, Field::Absent)
    }

    /// Whether the key is there, or may well be there, and what it holds could not be read.
    pub fn is_unreadable(&self) -> bool {
        matches!(self, Field::Unreadable(_))
    }
}

impl<T> Field<List<T>> {
    /// The items that could be read, in the order in which they are written; empty when the list is absent, unreadable,
    /// unknown or withheld.
    pub fn items(&self) -> &[At<T>] {
        self.get().map_or(&[], |list| &list.items)
    }

    /// Whether the author gives no item and says nothing about it: the key is not there, or the list is empty. False where
    /// an item could not be read.
    pub fn has_no_items(&self) -> bool {
        self.is_missing() || self.get().is_some_and(|list| list.items.is_empty() && list.unreadable.is_empty())
    }

    /// Whether all items are known: false when the list or one of its items could not be read, or is unknown or withheld.
    pub fn is_complete(&self) -> bool {
        self.is_missing() || self.get().is_some_and(|list| list.unreadable.is_empty())
    }
}

impl Field<String> {
    /// The text; empty when it is not stated.
    pub fn text(&self) -> &str {
        self.get().map_or("", String::as_str)
    }
}

impl<const KINDS: u32> Field<Ref<KINDS>> {
    /// The id as written; empty when it is not stated.
    pub fn text(&self) -> &str {
        self.get().map_or("", |reference| reference.as_str())
    }
}

impl Field<bool> {
    /// `true` only when that is what is stated.
    pub fn is_true(&self) -> bool {
        self.get() == Some(&true)
    }
}

/// A list of values, each with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<T> {
    /// The items that could be read, in the order in which they are written.
    pub items: Vec<At<T>>,
    /// Where the items are written that could not be read, in order.
    pub unreadable: Vec<Span>,
}

impl<T> Deref for List<T> {
    type Target = [At<T>];

    fn deref(&self) -> &[At<T>] {
        &self.items
    }
}

/// A table whose keys the author chooses, in the order in which they are written: `{ draft = "owner" }`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map<T>(pub Vec<(At<String>, At<T>)>);

impl<T> Map<T> {
    /// The value of `key`; `None` when the table has no such key.
    pub fn get(&self, key: &str) -> Option<&At<T>> {
        self.0.iter().find(|(name, _)| name.value == key).map(|(_, value)| value)
    }
}

impl<T> Field<Map<T>> {
    /// The keys and values; empty when the table is not stated.
    pub fn entries(&self) -> &[(At<String>, At<T>)] {
        self.get().map_or(&[], |map| &map.0)
    }
}

/// Sets of kinds that a reference may lead to, as bits.
pub const fn bit(kind: Kind) -> u32 {
    1 << kind as u32
}

/// The set that holds [`Kind::Person`] alone.
pub const PERSON: u32 = bit(Kind::Person);
/// The set that holds [`Kind::Organization`] alone.
pub const ORGANIZATION: u32 = bit(Kind::Organization);
/// The set that holds [`Kind::Group`] alone.
pub const GROUP: u32 = bit(Kind::Group);
/// The set that holds [`Kind::Proposal`] alone.
pub const PROPOSAL: u32 = bit(Kind::Proposal);
/// The set that holds [`Kind::Sow`] alone.
pub const SOW: u32 = bit(Kind::Sow);
/// The set that holds [`Kind::Rfp`] alone.
pub const RFP: u32 = bit(Kind::Rfp);
/// The set that holds [`Kind::Bounty`] alone.
pub const BOUNTY: u32 = bit(Kind::Bounty);
/// The set that holds [`Kind::Contractor`] alone.
pub const CONTRACTOR: u32 = bit(Kind::Contractor);
/// The set that holds [`Kind::Service`] alone.
pub const SERVICE: u32 = bit(Kind::Service);
/// The set that holds [`Kind::Decision`] alone.
pub const DECISION: u32 = bit(Kind::Decision);
/// The set that holds [`Kind::Meeting`] alone.
pub const MEETING: u32 = bit(Kind::Meeting);
/// The set that holds [`Kind::Roadmap`] alone.
pub const ROADMAP: u32 = bit(Kind::Roadmap);
/// The set that holds [`Kind::Report`] alone.
pub const REPORT: u32 = bit(Kind::Report);
/// Whoever can act: a person, a group, an organization.
pub const ACTOR: u32 = PERSON | GROUP | ORGANIZATION;
/// Any record that can be spoken of.
pub const ANY: u32 = (1 << Kind::Page as u32) - 1;

/// A reference to a record of one of `KINDS`, as written; the site resolves it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ref<const KINDS: u32>(pub String);

impl<const KINDS: u32> Ref<KINDS> {
    /// The id as written: `SOW-3`, `phabricator`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The kinds that the reference may lead to, as bits; see [`bit`].
    pub const KINDS: u32 = KINDS;
}

impl<const KINDS: u32> fmt::Display for Ref<KINDS> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The kinds in a set of bits, in the order of [`Kind::ALL`].
pub fn kinds(bits: u32) -> impl Iterator<Item = Kind> {
    Kind::ALL.iter().copied().filter(move |kind| bits & bit(*kind) != 0)
}

/// `a person or a group`.
pub fn one_of(bits: u32) -> String {
    kinds(bits).map(Kind::with_article).collect::<Vec<_>>().join(" or ")
}

/// One reference that a front matter makes, for linking: every edge of the record is one of these or stands in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The id as written: `SOW-3`, `phabricator`.
    pub text: String,
    /// The kinds that the field accepts, as bits.
    pub kinds: u32,
    /// The bytes of the file that hold the id, with its quotes.
    pub span: Span,
    /// The key that holds it: `owner`, `vote.person`.
    pub key: Arc<str>,
}

/// Where a key and its value stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyPlace {
    /// With its quotes, where it has any.
    pub key: Span,
    /// With the quotes, brackets or braces of the value.
    pub value: Span,
}

/// A text or a link that a front matter states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontText {
    /// The key that holds it: `title`, `vote.link`.
    pub key: Arc<str>,
    /// What is stated, without quotes and with escapes read.
    pub text: String,
    /// Whether it is a link: an address on the web, a mail address or a path of this site.
    pub is_link: bool,
    /// With its quotes.
    pub span: Span,
}

impl FrontText {
    /// Where the text stands in `file`: within its quotes, and with them where it is written with escapes.
    pub fn place(&self, file: &str) -> Span {
        match file[self.span.range()].find(&self.text) {
            Some(at) => Span::new(at, at + self.text.len()).shifted(self.span.start),
            None => self.span,
        }
    }
}

/// An address on the web, a mail address, or a path from the root of this site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link(pub String);

impl Link {
    /// What a misspelt beginning of an address, `ttps`, stands for: `https`; `None` when it is like no known one.
    pub fn nearest_scheme(scheme: &str) -> Option<&'static str> {
        nearest(scheme, ["https", "http", "mailto"])
    }
}

/// A point in time with its offset, as a closing time needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// The day as written, in the offset of the moment.
    pub date: Date,
    /// `2021-06-01 17:00 UTC+02:00`.
    pub text: String,
    /// The same point in time, whatever its offset.
    pub instant: jiff::Timestamp,
}

/// What a service level is to reach: `>= 99.5 %`, `<= 4 h`.
#[derive(Debug, Clone, PartialEq)]
pub struct Objective {
    /// Whether the value is the least that is accepted, `>=`; else it is the most, `<=`.
    pub at_least: bool,
    /// The limit, counted in `unit`: `99.5`.
    pub value: f64,
    /// What is counted, as written: `%`, `h`.
    pub unit: String,
}

impl Objective {
    /// The objective that `text` spells; `None` unless it is a comparison, a number and a unit.
    pub fn parse(text: &str) -> Option<Objective> {
        let (at_least, rest) = match (text.strip_prefix(">="), text.strip_prefix("<=")) {
            (Some(rest), _) => (true, rest),
            (_, Some(rest)) => (false, rest),
            (None, None) => return None,
        };
        let rest = rest.trim();
        let digits = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(rest.len());
        let unit = rest[digits..].trim();
        Some(Objective {
            at_least,
            value: rest[..digits].parse().ok()?,
            unit: (!unit.is_empty()).then(|| unit.to_owned())?,
        })
    }

    /// Whether `value`, counted in the same unit, is on the right side of the limit or at it.
    pub fn is_met_by(&self, value: f64) -> bool {
        if self.at_least { value >= self.value } else { value <= self.value }
    }
}

impl fmt::Display for Objective {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} {} {}", if self.at_least { "≥" } else { "≤" }, self.value, self.unit)
    }
}

/// `text` as TOML writes it, with its quotes.
pub fn toml_text(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A type that a TOML value can be read as.
pub trait Decode: Sized {
    /// What a value of the type may be, for messages, the manual and the schema.
    fn shape() -> Shape;

    /// The value, read; `None` when it is something else, and the reader then holds the diagnostic.
    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<Self>;
}

/// One of a closed list of words that `word_list!` declared.
pub trait Word: Copy {
    /// As the front matter spells it.
    fn spelled(self) -> &'static str;
}

/// A struct that `table!` declared.
pub trait Table: Sized + Default {
    /// The keys, in the order in which they are declared.
    const ROWS: &'static [FieldRow];

    /// The table that `reader` holds, with every key that cannot be read as [`Field::Unreadable`] and a diagnostic.
    fn decode_table(reader: &mut TableReader) -> Self;
}
