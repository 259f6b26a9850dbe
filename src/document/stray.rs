//! Front matter where none is read: without its fences, between others, behind a text, or after front matter that is read. It is
//! no text either: what stands in it may not be for readers.

use crate::diagnostic::Diagnostic;
use crate::id::ContentPath;
use crate::text::Span;

use super::front::{Parts, first_visible, is_fence, line_end};

/// Front matter that is not read, with what closes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stray {
    /// From its first line to where the text begins.
    span: Span,
    /// Whether it begins with a line that is a fence, or nearly one.
    is_fenced: bool,
    /// Whether it ends with one.
    is_closed: bool,
    /// Whether its keys are those of TOML, and no line makes it a block of code.
    is_toml: bool,
}

/// So many keys of the kind make front matter of lines that no fence opens.
const KEYS: usize = 2;

/// `parts` without front matter in the text: that is a problem of theirs. `is_key` tells the keys of the kind from other words. What is
/// no record may be about front matter, so there only TOML counts, and not behind a text.
pub(super) fn taken_out(
    path: &ContentPath,
    text: &str,
    parts: Parts,
    is_record: bool,
    is_key: &dyn Fn(&str) -> bool,
) -> Parts {
    if parts.problem.is_some() {
        return parts;
    }
    let is_first = parts.front.is_none();
    let has_other_ends = !text.contains('\n') && text.contains('\r');
    if has_other_ends && text.split('\r').next().is_some_and(is_fence) {
        let message = "the lines of this file end in a sign that is not read, so nothing of it is shown";
        let help = "save the file with the line ends of other files: LF, or CR and LF";
        let problem = Diagnostic::new("foreign-front-matter", path, None, message).help(help);
        return Parts::not_read(Span::new(0, text.len()), text.len(), problem);
    }
    let behind = || behind_text(text, is_key).filter(|_| is_first && is_record);
    let found = at(text, parts.body, is_key).filter(|it| is_first || it.is_closed);
    let found = found.filter(|it| is_record || it.is_toml);
    let Some(stray) = found.or_else(behind) else { return parts };
    let (message, help) = match (is_first, stray.is_fenced) {
        (false, _) => (
            "more front matter follows the first, and is neither read nor shown",
            "put its keys between the first two lines `+++`, and take this one out",
        ),
        (true, true) => (
            "the front matter does not stand between two lines `+++` at the beginning of the file, so it is neither read nor shown",
            "let the file begin with a line `+++`, then the keys, then a line `+++`, then the text",
        ),
        (true, false) => (
            "the front matter begins without a line `+++`, so it is neither read nor shown",
            "add a line `+++` before the first key, and one after the last key where there is none",
        ),
    };
    let first_line = text[stray.span.range()].lines().next().unwrap_or_default().trim_end();
    let place = Span::new(stray.span.start, stray.span.start + first_line.len());
    let problem = Diagnostic::new("foreign-front-matter", path, place, message).help(help);
    Parts { unread: Some(stray.span), body: stray.span.end, problem: Some(problem), ..parts }
}

/// The front matter that begins the part of `text` behind `from`; `None` where that begins with text. `is_key` tells the keys of
/// the kind from other words.
fn at(text: &str, from: usize, is_key: &dyn Fn(&str) -> bool) -> Option<Stray> {
    let begin = from + first_visible(&text[from..]);
    let mut at = begin;
    let fence = &text[at..line_end(text, at)];
    // An object of JSON; a brace at the beginning of another line closes a value.
    let is_object = fence.trim() == "{";
    let is_fenced = is_object || is_like_a_fence(fence);
    let closes = |line: &str| if is_object { line == "}" } else { is_like_a_fence(line) };
    if is_fenced {
        at = line_end(text, at);
    }
    let mut known: Vec<&str> = Vec::new();
    let mut closed = None;
    let mut is_assigned = true;
    let mut ends_with_plus = false;
    while at < text.len() {
        let end = line_end(text, at);
        let line = text[at..end].trim_end();
        if closes(line) {
            closed = Some(end);
            ends_with_plus = line.trim_start().starts_with("++");
            break;
        }
        match key(line) {
            Some(key) if is_key(key) && !known.contains(&key) => {
                is_assigned &= line.contains('=');
                known.push(key);
            }
            Some(_) => {}
            None if goes_on(line) => {}
            None => break,
        }
        at = end;
    }
    let is_enough = match (is_fenced, closed) {
        (true, Some(_)) => !known.is_empty(),
        (false, Some(_)) if ends_with_plus && is_assigned => !known.is_empty(),
        (true, None) | (false, Some(_)) => known.len() >= KEYS,
        // Minutes may begin with `present: …`, and nothing in a text is assigned.
        (false, None) => known.len() >= KEYS && is_assigned,
    };
    // Where nothing closes it, nobody knows where the text begins.
    let span = Span::new(begin, closed.unwrap_or(text.len()));
    let is_toml = is_assigned && !fence.trim_start().starts_with(['`', '~', '{']);
    is_enough.then_some(Stray { span, is_fenced, is_closed: closed.is_some(), is_toml })
}

