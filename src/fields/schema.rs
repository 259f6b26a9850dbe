//! JSON Schema (2020-12) of what `table!` declares: keys, meanings, shapes, and the gaps that may stand in place of a value.
//!
//! It speaks of the front matter as JSON: a TOML date is a string such as `2021-05-11`, a time one such as
//! `2021-06-01T17:00:00Z`. Everything that the decoder takes is valid under it. The other way round it is a little wider: it
//! cannot tell a date from the same letters in quotes, nor a record that exists from one that does not.

use serde_json::{Map, Value, json};

use crate::id::{Kind, Naming};

use super::{ANY, FieldRow, Presence, Shape, kinds, one_of};

/// The version of JSON Schema in which these are written.
pub const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of the table whose keys are `rows`. Tables within it stand under `$defs`, each once.
pub fn schema(title: &str, description: &str, rows: &[&'static FieldRow]) -> Value {
    let mut tables = Tables::of(Form::Written);
    let mut whole = Map::new();
    whole.insert("$schema".to_owned(), DIALECT.into());
    whole.insert("title".to_owned(), title.into());
    whole.insert("description".to_owned(), description.into());
    whole.extend(table(rows.iter().copied(), &mut tables));
    let mut definitions = gaps();
    definitions.extend(tables.written());
    whole.insert("$defs".to_owned(), Value::Object(definitions));
    Value::Object(whole)
}

/// What may stand under `$defs` for tables as data: each of `named` under its name, then the tables within them. Only what is
/// stated is in such a table, each value in the form that programs count with: amounts and objectives as objects.
pub fn of_data(named: &[(String, Vec<&'static FieldRow>)]) -> Map<String, Value> {
    let mut tables = Tables::of(Form::Data);
    let mut definitions = Map::new();
    for (name, rows) in named {
        definitions.insert(name.clone(), Value::Object(table(rows.iter().copied(), &mut tables)));
    }
    definitions.extend(tables.written());
    definitions
}

/// In which form values are described.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// As authors write them, with the gaps that may stand in place of a value.
    Written,
    /// As programs get them.
    Data,
}

/// The tables that are spoken of, by the key that led to each first.
struct Tables {
    met: Vec<(String, &'static [FieldRow])>,
    form: Form,
}

impl Tables {
    fn of(form: Form) -> Tables {
        Tables { met: Vec::new(), form }
    }

    /// Each of them as a definition.
    fn written(mut self) -> Map<String, Value> {
        let mut definitions = Map::new();
        // A table may hold tables of its own, which are met while it is written.
        let mut at = 0;
        while let Some((name, rows)) = self.met.get(at).cloned() {
            definitions.insert(name, Value::Object(table(rows.iter(), &mut self)));
            at += 1;
        }
        definitions
    }

    /// The name under which `$defs` has the table, which was met at `key`.
    fn name(&mut self, key: &str, rows: &'static [FieldRow]) -> String {
        let same = |other: &[FieldRow]| {
            other.len() == rows.len() && other.iter().zip(rows).all(|(a, b)| (a.key, a.meaning) == (b.key, b.meaning))
        };
        if let Some((name, _)) = self.met.iter().find(|(_, other)| same(other)) {
            return name.clone();
        }
        let taken = self.met.iter().filter(|(name, _)| name.trim_end_matches(|it: char| it.is_ascii_digit()) == key);
        let name = match taken.count() {
            0 => key.to_owned(),
            before => format!("{key}{}", before + 1),
        };
        self.met.push((name.clone(), rows));
        name
    }
}

/// An object with these keys and those that authors make up for themselves.
fn table(rows: impl Iterator<Item = &'static FieldRow>, tables: &mut Tables) -> Map<String, Value> {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for row in rows {
        if row.need == Presence::Required && tables.form == Form::Written {
            required.push(Value::from(row.key));
        }
        properties.insert(row.key.to_owned(), property(row, tables));
    }
    let mut object = Map::new();
    object.insert("type".to_owned(), "object".into());
    if !required.is_empty() {
        object.insert("required".to_owned(), required.into());
    }
    object.insert("properties".to_owned(), properties.into());
    if tables.form == Form::Written {
        object.insert("patternProperties".to_owned(), json!({ "^x-": {} }));
    }
    object.insert("additionalProperties".to_owned(), false.into());
    object
}

/// A key: its value, or why there is none.
fn property(row: &FieldRow, tables: &mut Tables) -> Value {
    let shape = (row.shape)();
    if tables.form == Form::Data {
        return json!({ "description": row.meaning.trim(), "allOf": [value(&shape, row.key, tables)] });
    }
    let own = |key: &str| matches!(&shape, Shape::Table(rows) if rows.iter().any(|row| row.key == key));
    let mut ways = vec![value(&shape, row.key, tables)];
    ways.extend(["unknown", "withheld"].iter().filter(|gap| !own(gap)).map(|gap| json!({ "$ref": definition(gap) })));
    json!({ "description": row.meaning.trim(), "anyOf": ways })
}

fn definition(name: &str) -> String {
    format!("#/$defs/{name}")
}

/// What stands in place of a value. A reason that is itself unknown is a reason too: the decoder takes it.
fn gaps() -> Map<String, Value> {
    let key = |meaning: &str, shape: &Shape| {
        let mut tables = Tables::of(Form::Written);
        let ways = [
            value(shape, "", &mut tables),
            json!({ "$ref": definition("unknown") }),
            json!({ "$ref": definition("withheld") }),
        ];
        json!({ "description": meaning, "anyOf": ways })
    };
    let gap = |description: &str, required: &str, properties: Value| {
        json!({
            "description": description,
            "type": "object",
            "required": [required],
            "properties": properties,
            "patternProperties": { "^x-": {} },
            "additionalProperties": false,
        })
    };
    let unknown =
        gap("A value that nobody knows.", "unknown", json!({ "unknown": key("Why it is not stated.", &Shape::Text) }));
    let withheld = gap(
        "A value that exists and is not shown.",
        "withheld",
        json!({
            "withheld": key("Why it is not shown.", &Shape::Text),
            "until": key("The day from which it is shown.", &Shape::Date),
            "by": key("The decision to withhold it.", &Shape::Reference(super::DECISION)),
        }),
    );
    Map::from_iter([("unknown".to_owned(), unknown), ("withheld".to_owned(), withheld)])
}

/// A value of one shape, met at `key`.
fn value(shape: &Shape, key: &str, tables: &mut Tables) -> Value {
    match shape {
        Shape::Date if tables.form == Form::Data => day(),
        Shape::Moment if tables.form == Form::Data => json!({ "type": "string", "format": "date-time" }),
        Shape::Money if tables.form == Form::Data => json!({
            "type": "object",
            "properties": { "amount": { "type": "number" }, "currency": { "type": "string", "pattern": "^[A-Z]{3}$" } },
            "required": ["amount", "currency"],
            "additionalProperties": false,
        }),
        Shape::Objective if tables.form == Form::Data => json!({
            "type": "object",
            "properties": {
                "comparison": { "enum": [">=", "<="] },
                "value": { "type": "number" },
                "unit": { "type": "string" },
            },
            "required": ["comparison", "value", "unit"],
            "additionalProperties": false,
        }),
        Shape::Text => json!({ "type": "string", "pattern": "\\S" }),
        Shape::Date => json!({
            "description": "A TOML date, without quotes.",
            "type": "string",
            "format": "date",
            "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
        }),
        Shape::Moment => json!({
            "description": "A TOML date-time with its offset, without quotes.",
            "type": "string",
            "format": "date-time",
        }),
        Shape::Integer => json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Boolean => json!({ "type": "boolean" }),
        Shape::Money => json!({
            "type": "string",
            "pattern": "^\\s*(0|[1-9]\\d*|[1-9]\\d{0,2}(,\\d{3})+|[1-9]\\d{0,2}(_\\d{3})+)(\\.\\d{1,4})?\\s+[A-Z]{3}\\s*$",
            "examples": ["12000 USD", "12,000.50 USD"],
        }),
        Shape::Link => json!({ "type": "string", "pattern": "^(https://|http://|mailto:|/)\\S+$" }),
        Shape::Objective => json!({
            "type": "string",
            "pattern": "^[<>]=\\s*(\\d+\\.?\\d*|\\.\\d+)\\s*[^\\s\\d.]",
            "examples": [">= 99.5 %", "<= 4 h"],
        }),
        Shape::Reference(bits) => reference(*bits),
        Shape::Word(words) => json!({ "enum": words }),
        Shape::List(item) => json!({ "type": "array", "items": value(item, key, tables) }),
        Shape::Table(rows) => json!({ "$ref": definition(&tables.name(key, rows)) }),
        // A table that says `unknown` or `withheld` is a gap, whatever else could stand there.
        Shape::Map(item) => json!({
            "type": "object",
            "propertyNames": { "not": { "enum": ["unknown", "withheld"] } },
            "additionalProperties": value(item, key, tables),
        }),
        Shape::Either(shapes) => {
            json!({ "anyOf": shapes.iter().map(|shape| value(shape, key, tables)).collect::<Vec<_>>() })
        }
        Shape::Any => json!({}),
    }
}

/// A day as programs get it.
pub fn day() -> Value {
    json!({ "type": "string", "format": "date", "pattern": "^\\d{4}-\\d{2}-\\d{2}$" })
}

/// The id of a record. Kinds that are called by a slug or by a name leave it open which text that is.
fn reference(bits: u32) -> Value {
    let forms: Option<Vec<String>> = kinds(bits).map(id_form).collect();
    let whom = if bits == ANY { "The id of a record.".to_owned() } else { format!("The id of {}.", one_of(bits)) };
    match forms {
        Some(forms) => json!({
            "description": whom,
            "type": "string",
            "pattern": format!("^\\s*@?({})\\s*$", forms.join("|")),
        }),
        None => json!({ "description": whom, "type": "string", "pattern": "\\S" }),
    }
}

/// The ways to write the id of a kind as a pattern; `None` where only the record itself knows how it is called.
fn id_form(kind: Kind) -> Option<String> {
    let (prefix, name) = (kind.usual_prefix(), kind.name());
    match kind.naming() {
        Naming::Numbered => Some(format!("({prefix}-|{name}/)?\\d+")),
        Naming::Dated => Some(format!("({prefix}-|{name}/)?\\d{{4}}-\\d{{2}}-\\d{{2}}(-\\S+)?")),
        Naming::Named | Naming::Free => None,
    }
}
