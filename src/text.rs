//! Plain values that every stage speaks of: places in a text, dates in words, amounts of money, periods, slugs.
//!
//! Everything here is a pure function or a value that cannot be wrong once it exists.

mod alike;
mod money;
mod period;
mod words;

use std::borrow::Cow;
use std::ops::Range;

pub use jiff::civil::Date;

pub use alike::{folded, what_tells_apart};
pub use money::{Currency, Money, MoneyError};
pub use period::Period;
pub use words::{capitalised, count, days, did_you_mean, list, listing, plain, quoted, uncapitalised};

/// A half-open range of bytes in the text of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The offset of the first byte.
    pub start: usize,
    /// The offset behind the last byte; the same as `start` for an empty place.
    pub end: usize,
}

impl Span {
    /// The bytes from `start` to the one before `end`; neither is checked.
    pub fn new(start: usize, end: usize) -> Span {
        Span { start, end }
    }

    /// The same as a range of the standard library, for cutting a text.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The same place in a text that begins `by` bytes earlier.
    pub fn shifted(self, by: usize) -> Span {
        Span::new(self.start + by, self.end + by)
    }

    /// Whether `inner` lies within, its ends included.
    pub fn holds(self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        Span::new(range.start, range.end)
    }
}

/// The last place at or before `offset` at which `text` can be cut; its end for offsets beyond that.
pub fn floor(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    // A letter has at most four bytes.
    (offset.saturating_sub(3)..=offset).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The first place at or after `offset` at which `text` can be cut; its end for offsets beyond that.
pub fn ceil(text: &str, offset: usize) -> usize {
    (offset..text.len()).take(4).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// Line and column of `offset` in `text`, both counted from one; the column counts characters.
/// An offset beyond the end is the end.
pub fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let offset = floor(text, offset);
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, text[line_start..offset].chars().count() + 1)
}

/// What neither HTML nor XML allows in a text at all: control characters and what Unicode keeps out of texts.
pub fn is_forbidden(letter: char) -> bool {
    let code = u32::from(letter);
    (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r'))
        || (0xfdd0..=0xfdef).contains(&code)
        || code & 0xfffe == 0xfffe
}

/// Whether `letter` turns the direction of the text around it and shows nothing itself.
pub fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether `letter` shows the text after it in another direction than its own letters have: what no language needs and what disguises
/// one text as another.
pub fn overrides_direction(letter: char) -> bool {
    matches!(letter, '\u{202d}' | '\u{202e}')
}

/// `text` with U+FFFD in place of every character that may not stand in it.
pub fn readable(text: &str) -> Cow<'_, str> {
    if text.contains(is_forbidden) { text.replace(is_forbidden, "\u{fffd}").into() } else { text.into() }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `4 March 2026`.
pub fn long_date(date: Date) -> String {
    format!("{} {} {}", date.day(), month_name(date), date.year())
}

/// `March`, the month of `date` in words.
pub fn month_name(date: Date) -> &'static str {
    MONTHS[usize::from(date.month().unsigned_abs()) - 1]
}

/// `Tuesday`, the day of the week in words.
pub fn weekday(date: Date) -> &'static str {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    DAYS[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())]
}

/// Days from `from` to `to`; negative when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    (to - from).get_days().into()
}

/// The day `days` after `date`; the last representable day when there is none.
pub fn days_after(date: Date, days: i64) -> Date {
    date.saturating_add(jiff::Span::new().try_days(days).unwrap_or_default())
}

/// `2021-04-27` and nothing else; `None` for any other text, also for the 30th of February.
pub fn parse_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() });
    if shaped { text.parse().ok() } else { None }
}

