//! File names that do not say which record it is.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::check::prelude::*;
use crate::fields::{GROUP, bit};
use crate::id::{Naming, QuickMap};
use crate::text::{folded, slug, what_tells_apart};
use crate::tree::LeftOut;

/// Whether two names differ at all can only be said of all of them.
pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let site = facts.site;
    let records = site.entries.iter().map(|entry| &entry.path);
    let mut paths: Vec<&ContentPath> =
        records.chain(&site.assets).chain(&site.unlinked).chain(site.active.iter().map(|(path, _)| path)).collect();
    paths.sort_unstable();
    paths.dedup();
    let mut found: BTreeMap<&ContentPath, Diagnostic> = BTreeMap::new();
    let left_out = site.left_out.iter().filter_map(|(path, why)| Some((path, unreadable_name(path, *why)?)));
    let elsewhere = paths.par_iter().filter_map(|path| Some((*path, elsewhere(path)?)));
    let elsewhere: Vec<(&ContentPath, Diagnostic)> = elsewhere.collect();
    for (path, finding) in left_out.chain(twins(&paths)).chain(elsewhere) {
        found.entry(path).or_insert(finding);
    }
    let of_records =
        site.entries.par_iter().filter(|entry| !entry.is_introduction() && !found.contains_key(&entry.path));
    let of_records: Vec<Diagnostic> = of_records.filter_map(|entry| of_record(facts, entry)).collect();
    found.into_values().chain(of_records).collect()
}

/// A name that cannot stand in an address, or that a terminal would take for a command.
fn unreadable_name(path: &ContentPath, why: LeftOut) -> Option<Diagnostic> {
    let LeftOut::Name(letter) = why else { return None };
    let what = match letter {
        Some('\\') => "a backslash, which is a folder's end on other systems".to_owned(),
        Some(letter) if letter.is_control() => format!("the control character U+{:04X}", u32::from(letter)),
        Some(letter) => format!("the invisible mark U+{:04X}, which turns the text around it", u32::from(letter)),
        None if path.file_name().starts_with('.') => "nothing before its ending".to_owned(),
        None => "bytes that are no text".to_owned(),
    };
    let message = format!("the name of this file holds {what}, so it is not read");
    Some(Diagnostic::new("", path, None, message).help("`git mv` it to a name of small letters, digits and hyphens"))
}

/// Names that are one name where capital letters or the forms of accents make no difference. The first of them is left alone.
fn twins<'a>(paths: &[&'a ContentPath]) -> Vec<(&'a ContentPath, Diagnostic)> {
    let mut first: QuickMap<Cow<str>, &ContentPath> = QuickMap::default();
    let mut twins = Vec::new();
    for path in paths {
        let folded = folded(path.as_str());
        if let Some(other) = first.get(&folded) {
            let (tell, keep) = what_tells_apart(path.as_str(), other.as_str());
            let message = format!("{tell} `{path}` and `{other}` apart, and {keep} one of them");
            let finding = of_two_files(Diagnostic::new("", path, None, message), path, other)
                .help(format!("`git mv` it to another name, or put both texts into `{other}`"));
            twins.push((*path, finding));
        } else {
            first.insert(folded, path);
        }
    }
    twins
}

/// Names of devices, which Windows lets no file have.
const DEVICES: [&str; 22] = [
    "aux", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9", "con", "lpt1", "lpt2", "lpt3",
    "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "nul", "prn",
];

/// A name that another system does not take, or that is read as something else.
fn elsewhere(path: &ContentPath) -> Option<Diagnostic> {
    if path.is_other_markdown() {
        let message = format!("`{path}` is not read, for the name of a text ends in `.md`");
        let renamed = format!("rename it to `{}.md`", path.stem());
        return Some(Diagnostic::new("", path, None, message).help(renamed));
    }
    let (part, what) = path.as_str().split('/').find_map(|part| Some((part, untaken(part)?)))?;
    let message = format!("Windows cannot check this file out, for `{part}` {what}");
    let help = format!("rename it to `{}`", path.as_str().replacen(part, &taken(part), 1));
    Some(Diagnostic::new("", path, None, message).at_level(Level::Warning).help(help))
}

/// Why Windows does not take a file or a folder of this name; `None` when it does.
fn untaken(part: &str) -> Option<String> {
    let stem = part.split('.').next().unwrap_or(part).trim_end();
    if DEVICES.iter().any(|device| device.eq_ignore_ascii_case(stem)) {
        return Some("is the name of a device there".to_owned());
    }
    if let Some(letter) = part.chars().find(|letter| ":*?\"<>|".contains(*letter)) {
        return Some(format!("holds `{letter}`"));
    }
    part.ends_with(['.', ' ']).then(|| "ends with a full stop or a blank".to_owned())
}

/// A name close to `part` that Windows takes.
fn taken(part: &str) -> String {
    let (stem, ending) = part.split_once('.').map_or((part, String::new()), |(stem, rest)| (stem, format!(".{rest}")));
    let ending = ending.trim_end_matches(['.', ' ']);
    match slug(stem) {
        name if name.is_empty() || DEVICES.contains(&&*name) => format!("{name}-file{ending}"),
        name => format!("{name}{ending}"),
    }
}

