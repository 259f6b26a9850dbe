//! Findings as SARIF 2.1.0, which code hosts and editors read:
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.
//!
//! One run of one tool. Waived findings that are given are results too, suppressed for the waiver's reason. Columns count UTF-16 code
//! units, as the run says. A finding that was there before and fails the check all the same has the property `blocksStep`.
//! Fingerprints hold when lines above a finding move and when days pass. Same input, same bytes.
//!
//! Hosts refuse a document beyond their limits as a whole, so it is cut to them, and says so:
//! <https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning>.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::lines::Lines;
use super::{BaselineState, Diagnostic, Edit, Fix, Label, Level};
use crate::id::{ContentPath, encoded};
use crate::text::{Span, count};

/// A rule, as readers of the results are told.
#[derive(Debug, Clone)]
pub struct RuleText<'a> {
    /// In kebab case.
    pub name: &'a str,
    /// At which it finds; `None` when it is off.
    pub level: Option<Level>,
    /// What is flagged, as a sentence.
    pub title: &'a str,
    /// Its page, as Markdown.
    pub page: &'a str,
    /// Where the page is published.
    pub address: Option<String>,
}

/// What the results are told with.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The rules that the document describes, in its order; a result points at its rule by the place in this list.
    pub rules: &'a [RuleText<'a>],
    /// What leads from the root of the repository to the record: `content/`.
    pub prefix: &'a str,
}

/// How many results a run may have.
const RESULTS: usize = 25_000;

/// How many of them a host shows, the weightiest.
const SHOWN: usize = 5_000;

/// How many places a result may have.
const LOCATIONS: usize = 1_000;

/// The document, with a line break at its end: the findings in the order of their places, then the waived ones, each with
/// the reason of its waiver. `source` gives the text of a file, where there is one.
pub fn report(
    diagnostics: &[Diagnostic],
    waived: &[(&Diagnostic, &str)],
    source: &dyn Fn(&ContentPath) -> Option<Arc<str>>,
    setting: Setting,
) -> String {
    let mut files = Files { source, prefix: setting.prefix, read: HashMap::new() };
    let mut prints = Fingerprints::default();
    let mut sorted: Vec<(&Diagnostic, Option<&str>)> = diagnostics.iter().map(|it| (it, None)).collect();
    sorted.sort_by(|(one, _), (other, _)| one.order(other));
    sorted.extend(waived.iter().map(|(it, reason)| (*it, Some(*reason))));
    let notifications = notifications(sorted.len());
    let results: Vec<Value> = weightiest(sorted)
        .into_iter()
        .map(|(diagnostic, reason)| result(diagnostic, reason, setting.rules, &mut files, &mut prints))
        .collect();
    let invocation = object([
        ("executionSuccessful", Some(json!(true))),
        ("toolExecutionNotifications", (!notifications.is_empty()).then(|| notifications.into())),
    ]);
    let document = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver(setting.rules) },
            "invocations": [invocation],
            "originalUriBaseIds": { ROOT: { "description": { "text": "The root of the repository." } } },
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&document).expect("text and numbers are always JSON") + "\n"
}

/// As many as a run may have, errors before warnings and new ones before others, in the order in which they are given.
fn weightiest<'a>(mut findings: Vec<(&'a Diagnostic, Option<&'a str>)>) -> Vec<(&'a Diagnostic, Option<&'a str>)> {
    if findings.len() > RESULTS {
        let weight = |(it, reason): (&Diagnostic, Option<&str>)| {
            (reason.is_none(), it.level, it.baseline_state != Some(BaselineState::Existing))
        };
        let mut weights: Vec<_> = findings.iter().enumerate().map(|(at, it)| (weight(*it), Reverse(at))).collect();
        weights.sort_unstable();
        let kept: HashSet<usize> = weights.iter().rev().take(RESULTS).map(|(_, Reverse(at))| *at).collect();
        let mut at = 0..;
        findings.retain(|_| at.next().is_some_and(|at| kept.contains(&at)));
    }
    findings
}

