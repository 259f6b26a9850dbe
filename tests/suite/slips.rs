//! Values that are written wrong and can mean one thing only: each is found at its place, and `--fix` writes what was meant.

use std::fmt::Write;

use candor::diagnostic::fix;
use candor::document::Record;
use candor::fields::{FieldRow, Shape};
use candor::id::Kind;
use candor::tree::Tree;

use crate::support;

/// A wrong value for a key of this shape, and the right one; none where the right one is not known.
fn slips(shape: &Shape) -> Vec<(&'static str, &'static str)> {
    match shape {
        Shape::Date => vec![
            ("\"2026-06-02\"", "2026-06-02"),
            ("\"02.06.2026\"", "2026-06-02"),
            ("\"2 June 2026\"", "2026-06-02"),
            ("02.06.2026", "2026-06-02"),
            ("2026/06/02", "2026-06-02"),
            ("2 June 2026", "2026-06-02"),
            ("2026-6-2", "2026-06-02"),
        ],
        Shape::Boolean => vec![("\"true\"", "true"), ("\"yes\"", "true"), ("\"no\"", "false")],
        Shape::Integer => vec![("\"3\"", "3")],
        Shape::Text => vec![("5", "\"5\""), ("yes", "\"yes\""), ("Off", "\"Off\""), ("“some words”", "\"some words\"")],
        Shape::List(item) if matches!(**item, Shape::Text) => vec![("\"words\"", "[\"words\"]")],
        Shape::List(_)
        | Shape::Number
        | Shape::Moment
        | Shape::Money
        | Shape::Link
        | Shape::Objective
        | Shape::Reference(_)
        | Shape::Word(_)
        | Shape::Table(_)
        | Shape::Map(_)
        | Shape::Either(_)
        | Shape::Any => Vec::new(),
    }
}

/// `text` after all rounds of safe fixes.
fn fixed(path: &str, text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..8 {
        let tree = Tree::fixture(&format!("-- {path} --\n{text}"));
        let project = support::project(tree);
        let of_values = |rule: &str| ["wrong-type", "invalid-toml", "impossible-date"].contains(&rule);
        let findings: Vec<_> = project.report.findings.iter().filter(|it| of_values(it.rule)).cloned().collect();
        let fixes = fix::together(&findings, |file| file.as_str() == path);
        let edits: Vec<_> = fixes.iter().flat_map(|(_, fix)| &fix.edits).collect();
        if edits.is_empty() {
            break;
        }
        text = fix::apply(&text, &edits).expect("edits are places of the text they are for");
    }
    text
}

fn file_of(kind: Kind) -> String {
    match kind.usual_folder() {
        "" => "page.md".to_owned(),
        "meetings" => "meetings/2026-06-01.md".to_owned(),
        folder => format!("{folder}/0001-a.md"),
    }
}

#[test]
fn every_key_of_every_kind_is_written_as_it_is_meant() {
    let mut wrong = String::new();
    for kind in Kind::ALL.iter().copied() {
        let rows: &[FieldRow] = Record::rows(kind);
        for row in rows {
            for (slip, right) in slips(&(row.shape)()) {
                let file = file_of(kind);
                let text = format!("+++\n{} = {slip}\n+++\n", row.key);
                let wanted = format!("+++\n{} = {right}\n+++\n", row.key);
                let once = fixed(&file, &text);
                if once != wanted {
                    let _ = writeln!(wrong, "{file}: {text} became {once}");
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_word_without_quotes_is_written_as_the_word_that_it_is() {
    for word in ["yes", "no", "abstain"] {
        let text = format!("+++\ntitle = \"A\"\n\n[[vote]]\nperson = \"ada\"\nvalue = {word}\n+++\n");
        let right = text.replace(&format!("= {word}"), &format!("= \"{word}\""));
        assert_eq!(fixed("decisions/0001-a.md", &text), right);
    }
}

#[test]
fn what_never_stands_in_quotes_is_not_put_into_any() {
    let is_unquoted =
        |shape: &Shape| matches!(shape, Shape::Date | Shape::Moment | Shape::Integer | Shape::Number | Shape::Boolean);
    let mut wrong = String::new();
    for kind in Kind::ALL.iter().copied() {
        for row in Record::rows(kind).iter().filter(|row| is_unquoted(&(row.shape)())) {
            for value in ["", "soon", "tru", "unknown", "O026-04-03", "62 days", "# 3"] {
                let text = format!("+++\n{} = {value}\n+++\n", row.key);
                let tree = Tree::fixture(&format!("-- {} --\n{text}", file_of(kind)));
                let findings = support::project(tree).report.findings;
                let of_file: Vec<_> = findings.iter().filter(|it| it.rule == "invalid-toml").collect();
                let is_told = matches!(of_file[..], [it] if it.message.contains(&format!("`{}", row.key)));
                let is_quoted =
                    of_file.iter().filter_map(|it| it.fix.as_ref()).any(|fix| fix.edits[0].text.contains('"'));
                if !is_told || is_quoted || fixed(&file_of(kind), &text) != text {
                    let _ = writeln!(wrong, "{}: {text}: {of_file:#?}", file_of(kind));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_table_for_a_list_of_tables_becomes_one() {
    let text = "+++\ntitle = \"A\"\n\n[event]\nto = \"draft\"\ndate = 2026-06-02\n+++\n";
    assert_eq!(fixed("sow/0001-a.md", text), text.replace("[event]", "[[event]]"));
}

#[test]
fn what_can_mean_two_things_stays() {
    for value in ["02/06/2026", "\"02/06/2026\"", "\"soon\"", "“a” and “b”"] {
        let text = format!("+++\ntitle = \"A\"\ndecided = {value}\n+++\n");
        assert_eq!(fixed("decisions/0001-a.md", &text), text);
    }
}
