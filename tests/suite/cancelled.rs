//! Every matter may be taken back from every state that a profile allows it from: generated over the profiles.

use candor::diagnostic::{BaselineState, Diagnostic};
use candor::id::Kind;
use candor::tree::Tree;
use candor::workflow::{BUILT_IN, KindWorkflow, Means, Transition};
use rayon::prelude::*;

use crate::support;

/// A matter of one kind in one state, and the step that takes it back.
struct Case {
    profile: &'static str,
    kind: Kind,
    /// The states that it passes, the last of which is the one that it is taken back from.
    way: Vec<String>,
    to: String,
    asks_for_reason: bool,
}

/// What makes a step wrong.
const STEPS: [&str; 4] = ["illegal-transition", "missing-evidence", "backdated-event", "history-edited"];

#[test]
fn a_matter_may_be_taken_back_from_each_state_that_allows_it() {
    let cases = cases();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    let wrong: Vec<String> = cases.par_iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is found of the step with its reason, and what is not found of the one without it, or of one after the end.
fn wrong(case: &Case) -> Option<String> {
    let place = format!("{}: {:?} from {:?} to {}", case.profile, case.kind, case.way.last(), case.to);
    let way: Vec<&str> = case.way.iter().map(String::as_str).collect();
    let taken_back = [&way[..], &[&case.to]].concat();
    let legal = new(case, &way, &taken_back, true);
    if !legal.is_empty() {
        return Some(format!("{place}: {legal:?}"));
    }
    let after_its_end = new(case, &taken_back, &[&taken_back[..], &way[..1]].concat(), true);
    let without_reason = new(case, &way, &taken_back, false);
    let is_found =
        after_its_end == ["illegal-transition"] && (!case.asks_for_reason || without_reason == ["missing-evidence"]);
    (!is_found).then(|| format!("{place}: after its end {after_its_end:?}, without a reason {without_reason:?}"))
}

/// The rules by which the step from `before` to `after` is wrong.
fn new(case: &Case, before: &[&str], after: &[&str], has_reason: bool) -> Vec<&'static str> {
    let tree = |way: &[&str], has_reason: bool| Tree::fixture(&fixture(case, way, has_reason));
    let project = support::project_since(tree(after, has_reason), tree(before, true));
    let is_new = |it: &&Diagnostic| it.baseline_state == Some(BaselineState::New) && STEPS.contains(&it.rule);
    project.report.findings.iter().filter(is_new).map(|it| it.rule).collect()
}

fn fixture(case: &Case, way: &[&str], has_reason: bool) -> String {
    let day = |at: usize| format!("2026-{:02}-{:02}", 1 + at / 2, 1 + (at % 2) * 14);
    let reason = if has_reason { "note = \"It goes on.\"\n" } else { "" };
    let note = |at: usize| if at + 1 == way.len() { reason } else { "note = \"It goes on.\"\n" };
    let event = |(at, to): (usize, &&str)| {
        format!("\n[[event]]\nto = \"{to}\"\ndate = {}\nby = \"iwg\"\n{}", day(at), note(at))
    };
    let events: String = way.iter().enumerate().map(event).collect();
    format!(
        "-- candor.toml --\nprofile = [\"base\", \"{}\"]\ngroup = \"iwg\"\n-- groups/iwg.md --\n+++\nname = \"Group\"\n\
         type = \"working-group\"\n+++\n-- {}/0001-matter.md --\n+++\ntitle = \"A matter\"\n{events}+++\n",
        case.profile,
        case.kind.usual_folder()
    )
}

/// Every profile, kind and state from which a step leads to a state that means that the matter is taken back.
fn cases() -> Vec<Case> {
    let mut cases = Vec::new();
    for (profile, _) in BUILT_IN {
        let site =
            support::project(Tree::fixture(&format!("-- candor.toml --\nprofile = [\"base\", \"{profile}\"]\n")));
        for (kind, workflow) in site.site.profile.kinds.iter().filter(|(_, workflow)| !workflow.derived) {
            for state in workflow.states.iter().filter(|state| !workflow.is_terminal(&state.name)) {
                let steps = workflow.steps_from(Some(&state.name), support::today());
                let back = steps.filter(|step| workflow.means(&step.to) == Some(Means::Withdrawn));
                cases.extend(back.map(|step| Case {
                    profile,
                    kind: *kind,
                    way: way(workflow, &state.name),
                    to: step.to.clone(),
                    asks_for_reason: asks_for_reason(step),
                }));
            }
        }
    }
    cases
}

fn asks_for_reason(step: &Transition) -> bool {
    step.needs.iter().any(|need| need.guard.fields().contains(&"event.note"))
}

/// The shortest way from the state in which a matter begins to `end`.
fn way(workflow: &KindWorkflow, end: &str) -> Vec<String> {
    let mut ways = vec![vec![workflow.initial.clone()]];
    for _ in 0..=workflow.states.len() {
        if let Some(way) = ways.iter().find(|way| way.last().is_some_and(|last| last == end)) {
            return way.clone();
        }
        let longer = ways.iter().flat_map(|way| {
            let steps = workflow.steps_from(way.last().map(String::as_str), support::today());
            steps.filter(|step| !way.contains(&step.to)).map(|step| [&way[..], std::slice::from_ref(&step.to)].concat())
        });
        ways = longer.collect();
    }
    panic!("no way leads to {end}");
}
