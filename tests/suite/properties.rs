//! What holds for every history, every vote and every text, shown on many that nobody thought of.
//!
//! The cases are the same in every run; `PROPTEST_CASES` asks for more of them.

use std::collections::BTreeMap;

use candor::diagnostic::Diagnostic;
use candor::document;
use candor::fields::At;
use candor::id::{ContentPath, Kind};
use candor::layout::Layout;
use candor::project::Project;
use candor::text::{Date, Span, days_after, parse_date};
use candor::tree::{Source, Tree};
use candor::workflow::{BUILT_IN, By, KindWorkflow, Party, Profile};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use crate::support;

/// The kinds whose history is written in events.
const WALKED: [Kind; 5] = [Kind::Sow, Kind::Proposal, Kind::Rfp, Kind::Bounty, Kind::Pledge];

/// What a wrong step can be told by.
const STEP_RULES: [&str; 5] =
    ["illegal-transition", "wrong-actor", "unknown-state", "events-out-of-order", "event-in-the-future"];

/// How many values each property is tried on, where one is quick to try.
const CASES: u32 = 64;

/// Tries `cases` values, unless `PROPTEST_CASES` asks for another number of them.
pub(crate) fn holds<S: Strategy>(cases: u32, strategy: S, test: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(cases);
    let config = Config { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(0x_ca4d), ..Config::default() };
    if let Err(error) = TestRunner::new(config).run(&strategy, test) {
        panic!("{error}");
    }
}

/// A step of a history: the state, the day, who took it.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    pub(crate) to: String,
    pub(crate) date: Date,
    pub(crate) by: String,
}

pub(crate) fn profile(name: &str) -> Profile {
    let names = [At { value: name.to_owned(), span: Span::new(0, 0) }];
    let config = ContentPath::parse("candor.toml").expect("a plain path");
    Profile::load(&names, &Tree::default(), &config, &document::vocabulary()).0
}

/// Somebody in the fixture who may take a step.
fn actor(by: &By) -> String {
    let By::Parties(parties) = by else { return "ada".to_owned() };
    match &parties[0] {
        Party::Body(body) if body.of_record => "makers".to_owned(),
        Party::Body(body) => body.word.clone(),
        Party::Field(_) => "ada".to_owned(),
        Party::Role { role, .. } => format!("the-{role}"),
    }
}

/// A legal history: at every state the `choices` pick one of the steps of the day, until nothing leads on.
pub(crate) fn walk(workflow: &KindWorkflow, choices: &[u8]) -> Vec<Event> {
    let mut date = parse_date("2025-01-07").expect("a day");
    let begin = workflow.step(None, &workflow.initial, date);
    let mut walk =
        vec![Event { to: workflow.initial.clone(), date, by: begin.map_or("ada".to_owned(), |it| actor(&it.by)) }];
    for choice in choices {
        date = days_after(date, 1 + i64::from(choice % 5));
        let steps: Vec<_> = workflow.steps_from(walk.last().map(|event| &*event.to), date).collect();
        let Some(step) = steps.get(usize::from(*choice) % steps.len().max(1)) else { break };
        walk.push(Event { to: step.to.clone(), date, by: actor(&step.by) });
    }
    walk
}

/// A record of `kind` with `events`, and everybody who appears in it.
pub(crate) fn fixture(profile_name: &str, profile: &Profile, kind: Kind, events: &[Event]) -> String {
    let own = format!("-- candor.toml --\nprofile = [\"{profile_name}\"]\ngroup = \"makers\"\n");
    let bodies = profile.bodies.values().filter(|body| !body.of_record).map(|body| {
        let group_type = body.group_type.as_deref().unwrap_or("working-group");
        format!("-- groups/{}.md --\n+++\nname = \"{}\"\ntype = \"{group_type}\"\n+++\n", body.word, body.word)
    });
    let roles = ["chair", "treasurer", "lead", "maintainer", "secretary", "liaison", "deputy", "member"];
    let members = roles.map(|role| format!("[[member]]\nperson = \"the-{role}\"\nrole = \"{role}\"\n"));
    let makers =
        format!("-- groups/makers.md --\n+++\nname = \"Makers\"\ntype = \"working-group\"\n{}+++\n", members.concat());
    let people = roles.map(|role| format!("-- people/the-{role}.md --\n+++\nname = \"{role}\"\n+++\n"));
    let steps = events
        .iter()
        .map(|event| format!("[[event]]\nto = \"{}\"\ndate = {}\nby = \"{}\"\n", event.to, event.date, event.by));
    let record = format!(
        "-- {}/0001-x.md --\n+++\nowner = \"ada\"\ngroup = \"makers\"\nproposer = \"ada\"\nclaimant = \"ada\"\n\
         donor = \"ada\"\nassignees = [\"ada\"]\n{}+++\n",
        kind.usual_folder(),
        steps.collect::<String>()
    );
    let ada = "-- people/ada.md --\n+++\nname = \"Ada\"\n+++\n";
    [own, bodies.collect(), makers, people.concat(), ada.to_owned(), record].concat()
}

