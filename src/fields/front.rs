//! A front matter in either notation, parsed: one spanned table, and what in it could not be read.

use std::borrow::Cow;

use toml::Spanned;
use toml::de::DeTable;

use super::headers::MeantHeader;
use super::stops::{SyntaxError, passed_over};
use super::unclosed::{Unclosed, closed};
use super::{Shape, yaml};

/// What a front matter is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// Between lines of `+++`.
    Toml,
    /// Between lines of `---`.
    Yaml,
}

/// A text as its parser can read it.
pub(crate) struct Readable<'s> {
    notation: Notation,
    text: Cow<'s, str>,
    broken: Vec<yaml::Problem>,
    unclosed: Vec<Unclosed>,
    stops: Vec<SyntaxError>,
}

/// A front matter, parsed.
pub(crate) struct Front<'s> {
    /// Its table, as far as it could be read; places count from the beginning of the front matter.
    pub table: Spanned<DeTable<'s>>,
    /// What could not be read.
    pub(super) errors: Errors,
}

/// What a parser stumbled over, in the order of the text.
pub(super) enum Errors {
    /// Those of the parser, and before them what nothing closes.
    Toml(Vec<Unclosed>, Vec<SyntaxError>),
    Yaml(Vec<yaml::Problem>),
}

impl<'s> Front<'s> {
    /// `text` as it is best read; `meant` knows which headers there are.
    pub(crate) fn readable<'t>(notation: Notation, text: &'t str, meant: &MeantHeader) -> Readable<'t> {
        match notation {
            Notation::Toml => {
                let (text, stops) = passed_over(text, meant);
                let (text, unclosed) = closed(text);
                Readable { notation, text, broken: Vec::new(), unclosed, stops }
            }
            Notation::Yaml => {
                let (text, broken) = yaml::readable(text);
                Readable { notation, text, broken, unclosed: Vec::new(), stops: Vec::new() }
            }
        }
    }

    /// What `readable` holds; `shape` says what each of its keys asks for.
    pub(crate) fn read(readable: &'s Readable, shape: &dyn Fn(&str) -> Shape) -> Front<'s> {
        match readable.notation {
            Notation::Toml => {
                let (table, errors) = DeTable::parse_recoverable(&readable.text);
                let stops = readable.stops.iter().cloned();
                let errors = stops.chain(errors.into_iter().map(SyntaxError::from)).collect();
                Front { table, errors: Errors::Toml(readable.unclosed.clone(), errors) }
            }
            Notation::Yaml => {
                let (table, further) = yaml::table(&readable.text, shape);
                let mut problems = readable.broken.clone();
                problems.extend(further);
                problems.sort_by_key(|it| it.span);
                Front { table, errors: Errors::Yaml(problems) }
            }
        }
    }

    /// Whether all of it could be read.
    pub(crate) fn is_whole(&self) -> bool {
        match &self.errors {
            Errors::Toml(unclosed, errors) => unclosed.is_empty() && errors.is_empty(),
            Errors::Yaml(problems) => problems.is_empty(),
        }
    }
}
