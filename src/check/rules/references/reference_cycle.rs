//! Records that lead back to themselves: a decision that supersedes itself by way of others, services that each need the other.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::check::prelude::*;

/// Keys that order the records, with what they say.
const CHAINS: [(Kind, &str, &str); 4] = [
    (Kind::Decision, "supersedes", "supersedes"),
    (Kind::Group, "parent", "belongs to"),
    (Kind::Service, "depends_on", "depends on"),
    (Kind::Service, "successor", "is succeeded by"),
];

/// A message lists so many records of a circle.
const LISTED: usize = 8;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    CHAINS.into_iter().flat_map(|chain| cycles(facts, chain)).collect()
}

/// The records of a kind, each with those that it leads to and where it says so.
type Graph = BTreeMap<usize, Vec<(usize, Span)>>;

/// One finding for each knot of records that can all be reached from each other: the shortest way round from its first record.
fn cycles(facts: &Facts, (kind, key, says): (Kind, &str, &str)) -> Vec<Diagnostic> {
    let entries = &facts.site.entries;
    let steps =
        |entry| edges(entry, key).filter(|edge| entries[edge.to].kind() == kind).map(|edge| (edge.to, edge.span));
    let graph: Graph = facts.site.of_kind(kind).map(|entry| (entry.at, steps(entry).collect())).collect();
    let ways = knots(&graph).into_iter().filter_map(|knot| way_round(&graph, &knot));
    let found = ways.map(|way| {
        let (listed, left) = way.split_at(way.len().min(LISTED));
        let ids: Vec<String> = listed.iter().map(|(at, _)| format!("`{}`", entries[*at].id)).collect();
        let more = (!left.is_empty()).then(|| format!("{} more", left.len()));
        let others: Vec<String> = ids[1..].iter().cloned().chain(more).collect();
        let by_way = if others.is_empty() { String::new() } else { format!(", by way of {}", others.join(", ")) };
        let message = format!("{} {says} itself{by_way}", ids[0]);
        let finding = facts.at(&entries[way[0].0], way[0].1, message).help(format!("remove one `{key}` of the circle"));
        let place =
            |(at, span): &(usize, Span)| (&entries[*at].path, *span, format!("`{}` {says} this", entries[*at].id));
        finding.labels(listed[1..].iter().map(place))
    });
    found.collect()
}

/// The sets of records that can reach each other, and single ones that name themselves.
fn knots(graph: &Graph) -> Vec<BTreeSet<usize>> {
    let forward = |at: usize| graph.get(&at).into_iter().flatten().map(|(to, _)| *to);
    let mut backward: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in graph.keys() {
        forward(*at).for_each(|to| backward.entry(to).or_default().push(*at));
    }
    // Kosaraju's way: the order in which a walk leaves the records, then the same walk against the arrows.
    let mut left = Vec::new();
    let mut seen = BTreeSet::new();
    for start in graph.keys() {
        walk(*start, &mut seen, &mut left, |at| forward(at).collect());
    }
    let mut knots = Vec::new();
    let mut seen = BTreeSet::new();
    for start in left.into_iter().rev() {
        let mut knot = Vec::new();
        walk(start, &mut seen, &mut knot, |at| backward.get(&at).cloned().unwrap_or_default());
        if knot.len() > 1 || knot.iter().any(|at| forward(*at).any(|to| to == *at)) {
            knots.push(knot.into_iter().collect());
        }
    }
    knots
}

/// Every record that is reached from `start` and was not seen before, each after those that it leads to. Without recursion,
/// since a chain may be as long as the site.
fn walk(start: usize, seen: &mut BTreeSet<usize>, left: &mut Vec<usize>, next: impl Fn(usize) -> Vec<usize>) {
    if !seen.insert(start) {
        return;
    }
    let mut open = vec![(start, next(start))];
    while let Some((at, waiting)) = open.last_mut() {
        match waiting.pop() {
            Some(to) => {
                if seen.insert(to) {
                    open.push((to, next(to)));
                }
            }
            None => {
                left.push(*at);
                open.pop();
            }
        }
    }
}

/// The shortest way from the first record of `knot` back to it: each record with the place of the reference that leads on.
fn way_round(graph: &Graph, knot: &BTreeSet<usize>) -> Option<Vec<(usize, Span)>> {
    let first = *knot.first()?;
    let mut came_from: BTreeMap<usize, (usize, Span)> = BTreeMap::new();
    let mut open = VecDeque::from([first]);
    while let Some(at) = open.pop_front() {
        for (to, span) in graph.get(&at)?.iter().filter(|(to, _)| knot.contains(to)) {
            if let std::collections::btree_map::Entry::Vacant(place) = came_from.entry(*to) {
                place.insert((at, *span));
                open.push_back(*to);
            }
        }
    }
    let (mut way, mut at) = (Vec::new(), first);
    while way.is_empty() || at != first {
        let step = *came_from.get(&at)?;
        way.push(step);
        at = step.0;
    }
    way.reverse();
    Some(way)
}
