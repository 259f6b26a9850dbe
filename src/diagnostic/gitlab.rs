//! Findings as GitLab's Code Quality reads them, for the widget and the changed lines of a merge request: one JSON array.
//!
//! ```json
//! [
//!   {
//!     "description": "ends on 2026-02-01, before it starts on 2026-03-01",
//!     "check_name": "sow-ends-before-it-starts",
//!     "fingerprint": "5f1b0c3a9d2e4f60:1",
//!     "severity": "major",
//!     "location": { "path": "content/sow/0003-mailing-lists.md", "lines": { "begin": 5 } }
//!   }
//! ]
//! ```
//!
//! The host compares two of these reports by their fingerprints; it wants a line, so that a whole file is its first one. The
//! keys are those of <https://docs.gitlab.com/ci/testing/code_quality/>.

use std::sync::Arc;

use serde_json::{Value, json};

use super::fingerprints::Fingerprints;
use super::human::printable;
use super::lines::Files;
use super::{Diagnostic, Level};
use crate::id::ContentPath;

/// The array, in the order of `diagnostics`. `prefix` leads from the root of the repository to the record: `content/`.
/// `source` gives the text of a file, where there is one.
pub fn report(diagnostics: &[Diagnostic], source: &dyn Fn(&ContentPath) -> Option<Arc<str>>, prefix: &str) -> String {
    let mut prints = Fingerprints::default();
    let mut files = Files::new(source);
    let findings: Vec<Value> = diagnostics
        .iter()
        .map(|it| {
            let lines = files.lines(&it.path);
            let line = it.span.zip(lines.as_ref()).map_or(1, |(span, lines)| lines.place(span.start).0);
            json!({
                "description": printable(&description(it)),
                "check_name": it.rule,
                "fingerprint": prints.of(it, lines.as_deref()),
                "severity": severity(it.level),
                "location": { "path": format!("{prefix}{}", it.path), "lines": { "begin": line } },
            })
        })
        .collect();
    format!("{:#}\n", Value::Array(findings))
}

fn description(it: &Diagnostic) -> String {
    it.help.as_ref().map_or(it.message.clone(), |help| format!("{} ({help})", it.message))
}

fn severity(level: Level) -> &'static str {
    match level {
        Level::Note => "info",
        Level::Warning => "minor",
        Level::Error => "major",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;

    #[test]
    fn each_finding_has_a_line_and_a_fingerprint_of_its_own() {
        let path = ContentPath::parse("a::b`.md").unwrap();
        let findings = [
            Diagnostic::new("a-place", &path, Span::new(4, 7), "no\n\"").help("type `x`"),
            Diagnostic::new("a-place", &path, Span::new(4, 7), "no").at_level(Level::Warning),
            Diagnostic::new("whole-file", &path, None, "no").at_level(Level::Note),
        ];
        let printed: Value = serde_json::from_str(&report(&findings, &|_| Some("one\ntwo\n".into()), "c/")).unwrap();
        let of = |key: &str| printed.as_array().unwrap().iter().map(|it| it[key].clone()).collect::<Vec<_>>();
        assert_eq!(of("severity"), ["major", "minor", "info"]);
        assert_eq!(of("description"), ["no\n\" (type `x`)", "no", "no"]);
        let lines: Vec<u64> = of("location").iter().map(|it| it["lines"]["begin"].as_u64().unwrap()).collect();
        assert_eq!(lines, [2, 2, 1]);
        assert_eq!(printed[0]["location"]["path"], "c/a::b`.md");
        let prints: std::collections::BTreeSet<String> = of("fingerprint").iter().map(Value::to_string).collect();
        assert_eq!(prints.len(), 3);
        assert_eq!(report(&[], &|_| None, ""), "[]\n");
    }
}