/// What the rules on steps say on the record.
fn told(fixture: &str) -> (Project, Vec<Diagnostic>) {
    let project = support::project(Tree::fixture(fixture));
    let findings = project.report.findings.iter().filter(|finding| STEP_RULES.contains(&finding.rule));
    let of_record = findings.filter(|finding| finding.path.as_str().contains("0001-x")).cloned().collect();
    (project, of_record)
}

/// Every profile and kind whose histories can be walked.
fn walked() -> Vec<(&'static str, Kind, Profile)> {
    let pairs = BUILT_IN.iter().flat_map(|(name, _)| WALKED.map(|kind| (*name, kind, profile(name))));
    pairs.filter(|(_, kind, profile)| profile.kind(*kind).is_some()).collect()
}

#[test]
fn every_sequence_of_legal_steps_is_accepted() {
    let walked = walked();
    holds(CASES, (0..walked.len(), prop::collection::vec(any::<u8>(), 0..12)), |(at, choices)| {
        let (name, kind, profile) = &walked[at];
        let workflow = profile.kind(*kind).expect("those without one were left out");
        let events = walk(workflow, &choices);
        let (_, found) = told(&fixture(name, profile, *kind, &events));
        prop_assert!(found.is_empty(), "{name} {kind}: {events:#?}\n{found:#?}");
        Ok(())
    });
}

#[test]
fn every_single_illegal_step_is_found_where_it_stands() {
    let walked = walked();
    holds(CASES, (0..walked.len(), prop::collection::vec(any::<u8>(), 0..12), any::<prop::sample::Index>()), |it| {
        let (at, choices, target) = it;
        let (name, kind, profile) = &walked[at];
        let workflow = profile.kind(*kind).expect("those without one were left out");
        let mut events = walk(workflow, &choices);
        let last = events.last().expect("a walk begins").clone();
        let date = days_after(last.date, 3);
        let illegal: Vec<&str> = workflow.states.iter().map(|state| state.name.as_str()).collect();
        let illegal: Vec<&str> =
            illegal.into_iter().filter(|to| workflow.step(Some(&last.to), to, date).is_none()).collect();
        prop_assume!(!illegal.is_empty());
        let to = target.get(&illegal).to_string();
        events.push(Event { to, date, by: "makers".to_owned() });
        let (project, found) = told(&fixture(name, profile, *kind, &events));
        prop_assert_eq!(found.len(), 1, "{} {}: {:#?}\n{:#?}", name, kind, events, found);
        prop_assert_eq!(found[0].rule, "illegal-transition");
        let entry = project.site.of_kind(*kind).next().expect("the record is there");
        let step = entry.events().last().expect("it has events");
        prop_assert!(found[0].span.is_some_and(|span| step.whole().holds(span)), "{:?}", found[0]);
        Ok(())
    });
}

