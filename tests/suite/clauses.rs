//! Against which clause a finding counts, in the shortest records that show it.

use candor::check::clauses;
use candor::tree::Tree;

use crate::support;

/// How often the record of `fixture` goes against each clause of the profile `ours`.
fn violations(profile: &str, fixture: &str) -> Vec<String> {
    let settings = "-- candor.toml --\nprofile = [\"base\", \"ours.toml\"]\n-- ours.toml --\nname = \"ours\"\nextends = \"base\"\n";
    let project = support::project(Tree::fixture(&format!("{settings}{profile}\n{fixture}")));
    let held = clauses(&project.site, &project.report);
    held.iter().map(|held| format!("{} {}", held.clause.name, held.violations.len())).collect()
}

/// Two ways of deciding, one after the other, each by a clause of its own.
const TWO_WAYS: &str = r#"
[group.working-group]
decisions = [
  { mode = "simple-majority", until = 2021-03-01, clause = "majority" },
  { mode = "consensus", since = 2021-03-01, clause = "consensus" },
]

[clause.majority]
source = "charter 1"
says = "the majority decides"
rules = ["outcome-against-votes"]

[clause.consensus]
source = "charter 2"
says = "nobody is against it"
rules = ["outcome-against-votes", "vote-does-not-count"]
"#;

/// A group of Ada and Ben, and a decision of `day` that was accepted with the `votes`.
fn decided(day: &str, votes: &[(&str, &str)]) -> String {
    let member = |name: &str| format!("\n[[member]]\nperson = \"{name}\"\nrole = \"member\"\nfrom = 2019-01-01\n");
    let person = |name: &&str| format!("-- people/{name}.md --\n+++\nname = \"{name}\"\n+++\n");
    let vote = |(person, value): &(&str, &str)| {
        format!("\n[[vote]]\nperson = \"{person}\"\nvalue = \"{value}\"\ndate = {day}\n")
    };
    let people: String = ["ada", "ben", "cleo"].iter().map(person).collect();
    let votes: String = votes.iter().map(vote).collect();
    format!(
        "{people}-- groups/iwg.md --\n+++\nname = \"Group\"\ntype = \"working-group\"\n{}{}+++\n\
            -- decisions/0001-forum.md --\n+++\ntitle = \"Forum\"\ngroup = \"iwg\"\nkind = \"general\"\nabout = []\n\
            decided = {day}\noutcome = \"accepted\"\nchannel = \"https://example.org/t/1\"\n{votes}+++\n",
        member("ada"),
        member("ben"),
    )
}

#[test]
fn an_outcome_goes_against_the_clause_of_its_day() {
    let against = [("ada", "no"), ("ben", "no")];
    assert_eq!(violations(TWO_WAYS, &decided("2020-06-01", &against)), ["majority 1", "consensus 0"]);
    assert_eq!(violations(TWO_WAYS, &decided("2026-06-01", &against)), ["majority 0", "consensus 1"]);
}

#[test]
fn a_clause_that_was_not_in_force_is_not_violated() {
    let stranger = [("ada", "yes"), ("cleo", "yes")];
    assert_eq!(violations(TWO_WAYS, &decided("2020-06-01", &stranger)), ["majority 0", "consensus 0"]);
    assert_eq!(violations(TWO_WAYS, &decided("2026-06-01", &stranger)), ["majority 0", "consensus 1"]);
}

#[test]
fn what_several_clauses_enforce_counts_against_none_of_them() {
    let profile = r#"
[clause.header]
source = "charter 1"
says = "a record says what it is on"
rules = ["missing-key"]

[clause.open]
source = "charter 2"
says = "what shows it is within reach"
rules = ["missing-key", "broken-link"]
"#;
    let decision =
        "-- decisions/0001-forum.md --\n+++\ntitle = \"Forum\"\ngroup = \"iwg\"\nkind = \"general\"\nabout = []\n+++\n";
    assert_eq!(violations(profile, decision), ["header 0", "open 0"]);
    let alone = profile.replace(", \"broken-link\"", "").replacen("[\"missing-key\"]", "[\"broken-link\"]", 1);
    assert_eq!(violations(&alone, decision), ["header 0", "open 1"]);
}

#[test]
fn a_missing_chair_goes_against_the_clause_on_the_chair() {
    let profile = r#"
[group.working-group]
roles = [{ role = "chair", min = 1, max = 1 }]

[clause.appointment]
source = "charter 1"
says = "the board appoints"
rules = ["term-without-appointment"]
requires = ["group.working-group.roles"]

[clause.one-chair]
source = "charter 2"
says = "one member is the chair"
rules = ["role-vacant"]
"#;
    let group = "-- groups/iwg.md --\n+++\nname = \"Group\"\ntype = \"working-group\"\n+++\n";
    assert_eq!(violations(profile, group), ["appointment 0", "one-chair 1"]);
}

#[test]
fn a_clause_on_one_kind_of_record_is_not_violated_by_another() {
    let profile = r#"
[kind.proposal]
sections = { submitted = "Problem" }

[kind.sow]
sections = { draft = "Problem description" }

[clause.contents]
source = "charter 1"
says = "a statement of work has its parts"
rules = ["missing-section"]
about = ["sow"]
"#;
    let event = |to: &str| format!("[[event]]\nto = \"{to}\"\ndate = 2026-03-02\nby = \"ada\"\n+++\n");
    let proposal = format!("-- proposals/0001-forum.md --\n+++\ntitle = \"Forum\"\n{}", event("submitted"));
    let sow = format!("-- sow/0001-forum.md --\n+++\ntitle = \"Forum\"\n{}", event("draft"));
    assert_eq!(violations(profile, &proposal), ["contents 0"]);
    assert_eq!(violations(profile, &sow), ["contents 1"]);
}
