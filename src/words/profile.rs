//! What a profile says, in the language of the interface.
//!
//! The built-in profiles are in English, and so are the sentences that are made of what a profile asks for. Another language
//! has a message for each text of theirs, named by the text. For what is put together, such as `14 days for people to
//! comment`, the catalogue of English has the pattern: what stands in its gaps is put into the message of the same name in the
//! other language. What a group wrote itself is in the language of the group and stays as it is.

use std::sync::LazyLock;

use fluent_bundle::FluentValue;

use super::catalogue::{Language, Piece, filled_in, maybe, spoken, within};
use super::keys::label_of_key;
use super::records::{AND, OR};
use super::units::{MONTHS, long_date};
use crate::text::{Date, capitalised, list, parse_date};

/// Begins the names of messages for texts of the built-in profiles.
const OF_TEXTS: &str = "profile-";

/// Begins the names of messages for sentences with gaps.
const OF_PATTERNS: &str = "said-";

/// Words of a profile: of a built-in one in the language of the interface, of a group's own as they are.
pub(crate) fn of_profile(text: &str) -> String {
    match spoken().tag() == Language::FIRST {
        true => text.to_owned(),
        false => translated(text).unwrap_or_else(|| text.to_owned()),
    }
}

/// What a text is called in the name of a message: `the-project-council`.
fn key_of(text: &str) -> String {
    let letters = |letter: char| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' };
    text.chars().map(letters).collect()
}

/// A text of a profile in the language that is spoken here, with what stands in its gaps as it is where the catalogue does not
/// know that; `None` where the catalogue does not know the text.
fn translated(text: &str) -> Option<String> {
    known(text).or_else(|| of_pattern(text, &|text| Some(in_words(text))))
}

/// The same where the catalogue knows all of it.
fn known(text: &str) -> Option<String> {
    let sentence = || Some(format!("{}.", known(text.strip_suffix('.')?)?));
    of_text(text)
        .or_else(sentence)
        .or_else(|| of_pattern(text, &known_words))
        .or_else(|| of_several(text, " or ", &OR))
        .or_else(|| of_several(text, " and ", &AND))
        .or_else(|| each(text, "; "))
}

fn of_text(text: &str) -> Option<String> {
    maybe(&format!("{OF_TEXTS}{}", key_of(text))).map(str::to_owned)
}

/// Several of the same sort: `the group, the owner or the board`.
fn of_several(text: &str, last: &str, joined_by: &str) -> Option<String> {
    let (others, end) = text.rsplit_once(last)?;
    let all: Option<Vec<String>> = others.split(", ").chain([end]).map(known).collect();
    Some(list(all?, joined_by))
}

/// What stands between marks, each by itself.
fn each(text: &str, mark: &str) -> Option<String> {
    let all: Option<Vec<String>> = text.contains(mark).then(|| text.split(mark).map(known).collect())?;
    Some(all?.join(mark))
}

/// A pattern by its name: what stands between its gaps, and the names of those.
type Pattern = (&'static str, &'static [Piece]);

/// Those of the sentences that are put together, the one with the most letters of its own first.
static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let of_patterns = Language::first().plain().filter(|(name, _)| name.starts_with(OF_PATTERNS));
    let mut patterns: Vec<Pattern> = of_patterns.collect();
    let letters = |pieces: &[Piece]| pieces.iter().map(|it| if let Piece::Text(it) = it { it.len() } else { 0 }).sum();
    patterns.sort_by_key(|(name, pieces)| (std::cmp::Reverse::<usize>(letters(pieces)), *name));
    patterns
});

/// By the first pattern whose gaps take what stands in them in `text`; `word` gives what becomes of other words there.
fn of_pattern(text: &str, word: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let large = capitalised(text);
    let of_one = |(name, pieces): &Pattern| {
        let gaps = gaps(pieces, text).or_else(|| gaps(pieces, &large))?;
        let values: Option<Vec<(&'static str, FluentValue)>> =
            gaps.into_iter().map(|(gap, text)| Some((gap, in_gap(gap, text, word)?))).collect();
        Some(filled_in(name, &values?))
    };
    PATTERNS.iter().find_map(of_one)
}

/// What stands in each gap of `pieces` where `text` is made by it; `None` where it is not.
fn gaps<'a>(pieces: &'static [Piece], text: &'a str) -> Option<Vec<(&'static str, &'a str)>> {
    let with = |gap: &'static str, inner: &'a str, rest: Vec<(&'static str, &'a str)>| {
        std::iter::once((gap, inner)).chain(rest).collect()
    };
    match pieces {
        [] => text.is_empty().then(Vec::new),
        [Piece::Text(own), rest @ ..] => gaps(rest, text.strip_prefix(own.as_str())?),
        [Piece::Of(gap)] => (!text.is_empty()).then(|| with(gap, text, Vec::new())),
        [Piece::Of(gap), Piece::Text(end)] => Some(with(gap, text.strip_suffix(end.as_str())?, Vec::new())),
        [Piece::Of(gap), Piece::Text(own), rest @ ..] => text
            .match_indices(own.as_str())
            .filter(|(at, _)| *at > 0)
            .find_map(|(at, _)| Some(with(gap, &text[..at], gaps(rest, &text[at + own.len()..])?))),
        [Piece::Of(_), Piece::Of(_), ..] => None,
    }
}