fn of_record(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let (kind, stem, folder) = (entry.kind(), entry.path.stem(), entry.path.folder());
    if let Some(finding) = unlike_its_row(facts, entry) {
        return Some(finding);
    }
    let (message, help) = match kind.naming() {
        _ if kind == Kind::Page => return None,
        Naming::Numbered if entry.id.number().is_none() => (
            format!("the name of this {} does not begin with its number", kind.title()),
            format!("rename it to `{folder}/{}.md`", numbered_name(facts, entry)),
        ),
        Naming::Dated if entry.id.date().is_none() => (
            match stem.get(..10).filter(|start| looks_like_a_date(start)) {
                Some(start) => format!("the name of this meeting begins with `{start}`, which is no day"),
                None => "the name of this meeting does not begin with its day".to_owned(),
            },
            format!("name it by the day on which it is held, as in `{folder}/{}.md`", facts.site.today),
        ),
        Naming::Numbered | Naming::Dated | Naming::Named | Naming::Free => return odd_letters(facts, entry),
    };
    Some(facts.at(entry, None, message).help(help))
}

/// A name that is not of the form which `candor.toml` gives to the files of its folder.
fn unlike_its_row(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let (layout, kind) = (facts.site.layout(), entry.kind());
    let placed = layout.placed(&entry.path);
    let row = placed.row.filter(|row| row.is_own() && !placed.is_well_named)?;
    let forms = list(row.names().iter().map(|name| format!("`{}`", name.as_str())), "or");
    let name = numbered_name(facts, entry);
    let (number, slug) = name.split_once('-').unwrap_or((&name, &name));
    let number = number.parse().map_or_else(|_| number.to_owned(), |number| facts.site.next_key(kind, number));
    let day = entry.path.stem().get(..10).and_then(parse_date).unwrap_or(facts.site.today);
    let new = layout.new_path(kind, entry.path.folder(), &number, day, slug);
    let message = format!("the name of this {} is not {forms}, as `candor.toml` has it", kind.title());
    let help = format!(
        "rename it, as in `{new}`; or give its `[[folder]]` in `candor.toml` a further `name`, or `exclude` the file"
    );
    Some(facts.at(entry, None, message).help(help))
}

/// `decision_001_wiki` as `0001-wiki`: with the number that the name holds, or else the next free one.
fn numbered_name(facts: &Facts, entry: &Entry) -> String {
    let (kind, name) = (entry.kind(), slug(&entry.path.stem().replace('_', "-")));
    let is_free = |number: &u32| facts.site.record(&RecordId::new(kind, &number.to_string())).is_none();
    let numbers = name.split('-').enumerate().filter_map(|(at, word)| Some((at, word.parse::<u32>().ok()?)));
    let own = numbers.into_iter().find(|(_, number)| is_free(number));
    let number = own.map_or_else(|| facts.site.next_number(kind), |(_, number)| number);
    let is_of_kind = |word: &str| word == kind.name() || word == kind.usual_prefix().to_lowercase();
    let rest =
        name.split('-').enumerate().filter(|(at, word)| own.is_none_or(|(own, _)| own != *at) && !is_of_kind(word));
    let rest = rest.filter(|(_, word)| !word.is_empty()).map(|(_, word)| format!("-{word}"));
    format!("{number:04}{}", rest.collect::<String>())
}

/// Written like a day, and none.
fn looks_like_a_date(text: &str) -> bool {
    let fits = |(at, byte)| if at == 4 || at == 7 { byte == b'-' } else { u8::is_ascii_digit(&byte) };
    parse_date(text).is_none() && text.bytes().enumerate().all(fits)
}

/// Whether the name of the file has capital letters, and so its id, where that is a name.
pub(in crate::check::rules) fn has_capitals(entry: &Entry) -> bool {
    matches!(entry.kind().naming(), Naming::Named | Naming::Free)
        && entry.path.stem().contains(char::is_uppercase)
        && !entry.path.stem().eq_ignore_ascii_case("readme")
}

/// Whether a record, or the settings, refer to `entry` by its id in small letters.
fn is_written_in_small_letters(facts: &Facts, entry: &Entry) -> bool {
    let small = entry.id.key.to_lowercase();
    let is_meant = |text: &str, kinds: u32| text == small && kinds & bit(entry.kind()) != 0;
    let in_settings = facts.site.config.group.get().is_some_and(|group| is_meant(group.as_str(), GROUP));
    let references = facts.site.entries.iter().flat_map(|it| &it.references);
    in_settings || references.into_iter().any(|it| is_meant(&it.text, it.kinds))
}

fn odd_letters(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let stem = entry.path.stem();
    // Where each record has a folder, its file is called as that of any other.
    if stem.eq_ignore_ascii_case("readme") {
        return None;
    }
    let fits = |letter: char| (letter.is_alphanumeric() && !letter.is_uppercase()) || "-_.".contains(letter);
    let odd = stem.chars().find(|letter| !fits(*letter))?;
    let what = match odd {
        odd if odd.is_whitespace() => "a blank".to_owned(),
        odd if odd.is_uppercase() => "capital letters".to_owned(),
        odd => format!("the character `{odd}`"),
    };
    let help = match slug(stem) {
        name if name.is_empty() => "`git mv` it to a name of small letters, digits and hyphens".to_owned(),
        name => format!("rename it to `{}/{name}.md`", entry.path.folder()),
    };
    if has_capitals(entry) && is_written_in_small_letters(facts, entry) {
        let message =
            format!("the file name holds {what}, and what refers to it has small letters, so it is not found");
        return Some(facts.at(entry, None, message).help(help).at_level(Level::Error).concerning(&entry.path, None));
    }
    let message = format!("the file name holds {what}, and so does the address of the page");
    Some(facts.at(entry, None, message).help(help).at_level(Level::Warning))
}
