//! The states of a kind as a picture: the good path straight down, what leads back to its left, how a matter ends early to
//! its right.
//!
//! Made for one column of text and for a phone: the picture grows downward with the path and hardly ever sideways. Where the
//! boxes and lines lie follows from the workflow alone, so it is worked out once for a kind; a record adds what it passed.
//! The same workflow gives the same letters.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::markdown::escaped;
use crate::text::count;
use crate::workflow::{KindWorkflow, Phase, StateRow};

/// The rules by which the picture is drawn; the style sheet of the site has the same.
pub const RULES: &str = "\
.diagram g { color: var(--state, var(--ink)); }
.diagram text { font: 600 14px/1 var(--sans); fill: var(--ink); }
.diagram .small { font-weight: 400; font-size: 12px; fill: var(--soft); }
.diagram .box { fill: var(--paper); stroke: var(--heavy); stroke-width: 1.5; }
.diagram .side .box { stroke: var(--soft); stroke-width: 1; }
.diagram .side text { font-weight: 400; }
.diagram .passed .box { fill: var(--tint); stroke-width: 2; }
.diagram .now .box { fill: var(--tint); stroke: currentColor; stroke-width: 3.5; }
.diagram .now text { font-weight: 700; }
.diagram .now .small { font-weight: 400; fill: var(--ink); }
.diagram .sign { fill: currentColor; stroke: currentColor; stroke-width: 0; }
.diagram .state-done .sign, .diagram .state-ended .sign { stroke-width: 2; }
.diagram .line, .diagram .way { fill: none; stroke: var(--heavy); stroke-width: 2.5; }
.diagram .quiet { fill: none; stroke: var(--soft); stroke-width: 1.25; }
.diagram .ghost { stroke-dasharray: 3 3; }
.diagram .head { fill: var(--heavy); }
.diagram .head.soft { fill: var(--soft); }
.diagram .head.gone { fill: var(--accent); }
.diagram .way { stroke: var(--accent); stroke-width: 4; }
.diagram.marked .line { stroke: var(--soft); stroke-width: 1.5; }
";

/// What the picture needs where no page surrounds it.
const ALONE: &str = "\
.diagram { color-scheme: light dark; --sans: system-ui, sans-serif; --accent: #0f5163; --paper: #fcfcfa; --tint: #f2f3ef; --ink: #15191c; --soft: #4d555b; --heavy: #15191c; --waiting: #875000; --done: #28663a; --ended: #575e64; background: var(--paper); }
@media (prefers-color-scheme: dark) { .diagram { --accent: #8ccbdc; --paper: #13171a; --tint: #1c2226; --ink: #e7e6e0; --soft: #a8afb3; --heavy: #c9cac5; --waiting: #e5b164; --done: #8fcb9e; --ended: #a3aaaf; } }
@media print { .diagram { --accent: #000; --paper: #fff; --tint: #fff; --ink: #000; --soft: #333; --heavy: #000; --waiting: #000; --done: #000; --ended: #333; } }
.state-open { --state: var(--accent); } .state-waiting { --state: var(--waiting); } .state-done { --state: var(--done); } .state-ended { --state: var(--ended); }
";

/// The picture of a kind, before anything is marked on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagram {
    width: i32,
    height: i32,
    places: Vec<Place>,
    ways: Vec<Way>,
    /// Where the first arrow comes from.
    start: Option<(i32, i32)>,
    /// The endings that every state can reach, each with the point above its box.
    from_any: Vec<(String, i32, i32)>,
    /// The path in words.
    words: String,
}

/// What a record adds to the picture of its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// The states that it entered, in order, each with the day in words.
    pub passed: Vec<(String, String)>,
    /// Where it is.
    pub now: String,
}

/// One state in the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    name: String,
    label: String,
    phase: Phase,
    /// Who holds it.
    under: String,
    left: i32,
    /// The middle of its height.
    middle: i32,
    width: i32,
}

/// One step in the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Way {
    from: String,
    to: String,
    /// On the good path.
    straight: bool,
    line: String,
    head: String,
}