/// What readers of the document have to know of its limits.
fn notifications(findings: usize) -> Vec<Value> {
    let told = match findings {
        0..=SHOWN => return Vec::new(),
        many if many <= RESULTS => format!("there are {many} findings, of which a code host may show {SHOWN}"),
        many => format!("this document holds {RESULTS} of {many} findings, errors first, as code hosts take no more"),
    };
    vec![json!({ "level": "warning", "message": text(&told) })]
}

/// What paths are relative to.
const ROOT: &str = "%SRCROOT%";

fn driver(rules: &[RuleText]) -> Value {
    let homepage = [env!("CARGO_PKG_HOMEPAGE"), env!("CARGO_PKG_REPOSITORY")].into_iter().find(|it| !it.is_empty());
    object([
        ("name", Some(json!("Candor"))),
        ("version", Some(json!(env!("CARGO_PKG_VERSION")))),
        ("semanticVersion", Some(json!(env!("CARGO_PKG_VERSION")))),
        ("informationUri", homepage.map(|it| json!(it))),
        ("rules", Some(rules.iter().map(descriptor).collect())),
    ])
}

fn descriptor(rule: &RuleText) -> Value {
    let level = rule.level.map_or(json!({ "enabled": false }), |level| json!({ "level": word(level) }));
    object([
        ("id", Some(json!(rule.name))),
        ("name", Some(json!(pascal(rule.name)))),
        ("shortDescription", Some(text(rule.title))),
        ("fullDescription", Some(text(&first_paragraph(rule)))),
        ("helpUri", rule.address.as_ref().map(|it| json!(it))),
        ("help", Some(json!({ "text": first_paragraph(rule), "markdown": rule.page.trim() }))),
        ("defaultConfiguration", Some(level)),
    ])
}

/// `SowEndsBeforeItStarts`, the form that the standard asks of names.
fn pascal(name: &str) -> String {
    let words = name.split('-').map(|word| word[..1].to_uppercase() + &word[1..]);
    words.collect()
}

/// What stands between the heading of the page and the next empty line; the title when nothing does.
fn first_paragraph(rule: &RuleText) -> String {
    let is_prose = |it: &&str| !it.is_empty() && !it.starts_with(['#', '`']);
    let paragraph = rule.page.split("\n\n").map(str::trim).find(is_prose).unwrap_or(rule.title);
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn result(
    diagnostic: &Diagnostic,
    reason: Option<&str>,
    rules: &[RuleText],
    files: &mut Files,
    prints: &mut Fingerprints,
) -> Value {
    let help = diagnostic.help.as_ref().map(|help| format!("\nhelp: {help}"));
    let clause = diagnostic.clause.as_ref().map(|clause| format!("\nserves {clause}"));
    let blocks_step = diagnostic.baseline_state == Some(BaselineState::BlocksStep);
    let baseline_state = diagnostic
        .baseline_state
        .filter(|_| blocks_step)
        .map(|baseline_state| format!("\n{}", baseline_state.as_words()));
    let left = diagnostic.labels.len().saturating_sub(LOCATIONS);
    let cut = (left > 0).then(|| format!("\nand {}", count(left, "more place", "more places")));
    let message: String =
        [Some(diagnostic.message.clone()), help, clause, baseline_state, cut].into_iter().flatten().collect();
    let related: Vec<Value> = diagnostic.labels.iter().take(LOCATIONS).map(|label| files.related(label)).collect();
    let print = prints.of(diagnostic, files.lines(&diagnostic.path).as_deref());
    object([
        ("ruleId", Some(json!(diagnostic.rule))),
        ("ruleIndex", rules.iter().position(|rule| rule.name == diagnostic.rule).map(|at| json!(at))),
        ("level", Some(json!(word(diagnostic.level)))),
        ("message", Some(text(&message))),
        ("locations", Some(json!([files.location(&diagnostic.path, diagnostic.span)]))),
        ("relatedLocations", (!related.is_empty()).then(|| related.into())),
        // The key that GitHub reads.
        ("partialFingerprints", Some(json!({ "primaryLocationLineHash": print }))),
        ("fixes", diagnostic.fix.as_ref().map(|fix| json!([files.fix(fix)]))),
        ("baselineState", diagnostic.baseline_state.map(|baseline_state| json!(state(baseline_state)))),
        // The standard has no word for it.
        ("properties", blocks_step.then(|| json!({ "blocksStep": true }))),
        ("suppressions", reason.map(|why| json!([{ "kind": "external", "status": "accepted", "justification": why }]))),
    ])
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Note => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

fn state(baseline_state: BaselineState) -> &'static str {
    match baseline_state {
        BaselineState::New => "new",
        BaselineState::Existing | BaselineState::BlocksStep => "unchanged",
        BaselineState::Fixed => "absent",
    }
}

fn text(text: &str) -> Value {
    json!({ "text": text })
}

/// An object of the keys that have a value.
fn object<const COUNT: usize>(keys: [(&str, Option<Value>); COUNT]) -> Value {
    let stated = keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(Map::from_iter(stated))
}

/// The files of one report, each divided into lines once.
struct Files<'a> {
    source: &'a dyn Fn(&ContentPath) -> Option<Arc<str>>,
    prefix: &'a str,
    read: HashMap<ContentPath, Option<Arc<Lines>>>,
}

