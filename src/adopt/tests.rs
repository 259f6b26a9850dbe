//! Whole plans on small repositories.

use super::*;

/// The free texts of a fixture.
pub(crate) fn texts(fixture: &str) -> Vec<FreeText> {
    free_texts(&Tree::fixture(fixture))
}

const REPOSITORY: &str = "-- README.md --\n# Workspace of the Lists Team\n\nSee the [minutes](notes) and [our plan](plan.md). Write to [us](mailto:lists@example.org).\n\
    -- plan.md --\n# Plan\n\nWe move the lists; see [the first minutes](notes/2026-01-12.md#lists).\n\
    -- notes/2026-01-12.md --\n# Minutes\n\n## Participants\n\n* Ada Example @ada\n* Ben Example - Example Hosting\n\n## Lists [#3](https://example.org/a/b/issues/3)\n\n* Ada to ask three hosts for quotes\n* see [the plan](../plan.md)\n\
    -- notes/2026-01-26.md --\n# Minutes\n\n## Participants\n\n* ada example\n* Ben\n\n## Lists #3\n\n* Decision: they move\n\
    -- decisions/decision_1.md --\n# Decision 1: Move the lists\n\nThey move.\n";

fn planned(tree: &Tree, answers: &str) -> Plan {
    plan(&Material {
        tree,
        past: &Past::default(),
        history: None,
        answers: &Answers::read(answers),
        today: Date::constant(2026, 2, 1),
    })
}

#[test]
fn every_byte_of_a_body_stays_but_for_links_that_would_break() {
    let tree = Tree::fixture(REPOSITORY);
    let plan = planned(&tree, "");
    for (path, source) in tree.sources.iter() {
        let to = plan.moved.get(path).unwrap_or(path);
        let now = plan.files.get(to).map_or(&*source.text, String::as_str);
        let was =
            source.text.replace("../plan.md", "PLAN").replace("(notes)", "(N)").replace("notes/2026-01-12.md", "N12");
        let now =
            now.replace("../plan.md", "PLAN").replace("(meetings)", "(N)").replace("meetings/2026-01-12.md", "N12");
        assert!(now.contains(&was), "{path}: {now}");
    }
}

#[test]
fn what_is_written_is_a_record_that_the_decoder_takes() {
    let tree = Tree::fixture(REPOSITORY);
    let plan = planned(&tree, "");
    let paths: Vec<&str> = plan.files.keys().map(ContentPath::as_str).collect();
    assert_eq!(
        paths,
        [
            "README.md",
            "adopt.md",
            "candor.toml",
            "decisions/0001-move-the-lists.md",
            "groups/lists-team.md",
            "meetings/2026-01-12.md",
            "meetings/2026-01-26.md",
            "organizations/example-hosting.md",
            "people/ada-example.md",
            "people/ben-example.md",
            "plan.md",
        ]
    );
    for (path, text) in plan.files.iter().filter(|(path, _)| path.is_markdown()) {
        let fixture = Tree::fixture(&format!("-- {path} --\n{text}"));
        let problems = parse(path, &fixture.sources[path], Layout::usual()).problems;
        assert!(
            problems.is_empty() || Layout::usual().placed(path).id.kind == Kind::Page,
            "{path}: {problems:?}\n{text}"
        );
    }
    let meeting = &plan.files[&ContentPath::parse("meetings/2026-01-26.md").unwrap()];
    assert!(meeting.contains("present = [\"ada-example\", \"ben-example\"]\n"), "{meeting}");
    assert!(meeting.contains("link = \"https://example.org/a/b/issues/3\"\noutcome = \"they move\"\n"), "{meeting}");
    assert!(meeting.contains("redirects = [\"notes/2026-01-26/\"]\n"), "{meeting}");
}

#[test]
fn answers_change_what_is_written_and_nothing_else_does() {
    let tree = Tree::fixture(REPOSITORY);
    let first = planned(&tree, "");
    let questions = &first.files[&ContentPath::parse(FILE).unwrap()];
    assert_eq!(planned(&tree, questions), first);
    let answered =
        questions.replace("- [x] Ben Example\n- [ ] another person", "- [ ] Ben Example\n- [x] another person");
    assert_ne!(&answered, questions);
    let second = planned(&tree, &answered);
    assert!(second.files.contains_key(&ContentPath::parse("people/ben.md").unwrap()));
    assert_eq!(planned(&tree, &second.files[&ContentPath::parse(FILE).unwrap()]), second);
}

#[test]
fn where_there_is_nothing_to_adopt_nothing_is_written() {
    for fixture in [
        "-- index.md --\n# Hello\n\nNothing of a meeting.\n",
        "-- meetings/2026-01-12.md --\n+++\ngroup = \"makers\"\nkind = \"regular\"\n+++\n",
        "-- EIPS/eip-1.md --\n---\ntitle: One\nstatus: Draft\ncreated: 2026-01-12\n---\n\n## Text\n",
    ] {
        let plan = planned(&Tree::fixture(fixture), "");
        assert!(plan.files.is_empty() && plan.moved.is_empty(), "{fixture}: {plan:?}");
        assert_eq!(plan.found.len(), 1);
    }
}

#[test]
fn a_role_before_names_is_no_organization() {
    let fixture = "-- notes/2026-01-12.md --\n# Minutes\n\n## Present\n\n* Voting members: Ada Example, Cleo\n* Observer: Tom Oak\n\
                   * Ben Example - Example Lab\n";
    let plan = planned(&Tree::fixture(fixture), "");
    let people = plan.files.iter().filter(|(path, _)| path.as_str().starts_with("people/"));
    let with: Vec<&str> =
        people.filter(|(_, text)| text.contains("[[affiliation]]")).map(|(path, _)| path.as_str()).collect();
    assert_eq!(with, ["people/ben-example.md"]);
}
