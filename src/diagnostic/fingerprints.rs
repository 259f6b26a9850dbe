//! What a code host knows a finding by from one run to the next. It holds when lines above the finding move and when days pass.

use std::collections::HashMap;

use super::Diagnostic;
use super::lines::Lines;

/// What tells the findings of two runs apart: file, rule and what is written there. Where these are equal, their number.
#[derive(Default)]
pub(super) struct Fingerprints {
    seen: HashMap<String, usize>,
}

impl Fingerprints {
    pub(super) fn of(&mut self, diagnostic: &Diagnostic, lines: Option<&Lines>) -> String {
        let written = match diagnostic.span.zip(lines) {
            Some((span, lines)) => {
                let range = lines.clamp(span);
                let line = lines.range(lines.line(range.start));
                format!("{}\n{}", lines.text[line].trim(), &lines.text[range])
            }
            // Many messages count days, which pass.
            None => diagnostic.message.chars().filter(|letter| !letter.is_ascii_digit()).collect(),
        };
        let all = format!("{}\n{}\n{written}", diagnostic.path, diagnostic.rule);
        let hash = blake3::hash(all.as_bytes()).to_hex()[..16].to_owned();
        let number = self.seen.entry(hash.clone()).or_default();
        *number += 1;
        format!("{hash}:{number}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::ContentPath;
    use crate::text::Span;

    #[test]
    fn a_fingerprint_stays_when_lines_above_move_and_days_pass() {
        let path = ContentPath::parse("a.md").unwrap();
        let print = |text: &str, at: usize, days: u32| {
            let findings = [
                Diagnostic::new("some-rule", &path, Span::new(at, at + 3), format!("for {days} days")),
                Diagnostic::new("some-rule", &path, None, format!("for {days} days")),
            ];
            let lines = Lines::new(text.into());
            findings.map(|finding| Fingerprints::default().of(&finding, Some(&lines)))
        };
        assert_eq!(print("one two\n", 4, 7), print("zero\r\n\r\none two\r\n", 12, 8));
        assert_ne!(print("one two\n", 4, 7)[0], print("one six\n", 4, 7)[0]);
        let mut prints = Fingerprints::default();
        let twice = Diagnostic::new("some-rule", &path, Span::new(0, 3), "wrong");
        let twice = [&twice, &twice].map(|finding| prints.of(finding, None));
        assert_ne!(twice[0], twice[1], "two findings of one text are told apart");
    }
}