impl Files<'_> {
    fn lines(&mut self, path: &ContentPath) -> Option<Arc<Lines>> {
        let source = self.source;
        let read = self.read.entry(path.clone());
        read.or_insert_with(|| source(path).map(|text| Arc::new(Lines::new(text)))).clone()
    }

    fn location(&mut self, path: &ContentPath, span: Option<Span>) -> Value {
        let region = span.and_then(|span| self.region(path, span));
        let place = object([("artifactLocation", Some(self.artifact(path))), ("region", region)]);
        json!({ "physicalLocation": place })
    }

    fn related(&mut self, label: &Label) -> Value {
        let mut location = self.location(&label.path, Some(label.span));
        location["message"] = text(&label.text);
        location
    }

    fn artifact(&self, path: &ContentPath) -> Value {
        json!({ "uri": encoded(&format!("{}{path}", self.prefix)), "uriBaseId": ROOT })
    }

    /// `None` when the text of the file is not known.
    fn region(&mut self, path: &ContentPath, span: Span) -> Option<Value> {
        let lines = self.lines(path)?;
        let range = lines.clamp(span);
        let ((line, column), (end_line, end_column)) = (lines.place_utf16(range.start), lines.place_utf16(range.end));
        Some(json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column }))
    }

    /// One change for each file, in the order of the edits.
    fn fix(&mut self, fix: &Fix) -> Value {
        let mut changes: Vec<(&ContentPath, Vec<Value>)> = Vec::new();
        for edit in &fix.edits {
            let Some(replacement) = self.replacement(edit) else { continue };
            match changes.iter_mut().find(|(path, _)| **path == edit.path) {
                Some((_, replacements)) => replacements.push(replacement),
                None => changes.push((&edit.path, vec![replacement])),
            }
        }
        let change = |(path, replacements): (&ContentPath, Vec<Value>)| json!({ "artifactLocation": self.artifact(path), "replacements": replacements });
        json!({ "description": text(&fix.title), "artifactChanges": changes.into_iter().map(change).collect::<Vec<_>>() })
    }

    fn replacement(&mut self, edit: &Edit) -> Option<Value> {
        let region = self.region(&edit.path, edit.span)?;
        Some(json!({ "deletedRegion": region, "insertedContent": text(&edit.text) }))
    }
}

/// What tells the findings of two runs apart: file, rule and what is written there. Where these are equal, their number.
#[derive(Default)]
pub(super) struct Fingerprints {
    seen: HashMap<String, usize>,
}

