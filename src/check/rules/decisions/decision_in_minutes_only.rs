//! Minutes that say that something was decided, and refer to no decision.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::prelude::*;
use crate::check::prose::{is_nothing, is_question, pattern, plain, without_marks};
use crate::markdown::{Heading, ListItem};
use crate::site::Edge;

/// One finding for each file.
pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    if !entry.is_minutes() {
        return None;
    }
    let of_list =
        entry.points().filter(|item| is_settled_point(entry, item)).map(|item| (item.text.clone(), item.span));
    let of_headings = entry.outline.headings.iter().map(|it| (it.title.clone(), heading_span(entry, it)));
    // A heading that is numbered is the title of what was talked about.
    let of_headings = of_headings.filter(|(title, _)| read(title) == Reading::Settled && !is_numbered(title));
    let of_text = of_list.chain(of_paragraphs(entry)).chain(of_headings);
    let of_text = of_text.filter(|(_, span)| !refers_to_decision(facts, entry, *span));
    let mut settled: Vec<(String, Span)> = of_text.chain(of_agenda(facts, entry)).collect();
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

fn is_settled_point(entry: &Entry, item: &ListItem) -> bool {
    match read(&item.text) {
        Reading::Settled => true,
        Reading::Heads => entry.points_within(item).any(|below| settles(&below.text)),
        Reading::Nothing => {
            let heading = item.heading.and_then(|at| entry.outline.headings.get(at));
            item.depth == 1 && heading.is_some_and(heads_decisions) && settles(&item.text)
        }
    }
}

/// The paragraphs that settle something, as they read; also one that heads a list of what was settled.
fn of_paragraphs(entry: &Entry) -> Vec<(String, Span)> {
    let is_settled = |text: &str, words: &str, span: Span| match read(words) {
        Reading::Settled => true,
        Reading::Heads => entry.points_after(span.start + text.len()).any(|item| settles(&item.text)),
        Reading::Nothing => false,
    };
    let found = entry.paragraphs().into_iter().filter(|(text, _)| TELLING.is_match(text));
    let found = found.map(|(text, span)| (plain(text), text, span));
    found
        .filter(|(words, text, span)| is_settled(text, words, *span))
        .map(|(words, _, span)| (words.into_owned(), span))
        .collect()
}

/// Whether the points below a heading are what was decided.
fn heads_decisions(heading: &Heading) -> bool {
    let title = heading.title.trim_end_matches(':').trim().to_lowercase();
    ["decision", "decisions", "decisions made", "decisions taken", "resolutions", "decided"].contains(&title.as_str())
}

/// What the points of the agenda settled, unless they, or the minutes as a whole, name decisions.
fn of_agenda(facts: &Facts, entry: &Entry) -> Vec<(String, Span)> {
    let Some(meeting) = entry.meeting().filter(|meeting| meeting.decisions.items().is_empty()) else {
        return Vec::new();
    };
    let settled = meeting.agenda.items().iter().filter_map(|point| {
        let outcome = point.outcome.get().filter(|outcome| read(outcome) == Reading::Settled)?;
        let about = point.about.span();
        let is_about = |edge: &&Edge| about.is_some_and(|it| it.start <= edge.span.start && edge.span.end <= it.end);
        let mut ids = outcome
            .split(|char: char| !char.is_alphanumeric() && char != '-')
            .filter_map(|word| facts.site.layout().parse(word));
        let names_decision = entry.edges.iter().filter(is_about).any(|edge| is_decision_record(facts, edge))
            || ids.any(|id| id.kind == Kind::Decision);
        point.outcome.span().filter(|_| !names_decision).map(|span| (outcome.clone(), span))
    });
    settled.collect()
}

fn is_decision_record(facts: &Facts, edge: &Edge) -> bool {
    facts.site.entries[edge.to].kind() == Kind::Decision
}

/// What a line says of something that was decided. Only its beginning is looked at: in the middle, others decide, or
/// somebody else should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// Nothing, or nobody can tell.
    Nothing,
    /// Something is settled.
    Settled,
    /// What is settled stands in the list below.
    Heads,
}

/// A part of a word that each of the forms below has: nearly no paragraph has one.
static TELLING: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?-u:deci|agree|resol|consensus|voted|motion)"));

/// `Decision: …`, `DECISION (all): …`, `decision on the tool: …`, `Agreed by consensus: …`.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:final |group |our )?(?:decisions?|decided|resolutions?|(?-i:RESOLVED)|agreed|agreement|consensus)(?:\s*(?:#?\d+\b|\([^()]{1,60}\)|\[[^\]]{1,60}\]))*(?:\s+(?:on|for|about|regarding|re|concerning|made|taken|reached|by)\b[^:?]{0,80}?)?\s*(?::|\s[–—-]\s|—|→|->)\s*(?P<rest>(?s:.*))$",
    )
});