/// In which direction a text in the language `tag` runs: `rtl` or `ltr`. By its script, where the tag names one.
pub fn direction(tag: &str) -> &'static str {
    const SCRIPTS: [&str; 9] = ["adlm", "arab", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa"];
    const LANGUAGES: [&str; 22] = [
        "ar", "arc", "arz", "azb", "bal", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "lrc", "mzn", "nqo", "ota",
        "pnb", "prs", "ps", "sd", "syr", "yi",
    ];
    let lower = tag.to_lowercase();
    let mut parts = lower.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    let script = parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_lowercase()));
    let is_rtl = match script {
        Some(script) => SCRIPTS.contains(&script),
        None => LANGUAGES.contains(&language) || matches!(language, "ug" | "ur"),
    };
    if is_rtl { "rtl" } else { "ltr" }
}

/// The address form of a heading or a name: lower case, words joined by single hyphens, letters of every script kept.
/// The same as the anchors that GitHub gives to headings, but for repeated hyphens.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_alphanumeric() || letter == '_' {
            slug.extend(letter.to_lowercase());
        } else if (letter.is_whitespace() || letter == '-' || letter == '/') && !slug.ends_with('-') && !slug.is_empty()
        {
            slug.push('-');
        }
    }
    while slug.ends_with('-') {
        slug.pop();
    }
    slug
}

/// The letter of ASCII that `letter` is with a mark: `a` for `á`; any other letter as it is.
fn without_mark(letter: char) -> char {
    use unicode_normalization::UnicodeNormalization;
    std::iter::once(letter).nfd().next().filter(char::is_ascii_alphabetic).unwrap_or(letter)
}

/// A slug that every keyboard can type: letters with marks lose them.
pub fn ascii_slug(title: &str) -> String {
    let spelled: String = title
        .chars()
        .map(|letter| match letter {
            'ä' | 'Ä' => "ae".to_owned(),
            'ö' | 'Ö' => "oe".to_owned(),
            'ü' | 'Ü' => "ue".to_owned(),
            'ß' => "ss".to_owned(),
            other => without_mark(other).to_string(),
        })
        .collect();
    slug(&spelled)
}

/// The candidate nearest to `word`, when it is near enough to be what the author meant; `None` when none is.
/// At most a third of the letters may differ, and none of the digits: what differs in its number is another thing.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let own = digits(word);
    candidates
        .into_iter()
        .filter(|candidate| digits(candidate) == own)
        .map(|candidate| (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= candidate.chars().count().max(3) / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_marks_lose_them_and_other_scripts_stay() {
        assert_eq!(ascii_slug("Tomás Müller-Łoś"), "tomas-mueller-łos");
        assert_eq!(ascii_slug("図書 が"), "図書-が");
    }

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let text = "ab\nKühnel x";
        assert_eq!(line_column(text, 0), (1, 1));
        assert_eq!(line_column(text, text.find('x').unwrap()), (2, 8));
        assert_eq!(line_column(text, 999), (2, 9));
    }

    #[test]
    fn a_date_is_ten_characters_and_exists() {
        assert!(parse_date("2021-04-27").is_some());
        for wrong in ["2021-4-27", "2021-03-3ß", "2021-13-01", "2021-02-30", "20210427", ""] {
            assert_eq!(parse_date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_direction_of_a_text_follows_from_its_language_and_script() {
        for rtl in ["ar", "he-IL", "fa", "ur-PK", "UG", "ku-Arab-IQ", "az-Arab", "dv"] {
            assert_eq!(direction(rtl), "rtl", "{rtl}");
        }
        for ltr in ["en", "de-CH", "ku", "ar-Latn", "ur-Latn-PK", "arn", ""] {
            assert_eq!(direction(ltr), "ltr", "{ltr}");
        }
    }

    #[test]
    fn suggestions_are_near_or_absent() {
        assert_eq!(nearest("ownr", ["owner", "group"]), Some("owner"));
        assert_eq!(nearest("budget", ["owner", "group"]), None);
        assert_eq!(nearest("eip-7562.md", ["eip-7512.md", "eip-7562.txt"]), Some("eip-7562.txt"));
    }

    #[test]
    fn slugs_keep_letters_of_every_script() {
        assert_eq!(slug("How do we want to communicate? #21"), "how-do-we-want-to-communicate-21");
        assert_eq!(slug("Kühnel & Söhne / v2"), "kühnel-söhne-v2");
    }
}
