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
            "title": described("What the site is called.", text()),
            "url": maybe("Where the site is published.", text()),
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

/// A key of an object, and the schema of its value.
type Row = (&'static str, Value);

/// The schema of each key of a record, in the order in which a record has them.
fn properties() -> Map<String, Value> {
    let rows = [what_it_is(), where_it_stands(), what_comes_next(), what_it_states()].into_iter().flatten();
    rows.map(|(key, schema)| (key.to_owned(), schema)).collect()
}

fn what_it_is() -> Vec<Row> {
    let kinds: Vec<&str> = Kind::ALL.iter().filter(|kind| **kind != Kind::Page).map(|kind| kind.name()).collect();
    let version = json!({ "const": VERSION });
    vec![
        ("version", described("The version of this shape. It rises when programs have to be changed.", version)),
        ("as_of", described("The day on which the record was looked at.", day())),
        ("id", described("What the record is called wherever another one names it.", text())),
        ("kind", described("What sort of record it is.", json!({ "enum": kinds }))),
        ("title", described("What readers call it.", text())),
        ("url", maybe("Where its page is; null where the site does not know its own address.", text())),
        ("address", described("Where its page is, from the root of the site.", text())),
        ("path", described("Its file, from the root of the record.", text())),
    ]
}

fn where_it_stands() -> Vec<Row> {
    let phases: Vec<&str> = Phase::ALL.iter().map(|phase| phase.as_str()).collect();
    let who = "The people, groups and organizations that are meant; empty where none is known.";
    let holder =
        object(&[("words", described("In the words of the workflow.", text())), ("records", list(who, text()))]);
    let under_way = object(&[
        ("what", json!({ "enum": TAKING_PART })),
        ("of", described("The record that asks them to.", text())),
        ("until", maybe("The last day.", day())),
    ]);
    vec![
        ("day", maybe("The day of a meeting, of a decision, of the last step of anything else.", day())),
        ("state", maybe("The state that it is in; null for kinds without states.", text())),
        ("state_label", maybe("That state in words.", text())),
        ("phase", maybe("Under which mark readers see that state.", json!({ "enum": phases }))),
        ("since", maybe("The day on which it entered that state.", day())),
        ("settled", maybe("Whether nothing more is to come.", flag())),
        ("goes_on_in", maybe("The record in which the matter goes on; what follows is then said of that.", text())),
        ("holder", maybe("Who has it now.", holder)),
        ("under_way", list("What others can take part in today.", under_way)),
    ]
}

fn what_comes_next() -> Vec<Row> {
    let deadline = object(&[
        ("day", day()),
        ("what", described("What ends on it.", json!({ "enum": ENDS }))),
        ("of", described("The record that states it.", text())),
    ]);
    vec![
        ("next", maybe("What comes next, in the words of the workflow.", text())),
        ("missing", list("What is missing for that.", text())),
        ("earliest", maybe("The first day on which it can come; null when that is today or before.", day())),
        ("deadline", maybe("The last day for what is to come now.", deadline)),
        ("stalled", described("Whether nothing happened for longer than is usual.", flag())),
    ]
}

fn what_it_states() -> Vec<Row> {
    const FIELDS: &str = "What its front matter states, by its keys; what is withheld or not recorded is absent. References are the ids of records, as in `id`.";
    let key = || described("Where the value would be, below `fields`: `contract[0].amount`.", text());
    let withheld = object(&[
        ("key", key()),
        ("why", described("Why it is not published.", text())),
        ("until", maybe("The last day on which it is not.", day())),
        ("by", maybe("The decision to withhold it.", text())),
    ]);
    let not_recorded = object(&[("key", key()), ("why", maybe("Why, where somebody said so.", text()))]);
    let link = object(&[
        ("key", maybe("By which key; null for a reference in the text.", text())),
        ("to", described("The id of the other record.", text())),
    ]);
    vec![
        ("fields", described(FIELDS, json!({ "type": "object" }))),
        ("withheld", list("The values that exist and are not published.", withheld)),
        ("not_recorded", list("What nobody knows, and what should be there and is not.", not_recorded)),
        ("links", list("The records that it refers to.", link)),
    ]
}

fn text() -> Value {
    json!({ "type": "string" })
}

fn flag() -> Value {
    json!({ "type": "boolean" })
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
fn object(rows: &[Row]) -> Value {
    let properties: Map<String, Value> = rows.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    let required: Vec<&str> = rows.iter().map(|(key, _)| *key).collect();
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}