const HEIGHT: i32 = 42;
/// From one state of the path to the next.
const PITCH: i32 = 64;
/// From one ending to the next.
const SIDE_PITCH: i32 = 52;
const LANE: i32 = 12;
const TURN: i32 = 6;
/// How far a second line leaves the middle of a box.
const PORT: i32 = 9;

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

impl Diagram {
    /// The picture of `workflow`; `None` when it has no states.
    pub fn of(workflow: &KindWorkflow) -> Option<Diagram> {
        let path: Vec<&StateRow> = workflow.path().collect();
        let endings: Vec<&StateRow> = workflow.states.iter().filter(|it| it.phase == Phase::Ended).collect();
        if workflow.states.is_empty() {
            return None;
        }
        let row = |name: &str| path.iter().position(|it| it.name == name);
        let side = |name: &str| endings.iter().position(|it| it.name == name);
        let begins = workflow.transitions.iter().any(|it| it.from.is_empty());
        let top = if begins { 24 } else { 2 };
        let row_middle = |row: usize| top + HEIGHT / 2 + PITCH * whole(row);
        let any = from_any(workflow);
        let steps = steps(workflow, &any);

        // Left of the path: steps that lead back, and steps that leave states out. Those with one goal share a lane.
        let beside: Vec<(usize, usize)> = steps
            .iter()
            .filter_map(|(from, to)| Some((row(from)?, row(to)?)))
            .filter(|(from, to)| *to != from + 1 && to != from)
            .collect();
        let mut left_goals: Vec<(usize, bool)> = beside.iter().map(|(from, to)| (*to, to > from)).collect();
        left_goals.sort_unstable();
        left_goals.dedup();
        // Where a line leaves or enters: towards its other end, those that lead on further out than those that lead back.
        let port = |row: usize, is_below: bool, on: bool| {
            let off = if on { PORT + 4 } else { PORT - 4 };
            row_middle(row) + if is_below { off } else { -off }
        };
        let stretch = |(goal, on): &(usize, bool)| {
            let sources = beside.iter().filter(|(from, to)| to == goal && (to > from) == *on).map(|(from, _)| *from);
            let farthest = if *on { sources.min() } else { sources.max() }.unwrap_or(*goal);
            (port(farthest, *on, *on), port(*goal, !*on, *on))
        };
        let left: Vec<(i32, i32)> = left_goals.iter().map(stretch).collect();
        let (left_lanes, left_used) = lanes(&left);
        let path_left = if left_used > 0 { 6 + LANE * left_used + 4 } else { 2 };
        let path_width = path.iter().map(|it| box_width(it)).max().unwrap_or(0);
        let path_right = path_left + path_width;

        // Right of it: the endings, grouped by where they can be reached from.
        let mut groups: Vec<(Vec<usize>, Vec<usize>)> = Vec::new();
        for (at, ending) in endings.iter().enumerate().filter(|(_, it)| !any.contains(&it.name)) {
            let sources: BTreeSet<usize> =
                steps.iter().filter(|(_, to)| *to == ending.name).filter_map(|(from, _)| row(from)).collect();
            let sources: Vec<usize> = sources.into_iter().collect();
            match groups.iter_mut().find(|(known, _)| *known == sources) {
                Some((_, endings)) => endings.push(at),
                None => groups.push((sources, vec![at])),
            }
        }
        let centre = |sources: &[usize]| match (sources.first(), sources.last()) {
            (Some(first), Some(last)) => (row_middle(*first) + row_middle(*last)) / 2,
            _ => row_middle(path.len().saturating_sub(1)),
        };
        groups.sort_by_key(|(sources, _)| (centre(sources), sources.first().copied()));
        let mut side_middle = vec![0; endings.len()];
        let mut free = top + HEIGHT / 2;
        for (sources, members) in &groups {
            let first = centre(sources) - SIDE_PITCH * (whole(members.len()) - 1) / 2;
            let mut middle = first.max(free);
            for at in members {
                side_middle[*at] = middle;
                middle += SIDE_PITCH;
            }
            free = middle;
        }
        for (at, _) in endings.iter().enumerate().filter(|(_, it)| any.contains(&it.name)) {
            // Room for the note above the box.
            side_middle[at] = free + if free > top + HEIGHT / 2 { 36 } else { 30 };
            free = side_middle[at] + SIDE_PITCH;
        }
        let leaving = |row: usize| groups.iter().enumerate().filter(move |(_, (sources, _))| sources.contains(&row));
        let exit = |row: usize, group: usize| {
            let many = whole(leaving(row).count());
            let place = whole(leaving(row).position(|(at, _)| at == group).unwrap_or(0));
            row_middle(row) + PORT * (2 * place - (many - 1)) / 2
        };
        let trunk = |at: usize| {
            let (sources, members) = &groups[at];
            let ends = sources.iter().map(|row| exit(*row, at)).chain(members.iter().map(|it| side_middle[*it]));
            let ends: Vec<i32> = ends.collect();
            (ends.iter().copied().min().unwrap_or(0), ends.iter().copied().max().unwrap_or(0))
        };
        let rising: Vec<(usize, usize)> = steps.iter().filter_map(|(from, to)| Some((side(from)?, row(to)?))).collect();
        let mut right: Vec<(i32, i32)> = (0..groups.len()).map(trunk).collect();
        right.extend(rising.iter().map(|(from, to)| (side_middle[*from] + PORT, row_middle(*to) + 2 * PORT)));
        let (right_lanes, right_used) = lanes(&right);
        let side_left = path_right + 17 + LANE * right_used;
        let side_width = endings.iter().map(|it| box_width(it)).max().unwrap_or(0);
        let among: Vec<(usize, usize)> =
            steps.iter().filter_map(|(from, to)| Some((side(from)?, side(to)?))).filter(|(a, b)| a != b).collect();
        let outer: Vec<(i32, i32)> =
            among.iter().map(|(from, to)| (side_middle[*from] + PORT, side_middle[*to] - PORT)).collect();
        let (outer_lanes, outer_used) = lanes(&outer);

        let mut places = Vec::new();
        places.extend(path.iter().enumerate().map(|(at, it)| place(it, path_left, row_middle(at), path_width)));
        places.extend(endings.iter().enumerate().map(|(at, it)| place(it, side_left, side_middle[at], side_width)));

        let path_lane = |at: usize| path_left - 4 - LANE * (whole(at) + 1);
        let right_lane = |at: usize| path_right + 8 + LANE * (whole(at) + 1);
        let mut ways = Vec::new();
        for (from, to) in &steps {
            let (line, head, straight) = match (row(from), row(to), side(from), side(to)) {
                (Some(a), Some(b), ..) if a == b => {
                    let (x, y) = (path_right - 22, row_middle(a) - HEIGHT / 2);
                    (format!("M{x} {y}c-2-14 18-14 16-4"), head_at(x + 16, y, Toward::Down), false)
                }
                (Some(a), Some(b), ..) if b == a + 1 => {
                    let x = path_left + path_width / 2;
                    let (from, to) = (row_middle(a) + HEIGHT / 2, row_middle(b) - HEIGHT / 2);
                    (format!("M{x} {from}V{}", to - 6), head_at(x, to, Toward::Down), true)
                }
                (Some(a), Some(b), ..) => {
                    let on = b > a;
                    let group = left_goals.iter().position(|it| *it == (b, on)).unwrap_or(0);
                    let (from, to) = (port(a, on, on), port(b, !on, on));
                    let line = bracket(path_left, from, path_lane(left_lanes[group]), to, path_left - 5);
                    (line, head_at(path_left, to, Toward::Right), false)
                }
                (Some(a), None, _, Some(b)) => {
                    let group = groups.iter().position(|(_, members)| members.contains(&b)).unwrap_or(0);
                    let (from, to) = (exit(a, group), side_middle[b]);
                    let line = bracket(path_right, from, right_lane(right_lanes[group]), to, side_left - 5);
                    (line, head_at(side_left, to, Toward::Right), false)
                }
                (None, Some(b), Some(a), _) => {
                    let at = groups.len() + rising.iter().position(|it| *it == (a, b)).unwrap_or(0);
                    let (from, to) = (side_middle[a] + PORT, row_middle(b) + 2 * PORT);
                    let line = bracket(side_left, from, right_lane(right_lanes[at]), to, path_right + 5);
                    (line, head_at(path_right, to, Toward::Left), false)
                }
                (None, _, Some(a), Some(b)) if a != b => {
                    let at = among.iter().position(|it| *it == (a, b)).unwrap_or(0);
                    let (from, to) = (side_middle[a] + PORT, side_middle[b] - PORT);
                    let edge = side_left + side_width;
                    let lane = edge + 4 + LANE * (whole(outer_lanes[at]) + 1);
                    (bracket(edge, from, lane, to, edge + 5), head_at(edge, to, Toward::Left), false)
                }
                (None, _, Some(a), _) => {
                    let (x, y) = (side_left + side_width - 22, side_middle[a] - HEIGHT / 2);
                    (format!("M{x} {y}c-2-14 18-14 16-4"), head_at(x + 16, y, Toward::Down), false)
                }
                // A step between states that nobody declares is told as a finding and not drawn.
                _ => continue,
            };
            ways.push(Way { from: (*from).to_owned(), to: (*to).to_owned(), straight, line, head });
        }
        let lowest = places.iter().map(|it| it.middle + HEIGHT / 2).max().unwrap_or(0);
        let edge = match (endings.is_empty(), outer_used) {
            (true, _) => path_right,
            (false, 0) => side_left + side_width,
            (false, used) => side_left + side_width + 8 + LANE * used,
        };
        let marked = |name: &String| side(name).map(|at| (name.clone(), side_left, side_middle[at] - HEIGHT / 2));
        Some(Diagram {
            width: edge + 3,
            height: lowest + 3,
            start: begins.then_some((path_left + path_width / 2, top)).filter(|_| !path.is_empty()),
            from_any: any.iter().filter_map(marked).collect(),
            words: words(workflow, &path, &endings, &any, &steps),
            places,
            ways,
        })
    }

