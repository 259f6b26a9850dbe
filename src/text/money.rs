//! Amounts of money: exact in the smallest unit of a currency of ISO 4217, or refused. No float anywhere.

use std::fmt;

use serde::{Serialize, Serializer};

/// The codes of ISO 4217 by how many decimals the currency has, in the order of the alphabet. Those that were withdrawn since
/// 2016 are here too, for older records; what has no decimals by the standard is not: metals, `XDR`, `XTS` and `XXX`.
const CURRENCIES: [(u8, &str); 4] = [
    (0, "BIF BYR CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"),
    (
        2,
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW \
         CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HRK HTG HUF \
         IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRO MRU MUR MVR MWK MXN \
         MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS \
         SRD SSP STD STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VEF VES WST XAD XCD XCG YER ZAR \
         ZMW ZWG ZWL",
    ),
    (3, "BHD IQD JOD KWD LYD OMR TND"),
    (4, "CLF UYW"),
];

/// More than any group spends, and little enough that thousands of amounts can be added up.
const MOST_UNITS: i64 = 999_999_999_999_999;

/// A currency of ISO 4217.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: &'static str,
    decimals: u8,
}

impl Currency {
    /// The currency with this code of three capital letters; `None` when ISO 4217 has none, or none with a smallest unit.
    pub fn of(code: &str) -> Option<Currency> {
        Currency::all().find(|currency| currency.code == code)
    }

    /// Every currency, those with fewer decimals first.
    pub fn all() -> impl Iterator<Item = Currency> {
        let of = |(decimals, codes): &(u8, &'static str)| {
            let decimals = *decimals;
            codes.split_ascii_whitespace().map(move |code| Currency { code, decimals })
        };
        CURRENCIES.iter().flat_map(of)
    }

    /// Three capital letters.
    pub fn code(self) -> &'static str {
        self.code
    }

    /// How many digits stand behind the point, from 0 to 4.
    pub fn decimals(self) -> usize {
        self.decimals.into()
    }

    /// How many of the smallest unit make one: 100 for the euro.
    fn units(self) -> i64 {
        10_i64.pow(self.decimals.into())
    }

    /// An amount as it is written, for messages: `1,250.50 EUR`, `1,250 JPY`.
    fn example(self) -> Money {
        Money { units: 1250 * self.units() + self.units() / 2, currency: self }
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.code)
    }
}

/// An exact amount: `12000 USD`, `99.50 EUR`, `1,250.125 KWD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    /// In the smallest unit of the currency: cents of a euro, whole yen.
    pub units: i64,
    /// The currency whose smallest unit is counted.
    pub currency: Currency,
}

/// Why a text is no exact amount. Its words do not repeat the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoneyError {
    /// It is not a number, a space and three letters.
    Form,
    /// ISO 4217 has no such currency; with the one that was meant where only its letters are small.
    Currency(Option<Currency>),
    /// The number has something in it that is neither digits in groups of three nor decimals behind a point.
    Number(Currency),
    /// There are more decimals than the currency has.
    Decimals(Currency),
    /// There is more of it than can be counted.
    Size,
}

impl Money {
    /// How much it is in the currency itself, for programs that count so: the number with the decimals of the amount.
    #[expect(clippy::cast_precision_loss, reason = "no amount has more digits than such a number holds")]
    pub fn amount(self) -> f64 {
        self.units as f64 / self.currency.units() as f64
    }

    /// `12000 USD` or `12,000.50 USD`: commas or underscores between groups of three digits, a point before the decimals,
    /// at most as many decimals as the currency has.
    ///
    /// # Errors
    /// For anything else, above all for a comma that could mean decimals; the error says what to type.
    pub fn parse(text: &str) -> Result<Money, MoneyError> {
        let mut words = text.split_whitespace();
        let (Some(amount), Some(code), None) = (words.next(), words.next(), words.next()) else {
            return Err(MoneyError::Form);
        };
        if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return Err(MoneyError::Form);
        }
        let meant = || Currency::of(&code.to_ascii_uppercase());
        let currency = Currency::of(code).ok_or_else(|| MoneyError::Currency(meant()))?;
        let (whole, part) = match amount.split_once('.') {
            Some((_, "")) => return Err(MoneyError::Number(currency)),
            Some((whole, part)) => (whole, part),
            None => (amount, ""),
        };
        let digits = ungrouped(whole).ok_or(MoneyError::Number(currency))?;
        if !part.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(MoneyError::Number(currency));
        }
        let missing = currency.decimals().checked_sub(part.len()).ok_or(MoneyError::Decimals(currency))?;
        let units = format!("{digits}{part}{}", "0".repeat(missing));
        let units = units.parse().ok().filter(|units| *units <= MOST_UNITS).ok_or(MoneyError::Size)?;
        Ok(Money { units, currency })
    }
}

