//! Lists of participants: who is meant by `Ada Example @ada (chair)`, `Ben Example - Example Hosting`, `Board: Cleo, Dan`.

use std::sync::LazyLock;

use regex::Regex;

/// Somebody in a list of participants.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Participant {
    /// As written, without what stands around it: `Ada Example`.
    pub name: String,
    /// The account, without its `@`.
    pub handle: Option<String>,
    /// What stands behind a dash, or before a colon.
    pub organization: Option<String>,
}

/// What an entry of a list of participants says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Entry {
    /// Everybody that it names, in order.
    pub people: Vec<Participant>,
    /// The parts that are no name, as written: an address, a sentence, `three guests`.
    pub unread: Vec<String>,
}

impl Entry {
    fn of(parts: impl IntoIterator<Item = impl AsRef<str>>) -> Entry {
        let mut entry = Entry::default();
        for part in parts {
            let part = part.as_ref();
            match one(part) {
                Some(person) => entry.people.push(person),
                None if names_nobody(part) => {}
                None => entry.unread.push(part.split_whitespace().collect::<Vec<_>>().join(" ")),
            }
        }
        entry
    }
}

static MAIL: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[<(\[]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)\]]?").expect("the expression is right"));
static HANDLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[\s(\[])@([A-Za-z0-9][A-Za-z0-9-]{0,38})\b[)\]]?").expect("the expression is right")
});
static LINK: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"!?\[([^\]]*)\]\([^)]*\)").expect("the expression is right"));
static BRACKETS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"\s*[(\[][^)\]]*[)\]]").expect("the expression is right"));

/// Words in lists of participants that name nobody.
const NOBODY: [&str; 22] = [
    "all",
    "and others",
    "anyone",
    "apologies",
    "everybody",
    "everyone",
    "guests",
    "me",
    "members",
    "n/a",
    "na",
    "nobody",
    "none",
    "no one",
    "others",
    "absent",
    "present",
    "regrets",
    "tba",
    "tbd",
    "unknown",
    "various",
];

/// What one entry of a list says. `several` says that commas part people, as in a line of its own; in an item of a list two parts
/// are a name and what belongs to it.
pub(super) fn participants(entry: &str, several: bool) -> Entry {
    // The addresses of links hold colons and commas of their own; marks of emphasis and quotes are no part of a name.
    let entry = LINK.replace_all(entry, "$1").replace(['*', '`', '"', '“', '”', '„', '«', '»'], "");
    let entry = entry.trim();
    if let Some((team, names)) = split_at_colon(entry) {
        // Names on both sides: nothing tells what those behind it are.
        if team.contains([',', ';']) {
            return Entry { people: Vec::new(), unread: vec![entry.split_whitespace().collect::<Vec<_>>().join(" ")] };
        }
        let organization = is_name(team.trim()).then(|| team.trim().to_owned());
        let mut entry = Entry::of(split(names));
        entry.people.iter_mut().for_each(|it| it.organization.clone_from(&organization));
        return entry;
    }
    let parts = split(entry);
    match &parts[..] {
        [name, beside] if !several && one(name).is_some() => {
            let mut entry = Entry::of([name]);
            match is_name(beside) {
                true => entry.people.iter_mut().for_each(|it| it.organization = Some(beside.clone())),
                false if names_nobody(beside) || one(beside).is_some() => {}
                false => entry.unread.push(beside.clone()),
            }
            entry
        }
        parts => Entry::of(parts),
    }
}

/// What stands before and behind the first colon outside of brackets, in which there are times and addresses.
fn split_at_colon(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    let at = text.find(|letter| {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        letter == ':' && depth == 0
    })?;
    Some((&text[..at], &text[at + 1..]))
}

/// Whether `text` is one of the words that name nobody, or has no letter.
fn names_nobody(text: &str) -> bool {
    let text = text.trim().trim_end_matches('.').to_lowercase();
    !text.chars().any(char::is_alphanumeric) || NOBODY.contains(&text.as_str())
}

/// The parts between commas, semicolons and the word `and` that are outside of brackets.
fn split(text: &str) -> Vec<String> {
    let (mut parts, mut depth) = (vec![String::new()], 0_usize);
    for letter in text.replace(" and ", ", ").replace(" & ", ", ").chars() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' | ';' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().expect("there is always a part").push(letter);
    }
    parts.into_iter().map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

