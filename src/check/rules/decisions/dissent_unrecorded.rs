//! Objections in a search for consensus whose reasons are not on record.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::prelude::*;
use crate::check::prose::{is_question, pattern, plain, sentences};
use crate::document::decision::VoteValue;
use crate::site::Voter;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Vec<Diagnostic> {
    let Some(tally) = entry.tally() else { return Vec::new() };
    let is_consensus = matches!(tally.mode, Some(Mode::Consensus | Mode::LazyConsensus));
    if !is_consensus || ["vote.link", "dissent.person"].iter().any(|key| entry.is_unreadable(key)) {
        return Vec::new();
    }
    let people = decision.dissent.items().iter().filter_map(|dissent| facts.site.find(dissent.person.get()?));
    let dissenters: Vec<usize> = people.map(|person| person.at).collect();
    let is_unexplained = |voter: &&Voter| {
        let is_dissenter = voter.person.is_none_or(|at| dissenters.contains(&at));
        voter.value == VoteValue::No && voter.link.is_none() && !is_dissenter
    };
    let finding = |voter: &Voter| {
        let message = format!("{} voted against, and the reason is not on record", voter_name(facts, voter));
        let help = format!("add `[[dissent]]` with `person = \"{}\"` and `text`, or a `link` to the vote", voter.name);
        facts.at(entry, voter.name_span, message).help(help)
    };
    let in_votes = tally.voters.iter().filter(is_unexplained).map(finding);
    in_votes.chain(in_minutes(facts, entry, decision)).collect()
}

/// Minutes that speak of concerns about a decision which was taken all the same, and which records nobody's dissent. One finding for
/// the decision, with every place.
fn in_minutes(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let is_silent = decision.outcome.get() == Some(&Outcome::Accepted) && decision.dissent.is_missing();
    if !is_silent || entry.is_unreadable("dissent") || entry.is_unreadable("vote") {
        return None;
    }
    // Whoever votes no was reported, or their reason is at their vote.
    let has_no = decision.vote.items().iter().any(|vote| vote.value.value.get() == Some(&VoteValue::No));
    let mut places: Vec<(&Entry, String, Span)> = Vec::new();
    let referring: BTreeSet<usize> = entry.backlinks.iter().map(|link| link.from).filter(|_| !has_no).collect();
    for minutes in referring.into_iter().map(|at| &facts.site.entries[at]).filter(|minutes| minutes.is_minutes()) {
        let found = concerns(minutes, entry.at).into_iter().map(|(text, span)| (minutes, text, span));
        places.extend(found);
    }
    let (_, first, _) = places.first()?;
    let message = format!(
        "{} was accepted by consensus and records no dissent, and the minutes may speak of some: “{}”",
        name(entry),
        shortened(first)
    );
    let help =
        "add `[[dissent]]` with `person` and `text`; if the concern was settled, say so in the minutes at this point";
    let finding = facts.at(entry, decision.mode.span().or(decision.outcome.span()), message).help(help);
    Some(places.iter().fold(finding, |finding, (minutes, _, span)| finding.label(&minutes.path, Some(*span), "here")))
}

/// The points and paragraphs of `minutes` that speak of concerns, in the sections that refer to the record at `decision`, and what
/// the agenda says of it.
fn concerns(minutes: &Entry, decision: usize) -> Vec<(String, Span)> {
    let about: Vec<Span> = minutes.edges.iter().filter(|edge| edge.to == decision).map(|edge| edge.span).collect();
    let sections: Vec<Span> = about.iter().filter_map(|span| section_around(minutes, *span)).collect();
    let is_inside = |span: &Span| sections.iter().any(|it| it.start <= span.start && span.end <= it.end);
    let of_lists = minutes.points().map(|item| (item.text.clone(), item.span));
    let of_text = minutes.paragraphs().into_iter().map(|(text, span)| (plain(text).into_owned(), span));
    let of_text = of_lists.chain(of_text).filter(|(_, span)| is_inside(span));
    let of_agenda = minutes.meeting().into_iter().flat_map(|it| it.agenda.items()).filter_map(|point| {
        let place = point.about.span()?;
        let is_about = about.iter().any(|span| place.start <= span.start && span.end <= place.end);
        Some((point.outcome.get().filter(|_| is_about)?.clone(), point.outcome.span()?))
    });
    let mut found: Vec<(String, Span)> = of_text.chain(of_agenda).filter(|(text, _)| is_concern(text)).collect();
    found.sort_by_key(|(_, span)| *span);
    found.dedup_by_key(|(_, span)| *span);
    found
}