/// The first front matter behind a text, between two lines that would be its fences at the beginning of a file.
fn behind_text(text: &str, is_key: &dyn Fn(&str) -> bool) -> Option<Stray> {
    let mut start = 0;
    let mut in_code = false;
    text.split_inclusive('\n').find_map(|line| {
        let here = start;
        start += line.len();
        in_code ^= line.trim_start().starts_with("```");
        let found = (!in_code && is_fence(line)).then(|| at(text, here, is_key)).flatten();
        // A rule across the page is followed by text.
        found.filter(|it| it.is_closed)
    })
}

/// Whether `line` is a fence, or what other tools and slips make of one: `++`, `;;;`, `***`, a block of code in a notation.
fn is_like_a_fence(line: &str) -> bool {
    let line = line.trim();
    let mark = line.chars().next().filter(|mark| "+-;`~*=_".contains(*mark));
    let rest = mark.map_or(line, |mark| line.trim_start_matches(mark));
    let name = rest.trim();
    line.len() - rest.len() >= 2 && ["", "toml", "yaml", "yml"].iter().any(|it| name.eq_ignore_ascii_case(it))
}

/// The outermost key of a line that states something, in any notation: `title = …`, `cost.status = …`, `title: …`, `"title": …`.
fn key(line: &str) -> Option<&str> {
    let word = line.trim_start();
    if let Some((key, rest)) = word.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
        return rest.trim_start().starts_with([':', '=']).then_some(key);
    }
    let end = word.find(|letter: char| !(letter.is_ascii_alphanumeric() || "_-.".contains(letter)))?;
    let (key, rest) = word.split_at(end);
    let is_stated = rest.trim_start().starts_with('=') || rest == ":" || rest.starts_with(": ");
    (is_stated && !key.is_empty()).then(|| key.split('.').next().unwrap_or(key))
}

/// Whether `line` may stand between keys: an empty one, a comment, a header, a part of a value of several lines.
fn goes_on(line: &str) -> bool {
    line.is_empty() || line.starts_with(['#', '[', ']', '{', '}', '"', '\'', ' ', '\t', ',', '-'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<&str> {
        let is_key = |key: &str| ["title", "owner", "present", "host"].contains(&key);
        at(text, 0, &is_key).or_else(|| behind_text(text, &is_key)).map(|it| &text[it.span.range()])
    }

    #[test]
    fn keys_are_front_matter_whatever_stands_around_them() {
        let keys = "title = \"Lists\"\n# a remark\nowner = \"ada\"\n\n[[event]]\nto = \"draft\"\n";
        for (front, text) in [
            (format!("{keys}+++\n"), "Text."),
            (format!("++\n{keys}++\n"), "Text."),
            (format!(";;;\n{keys};;;\n"), "Text."),
            (format!("```toml\n{keys}```\n"), "Text."),
            (format!("***\n{keys}***\n"), "Text."),
            (format!("===\n{keys}===\n"), "Text."),
            (format!("+++\n{keys}---\n"), "Text."),
            ("{\n  \"title\": \"Lists\",\n  \"cost\": {\n  },\n  \"owner\": \"ada\"\n}\n".to_owned(), "Text."),
            ("owner: ada\ntitle: Lists\n---\n".to_owned(), "Text."),
        ] {
            assert_eq!(found(&format!("{front}{text}")), Some(&*front));
        }
        assert_eq!(found(&format!("Hello.\n\n+++\n{keys}+++\nText.")), Some(&*format!("+++\n{keys}+++\n")));
        // Where nothing closes it, nobody knows where it ends.
        assert_eq!(found(keys), Some(keys));
    }

    #[test]
    fn text_is_no_front_matter() {
        for text in [
            "",
            "Text.",
            "---\n\nText about the owner: nobody.\n\n---\n",
            "present: Ada, Ben\nhost: Ada\n\nWe met.",
            "title = \"Lists\"\n\nis how a title is written.",
            "So it is written:\n\n```\n+++\ntitle = \"Lists\"\nowner = \"ada\"\n+++\n```\n",
            "- owner: ada\n- title: Lists\n",
            "***\n\nThe owner is nobody.\n\n***\n",
            "{\n\"Lists\"\n}\n",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }
}
