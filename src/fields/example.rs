//! An example of each value of the front matter, for the manual: the decoder takes every one of them.

use crate::id::{Kind, Naming};

use super::{ANY, FieldRow, Parts, Presence, Shape, kinds, toml_text};

/// Texts by the key that holds them, where a text is of a certain form or an example says more than the meaning does.
const TEXTS: [(&str, &str); 32] = [
    ("accent", "#7a2e0e"),
    ("actions", "SOW-0003"),
    ("aliases", "Ada E."),
    ("area", "mailing lists"),
    ("audience", "all contributors"),
    ("base_url", "https://example.org/record/"),
    ("branch", "main"),
    ("consumers", "release managers"),
    ("contact", "mailto:group@example.org"),
    ("currency", "USD"),
    ("discourse", "ada"),
    ("email", "ada@example.org"),
    ("exclude", "notes/"),
    ("executed", "https://example.org/t/12"),
    ("github", "ada-example"),
    ("host", "a server at Example Hosting"),
    ("id", "first-lists-moved"),
    ("lang", "en"),
    ("logo", "static/logo.svg"),
    ("measure", "lists that have moved"),
    ("name", "Ada Example"),
    ("profile", "base"),
    ("purpose", "Where the contributors talk."),
    ("redirects", "notes/2021/lists"),
    ("role", "chair"),
    ("rule", "stalled"),
    ("scope", "mailing lists"),
    ("style", "static/own.css"),
    ("summary", "The lists move to a forum, and their archive stays."),
    ("tags", "mailing lists"),
    ("timezone", "Europe/Berlin"),
    ("title", "Move the lists to a forum"),
];

impl FieldRow {
    /// A value that the key can hold, as TOML writes it in one line: `["mailing lists"]`.
    pub fn example(&self) -> String {
        value(&(self.shape)(), self.key)
    }

    /// How the key is written: `tags = ["mailing lists"]`; a table by its header, `[[vote]]`, for its own keys follow.
    pub fn example_line(&self) -> String {
        match (self.shape)().parts() {
            Parts::Keys(_) => format!("[{}]", self.key),
            Parts::Items(Shape::Table(_)) => format!("[[{}]]", self.key),
            Parts::One | Parts::Items(_) | Parts::Values(_) | Parts::Choices(_) => {
                format!("{} = {}", self.key, self.example())
            }
        }
    }
}

fn value(shape: &Shape, key: &str) -> String {
    match shape {
        Shape::Text => toml_text(TEXTS.iter().find(|(of, _)| *of == key).map_or("in a few words", |(_, text)| text)),
        Shape::Date => "2026-03-02".to_owned(),
        Shape::Moment => "2026-03-02T17:00:00Z".to_owned(),
        Shape::Integer => "30".to_owned(),
        Shape::Number => "99.7".to_owned(),
        Shape::Boolean => "true".to_owned(),
        Shape::Money => toml_text("12000 USD"),
        Shape::Link => toml_text("https://example.org/t/12"),
        Shape::Objective => toml_text(">= 99.5 %"),
        Shape::Reference(bits) => toml_text(&reference(*bits)),
        Shape::Word(words) => toml_text(words.first().copied().unwrap_or_default()),
        Shape::List(item) => format!("[{}]", value(item, key)),
        Shape::Table(rows) => {
            let required = rows.iter().filter(|row| row.need == Presence::Required);
            let mut keys: Vec<&FieldRow> = required.collect();
            keys.extend(rows.first().filter(|_| keys.is_empty()));
            let keys: Vec<String> = keys.iter().map(|row| format!("{} = {}", row.key, row.example())).collect();
            format!("{{ {} }}", keys.join(", "))
        }
        Shape::Map(item) => format!("{{ name = {} }}", value(item, key)),
        Shape::Either(shapes) => shapes.first().map(|shape| value(shape, key)).unwrap_or_default(),
        Shape::Any => toml_text("anything"),
    }
}

/// The id of a record of the first of the kinds.
fn reference(bits: u32) -> String {
    let kind = if bits == ANY { Kind::Proposal } else { kinds(bits).next().unwrap_or(Kind::Page) };
    match kind.naming() {
        Naming::Numbered => format!("{}-0001", kind.usual_prefix()),
        Naming::Dated => format!("{}-2026-03-02", kind.usual_prefix()),
        Naming::Named | Naming::Free => match kind {
            Kind::Person => "ada-example".to_owned(),
            Kind::Service => "mailing-lists".to_owned(),
            other => format!("our-{other}"),
        },
    }
}
