//! Where the boxes and lines of the picture lie: the path in a column, steps that lead back or leave states out in lanes to
//! its left, the endings in a column to its right, with the lines that lead to them between the two.

use std::collections::BTreeSet;

use super::{Diagram, HEIGHT, Place, Sentences, TURN, Told, Toward, Way, bold_length, head_at};
use crate::text::capitalised;
use crate::workflow::{KindWorkflow, Party, Phase, StateRow};

/// From one state of the path to the next.
const PITCH: i32 = 64;
/// From one ending to the next.
const SIDE_PITCH: i32 = 52;
const LANE: i32 = 12;
/// How far a second line leaves the middle of a box.
const PORT: i32 = 9;

impl Diagram {
    /// The picture of `workflow`; `None` when it has no states.
    pub fn of(workflow: &KindWorkflow) -> Option<Diagram> {
        if workflow.states.is_empty() {
            return None;
        }
        let states = States::of(workflow);
        let column = Column::of(&states);
        let endings = Endings::of(&states);
        let sides = Sides::of(&states, &column, &endings);
        let layout = Layout { states, column, endings, sides };
        let places = layout.places();
        let lowest = places.iter().map(|it| it.middle + HEIGHT / 2).max().unwrap_or(0);
        Some(Diagram {
            width: layout.edge() + 3,
            height: lowest + 3,
            start: layout.start(),
            from_any: layout.ends_of_all(),
            sentences: Sentences::english(layout.states.path.len()),
            told: told(&layout.states),
            ways: layout.states.steps.iter().filter_map(|(from, to)| layout.way(from, to)).collect(),
            places,
        })
    }
}

/// The states of a workflow, and the steps that are drawn between them.
struct States<'a> {
    workflow: &'a KindWorkflow,
    /// The good path, from top to bottom.
    path: Vec<&'a StateRow>,
    endings: Vec<&'a StateRow>,
    /// The names of the endings that every state can reach: no line leads to them.
    any: Vec<String>,
    steps: Vec<(&'a str, &'a str)>,
    /// Whether a step begins a record.
    begins: bool,
}

impl<'a> States<'a> {
    fn of(workflow: &'a KindWorkflow) -> States<'a> {
        let any = from_any(workflow);
        States {
            workflow,
            path: workflow.path().collect(),
            endings: workflow.states.iter().filter(|it| it.phase == Phase::Ended).collect(),
            steps: steps(workflow, &any),
            any,
            begins: workflow.transitions.iter().any(|it| it.from.is_empty()),
        }
    }

    /// The place of a state on the path, from zero; `None` when it does not lie there.
    fn row(&self, name: &str) -> Option<usize> {
        self.path.iter().position(|it| it.name == name)
    }

    /// The place of a state among the endings, from zero; `None` when it is none of them.
    fn side(&self, name: &str) -> Option<usize> {
        self.endings.iter().position(|it| it.name == name)
    }

    /// The upper edge of the first box, with room for the first arrow.
    fn top(&self) -> i32 {
        if self.begins { 24 } else { 2 }
    }

    fn row_middle(&self, row: usize) -> i32 {
        self.top() + HEIGHT / 2 + PITCH * whole(row)
    }

    /// Where a line beside the path leaves or enters a box: towards its other end, those that lead on further out than those
    /// that lead back.
    fn port(&self, row: usize, is_below: bool, on: bool) -> i32 {
        let off = if on { PORT + 4 } else { PORT - 4 };
        self.row_middle(row) + if is_below { off } else { -off }
    }
}

/// The column of the path, with the lanes to its left: for steps that lead back, and for those that leave states out.
struct Column {
    /// The states that such steps lead to, and whether they lead on. Those with one goal share a lane.
    goals: Vec<(usize, bool)>,
    /// The lane of each goal.
    lanes: Vec<usize>,
    left: i32,
    width: i32,
}

impl Column {
    fn of(states: &States) -> Column {
        let beside: Vec<(usize, usize)> = states
            .steps
            .iter()
            .filter_map(|(from, to)| Some((states.row(from)?, states.row(to)?)))
            .filter(|(from, to)| *to != from + 1 && to != from)
            .collect();
        let mut goals: Vec<(usize, bool)> = beside.iter().map(|(from, to)| (*to, to > from)).collect();
        goals.sort_unstable();
        goals.dedup();
        let stretch = |(goal, on): &(usize, bool)| {
            let sources = beside.iter().filter(|(from, to)| to == goal && (to > from) == *on).map(|(from, _)| *from);
            let farthest = if *on { sources.min() } else { sources.max() }.unwrap_or(*goal);
            (states.port(farthest, *on, *on), states.port(*goal, !*on, *on))
        };
        let stretches: Vec<(i32, i32)> = goals.iter().map(stretch).collect();
        let (lanes, used) = lanes(&stretches);
        let left = if used > 0 { 6 + LANE * used + 4 } else { 2 };
        let width = states.path.iter().map(|it| box_width(it)).max().unwrap_or(0);
        Column { goals, lanes, left, width }
    }

