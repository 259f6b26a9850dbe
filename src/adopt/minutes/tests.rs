use super::super::questions::Answers;
use super::super::tests::texts;
use super::*;
use crate::tree::Beginning;

fn shown(fixture: &str, past: &Past) -> Vec<String> {
    let texts = texts(fixture);
    let answers = Answers::default();
    let mut asked = Asked::new(&answers);
    let found = minutes(&texts, past, &BTreeSet::new(), &mut asked);
    let mut lines: Vec<String> = Vec::new();
    for it in &found {
        let names: Vec<&str> = it.present.iter().map(|it| it.name.as_str()).collect();
        lines.push(format!("{} of {}: {}", it.to, it.text.path, names.join(", ")));
        lines.extend(it.regrets.iter().map(|it| format!("  without {}", it.name)));
        lines.extend(it.next.map(|next| format!("  next {next}")));
        for item in &it.agenda {
            let link = item.link.as_deref().map(str::to_owned).or_else(|| Some(format!("#{}", item.number?)));
            lines.push(format!(
                "  * {} {} {}",
                item.title,
                link.unwrap_or_default(),
                item.outcome.as_deref().unwrap_or_default()
            ));
        }
    }
    lines.extend(asked.questions.iter().map(|it| format!("? {} {}", it.text, it.taken)));
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
}

#[test]
fn minutes_are_read_with_who_was_there_and_what_was_talked_about() {
    let found = shown(
        "-- notes/team 2026-01-12.md --\n# Meeting\n\nPresent: Ada Example, Ben\nRegrets: Cleo\n\n\
         ## Move the lists [#7](https://example.org/a/b/issues/7)\n\n* a long talk\n* Decision: they move\n\n\
         ## Money #8\n\n## Other topics\n\nThe next meeting is on 26 January 2026.\n",
        &Past::default(),
    );
    assert_eq!(
        found,
        [
            "meetings/2026-01-12.md of notes/team 2026-01-12.md: Ada Example, Ben",
            "  without Cleo",
            "  next 2026-01-26",
            "  * Move the lists https://example.org/a/b/issues/7 they move",
            "  * Money #8",
        ]
    );
}

#[test]
fn two_meetings_of_a_day_have_a_file_each_and_other_texts_with_a_day_are_no_minutes() {
    let found = shown(
        "-- minutes/2026-01-12-board.md --\nHello.\n-- minutes/2026-01-12.md --\nHello.\n\
         -- posts/2026-01-12-news.md --\nHello.\n-- minutes/template.md --\n## Participants\n",
        &Past::default(),
    );
    assert_eq!(
        found,
        [
            "meetings/2026-01-12.md of minutes/2026-01-12.md:",
            "meetings/2026-01-12-board.md of minutes/2026-01-12-board.md:",
            "? What sort of meeting are the second minutes of 2026-01-12 about? extra",
        ]
    );
}

#[test]
fn who_was_there_and_who_was_not_is_told_apart_however_it_is_written() {
    for list in [
        "Present: Ada Example, Ben; regrets: Cleo\n",
        "**Attendees (2):** Ada Example (chair), Ben. Apologies: Cleo\n",
        "Attendees: Ada Example, Ben\n\n- Absent: Cleo\n",
        "## Participants\n\n* Ada Example\n* Ben\n* Regrets: Cleo\n",
        "## Participants\n\n* Ada Example\n* Ben\n* Regrets:\n  * Cleo\n",
        "## Participants\n\nAda Example, Ben\n\nRegrets: Cleo\n",
        "**Attendees**\n\n* Ada Example\n* Ben\n\n**Regrets**\n\n1. Cleo\n",
        "Attending: Ada Example, Ben / Not attending: Cleo\n",
        "Present - Ada Example, Ben\n\nApologies – Cleo\n",
        "Present: Ada Example, Ben (from 10:30). Absent with regrets: Cleo\n",
        "Present:\n- Ada Example\n- Ben\n\nAbsent:\n- Cleo\n\nNotes:\n- Dan\n",
    ] {
        let found = shown(&format!("-- notes/2026-01-12.md --\n{list}\n## Lists\n"), &Past::default());
        let expected =
            ["meetings/2026-01-12.md of notes/2026-01-12.md: Ada Example, Ben", "  without Cleo", "  * Lists"];
        assert_eq!(found, expected, "{list}");
    }
}

#[test]
fn a_name_that_git_contradicts_is_asked_about() {
    let path = ContentPath::parse("minutes/2025-01-12.md").unwrap();
    let day = Date::constant(2026, 1, 13);
    let past = Past::from_iter([(path, Beginning { day, subject: "Minutes of 2026-01-12".to_owned() })]);
    let found = shown("-- minutes/2025-01-12.md --\n# Minutes\n", &past);
    assert_eq!(
        found,
        [
            "meetings/2026-01-12.md of minutes/2025-01-12.md:",
            "? On which day was the meeting of `minutes/2025-01-12.md`? 2026-01-12",
        ]
    );
}

#[test]
fn a_heading_that_was_copied_from_other_minutes_is_no_doubt() {
    let found = shown(
        "-- minutes/2026-01-12.md --\n# Meeting of 2026-01-12\n-- minutes/2026-01-26.md --\n# Meeting of 2026-01-12\n",
        &Past::default(),
    );
    assert_eq!(
        found,
        ["meetings/2026-01-12.md of minutes/2026-01-12.md:", "meetings/2026-01-26.md of minutes/2026-01-26.md:"]
    );
}

/// Who was there, and what was asked, with these answers.
fn present(list: &str, answers: &str) -> Vec<String> {
    let texts = texts(&format!("-- minutes/2026-01-12.md --\n# Minutes\n\n## Participants\n\n{list}\n## Lists\n"));
    let answers = Answers::read(answers);
    let mut asked = Asked::new(&answers);
    let mut found = minutes(&texts, &Past::default(), &BTreeSet::new(), &mut asked);
    ask_who(&mut found, &mut asked);
    let people = found[0].present.iter().map(|it| it.name.clone());
    people.chain(asked.questions.iter().map(|it| format!("? {}: {}", it.key, it.taken))).collect()
}

#[test]
fn what_is_no_name_in_a_list_is_asked_about() {
    let list = "* Ben Example\n* bexample@lists.example\n* about ten people from the forum\n";
    let nobody = "? entry about ten people from the forum: nobody: it stays in the text";
    assert_eq!(
        present(list, ""),
        ["Ben Example", "Ben Example", nobody, "? entry bexample@lists.example: Ben Example"]
    );
    let answer = "<!-- question: entry bexample@lists.example -->\n- [x] Anna Example\n";
    assert_eq!(
        present(list, answer),
        ["Ben Example", "Anna Example", nobody, "? entry bexample@lists.example: Anna Example"]
    );
}

#[test]
fn people_stand_in_a_list_a_table_or_a_line() {
    for list in [
        "* Ada Example\n* Ben Example\n",
        "Ada Example, Ben Example\n",
        "Ada Example\nBen Example\n",
        "| Name | From |\n|---|---|\n| Ada Example | here |\n| Ben Example | there |\n",
        "| No | Who |\n|:--|--:|\n| 1 | Ada Example |\n| 2 | Ben Example |\n",
    ] {
        assert_eq!(present(list, ""), ["Ada Example", "Ben Example"], "{list}");
    }
}
