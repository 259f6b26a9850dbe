//! What somebody took on, written as a sentence of the minutes and not as a task.

use std::cell::LazyCell;
use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::prelude::*;
use crate::check::prose::{
    is_nothing, is_over, is_past, is_question, is_verb, pattern, people, plain, sentences, without_marks,
};
use crate::markdown::ListItem;

/// One finding for each file: its tasks are written in one go.
pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    if !entry.is_minutes() {
        return None;
    }
    let listed = entry.participant_first_names();
    let is_name = |word: &str| facts.site.is_first_name(word) || listed.contains(word);
    // Whoever has a task in these minutes has their promises there; which of them a sentence repeats, nobody can tell.
    let with_task = LazyCell::new(|| owners(facts, entry));
    let names = Names { is_name: &is_name, has_task: &|name| with_task.contains(name) };
    let in_lists =
        entry.points().filter(|item| is_action(entry, item, &names)).map(|item| (item.text.clone(), item.span));
    let mut found: Vec<(String, Span)> = in_lists.chain(in_paragraphs(entry, &names)).collect();
    found.retain(|(text, _)| !is_repeated(entry, text) && !has_box(text));
    found.sort_by_key(|(_, span)| *span);
    let what = match found.len() {
        1 => "an action is in the text and in no task list".to_owned(),
        several => format!("{several} actions are in the text and in no task list"),
    };
    let message = format!("{what}: “{}”", shortened(&found.first()?.0));
    let help =
        "write it as a task, which stays on the list of actions until it is done: `- [ ] @slug: … (due 2026-12-31)`";
    Some(facts.at_all(entry, found.iter().map(|(_, span)| *span), message, "and this").help(help))
}

/// Whether `text` begins as a task of somebody does, with a box and who it is for: that is a task, be it one with a slip.
fn has_box(text: &str) -> bool {
    let inside = text.trim_start().strip_prefix('[').and_then(|rest| rest.split_once(']'));
    inside.is_some_and(|(sign, rest)| {
        sign.trim().chars().count() <= 1 && rest.trim_start_matches([' ', '(']).starts_with('@')
    })
}

/// Whether a task of these minutes says the same in the same words.
fn is_repeated(entry: &Entry, text: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let text = plain(text);
    entry.outline.tasks.iter().map(|task| plain(&task.what)).any(|what| what.contains(' ') && text.contains(&what))
}

/// The first names of those who have a task in the text.
fn owners<'a>(facts: &Facts<'a>, entry: &'a Entry) -> BTreeSet<&'a str> {
    let owners = facts.site.actions_in(entry).iter().flat_map(|action| &action.owners);
    owners.filter_map(|owner| facts.site.owner_name(owner).split_whitespace().next()).collect()
}

/// Whose names the minutes know.
struct Names<'a> {
    is_name: &'a dyn Fn(&str) -> bool,
    has_task: &'a dyn Fn(&str) -> bool,
}

fn is_action(entry: &Entry, item: &ListItem, names: &Names) -> bool {
    // What is struck out is done or was given up.
    if entry.text[item.span.range()].contains("~~") {
        return false;
    }
    match read(&item.text, names) {
        Reading::Action => true,
        Reading::Heads => entry.points_within(item).any(|below| is_open(&below.text)),
        Reading::Nothing => item.depth == 1 && is_below_heading(entry, item) && is_open(&item.text),
    }
}

/// The lines of paragraphs that carry a mark. Running text without one is left alone.
fn in_paragraphs(entry: &Entry, names: &Names) -> Vec<(String, Span)> {
    let mut found = Vec::new();
    for (text, first) in entry.paragraphs().into_iter().filter(|(text, _)| MARKED.is_match(text)) {
        let mut at = first.start;
        for line in text.split_inclusive('\n') {
            let words = plain(line);
            let is_found = match marked(without_marks(&words), names) {
                Reading::Action => true,
                Reading::Heads => {
                    at + line.len() >= first.start + text.len()
                        && entry.points_after(first.start + text.len()).any(|item| is_open(&item.text))
                }
                Reading::Nothing => false,
            };
            if is_found && !line.contains("~~") {
                found.push((words.into_owned(), Span::new(at, at + line.trim_end().len())));
            }
            at += line.len();
        }
    }
    found
}

/// Headings below which every point is an action.
const HEADINGS: [&str; 9] = [
    "action items",
    "action points",
    "actions",
    "action item",
    "new action items",
    "new actions",
    "todo",
    "todos",
    "to do",
];

fn is_below_heading(entry: &Entry, item: &ListItem) -> bool {
    let title = item.heading.and_then(|at| entry.outline.headings.get(at)).map(|heading| heading.title.to_lowercase());
    title.is_some_and(|title| HEADINGS.contains(&title.trim_end_matches(':').trim()))
}

