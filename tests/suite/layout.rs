//! A site that says where its records lie: each layout, each slip, and what follows from the table.

use candor::config::Config;
use candor::id::ContentPath;
use candor::layout::Layout;
use candor::tree::Tree;

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
            "5: give the two rows different folders, or names that tell their files apart",
        ),
        (
            "[[folder]]\npath = \"a\"\nkind = \"proposal\"\nkeys = { author = \"proposers\" }",
            "4: did you mean `proposer`?",
        ),
        (
            "[[folder]]\npath = \"a\"\nkind = \"proposal\"\nkeys = { a = \"title\", b = \"title\" }",
            "4: take one of the two out",
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
