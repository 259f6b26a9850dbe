//! Findings for machines: one JSON document.
//!
//! ```json
//! {
//!   "version": 2,
//!   "today": "2026-11-21",
//!   "findings": [
//!     {
//!       "rule": "sow-ends-before-it-starts",
//!       "level": "error",
//!       "message": "ends on 2026-02-01, before it starts on 2026-03-01",
//!       "path": "sow/0003-mailing-lists.md",
//!       "line": 5,
//!       "column": 8,
//!       "end_line": 5,
//!       "end_column": 18,
//!       "help": "swap `starts` and `ends`",
//!       "clause": null,
//!       "labels": [
//!         {
//!           "message": "starts here",
//!           "path": "sow/0003-mailing-lists.md",
//!           "line": 4,
//!           "column": 10,
//!           "end_line": 4,
//!           "end_column": 20
//!         }
//!       ],
//!       "fix": {
//!         "title": "swap the two days",
//!         "safe": false,
//!         "edits": [
//!           {
//!             "path": "sow/0003-mailing-lists.md",
//!             "line": 4,
//!             "column": 10,
//!             "end_line": 4,
//!             "end_column": 20,
//!             "start": 43,
//!             "end": 53,
//!             "text": "2026-02-01"
//!           }
//!         ]
//!       },
//!       "baseline_state": null,
//!       "blocks_step": null
//!     }
//!   ],
//!   "counts": {
//!     "error": 1,
//!     "warning": 0,
//!     "note": 0
//!   }
//! }
//! ```
//!
//! - Every key is always there. What does not apply is `null`: the four numbers of a finding about a whole file, help,
//!   clause and fix where there are none, `baseline_state` and `blocks_step` where the record is looked at by itself.
//! - `level` is `"error"`, `"warning"`, or `"note"` for what is known and no fault: a gap that its author states, a matter of
//!   form. New levels come without a new version; a reader takes one that it does not know for a note.
//! - Findings stand in the order of their places, labels in the order in which they are told. Same input, same bytes.
//! - Paths are below the folder that holds `candor.toml`, their parts joined by `/`.
//! - Lines and columns count from one, columns in characters; the end is the place after the last character.
//! - A fix is applied by putting each `text` in the place of the bytes from `start` to `end`; these count from zero in the
//!   UTF-8 text behind a byte-order mark. The edits of one fix belong together, stand in the order of their places and never
//!   overlap; those of two fixes may. `safe` says that nothing but the intended can come of it: `candor check --fix`
//!   applies it.
//! - `baseline_state` compares with the base of a change: `"new"`, `"existing"`, or `"fixed"` for what the change fixed.
//! - `blocks_step` says of a finding that was there before whether it fails the check all the same: it is an error in a record
//!   whose state the change moves. What else fails it are the errors whose `baseline_state` is `"new"`.
//! - `version` changes when a key changes its meaning or goes, and when findings come that older readers would take for
//!   others. New keys may come without that.
//!
//! Version 2 brought `fix` and `baseline_state`. With it come findings that the record no longer has: those whose
//! `baseline_state` is `"fixed"`. `counts` leaves them out.

use std::sync::Arc;

use serde::Serialize;

use super::lines::{Files, Lines};
use super::{BaselineState, Diagnostic, Edit, Fix, Level};
use crate::id::ContentPath;
use crate::text::{Date, Span};

#[derive(Serialize)]
struct Document<'a> {
    version: u8,
    today: String,
    findings: Vec<Finding<'a>>,
    counts: Counts,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    level: Level,
    message: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    help: Option<&'a str>,
    clause: Option<&'a str>,
    labels: Vec<Label<'a>>,
    fix: Option<Mending<'a>>,
    baseline_state: Option<&'static str>,
    blocks_step: Option<bool>,
}

#[derive(Serialize)]
struct Label<'a> {
    message: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
}

#[derive(Serialize)]
struct Mending<'a> {
    title: &'a str,
    safe: bool,
    edits: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
struct Replacement<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    start: usize,
    end: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Place<'a> {
    path: &'a ContentPath,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct Counts {
    error: usize,
    warning: usize,
    note: usize,
}

/// The document described above, with a line break at its end. `source` gives the text of a file, where there is one.
pub fn report(diagnostics: &[Diagnostic], source: &dyn Fn(&ContentPath) -> Option<Arc<str>>, today: Date) -> String {
    let mut sorted: Vec<&Diagnostic> = diagnostics.iter().collect();
    sorted.sort_by(|one, other| one.order(other));
    let mut files = Files::new(source);
    let mut findings = Vec::with_capacity(sorted.len());
    for diagnostic in sorted {
        let mut place = |path, span| place(path, span, files.lines(path).as_deref());
        let labels = diagnostic.labels.iter();
        let own = place(&diagnostic.path, diagnostic.span);
        let labels =
            labels.map(|label| Label { message: &label.text, place: place(&label.path, Some(label.span)) }).collect();
        findings.push(Finding {
            rule: diagnostic.rule,
            level: diagnostic.level,
            message: &diagnostic.message,
            place: own,
            help: diagnostic.help.as_deref(),
            clause: diagnostic.clause.as_deref(),
            labels,
            fix: diagnostic.fix.as_ref().map(|fix| mending(fix, place)),
            baseline_state: diagnostic.baseline_state.map(word),
            blocks_step: diagnostic.baseline_state.map(|baseline_state| baseline_state == BaselineState::BlocksStep),
        });
    }
    let there = || diagnostics.iter().filter(|diagnostic| diagnostic.baseline_state != Some(BaselineState::Fixed));
    let number = |level| there().filter(|diagnostic| diagnostic.level == level).count();
    let counts = Counts { error: number(Level::Error), warning: number(Level::Warning), note: number(Level::Note) };
    let document = Document { version: 2, today: today.to_string(), findings, counts };
    serde_json::to_string_pretty(&document).expect("text and numbers are always JSON") + "\n"
}

