//! Values that are not as TOML wants them and can mean one thing only: what they mean, and the edit that writes it.
//!
//! A day in another notation, a text in the quotes of a word processor, a single item without its brackets, a number or a
//! word for yes in quotes, a table where a list of tables is wanted. What could mean two things is no slip.

use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Edit, Fix};
use crate::id::ContentPath;
use crate::text::{Date, Span};

use super::headers::Header;
use super::{Parts, Shape, toml_text};

/// The months as people write them, by their first three letters.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The day that `text` means in any notation that has one meaning: `02.06.2026`, `2026/06/02`, `2026-6-2`, `2 June 2026`,
/// `June 2, 2026`, `20260602`. `None` for what is no day of the calendar, and where nobody can tell day and month apart:
/// `02/06/2026`.
pub(crate) fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    let mut parts: Vec<&str> = text
        .split(|letter: char| letter.is_whitespace() || ".,/-".contains(letter))
        .filter(|it| !it.is_empty())
        .collect();
    if let [only] = parts[..]
        && only.len() == 8
        && only.bytes().all(|byte| byte.is_ascii_digit())
    {
        parts = vec![&only[..4], &only[4..6], &only[6..]];
    }
    let [first, second, third] = parts[..] else { return None };
    if let Some(month) = month(second) {
        return year_first(third, month, first).or_else(|| year_first(first, month, third));
    }
    if let Some(month) = month(first) {
        return year_first(third, month, second);
    }
    if first.len() == 4 {
        return year_first(first, number(second)?, third);
    }
    let (one, two) = (number(first)?, number(second)?);
    // Between full stops the day comes first everywhere; else it is known only where the other one cannot be a month.
    match text.contains('.') || one > 12 || one == two {
        true => year_first(third, two, first),
        false if two > 12 => year_first(third, one, second),
        false => None,
    }
}

fn month(word: &str) -> Option<i8> {
    let word = word.to_ascii_lowercase();
    let at = MONTHS.iter().position(|month| word.starts_with(month))?;
    i8::try_from(at + 1).ok()
}

fn number(text: &str) -> Option<i8> {
    let is_plain = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_plain)
}

fn year_first(year: &str, month: i8, day: &str) -> Option<Date> {
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let day = day.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    Date::new(year.parse().ok().filter(|_| is_year)?, month, number(day)?).ok()
}

/// Whether `text` is written like a day, be it one or not: digits and what stands between those of a day, or a month.
pub(super) fn is_like_a_day(text: &str) -> bool {
    let parts: Vec<&str> = text
        .split(|letter: char| letter.is_whitespace() || ".,/-".contains(letter))
        .filter(|it| !it.is_empty())
        .collect();
    let is_number = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit()) && part.len() <= 4;
    let numbers = parts.iter().filter(|part| is_number(part)).count();
    parts.len() == 3
        && parts.iter().any(|part| part.len() == 4 && is_number(part))
        && (numbers == 3 || (numbers == 2 && parts.iter().any(|part| month(part).is_some())))
}

/// A value that stands behind a key and that the parser stumbled over.
pub(super) struct Written<'a> {
    /// Without the spaces around it, and without the comment behind it.
    pub text: &'a str,
    /// Its place in the TOML.
    pub span: Span,
    /// The key before it, as written.
    pub key: &'a str,
}

/// The value on the line of `at` in `source`; `None` where the line is no key with a value of its own.
pub(super) fn written(source: &str, at: usize) -> Option<Written<'_>> {
    let start = source[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = source[start..].lines().next()?;
    let (key, rest) = line.split_once('=')?;
    let is_key = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
    let value = rest.trim_start();
    let begin = start + line.len() - value.len();
    let value = value.split(" #").next()?.trim_end();
    let key = key.trim();
    (!key.is_empty() && key.chars().all(is_key) && !value.is_empty()).then(|| Written {
        text: value,
        span: Span::new(begin, begin + value.len()),
        key,
    })
}

