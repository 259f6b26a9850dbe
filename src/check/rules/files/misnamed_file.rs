//! File names that do not say which record it is.

use crate::check::prelude::*;
use crate::id::Naming;
use crate::text::slug;

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let (kind, stem, folder) = (entry.kind(), entry.path.stem(), entry.path.folder());
    let (message, help) = match kind.naming() {
        _ if kind == Kind::Page => return None,
        Naming::Numbered if entry.id.number().is_none() => (
            format!("the name of this {} does not begin with its number", kind.title()),
            format!("rename it to `{folder}/{}.md`", numbered_name(facts, entry)),
        ),
        Naming::Dated if entry.id.date().is_none() => (
            match stem.get(..10).filter(|start| looks_like_a_date(start)) {
                Some(start) => format!("the name of this meeting begins with `{start}`, which is no day"),
                None => "the name of this meeting does not begin with its day".to_owned(),
            },
            format!("name it by the day on which it is held, as in `{folder}/{}.md`", facts.site.today),
        ),
        Naming::Numbered | Naming::Dated | Naming::Named | Naming::Free => return odd_letters(facts, entry),
    };
    Some(facts.at(entry, None, message).help(help))
}

/// `decision_001_wiki` as `0001-wiki`: with the number that the name holds, or else the next free one.
fn numbered_name(facts: &Facts, entry: &Entry) -> String {
    let (kind, name) = (entry.kind(), slug(&entry.path.stem().replace('_', "-")));
    let is_free = |number: &u32| facts.site.record(&RecordId::new(kind, &number.to_string())).is_none();
    let numbers = name.split('-').enumerate().filter_map(|(at, word)| Some((at, word.parse::<u32>().ok()?)));
    let own = numbers.into_iter().find(|(_, number)| is_free(number));
    let number = own.map_or_else(|| facts.site.next_number(kind), |(_, number)| number);
    let is_of_kind = |word: &str| word == kind.name() || word == kind.prefix().to_lowercase();
    let rest =
        name.split('-').enumerate().filter(|(at, word)| own.is_none_or(|(own, _)| own != *at) && !is_of_kind(word));
    let rest = rest.filter(|(_, word)| !word.is_empty()).map(|(_, word)| format!("-{word}"));
    format!("{number:04}{}", rest.collect::<String>())
}

/// Written like a day, and none.
fn looks_like_a_date(text: &str) -> bool {
    let fits = |(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { u8::is_ascii_digit(&byte) };
    parse_date(text).is_none() && text.bytes().enumerate().all(fits)
}

fn odd_letters(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let stem = entry.path.stem();
    let fits = |letter: char| (letter.is_alphanumeric() && !letter.is_uppercase()) || "-_.".contains(letter);
    let odd = stem.chars().find(|letter| !fits(*letter))?;
    let what = match odd {
        odd if odd.is_whitespace() => "a blank".to_owned(),
        odd if odd.is_uppercase() => "capital letters".to_owned(),
        odd => format!("the character `{odd}`"),
    };
    let help = match slug(stem) {
        name if name.is_empty() => "rename it with small letters, digits and hyphens".to_owned(),
        name => format!("rename it to `{}/{name}.md`", entry.path.folder()),
    };
    let message = format!("the file name holds {what}, and so does the address of the page");
    Some(facts.at(entry, None, message).help(help).at_level(Level::Warning))
}