    /// How many states the good path has.
    pub fn length(&self) -> usize {
        self.places.iter().filter(|it| it.phase != Phase::Ended).count()
    }

    /// The picture as SVG for a page, called `title`; `id` is the beginning of its ids on that page.
    pub fn svg(&self, id: &str, title: &str, marks: Option<&Marks>) -> String {
        self.draw(id, title, marks, false)
    }

    /// The same as a file of its own.
    pub fn standalone(&self, title: &str) -> String {
        format!("{}\n", self.draw("diagram", title, None, true))
    }

    fn draw(&self, id: &str, title: &str, marks: Option<&Marks>, alone: bool) -> String {
        let (width, height) = (self.width, self.height);
        let mut svg = String::with_capacity(6 * 1024);
        let namespace = if alone { " xmlns=\"http://www.w3.org/2000/svg\"" } else { "" };
        let marked = if marks.is_some() { " marked" } else { "" };
        put(&mut svg, format_args!("<svg{namespace} class=\"diagram{marked}\" viewBox=\"0 0 {width} {height}\" "));
        // On a page the picture grows with the text; 17 pixels are the text of a phone.
        let size = |length: i32| if alone { length.to_string() } else { format!("{:.2}rem", f64::from(length) / 17.0) };
        put(&mut svg, format_args!("width=\"{}\" height=\"{}\" role=\"img\" ", size(width), size(height)));
        put(&mut svg, format_args!("aria-labelledby=\"{id}.title\" aria-describedby=\"{id}.desc\">\n"));
        let words = marks.map_or_else(|| self.words.clone(), |marks| self.told(marks));
        put(&mut svg, format_args!("<title id=\"{id}.title\">{}</title>\n", escaped(title)));
        put(&mut svg, format_args!("<desc id=\"{id}.desc\">{}</desc>\n", escaped(&words)));
        if alone {
            put(&mut svg, format_args!("<style>\n{ALONE}{RULES}</style>\n"));
        }
        self.draw_ways(&mut svg, marks);
        for place in &self.places {
            place.draw(&mut svg, marks);
        }
        svg.push_str("</svg>");
        svg
    }