impl Fingerprints {
    pub(super) fn of(&mut self, diagnostic: &Diagnostic, lines: Option<&Lines>) -> String {
        let written = match diagnostic.span.zip(lines) {
            Some((span, lines)) => {
                let range = lines.clamp(span);
                let line = lines.range(lines.line(range.start));
                format!("{}\n{}", lines.text[line].trim(), &lines.text[range])
            }
            // Many messages count days, which pass.
            None => diagnostic.message.chars().filter(|letter| !letter.is_ascii_digit()).collect(),
        };
        let all = format!("{}\n{}\n{written}", diagnostic.path, diagnostic.rule);
        let hash = blake3::hash(all.as_bytes()).to_hex()[..16].to_owned();
        let number = self.seen.entry(hash.clone()).or_default();
        *number += 1;
        format!("{hash}:{number}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> ContentPath {
        ContentPath::parse(text).unwrap()
    }

    const TEXT: &str = "+++\r\nowner = \"👩 Kühnel\"\r\n+++\r\n";

    fn rules() -> [RuleText<'static>; 2] {
        [
            RuleText {
                name: "alias-in-place-of-id",
                level: Some(Level::Error),
                title: "A name stands where an id belongs",
                page: "# A name stands where an id belongs\n\nNames change,\nids do not.\n",
                address: Some("https://example.org/rules/alias-in-place-of-id/".to_owned()),
            },
            RuleText {
                name: "stalled",
                level: None,
                title: "Nothing happens",
                page: "# Nothing happens\n",
                address: None,
            },
        ]
    }

    fn alias() -> Diagnostic {
        let page = path("people/Kühnel a:b.md");
        Diagnostic::new("alias-in-place-of-id", &page, Span::new(13, 27), "“👩 Kühnel” is a name of `kuehnel`")
            .help("write `\"kuehnel\"`")
            .clause("charter 4.2")
            .label(&path("b.md"), Span::new(0, 3), "called so here")
            .fix(Fix::safe("write the id", vec![Edit::new(&page, Span::new(13, 27), "\"kuehnel\"")]))
    }

    fn source(path: &ContentPath) -> Option<Arc<str>> {
        (path.as_str() != "gone.md").then(|| TEXT.into())
    }

    #[test]
    fn every_corner_has_its_place_in_the_document() {
        let rules = rules();
        let findings = [
            Diagnostic { baseline_state: Some(BaselineState::New), ..alias() },
            Diagnostic {
                baseline_state: Some(BaselineState::Fixed),
                ..Diagnostic::new("unlisted", &path("c.md"), None, "the whole file").at_level(Level::Warning)
            },
            Diagnostic {
                baseline_state: Some(BaselineState::Existing),
                ..Diagnostic::new("unlisted", &path("d.md"), Span::new(99, 99), "at the end")
            },
            Diagnostic::new("unlisted", &path("gone.md"), Span::new(1, 2), "of no file that is there"),
        ];
        let waived = Diagnostic::new("stalled", &path("e.md"), None, "stalled for 40 days").at_level(Level::Warning);
        let setting = Setting { rules: &rules, prefix: "content/" };
        snapbox::assert_data_eq!(
            report(&findings, &[(&waived, "waits for the board")], &source, setting),
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
      "results": [
        {
          "ruleId": "unlisted",
          "level": "warning",
          "message": {
            "text": "the whole file"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "content/c.md",
                  "uriBaseId": "%SRCROOT%"
                }
              }
            }
          ],
          "partialFingerprints": {
            "primaryLocationLineHash": "9c948ddc8aa561b7:1"
          },
          "baselineState": "absent"
        },
        {
          "ruleId": "unlisted",
          "level": "error",
          "message": {
            "text": "at the end"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "content/d.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 4,
                  "startColumn": 1,
                  "endLine": 4,
                  "endColumn": 1
                }
              }
            }
          ],
          "partialFingerprints": {
            "primaryLocationLineHash": "714917628a2db28b:1"
          },
          "baselineState": "unchanged"
        },
        {
          "ruleId": "unlisted",
          "level": "error",
          "message": {
            "text": "of no file that is there"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "content/gone.md",
                  "uriBaseId": "%SRCROOT%"
                }
              }
            }
          ],
          "partialFingerprints": {
            "primaryLocationLineHash": "9ca441714d7bf7c6:1"
          }
        },
        {
          "ruleId": "alias-in-place-of-id",
          "ruleIndex": 0,
          "level": "error",
          "message": {
            "text": "“👩 Kühnel” is a name of `kuehnel`/nhelp: write `/"kuehnel/"`/nserves charter 4.2"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "content/people/K%C3%BChnel%20a%3Ab.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 2,
                  "startColumn": 9,
                  "endLine": 2,
                  "endColumn": 20
                }
              }
            }
          ],
          "relatedLocations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "content/b.md",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "startLine": 1,
                  "startColumn": 1,
                  "endLine": 1,
                  "endColumn": 4
                }
              },
              "message": {
                "text": "called so here"
              }
            }
          ],
          "partialFingerprints": {
            "primaryLocationLineHash": "9a5d8b315442aead:1"
          },
          "fixes": [
            {
              "description": {
                "text": "write the id"
              },
              "artifactChanges": [
                {
                  "artifactLocation": {
                    "uri": "content/people/K%C3%BChnel%20a%3Ab.md",
                    "uriBaseId": "%SRCROOT%"
                  },
                  "replacements": [
                    {
                      "deletedRegion": {
                        "startLine": 2,
                        "startColumn": 9,
                        "endLine": 2,
                        "endColumn": 20
                      },
                      "insertedContent": {
                        "text": "/"kuehnel/""
                      }
                    }
                  ]
                }
              ]
            }
          ],
          "baselineState": "new"
        },
        {
          "ruleId": "stalled",
          "ruleIndex": 1,
          "level": "warning",
          "message": {
            "text": "stalled for 40 days"
          },
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "content/e.md",
                  "uriBaseId": "%SRCROOT%"
                }
              }
            }
          ],
          "partialFingerprints": {
            "primaryLocationLineHash": "245ec7d0e60b6d86:1"
          },
          "suppressions": [
            {
              "kind": "external",
              "status": "accepted",
              "justification": "waits for the board"
            }
          ]
        }
      ]
    }
  ]
}