#[test]
fn every_step_dated_before_the_one_before_is_found() {
    let walked = walked();
    holds(CASES, (0..walked.len(), prop::collection::vec(any::<u8>(), 1..12), 1i64..400), |(at, choices, days)| {
        let (name, kind, profile) = &walked[at];
        let workflow = profile.kind(*kind).expect("those without one were left out");
        let mut events = walk(workflow, &choices);
        prop_assume!(events.len() > 1);
        let before = events[events.len() - 2].date;
        events.last_mut().expect("there are two").date = days_after(before, -days);
        let (_, found) = told(&fixture(name, profile, *kind, &events));
        let count = found.iter().filter(|finding| finding.rule == "events-out-of-order").count();
        prop_assert_eq!(count, 1, "{:#?}\n{:#?}", events, found);
        Ok(())
    });
}

/// A member's term in days from the beginning of 2025, and the votes, as plain numbers.
#[derive(Debug, Clone)]
struct Ballot {
    terms: Vec<(Option<i64>, Option<i64>)>,
    /// Who, what, and on which day; without one the day of the decision counts.
    votes: Vec<(usize, usize, Option<i64>)>,
    decided: i64,
    mode: usize,
    quorum: Option<usize>,
}

const VALUES: [&str; 4] = ["yes", "no", "abstain", "recuse"];
const MODES: [&str; 4] = ["simple-majority", "supermajority", "consensus", "lazy-consensus"];
const MEMBERS: usize = 6;

fn ballots() -> impl Strategy<Value = Ballot> {
    let day = || 0i64..300;
    let terms = prop::collection::vec((prop::option::of(day()), prop::option::of(day())), MEMBERS);
    let votes = prop::collection::vec((0..MEMBERS, 0..VALUES.len(), prop::option::of(day())), 0..9);
    (terms, votes, day(), 0..MODES.len(), prop::option::of(0..MEMBERS))
        .prop_map(|(terms, votes, decided, mode, quorum)| Ballot { terms, votes, decided, mode, quorum })
}

fn day(at: i64) -> Date {
    days_after(parse_date("2025-01-01").expect("a day"), at)
}

fn ballot_fixture(ballot: &Ballot) -> String {
    let line = |key: &str, at: Option<i64>| at.map(|at| format!("{key} = {}\n", day(at))).unwrap_or_default();
    let people = (0..MEMBERS).map(|at| format!("-- people/p{at}.md --\n+++\nname = \"Person {at}\"\n+++\n"));
    let members = ballot.terms.iter().enumerate().map(|(at, (from, to))| {
        format!("[[member]]\nperson = \"p{at}\"\nrole = \"member\"\n{}{}", line("from", *from), line("to", *to))
    });
    let votes = ballot.votes.iter().map(|(who, value, date)| {
        format!("[[vote]]\nperson = \"p{who}\"\nvalue = \"{}\"\n{}", VALUES[*value], line("date", *date))
    });
    let quorum = ballot.quorum.map(|quorum| format!("quorum = {quorum}\n")).unwrap_or_default();
    format!(
        "{}-- groups/makers.md --\n+++\nname = \"Makers\"\ntype = \"working-group\"\n{quorum}{}+++\n\
         -- decisions/0001-x.md --\n+++\ntitle = \"X\"\ngroup = \"makers\"\nmode = \"{}\"\ndecided = {}\n{}+++\n",
        people.collect::<String>(),
        members.collect::<String>(),
        MODES[ballot.mode],
        day(ballot.decided),
        votes.collect::<String>(),
    )
}

/// The count by hand: yes, no, abstain, and what follows.
fn counted(ballot: &Ballot) -> ([usize; 3], Option<&'static str>) {
    let serves = |who: usize, at: i64| {
        let (from, to) = ballot.terms[who];
        from.is_none_or(|from| from <= at) && to.is_none_or(|to| at <= to)
    };
    // The first vote of each, or a later one that states that it came after it and in time.
    let mut given: BTreeMap<usize, (usize, Option<i64>)> = BTreeMap::new();
    for (who, value, date) in &ballot.votes {
        let before = given.get(who).copied();
        let is_later = |(_, before): (usize, Option<i64>)| {
            before.zip(*date).is_some_and(|(before, date)| before <= date && date <= ballot.decided)
        };
        if before.is_none_or(is_later) {
            given.insert(*who, (*value, *date));
        }
    }
    let mut count = [0; 4];
    for (who, (value, date)) in given {
        count[value] += usize::from(serves(who, date.unwrap_or(ballot.decided)));
    }
    let [yes, no, abstain, _] = count;
    let present = yes + no + abstain;
    let follows = if ballot.votes.is_empty() || ballot.quorum.is_some_and(|quorum| present < quorum) {
        None
    } else {
        Some(match MODES[ballot.mode] {
            "simple-majority" if yes > no => "accepted",
            "simple-majority" if yes < no => "rejected",
            "supermajority" if yes > 0 && yes * 3 >= (yes + no) * 2 => "accepted",
            "supermajority" => "rejected",
            "consensus" if yes > 0 && no == 0 => "accepted",
            "lazy-consensus" if no == 0 => "accepted",
            _ => "no-consensus",
        })
    };
    ([yes, no, abstain], follows)
}