/// What `text` becomes in the gap `name`, whose last word says what it takes; `None` where it takes no such text.
fn in_gap(name: &str, text: &str, word: &dyn Fn(&str) -> Option<String>) -> Option<FluentValue<'static>> {
    let text_of = |value: Option<String>| value.map(FluentValue::from);
    match name.rsplit('_').next().unwrap_or(name) {
        "number" => text.parse::<u32>().ok().map(FluentValue::from),
        "count" => counted(text).map(FluentValue::from),
        "day" => text_of(day(text).map(long_date)),
        "title" => text_of(Some(text.to_owned())),
        "field" => text_of(heading(text)),
        "facts" => text_of(text.split(", ").map(known).collect::<Option<Vec<_>>>().map(|facts| facts.join(", "))),
        "what" => text_of(known(text)),
        _ => text_of(word(text)),
    }
}

/// What the field of a record is called over its column.
fn heading(words: &str) -> Option<String> {
    let key = words.replace(' ', "_");
    let is_known = maybe(&key.to_uppercase()).or_else(|| maybe(&format!("key-{key}"))).is_some();
    is_known.then(|| label_of_key(&key))
}

/// Words of a profile or of the front matter, or several of them.
fn known_words(text: &str) -> Option<String> {
    listed(text, known_word)
}

fn known_word(text: &str) -> Option<String> {
    let spelled = || {
        let word = maybe(&format!("value-{}", text.to_lowercase().replace(' ', "-")))?;
        Some(if text.starts_with(char::is_uppercase) { capitalised(word) } else { word.to_owned() })
    };
    known(text).or_else(spelled)
}

/// The same, where those that the catalogue does not know stay as they are.
fn in_words(text: &str) -> String {
    let of_one = |text: &str| Some(translated(text).or_else(|| known_word(text)).unwrap_or_else(|| text.to_owned()));
    known_words(text).or_else(|| listed(text, of_one)).unwrap_or_else(|| text.to_owned())
}

/// One or several, each as `of_one` has it.
fn listed(text: &str, of_one: impl Fn(&str) -> Option<String>) -> Option<String> {
    let of_list = |last: &str, joined_by: &str| {
        let (others, end) = text.rsplit_once(last)?;
        let all: Option<Vec<String>> = others.split(", ").chain([end]).map(&of_one).collect();
        Some(list(all?, joined_by))
    };
    of_list(" or ", &OR).or_else(|| of_list(" and ", &AND)).or_else(|| of_one(text))
}

/// The number of `14 days`.
fn counted(text: &str) -> Option<u32> {
    let (number, of) = text.split_once(' ')?;
    let is_words = of.chars().all(|letter| letter.is_ascii_lowercase() || letter == ' ');
    number.parse().ok().filter(|_| is_words)
}