/// Whether a point of a list of actions is still one: it names something, and does not say that it is done.
fn is_open(text: &str) -> bool {
    let text = without_marks(text);
    let is_report = people(text, &|word| word.starts_with(char::is_uppercase))
        .is_some_and(|it| is_past(it.rest.trim_start_matches([':', ' ']).split(' ').next().unwrap_or_default()));
    let begins_past = text.split(' ').next().is_some_and(is_past);
    !is_nothing(text) && !is_over(text) && !is_question(text) && !is_report && !begins_past && !text.ends_with(':')
}

/// What a line says of something to do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// Nothing, or nobody can tell.
    Nothing,
    /// Somebody is to do something.
    Action,
    /// What is to be done stands in the list below.
    Heads,
}

fn read(text: &str, names: &Names) -> Reading {
    let mut heads = Reading::Nothing;
    for (at, sentence) in sentences(without_marks(text)).into_iter().enumerate() {
        if is_promise(sentence, names) || is_assigned(sentence, names) {
            return Reading::Action;
        }
        match marked(sentence, names) {
            Reading::Action => return Reading::Action,
            Reading::Heads if at == 0 => heads = Reading::Heads,
            Reading::Heads | Reading::Nothing => {}
        }
    }
    heads
}

/// How sure a mark makes that what follows is an action.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// `Action item`, `TODO`: nothing else is called so.
    Sure,
    /// `Action`, `AI`, `AP`: the words have other meanings, so they need a colon, or somebody and what they do.
    Short,
    /// `Follow-up`, `Next step`: what follows has to ask for something.
    Vague,
}

/// A part of a word that each mark has: nearly no paragraph has one.
static MARKED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:(?i:action|to[ -]?do|follow|next step|task)|AI|AP|A\.[IP]\.)").expect("a constant")
});

static MARKS: LazyLock<[(Mark, Regex); 3]> = LazyLock::new(|| {
    [
        (Mark::Sure, pattern(r"^(?:new |open )?(?:action[ -]?(?:item|point)|to[ -]?do)s?\b")),
        (Mark::Short, Regex::new(r"^(?:ACTIONS?\b|[Aa]ctions?\b|AIs?\b|A\.I\.|APs?\b|A\.P\.)").expect("a constant")),
        (Mark::Vague, pattern(r"^(?:follow[ -]?ups?|next steps?|tasks?)\b")),
    ]
});

/// What stands between a mark and its colon: a number, somebody, in brackets or behind `for`.
static QUALIFIER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\s*(?:#?\d+|-\d+|[(\[][^()\[\]]{1,60}[)\]]|(?:for|on|to|by|owner) [^:]{1,60}|@[\w-]+(?:(?:, | and |/| & )@[\w-]+)*)?\s*(?:[(\[][^()\[\]]{1,60}[)\]])?\s*$",
    )
});

/// `AI: add a screenshot`, `Action item (Rui): …`, `TODO(lena) …`, with or without an arrow before it.
fn marked(text: &str, names: &Names) -> Reading {
    // Whoever speaks may stand before the mark.
    let text = match people(text, names.is_name) {
        Some(it) if it.rest.starts_with(':') => it.rest[1..].trim_start(),
        Some(_) | None => text,
    };
    let text = text.trim_start_matches(['(', '[']);
    let Some((mark, rest)) = MARKS.iter().find_map(|(mark, regex)| Some((*mark, &text[regex.find(text)?.end()..])))
    else {
        return Reading::Nothing;
    };
    let rest = rest.trim_start_matches([']', ')']);
    let Some((head, tail)) = label(rest, mark, names) else { return without_colon(mark, rest, names) };
    let tail = without_marks(tail.trim_start_matches([':', ']', ')']));
    if is_over(head.trim().trim_matches(['(', ')', '[', ']'])) || is_nothing(tail) && !tail.is_empty() {
        return Reading::Nothing;
    }
    if tail.is_empty() {
        return if mark == Mark::Vague { Reading::Nothing } else { Reading::Heads };
    }
    of(asks(tail, mark, names))
}

fn of(is_action: bool) -> Reading {
    if is_action { Reading::Action } else { Reading::Nothing }
}

