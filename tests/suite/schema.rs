//! The schemas say what the decoder does: what it takes is valid, and what is wrong for it is wrong for them.

use std::collections::BTreeMap;
use std::path::Path;

use candor::check::{RULES, RulePage};
use candor::config::Settings;
use candor::document::{Document, parse, schema};
use candor::fields::{Reader, Table};
use candor::id::{ContentPath, Kind};
use candor::text::Span;
use candor::tree::Tree;
use candor::workflow::{BUILT_IN, Written};
use jsonschema::Validator;
use serde_json::{Value, json};

/// The rules by which the decoder says that a key is wrong.
const OF_THE_DECODER: [&str; 8] = [
    "broken-link",
    "empty-key",
    "impossible-date",
    "invalid-toml",
    "missing-key",
    "unknown-key",
    "unknown-value",
    "wrong-type",
];

fn validator(schema: &Value) -> Validator {
    jsonschema::draft202012::options().should_validate_formats(true).build(schema).expect("the schema is one")
}

fn validators() -> BTreeMap<Kind, Validator> {
    Kind::ALL.iter().map(|kind| (*kind, validator(&schema::schema(*kind)))).collect()
}

fn of_table<T: Table>(title: &str) -> Value {
    candor::fields::schema::schema(title, "", &T::ROWS.iter().collect::<Vec<_>>())
}

/// TOML as a program without dates has it.
fn as_json(toml: &toml::Value) -> Value {
    match toml {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(boolean) => json!(boolean),
        toml::Value::Datetime(datetime) => json!(datetime.to_string()),
        toml::Value::Array(items) => items.iter().map(as_json).collect(),
        toml::Value::Table(table) => Value::Object(table.iter().map(|(key, it)| (key.clone(), as_json(it))).collect()),
    }
}

fn front_matter(document: &Document) -> Option<Value> {
    let toml = &document.text[document.front?.range()];
    Some(as_json(&toml::Value::Table(toml.parse().ok()?)))
}

fn decodes(document: &Document) -> bool {
    document.problems.iter().all(|problem| !OF_THE_DECODER.contains(&problem.rule))
}

fn documents(tree: &Tree) -> impl Iterator<Item = Document> {
    let markdown = tree.sources.iter().filter(|(path, _)| path.is_markdown());
    markdown.map(|(path, source)| parse(path, source, candor::layout::Layout::usual()))
}

#[test]
fn every_schema_is_one() {
    let mut schemas: Vec<Value> = Kind::ALL.iter().map(|kind| schema::schema(*kind)).collect();
    schemas.extend([of_table::<Settings>("config"), of_table::<Written>("profile")]);
    for schema in schemas {
        let title = &schema["title"];
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema", "{title}");
        if let Err(problem) = jsonschema::meta::validate(&schema) {
            panic!("{title}: {problem}");
        }
        for (key, property) in schema["properties"].as_object().expect("a table has keys") {
            assert!(property["description"].as_str().is_some_and(|it| !it.is_empty()), "{title}: {key} has no meaning");
        }
    }
}

#[test]
fn what_the_decoder_takes_is_valid() {
    let content = Tree::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")).expect("the record can be read");
    let mut trees = vec![("content", content)];
    for rule in RULES {
        let clean = RulePage::of(rule).examples().into_iter().filter(|example| !example.flagged);
        trees.extend(clean.map(|example| (rule.name, example.tree())));
    }
    let validators = validators();
    let mut seen: BTreeMap<Kind, usize> = BTreeMap::new();
    for (place, tree) in &trees {
        for document in documents(tree).filter(decodes) {
            let Some(front) = front_matter(&document) else { continue };
            *seen.entry(document.kind()).or_default() += 1;
            let problems: Vec<String> = validators[&document.kind()]
                .iter_errors(&front)
                .map(|it| format!("{} at {}", it, it.instance_path()))
                .collect();
            assert!(problems.is_empty(), "{place}: {}: {problems:?}", document.path);
        }
    }
    // The other three are among the cases below.
    assert!(seen.len() >= 13, "{seen:?}");
}

#[test]
fn the_profiles_and_the_settings_are_valid() {
    let profile = validator(&of_table::<Written>("profile"));
    for (name, text) in BUILT_IN {
        let value = as_json(&toml::Value::Table(text.parse().expect("the profile is TOML")));
        let problems: Vec<String> =
            profile.iter_errors(&value).map(|it| format!("{} at {}", it, it.instance_path())).collect();
        assert!(problems.is_empty(), "{name}: {problems:?}");
    }
    let text = include_str!("../../content/candor.toml");
    let value = as_json(&toml::Value::Table(text.parse().expect("the settings are TOML")));
    assert!(validator(&of_table::<Settings>("config")).is_valid(&value));
    let unknown_guard = json!({ "name": "ours", "kind": { "sow": { "transition": [
        { "to": "draft", "by": "anyone", "needs": [{ "unless": { "field": "route", "needs": [{ "moon": "full" }] } }] }
    ] } } });
    assert!(!profile.is_valid(&unknown_guard), "a guard within a guard is looked at too");
}

const PROPOSAL: &str = r#"
title = "Move the lists"
proposer = "ada"
issue = "https://example.org/1"
impact = "minor"

[[event]]
to = "submitted"
date = 2026-01-05
by = "ada"
"#;

