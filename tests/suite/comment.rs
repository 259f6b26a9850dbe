//! What the comment on a change keeps when there is much to say, and what it does not say when nothing happened.

use candor::change::Change;
use candor::diff::{Diff, json, markdown};
use candor::project::Project;

use crate::edits::{Files, apply, golden, tree};
use crate::support;

/// What the change from `before` to `after` does, as a comment, and whether it fails.
fn comment(before: &Files, after: &Files) -> (String, Diff) {
    let project: Project = support::project_since(tree(after), tree(before));
    let base = project.base.as_ref().expect("it has a base");
    let change = Change::between(&base.site, &project.site);
    let findings = (&project.report, &base.comparison);
    let diff = Diff::of(&change, (&base.tree, &project.tree), findings, Vec::new());
    (markdown::report(&diff, None), diff)
}

/// The comment on `edits` of the golden site.
fn on(edits: &str) -> String {
    let before = golden("llvm-iwg");
    let mut after = before.clone();
    apply("comment", &mut after, edits);
    comment(&before, &after).0.replace('\\', "")
}

/// The same where `base` makes the site that the change starts from.
fn since(base: &str, edits: &str) -> (String, Diff) {
    let mut before = golden("llvm-iwg");
    apply("base", &mut before, base);
    let mut after = before.clone();
    apply("comment", &mut after, edits);
    let (text, diff) = comment(&before, &after);
    (text.replace('\\', ""), diff)
}

fn sow_with(keys: &str, tables: &str, text: &str) -> String {
    let mut edits = String::new();
    for (what, part) in [("keys", keys), ("tables", tables), ("append", text)] {
        if !part.is_empty() {
            edits.push_str(&format!("-- {} -- {what}\n{part}", path_of_sow()));
        }
    }
    edits
}

fn path_of_sow() -> String {
    let files = golden("llvm-iwg");
    let is_it = |path: &&String| path.starts_with("sow/0004");
    files.keys().find(is_it).cloned().expect("it is there")
}

/// However much else there is: what somebody decides on, and what comes next.
#[test]
fn what_is_decided_on_is_never_cut() {
    let links: String = (0..60).map(|at| format!("\n[n](https://example.org/{at})\n")).collect();
    let tasks: String = (0..60).map(|at| format!("- [ ] @ingrid-solberg: task {at} (due 2027-01-15)\n")).collect();
    let keys: String = (0..60).map(|at| format!("x-key-{at} = {at}\n")).collect();
    let cost = "cost = { status = \"estimated\", amount = \"20000 USD\" }\n";
    for (name, keys, text, counted) in [
        ("links", "", links.as_str(), "more links"),
        ("values", keys.as_str(), "", "more changes"),
        ("all", keys.as_str(), links.as_str(), "more links"),
    ] {
        let edits = sow_with(&format!("{keys}{cost}"), "", text);
        let text = on(&edits);
        assert!(text.contains("20000 USD") && text.contains(counted), "{name}: {text}");
        assert!(text.len() < 60_000);
    }
    let edits = format!("-- meetings/2026-11-10.md -- append\n\n## Further actions\n\n{tasks}");
    let text = on(&edits);
    assert!(text.contains("more actions"), "{text}");
}

/// An action that is closed is one thing, wherever its evidence stands, and so is one that is worded otherwise.
#[test]
fn an_action_is_told_once_however_it_is_closed() {
    let base = "-- meetings/2026-11-10.md -- append\n\n## Further actions\n\n- [ ] @ingrid-solberg: ask the hosts for a quote (due 2026-12-04)\n";
    let task = |line: &str| {
        format!(
            "-- meetings/2026-11-10.md -- edit\n-- [ ] @ingrid-solberg: ask the hosts for a quote (due 2026-12-04)\n+{line}\n"
        )
    };
    let closed = "- [x] @ingrid-solberg: ask the hosts for a quote (due 2026-12-04)";
    for behind in [
        "",
        ", #300",
        ", DEC-0021",
        ": MTG-2026-11-10",
        ", see https://example.org/t/3",
        " [done](https://example.org/t/3)",
    ] {
        let (text, _) = since(base, &task(&format!("{closed}{behind}")));
        assert_eq!(text.matches("action closed: ").count(), 1, "{behind}: {text}");
        assert!(!text.contains("action taken out") && !text.contains("action opened"), "{behind}: {text}");
    }
    let (text, _) = since(base, &task("- [ ] @ingrid-solberg: ask the three hosts for a quote (due 2026-12-04)"));
    assert!(text.contains("action “ask the hosts for a quote” reads “ask the three hosts for a quote” now"), "{text}");
    assert!(!text.contains("action taken out") && !text.contains("action opened"), "{text}");
}

