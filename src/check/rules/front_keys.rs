//! The lines of a front matter: which key each statement sets, and where a new one goes.

use std::ops::Range;

use crate::diagnostic::Edit;
use crate::document::Record;
use crate::fields::toml_text;
use crate::site::Entry;
use crate::text::Span;

use crate::check::common::line_break;

/// `key = value`, before the first table: whole lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement<'a> {
    /// The first part of a dotted key.
    pub key: &'a str,
    /// Where the key stands.
    pub at: Range<usize>,
    /// Its lines, with the comments and the empty lines above it.
    pub block: Range<usize>,
}

/// The statements of `toml` up to its first table header, in their order. What stands above the first one and is set off
/// from it by an empty line belongs to the whole and to no statement. `toml` must be free of mistakes.
pub fn statements(toml: &str) -> Vec<Statement<'_>> {
    let mut statements: Vec<Statement> = Vec::new();
    let (mut start, mut at) = (0, 0);
    while at < toml.len() {
        let line_end = toml[at..].find('\n').map_or(toml.len(), |end| at + end + 1);
        let line = toml[at..line_end].trim();
        match line.chars().next() {
            None if statements.is_empty() => (start, at) = (line_end, line_end),
            None | Some('#') => at = line_end,
            Some('[') => break,
            Some(_) => {
                let key_at = at + toml[at..].find(line).expect("the line stands there");
                let key = key(line);
                let end = statement_end(toml, at);
                let key_start = key_at + line.find(key).expect("the key is a part of the line");
                statements.push(Statement { key, at: key_start..key_start + key.len(), block: start..end });
                (start, at) = (end, end);
            }
        }
    }
    statements
}

/// The first part of the key that `line` begins with, without quotes.
fn key(line: &str) -> &str {
    if let Some(quote @ ('"' | '\'')) = line.chars().next() {
        return line[1..].split(quote).next().unwrap_or_default();
    }
    line.split(|letter: char| letter == '=' || letter == '.' || letter.is_whitespace()).next().unwrap_or_default()
}

/// Where the line after the statement at `start` begins: a value goes on while a bracket or a long string is open.
fn statement_end(toml: &str, start: usize) -> usize {
    let mut depth = 0_usize;
    let mut at = start;
    while let Some(letter) = toml[at..].chars().next() {
        match letter {
            '\n' if depth == 0 => return at + 1,
            '#' => {
                at += toml[at..].find('\n').unwrap_or(toml.len() - at);
                continue;
            }
            '"' | '\'' => {
                at = string_end(toml, at, letter);
                continue;
            }
            '[' | '{' => depth += 1,
            ']' | '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += letter.len_utf8();
    }
    toml.len()
}

/// Behind the string that begins at `start` with `quote`.
fn string_end(toml: &str, start: usize, quote: char) -> usize {
    let three = quote.to_string().repeat(3);
    let fence = if toml[start..].starts_with(&three) { three.as_str() } else { &three[..1] };
    let mut at = start + fence.len();
    while at < toml.len() {
        if toml[at..].starts_with(fence) {
            at += fence.len();
            // A long string may end with quotes of its own.
            let own = if fence.len() == 3 {
                toml[at..].bytes().take(2).take_while(|it| *it == quote as u8).count()
            } else {
                0
            };
            return at + own;
        }
        let mut letters = toml[at..].chars();
        at += letters.next().map_or(1, char::len_utf8);
        if quote == '"' && toml[..at].ends_with('\\') {
            at += letters.next().map_or(0, char::len_utf8);
        }
    }
    toml.len()
}

/// Adds `key` with the text `value` where the manual lists the key. `None` without a front matter, and where its TOML is
/// broken: nobody can tell what a new line would do there.
pub fn added(entry: &Entry, key: &str, value: &str) -> Option<Edit> {
    let front = entry.front?;
    let order = Record::keys(entry.kind());
    let place = |key: &str| order.iter().position(|it| *it == key);
    let own = place(key)?;
    let toml = &entry.text[front.range()];
    let before = statements(toml).into_iter().rev().find(|it| place(it.key).is_some_and(|place| place < own));
    let at = front.start + before.map_or(0, |it| it.block.end);
    let text = format!("{key} = {}{}", toml_text(value), line_break(entry));
    let whole = [&entry.text[front.start..at], &text, &entry.text[at..front.end]].concat();
    let (old, new) = (toml::from_str::<toml::Table>(toml).ok()?, toml::from_str::<toml::Table>(&whole).ok()?);
    let says_only_that = new.len() == old.len() + 1 && new.get(key).and_then(toml::Value::as_str) == Some(value);
    says_only_that.then(|| Edit::new(&entry.path, Span::new(at, at), text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(toml: &str) -> Vec<(&str, &str)> {
        statements(toml).into_iter().map(|it| (it.key, &toml[it.block])).collect()
    }

    #[test]
    fn a_statement_is_whole_lines_with_the_comments_above_it() {
        let toml = "# about the file\n\n# the name\nname = \"x\" # yes = no\n\ntags = [ # [\n  \"]\", # a\n]\nx = 1\n\n[[t]]\ny = 2\n";
        let expected = [
            ("name", "# the name\nname = \"x\" # yes = no\n"),
            ("tags", "\ntags = [ # [\n  \"]\", # a\n]\n"),
            ("x", "x = 1\n"),
        ];
        assert_eq!(blocks(toml), expected);
    }

    #[test]
    fn strings_hide_what_looks_like_a_statement() {
        for toml in [
            "a = \"\"\"\nb = 1\n[c]\n\\\"\"\"\" # \"\n",
            "a = '''\nb = 1\n\\'''\n",
            "a = \"\"\"x\"\"\"\"\"\n",
            "a = \"\\\"#\"\n",
            "a = '\\'\n",
            "a = { b = \"}\", c = ['#'] }\n",
            "a.b = 1\n",
            "  a = 1\r\n",
            "\"a\" = 1",
        ] {
            assert_eq!(blocks(toml), [("a", toml)]);
            toml::from_str::<toml::Table>(toml).expect("the example is TOML");
        }
        assert_eq!(blocks(""), []);
        assert_eq!(blocks("[a]\nb = 1\n"), []);
    }
}
