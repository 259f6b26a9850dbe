//! The lines of a front matter: which key each of them sets, and where those of a new key go.

use std::ops::Range;

use toml_edit::{Key, Value};

use super::Document;
use crate::fields::KeyPlace;

/// `key = value`, before the first table: whole lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Statement {
    /// The first part of a dotted key, without quotes.
    pub key: String,
    /// Where that part is written, with its quotes.
    pub at: Range<usize>,
    /// Its lines, with the comments and the empty lines above it.
    pub lines: Range<usize>,
}

/// The statements of `toml` up to its first table header, in their order. A comment above the first one that an empty line
/// separates from it belongs to the file and to no statement. `None` when `toml` is not TOML.
pub(crate) fn statements(toml: &str) -> Option<Vec<Statement>> {
    let document = toml_edit::Document::parse(toml).ok()?;
    let place = |(keys, value): (Vec<&Key>, &Value)| {
        let first = keys.first()?;
        Some((first.get().to_owned(), first.span()?, value.span()?.end))
    };
    let mut places: Vec<(String, Range<usize>, usize)> =
        document.as_table().get_values().into_iter().filter_map(place).collect();
    places.sort_by_key(|(_, at, _)| at.start);
    Some(with_lines(toml, places))
}

/// The statements of `toml`, which is the front matter of `document` and begins at `start` of its text.
pub(crate) fn statements_of(document: &Document, start: usize, toml: &str) -> Option<Vec<Statement>> {
    // The value of a table's header begins before its key, with the bracket.
    let outermost = document.keys.iter().filter(|it| it.value.start >= it.key.start);
    let is_bare = |key: &str| key.bytes().all(|it| it.is_ascii_alphanumeric() || matches!(it, b'_' | b'-'));
    let place = |it: &KeyPlace| {
        let key = &document.text[it.key.range()];
        let is_whole = !document.text[it.key.end..].trim_start().starts_with('.');
        let at = it.key.start - start..it.key.end - start;
        (is_whole && is_bare(key)).then(|| (key.to_owned(), at, it.value.end - start))
    };
    // Where all of it was read, and no key is in two parts, what is known of it says the same.
    let known = outermost.map(place).collect::<Option<Vec<_>>>().filter(|_| document.problems.is_empty());
    known.map_or_else(|| statements(toml), |places| Some(with_lines(toml, places)))
}

/// The statements at these `places` of `toml`: the key, where it is, and where its value ends.
fn with_lines(toml: &str, places: Vec<(String, Range<usize>, usize)>) -> Vec<Statement> {
    let mut start = places.first().map_or(0, |(_, at, _)| file_comment_end(&toml[..at.start]));
    let statement = |(key, at, end): (String, Range<usize>, usize)| {
        let end = toml[end..].find('\n').map_or(toml.len(), |line_end| end + line_end + 1);
        let lines = std::mem::replace(&mut start, end)..end;
        Statement { key, at, lines }
    };
    places.into_iter().map(statement).collect()
}

/// Where what is written above the first statement of a file stops to belong to the file: behind the last empty line.
fn file_comment_end(above: &str) -> usize {
    let mut end = 0;
    let mut line_start = 0;
    for line in above.split_inclusive('\n') {
        line_start += line.len();
        if line.trim().is_empty() && line.ends_with('\n') {
            end = line_start;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(toml: &str) -> Vec<(String, &str)> {
        let statements = statements(toml).expect("the example is TOML");
        statements.into_iter().map(|it| (it.key, &toml[it.lines])).collect()
    }

    #[test]
    fn a_statement_is_whole_lines_with_the_comments_above_it() {
        let toml = "# about the file\n\n# the name\nname = \"x\" # yes = no\n\ntags = [ # [\n  \"]\", # a\n]\nx = 1\n\n[[t]]\ny = 2\n";
        let expected = [
            ("name".to_owned(), "# the name\nname = \"x\" # yes = no\n"),
            ("tags".to_owned(), "\ntags = [ # [\n  \"]\", # a\n]\n"),
            ("x".to_owned(), "x = 1\n"),
        ];
        assert_eq!(lines(toml), expected);
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
            assert_eq!(lines(toml), [("a".to_owned(), toml)]);
        }
        assert_eq!(lines(""), []);
        assert_eq!(lines("[a]\nb = 1\n"), []);
        assert_eq!(statements("a = \n"), None);
    }
}
