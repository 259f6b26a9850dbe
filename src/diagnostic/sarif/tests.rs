use super::super::{Edit, Fix};
use super::*;
use crate::text::Span;

fn path(text: &str) -> ContentPath {
    ContentPath::parse(text).unwrap()
}

const TEXT: &str = "+++\r\nowner = \"👩 Kühnel\"\r\n+++\r\n";

fn source(path: &ContentPath) -> Option<Arc<str>> {
    (path.as_str() != "gone.md").then(|| TEXT.into())
}

fn rules() -> [RuleText<'static>; 2] {
    [
        RuleText {
            name: "alias-in-place-of-id",
            level: Some(Level::Error),
            title: "A name stands where an id belongs",
            page: "# A name stands where an id belongs\n\nNames change,\nids do not.\n",
            address: Some("https://example.org/rules/alias-in-place-of-id/".to_owned()),
        },
        RuleText { name: "stalled", level: None, title: "Nothing happens", page: "# Nothing happens\n", address: None },
    ]
}

/// The results for `findings` and the `waived` ones.
fn results(findings: &[Diagnostic], waived: &[(&Diagnostic, &str)]) -> Vec<Value> {
    let document = report(findings, waived, &source, Setting { rules: &rules(), prefix: "content/" });
    let mut document: Value = serde_json::from_str(&document).unwrap();
    let Value::Array(results) = document["runs"][0]["results"].take() else { panic!("a run has results") };
    results
}

#[test]
fn a_run_says_what_made_it_and_what_its_rules_are() {
    snapbox::assert_data_eq!(
        report(&[], &[], &source, Setting { rules: &rules(), prefix: "content/" }),
        snapbox::str![[r##"
{
  "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
  "version": "2.1.0",
  "runs": [
    {
      "tool": {
        "driver": {
          "name": "Candor",
          "version": "0.1.0",
          "semanticVersion": "0.1.0",
          "rules": [
            {
              "id": "alias-in-place-of-id",
              "name": "AliasInPlaceOfId",
              "shortDescription": {
                "text": "A name stands where an id belongs"
              },
              "fullDescription": {
                "text": "Names change, ids do not."
              },
              "helpUri": "https://example.org/rules/alias-in-place-of-id/",
              "help": {
                "text": "Names change, ids do not.",
                "markdown": "# A name stands where an id belongs/n/nNames change,/nids do not."
              },
              "defaultConfiguration": {
                "level": "error"
              }
            },
            {
              "id": "stalled",
              "name": "Stalled",
              "shortDescription": {
                "text": "Nothing happens"
              },
              "fullDescription": {
                "text": "Nothing happens"
              },
              "help": {
                "text": "Nothing happens",
                "markdown": "# Nothing happens"
              },
              "defaultConfiguration": {
                "enabled": false
              }
            }
          ]
        }
      },
      "invocations": [
        {
          "executionSuccessful": true
        }
      ],
      "originalUriBaseIds": {
        "%SRCROOT%": {
          "description": {
            "text": "The root of the repository."
          }
        }
      },
      "columnKind": "utf16CodeUnits",
      "results": []
    }
  ]
}

"##]]
    );
}

#[test]
fn a_result_says_where_it_is_what_to_type_and_what_a_fix_changes() {
    let page = path("people/Kühnel a:b.md");
    let name = Span::new(13, 27);
    let finding = Diagnostic::new("alias-in-place-of-id", &page, name, "“👩 Kühnel” is a name of `kuehnel`")
        .help("write `\"kuehnel\"`")
        .clause("charter 4.2")
        .label(&path("b.md"), Span::new(0, 3), "called so here")
        .fix(Fix::safe("write the id", vec![Edit::new(&page, name, "\"kuehnel\"")]));
    let artifact = json!({ "uri": "content/people/K%C3%BChnel%20a%3Ab.md", "uriBaseId": "%SRCROOT%" });
    let region = json!({ "startLine": 2, "startColumn": 9, "endLine": 2, "endColumn": 20 });
    let expected = json!({
        "ruleId": "alias-in-place-of-id",
        "ruleIndex": 0,
        "level": "error",
        "message": {
            "text": "“👩 Kühnel” is a name of `kuehnel`\nhelp: write `\"kuehnel\"`\nserves charter 4.2",
        },
        "locations": [{ "physicalLocation": { "artifactLocation": artifact, "region": region } }],
        "relatedLocations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": "content/b.md", "uriBaseId": "%SRCROOT%" },
                "region": { "startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 4 },
            },
            "message": { "text": "called so here" },
        }],
        "partialFingerprints": { "primaryLocationLineHash": "9a5d8b315442aead:1" },
        "fixes": [{
            "description": { "text": "write the id" },
            "artifactChanges": [{
                "artifactLocation": artifact,
                "replacements": [{ "deletedRegion": region, "insertedContent": { "text": "\"kuehnel\"" } }],
            }],
        }],
    });
    // As text, so that the order of the keys counts.
    assert_eq!(results(&[finding], &[])[0].to_string(), expected.to_string());
}

