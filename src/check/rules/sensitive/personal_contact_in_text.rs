//! Private mail addresses, telephone numbers and addresses of machines in a text.

use std::collections::BTreeSet;
use std::net::Ipv4Addr;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::prelude::*;
use crate::site::Contacts;

/// Where people have a mailbox of their own.
const MAILBOXES: &str = "aol.com fastmail.com gmail.com gmx.com gmx.de gmx.net googlemail.com hey.com hotmail.com icloud.com \
    live.com mac.com mail.ru me.com outlook.com pm.me posteo.de proton.me protonmail.com qq.com web.de yahoo.com";

pub(crate) const FIND: Find = each!(file, find);

/// Once for each address and record: the first place says it. What a front matter says is public as much as the text. The
/// message does not repeat the address: it is quoted in places where the text is not.
fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    if !PATTERNS.iter().any(|pattern| (pattern.may_be_in)(&entry.text)) {
        return Vec::new();
    }
    // Whether an address in its own field may be shown, and that of a machine in a link, are other rules.
    let in_front = entry.texts.iter().filter(|text| !text.is_link && &*text.key != "email");
    let places = in_front.map(|text| text.place(&entry.text)).chain([Span::new(entry.body_start, entry.text.len())]);
    let mut seen = BTreeSet::new();
    let found = places.flat_map(|place| {
        addresses(&entry.text[place.range()]).map(move |(row, span)| (row, span.shifted(place.start)))
    });
    let found = found.filter(|(row, span)| match row.contact {
        Contact::Mail => is_private(&facts.site.contacts, &entry.text[span.range()]),
        Contact::Telephone => true,
        // Services are machines; how they are reached is another matter.
        Contact::Machine => entry.kind() != Kind::Service,
    });
    let first = found.filter(|(_, span)| seen.insert(&entry.text[span.range()]));
    first.map(|(row, span)| facts.at(entry, span, row.message).help(row.help)).collect()
}

#[derive(Clone, Copy)]
enum Contact {
    Mail,
    Telephone,
    Machine,
}

/// Whether a mail address belongs to one person, who did not agree that it is shown.
fn is_private(contacts: &Contacts, address: &str) -> bool {
    let address = address.to_lowercase();
    let Some((local, domain)) = address.split_once('@').filter(|(local, _)| !is_made_up(local)) else { return false };
    let is_personal = MAILBOXES.split(' ').any(|host| host == domain) || contacts.is_named_in(local);
    is_personal && !contacts.is_published(&address)
}

/// Names that stand for any name in an example: `you@gmail.com`, `jane.doe@gmail.com`.
fn is_made_up(local: &str) -> bool {
    const ANYBODY: &str = " you your yourname youraddress youremail myname name username user users me someone somebody anyone foo bar \
        foobar baz test tester testing example xyz abc email mail address firstname lastname firstlast johndoe janedoe jdoe doe \
        johnsmith joebloggs nobody noreply donotreply recipient sender ";
    let word: String = local.chars().filter(|letter| letter.is_alphabetic()).collect();
    ANYBODY.contains(&format!(" {word} "))
        || ["example", "yourname", "firstname"].iter().any(|mark| word.starts_with(mark))
}

/// Where a text gives somebody's address: what is found, its group `address`, and what tells it from other words.
struct Pattern {
    contact: Contact,
    message: &'static str,
    help: &'static str,
    pattern: &'static str,
    /// Whether a text may hold one, told quickly.
    may_be_in: fn(&str) -> bool,
    is_real: fn(&str, Span) -> bool,
}

static PATTERNS: [Pattern; 3] = [
    Pattern {
        contact: Contact::Mail,
        message: "somebody's own mail address is in the text",
        help: "name the person, `@slug`, or an address of the group; if they agreed, put it into their record below `people/`, with `publish_email = true`",
        pattern: r"(?P<address>[0-9A-Za-z_.+-]+@[0-9A-Za-z_.+-]*\.[0-9A-Za-z_.+-]*[0-9A-Za-z_+])",
        may_be_in: |text| memchr::memchr(b'@', text.as_bytes()).is_some(),
        is_real: |_, _| true,
    },
    // Numbers with their country, `+49 170 1234567`.
    Pattern {
        contact: Contact::Telephone,
        message: "a telephone number is in the text",
        help: "take it out, or name a page that only those see who need it",
        pattern: r"(?:^|[\s(:])(?P<address>\+[1-9][0-9 ()/-]*[0-9])",
        may_be_in: has_country_code,
        is_real: |text, span| is_telephone(&text[span.range()]),
    },
    // Public addresses of machines, `8.8.4.4`.
    Pattern {
        contact: Contact::Machine,
        message: "the number of a machine is in the text",
        help: "write its name in place of the number; if it is somebody's own machine, take it out",
        pattern: r"(?:^|[\s()<>,;|'\x22\[\]])(?P<address>[0-9]{1,3}(?:\.[0-9]{1,3}){3})",
        may_be_in: has_dotted_numbers,
        is_real: is_machine,
    },
];

static REGEXES: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    let regex = |row: &Pattern| Regex::new(row.pattern).expect("the patterns are constants");
    PATTERNS.iter().map(regex).collect()
});

