//! The record as data: one shape for every kind, valid under the schema that the program prints, and nothing in it that no page shows.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use candor::data;
use candor::id::Kind;
use candor::project::{Options, Project};
use candor::tree::Tree;
use jsonschema::Validator;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::support::project;

const SITE: &str = "-- candor.toml --\ntitle = \"Makers\"\nbase_url = \"https://example.org/group/\"\ngroup = \"makers\"\n\
                    -- groups/makers.md --\n+++\nname = \"Makers\"\ntype = \"working-group\"\n+++\n\
                    -- people/ada.md --\n+++\nname = \"Ada Example\"\naliases = [\"Ada\"]\nemail = \"ada@home.example\"\n+++\n\
                    -- people/bob.md --\n+++\nname = \"Bob Example\"\nemail = \"bob@example.org\"\npublish_email = true\n+++\n\
                    -- organizations/acme.md --\n+++\nname = \"Acme\"\nroles = [\"contractor\"]\n+++\n";

pub(crate) fn validator(schema: &Value) -> Validator {
    jsonschema::options().should_validate_formats(true).build(schema).expect("the schema is one")
}

pub(crate) fn problems(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|it| format!("{it} at {}", it.instance_path())).collect()
}

/// The records that lie in the repository.
pub(crate) fn golden() -> Vec<(String, Project)> {
    let today = "2026-11-21".parse().expect("a day");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sites = fs::read_dir(root.join("tests/sites")).expect("there are some").map(|it| it.expect("readable").path());
    let mut folders: Vec<_> = sites.map(|site| site.join("content")).filter(|it| it.is_dir()).collect();
    folders.push(root.join("content"));
    folders.sort();
    let read = |folder: &std::path::PathBuf| {
        let base_url = Some("https://example.org/record/".to_owned());
        let options = Options { today, drafts: false, base_url, index_links: false };
        (folder.display().to_string(), Project::of(Tree::read(folder).expect("it can be read"), &options))
    };
    folders.iter().map(read).collect()
}

fn records(fixture: &str) -> Vec<Value> {
    let project = project(Tree::fixture(&format!("{SITE}{fixture}")));
    data::records(&project.site).into_iter().map(|entry| data::record(&project.site, entry)).collect()
}

fn record(fixture: &str, id: &str) -> Value {
    records(fixture).into_iter().find(|it| it["id"] == id).unwrap_or_else(|| panic!("there is {id}"))
}

#[test]
fn every_record_is_valid_under_the_schema_that_is_printed() {
    for schema in [data::schema::record(), data::schema::whole()] {
        assert!(jsonschema::meta::is_valid(&schema), "{}", schema["title"]);
    }
    let (one, whole) = (validator(&data::schema::record()), validator(&data::schema::whole()));
    let mut kinds = std::collections::BTreeSet::new();
    for (name, project) in golden() {
        let site = &project.site;
        let mut lines = Vec::new();
        for entry in data::records(site) {
            let value = data::record(site, entry);
            assert_eq!(problems(&one, &value), Vec::<String>::new(), "{name}: {}", entry.path);
            kinds.insert(entry.kind());
            lines.push(value.to_string());
        }
        let text = data::whole(site, &lines);
        let document: Value = serde_json::from_str(&text).expect("it is JSON");
        assert!(whole.is_valid(&document), "{name}");
        assert_eq!(document["records"].as_array().map(Vec::len), Some(lines.len()));
    }
    assert!(kinds.len() >= 12, "{kinds:?}");
}

#[test]
fn what_is_of_another_shape_is_not_valid() {
    let one = validator(&data::schema::record());
    let person = record("", "person/ada");
    assert!(one.is_valid(&person), "{:?}", problems(&one, &person));
    let breaks: [(&str, Value); 6] = [
        ("/version", json!(0)),
        ("/kind", json!("moon")),
        ("/day", json!("yesterday")),
        ("/fields/aliases", json!("Ada")),
        ("/fields/voltage", json!(12)),
        ("/withheld", json!([{ "key": "amount" }])),
    ];
    for (pointer, wrong) in breaks {
        let mut value = person.clone();
        let (above, key) = pointer.rsplit_once('/').expect("a pointer");
        value.pointer_mut(above).expect("it is there")[key] = wrong;
        assert!(!one.is_valid(&value), "{pointer}");
    }
    for key in person.as_object().expect("an object").keys() {
        let mut value = person.clone();
        value.as_object_mut().expect("an object").shift_remove(key);
        assert!(!one.is_valid(&value), "without {key}");
    }
}