    fn right(&self) -> i32 {
        self.left + self.width
    }

    /// Where the lane of the goal `at` lies.
    fn lane(&self, at: usize) -> i32 {
        self.left - 4 - LANE * (whole(self.lanes[at]) + 1)
    }
}

/// The endings by where they can be reached from, and how far down each of them lies.
struct Endings {
    /// The states of the path from which one can come there, and the endings; from top to bottom.
    groups: Vec<(Vec<usize>, Vec<usize>)>,
    /// The middle of each ending.
    middles: Vec<i32>,
}

impl Endings {
    fn of(states: &States) -> Endings {
        let mut groups = groups(states);
        let centre = |sources: &[usize]| match (sources.first(), sources.last()) {
            (Some(first), Some(last)) => (states.row_middle(*first) + states.row_middle(*last)) / 2,
            _ => states.row_middle(states.path.len().saturating_sub(1)),
        };
        groups.sort_by_key(|(sources, _)| (centre(sources), sources.first().copied()));
        let highest = states.top() + HEIGHT / 2;
        let mut middles = vec![0; states.endings.len()];
        let mut free = highest;
        for (sources, members) in &groups {
            let first = centre(sources) - SIDE_PITCH * (whole(members.len()) - 1) / 2;
            let mut middle = first.max(free);
            for at in members {
                middles[*at] = middle;
                middle += SIDE_PITCH;
            }
            free = middle;
        }
        for (at, _) in states.endings.iter().enumerate().filter(|(_, it)| states.any.contains(&it.name)) {
            // Room for the note above the box.
            middles[at] = free + if free > highest { 36 } else { 30 };
            free = middles[at] + SIDE_PITCH;
        }
        Endings { groups, middles }
    }

    /// Where the line to the group `group` leaves the box of `row`: several lines lie beside each other.
    fn exit(&self, states: &States, row: usize, group: usize) -> i32 {
        let leaving = || self.groups.iter().enumerate().filter(|(_, (sources, _))| sources.contains(&row));
        let many = whole(leaving().count());
        let place = whole(leaving().position(|(at, _)| at == group).unwrap_or(0));
        states.row_middle(row) + PORT * (2 * place - (many - 1)) / 2
    }

    /// From where to where the line runs that all of the group share.
    fn trunk(&self, states: &States, at: usize) -> (i32, i32) {
        let (sources, members) = &self.groups[at];
        let exits = sources.iter().map(|row| self.exit(states, *row, at));
        let ends: Vec<i32> = exits.chain(members.iter().map(|it| self.middles[*it])).collect();
        (ends.iter().copied().min().unwrap_or(0), ends.iter().copied().max().unwrap_or(0))
    }

