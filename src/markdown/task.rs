//! Task list items: what is agreed, who does it and until when.

use std::ops::Range;

use crate::text::{Date, Span, parse_date};

/// `- [ ] @tom-stellard: ask for quotes (due 2021-05-11)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Whether its box is ticked.
    pub done: bool,
    /// The first paragraph as plain text, with owners and date.
    pub text: String,
    /// The same without the owners before it and the date: `ask for quotes`. A closed one ends before its evidence.
    pub what: String,
    /// The item's first line.
    pub span: Span,
    /// The people named at the beginning, or else in brackets, as `(@slug)`.
    pub owners: Vec<(String, Span)>,
    /// The day in `(due …)` and where it is written; `None` when there is none or it is no date.
    pub due: Option<(Date, Span)>,
    /// What stands in `(due …)` when it is no date.
    pub wrong_due: Option<Span>,
    /// Destinations, in order: where the evidence is.
    pub links: Vec<String>,
    /// What stands behind a closed one, after its date or its last sentence, and shows that it is done.
    pub evidence: Option<Evidence>,
    /// Which of the outline's headings it stands under.
    pub heading: Option<usize>,
}

/// What shows that a task is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The words of the link; the id as it is written.
    pub text: String,
    /// An address, or the id of a record.
    pub to: String,
}

impl Task {
    /// Has each of its spans moved by `moved`.
    pub(super) fn move_spans(&mut self, moved: &impl Fn(&mut Span)) {
        moved(&mut self.span);
        self.owners.iter_mut().for_each(|(_, span)| moved(span));
        self.due.iter_mut().for_each(|(_, span)| moved(span));
        self.wrong_due.iter_mut().for_each(moved);
    }
}

/// What is known of a task before its text ends. Ranges are places in that text.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub done: bool,
    pub people: Vec<(Range<usize>, String, Span)>,
    pub due: Option<Due>,
    pub links: Vec<String>,
    /// The last link or id so far, and where it leads.
    pub last: Option<(Range<usize>, String)>,
}

#[derive(Debug)]
pub(super) struct Due {
    /// With the brackets.
    pub range: Range<usize>,
    pub date: Option<Date>,
    /// What stands between `due` and the bracket.
    pub span: Span,
}

impl Draft {
    /// The task whose first paragraph is `text` and whose first line stands at `span`.
    pub(super) fn finish(self, text: &str, span: Span, heading: Option<usize>) -> Task {
        let (leading, from) = self.leading(text);
        let due = self.due.as_ref().map(|due| due.range.clone());
        let due = due.filter(|due| due.start >= from && due.end <= text.len());
        let last = self.last.as_ref().filter(|(range, _)| self.done && range.start > from && range.end <= text.len());
        let last = last.filter(|(range, _)| is_behind(text, from, due.as_ref(), range));
        let evidence = last.map(|(range, to)| Evidence { text: text[range.clone()].trim().to_owned(), to: to.clone() });
        let end = last.map_or(text.len(), |(range, _)| range.start);
        let what = match due.filter(|due| due.end <= end) {
            Some(due) => {
                let (before, after) = (text[from..due.start].trim_end(), &text[due.end..end]);
                let gap = if after.starts_with([' ', ',', ';', '.', ':']) || after.is_empty() { "" } else { " " };
                format!("{before}{gap}{after}")
            }
            None => text[from..end].to_owned(),
        };
        let what = if evidence.is_some() { what.trim_end_matches([' ', ':', ',', ';', '–', '—']) } else { &*what };
        let in_brackets = |range: &Range<usize>| text[..range.start].ends_with(['(', '[']);
        let is_owner = |at: usize, range: &Range<usize>| if leading > 0 { at < leading } else { in_brackets(range) };
        let people = self.people.into_iter().enumerate().filter(|(at, (range, _, _))| is_owner(*at, range));
        let (due, wrong_due) = match self.due {
            None => (None, None),
            Some(Due { date: Some(date), span, .. }) => (Some((date, span)), None),
            Some(Due { date: None, span, .. }) => (None, Some(span)),
        };
        Task {
            done: self.done,
            text: text.to_owned(),
            what: if what.contains("  ") { what.trim().replace("  ", " ") } else { what.trim().to_owned() },
            span,
            owners: people.map(|(_, (_, slug, span))| (slug, span)).collect(),
            due,
            wrong_due,
            links: self.links,
            evidence,
            heading,
        }
    }