/// `We decided to …`, `It was agreed that …`, `Agreed to …`, `The working group has unanimously resolved …`.
static SENTENCE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:in the end|finally|so|then|therefore|as a result|unanimously|by consensus|by vote|after [^.,;:!?]{1,40}),?\s+)?(?:(?:we|everybody|everyone|all(?: present| members)?|those present|members|(?:the|our) (?:whole )?(?:group|wg|working group|committee|council|team|meeting|members|tsc|iwg))\s+(?:(?:have|has|all|also|then|finally|unanimously)\s+)*|it(?:\s+(?:was|is|has been)|['’]s)\s+(?:(?:also|then|finally|unanimously)\s+)*)?(?:decided|agreed|resolved|voted)\s+(?P<rest>(?:unanimously\s+|by (?:consensus|vote|a vote|lazy consensus),?\s+|\d+ ?[:–-] ?\d+\s+)?(?:not to|to|that|on|upon|against|for|in favou?r)\b(?s:.*))$",
    )
});

/// `The decision is to …`, `Motion carried`.
static OTHER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:the |our )?decision (?:is|was|has been)(?: made| taken| reached)? (?:to|that)\b|there (?:is|was) (?:a |general |broad |rough |clear )*(?:consensus|agreement) (?:to|that|on)\b|(?:the )?motion\b(?: [^.?:]{0,80})?\b(?:carried|carries|passed|passes|adopted)\b)",
    )
});

/// What the same words say when nothing is settled after all.
static NOT_YET: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:no decision|not decided|undecided|pending|put off|postponed?|to be (?:decided|made|taken|determined)|tb[ad]|will be (?:taken|decided|made)|will decide|not yet|deferr?(?:ed)?|on hold|still open|left open|is open|are open|remains? open|keep(?:s|ing)? open until|open question|open until|(?:to|until|till|at|in|for) (?:the |our )?next (?:meeting|call|time|session)|needs? more|more (?:time|discussion|information)|tabled|adjourn(?:ed)?|not reached|no consensus|not needed|not required|decided? later)\b|\blater\W*$|^[^:]*:\s*open\W*$",
    )
});

/// What a group agrees to do without settling anything, behind `agreed to`.
static TALK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:that (?:we|it|this)(?: should| will| needs to)? |to (?:be )?|on |for )?(?:discuss|talk|think|disagree|come back|meet again|look (?:at|into)|continue|sleep|let|keep (?:discussing|talking|thinking)|gather|consider|further discussion|most (?:points|things)|the (?:minutes|agenda)\b)",
    )
});

/// The minutes of the last meeting, which every meeting accepts.
static ROUTINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:minutes|agenda)\b.*\b(?:approved|accepted|adopted|confirmed)\b|\b(?:approved?|accept(?:ed)?|adopt(?:ed)?|confirm(?:ed)?)\b.*\b(?:minutes|agenda)\b",
    )
});

fn read(text: &str) -> Reading {
    if !TELLING.is_match(text) {
        return Reading::Nothing;
    }
    let text = without_marks(text);
    match begins(text) {
        Reading::Nothing => Reading::Nothing,
        // What all of a line says is looked for last: few begin as a decision does.
        _ if is_question(text) || NOT_YET.is_match(text) || ROUTINE.is_match(text) => Reading::Nothing,
        reading => reading,
    }
}

/// What the beginning of a line says.
fn begins(text: &str) -> Reading {
    if let Some(rest) = LABEL.captures(text).and_then(|it| it.name("rest")) {
        let rest = rest.as_str().trim_matches([' ', '.', '*', '_', '–', '-']);
        return match rest {
            "" => Reading::Heads,
            rest if is_nothing(rest) || TALK.is_match(rest) => Reading::Nothing,
            _ => Reading::Settled,
        };
    }
    let sentence = SENTENCE.captures(text).and_then(|it| it.name("rest"));
    let is_settled = sentence.is_some_and(|rest| !TALK.is_match(rest.as_str())) || OTHER.is_match(text);
    if is_settled { Reading::Settled } else { Reading::Nothing }
}

/// Whether a point of a list of decisions is one.
fn settles(text: &str) -> bool {
    let text = without_marks(text);
    !is_nothing(text)
        && !is_question(text)
        && !NOT_YET.is_match(text)
        && !ROUTINE.is_match(text)
        && !TALK.is_match(text)
}

/// `Decision 1: …`.
fn is_numbered(title: &str) -> bool {
    title.split([':', '–', '-']).next().is_some_and(|label| label.contains(|letter: char| letter.is_ascii_digit()))
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
