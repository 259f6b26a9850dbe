//! Every key of a profile, loosened and tightened: the one is told once, the other not at all.

use super::{Loosening, loosened};
use crate::fields::{At, Table};
use crate::id::ContentPath;
use crate::text::Span;
use crate::tree::Tree;
use crate::workflow::written::WrittenRequirements;
use crate::workflow::{Profile, Vocabulary};

fn profile(text: &str) -> Profile {
    let names = [At { value: "ours.toml".to_owned(), span: Span::new(0, 0) }];
    let tree = Tree::fixture(&format!("-- ours.toml --\nname = \"ours\"\n{text}\n"));
    let config = ContentPath::parse("candor.toml").expect("a plain path");
    Profile::load(&names, &tree, &config, &Vocabulary::default()).0
}

fn told(before: &str, after: &str) -> Vec<String> {
    loosened(&profile(before), &profile(after)).into_iter().map(|Loosening { what, .. }| what).collect()
}

/// Each pair from the looser to the stricter; nothing at all is looser than the first.
const REQUIRED: &[(&str, &str, &str)] = &[
    ("absent_meetings", "5", "2"),
    ("approval_lapse_days", "90", "30"),
    ("blocked_days", "90", "30"),
    ("carried_over_times", "5", "2"),
    ("comment_days", "7", "14"),
    ("conference_report_days", "90", "30"),
    ("contract_notice_days", "30", "90"),
    ("contractor_documentation", "false", "true"),
    ("deadline_days", "90", "30"),
    ("donor_report_days", "90", "30"),
    ("donor_share_days", "30", "90"),
    ("execution_days", "90", "30"),
    ("exit_plan", "false", "true"),
    ("exit_test_days", "900", "300"),
    ("final_say_days", "90", "30"),
    ("max_donor_percent", "90", "30"),
    ("max_open_per_person", "9", "3"),
    ("meeting_moved_days", "9", "3"),
    ("min_admins", "1", "2"),
    ("minutes_before_next", "false", "true"),
    ("minutes_days", "90", "30"),
    ("price_disclosure_days", "90", "30"),
    ("project_age_days", "30", "90"),
    ("reports", "[{ audience = \"board\", every_days = 300 }]", "[{ audience = \"board\", every_days = 100 }]"),
    ("requests_since", "2026-01-01", "2025-01-01"),
    ("required_slo", "[\"availability\"]", "[\"availability\", \"response-time\"]"),
    ("review_days", "90", "30"),
    ("roadmap_ahead_days", "30", "90"),
    ("root_holders", "[\"group\"]", "[\"group\", \"board\"]"),
    ("scope", "[\"chat\"]", "[\"chat\", \"forum\"]"),
    ("signers", "[\"group\", \"board\"]", "[\"board\"]"),
    ("slo_result_days", "90", "30"),
    ("owned_by_group", "false", "true"),
    ("reason_for_each_way", "false", "true"),
    ("stalled_after_days", "90", "30"),
    ("survey_every_days", "900", "300"),
    ("survey_results_days", "90", "30"),
    ("terminable_at_will", "false", "true"),
    ("terms", "{ a = \"b\" }", "{ a = \"b\", c = \"d\" }"),
];

#[test]
fn every_requirement_is_told_when_it_is_relaxed_or_dropped() {
    let mut keys: Vec<&str> = WrittenRequirements::ROWS.iter().map(|row| row.key).collect();
    let mut rows: Vec<&str> = REQUIRED.iter().map(|(key, _, _)| *key).collect();
    rows.sort_unstable();
    keys.sort_unstable();
    assert_eq!(rows, keys);
    for (key, loose, strict) in REQUIRED {
        let with = |value: &str| format!("[require]\n{key} = {value}");
        let (loose, strict) = (with(loose), with(strict));
        assert_eq!(told(&strict, &loose).len(), 1, "{key}: {:?}", told(&strict, &loose));
        assert_eq!(told(&loose, &strict), [""; 0], "{key}");
        if profile("").requirements.is_set(key) {
            // What lies beneath asks it of everybody.
            continue;
        }
        let leeway = *key == "meeting_moved_days";
        assert_eq!(told(&strict, "").len(), usize::from(!leeway), "{key} dropped: {:?}", told(&strict, ""));
        assert_eq!(told("", &strict).len(), usize::from(leeway), "{key} added: {:?}", told("", &strict));
    }
}

