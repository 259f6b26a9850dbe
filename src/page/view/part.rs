//! The smallest thing that a page shows: a word, a link, a day, an empty chair. Facts, cells and lines consist of these.

use serde::Serialize;

use crate::fields::{Field, Ref, Unknown, Withheld};
use crate::id::{Kind, RecordId};
use crate::site::{Entry, Site, Tally};
use crate::text::{Date, days_between, long_date};
use crate::workflow::Phase;

use super::{View, place};

/// One piece of a line. `sort` tells the template which component shows it.
#[derive(Debug, Clone, Serialize, Default)]
pub struct Part {
    /// `text`, `link`, `day`, `state`, `unknown`, `withheld`, `empty`, `tally` or `code`.
    pub sort: &'static str,
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// The id of a record that is called by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The day as ISO 8601 has it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iso: Option<String>,
    /// `open`, `waiting`, `done` or `ended`, for states.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phase: Option<&'static str>,
    /// Why it is unknown or withheld; what is worth a word beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tally: Option<TallyView>,
    /// The end of a withheld value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// The decision to withhold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Box<Part>>,
    /// Leads out of the site.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub external: bool,
}

/// A day in words and in numbers.
#[derive(Debug, Clone, Serialize)]
pub struct Day {
    /// `2021-05-11`.
    pub iso: String,
    /// `11 May 2021`.
    pub text: String,
    /// `12 days ago`, `today`, `in 3 days`.
    pub distance: String,
}

/// A count of votes, ready to be drawn.
#[derive(Debug, Clone, Serialize)]
pub struct TallyView {
    pub yes: usize,
    pub no: usize,
    pub abstain: usize,
    /// `5 yes, 1 no, 1 abstained`.
    pub text: String,
    /// Each as a share of a hundred, with two decimals, and where it begins.
    pub bars: Vec<Bar>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Bar {
    /// `yes`, `no` or `abstain`.
    pub value: &'static str,
    pub x: String,
    pub width: String,
}

impl Part {
    pub fn text(text: impl Into<String>) -> Part {
        Part { sort: "text", text: text.into(), ..Part::default() }
    }

    pub fn code(text: impl Into<String>) -> Part {
        Part { sort: "code", text: text.into(), ..Part::default() }
    }

    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Part {
        Part { sort: "link", text: text.into(), href: Some(href.into()), ..Part::default() }
    }

    /// A place that nobody fills.
    pub fn empty(text: impl Into<String>) -> Part {
        Part { sort: "empty", text: text.into(), ..Part::default() }
    }

    /// A gap that the record states, with its reason.
    pub fn unknown(unknown: &Unknown) -> Part {
        Part { sort: "unknown", text: "not recorded".to_owned(), note: Some(unknown.reason.clone()), ..Part::default() }
    }

    /// An address in the outside world, shown without what every address begins with.
    pub fn web(address: &str) -> Part {
        let shown = ["https://", "http://", "mailto:"].iter().find_map(|start| address.strip_prefix(start));
        let shown = shown.unwrap_or(address).trim_end_matches('/');
        let shown = match shown.char_indices().nth(48) {
            Some((at, _)) => format!("{}…", &shown[..at]),
            None => shown.to_owned(),
        };
        Part { external: true, ..Part::link(shown, address) }
    }
}

/// A sentence with names in backticks, as words and code.
pub fn phrase(text: &str) -> Vec<Part> {
    let pieces: Vec<&str> = text.split('`').collect();
    // An odd one out is a backtick that nothing closes: then the text stays as it is.
    if pieces.len().is_multiple_of(2) {
        return vec![Part::text(text)];
    }
    let part = |(at, piece): (usize, &&str)| if at % 2 == 0 { Part::text(*piece) } else { Part::code(*piece) };
    pieces.iter().enumerate().filter(|(_, piece)| !piece.is_empty()).map(part).collect()
}

impl Day {
    pub fn of(site: &Site, date: Date) -> Day {
        Day { iso: date.to_string(), text: long_date(date), distance: distance(days_between(date, site.today)) }
    }
}

/// `12 days ago`, `today`, `in 3 days`.
pub fn distance(days_ago: i64) -> String {
    match days_ago {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        -1 => "tomorrow".to_owned(),
        days if days > 0 => format!("{} ago", span_of(days)),
        days => format!("in {}", span_of(-days)),
    }
}

/// `12 days`, `7 weeks`, `5 months`, `4 years`: in the unit in which people would say it.
pub fn span_of(days: i64) -> String {
    let (number, one) = match days {
        ..60 => (days, "day"),
        60..730 => (days / 30, "month"),
        _ => (days / 365, "year"),
    };
    if number == 1 { format!("1 {one}") } else { format!("{number} {one}s") }
}

pub fn phase_name(phase: Phase) -> &'static str {
    phase.as_str()
}