/// Every address of machines or people in `text`, those of a kind in order.
fn addresses(text: &str) -> impl Iterator<Item = (&'static Pattern, Span)> + '_ {
    let may_be = PATTERNS.iter().zip(&*REGEXES).filter(move |(row, _)| (row.may_be_in)(text));
    may_be.flat_map(move |(row, regex)| {
        let found = regex.captures_iter(text).filter_map(|it| it.name("address"));
        let spans = found.map(|it| Span::new(it.start(), it.end()));
        spans.filter(|span| (row.is_real)(text, *span)).map(move |span| (row, span))
    })
}

/// Whether a plus stands before a digit.
fn has_country_code(text: &str) -> bool {
    memchr::memchr_iter(b'+', text.as_bytes()).any(|at| text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit))
}

/// Whether a full stop stands between two digits.
fn has_dotted_numbers(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    memchr::memchr_iter(b'.', bytes).any(|at| is_digit(at.checked_sub(1)) && is_digit(Some(at + 1)))
}

/// A list of numbers with signs is no telephone number; neither is a day.
fn is_telephone(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    let is_grouped = number[1..].split([' ', '-']).all(|part| !part.is_empty());
    is_grouped && (9..=15).contains(&digits)
}

/// Whether the address of a machine is public, and no part of a link, of code, or of a version.
fn is_machine(text: &str, span: Span) -> bool {
    let Ok(address) = text[span.range()].parse::<Ipv4Addr>() else { return false };
    let behind = text[span.end..].trim_start_matches(['.', ':', '!', '?']).chars().next();
    let is_alone = behind.is_none_or(|letter| letter.is_whitespace() || "()[]<>,;\"'|".contains(letter));
    let before = text[..span.start].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let is_version = ["version", "versions", "release", "v"].contains(&before.as_str());
    let is_private = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || address.is_unspecified()
        || address.is_broadcast();
    let is_link = text[span.end..].starts_with("](");
    is_alone
        && !is_link
        && !is_private
        && !is_version
        && address.octets()[0] >= 8
        && !counts_releases(text, span, address)
}

/// Whether the words around a number with three dots are those of a release of a program, and not of a machine. Where they are
/// neither, a zero in second or last place, as releases have, and a name in front of small numbers decide.
fn counts_releases(text: &str, span: Span, address: Ipv4Addr) -> bool {
    static RELEASES: LazyLock<Regex> = LazyLock::new(|| {
        crate::check::prose::pattern(
            r"\b(?:versions?|releases?d?|runtimes?|sdks?|jdk\w*|jre\w*|java|openjdk|\.net|drivers?|firmware|builds?|patch(?:es)?|upgrad\w+|updat\w+|downgrad\w+|chrome|chromium|edge|electron|plugins?|packages?|librar(?:y|ies)|and (?:later|newer|above|up|earlier|older|below)|or (?:later|newer|above|higher|earlier|older)|onwards?|section|clause|chapter|paragraph|oid)\b|[<>]=|§",
        )
    });
    static MACHINES: LazyLock<Regex> = LazyLock::new(|| {
        crate::check::prose::pattern(
            r"\b(?:ips?|ipv4|address(?:es)?|hosts?|hosted|servers?|machines?|ping|ssh|scp|dns|resolvers?|nameservers?|record|routers?|firewall|vm|vps|node|listens?|answers?|reach(?:es|ed|able)?|connect\w*|login|log in|box)\b",
        )
    });
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    if MACHINES.is_match(line) {
        return false;
    }
    let [_, second, _, last] = address.octets();
    let is_small = address.octets().iter().all(|number| *number < 64);
    let named = text[start..span.start].trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_named = named.chars().count() >= 2 && named.starts_with(char::is_uppercase);
    let is_step = ["to", "from"].iter().any(|word| named.eq_ignore_ascii_case(word));
    RELEASES.is_match(line) || is_step || second == 0 || last == 0 || is_small && is_named
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        addresses(text).map(|(_, span)| &text[span.range()]).collect()
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        for (text, addresses) in [
            ("Write to ada.lovelace@example.org.", &["ada.lovelace@example.org"][..]),
            ("<ada+x@example.org>, @ben", &["ada+x@example.org"]),
            ("a@b@c.de-", &["b@c.de"]),
            ("Call +49 170 1234567, or +1 (555) 0100-200.", &["+49 170 1234567", "+1 (555) 0100-200"]),
            (
                "(+49 170 1234567)\ntel:+4917012345678 +4917012345679",
                &["+49 170 1234567", "+4917012345678", "+4917012345679"],
            ),
            ("It answers at 34.89.193.94.", &["34.89.193.94"]),
            ("34.89.193.94 34.89.193.95, (34.89.193.96)", &["34.89.193.94", "34.89.193.95", "34.89.193.96"]),
            ("Ä 8.8.4.4: yes", &["8.8.4.4"]),
        ] {
            assert_eq!(found(text), addresses, "{text}");
        }
    }

    #[test]
    fn numbers_and_versions_are_no_addresses() {
        for text in [
            "@ada, a@b, 5@",
            "+1 from two members",
            "a+123456789",
            "2+2",
            "+1, +1",
            "+1 - 2 - 345678901",
            "version 10.0.1.2",
            "version 34.1.2.3",
            "192.168.0.1",
            "since release 11.0.0.1",
            "http://8.8.8.8/",
            "`8.8.8.8`",
            "8.8.8.8.8",
            "8.8.8.8/24",
            "300.1.2.3",
            "- Runtimes: jdk8u345, 11.0.16.0, 17.0.4.0 and later",
            "- Example SDK: 8.0.7.15 and later",
            "needs 34.1.2.3 or newer",
            "Driver 31.0.101.4",
            "Confluence 9.12.3.14 is out",
            "see § 12.4.1.2",
            "upgraded from 11.2.3.4, 11.2.3.5 is next",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