/// From the stricter to the looser, one thing each, and what is told of it.
const TABLES: &[(&str, &str, &str)] = &[
    (
        "[group.board]\nin_person_per_year = 2",
        "[group.board]\nin_person_per_year = 1",
        "`in_person_per_year` of a `board` goes from 2 to 1",
    ),
    ("[group.board]\nmin_members = 3", "[group.board]\nmin_members = 2", "`min_members` of a `board` goes from 3 to 2"),
    ("[group.board]\nmax_members = 3", "[group.board]\nmax_members = 4", "`max_members` of a `board` goes from 3 to 4"),
    ("[group.board]\nmax_members = 3", "", "`max_members` of a `board` is not bound to 3 any more"),
    (
        "[group.board]\nodd_members = true",
        "[group.board]\nodd_members = false",
        "`odd_members` is not asked of a `board` any more",
    ),
    ("[group.board]\nexclusive = true", "", "`exclusive` is not asked of a `board` any more"),
    (
        "[group.board]\nabsence_days = 30",
        "[group.board]\nabsence_days = 60",
        "`absence_days` of a `board` goes from 30 to 60",
    ),
    (
        "[group.board]\nmax_affiliation_percent = 30",
        "[group.board]\nmax_affiliation_percent = 60",
        "`max_affiliation_percent` of a `board` goes from 30 to 60",
    ),
    (
        "[group.board]\nduties = [{ area = \"bugs\", meaning = \"Looks.\" }]",
        "",
        "nobody needs to have the duty `bugs` any more",
    ),
    (
        "[group.board]\nduties = [{ area = \"bugs\", meaning = \"Looks.\", contact = true }]",
        "[group.board]\nduties = [{ area = \"bugs\", meaning = \"Looks.\" }]",
        "the duty `bugs` needs no contact any more",
    ),
    ("[group.board]\nduty_delegation = true", "", "`duty_delegation` is not asked of a `board` any more"),
    ("[group.board]\nduty_deputies = true", "", "`duty_deputies` is not asked of a `board` any more"),
    ("[group.board]\nduty_spread = true", "", "`duty_spread` is not asked of a `board` any more"),
    (
        "[group.board]\nmax_duties_per_person = 1",
        "[group.board]\nmax_duties_per_person = 9",
        "`max_duties_per_person` of a `board` goes from 1 to 9",
    ),
    (
        "[group.board]\nfinal_say = \"chair\"",
        "[group.board]\nfinal_say = \"member\"",
        "the `chair` of a `board` does not have the final say any more",
    ),
    (
        "[group.board]\nhosts = [\"chair\"]",
        "[group.board]\nhosts = [\"chair\", \"member\"]",
        "the `member` of a `board` may lead its meetings too",
    ),
    ("[group.board]\nhosts = [\"chair\"]", "", "anybody may lead the meetings of a `board`"),
    ("[group.board]\nconference_report = true", "", "`conference_report` is not asked of a `board` any more"),
    (
        "[group.board]\nseats = [{ kind = \"a\", min = 2 }]",
        "[group.board]\nseats = [{ kind = \"a\", min = 1 }]",
        "`min` of the seats `a` goes from 2 to 1",
    ),
    (
        "[group.board]\nseats = [{ kind = \"a\", max = 2 }]",
        "[group.board]\nseats = [{ kind = \"a\", max = 3 }]",
        "`max` of the seats `a` goes from 2 to 3",
    ),
    (
        "[group.board]\nseats = [{ kind = \"a\", usual = 2 }]",
        "[group.board]\nseats = [{ kind = \"a\" }]",
        "no number of seats `a` is the usual one any more",
    ),
    (
        "[group.board]\nseats = [{ kind = \"a\", usual = 2 }]",
        "",
        "the seats `a` of a `board` are not asked for any more",
    ),
    (
        "[group.board]\nroles = [{ role = \"chair\", min = 2 }]",
        "[group.board]\nroles = [{ role = \"chair\", min = 1 }]",
        "`min` of the role `chair` goes from 2 to 1",
    ),
    (
        "[group.board]\nroles = [{ role = \"chair\", max = 1 }]",
        "[group.board]\nroles = [{ role = \"chair\" }]",
        "`max` of the role `chair` is not bound to 1 any more",
    ),
    (
        "[group.board]\nroles = [{ role = \"chair\", term_days = 30 }]",
        "[group.board]\nroles = [{ role = \"chair\", term_days = 60 }]",
        "`term_days` of the role `chair` goes from 30 to 60",
    ),
    (
        "[group.board]\nroles = [{ role = \"chair\", hours_per_week = 4 }]",
        "[group.board]\nroles = [{ role = \"chair\", hours_per_week = 2 }]",
        "`hours_per_week` of the role `chair` goes from 4 to 2",
    ),
    (
        "[group.board]\nroles = [{ role = \"chair\", nominated_by = \"group\" }]",
        "[group.board]\nroles = [{ role = \"chair\" }]",
        "the `nominated_by` of the role `chair` is not `group` any more",
    ),
    (
        "[group.board]\nroles = [{ role = \"chair\", confirmed_by = \"group\" }]",
        "[group.board]\nroles = [{ role = \"chair\", confirmed_by = \"board\" }]",
        "the `confirmed_by` of the role `chair` is not `group` any more",
    ),
    (
        "[group.board]\nroles = [{ role = \"chair\", vacancy_by = \"group\" }]",
        "",
        "nothing is asked of the role `chair` of a `board` any more",
    ),
    (
        "[group.board]\ndecisions = [{ mode = \"consensus\" }]",
        "[group.board]\ndecisions = [{ mode = \"simple-majority\" }]",
        "a `board` decides by `simple-majority` and not by `consensus`",
    ),
    (
        "[group.board]\ndecisions = [{ mode = \"consensus\", quorum = 3 }]",
        "[group.board]\ndecisions = [{ mode = \"consensus\" }]",
        "`quorum` of a `board` is not bound to 3 any more",
    ),
    (
        "[group.board]\ndecisions = [{ mode = \"consensus\", vote_links = true }]",
        "[group.board]\ndecisions = [{ mode = \"consensus\" }]",
        "votes of a `board` need no link any more",
    ),
    (
        "[group.board]\ndecisions = [{ mode = \"consensus\" }]",
        "[group.board]\ndecisions = [{ mode = \"consensus\", until = 2026-11-01 }]",
        "nothing says how a `board` decides any more on 2026-11-01",
    ),
    (
        "[group.board]\nmeetings = [{ every_days = 30 }]",
        "[group.board]\nmeetings = [{ every_days = 60 }]",
        "`every_days` of a `board` goes from 30 to 60",
    ),
    (
        "[group.board]\nmeetings = [{ every_days = 30, at_most_days = 40 }]",
        "[group.board]\nmeetings = [{ every_days = 30 }]",
        "`at_most_days` of a `board` is not bound to 40 any more",
    ),
    ("[group.board]\nmeetings = [{ every_days = 30 }]", "", "nothing says how often a `board` meets any more"),
    ("[body.press]\ntitle = \"the press\"", "", "there is no body `press` any more"),
    (
        "[body.press]\ntitle = \"the press\"\ntype = \"board\"",
        "[body.press]\ntitle = \"the press\"\ntype = \"council\"",
        "the body `press` is another group than it was",
    ),
    ("[clause.a]\nsource = \"s\"\nsays = \"t\"\nperson = \"p\"", "", "the clause `a` is dropped"),
    (
        "[clause.a]\nsource = \"s\"\nsays = \"t\"\nperson = \"p\"\nrules = [\"stalled\"]",
        "[clause.a]\nsource = \"s\"\nsays = \"t\"\nperson = \"p\"",
        "the clause `a` does not count on `stalled` any more",
    ),
    (
        "[clause.a]\nsource = \"s\"\nsays = \"t\"\nperson = \"p\"",
        "[clause.a]\nsource = \"s\"\nsays = \"t\"\nperson = \"p\"\nabout = [\"sow\"]",
        "the clause `a` speaks of fewer kinds of record",
    ),
    (
        "[kind.sow]\nterminal = [\"closed\", \"cancelled\", \"rejected\"]",
        "[kind.sow]\nterminal = [\"closed\", \"cancelled\", \"rejected\", \"approved\"]",
        "a statement of work is over in the state `approved`, which is terminal",
    ),
    (
        "[kind.sow]\nstalled_after_days = { draft = 9 }",
        "[kind.sow]\nstalled_after_days = { draft = 90 }",
        "a statement of work in the state `draft` counts as stalled after 90 days and not after 9",
    ),
    (
        "[kind.sow]\nholder = { draft = [\"owner\", \"group\"] }",
        "[kind.sow]\nholder = { draft = [\"owner\"] }",
        "a statement of work in the state `draft` does not wait for the group any more",
    ),
    (
        "[kind.sow]\nfields = { draft = [\"discussion\"] }",
        "",
        "a statement of work in the state `draft` does not need the field `discussion` any more",
    ),
    (
        "[kind.sow]\nsections = { draft = [\"Work mode\"] }",
        "",
        "a statement of work in the state `draft` does not need the section `Work mode` any more",
    ),
    (
        "",
        "[kind.sow]\nstates = [{ name = \"draft\", means = \"approved\" }]",
        "the state `draft` of a statement of work means `approved` and not `draft`",
    ),
    (
        "",
        "[kind.sow]\nstates = [{ name = \"draft\", phase = \"done\" }]",
        "the state `draft` of a statement of work counts as `done` and not as `open`",
    ),
    ("", "[kind.sow]\ninitial = \"approved\"", "a statement of work begins as `approved` and not as `draft`"),
    (
        "",
        "[[kind.sow.transition]]\nfrom = \"draft\"\nto = \"approved\"\nby = \"group\"",
        "the step of a statement of work from `draft` to `approved` is legal, and was not",
    ),
    (
        "",
        "[[kind.sow.transition]]\nfrom = \"draft\"\nto = \"approved\"\nby = \"group\"\nsince = 2026-11-01",
        "the step of a statement of work from `draft` to `approved` is legal from 2026-11-01 on, and was not",
    ),
];

