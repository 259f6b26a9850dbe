//! A site that says where its records lie: each layout, each slip, and what follows from the table.

use std::collections::BTreeMap;

use candor::config::Config;
use candor::diagnostic::BaselineState;
use candor::id::ContentPath;
use candor::layout::Layout;
use candor::text::{days_after, parse_date};
use candor::tree::Tree;

use crate::support;

fn of(layout: &Layout, path: &str) -> (String, String) {
    let placed = layout.placed(&ContentPath::parse(path).expect(path));
    (placed.id.to_string(), placed.address)
}

/// The table of a site with this `candor.toml` and these files, and what is wrong with it.
fn layout_of(configuration: &str, files: &[&str]) -> (Layout, Vec<String>) {
    let files: String = files.iter().map(|path| format!("-- {path} --\n+++\n+++\n")).collect();
    let tree = Tree::fixture(&format!("-- candor.toml --\n{configuration}\n{files}"));
    let (config, _, problems) = Config::load(&tree, &[], &[]);
    let told = |it: &candor::diagnostic::Diagnostic| {
        let line = it.span.map_or(0, |span| configuration[..span.start].matches('\n').count() + 1);
        format!("{line}: {}", it.help.as_deref().unwrap_or_default())
    };
    (config.layout, problems.iter().map(told).collect())
}

#[test]
fn a_record_lies_in_each_layout() {
    for (row, path, id, address) in [
        (
            "path = \"EIPS\"\nkind = \"proposal\"\nprefix = \"EIP\"\nname = \"eip-{number}.md\"",
            "EIPS/eip-1559.md",
            "EIP-1559",
            "EIPS/1559/",
        ),
        (
            "path = \"text\"\nkind = \"proposal\"\nprefix = \"RFC\"",
            "text/0002-rfc-process.md",
            "RFC-0002",
            "text/0002/",
        ),
        (
            "path = \"keps/sig-*\"\nkind = \"proposal\"\nprefix = \"KEP\"\nname = \"{number}-{slug}/README.md\"",
            "keps/sig-node/0012-a/README.md",
            "KEP-0012",
            "keps/sig-node/0012/",
        ),
        (
            "path = \"keps\"\nkind = \"proposal\"\nname = \"{number}-{slug}/README.md\"",
            "keps/sig-node/0012-a/notes.md",
            "keps/sig-node/0012-a/notes",
            "keps/sig-node/0012-a/notes/",
        ),
        (
            "path = \"./minutes/\"\nkind = \"meeting\"\nname = \"{date}.md\"",
            "minutes/2024/2024-02-29.MD",
            "MTG-2024-02-29",
            "minutes/2024-02-29/",
        ),
        (
            "path = \"minutes\"\nkind = \"meeting\"\nname = \"{date}-{slug}.md\"",
            "minutes/2024-02-29-board.md",
            "MTG-2024-02-29-board",
            "minutes/2024-02-29-board/",
        ),
        ("path = \"infra\"\nkind = \"service\"\nname = \"{slug}.md\"", "infra/lists.md", "lists", "infra/lists/"),
        ("path = \".\"\nkind = \"decision\"\nprefix = \"ADR\"\nname = \"adr-{number}.md\"", "adr-7.md", "ADR-7", "7/"),
        (
            "path = \".\"\nkind = \"decision\"\nprefix = \"ADR\"\nname = \"adr-{number}.md\"",
            "notes.md",
            "notes",
            "notes/",
        ),
        ("path = \"reports\"\nkind = \"page\"", "reports/2024.md", "reports/2024", "reports/2024/"),
        ("path = \"EIPS\"\nkind = \"proposal\"", "EIPS/README.md", "EIPS/README", "EIPS/"),
        ("path = \"EIPS\"\nkind = \"proposal\"", "EIPS/template.md", "PRP-template", "EIPS/template/"),
        ("path = \"EIPS\"\nkind = \"proposal\"", "sow/0003-x.md", "SOW-0003", "sow/0003/"),
    ] {
        let (layout, problems) = layout_of(&format!("[[folder]]\n{row}"), &[path]);
        let problems: Vec<String> = problems.into_iter().filter(|it| !it.contains("candor new")).collect();
        assert_eq!(problems, [""; 0], "{row}");
        assert_eq!(of(&layout, path), (id.to_owned(), address.to_owned()), "{path}");
        let placed = layout.placed(&ContentPath::parse(path).expect(path));
        if placed.id.number().is_some() || placed.id.date().is_some() {
            assert_eq!(layout.parse(id), Some(placed.id), "{path}");
        }
    }
}

