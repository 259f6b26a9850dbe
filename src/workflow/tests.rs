//! What the built-in profiles hold, and what a profile of one's own is told.

use super::*;
use crate::diagnostic::Diagnostic;
use crate::fields::{At, FieldRow, Presence, Shape};
use crate::id::ContentPath;
use crate::text::{Span, list, parse_date};
use crate::tree::Tree;

fn load(names: &[&str], files: &str, vocabulary: &Vocabulary) -> (Profile, Vec<Diagnostic>) {
    let names: Vec<At<String>> =
        names.iter().map(|name| At { value: (*name).to_owned(), span: Span::new(0, 1) }).collect();
    let config = ContentPath::parse("candor.toml").unwrap();
    Profile::load(&names, &Tree::fixture(files), &config, vocabulary)
}

fn llvm_iwg() -> Profile {
    let (profile, findings) = load(&["llvm-iwg"], "", &Vocabulary::default());
    assert_eq!(told("", &findings), Vec::<String>::new());
    profile
}

/// Rule, marked text, message, help.
fn told(text: &str, findings: &[Diagnostic]) -> Vec<String> {
    let marked = |span: Option<Span>| {
        span.and_then(|span| text.get(span.range())).unwrap_or_default().lines().next().unwrap_or_default().to_owned()
    };
    let told = |it: &Diagnostic| {
        format!("{} «{}» {} ({})", it.rule, marked(it.span), it.message, it.help.as_deref().unwrap_or_default())
    };
    findings.iter().map(told).collect()
}

fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn next<'a>(workflow: &'a KindWorkflow, state: &str) -> Vec<&'a str> {
    workflow.steps_from(Some(state), date("2026-11-21")).map(|step| step.to.as_str()).collect()
}

#[test]
fn the_built_in_profiles_have_no_findings() {
    for (name, _) in BUILT_IN {
        let (profile, findings) = load(&[name], "", &Vocabulary::default());
        assert_eq!(told("", &findings), Vec::<String>::new(), "{name}");
        assert_eq!(profile.names.last().map(String::as_str), Some(*name));
        for workflow in profile.kinds.values() {
            for state in &workflow.states {
                assert!(state.meaning.ends_with('.'), "{name}: {}", state.meaning);
            }
        }
    }
}

#[test]
fn the_area_team_wins_over_the_working_group_before_it() {
    let (profile, findings) = load(&["llvm-iwg", "llvm-area-team"], "", &Vocabulary::default());
    assert_eq!(told("", &findings), Vec::<String>::new());
    let team = profile.group("working-group").unwrap();
    assert_eq!((team.min_members, team.max_members, team.seats.len()), (Some(3), Some(9), 0));
    let rfc = profile.kind(Kind::Proposal).unwrap();
    assert_eq!(next(rfc, "triaged"), ["escalated", "adopted", "taken-on", "declined", "withdrawn", "duplicate"]);
    // What it says nothing on stays the working group's: the evidence in a statement of work.
    let sow = profile.kind(Kind::Sow).unwrap();
    assert!(!sow.step(Some("board-review"), "approved", date("2026-11-21")).unwrap().needs.is_empty());
}

#[test]
fn base_asks_for_no_evidence() {
    let (profile, _) = load(&[], "", &Vocabulary::default());
    assert_eq!(profile.names, ["base"]);
    for workflow in profile.kinds.values() {
        assert!(workflow.transitions.iter().all(|step| step.needs.is_empty()));
        assert!(workflow.states.iter().all(|state| state.sections.is_empty()));
    }
}

#[test]
fn under_base_the_group_of_a_record_takes_the_steps_that_cost_nothing() {
    let (profile, _) = load(&[], "", &Vocabulary::default());
    let sow = profile.kind(Kind::Sow).unwrap();
    for (from, to) in [
        (None, "draft"),
        (Some("draft"), "discussion"),
        (Some("discussion"), "costed"),
        (Some("discussion"), "cancelled"),
        (Some("routed"), "in-progress"),
    ] {
        let By::Parties(parties) = &sow.step(from, to, date("2020-06-01")).unwrap().by else { panic!("{to}") };
        assert_eq!(parties[0], Party::Body(profile.bodies["group"].clone()));
    }
    assert_eq!(sow.step(Some("board-review"), "approved", date("2020-06-01")).unwrap().by.title(), "the board");
}

