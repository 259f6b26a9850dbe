//! The states of a kind as a picture: the good path straight down, what leads back to its left, how a matter ends early to
//! its right.
//!
//! Made for one column of text and for a phone: the picture grows downward with the path and hardly ever sideways. Where the
//! boxes and lines lie follows from the workflow alone, so it is worked out once for a kind; a record adds what it passed.
//! The same workflow gives the same letters.

mod layout;

use std::collections::BTreeSet;
use std::fmt::Write;

use super::Phase;
use crate::markdown::escaped;
use crate::text::count;

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
    /// The path as it is told to those who do not see the picture.
    told: Told,
    sentences: Sentences,
}

/// The labels on a picture in the order in which they are told.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    /// The good path.
    path: Vec<String>,
    /// What leads to a state besides it: from where, and to where.
    beside: Vec<(Vec<String>, String)>,
    /// The endings that every state can reach.
    ends: Vec<String>,
}

/// The sentences in which a picture is told, with `{state}` and the like where labels and days are filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentences {
    /// What stands at endings that every state can reach.
    pub of_any: String,
    /// How many states the path has: `10 states`.
    pub count: String,
    /// The path: with `{count}` and `{path}`.
    pub path: String,
    /// What leads to a state: with `{from}` and `{to}`.
    pub leads: String,
    /// What every state leads to: with `{to}`.
    pub ends: String,
    /// What a record entered: with `{steps}`.
    pub entered: String,
    /// A state and its day: with `{state}` and `{day}`.
    pub on_day: String,
    /// Where the record is: with `{state}`.
    pub is_in: String,
    /// Between states one after the other.
    pub then: String,
    /// Between states of which one is enough.
    pub or: String,
}

impl Sentences {
    /// English, for a path of so many states.
    fn english(states: usize) -> Sentences {
        Sentences {
            of_any: "from any state".to_owned(),
            count: count(states, "state", "states"),
            path: "{count}: {path}.".to_owned(),
            leads: "From {from} to {to}.".to_owned(),
            ends: "From any state to {to}.".to_owned(),
            entered: "It entered {steps}.".to_owned(),
            on_day: "{state} on {day}".to_owned(),
            is_in: "It is in the state {state}.".to_owned(),
            then: ", then ".to_owned(),
            or: " or ".to_owned(),
        }
    }
}

impl Told {
    /// The path, what leads back and how it can end.
    fn in_words(&self, sentences: &Sentences) -> String {
        let path =
            sentences.path.replace("{count}", &sentences.count).replace("{path}", &self.path.join(&sentences.then));
        let beside = self
            .beside
            .iter()
            .map(|(from, to)| sentences.leads.replace("{from}", &from.join(&sentences.or)).replace("{to}", to));
        let ends = self.ends.iter().map(|to| sentences.ends.replace("{to}", to));
        std::iter::once(path).chain(beside).chain(ends).collect::<Vec<_>>().join(" ")
    }
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
const TURN: i32 = 6;
impl Diagram {
    /// How many states the good path has.
    pub fn length(&self) -> usize {
        self.places.iter().filter(|it| it.phase != Phase::Ended).count()
    }

    /// The same with its labels as `say` has them in another language, told in the `sentences` of that language.
    #[must_use]
    pub fn translated(mut self, say: impl Fn(&str) -> String, sentences: Sentences) -> Diagram {
        for place in &mut self.places {
            place.label = say(&place.label);
            place.under = say(&place.under);
        }
        let all = |labels: &[String]| labels.iter().map(|label| say(label)).collect();
        let told = Told {
            path: all(&self.told.path),
            beside: self.told.beside.iter().map(|(from, to)| (all(from), say(to))).collect(),
            ends: all(&self.told.ends),
        };
        Diagram { told, sentences, ..self }
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
        let words = marks.map_or_else(|| self.told.in_words(&self.sentences), |marks| self.told_of(marks));
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
            put(
                svg,
                format_args!(
                    "<text class=\"small\" x=\"{x}\" y=\"{}\">{}</text>\n",
                    y - 22,
                    escaped(&self.sentences.of_any)
                ),
            );
        }
    }

    /// What a record did on the path, in words.
    fn told_of(&self, marks: &Marks) -> String {
        let label = |name: &str| {
            self.places.iter().find(|it| it.name == name).map_or_else(|| name.replace('-', " "), |it| it.label.clone())
        };
        let of_step = |(state, day): &(String, String)| {
            self.sentences.on_day.replace("{state}", &label(state)).replace("{day}", day)
        };
        let steps: Vec<String> = marks.passed.iter().map(of_step).collect();
        let is_in = self.sentences.is_in.replace("{state}", &label(&marks.now));
        match steps.is_empty() {
            true => is_in,
            false => {
                format!("{} {is_in}", self.sentences.entered.replace("{steps}", &steps.join(&self.sentences.then)))
            }
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

fn put(text: &mut String, what: std::fmt::Arguments) {
    text.write_fmt(what).expect("text takes everything");
}