/// The person in `text`; `None` when it names nobody.
pub(super) fn one(text: &str) -> Option<Participant> {
    let text = MAIL.replace_all(text, " ");
    let text = &*text;
    let handle = HANDLE.captures(text).map(|it| it[1].to_owned());
    let bare = HANDLE.replace_all(text, " ");
    let bare = BRACKETS.replace_all(&bare, " ");
    let dash = [" - ", " – ", " — ", " / "].iter().find_map(|dash| bare.split_once(dash));
    let (name, organization) = match dash {
        Some((name, organization)) => (name, Some(organization.trim().to_owned())),
        None => (&*bare, None),
    };
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    // The point behind an initial is part of the name, one behind a word ends the line.
    let ends_in_initial = words(&name).last().is_some_and(|word| word.chars().count() == 1);
    let name = if ends_in_initial { name } else { name.trim_end_matches('.').trim().to_owned() };
    let name = match (name.is_empty(), &handle) {
        (true, Some(handle)) => handle.clone(),
        (true, None) | (false, _) => name,
    };
    is_personal(&name).then(|| Participant {
        name,
        handle,
        organization: organization.filter(|organization| is_name(organization)),
    })
}

/// Whether `text` can be what a person is called: a name that begins with a letter, and in which three words or more are not all
/// written small, as those of a sentence are.
fn is_personal(text: &str) -> bool {
    let is_sentence = text.split_whitespace().count() > 2 && text.to_lowercase() == text && text.to_uppercase() != text;
    let says_more = |word: &str| {
        ["absent", "apologies", "attend", "attended", "excused", "joined", "late", "left", "regrets"].contains(&word)
    };
    let is_alone = !text.to_lowercase().split_whitespace().skip(1).any(says_more);
    is_name(text) && text.starts_with(char::is_alphabetic) && !is_sentence && is_alone
}

/// Whether `text` can be what somebody is called: up to four words of letters.
pub(super) fn is_name(text: &str) -> bool {
    let words = text.split_whitespace().count();
    let first = text.chars().next();
    (1..=4).contains(&words)
        && text.chars().count() <= 48
        && first.is_some_and(char::is_alphanumeric)
        && text.chars().any(char::is_alphabetic)
        && text.chars().all(|letter| letter.is_alphanumeric() || " -'’._".contains(letter))
        && !NOBODY.contains(&text.to_lowercase().as_str())
}

/// By what two spellings of one name are the same: its letters without capitals, marks, blanks and points.
pub(super) fn letters(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let plain: String = name.nfd().filter(|letter| letter.is_alphanumeric()).collect::<String>().to_lowercase();
    // `ü` is written `ue` where there is no key for it.
    plain.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace('ß', "ss")
}