/// What nobody ever knew is withheld from nobody.
#[test]
fn what_was_never_public_hides_nothing() {
    let withheld = "cost = { status = \"estimated\", withheld = \"the offers are compared\", until = 2027-03-01, by = \"DEC-0021\" }\n";
    let quoted = "-- groups/board.md -- edit\n-quorum = 3\n+quorum = 2\n";
    let (text, diff) = since("", &format!("{}{quoted}", sow_with(withheld, "", "")));
    assert!(!diff.is_withholding && text.contains("quorum changed from 3 to 2"), "{text}");
    // The same key, where it was stated, and where the text said as much.
    let stated = "cost = { status = \"estimated\", amount = \"20000 USD\" }\n";
    let mut before = golden("llvm-iwg");
    apply("base", &mut before, &sow_with(stated, "", ""));
    let mut after = golden("llvm-iwg");
    apply("change", &mut after, &format!("{}{quoted}", sow_with(withheld, "", "")));
    let (text, diff) = comment(&before, &after);
    assert!(diff.is_withholding && !text.contains("20000") && !text.contains("changed from 3"), "{text}");
    let mut before = golden("llvm-iwg");
    apply("base", &mut before, &sow_with("", "", "\nIt costs some 20000 USD.\n"));
    let (text, diff) = comment(&before, &after);
    assert!(diff.is_withholding && !text.contains("20000"), "{text}");
}

/// A record is the same one wherever it lies, and a value however it is written.
#[test]
fn what_says_the_same_is_not_told() {
    let (text, _) = since(
        "-- notes.md --\n+++\ntitle = \"Notes\"\n+++\n\nSee [the chat](services/chat.md) and [the work](sow/index.md).\n",
        "-- notes.md -- deleted\n-- further/notes.md --\n+++\ntitle = \"Notes\"\n+++\n\nSee [the chat](../services/chat.md) and [the work](../sow/).\n",
    );
    assert!(!text.contains("link added") && !text.contains("link removed"), "{text}");
    for (was, is) in [
        ("reward = \"1500 USD\"", "reward = \"1,500.00 USD\""),
        ("at = 2026-12-08T17:00:00Z", "at = 2026-12-08T18:00:00+01:00"),
    ] {
        let page = |line: &str| format!("-- notes.md --\n+++\ntitle = \"Notes\"\n{line}\n+++\n\nWords.\n");
        let (text, _) = since(&page(was), &page(is));
        assert!(!text.contains("changed from"), "{text}");
    }
}

/// What a kind of record does not know is called as it is written.
#[test]
fn a_key_of_the_group_is_called_as_it_is_written() {
    let page = |line: &str| format!("-- notes.md --\n+++\ntitle = \"Notes\"\n{line}\n+++\n\nWords.\n");
    for key in ["type", "open", "next", "from", "minutes"] {
        let (text, _) = since(&page(&format!("{key} = \"early\"")), &page(&format!("{key} = \"late\"")));
        assert!(text.contains(&format!("{key} changed from early to late")), "{text}");
    }
}

/// The comment and the check count alike.
#[test]
fn as_much_was_there_before_as_the_check_says() {
    let before = golden("ghc-devops");
    let mut after = before.clone();
    let page = after.keys().find(|path| path.ends_with(".md")).cloned().expect("it has a page");
    after.get_mut(&page).expect("it is there").push_str("\nOne word more.\n");
    let project: Project = support::project_since(tree(&after), tree(&before));
    let base = project.base.as_ref().expect("it has a base");
    let (_, diff) = comment(&before, &after);
    let existing =
        |it: &&candor::diagnostic::Diagnostic| it.baseline_state == Some(candor::diagnostic::BaselineState::Existing);
    assert_eq!(diff.counts[2], project.report.findings.iter().filter(existing).count());
    assert_eq!(diff.fixed.len(), base.comparison.fixed.len());
    let document: serde_json::Value = serde_json::from_str(&json::report(&diff, false)).expect("it is JSON");
    assert_eq!(document["findings"]["existing"], diff.counts[2]);
}

