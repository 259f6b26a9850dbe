//! Text that was damaged: bytes that are no UTF-8, letters that an earlier conversion lost, characters that nobody sees.

use crate::check::prelude::*;

pub const FIND: Find = each!(file, find);

/// What is wrong with a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Damage {
    Lost,
    Control,
    Direction,
}

const DAMAGES: [Damage; 3] = [Damage::Lost, Damage::Control, Damage::Direction];

/// `None` for a character that a text may hold.
fn damage(letter: char) -> Option<Damage> {
    match letter {
        '\t' | '\n' | '\r' => None,
        '\u{fffd}' => Some(Damage::Lost),
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(Damage::Direction),
        letter if letter.is_control() => Some(Damage::Control),
        _ => None,
    }
}

/// One finding for each sort of damage, at its first place.
fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    if is_plain(&entry.text) {
        return Vec::new();
    }
    let is_lost = |span: Span| entry.text[span.range()].starts_with('\u{fffd}');
    // Where reading the file found bytes that are no UTF-8, the letters in their place are the same damage.
    let is_reported = entry.problems.iter().any(|problem| problem.rule == "not-utf8" && problem.span.is_some_and(is_lost));
    let found: Vec<(usize, char, Damage)> =
        entry.text.char_indices().filter_map(|(at, letter)| Some((at, letter, damage(letter)?))).collect();
    DAMAGES
        .into_iter()
        .filter(|damage| !(is_reported && *damage == Damage::Lost))
        .filter_map(|damage| {
            let mut places = found.iter().filter(|(_, _, it)| *it == damage);
            let (at, letter, _) = places.next()?;
            let more = match places.count() {
                0 => String::new(),
                more => format!(", and {} in this file", count(more, "other", "others")),
            };
            Some(finding(facts, entry, Span::new(*at, at + letter.len_utf8()), *letter, damage, &more))
        })
        .collect()
}

/// Whether the text holds nothing but printable ASCII, as most do. In blocks, which is several times as fast as by letters.
fn is_plain(text: &str) -> bool {
    let is_odd = |byte: u8| byte >= 0x7f || (byte < b' ' && byte != b'\n' && byte != b'\t' && byte != b'\r');
    text.as_bytes().chunks(64).all(|block| !block.iter().fold(false, |odd, byte| odd | is_odd(*byte)))
}

fn finding(facts: &Facts, entry: &Entry, span: Span, letter: char, damage: Damage, more: &str) -> Diagnostic {
    match damage {
        Damage::Lost => facts
            .at(entry, span, format!("a letter was lost when this text was converted{more}"))
            .at_level(Level::Warning)
            .help("write the letter again in place of `\u{fffd}`"),
        Damage::Control => facts
            .at(entry, span, format!("the control character U+{:04X} is in the text{more}", u32::from(letter)))
            .help("remove it; readers cannot see it, and feeds may not hold it"),
        Damage::Direction => facts
            .at(entry, span, format!("the invisible mark U+{:04X} turns the text around it{more}", u32::from(letter)))
            .help("remove it; with it, a text can show other words than it holds"),
    }
}
