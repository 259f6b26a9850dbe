//! A look at a text before it is parsed: the parser's work for each line grows with how deep the line is nested, so a text
//! that nests without end must be known beforehand.

use super::MAX_DEPTH;

/// Blanks before the mark of a list that no list of [`MAX_DEPTH`] levels needs.
const MAX_INDENT: usize = 4 * MAX_DEPTH;

/// Whether a line opens more quotations and lists than people nest, or a list deeper within others.
pub(super) fn is_nested_without_end(text: &str) -> bool {
    let bytes = text.as_bytes();
    let ends = memchr::memchr_iter(b'\n', bytes).chain([bytes.len()]);
    let mut start = 0;
    let mut lines = ends.map(|end| &bytes[std::mem::replace(&mut start, end + 1).min(end)..end]);
    lines.any(|mut rest| {
        let (mut marks, mut indent) = (0, 0);
        loop {
            let blanks = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
            indent += blanks;
            rest = &rest[blanks..];
            let (length, is_list) = match mark(rest) {
                Some(mark) => mark,
                None => return false,
            };
            marks += 1;
            if marks > MAX_DEPTH || (is_list && indent > MAX_INDENT) {
                return true;
            }
            rest = &rest[length..];
        }
    })
}

/// How long the mark of a quotation or a list is that `rest` begins with, and whether it is a list's.
fn mark(rest: &[u8]) -> Option<(usize, bool)> {
    let ends = |at: usize| rest.get(at).is_none_or(|byte| matches!(byte, b' ' | b'\t'));
    match rest.first()? {
        b'>' => Some((1, false)),
        b'-' | b'*' | b'+' if ends(1) => Some((1, true)),
        byte if byte.is_ascii_digit() => {
            let digits = rest.iter().take(10).take_while(|byte| byte.is_ascii_digit()).count();
            let is_mark = matches!(rest.get(digits), Some(b'.' | b')')) && ends(digits + 1);
            is_mark.then_some((digits + 1, true))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_people_do_not_write_is_nested_without_end() {
        for fine in ["> > a", "- * 1. a", "* * * * *", "1234567890. a", &format!("{}code", " ".repeat(1000)), "-x", ""]
        {
            assert!(!is_nested_without_end(fine), "{fine}");
        }
        for deep in
            ["> ".repeat(101), ">".repeat(101), "- ".repeat(101), "1) ".repeat(101), format!("{}- a", " ".repeat(500))]
        {
            assert!(is_nested_without_end(&format!("text\n{deep}\n")), "{deep}");
        }
    }
}
