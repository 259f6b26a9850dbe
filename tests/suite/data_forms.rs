//! The files of the data: each for itself what its format asks for, and none with what no page shows.

use std::collections::{BTreeMap, BTreeSet};

use candor::tree::Tree;
use jsonschema::{Registry, Validator};
use serde_json::{Value, json};

use crate::data::{golden, problems, validator};
use crate::support::{files, project};

const RELEASE: &str = include_str!("../schemas/ocds-1.1/release-schema.json");
const PACKAGE: &str = include_str!("../schemas/ocds-1.1/release-package-schema.json");

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

fn registry(schemas: impl IntoIterator<Item = (String, Value)>) -> Registry<'static> {
    let add = |registry: jsonschema::RegistryBuilder<'static>, (uri, schema): (String, Value)| {
        registry.add(uri, schema).expect("the schema has an address")
    };
    schemas.into_iter().fold(Registry::new(), add).prepare().expect("the schemas lead to each other")
}

/// What is valid under the published schema of a release package, with no look at the network.
fn with_contracting<T>(check: impl FnOnce(&Validator) -> T) -> T {
    let release = parsed(RELEASE);
    let address = release["id"].as_str().expect("it has an address").to_owned();
    let registry = registry([(address, release)]);
    let options = jsonschema::options().with_registry(&registry).should_validate_formats(true);
    check(&options.build(&parsed(PACKAGE)).expect("the schema is one"))
}