"##]]
        );
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
        let mut crowded = finding(1);
        for _ in 0..LOCATIONS + 2 {
            crowded = crowded.label(&path("b.md"), Span::new(0, 1), "here");
        }
        let one: Value =
            serde_json::from_str(&report(&[crowded], &[], &|_| None, Setting { rules: &[], prefix: "" })).unwrap();
        let one = &one["runs"][0]["results"][0];
        assert_eq!(one["relatedLocations"].as_array().unwrap().len(), LOCATIONS);
        assert_eq!(one["message"]["text"], "wrong\nand 2 more places");
    }

    #[test]
    fn a_fingerprint_stays_when_lines_above_move_and_days_pass() {
        let print = |text: &str, at: usize, days: u32| {
            let findings = [
                Diagnostic::new("some-rule", &path("a.md"), Span::new(at, at + 3), format!("for {days} days")),
                Diagnostic::new("some-rule", &path("a.md"), None, format!("for {days} days")),
            ];
            let lines = Lines::new(text.into());
            findings.map(|finding| Fingerprints::default().of(&finding, Some(&lines)))
        };
        assert_eq!(print("one two\n", 4, 7), print("zero\r\n\r\none two\r\n", 12, 8));
        assert_ne!(print("one two\n", 4, 7)[0], print("one six\n", 4, 7)[0]);
        let mut prints = Fingerprints::default();
        let twice = [alias(), alias()].map(|finding| prints.of(&finding, None));
        assert_ne!(twice[0], twice[1], "two findings of one text are told apart");
    }
}