#[test]
fn a_row_that_cannot_be_read_says_where_and_what_to_type() {
    for (rows, expected) in [
        (
            "[[folder]]\npath = \"../a\"\nkind = \"page\"",
            "2: write a folder below the one that holds `candor.toml`, as in `path = \"minutes\"`",
        ),
        (
            "[[folder]]\npath = \"/a\"\nkind = \"page\"",
            "2: write it from the folder that holds `candor.toml`: `path = \"a\"`",
        ),
        ("[[folder]]\npath = \"a\"\nkind = \"proposl\"", "3: did you mean `proposal`?"),
        ("[[folder]]\npath = \"minutes\"\nkind = \"page\"", "2: `candor new page \"Title\"` writes the first"),
        (
            "[[folder]]\npath = \"a\"\nkind = \"proposal\"\nname = \"{slug}.md\"",
            "4: put `{number}` into it, as in `name = \"{number}-{slug}.md\"`",
        ),
        (
            "[[folder]]\npath = \"a\"\nkind = \"meeting\"\nname = \"{number}.md\"",
            "4: put `{date}` into it, as in `name = \"{date}.md\"`",
        ),
        ("[[folder]]\npath = \"a\"\nkind = \"page\"\nname = \"{slug}.md\"", "4: take this line out"),
        ("[[folder]]\npath = \"a\"\nkind = \"service\"\nprefix = \"SVC\"", "4: take this line out"),
        (
            "[[folder]]\npath = \"a\"\nkind = \"proposal\"\nprefix = \"X-\"",
            "4: write `prefix = \"X\"`; the hyphen before the number is not part of it",
        ),
        ("[[folder]]\npath = \"a\"\nkind = \"proposal\"\nprefix = \"SOW\"", "4: give the proposals another `prefix`"),
        (
            "[[folder]]\npath = \"a\"\nkind = \"proposal\"\n[[folder]]\npath = \"a\"\nkind = \"decision\"",
            "5: give one of the two another `path`, or a `name` that tells their files apart",
        ),
        (
            "[[folder]]\npath = \"a\"\nkind = \"proposal\"\nkeys = { author = \"proposers\" }",
            "4: did you mean `proposer`?",
        ),
        (
            "[[folder]]\npath = \"a\"\nkind = \"proposal\"\nkeys = { a = \"title\", b = \"title\" }",
            "4: keep one of the two in `keys`",
        ),
    ] {
        assert_eq!(layout_of(rows, &["a/0001-x.md"]).1, [expected], "{rows}");
    }
}

#[test]
fn two_names_in_one_folder_tell_two_kinds_apart() {
    let rows = "[[folder]]\npath = \"a\"\nkind = \"proposal\"\nname = \"p-{number}.md\"\n[[folder]]\npath = \"a\"\nkind = \"decision\"\nname = \"d-{number}.md\"";
    let (layout, problems) = layout_of(rows, &["a/p-1.md", "a/d-1.md"]);
    assert_eq!(problems, [""; 0]);
    assert_eq!(of(&layout, "a/p-1.md").0, "PRP-1");
    assert_eq!(of(&layout, "a/d-1.md").0, "DEC-1");
}

/// The folder of proposals by other names, beside those that every site has.
const DESIGNS: &str = "\
-- candor.toml --
title = \"Tools group\"
base_url = \"https://example.org/tools/\"

