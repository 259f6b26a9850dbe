//! What was meant as front matter is on no page, whatever became of its fences.

use candor::diagnostic::Level;
use candor::id::ContentPath;
use candor::tree::{Source, Tree};

use crate::{sites, support};

/// A line that nobody is to read.
const PRIVATE: &str = "# the price of ada@example.org is 1200 EUR";

#[test]
fn no_line_of_front_matter_is_on_a_page() {
    let site = sites::site("base");
    let (path, source) = site.tree.sources.iter().find(|(path, _)| path.as_str().starts_with("sow/")).expect("one");
    let (front, body) =
        source.text.strip_prefix("+++\n").and_then(|it| it.split_once("\n+++\n")).expect("front matter");
    let front = front.replacen('\n', &format!("\n{PRIVATE}\n"), 1);
    let shapes = [
        format!("{front}\n+++\n{body}"),
        format!("{front}\n\n{body}"),
        format!("+++\n{front}\n---\n{body}"),
        format!("---\n{front}\n+++\n{body}"),
        format!("---\n{front}\n---\n{body}"),
        format!("++\n{front}\n++\n{body}"),
        format!(";;;\n{front}\n;;;\n{body}"),
        format!("```toml\n{front}\n```\n{body}"),
        format!("+++\n+++\n{front}\n+++\n{body}"),
        format!("+++\n{front}\n+++\n+++\n{front}\n+++\n{body}"),
        format!("+++\n{front}\n+++\n\n---\n{front}\n---\n{body}"),
        format!("# A statement\n+++\n{front}\n+++\n{body}"),
        format!("Hello.\n\n+++\n{front}\n+++\n{body}"),
        format!("+++\nsummary = \"\"\"\n+++\n\"\"\"\n{front}\n+++\n{body}"),
        format!("+++\n{front}\n+++\n{body}").replace('\n', "\r"),
    ];
    for text in shapes {
        let mut tree = Tree::clone(&site.tree);
        tree.sources.insert(path.clone(), Source { text: text.clone().into(), not_utf8: None });
        let project = support::project(tree);
        let of_file = project.report.findings.iter().filter(|it| it.path == *path);
        assert!(of_file.count() > 0, "nothing is reported:\n{text}");
        let shown: Vec<String> = support::files(&project)
            .into_iter()
            .filter(|(_, page)| page.contains("1200 EUR") || page.contains("shared_infrastructure = false"))
            .map(|(path, _)| path)
            .filter(|path| !path.starts_with("rules/") && !path.starts_with("help/"))
            .collect();
        assert_eq!(shown, Vec::<String>::new(), "{text}");
    }
}

#[test]
fn yaml_between_the_lines_of_toml_is_one_finding_and_its_fix_ends_it() {
    let text = "+++\nname: Ada Example\ngithub: ada\n+++\n\nAda looks after the wiki.\n";
    let of = |text: &str| {
        support::project(Tree::fixture(&format!("-- candor.toml --\ntitle = \"T\"\n-- people/ada.md --\n{text}")))
    };
    let project = of(text);
    let [finding] = &project.report.findings[..] else { panic!("{:?}", project.report.findings) };
    assert_eq!(finding.rule, "foreign-front-matter");
    let mut fixed = text.to_owned();
    for edit in finding.fix.as_ref().expect("it has a fix").edits.iter().rev() {
        fixed.replace_range(edit.span.range(), &edit.text);
    }
    assert_eq!(of(&fixed).report.findings, []);
}

/// What can happen to the first line `+++` of a file, and to the second.
const FENCES: [(&str, &str); 9] = [
    ("", "+++\n"),
    ("++\n", "+++\n"),
    ("---\n", "+++\n"),
    (";;;\n", "+++\n"),
    ("+++\n+++\n", "+++\n"),
    ("+++\n\n+++\n", "+++\n"),
    ("+++\n", "++\n"),
    ("+++\n", "---\n"),
    ("+++\n", "--\n"),
];

#[test]
fn a_slip_of_a_fence_is_one_finding_whatever_the_file_is() {
    for (name, files) in [
        ("base", ["decisions/0001-time-zones.md", "meetings/2026-11-09.md", "taking-part.md", "index.md"]),
        (
            "llvm-iwg",
            ["sow/0003-links-of-the-documentation.md", "how-to-take-part.md", "index.md", "services/index.md"],
        ),
    ] {
        let site = sites::site(name);
        for file in files {
            let path = ContentPath::parse(file).expect("a path");
            let text = &site.tree.sources[&path].text;
            let (front, body) = text.strip_prefix("+++\n").and_then(|it| it.split_once("\n+++\n")).expect(file);
            for (first, second) in FENCES {
                let mut tree = Tree::clone(&site.tree);
                let text = format!("{first}{front}\n{second}{body}");
                tree.sources.insert(path.clone(), Source { text: text.into(), not_utf8: None });
                let project = support::project(tree);
                let of_file: Vec<_> = project.report.findings.iter().filter(|it| it.path == path).collect();
                let is_one = matches!(of_file[..], [only] if only.level == Level::Error);
                assert!(is_one, "{file}, {first:?} {second:?}: {of_file:#?}");
            }
        }
    }
}
