//! Patterns for the names of files: `{number}-{slug}.md`, `{date}.md`, `{number}-{slug}/README.md`.

use crate::id::{ContentPath, Kind, Naming};
use crate::text::{did_you_mean, nearest, parse_date};

/// What stands for a part of a name that differs from file to file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// One to nine digits.
    Number,
    /// A day of the calendar: `2021-04-27`.
    Date,
    /// Anything but a slash.
    Slug,
}

impl Part {
    const ALL: [(&str, Part); 3] = [("number", Part::Number), ("date", Part::Date), ("slug", Part::Slug)];

    /// The part without which a file of `kind` has no id; `None` where any name will do.
    pub(super) fn needed(kind: Kind) -> Option<Part> {
        match kind.naming() {
            Naming::Numbered => Some(Part::Number),
            Naming::Dated => Some(Part::Date),
            Naming::Named => Some(Part::Slug),
            Naming::Free => None,
        }
    }

    /// As a pattern writes it: `{number}`.
    pub(super) fn written(self) -> String {
        let (name, _) = Part::ALL.iter().find(|(_, part)| *part == self).expect("the list has all of them");
        format!("{{{name}}}")
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Part(Part),
}

/// How the files of a folder are named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    written: String,
    /// Without the ending, which is `.md` or `.markdown` in small letters or capitals.
    pieces: Vec<Piece>,
}

/// What a file's name says.
#[derive(Debug, Clone, Copy, Default)]
struct Read<'a> {
    number: Option<&'a str>,
    date: Option<&'a str>,
    slug: Option<&'a str>,
}

/// The endings of a text.
const ENDINGS: [&str; 2] = [".md", ".markdown"];

impl Name {
    /// The pattern that `text` spells.
    ///
    /// # Errors
    /// What is wrong with it, and what to type.
    pub(super) fn parse(text: &str) -> Result<Name, (String, String)> {
        let Some(stem) = ENDINGS.iter().find_map(|ending| text.strip_suffix(ending)) else {
            let help = format!("write `name = \"{text}.md\"`");
            return Err((format!("`{text}` does not end in `.md`, as the names of texts do"), help));
        };
        if ContentPath::parse(text).is_none() {
            return Err((format!("`{text}` is no path below the folder"), EXAMPLE.to_owned()));
        }
        let mut pieces: Vec<Piece> = Vec::new();
        let mut rest = stem;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((word, after)) = after.split_once('}') else {
                return Err((format!("nothing closes the `{{` in `{text}`"), EXAMPLE.to_owned()));
            };
            let Some((_, part)) = Part::ALL.iter().find(|(name, _)| *name == word) else {
                let help = match nearest(word, Part::ALL.map(|(name, _)| name)) {
                    Some(meant) => did_you_mean(&format!("{{{meant}}}")),
                    None => "a pattern has `{number}`, `{date}` and `{slug}`".to_owned(),
                };
                return Err((format!("`{{{word}}}` in `{text}` stands for nothing"), help));
            };
            if before.is_empty() && matches!(pieces.last(), Some(Piece::Part(_))) {
                let message = format!("nothing in `{text}` tells where `{}` begins", part.written());
                return Err((message, format!("put a hyphen before `{}`", part.written())));
            }
            if pieces.contains(&Piece::Part(*part)) {
                return Err((format!("`{}` stands in `{text}` twice", part.written()), EXAMPLE.to_owned()));
            }
            if !before.is_empty() {
                pieces.push(Piece::Text(before.to_owned()));
            }
            pieces.push(Piece::Part(*part));
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Text(rest.to_owned()));
        }
        Ok(Name { written: text.to_owned(), pieces })
    }

    /// The names that the files of `kind` have where nothing else is said; empty for those that may have any.
    pub(super) fn usual(kind: Kind) -> Vec<Name> {
        let written: &[&str] = match kind.naming() {
            Naming::Numbered => &["{number}-{slug}.md", "{number}.md"],
            Naming::Dated => &["{date}.md", "{date}-{slug}.md"],
            Naming::Named => &["{slug}.md"],
            Naming::Free => &[],
        };
        written.iter().map(|text| Name::parse(text).expect("these are patterns")).collect()
    }

    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    pub(super) fn has(&self, part: Part) -> bool {
        self.pieces.contains(&Piece::Part(part))
    }

    /// Whether each record has a folder of its own.
    pub(super) fn has_folder(&self) -> bool {
        self.written.contains('/')
    }

    /// Whether the last part of the path is one name for all records: `{number}-{slug}/README.md`.
    pub(super) fn is_the_same_for_all(&self) -> bool {
        !self.written.rsplit('/').next().unwrap_or_default().contains('{')
    }

    /// The key of the file that lies at `below`, a path from its folder, or from a folder deeper down; `None` when it is not
    /// named so.
    pub(super) fn key(&self, kind: Kind, below: &str) -> Option<String> {
        let (stem, _) = below.rsplit_once('.')?;
        let depth = self.written.matches('/').count();
        let tail = match stem.rmatch_indices('/').nth(depth) {
            Some((at, _)) => &stem[at + 1..],
            None => stem,
        };
        let read = read(&self.pieces, tail, Read::default())?;
        match kind.naming() {
            Naming::Numbered => read.number.map(str::to_owned),
            Naming::Dated => match (read.date?, read.slug) {
                (date, Some(slug)) => Some(format!("{date}-{slug}")),
                (date, None) => Some(date.to_owned()),
            },
            Naming::Named => read.slug.or(read.number).or(read.date).map(str::to_owned),
            Naming::Free => None,
        }
    }

    /// The name of a new file.
    pub(super) fn filled(&self, number: &str, date: &str, slug: &str) -> String {
        let fill = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Part(Part::Number) => number.to_owned(),
            Piece::Part(Part::Date) => date.to_owned(),
            Piece::Part(Part::Slug) => slug.to_owned(),
        };
        let stem: String = self.pieces.iter().map(fill).collect();
        let ending = ENDINGS.iter().find(|ending| self.written.ends_with(**ending)).expect("every pattern has one");
        stem + ending
    }
}

