//! The words of a text, as they are looked up. `themes/default/search.js` reads what is asked for in the same way.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// No word is longer: what follows is not needed to find it.
pub(super) const LONGEST: usize = 40;

/// Hands every word of `text` to `each`, in order: in small letters, with its accents as marks of their own. A number that
/// follows `#` comes with and without it. Chinese and Japanese, which leave no blanks, come as pairs of signs, and the last
/// sign of a run by itself.
pub(super) fn words(text: &str, each: &mut impl FnMut(&str)) {
    if text.is_ascii() {
        return ascii(text, each);
    }
    let mut word = String::new();
    let mut is_numbered = false;
    let mut before = ' ';
    for letter in text.nfkd().flat_map(char::to_lowercase).chain([' ']) {
        if letter.is_alphanumeric() || is_combining_mark(letter) {
            if word.is_empty() {
                is_numbered = before == '#';
            }
            word.push(letter);
        } else if !word.is_empty() {
            ended(&word, is_numbered, each);
            word.clear();
        }
        before = letter;
    }
}

fn ascii(text: &str, each: &mut impl FnMut(&str)) {
    let bytes = text.as_bytes();
    let mut lower = [0_u8; LONGEST];
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && bytes[at].is_ascii_alphanumeric() {
            if at - start < LONGEST {
                lower[at - start] = bytes[at].to_ascii_lowercase();
            }
            at += 1;
        }
        let word = std::str::from_utf8(&lower[..(at - start).min(LONGEST)]).expect("ASCII is UTF-8");
        numbered(word, start > 0 && bytes[start - 1] == b'#', each);
    }
}

fn numbered(word: &str, is_numbered: bool, each: &mut impl FnMut(&str)) {
    each(word);
    if is_numbered && word.bytes().all(|byte| byte.is_ascii_digit()) {
        each(&format!("#{word}"));
    }
}

fn ended(word: &str, is_numbered: bool, each: &mut impl FnMut(&str)) {
    if !word.contains(is_unspaced) {
        let end = word.char_indices().nth(LONGEST).map_or(word.len(), |(at, _)| at);
        return numbered(&word[..end], is_numbered, each);
    }
    let folded = folded(word);
    let mut rest = &*folded;
    while let Some(first) = rest.chars().next() {
        let is_run = is_unspaced(first);
        let end = rest.find(|letter| is_unspaced(letter) != is_run).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        rest = after;
        if is_run { pairs(run, each) } else { each(run) }
    }
}

fn pairs(run: &str, each: &mut impl FnMut(&str)) {
    let starts: Vec<usize> = run.char_indices().map(|(at, _)| at).chain([run.len()]).collect();
    starts.windows(3).for_each(|pair| each(&run[pair[0]..pair[2]]));
    each(&run[starts[starts.len() - 2]..]);
}

/// Whether a letter is of a script that is written without blanks between words.
fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// Letters that no rule of Unicode takes apart, and what people type in their place.
const PLAIN: [(char, &str); 11] = [
    ('ß', "ss"),
    ('æ', "ae"),
    ('œ', "oe"),
    ('ø', "o"),
    ('đ', "d"),
    ('ð', "d"),
    ('ł', "l"),
    ('ı', "i"),
    ('þ', "th"),
    ('ħ', "h"),
    ('ς', "σ"),
];

/// `word`, one that [`words`] handed out, without accents.
pub(super) fn folded(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    for letter in word.chars().filter(|letter| !is_combining_mark(*letter)) {
        match PLAIN.iter().find(|(special, _)| !letter.is_ascii() && *special == letter) {
            Some((_, plain)) => folded.push_str(plain),
            None => folded.push(letter),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_people_type_them() {
        for (text, expected) in [
            ("SOW-0004: Forum's", "sow 0004 forum s"),
            ("see #27, C# 3", "see 27 #27 c 3"),
            ("Größe Kühnel Łódź", "grosse kuhnel lodz"),
            ("Gro\u{308}ße", "grosse"),
            ("Форум Ёлка", "форум елка"),
            ("ﬁnal ２０２６ #27 ä", "final 2026 27 #27 a"),
            ("邮件列表 LLVM基金会", "邮件 件列 列表 表 llvm 基金 金会 会"),
            ("ガ 中", "カ 中"),
            ("회의", "회의"),
            ("", ""),
            ("— …", ""),
        ] {
            let mut found = Vec::new();
            words(text, &mut |word| found.push(folded(word)));
            let expected: Vec<String> =
                expected.split(' ').filter(|it| !it.is_empty()).map(|it| it.nfkd().collect()).collect();
            assert_eq!(found, expected, "{text}");
        }
        let long = "a".repeat(100);
        for text in [long.clone(), format!("{long} ä")] {
            words(&text, &mut |word| assert!(word.chars().count() <= LONGEST));
        }
    }
}
