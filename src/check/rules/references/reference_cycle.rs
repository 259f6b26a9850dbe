//! Records that lead back to themselves: a decision that supersedes itself by way of others, services that each need the other.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::check::prelude::*;
use crate::site::Via;

/// Keys that order the records, with what they say.
const CHAINS: [(Kind, &str, &str); 4] = [
    (Kind::Decision, "supersedes", "supersedes"),
    (Kind::Group, "parent", "belongs to"),
    (Kind::Service, "depends_on", "depends on"),
    (Kind::Service, "successor", "is succeeded by"),
];

/// A message lists so many records of a circle.
const LISTED: usize = 8;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    CHAINS.into_iter().flat_map(|chain| cycles(facts, chain)).collect()
}

/// One finding for each knot of records that can all be reached from each other: the shortest way round from its first record.
fn cycles(facts: &Facts, (kind, key, says): (Kind, &str, &str)) -> Vec<Diagnostic> {
    let site = facts.site;
    let graph: BTreeMap<usize, Vec<(usize, Span)>> =
        site.of_kind(kind).map(|entry| (entry.at, steps(site, entry, kind, key))).collect();
    let mut found = Vec::new();
    for knot in knots(&graph) {
        let Some(way) = way_round(&graph, &knot) else { continue };
        let first = &site.entries[way[0].0];
        let id = |(at, _): &(usize, Span)| format!("`{}`", site.entries[*at].id);
        let (listed, left) = way.split_at(way.len().min(LISTED));
        let mut names: Vec<String> = listed.iter().map(id).collect();
        if !left.is_empty() {
            names.push(format!("{} more", left.len()));
        }
        let message = match names.as_slice() {
            [only] => format!("{only} {says} itself"),
            names => format!("{} {says} itself, by way of {}", names[0], names[1..].join(", ")),
        };
        let finding = facts.at(first, way[0].1, message).help(format!("remove one `{key}` of the circle"));
        found.push(listed[1..].iter().fold(finding, |finding, (at, span)| {
            let entry = &site.entries[*at];
            finding.label(&entry.path, *span, format!("`{}` {says} this", entry.id))
        }));
    }
    found
}

fn steps(site: &Site, entry: &Entry, kind: Kind, key: &str) -> Vec<(usize, Span)> {
    let by_key = entry.edges.iter().filter(|edge| matches!(&edge.via, Via::Key(it) if **it == *key));
    by_key.filter(|edge| site.entries[edge.to].kind() == kind).map(|edge| (edge.to, edge.span)).collect()
}

/// The sets of records that can reach each other, and single ones that name themselves.
fn knots(graph: &BTreeMap<usize, Vec<(usize, Span)>>) -> Vec<BTreeSet<usize>> {
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
fn way_round(graph: &BTreeMap<usize, Vec<(usize, Span)>>, knot: &BTreeSet<usize>) -> Option<Vec<(usize, Span)>> {
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
    let mut way = Vec::new();
    let mut at = first;
    loop {
        let (from, span) = came_from.get(&at)?;
        way.push((*from, *span));
        at = *from;
        if at == first {
            way.reverse();
            return Some(way);
        }
    }
}