/// The day of `23 February 2021`, or of `2021-02-23`.
fn day(text: &str) -> Option<Date> {
    let in_words = || {
        let [day, month, year] = text.split(' ').collect::<Vec<_>>().try_into().ok()?;
        let of_name = || MONTHS.iter().position(|(name, _)| name.text() == month);
        let month = within(Language::first(), of_name)? + 1;
        parse_date(&format!("{year}-{month:02}-{day:0>2}"))
    };
    parse_date(text).or_else(in_words)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::document::Record;
    use crate::fields::{At, FieldRow, Parts, Shape};
    use crate::id::{ContentPath, Kind};
    use crate::text::Span;
    use crate::tree::Tree;
    use crate::workflow::describe::{Asked, summary};
    use crate::workflow::{BUILT_IN, Profile, Vocabulary};

    fn profile(name: &str) -> Profile {
        let names = [At { value: name.to_owned(), span: Span::new(0, 1) }];
        let configuration = ContentPath::parse("candor.toml").expect("a path");
        Profile::load(&names, &Tree::fixture(""), &configuration, &Vocabulary::default()).0
    }

    /// Every text of `profile` that pages show.
    fn texts(profile: &Profile) -> Vec<String> {
        let said = summary(profile);
        let mut texts = Vec::new();
        for kind in said.kinds {
            texts.extend([kind.title, kind.plural]);
            for state in kind.states {
                texts.extend([state.label, state.description]);
                texts.extend(state.holders);
            }
            for step in kind.steps {
                texts.extend([step.label, step.by]);
                texts.extend(step.needs);
                texts.extend(step.when);
            }
        }
        let asked = said.asked.into_iter().chain(said.groups.iter().flat_map(|group| group.asked.clone()));
        texts.extend(asked.map(|Asked { what, .. }| what));
        texts.extend(said.groups.into_iter().map(|group| group.title));
        for clause in &profile.clauses {
            texts.extend((!clause.says.is_empty()).then(|| clause.says.clone()));
            texts.extend(clause.person.clone());
        }
        texts
    }

    /// The texts of all built-in profiles.
    fn built_in() -> BTreeSet<String> {
        BUILT_IN.iter().flat_map(|(name, _)| texts(&profile(name))).collect()
    }

    #[test]
    fn every_text_of_the_built_in_profiles_is_in_each_language() {
        for tag in Language::tags().filter(|tag| *tag != Language::FIRST) {
            let texts = built_in();
            let unknown: Vec<String> =
                within(Language::of(tag), || texts.iter().filter(|text| known(text).is_none()).cloned().collect());
            assert_eq!(unknown, Vec::<String>::new(), "{tag}");
        }
    }

    /// Every word that a value of the `shape` can be.
    fn words_of(shape: &Shape) -> Vec<&'static str> {
        match (shape, shape.parts()) {
            (Shape::Word(words), _) => words.to_vec(),
            (_, Parts::One) => Vec::new(),
            (_, Parts::Items(inner) | Parts::Values(inner)) => words_of(inner),
            (_, Parts::Keys(rows)) => rows.iter().flat_map(|row| words_of(&(row.shape)())).collect(),
            (_, Parts::Choices(shapes)) => shapes.iter().flat_map(words_of).collect(),
        }
    }

    #[test]
    fn every_word_of_the_front_matter_is_in_each_language() {
        // For whom somebody holds access has words of its own.
        let of_tables = |word: &str| word == "iwg";
        let rows = Kind::ALL.iter().flat_map(|kind| Record::rows(*kind));
        let words: BTreeSet<&str> = rows.flat_map(|row| words_of(&(row.shape)())).collect();
        for tag in Language::tags().filter(|tag| *tag != Language::FIRST) {
            let is_unknown = |word: &&&str| maybe(&format!("value-{word}")).is_none() && !of_tables(word);
            let unknown: Vec<&&str> = within(Language::of(tag), || words.iter().filter(is_unknown).collect());
            assert_eq!(unknown, Vec::<&&str>::new(), "{tag}");
        }
    }

    /// Every key of the `rows` and of the tables in them.
    fn keys_of(rows: &'static [FieldRow]) -> Vec<&'static str> {
        fn within_shape(shape: &Shape) -> Vec<&'static str> {
            match shape.parts() {
                Parts::One => Vec::new(),
                Parts::Items(inner) | Parts::Values(inner) => within_shape(inner),
                Parts::Keys(rows) => keys_of(rows),
                Parts::Choices(shapes) => shapes.iter().flat_map(within_shape).collect(),
            }
        }
        rows.iter().flat_map(|row| [row.key].into_iter().chain(within_shape(&(row.shape)()))).collect()
    }

    #[test]
    fn every_key_of_a_record_is_a_label_in_each_language() {
        let keys: BTreeSet<&str> = Kind::ALL.iter().flat_map(|kind| keys_of(Record::rows(*kind))).collect();
        for tag in Language::tags() {
            let unknown: Vec<&&str> = within(Language::of(tag), || {
                keys.iter().filter(|key| heading(&key.replace('_', " ")).is_none()).collect()
            });
            assert_eq!(unknown, Vec::<&&str>::new(), "{tag}");
        }
    }

    #[test]
    fn every_message_for_a_profile_is_for_a_text_of_a_built_in_one() {
        let kinds = Kind::ALL.iter().flat_map(|kind| [kind.title().to_owned(), kind.plural().to_owned()]);
        let keys: Vec<String> = built_in().into_iter().chain(kinds).map(|text| key_of(&text)).collect();
        for tag in Language::tags() {
            let names = Language::of(tag).names().filter_map(|name| name.strip_prefix(OF_TEXTS));
            let is_unused = |name: &&str| !keys.iter().any(|key| key.contains(*name));
            assert_eq!(names.filter(is_unused).collect::<Vec<_>>(), Vec::<&str>::new(), "{tag}");
        }
    }

    #[test]
    fn sentences_are_put_together_in_another_language_and_those_of_a_group_stay() {
        let table = [
            ("14 days for people to comment", "14 Tage Zeit, sich zu äußern"),
            ("1 day for people to comment", "1 Tag Zeit, sich zu äußern"),
            (
                "the section “Exit”, unless its route is volunteer or bounty",
                "der Abschnitt „Exit“, außer bei Weg: Freiwillige oder Prämie",
            ),
            ("a link to the issue (since 1 January 2021)", "ein Verweis auf das Anliegen (seit dem 1. Januar 2021)"),
            ("Our word, unless it costs nothing", "Our word, es sei denn, es kostet nichts"),
            ("The steering group meets on Mondays.", "The steering group meets on Mondays."),
            ("the owner, the steering group or the board", "the owner, the steering group or the board"),
        ];
        for (text, expected) in table {
            assert_eq!(within(Language::of("de"), || of_profile(text)), expected);
            assert_eq!(of_profile(text), text);
        }
    }
}