/// A value that other notations read and TOML does not, for a comma behind it or for its letters: the value as it is meant where
/// `shape` is wanted, what is wrong with that of a key, and what to do. `None` for all others.
pub(super) fn nearly_read(value: &str, shape: &Shape) -> Option<(String, String, String)> {
    let is_read = |value: &str| DeTable::parse(&format!("k = {value}")).is_ok();
    for (sign, name) in [(',', "comma"), (']', "bracket"), ('}', "brace")] {
        if let Some(alone) = value.strip_suffix(sign).map(str::trim_end).filter(|alone| is_read(alone)) {
            return Some((
                alone.to_owned(),
                format!("a {name} stands behind what is said of"),
                format!("take the {name} out"),
            ));
        }
    }
    if let Some(text) = value.strip_suffix('"').filter(|text| is_bare(text)) {
        let what = "no quotation mark opens the text of".to_owned();
        return Some((toml_text(text), what, "write one before it too".to_owned()));
    }
    let flag = match &*value.to_ascii_lowercase() {
        "true" | "yes" | "on" => "true",
        "false" | "no" | "off" => "false",
        _ => return None,
    };
    let item = if let Shape::List(item) = shape { item } else { shape };
    if item.is_never_quoted() && !matches!(item, Shape::Boolean) {
        return None;
    }
    if item.is_quoted() {
        let what = "no quotation marks stand around the text of".to_owned();
        return Some((toml_text(value), what, "put it in double quotes".to_owned()));
    }
    Some((flag.to_owned(), "a word that TOML does not read is said of".to_owned(), format!("write `{flag}`")))
}

/// The line of the key at `at` in `source` with its end; `None` where more stands before it, or what it says goes on.
pub(super) fn whole_line(source: &str, at: usize) -> Option<Span> {
    let start = source[..at].rfind('\n').map_or(0, |end| end + 1);
    let end = source[at..].find('\n').map_or(source.len(), |end| at + end + 1);
    let begins = source[start..at].trim().is_empty();
    (begins && DeTable::parse(&source[start..end]).is_ok()).then(|| Span::new(start, end))
}

/// A line that is a key and what it says without the sign between the two.
pub(super) struct Unassigned<'a> {
    /// As written.
    pub key: &'a str,
    /// What stands between the two: a colon, or nothing but spaces; a dash where that stands before both.
    pub sign: &'a str,
    /// The whole line in the TOML, without the spaces around it and without a comment; with the items of a list below it.
    pub span: Span,
    /// The line as it is meant; `None` where what is said could not stand there either.
    pub meant: Option<String>,
}

/// The line of `at` in `source`, where it lacks the sign `=`; `None` for all others.
pub(super) fn unassigned(source: &str, at: usize) -> Option<Unassigned<'_>> {
    let start = source[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = source[start..].lines().next()?;
    let text = line.split(" #").next()?.trim();
    if let Some(rest) = text.strip_prefix('-').map(str::trim_start).filter(|rest| DeTable::parse(rest).is_ok()) {
        let begin = start + line.len() - line.trim_start().len();
        let key = rest.split('=').next()?.trim();
        let span = Span::new(begin, begin + text.len());
        return Some(Unassigned { key, sign: "-", span, meant: Some(rest.to_owned()) });
    }
    let end = text.find(|letter: char| !(letter.is_ascii_alphanumeric() || "_-.".contains(letter)))?;
    let (key, rest) = text.split_at(end);
    let (sign, value) = match rest.trim_start().strip_prefix([':', '：', '＝']) {
        Some(value) => (&rest[..rest.len() - value.len()], value.trim()),
        None => (&rest[..rest.len() - rest.trim_start().len()], rest.trim()),
    };
    if key.trim_matches('-').is_empty() || sign.is_empty() || value.starts_with('=') {
        return None;
    }
    let written = |value: &str| {
        let is_read = DeTable::parse(&format!("k = {value}")).is_ok();
        let quoted = || is_bare(value).then(|| toml_text(value)).filter(|_| !sign.trim().is_empty());
        if is_read { Some(value.to_owned()) } else { listed(value).or_else(quoted) }
    };
    let begin = start + line.len() - line.trim_start().len();
    let (end, meant) = match value {
        "" => {
            let (end, items) = dashed_below(source, start + line.len()).filter(|_| !sign.trim().is_empty())?;
            let items: Option<Vec<String>> = items.into_iter().map(written).collect();
            (end, items.map(|items| format!("[{}]", items.join(", "))))
        }
        value => (begin + text.len(), written(value)),
    };
    Some(Unassigned { key, sign, span: Span::new(begin, end), meant: meant.map(|value| format!("{key} = {value}")) })
}