    fn draw_ways(&self, svg: &mut String, marks: Option<&Marks>) {
        let passed = |way: &Way| {
            marks.is_some_and(|it| it.passed.windows(2).any(|two| two[0].0 == way.from && two[1].0 == way.to))
        };
        let lines = |keep: &dyn Fn(&Way) -> bool| -> String {
            self.ways.iter().filter(|way| keep(way)).map(|way| way.line.as_str()).collect()
        };
        let heads = |keep: &dyn Fn(&Way) -> bool| -> String {
            let heads: BTreeSet<&str> = self.ways.iter().filter(|way| keep(way)).map(|way| way.head.as_str()).collect();
            heads.into_iter().collect()
        };
        let mut paths = vec![
            ("quiet", lines(&|way| !way.straight)),
            ("line", lines(&|way| way.straight)),
            ("way", lines(&passed)),
            ("head soft", heads(&|way| !way.straight)),
            ("head", heads(&|way| way.straight)),
            ("head gone", heads(&passed)),
        ];
        if let Some((x, y)) = self.start {
            let dot = format!("M{} {}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z{}", x - 4, y - 20, head_at(x, y, Toward::Down));
            paths.push(("head", dot));
            paths.push(("quiet", format!("M{x} {}V{}", y - 16, y - 6)));
        }
        let entered = |name: &String| marks.is_some_and(|it| it.passed.iter().any(|(state, _)| state == name));
        for (name, x, y) in &self.from_any {
            let (line, head) = if entered(name) { ("way ghost", "head gone") } else { ("quiet ghost", "head soft") };
            paths.push((line, format!("M{} {}V{}", x + 14, y - 18, y - 6)));
            paths.push((head, head_at(x + 14, *y, Toward::Down)));
        }
        for (class, data) in paths.iter().filter(|(_, data)| !data.is_empty()) {
            put(svg, format_args!("<path class=\"{class}\" d=\"{data}\"/>\n"));
        }
        for (_, x, y) in &self.from_any {
            put(svg, format_args!("<text class=\"small\" x=\"{x}\" y=\"{}\">from any state</text>\n", y - 22));
        }
    }

