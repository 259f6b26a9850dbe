//! Open records that rest on one which has ended without a result, or that wait for one which is over.

use crate::check::prelude::*;
use crate::document::roadmap::GoalState;
use crate::fields::ANY;

/// By which keys a record rests on another.
const RESTS_ON: [(Kind, &str); 5] =
    [(Kind::Sow, "rfp"), (Kind::Sow, "bounty"), (Kind::Rfp, "sow"), (Kind::Bounty, "sow"), (Kind::Pledge, "task")];

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let open = Some(entry).filter(|entry| facts.site.is_open_matter(entry));
    let rests_on = open.into_iter().flat_map(|entry| rests_on(facts, entry));
    rests_on.chain(goals(facts, entry)).chain(waits_for(facts, entry)).collect()
}

fn rests_on<'a>(facts: &Facts<'a>, entry: &'a Entry) -> Vec<Diagnostic> {
    let keys = RESTS_ON.iter().filter(|(kind, _)| *kind == entry.kind());
    // A call that brought no offer is a step of the matter: another one may follow, or another way be chosen.
    let is_failed_call = |other: &Entry| other.kind() == Kind::Rfp && other.means() == Some(Means::Undecided);
    let counting = |key: &'static str| {
        let last = edges(entry, key).last().filter(|_| key == "rfp");
        edges(entry, key).filter(move |edge| last.is_none_or(|last| last.span == edge.span))
    };
    let named = keys.flat_map(|(_, key)| counting(key).map(move |edge| (key, edge)));
    let named = named.filter(|(_, edge)| !is_failed_call(&facts.site.entries[edge.to]));
    let single = named.filter_map(|(key, edge)| {
        let help = format!(
            "name what took its place, take `{key}` out until something does, or add the `[[event]]` that ends this one"
        );
        let ended = ended(facts, &facts.site.entries[edge.to])?;
        Some(finding(facts, entry, edge.span, &format!("{} is open and rests on", name(entry)), ended, &help))
    });
    single.chain(answers(facts, entry)).collect()
}

/// A statement of work answers one proposal or several: nothing asks for it when all of them have ended.
fn answers(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let named = &entry.sow()?.proposals;
    let proposals: Vec<&Entry> = facts.site.targets(entry, "proposals").collect();
    let all: Option<Vec<&Entry>> = proposals.iter().map(|proposal| ended(facts, proposal)).collect();
    let all = all.filter(|_| proposals.len() == named.items().len())?;
    let help = "name in `proposals` the one that it answers now, or add the `[[event]]` that cancels it, with a `note`";
    Some(finding(facts, entry, named.span()?, &format!("{} is open and answers", name(entry)), all.first()?, help))
}

fn goals(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let goals = entry.roadmap().map_or(&[][..], |roadmap| roadmap.goal.items());
    let active = goals.iter().filter(|goal| goal.state.get() == Some(&GoalState::Active));
    let items = active.flat_map(|goal| goal.items.items().iter().map(move |item| (goal, item)));
    let resting = items.filter_map(|(goal, item)| {
        let other = ended(facts, facts.site.find(&item.value)?)?;
        let opening = format!("the goal “{}” is active and rests on", goal.title.text());
        let help = "take it out of `items`, or say in the goal's `state` that it is parked or dropped";
        Some(finding(facts, entry, item.span, &opening, other, help))
    });
    resting.collect()
}

/// What is blocked by a record that is over waits for nothing any more.
fn waits_for(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let blocked = entry.blocked().filter(|_| !facts.site.is_over(entry))?;
    let other = facts.site.resolve(blocked.on.text(), ANY).entry()?;
    let (workflow, state) = facts.site.state(other)?;
    let span = blocked.on.span().filter(|_| workflow.is_terminal(&state.name))?;
    let opening = format!("{} says that it waits for", name(entry));
    Some(finding(facts, entry, span, &opening, other, "take `blocked` out, and take the next step"))
}

/// `entry`, when it ended without a result.
fn ended<'a>(facts: &Facts, entry: &'a Entry) -> Option<&'a Entry> {
    let (_, state) = facts.site.state(entry)?;
    let is_matter = !matches!(entry.kind(), Kind::Service | Kind::Meeting | Kind::Decision);
    (is_matter && state.phase == Phase::Ended).then_some(entry)
}

fn finding(facts: &Facts, entry: &Entry, span: Span, opening: &str, ended: &Entry, help: &str) -> Diagnostic {
    let state = state_of(ended);
    let became = match ended.status.as_ref().and_then(|status| status.since) {
        Some(since) => format!("which became `{state}` on {since}"),
        None => format!("which is `{state}`"),
    };
    let finding = facts.at(entry, span, format!("{opening} {}, {became}", name(ended))).help(help);
    finding.label(&ended.path, last_step(ended).map(|step| step.span), "it ended here")
}
