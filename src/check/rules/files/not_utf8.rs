//! Text that was damaged: bytes that are no UTF-8, letters that an earlier conversion lost, characters that nobody sees.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(file, find);

/// What is wrong with a character, in the order in which it is reported.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Damage {
    Lost,
    Control,
    Direction,
}

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
    let is_reported = entry.problems.iter().any(|it| it.rule == "not-utf8" && it.span.is_some_and(is_lost));
    let damaged = entry.text.char_indices().filter_map(|(at, letter)| Some((damage(letter)?, (at, letter))));
    let found = grouped(damaged.filter(|(damage, _)| !(is_reported && *damage == Damage::Lost)));
    let finding = |(damage, places): (Damage, Vec<(usize, char)>)| {
        let (at, letter) = places[0];
        let more = and_more(", ", places.len() - 1, "other", "others");
        let code = u32::from(letter);
        let (message, help) = match damage {
            Damage::Lost => {
                (format!("a letter was lost when this text was converted{more}"), "write the letter again in its place")
            }
            Damage::Control => (
                format!("the control character U+{code:04X} is in the text{more}"),
                "remove it; readers cannot see it, and feeds may not hold it",
            ),
            Damage::Direction => (
                format!("the invisible mark U+{code:04X} turns the text around it{more}"),
                "remove it; with it, a text can show other words than it holds",
            ),
        };
        let level = if damage == Damage::Lost { Level::Warning } else { Level::Error };
        facts.at(entry, Span::new(at, at + letter.len_utf8()), message).at_level(level).help(help)
    };
    found.into_iter().map(finding).collect()
}

/// Whether the text holds nothing but printable ASCII, as most do. In blocks, which is several times as fast as by letters.
fn is_plain(text: &str) -> bool {
    let is_odd = |byte: u8| byte >= 0x7f || (byte < b' ' && byte != b'\n' && byte != b'\t' && byte != b'\r');
    text.as_bytes().chunks(64).all(|block| !block.iter().fold(false, |odd, byte| odd | is_odd(*byte)))
}
