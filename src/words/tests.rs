use std::collections::{BTreeMap, BTreeSet};

use super::templates::{Phrase, phrase};
use super::*;
use crate::page::theme::BUILT_IN;
use crate::text::{Date, Money};

/// The words of the code by their names, each with what is filled into it.
fn declared() -> BTreeMap<&'static str, &'static [&'static str]> {
    let lists = [
        change::NAMES,
        columns::NAMES,
        counted::NAMES,
        events::NAMES,
        money::NAMES,
        pages::NAMES,
        records::NAMES,
        units::NAMES,
    ];
    let all: BTreeMap<_, _> = lists.iter().flat_map(|names| names.iter().copied()).collect();
    assert_eq!(all.len(), lists.iter().map(|names| names.len()).sum::<usize>(), "names are unique");
    all
}

#[test]
fn distances_are_said_as_people_would() {
    for (days, expected) in [
        (0, "today"),
        (1, "yesterday"),
        (-1, "tomorrow"),
        (12, "12 days ago"),
        (-21, "in 21 days"),
        (75, "2 months ago"),
        (2000, "5 years ago"),
    ] {
        assert_eq!(distance(days), expected);
    }
}

/// Every `words.<name>` of the built-in templates, with the piece that it asks for.
fn asked() -> BTreeSet<(String, Option<usize>)> {
    let templates = BUILT_IN.iter().filter(|(name, _)| name.ends_with(".html"));
    let uses = templates.flat_map(|(_, text)| text.split("words.").skip(1));
    uses.map(|rest| {
        let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(rest.len());
        let piece = rest[end..].strip_prefix('[').and_then(|rest| rest.split_once(']'));
        (rest[..end].to_owned(), piece.and_then(|(number, _)| number.parse().ok()))
    })
    .collect()
}

#[test]
fn the_templates_find_every_phrase_in_pieces_where_they_fill_it_in() {
    let phrases = for_templates(Language::of("en"));
    // These two come to the same place by a name of its own.
    let by_another_name = ["from_profile", "from_profiles"];
    for (name, piece) in asked() {
        match (phrases.get(&*name), piece) {
            (Some(Phrase::Whole(_)), None) => {}
            (Some(Phrase::Pieces(pieces)), Some(piece)) => assert!(piece < pieces.len(), "{name}[{piece}]"),
            (Some(Phrase::Pieces(_)), None) => assert!(by_another_name.contains(&&*name), "{name} is in pieces"),
            (found, piece) => panic!("words.{name} is {found:?}, and {piece:?} of it is asked for"),
        }
    }
    assert_eq!(phrase("as_of", "As of {$day}."), Phrase::Pieces(vec!["As of ".to_owned(), ".".to_owned()]));
    assert_eq!(phrase("shown", "{$n} of {$all}"), Phrase::Whole("{n} of {all}".to_owned()));
}

/// What begins the names of families of messages, of which the code asks by a name of the record or a rule.
const FAMILIES: [&str; 9] = ["fate-", "gap-", "item-", "key-", "label-", "missing-", "said-", "unknown-", "value-"];

/// Those of them whose parts each language puts in an order of its own.
const IN_ANY_ORDER: [&str; 3] = ["gap-", "item-", "said-"];

#[test]
fn every_message_is_asked_for_and_every_one_that_is_asked_for_is_there() {
    let declared: BTreeSet<&str> = declared().into_keys().collect();
    let messages: BTreeSet<&str> = Language::of(Language::FIRST).names().collect();
    assert_eq!(declared.difference(&messages).collect::<Vec<_>>(), Vec::<&&str>::new());
    let asked: BTreeSet<String> = asked().into_iter().map(|(name, _)| name).collect();
    let is_used = |name: &&str| {
        declared.contains(*name) || asked.contains(*name) || FAMILIES.iter().any(|family| name.starts_with(family))
    };
    assert_eq!(messages.iter().filter(|name| !is_used(name)).collect::<Vec<_>>(), Vec::<&&str>::new());
    let rules = crate::check::rules::names();
    let of_rules = messages.iter().filter_map(|name| name.strip_prefix("missing-"));
    assert_eq!(of_rules.filter(|name| !rules.contains(name)).collect::<Vec<_>>(), Vec::<&str>::new());
}