    /// What a record did on the path, in words.
    fn told(&self, marks: &Marks) -> String {
        let label = |name: &str| {
            self.places.iter().find(|it| it.name == name).map_or_else(|| name.replace('-', " "), |it| it.label.clone())
        };
        let steps: Vec<String> = marks.passed.iter().map(|(state, day)| format!("{} on {day}", label(state))).collect();
        match steps.is_empty() {
            true => format!("It is in the state {}.", label(&marks.now)),
            false => format!("It entered {}. It is in the state {}.", steps.join(", then "), label(&marks.now)),
        }
    }
}

impl Place {
    fn draw(&self, svg: &mut String, marks: Option<&Marks>) {
        let Place { left, middle, width, .. } = *self;
        let side = if self.phase == Phase::Ended { " side" } else { "" };
        let day = marks.and_then(|it| it.passed.iter().rev().find(|(state, _)| *state == self.name));
        let place = match marks {
            Some(marks) if marks.now == self.name => " now",
            Some(_) if day.is_some() => " passed",
            Some(_) | None => "",
        };
        let under = match marks {
            Some(_) => day.map_or("", |(_, day)| day),
            None => &self.under,
        };
        put(svg, format_args!("<g class=\"state-{}{side}{place}\">", self.phase));
        let (top, height) = (middle - HEIGHT / 2, HEIGHT);
        put(
            svg,
            format_args!(
                "<rect class=\"box\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" rx=\"6\"/>"
            ),
        );
        let label_at = if under.is_empty() { middle + 5 } else { middle - 2 };
        let (x, y) = (left + 15, label_at - 5);
        put(svg, format_args!("<path class=\"sign\" d=\"{}\"/>", sign(self.phase, x, y)));
        let x = left + 27;
        put(
            svg,
            format_args!("<text x=\"{x}\" y=\"{label_at}\">{}</text>", escaped(&fitted_label(&self.label, width))),
        );
        if !under.is_empty() {
            let under = escaped(&fitted(under, width, 6.2));
            put(svg, format_args!("<text class=\"small\" x=\"{x}\" y=\"{}\">{under}</text>", middle + 14));
        }
        svg.push_str("</g>\n");
    }
}

