//! The picture of a workflow: whole for every profile, the same each time, and as it was looked at.

use candor::document::vocabulary;
use candor::fields::At;
use candor::id::ContentPath;
use candor::page::diagram::{Diagram, Marks, RULES};
use candor::text::Span;
use candor::tree::Tree;
use candor::workflow::{BUILT_IN, Profile};

fn profile(name: &str, tree: &Tree) -> Profile {
    let config = ContentPath::parse("candor.toml").expect("a path");
    let name = At { value: name.to_owned(), span: Span::new(0, 0) };
    Profile::load(&[name], tree, &config, &vocabulary()).0
}

#[test]
fn every_workflow_is_drawn_as_xml_and_the_same_each_time() {
    let out = std::env::var_os("DRAW_INTO");
    for (name, _) in BUILT_IN {
        let profile = profile(name, &Tree::fixture(""));
        let mut drawn = 0;
        for (kind, workflow) in &profile.kinds {
            let Some(diagram) = Diagram::of(workflow) else { continue };
            drawn += 1;
            let svg = diagram.standalone(kind.title());
            if let Some(out) = &out {
                std::fs::write(std::path::Path::new(out).join(format!("{name}-{kind}.svg")), &svg).unwrap();
            }
            assert_eq!(svg, Diagram::of(workflow).expect("it has states").standalone(kind.title()));
        }
        assert!(drawn >= 8, "{name}: {drawn}");
    }
}
