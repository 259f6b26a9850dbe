//! Open records that rest on one which has ended without a result, or that wait for one which is over.

use crate::check::prelude::*;
use crate::document::roadmap::GoalState;
use crate::fields::ANY;
use crate::site::Via;

/// By which keys a record rests on another.
const RESTS_ON: [(Kind, &str); 5] =
    [(Kind::Sow, "rfp"), (Kind::Sow, "bounty"), (Kind::Rfp, "sow"), (Kind::Bounty, "sow"), (Kind::Pledge, "task")];

pub const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let open = Some(entry).filter(|entry| facts.site.is_open_matter(entry));
    let rests_on = open.into_iter().flat_map(|entry| rests_on(facts, entry));
    rests_on.chain(goals(facts, entry)).chain(waits_for(facts, entry)).collect()
}

fn rests_on(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let by_key = entry.edges.iter().filter(|edge| {
        RESTS_ON.iter().any(|(kind, key)| *kind == entry.kind() && matches!(&edge.via, Via::Key(it) if **it == **key))
    });
    let ended = by_key.filter_map(|edge| Some((edge.span, ended(facts, &facts.site.entries[edge.to])?)));
    let single = ended.map(|(span, other)| {
        let help = "name what took its place, or add the event that ends this one too";
        finding(facts, entry, span, &format!("{} is open and rests on", name(entry)), &other, help)
    });
    single.chain(answers(facts, entry)).collect()
}

/// A statement of work answers one proposal or several: nothing asks for it when all of them have ended.
fn answers(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let sow = entry.sow()?;
    let proposals: Vec<&Entry> = facts.site.targets(entry, "proposals").collect();
    let all: Option<Vec<Ended>> = proposals.iter().map(|proposal| ended(facts, proposal)).collect();
    let all = all.filter(|_| proposals.len() == sow.proposals.items().len())?;
    let help = "name the proposal that it answers now, or add the event that cancels it, with a note";
    let opening = format!("{} is open and answers", name(entry));
    Some(finding(facts, entry, sow.proposals.span()?, &opening, all.first()?, help))
}

fn goals(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let goals = entry.roadmap().map_or(&[][..], |roadmap| roadmap.goal.items());
    let active = goals.iter().filter(|goal| goal.state.get() == Some(&GoalState::Active));
    let items = active.flat_map(|goal| goal.items.items().iter().map(move |item| (goal, item)));
    let resting = items.filter_map(|(goal, item)| {
        let other = ended(facts, facts.site.find(&item.value)?)?;
        let opening = format!("the goal “{}” is active and rests on", goal.title.text());
        let help = "take it out of `items`, or say in the goal's `state` that it is parked or dropped";
        Some(finding(facts, entry, item.span, &opening, &other, help))
    });
    resting.collect()
}

/// What is blocked by a record that is over waits for nothing any more.
fn waits_for(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let blocked = entry.blocked().filter(|_| !facts.site.is_over(entry))?;
    let other = facts.site.resolve(blocked.on.text(), ANY).entry()?;
    let (workflow, state) = facts.site.state(other)?;
    let over = Ended { entry: other, state: &state.name };
    let help = "take `blocked` out, and take the next step";
    let opening = format!("{} says that it waits for", name(entry));
    let span = blocked.on.span().filter(|_| workflow.is_terminal(&state.name))?;
    Some(finding(facts, entry, span, &opening, &over, help))
}

struct Ended<'a> {
    entry: &'a Entry,
    state: &'a str,
}

/// `entry` with its state, when it ended without a result.
fn ended<'a>(facts: &Facts<'a>, entry: &'a Entry) -> Option<Ended<'a>> {
    let (_, state) = facts.site.state(entry)?;
    let is_matter = !matches!(entry.kind(), Kind::Service | Kind::Meeting | Kind::Decision);
    (is_matter && state.phase == Phase::Ended).then(|| Ended { entry, state: &state.name })
}

fn finding(facts: &Facts, entry: &Entry, span: Span, opening: &str, ended: &Ended, help: &str) -> Diagnostic {
    let status = ended.entry.status.as_ref();
    let became = match status.and_then(|status| status.since) {
        Some(since) => format!("which became `{}` on {since}", ended.state),
        None => format!("which is `{}`", ended.state),
    };
    let message = format!("{opening} {}, {became}", name(ended.entry));
    let finding = facts.at(entry, span, message).help(help);
    match status.and_then(|status| status.steps.last()).filter(|step| step.span != Span::default()) {
        Some(step) => finding.label(&ended.entry.path, step.span, "it ended here"),
        None => finding,
    }
}
