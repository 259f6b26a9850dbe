//! Nobody sees what a page holds back: a canary in every place of the front matter that no page shows, in no published file.

use std::collections::BTreeMap;

use candor::diagnostic::{github, json, sarif};
use candor::document::{Common, Record};
use candor::fields::{Shape, Table};
use candor::id::{ContentPath, Kind, Naming};
use candor::project::{Options, Project};
use candor::tree::Tree;

use crate::support::{files, project, project_since, today};

/// Values that no key of `shape` takes, each with a canary in it where there is room for one.
fn wrong_values(shape: &Shape) -> Vec<String> {
    let takes = |test: fn(&Shape) -> bool| match shape {
        Shape::Either(shapes) => shapes.iter().any(test),
        shape => test(shape),
    };
    let mut values = Vec::new();
    if !takes(|it| matches!(it, Shape::Text | Shape::Reference(_) | Shape::Any)) {
        values
            .extend(["Canary", "Canary 12,5 EUR", "2021-02-Canary", "12 Canary", "htps://canary.example"].map(quoted));
    }
    if !takes(|it| matches!(it, Shape::List(_) | Shape::Any)) {
        values.push("[\"Canary\"]".to_owned());
    }
    if !takes(|it| matches!(it, Shape::Table(_) | Shape::Map(_) | Shape::Any)) {
        values.push("{ other = \"Canary\" }".to_owned());
    }
    values
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// `value` at `path` below the table that `shapes` describe, as one line of TOML.
fn line(path: &str, shapes: &BTreeMap<String, Shape>, value: &str) -> String {
    let keys: Vec<&str> = path.split('.').collect();
    let inner = keys.iter().enumerate().skip(1).rev().fold(value.to_owned(), |inner, (at, key)| {
        let table = format!("{{ {key} = {inner} }}");
        if in_list(&shapes[&keys[..at].join(".")]) { format!("[{table}]") } else { table }
    });
    format!("{} = {inner}", keys[0])
}

fn in_list(shape: &Shape) -> bool {
    match shape {
        Shape::List(_) => true,
        Shape::Either(shapes) => shapes.iter().any(in_list),
        _ => false,
    }
}

/// Values that no TOML has, which the parser passes by, each with a canary.
const BROKEN: [&str; 5] =
    ["2021-02-30Canary", "Canary", "[1, \"public\"", "\"Canary", "{ withheld = \"offers are compared\", = \"Canary\""];

/// Every key of `kind` and of the tables in it, with what it takes.
fn shapes(kind: Kind) -> BTreeMap<String, Shape> {
    let common = Common::ROWS.iter().map(|row| (row.key.to_owned(), (row.shape)()));
    let own = Record::paths(kind).into_iter().map(|it| (it.path, (it.row.shape)()));
    common.chain(own).filter(|(path, _)| path != "draft").collect()
}

/// The front matters of records of `kind` that hold a canary in every place that no reader may see. Each key of a front
/// matter has one line; a broken value has a record of its own.
fn front_matters(kind: Kind) -> Vec<String> {
    let shapes = shapes(kind);
    let mut by_key: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for (path, shape) in &shapes {
        let lines = by_key.entry(path.split('.').next().expect("a path has a first key")).or_default();
        let withheld = "{ withheld = \"offers are compared\", value = \"Canary\", until = \"Canary\" }";
        let unknown = "{ unknown = \"nobody asked\", value = \"Canary\" }";
        let values = wrong_values(shape).into_iter().chain([withheld.to_owned(), unknown.to_owned()]);
        lines.extend(values.map(|value| format!("{} # Canary", line(path, &shapes, &value))));
        let beside = path.rsplit_once('.').map_or("unheard_of".to_owned(), |(table, _)| format!("{table}.unheard_of"));
        lines.push(format!("{} # Canary", line(&beside, &shapes, "\"Canary\"")));
    }
    let longest = by_key.values().map(Vec::len).max().unwrap_or_default();
    let whole = (0..longest).map(|at| {
        let lines = by_key.values().filter_map(|lines| lines.get(at)).map(String::as_str);
        format!("# Canary\n{}\n", lines.collect::<Vec<_>>().join("\n"))
    });
    let broken = by_key
        .keys()
        .flat_map(|key| BROKEN.map(|value| format!("{key} = {value} # Canary\nunheard_of = \"Canary\"\n")));
    whole.chain(broken).collect()
}

/// The path of the record number `at` of `kind`.
fn path(kind: Kind, at: usize) -> String {
    match kind.naming() {
        Naming::Numbered => format!("{}/{at:04}-record.md", kind.usual_folder()),
        Naming::Dated => {
            format!("{}/{}-{:02}-{:02}-record.md", kind.usual_folder(), 1900 + at / 300, 1 + at % 12, 1 + at / 12 % 25)
        }
        Naming::Named => format!("{}/record-{at}.md", kind.usual_folder()),
        Naming::Free => format!("texts/record-{at}.md"),
    }
}

/// The published files of `fixture` that hold a canary, with the words around the first.
fn sightings(fixture: &str) -> Vec<String> {
    let sighting = |(path, text): (String, String)| {
        let at = text.find("Canary").or_else(|| text.find("canary"))?;
        let before: String = text[..at].chars().rev().take(160).collect();
        let after: String = text[at..].chars().take(60).collect();
        Some(format!("{path}: {}{after}", before.chars().rev().collect::<String>()))
    };
    let project = project(Tree::fixture(fixture));
    let files = files(&project);
    let has_data = files.keys().any(|path| path.starts_with("data/"));
    assert_eq!(has_data, project.site.has_records(), "the data is looked through with the pages");
    files.into_iter().filter_map(sighting).collect()
}

const SITE: &str = "\
-- candor.toml --
title = \"Example group\"
base_url = \"https://example.org/group/\"
[profile]
use = \"scientific-python\"
";

#[test]
fn no_page_shows_what_its_front_matter_does_not_publish() {
    for kind in Kind::ALL {
        let records = front_matters(*kind);
        let records = records.iter().enumerate().map(|(at, front)| {
            format!("-- {} --\n+++\n{front}+++\n\n# A record\n\nWith a [link](nowhere.md).\n", path(*kind, at))
        });
        let seen = sightings(&format!("{SITE}{}", records.collect::<String>()));
        let shown = seen.iter().take(10).cloned().collect::<Vec<_>>().join("\n\n");
        assert!(seen.is_empty(), "{kind}: {} files hold a canary:\n{shown}", seen.len());
    }
}

/// Front matters of `kind` with a canary in what is for nobody: comments, what stands beside the reason for which a value is
/// withheld, values of keys that do not exist. Nothing else in them is odd.
fn for_nobody(kind: Kind) -> Vec<String> {
    let shapes = shapes(kind);
    let mut lines: Vec<String> = Vec::new();
    for path in shapes.keys() {
        let beside = path.rsplit_once('.').map_or("unheard_of".to_owned(), |(table, _)| format!("{table}.unheard_of"));
        let withheld = "{ withheld = \"offers are compared\", value = \"Canary\", until = 2027-01-01 }";
        lines.push(format!("{} # Canary", line(path, &shapes, withheld)));
        lines.push(format!("{} # Canary", line(&beside, &shapes, "\"Canary\"")));
    }
    lines.dedup();
    lines.into_iter().map(|line| format!("# Canary\n{line}\n# Canary\n")).collect()
}

#[test]
fn no_report_for_programs_holds_what_is_for_nobody() {
    let mut told = Vec::new();
    for kind in Kind::ALL {
        let records = for_nobody(*kind);
        let records = records.iter().enumerate().map(|(at, front)| {
            format!("-- {} --\n+++\n{front}+++\n\n# A record\n\nWith a [link](nowhere.md).\n", path(*kind, at))
        });
        let draft =
            "-- sow/9999-secret.md --\n+++\ndraft = true\n+++\n# Canary\n\n![x](canary.png)\n-- sow/canary.png --\nx\n";
        let tree = Tree::fixture(&format!("{SITE}{}{draft}", records.collect::<String>()));
        let options = Options { today: today(), drafts: false, base_url: None, index_links: false };
        let project = Project::of(tree, &options);
        let (findings, source) =
            (&project.report.findings, |path: &ContentPath| project.tree.text(path.as_str()).cloned());
        assert!(findings.len() > 10, "{kind}: the keys are found to be wrong");
        let reports = [
            json::report(findings, &source, today()),
            github::report(findings, &source, ""),
            sarif::report(findings, &[], &source, sarif::Setting { rules: &[], prefix: "" }),
        ];
        let lines = reports.iter().flat_map(|report| report.lines());
        told.extend(lines.filter(|line| line.to_lowercase().contains("canary")).map(|line| format!("{kind}: {line}")));
    }
    let shown = told.iter().take(10).cloned().collect::<Vec<_>>().join("\n");
    assert!(told.is_empty(), "{} lines hold a canary:\n{shown}", told.len());
}

#[test]
fn no_report_on_a_change_repeats_what_the_change_withholds() {
    let mut told = Vec::new();
    for kind in Kind::ALL {
        let shapes = shapes(*kind);
        let withheld = "{ withheld = \"offers are compared\", until = 2027-01-01, by = \"DEC-0001\" }";
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (path, shape) in &shapes {
            let values = wrong_values(shape).into_iter().chain([quoted("Canary & Sons"), quoted("900 EUR (Canary)")]);
            let now = line(path, &shapes, withheld);
            pairs.extend(values.map(|value| (line(path, &shapes, &value), now.clone())));
        }
        let tree = |side: fn(&(String, String)) -> &String| {
            let record = |(at, pair): (usize, &(String, String))| {
                format!("-- {} --\n+++\n{}\n+++\n\n# A record\n", path(*kind, at), side(pair))
            };
            Tree::fixture(&format!("{SITE}{}", pairs.iter().enumerate().map(record).collect::<String>()))
        };
        let project = project_since(tree(|pair| &pair.1), tree(|pair| &pair.0));
        let fixed = &project.base.as_ref().expect("it is a change").comparison.fixed;
        let findings: Vec<_> = project.report.findings.iter().chain(fixed).cloned().collect();
        let source = |path: &ContentPath| project.tree.text(path.as_str()).cloned();
        let reports = [json::report(&findings, &source, today()), github::report(&findings, &source, "")];
        let lines = reports.iter().flat_map(|report| report.lines());
        told.extend(lines.filter(|line| line.to_lowercase().contains("canary")).map(|line| format!("{kind}: {line}")));
    }
    let shown = told.iter().take(20).cloned().collect::<Vec<_>>().join("\n");
    assert!(told.is_empty(), "{} lines hold a canary:\n{shown}", told.len());
}

#[test]
fn a_line_of_the_text_is_shown_without_the_comments_beside_it() {
    let record = "-- a.md --\n# A page\n\nA [link](nowhere.md). <!-- Canary -->\n\n<!--\nA [link](there.md) Canary\n-->\n\n\
                  See [this](elsewhere.md).\n";
    assert_eq!(sightings(&format!("{SITE}{record}")), Vec::<String>::new());
    let site = files(&project(Tree::fixture(&format!("{SITE}{record}"))));
    assert!(
        site["editors/findings/a.md/index.html"].contains("See [this]("),
        "a line that the page shows anyway is shown"
    );
}

#[test]
fn an_address_that_may_not_be_published_is_in_no_file() {
    let person = "-- people/ada.md --\n+++\nname = \"Ada Example\"\nemail = \"canary@home.example\"\n+++\n";
    assert_eq!(sightings(&format!("{SITE}{person}")), Vec::<String>::new());
}

#[test]
fn front_matter_that_is_not_read_is_not_shown_as_text() {
    for (open, close) in [
        ("+++", ""),
        ("---", "---"),
        ("\n+++", "+++"),
        ("\u{200b}+++", "+++"),
        (" +++", "+++ "),
        ("++++", "++++"),
        ("+++toml", "+++"),
    ] {
        let person = format!(
            "-- people/ada.md --\n{open}\nname = \"Ada Example\"\nemail = \"canary@home.example\" # Canary\n{close}\nText.\n"
        );
        assert_eq!(sightings(&format!("{SITE}{person}")), Vec::<String>::new(), "{open}");
    }
}