#[test]
fn a_statement_of_work_goes_on_before_it_goes_back_or_ends() {
    let profile = llvm_iwg();
    let sow = profile.kind(Kind::Sow).unwrap();
    let path: Vec<&str> = sow.path().map(|state| state.name.as_str()).collect();
    assert_eq!(
        path.join(" "),
        "draft discussion costed routed board-review approved in-progress delivered accepted closed"
    );
    assert_eq!(next(sow, "routed"), ["board-review", "in-progress", "draft", "cancelled"]);
    assert_eq!(next(sow, "board-review"), ["approved", "draft", "routed", "rejected", "cancelled"]);
    assert_eq!(next(sow, "closed"), Vec::<&str>::new());
    assert!(sow.step(None, "draft", date("2021-05-11")).is_some());
    assert!(sow.step(Some("discussion"), "approved", date("2021-05-11")).is_none());
}

#[test]
fn what_a_state_needs_includes_what_the_states_before_it_need() {
    let profile = llvm_iwg();
    let state = |name| profile.kind(Kind::Sow).unwrap().state(name).unwrap();
    assert_eq!(state("draft").sections, ["Problem description"]);
    assert_eq!(state("discussion").sections.len(), 8);
    assert_eq!(state("closed").sections, state("discussion").sections);
    assert_eq!(state("routed").fields, ["discussion", "comment", "cost", "route"]);
    assert!(state("cancelled").sections.is_empty() && state("cancelled").fields.is_empty());
}

#[test]
fn what_is_missing_reads_after_the_word_missing() {
    let profile = llvm_iwg();
    let missing = |kind, from, to| {
        let step = profile.kind(kind).unwrap().step(from, to, date("2026-11-21")).unwrap();
        format!("{}: {}", step.label, list(step.needs.iter().map(Evidence::wants), "and"))
    };
    for (kind, from, to, expected) in [
        (
            Kind::Sow,
            Some("discussion"),
            "costed",
            "the working group publishes a cost estimate: 14 days for the community to comment, the last day to comment and the cost",
        ),
        (
            Kind::Sow,
            Some("board-review"),
            "approved",
            "the board decides on the expenditure: a decision of the board on the expenditure",
        ),
        (
            Kind::Sow,
            Some("delivered"),
            "accepted",
            "the working group accepts the work: a decision of the working group to accept the work and every acceptance criterion met",
        ),
        (Kind::Sow, Some("delivered"), "cancelled", "the working group cancels it: the reason"),
        (Kind::Proposal, None, "submitted", "somebody submits it: a link to the issue"),
        (Kind::Bounty, Some("claimed"), "submitted", "the claimant hands the work in: a link to the work"),
    ] {
        assert_eq!(missing(kind, from, to), expected);
    }
}

/// What a step needs, written as in a profile that builds on `llvm-iwg`.
fn guard(need: &str) -> Guard {
    let step = format!(
        "[[kind.sow.transition]]\nfrom = \"draft\"\nto = \"accepted\"\nby = \"owner\"\nneeds = [{{ {need} }}]\n"
    );
    let file = format!("-- ours.toml --\nname = \"ours\"\nextends = \"llvm-iwg\"\n{step}");
    let (profile, findings) = load(&["ours.toml"], &file, &Vocabulary::default());
    assert_eq!(told(&file, &findings), Vec::<String>::new(), "{need}");
    let step = profile.kind(Kind::Sow).unwrap().step(Some("draft"), "accepted", date("2026-11-21")).unwrap();
    step.needs[0].guard.clone()
}

