//! The words that messages are put together from: lists, counts, what was probably meant.

/// `a`, `a and b`, `a, b and c`; empty for no items.
pub fn list(items: impl IntoIterator<Item = String>, last: &str) -> String {
    let items: Vec<String> = items.into_iter().collect();
    match items.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
    }
}

/// The words in backticks, as [`list`] has them.
pub fn quoted<'a>(words: impl IntoIterator<Item = &'a str>, last: &str) -> String {
    list(words.into_iter().map(|word| format!("`{word}`")), last)
}

/// The words in backticks, with nothing but commas between them.
pub fn listing<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// `1 day`, `12 days`: a count and its noun, in the plural where English wants it.
pub fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}

/// `1 day`, `40 days`; the same for as many days before as after.
pub fn days(days: i64) -> String {
    count(usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX), "day", "days")
}

/// ``did you mean `meant`?``
pub fn did_you_mean(meant: &str) -> String {
    format!("did you mean `{meant}`?")
}

/// `text` for readers: names in backticks become words, `cost.status` the cost status.
pub fn plain(text: &str) -> String {
    let pieces = text.split('`').enumerate();
    pieces.map(|(at, piece)| if at % 2 == 0 { piece.to_owned() } else { piece.replace(['_', '.'], " ") }).collect()
}

/// `text` with a capital at its beginning.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// `text` with a small letter at its beginning.
pub fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
