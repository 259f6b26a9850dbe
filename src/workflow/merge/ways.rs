//! What the states of a kind demand by the ways that lead to them.

use super::super::{Phase, SectionRow, StateRow, Transition};
use super::join;

/// Says what each of `states` demands: what it asks for itself, and what those ask for that every way there leads through. Where
/// no way leads there, or none begins, it counts as the last of a way through all before it. A matter that ended demands
/// what its end asks for.
pub(super) fn along_the_ways(
    states: &mut [StateRow],
    initial: Option<&str>,
    steps: &[Transition],
    outline: &[SectionRow],
) {
    let rows: Vec<StateRow> = states.to_vec();
    let first = initial.and_then(|initial| rows.iter().position(|row| row.name == initial));
    let place = |title: &String| outline.iter().position(|row| row.title == *title);
    for (at, state) in states.iter_mut().enumerate() {
        let is_on_the_way = |before: usize| {
            let is_own = before == at;
            let leads_through = match first {
                Some(first) if reaches(&rows, steps, first, at, None) => {
                    !reaches(&rows, steps, first, at, Some(before))
                }
                _ => before < at,
            };
            is_own || (state.phase != Phase::Ended && rows[before].phase != Phase::Ended && leads_through)
        };
        let way: Vec<&StateRow> = (0..rows.len()).filter(|before| is_on_the_way(*before)).map(|at| &rows[at]).collect();
        for row in way {
            join(&mut state.sections, row.own_sections.clone());
            join(&mut state.fields, row.own_fields.clone());
        }
        state.sections.sort_by_key(place);
    }
}

/// Whether steps lead from the state at `first` to the one at `to` without the one at `without`.
fn reaches(rows: &[StateRow], steps: &[Transition], first: usize, to: usize, without: Option<usize>) -> bool {
    let place = |name: &String| rows.iter().position(|row| row.name == *name);
    let mut seen = vec![false; rows.len()];
    let mut open = vec![first];
    while let Some(at) = open.pop() {
        if Some(at) == without || std::mem::replace(&mut seen[at], true) {
            continue;
        }
        let ways = steps.iter().filter(|step| step.leaves(Some(&rows[at].name)));
        open.extend(ways.filter_map(|step| place(&step.to)));
    }
    seen[to]
}