/// The words of a name: `ZhiqianXia` and `zhiqian_xia` have two.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before_is_small = false;
    for letter in name.chars() {
        if letter.is_whitespace() || letter == '_' || letter == '.' {
            words.push(String::new());
        } else {
            if letter.is_uppercase() && before_is_small {
                words.push(String::new());
            }
            words.last_mut().expect("there is always a word").push(letter);
        }
        before_is_small = letter.is_lowercase();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether a word of `name` is no more than its first letter: `Ben E.`
pub(super) fn has_initial(name: &str) -> bool {
    words(name).iter().any(|word| word.chars().count() == 1)
}

/// Whether `short` can be another way to write `full`: one of its words, or as many words of which some are only the first letter
/// of those.
pub(super) fn can_stand_for(short: &str, full: &str) -> bool {
    let (short, full) = (words(short), words(full));
    if let [only] = &short[..] {
        return full.iter().any(|word| letters(word) == letters(only));
    }
    let is_same = |(one, other): (&String, &String)| letters(one) == letters(other);
    let is_first =
        |(one, other): (&String, &String)| one.chars().count() == 1 && letters(other).starts_with(&letters(one));
    short.len() == full.len()
        && short.iter().zip(&full).any(is_same)
        && short.iter().zip(&full).all(|pair| is_same(pair) || is_first(pair))
}

/// Whether an account is made of a name: `martalindqvist`, `mlindqvist`, `mlindq`, `martal`.
pub(super) fn is_like(account: &str, name: &str) -> bool {
    let account = letters(account);
    let words: Vec<String> = words(name).iter().map(|word| letters(word)).collect();
    let ([first, .., last], whole) = (&words[..], words.concat()) else { return false };
    let begins_last = |rest: &str| !rest.is_empty() && last.starts_with(rest);
    let initial = first.chars().next().map(String::from).unwrap_or_default();
    account == whole
        || account.strip_prefix(initial.as_str()).is_some_and(|rest| rest.len() >= 4 && begins_last(rest))
        || (first.len() >= 3 && account.strip_prefix(first.as_str()).is_some_and(begins_last))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(entry: &str) -> Vec<String> {
        let shown = |it: Participant| {
            let handle = it.handle.map(|handle| format!(" @{handle}")).unwrap_or_default();
            let organization = it.organization.map(|it| format!(" of {it}")).unwrap_or_default();
            format!("{}{handle}{organization}", it.name)
        };
        participants(entry, false).people.into_iter().map(shown).collect()
    }

    #[test]
    fn an_entry_is_read_however_it_is_written() {
        for (entry, expected) in [
            ("Ada Example", &["Ada Example"][..]),
            ("Ada Example @ada (chair)", &["Ada Example @ada"]),
            ("Ada Example (@ada)", &["Ada Example @ada"]),
            ("@ada", &["ada @ada"]),
            ("Ben Example - Example Hosting", &["Ben Example of Example Hosting"]),
            ("Board: Cleo Example, Dan", &["Cleo Example of Board", "Dan of Board"]),
            ("Cleo Example, Dan Example and Eve", &["Cleo Example", "Dan Example", "Eve"]),
            ("Ada Example, Example Hosting", &["Ada Example of Example Hosting"]),
            ("Ada Example <ada@example.org>", &["Ada Example"]),
            ("Ada Example (ada@lists.example.org), chair", &["Ada Example of chair"]),
            ("[Ada Example](https://example.org/a,b)", &["Ada Example"]),
            ("**Ada Example** (chair).", &["Ada Example"]),
            ("“Ada” Example", &["Ada Example"]),
            ("Ada E.", &["Ada E."]),
            ("Cleo Example, Dan E., and Eve Example.", &["Cleo Example", "Dan E.", "Eve Example"]),
        ] {
            assert_eq!(read(entry), expected, "{entry}");
        }
    }

    #[test]
    fn a_short_name_can_stand_for_a_full_one() {
        for (short, full, can) in [
            ("Ben", "Ben Example", true),
            ("Ben E.", "Ben Example", true),
            ("B. Example", "Ben Example", true),
            ("B. E.", "Ben Example", false),
            ("Ben O.", "Ben Example", false),
            ("Dan E.", "Ben Example", false),
        ] {
            assert_eq!(can_stand_for(short, full), can, "{short}");
        }
    }

    #[test]
    fn what_names_nobody_is_no_person() {
        for entry in ["none", "N/A", "", "We closed the meeting after ten minutes", "7", "everyone"] {
            assert_eq!(read(entry), Vec::<String>::new(), "{entry}");
        }
    }

    #[test]
    fn what_is_no_name_is_kept_as_it_is_written() {
        for (entry, people, unread) in [
            ("ada@example.org", 0, &["ada@example.org"][..]),
            ("3 guests", 0, &["3 guests"]),
            ("Ada Example, Ben Example and 3 guests", 2, &["3 guests"]),
            ("We closed the meeting after ten minutes", 0, &["We closed the meeting after ten minutes"]),
            ("some people who came late", 0, &["some people who came late"]),
            ("Cleo Example sent apologies", 0, &["Cleo Example sent apologies"]),
            ("Ada Example, Ben and on the phone: Cleo", 0, &["Ada Example, Ben and on the phone: Cleo"]),
            ("Ada Example (until 10:30)", 1, &[]),
            ("none", 0, &[]),
            ("N/A", 0, &[]),
            ("---", 0, &[]),
        ] {
            let found = participants(entry, false);
            assert_eq!(
                (found.people.len(), &found.unread[..]),
                (people, &unread.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>()[..]),
                "{entry}"
            );
        }
    }

    #[test]
    fn spellings_of_one_name_have_the_same_letters() {
        for (one, other) in
            [("Zhiqian Xia", "ZhiqianXia"), ("ada_example", "Ada Example"), ("Jürg Müller", "Juerg Mueller")]
        {
            assert_eq!(letters(one), letters(other), "{one}");
        }
        assert_eq!(words("AdaExample"), ["Ada", "Example"]);
        assert_eq!(words("ada_example"), ["ada", "example"]);
    }

    #[test]
    fn an_account_is_like_the_name_that_it_is_made_of() {
        for account in ["martalindqvist", "marta-lindqvist", "mlindqvist", "mlindq", "martal"] {
            assert!(is_like(account, "Marta Lindqvist"), "{account}");
        }
        for account in ["marta", "ml", "lindqvist", "sailor", "mweide"] {
            assert!(!is_like(account, "Marta Lindqvist"), "{account}");
        }
    }
}
