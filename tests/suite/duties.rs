//! Who had a duty when, what a group is asked for, and which words a change may not bring in.

use candor::diagnostic::BaselineState;
use candor::id::Kind;
use candor::project::Project;
use candor::site::Entry;
use candor::text::parse_date;
use candor::tree::Tree;

use crate::support;

const NOVA: &str = r#"-- candor.toml --
profile = ["ours.toml"]
-- ours.toml --
name = "ours"
[group.project]
final_say = "lead"
duties = [{ area = "security", meaning = "Closes holes." }, { area = "bugs", meaning = "Triages." }]
-- people/ada.md --
+++
name = "Ada"
+++
-- people/ben.md --
+++
name = "Ben"
+++
-- groups/nova.md --
+++
name = "Nova"
type = "project"

[[duty]]
area = "Bugs"
holders = ["ada"]
until = 2026-06-30

[[duty]]
area = "Bugs"
holders = ["ben"]
since = 2026-07-01

[[duty]]
area = "cake"
holders = ["ada"]
+++
"#;

fn person<'a>(project: &'a Project, name: &str) -> &'a Entry {
    project.site.of_kind(Kind::Person).find(|it| it.title == name).expect("the fixture has them")
}

#[test]
fn the_duties_that_are_asked_for_come_first_and_vacant_ones_are_there() {
    let project = support::project(Tree::fixture(NOVA));
    let nova = project.site.of_kind(Kind::Group).next().expect("the fixture has a group");
    let duties = project.site.duties(nova);
    let told: Vec<_> = duties.iter().map(|duty| (duty.area, duty.is_vacant(), duty.holders().len())).collect();
    assert_eq!(told, [("security", true, 0), ("bugs", false, 1), ("cake", false, 1)]);
}

#[test]
fn a_duty_is_had_from_its_first_to_its_last_day() {
    let project = support::project(Tree::fixture(NOVA));
    let nova = project.site.of_kind(Kind::Group).next().expect("the fixture has a group");
    let had = |name, day| {
        project.site.has_duty(person(&project, name), nova, "bugs", parse_date(day).expect("a day of the calendar"))
    };
    assert!(had("Ada", "2026-06-30") && !had("Ada", "2026-07-01"));
    assert!(!had("Ben", "2026-06-30") && had("Ben", "2026-07-01"));
}

#[test]
fn in_a_change_an_avoided_word_is_new_on_new_lines_only() {
    let ours = "-- candor.toml --\nprofile = [\"ours.toml\"]\n-- ours.toml --\nname = \"ours\"\n[require]\nterms = { czar = \"liaison\" }\n";
    let base = Tree::fixture(&format!("{ours}-- index.md --\n# Old\n\nThe bug czar.\n"));
    let head = Tree::fixture(&format!("{ours}-- index.md --\n# Old\n\nA gate czar.\n\nThe bug czar.\n"));
    let project = support::project_since(head, base);
    let text = project.tree.text("index.md").expect("the fixture has it");
    let found = project.report.findings.iter().filter(|it| it.rule == "avoided-term");
    let states = found.filter_map(|it| Some((text[..it.span?.start].lines().count(), it.baseline_state?)));
    assert_eq!(states.collect::<Vec<_>>(), [(3, BaselineState::New), (5, BaselineState::Existing)]);
    assert!(project.base.expect("there is a base").comparison.fixed.is_empty());
}
