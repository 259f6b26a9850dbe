//! Whom the text of a meeting lists as present, out of the ways in which people write such lists: with an account, a role or an
//! affiliation behind the name, with a label before several names, with names below a label.

use std::sync::LazyLock;

use regex::Regex;

use crate::fields::PERSON;
use crate::markdown::{Heading, ListItem};
use crate::text::Span;

use super::{Entry, Site};

/// The headings under which minutes list who was there.
const PARTICIPANTS: [&str; 4] = ["Participants", "Attendees", "Present", "Attendance"];

/// Whether minutes list below `heading` who was there.
pub fn lists_participants(heading: &Heading) -> bool {
    PARTICIPANTS.iter().any(|title| title.eq_ignore_ascii_case(heading.title.trim_end_matches(':')))
}

impl Site {
    /// The names that the text of a meeting lists under *Participants*, with their places; empty when the front matter says
    /// who was present, and for other kinds. A name that the directory knows is given as it does, without what is written around
    /// it; any other as written.
    pub fn participants(&self, entry: &Entry) -> Vec<(String, Span)> {
        let Some(meeting) = entry.meeting() else { return Vec::new() };
        if !meeting.present.is_missing() {
            return Vec::new();
        }
        let under = |heading: usize| lists_participants(&entry.outline.headings[heading]);
        let items: Vec<&ListItem> = entry.outline.lists.iter().filter(|item| item.heading.is_some_and(under)).collect();
        let mut found: Vec<(String, Span)> = Vec::new();
        let mut label: Option<(usize, Label)> = None;
        for (at, item) in items.iter().enumerate() {
            label = label.filter(|(depth, _)| item.depth > *depth);
            let text = item.text.trim();
            let has_items = items.get(at + 1).is_some_and(|next| next.depth > item.depth);
            match (&label, self.label(text, has_items)) {
                // A note on what stands above it.
                (Some((depth, _)), _) if item.depth > depth + 1 => {}
                (None, _) if item.depth > 1 => {}
                (Some((_, kind)), None) => self.add(&mut found, entry, item, text, *kind, false),
                (None, None) => self.add(&mut found, entry, item, text, Label::People, false),
                (_, Some((kind, ""))) => label = Some((item.depth, kind)),
                (_, Some((kind, names))) => self.add(&mut found, entry, item, names, kind, true),
            }
        }
        found
    }

    /// The label with which `text` begins, and what is behind it; `None` where it is somebody.
    fn label<'t>(&self, text: &'t str, has_items: bool) -> Option<(Label, &'t str)> {
        let (head, names) = match text.split_once(':') {
            Some((head, names)) => (head.trim(), names.trim()),
            None if has_items => (text, ""),
            None => return None,
        };
        let kind = Label::of(head).filter(|_| self.person(head).is_none());
        // Names stand below whatever ends with a colon.
        let kind = kind.or_else(|| (has_items && text.ends_with(':')).then_some(Label::People));
        kind.map(|kind| (kind, names))
    }

    /// Adds those whom `names` names, of whom a list is one where the label before it says so, or each is known.
    fn add(
        &self,
        found: &mut Vec<(String, Span)>,
        entry: &Entry,
        item: &ListItem,
        names: &str,
        kind: Label,
        is_labelled: bool,
    ) {
        if kind == Label::Others {
            return;
        }
        let parts = parts(names);
        let is_list = is_labelled || parts.iter().all(|part| self.person(part).is_some());
        let parts = if is_list { parts } else { vec![names] };
        let is_one = parts.len() == 1 && !is_labelled;
        for part in parts.into_iter().filter(|part| !is_nobody(part)) {
            let word = self.person(part).unwrap_or_else(|| part.trim_start_matches('@').to_owned());
            // Who led or wrote the minutes may stand in the list as well.
            if kind == Label::Role && found.iter().any(|(other, _)| other.eq_ignore_ascii_case(&word)) {
                continue;
            }
            let place = entry.text[item.span.range()].find(part).filter(|_| !is_one);
            let span = place.map(|at| Span::new(item.span.start + at, item.span.start + at + part.len()));
            found.push((word, span.unwrap_or(item.span)));
        }
    }

    /// Behind whose names the text of a meeting writes for whom they work, after a dash: the place of the person among the entries,
    /// the name of the organization as written, and where it stands. What may be a role or a remark is left out.
    pub fn written_affiliations<'a>(&self, entry: &'a Entry) -> Vec<(usize, &'a str, Span)> {
        static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r"\s[-–—]\s+(\p{Lu}[\p{L}\d&.'’-]*(?:\s+[\p{L}\d&.'’-]+){0,4})\s*$").expect("a constant")
        });
        let of_item = |(word, span): (String, Span)| {
            let person = self.resolve(&word, PERSON).entry()?;
            let written = BEHIND.captures(entry.text[span.range()].trim_end())?.get(1)?;
            let is_name = Label::of(written.as_str()).is_none() && !is_nobody(written.as_str());
            let place = Span::new(span.start + written.start(), span.start + written.end());
            is_name.then(|| (person.at, written.as_str(), place))
        };
        self.participants(entry).into_iter().filter_map(of_item).collect()
    }

    /// The words of `written` by which the directory knows somebody: all of it, the name at its beginning, the account in it.
    fn person(&self, written: &str) -> Option<String> {
        static ACCOUNT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"@([\w-]+)").expect("a constant"));
        let written = written.trim().trim_end_matches(['.', '*', '†', ',']).trim();
        let account = ACCOUNT.captures(written);
        let account = account.map(|it| (it[0].to_owned(), it[1].to_owned()));
        let accounts = account.into_iter().flat_map(|(handle, slug)| [slug, handle]);
        let words =
            [written.trim_start_matches('@').to_owned(), name_in(written).to_owned()].into_iter().chain(accounts);
        words.filter(|word| !word.is_empty()).find(|word| self.resolve(word, PERSON).entry().is_some())
    }
}

