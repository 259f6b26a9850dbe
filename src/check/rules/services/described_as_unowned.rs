//! Services that have an owner by their front matter, and none by their text.

use std::sync::{LazyLock, OnceLock};

use regex::{Regex, RegexSet, RegexSetBuilder};

use crate::check::prelude::*;
use crate::check::prose::pattern;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let owner = service.owner.get().filter(|_| service.is_in_use())?;
    let places =
        [service.purpose.span(), entry.common.summary.span(), Some(Span::new(entry.body_start, entry.text.len()))];
    let found: Vec<Span> = places.into_iter().flatten().flat_map(|place| unowned_words(entry, place)).collect();
    let word = entry.text[found.first()?.range()].split_whitespace().collect::<Vec<_>>().join(" ");
    let message = format!("the text of {} says `{word}`, and its owner is `{}`", name(entry), owner.as_str());
    let help = "if the owner looks after it, correct the text; if nobody does, write `owner = { unknown = \"…\" }`, so \
        that it is listed as vacant";
    let finding = facts.at_all(entry, found, message, "and this").help(help);
    Some(finding.label(&entry.path, service.owner.span(), "the owner"))
}

/// How a text says that nobody has the service; the words that say it are the group `words`.
static UNOWNED: LazyLock<[String; 7]> = LazyLock::new(|| {
    let one = r"(?:(?:co-)?owners?|maintainers?|caretakers?|stewards?|somebody|someone|people|volunteers?)";
    let fitting =
        r"(?:(?:an?|any|a new|new|another|some|active|real|clear|current|proper|dedicated|permanent|named|known)\s+)*";
    // Who approves or reads something is no vacancy.
    let end = r"(?:[.,;:!?)]|$|\s+(?:for|since|at|now|today|and|but|to (?:take|look|own|run|maintain|care|keep)|who|at the moment|right now|in)\b|\s*[–—\n-])";
    let somebody = r"(?:somebody|someone|people|volunteers?|a volunteer|a person|a new home)";
    let keeps = r"(?:owns?|maintains?|runs?|operates?|administers?|looks? after|takes? care of|is responsible for|feels? responsible for|is in charge of|(?:has taken|took|takes) (?:it |this )?over|keeps? up)";
    [
        format!(
            r"\b(?P<words>(?:looking|searching|search(?:es)?|looks?|in need|seeks?|seeking|needs?|wants?|lacks?|lacking|misses|missing|requires?)\s+(?:for\s+|of\s+)?{fitting}(?:owners?|maintainers?|caretakers?|stewards?)){end}"
        ),
        format!(
            r"(?:\b(?:has|have|with|is|there is|there are|there's|runs?|currently|still|left|lives?|exists?)\s+(?:currently\s+|still\s+|now\s+)?|^\s*(?:[-*+#]+\s+)?|[:,–—-]\s+)(?P<words>(?:no|without)\s+{fitting}(?:owners?|maintainers?|caretakers?|stewards?)){end}"
        ),
        format!(
            r"\b(?P<words>(?:looking for|searching for|seeking|needs?|wants?)\s+{somebody}\s+(?:who|to)\s+(?:can\s+|could\s+|will\s+|would\s+)?(?:owns?|maintains?|runs?|takes?\s+(?:it\s+|this\s+)?over|looks?\s+after|takes?\s+care|keeps?)|(?:has|have)\s+lost\s+(?:its|their)\s+(?:last\s+|only\s+)?(?:owner|maintainer)|(?:no|without)\s+clear\s+ownership)\b"
        ),
        format!(
            r"\b(?P<words>(?:(?:new\s+)?(?:owners?|maintainers?|caretakers?)(?:\s*:\s*|\s+(?:is\s+|are\s+|currently\s+|still\s+|urgently\s+)*)(?:wanted|needed|sought|missing|unknown|unclear|vacant|gone|nobody|none)|(?:{one}\s+(?:wanted|needed|sought)\s+to\s+(?:own|maintain|run|take over|look after))|up for adoption))\b"
        ),
        format!(
            r"\b(?P<words>(?:unclear|unknown|not known|not clear|not sure|not decided|undecided|don['’]t know|do not know|nobody knows|no one knows|who knows)\s+who\s+(?:really\s+|currently\s+)?{keeps}|who\s+{keeps}\s+[^.;:!?\n]{{1,20}}?\bis\s+(?:unclear|unknown|not known|not clear)|ownership\s+is\s+(?:unclear|unknown|open|undecided))\b"
        ),
        format!(
            r"\b(?P<words>(?:nobody|no one|no-one|none of us)\s+(?:really\s+|currently\s+|actively\s+|officially\s+|any longer\s+)*{keeps}|(?:is|are)\s+(?:currently\s+|really\s+)*(?:not|no longer)\s+(?:actively\s+|really\s+|currently\s+)*(?:owned|maintained|looked after))\b"
        ),
        format!(
            r"(?:\b(?:is|are|remains?|seems?|became|becomes|been|currently|now|still|effectively|practically)\s+(?:an?\s+)?(?:currently\s+|now\s+|effectively\s+|largely\s+)*|^\s*(?:[-*+]\s+)?|:\s+)(?P<words>(?:unowned|orphaned|unmaintained|ownerless|abandoned)(?:\s+(?:service|server|machine|tool|site|system|bot|instance))?){end}"
        ),
    ]
});