#[test]
fn references_are_ids_and_values_are_typed() {
    let fixture = "-- rfp/1-looms.md --\n+++\ntitle = \"Looms\"\nsow = \"SOW-1\"\ncloses = 2026-12-01T17:00:00+02:00\n\
                   award_criteria = [\"price\"]\nprices_public_after_days = { unknown = \"nobody said\" }\n\n[[offer]]\nfrom = \"acme\"\n\
                   received = 2026-11-20\nprice = \"12,000.50 EUR\"\n+++\n\
                   -- sow/0001-looms.md --\n+++\ntitle = \"Looms\"\nowner = \"Ada\"\nshared_infrastructure = false\n+++\n";
    let rfp = record(fixture, "RFP-1");
    assert_eq!(rfp["fields"]["sow"], "SOW-0001");
    assert_eq!(rfp["fields"]["closes"], "2026-12-01T15:00:00Z");
    let offer = &rfp["fields"]["offer"][0];
    assert_eq!(offer["from"], "organization/acme");
    assert_eq!(offer["price"], json!({ "amount": 12000.5, "currency": "EUR" }));
    assert_eq!(rfp["url"], "https://example.org/group/rfp/1/");
    assert!(
        rfp["links"].as_array().expect("a list").contains(&json!({ "key": "sow", "to": "SOW-0001" })),
        "{}",
        rfp["links"]
    );
    let not_recorded = rfp["not_recorded"].as_array().expect("a list");
    assert!(
        not_recorded.contains(&json!({ "key": "prices_public_after_days", "why": "nobody said" })),
        "{not_recorded:?}"
    );
    assert!(rfp["fields"].get("prices_public_after_days").is_none());
    // Minutes spell her so; the record is hers all the same.
    assert_eq!(record(fixture, "SOW-0001")["fields"]["owner"], "person/ada");
}

/// Each amount that is kept back, and the place that says so.
#[test]
fn what_is_withheld_is_absent_and_said_beside_the_rest() {
    let why = "{ withheld = \"offers are compared\", until = 2027-01-31, by = \"DEC-0001\" }";
    let fixture = format!(
        "-- contractors/acme.md --\n+++\norganization = \"acme\"\n\n[[contract]]\nid = \"acme-1\"\namount = {why}\n\
         retainer = {{ monthly = \"77123 EUR\", cap = \"77124 EUR\" }}\n\n[[contract.draw]]\ndate = 2026-10-01\namount = \"77125 EUR\"\n\n\
         [[contract]]\nid = \"acme-2\"\namount = \"900 EUR\"\n\n[[contract.draw]]\ndate = 2026-10-01\namount = \"100 EUR\"\n+++\n\
         -- sow/0001-x.md --\n+++\ntitle = \"X\"\ncost = {{ status = \"quoted\", amount = \"77126 EUR\", withheld = \"offers are compared\", \
         until = 2027-01-31 }}\n\n[[milestone]]\nwhat = \"Half\"\namount = \"77127 EUR\"\n+++\n\
         -- decisions/0001-x.md --\n+++\ntitle = \"Money\"\namount = {why}\n+++\n"
    );
    let all = records(&fixture);
    assert!(!serde_json::to_string(&all).expect("JSON").contains("7712"), "{all:?}");
    let markers = |id: &str| -> Vec<String> {
        let one = all.iter().find(|it| it["id"] == id).expect("it is there");
        let marker = |it: &Value| {
            assert_eq!((&it["why"], &it["until"]), (&json!("offers are compared"), &json!("2027-01-31")), "{id}");
            it["key"].as_str().expect("a text").to_owned()
        };
        one["withheld"].as_array().expect("a list").iter().map(marker).collect()
    };
    let of_contract = [
        "contract[0].amount",
        "contract[0].retainer.monthly",
        "contract[0].retainer.cap",
        "contract[0].draw[0].amount",
    ];
    assert_eq!(markers("contractor/acme"), of_contract);
    assert_eq!(markers("SOW-0001"), ["cost.amount", "milestone[0].amount"]);
    assert_eq!(markers("DEC-0001"), ["amount"]);
    let contractor = record(&fixture, "contractor/acme");
    assert_eq!(contractor["fields"]["contract"][1]["draw"][0]["amount"], json!({ "amount": 100, "currency": "EUR" }));
}