/// The shape that tells a phase without colour.
fn sign(phase: Phase, x: i32, y: i32) -> String {
    match phase {
        Phase::Open => format!("M{} {y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", x - 4),
        // A disc with a hole in its right half, which runs the other way round.
        Phase::Waiting => {
            format!("M{x} {}a5 5 0 1 1 0 10a5 5 0 1 1 0-10zM{x} {}v7a3.5 3.5 0 0 0 0-7z", y - 5, f64::from(y) - 3.5)
        }
        Phase::Done => format!("M{} {y}l3.5 4l6-8l-6 8z", x - 5),
        Phase::Ended => format!("M{} {}l8 8l-4-4l4-4l-8 8l4-4z", x - 4, y - 4),
    }
}

enum Toward {
    Right,
    Left,
    Down,
}

/// An arrowhead whose point is at `x`, `y`.
fn head_at(x: i32, y: i32, toward: Toward) -> String {
    match toward {
        Toward::Right => format!("M{x} {y}l-8-4v8z"),
        Toward::Left => format!("M{x} {y}l8-4v8z"),
        Toward::Down => format!("M{x} {y}l-5-9h10z"),
    }
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
    state.holders.first().map(crate::workflow::Party::title).unwrap_or_default()
}

/// Wide enough for the label in bold, the holder and a day.
fn box_width(state: &StateRow) -> i32 {
    let under = under(state).chars().count() as f64 * 6.7;
    let widest = bold_length(&capitalised(&state.label)).max(under);
    (widest.ceil() as i32 + 33).clamp(116, 196)
}

/// How long a label is at its boldest, which it is where a record stands: in the widest of the sans faces that readers have.
fn bold_length(text: &str) -> f64 {
    let of = |letter: char| match letter {
        'i' | 'j' | 'l' | 'I' | ' ' | '.' | ',' | '\'' => 5.0,
        'f' | 't' | 'r' | '-' | '(' | ')' => 6.8,
        'c' | 's' | 'z' => 8.4,
        'm' | 'w' | 'M' | 'W' => 14.6,
        letter if letter.is_uppercase() => 11.2,
        _ => 9.9,
    };
    text.chars().map(of).sum()
}

/// `text`, cut where it would leave a box of this width.
fn fitted(text: &str, width: i32, per_letter: f64) -> String {
    let room = (f64::from(width - 32) / per_letter).floor() as usize;
    match text.char_indices().nth(room + 1) {
        None => text.to_owned(),
        Some(_) => format!("{}…", text.chars().take(room).collect::<String>().trim_end()),
    }
}

/// A label, cut in the same way.
fn fitted_label(label: &str, width: i32) -> String {
    let room = f64::from(width - 32);
    if bold_length(label) <= room {
        return label.to_owned();
    }
    let mut cut = label.to_owned();
    while bold_length(&cut) + 14.0 > room && cut.pop().is_some() {}
    format!("{}…", cut.trim_end())
}

/// The path, what leads back and how it can end, as sentences.
fn words(
    workflow: &KindWorkflow,
    path: &[&StateRow],
    endings: &[&StateRow],
    any: &[String],
    steps: &[(&str, &str)],
) -> String {
    let label = |name: &str| workflow.state(name).map_or(name, |it| it.label.as_str()).to_owned();
    let row = |name: &str| path.iter().position(|it| it.name == name);
    let labels: Vec<String> = path.iter().map(|it| it.label.clone()).collect();
    let mut told = format!("{}: {}.", count(path.len(), "state", "states"), labels.join(", then "));
    let mut goals: Vec<&str> = Vec::new();
    for (_, to) in steps {
        if !goals.contains(to) {
            goals.push(to);
        }
    }
    for goal in goals {
        let beside = |from: &&str| row(from).is_none_or(|at| row(goal) != Some(at + 1));
        let sources = steps.iter().filter(|(_, to)| *to == goal).map(|(from, _)| *from).filter(beside);
        let sources: Vec<String> = sources.map(label).collect();
        if !sources.is_empty() {
            put(&mut told, format_args!(" From {} to {}.", sources.join(" or "), label(goal)));
        }
    }
    for ending in endings.iter().filter(|it| any.contains(&it.name)) {
        put(&mut told, format_args!(" From any state to {}.", ending.label));
    }
    told
}

fn whole(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

fn put(text: &mut String, what: std::fmt::Arguments) {
    text.write_fmt(what).expect("text takes everything");
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
