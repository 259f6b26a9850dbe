//! Which approvals count, at the edges: the first and the last day of a term, of an employment, of a round.

use candor::id::Kind;
use candor::tree::Tree;

use crate::support;

const WORKFLOW: &str = r#"-- candor.toml --
profile = ["base", "ours.toml"]
-- ours.toml --
name = "ours"
extends = "base"

[body.maintainers]
title = "the maintainers"
type = "council"

[[kind.proposal.transition]]
from = "triaged"
to = "triaged"
by = "anyone"

[[kind.proposal.transition]]
from = "triaged"
to = "adopted"
by = "anyone"
needs = [{ approvals = { count = 2, affiliations = 2, by = "maintainers", except = "proposer", fresh = true } }]
"#;

/// Ada works for Acme until the end of March and for Globex from then on, and is a maintainer until the end of April. Ben and
/// Cleo work for Acme, which Cleo's page calls by its other name. Dana works for nobody that is on record and proposes.
const PEOPLE: &str = r#"-- organizations/acme.md --
+++
name = "Acme"
aliases = ["Acme Corporation"]
roles = ["employer"]
+++
-- organizations/globex.md --
+++
name = "Globex"
roles = ["employer"]
+++
-- people/ada.md --
+++
name = "Ada"

[[affiliation]]
organization = "acme"
to = 2026-03-31

[[affiliation]]
organization = "globex"
from = 2026-03-31
+++
-- people/ben.md --
+++
name = "Ben"

[[affiliation]]
organization = "acme"
+++
-- people/cleo.md --
+++
name = "Cleo"

[[affiliation]]
organization = "Acme Corporation"
+++
-- people/dana.md --
+++
name = "Dana"
+++
-- groups/maintainers.md --
+++
name = "Maintainers"
type = "council"

[[member]]
person = "ada"
role = "maintainer"
from = 2026-01-01
to = 2026-04-30

[[member]]
person = "ben"
role = "maintainer"
from = 2026-01-01

[[member]]
person = "cleo"
role = "maintainer"
from = 2026-01-01

[[member]]
person = "dana"
role = "maintainer"
from = 2026-01-01
+++
"#;

/// What becomes of `approvals` when the record takes the `steps`: whether they are enough, and each with its standing.
fn counted(steps: &[(&str, &str)], approvals: &[(&str, &str)]) -> String {
    counted_for("dana", steps, approvals)
}

fn counted_for(proposer: &str, steps: &[(&str, &str)], approvals: &[(&str, &str)]) -> String {
    let approvals: String =
        approvals.iter().map(|(who, date)| format!("[[approval]]\nperson = \"{who}\"\ndate = {date}\n")).collect();
    let steps: String =
        steps.iter().map(|(to, date)| format!("[[event]]\nto = \"{to}\"\ndate = {date}\nby = \"dana\"\n")).collect();
    let proposal = format!(
        "-- proposals/0001-x.md --\n+++\ntitle = \"A crate\"\nproposer = \"{proposer}\"\nissue = \
         \"https://example.org/1\"\nimpact = \"minor\"\n{approvals}{steps}+++\n"
    );
    let project = support::project(Tree::fixture(&format!("{WORKFLOW}{PEOPLE}{proposal}")));
    let entry = project.site.of_kind(Kind::Proposal).next().expect("the fixture holds a proposal");
    let round = project.site.approval_round(entry).expect("a step asks for approvals");
    let lacking = project.report.findings.iter().any(|finding| finding.rule == "missing-evidence");
    let adopted = entry.status.as_ref().is_some_and(|status| status.state == "adopted");
    assert!(!adopted || lacking != round.is_enough(), "rule and page agree");
    let each: Vec<String> = round.approvers.iter().map(|it| format!("{} {:?}", it.name, it.standing)).collect();
    format!("{} from {}: {}", round.people, round.affiliations, each.join(", "))
}

const OPEN: &[(&str, &str)] = &[("submitted", "2026-03-01"), ("triaged", "2026-03-10")];
const ADOPTED: &[(&str, &str)] = &[("submitted", "2026-03-01"), ("triaged", "2026-03-10"), ("adopted", "2026-05-10")];

#[test]
fn the_last_day_of_a_term_counts_and_the_day_after_does_not() {
    assert_eq!(counted(ADOPTED, &[("ada", "2026-04-30"), ("ben", "2026-04-30")]), "2 from 2: ada Counts, ben Counts");
    assert_eq!(counted(ADOPTED, &[("ada", "2026-05-01"), ("ben", "2026-04-30")]), "1 from 1: ada Outsider, ben Counts");
}

#[test]
fn the_employer_of_the_day_counts() {
    assert_eq!(counted(ADOPTED, &[("ada", "2026-03-30"), ("ben", "2026-03-30")]), "2 from 1: ada Counts, ben Counts");
    assert_eq!(counted(ADOPTED, &[("ada", "2026-04-01"), ("ben", "2026-03-30")]), "2 from 2: ada Counts, ben Counts");
}

#[test]
fn whoever_has_two_employers_on_a_day_stands_for_one() {
    assert_eq!(counted(ADOPTED, &[("ada", "2026-03-31"), ("dana", "2026-03-31")]), "1 from 1: ada Counts, dana Own");
    assert_eq!(counted(ADOPTED, &[("ada", "2026-03-31"), ("ben", "2026-03-31")]), "2 from 2: ada Counts, ben Counts");
}

#[test]
fn one_employer_under_two_names_is_one() {
    assert_eq!(counted(ADOPTED, &[("cleo", "2026-03-20"), ("ben", "2026-03-20")]), "2 from 1: cleo Counts, ben Counts");
}

#[test]
fn the_days_of_the_steps_belong_to_the_round() {
    assert_eq!(counted(ADOPTED, &[("ben", "2026-03-10"), ("cleo", "2026-05-10")]), "2 from 1: ben Counts, cleo Counts");
    assert_eq!(counted(ADOPTED, &[("ben", "2026-03-09"), ("cleo", "2026-05-11")]), "0 from 0: ben Stale, cleo Late");
}

#[test]
fn a_changed_text_is_approved_anew() {
    let changed = [OPEN, &[("triaged", "2026-04-01")]].concat();
    assert_eq!(
        counted(
            &changed,
            &[("ben", "2026-03-20"), ("cleo", "2026-03-20"), ("ben", "2026-04-01"), ("ben", "2026-04-02")]
        ),
        "1 from 1: ben Stale, cleo Stale, ben Counts, ben Repeated"
    );
}

#[test]
fn nothing_counts_before_the_record_is_put_for_approval() {
    assert_eq!(counted(&OPEN[..1], &[("ben", "2026-03-02")]), "0 from 0: ben Stale");
}

#[test]
fn a_group_that_proposes_does_not_approve_by_its_members() {
    assert_eq!(counted_for("maintainers", ADOPTED, &[("ben", "2026-03-20")]), "0 from 0: ben Own");
}

#[test]
fn an_approval_of_tomorrow_does_not_count_today() {
    assert_eq!(counted(OPEN, &[("ben", "2026-11-21"), ("cleo", "2026-11-22")]), "1 from 1: ben Counts, cleo Late");
}

#[test]
fn who_is_not_in_the_directory_does_not_count() {
    assert_eq!(counted(OPEN, &[("zoe", "2026-03-20")]), "0 from 0: zoe Unclear");
}