/// The evidence of one step, from the stricter to the looser; an empty text is none.
const NEEDS: &[(&str, &str)] = &[
    ("{ section = \"Work mode\" }", ""),
    ("{ field = \"route\", is = [\"bounty\"] }", "{ field = \"route\" }"),
    ("{ field = \"route\" }", ""),
    ("{ link = \"discussion\" }", "{ field = \"discussion\" }"),
    ("{ decision = { kind = \"acceptance\", group = \"board\" } }", "{ decision = { group = \"board\" } }"),
    ("{ decision = { group = \"board\" } }", "{ decision = { group = \"board\", outcome = \"any\" } }"),
    ("{ decision = { group = \"board\", named = true } }", "{ decision = { group = \"board\" } }"),
    ("{ decision = { group = \"board\", mode = \"consensus\" } }", "{ decision = { group = \"board\" } }"),
    ("{ elapsed = { from = \"comment.opens\", days = 14 } }", "{ elapsed = { from = \"comment.opens\", days = 7 } }"),
    (
        "{ elapsed = { from = \"comment.opens\", days = 14, fresh = true } }",
        "{ elapsed = { from = \"comment.opens\", days = 14 } }",
    ),
    ("{ count = { field = \"agreements\", at_least = 2 } }", "{ count = { field = \"agreements\", at_least = 1 } }"),
    (
        "{ count = { field = \"agreements\", at_least = 2, with = \"board\" } }",
        "{ count = { field = \"agreements\", at_least = 2 } }",
    ),
    ("{ count = { field = \"assignees\", at_most = 2 } }", "{ count = { field = \"assignees\", at_most = 3 } }"),
    ("{ all_met = \"acceptance\" }", "{ field = \"acceptance\" }"),
    ("{ before = { first = \"comment.closes\", then = \"event.date\" } }", ""),
    (
        "{ state = { of = \"rfp\", is = [\"awarded\"] } }",
        "{ state = { of = \"rfp\", is = [\"awarded\", \"closed\"] } }",
    ),
    ("{ field = \"cost\" }", "{ unless = { field = \"route\", is = [\"bounty\"], needs = [{ field = \"cost\" }] } }"),
    (
        "{ unless = { field = \"route\", is = [\"bounty\"], needs = [{ field = \"cost\" }] } }",
        "{ unless = { field = \"route\", is = [\"bounty\", \"volunteer\"], needs = [{ field = \"cost\" }] } }",
    ),
    ("{ field = \"cost\" }", "{ any = [{ field = \"cost\" }, { field = \"route\" }] }"),
    (
        "{ any = [{ field = \"cost\" }, { field = \"route\" }] }",
        "{ any = [{ field = \"cost\" }, { field = \"route\" }, { field = \"owner\" }] }",
    ),
];