/// The digits of a whole number: `12000`, `12,000` or `12_000`. `None` when a group has not three digits, when both marks
/// are used, or when it begins with a zero that says nothing.
fn ungrouped(whole: &str) -> Option<String> {
    let mark = if whole.contains('_') { '_' } else { ',' };
    let mut groups = whole.split(mark);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let is_grouped = !rest.is_empty();
    let begins_well = !first.is_empty()
        && (!first.starts_with('0') || whole == "0")
        && (!is_grouped || first.len() <= 3)
        && rest.iter().all(|group| group.len() == 3);
    let digits = format!("{first}{}", rest.concat());
    (begins_well && digits.bytes().all(|byte| byte.is_ascii_digit())).then_some(digits)
}

impl MoneyError {
    /// What to type, without a full stop.
    pub fn help(self) -> String {
        let usual = Currency { code: "EUR", decimals: 2 };
        match self {
            MoneyError::Form => {
                format!("write a number, a space and the code of the currency: `{}`", usual.example())
            }
            MoneyError::Currency(Some(meant)) => format!("write the code in capital letters: `{}`", meant.example()),
            MoneyError::Currency(None) => {
                format!("write the three letters of the currency's code: `{}`", usual.example())
            }
            MoneyError::Number(currency) if currency.decimals == 0 => {
                format!("write digits alone, or commas between groups of three: `{}`", currency.example())
            }
            MoneyError::Number(currency) => {
                format!(
                    "write decimals behind a point, and commas only between groups of three: `{}`",
                    currency.example()
                )
            }
            MoneyError::Decimals(currency) => format!("write it as `{}`", currency.example()),
            MoneyError::Size => format!("write an amount below {}", Money { units: MOST_UNITS, currency: usual }),
        }
    }
}

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            MoneyError::Form => write!(f, "it is not a number and a currency"),
            MoneyError::Currency(_) => write!(f, "ISO 4217 has no such currency with a smallest unit"),
            MoneyError::Number(_) => write!(f, "its number can be read in more than one way, or in none"),
            MoneyError::Decimals(currency) => match currency.decimals {
                0 => write!(f, "{currency} has no decimals"),
                decimals => write!(f, "{currency} has {decimals} decimals and no more"),
            },
            MoneyError::Size => write!(f, "it is too much to be counted"),
        }
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let one = self.currency.units();
        let digits = (self.units / one).unsigned_abs().to_string();
        let groups: Vec<&str> = digits
            .as_bytes()
            .rchunks(3)
            .rev()
            .map(|three| std::str::from_utf8(three).expect("digits are ASCII"))
            .collect();
        let sign = if self.units < 0 { "-" } else { "" };
        write!(f, "{sign}{}", groups.join(","))?;
        match (self.units % one).unsigned_abs() {
            0 => write!(f, " {}", self.currency),
            part => write!(f, ".{part:0width$} {}", self.currency, width = self.currency.decimals()),
        }
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_amount_is_written_in_groups_of_three_with_its_decimals() {
        let table = [
            ("12000 USD", 1_200_000, "12,000 USD"),
            ("12,000.50 USD", 1_200_050, "12,000.50 USD"),
            ("12_000 USD", 1_200_000, "12,000 USD"),
            ("99.5 EUR", 9_950, "99.50 EUR"),
            ("0.05 EUR", 5, "0.05 EUR"),
            (" 1  EUR ", 100, "1 EUR"),
            ("1,250 JPY", 1250, "1,250 JPY"),
            ("1.234 KWD", 1234, "1.234 KWD"),
            ("0.0001 CLF", 1, "0.0001 CLF"),
            ("9,999,999,999,999.99 EUR", MOST_UNITS, "9,999,999,999,999.99 EUR"),
        ];
        for (written, units, shown) in table {
            let money = Money::parse(written).expect(written);
            assert_eq!((money.units, &*money.to_string()), (units, shown), "{written}");
        }
    }

    #[test]
    fn what_is_not_exact_is_refused() {
        let (eur, jpy) = (Currency::of("EUR").unwrap(), Currency::of("JPY").unwrap());
        let number = MoneyError::Number;
        let table = [
            ("500,50 EUR", number(eur)),
            ("12,5 EUR", number(eur)),
            ("1.234,50 EUR", number(eur)),
            ("1,2345 EUR", number(eur)),
            ("1234,567 EUR", number(eur)),
            ("12,,000 EUR", number(eur)),
            (",500 EUR", number(eur)),
            ("0,500 EUR", number(eur)),
            ("1,000_000 EUR", number(eur)),
            ("1_00 EUR", number(eur)),
            ("1'000 EUR", number(eur)),
            ("007 EUR", number(eur)),
            (".5 EUR", number(eur)),
            ("5. EUR", number(eur)),
            ("5.1.2 EUR", number(eur)),
            ("-5 EUR", number(eur)),
            ("+5 EUR", number(eur)),
            ("1e3 EUR", number(eur)),
            ("٣ EUR", number(eur)),
            ("1.234 EUR", MoneyError::Decimals(eur)),
            ("1.5 JPY", MoneyError::Decimals(jpy)),
            ("1,000.00 JPY", MoneyError::Decimals(jpy)),
            ("10,000,000,000,000 EUR", MoneyError::Size),
            ("99999999999999999999999999 EUR", MoneyError::Size),
            ("12 eur", MoneyError::Currency(Some(eur))),
            ("12 EUX", MoneyError::Currency(None)),
            ("12 XAU", MoneyError::Currency(None)),
            ("12000", MoneyError::Form),
            ("12 000 EUR", MoneyError::Form),
            ("12EUR", MoneyError::Form),
            ("EUR 12000", MoneyError::Form),
            ("12 €", MoneyError::Form),
            ("", MoneyError::Form),
        ];
        for (written, error) in table {
            assert_eq!(Money::parse(written), Err(error), "{written}");
        }
    }

    #[test]
    fn the_help_shows_an_amount_that_can_be_read() {
        let of_currency = Currency::all().flat_map(|currency| {
            [MoneyError::Number(currency), MoneyError::Decimals(currency), MoneyError::Currency(Some(currency))]
        });
        for error in of_currency.chain([MoneyError::Form, MoneyError::Currency(None)]) {
            let help = error.help();
            let example = help.split('`').nth(1).expect("an example in backticks");
            assert!(Money::parse(example).is_ok(), "{help}");
        }
    }

    #[test]
    fn every_currency_is_listed_once_in_the_order_of_its_code() {
        for (_, codes) in CURRENCIES {
            let codes: Vec<&str> = codes.split_ascii_whitespace().collect();
            assert!(codes.windows(2).all(|pair| pair[0] < pair[1]), "{codes:?}");
        }
        let mut codes: Vec<&str> = Currency::all().map(Currency::code).collect();
        codes.sort_unstable();
        let count = codes.len();
        codes.dedup();
        assert_eq!(codes.len(), count);
        assert!(codes.iter().all(|code| code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())));
    }

    fn currency() -> impl Strategy<Value = Currency> {
        proptest::sample::select(Currency::all().collect::<Vec<_>>())
    }

    proptest! {
        #[test]
        fn what_is_shown_is_what_was_meant(units in 0..=MOST_UNITS, currency in currency()) {
            let money = Money { units, currency };
            prop_assert_eq!(Money::parse(&money.to_string()), Ok(money));
        }

        /// Whatever is read has the digits that were written, behind the point as many as the currency has.
        #[test]
        fn no_digit_is_lost_or_moved(text in "[0-9]{1,4}([,._][0-9]{0,4}){0,3}", currency in currency()) {
            if let Ok(money) = Money::parse(&format!("{text} {currency}")) {
                let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
                prop_assert!(!part.contains([',', '_', '.']));
                let groups: Vec<&str> = whole.split([',', '_']).collect();
                prop_assert!(groups[1..].iter().all(|group| group.len() == 3), "{}", text);
                let digits = format!("{}{part:0<width$}", groups.concat(), width = currency.decimals());
                prop_assert_eq!(digits.parse::<i64>(), Ok(money.units));
            }
        }

        #[test]
        fn no_text_makes_it_stumble(text in ".{0,24}") {
            let _ = Money::parse(&text);
        }
    }
}