/// Kind, file and front matter: what an author may write, and what the decoder rejects.
fn cases() -> Vec<(bool, &'static str, String)> {
    let proposal = |from: &str, to: &str| {
        assert!(PROPOSAL.contains(from), "{from}");
        PROPOSAL.replacen(from, to, 1)
    };
    let bounty = |rest: &str| format!("sow = \"SOW-0001\"\namount = {rest}\nexpires = 2026-05-01\n{EVENT}");
    let pledge = |rest: &str| format!("donor = \"ada\"\nkind = \"time\"\n{rest}{EVENT}");
    let survey = |rest: &str| {
        let days = "opens = 2026-03-01\ncloses = 2026-03-31";
        format!("title = \"Tools\"\n{days}\naudience = \"all\"\ninstrument = \"a form\"\n{rest}\n")
    };
    vec![
        (true, "proposals/0001-a.md", PROPOSAL.to_owned()),
        (true, "proposals/0001-a.md", proposal("issue", "x-ours = { a = [1] }\nissue")),
        (true, "proposals/0001-a.md", proposal("\"minor\"", "{ unknown = \"nobody asked\" }")),
        (
            true,
            "proposals/0001-a.md",
            proposal("\"ada\"", "{ withheld = \"asked for it\", until = 2026-03-01, by = \"DEC-0001\" }"),
        ),
        (true, "proposals/0001-a.md", proposal("2026-01-05", "{ unknown = { unknown = \"lost\" } }")),
        (true, "proposals/0001-a.md", proposal("\"ada\"", "\"@ada\"")),
        (true, "bounties/0001-a.md", bounty("\"1,200.50 EUR\"")),
        (false, "proposals/0001-a.md", proposal("issue", "isue = \"x\"\nissue")),
        (false, "proposals/0001-a.md", proposal("title = \"Move the lists\"\n", "")),
        (false, "proposals/0001-a.md", proposal("\"Move the lists\"", "12")),
        (false, "proposals/0001-a.md", proposal("\"Move the lists\"", "\" \"")),
        (false, "proposals/0001-a.md", proposal("\"minor\"", "\"tiny\"")),
        (false, "proposals/0001-a.md", proposal("\"https://example.org/1\"", "\"example.org/1\"")),
        (false, "proposals/0001-a.md", proposal("date = 2026-01-05\n", "")),
        (false, "proposals/0001-a.md", proposal("date = 2026-01-05", "date = \"January\"")),
        (false, "proposals/0001-a.md", proposal("\"submitted\"", "[\"submitted\"]")),
        (false, "proposals/0001-a.md", proposal("\"minor\"", "{ unknown = \"nobody asked\", until = 2026-03-01 }")),
        (false, "proposals/0001-a.md", proposal("\"minor\"", "{ withheld = 3 }")),
        (false, "proposals/0001-a.md", proposal("[[event]]", "[event]")),
        (false, "bounties/0001-a.md", bounty("\"1200\"")),
        (false, "bounties/0001-a.md", bounty("1200")),
        (
            true,
            "pledges/0001-a.md",
            pledge("hours_per_month = 3\nfulfilled = [{ date = 2026-02-01, link = \"/x\" }]\n"),
        ),
        (false, "pledges/0001-a.md", pledge("hours_per_month = \"3\"\n")),
        (true, "surveys/a.md", survey("responses = 12")),
        (false, "surveys/a.md", survey("responses = -1")),
        (false, "surveys/a.md", survey("question = [\"Why?\"]")),
        (false, "services/a.md", "name = \"a\"\ncritical = \"very\"\n".to_owned()),
    ]
}

const EVENT: &str = "[[event]]\nto = \"open\"\ndate = 2026-01-05\nby = \"ada\"\n";

#[test]
fn decoder_and_schema_agree_on_what_is_wrong() {
    let validators = validators();
    for (right, path, toml) in cases() {
        let tree = Tree::fixture(&format!("-- {path} --\n+++\n{toml}+++\n"));
        let document = documents(&tree).next().expect("the fixture holds one file");
        assert_eq!(decodes(&document), right, "the decoder: {toml}\n{:?}", document.problems);
        let front = front_matter(&document).expect("the fixture is TOML");
        assert_eq!(validators[&document.kind()].is_valid(&front), right, "the schema: {toml}");
    }
}

#[test]
fn the_settings_are_decoded_as_the_schema_says() {
    let schema = validator(&of_table::<Settings>("config"));
    for (right, text) in [
        (true, "levels = { stalled = \"off\" }\n"),
        (true, "levels = { unknown = \"nobody knows\" }\n"),
        (false, "levels = { stalled = \"loud\" }\n"),
        (false, "levels = { unknown = \"nobody knows\", stalled = \"off\" }\n"),
        (false, "[[waiver]]\nrule = \"stalled\"\n"),
    ] {
        let path = ContentPath::parse("candor.toml").expect("a path");
        let mut reader = Reader::new(&path, 0);
        let table = reader.parse(text);
        let mut fields = reader.table(table.get_ref(), Span::new(0, 0));
        drop(Settings::decode_table(&mut fields));
        fields.finish();
        assert_eq!(reader.problems.is_empty(), right, "the decoder: {text}");
        let value = as_json(&toml::Value::Table(text.parse().expect("the settings are TOML")));
        assert_eq!(schema.is_valid(&value), right, "the schema: {text}");
    }
}
