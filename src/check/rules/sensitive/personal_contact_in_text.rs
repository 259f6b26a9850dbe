//! Private mail addresses, telephone numbers and addresses of machines in a text.

use crate::check::prelude::*;
use std::collections::BTreeSet;
use std::net::Ipv4Addr;

/// Where people have a mailbox of their own.
const MAILBOXES: [&str; 22] = [
    "aol.com",
    "fastmail.com",
    "gmail.com",
    "gmx.com",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hey.com",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "mac.com",
    "mail.ru",
    "me.com",
    "outlook.com",
    "pm.me",
    "posteo.de",
    "proton.me",
    "protonmail.com",
    "qq.com",
    "web.de",
    "yahoo.com",
];

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let people = People::of(facts.site);
    facts.site.entries.iter().flat_map(|entry| of_entry(facts, &people, entry)).collect()
}

/// Once for each address and record: the first place says it. What a front matter says is public as much as the text.
fn of_entry(facts: &Facts, people: &People, entry: &Entry) -> Vec<Diagnostic> {
    // Whether an address in its own field may be shown, and that of a machine in a link, are matters of their own.
    let in_front = entry.texts.iter().filter(|text| !text.is_link && &*text.key != "email");
    let places = in_front.map(|text| text.place(&entry.text)).chain([Span::new(entry.body_start, entry.text.len())]);
    let mut seen = BTreeSet::new();
    let found = places.flat_map(|place| {
        let found = contacts(people, entry, &entry.text[place.range()]).into_iter();
        found.map(move |(contact, span)| (contact, span.shifted(place.start)))
    });
    found
        .filter(|(_, span)| seen.insert(&entry.text[span.range()]))
        .map(|(contact, span)| {
            let (what, help) = contact.said();
            facts.at(entry, span, what).help(help)
        })
        .collect()
}

fn contacts(people: &People, entry: &Entry, text: &str) -> Vec<(Contact, Span)> {
    let mails = mails(text).filter(|span| people.is_private(&text[span.range()])).map(|span| (Contact::Mail, span));
    let phones = phones(text).map(|span| (Contact::Telephone, span));
    // Services are machines; how they are reached is another matter.
    let machines = machines(text).filter(|_| entry.kind() != Kind::Service).map(|span| (Contact::Machine, span));
    mails.chain(phones).chain(machines).collect()
}

#[derive(Clone, Copy)]
enum Contact {
    Mail,
    Telephone,
    Machine,
}

impl Contact {
    /// The message does not repeat the address: it is quoted in places where the text is not.
    fn said(self) -> (&'static str, &'static str) {
        match self {
            Contact::Mail => (
                "somebody's own mail address stands in the text",
                "name the person, `@ada`, or an address of the group; if they agreed, put it into their record with \
                    `publish_email = true`",
            ),
            Contact::Telephone => {
                ("a telephone number stands in the text", "take it out, or name a page that only those see who need it")
            }
            Contact::Machine => (
                "the number of a machine stands in the text",
                "write its name in place of the number; if it is somebody's own machine, take it out",
            ),
        }
    }
}

/// What the directory says of names and published addresses.
struct People {
    /// Last names of four letters and more, in lower case.
    last_names: BTreeSet<String>,
    published: BTreeSet<String>,
}

impl People {
    fn of(site: &Site) -> People {
        let people = || site.of_kind(Kind::Person).filter_map(|entry| entry.person());
        let last = |name: &str| name.split_whitespace().last().map(str::to_lowercase).filter(|it| it.len() >= 4);
        People {
            last_names: people().filter_map(|person| last(person.name.text())).collect(),
            published: people()
                .filter(|person| person.publish_email.is_true())
                .filter_map(|person| Some(person.email.get()?.to_lowercase()))
                .collect(),
        }
    }

    /// Whether a mail address belongs to one person, who did not agree that it is shown.
    fn is_private(&self, address: &str) -> bool {
        let address = address.to_lowercase();
        let Some((local, domain)) = address.split_once('@') else { return false };
        let is_named = || local.split(['.', '_', '-', '+']).any(|part| self.last_names.contains(part));
        !self.published.contains(&address) && (MAILBOXES.contains(&domain) || is_named())
    }
}