#[test]
fn every_tally_agrees_with_a_count_by_hand_over_the_members_on_the_day() {
    holds(CASES, ballots(), |ballot| {
        let project = support::project(Tree::fixture(&ballot_fixture(&ballot)));
        let decision = project.site.of_kind(Kind::Decision).next().expect("the decision is there");
        let tally = decision.tally().expect("a decision has a tally");
        let implied = tally.implied().map(|outcome| outcome.as_str());
        let members = (0..MEMBERS).filter(|who| {
            let (from, to) = ballot.terms[*who];
            from.is_none_or(|from| from <= ballot.decided) && to.is_none_or(|to| ballot.decided <= to)
        });
        prop_assert_eq!(([tally.yes, tally.no, tally.abstain], implied), counted(&ballot));
        prop_assert_eq!(tally.eligible, Some(members.count()));
        Ok(())
    });
}

/// Bytes, most of them such as stand in records.
fn texts() -> impl Strategy<Value = Vec<u8>> {
    let pieces = prop::sample::select(vec![
        "+++\n",
        "[[event]]\n",
        "to = \"",
        "date = 2025-13-41\n",
        "= {",
        "[[",
        "]]",
        "\"\"\"",
        "\n",
        "- [ ] @",
        "# ",
        "```",
        "~~~~",
        "| a | b |\n|--|",
        "[x](",
        "<b",
        "[^1]: ",
        "withheld = ",
        "\u{feff}",
        "\r\n",
        "\\",
        "é",
        "SOW-0001",
    ]);
    let piece = prop_oneof![
        4 => pieces.prop_map(|piece| piece.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..8),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

#[test]
fn no_bytes_stop_the_parser_and_every_place_it_names_lies_in_the_text() {
    holds(CASES, (texts(), 0..Kind::ALL.len()), |(bytes, kind)| {
        let kind = Kind::ALL[kind];
        let path = format!("{}/2025-01-01-x.md", kind.usual_folder());
        let path = ContentPath::parse(path.trim_start_matches('/')).expect("a plain path");
        let text: std::sync::Arc<str> = String::from_utf8_lossy(&bytes).into();
        let source = Source { text: text.clone(), not_utf8: None };
        let document = document::parse(&path, &source, Layout::usual());
        for problem in &document.problems {
            let span = problem.span.unwrap_or_default();
            prop_assert!(text.get(span.range()).is_some(), "{problem:?}");
        }
        Ok(())
    });
}

#[test]
fn no_bytes_stop_the_loading_of_a_profile() {
    holds(CASES, (0..BUILT_IN.len(), any::<prop::sample::Index>(), any::<prop::sample::Index>(), texts()), |it| {
        let (at, from, to, bytes) = it;
        let real = BUILT_IN[at].1.as_bytes();
        let (from, to) = (from.index(real.len()), to.index(real.len()));
        let broken = [&real[..from.min(to)], &bytes, &real[from.max(to)..]].concat();
        let text = String::from_utf8_lossy(&broken);
        let tree = Tree::fixture(&format!("-- candor.toml --\nprofile = [\"ours.toml\"]\n-- ours.toml --\n{text}"));
        let project = support::project(tree);
        for finding in &project.report.findings {
            let source = project.tree.text(finding.path.as_str());
            let span = finding.span.unwrap_or_default();
            prop_assert!(source.is_none_or(|text| text.get(span.range()).is_some()), "{finding:?}");
        }
        Ok(())
    });
}
