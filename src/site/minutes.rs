//! Minutes as text: which files are minutes, what their points are, whom they list.

use std::collections::{BTreeSet, HashSet};

use crate::id::Kind;
use crate::markdown::ListItem;
use crate::text::{Span, parse_date};

use super::{Entry, Site, lists_participants};

impl Site {
    /// Whether somebody in the directory has this first name.
    pub fn is_first_name(&self, word: &str) -> bool {
        self.first_names.contains(word)
    }
}

/// The first names of everybody in the directory.
pub(super) fn first_names(site: &Site) -> HashSet<String> {
    site.of_kind(Kind::Person).filter_map(|person| first_name(&person.title)).map(str::to_owned).collect()
}

impl Entry {
    /// Whether the text is that of a meeting: a meeting's record, or a page whose name begins with a day, as minutes are
    /// named before somebody makes records of them.
    pub fn is_minutes(&self) -> bool {
        self.kind() == Kind::Meeting || (self.kind() == Kind::Page && self.is_named_by_day())
    }

    /// Whether the name of the file begins with a day, so that its text is about that day.
    pub fn is_named_by_day(&self) -> bool {
        self.path.stem().get(..10).and_then(parse_date).is_some()
    }

    /// The items of its lists that are no tasks, without the names of those who were there, in the order of the text.
    pub fn points(&self) -> impl Iterator<Item = &ListItem> {
        // Both are in the order of the text.
        let tasks = &self.outline.tasks;
        let is_task = |item: &ListItem| tasks.binary_search_by_key(&item.span.start, |task| task.span.start).is_ok();
        self.outline.lists.iter().filter(move |item| !is_task(item) && !is_participant(self, item))
    }

    /// Those of its points that stand directly within `item`.
    pub fn points_within<'a>(&'a self, item: &'a ListItem) -> impl Iterator<Item = &'a ListItem> {
        let below = self.points().skip_while(|other| other.span.start <= item.span.start);
        let below = below.take_while(|other| other.depth > item.depth);
        below.filter(|other| other.depth == item.depth + 1)
    }

    /// The outermost points of the list that begins behind `place` with nothing but white space before it; none where something
    /// else comes first.
    pub fn points_after(&self, place: usize) -> impl Iterator<Item = &ListItem> {
        let first = self.outline.lists.iter().find(|item| item.span.start >= place);
        let first = first.filter(|item| self.text[place..item.span.start].trim().is_empty());
        self.points().filter(move |item| {
            first.is_some_and(|first| {
                item.span.start >= first.span.start && item.heading == first.heading && item.depth == first.depth
            })
        })
    }

    /// The paragraphs outside of lists, quotations, tables and code, as written, each with its first line.
    pub fn paragraphs(&self) -> Vec<(&str, Span)> {
        let mut found = Vec::new();
        let (mut at, mut is_fenced, mut begins) = (self.body_start, false, true);
        for line in self.body().split_inclusive('\n') {
            let text = line.trim();
            let is_fence = text.starts_with("```") || text.starts_with("~~~");
            is_fenced ^= is_fence;
            let is_prose = text.starts_with(|first: char| first.is_alphanumeric() || first == '*' || first == '_')
                && !text.starts_with("* ")
                && !line.starts_with("    ");
            if begins && is_prose && !is_fenced {
                let text = first_paragraph(&self.text[at..]).trim();
                let start = at + (line.len() - line.trim_start().len());
                found.push((text, Span::new(start, at + line.trim_end().len())));
            }
            begins = text.is_empty() || text.starts_with('#') || is_fence;
            at += line.len();
        }
        found
    }

    /// The first names of those whom the text lists as participants.
    pub fn participant_first_names(&self) -> BTreeSet<&str> {
        let listed = self.outline.lists.iter().filter(|item| is_participant(self, item));
        listed.filter_map(|item| first_name(&item.text)).collect()
    }
}

/// `text` up to the first blank line, or to the first one with which a list, a heading, a quotation, a table or code begins.
fn first_paragraph(text: &str) -> &str {
    let is_other = |line: &str| {
        let line = line.trim_start();
        let digits = line.trim_start_matches(|letter: char| letter.is_ascii_digit());
        let is_numbered = digits.len() < line.len() && (digits.starts_with(". ") || digits.starts_with(") "));
        is_numbered || ["- ", "* ", "+ ", "#", ">", "|", "```", "~~~"].iter().any(|mark| line.starts_with(mark))
    };
    let mut end = 0;
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() || end > 0 && is_other(line) {
            break;
        }
        end += line.len();
    }
    &text[..end]
}

/// `None` where the first word does not begin like a name.
fn first_name(name: &str) -> Option<&str> {
    let first = name.split_whitespace().next()?.trim_matches(['@', ',', ':']);
    first.starts_with(char::is_uppercase).then_some(first)
}

fn is_participant(entry: &Entry, item: &ListItem) -> bool {
    item.heading.and_then(|at| entry.outline.headings.get(at)).is_some_and(lists_participants)
}