#[test]
fn every_guard_says_what_it_wants_and_what_to_type() {
    for (need, wants, instruction) in [
        (
            r#"section = "Exit and handover""#,
            "the section “Exit and handover”",
            "write the section `## Exit and handover`",
        ),
        (r#"field = "route_reason""#, "the route reason", "add `route_reason = …` to the front matter"),
        (r#"field = "event.note""#, "the reason", "add `note = …` to the event"),
        (
            r#"field = "cost.status", is = ["estimated", "quoted"]"#,
            "`cost.status` of `estimated` or `quoted`",
            "set `cost.status` to `estimated` or `quoted`",
        ),
        (r#"link = "discussion""#, "a link to the discussion", "add `discussion = \"https://…\"` to the front matter"),
        (
            r#"decision = { kind = "award", group = "board", outcome = "rejected" }"#,
            "a decision of the board on the award that ended as rejected",
            "record the decision in `decisions/` with `kind = \"award\"`, the board as its `group` and `outcome = \"rejected\"`, and name this record in its `about`, or name it in the event: `decision = \"DEC-…\"`",
        ),
        (
            "approvals = { count = 3, affiliations = 2 }",
            "3 approvals from at least 2 affiliations",
            "add `[[approval]]` tables with `person`, `date` and `link`",
        ),
        (
            r#"elapsed = { from = "comment.opens", days = 14 }"#,
            "14 days after `comment.opens`",
            "wait until 14 days after the date in `comment.opens`, or correct it",
        ),
        (r#"count = { field = "invited", at_least = 2 }"#, "at least 2 in `invited`", "list at least 2 in `invited`"),
        (
            r#"agreed = { field = "agreements", by = "iwg", runs = "services" }"#,
            "the agreement of the working group, and of each contractor that runs what it touches",
            "list in `agreements` the decision of the working group, and the slug of each contractor that runs what it touches",
        ),
        (
            r#"all_met = "acceptance""#,
            "every item of `acceptance` met",
            "set `met = true` and `evidence` in each `[[acceptance]]`, or take the step back",
        ),
        (
            r#"before = { first = "published", then = "closes" }"#,
            "`published` no later than `closes`",
            "correct `published` or `closes`",
        ),
        (
            r#"state = { of = "rfp", is = ["awarded"] }"#,
            "the rfp in the state awarded",
            "bring the record that `rfp` names to `awarded`, by an event there",
        ),
        (
            r#"unless = { field = "route", is = ["volunteer"], needs = [{ field = "route_reason" }] }"#,
            "the route reason",
            "add `route_reason = …` to the front matter; if `route` does not say what is so, correct it",
        ),
        (
            r#"any = [{ link = "discussion" }, { field = "route_reason" }]"#,
            "a link to the discussion or the route reason",
            "add `discussion = \"https://…\"` to the front matter; or add `route_reason = …` to the front matter",
        ),
    ] {
        let guard = guard(need);
        assert_eq!((guard.wants().as_str(), guard.instruction().as_str()), (wants, instruction));
    }
}

#[test]
fn a_rule_is_judged_by_the_day() {
    let profile = llvm_iwg();
    let group = profile.group("working-group").unwrap();
    let mode = |day| group.decision_on(date(day)).unwrap().mode.as_str();
    assert_eq!(mode("2021-02-22"), "simple-majority");
    assert_eq!(mode("2021-02-23"), "consensus");
    assert_eq!(group.meeting_on(date("2021-04-27")).unwrap().every_days, Some(14));
    assert_eq!(group.role("chair").unwrap().confirmed_by.as_ref().unwrap().title, "the board");
}

#[test]
fn a_later_profile_wins_key_by_key() {
    let ours = r#"-- ours.toml --
name = "ours"
extends = "llvm-iwg"
[kind.sow]
stalled_after_days = { discussion = 90 }
[[kind.sow.transition]]
from = "discussion"
to = "cancelled"
by = "board"
[levels]
stalled = "off"
"#;
    let (profile, findings) = load(&["ours.toml"], ours, &Vocabulary::default());
    assert_eq!(told("", &findings), Vec::<String>::new());
    assert_eq!(profile.names, ["base", "llvm-iwg", "ours"]);
    assert_eq!(profile.levels["stalled"], RuleLevel::Off);
    let sow = profile.kind(Kind::Sow).unwrap();
    let stalled = |state| sow.state(state).unwrap().stalled_after_days;
    assert_eq!((stalled("discussion"), stalled("board-review")), (Some(90), Some(45)));
    let cancels = |state| sow.step(Some(state), "cancelled", date("2026-11-21")).unwrap();
    assert!(cancels("discussion").needs.is_empty());
    assert_eq!(cancels("draft").needs[0].wants(), "the reason");
}

#[test]
fn a_profile_can_start_a_kind_anew_or_add_a_state() {
    let ours = r#"-- ours.toml --
name = "ours"
extends = "base"
[kind.proposal]
replaces = true
title = "crate proposal"
initial = "proposed"
terminal = ["approved"]
holder = { proposed = "community" }
states = [
  { name = "proposed", means = "open", meaning = "It is on the list." },
  { name = "approved", means = "done", meaning = "It is approved." },
]
[[kind.proposal.transition]]
from = "proposed"
to = "approved"
by = "anyone"
needs = [{ approvals = { count = 3, affiliations = 2 } }]
[kind.bounty]
holder = { shortlisted = "group" }
states = [{ name = "shortlisted", means = "assessed", after = "open", meaning = "Several people want it." }]
[[kind.bounty.transition]]
from = "open"
to = "shortlisted"
by = "group"
[[kind.bounty.transition]]
from = "shortlisted"
to = "claimed"
by = "group"
"#;
    let (profile, findings) = load(&["ours.toml"], ours, &Vocabulary::default());
    assert_eq!(told("", &findings), Vec::<String>::new());
    assert_eq!(profile.kind(Kind::Proposal).unwrap().states.len(), 2);
    let bounty = profile.kind(Kind::Bounty).unwrap();
    assert_eq!(bounty.path().nth(1).unwrap().name, "shortlisted");
    let step = bounty.step(Some("open"), "shortlisted", date("2026-11-21")).unwrap();
    assert_eq!(step.label, "shortlisted, by the group");
}

#[test]
fn two_profiles_disagree_until_one_says_that_it_wins() {
    const CLAUSE: &str = "[clause.comments]\nsource = \"Charter\"\nsays = \"time to comment\"\nrules = [\"decided-too-early\"]\nrequires = [\"comment_days\"]\n";
    let both = |wins: &str| {
        let files = format!(
            "-- a.toml --\nname = \"a\"\nrequire = {{ comment_days = 7 }}\n{CLAUSE}-- b.toml --\nname = \"b\"\n{wins}require = {{ comment_days = 21 }}\n"
        );
        load(&["a.toml", "b.toml"], &files, &Vocabulary::default())
    };
    let (profile, findings) = both("");
    assert_eq!(profile.requirements.days("comment_days"), Some(21));
    assert_eq!(
        told("", &findings),
        [
            "profiles-disagree «» `a` and `b` disagree on `require.comment_days`, and neither says that it wins (add `wins_over = [\"a\"]` to `b`)"
        ]
    );
    assert_eq!(findings[0].path.as_str(), "b.toml");
    assert_eq!(findings[0].labels[0].path.as_str(), "a.toml");
    assert!(both("wins_over = [\"a\"]\n").1.is_empty());
}

#[test]
fn names_that_lead_nowhere_and_circles_are_found() {
    let files = "-- a.toml --\nname = \"a\"\nextends = \"b.toml\"\n-- b.toml --\nname = \"b\"\nextends = \"a.toml\"\n";
    let (profile, findings) = load(&["a.toml", "llvm-iwgs", "../x.toml"], files, &Vocabulary::default());
    assert_eq!(profile.names, ["base", "b", "a"]);
    let built_in = BUILT_IN.iter().map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let unknown = format!(
        "unknown-profile «» there is no profile `../x.toml` (built in are {built_in}; a profile of your own is a file beside candor.toml, named with its `.toml`)"
    );
    assert_eq!(
        told("", &findings),
        [
            "invalid-profile «» the profile `a.toml` builds on itself: `a.toml` extends `b.toml` extends `a.toml` (remove one `extends` of the circle)",
            &unknown,
            "unknown-profile «» there is no profile `llvm-iwgs` (did you mean `llvm-iwg`?)",
        ]
    );
}

#[test]
fn a_broken_profile_is_told_everything_at_once() {
    let text = r#"name = "ours"
[body.council]
title = "the council"
type = "councel"
[kind.sows]
initial = "draft"
[kind.sow]
holder = { drafts = "owner" }
sections = { draft = "Problem" }
[[kind.sow.transition]]
from = "draft"
to = "discusion"
by = "ownr"
[[kind.sow.transition]]
from = "draft"
to = "costed"
by = "council"
needs = [{ field = "coast" }, { votes = 3 }, { section = "Scope", link = "discussion" }, { is = ["x"] }, {}, { state = { of = "rfp", is = ["awardet"] } }]
[[kind.sow.transition]]
from = ["draft"]
to = "costed"
by = "group"
[kind.pledge]
replaces = true
initial = "offered"
states = [
  { name = "offered", means = "open", phase = "open", meaning = "It is offered." },
  { name = "lost" },
]
terminal = ["lost"]
"#;
    const ROW: FieldRow = FieldRow { key: "", need: Presence::Optional, meaning: "", shape: || Shape::Any };
    let any = |path: &str| FieldPath { path: path.to_owned(), row: &ROW, in_list: false };
    let vocabulary = Vocabulary {
        fields: BTreeMap::from([(
            Kind::Sow,
            ["owner", "group", "cost", "cost.status", "discussion", "comment", "rfp", "route"].map(any).to_vec(),
        )]),
        group_types: vec!["council", "board", "community", "foundation"],
        ..Vocabulary::default()
    };
    let (_, findings) = load(&["ours.toml"], &format!("-- ours.toml --\n{text}"), &vocabulary);
    let ours: Vec<Diagnostic> = findings.into_iter().filter(|it| it.path.as_str() == "ours.toml").collect();
    let short: Vec<String> = told(text, &ours).iter().map(|it| it.split(" (").next().unwrap().to_owned()).collect();
    assert_eq!(
        short,
        [
            "invalid-profile «\"councel\"» `councel` is no type of group",
            "invalid-profile «sows» there is no kind `sows`",
            "invalid-profile «drafts» a sow has no state `drafts`",
            "invalid-profile «\"Problem\"» the outline has no section `Problem`",
            "invalid-profile «\"discusion\"» a sow has no state `discusion`",
            "invalid-profile «\"ownr\"» `ownr` is neither a body nor a field of a statement of work",
            "invalid-profile «\"coast\"» a statement of work has no field `coast`",
            "unknown-key «votes» unknown key `votes` in `kind.sow.transition.needs`",
            "invalid-profile «\"Scope\"» the outline has no section `Scope`",
            "invalid-profile «\"discussion\"» two guards stand in one table",
            "invalid-profile «{ is = [\"x\"] }» `is` says what a `field` holds, and there is no `field` here",
            "invalid-profile «{}» this table holds no guard",
            "invalid-profile «\"awardet\"» a record that `rfp` names has no state `awardet`",
            "invalid-profile «[[kind.sow.transition]]» the step from `draft` to `costed` stands here a second time",
            "invalid-profile «{ name = \"offered\", means = \"open\", phase = \"open\", meaning = \"It is offered.\" }» no step leads a pledge out of the state `offered`",
            "invalid-profile «{ name = \"offered\", means = \"open\", phase = \"open\", meaning = \"It is offered.\" }» nobody holds a pledge in the state `offered`",
            "invalid-profile «{ name = \"lost\" }» no step leads a pledge to the state `lost`",
            "invalid-profile «{ name = \"lost\" }» the state `lost` of a pledge has no `meaning`",
            "invalid-profile «{ name = \"lost\" }» the state `lost` of a pledge has no `means`",
        ]
    );
    assert_eq!(ours[0].help.as_deref(), Some("did you mean `council`?"));
}
