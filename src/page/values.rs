//! What a template is given, as a list of names: from the values themselves, so that the list is never out of date.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

/// Adds what is within `value`, which templates know as `name`, to `into`.
pub(super) fn add(into: &mut BTreeMap<String, &'static str>, name: &str, value: &impl Serialize) {
    // What cannot be written as JSON has no names in it.
    gather(into, name, &serde_json::to_value(value).unwrap_or_default());
}

fn gather(into: &mut BTreeMap<String, &'static str>, name: &str, value: &Value) {
    let what = match value {
        Value::Object(values) => {
            for (key, value) in values {
                gather(into, &format!("{name}.{key}"), value);
            }
            return;
        }
        Value::Array(items) if !items.is_empty() => {
            for item in items {
                gather(into, &format!("{name}[]"), item);
            }
            return;
        }
        Value::Array(_) => "list",
        Value::Null => "absent",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "number",
        Value::String(_) => "text",
    };
    let known = into.entry(name.to_owned()).or_insert(what);
    // Where it was absent before, it is known now what it can be.
    if *known == "absent" {
        *known = what;
    }
}
