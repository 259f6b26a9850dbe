//! What a change is told as: nothing as something else, nothing twice, and who is meant by their names.

use std::path::Path;
use std::process::Command;

use candor::change::Change;
use candor::diff::{Diff, Effect, Fate, html, human, markdown};
use candor::project::Project;
use candor::tree::Tree;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::edits::{Files, golden, tree};
use crate::preview_edition::{build, files, repository};
use crate::support;

fn between(before: Tree, after: Tree) -> Diff {
    let project: Project = support::project_since(after, before);
    let base = project.base.as_ref().expect("it has a base");
    let change = Change::between(&base.site, &project.site);
    Diff::of(&change, (&base.tree, &project.tree), (&project.report, &base.comparison), Vec::new())
}

/// The files of a golden site with `edits`: the path, words that stand there once, and those in their place.
fn edited(files: &Files, edits: &[(&str, &str, &str)]) -> Files {
    let mut files = files.clone();
    for (path, was, is) in edits {
        let text = files[*path].clone();
        assert_eq!(text.matches(was).count(), 1, "{path}: {was}");
        files.insert((*path).to_owned(), text.replacen(was, is, 1));
    }
    files
}

/// Whose page goes with the change is called by their name all the same, there and back.
#[test]
fn who_goes_is_called_by_their_name() {
    let with = |person: &str, vote: &str| {
        format!("{person}-- groups/iwg.md --\n+++\nname = \"Group\"\ntype = \"working-group\"\n{vote}+++\n\nWords.\n")
    };
    let member = "\n[[member]]\nperson = \"ada\"\nrole = \"chair\"\nfrom = 2026-01-01\n";
    let was = Tree::fixture(&with("-- people/ada.md --\n+++\nname = \"Ada Example\"\n+++\n", member));
    let is = Tree::fixture(&with("", ""));
    let (there, back) = (between(was.clone(), is.clone()), between(is, was));
    for (diff, told) in [(there, "membership removed: Ada Example"), (back, "membership added: Ada Example")] {
        let text = human::report(&diff);
        assert!(text.contains(told), "{text}");
    }
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

/// Where a finding or a sentence says what gets looser, the value by itself does not say it again.
#[test]
fn what_gets_looser_is_told_once() {
    let with = |more: &str, own: &str| {
        let decision = "-- decisions/0001-x.md --\n+++\ntitle = \"X\"\n+++\n";
        format!(
            "-- candor.toml --\ntitle = \"G\"\nprofile = [\"base\", \"own.toml\"]\n{more}-- own.toml --\n{own}{decision}"
        )
    };
    let board = |quorum: u8| format!("[group.board]\ndecisions = [{{ mode = \"consensus\", quorum = {quorum} }}]\n");
    let (was, is) = (with("", &board(4)), with("", &board(2)));
    let text = human::report(&between(Tree::fixture(&was), Tree::fixture(&is)));
    assert!(text.contains("less is asked for: own.toml: group.board.decisions.quorum"), "{text}");
    assert_eq!(text.matches("quorum").count(), 1, "{text}");
    let back = human::report(&between(Tree::fixture(&is), Tree::fixture(&was)));
    assert!(back.contains("more is asked for") && back.matches("quorum").count() == 1, "{back}");
    let off = with("[levels]\nhistory-edited = \"off\"\n", &board(4)).replace("title = \"X\"", "title = \"Y\"");
    let text = human::report(&between(Tree::fixture(&was), Tree::fixture(&off)));
    assert!(text.contains("[rules-loosened]") && text.matches("history-edited").count() == 1, "{text}");
}

/// What is called otherwise, and has its values still, neither came nor went.
#[test]
fn what_has_another_name_and_its_values_neither_came_nor_went() {
    let before = golden("llvm-iwg");
    for (path, was, is, told) in [
        (
            "contractors/fernwerk.md",
            "id = \"FW-2026\"",
            "id = \"FW-2027\"",
            "contract FW-2026: id changed from FW-2026 to FW-2027",
        ),
        ("roadmap/2026-2027.md", "id = \"G2\"", "id = \"G7\"", "goal G2: id changed from G2 to G7"),
    ] {
        let text = human::report(&between(tree(&before), tree(&edited(&before, &[(path, was, is)]))));
        assert!(text.contains(told), "{text}");
        assert!(!text.contains(" removed: ") && !text.contains(" added: "), "{text}");
    }
    // Another voter is another vote.
    let path = "decisions/0001-two-root-accounts.md";
    let after = edited(&before, &[(path, "person = \"marco-silva\"", "person = \"daniel-moreau\"")]);
    let text = human::report(&between(tree(&before), tree(&after)));
    assert!(text.contains("vote removed: Marco Silva") && text.contains("vote added: Daniel Moreau"), "{text}");
}

/// Records of which nothing more can be said are told in one list, and a record that another one took in says where it went.
#[test]
fn a_name_that_changes_everywhere_is_told_once() {
    let before = golden("llvm-iwg");
    let mut after: Files =
        before.iter().map(|(path, text)| (path.clone(), text.replace("priya-raman", "priya-shah"))).collect();
    let person = after.remove("people/priya-raman.md").expect("she is in the record");
    after.insert("people/priya-shah.md".to_owned(), person.replace("Priya Raman", "Priya Shah"));
    let diff = between(tree(&before), tree(&after));
    for text in [human::report(&diff), markdown::report(&diff, None)] {
        assert_eq!(text.to_lowercase().matches("only how it is written differs").count(), 1, "{text}");
        assert_eq!(text.matches("cmake Build system").count(), 1, "{text}");
    }
    let mut after = before.clone();
    after.remove("organizations/ashdown.md");
    let taken_in = "name = \"Brightmoor Systems\"\nredirects = [\"organizations/ashdown\"]";
    let after = edited(&after, &[("organizations/brightmoor.md", "name = \"Brightmoor Systems\"", taken_in)]);
    let text = human::report(&between(tree(&before), tree(&after)));
    assert!(
        text.contains("Ashdown Operations (organization, removed)\n  its address leads to brightmoor now"),
        "{text}"
    );
}

/// A word of a list in an item is told with the item that it belongs to, and the name of neither is mistaken for the other.
#[test]
fn a_word_of_a_list_in_an_item_says_whose_it_is() {
    let before = golden("llvm-iwg");
    let after =
        edited(&before, &[("roadmap/2026-2027.md", "items = [\"SOW-0001\", \"PRP-0007\"]", "items = [\"SOW-0001\"]")]);
    let text = human::report(&between(tree(&before), tree(&after)));
    assert!(text.contains("goal G1: record removed: PRP-0007"), "{text}");
}

/// Where the links of a comment lead, and the words of its headings.
fn links(comment: &str) -> (Vec<String>, Vec<String>) {
    let (mut destinations, mut names, mut name) = (Vec::new(), Vec::new(), None);
    for event in Parser::new(comment) {
        match event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                destinations.push(dest_url.to_string());
                name = Some(String::new());
            }
            Event::End(TagEnd::Link) => names.extend(name.take()),
            Event::Text(text) | Event::Code(text) | Event::InlineHtml(text) => {
                name.iter_mut().for_each(|name| name.push_str(&text));
            }
            _ => {}
        }
    }
    (destinations, names)
}