/// Where less is asked for is where it is written.
#[test]
fn a_level_is_told_with_the_file_that_sets_it() {
    let own = |level: &str| {
        format!("-- ours.toml --\nname = \"ours\"\nextends = \"llvm-iwg\"\n\n[levels]\nstalled = \"{level}\"\n")
    };
    let base =
        format!("-- candor.toml -- edit\n-profile = [\"llvm-iwg\"]\n+profile = [\"ours.toml\"]\n{}", own("error"));
    let (text, _) = since(&base, &own("off"));
    assert!(text.contains("ours.toml: levels.stalled changed from error to off"), "{text}");
}

/// A record that goes, and what that breaks: the cause stands first.
#[test]
fn what_breaks_others_stands_before_them() {
    for (edits, cause) in [
        ("-- sow/index.md -- deleted\n", "removed"),
        ("-- groups/board.md -- edit\n-type = \"board\"\n+type = \"council\"\n", "board"),
    ] {
        let text = on(edits);
        let headings: Vec<&str> = text.lines().filter(|line| line.starts_with("#### ")).collect();
        assert!(headings.len() > 1 && headings[0].contains(cause), "{text}");
    }
}

/// Text of any script, word by word, as readers see it.
#[test]
fn the_text_is_compared_as_it_is_read() {
    let page = |text: &str| format!("-- notes.md --\n+++\ntitle = \"Notes\"\n+++\n\n{text}\n");
    for (was, is, told) in [
        ("服务器在六月搬走。", "服务器在七月搬走。", "<del>六</del> <ins>七</ins>"),
        ("One <b>bold</b> word&nbsp;more.", "One <b>plain</b> word&nbsp;more.", "<del>bold</del> <ins>plain</ins>"),
        ("A title\n=======\n\nWords.", "A name\n======\n\nWords.", "<del>title:</del> <ins>name:</ins>"),
    ] {
        let (text, _) = since(&page(was), &page(is));
        assert!(text.contains(told), "{text}");
    }
    for (was, is) in [("One *word*.", "One _word_."), ("```sh\nls\n```", "```bash\nls\n```"), ("A\\\nB", "A  \nB")] {
        let (text, _) = since(&page(was), &page(is));
        assert!(text.contains("only how it is written differs"), "{text}");
    }
}

/// What stands in the way of a step and was there before is not the doing of the change.
#[test]
fn an_error_of_before_is_said_to_be_one() {
    let path = path_of_sow();
    let owner = "proposals = [\"PRP-0004\"]\nowner = ";
    let base = format!(
        "-- {path} -- edit\n-{}\"priya-raman\"\n+{}\"nobody-known\"\n",
        owner.replace('\n', "\n-"),
        owner.replace('\n', "\n+")
    );
    let step = format!(
        "-- {path} -- tables\n[[event]]\nto = \"cancelled\"\ndate = 2026-11-20\nby = \"iwg\"\nnote = \"It is not needed any more.\"\n"
    );
    let (text, _) = since(&base, &step);
    assert!(text.contains("error (there before the change): there is no "), "{text}");
}

/// What time alone brings is not missing.
#[test]
fn what_time_brings_is_a_day_and_not_missing() {
    let path = path_of_sow();
    let window = "comment = { opens = 2026-11-10, closes = 2026-12-01 }";
    let event = |sign: &str| {
        let lines = ["[[event]]", "to = \"discussion\"", "date = 2026-11-10", "by = \"iwg\""];
        lines.map(|line| format!("{sign}{line}\n")).concat()
    };
    let base = format!("-- {path} -- edit\n-{window}\n-- {path} -- edit\n{}", event("-"));
    let step = format!("-- {path} -- keys\n{window}\n-- {path} -- tables\n{}", event(""));
    let (text, _) = since(&base, &step);
    assert!(text.contains("not before 2026-12-01") && !text.contains("days for the community"), "{text}");
}
