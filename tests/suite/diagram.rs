//! The picture of a workflow: whole for every profile, the same each time, and as it was looked at.
//!
//! `UPDATE_EXPECT=1` writes the golden picture; open it in a browser.

use std::collections::BTreeMap;
use std::path::Path;

use candor::document::vocabulary;
use candor::fields::At;
use candor::id::{ContentPath, Kind};
use candor::text::Span;
use candor::tree::Tree;
use candor::workflow::diagram::{Diagram, Marks, RULES};
use candor::workflow::{BUILT_IN, KindWorkflow, Profile};
use quick_xml::Reader;
use quick_xml::events::Event;

fn profile(name: &str, tree: &Tree) -> Profile {
    let config = ContentPath::parse("candor.toml").expect("a path");
    let name = At { value: name.to_owned(), span: Span::new(0, 0) };
    Profile::load(&[name], tree, &config, &vocabulary()).0
}

fn built_in() -> impl Iterator<Item = (&'static str, Kind, KindWorkflow)> {
    BUILT_IN.iter().flat_map(|(name, _)| {
        let kinds = profile(name, &Tree::fixture("")).kinds;
        kinds.into_iter().filter(|(_, it)| !it.states.is_empty()).map(|(kind, it)| (*name, kind, it))
    })
}

/// The names of the elements of `svg`, counted; fails where it is not well-formed.
fn elements(svg: &str) -> BTreeMap<String, usize> {
    let mut reader = Reader::from_str(svg);
    reader.config_mut().check_end_names = true;
    let mut elements = BTreeMap::new();
    let mut open = 0;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}: {svg}")) {
            Event::Start(it) => {
                open += 1;
                it.attributes().for_each(|it| drop(it.expect("an attribute with a value")));
                *elements.entry(it.name().0.to_owned()).or_default() += 1;
            }
            Event::Empty(it) => {
                it.attributes().for_each(|it| drop(it.expect("an attribute with a value")));
                *elements.entry(it.name().0.to_owned()).or_default() += 1;
            }
            Event::End(_) => open -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(open, 0, "{svg}");
    elements
}

#[test]
fn every_workflow_is_drawn_whole_and_the_same_each_time() {
    let mut drawn = 0;
    for (name, kind, workflow) in built_in() {
        let draw = || Diagram::of(&workflow).expect("it has states").standalone(kind.title());
        let svg = draw();
        assert_eq!(svg, draw(), "{name} {kind}");
        let elements = elements(&svg);
        assert_eq!(elements["g"], workflow.states.len(), "{name} {kind}: a box for each state");
        assert_eq!((elements["title"], elements["desc"]), (1, 1));
        for state in &workflow.states {
            assert!(svg.to_lowercase().contains(&format!(">{}</text>", state.label)), "{name} {kind}: {}", state.label);
        }
        drawn += 1;
    }
    assert!(drawn >= 18, "{drawn}");
}

#[test]
fn a_picture_fits_a_phone_and_a_page() {
    for (name, kind, workflow) in built_in() {
        let diagram = Diagram::of(&workflow).expect("it has states");
        let passed = workflow.states.iter().map(|state| (state.name.clone(), "30 Sep 2026".to_owned())).collect();
        let marks = Marks { passed, now: workflow.initial.clone() };
        let svg = diagram.svg("site.path", "The path of a record", Some(&marks));
        assert!(svg.len() <= 6 * 1024, "{name} {kind}: {} bytes", svg.len());
        let width: i32 =
            svg.split("viewBox=\"0 0 ").nth(1).and_then(|it| it.split(' ').next()).unwrap().parse().unwrap();
        assert!(width <= 390 - 2 * 16, "{name} {kind}: {width} wide");
    }
}

/// No two boxes of a picture lie one on the other.
#[test]
fn boxes_do_not_overlap() {
    for (name, kind, workflow) in built_in() {
        let svg = Diagram::of(&workflow).expect("it has states").standalone("");
        let number = |rect: &str, key: &str| -> i32 {
            rect.split(&format!(" {key}=\"")).nth(1).and_then(|it| it.split('"').next()).unwrap().parse().unwrap()
        };
        let boxes: Vec<[i32; 4]> = svg
            .split("<rect class=\"box\"")
            .skip(1)
            .map(|rect| [number(rect, "x"), number(rect, "y"), number(rect, "width"), number(rect, "height")])
            .collect();
        for (at, a) in boxes.iter().enumerate() {
            for b in &boxes[at + 1..] {
                let apart = a[0] + a[2] <= b[0] || b[0] + b[2] <= a[0] || a[1] + a[3] <= b[1] || b[1] + b[3] <= a[1];
                assert!(apart, "{name} {kind}: {a:?} and {b:?}");
            }
        }
    }
}