#[test]
fn drafts_and_addresses_of_those_who_did_not_agree_are_left_out() {
    let drafts = "-- sow/0007-canary.md --\n+++\ntitle = \"Canary\"\ndraft = true\n+++\n\
                  -- proposals/0001-x.md --\n+++\ntitle = \"X\"\n+++\n\nSee SOW-0007.\n";
    let all = records(drafts);
    let text = serde_json::to_string(&all).expect("JSON");
    assert!(!text.contains("Canary") && !text.contains("SOW-0007") && !text.contains("ada@home"), "{text}");
    assert!(text.contains("bob@example.org"));
    assert_eq!(all.iter().filter(|it| it["kind"] == "proposal").count(), 1);
    assert!(all.iter().all(|it| it["kind"] != "page"));
}

fn query(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
    command.arg("query").args(arguments).args(["--today", "2026-11-21"]).current_dir(folder).env_remove("CI");
    command.output().expect("the program starts")
}

#[test]
fn a_query_prints_a_record_on_each_line() {
    let folder = TempDir::new().expect("a folder");
    let decision = |number: u32, more: &str| {
        format!(
            "-- decisions/{number:04}-x.md --\n+++\ntitle = \"D{number}\"\ngroup = \"makers\"\nopened = 2026-11-0{number}\n{more}+++\n"
        )
    };
    let decided = "decided = 2026-11-09\noutcome = \"rejected\"\n";
    let site = format!("{SITE}{}{}{}", decision(1, ""), decision(2, decided), decision(3, ""));
    let tree = Tree::fixture(&site);
    for (path, source) in &tree.sources {
        let file = folder.path().join(path.as_str());
        fs::create_dir_all(file.parent().expect("a folder")).expect("it can be made");
        fs::write(file, &*source.text).expect("it can be written");
    }
    let ids = |arguments: &[&str]| -> Vec<String> {
        let output = query(folder.path(), arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        let text = String::from_utf8(output.stdout).expect("it is UTF-8");
        let id = |line: &str| {
            let value: Value = serde_json::from_str(line).expect("each line is JSON");
            value["id"].as_str().expect("an id").to_owned()
        };
        text.lines().map(id).collect()
    };
    assert_eq!(ids(&["--kind", "decision"]), ["DEC-0001", "DEC-0002", "DEC-0003"]);
    assert_eq!(ids(&["--kind", "decision", "--state", "rejected"]), ["DEC-0002"]);
    assert_eq!(ids(&["--kind", "decision", "--from", "2026-11-03"]), ["DEC-0002", "DEC-0003"]);
    assert_eq!(ids(&["--kind", "decision", "--to", "2026-11-03"]), ["DEC-0001", "DEC-0003"]);
    assert_eq!(ids(&["--holder", "makers"]), ["DEC-0001", "DEC-0003"]);
    assert_eq!(ids(&["--id", "DEC-2", "--id", "ada"]), ["DEC-0002", "person/ada"]);
    assert_eq!(ids(&["--kind", "sow"]), Vec::<String>::new());
    for wrong in [["--kind", "moon"], ["--state", "moon"], ["--holder", "moon"], ["--id", "DEC-9"], ["--from", "moon"]]
    {
        let output = query(folder.path(), &wrong);
        assert_eq!(output.status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn each_kind_has_a_schema_of_its_fields() {
    let schema = data::schema::record();
    for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Page) {
        let fields = &schema["$defs"][format!("{kind}.fields")];
        assert!(fields["properties"].as_object().is_some_and(|it| it.len() > 5), "{kind}");
    }
}