[[folder]]
path = \"drawings\"
kind = \"proposal\"
prefix = \"DRAW\"
name = \"sheet-{number}.md\"
keys = { writer = \"proposer\" }
unknown_keys = \"show\"

[[folder]]
path = \"talks\"
kind = \"meeting\"
name = [\"{date}.md\", \"{date}-{slug}.md\"]
-- people/ada.md --
+++
name = \"Ada Example\"
+++
-- drawings/README.md --
# All sheets

Every sheet of the group.
-- drawings/sheet-7.md --
+++
title = \"Seven lists\"
writer = \"ada\"
paper = \"A3\"
edition = 4
colours = [\"red\", \"blue\"]
+++
Follows DRAW-12, as MTG-2026-03-02-plenum has it. See [all](../drawings/) and [the talks](../talks).
-- drawings/sheet-12.md --
+++
title = \"Twelve lists\"
writer = \"ada\"
+++
A text.
-- talks/2026-03-02-plenum.md --
+++
present = [\"ada\"]
+++
About DRAW-7.
";

#[test]
fn ids_addresses_links_and_the_index_follow_the_table() {
    let project = support::project(Tree::fixture(DESIGNS));
    let pages = support::files(&project);
    let page = &pages["drawings/7/index.html"];
    for href in ["../../drawings/12/", "../../talks/2026-03-02-plenum/", "../../talks/"] {
        let short = href.strip_prefix("../../drawings/").map_or(href.to_owned(), |rest| format!("../{rest}"));
        assert!(
            page.contains(&format!("href=\"{href}\"")) || page.contains(&format!("href=\"{short}\"")),
            "{href}: {page}"
        );
    }
    assert!(pages["talks/2026-03-02-plenum/index.html"].contains(">DRAW-7<"));
    let index = &pages["drawings/index.html"];
    assert!(index.contains("Every sheet of the group.") && index.contains("Seven lists"), "{index}");
    assert!(!pages.keys().any(|path| path.starts_with("proposals/") || path.starts_with("meetings/")));
    for rule in ["broken-link", "unknown-reference", "misnamed-file", "unknown-key", "wrong-folder", "misplaced-record"]
    {
        assert!(!project.report.findings.iter().any(|it| it.rule == rule), "{rule}");
    }
    let missing = project.report.findings.iter().find(|it| it.rule == "missing-key").map(|it| it.message.clone());
    assert_eq!(missing.as_deref(), Some("required key `event` is missing"));
}

#[test]
fn keys_of_a_groups_own_are_facts_and_what_may_keep_something_back_is_on_no_page() {
    let hidden = [
        "withheld = \"CANARY\"",
        "witheld-fee = \"CANARY\"",
        "fee_withheld = 5",
        "internal_note = \"CANARY\"",
        "deal = { withheld = \"CANARY\" }",
        "deal = { fee = \"CANARY\", secret = true }",
        "isue = \"CANARY\"",
        "deals = [{ private = \"CANARY\" }]",
        "unknown = \"CANARY\"",
    ];
    for line in hidden {
        let text = DESIGNS.replace("paper = \"A3\"", line).replace("= 5", "= 5137");
        let project = support::project(Tree::fixture(&text));
        for (path, page) in &support::files(&project) {
            assert!(!page.contains("CANARY") && !page.contains("5137"), "{line}: {path}");
        }
        assert!(project.report.findings.iter().any(|it| it.rule == "unknown-key"), "{line}");
    }
    let pages = support::files(&support::project(Tree::fixture(DESIGNS)));
    let page = &pages["drawings/7/index.html"];
    for fact in ["Paper", "A3", "Edition", "Colours", "red", "blue"] {
        assert!(page.contains(fact), "{fact}: {page}");
    }
    // Where the front matter is broken, keys may stand elsewhere than they were meant to.
    let broken = DESIGNS.replace("paper = \"A3\"", "paper = \"CANARY\"\nwithheld = [\n");
    let pages = support::files(&support::project(Tree::fixture(&broken)));
    assert!(pages.iter().all(|(path, page)| path.starts_with("editors/") || !page.contains("CANARY")));
}

#[test]
fn a_change_of_the_table_that_takes_records_away_deletes_them() {
    let base = Tree::fixture(DESIGNS);
    let without = DESIGNS.replace("kind = \"proposal\"\nprefix = \"DRAW\"\nname = \"sheet-{number}.md\"\nkeys = { writer = \"proposer\" }\nunknown_keys = \"show\"", "kind = \"page\"");
    let project = support::project_since(Tree::fixture(&without), base.clone());
    let deleted: Vec<&str> =
        project.report.findings.iter().filter(|it| it.rule == "record-deleted").map(|it| it.message.as_str()).collect();
    assert_eq!(deleted.len(), 2, "{deleted:?}");
    let project = support::project_since(Tree::fixture(DESIGNS), base);
    assert!(!project.report.findings.iter().any(|it| it.rule == "record-deleted"));
}

/// A repository of 400 minutes, each with `front` before it, without a directory of people.
fn minutes(configuration: &str, folder: &str, front: &str) -> Tree {
    const NAMES: [&str; 6] = ["Ada Ant", "Ben Bee", "Cleo Crow", "Dan Dove", "Eve Elk", "Finn Fox"];
    let mut text = format!("-- candor.toml --\ntitle = \"Council\"\n{configuration}");
    let first = parse_date("2018-01-03").expect("a day");
    for week in 0..400_usize {
        let day = days_after(first, i64::try_from(week).expect("a small number") * 7);
        let present: String = (0..4).map(|at| format!("- {}\n", NAMES[(week + at) % NAMES.len()])).collect();
        text.push_str(&format!(
            "-- {folder}/{day}.md --\n{front}# Minutes of {day}\n\n## Participants\n\n{present}\n## Notes\n\nWe spoke about #{}.\n\n- [ ] @ben: write it down\n",
            week + 3
        ));
    }
    Tree::fixture(&text)
}

#[test]
fn one_cause_in_four_hundred_minutes_is_reported_once() {
    let front = "+++\ngroup = \"council\"\nkind = \"regular\"\nchair-of-the-day = \"x\"\n+++\n";
    for (configuration, folder, front) in [
        ("", "meetings", ""),
        ("", "meetings", front),
        ("", "meeting_minutes", ""),
        ("[[folder]]\npath = \"protocols\"\nkind = \"meeting\"\n", "protocols", ""),
        ("[[folder]]\npath = \"protocols\"\nkind = \"meeting\"\nname = \"protocol-{date}.md\"\n", "protocols", front),
    ] {
        let project = support::project(minutes(configuration, folder, front));
        let mut by_cause: BTreeMap<(&str, String), usize> = BTreeMap::new();
        for finding in &project.report.findings {
            // What differs from file to file is in backticks.
            let words: String = finding.message.split('`').step_by(2).collect();
            *by_cause.entry((finding.rule, words)).or_default() += 1;
        }
        let floods: Vec<_> = by_cause.iter().filter(|(_, count)| **count > 10).collect();
        assert!(floods.is_empty(), "{folder} {front:?}: {floods:?}");
        assert!(project.report.findings.len() < 40, "{folder}: {}", project.report.findings.len());
    }
}

#[test]
fn a_new_fault_is_not_hidden_behind_old_ones_of_its_sort() {
    let base = minutes("", "meetings", "");
    let mut head = base.clone();
    let (path, source) = base.sources.iter().nth(7).expect("there are many");
    let new = ContentPath::parse(&path.as_str().replace("20", "19")).expect("a path");
    head.sources.insert(new.clone(), source.clone());
    let project = support::project_since(head, base);
    let of_it = project.report.findings.iter().find(|it| it.rule == "missing-front-matter" && it.path == new);
    assert!(of_it.is_some_and(|it| it.baseline_state == Some(BaselineState::New)), "{of_it:?}");
}

#[test]
fn a_new_number_is_written_as_those_of_its_folder_are() {
    for (others, number) in [(["7", "10"], "eip-9.md"), (["0007", "0010"], "eip-0009.md"), (["10", "11"], "eip-9.md")] {
        let file = |name: &str| format!("-- EIPS/{name}.md --\n---\ntitle: X\n---\nText\n");
        let tree = Tree::fixture(&format!(
            "-- candor.toml --\ntitle = \"T\"\n[[folder]]\npath = \"EIPS\"\nkind = \"proposal\"\nname = \"eip-{{number}}.md\"\n{}{}{}",
            file(&format!("eip-{}", others[0])),
            file(&format!("eip-{}", others[1])),
            file("9-new"),
        ));
        let findings = support::project(tree).report.findings;
        let misnamed: Vec<_> = findings.iter().filter(|finding| finding.rule == "misnamed-file").collect();
        let help = misnamed[0].help.as_deref().unwrap_or_default();
        assert!(misnamed.len() == 1 && help.contains(&format!("`EIPS/{number}`")), "{help}");
        assert!(help.contains("its `[[folder]]` in `candor.toml`"), "{help}");
    }
}
