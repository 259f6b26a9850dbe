//! What strangers may put into a pull request: each ends in a finding that names it, or is read as if nothing were odd.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use candor::check::Report;
use candor::diagnostic::Level;
use candor::diagnostic::human::{self, Style};
use candor::id::ContentPath;
use candor::site::Site;
use candor::tree::Tree;

use crate::support;

/// The site of a fixture and what the rules find in it.
fn checked(fixture: &str) -> (Arc<Site>, Report) {
    looked_at(Tree::fixture(fixture))
}

/// The same for files on disk, as bytes.
fn on_disk(files: &[(&str, &[u8])], more: impl Fn(&Path)) -> (Arc<Site>, Report) {
    let outer = tempfile::tempdir().expect("a folder for the test");
    let root = outer.path().join("site");
    for (path, bytes) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a file lies in a folder")).expect("the folder can be made");
        fs::write(path, bytes).expect("the file can be written");
    }
    more(&root);
    looked_at(Tree::read(&root).expect("the folder can be read"))
}

fn looked_at(tree: Tree) -> (Arc<Site>, Report) {
    let project = support::project(tree);
    // Printing must cope with whatever the findings show.
    support::shown(&project.report.findings, &project.tree);
    (project.site, project.report)
}

/// The places of the findings of one rule: `path:byte`, or `path`.
fn found(report: &Report, rule: &str) -> Vec<String> {
    let of_rule = report.findings.iter().filter(|finding| finding.rule == rule);
    of_rule
        .map(|finding| match finding.span {
            Some(span) => format!("{}:{}", finding.path, span.start),
            None => finding.path.to_string(),
        })
        .collect()
}