fn mending<'a>(fix: &'a Fix, mut place: impl FnMut(&'a ContentPath, Option<Span>) -> Place<'a>) -> Mending<'a> {
    let replacement = |edit: &'a Edit| Replacement {
        place: place(&edit.path, Some(edit.span)),
        start: edit.span.start,
        end: edit.span.end,
        text: &edit.text,
    };
    Mending { title: &fix.title, safe: fix.is_safe, edits: fix.edits.iter().map(replacement).collect() }
}

fn word(baseline_state: BaselineState) -> &'static str {
    match baseline_state {
        BaselineState::New => "new",
        BaselineState::Existing | BaselineState::BlocksStep => "existing",
        BaselineState::Fixed => "fixed",
    }
}

fn place<'a>(path: &'a ContentPath, span: Option<Span>, lines: Option<&Lines>) -> Place<'a> {
    let Some((span, lines)) = span.zip(lines) else {
        return Place { path, line: None, column: None, end_line: None, end_column: None };
    };
    let range = lines.clamp(span);
    let ((line, column), (end_line, end_column)) = (lines.place(range.start), lines.place(range.end));
    Place { path, line: Some(line), column: Some(column), end_line: Some(end_line), end_column: Some(end_column) }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const TODAY: Date = Date::constant(2026, 11, 21);

    fn path(text: &str) -> ContentPath {
        ContentPath::parse(text).unwrap()
    }

    /// The document for `findings`, where every file but `gone.md` says the same.
    fn document(findings: &[Diagnostic]) -> Value {
        let source = |path: &ContentPath| (path.as_str() != "gone.md").then(|| "Kühnel\nwas here\n".into());
        serde_json::from_str(&report(findings, &source, TODAY)).unwrap()
    }

    #[test]
    fn the_document_above_is_what_is_printed() {
        let text = "+++\ntitle = \"Lists\"\nowner = \"ada\"\nstarts = 2026-03-01\nends = 2026-02-01\n+++\n";
        let sow = path("sow/0003-mailing-lists.md");
        let at = |what| text.find(what).map(|start| Span::new(start, start + 10)).unwrap();
        let (starts, ends) = (at("2026-03-01"), at("2026-02-01"));
        let message = "ends on 2026-02-01, before it starts on 2026-03-01";
        let finding = Diagnostic::new("sow-ends-before-it-starts", &sow, ends, message)
            .help("swap `starts` and `ends`")
            .label(&sow, starts, "starts here")
            .fix(Fix::patch("swap the two days", vec![Edit::new(&sow, starts, "2026-02-01")]));
        let above = include_str!("json.rs").split("//! ```json\n").nth(1).unwrap();
        let above = above.split("//! ```\n").next().unwrap().replace("//! ", "");
        assert_eq!(report(&[finding], &|_| Some(text.into()), TODAY), above);
    }

    #[test]
    fn every_key_is_always_there() {
        let whole = Diagnostic::new("whole-file", &path("b.md"), None, "no").label(
            &path("gone.md"),
            Span::new(1, 3),
            "of no file that is there",
        );
        let found = &document(&[whole])["findings"][0];
        let null = |of: &Value| -> Vec<String> {
            of.as_object().unwrap().iter().filter(|(_, value)| value.is_null()).map(|(key, _)| key.clone()).collect()
        };
        let place = ["line", "column", "end_line", "end_column"];
        assert_eq!(null(found), [&place[..], &["help", "clause", "fix", "baseline_state", "blocks_step"]].concat());
        assert_eq!(null(&found["labels"][0]), place);
    }

    #[test]
    fn places_count_lines_and_characters_from_one_and_bytes_from_zero() {
        let page = path("a.md");
        let edit = |start, end| Edit::new(&page, Span::new(start, end), "Ada");
        let finding = Diagnostic::new("a-place", &page, Span::new(8, 11), "yes")
            .fix(Fix::safe("write it", vec![edit(0, 7), edit(8, 99)]));
        let found = &document(&[finding])["findings"][0];
        let place = |of: &Value| ["line", "column", "end_line", "end_column"].map(|key| of[key].as_u64().unwrap());
        assert_eq!(place(found), [2, 1, 2, 4]);
        let edits = &found["fix"]["edits"];
        assert_eq!((place(&edits[0]), &edits[0]["start"], &edits[0]["end"]), ([1, 1, 1, 7], &json!(0), &json!(7)));
        assert_eq!(place(&edits[1]), [2, 1, 3, 1]);
        assert_eq!(found["fix"]["safe"], true);
    }

    #[test]
    fn findings_stand_in_the_order_of_their_places_and_fixed_ones_are_not_counted() {
        let of_state = |file, level, state: Option<BaselineState>| {
            Diagnostic::new("some-rule", &path(file), None, "wrong").at_level(level).baseline(state)
        };
        let document = document(&[
            of_state("c.md", Level::Error, Some(BaselineState::Fixed)),
            of_state("b.md", Level::Warning, Some(BaselineState::BlocksStep)),
            of_state("a.md", Level::Error, Some(BaselineState::New)),
        ]);
        let findings = document["findings"].as_array().unwrap().iter();
        let told: Vec<Value> =
            findings.map(|it| json!([it["path"], it["baseline_state"], it["blocks_step"]])).collect();
        assert_eq!(
            told,
            [json!(["a.md", "new", false]), json!(["b.md", "existing", true]), json!(["c.md", "fixed", false])]
        );
        assert_eq!(document["counts"], json!({ "error": 1, "warning": 1, "note": 0 }));
    }
}