/// What is before and behind the colon, or the dash, of a mark; `None` where what is before it is no part of the mark.
fn label<'t>(rest: &'t str, mark: Mark, names: &Names) -> Option<(&'t str, &'t str)> {
    static COLON: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s*(?::|->|=>|→|\s[–—-]\s|—)"));
    let colon = COLON.find(rest)?;
    let (head, tail) = (&rest[..colon.start()], &rest[colon.end()..]);
    let who = head.trim();
    let is_plain_name = people(who, names.is_name).is_some_and(|it| it.rest.is_empty());
    let is_short_name = mark == Mark::Sure && !who.is_empty() && {
        let words: Vec<&str> = who.split([' ', '/', '&', ',']).filter(|word| !word.is_empty()).collect();
        words.len() <= 4 && words.iter().all(|word| word.starts_with(char::is_uppercase) || *word == "and")
    };
    let is_qualified = QUALIFIER.is_match(head) && (mark == Mark::Sure || is_of_somebody(who, names));
    (is_qualified || is_plain_name || is_short_name).then_some((head, tail))
}

/// Whether what is between a mark and its colon, where it is about somebody or something, is about somebody: `for Lena`, and not
/// `for code review`.
fn is_of_somebody(who: &str, names: &Names) -> bool {
    let Some((_, whom)) = who.split_once(' ').filter(|(word, _)| matches!(*word, "for" | "on" | "to" | "by" | "owner"))
    else {
        return true;
    };
    let whom = whom.trim_start_matches("the ");
    people(whom, names.is_name).is_some_and(|it| it.rest.is_empty()) || GROUPS.contains(&whom)
}

/// Who can have an action and has no name.
const GROUPS: [&str; 14] = [
    "me",
    "us",
    "all",
    "everyone",
    "everybody",
    "group",
    "working group",
    "team",
    "board",
    "committee",
    "chair",
    "chairs",
    "host",
    "secretary",
];

/// `AI Lena to rename it`, `TODO(lena) rename it`, `AI move to work queue`: a mark without a colon, then somebody or a verb.
fn without_colon(mark: Mark, rest: &str, names: &Names) -> Reading {
    static OWNER: LazyLock<Regex> =
        LazyLock::new(|| pattern(r"^\s*(?:[(\[](?P<who>[^()\[\]]{1,60})[)\]]|(?:for|on) (?P<for>@?[\w-]+))?\s*"));
    let Some(owner) = OWNER.captures(rest) else { return Reading::Nothing };
    let who = owner.name("who").or_else(|| owner.name("for")).map(|it| it.as_str());
    let tail = rest[owner.get(0).map_or(0, |it| it.end())..].trim();
    if who.is_some_and(is_over) {
        return Reading::Nothing;
    }
    if tail.is_empty() {
        return if who.is_none() && mark == Mark::Sure { Reading::Heads } else { Reading::Nothing };
    }
    let by_name = people(tail, names.is_name).is_some_and(|it| {
        let rest = it.rest.trim_start_matches([':', ',', ' ']);
        will_do(rest) || rest.split(' ').next().is_some_and(is_verb)
    });
    let is_bracketed = owner.name("who").is_some() && mark == Mark::Sure;
    let is_owned = who.is_some_and(|who| {
        is_bracketed || people(who, names.is_name).is_some() || GROUPS.contains(&who.trim_start_matches("the "))
    });
    let by_verb = match mark {
        Mark::Sure => tail.starts_with(char::is_lowercase) && tail.split(' ').next().is_some_and(is_verb),
        Mark::Short => asks_by_verb(tail),
        Mark::Vague => false,
    };
    let is_asked = by_name || is_owned || by_verb || will_do(tail) && mark == Mark::Sure;
    of(is_asked && !is_question(tail) && is_open(tail))
}

/// `move to the queue`, and not `use is growing` or `review tools`: a verb with what it is done to, and no other verb.
fn asks_by_verb(tail: &str) -> bool {
    static ASKS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r"^(?P<verb>[a-z]+) (?:to|the|a|an|with|for|on|up|out|if|whether|our|all|how|who|what|from|about|down|into|it|that|this|@\S+|\p{Lu}\S*)\b",
        )
        .expect("a constant")
    });
    let verb = ASKS.captures(tail).and_then(|it| it.name("verb"));
    let is_statement =
        tail.split_whitespace().any(|word| matches!(word, "is" | "are" | "was" | "were" | "has" | "have"));
    verb.is_some_and(|verb| is_verb(verb.as_str()) && verb.as_str() != "use") && !is_statement
}

/// Whether what stands behind a mark asks for something and is no report on it.
fn asks(tail: &str, mark: Mark, names: &Names) -> bool {
    if !is_open(tail) {
        return false;
    }
    let after = people(tail, names.is_name).map_or(tail, |it| it.rest.trim_start_matches([':', ',', '-', ' ']));
    let words: Vec<&str> = after.split_whitespace().take(3).collect();
    let Some(first) = words.first() else { return false };
    if is_verb(first) || will_do(after) {
        return true;
    }
    let is_statement = |word: &&str| {
        let word = word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
        let states = " we they it he she there is are was were has have had does did can could would might may isn't aren't wasn't ";
        states.contains(&format!(" {word} "))
    };
    !is_past(first) && mark != Mark::Vague && (mark == Mark::Sure || !words.iter().any(is_statement))
}