    /// Where a line that leads out of an ending begins.
    fn out(&self, at: usize) -> i32 {
        self.middles[at] + PORT
    }
}

/// The endings that lines lead to, grouped by the states of the path from which they do.
fn groups(states: &States) -> Vec<(Vec<usize>, Vec<usize>)> {
    let mut groups: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
    for (at, ending) in states.endings.iter().enumerate().filter(|(_, it)| !states.any.contains(&it.name)) {
        let to_it = states.steps.iter().filter(|(_, to)| *to == ending.name);
        let sources: BTreeSet<usize> = to_it.filter_map(|(from, _)| states.row(from)).collect();
        let sources: Vec<usize> = sources.into_iter().collect();
        match groups.iter_mut().find(|(known, _)| *known == sources) {
            Some((_, endings)) => endings.push(at),
            None => groups.push((sources, vec![at])),
        }
    }
    groups
}

/// The column of the endings, with the lanes to its left and to its right.
struct Sides {
    /// Steps out of an ending back to the path.
    rising: Vec<(usize, usize)>,
    /// The lanes of the groups of endings, then those of the rising steps.
    lanes: Vec<usize>,
    left: i32,
    width: i32,
    /// Steps from one ending to another.
    among: Vec<(usize, usize)>,
    outer_lanes: Vec<usize>,
    /// How many lanes lie outside of the endings.
    outer: i32,
}

impl Sides {
    fn of(states: &States, column: &Column, endings: &Endings) -> Sides {
        let steps = || states.steps.iter();
        let rising: Vec<(usize, usize)> =
            steps().filter_map(|(from, to)| Some((states.side(from)?, states.row(to)?))).collect();
        let mut stretches: Vec<(i32, i32)> =
            (0..endings.groups.len()).map(|group| endings.trunk(states, group)).collect();
        stretches.extend(rising.iter().map(|(from, to)| (endings.out(*from), states.row_middle(*to) + 2 * PORT)));
        let (right_lanes, used) = lanes(&stretches);
        let among: Vec<(usize, usize)> = steps()
            .filter_map(|(from, to)| Some((states.side(from)?, states.side(to)?)))
            .filter(|(from, to)| from != to)
            .collect();
        let outside: Vec<(i32, i32)> =
            among.iter().map(|(from, to)| (endings.out(*from), endings.middles[*to] - PORT)).collect();
        let (outer_lanes, outer) = lanes(&outside);
        Sides {
            rising,
            lanes: right_lanes,
            left: column.right() + 17 + LANE * used,
            width: states.endings.iter().map(|it| box_width(it)).max().unwrap_or(0),
            among,
            outer_lanes,
            outer,
        }
    }

    fn right(&self) -> i32 {
        self.left + self.width
    }
}

/// Everything in its place.
struct Layout<'a> {
    states: States<'a>,
    column: Column,
    endings: Endings,
    sides: Sides,
}

