//! Amounts of money in prose: `12,000 USD`, `USD 12000`, `$12k`, `500 €`, `12000 dollars`.

use crate::text::Span;

const SYMBOLS: [char; 4] = ['$', '€', '£', '¥'];

/// The codes of ISO 4217 that are written by hand often enough; one that is an English word as well is left out.
const CODES: [&str; 25] = [
    "USD", "EUR", "GBP", "CHF", "JPY", "CAD", "AUD", "NZD", "CNY", "INR", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF",
    "RON", "BRL", "MXN", "KRW", "SGD", "HKD", "ILS", "ZAR", "UAH",
];

const WORDS: [&str; 5] = ["dollar", "dollars", "euro", "euros", "pounds"];

/// Where the amounts stand in `text`, in order. What is set as code is left out: `$1` is a variable there.
pub fn amounts(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut is_fenced = false;
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let fence = line.trim_start();
        if fence.starts_with("```") || fence.starts_with("~~~") {
            is_fenced = !is_fenced;
        } else if !is_fenced {
            found.extend(of_line(line).into_iter().map(|span| span.shifted(offset)));
        }
        offset += line.len();
    }
    found
}

fn of_line(line: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut is_code = false;
    while let Some(letter) = line[at..].chars().next() {
        let digits = number_end(line, at);
        match digits {
            Some(end) if !is_code => {
                found.extend(around(line, at, end));
                at = end;
            }
            Some(end) => at = end,
            None => {
                is_code ^= letter == '`';
                at += letter.len_utf8();
            }
        }
    }
    found
}

/// Where the number ends that begins at `at`; `None` when none does.
fn number_end(line: &str, at: usize) -> Option<usize> {
    let bytes = line.as_bytes();
    bytes[at].is_ascii_digit().then_some(())?;
    let mut end = at;
    while end < bytes.len() {
        let inside = bytes[end].is_ascii_digit()
            || (b",._'".contains(&bytes[end]) && bytes.get(end + 1).is_some_and(u8::is_ascii_digit));
        if !inside {
            break;
        }
        end += 1;
    }
    // Thousands and millions: `12k`, `1.5M`.
    let is_short = bytes.get(end).is_some_and(|it| b"kKmM".contains(it))
        && !bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
    Some(if is_short { end + 1 } else { end })
}

/// The number at `start..end` with the currency before or behind it; `None` when there is none.
fn around(line: &str, start: usize, end: usize) -> Option<Span> {
    let before = line[..start].trim_end_matches([' ', '\u{a0}']);
    if let Some(symbol) = before.chars().next_back().filter(|letter| SYMBOLS.contains(letter)) {
        return Some(Span::new(before.len() - symbol.len_utf8(), end));
    }
    let word_start = before
        .rfind(|letter: char| !letter.is_ascii_alphabetic())
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    if CODES.contains(&&before[word_start..]) && start - before.len() <= 2 {
        return Some(Span::new(word_start, end));
    }
    let rest = line[end..].trim_start_matches([' ', '\u{a0}']);
    let from = line.len() - rest.len();
    if let Some(symbol) = rest.chars().next().filter(|letter| SYMBOLS.contains(letter)) {
        return Some(Span::new(start, from + symbol.len_utf8()));
    }
    let word: &str = &rest[..rest.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(rest.len())];
    let is_currency = CODES.contains(&word) || WORDS.contains(&word.to_ascii_lowercase().as_str());
    is_currency.then(|| Span::new(start, from + word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        amounts(text).into_iter().map(|span| &text[span.range()]).collect()
    }

    #[test]
    fn an_amount_is_a_number_beside_a_currency() {
        assert_eq!(
            found("It costs 12,000 USD, or USD 900 a month; $12k at most, not 500 €."),
            ["12,000 USD", "USD 900", "$12k", "500 €"]
        );
        assert_eq!(found("about 1.5M euros"), ["1.5M euros"]);
    }

    #[test]
    fn numbers_without_a_currency_and_code_are_no_amounts() {
        for text in
            ["on 2021-05-11", "SOW-0003, 99.5 %", "`$1` and `$ 20`", "```\necho $12\n```\n", "12 dollarize", "COST 12"]
        {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