/// All of them at once: nearly no sentence is one of them, and then none needs to be read by itself.
static ANY: LazyLock<RegexSet> = LazyLock::new(|| {
    RegexSetBuilder::new(&*UNOWNED).case_insensitive(true).build().expect("the patterns are constants")
});

/// The one at this place by itself.
fn one(at: usize) -> &'static Regex {
    static EACH: [OnceLock<Regex>; 7] = [const { OnceLock::new() }; 7];
    EACH[at].get_or_init(|| pattern(&UNOWNED[at]))
}

/// What makes the words speak of the past, of a case that may come, or of the opposite, where it stands before them in the sentence.
static OTHERWISE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:was|were|had|used to|no longer|not|never|isn['’]t|aren['’]t|wasn['’]t|doesn['’]t|don['’]t|formerly|previously|stopped|before|if|when|whenever|once|unless|should|would|could|might|may|in case|until|after|packages?|tickets?|issues?|modules?|branches|files?|channels?|pages?|projects?|users?)\b",
    )
});

/// Words behind which the vacancy is over: `unmaintained until 2024`.
static ENDED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^[^.;]{0,40}\b(?:until|before|but now|but has|has been found|was found|found one)\b"));

/// The sentences, points and headings of a text, whole: what they are made of is the text again.
fn phrases(text: &str) -> Vec<&str> {
    static END: LazyLock<Regex> = LazyLock::new(|| pattern(r"[.;!?](?:\s|$)|\n\s*(?:\n|[-*+#|>]|\d+[.)]\s)"));
    let mut found = Vec::new();
    let mut start = 0;
    for end in END.find_iter(text) {
        // The marks of the next point belong to that.
        let cut = end.start() + 1;
        found.push(&text[start..cut]);
        start = cut;
    }
    found.push(&text[start..]);
    found
}

/// Where one place of the text says that nobody has the service, the first words of each sentence, in order.
fn unowned_words(entry: &Entry, place: Span) -> Vec<Span> {
    let text = &entry.text[place.range()];
    let mut found: Vec<Span> = Vec::new();
    let mut at = 0;
    for line in phrases(text) {
        let fitting = ANY.matches(line).into_iter().filter_map(|at| one(at).captures(line));
        let matches = fitting.filter_map(|it| it.name("words"));
        let holds = matches.filter(|it| {
            !OTHERWISE.is_match(&line[..it.start()])
                && !ENDED.is_match(&line[it.end()..])
                && !line.trim_end().ends_with('?')
        });
        found.extend(holds.map(|it| Span::new(it.start(), it.end()).shifted(place.start + at)).min());
        at += line.len();
    }
    found
}
