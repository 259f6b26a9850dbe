//! Findings as an editor sees them: a note from a careful colleague.

use serde::Serialize;

use crate::check::{Rule, RulePage};
use crate::diagnostic::{Diagnostic, Level};
use crate::page::place;
use crate::site::{Entry, Site};
use crate::text::{Span, floor, line_column};

use super::super::View;
use super::super::part::{Part, closed, phrase};

/// How much of a line is shown.
const WIDTH: usize = 160;

/// One finding.
#[derive(Serialize)]
pub(crate) struct Finding {
    /// `error` or `warning`.
    pub level: &'static str,
    pub what: Vec<Part>,
    /// The line of the text, cut into what stands before the place, the place, and what stands after it; absent for whole
    /// files and wherever the line may hold what the page does not show: in front matter and beside comments.
    pub excerpt: Option<[String; 3]>,
    pub how: Vec<Part>,
    pub clause: Option<String>,
    pub rule: Part,
    /// `sow/0001-lists.md`, and the line when the finding has one.
    pub path: String,
    pub line: Option<usize>,
    /// The record that it is in.
    pub record: Option<Part>,
    /// Where all findings in that record are.
    pub all_of_record: Option<String>,
    /// Why it is accepted, when it is.
    pub waiver: Option<String>,
}

impl View<'_> {
    pub(crate) fn finding(&self, finding: &Diagnostic) -> Finding {
        let entry = self.site.at_path(&finding.path);
        let (line, excerpt) = placed(self.site, finding);
        let rule = Rule::named(finding.rule);
        let serves = || rule.and_then(|rule| RulePage::of(rule).reasons(&self.site.profile.names).into_iter().next());
        Finding {
            level: match finding.level {
                Level::Error => "error",
                Level::Warning => "warning",
                Level::Note => "note",
            },
            what: phrase(&closed(&finding.message)),
            excerpt,
            how: finding.help.as_deref().map(|help| phrase(&closed(help))).unwrap_or_default(),
            clause: finding.clause.clone().or_else(serves),
            rule: self.rule_link(finding.rule),
            path: finding.path.to_string(),
            line,
            record: entry.map(|entry| self.record_link(entry)),
            all_of_record: entry.map(|entry| self.to(&place::findings(&entry.path))),
            waiver: None,
        }
    }
}

/// The line of `finding`, and what stands there; each absent where a page does not show it.
fn placed(site: &Site, finding: &Diagnostic) -> (Option<usize>, Option<[String; 3]>) {
    let Some((entry, span)) = site.at_path(&finding.path).zip(finding.span) else { return (None, None) };
    (Some(line_column(&entry.text, span.start).0), excerpt(entry, span))
}

/// Whether the lists of findings show the same of a finding on a site as of one on another, whose records are called the same.
pub(crate) fn is_shown_alike((was_on, was): (&Site, &Diagnostic), (is_on, is): (&Site, &Diagnostic)) -> bool {
    let help_is_same = || (&was.help, &was.clause) == (&is.help, &is.clause);
    was == is || was.says_the_same(is) && help_is_same() && placed(was_on, was) == placed(is_on, is)
}

/// The line of `span` in three pieces; a place that goes on over more lines ends with the first. `None` in front matter,
/// which may hold what is withheld, and where a comment begins, ends or goes on.
fn excerpt(entry: &Entry, span: Span) -> Option<[String; 3]> {
    let text = &*entry.text;
    let (start, end) = (floor(text, span.start), floor(text, span.end));
    if start < entry.body_start {
        return None;
    }
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
    let line = &text[line_start..line_end];
    let before = &text[entry.body_start..line_start.max(entry.body_start)];
    let is_in_comment = before.rfind("<!--").is_some_and(|open| !before[open..].contains("-->"));
    if is_in_comment || line.contains("<!--") {
        return None;
    }
    let end = end.clamp(start, line_end);
    let tail = |text: &str| match text.char_indices().rev().nth(WIDTH / 2 - 1) {
        Some((at, _)) if at > 0 => format!("…{}", &text[at..]),
        Some(_) | None => text.to_owned(),
    };
    let head = |text: &str, width: usize| match text.char_indices().nth(width) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    };
    Some([tail(&text[line_start..start]), head(&text[start..end], WIDTH), head(&text[end..line_end], WIDTH / 2)])
}
