//! Whether the texts of the configuration are what their keys ask for: addresses, languages, time zones, colours, branches, folders.

use jiff::tz::TimeZone;

use super::{ADDRESS_HELP, Settings, not_an_address, site_address};
use crate::diagnostic::Diagnostic;
use crate::fields::{At, Field};
use crate::id::ContentPath;
use crate::text::{did_you_mean, nearest};
use crate::tree::glob_error;

/// What is asked of the text of one key: which rule says so, the words behind the text, what to write.
struct Asked {
    key: &'static str,
    of: fn(&Settings) -> &Field<String>,
    is_met: fn(&str) -> bool,
    rule: &'static str,
    otherwise: &'static str,
    help: &'static str,
}

/// In the order of the keys of [`Settings`].
const ASKED: [Asked; 6] = [
    Asked {
        key: "branch",
        of: |it| &it.branch,
        is_met: is_branch,
        rule: "wrong-type",
        otherwise: "is not the name of a branch",
        help: "write its name alone: `branch = \"main\"`",
    },
    of_links("source", |it| it.source_links.get().map_or(&NONE, |links| &links.source)),
    of_links("history", |it| it.source_links.get().map_or(&NONE, |links| &links.history)),
    of_links("edit", |it| it.source_links.get().map_or(&NONE, |links| &links.edit)),
    Asked {
        key: "source_path",
        of: |it| &it.source_path,
        is_met: |text| text.trim_matches('/').is_empty() || ContentPath::parse(text.trim_matches('/')).is_some(),
        rule: "wrong-type",
        otherwise: "is no folder of a repository",
        help: "write it as it lies below the top of the repository: `source_path = \"docs/record\"`",
    },
    Asked {
        key: "ocds_prefix",
        of: |it| &it.ocds_prefix,
        is_met: is_ocds_prefix,
        rule: "wrong-type",
        otherwise: "is no prefix that the Open Contracting Partnership gives",
        help: "write it with the letters before it, as it was given: `ocds_prefix = \"ocds-a2b3c4\"`",
    },
];

static NONE: Field<String> = Field::Absent;

const fn of_links(key: &'static str, of: fn(&Settings) -> &Field<String>) -> Asked {
    Asked {
        key,
        of,
        is_met: is_link_to_files,
        rule: "broken-link",
        otherwise: "is no address of a file",
        help: "write a whole address with the place of the file in it: `\"https://example.org/{branch}/{path}\"`",
    }
}

/// What is wrong with the texts of `settings`, as far as nothing but the text is asked.
pub(super) fn wrong(path: &ContentPath, settings: &Settings) -> Vec<Diagnostic> {
    let wrong = ASKED.iter().filter_map(|asked| {
        let Field::Stated(text) = (asked.of)(settings) else { return None };
        let message = format!("`{}` of `{}` {}", text.value, asked.key, asked.otherwise);
        (!(asked.is_met)(text)).then(|| Diagnostic::new(asked.rule, path, text.span, message).help(asked.help))
    });
    let globs = settings.exclude.items().iter().filter_map(|glob| wrong_glob(path, glob));
    let trackers = settings.tracker.items().iter().filter_map(|tracker| {
        let (from, until) = (tracker.from.get()?, tracker.until.get()?);
        let message = format!("`until` of the tracker is {until}, before it begins on {from}");
        (until < from).then(|| {
            Diagnostic::new("ends-before-it-begins", path, tracker.until.span(), message)
                .help("write the last day after the first one")
        })
    });
    wrong.chain(globs).chain(trackers).collect()
}

/// As git takes it, without the path that git keeps it under.
fn is_branch(name: &str) -> bool {
    let is_odd = |letter: char| letter.is_whitespace() || letter.is_control() || "~^:?*[\\".contains(letter);
    !name.starts_with("refs/") && !name.contains(is_odd) && !name.split('/').any(|part| part.is_empty() || part == "..")
}

/// Whether `text` has the place of a file in it, and is an address without that.
fn is_link_to_files(text: &str) -> bool {
    let path = text.replace("{branch}", "main").replace("{path}", "a.md");
    let is_address =
        url::Url::parse(&path).is_ok_and(|url| ["http", "https"].contains(&url.scheme()) && url.has_host());
    is_address && text.contains("{path}")
}

fn is_ocds_prefix(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.strip_prefix("ocds-").is_some_and(|given| given.len() == 6 && given.bytes().all(is_letter))
}

pub(super) fn base_url(path: &ContentPath, settings: &Settings, problems: &mut Vec<Diagnostic>) -> Option<String> {
    let Field::Stated(url) = &settings.base_url else { return None };
    let address = site_address(url);
    if address.is_none() {
        problems.push(Diagnostic::new("broken-link", path, url.span, not_an_address(url)).help(ADDRESS_HELP));
    }
    address
}

pub(super) fn lang(path: &ContentPath, settings: &Settings, problems: &mut Vec<Diagnostic>) -> String {
    const DEFAULT: &str = "en";
    let Field::Stated(lang) = &settings.lang else { return DEFAULT.to_owned() };
    // A tag may begin with more letters, but no language has any such code.
    let is_code = |tag: &str| oxilangtag::LanguageTag::parse(tag).is_ok_and(|it| it.primary_language().len() < 4);
    if is_code(lang) {
        return lang.value.clone();
    }
    let meant = lang.split(['.', '@']).next().unwrap_or_default().replace('_', "-");
    let help = match is_code(&meant) {
        true => format!("write `lang = \"{meant}\"`"),
        false => "write the code of the language, as in `lang = \"en\"` or `lang = \"pt-BR\"`".to_owned(),
    };
    let message = format!("`{}` is not the tag of a language, so `{DEFAULT}` is used", lang.value);
    problems.push(Diagnostic::new("wrong-type", path, lang.span, message).help(help));
    DEFAULT.to_owned()
}

pub(super) fn timezone(path: &ContentPath, settings: &Settings, problems: &mut Vec<Diagnostic>) -> TimeZone {
    let Field::Stated(name) = &settings.timezone else { return TimeZone::UTC };
    if let Ok(zone) = TimeZone::get(name) {
        return zone;
    }
    let known: Vec<String> = jiff::tz::db().available().map(|it| it.to_string()).collect();
    let help = match nearest(name, known.iter().map(String::as_str)) {
        Some(meant) => did_you_mean(meant),
        None => "write its name in the time zone database, as in `timezone = \"Europe/Berlin\"`".to_owned(),
    };
    let message = format!("there is no time zone `{}`, so hours are shown in UTC", name.value);
    problems.push(Diagnostic::new("wrong-type", path, name.span, message).help(help));
    TimeZone::UTC
}

fn wrong_glob(path: &ContentPath, glob: &At<String>) -> Option<Diagnostic> {
    let why = glob_error(glob)?;
    let message = format!("`{}` is no pattern, so it excludes nothing: {why}", glob.value);
    let help = "write it as in a `.gitignore`: `\"node_modules/\"`, `\"*.draft.md\"`";
    Some(Diagnostic::new("wrong-type", path, glob.span, message).help(help))
}

pub(super) fn accent(path: &ContentPath, settings: &Settings, problems: &mut Vec<Diagnostic>) -> Option<String> {
    let Field::Stated(accent) = &settings.accent else { return None };
    let digits = accent.strip_prefix('#').unwrap_or_default();
    if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some(accent.value.to_lowercase());
    }
    problems.push(
        Diagnostic::new("wrong-type", path, accent.span, format!("`{}` is not a colour", accent.value))
            .help("write it with six hexadecimal digits: `accent = \"#7a2e0e\"`"),
    );
    None
}
