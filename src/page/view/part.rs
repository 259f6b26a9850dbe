//! The smallest thing that a page shows: a word, a link, a day, an empty chair. Facts, cells and lines consist of these.

use serde::Serialize;

use crate::fields::{Ref, Unknown, Withheld};
use crate::id::{Kind, RecordId};
use crate::site::{Entry, Site, Tally};
use crate::text::{Date, capitalised, days_between};

use super::{View, place};
use crate::words;

/// One piece of a line. A template gets the fields that it has.
#[derive(Debug, Clone, Serialize, Default)]
pub(crate) struct Part {
    pub sort: Sort,
    pub text: String,
    /// What the record calls it: `G1`, `SOW-0001`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Where it leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// Leads out of the site.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub external: bool,
    /// A day or a moment as ISO 8601 has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iso: Option<String>,
    /// `open`, `waiting`, `done` or `ended`, for a state.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<&'static str>,
    /// What else there is to say of it, such as why it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Until when it is withheld.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// The decision to withhold it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Box<Part>>,
    /// Twelve months of a level, for marks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marks: Option<Vec<Mark>>,
}

/// A mark of one month in a row of them.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Mark {
    /// Where it begins.
    pub x: usize,
    /// `met`, `missed` or `none`.
    pub sort: &'static str,
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Default)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Sort {
    #[default]
    Text,
    /// A name as it is written in a file.
    Code,
    Link,
    Day,
    State,
    /// A gap that the record states.
    Unknown,
    /// A value that exists and is not shown.
    Withheld,
    /// A place that nobody fills.
    Empty,
    /// A value in words, with marks for twelve months.
    Marks,
}

/// A day in words and in numbers.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Day {
    /// `2021-05-11`.
    pub iso: String,
    /// `11 May 2021`.
    pub text: String,
    /// `12 days ago`, `today`, `in 3 days`.
    pub distance: String,
}

impl Part {
    pub(crate) fn of(sort: Sort, text: impl Into<String>) -> Part {
        Part { sort, text: text.into(), ..Part::default() }
    }

    pub(crate) fn text(text: impl Into<String>) -> Part {
        Part::of(Sort::Text, text)
    }

    /// Words with what is worth a word beside them.
    pub(crate) fn noted(text: impl Into<String>, note: Option<String>) -> Part {
        Part { note, ..Part::text(text) }
    }

    pub(crate) fn link(text: impl Into<String>, href: impl Into<String>) -> Part {
        Part { href: Some(href.into()), ..Part::of(Sort::Link, text) }
    }

    /// A place that nobody fills.
    pub(crate) fn empty(text: impl Into<String>) -> Part {
        Part::of(Sort::Empty, text)
    }

    /// A gap that the record states, with its reason.
    pub(crate) fn unknown(unknown: &Unknown) -> Part {
        Part { note: Some(closed(&unknown.reason)), ..Part::of(Sort::Unknown, words::NOT_RECORDED) }
    }

    /// An address in the outside world, shown without what every address begins with.
    pub(crate) fn web(address: &str) -> Part {
        let rest = ["https://", "http://", "mailto:"].iter().find_map(|start| address.strip_prefix(start));
        let rest = rest.unwrap_or(address).trim_end_matches('/');
        let text = match rest.char_indices().nth(48) {
            Some((at, _)) => format!("{}…", &rest[..at]),
            None => rest.to_owned(),
        };
        Part::external(text, address)
    }

    /// A link that leads out of the site.
    pub(crate) fn external(text: impl Into<String>, href: impl Into<String>) -> Part {
        Part { external: true, ..Part::link(text, href) }
    }
}

/// A sentence with names in backticks, as words and code.
pub(super) fn phrase(text: &str) -> Vec<Part> {
    let pieces: Vec<&str> = text.split('`').collect();
    // An odd one out is a backtick that nothing closes: then the text stays as it is.
    if pieces.len().is_multiple_of(2) {
        return vec![Part::text(text)];
    }
    let part =
        |(at, piece): (usize, &&str)| if at % 2 == 0 { Part::text(*piece) } else { Part::of(Sort::Code, *piece) };
    pieces.iter().enumerate().filter(|(_, piece)| !piece.is_empty()).map(part).collect()
}

impl Day {
    pub(crate) fn of(site: &Site, date: Date) -> Day {
        Day {
            iso: date.to_string(),
            text: words::long_date(date),
            distance: words::distance(days_between(date, site.today)),
        }
    }
}

