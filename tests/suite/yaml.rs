//! Front matter in YAML says what the same in TOML says, and what is wrong with it is found as well.

use std::fmt::Write;

use candor::document::{Document, Record, parse};
use candor::fields::{FieldRow, Shape};
use candor::id::{ContentPath, Kind};
use candor::tree::{Source, Tree};
use proptest::prelude::*;

use crate::support;

/// A value as somebody means to write it.
#[derive(Debug, Clone)]
enum Value {
    Text(String),
    /// A number, a day, true or false.
    Bare(&'static str),
    List(Vec<Value>),
    Table(Vec<(String, Value)>),
}

fn text(words: &str) -> Value {
    Value::Text(words.to_owned())
}

impl Value {
    fn toml(&self) -> String {
        match self {
            Value::Text(words) => toml::Value::String(words.clone()).to_string(),
            Value::Bare(word) => (*word).to_owned(),
            Value::List(items) => format!("[{}]", items.iter().map(Value::toml).collect::<Vec<_>>().join(", ")),
            Value::Table(entries) => {
                let entries = entries.iter().map(|(key, value)| format!("{key} = {}", value.toml()));
                format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// On one line.
    fn flow(&self) -> String {
        match self {
            Value::Text(words) => format!("{words:?}"),
            Value::Bare(word) => (*word).to_owned(),
            Value::List(items) => format!("[{}]", items.iter().map(Value::flow).collect::<Vec<_>>().join(", ")),
            Value::Table(entries) => {
                let entries = entries.iter().map(|(key, value)| format!("{key}: {}", value.flow()));
                format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// Behind a key or a dash, on lines of its own where it holds others.
    fn block(&self, depth: usize) -> String {
        let indent = "  ".repeat(depth);
        match self {
            Value::List(items) if !items.is_empty() => items.iter().fold(String::new(), |mut lines, item| {
                let _ = write!(lines, "\n{indent}-{}", item.block(depth + 1));
                lines
            }),
            Value::Table(entries) if !entries.is_empty() => {
                entries.iter().fold(String::new(), |mut lines, (key, value)| {
                    let _ = write!(lines, "\n{indent}{key}:{}", value.block(depth + 1));
                    lines
                })
            }
            Value::Text(_) | Value::Bare(_) | Value::List(_) | Value::Table(_) => format!(" {} # why", self.flow()),
        }
    }
}

/// Values for what `shape` asks for: one that is right first, then what authors get wrong. A bare word where a text is wanted is
/// no fault in YAML, and not among them.
fn values(shape: &Shape, depth: usize) -> Vec<Value> {
    let wrong = || vec![Value::Bare("true"), Value::Bare("5"), Value::Bare("2026-01-02"), text("näh"), text("")];
    let nested = || vec![Value::List(vec![text("a")]), Value::Table(vec![("a".to_owned(), text("b"))])];
    let of_text = |right: &str| {
        let mut all = vec![text(right), text("näh „so“"), text("")];
        all.extend(nested());
        all
    };
    let with = |right: Vec<Value>| right.into_iter().chain(wrong()).chain(nested()).collect();
    match shape {
        Shape::Text => of_text("One: \"two\" — three"),
        Shape::Word(words) => of_text(words[0]),
        Shape::Reference(_) => of_text("ada-example"),
        Shape::Link => of_text("https://example.org/t/1"),
        Shape::Money => of_text("12000 USD"),
        Shape::Objective => of_text(">= 99.5 %"),
        Shape::Date => with(vec![Value::Bare("2026-06-02"), text("2026-06-02"), Value::Bare("2026-06-02T10:00:00Z")]),
        Shape::Moment => with(vec![Value::Bare("2026-06-02T10:00:00Z"), Value::Bare("2026-06-02T10:00:00+02:00")]),
        Shape::Integer => with(vec![Value::Bare("3"), Value::Bare("-3"), text("3")]),
        Shape::Number => with(vec![Value::Bare("3.5"), Value::Bare("4")]),
        Shape::Boolean => with(vec![Value::Bare("false"), text("yes")]),
        Shape::List(item) => {
            let items = values(item, depth);
            let mut all = vec![Value::List(items.iter().take(1).cloned().collect()), Value::List(Vec::new()), text("")];
            all.extend(items.iter().take(9).map(|item| Value::List(vec![items[0].clone(), item.clone()])));
            all.push(text("näh"));
            all
        }
        Shape::Table(rows) if depth > 0 => tables(rows, depth - 1),
        Shape::Map(value) if depth > 0 => {
            values(value, depth - 1).into_iter().map(|it| Value::Table(vec![("a".to_owned(), it)])).collect()
        }
        Shape::Either(shapes) => shapes.iter().flat_map(|shape| values(shape, depth).into_iter().take(2)).collect(),
        Shape::Table(_) | Shape::Map(_) | Shape::Any => nested(),
    }
}

/// A table with all keys right, and one for each wrong value of each key, for gaps, and for a key that is none.
fn tables(rows: &[FieldRow], depth: usize) -> Vec<Value> {
    let right: Vec<(String, Value)> = rows
        .iter()
        .filter_map(|row| Some((row.key.to_owned(), values(&(row.shape)(), depth).into_iter().next()?)))
        .collect();
    let with = |key: &str, value: Value| {
        let mut table = right.clone();
        table.retain(|(name, _)| name != key);
        table.push((key.to_owned(), value));
        Value::Table(table)
    };
    let mut all = vec![Value::Table(right.clone())];
    for row in rows {
        all.extend(values(&(row.shape)(), depth).into_iter().map(|value| with(row.key, value)));
    }
    all.push(with("nonsense", Value::Bare("1")));
    all.push(Value::Table(vec![("unknown".to_owned(), text("nobody wrote it down"))]));
    all.push(Value::Table(vec![
        ("withheld".to_owned(), text("offers are compared")),
        ("until".to_owned(), Value::Bare("2026-06-10")),
        ("by".to_owned(), text("DEC-0002")),
    ]));
    all
}

fn path_of(kind: Kind) -> ContentPath {
    let path = match kind.usual_folder() {
        "" => "page.md".to_owned(),
        "meetings" => "meetings/2026-06-01.md".to_owned(),
        folder => format!("{folder}/0001-a.md"),
    };
    ContentPath::parse(&path).expect("a path")
}

fn read(path: &ContentPath, text: &str) -> Document {
    parse(path, &Source { text: text.into(), not_utf8: None }, candor::layout::Layout::usual())
}

/// What a document says and what is wrong with it, without the places.
fn said(document: &Document) -> String {
    let record = format!(
        "{:?}\n{:?}\n{:?}\n{:?}\n{:?}\n",
        document.common, document.record, document.references, document.texts, document.gaps
    );
    let mut said = String::new();
    for (at, part) in record.split("Span {").enumerate() {
        said.push_str(if at == 0 { part } else { part.split_once('}').expect("a place has an end").1 });
    }
    let mut problems: Vec<String> =
        document.problems.iter().map(|it| format!("{} {} {:?}\n", it.rule, it.message, it.help)).collect();
    problems.sort();
    said + &problems.concat()
}

/// What stands at the place of each problem, without quotes: a text and a bare word are the same to readers.
fn pointed_at(document: &Document) -> Vec<String> {
    let at = |span: candor::text::Span| document.text[span.range()].trim_matches('"').to_owned();
    let mut all: Vec<String> = document
        .problems
        .iter()
        .filter(|it| matches!(it.rule, "unknown-key" | "unknown-value" | "broken-link" | "impossible-date"))
        .filter_map(|it| it.span.map(at))
        .collect();
    all.sort();
    all
}

fn same_in_both(path: &ContentPath, entries: &[(String, Value)]) -> Result<(), String> {
    let toml: String = entries.iter().map(|(key, value)| format!("{key} = {}\n", value.toml())).collect();
    let flow: String = entries.iter().map(|(key, value)| format!("{key}: {}\n", value.flow())).collect();
    let block: String = entries.iter().map(|(key, value)| format!("{key}:{}\n", value.block(1))).collect();
    let of_toml = read(path, &format!("+++\n{toml}+++\n\nText\n"));
    for yaml in [flow.clone(), block, flow.replace('\n', "\r\n")] {
        let of_yaml = read(path, &format!("---\n{yaml}---\n\nText\n"));
        if said(&of_toml) != said(&of_yaml) || pointed_at(&of_toml) != pointed_at(&of_yaml) {
            let (one, other) = (said(&of_toml), said(&of_yaml));
            let differ = one.lines().zip(other.lines()).find(|(one, other)| one != other);
            return Err(format!("{path}\n{toml}\n{yaml}\n{differ:#?}\n"));
        }
    }
    Ok(())
}

#[test]
fn each_key_of_each_kind_is_read_alike_in_both_notations() {
    let mut wrong = String::new();
    for kind in Kind::ALL.iter().copied() {
        let rows = Record::rows(kind).iter().chain(<candor::document::Common as candor::fields::Table>::ROWS);
        for row in rows {
            for value in values(&(row.shape)(), 2) {
                if let Err(differs) = same_in_both(&path_of(kind), &[(row.key.to_owned(), value)]) {
                    wrong.push_str(&differs);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", &wrong[..wrong.floor_char_boundary(9_000)]);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..ProptestConfig::default() })]

    #[test]
    fn whole_front_matter_is_read_alike_in_both_notations(
        kind in proptest::sample::select(Kind::ALL.to_vec()),
        picks in proptest::collection::vec((any::<proptest::sample::Index>(), any::<proptest::sample::Index>()), 0..12),
    ) {
        let rows: Vec<&FieldRow> = Record::rows(kind).iter().collect();
        let mut entries: Vec<(String, Value)> = Vec::new();
        for (row, value) in picks {
            let row = row.get(&rows);
            let all = values(&(row.shape)(), 1);
            if !entries.iter().any(|(key, _)| key == row.key) {
                entries.push((row.key.to_owned(), value.get(&all).clone()));
            }
        }
        prop_assume!(!entries.is_empty());
        let same = same_in_both(&path_of(kind), &entries);
        prop_assert!(same.is_ok(), "{}", same.unwrap_err());
    }

    #[test]
    fn nothing_between_the_lines_is_too_much(
        text in "([a-z\\-: \t\\[\\]{}&*!|>'\"#%,?@`~é\r\n]|title: |event:|\n  - |\n- |&a |\\*a|<<: |!!str |2026-01-02|---\n){0,60}"
    ) {
        let path = path_of(Kind::Proposal);
        let document = read(&path, &format!("---\ntitle: x\n{text}\n---\nText\n"));
        for problem in &document.problems {
            if let Some(span) = problem.span {
                prop_assert!(document.text.get(span.range()).is_some(), "{problem:?}");
            }
        }
    }
}

/// The findings of a site with one file, as `rule «what stands there» message (help)`.
fn found(path: &str, text: &str) -> Vec<String> {
    let project = support::project(Tree::fixture(&format!("-- {path} --\n{text}")));
    let of_file =
        project.report.findings.iter().filter(|it| it.path.as_str() == path && it.rule != "unknown-reference");
    of_file
        .map(|it| {
            let at = it.span.map(|span| text[span.range()].to_owned()).unwrap_or_default();
            format!("{} «{at}» {} ({})", it.rule, it.message, it.help.as_deref().unwrap_or_default())
        })
        .collect()
}

#[test]
fn what_is_broken_is_found_at_its_place_and_the_keys_around_it_are_read() {
    for (broken, at, words) in [
        ("summary: One: two\n", ":", "a colon stands where none can"),
        ("tags:\n\t- a\n", "\t", "a tab stands"),
        ("tags: [a, b\n", "[", "a bracket is not closed"),
        ("summary: \"never closed\n", "\"", "never closed"),
        ("summary: *nothing\n", "*", "an alias leads to no anchor"),
        ("summary: !secret x\n", "x", "a tag"),
        ("summary: a\nsummary: b\n", "summary", "stands here a second time"),
        ("? [a, b]\n: c\n", "[a, b]", "in place of a key"),
        ("summary: a\n--- b\nsummary: c\n", "b", "a second document"),
    ] {
        let text = format!("---\nname: Ada Example\n{broken}github: ada\n---\n\nShe looks after the wiki.\n");
        let document = read(&ContentPath::parse("people/ada.md").unwrap(), &text);
        let problems: Vec<_> = document.problems.iter().filter(|it| it.rule == "invalid-yaml").collect();
        assert_eq!(problems.len(), 1, "{broken}: {:#?}", document.problems);
        assert!(problems[0].message.contains(words), "{broken}: {}", problems[0].message);
        let span = problems[0].span.expect("it has a place");
        assert_eq!(&text[span.range()], at, "{broken}");
        assert_eq!(document.stated_title(), Some("Ada Example"), "{broken}");
        if !broken.contains("---") {
            assert_eq!(document.person().unwrap().github.text(), "ada", "{broken}");
        }
    }
}

#[test]
fn a_bare_value_is_what_its_key_asks_for() {
    let text = "---\ntitle: 2026-01-02\nissue: https://example.org/t/1\nproposer: 1559\nsummary: no\nstarted: 2026-01-02 # a day\n\
                services: [true, 0x10]\nshared_infrastructure: true\n---\n";
    let document = read(&path_of(Kind::Proposal), text);
    let proposal = document.proposal().unwrap();
    assert_eq!(proposal.title.text(), "2026-01-02");
    assert_eq!(proposal.proposer.text(), "1559");
    assert_eq!(document.common.summary.text(), "no");
    assert_eq!(proposal.started.get().map(ToString::to_string).as_deref(), Some("2026-01-02"));
    assert_eq!(proposal.services.items().iter().map(|it| it.as_str()).collect::<Vec<_>>(), ["true", "0x10"]);
    assert!(proposal.shared_infrastructure.is_true());
    let started = proposal.started.span().unwrap();
    assert_eq!(&text[started.range()], "2026-01-02");
}

#[test]
fn texts_of_several_lines_are_read_with_their_places() {
    let text = "---\nname: >\n  Ada\n  Example\n\nsummary: |\n  One\n  two\n# a remark\nemail: 'ada''s'\ngithub: Ünï\n  cøde # why\n---\n";
    let document = read(&ContentPath::parse("people/ada.md").unwrap(), text);
    let person = document.person().unwrap();
    assert_eq!(document.stated_title(), Some("Ada Example"));
    assert_eq!(document.common.summary.text(), "One\ntwo");
    assert_eq!(person.email.text(), "ada's");
    assert_eq!(person.github.text(), "Ünï cøde");
    let at = |span: Option<candor::text::Span>| &text[span.unwrap().range()];
    assert_eq!(at(document.common.summary.span()), "|\n  One\n  two");
    assert_eq!(at(person.email.span()), "'ada''s'");
    assert_eq!(at(person.github.span()), "Ünï\n  cøde");
    let keys: Vec<&str> = document.keys.iter().map(|it| &text[it.key.range()]).collect();
    assert_eq!(keys, ["name", "summary", "email", "github"]);
}

#[test]
fn aliases_stand_for_what_they_name_and_for_no_more_than_can_be_read() {
    let path = ContentPath::parse("people/ada.md").unwrap();
    let document = read(&path, "---\nname: &name Ada\nsummary: *name\n---\n");
    assert_eq!(document.common.summary.text(), "Ada");
    assert_eq!(document.problems.len(), 0, "{:?}", document.problems);
    let mut bomb = String::from("---\nname: Ada\nx-a: &a [x, x, x, x, x, x, x, x, x, x]\n");
    for (one, next) in "abcdefghij".chars().zip("bcdefghijk".chars()) {
        let _ = writeln!(bomb, "x-{next}: &{next} [{}]", vec![format!("*{one}"); 10].join(", "));
    }
    bomb.push_str("---\n");
    let document = read(&path, &bomb);
    assert!(
        document.problems.iter().any(|it| it.message.contains("stand for too much")),
        "{:?}",
        document.problems.len()
    );
    let endless = read(&path, "---\nname: Ada\nx-a: &a [*a]\n---\n");
    assert!(endless.problems.iter().any(|it| it.rule == "invalid-yaml"), "{:?}", endless.problems);
    let deep = format!("---\nname: Ada\nx-a: {}{}\n---\n", "[".repeat(9_000), "]".repeat(9_000));
    assert!(read(&path, &deep).problems.iter().any(|it| it.message.contains("too deep")));
}

#[test]
fn a_draft_is_a_draft_in_yaml_and_what_may_be_one_stays_back() {
    let is_draft = |text: &str| read(&ContentPath::parse("people/ada.md").unwrap(), text).is_draft();
    assert!(is_draft("---\nname: Ada\ndraft: true\n---\n"));
    assert!(!is_draft("---\nname: Ada\ndraft: false\n---\n"));
    assert!(!is_draft("---\nname: Ada\nsummary: a draft\n---\n"));
    for doubtful in
        ["Draft: true", "draft: yes", "published: false", "draft: \"true\"", "draft: true\nname: a: b", "draft: [true"]
    {
        assert!(is_draft(&format!("---\nname: Ada\n{doubtful}\n---\n")), "{doubtful}");
    }
    assert!(is_draft("---\nname: Ada\ndraft: true\n\nText\n"), "nothing closes it");
}

#[test]
fn a_line_across_the_page_begins_no_front_matter() {
    for text in ["---\n\nSome words\n\n---\n", "---\nSome words, and more\n---\n", "---\n"] {
        let document = read(&ContentPath::parse("notes.md").unwrap(), text);
        assert_eq!((document.front, document.problems.len(), document.body()), (None, 0, text));
    }
}

#[test]
fn a_text_with_a_colon_is_put_in_quotes() {
    let text = "---\nname: Ada: \"the\" wiki\n---\n";
    let document = read(&ContentPath::parse("people/ada.md").unwrap(), text);
    let fix = document.problems.iter().find_map(|it| it.fix.as_ref()).expect("a fix");
    let mended = candor::diagnostic::fix::apply(text, &fix.edits.iter().collect::<Vec<_>>()).unwrap();
    let document = read(&ContentPath::parse("people/ada.md").unwrap(), &mended);
    assert_eq!(document.stated_title(), Some("Ada: \"the\" wiki"), "{mended}");
}

#[test]
fn helps_and_fixes_are_yaml_where_the_record_is() {
    let text = "---\ntitle: A\nproposr: ada\nservices: wiki\nstarted: 2 June 2026\nevent:\n  - to: draft\n    date: \"2026-06-02\"\n---\n";
    let path = "proposals/0001-a.md";
    let project = support::project(Tree::fixture(&format!("-- {path} --\n{text}")));
    let mut fixes = 0;
    for finding in project.report.findings.iter().filter(|it| it.path.as_str() == path) {
        let help = finding.help.as_deref().unwrap_or_default();
        assert!(!help.contains(" = ") && !help.contains("[["), "{help}");
        let Some(fix) = &finding.fix else { continue };
        let edits: Vec<_> = fix.edits.iter().collect();
        let mended = candor::diagnostic::fix::apply(text, &edits).expect("the edits are places of the text");
        let read = read(&ContentPath::parse(path).unwrap(), &mended);
        assert!(!read.problems.iter().any(|it| it.rule == "invalid-yaml"), "{mended}");
        fixes += 1;
    }
    assert!(fixes >= 3, "{:#?}", project.report.findings);
    assert!(
        found(path, text).iter().any(|it| it.contains("(write it as `started: 2026-06-02`)")),
        "{:#?}",
        found(path, text)
    );
}

#[test]
fn a_draft_in_yaml_is_told_what_to_type_in_yaml() {
    let tree = Tree::fixture(
        "-- candor.toml --\ntitle = \"T\"\n-- proposals/0001-x.md --\n---\ntitle: X\ndraft_: true\n---\nText\n\
         -- proposals/0002-y.md --\n---\ntitle: Y\nissue: 3\nDraft: maybe\n---\nText\n",
    );
    let findings = support::project(tree).report.findings;
    let helps: Vec<&str> = findings.iter().filter_map(|finding| finding.help.as_deref()).collect();
    assert!(findings.iter().filter(|finding| finding.rule == "possible-draft").count() == 2, "{findings:?}");
    assert!(helps.iter().any(|help| help.contains("`draft: true`")), "{helps:?}");
    assert!(helps.iter().all(|help| !help.contains(" = ") && !help.contains("+++")), "{helps:?}");
}
