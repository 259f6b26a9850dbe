//! Amounts of money in prose: `12,000 USD`, `USD 12000`, `$12k`, `500 €`, `12000 dollars`.

use std::sync::LazyLock;

use regex::Regex;

use crate::text::Span;

/// An amount, or code, which is read past: `$1` is a variable there. Of the codes of ISO 4217 those are known that are
/// written by hand often enough, without those that are English words as well.
const AMOUNT: &str = r"(?xm)
    ^\s*(?:```|~~~) (?s:.)*? (?: ^\s*(?:```|~~~).*$ | \z )
    | `[^`\n]*(?:`|$)
    | (?P<amount>
        (?: [$€£¥][\x20\u{a0}]* | (?:(?-u:\b)|_)(?:CODE)[\x20\u{a0}]{0,2} ) NUMBER
        | NUMBER [\x20\u{a0}]* (?: [$€£¥] | (?:CODE|(?i:dollars?|euros?|pounds))(?:(?-u:\b)|_) )
    )";

const NUMBER: &str = r"[0-9]+(?:[,._'][0-9]+)*(?:[kKmM](?-u:\b))?";

const CODE: &str =
    "USD|EUR|GBP|CHF|JPY|CAD|AUD|NZD|CNY|INR|SEK|NOK|DKK|PLN|CZK|HUF|RON|BRL|MXN|KRW|SGD|HKD|ILS|ZAR|UAH";

static AMOUNTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&AMOUNT.replace("NUMBER", NUMBER).replace("CODE", CODE)).expect("the pattern is a constant")
});

/// Where the amounts are in `text`, in order, each with its currency. What is set as code is left out.
pub fn amounts(text: &str) -> Vec<Span> {
    let found = AMOUNTS.captures_iter(text).filter_map(|it| it.name("amount"));
    found.map(|it| Span::new(it.start(), it.start() + it.as_str().trim_end_matches('_').len())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        amounts(text).into_iter().map(|span| &text[span.range()]).collect()
    }

    #[test]
    fn an_amount_is_a_number_beside_a_currency() {
        for (text, amounts) in [
            ("It costs 12,000 USD, or USD 900 a month.", &["12,000 USD", "USD 900"][..]),
            ("$12k at most, not 500 €", &["$12k", "500 €"]),
            ("about 1.5M euros", &["1.5M euros"]),
            ("_500 EUR_ and **EUR 20.50**", &["500 EUR", "EUR 20.50"]),
            ("12 000.50\u{a0}CHF, 1'000 CHF, 3 Dollars", &["000.50\u{a0}CHF", "1'000 CHF", "3 Dollars"]),
            ("a | $5 | 7 GBP |\n`x` 9 USD", &["$5", "7 GBP", "9 USD"]),
            ("```\n$1\n```\nthen $2", &["$2"]),
        ] {
            assert_eq!(found(text), amounts, "{text}");
        }
    }

    #[test]
    fn numbers_without_a_currency_and_code_are_no_amounts() {
        for text in [
            "on 2021-05-11",
            "SOW-0003, 99.5 %",
            "`$1` and `$ 20`",
            "```\necho $12\n```\n",
            "~~~\n$3",
            "12 dollarize",
            "COST 12",
            "2 m and 3 pounder",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