/// `5 yes, 1 no, 1 abstained`.
pub(super) fn counted(tally: &Tally) -> String {
    let mut counted = vec![words::voted_yes(tally.yes), words::voted_no(tally.no)];
    counted.extend((tally.abstain > 0).then(|| words::abstained(tally.abstain)));
    counted.extend((tally.recuse > 0).then(|| words::stepped_aside(tally.recuse)));
    counted.join(", ")
}

impl View<'_> {
    pub(crate) fn day(&self, date: Date) -> Part {
        Part { iso: Some(date.to_string()), ..Part::of(Sort::Day, words::long_date(date)) }
    }

    /// A record by its title, with its id where it is called by one.
    pub(crate) fn record_link(&self, entry: &Entry) -> Part {
        Part { id: spoken_id(&entry.id), ..Part::link(&*entry.title, self.to_record(entry)) }
    }

    /// A record with its id in other words than its title.
    pub(crate) fn record_link_as(&self, entry: &Entry, text: String) -> Part {
        Part { text, ..self.record_link(entry) }
    }

    /// What a reference leads to, else the words in which it is written.
    pub(crate) fn reference<const KINDS: u32>(&self, reference: &Ref<KINDS>) -> Part {
        match self.site.find(reference) {
            Some(entry) => self.record_link(entry),
            None => Part::noted(reference.as_str(), Some(words::NOT_IN_THE_RECORD.to_string())),
        }
    }

    /// The same for a reference whose kind is not known.
    pub(crate) fn any_reference(&self, text: &str) -> Part {
        self.reference(&Ref::<{ crate::fields::ANY }>(text.to_owned()))
    }

    /// A record by its id, else the words as they are: what a matter waits for may be outside.
    pub(crate) fn record_or_words(&self, text: &str) -> Part {
        match self.site.resolve(text, crate::fields::ANY).entry() {
            Some(entry) => self.record_link(entry),
            None => Part::text(text),
        }
    }

    pub(crate) fn withheld(&self, withheld: &Withheld) -> Part {
        Part {
            note: Some(withheld.reason.clone()),
            until: withheld.until.map(|until| Day::of(self.site, until)),
            by: withheld.by.as_ref().map(|by| Box::new(self.any_reference(by))),
            ..Part::of(Sort::Withheld, words::WITHHELD)
        }
    }

    /// The state of a record in words and shape; `None` for kinds without a workflow.
    pub(crate) fn state(&self, entry: &Entry) -> Option<Part> {
        if entry.service().is_some_and(|service| service.lifecycle.unknown().is_some()) {
            return Some(Part::of(Sort::Unknown, words::NOT_RECORDED));
        }
        let name = &entry.status.as_ref()?.state;
        Some(self.state_named(entry.kind(), name))
    }

    pub(crate) fn state_named(&self, kind: Kind, name: &str) -> Part {
        let row = self.site.profile.kind(kind).and_then(|workflow| workflow.state(name));
        let phase = row.map_or("open", |row| row.phase.as_str());
        Part { phase: Some(phase), ..Part::of(Sort::State, capitalised(&self.label(kind, name))) }
    }

    /// A state in words, as they are within a sentence.
    pub(crate) fn label(&self, kind: Kind, name: &str) -> String {
        let row = self.site.profile.kind(kind).and_then(|workflow| workflow.state(name));
        words::of_profile(&row.map_or_else(|| name.replace('-', " "), |row| row.label.clone()))
    }

    /// The votes in words; `None` where none are recorded.
    pub(crate) fn tally(&self, entry: &Entry) -> Option<Part> {
        let tally = entry.tally().filter(|tally| !tally.voters.is_empty())?;
        Some(Part::text(counted(tally)))
    }

    /// A rule by its name, with its page where it has one.
    pub(crate) fn rule_link(&self, name: &str) -> Part {
        match self.context.has_found(name) {
            true => Part::link(name, self.to(&place::rule(name))),
            false => Part::of(Sort::Code, name),
        }
    }
}

/// The id, for kinds that people call by it.
pub(super) fn spoken_id(id: &RecordId) -> Option<String> {
    (!id.prefix().is_empty() && id.kind != Kind::Meeting).then(|| id.to_string())
}

/// `SOW-0001 Infrastructure administrator`.
pub(crate) fn called(entry: &Entry) -> String {
    spoken_id(&entry.id).map_or_else(|| entry.title.clone(), |id| format!("{id} {}", entry.title))
}

/// With a capital and a full stop; empty when there is nothing.
pub(super) fn closed(text: &str) -> String {
    let text = capitalised(text.trim());
    if text.ends_with(['.', '!', '?']) || text.is_empty() { text } else { format!("{text}.") }
}