/// Whatever a file is called, a link leads to its page, and its name is told letter by letter.
#[test]
fn a_link_leads_to_the_page_whatever_it_is_called() {
    let names = ["a b", "#h", "q?", "per%20cent", "b`t`k", "o'ne", "amp&lt", "[l](x)", "日本"];
    let pages: String = names.iter().map(|name| format!("-- {name}.md --\n# Words\n\nText.\n")).collect();
    let (before, after) = (Tree::fixture(""), Tree::fixture(&pages));
    let diff = between(before, after);
    let (destinations, shown) = links(&markdown::report(&diff, Some("https://preview.example/x/")));
    assert_eq!(destinations.len(), names.len(), "{destinations:?}");
    for name in names {
        let page = format!("https://preview.example/x/{}/", candor::id::encoded(name));
        assert!(destinations.contains(&page), "{name}: {destinations:?}");
        let is_told = |text: &String| text.replace('\u{200b}', "").contains(&format!("{name} Words"));
        assert!(shown.iter().any(is_told), "{name}: {shown:?}");
        assert!(human::report(&diff).contains(&format!("{name} Words")), "{}", human::report(&diff));
    }
}

/// What a sentence has a single backtick in keeps it.
#[test]
fn the_name_of_a_file_is_told_as_it_is() {
    let files = vec![("static/x`y.png".to_owned(), Fate::Added)];
    let diff = Diff { files, ..Diff::default() };
    for text in [human::report(&diff), html::report(&diff), markdown::report(&diff, None).replace('\\', "")] {
        assert!(text.contains("static/x`y.png added"), "{text}");
    }
}

fn comment(folder: &Path, more: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
    command.arg("diff").arg(folder).args(["--today", "2026-11-21", "--format", "markdown", "--base", "HEAD"]);
    let output = command.args(more).output().expect("the program starts");
    String::from_utf8(output.stdout).expect("it is text")
}

