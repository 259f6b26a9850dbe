//! `candor adopt` on repositories of many shapes: every word of them is still there in order, the bytes of a text that is no
//! record are as they were, and a second run without a new answer changes nothing.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tempfile::TempDir;

use crate::adopt::{candor, files, git, words};

const TODAY: &str = "2025-03-01";

/// How the minutes of a made-up repository are written.
#[derive(Debug, Clone)]
struct Shape {
    /// Names of files, with `DAY` in place of the day.
    name: &'static str,
    heading: &'static str,
    people: &'static str,
    body: &'static str,
    line_end: &'static str,
    begins_with: &'static str,
    ends_with: &'static str,
    /// What else lies in the repository.
    beside: Vec<(&'static str, &'static str)>,
}

const NAMES: [&str; 7] = [
    "minutes/DAY.md",
    "notes/2025/01/DAY.md",
    "meeting notes/team meeting DAY.md",
    "Protokolle/Sitzung vom DAY – Häfen.md",
    "minutes/DAY-board.markdown",
    "DAY-minutes.md",
    "meetings/DAY.md",
];
const HEADINGS: [&str; 7] = [
    "# Meeting on DAY\n\n",
    "# Notes\n\n",
    "Meeting of DAY\n==============\n\n",
    "# `Meeting` *of* DAY {#top}\n\n",
    "",
    "### Odd beginning: no level one\n\n",
    "# Minutes\n\n# Minutes again\n\n",
];
const PEOPLE: [&str; 9] = [
    "## Participants\n\n* Ada Example @ada (chair)\n* Ben Example - Example Hosting\n* Cleo\n\n",
    "Present: Ada Example, Ben Example; ben@example.org\nRegrets: Cleo Example\n\n",
    "## Attendees (3)\n\n| Name | From |\n|---|---|\n| Ada Example | Hosting |\n| Łukasz Żółty | |\n\n",
    "## Participants\n\n- Board:\n  - Ada Example\n  - 李明\n- some people who came late\n\n",
    "## Participants\n\nAda Example\nBen Example and three others\n\n",
    "**Present**: Ada, Ben E., \"Cleo\" Example\n\n",
    "## Participants\n\n1. [Ada Example](https://example.org/ada)\n2. <ben@example.org>\n3. ~~Cleo~~\n\n",
    "## Participants\n\n",
    "",
];
const BODIES: [&str; 8] = [
    "## Lists [#3](https://example.org/a/b/issues/3)\n\n* Ada to ask three hosts for quotes\n* Decision: they move\n",
    "## Agenda\n\n1. money\n2. machines #7\n\n## Next meeting\n\n2025-02-10\n",
    "## Lists\n\n```\n# no heading\n* no item\n```\n\nSee [the plan](../docs/the%20plan.md), [here](#lists) and [nowhere](none.md).\n",
    "## Table\n\n| a | b |\n|---|---|\n| 1 | `x|y` |\n\n<!-- a comment -->\n\n<details>hidden</details>\n",
    "\tindented code\n\n> quote\n> * item\n\n- [ ] Ben Example: close the list\n- [x] done\n",
    "+++ this is no front matter\n\n---\n\nA rule stands above.  \nTwo blanks end the line before.\n",
    "TODO: Ada Example: write “ü” and 𝒳 down\n\nAI (Ben Example): ask the board\n",
    "",
];
const BESIDE: [(&str, &str); 7] = [
    ("README.md", "# Workspace of the Harbour Group\n\nSee [the minutes](minutes) and [us](mailto:us@example.org).\n"),
    ("docs/the plan.md", "# The plan\n\nWe begin with [this](../minutes/2025-01-13.md#lists).\n"),
    ("decisions/decision_1.md", "# Decision 1: Move the lists\n\nStatus: accepted\n\nThey move.\n"),
    ("adr/0002-forum.md", "# 2. Use a forum\n\nDate: 2025-01-12\n\n## Status\n\nAccepted\n"),
    ("docs/yaml.md", "---\ntitle: Kept as it is\n---\n\nText.\n"),
    ("minutes/TEMPLATE.md", "# Meeting on YYYY-MM-DD\n\n## Participants\n\n* name\n"),
    ("docs/größe.txt", "no Markdown at all\n"),
];
const DAYS: [&str; 3] = ["2025-01-13", "2025-01-27", "2025-02-10"];

