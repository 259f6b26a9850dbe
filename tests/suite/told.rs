//! What a change is told as: nothing as something else, nothing twice, and who is meant by their names.

use std::process::Command;

use candor::change::Change;
use candor::diff::{Diff, Effect, Fate, human};
use candor::project::Project;
use candor::tree::Tree;

use crate::preview_edition::{build, files, repository};
use crate::support;

fn between(before: Tree, after: Tree) -> Diff {
    let project: Project = support::project_since(after, before);
    let base = project.base.as_ref().expect("it has a base");
    let change = Change::between(&base.site, &project.site);
    Diff::of(&change, (&base.tree, &project.tree), (&project.report, &base.comparison), Vec::new())
}

/// Records that change places are the same records, also where a few words of theirs are others.
#[test]
fn records_that_change_places_and_a_few_words_are_the_same_records() {
    let meeting = |day: &str, what: &str, text: &str| {
        format!(
            "-- meetings/2026-11-{day}.md --\n+++\n[[agenda]]\ntitle = \"{what} of the lists\"\n\n[[agenda]]\n\
             title = \"{what} of the forum\"\n\n[[agenda]]\ntitle = \"{what} of the chat\"\n+++\n\n## Notes on {what}\n\n\
             They spoke of {what}.\n\nThey will speak of {what} again.\n\n{text}\n"
        )
    };
    let (money, hosts) = ("Money", "Hosts");
    let rest = meeting("20", "Names", "Nothing more.");
    let was = meeting("03-a", money, "It ended early.") + &meeting("03-b", hosts, "It ended late.") + &rest;
    let is = meeting("03-a", hosts, "It ended quite late.") + &meeting("03-b", money, "It ended early today.") + &rest;
    for (before, after) in [(&was, &is), (&is, &was)] {
        let diff = between(Tree::fixture(before), Tree::fixture(after));
        let text = human::report(&diff);
        assert!(text.contains("moved from meetings/2026-11-03-a.md to meetings/2026-11-03-b.md"), "{text}");
        assert!(text.contains("moved from meetings/2026-11-03-b.md to meetings/2026-11-03-a.md"), "{text}");
        assert!(!text.contains("agenda item"), "{text}");
    }
    // One that is rewritten while another one is as well has not moved.
    let is = meeting("03-a", "Clocks", "It ended.") + &meeting("03-b", "Keys", "It ended too.") + &rest;
    let diff = between(Tree::fixture(&was), Tree::fixture(&is));
    assert!(diff.matters.iter().all(|it| it.fate == Fate::Changed && it.was_at.is_none()), "{}", human::report(&diff));
}

/// A waiver accepts what would be wrong, and a lower rung judges less: both are told as that, and their reverse as the reverse.
#[test]
fn waivers_and_rungs_are_told_as_what_they_do() {
    let with = |more: &str| {
        Tree::fixture(&format!(
            "-- candor.toml --\ntitle = \"Group\"\n{more}-- people/ada.md --\n+++\nname = \"Ada\"\n+++\n"
        ))
    };
    let waiver = |until: &str| {
        format!("\n[[waiver]]\nrule = \"email-without-consent\"\nrecord = \"ada\"\nreason = \"Yes\"\n{until}")
    };
    for (strict, loose, told) in [
        (String::new(), waiver("until = 2027-01-01\n"), "waiver added"),
        (
            waiver("until = 2027-01-01\n"),
            waiver("until = 2028-01-01\n"),
            "waiver (email-without-consent).until changed",
        ),
        (waiver("until = 2027-01-01\n"), waiver(""), "waiver (email-without-consent).until taken out"),
        ("rung = \"money\"\n".to_owned(), "rung = \"record\"\n".to_owned(), "rung changed from money to record"),
    ] {
        let there = between(with(&strict), with(&loose));
        let effects: Vec<Effect> = there.rules.iter().map(|it| it.effect).collect();
        assert_eq!(effects, [Effect::Looser], "{told}: {:?}", there.rules);
        let text = human::report(&there);
        let told = told.replace("waiver (email-without-consent).until", "waiver.until (email-without-consent)");
        assert!(text.contains(&format!("less is asked for: candor.toml: {told}")), "{text}");
        let back = between(with(&loose), with(&strict));
        assert_eq!(back.rules.iter().map(|it| it.effect).collect::<Vec<_>>(), [Effect::Stricter], "{told}");
    }
}

/// Of two revisions the files on disk are no part, and those of a submodule are in neither.
#[test]
fn of_two_revisions_a_submodule_is_said_not_to_be_compared() {
    let other = repository("-- s.md --\n# S\n", "-- s.md --\n# S\n");
    let folder = repository("-- a.md --\n# A\n", "-- a.md --\n# A\n");
    let from = other.path().display().to_string();
    support::git(folder.path(), &["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &from, "sub"]);
    support::git(folder.path(), &["commit", "--quiet", "--message", "sub"]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
    command.arg("diff").arg(folder.path()).args(["--today", "2026-11-21", "--base", "HEAD~1", "--head", "HEAD"]);
    let output = command.output().expect("the program starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("`sub` is a submodule") && said.contains("not compared"), "{said}");
}