/// A preview may have no more than the pages that differ: what leads to another page leads to where that is published.
#[test]
fn every_link_of_the_comment_leads_to_a_page_that_a_preview_of_what_differs_has_or_the_site() {
    let site = |more: &str, word: &str| {
        format!(
            "-- candor.toml --\ntitle = \"Group\"\nbase_url = \"https://example.org/iwg/\"\n\
             -- notes.md --\n+++\n{more}+++\n\n# Notes\n\nWords.\n-- more.md --\n# More\n\n{word}.\n"
        )
    };
    // An old address is on no page but its own.
    let folder = repository(&site("", "One"), &site("redirects = [\"old/notes\"]\n", "Two"));
    let preview = "https://preview.example/pr-1/";
    let output =
        build(folder.path(), "out", &["--base", "HEAD", "--preview", "PR 1", "--base-url", preview, "--changed-only"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let pages = files(&folder.path().join("out"));
    std::fs::remove_dir_all(folder.path().join("out")).expect("it was written");
    let text = comment(folder.path(), &["--preview-url", preview]);
    let (mut destinations, _) = links(&text);
    destinations.sort();
    assert_eq!(destinations, ["https://example.org/iwg/notes/", "https://preview.example/pr-1/more/"], "{text}");
    assert!(pages.contains_key("more/index.html") && !pages.contains_key("notes/index.html"), "{:?}", pages.keys());
}

/// A file whose ending is in capitals is a record, and no file beside the records.
#[test]
fn a_record_is_told_once_whatever_its_ending() {
    let folder = repository("-- a.md --\n# A\n", "-- a.md --\n# A\n");
    std::fs::write(folder.path().join("UPPER.MD"), "# Upper\n").expect("the folder is ours");
    let text = comment(folder.path(), &[]);
    assert_eq!(text.matches("UPPER").count(), 1, "{text}");
}

/// A step says which state it leads to, also where another one went for it; what a record has from its beginning became nothing.
#[test]
fn a_state_is_told_by_its_step_and_what_is_new_is_not_told_as_changed() {
    let before = golden("llvm-iwg");
    let path = "sow/0002-archive-of-the-lists.md";
    let step = "to = \"in-progress\"";
    let after = edited(&before, &[(path, step, "to = \"cancelled\"")]);
    for (was, is, end) in [(&before, &after, "cancelled"), (&after, &before, "in-progress")] {
        let text = human::report(&between(tree(was), tree(is)));
        assert!(text.contains(&format!("→ {end} on ")) && text.contains("step removed: to "), "{text}");
        assert!(!text.contains("state: "), "{text}");
    }
    let mut without = before.clone();
    without.remove("services/chat.md").expect("it was there");
    let there = human::report(&between(tree(&without), tree(&before)));
    assert!(there.contains("owner: Priya Raman") && !there.contains("is now"), "{there}");
    // The id says nothing beside the title.
    assert!(there.contains("\nChat (service, added)\n"), "{there}");
    let back = human::report(&between(tree(&before), tree(&without)));
    assert!(back.contains("owner was Priya Raman") && !back.contains("taken out"), "{back}");
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

/// The files of a submodule are compared with themselves, whatever is done to them here.
#[test]
fn a_submodule_on_disk_brings_nothing_new() {
    let other = repository("-- s.md --\n# S\n", "-- s.md --\n# S\n");
    let folder = repository("-- a.md --\n# A\n", "-- a.md --\n# A\n");
    let from = other.path().display().to_string();
    support::git(folder.path(), &["-c", "protocol.file.allow=always", "submodule", "--quiet", "add", &from, "sub"]);
    support::git(folder.path(), &["commit", "--quiet", "--message", "sub"]);
    std::fs::write(folder.path().join("sub/s.md"), "# S\n\nMore, with [a link](../a.md).\n").expect("ours");
    std::fs::write(folder.path().join("sub/t.md"), "# T\n").expect("ours");
    std::fs::write(folder.path().join("sub/t.txt"), "t").expect("ours");
    let run = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
        command.arg("diff").arg(folder.path()).args(["--today", "2026-11-21", "--base", "HEAD"]);
        let output = command.output().expect("the program starts");
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    };
    let [told, said] = run();
    assert!(said.contains("`sub` is a submodule") && said.contains("not compared"), "{said}");
    assert!(told.contains("nothing to the record"), "{told}");
    // What differs beside it is told, with links into it that lead there.
    std::fs::write(folder.path().join("a.md"), "# A\n\nSee [T](sub/t.md).\n").expect("ours");
    let [told, _] = run();
    assert!(told.starts_with("1 record changed; no new findings") && told.contains("link added: sub/t.md"), "{told}");
}

/// Whoever takes the configuration out by mistake is told of that, and not of all that lies around the record.
#[test]
fn a_record_whose_configuration_is_gone_is_the_one_that_had_it() {
    let record = "-- content/candor.toml --\ntitle = \"R\"\n-- content/a.md --\n# A\n-- notes/n.md --\n# N\n";
    let without = "-- content/a.md --\n# A\n\nMore.\n-- notes/n.md --\n# N\n\nMore.\n";
    let folder = repository(record, without);
    std::fs::create_dir_all(folder.path().join("content/below")).expect("ours");
    for place in ["", "content", "content/below"] {
        let run = |arguments: &[&str]| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
            command.current_dir(folder.path().join(place)).args(arguments);
            let output = command.args(["--today", "2026-11-21", "--base", "HEAD"]).output().expect("it starts");
            let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
            (text, output.status.code())
        };
        let (told, _) = run(&["diff"]);
        assert!(told.contains("A (page, changed)") && told.contains("candor.toml"), "{place}: {told}");
        assert!(!told.contains("notes") && !told.contains("N (page"), "{place}: {told}");
        assert!(!run(&["check", "--all"]).0.contains("notes/"), "{place}");
        let site = tempfile::tempdir().expect("a folder");
        let to = site.path().join("site").display().to_string();
        let (told, code) = run(&["build", "--preview", "1", "--output", &to]);
        assert_eq!(code, Some(0), "{place}: {told}");
        assert!(site.path().join("site/a/index.html").exists(), "{place}: {told}");
    }
}

/// Both votes stay on record, and the later one counts.
#[test]
fn a_vote_that_takes_the_place_of_another_one_says_so() {
    let vote =
        |value: &str, day: u32| format!("[[vote]]\nperson = \"ada\"\nvalue = \"{value}\"\ndate = 2026-11-{day:02}\n");
    let record = |votes: &str| {
        format!(
            "-- people/ada.md --\n+++\nname = \"Ada Example\"\n+++\n-- decisions/0001-lists.md --\n+++\ntitle = \"Lists?\"\n\
             kind = \"general\"\nopened = 2026-11-01\ncloses = 2026-11-10\n\n{votes}+++\n\nWe ask.\n"
        )
    };
    let told = |was: &str, is: &str| human::report(&between(Tree::fixture(&record(was)), Tree::fixture(&record(is))));
    let (yes, no, late) = (vote("yes", 2), vote("no", 5), vote("no", 12));
    let text = told(&yes, &(yes.clone() + &no));
    assert!(text.contains("vote added: Ada Example: no, on 2026-11-05, in place of yes\n"), "{text}");
    let text = told(&(yes.clone() + &no), &yes);
    assert!(text.contains("vote removed: Ada Example: no, on 2026-11-05, which stood in place of yes\n"), "{text}");
    let text = told("", &(yes.clone() + &no));
    assert!(
        text.contains("Ada Example: yes, on 2026-11-02\n") && text.contains("2026-11-05, in place of yes\n"),
        "{text}"
    );
    // After the last day it takes nobody's place.
    let text = told(&yes, &(yes.clone() + &late));
    assert!(text.contains("vote added: Ada Example: no") && !text.contains("in place of"), "{text}");
}

/// The page has room for all of it; where a line is cut elsewhere, it is whole there.
#[test]
fn the_page_leaves_out_nothing_that_is_told_elsewhere() {
    let long = |word: &str| format!("{word} ").repeat(80);
    let record = |word: &str| {
        format!(
            "-- people/ada.md --\n+++\nname = \"Ada <b>{}\"\n+++\n-- decisions/0001-lists.md --\n+++\ntitle = \"Lists?\"\n\
             kind = \"general\"\nopened = 2026-11-01\nquestion = \"{}the end of {word}\"\n+++\n\n{}the end of the text of {word}\n",
            word.repeat(100),
            long(word),
            long(word)
        )
    };
    let diff = between(Tree::fixture(&record("one")), Tree::fixture(&record("two")));
    let page = html::report(&diff);
    let shown = scraper::Html::parse_document(&page);
    let main = shown.select(&scraper::Selector::parse("main").expect("a selector")).next().expect("one main part");
    let page: String = main.text().collect::<Vec<_>>().join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
    for part in ["the end of one”", "the end of two”", "the end of the text of", &"two".repeat(100), "Ada <b>"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    for line in human::report(&diff).lines().map(str::trim).filter(|line| !line.starts_with("text: ")) {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(page.contains(line.trim_end_matches('…')), "{line}: {page}");
    }
}