fn shape() -> impl Strategy<Value = Shape> {
    let of = |list: &'static [&'static str]| proptest::sample::select(list);
    let beside = proptest::sample::subsequence(&BESIDE[..], 0..=BESIDE.len());
    let text = (of(&NAMES), of(&HEADINGS), of(&PEOPLE), of(&BODIES));
    let bytes = (of(&["\n", "\r\n"]), of(&["", "\u{feff}", "\n\n", "  \n"]), of(&["", "\n", "\n\n\n"]));
    (text, bytes, beside).prop_map(|((name, heading, people, body), (line_end, begins_with, ends_with), beside)| {
        Shape { name, heading, people, body, line_end, begins_with, ends_with, beside }
    })
}

impl Shape {
    fn files(&self) -> BTreeMap<String, String> {
        let mut all: BTreeMap<String, String> =
            self.beside.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
        for day in DAYS {
            let text = format!("{}{}{}", self.heading, self.people, self.body);
            let mut text = text.trim_end_matches('\n').replace("DAY", day);
            text.push_str(self.ends_with);
            let text = format!("{}{text}", self.begins_with).replace('\n', self.line_end);
            all.insert(self.name.replace("DAY", day), text);
        }
        all
    }
}

fn put(folder: &Path, all: &BTreeMap<String, String>) {
    for (path, text) in all {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        fs::write(file, text).expect("a file");
    }
}

/// What adopting `before` in `folder` does wrong; empty when nothing is.
fn slips(folder: &Path, before: &BTreeMap<String, String>) -> String {
    let mut slips = String::new();
    let dir = folder.to_str().expect("a path of letters");
    let (_, error, code) = candor(&["adopt", dir, "--write", "--today", TODAY]);
    if code != 0 {
        return format!("adopt ends with {code}: {error}");
    }
    let first = files(folder);
    let all: Vec<(&String, Vec<String>)> = first
        .iter()
        .map(|(path, bytes)| (path, words(String::from_utf8_lossy(bytes).trim_start_matches('\u{feff}'))))
        .collect();
    for (path, text) in before {
        let own = words(text.trim_start_matches('\u{feff}'));
        let is_there = own.is_empty() || all.iter().any(|(_, words)| words.windows(own.len()).any(|part| part == own));
        if !is_there {
            let _ = writeln!(slips, "{path} has lost words");
        }
        let is_plain = !text.contains("](") && !text.contains("- [");
        let body = text.trim_start_matches('\u{feff}').as_bytes();
        let is_whole = first.values().any(|bytes| bytes.windows(body.len().max(1)).any(|part| part == body));
        if is_plain && !body.is_empty() && !is_whole {
            let _ = writeln!(slips, "{path} has lost bytes");
        }
    }
    let (said, ..) = candor(&["adopt", dir, "--write", "--today", TODAY]);
    let second = files(folder);
    // Where nothing was taken for anything, it says so again.
    if second != first || !said.ends_with("Nothing has changed.\n") {
        let changed: Vec<&String> =
            first.keys().chain(second.keys()).filter(|path| first.get(*path) != second.get(*path)).collect();
        let _ = writeln!(slips, "a second run says {said:?} and changes {changed:?}");
    }
    let (_, error, code) = candor(&["check", dir, "--today", TODAY, "--quiet"]);
    if code > 1 {
        let _ = writeln!(slips, "check ends with {code}: {error}");
    }
    slips
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_lost_and_a_second_run_changes_nothing(shape in shape()) {
        let folder = TempDir::new().expect("a temporary folder");
        let before = shape.files();
        put(folder.path(), &before);
        let slips = slips(folder.path(), &before);
        prop_assert!(slips.is_empty(), "{}\n{:#?}", slips, before);
    }
}