/// The items of the list of YAML that stands on the lines behind `at`, each behind a dash, and where it ends; `None` where none does.
fn dashed_below(source: &str, at: usize) -> Option<(usize, Vec<&str>)> {
    let mut end = at;
    let lines = source[at..].split_inclusive('\n').skip(1);
    let items = lines.map_while(|line| {
        let item = line.trim_start().strip_prefix("- ")?.split(" #").next()?.trim();
        Some((line, item))
    });
    let items: Vec<(&str, &str)> = items.collect();
    end += source[at..].find('\n').map_or(0, |end| end + 1) + items.iter().map(|(line, _)| line.len()).sum::<usize>();
    let is_list = !items.is_empty();
    is_list.then(|| (source[..end].trim_end().len(), items.into_iter().map(|(_, item)| item).collect()))
}

/// A character before the first quotation mark on the line of `at` that looks like a space, or like nothing, and is none that
/// TOML reads: where it is. `None` where there is none.
pub(super) fn odd_space(source: &str, at: usize) -> Option<(char, Span)> {
    let start = source[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = source[start..].lines().next()?;
    let is_odd = |letter: char| {
        !letter.is_ascii() && letter.is_whitespace()
            || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
    };
    let unquoted = line.split(['"', '\'', '#']).next()?;
    let odd = |from: usize, text: &str| {
        let (at, letter) = text.char_indices().find(|(_, letter)| is_odd(*letter))?;
        Some((letter, Span::new(start + from + at, start + from + at + letter.len_utf8())))
    };
    // Behind what is said, where nothing but a comment may follow.
    let end = line.trim_end_matches(|letter: char| letter.is_ascii_whitespace() || is_odd(letter)).len();
    let behind = || odd(end, &line[end..]).filter(|_| start + end <= at);
    odd(0, unquoted).or_else(behind)
}

/// `value` with straight quotes, where it is a list or a table of texts in the quotes of a word processor; `None` where it is
/// another thing, or where that makes none of it.
pub(super) fn curly_within(value: &str) -> Option<String> {
    let is_several = value.starts_with(['[', '{']) && !value.contains('"') && value.contains(['“', '”', '„', '‟']);
    let straight = value.replace(['“', '”', '„', '‟'], "\"");
    (is_several && DeTable::parse(&format!("k = {straight}")).is_ok()).then_some(straight)
}

/// The list of texts that `value` means, where quotation marks, a comma between two texts or the last bracket are not there; `None`
/// for all others, and where it is not clear where a text ends.
pub(super) fn listed(value: &str) -> Option<String> {
    const QUOTES: [char; 5] = ['"', '“', '”', '„', '‟'];
    let inner = value.strip_prefix('[')?;
    let inner = inner.strip_suffix(']').unwrap_or(inner).replace("\" \"", "\", \"");
    let mut torn = 0;
    let items = inner.split(',').map(|item| {
        let item = item.trim();
        let text = item.strip_prefix(QUOTES).unwrap_or(item);
        let (begins, text) = (text.len() < item.len(), text.strip_suffix(QUOTES).unwrap_or(text));
        torn += usize::from(begins != item.ends_with(QUOTES));
        is_bare(text).then(|| toml_text(text))
    });
    let items: Option<Vec<String>> = items.collect();
    // Where two texts have one quotation mark each, what lies between may be one text.
    items.filter(|_| torn < 2).map(|items| format!("[{}]", items.join(", ")))
}

/// The text in `value`, which stands in the quotes of a word processor or has one of them. `None` where another quote makes
/// it unclear where the text ends.
pub(super) fn curly(value: &str) -> Option<String> {
    const QUOTES: [char; 7] = ['“', '”', '„', '‟', '‘', '’', '"'];
    let inner = value.strip_prefix(QUOTES)?.strip_suffix(QUOTES)?;
    let is_curly = !value.starts_with('"') || !value.ends_with('"');
    let is_clear = !inner.contains(['“', '”', '„', '‟', '"', '\\']) && !inner.is_empty();
    (is_curly && is_clear).then(|| inner.to_owned())
}

/// Whether `value`, as written, is a text without quotation marks: words, an address, an amount with its currency, an id. Not
/// what may be meant as yes or no, as a list or as a day.
pub(super) fn is_bare(value: &str) -> bool {
    const OTHERS: [&str; 10] = ["true", "false", "yes", "no", "on", "off", "inf", "nan", "null", "none"];
    let is_day = is_like_a_day(value)
        || (value.len() > 4 && value.bytes().take(4).all(|it| it.is_ascii_digit()) && value.as_bytes()[4] == b'-');
    value.chars().any(char::is_alphabetic)
        && !value.contains(['"', '\\', '=', '[', ']', '{', '}', '“', '”', '„', '`', '<'])
        && !value.starts_with(['\'', '#', '&', '|', '>'])
        && !OTHERS.contains(&&*value.to_ascii_lowercase())
        && !is_day
}

/// Whether `value`, as written, begins with a quotation mark that nothing closes on its line.
pub(super) fn is_unclosed(value: &str) -> bool {
    value
        .strip_prefix(['"', '\''])
        .is_some_and(|text| !text.trim().is_empty() && !text.contains(['"', '\\', '#', '\'', '”', '“']))
}

/// The key before the value at `span` in `source`, with the sign between them: `closes = `. Empty where none is there.
pub(super) fn key_before(source: &str, span: Span) -> String {
    let is_key = |letter: char| letter.is_ascii_alphanumeric() || "_-".contains(letter);
    let key = source[..span.start].trim_end().strip_suffix('=').map(str::trim_end);
    let key = key.map_or("", |before| &before[before.trim_end_matches(is_key).len()..]);
    if key.is_empty() { String::new() } else { format!("{key} = ") }
}

/// What `value`, which is `text` in the file, means where `shape` is wanted: the text that writes it, and what writing it
/// does, in the imperative. `None` where it means nothing of the sort, or where it could mean two things.
pub(super) fn meant(shape: &Shape, value: &DeValue, text: &str) -> Option<(String, String)> {
    match (shape, value) {
        (Shape::Date, DeValue::String(quoted)) => {
            let day = day(quoted)?;
            Some((day.to_string(), format!("write the day as `{day}`")))
        }
        (Shape::Date, DeValue::Datetime(_)) => {
            // At midnight of no place, the time says nothing.
            let (date, time) = text.split_once(['T', 't', ' '])?;
            let is_midnight = time.chars().all(|letter| "0:.".contains(letter));
            (is_midnight && day(date).is_some()).then(|| (date.to_owned(), "write the day without a time".to_owned()))
        }
        (Shape::Boolean, DeValue::String(word)) => {
            let word = match word.trim().to_ascii_lowercase().as_str() {
                "true" | "yes" => "true",
                "false" | "no" => "false",
                _ => return None,
            };
            Some((word.to_owned(), format!("write `{word}`")))
        }
        (Shape::Integer, DeValue::String(digits)) => {
            let number: u32 = digits.trim().parse().ok()?;
            Some((number.to_string(), format!("write `{number}` without quotes")))
        }
        (Shape::Number, DeValue::String(digits)) => {
            let digits = digits.trim();
            let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
            let is_number =
                is_plain && digits.starts_with(|letter: char| letter.is_ascii_digit()) && !digits.ends_with('.');
            (is_number
                && digits.parse::<f64>().is_ok()
                && (digits == "0" || !digits.starts_with('0') || digits.starts_with("0.")))
            .then(|| (digits.to_owned(), format!("write `{digits}` without quotes")))
        }
        (Shape::Text, DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_)) => {
            Some((toml_text(text), "put it in quotes".to_owned()))
        }
        (Shape::List(item), DeValue::Table(_)) if matches!(**item, Shape::Table(_)) => {
            if text.starts_with('{') {
                return Some((format!("[{text}]"), "put the table in brackets".to_owned()));
            }
            let header = header_of(text).filter(|header| !header.starts_with("[["))?;
            Some((format!("[{header}]"), format!("write `[{header}]`")))
        }
        (Shape::Table(_) | Shape::Map(_), DeValue::Array(items)) if items.len() == 1 => {
            let header = header_of(text).filter(|header| header.starts_with("[["))?;
            let meant = header[1..header.len() - 1].to_owned();
            let title = format!("write `{meant}`");
            Some((meant, title))
        }
        (shape, DeValue::Array(items)) if items.len() == 1 && is_of(shape, items[0].get_ref()) => {
            let item = text.strip_prefix('[')?.strip_suffix(']')?.trim().trim_end_matches(',');
            Some((item.to_owned(), "take it out of its brackets".to_owned()))
        }
        (shape, _) => match shape.parts() {
            Parts::Items(item) => {
                let several =
                    value.as_str().filter(|words| words.contains([',', ';'])).map(|words| words_of(item, words));
                let inner = match several {
                    Some(words) => words?,
                    None if is_of(item, value) => text.to_owned(),
                    None => meant(item, value, text)?.0,
                };
                Some((format!("[{inner}]"), "put it in brackets".to_owned()))
            }
            Parts::Choices(shapes) => {
                let mut meanings = shapes.iter().filter_map(|shape| meant(shape, value, text));
                meanings.next().filter(|_| meanings.next().is_none())
            }
            Parts::One | Parts::Keys(_) | Parts::Values(_) => None,
        },
    }
}

