//! Words in place of something that is still to be written.

use crate::check::prelude::*;
use crate::markdown::Placeholder;

/// One finding for each text: whoever writes one of them sees the others.
pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let gaps: Vec<&Placeholder> = entry.outline.placeholders.iter().filter(|found| is_gap(entry, found)).collect();
    let in_text = gaps.first().map(|first| {
        let stands = "stands for something that is yet to be written";
        let message = match gaps.len() {
            1 => format!("`{}` {stands}", first.word),
            several => {
                format!("`{}` {stands}, and so do {}", first.word, count(several - 1, "other word", "other words"))
            }
        };
        let help = "write in its place what is so; where nobody knows it, say that in a sentence";
        facts.at_all(entry, gaps.iter().map(|found| found.span), message, "and this").help(help)
    });
    let in_front_matter = entry.texts.iter().filter(|front| is_placeholder(&front.text)).map(|front| {
        let (key, text) = (&front.key, front.text.trim());
        let message = format!("`{key}` says `{text}`, which stands for something that is yet to be written");
        let key = front.key.rsplit('.').next().unwrap_or_default();
        let help = format!("write it; where nobody knows it, `{key} = {{ unknown = \"why\" }}`");
        facts.at(entry, front.place(&entry.text), message).help(help)
    });
    let level = if is_settled(facts, entry) { Level::Error } else { Level::Warning };
    in_text.into_iter().chain(in_front_matter).map(|finding| finding.at_level(level)).collect()
}

/// Whether others rely on the record already: it has left its first state, or has none and is no mere page.
fn is_settled(facts: &Facts, entry: &Entry) -> bool {
    if entry.kind() == Kind::Page || entry.is_draft() {
        return false;
    }
    match (&entry.status, facts.site.profile.kind(entry.kind())) {
        (Some(status), Some(workflow)) => status.state != workflow.initial,
        (None, _) | (_, None) => true,
    }
}

/// Whether the words are no part of a sentence: “costs: to be decided” is a gap, “the code that has to be written” is not.
/// Single words and capitals are a gap anywhere.
fn is_gap(entry: &Entry, found: &Placeholder) -> bool {
    // In minutes, a line that begins with it and goes on is something to do, which another rule is about.
    if entry.is_minutes() && found.word.eq_ignore_ascii_case("todo") && heads_a_line(entry, found) {
        return false;
    }
    if !found.word.contains(' ') || found.word.starts_with(|letter: char| letter.is_uppercase()) {
        return true;
    }
    let marks = [' ', '*', '_'];
    let before = entry.text[..found.span.start].trim_end_matches(marks);
    let after = entry.text[found.span.end..].trim_start_matches(marks);
    let begins = before.is_empty() || before.ends_with(['\n', ':', '(', '[', '|', '-', '–', '—', '.', '"', '>']);
    let ends = after.is_empty() || after.starts_with(['\n', '\r', ')', ']', '|', '.', ',', ';', '"', '–', '—']);
    begins && ends
}

/// Whether the word is the first one of its line, and others follow.
fn heads_a_line(entry: &Entry, found: &Placeholder) -> bool {
    let (before, after) = (&entry.text[..found.span.start], &entry.text[found.span.end..]);
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = after.lines().next().unwrap_or_default();
    !before.contains(char::is_alphanumeric) && after.contains(char::is_alphanumeric)
}

/// Whether the whole text stands for something that is yet to be written.
pub(in crate::check) fn is_placeholder(text: &str) -> bool {
    let text = text.trim().trim_end_matches(['.', ':', '!']);
    let whole = ["todo", "tbd", "tba", "tbc", "n/a", "xxx", "fixme", "???", "??", "?", "…", "..."];
    let words = ["to be decided", "to be done"];
    let begins = |start: &&str| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    whole.iter().chain(&words).any(|word| word.eq_ignore_ascii_case(text))
        || ["todo:", "fixme:", "tbd:"].iter().any(begins)
}