/// What to type where a pattern is none.
const EXAMPLE: &str = "write it as in `name = \"{number}-{slug}.md\"` or `name = \"{date}.md\"`";

/// What `text` says when the `pieces` are its form; `None` when they are not.
fn read<'a>(pieces: &[Piece], text: &'a str, known: Read<'a>) -> Option<Read<'a>> {
    let Some((first, rest)) = pieces.split_first() else { return text.is_empty().then_some(known) };
    match first {
        Piece::Text(literal) => read(rest, text.strip_prefix(literal.as_str())?, known),
        Piece::Part(Part::Number) => {
            let digits = text.bytes().take_while(u8::is_ascii_digit).count();
            let number = text.get(..digits).filter(|number| (1..10).contains(&number.len()))?;
            read(rest, &text[digits..], Read { number: Some(number), ..known })
        }
        Piece::Part(Part::Date) => {
            let date = text.get(..10).filter(|date| parse_date(date).is_some())?;
            read(rest, &text[10..], Read { date: Some(date), ..known })
        }
        Piece::Part(Part::Slug) => {
            let end = text.find('/').unwrap_or(text.len());
            // The longest that leaves what follows its place.
            let ends = text[..end].char_indices().map(|(at, letter)| at + letter.len_utf8()).rev();
            ends.into_iter().find_map(|end| read(rest, &text[end..], Read { slug: Some(&text[..end]), ..known }))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_number_day_and_slug() {
        for (name, kind, file, key) in [
            ("eip-{number}.md", Kind::Proposal, "eip-1559.md", Some("1559")),
            ("eip-{number}.md", Kind::Proposal, "erc/eip-20.MD", Some("20")),
            ("eip-{number}.md", Kind::Proposal, "eip-1559-x.md", None),
            ("eip-{number}.md", Kind::Proposal, "eip-1234567890.md", None),
            ("{number}-{slug}.md", Kind::Decision, "0003-a-b.markdown", Some("0003")),
            ("{number}-{slug}.md", Kind::Decision, "0003.md", None),
            ("{number}-{slug}/README.md", Kind::Proposal, "sig-x/0012-a/README.md", Some("0012")),
            ("{number}-{slug}/README.md", Kind::Proposal, "0012-a/notes.md", None),
            ("{number}-{slug}/README.md", Kind::Proposal, "README.md", None),
            ("{date}.md", Kind::Meeting, "2024/2024-02-29.md", Some("2024-02-29")),
            ("{date}.md", Kind::Meeting, "2023-02-29.md", None),
            ("{date}-{slug}.md", Kind::Meeting, "2024-02-29-board-a.md", Some("2024-02-29-board-a")),
            ("{slug}-{date}.md", Kind::Meeting, "board-2024-02-29.md", Some("2024-02-29-board")),
            ("svc-{slug}.md", Kind::Service, "svc-lists.md", Some("lists")),
            ("{slug}/README.md", Kind::Service, "lists/README.md", Some("lists")),
        ] {
            let read = Name::parse(name).expect(name).key(kind, file);
            assert_eq!(read.as_deref(), key, "{name}: {file}");
        }
        let name = Name::parse("{number}-{slug}/README.md").expect("a pattern");
        assert_eq!(name.filled("0007", "2024-02-29", "a"), "0007-a/README.md");
    }

    #[test]
    fn what_is_no_pattern_is_said_with_what_to_type() {
        for (text, expected) in [
            ("eip-{number}", "write `name = \"eip-{number}.md\"`"),
            ("{nubmer}.md", "did you mean `{number}`?"),
            ("{number}{slug}.md", "put a hyphen before `{slug}`"),
            ("{number}-{number}.md", EXAMPLE),
            ("../{number}.md", EXAMPLE),
            ("{number.md", EXAMPLE),
        ] {
            assert_eq!(Name::parse(text).expect_err(text).1, expected, "{text}");
        }
    }
}