/// The items that `words` are, each of them a word of the shape `item` with a comma between them; `None` where one is several words,
/// for then the comma may be one of theirs.
fn words_of(item: &Shape, words: &str) -> Option<String> {
    let words = words.split([',', ';']).map(|word| {
        let word = word.trim();
        let is_word = !word.contains(char::is_whitespace) && is_of(item, &DeValue::String(word.into()));
        is_word.then(|| toml_text(word))
    });
    Some(words.collect::<Option<Vec<String>>>()?.join(", "))
}

/// Whether `value` can be read as `shape`, as far as its TOML type says and, for words, which they are.
fn is_of(shape: &Shape, value: &DeValue) -> bool {
    match (shape, value) {
        (Shape::Word(words), DeValue::String(word)) => words.contains(&&**word),
        (Shape::Text | Shape::Reference(_) | Shape::Link | Shape::Money | Shape::Objective, DeValue::String(text)) => {
            !text.trim().is_empty()
        }
        (Shape::Date, DeValue::Datetime(datetime)) => datetime.time.is_none(),
        (Shape::Integer | Shape::Number, DeValue::Integer(_)) | (Shape::Number, DeValue::Float(_)) => true,
        (Shape::Either(shapes), _) => shapes.iter().any(|shape| is_of(shape, value)),
        _ => false,
    }
}

