//! Telling a slip of the pen from a change of what a text says.
//!
//! No dictionary is asked, and in doubt it is no slip: a figure, a name, a word that turns or bounds a sentence, or a word
//! that resembles the old one no more than any other does, changes what is said.

/// Words that turn, bound or count, so that a sentence says something else with another one of them.
const WEIGHTY: [&str; 78] = [
    "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "cannot", "without", "don", "doesn", "isn",
    "must", "may", "shall", "should", "can", "could", "will", "would", "might", "need", "all", "any", "each", "every",
    "some", "only", "least", "most", "more", "less", "fewer", "both", "either", "if", "unless", "until", "before",
    "after", "within", "except", "and", "or", "but", "yes", "always", "one", "two", "three", "four", "five", "six",
    "seven", "eight", "nine", "ten", "twelve", "hundred", "thousand", "million", "first", "second", "third", "half",
    "double", "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "last",
];

/// Words that a sentence has or lacks without saying anything else.
const ARTICLES: [&str; 3] = ["the", "a", "an"];

/// Signs that divide a text, and say nothing by themselves.
const DIVIDING: &str = ".,;:!?'\"’‘“”()…–—-*_[]";

/// Whether all that `after` says otherwise than `before` is spelling, signs that divide, or an article. A change from or to
/// nothing is none, unless nothing but signs or an article comes or goes.
pub(super) fn is_slip(before: &str, after: &str) -> bool {
    let (old, new) = (words(before), words(after));
    let (Some(old), Some(new)) = (old, new) else { return false };
    let (old, new) = (without_articles(&old), without_articles(&new));
    // Spaces and hyphens may divide the same letters otherwise.
    if old.concat() == new.concat() {
        return true;
    }
    let (old, new) = (without_doubles(old), without_doubles(new));
    old.len() == new.len() && old.iter().zip(&new).enumerate().all(|(at, (old, new))| is_spelling(old, new, at == 0))
}

/// The words of `text`; `None` when a sign in it says something, as a percent sign does, or stands in a number.
fn words(text: &str) -> Option<Vec<String>> {
    let letters: Vec<char> = text.chars().collect();
    let mut words = vec![String::new()];
    for (at, letter) in letters.iter().enumerate() {
        let is_digit = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|it| it.is_numeric());
        let in_number = is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
        let is_minus = *letter == '-' && is_digit(Some(at + 1));
        match letter {
            letter if letter.is_alphanumeric() => words.last_mut()?.push(*letter),
            letter if letter.is_whitespace() => words.push(String::new()),
            letter if DIVIDING.contains(*letter) && !in_number && !is_minus => words.push(String::new()),
            // It stays a word of its own, which has to be the same on both sides.
            letter => words.extend([format!("\u{0}{letter}"), String::new()]),
        }
    }
    words.retain(|word| !word.is_empty());
    Some(words)
}

fn without_articles(words: &[String]) -> Vec<String> {
    words.iter().filter(|word| !is_article(&word.to_lowercase())).cloned().collect()
}

/// Whether `word` is an article, or one with two letters in the wrong order.
fn is_article(word: &str) -> bool {
    let is_one = |article: &&str| {
        let has_its_letters = word.len() == article.len() && word.chars().all(|letter| article.contains(letter));
        word == *article || has_its_letters && word.len() > 2 && strsim::osa_distance(word, article) == 1
    };
    ARTICLES.iter().any(is_one)
}

/// Without a word that stands twice in a row.
fn without_doubles(mut words: Vec<String>) -> Vec<String> {
    words.dedup_by(|one, other| one.to_lowercase() == other.to_lowercase());
    words
}

/// Whether `after` is `before` in another spelling. The first word of a passage may have its capital because a sentence begins.
fn is_spelling(before: &str, after: &str, is_first: bool) -> bool {
    if before == after {
        return true;
    }
    let (old, new) = (before.to_lowercase(), after.to_lowercase());
    let is_word = |word: &str| word.chars().all(char::is_alphabetic);
    let is_weighty = |word: &str| WEIGHTY.contains(&word);
    if !is_word(&old) || !is_word(&new) || is_weighty(&old) || is_weighty(&new) {
        return false;
    }
    if old == new {
        return true;
    }
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let is_name = is_capital(before) && is_capital(after) && !is_first;
    let shortest = old.chars().count().min(new.chars().count());
    let allowed = match shortest {
        0..=3 => 0,
        4..=8 => 1,
        _ => 2,
    };
    // Opposites differ at their beginning: `include` and `exclude`, `able` and `unable`.
    !is_name && old.chars().next() == new.chars().next() && strsim::osa_distance(&old, &new) <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_signs_and_articles_are_slips() {
        for (before, after) in [
            ("The archive is moveed", "The archive is moved"),
            ("recieves", "receives"),
            ("teh lists", "the lists"),
            ("the lists, and", "the lists and"),
            ("mailinglists", "mailing-lists"),
            ("runs the the lists", "runs the lists"),
            ("runs lists", "runs the lists"),
            ("the foundation", "the Foundation"),
            ("accomodation", "accommodation"),
        ] {
            assert!(is_slip(before, after), "{before} / {after}");
        }
    }

    #[test]
    fn numbers_names_negations_and_bounds_are_none() {
        for (before, after) in [
            ("500 EUR", "5000 EUR"),
            ("1,000", "1.000"),
            ("99.5 %", "99.5"),
            ("is included", "is excluded"),
            ("must", "most"),
            ("may not", "may"),
            ("now", "not"),
            ("within a week", "within a weeks"),
            ("by Halden", "by Walden"),
            ("of Ada Nowak", "of Ada Novak"),
            ("a contractor", "the foundation"),
            ("archive", ""),
            ("", "not"),
            ("DEC-0007", "DEC-0008"),
            ("@ada", "@eva"),
            ("increase", "decrease"),
            ("until 5", "until -5"),
        ] {
            assert!(!is_slip(before, after), "{before} / {after}");
        }
    }
}
