//! Where findings are and what their fixes change, as the standard says it.

use serde_json::{Value, json};

use super::{object, text};
use crate::diagnostic::human::printable;
use crate::diagnostic::lines::Files;
use crate::diagnostic::{Edit, Fix, Label};
use crate::id::{ContentPath, encoded};
use crate::text::Span;

/// What paths are relative to.
pub(super) const ROOT: &str = "%SRCROOT%";

/// The files of one report, and what leads from the root of the repository to them: `content/`.
pub(super) struct Places<'a> {
    pub(super) files: Files<'a>,
    pub(super) prefix: &'a str,
}

impl Places<'_> {
    /// The file at `path`, and in it the place of `span` where its text is known.
    pub(super) fn location(&mut self, path: &ContentPath, span: Option<Span>) -> Value {
        let region = span.and_then(|span| self.region(path, span));
        let place = object([("artifactLocation", Some(self.artifact(path))), ("region", region)]);
        json!({ "physicalLocation": place })
    }

    /// The place of `label`, with what stands there.
    pub(super) fn related(&mut self, label: &Label) -> Value {
        let mut location = self.location(&label.path, Some(label.span));
        location["message"] = text(&printable(&label.text));
        location
    }

    fn artifact(&self, path: &ContentPath) -> Value {
        json!({ "uri": encoded(&format!("{}{path}", self.prefix)), "uriBaseId": ROOT })
    }

    /// `None` when the text of the file is not known.
    fn region(&mut self, path: &ContentPath, span: Span) -> Option<Value> {
        let lines = self.files.lines(path)?;
        let range = lines.clamp(span);
        let ((line, column), (end_line, end_column)) = (lines.place_utf16(range.start), lines.place_utf16(range.end));
        Some(json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column }))
    }

    /// What `fix` does: one change for each file, in the order of the edits.
    pub(super) fn fix(&mut self, fix: &Fix) -> Value {
        let mut changes: Vec<(&ContentPath, Vec<Value>)> = Vec::new();
        for edit in &fix.edits {
            let Some(replacement) = self.replacement(edit) else { continue };
            match changes.iter_mut().find(|(path, _)| **path == edit.path) {
                Some((_, replacements)) => replacements.push(replacement),
                None => changes.push((&edit.path, vec![replacement])),
            }
        }
        let change =
            |(path, replacements)| json!({ "artifactLocation": self.artifact(path), "replacements": replacements });
        let changes: Vec<Value> = changes.into_iter().map(change).collect();
        json!({ "description": text(&fix.title), "artifactChanges": changes })
    }

    fn replacement(&mut self, edit: &Edit) -> Option<Value> {
        let region = self.region(&edit.path, edit.span)?;
        Some(json!({ "deletedRegion": region, "insertedContent": text(&edit.text) }))
    }
}