/// The header with which `text` begins, the table or the list of tables as written; `None` where it stands between brackets of its own.
fn header_of(text: &str) -> Option<&str> {
    Header::on_line_of(text, 0).filter(Header::is_whole).map(|header| &text[header.place.range()])
}

/// The place in `text`, the value as written, that [`meant`] replaces: the header alone of a table with a header.
pub(super) fn replaced(text: &str) -> usize {
    header_of(text).map_or(text.len(), str::len)
}

/// A fix that writes `text` in place of `span`.
pub(super) fn fix(path: &ContentPath, span: Span, title: String, text: String) -> Fix {
    Fix::safe(title, vec![Edit::new(path, span, text)])
}

/// What to type for a `key` of this shape, or for one of a list where `key` is empty; empty where there is no short example.
pub(super) fn example(key: &str, shape: &Shape) -> String {
    let value = match shape {
        Shape::Text => "\"…\"",
        Shape::Date => "2021-05-11",
        Shape::Moment => "2021-06-01T17:00:00Z",
        Shape::Integer | Shape::Number => "3",
        Shape::Boolean => "true",
        Shape::Money => "\"12000 USD\"",
        Shape::Link => "\"https://example.org/t/12\"",
        Shape::Objective => "\">= 99.5 %\"",
        Shape::Reference(bits) if super::kinds(*bits).all(|kind| kind.naming() == crate::id::Naming::Numbered) => {
            "\"DEC-0002\""
        }
        Shape::Reference(_) => "\"…\"` with the name of a file, such as `\"ada-example\"",
        Shape::Word(words) => &format!("\"{}\"", words.first().unwrap_or(&"…")),
        Shape::List(item) if matches!(**item, Shape::Table(_)) => return format!("begin each with a line `[[{key}]]`"),
        Shape::List(_) => "[\"…\"]",
        Shape::Table(_) | Shape::Map(_) => "{ … }",
        Shape::Either(shapes) => return shapes.first().map(|shape| example(key, shape)).unwrap_or_default(),
        Shape::Any => return String::new(),
    };
    if key.is_empty() { format!("write `{value}`") } else { format!("write `{key} = {value}`") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_understood_in_every_notation_that_means_one() {
        for text in [
            "2026-06-02",
            "2026-6-2",
            "2026/06/02",
            "2026.06.02",
            "02.06.2026",
            "2.6.2026",
            "2 June 2026",
            "2. June 2026",
            "2 Jun 2026",
            "2nd June 2026",
            "June 2, 2026",
            "June 2nd, 2026",
            "20260602",
            "2026 June 2",
            "2-Jun-2026",
        ] {
            assert_eq!(day(text).map(|day| day.to_string()).as_deref(), Some("2026-06-02"), "{text}");
        }
        assert_eq!(day("13/06/2026").unwrap().to_string(), "2026-06-13");
        assert_eq!(day("06/13/2026").unwrap().to_string(), "2026-06-13");
        for none in ["02/06/2026", "2026-02-30", "30.02.2026", "2.6.26", "tomorrow", "", "1.2.3.4", "2026-06"] {
            assert_eq!(day(none), None, "{none}");
        }
    }

    #[test]
    fn a_text_without_quotes_is_told_from_what_is_no_text() {
        for text in ["Ada", "Ada's list", "https://example.org/t/1", "12000 USD", "SOW-0003", "ada@example.org", "C#"] {
            assert!(is_bare(text), "{text}");
        }
        for other in
            ["yes", "True", "12", "1,000", "2021-03-3x", "2 June 2026", "[Ada, Ben]", "{ a = 1 }", "\"Ada", "nan"]
        {
            assert!(!is_bare(other), "{other}");
        }
        assert!(is_unclosed("\"Ada Example"));
        for other in ["\"Ada\"", "\"\"\"", "\"Ada # a remark", "Ada"] {
            assert!(!is_unclosed(other), "{other}");
        }
    }

    #[test]
    fn quotes_of_a_word_processor_are_told_from_those_within_a_text() {
        assert_eq!(curly("“Move the list”").as_deref(), Some("Move the list"));
        assert_eq!(curly("„Ada’s list“").as_deref(), Some("Ada’s list"));
        assert_eq!(curly("“half a word\"").as_deref(), Some("half a word"));
        assert_eq!(curly("“a” and “b”"), None);
        assert_eq!(curly("\"plain\""), None);
    }
}