impl Layout<'_> {
    /// The boxes: the path, then the endings.
    fn places(&self) -> Vec<Place> {
        let (column, sides) = (&self.column, &self.sides);
        let path = self.states.path.iter().enumerate();
        let path = path.map(|(at, it)| place(it, column.left, self.states.row_middle(at), column.width));
        let endings = self.states.endings.iter().enumerate();
        path.chain(endings.map(|(at, it)| place(it, sides.left, self.endings.middles[at], sides.width))).collect()
    }

    /// The right edge of what is drawn.
    fn edge(&self) -> i32 {
        match (self.states.endings.is_empty(), self.sides.outer) {
            (true, _) => self.column.right(),
            (false, 0) => self.sides.right(),
            (false, used) => self.sides.right() + 8 + LANE * used,
        }
    }

    /// The point of the first arrow; `None` when no step begins a record.
    fn start(&self) -> Option<(i32, i32)> {
        let begins = self.states.begins && !self.states.path.is_empty();
        begins.then_some((self.column.left + self.column.width / 2, self.states.top()))
    }

    /// The endings that every state can reach, each with the upper left corner of its box.
    fn ends_of_all(&self) -> Vec<(String, i32, i32)> {
        let marked = |name: &String| {
            let at = self.states.side(name)?;
            Some((name.clone(), self.sides.left, self.endings.middles[at] - HEIGHT / 2))
        };
        self.states.any.iter().filter_map(marked).collect()
    }

    /// The line of one step; `None` for a step between states that nobody declares, which is a finding.
    fn way(&self, from: &str, to: &str) -> Option<Way> {
        let (row, side) = (|name| self.states.row(name), |name| self.states.side(name));
        let is_straight = row(from).zip(row(to)).is_some_and(|(from, to)| to == from + 1);
        let (line, head) = match (row(from), row(to), side(from), side(to)) {
            (Some(from), Some(to), ..) if from == to => {
                again(self.column.right() - 22, self.states.row_middle(from) - HEIGHT / 2)
            }
            (Some(from), Some(to), ..) if is_straight => self.down(from, to),
            (Some(from), Some(to), ..) => self.beside(from, to),
            (Some(from), None, _, Some(to)) => self.aside(from, to),
            (None, Some(to), Some(from), _) => self.rising(from, to),
            (None, _, Some(from), Some(to)) if from != to => self.among(from, to),
            (None, _, Some(from), _) => again(self.sides.right() - 22, self.endings.middles[from] - HEIGHT / 2),
            _ => return None,
        };
        Some(Way { from: from.to_owned(), to: to.to_owned(), straight: is_straight, line, head })
    }

    /// To the next state of the path.
    fn down(&self, from: usize, to: usize) -> (String, String) {
        let x = self.column.left + self.column.width / 2;
        let (from, to) = (self.states.row_middle(from) + HEIGHT / 2, self.states.row_middle(to) - HEIGHT / 2);
        (format!("M{x} {from}V{}", to - 6), head_at(x, to, Toward::Down))
    }

    /// Back on the path, or on over several states.
    fn beside(&self, from: usize, to: usize) -> (String, String) {
        let (column, on) = (&self.column, to > from);
        let goal = column.goals.iter().position(|it| *it == (to, on)).unwrap_or(0);
        let (from, to) = (self.states.port(from, on, on), self.states.port(to, !on, on));
        let line = bracket(column.left, from, column.lane(goal), to, column.left - 5);
        (line, head_at(column.left, to, Toward::Right))
    }

    /// From the path to an ending.
    fn aside(&self, from: usize, to: usize) -> (String, String) {
        let group = self.endings.groups.iter().position(|(_, members)| members.contains(&to)).unwrap_or(0);
        let (from, to) = (self.endings.exit(&self.states, from, group), self.endings.middles[to]);
        let line = bracket(self.column.right(), from, self.lane(group), to, self.sides.left - 5);
        (line, head_at(self.sides.left, to, Toward::Right))
    }

    /// From an ending back to the path.
    fn rising(&self, from: usize, to: usize) -> (String, String) {
        let rising = self.sides.rising.iter().position(|it| *it == (from, to)).unwrap_or(0);
        let (from, to) = (self.endings.out(from), self.states.row_middle(to) + 2 * PORT);
        let lane = self.lane(self.endings.groups.len() + rising);
        let line = bracket(self.sides.left, from, lane, to, self.column.right() + 5);
        (line, head_at(self.column.right(), to, Toward::Left))
    }

    /// From one ending to another.
    fn among(&self, from: usize, to: usize) -> (String, String) {
        let at = self.sides.among.iter().position(|it| *it == (from, to)).unwrap_or(0);
        let (from, to) = (self.endings.out(from), self.endings.middles[to] - PORT);
        let edge = self.sides.right();
        let lane = edge + 4 + LANE * (whole(self.sides.outer_lanes[at]) + 1);
        (bracket(edge, from, lane, to, edge + 5), head_at(edge, to, Toward::Left))
    }

    /// Where a lane between the path and the endings lies.
    fn lane(&self, at: usize) -> i32 {
        self.column.right() + 8 + LANE * (whole(self.sides.lanes[at]) + 1)
    }
}

/// A loop above a box, for a step that leads to where it began.
fn again(x: i32, y: i32) -> (String, String) {
    (format!("M{x} {y}c-2-14 18-14 16-4"), head_at(x + 16, y, Toward::Down))
}

/// A line beside the path: from where to where, in which lane.
struct Lane {
    from: i32,
    to: i32,
    at: usize,
}

/// The lanes of `stretches`, so that no two in one lane meet: the short ones nearest to the path.
fn lanes(stretches: &[(i32, i32)]) -> (Vec<usize>, i32) {
    let mut order: Vec<usize> = (0..stretches.len()).collect();
    order.sort_by_key(|at| ((stretches[*at].0 - stretches[*at].1).abs(), *at));
    let mut taken: Vec<Lane> = Vec::new();
    let mut lane_of = vec![0; stretches.len()];
    for at in order {
        let (from, to) = (stretches[at].0.min(stretches[at].1), stretches[at].0.max(stretches[at].1));
        let meets = |lane: usize| taken.iter().any(|it| it.at == lane && it.from < to + TURN && from - TURN < it.to);
        let free = (0..).find(|lane| !meets(*lane)).expect("there are more lanes than lines");
        taken.push(Lane { from, to, at: free });
        lane_of[at] = free;
    }
    let used = lane_of.iter().max().map_or(0, |last| last + 1);
    (lane_of, i32::try_from(used).unwrap_or(i32::MAX))
}

