//! How votes are counted, in the shortest records that show it.

use candor::id::Kind;
use candor::tree::Tree;

use crate::support;

/// A group of three, Ada until the end of 2025, and a decision of March 2026 with `front` and `votes`, counted.
fn counted(front: &str, votes: &[(&str, &str)]) -> String {
    let people = ["ada", "ben", "cleo"].map(|name| format!("-- people/{name}.md --\n+++\nname = \"{name}\"\n+++\n"));
    let members = ["ada\"\nto = 2025-12-31", "ben\"", "cleo\""]
        .map(|member| format!("[[member]]\nrole = \"member\"\nfrom = 2024-01-01\nperson = \"{member}\n"));
    let votes: Vec<String> =
        votes.iter().map(|(person, value)| format!("[[vote]]\nperson = \"{person}\"\nvalue = \"{value}\"\n")).collect();
    let fixture = format!(
        "{}-- groups/iwg.md --\n+++\nname = \"Group\"\ntype = \"working-group\"\n{}+++\n-- decisions/0001-x.md \
            --\n+++\ngroup = \"iwg\"\n{front}\n{}+++\n",
        people.concat(),
        members.concat(),
        votes.concat(),
    );
    let site = support::project(Tree::fixture(&fixture)).site;
    let decision = site.of_kind(Kind::Decision).next().expect("the fixture holds a decision");
    let tally = decision.tally().expect("a decision has a tally");
    let implied = tally.implied().map_or("nothing", |outcome| outcome.as_str());
    let members = tally.eligible.map_or("unknown".to_owned(), |members| members.to_string());
    format!("{} yes, {} no, {} abstain, {} members: {implied}", tally.yes, tally.no, tally.abstain, members)
}

const MAJORITY: &str = "mode = \"simple-majority\"\ndecided = 2026-03-09";
const CONSENSUS: &str = "mode = \"consensus\"\ndecided = 2026-03-09";
/// On this day Ada was still a member.
const EARLIER: &str = "mode = \"simple-majority\"\ndecided = 2025-12-31";

#[test]
fn more_yes_than_no_is_a_simple_majority() {
    let votes = [("ada", "yes"), ("ben", "no"), ("cleo", "yes")];
    assert_eq!(counted(EARLIER, &votes), "2 yes, 1 no, 0 abstain, 3 members: accepted");
}

#[test]
fn whose_term_has_ended_has_no_vote() {
    let votes = [("ada", "yes"), ("ben", "no"), ("cleo", "yes")];
    assert_eq!(counted(MAJORITY, &votes), "1 yes, 1 no, 0 abstain, 2 members: no-consensus");
}

#[test]
fn only_the_first_vote_of_a_person_counts() {
    let votes = [("ben", "no"), ("ben", "yes"), ("ben", "yes")];
    assert_eq!(counted(MAJORITY, &votes), "0 yes, 1 no, 0 abstain, 2 members: rejected");
}

#[test]
fn an_abstention_does_not_end_a_consensus_and_an_objection_does() {
    assert_eq!(
        counted(CONSENSUS, &[("ben", "yes"), ("cleo", "abstain")]),
        "1 yes, 0 no, 1 abstain, 2 members: accepted"
    );
    assert_eq!(
        counted(CONSENSUS, &[("ben", "yes"), ("cleo", "no")]),
        "1 yes, 1 no, 0 abstain, 2 members: no-consensus"
    );
}

#[test]
fn nothing_follows_without_votes_or_without_a_mode() {
    assert_eq!(counted(MAJORITY, &[]), "0 yes, 0 no, 0 abstain, 2 members: nothing");
    assert_eq!(counted("decided = 2026-03-09", &[("ben", "yes")]), "1 yes, 0 no, 0 abstain, 2 members: nothing");
}

#[test]
fn who_steps_aside_does_not_help_to_reach_the_quorum() {
    let site = support::project(Tree::fixture(
        "-- groups/iwg.md --\n+++\nname = \"Group\"\ntype = \"working-group\"\nquorum = 2\n+++\n\
         -- decisions/0001-x.md --\n+++\ngroup = \"iwg\"\nmode = \"consensus\"\n\
         vote = [{ person = \"ada\", value = \"yes\" }, { person = \"ben\", value = \"recuse\" }]\n+++\n",
    ))
    .site;
    let decision = site.of_kind(Kind::Decision).next().expect("the fixture holds a decision");
    let tally = decision.tally().expect("a decision has a tally");
    assert_eq!((tally.present(), tally.has_quorum(), tally.implied()), (1, false, None));
}
