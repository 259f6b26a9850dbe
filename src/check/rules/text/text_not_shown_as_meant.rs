//! Text that readers see in another way than its author can have meant it. No word of it is lost.

use crate::check::prelude::*;
use crate::markdown::{Unshown, UnshownKind};

/// One finding for each file and sort: what makes one tag text makes all of them text.
pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let of = |wanted: fn(&UnshownKind) -> bool| -> Vec<&Unshown> {
        entry.outline.unshown.iter().filter(|it| wanted(&it.what)).collect()
    };
    let code = entry.outline.unshown.iter().filter_map(|it| code(facts, entry, it));
    let found = [
        tags(facts, entry, &of(|what| *what == UnshownKind::Tag)),
        cells(facts, entry, &of(|what| *what == UnshownKind::SurplusCells)),
        comments(facts, entry, &of(|what| *what == UnshownKind::OpenComment)),
    ];
    found.into_iter().flatten().chain(code).chain(headings(facts, entry)).collect()
}

fn tags(facts: &Facts, entry: &Entry, tags: &[&Unshown]) -> Option<Diagnostic> {
    let first = entry.text.get(tags.first()?.span.range()).unwrap_or("<…>");
    let first = shortened(first.split_whitespace().collect::<Vec<_>>().join(" ").as_str());
    let message = match tags.len() - 1 {
        0 => format!("`{first}` is no HTML that a page shows, so readers see it as it is written"),
        more => {
            let more = count(more, "other tag", "other tags");
            format!("`{first}` and {more} are no HTML that a page shows, so readers see them as they are written")
        }
    };
    let help = "if these words are meant, write them as code, between backticks; if it is a tag, take it out";
    let finding = facts.at_all(entry, tags.iter().map(|it| it.span), message, "and this").help(help);
    let finding = finding.at_level(Level::Warning);
    if !tags.iter().all(|it| it.is_inline) {
        return Some(finding);
    }
    let escape = |it: &&Unshown| Edit::new(&entry.path, Span::new(it.span.start, it.span.start), "\\".to_owned());
    Some(
        finding.fix(Fix::safe(
            "write a backslash before it, which says that it is text",
            tags.iter().map(escape).collect(),
        )),
    )
}

/// Lines that begin as a heading does, without the blank behind its signs.
fn headings(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let glued = glued_headings(entry).into_iter().map(|(place, title)| {
        let signs = entry.text[place.range()].trim_end_matches(|sign| sign != '#');
        let line = Span::new(place.start, place.end + title.len());
        let message = format!("`{signs}{title}` is no heading, for no blank stands behind `{signs}`");
        let help = format!("write `{signs} {title}`");
        let fix = Fix::safe(help.clone(), vec![Edit::new(&entry.path, place, format!("{signs} "))]);
        facts.at(entry, line, message).at_level(Level::Error).help(help).fix(fix)
    });
    glued.collect()
}

fn cells(facts: &Facts, entry: &Entry, cells: &[&Unshown]) -> Option<Diagnostic> {
    cells.first()?;
    let what = match cells.len() {
        1 => "a row has more cells than its table has columns".to_owned(),
        several => format!("{several} rows have more cells than their tables have columns"),
    };
    let message = format!("{what}; readers see the rest in the last column");
    let help = "add a column to the head of the table, or write `\\|` for a pipe that is part of the words";
    let finding = facts.at_all(entry, cells.iter().map(|it| it.span), message, "and this").help(help);
    Some(finding.at_level(Level::Warning))
}

fn comments(facts: &Facts, entry: &Entry, comments: &[&Unshown]) -> Option<Diagnostic> {
    comments.first()?;
    let message = match comments.len() {
        1 => "a comment begins here and never ends, so readers see it".to_owned(),
        several => format!("{several} comments begin and never end, so readers see them"),
    };
    let help = "write `-->` behind the note that is not to be published, or take out the `<!--`";
    Some(facts.at_all(entry, comments.iter().map(|it| it.span), message, "and this").help(help))
}

fn code(facts: &Facts, entry: &Entry, it: &Unshown) -> Option<Diagnostic> {
    let UnshownKind::OpenCode { lines, headings } = it.what else { return None };
    let of_them = match headings {
        0 => String::new(),
        some => format!(", with {}", count(some, "heading", "headings")),
    };
    let lines = count(lines, "line", "lines");
    let message =
        format!("the code block that begins here never ends: the rest of the text is in it, {lines}{of_them}");
    let help =
        "where the code ends, write a line with the same marks as here, three backticks or `~~~`, as far to the right";
    let level = if headings > 0 { Level::Error } else { Level::Warning };
    Some(facts.at(entry, it.span, message).help(help).at_level(level))
}
