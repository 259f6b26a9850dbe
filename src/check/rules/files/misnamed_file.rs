//! File names that do not say which record it is.

use crate::check::prelude::*;
use crate::id::Naming;
use crate::text::slug;

pub const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    if entry.kind() == Kind::Page {
        return None;
    }
    nameless(facts, entry).or_else(|| odd_letters(facts, entry))
}

fn nameless(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let stem = entry.path.stem();
    match entry.kind().naming() {
        Naming::Numbered if entry.id.number().is_none() => {
            let message = format!("the name of this {} does not begin with its number", entry.kind().title());
            let name = numbered_name(facts, entry);
            Some(facts.at(entry, None, message).help(format!("rename it to `{}/{name}.md`", entry.path.folder())))
        }
        Naming::Dated if entry.id.date().is_none() => {
            let message = match stem.get(..10).filter(|start| looks_like_a_date(start)) {
                Some(start) => format!("the name of this meeting begins with `{start}`, which is no day"),
                None => "the name of this meeting does not begin with its day".to_owned(),
            };
            let example = format!("{}/{}.md", entry.path.folder(), facts.site.today);
            let help = format!("name it by the day on which it is held, as in `{example}`");
            Some(facts.at(entry, None, message).help(help))
        }
        Naming::Numbered | Naming::Dated | Naming::Named | Naming::Free => None,
    }
}

/// `decision_001_wiki` as `0001-wiki`: with the number that the name holds, or else the next free one.
fn numbered_name(facts: &Facts, entry: &Entry) -> String {
    let kind = entry.kind();
    let words: Vec<String> = slug(&entry.path.stem().replace('_', "-")).split('-').map(str::to_owned).collect();
    let free = |number: &u32| facts.site.record(&RecordId::new(kind, &number.to_string())).is_none();
    let own = words.iter().position(|word| word.parse::<u32>().is_ok_and(|number| free(&number)));
    let number = match own {
        Some(at) => words[at].parse().unwrap_or_default(),
        None => facts.site.next_number(kind),
    };
    let rest = words.iter().enumerate().filter(|(at, word)| {
        own != Some(*at) && !word.is_empty() && *word != kind.name() && *word != kind.prefix().to_lowercase().as_str()
    });
    let rest: Vec<&str> = rest.map(|(_, word)| word.as_str()).collect();
    if rest.is_empty() { format!("{number:04}") } else { format!("{number:04}-{}", rest.join("-")) }
}

fn looks_like_a_date(text: &str) -> bool {
    parse_date(text).is_none()
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() })
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
    let finding = facts.at(entry, None, format!("the file name holds {what}, and so does the address of the page"));
    let name = slug(stem);
    let renamed = format!("rename it to `{}/{name}.md`", entry.path.folder());
    let help = if name.is_empty() { "rename it with small letters, digits and hyphens".to_owned() } else { renamed };
    Some(finding.help(help).at_level(Level::Warning))
}