/// Every way to draw a step: on, over a state, back, to itself, to an end, from any state, out of an end, between ends.
const SMALL: &str = r#"
-- small.toml --
name = "small"
[kind.report]
initial = "asked"
terminal = ["done", "refused", "lost"]
holder = { asked = "group", looked-at = "board", made = "group" }
states = [
  { name = "asked", means = "draft", meaning = "Somebody asks." },
  { name = "looked-at", means = "assessed", phase = "waiting", label = "looked at <twice>", meaning = "Somebody looks." },
  { name = "made", means = "under-way", meaning = "It is made." },
  { name = "done", means = "done", meaning = "It is done." },
  { name = "refused", means = "refused", meaning = "Nobody wants it." },
  { name = "lost", means = "expired", meaning = "Nobody knows." },
  { name = "dropped", means = "withdrawn", meaning = "It is dropped." },
]
transition = [
  { to = "asked", by = "anyone" },
  { from = "asked", to = "looked-at", by = "group" },
  { from = "looked-at", to = "made", by = "group" },
  { from = "asked", to = "made", by = "group" },
  { from = "made", to = "made", by = "group" },
  { from = "made", to = "asked", by = "group" },
  { from = "made", to = "done", by = "group" },
  { from = ["asked", "looked-at"], to = "refused", by = "group" },
  { from = "any", to = "lost", by = "group" },
  { from = "looked-at", to = "dropped", by = "group" },
  { from = "dropped", to = "looked-at", by = "group" },
  { from = "refused", to = "dropped", by = "group" },
]
"#;

#[test]
fn a_small_profile_is_drawn_as_it_was_looked_at() {
    let profile = profile("small.toml", &Tree::fixture(SMALL));
    let workflow = profile.kind(Kind::Report).expect("the profile has states for it");
    let diagram = Diagram::of(workflow).expect("it has states");
    let svg = diagram.standalone("A small workflow");
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suite/diagram.svg");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&golden, &svg).expect("the golden picture can be written");
    }
    assert_eq!(svg, std::fs::read_to_string(&golden).expect("there is a golden picture"));
    elements(&svg);
}

#[test]
fn the_path_of_a_record_is_marked_in_words_and_shape() {
    let profile = profile("small.toml", &Tree::fixture(SMALL));
    let diagram = Diagram::of(profile.kind(Kind::Report).expect("it has states")).expect("it has states");
    let passed = [("asked", "1 Mar 2026"), ("looked-at", "2 Mar 2026")];
    let passed = passed.map(|(state, day)| (state.to_owned(), day.to_owned())).to_vec();
    let marks = Marks { passed, now: "looked-at".to_owned() };
    let svg = diagram.svg("site.path", "The path", Some(&marks));
    assert!(
        svg.contains("<g class=\"state-open passed\">") && svg.contains("<g class=\"state-waiting now\">"),
        "{svg}"
    );
    assert!(svg.contains(">1 Mar 2026</text>") && svg.contains("<path class=\"way\""), "{svg}");
    assert!(
        svg.contains("It entered Asked on 1 Mar 2026, then Looked at &lt;twice&gt; on 2 Mar 2026. It is in the state"),
        "{svg}"
    );
}

#[test]
fn an_ending_that_every_state_leads_to_is_marked_as_any_other() {
    let profile = profile("small.toml", &Tree::fixture(SMALL));
    let diagram = Diagram::of(profile.kind(Kind::Report).expect("it has states")).expect("it has states");
    let draw = |ending: &str| {
        let passed = ["asked", ending].map(|state| (state.to_owned(), "1 Mar 2026".to_owned())).to_vec();
        diagram.svg("site.path", "The path", Some(&Marks { passed, now: ending.to_owned() }))
    };
    assert!(draw("lost").contains("<path class=\"way ghost\""), "the way from any state was taken");
    assert!(draw("lost").contains("<path class=\"head gone\""), "its arrow head has its colour");
    assert!(draw("refused").contains("<path class=\"quiet ghost\""), "another way was taken");
}

/// The label begins 27 pixels from the left; `Abandoned` is 89 long in the bold face that is the widest of those in use.
#[test]
fn a_label_stays_within_its_box_at_its_boldest() {
    let profile = profile("rust-vmm", &Tree::fixture(""));
    let svg = Diagram::of(&profile.kinds[&Kind::Proposal]).expect("it has states").standalone("Proposal");
    let place = svg.split("<g class=").find(|place| place.contains(">Abandoned<")).expect("it can be abandoned");
    let width = place.split(" width=\"").nth(1).and_then(|it| it.split('"').next()).expect("its box has a width");
    assert!(width.parse::<i32>().expect("in pixels") > 27 + 89, "{place}");
}

#[test]
fn the_style_sheet_draws_as_the_standalone_picture_does() {
    let sheet = include_str!("../../themes/default/style.css");
    assert!(sheet.contains(RULES), "the rules of src/workflow/diagram.rs stand in style.css");
}
