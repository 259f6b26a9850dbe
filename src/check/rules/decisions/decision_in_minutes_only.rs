//! Minutes that say that something was decided, and refer to no decision.

use crate::check::prelude::*;
use crate::site::Edge;

/// One finding for each file.
pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    if !entry.is_minutes() {
        return None;
    }
    let points: Vec<(String, Span)> =
        entry.points().map(|item| (with_answer(entry, &item.text, item.span), item.span)).collect();
    let of_list = points.iter().map(|(text, span)| (text.as_str(), *span));
    let of_headings = entry.outline.headings.iter().map(|it| (it.title.as_str(), heading_span(entry, it)));
    let of_text = of_list.chain(entry.paragraphs()).chain(of_headings);
    let of_text = of_text.filter(|(text, span)| is_decision(text) && !refers_to_decision(facts, entry, *span));
    let mut settled: Vec<(&str, Span)> = of_text.chain(of_agenda(facts, entry)).collect();
    settled.sort_by_key(|(_, span)| *span);
    let (first, _) = settled.first()?;
    let what = match settled.len() {
        1 => "something was decided".to_owned(),
        several => count(several, "thing was decided", "things were decided"),
    };
    let first = shortened(&first.replace('\n', " "));
    let message = format!("{what} here, and no decision of the record says so: “{first}”");
    let help = "write it down with `candor new decision \"…\"`, and name its id here; if nothing was settled yet, say what \
        is still open";
    Some(facts.at_all(entry, settled.iter().map(|(_, span)| *span), message, "and here").help(help))
}

/// What the points of the agenda settled, unless they, or the minutes as a whole, name decisions.
fn of_agenda<'a>(facts: &Facts, entry: &'a Entry) -> Vec<(&'a str, Span)> {
    let Some(meeting) = entry.meeting().filter(|meeting| meeting.decisions.items().is_empty()) else {
        return Vec::new();
    };
    let settled = meeting.agenda.items().iter().filter_map(|point| {
        let outcome = point.outcome.get().filter(|outcome| is_decision(outcome))?;
        let about = point.about.span();
        let is_about = |edge: &&Edge| about.is_some_and(|it| it.start <= edge.span.start && edge.span.end <= it.end);
        let mut ids = outcome.split(|char: char| !char.is_alphanumeric() && char != '-').filter_map(RecordId::parse);
        let names_decision = entry.edges.iter().filter(is_about).any(|edge| is_decision_record(facts, edge))
            || ids.any(|id| id.kind == Kind::Decision);
        point.outcome.span().filter(|_| !names_decision).map(|span| (outcome.as_str(), span))
    });
    settled.collect()
}

fn is_decision_record(facts: &Facts, edge: &Edge) -> bool {
    facts.site.entries[edge.to].kind() == Kind::Decision
}

/// How a point begins that settles something.
const BEGINS: [&str; 12] = [
    "decision:",
    "decision on",
    "decision for",
    "decided:",
    "decided to",
    "decided that",
    "we decided",
    "it was decided",
    "the group decided",
    "agreed:",
    "we agreed to",
    "the group agreed to",
];

/// What the same words say when nothing is settled after all.
const NOT_YET: [&str; 13] = [
    "no decision",
    "not decided",
    "undecided",
    "pending",
    "put off",
    "postponed",
    "to be decided",
    "will be taken",
    "will be decided",
    "not yet",
    "next meeting",
    "deferred",
    "open",
];

/// What is written after `Decision:` where there was none.
const NOTHING: [&str; 5] = ["", "none", "nothing", "no", "n/a"];

/// Only the beginning of a point is looked at: in the middle, others decide, or somebody else should.
fn is_decision(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '>', '→', ' ', '*', '_']);
    let longest = BEGINS.iter().map(|words| words.len()).max().unwrap_or_default();
    let begin: String = text.chars().take(longest).flat_map(char::to_lowercase).collect();
    if !BEGINS.iter().any(|words| begin.starts_with(words)) {
        return false;
    }
    let text = text.to_lowercase();
    let rest = text.split_once(':').map(|(_, rest)| rest.trim_matches([' ', '.', '*', '_', '–', '-']));
    !NOT_YET.iter().any(|words| text.contains(words)) && !rest.is_some_and(|rest| NOTHING.contains(&rest))
}

/// A point that ends with a colon, with what stands indented below it: the answer is there.
fn with_answer(entry: &Entry, text: &str, span: Span) -> String {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let start = entry.text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let own = indent(&entry.text[start..]);
    let mut below = entry.text[span.end..].split('\n').skip(1);
    let answer = below.next().filter(|line| text.trim_end().ends_with(':') && indent(line) > own);
    match answer {
        Some(line) => format!("{} {}", text.trim_end(), line.trim().trim_start_matches(['-', '*', '+', ' '])),
        None => text.to_owned(),
    }
}

/// Whether the section around `place`, or all of the text where there are no sections, refers to a decision of the record.
fn refers_to_decision(facts: &Facts, entry: &Entry, place: Span) -> bool {
    let outline = &entry.outline;
    let above = outline.headings.iter().rposition(|heading| heading.span.start <= place.start);
    let around = above.and_then(|at| Some((outline.headings.get(at)?.span.start, outline.sections.get(at)?.span.end)));
    let (start, end) = around.unwrap_or((entry.body_start, entry.text.len()));
    let is_inside = |edge: &Edge| (start..end).contains(&edge.span.start);
    entry.edges.iter().any(|edge| is_inside(edge) && is_decision_record(facts, edge))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_that_is_still_to_come_is_none() {
        for text in ["Decision: use Azure", "**Decision:** use Azure", "We decided to wait"] {
            assert!(is_decision(text), "{text}");
        }
        for text in
            ["Decision: none.", "Decision: still pending", "Decision: will be taken by mail", "Decision: **none**"]
        {
            assert!(!is_decision(text), "{text}");
        }
    }
}