#[test]
fn bytes_that_are_no_utf8_are_a_finding_at_the_first_of_them() {
    let (site, report) = on_disk(&[("people/j.md", b"+++\nname = \"J\xf6rg\"\n+++\n")], |_| ());
    assert_eq!(found(&report, "not-utf8"), ["people/j.md:13"]);
    assert_eq!(site.entries[0].title, "J\u{fffd}rg");
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_change_nothing() {
    let (site, report) =
        on_disk(&[("people/ada.md", b"\xef\xbb\xbf+++\r\nname = \"Ada Example\"\r\n+++\r\n\r\n# Ada\r\n")], |_| ());
    assert_eq!(site.entries[0].title, "Ada Example");
    assert_eq!(found(&report, "missing-front-matter"), Vec::<String>::new());
    assert_eq!(report.findings.iter().filter(|it| it.path.as_str() == "people/ada.md").count(), 0, "{report:?}");
}

#[test]
fn control_characters_are_a_finding() {
    let (_, report) = checked("-- notes.md --\nA bell \u{7} and a mark \u{202e}that turns\n");
    assert_eq!(found(&report, "not-utf8"), ["notes.md:7", "notes.md:20"]);
}

#[test]
fn a_control_character_in_a_value_is_a_finding_and_reaches_no_page() {
    let (site, report) = checked("-- people/ada.md --\n+++\nname = \"Ada \\u0007 Example\"\n+++\n");
    assert_eq!(found(&report, "not-utf8"), ["people/ada.md:11"]);
    assert_eq!(site.entries[0].title, "Ada \u{fffd} Example");
}

#[test]
fn a_pointer_of_a_store_of_large_files_is_found_on_disk() {
    let pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n";
    let whole = [b"version https://git-lfs.github.com/", &[0_u8; 2000][..]].concat();
    let files: [(&str, &[u8]); 5] = [
        ("a.md", b"![x](a.png) ![y](b.png) [z](c.svg)\n"),
        ("a.png", pointer),
        ("b.png", &whole),
        ("c.svg", pointer),
        ("d.md", pointer),
    ];
    let (_, report) = on_disk(&files, |_| {});
    assert_eq!(found(&report, "large-file-pointer"), ["a.png", "c.svg", "d.md"]);
}

#[test]
fn two_files_with_one_id_are_both_there() {
    let (site, report) = checked("-- sow/0001-a.md --\n+++\n+++\n-- sow/001-b.md --\n+++\n+++\n");
    assert_eq!(found(&report, "duplicate-id"), ["sow/001-b.md"]);
    let addresses: Vec<&str> = site.entries.iter().map(|entry| entry.address.as_str()).collect();
    assert_eq!(addresses, ["sow/0001/", "sow/001-b/"]);
}

/// They have one id and one place, and on some systems one name: that there are two of them is told once, by whatever is told at all.
#[test]
fn two_files_that_are_one_are_told_once() {
    let rules = ["misnamed-file", "duplicate-id", "place-taken-twice"];
    let told = |off: &str, one: &str, other: &str| {
        let (_, report) = checked(&format!(
            "-- candor.toml --\ntitle = \"T\"\n[levels]\n{off}-- {one} --\n# X\n-- {other} --\n# X\n"
        ));
        let errors = report.findings.iter().filter(|it| it.level == Level::Error);
        errors.map(|it| format!("{} {}", it.rule, it.path)).collect::<Vec<_>>()
    };
    for (one, other, by) in [
        ("x.MD", "x.md", "misnamed-file"),
        ("x.markdown", "x.md", "duplicate-id"),
        ("X.md", "x.md", "misnamed-file"),
        ("notes/Ada.md", "notes/ada.md", "misnamed-file"),
        ("cafe\u{301}.md", "caf\u{e9}.md", "misnamed-file"),
    ] {
        assert_eq!(told("", one, other), [format!("{by} {other}")]);
        let mut off = String::new();
        for rule in rules {
            off += &format!("{rule} = \"off\"\n");
            let left = told(&off, one, other);
            assert!(left.len() <= 1 && !left.iter().any(|it| it.starts_with(rule)), "{left:?}");
        }
    }
    assert_eq!(told("misnamed-file = \"off\"\n", "x.MD", "x.md"), ["duplicate-id x.md"]);
}

#[test]
fn two_files_with_one_address_are_a_finding() {
    let (_, report) = checked(
        "-- contractors/acme.md --\n+++\n+++\n-- contractors/acme/index.md --\n# Acme\n-- promises.md --\n-- rules.md --\n-- sow.md --\n\
         -- sow/0001-a.md --\n+++\n+++\n",
    );
    assert_eq!(found(&report, "place-taken-twice"), ["contractors/acme/index.md", "promises.md", "sow.md"]);
}

#[test]
fn references_in_a_circle_end() {
    let group = |parent: &str| format!("+++\nname = \"Group\"\ntype = \"sub-group\"\nparent = \"{parent}\"\n+++\n");
    let (_, report) = checked(&format!(
        "-- groups/a.md --\n{}-- groups/b.md --\n{}-- groups/own.md --\n{}",
        group("b"),
        group("a"),
        group("own")
    ));
    assert_eq!(found(&report, "reference-cycle"), ["groups/a.md:47", "groups/own.md:47"]);
}

#[test]
fn a_chain_as_long_as_the_site_needs_no_stack() {
    let service = |at: usize| {
        format!("-- services/s{at}.md --\n+++\nname = \"S\"\ndepends_on = [\"s{}\"]\n+++\n", (at + 1) % 20_000)
    };
    let (_, report) = checked(&(0..20_000).map(service).collect::<String>());
    assert_eq!(found(&report, "reference-cycle").len(), 1);
}

#[cfg(unix)]
#[test]
fn symbolic_links_neither_turn_in_circles_nor_lead_out() {
    use std::os::unix::fs::symlink;
    let (site, report) = on_disk(&[("index.md", b"# Home\n")], |root| {
        fs::write(root.with_file_name("secret.md"), "# Secret").expect("the file can be written");
        fs::create_dir(root.join("notes")).expect("the folder can be made");
        for (target, link) in [
            ("../secret.md", "secret.md"),
            ("/etc", "etc"),
            ("loop.md", "loop.md"),
            ("..", "notes/up"),
            ("nowhere.md", "gone.md"),
            ("index.md", "home.md"),
        ] {
            symlink(target, root.join(link)).expect("the link can be made");
        }
    });
    assert_eq!(found(&report, "left-out-file"), ["etc", "gone.md", "loop.md", "notes/up", "secret.md"]);
    let paths: Vec<&str> = site.entries.iter().map(|entry| entry.path.as_str()).collect();
    assert_eq!(paths, ["home.md", "index.md"]);
}

#[test]
fn a_line_of_a_million_letters_is_a_text_like_any_other() {
    let long = "word ".repeat(200_000);
    let (site, report) = checked(&format!("-- long.md --\n{long}\n-- people/ada.md --\n+++\nname = \"{long}\"\n+++\n"));
    assert_eq!((site.entries[0].outline.words, site.entries[1].title.len()), (200_000, long.len()));
    assert_eq!(found(&report, "unreadable-text"), Vec::<String>::new());
    let (_, report) = checked(&format!("-- people/ada.md --\n+++\nname = {long}\n+++\n"));
    assert_eq!(found(&report, "invalid-toml").len(), 1);
}

#[test]
fn a_line_of_nothing_but_findings_is_read_in_time() {
    for (what, rule) in [
        ("To be written. ", "placeholder"),
        ("TODO ", "placeholder"),
        ("#1 ", "ambiguous-issue"),
        ("@nobody ", "unknown-reference"),
        ("SOW-0009 ", "unknown-reference"),
        ("[a](b.md) ", "broken-link"),
        ("[a](#b) ", "broken-link"),
        ("[a][b] ", "broken-link"),
        ("\u{7}", "not-utf8"),
    ] {
        let line = what.repeat(100_000 / what.len());
        let (site, report) = checked(&format!(
            "-- people/ada.md --\n+++\nname = \"Ada\"\n+++\n\n{line}\n-- people/bo.md --\n+++\nname = \"Bo\"\n+++\n"
        ));
        let source = |path: &ContentPath| site.at_path(path).map(|entry| entry.text.clone());
        let style = Style { color: false, width: 100, prefix: "", all: true, base: None };
        let of_rule: Vec<_> = report.findings.iter().filter(|it| it.rule == rule).take(10).cloned().collect();
        let shown = human::report(&of_rule, &source, style);
        assert!(shown.len() < 100_000, "{what}: {} bytes", shown.len());
        let path = |place: &String| place.split(':').next().unwrap_or_default().to_owned();
        let mut files: Vec<String> = found(&report, rule).iter().map(path).collect();
        files.dedup();
        assert_eq!(files, ["people/ada.md"], "{what}");
    }
}

#[test]
fn many_tasks_approvals_and_broken_lines_are_read_in_time() {
    let tasks: String = (0..20_000).map(|at| format!("- [ ] @nobody-{at}: look\n")).collect();
    let (_, report) = checked(&format!(
        "-- people/ada.md --\n+++\nname = \"Ada\"\n+++\n-- meetings/2026-01-01.md --\n+++\ngroup = \"g\"\nheld = true\n+++\n\n{tasks}"
    ));
    assert_eq!(found(&report, "unknown-action-owner").len(), 20_000);
    for (broken, more) in [
        ((0..10_000).map(|at| format!("k{at} = \n")).collect::<String>(), vec![9_999]),
        // One says that it holds nothing, the others that they are there again.
        ("k = \n".repeat(10_000), vec![0, 9_998]),
    ] {
        let (_, report) = checked(&format!("-- people/ada.md --\n+++\n{broken}+++\n"));
        let same: Vec<_> = report.findings.iter().filter(|it| it.rule == "invalid-toml").collect();
        assert_eq!(same.len(), more.len(), "{same:?}");
        for (finding, more) in same.iter().zip(more).filter(|(_, more)| *more > 0) {
            let said = format!("the same {more} times more in this file");
            assert!(finding.message.contains(&said), "{}", finding.message);
        }
    }
    let approval: String = (0..2_000)
        .map(|at| format!("[[approval]]\nperson = \"ada\"\ndate = 2026-03-02\nlink = \"https://example.org/{at}\"\n\n"))
        .collect();
    let (_, report) = checked(&format!(
        "-- candor.toml --\nprofile = [\"rust-vmm\"]\n-- people/ada.md --\n+++\nname = \"Ada\"\n+++\n\
         -- groups/maintainers.md --\n+++\nname = \"M\"\ntype = \"council\"\n[[member]]\nperson = \"ada\"\nrole = \"maintainer\"\n+++\n\
         -- proposals/0001-x.md --\n+++\ntitle = \"X\"\n{approval}[[event]]\nto = \"proposed\"\ndate = 2026-03-01\n\n\
         [[event]]\nto = \"commenting\"\ndate = 2026-03-01\n+++\n"
    ));
    assert_eq!(found(&report, "approval-does-not-count").len(), 1_999);
}

#[test]
fn scripts_in_front_matter_are_words() {
    let (site, report) = checked(
        "-- sow/0001-x.md --\n+++\ntitle = \"<script>alert(1)</script>\"\nowner = \"<img src=x onerror=alert(1)>\"\ndiscussion = \"javascript:alert(1)\"\n+++\n",
    );
    assert_eq!(site.entries[0].title, "<script>alert(1)</script>");
    assert_eq!(found(&report, "broken-link").len(), 1);
    assert_eq!(found(&report, "unknown-reference").len(), 1);
}

#[test]
fn links_that_could_run_something_are_findings() {
    let (_, report) = checked(
        "-- notes.md --\n[one](javascript:alert(1)) [two](<java script:alert(1)>) [three](data:text/html,x) [four](vbscript:x)\n",
    );
    assert_eq!(found(&report, "broken-link").len(), 4, "{report:?}");
}

#[cfg(unix)]
#[test]
fn file_names_may_hold_quotes_and_brackets() {
    let (site, report) = on_disk(
        &[
            ("<img src=x onerror=alert(1)>.md", b"# One\n"),
            ("services/\"quoted\".md", b"+++\nname = \"Two\"\n+++\n"),
            ("notes/a'b&c#d?e%20.md", b"# Three\n"),
            ("sow/\x1b[31m.md", b"# Four\n"),
        ],
        |_| (),
    );
    assert_eq!(site.entries.len(), 3);
    let misnamed =
        ["<img src=x onerror=alert(1)>.md", "notes/a'b&c#d?e%20.md", "services/\"quoted\".md", "sow/_[31m.md"];
    assert_eq!(found(&report, "misnamed-file"), misnamed);
}

#[test]
fn nested_lists_and_quotations_without_end_are_plain_text() {
    for deep in ["> ".repeat(200_000), "- ".repeat(200_000), "[".repeat(200_000), "*a _b ".repeat(50_000)] {
        let (site, report) = checked(&format!("-- notes.md --\n{deep}\n"));
        let is_deep = deep.starts_with(['>', '-']);
        assert_eq!(site.entries[0].outline.too_deep, is_deep, "{}", &deep[..4]);
        assert_eq!(found(&report, "unreadable-text").len(), usize::from(is_deep));
    }
}

#[test]
fn lines_under_a_quotation_without_end_are_read_in_time() {
    let deep = format!("{}deep\n{}", "> ".repeat(200_000), "> > > x\n".repeat(100_000));
    let (_, report) = checked(&format!("-- notes.md --\n{deep}"));
    assert_eq!(found(&report, "unreadable-text"), ["notes.md"]);
}

#[test]
fn toml_nested_without_end_is_a_finding() {
    for deep in ["[".repeat(100_000), "{a=".repeat(100_000)] {
        let (_, report) = checked(&format!("-- people/ada.md --\n+++\naliases = {deep}\n+++\n"));
        assert!(!found(&report, "invalid-toml").is_empty());
    }
}

#[test]
fn many_wrong_references_are_found_in_time() {
    let people: String =
        (0..3000).map(|at| format!("-- people/person-{at}.md --\n+++\nname = \"P {at}\"\n+++\n")).collect();
    let wrong: String = (0..3000).map(|at| format!("\"nobody-{at}\", ")).collect();
    let meeting =
        format!("-- meetings/2026-01-01.md --\n+++\ngroup = \"g\"\nkind = \"regular\"\npresent = [{wrong}]\n+++\n");
    let (_, report) = checked(&(people + &meeting));
    assert_eq!(found(&report, "unknown-reference").len(), 3001);
}
