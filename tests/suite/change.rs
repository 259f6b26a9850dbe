//! What a change does to the record, as the value that rules and pages read.

use candor::change::{BallotChange, Change};
use candor::project::Project;
use candor::text::Span;
use candor::tree::Tree;

use crate::support;

/// What `read` says of the change that lays `change` over `base`.
fn between<T>(base: &str, change: &str, read: impl Fn(&Change) -> T) -> T {
    let base: Project = support::project(Tree::fixture(base));
    let head: Project = support::project(Tree::clone(&base.tree).changed(change));
    read(&Change::between(&base.site, &head.site))
}

fn decision(number: u32, title: &str, more: &str, text: &str) -> String {
    format!(
        "-- decisions/{number:04}-lists.md --\n+++\ntitle = \"{title}\"\ngroup = \"iwg\"\nkind = \"general\"\n{more}\
         opened = 2026-11-01\n\n[[vote]]\nperson = \"ada\"\nvalue = \"yes\"\ndate = 2026-11-02\n+++\n\n{text}\n"
    )
}

const ADA: &str = "-- people/ada.md --\n+++\nname = \"Ada Example\"\n+++\n";

#[test]
fn records_are_paired_by_what_they_are_and_the_rest_came_or_went() {
    let base =
        ADA.to_owned() + &decision(1, "Lists?", "", "We ask.") + "-- people/grace.md --\n+++\nname = \"Grace\"\n+++\n";
    let renamed = "-- people/ada.md -- deleted\n-- people/ada-example.md --\n+++\nname = \"Ada Example\"\n\
                   redirects = [\"/people/ada/\"]\n+++\n-- people/grace.md -- deleted\n";
    let change = renamed.to_owned() + &decision(2, "Mail?", "", "We ask again.") + "-- notes.md --\n# Notes\n";
    let told = between(&base, &change, |change| {
        let ids =
            |entries: &[&candor::site::Entry]| -> Vec<String> { entries.iter().map(|it| it.id.to_string()).collect() };
        let pairs = change.pairs.iter().map(|pair| format!("{} -> {}", pair.before.path, pair.after.path));
        (pairs.collect::<Vec<_>>(), ids(&change.deleted), ids(&change.added))
    });
    assert_eq!(told.0, ["people/ada.md -> people/ada-example.md"]);
    assert_eq!(told.1, ["grace"]);
    assert_eq!(told.2, ["DEC-0002"]);
}

#[test]
fn a_number_that_another_matter_has_is_reused_and_the_other_matter_is_new() {
    let base = ADA.to_owned() + &decision(1, "Lists?", "", "We ask.");
    let other = "-- decisions/0001-lists.md -- deleted\n".to_owned()
        + &decision(1, "Something else?", "", "Quite another text.")
            .replace("0001-lists.md", "0001-else.md")
            .replace("opened = 2026-11-01", "opened = 2026-11-05");
    let told = between(&base, &other, |change| {
        (change.pairs.len(), change.reused.len(), change.added.len(), change.deleted.len())
    });
    assert_eq!(told, (0, 1, 1, 0));
}

#[test]
fn what_differs_has_its_places_in_both_texts() {
    let base = ADA.to_owned()
        + &decision(1, "Lists?", "mode = \"consensus\"\n", "We ask whether\nthe lists move.\n\nThat is all.");
    let change = decision(
        1,
        "Lists?",
        "mode = \"simple-majority\"\n",
        "We ask whether the mailing lists\nmove.\n\nThat is all.",
    );
    let change = change.replace("value = \"yes\"", "value = \"no\"");
    let told = between(&base, &change, |change| {
        let pair = &change.pairs[0];
        let text = |entry: &candor::site::Entry, span: Span| entry.text[span.range()].to_owned();
        let both = |before: Span, after: Span| [text(pair.before, before), text(pair.after, after)];
        let values = pair.values.iter().map(|it| (it.key.clone(), both(it.before.unwrap(), it.after.unwrap())));
        let wording = pair.wording.iter().map(|it| both(it.before, it.after));
        let ballots = pair.ballots.iter().map(|it| match it {
            BallotChange::Edited { what, by, edit, .. } => {
                format!("{} of {}: {} {:?}", what.as_str(), by.text, edit.before, edit.after)
            }
            BallotChange::Late { by, is_second, .. } => format!("late: {} {is_second}", by.text),
            BallotChange::Removed { .. } | BallotChange::Result(_) | BallotChange::Sooner(_) => format!("{it:?}"),
        });
        (values.collect::<Vec<_>>(), wording.collect::<Vec<_>>(), ballots.collect::<Vec<_>>())
    });
    let words = |before: &str, after: &str| [before.to_owned(), after.to_owned()];
    assert!(told.0.contains(&("mode".to_owned(), words("\"consensus\"", "\"simple-majority\""))), "{:?}", told.0);
    assert_eq!(told.1, [words("", "mailing")]);
    assert_eq!(told.2, ["vote of ada: yes Some(\"no\")"]);
}

#[test]
fn white_space_and_destinations_of_links_are_no_wording() {
    let base = ADA.to_owned() + &decision(1, "Lists?", "", "| a | b |\n|---|---|\n| [x](one.md) | @ada |");
    let change = decision(1, "Lists?", "", "|a|b|\n|---|---|\n|[x](two.md)|@ada|");
    assert_eq!(between(&base, &change, |change| change.pairs[0].wording.len()), 0);
}
