//! The change for programs: one document, its shape versioned and described by a schema.

use serde_json::{Value, json};

use crate::diagnostic::{BaselineState, Diagnostic};
use crate::id::Kind;

use super::{Diff, Edit, Matter, Ruling, Sign};

/// The version of the shape. It rises when a program that reads the document would have to be changed.
pub const VERSION: u32 = 3;

/// The change as one document on several lines.
pub fn report(diff: &Diff, fails: bool) -> String {
    let [errors, warnings, existing] = diff.counts;
    let document = json!({
        "version": VERSION,
        "fails": fails,
        "withholds": diff.is_withholding,
        "findings": { "errors": errors, "warnings": warnings, "fixed": diff.fixed.len(), "existing": existing },
        "moved": diff.moved.as_ref().map(|(from, to)| json!({ "from": from, "to": to })),
        "records": diff.matters.iter().map(matter).collect::<Vec<_>>(),
        "rules": diff.rules.iter().map(ruling).collect::<Vec<_>>(),
        "files": diff.files.iter().map(|(path, fate)| json!({ "path": path, "fate": fate.as_str() })).collect::<Vec<_>>(),
        "unblocks": diff.unblocked,
        "holds_up": diff.held_up,
        "other_findings": diff.findings.iter().map(finding).collect::<Vec<_>>(),
        "fixed_findings": diff.fixed.iter().map(finding).collect::<Vec<_>>(),
    });
    format!("{document:#}\n")
}

fn matter(it: &Matter) -> Value {
    let steps = it
        .steps
        .iter()
        .map(|step| json!({ "from": step.from, "to": step.to, "legal": step.verdict.is_legal(), "lacks": step.lacks }));
    let prose = it.prose.iter().map(|(sign, text)| {
        let sign = match sign {
            Sign::Same => "same",
            Sign::Out => "out",
            Sign::In => "in",
        };
        json!([sign, text])
    });
    json!({
        "id": it.id,
        "kind": it.kind.name(),
        "was_id": it.was_id,
        "was_kind": it.was_kind.map(Kind::name),
        "title": it.title,
        "path": it.path,
        "was_at": it.was_at,
        "address": it.address,
        "fate": it.fate.as_str(),
        "touched": it.is_touched,
        "steps": steps.collect::<Vec<_>>(),
        "edits": it.edits.iter().map(edit).collect::<Vec<_>>(),
        "notes": it.notes.iter().map(edit).collect::<Vec<_>>(),
        "findings": it.findings.iter().map(finding).collect::<Vec<_>>(),
        "text": prose.collect::<Vec<_>>(),
        "referred_to_by": it.left_behind.iter().map(|(id, _)| id).collect::<Vec<_>>(),
        "next": it.next,
    })
}

fn edit(it: &Edit) -> Value {
    json!({ "key": it.key, "item": it.item, "is_item": it.is_item(), "was": it.was, "is": it.is })
}

fn ruling(it: &Ruling) -> Value {
    let (path, value) = it.edit.as_ref().map(|(path, value)| (path, edit(value))).unzip();
    json!({ "effect": it.effect.as_str(), "what": it.what, "path": path, "edit": value })
}

fn finding(it: &Diagnostic) -> Value {
    let blocks = it.baseline_state == Some(BaselineState::BlocksStep);
    json!({
        "rule": it.rule,
        "level": it.level,
        "path": it.path.as_str(),
        "message": it.message,
        "help": it.help,
        "was_there_and_blocks_the_step": blocks,
    })
}

/// The schema of the document.
pub fn schema() -> Value {
    let text = || json!({ "type": "string" });
    let maybe = || json!({ "type": ["string", "null"] });
    let number = || json!({ "type": "integer", "minimum": 0 });
    let list = |items: Value| json!({ "type": "array", "items": items });
    let object = |properties: Value| {
        let required: Vec<String> = properties.as_object().into_iter().flat_map(|it| it.keys().cloned()).collect();
        json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
    };
    let flag = || json!({ "type": "boolean" });
    let fate = || json!({ "enum": ["added", "published", "removed", "unpublished", "changed", "moved"] });
    let finding = || {
        object(json!({
            "rule": text(), "level": { "enum": ["error", "warning", "note"] }, "path": text(), "message": text(),
            "help": maybe(), "was_there_and_blocks_the_step": flag()
        }))
    };
    let edit = || object(json!({ "key": text(), "item": maybe(), "is_item": flag(), "was": maybe(), "is": maybe() }));
    let of_file = json!({ "anyOf": [edit(), { "type": "null" }] });
    let ruling = object(json!({
        "effect": { "enum": ["looser", "stricter", "other"] }, "what": maybe(), "path": maybe(), "edit": of_file
    }));
    let record = object(json!({
        "id": text(), "was_id": maybe(), "kind": text(), "was_kind": maybe(), "title": text(), "path": text(), "was_at": maybe(), "address": maybe(),
        "fate": fate(), "touched": flag(), "steps": list(object(json!({ "from": maybe(), "to": text(), "legal": { "type": ["boolean", "null"] }, "lacks": list(text()) }))),
        "edits": list(edit()), "notes": list(edit()), "findings": list(finding()),
        "text": list(json!({ "type": "array", "prefixItems": [{ "enum": ["same", "out", "in"] }, text()] })),
        "referred_to_by": list(text()), "next": maybe()
    }));
    let mut schema = object(json!({
        "version": { "const": VERSION }, "fails": flag(), "withholds": flag(),
        "findings": object(json!({ "errors": number(), "warnings": number(), "fixed": number(), "existing": number() })),
        "moved": { "anyOf": [object(json!({ "from": text(), "to": text() })), { "type": "null" }] },
        "records": list(record), "rules": list(ruling), "files": list(object(json!({ "path": text(), "fate": fate() }))),
        "unblocks": list(text()), "holds_up": list(text()),
        "other_findings": list(finding()), "fixed_findings": list(finding())
    }));
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("What a change does to the record");
    schema
}