    /// How many people the text begins with, and where it goes on after them and their colon.
    fn leading(&self, text: &str) -> (usize, usize) {
        const BETWEEN: [&str; 6] = ["and ", ",", "&", "/", "+", " "];
        let mut count = 0;
        let mut at = text.len() - text.trim_start().len();
        for (range, _, _) in &self.people {
            while let Some(between) = BETWEEN.iter().find(|between| count > 0 && text[at..].starts_with(**between)) {
                at += between.len();
            }
            if range.start != at {
                break;
            }
            at = range.end;
            count += 1;
        }
        let after = text[at..].trim_start();
        let body = [":", "–", "—", "- "].iter().find_map(|mark| after.strip_prefix(mark)).filter(|_| count > 0);
        (count, body.map_or(0, |body| text.len() - body.len()))
    }
}

/// Whether what stands at `range` is no part of the sentence: it ends the text, and the date or a stop is before it.
fn is_behind(text: &str, from: usize, due: Option<&Range<usize>>, range: &Range<usize>) -> bool {
    let without_due = |part: Range<usize>| match due.filter(|due| due.start >= part.start && due.end <= part.end) {
        Some(due) => (format!("{}{}", &text[part.start..due.start], &text[due.end..part.end]), true),
        None => (text[part].to_owned(), false),
    };
    let (after, due_after) = without_due(range.end..text.len());
    let (before, due_before) = without_due(from..range.start);
    let is_stop = before.trim_end().ends_with(['.', ':', ';', '!', '?', ')', '–', '—']);
    // A date in the middle of the sentence says nothing about its end.
    let is_between = |part: &str| part.trim_matches([' ', ',', ';', ':', '–', '—']).is_empty();
    let is_at_due = due_before && due.is_some_and(|due| is_between(&text[due.end..range.start]));
    after.trim_matches([' ', '.']).is_empty() && (is_stop || is_at_due || due_after) && !before.trim().is_empty()
}

/// The first `(due 2021-05-11)` in `text`: its place, that of what stands after `due`, and the date if it is one. In other brackets, or
/// without a blank before it, it is none.
pub(super) fn due(text: &str) -> Option<(Range<usize>, Range<usize>, Option<Date>)> {
    let mut from = 0;
    loop {
        let start = from + text[from..].find(['(', '['])?;
        from = start + 1;
        let word = text.get(from..from + 3).filter(|word| word.eq_ignore_ascii_case("due"));
        let Some(after) = word.and(text.get(from + 3..)) else { continue };
        // Not `(due to the holidays)`.
        let is_glued = after.starts_with(|first: char| first.is_ascii_digit());
        if !after.starts_with([' ', ':', ')']) && !is_glued || after.trim_start().starts_with("to ") {
            continue;
        }
        let value = after.trim_start_matches(':').trim_start();
        let value_start = text.len() - value.len();
        let is_round = text[start..].starts_with('(');
        // What stands in square brackets may be anything that is said beside the action.
        if !is_round && !value.starts_with(|first: char| first.is_ascii_digit()) {
            continue;
        }
        let value_end = value.find(if is_round { ')' } else { ']' }).map_or(text.len(), |end| value_start + end);
        let date = parse_date(text[value_start..value_end].trim()).filter(|_| is_round && !is_glued);
        return Some((start..(value_end + 1).min(text.len()), value_start..value_end, date));
    }
}