/// Begins the names of messages for the words of the built-in profiles, which are in English themselves.
const OF_PROFILES: &str = "profile-";

/// What is filled into the message `name`, each once and in the order of its first place, by the text of its catalogue.
fn variables(catalogue: &str) -> BTreeMap<&str, Vec<&str>> {
    let mut all: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut name = "";
    for line in catalogue.lines().filter(|line| !line.starts_with('#')) {
        if let Some((start, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
            name = start;
        }
        let found = all.entry(name).or_default();
        for rest in line.split('$').skip(1) {
            let end = rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
            let variable = &rest[..end.unwrap_or(rest.len())];
            if !found.contains(&variable) {
                found.push(variable);
            }
        }
    }
    all.remove("");
    all
}

#[test]
fn every_language_has_every_message_with_what_is_filled_into_it() {
    let catalogues: Vec<_> = CATALOGUES.iter().map(|(_, catalogue)| variables(catalogue)).collect();
    let [first, others @ ..] = &catalogues[..] else { panic!("there is a language") };
    let declared = declared();
    for (name, filled) in first {
        let of_code: BTreeSet<&str> = declared.get(name).into_iter().flat_map(|of| of.iter().copied()).collect();
        let is_plain = filled.iter().all(|variable| of_code.contains(variable));
        assert!(is_plain || !declared.contains_key(name), "{name} asks for {filled:?}, and the code has {of_code:?}");
    }
    for other in others {
        let names: BTreeSet<&str> = other.keys().copied().filter(|name| !name.starts_with(OF_PROFILES)).collect();
        let expected: BTreeSet<&str> = first.keys().copied().collect();
        assert_eq!(names.symmetric_difference(&expected).collect::<Vec<_>>(), Vec::<&&str>::new());
        for (name, filled) in other.iter().filter(|(name, _)| !name.starts_with(OF_PROFILES)) {
            let (mut is, mut wanted) = (filled.clone(), first[name].clone());
            // The pieces of a template stay where the template has them.
            if declared.contains_key(name) || IN_ANY_ORDER.iter().any(|family| name.starts_with(family)) {
                is.sort_unstable();
                wanted.sort_unstable();
            }
            assert_eq!(is, wanted, "{name}");
        }
    }
}

#[test]
fn a_language_is_that_of_its_region_and_english_where_there_is_none() {
    let table = [("de", "de"), ("de-AT", "de"), ("DE_ch", "de"), ("en-GB", "en"), ("fr", "en"), ("", "en")];
    for (asked, expected) in table {
        assert_eq!(Language::of(asked).tag(), expected, "{asked}");
    }
    assert!(Language::speaks("de-AT") && Language::speaks("en") && !Language::speaks("fr"));
}

#[test]
fn days_numbers_and_sums_are_written_as_the_language_has_them() {
    let day = Date::constant(2026, 5, 12);
    let money = Money::parse("1234.50 EUR").expect("an amount");
    let words =
        || [long_date(day), short_day(day), distance(21), distance(-1), measured(99.5, "%"), amount(money), days(1)];
    let english = ["12 May 2026", "12 May 2026", "21 days ago", "tomorrow", "99.5 %", "1,234.50 EUR", "1 day"];
    let german = ["12. Mai 2026", "12. Mai 2026", "vor 21 Tagen", "morgen", "99,5 %", "1.234,50 EUR", "1 Tag"];
    assert_eq!(words(), english);
    assert_eq!(within(Language::of("de"), words), german);
    assert_eq!(words(), english, "the language before is back");
}

#[test]
fn no_template_has_words_of_its_own() {
    for (name, text) in BUILT_IN.iter().filter(|(name, _)| name.ends_with(".html")) {
        let mut plain = (*text).to_owned();
        for (open, close) in [("{#", "#}"), ("{%", "%}"), ("{{", "}}")] {
            while let Some(start) = plain.find(open) {
                let end = plain[start..].find(close).map_or(plain.len(), |at| start + at + close.len());
                plain.replace_range(start..end, "");
            }
        }
        let between_tags = plain.split('>').filter_map(|piece| piece.split('<').next());
        let words: Vec<&str> = between_tags.map(str::trim).filter(|text| text.contains(char::is_alphabetic)).collect();
        assert_eq!(words, Vec::<&str>::new(), "{name}");
    }
}
