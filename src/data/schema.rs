//! The shape of the data as JSON Schema (2020-12).

use serde_json::{Map, Value, json};

use crate::document::schema::of_data;
use crate::fields::schema::{DIALECT, day};
use crate::id::Kind;
use crate::workflow::Phase;

use super::VERSION;
use super::record::{ENDS, TAKING_PART};

/// The schema of one record.
pub fn record() -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), DIALECT.into());
    schema.insert("title".to_owned(), "A record as data".into());
    schema.insert(
        "description".to_owned(),
        "One record of a group, as `candor query` prints it and the site has it.".into(),
    );
    schema.extend(record_object());
    schema.insert("$defs".to_owned(), of_data().into());
    Value::Object(schema)
}

/// The schema of the document that holds all records.
pub fn whole() -> Value {
    let mut definitions = of_data();
    definitions.insert("record".to_owned(), record_object().into());
    json!({
        "$schema": DIALECT,
        "title": "A group's record as data",
        "description": "All records of a group; `records` holds each of them in the shape that its own file has.",
        "type": "object",
        "properties": {
            "version": { "const": VERSION },
            "as_of": described("The day on which the record was looked at.", day()),
            "title": { "type": "string", "description": "What the site is called." },
            "url": maybe("Where the site is published.", json!({ "type": "string" })),
            "records": { "type": "array", "items": { "$ref": "#/$defs/record" } },
        },
        "required": ["version", "as_of", "title", "url", "records"],
        "additionalProperties": false,
        "$defs": definitions,
    })
}

fn record_object() -> Map<String, Value> {
    let properties = properties();
    let required: Vec<String> = properties.keys().cloned().collect();
    let fields = |kind: &Kind| {
        json!({
            "if": { "properties": { "kind": { "const": kind.name() } } },
            "then": { "properties": { "fields": { "$ref": format!("#/$defs/{kind}.fields") } } },
        })
    };
    let kinds = Kind::ALL.iter().filter(|kind| **kind != Kind::Page);
    let mut object = Map::new();
    object.insert("type".to_owned(), "object".into());
    object.insert("properties".to_owned(), properties.into());
    object.insert("required".to_owned(), required.into());
    object.insert("additionalProperties".to_owned(), false.into());
    object.insert("allOf".to_owned(), kinds.map(fields).collect::<Vec<_>>().into());
    object
}

fn properties() -> Map<String, Value> {
    let text = || json!({ "type": "string" });
    let kinds: Vec<&str> = Kind::ALL.iter().filter(|kind| **kind != Kind::Page).map(|kind| kind.name()).collect();
    let phases: Vec<&str> = Phase::ALL.iter().map(|phase| phase.as_str()).collect();
    let place = "Where the value would be, below `fields`: `contract[0].amount`.";
    let rows: Vec<(&str, Value)> = vec![
        (
            "version",
            described(
                "The version of this shape. It rises when programs have to be changed.",
                json!({ "const": VERSION }),
            ),
        ),
        ("as_of", described("The day on which the record was looked at.", day())),
        ("id", described("What the record is called wherever another one names it.", text())),
        ("kind", described("What sort of record it is.", json!({ "enum": kinds }))),
        ("title", described("What readers call it.", text())),
        ("url", maybe("Where its page is; null where the site does not know its own address.", text())),
        ("address", described("Where its page is, from the root of the site.", text())),
        ("path", described("Its file, from the root of the record.", text())),
        ("day", maybe("The day of a meeting, of a decision, of the last step of anything else.", day())),
        ("state", maybe("The state that it is in; null for kinds without states.", text())),
        ("state_label", maybe("That state in words.", text())),
        ("phase", maybe("Under which mark readers see that state.", json!({ "enum": phases }))),
        ("since", maybe("The day on which it entered that state.", day())),
        ("settled", maybe("Whether nothing more is to come.", json!({ "type": "boolean" }))),
        ("goes_on_in", maybe("The record in which the matter goes on; what follows is then said of that.", text())),
        (
            "holder",
            maybe(
                "Who has it now.",
                object(&[
                    ("words", described("In the words of the workflow.", text())),
                    (
                        "records",
                        list("The people, groups and organizations that are meant; empty where none is known.", text()),
                    ),
                ]),
            ),
        ),
        (
            "under_way",
            list(
                "What others can take part in today.",
                object(&[
                    ("what", json!({ "enum": TAKING_PART })),
                    ("of", described("The record that asks them to.", text())),
                    ("until", maybe("The last day.", day())),
                ]),
            ),
        ),
        ("next", maybe("What comes next, in the words of the workflow.", text())),
        ("missing", list("What is missing for that.", text())),
        ("earliest", maybe("The first day on which it can come; null when that is today or before.", day())),
        (
            "deadline",
            maybe(
                "The last day for what is to come now.",
                object(&[
                    ("day", day()),
                    ("what", described("What ends on it.", json!({ "enum": ENDS }))),
                    ("of", described("The record that states it.", text())),
                ]),
            ),
        ),
        ("stalled", described("Whether nothing happened for longer than is usual.", json!({ "type": "boolean" }))),
        (
            "fields",
            described(
                "What its front matter states, by its keys; what is withheld or not recorded is absent. References are the ids of records, as in `id`.",
                json!({ "type": "object" }),
            ),
        ),
        (
            "withheld",
            list(
                "The values that exist and are not published.",
                object(&[
                    ("key", described(place, text())),
                    ("why", described("Why it is not published.", text())),
                    ("until", maybe("The last day on which it is not.", day())),
                    ("by", maybe("The decision to withhold it.", text())),
                ]),
            ),
        ),
        (
            "not_recorded",
            list(
                "What nobody knows, and what should be there and is not.",
                object(&[("key", described(place, text())), ("why", maybe("Why, where somebody said so.", text()))]),
            ),
        ),
        (
            "links",
            list(
                "The records that it refers to.",
                object(&[
                    ("key", maybe("By which key; null for a reference in the text.", text())),
                    ("to", described("The id of the other record.", text())),
                ]),
            ),
        ),
    ];
    rows.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

fn described(meaning: &str, mut schema: Value) -> Value {
    schema["description"] = meaning.into();
    schema
}

fn maybe(meaning: &str, schema: Value) -> Value {
    json!({ "description": meaning, "anyOf": [schema, { "type": "null" }] })
}

fn list(meaning: &str, items: Value) -> Value {
    json!({ "description": meaning, "type": "array", "items": items })
}

/// An object that has each of these keys.
fn object(rows: &[(&str, Value)]) -> Value {
    let properties: Map<String, Value> = rows.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    let required: Vec<&str> = rows.iter().map(|(key, _)| *key).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}