#[test]
fn each_shape_of_a_name_and_a_list_is_taken_for_minutes() {
    for name in NAMES {
        for people in PEOPLE {
            let shape = Shape {
                name,
                heading: "# Meeting on DAY\n\n",
                people,
                body: "## Lists\n\nA long talk.\n",
                line_end: "\n",
                begins_with: "",
                ends_with: "\n",
                beside: Vec::new(),
            };
            let folder = TempDir::new().expect("a temporary folder");
            put(folder.path(), &shape.files());
            let dir = folder.path().to_str().expect("a path of letters");
            let (found, ..) = candor(&["adopt", dir, "--today", TODAY]);
            assert!(found.contains("3 minutes of meetings from 2025-01-13 to 2025-02-10"), "{name}\n{people}\n{found}");
        }
    }
}

/// A repository of proposals with YAML, of which the first went from Draft to Review and the others are in their first state.
fn proposals() -> (TempDir, BTreeMap<String, String>) {
    let folder = TempDir::new().expect("a temporary folder");
    let file = |number: usize, word: &str| {
        let front = format!("title: Fees {number}\nauthor: Ada (@ada)\ndiscussions-to: https://example.org/{number}\n");
        format!("---\n{front}status: {word}\ncreated: 2025-01-0{number}\n---\n\n## Text\n\nNumber {number}.\n")
    };
    let all = |words: [&str; 3]| -> BTreeMap<String, String> {
        (1..).zip(words).map(|(number, word)| (format!("EIPS/eip-{number}.md"), file(number, word))).collect()
    };
    put(folder.path(), &all(["Draft", "Draft", "Withdrawn"]));
    git(folder.path(), &["init", "--quiet", "--initial-branch", "main"], "2025-01-15");
    git(folder.path(), &["add", "."], "2025-01-15");
    git(folder.path(), &["commit", "--quiet", "--message", "Begin"], "2025-01-15");
    let now = all(["Review", "Draft", "Withdrawn"]);
    put(folder.path(), &now);
    git(folder.path(), &["commit", "--quiet", "--all", "--message", "Ask for a review"], "2025-02-01");
    (folder, now)
}

#[test]
fn a_folder_of_proposals_gets_a_row_of_its_own_and_no_file_of_it_is_changed() {
    let (folder, before) = proposals();
    let dir = folder.path().to_str().expect("a path of letters");
    let (found, ..) = candor(&["adopt", dir, "--write", "--today", TODAY]);
    assert!(
        found.contains("3 proposals in EIPS, named `eip-{number}.md`, each with its state in a line `status`"),
        "{found}"
    );
    let after = files(folder.path());
    for (path, text) in &before {
        assert_eq!(after[path], text.as_bytes(), "{path}");
    }
    let configuration = String::from_utf8(after["candor.toml"].clone()).expect("text");
    for line in [
        "profile = [\"eip\"]",
        "prefix = \"EIP\"",
        "name = \"eip-{number}.md\"",
        "state = \"status\"",
        "discussions-to = \"issue\"",
    ] {
        assert!(configuration.contains(line), "{line}: {configuration}");
    }
    let (report, ..) = candor(&["check", dir, "--today", TODAY, "--format", "json"]);
    assert!(!report.contains("wrong-folder") && !report.contains("unknown-key"), "{report}");
    let output = folder.path().join("site");
    let (_, error, code) = candor(&["build", dir, "--today", TODAY, "--output", output.to_str().expect("letters")]);
    assert!(code <= 1, "{error}");
    let pages = files(&output);
    let page = String::from_utf8_lossy(&pages["EIPS/1/index.html"]);
    assert!(page.contains("Fees 1") && page.contains("Review"), "{page}");
}