/// The name with which `written` begins: what follows in brackets, behind a comma, a dash or an account is no part of it.
pub fn name_in(written: &str) -> &str {
    static END: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\s*(?:[,(\[<|–—:;@]|\s[-/]\s).*$").expect("a constant"));
    let begin = written.trim().trim_start_matches('@');
    END.find(begin).map_or(begin, |end| &begin[..end.start()]).trim()
}

/// `a, b and c` in its parts; what is in brackets is not divided.
fn parts(names: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, letter) in names.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 => {
                found.push(&names[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(&names[start..]);
    let both = found.into_iter().flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" & "));
    both.map(|part| part.trim().trim_start_matches("and ")).filter(|part| !part.is_empty()).collect()
}

/// What is written where nobody is.
fn is_nobody(part: &str) -> bool {
    let word = part.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    // `3 guests` are no names.
    let is_number = word.starts_with(|letter: char| letter.is_ascii_digit());
    is_number
        || [
            "",
            "none",
            "nobody",
            "no one",
            "n/a",
            "na",
            "nil",
            "tbd",
            "tba",
            "none today",
            "nobody else",
            "no others",
            "others",
            "and others",
            "several others",
            "et al",
            "everybody",
            "everyone",
            "all",
        ]
        .contains(&word.as_str())
}

/// What a label in a list of participants makes of those behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    /// They were there.
    People,
    /// They led or wrote.
    Role,
    /// They were not there, or it is nobody: `Regrets`, `Quorum`.
    Others,
}

impl Label {
    /// `None` where no word of `head` is one of a label.
    fn of(head: &str) -> Option<Label> {
        const OTHERS: &str = " regrets regret apologies absent excused missing not unable declined quorum date time location place total \
            number count recording link ";
        const ROLE: &str = " chair chairs co-chair chaired host hosts hosted scribe scribes minutes notes note-taker notetaker taker \
            secretary moderator moderated facilitator ";
        const PEOPLE: &str = " member members council observer observers guest guests present attendee attendees participant participants \
            remote remotely onsite on-site online in-person voting non-voting board staff others invited team lead leads maintainers \
            maintainer volunteers community committee alternates liaisons liaison contractors visitors attending attendance ";
        let words: Vec<String> = head
            .split(|letter: char| !letter.is_alphanumeric() && letter != '-')
            .map(str::to_lowercase)
            .filter(|word| !word.is_empty())
            .collect();
        let has = |list: &str| words.iter().any(|word| list.contains(&format!(" {word} ")));
        [(OTHERS, Label::Others), (ROLE, Label::Role), (PEOPLE, Label::People)]
            .into_iter()
            .find_map(|(list, label)| has(list).then_some(label))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_where_something_else_begins() {
        for written in [
            "Lena Ohm",
            "Lena Ohm @lohm (TSC)",
            "Lena Ohm (@lohm)",
            "Lena Ohm - Example Lab",
            "Lena Ohm – Example Lab",
            "Lena Ohm, Example Lab",
            "Lena Ohm [host]",
            "Lena Ohm: host",
            "Lena Ohm / Example Lab",
        ] {
            assert_eq!(name_in(written), "Lena Ohm", "{written}");
        }
        assert_eq!((name_in("@lohm"), name_in("Jean-Luc Ohm")), ("lohm", "Jean-Luc Ohm"));
    }

    #[test]
    fn a_list_behind_a_label_is_divided_and_what_is_in_brackets_is_not() {
        assert_eq!(parts("Lena Ohm, Rui Costa (Lab, Berlin) and Ben"), ["Lena Ohm", "Rui Costa (Lab, Berlin)", "Ben"]);
        let labels = ["Council members", "Observers", "Regrets", "Scribe", "Lena Ohm"].map(Label::of);
        assert_eq!(labels, [Some(Label::People), Some(Label::People), Some(Label::Others), Some(Label::Role), None]);
        assert!(is_nobody("None") && is_nobody("N/A") && is_nobody("–") && !is_nobody("Nona"));
    }
}