fn step(by: &str, needs: &str, clause: &str) -> String {
    format!("[[kind.sow.transition]]\nfrom = \"draft\"\nto = \"discussion\"\nby = {by}\nneeds = [{needs}]\n{clause}")
}

#[test]
fn every_table_is_told_when_it_asks_less() {
    let mut wrong = Vec::new();
    for (strict, loose, what) in TABLES {
        let told = told(strict, loose);
        if told != [*what] {
            wrong.push(format!("{strict}\n{loose}\n{told:?}"));
        }
    }
    for (strict, loose) in NEEDS {
        let (strict, loose) = (step("\"group\"", strict, ""), step("\"group\"", loose, ""));
        if told(&strict, &loose).len() != 1 || !told(&loose, &strict).is_empty() {
            wrong.push(format!("{strict}\n{loose}\n{:?}\n{:?}", told(&strict, &loose), told(&loose, &strict)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    let by = |by: &str| step(by, "", "");
    for (strict, loose) in [
        ("\"group\"", "[\"group\", \"owner\"]"),
        ("\"group\"", "\"anyone\""),
        ("\"role:chair@group\"", "\"role:chair\""),
    ] {
        assert_eq!(told(&by(strict), &by(loose)).len(), 1, "{loose}");
    }
    for (loose, strict) in [("[\"group\", \"owner\"]", "\"group\""), ("\"anyone\"", "\"group\"")] {
        assert_eq!(told(&by(loose), &by(strict)), [""; 0], "{strict}");
    }
    let cited = step("\"group\"", "", "clause = \"Ours, 1: what is public is public\"");
    assert_eq!(
        told(&cited, &step("\"group\"", "", "")),
        ["the step of a statement of work from `draft` to `discussion` rests on no clause any more"]
    );
}

#[test]
fn a_profile_is_as_strict_as_itself_and_another_one_is_not() {
    for (name, text) in crate::workflow::BUILT_IN {
        let named = |name: &str| format!("extends = \"{name}\"");
        assert_eq!(told(&named(name), &named(name)), [""; 0], "{}", text.len());
    }
    assert!(told("extends = \"llvm-iwg\"", "extends = \"base\"").len() > 50);
}