#[test]
fn the_history_of_a_status_line_becomes_events_where_somebody_asks_for_it() {
    let (folder, before) = proposals();
    let dir = folder.path().to_str().expect("a path of letters");
    candor(&["adopt", dir, "--write", "--today", TODAY]);
    let questions = folder.path().join("adopt.md");
    let text = fs::read_to_string(&questions).expect("questions");
    let answered = text.replace("- [x] in git, as it is\n- [ ] as events", "- [ ] in git, as it is\n- [x] as events");
    assert_ne!(answered, text);
    fs::write(&questions, answered).expect("a file");
    let (_, error, code) = candor(&["adopt", dir, "--write", "--today", TODAY]);
    assert_eq!(code, 0, "{error}");
    let after = files(folder.path());
    let first = String::from_utf8(after["EIPS/eip-1.md"].clone()).expect("text");
    for line in [
        "status: Review\n",
        "  - to: draft\n    date: 2025-01-15\n",
        "  - to: review\n    date: 2025-02-01\n",
        "\n## Text\n\nNumber 1.\n",
    ] {
        assert!(first.contains(line), "{line}: {first}");
    }
    for (path, text) in &before {
        let now = String::from_utf8_lossy(&after[path]).into_owned();
        assert!(text.lines().all(|line| now.lines().any(|it| it == line)), "{path}: {now}");
    }
    assert!(!String::from_utf8_lossy(&after["candor.toml"]).contains("state = "));
    let (said, ..) = candor(&["adopt", dir, "--write", "--today", TODAY]);
    assert_eq!(said, "Nothing has changed.\n");
    assert_eq!(files(folder.path()), after);
}

#[test]
fn services_and_proposals_are_written_where_somebody_says_so() {
    let folder = TempDir::new().expect("a temporary folder");
    let mut all: BTreeMap<String, String> = BTreeMap::new();
    for day in DAYS {
        let text = format!(
            "# Meeting on {day}\n\nPresent: Ada Example\n\n## Move the lists [#7](https://example.org/a/b/issues/7)\n\nA talk.\n"
        );
        all.insert(format!("minutes/{day}.md"), text);
    }
    let table = "# What we run\n\n| Service | Owner | Purpose |\n|---|---|---|\n| Lists | Ada Example | talk |\n| Forum | | |\n";
    all.insert("docs/machines.md".to_owned(), table.to_owned());
    put(folder.path(), &all);
    let dir = folder.path().to_str().expect("a path of letters");
    candor(&["adopt", dir, "--write", "--today", TODAY]);
    let first = files(folder.path());
    assert!(
        !first.keys().any(|path| path.starts_with("services/") || path.starts_with("proposals/")),
        "{:?}",
        first.keys()
    );
    let questions = folder.path().join("adopt.md");
    let text = fs::read_to_string(&questions).expect("questions");
    let answered = text
        .replace("- [x] no, they stay", "- [ ] no, they stay")
        .replace("- [ ] yes, a record", "- [x] yes, a record");
    fs::write(&questions, answered).expect("a file");
    candor(&["adopt", dir, "--write", "--today", TODAY]);
    let after = files(folder.path());
    let text = |path: &str| String::from_utf8(after[path].clone()).expect("text");
    assert!(text("services/lists.md").contains("owner = \"ada-example\"\n"), "{}", text("services/lists.md"));
    assert!(text("services/forum.md").contains("owner = { unknown = "));
    assert!(text("proposals/0001-move-the-lists.md").contains("issue = \"https://example.org/a/b/issues/7\"\n"));
    assert!(text("meetings/2025-01-27.md").contains("about = [\"PRP-0001\"]\n"));
    assert_eq!(after["docs/machines.md"], table.as_bytes());
    let (report, ..) = candor(&["check", dir, "--today", TODAY, "--all"]);
    let errors: Vec<&str> = report.lines().filter(|line| line.starts_with("error[")).collect();
    assert_eq!(errors, Vec::<&str>::new(), "{report}");
}
