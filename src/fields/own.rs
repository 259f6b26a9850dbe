//! Keys that a group gives its records beside those that everybody has: what each takes, and how it is read.

use super::look::Look;
use super::reader::TableReader;
use super::{ANY, Decode, Field, FieldPath, FieldRow, Link, List, Presence, Ref, Shape};
use crate::diagnostic::Diagnostic;
use crate::text::{Date, Span, did_you_mean, listing, nearest};
use crate::word_list;

word_list! {
    /// What a key of a group's own takes.
    KeySort {
        /// A text, or one of the words that the profile allows.
        Text = "text",
        /// A day of the calendar.
        Day = "date",
        /// A whole number, zero or more.
        Number = "number",
        /// `true` or `false`.
        Flag = "flag",
        /// An address on the web, a mail address, or a path from the root of the site.
        Link = "link",
        /// The id of a record.
        Reference = "reference",
    }
}

/// A key that a profile declares for the records of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnKey {
    /// As the front matter spells it: `track`.
    pub key: String,
    /// What readers see beside its value, where the key with its first letter large does not do.
    pub title: Option<String>,
    /// What it means, in one sentence.
    pub meaning: String,
    /// What it takes.
    pub sort: KeySort,
    /// The words that it takes, in their order; empty where it takes any.
    pub words: Vec<String>,
    /// The kinds of the records that a reference leads to, as bits.
    pub kinds: u32,
    /// Whether it takes a list of such values.
    pub is_list: bool,
}

macro_rules! own {
    ($($sort:ident $many:ident $one_row:ident $many_row:ident $type:ty;)*) => {
        /// What stands at a key of a group's own.
        #[derive(Debug, Clone)]
        pub enum OwnField {
            $(
                #[doc = concat!("One value of the sort `", stringify!($sort), "`.")]
                $sort(Field<$type>),
                #[doc = concat!("A list of the sort `", stringify!($sort), "`.")]
                $many(Field<List<$type>>)
            ),*
        }

        $(
            static $one_row: FieldRow = FieldRow {
                key: "", need: Presence::Optional, meaning: "", shape: <$type as Decode>::shape,
            };
            static $many_row: FieldRow = FieldRow {
                key: "", need: Presence::Optional, meaning: "", shape: <List<$type> as Decode>::shape,
            };
        )*

        impl OwnField {
            /// The field as a guard sees it.
            pub fn look(&self) -> &dyn Look {
                match self { $(OwnField::$sort(field) => field, OwnField::$many(field) => field),* }
            }

            /// What `table` holds at `key`.
            pub(super) fn read<'a>(table: &mut TableReader<'_, 'a, '_>, written: &'a str, key: &OwnKey) -> OwnField {
                match (key.sort, key.is_list) {
                    $(
                        (KeySort::$sort, false) => OwnField::$sort(table.of_key(written)),
                        (KeySort::$sort, true) => OwnField::$many(table.of_key(written))
                    ),*
                }
            }
        }

        impl OwnKey {
            fn row(&self) -> &'static FieldRow {
                match (self.sort, self.is_list) {
                    $((KeySort::$sort, false) => &$one_row, (KeySort::$sort, true) => &$many_row),*
                }
            }
        }
    };
}

own! {
    Text Texts TEXT TEXTS String;
    Day Days DAY DAYS Date;
    Number Numbers NUMBER NUMBERS u32;
    Flag Flags FLAG FLAGS bool;
    Link Links LINK LINKS Link;
    Reference References REFERENCE REFERENCES Ref<ANY>;
}

impl OwnKey {
    /// The key as a field that a profile can name.
    pub fn path(&self) -> FieldPath {
        FieldPath { path: self.key.clone(), row: self.row(), in_list: false }
    }

    /// What its value may be.
    pub fn shape(&self) -> Shape {
        (self.row().shape)()
    }
}

impl<'a> TableReader<'_, 'a, '_> {
    /// What stands at the key `key` of a group's own; what it does not take is a diagnostic.
    pub(crate) fn own(&mut self, key: &'a OwnKey) -> OwnField {
        let before = self.reader.references.len();
        let written = self.written_for(&key.key);
        let (field, others) = OwnField::read(self, written, key).without_others(&key.words);
        self.reader.references[before..].iter_mut().for_each(|it| it.kinds = key.kinds);
        for (text, span) in others {
            let words = || key.words.iter().map(String::as_str);
            let message = format!("`{}` must be one of {}", key.key, listing(words()));
            let finding = Diagnostic::new("unknown-value", self.reader.path, span, message);
            let finding = match nearest(&text, words()) {
                Some(meant) => finding.help(did_you_mean(meant)),
                None => finding.help(format!("`{}` takes one of these words", key.key)),
            };
            self.reader.report(finding);
        }
        field
    }
}

impl OwnField {
    /// Takes out the texts that are none of `words`, each with its place; all are right where there are no words.
    pub(super) fn without_others(self, words: &[String]) -> (OwnField, Vec<(String, Span)>) {
        let is_other = |text: &String| !words.is_empty() && !words.contains(text);
        match self {
            OwnField::Text(Field::Stated(text)) if is_other(&text.value) => {
                (OwnField::Text(Field::Unreadable(text.span)), vec![(text.value, text.span)])
            }
            OwnField::Texts(Field::Stated(mut list)) => {
                let (others, items): (Vec<_>, Vec<_>) =
                    std::mem::take(&mut list.value.items).into_iter().partition(|item| is_other(&item.value));
                list.value.items = items;
                list.value.unreadable.extend(others.iter().map(|item| item.span));
                list.value.unreadable.sort();
                let others = others.into_iter().map(|item| (item.value, item.span)).collect();
                (OwnField::Texts(Field::Stated(list)), others)
            }
            other => (other, Vec::new()),
        }
    }
}