#[test]
fn a_place_has_a_region_where_the_text_of_its_file_is_known() {
    let end = json!({ "startLine": 4, "startColumn": 1, "endLine": 4, "endColumn": 1 });
    for (file, span, region) in
        [("a.md", None, None), ("a.md", Some(Span::new(99, 99)), Some(&end)), ("gone.md", Some(Span::new(1, 2)), None)]
    {
        let result = &results(&[Diagnostic::new("unlisted", &path(file), span, "wrong")], &[])[0];
        let location = &result["locations"][0]["physicalLocation"];
        assert_eq!(location["artifactLocation"]["uri"], format!("content/{file}"));
        assert_eq!(location.get("region"), region, "{file} {span:?}");
        assert_eq!(result.get("ruleIndex"), None, "the rule is not in the list");
    }
}

#[test]
fn a_result_says_how_it_relates_to_the_change_and_why_it_is_waived() {
    let stalled = Diagnostic::new("stalled", &path("a.md"), None, "stalled for 40 days").at_level(Level::Warning);
    for (baseline_state, word) in [
        (None, None),
        (Some(BaselineState::New), Some("new")),
        (Some(BaselineState::Existing), Some("unchanged")),
        (Some(BaselineState::BlocksStep), Some("unchanged")),
        (Some(BaselineState::Fixed), Some("absent")),
    ] {
        let result = &results(&[stalled.clone().baseline(baseline_state)], &[])[0];
        assert_eq!((&result["level"], &result["ruleIndex"]), (&json!("warning"), &json!(1)));
        assert_eq!(result.get("baselineState").and_then(Value::as_str), word);
        assert_eq!(result.get("suppressions"), None);
        let blocks_step = baseline_state == Some(BaselineState::BlocksStep);
        assert_eq!(result.get("properties"), blocks_step.then(|| json!({ "blocksStep": true })).as_ref());
        let said = result["message"]["text"].as_str().unwrap();
        assert_eq!(said.strip_prefix("stalled for 40 days").unwrap().contains("blocks the step"), blocks_step);
    }
    let waived = &results(&[], &[(&stalled, "waits for the board")])[0];
    let suppressed = json!([{ "kind": "external", "status": "accepted", "justification": "waits for the board" }]);
    assert_eq!(waived["suppressions"], suppressed);
}

#[test]
fn findings_stand_in_the_order_of_their_places_and_waived_ones_behind_them() {
    let [first, second, waived] = ["a.md", "b.md", "0.md"].map(|file| Diagnostic::new("some", &path(file), None, file));
    let told = results(&[second, first], &[(&waived, "why")]);
    let messages: Vec<&str> = told.iter().map(|it| it["message"]["text"].as_str().unwrap()).collect();
    assert_eq!(messages, ["a.md", "b.md", "0.md"]);
}

#[test]
fn a_document_is_cut_to_what_hosts_take_and_says_so() {
    let finding = |at: usize| {
        let level = if at.is_multiple_of(2) { Level::Warning } else { Level::Error };
        Diagnostic::new("some-rule", &path(&format!("{at:06}.md")), None, "wrong").at_level(level)
    };
    let of = |many: usize| -> Value {
        let findings: Vec<Diagnostic> = (0..many).map(finding).collect();
        let setting = Setting { rules: &[], prefix: "" };
        serde_json::from_str(&report(&findings, &[], &|_| None, setting)).unwrap()
    };
    for (many, results, note) in [
        (10, 10, None),
        (SHOWN + 1, SHOWN + 1, Some("there are 5001 findings, of which a code host may show 5000")),
        (
            RESULTS + 3,
            RESULTS,
            Some("this document holds 25000 of 25003 findings, errors first, as code hosts take no more"),
        ),
    ] {
        let run = &of(many)["runs"][0];
        let said = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].as_str();
        assert_eq!((run["results"].as_array().unwrap().len(), said), (results, note));
        let errors = run["results"].as_array().unwrap().iter().filter(|it| it["level"] == "error").count();
        assert_eq!(errors, many / 2, "no error is cut");
    }
}

#[test]
fn a_result_is_cut_to_what_hosts_take_and_says_so() {
    let mut crowded = Diagnostic::new("some-rule", &path("a.md"), None, "wrong");
    for _ in 0..LOCATIONS + 2 {
        crowded = crowded.label(&path("b.md"), Span::new(0, 1), "here");
    }
    let cut = &results(&[crowded], &[])[0];
    assert_eq!(cut["relatedLocations"].as_array().unwrap().len(), LOCATIONS);
    assert_eq!(cut["message"]["text"], "wrong\nand 2 more places");
}