fn mails(text: &str) -> impl Iterator<Item = Span> + '_ {
    let is_inside = |letter: char| letter.is_ascii_alphanumeric() || "._+-".contains(letter);
    text.match_indices('@').filter_map(move |(at, _)| {
        let start = at - text[..at].chars().rev().take_while(|letter| is_inside(*letter)).count();
        let rest = &text[at + 1..];
        let domain = rest[..rest.find(|letter| !is_inside(letter)).unwrap_or(rest.len())].trim_end_matches(['.', '-']);
        (start < at && domain.contains('.')).then(|| Span::new(start, at + 1 + domain.len()))
    })
}

/// Numbers with their country, `+49 170 1234567`.
fn phones(text: &str) -> impl Iterator<Item = Span> + '_ {
    text.match_indices('+').filter_map(|(at, _)| {
        let is_alone =
            text[..at].chars().next_back().is_none_or(|before| before.is_whitespace() || "(:".contains(before));
        let rest = &text[at + 1..];
        let length =
            rest.find(|letter: char| !letter.is_ascii_digit() && !" -()/".contains(letter)).unwrap_or(rest.len());
        let number = rest[..length].trim_end_matches([' ', '-', '(', ')', '/']);
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        let begins = number.starts_with(|letter: char| ('1'..='9').contains(&letter));
        // A list of numbers with signs is no telephone number; neither is a day.
        let is_grouped = number.split([' ', '-']).all(|part| !part.is_empty());
        (is_alone && begins && is_grouped && (9..=15).contains(&digits)).then(|| Span::new(at, at + 1 + number.len()))
    })
}

/// Public addresses of machines, `8.8.4.4`, that are no part of a link, of code, or of a version.
fn machines(text: &str) -> impl Iterator<Item = Span> + '_ {
    let is_edge = |letter: char| {
        matches!(letter, '(' | ')' | '[' | ']' | '<' | '>' | ',' | ';' | '"' | '\'' | '|') || letter.is_whitespace()
    };
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    // Most texts have no full stop between two digits, and so no word has to be looked at.
    let between_digits =
        text.match_indices('.').map(|(at, _)| at).filter(move |at| *at > 0 && is_digit(at - 1) && is_digit(at + 1));
    let mut last = None;
    let words = between_digits.filter_map(move |at| {
        let start = text[..at].char_indices().rev().find(|(_, letter)| is_edge(*letter));
        let start = start.map_or(0, |(at, letter)| at + letter.len_utf8());
        let end = text[at..].find(is_edge).map_or(text.len(), |length| at + length);
        (last.replace(start) != Some(start)).then(|| &text[start..end])
    });
    words.filter_map(|word| {
        let trimmed = word.trim_end_matches(['.', ':', '!', '?']);
        let at = trimmed.as_ptr() as usize - text.as_ptr() as usize;
        let address: Ipv4Addr = trimmed.parse().ok()?;
        let before = text[..at].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
        let is_version = ["version", "versions", "release", "v", "to", "from"].contains(&before.as_str());
        let is_private = address.is_private()
            || address.is_loopback()
            || address.is_link_local()
            || address.is_documentation()
            || address.is_unspecified()
            || address.is_broadcast();
        (!is_private && !is_version && address.octets()[0] >= 8).then(|| Span::new(at, at + trimmed.len()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str, find: impl Iterator<Item = Span>) -> Vec<&str> {
        find.map(|span| &text[span.range()]).collect()
    }

    #[test]
    fn numbers_of_telephones_have_a_country() {
        let text = "Call +49 170 1234567, or +1 (555) 0100-200.";
        assert_eq!(of(text, phones(text)), ["+49 170 1234567", "+1 (555) 0100-200"]);
        for text in ["+1 from two members", "a+123456789", "2+2", "+1, +1"] {
            assert!(phones(text).next().is_none(), "{text}");
        }
    }

    #[test]
    fn numbers_of_machines_are_public_and_no_versions() {
        let text = "It answers at 34.89.193.94.";
        assert_eq!(of(text, machines(text)), ["34.89.193.94"]);
        for text in ["version 10.0.1.2", "192.168.0.1", "since release 11.0.0.1", "http://8.8.8.8/"] {
            assert!(machines(text).next().is_none(), "{text}");
        }
    }

    #[test]
    fn mail_addresses_end_before_the_full_stop() {
        let text = "Write to ada.lovelace@example.org.";
        assert_eq!(of(text, mails(text)), ["ada.lovelace@example.org"]);
    }
}