const SITE: &str = "\
-- candor.toml --
title = \"Makers\"
base_url = \"https://example.org/group/\"
group = \"makers\"
-- groups/makers.md --
+++
name = \"Makers\"
type = \"working-group\"
+++
-- groups/board.md --
+++
name = \"Board\"
type = \"board\"
+++
-- organizations/acme.md --
+++
name = \"Acme </script><b>\"
roles = [\"contractor\"]
url = \"https://acme.example\"
+++
-- organizations/other.md --
+++
name = \"Other\"
roles = [\"contractor\"]
+++
-- people/ada.md --
+++
name = \"Ada Example\"
+++
-- sow/0001-looms.md --
+++
title = \"Repair the looms\"
owner = \"ada\"
group = \"makers\"
route = \"contractor\"
route_reason = \"Nobody of us can.\"
cost = { status = \"approved\", amount = \"12000 EUR\" }
rfp = \"RFP-0001\"

[[milestone]]
what = \"Half of them\"
amount = \"6000 EUR\"
due = 2026-10-01
accepted = 2026-10-02

[[event]]
to = \"draft\"
date = 2026-05-01
by = \"ada\"
+++
-- sow/0002-paint.md --
+++
title = \"Paint the door\"
owner = \"ada\"
route = \"volunteer\"
+++
-- rfp/0001-looms.md --
+++
title = \"Offers for the looms\"
sow = \"SOW-0001\"
open = true
published = 2026-06-01
closes = 2026-06-30T17:00:00+02:00
award_criteria = [\"price\", \"experience\"]
prices_public_after_days = 30
link = \"https://example.org/call\"

[[offer]]
from = \"acme\"
received = 2026-06-20
price = \"11500.50 EUR\"
outcome = \"selected\"

[[offer]]
from = \"other\"
received = 2026-06-21
price = { withheld = \"the offer asks for it\", until = 2027-12-31 }
outcome = \"not-selected\"

[[event]]
to = \"published\"
date = 2026-06-01
by = \"ada\"
+++
-- decisions/0001-award.md --
+++
title = \"Acme repairs the looms\"
group = \"board\"
kind = \"award\"
about = [\"SOW-0001\", \"RFP-0001\"]
decided = 2026-07-10
outcome = \"accepted\"
amount = AMOUNT
+++
-- contractors/acme.md --
+++
organization = \"acme\"

[[contract]]
id = \"looms-2026\"
sows = [\"SOW-0001\"]
starts = 2026-08-01
ends = 2026-12-31
amount = AMOUNT
decision = \"DEC-0001\"

[[contract.event]]
to = \"signed\"
date = 2026-07-20

[[contract.draw]]
date = 2026-10-05
amount = \"5750.25 EUR\"
link = \"https://example.org/payments/1\"
+++
-- services/shop.md --
+++
name = \"Shop\"
area = \"tools\"
purpose = \"Sells: what we weave\"
lifecycle = \"production\"
owner = \"makers\"
operator = \"ada\"
admins = [\"ada\"]
url = \"https://shop.example\"
depends_on = [\"Web Host\", \"old\"]

[[slo]]
indicator = \"availability\"
objective = \">= 99.5 %\"
window_days = 30
source = \"the monitor\"

[[slo]]
indicator = \"availability\"
objective = \">= 100 %\"

[[slo]]
indicator = \"recovery-time\"
objective = \"<= 4 h\"

[[slo]]
indicator = \"response-time\"
objective = { unknown = \"nobody measured it\" }
+++
-- services/Web Host.md --
+++
name = \"Web host\"
lifecycle = { unknown = \"nobody said\" }
owner = \"ada\"
+++
-- services/old.md --
+++
name = \"Old\"
lifecycle = \"retired\"
+++
-- meetings/2026-11-03.md --
+++
title = \"On looms </script><script>alert(1)</script>\"
group = \"makers\"
kind = \"regular\"
at = 2026-11-03T18:00:00+01:00
ends = 2026-11-03T19:00:00+01:00
join = \"https://example.org/room\"
+++
";

fn site(amount: &str) -> BTreeMap<String, String> {
    files(&project(Tree::fixture(&SITE.replace("AMOUNT", amount))))
}

#[test]
fn the_path_from_plan_to_payment_is_a_valid_release() {
    let package = parsed(&site("\"11500.50 EUR\"")["data/ocds.json"]);
    with_contracting(|published| {
        assert_eq!(problems(published, &package), Vec::<String>::new());
        for (pointer, wrong) in [
            ("/version", json!("eleven")),
            ("/releases/0/tag", json!(["moon"])),
            ("/releases/0/awards/0/value/currency", json!("EURO")),
            ("/releases/0/date", json!("yesterday")),
        ] {
            let mut broken = package.clone();
            *broken.pointer_mut(pointer).expect("it is there") = wrong;
            assert!(!published.is_valid(&broken), "{pointer}");
        }
    });
    let [release] = &package["releases"].as_array().expect("a list")[..] else { panic!("{package:#}") };
    assert_eq!(release["ocid"], "https://example.org/group/sow/0001");
    let with_prefix =
        SITE.replace("group = \"makers\"\n-- groups", "group = \"makers\"\nocds_prefix = \"ocds-a2b3c4\"\n-- groups");
    let with_prefix = files(&project(Tree::fixture(&with_prefix.replace("AMOUNT", "\"1 EUR\""))));
    assert_eq!(parsed(&with_prefix["data/ocds.json"])["releases"][0]["ocid"], "ocds-a2b3c4-SOW-0001");
    assert_eq!(release["tag"], json!(["planning", "tender", "award", "contract", "implementation"]));
    assert_eq!(release["planning"]["budget"]["amount"], json!({ "amount": 12000, "currency": "EUR" }));
    assert_eq!(release["tender"]["numberOfTenderers"], 2);
    assert_eq!(release["tender"]["tenderPeriod"]["endDate"], "2026-06-30T15:00:00Z");
    assert_eq!(release["awards"][0]["suppliers"][0]["id"], "organization/acme");
    let contract = &release["contracts"][0];
    assert_eq!((&contract["awardID"], &contract["status"]), (&json!("DEC-0001"), &json!("active")));
    assert_eq!(contract["value"], json!({ "amount": 11500.5, "currency": "EUR" }));
    assert_eq!(contract["implementation"]["transactions"][0]["value"]["amount"], 5750.25);
    let roles = |id: &str| -> BTreeSet<String> {
        let party = release["parties"].as_array().expect("a list").iter().find(|it| it["id"] == id).expect("a party");
        party["roles"].as_array().expect("a list").iter().map(|it| it.as_str().expect("a word").to_owned()).collect()
    };
    assert_eq!(roles("organization/acme"), BTreeSet::from(["payee", "supplier", "tenderer"].map(str::to_owned)));
    assert_eq!(roles("group/makers"), BTreeSet::from(["buyer", "payer", "procuringEntity"].map(str::to_owned)));
    // Every reference leads to a party.
    let parties: BTreeSet<&str> =
        release["parties"].as_array().expect("a list").iter().filter_map(|it| it["id"].as_str()).collect();
    for reference in
        [&release["buyer"], &release["tender"]["tenderers"][1], &contract["implementation"]["transactions"][0]["payee"]]
    {
        assert!(parties.contains(reference["id"].as_str().expect("an id")), "{reference}");
    }
}

#[test]
fn what_is_withheld_is_absent_in_a_release_and_never_zero() {
    let withheld = "{ withheld = \"until the audit\", until = 2027-12-31, by = \"DEC-0001\" }";
    let package = parsed(&site(withheld)["data/ocds.json"]);
    with_contracting(|published| assert_eq!(problems(published, &package), Vec::<String>::new()));
    let release = &package["releases"][0];
    assert!(release["awards"][0].get("value").is_none(), "{release:#}");
    assert!(release["contracts"][0].get("value").is_none(), "{release:#}");
    // What was paid of a sum gives away the sum, and so does the plan that it was taken from.
    let payment = &release["contracts"][0]["implementation"]["transactions"][0];
    assert!(payment.get("value").is_none() && payment["date"] == "2026-10-05T00:00:00Z", "{payment}");
    assert!(!package.to_string().contains("\"amount\":0"), "{package:#}");
    let text = package.to_string();
    assert!(["11500", "5750"].iter().all(|it| !text.contains(it)), "{text}");
}

#[test]
fn without_contracts_or_without_an_address_there_is_no_release() {
    let without = SITE.replace("base_url = \"https://example.org/group/\"\n", "").replace("AMOUNT", "\"1 EUR\"");
    let files = files(&project(Tree::fixture(&without)));
    assert!(!files.contains_key("data/ocds.json") && files.contains_key("data/records.json"));
    assert!(!files["data/index.html"].contains("ocds"));
    let only_paint = "-- candor.toml --\ntitle = \"Makers\"\nbase_url = \"https://example.org/group/\"\n\
                      -- sow/0002-paint.md --\n+++\ntitle = \"Paint the door\"\n+++\n";
    let files = crate::support::files(&project(Tree::fixture(only_paint)));
    assert!(!files.contains_key("data/ocds.json") && !files.contains_key("data/catalog-info.yaml"));
}

fn documents(text: &str) -> Vec<Value> {
    use serde::Deserialize as _;
    serde_yaml_ng::Deserializer::from_str(text).map(|it| Value::deserialize(it).expect("it is YAML")).collect()
}

#[test]
fn services_are_entities_that_a_catalogue_takes() {
    const SCHEMAS: [(&str, &str); 6] = [
        ("Entity", include_str!("../schemas/backstage/Entity.schema.json")),
        ("EntityMeta", include_str!("../schemas/backstage/EntityMeta.schema.json")),
        ("common", include_str!("../schemas/backstage/common.schema.json")),
        ("Component", include_str!("../schemas/backstage/Component.v1alpha1.schema.json")),
        ("Group", include_str!("../schemas/backstage/Group.v1alpha1.schema.json")),
        ("User", include_str!("../schemas/backstage/User.v1alpha1.schema.json")),
    ];
    let registry = registry(SCHEMAS[..3].iter().map(|(name, text)| (format!("json-schema:///{name}"), parsed(text))));
    let of_kind: BTreeMap<&str, Validator> = SCHEMAS[3..]
        .iter()
        .map(|(kind, text)| {
            let options = jsonschema::options()
                .with_registry(&registry)
                .with_base_uri("json-schema:///")
                .should_validate_formats(true);
            (*kind, options.build(&parsed(text)).expect("the schema is one"))
        })
        .collect();
    let own = site("\"1 EUR\"").remove("data/catalog-info.yaml").expect("it is there");
    let of_golden = golden().into_iter().filter_map(|(_, project)| files(&project).remove("data/catalog-info.yaml"));
    let mut seen = 0;
    for text in std::iter::once(own.clone()).chain(of_golden) {
        let entities = documents(&text);
        let name = |it: &Value| {
            let (kind, name) =
                (it["kind"].as_str().expect("a kind").to_lowercase(), it["metadata"]["name"].as_str().expect("a name"));
            format!("{kind}:default/{name}")
        };
        let names: BTreeSet<String> = entities.iter().map(name).collect();
        assert_eq!(names.len(), entities.len(), "no two are called the same");
        for entity in &entities {
            let schema = &of_kind[entity["kind"].as_str().expect("a kind")];
            assert_eq!(problems(schema, entity), Vec::<String>::new(), "{entity:#}");
            let refers = entity["spec"]["dependsOn"].as_array().into_iter().flatten().chain([&entity["spec"]["owner"]]);
            for to in refers.filter_map(Value::as_str).filter(|to| *to != "unknown") {
                assert!(names.contains(to), "{to}");
            }
            seen += 1;
        }
    }
    assert!(seen > 50, "{seen}");
    let entities = documents(&own);
    let shop = entities.iter().find(|it| it["metadata"]["name"] == "shop").expect("it is there");
    assert_eq!(shop["spec"]["owner"], "group:default/makers");
    assert_eq!(
        shop["spec"]["dependsOn"],
        json!(["component:default/web-host"]),
        "what is retired is not in the catalogue"
    );
    let host = entities.iter().find(|it| it["metadata"]["name"] == "web-host").expect("it is there");
    assert_eq!((&host["spec"]["lifecycle"], &host["spec"]["owner"]), (&json!("unknown"), &json!("user:default/ada")));
    let mut broken = shop.clone();
    broken["spec"]["owner"] = json!("");
    assert!(!of_kind["Component"].is_valid(&broken));
}

/// What the specification of OpenSLO v1 asks of an object, as far as it is made here.
fn wrong_with(object: &Value) -> Vec<&'static str> {
    let is_name = |value: &Value| {
        value.as_str().is_some_and(|name| {
            let is_fit = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
            !name.is_empty()
                && name.len() <= 63
                && name.chars().all(|letter| is_fit(letter) || letter == '-')
                && name.starts_with(is_fit)
                && name.ends_with(is_fit)
        })
    };
    let (metadata, spec) = (&object["metadata"], &object["spec"]);
    let mut asked = vec![
        ("apiVersion", object["apiVersion"] == "openslo/v1"),
        ("metadata.name", is_name(&metadata["name"])),
        ("description", spec["description"].as_str().is_none_or(|it| it.chars().count() <= 1050)),
    ];
    if object["kind"] == "SLO" {
        let (objectives, indicator) = (spec["objectives"].as_array(), &spec["indicator"]["spec"]);
        let (threshold, ratio) = (&indicator["thresholdMetric"], &indicator["ratioMetric"]);
        let first = objectives.and_then(|it| it.first()).unwrap_or(&Value::Null);
        let below = |key: &str, most: f64| first[key].as_f64().is_some_and(|it| (0.0..most).contains(&it));
        let has_type =
            |metric: &Value| metric["metricSource"]["type"].is_string() && metric["metricSource"]["spec"].is_object();
        let is_duration = |value: &Value| {
            let text = value.as_str().unwrap_or_default();
            text.strip_suffix('d').and_then(|days| days.parse::<u32>().ok()).is_some_and(|days| days > 0)
        };
        let windows = spec["timeWindow"].as_array();
        asked.extend([
            ("service", is_name(&spec["service"])),
            ("budgetingMethod", spec["budgetingMethod"] == "Occurrences"),
            ("one objective", objectives.is_some_and(|it| it.len() == 1)),
            ("one target", below("target", 1.0) != below("targetPercent", 100.0)),
            ("one metric", threshold.is_object() != ratio.is_object()),
            (
                "op and value",
                ratio.is_object()
                    || (["lte", "gte"].contains(&first["op"].as_str().unwrap_or_default())
                        && first["value"].is_number()),
            ),
            (
                "rawType",
                threshold.is_object()
                    || ["success", "failure"].contains(&ratio["rawType"].as_str().unwrap_or_default()),
            ),
            ("metricSource", has_type(threshold) || has_type(&ratio["raw"])),
            (
                "timeWindow",
                windows.is_none_or(|it| it.len() == 1 && is_duration(&it[0]["duration"]) && it[0]["isRolling"] == true),
            ),
        ]);
    } else {
        asked.push(("kind", object["kind"] == "Service"));
    }
    asked.into_iter().filter(|(_, holds)| !holds).map(|(what, _)| what).collect()
}

#[test]
fn service_levels_are_objects_of_openslo() {
    let own = documents(&site("\"1 EUR\"")["data/openslo.yaml"]);
    let of_golden = golden().into_iter().filter_map(|(_, project)| files(&project).remove("data/openslo.yaml"));
    let all: Vec<Value> = own.iter().cloned().chain(of_golden.flat_map(|text| documents(&text))).collect();
    for object in &all {
        assert_eq!(wrong_with(object), Vec::<&str>::new(), "{object:#}");
    }
    let names: Vec<&str> = own.iter().filter_map(|it| it["metadata"]["name"].as_str()).collect();
    assert_eq!(names, ["shop", "shop-availability", "shop-availability-2", "shop-recovery-time"]);
    assert_eq!(own[1]["spec"]["objectives"][0]["targetPercent"], 99.5);
    // No share of a hundred is a target; as a limit it is.
    assert_eq!(own[2]["spec"]["objectives"][0]["value"], 100.0);
    assert_eq!(
        (&own[3]["spec"]["objectives"][0]["op"], &own[3]["spec"]["objectives"][0]["value"]),
        (&json!("lte"), &json!(4.0))
    );
    for (pointer, wrong) in [
        ("/metadata/name", json!("Shop!")),
        ("/spec/objectives/0/targetPercent", json!(100)),
        ("/spec/timeWindow", json!([])),
    ] {
        let mut broken = own[1].clone();
        *broken.pointer_mut(pointer).expect("it is there") = wrong;
        assert_ne!(wrong_with(&broken), Vec::<&str>::new(), "{pointer}");
    }
}

#[test]
fn a_table_has_a_row_for_each_record_and_no_formula() {
    let table = |text: &str| -> Vec<BTreeMap<String, String>> {
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let headings = reader.headers().expect("a line of headings").clone();
        let row =
            |row: csv::StringRecord| headings.iter().map(str::to_owned).zip(row.iter().map(str::to_owned)).collect();
        reader.records().map(|it| row(it.expect("a row of the same length"))).collect()
    };
    for (name, project) in golden() {
        let files = files(&project);
        let all = parsed(&files["data/records.json"]);
        let rows: usize =
            files.iter().filter(|(path, _)| path.ends_with(".csv")).map(|(_, text)| table(text).len()).sum();
        assert_eq!(Some(rows), all["records"].as_array().map(Vec::len), "{name}");
    }
    let fixture = "-- candor.toml --\ntitle = \"X\"\n-- decisions/0001-x.md --\n+++\ntitle = \"=HYPERLINK(\\\"x\\\")\"\n\
                   about = [\"DEC-0001\", \"@ada\"]\namount = { withheld = \"offers are open\", until = 2027-01-01 }\nsummary = \"One, \\\"two\\\"\"\n+++\n\
                   -- decisions/0002-y.md --\n+++\ntitle = \"Y\"\namount = \"900.50 EUR\"\nclosed = true\n+++\n\
                   -- people/ada.md --\n+++\nname = \"-1+1\"\nemail = \"canary@example.org\"\n+++\n";
    let files = files(&project(Tree::fixture(fixture)));
    let decisions = table(&files["data/decisions.csv"]);
    assert_eq!(decisions[0]["title"], "'=HYPERLINK(\"x\")");
    assert_eq!(decisions[0]["summary"], "One, \"two\"");
    assert_eq!((&*decisions[0]["amount"], &*decisions[0]["withheld"]), ("", "amount"), "absent, never zero");
    assert_eq!((&*decisions[1]["amount"], &*decisions[1]["amount.currency"]), ("900.5", "EUR"));
    let people = &files["data/people.csv"];
    assert!(people.contains("'-1+1") && !people.contains("canary"), "{people}");
}

#[test]
fn a_page_that_the_author_wrote_on_data_is_the_beginning_of_the_one_that_is_made() {
    let own = "-- data.md --\n# Our data\n\nAsk us for the looms.\n";
    let with_records = files(&project(Tree::fixture(&format!("{SITE}{own}").replace("AMOUNT", "\"1 EUR\""))));
    let page = &with_records["data/index.html"];
    assert!(page.contains("Ask us for the looms.") && page.contains("records.json"), "{page}");
    let without = files(&project(Tree::fixture(&format!("-- candor.toml --\ntitle = \"X\"\n{own}"))));
    let page = &without["data/index.html"];
    assert!(page.contains("Our data") && !page.contains("records.json"), "{page}");
}

#[test]
fn each_page_leads_to_its_record_as_data_and_the_foot_to_all_of_it() {
    let one = validator(&candor::data::schema::record());
    for (name, project) in golden() {
        let files = files(&project);
        let printed = format!("{:#}\n", candor::data::schema::record());
        assert_eq!(files["data/schema.json"], printed, "{name}");
        let all = parsed(&files["data/records.json"]);
        let all = all["records"].as_array().expect("a list");
        for record in all {
            let address = record["address"].as_str().expect("an address");
            let own = parsed(&files[&format!("{address}record.json")]);
            assert_eq!(own, *record, "{name}: {address}");
            assert!(one.is_valid(&own), "{name}: {address}");
            assert!(
                files[&format!("{address}index.html")].contains(&format!("{address}record.json\"")),
                "{name}: {address}"
            );
        }
        let singles = files.keys().filter(|path| path.ends_with("/record.json")).count();
        assert_eq!(singles, all.len(), "{name}: nothing is there that is not in the whole");
        assert!(files["index.html"].contains("href=\"data/\""), "{name}");
    }
}

#[test]
fn what_a_page_is_about_is_said_to_programs_and_cannot_end_its_block() {
    let files = site("\"1 EUR\"");
    let block = |path: &str| {
        let blocks = files[path].split("<script type=\"application/ld+json\">").skip(1).collect::<Vec<_>>();
        let [block] = &blocks[..] else { panic!("{path}: {} blocks", blocks.len()) };
        parsed(block.split_once("</script>").expect("it ends").0)
    };
    let meeting = block("meetings/2026-11-03/index.html");
    assert_eq!(meeting["@type"], "Event");
    assert_eq!(meeting["name"], "Makers: On looms </script><script>alert(1)</script>");
    assert_eq!(meeting["startDate"], "2026-11-03T17:00:00Z");
    assert_eq!(meeting["location"]["url"], "https://example.org/room");
    assert_eq!(block("organizations/acme/index.html")["name"], "Acme </script><b>");
    assert_eq!(block("services/shop/index.html")["provider"]["@type"], "Person");
    assert_eq!(block("groups/makers/index.html")["@type"], "Organization");
    assert!(!files["sow/0001/index.html"].contains("ld+json"));
    assert!(!files["meetings/2026-11-03/index.html"].contains("<script>alert"));
}