impl TallyView {
    pub fn of(tally: &Tally) -> TallyView {
        let counts = [("yes", tally.yes), ("no", tally.no), ("abstain", tally.abstain)];
        let all = tally.present().max(1) as f64;
        let mut x = 0.0;
        let bars = counts
            .iter()
            .filter(|(_, count)| *count > 0)
            .map(|(value, count)| {
                let width = *count as f64 * 100.0 / all;
                let bar = Bar { value, x: format!("{x:.2}"), width: format!("{width:.2}") };
                x += width;
                bar
            })
            .collect();
        let mut words = vec![format!("{} yes", tally.yes), format!("{} no", tally.no)];
        if tally.abstain > 0 {
            words.push(format!("{} abstained", tally.abstain));
        }
        if tally.recuse > 0 {
            words.push(format!("{} stepped aside", tally.recuse));
        }
        TallyView { yes: tally.yes, no: tally.no, abstain: tally.abstain, text: words.join(", "), bars }
    }
}

impl<'a> View<'a> {
    pub fn day(&self, date: Date) -> Part {
        let day = Day::of(self.site, date);
        Part { sort: "day", text: day.text, iso: Some(day.iso), note: Some(day.distance), ..Part::default() }
    }

    /// A record by its title, with its id where it is called by one.
    pub fn record_link(&self, entry: &Entry) -> Part {
        Part { id: spoken_id(&entry.id), ..Part::link(&*entry.title, self.to_record(entry)) }
    }

    /// What a reference leads to, else the words in which it is written.
    pub fn reference<const KINDS: u32>(&self, reference: &Ref<KINDS>) -> Part {
        match self.site.find(reference) {
            Some(entry) => self.record_link(entry),
            None => Part { note: Some("not in the record".to_owned()), ..Part::text(reference.as_str()) },
        }
    }

    /// The same for a reference whose kind is not known.
    pub fn any_reference(&self, text: &str) -> Part {
        self.reference(&Ref::<{ crate::fields::ANY }>(text.to_owned()))
    }

    /// A record by its id, else the words as they stand: what a matter waits for may be outside.
    pub fn record_or_words(&self, text: &str) -> Part {
        match self.site.resolve(text, crate::fields::ANY).entry() {
            Some(entry) => self.record_link(entry),
            None => Part::text(text),
        }
    }

    pub fn withheld(&self, withheld: &Withheld) -> Part {
        Part {
            sort: "withheld",
            text: "Withheld".to_owned(),
            note: Some(withheld.reason.clone()),
            until: withheld.until.map(|until| Day::of(self.site, until)),
            by: withheld.by.as_ref().map(|by| Box::new(self.any_reference(by))),
            ..Part::default()
        }
    }

    /// What a field holds: `show` says how a stated value looks; gaps say why. Empty when the key is absent.
    pub fn field<T>(&self, field: &Field<T>, show: impl FnOnce(&T) -> Vec<Part>) -> Vec<Part> {
        match field {
            Field::Absent | Field::Unreadable(_) => Vec::new(),
            Field::Stated(value) => show(&value.value),
            Field::Unknown(unknown) => vec![Part::unknown(unknown)],
            Field::Withheld(withheld) => vec![self.withheld(withheld)],
        }
    }

    /// The state of a record in words and shape; `None` for kinds without a workflow.
    pub fn state(&self, entry: &Entry) -> Option<Part> {
        if let Some(unknown) = entry.service().and_then(|service| service.lifecycle.unknown()) {
            return Some(Part { note: None, ..Part::unknown(unknown) });
        }
        let name = &entry.status.as_ref()?.state;
        Some(self.state_named(entry.kind(), name))
    }

    pub fn state_named(&self, kind: Kind, name: &str) -> Part {
        let row = self.site.profile.kind(kind).and_then(|workflow| workflow.state(name));
        let phase = row.map_or("open", |row| phase_name(row.phase));
        Part { sort: "state", text: capitalised(&self.label(kind, name)), phase: Some(phase), ..Part::default() }
    }

    /// A state in words, as they stand within a sentence.
    pub fn label(&self, kind: Kind, name: &str) -> String {
        let row = self.site.profile.kind(kind).and_then(|workflow| workflow.state(name));
        row.map_or_else(|| name.replace('-', " "), |row| row.label.clone())
    }

    pub fn tally(&self, entry: &Entry) -> Option<Part> {
        let tally = self.site.tally(entry)?;
        if tally.voters.is_empty() {
            return None;
        }
        let view = TallyView::of(tally);
        Some(Part { sort: "tally", text: view.text.clone(), tally: Some(view), ..Part::default() })
    }

    pub fn rule_link(&self, name: &str) -> Part {
        Part::link(name, self.to(&place::rule(name)))
    }
}

/// The id, for kinds that people call by it.
pub fn spoken_id(id: &RecordId) -> Option<String> {
    (!id.kind.prefix().is_empty() && id.kind != Kind::Meeting).then(|| id.to_string())
}

pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_told_as_people_would() {
        for (days, said) in [
            (0, "today"),
            (1, "yesterday"),
            (-1, "tomorrow"),
            (12, "12 days ago"),
            (-21, "in 21 days"),
            (75, "2 months ago"),
            (2000, "5 years ago"),
        ] {
            assert_eq!(distance(days), said);
        }
    }
}