/// The section with the heading next above `place`, below the title; `None` in the front matter and above all headings.
fn section_around(entry: &Entry, place: Span) -> Option<Span> {
    let outline = &entry.outline;
    let above = outline.headings.iter().rposition(|heading| heading.span.start <= place.start)?;
    let (heading, section) = (outline.headings.get(above)?, outline.sections.get(above)?);
    (place.start >= entry.body_start && heading.level > 1).then(|| Span::new(heading.span.start, section.span.end))
}

/// Which of [`CONCERN`] is about how somebody feels.
const FEELING: usize = 4;

/// How minutes say that somebody is against something.
static CONCERN: LazyLock<[Regex; 6]> = LazyLock::new(|| {
    let nouns = r"(?:concerns?|objections?|reservations?|doubts?|worries|misgivings?)";
    [
        pattern(&format!(
            r"\b(?:has|have|had|raise[sd]?|voice[sd]?|express(?:es|ed)?|share[sd]?|state[sd]?|brought up|brings up|there (?:are|were|was|is|remain)|sees?|saw|made|makes|noted|notes|filed|with|repeat(?:s|ed)|reiterate[sd]?)(?: [\w-]+){{0,3}} {nouns}\b"
        )),
        pattern(&format!(
            r"(?:^|\b){nouns}(?: [\w-]+){{0,4}} (?:was|were|is|are|remains?|came|has been|have been)(?: [\w-]+)? ?(?:raised|voiced|expressed|noted|made|from|by|unanswered|unresolved|heard)?\b"
        )),
        pattern(&format!(
            r"(?:^|\b){nouns}(?: (?:from|by|of) \S+|\s*\([^()]+\))|^(?:[\w'’]+ ){{0,2}}{nouns}\s*:\s*\w+|^(?:dissent(?:ing)?|against|opposed)\s*:\s*\w+"
        )),
        pattern(
            r"\b(?:objected|(?:I|we|they) object|objects (?:to|that|because)|objects\W*$|opposes|opposed (?:to|it|this|that|the)|disagree[sd]?|dissents|dissented|veto(?:es|ed)|(?:voted|votes|speaks|spoke|argue[sd]?|is|are|was|were) (?:\w+ ){0,2}against)\b",
        ),
        pattern(
            r"\b(?:is|are|was|were|remains?|seems?) (?:\w+ ){0,2}(?:not (?:convinced|happy|in favou?r|comfortable)|unconvinced|unhappy|uncomfortable|worried|concerned (?:about|that|by|over|with)|opposed)\b",
        ),
        pattern(r"(?:^|[\s:(])[-−–]1 (?:from|by)\b|^@?[^.,;:!?]{1,30}:\s*[-−–]1\b"),
    ]
});

/// What is in front of these words, or among them, where nobody is against it, or nobody yet.
static NONE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:no|no one|nobody|none|without|never|any|neither|nor|zero|0|few if any|if|unless|whether|should|may|can|could|might|will|would|until|unlike|as|instead of|ask(?:s|ed|ing)? for|call(?:s|ed)? for|wait(?:s|ed|ing)? for|listen(?:s|ed)? to|window for|time for|deadline for|whoever|anyone|anybody|(?:did|do|does|has|have|had|is|are|was|were) not(?: yet)?|didn['’]t|doesn['’]t|hasn['’]t|haven['’]t|don['’]t)\b",
    )
});

/// What says that the concern is over.
static SETTLED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:answered|resolved|settled|withdrawn|withdrew|withdraws|addressed|cleared up|dispelled|agrees now|now agrees?|no longer|taken back|took back|satisfied|convinced (?:him|her|them))\b",
    )
});

/// Whether a point says that somebody is against what it is about, and not that this is over.
fn is_concern(text: &str) -> bool {
    static UNSETTLED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"\b(?:not (?:yet |been |fully )*|un|never |nobody |nothing )(?:answered|resolved|settled|addressed|withdrawn)",
        )
    });
    let is_settled = SETTLED.is_match(&UNSETTLED.replace_all(text, ""));
    !is_settled && sentences(text.trim()).into_iter().any(|sentence| !is_question(sentence) && speaks_against(sentence))
}

fn speaks_against(sentence: &str) -> bool {
    CONCERN.iter().enumerate().filter_map(|(at, regex)| Some((at, regex.find(sentence)?))).any(|(at, found)| {
        let before = &sentence[..found.start()];
        let clause =
            before.rfind([',', ';', ':']).map_or(0, |at| at + 1).max(before.rfind(" but ").map_or(0, |at| at + 5));
        // `is not convinced` holds a denial that is the concern itself.
        !NONE.is_match(&before[clause..]) && (at == FEELING || !NONE.is_match(found.as_str()))
    })
}