/// `Ask for quotes (AI: Lena)`, `rename the file [action item Rui]`: the mark with somebody, at the end.
fn is_assigned(text: &str, names: &Names) -> bool {
    static LAST: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"[(\[](?:AI|AP|(?i:action(?: items?| points?)?|to-?do))(?:\s*:|\s+for|\s+on|\s)\s*(?P<who>[^()\[\]]+)[)\]]\s*[.!]?$")
            .expect("a constant")
    });
    let Some(who) = LAST.captures(text).and_then(|it| it.name("who")) else { return false };
    let who = who.as_str().trim();
    !is_over(who)
        && (people(who, names.is_name).is_some_and(|it| it.rest.is_empty()) || matches!(who, "me" | "us" | "all"))
}

/// `Mike will …`, `Christian to talk to …`, `Tom & Mike will …`, `permanent slot: Christian will …`.
fn is_promise(text: &str, names: &Names) -> bool {
    // Whether a sentence begins as a promise is known sooner than what all of it says.
    let is_promised = promised(text, names) || later_part(text).is_some_and(|part| promised(part, names));
    is_promised && !is_question(text) && !is_over(text)
}

fn promised(text: &str, names: &Names) -> bool {
    let Some(it) = people(text, names.is_name) else { return false };
    let is_due = |rest: &str| {
        static DUE: LazyLock<Regex> = LazyLock::new(|| {
            pattern(
                r"\((?:due|by) [^()]+\)|\bdue (?:on )?\d|\bby (?:\d|mon|tue|wed|thu|fri|sat|sun|next|tomorrow|the end)",
            )
        });
        rest.split(' ').next().is_some_and(is_verb) && DUE.is_match(rest)
    };
    let is_told = match it.rest.strip_prefix(':') {
        // Behind a colon stands what somebody said.
        Some(said) => {
            let said = said.trim_start();
            let own = ["I ", "we ", "We ", "I"].into_iter().find_map(|own| said.strip_prefix(own)).unwrap_or(said);
            !said.starts_with("To ") && will_do(own) || is_due(said)
        }
        None => will_do(it.rest),
    };
    is_told && !it.names.iter().any(|name| (names.has_task)(name))
}

/// What is behind the name of a topic, `slot: …`, or behind the time of the promise, `Once it is merged, …`.
fn later_part(text: &str) -> Option<&str> {
    const TIMES: [&str; 9] =
        ["once ", "after ", "when ", "as soon as ", "until ", "meanwhile", "for now", "next", "then "];
    if let Some((topic, part)) = text.split_once(": ")
        && topic.split(' ').count() <= 8
    {
        return Some(part.trim_start());
    }
    let lower = text.to_lowercase();
    let (_, part) = text.split_once(", ")?;
    TIMES.iter().any(|time| lower.starts_with(time)).then(|| part.trim_start())
}

/// `will ask`, `to ask`, `is going to ask`, `volunteers to ask`: what somebody is to do, and not what they are or will miss.
fn will_do(rest: &str) -> bool {
    static PROMISE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:also |then |now |kindly )?(?:(?P<will>will|shall|['’]ll|ll)|(?P<to>to|(?:is|are) (?:going )?to|(?:has |have )?(?:agreed|offered|volunteered|promised|agrees|offers|volunteers|promises|undertakes) to|(?:has|took|takes|gets|got) (?:an?|the) (?:action|action item|AI|todo|task) to))(?: (?:also|then|now|again|try to|both|each|all))* (?P<verb>[a-z][a-z-]*)(?P<end>[ ,.;:!]|$)",
        )
    });
    static CARE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:takes care of|takes this|takes it)\b"));
    let Some(found) = PROMISE.captures(rest) else { return CARE.is_match(rest) };
    let verb = found.name("verb").map_or("", |it| it.as_str());
    // `Lena to the group`, `Rui will be away`, `Rui will miss the next meeting`.
    let is_none = " be have not never no probably likely maybe perhaps possibly hopefully only miss attend leave become remain stay retire \
        resign step know need like want see love hate the a an our my your their his her its this that these those them us you me him \
        all both each every everyone everybody which whom whoever and or date abstain object disagree quit there it we they you he she i somebody someone anybody anyone ";
    !is_none.contains(&format!(" {verb} ")) && verb.starts_with(char::is_lowercase) && !is_past(verb)
}