/// A line from `start` sideways into the lane at `lane`, along it and out to `end`, with round corners.
fn bracket(start: i32, from: i32, lane: i32, to: i32, end: i32) -> String {
    if from == to {
        return format!("M{start} {from}H{end}");
    }
    let turn = TURN.min((from - to).abs() / 2);
    let down = if to > from { turn } else { -turn };
    let (into, out) = ((start - lane).signum() * turn, (end - lane).signum() * turn);
    format!(
        "M{start} {from}H{}Q{lane} {from} {lane} {}V{}Q{lane} {to} {} {to}H{end}",
        lane + into,
        from + down,
        to - down,
        lane + out
    )
}

/// The endings that every state leads to where something can still happen: `cancelled`.
fn from_any(workflow: &KindWorkflow) -> Vec<String> {
    let open: Vec<&str> =
        workflow.states.iter().map(|it| it.name.as_str()).filter(|it| !workflow.is_terminal(it)).collect();
    let is_reached_by_all = |ending: &&StateRow| {
        let reaches = |from: &str| workflow.transitions.iter().any(|it| it.to == ending.name && it.leaves(Some(from)));
        ending.phase == Phase::Ended && open.len() > 2 && open.iter().all(|from| reaches(from))
    };
    workflow.states.iter().filter(is_reached_by_all).map(|it| it.name.clone()).collect()
}

/// From where to where one can step, each pair once, without what leads to the endings `any`.
fn steps<'a>(workflow: &'a KindWorkflow, any: &[String]) -> Vec<(&'a str, &'a str)> {
    let mut steps: Vec<(&str, &str)> = Vec::new();
    for step in workflow.transitions.iter().filter(|it| !any.contains(&it.to)) {
        for from in &step.from {
            if !steps.contains(&(from, &step.to)) {
                steps.push((from, &step.to));
            }
        }
    }
    steps
}

fn place(state: &StateRow, left: i32, middle: i32, width: i32) -> Place {
    Place {
        name: state.name.clone(),
        label: capitalised(&state.label),
        phase: state.phase,
        under: under(state),
        left,
        middle,
        width,
    }
}

fn under(state: &StateRow) -> String {
    state.holders.first().map(Party::title).unwrap_or_default()
}

/// Wide enough for the label in bold, the holder and a day.
fn box_width(state: &StateRow) -> i32 {
    let under = under(state).chars().count() as f64 * 6.7;
    let widest = bold_length(&capitalised(&state.label)).max(under);
    (widest.ceil() as i32 + 33).clamp(116, 196)
}

/// The path, what leads back and how it can end.
fn told(states: &States) -> Told {
    let States { workflow, path, endings, any, steps, .. } = states;
    let label = |name: &str| workflow.state(name).map_or(name, |it| it.label.as_str()).to_owned();
    let row = |name: &str| states.row(name);
    let mut goals: Vec<&str> = Vec::new();
    for (_, to) in steps {
        if !goals.contains(to) {
            goals.push(to);
        }
    }
    let to_goal = |goal: &str| {
        let beside = |from: &&str| row(from).is_none_or(|at| row(goal) != Some(at + 1));
        let sources = steps.iter().filter(|(_, to)| *to == goal).map(|(from, _)| *from).filter(beside);
        let sources: Vec<String> = sources.map(label).collect();
        (!sources.is_empty()).then(|| (sources, label(goal)))
    };
    Told {
        path: path.iter().map(|it| it.label.clone()).collect(),
        beside: goals.into_iter().filter_map(to_goal).collect(),
        ends: endings.iter().filter(|it| any.contains(&it.name)).map(|it| it.label.clone()).collect(),
    }
}

fn whole(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
