//! What a change does to the record, as reviewers and programs read it.

use candor::change::Change;
use candor::diff::{Diff, Fate, html, human, json, markdown};
use candor::project::Project;
use candor::tree::Tree;
use pulldown_cmark::{Event, Options, Parser, Tag};
use scraper::{Html, Selector};

use crate::edits::{golden, tree};
use crate::support;

const ADA: &str = "-- people/ada.md --\n+++\nname = \"Ada Example\"\n+++\n";

fn decision(number: u32, title: &str, more: &str, text: &str) -> String {
    format!(
        "-- decisions/{number:04}-lists.md --\n+++\ntitle = \"{title}\"\ngroup = \"iwg\"\nkind = \"general\"\n\
         opened = 2026-11-01\n{more}+++\n\n{text}\n"
    )
}

const VOTE: &str = "\n[[vote]]\nperson = \"ada\"\nvalue = \"yes\"\ndate = 2026-11-02\n";

fn between(before: Tree, after: Tree) -> (Diff, bool) {
    let project: Project = support::project_since(after, before);
    let base = project.base.as_ref().expect("it has a base");
    let change = Change::between(&base.site, &project.site);
    let findings = (&project.report, &base.comparison);
    let fails = base.comparison.fails_at(&project.report, candor::diagnostic::Level::Error);
    (Diff::of(&change, (&base.tree, &project.tree), findings, Vec::new()), fails)
}

fn fixture(text: &str) -> Tree {
    Tree::fixture(text)
}

#[test]
fn a_revision_and_itself_differ_in_nothing() {
    let record = ADA.to_owned() + &decision(1, "Lists?", VOTE, "We ask.");
    let (diff, fails) = between(fixture(&record), fixture(&record));
    assert!(diff.is_empty() && !fails, "{diff:?}");
    assert!(human::report(&diff).contains("nothing"));
}

#[test]
fn a_vote_that_comes_in_or_turns_is_named_once() {
    let none = ADA.to_owned() + &decision(1, "Lists?", "", "We ask.");
    let yes = ADA.to_owned() + &decision(1, "Lists?", VOTE, "We ask.");
    let no = yes.replace("\"yes\"", "\"no\"");
    for (before, after, told) in [
        (&none, &yes, "vote added: Ada Example: yes"),
        (&yes, &no, "vote of Ada Example changed from yes to no"),
        (&no, &none, "vote removed: Ada Example: no"),
    ] {
        let text = human::report(&between(fixture(before), fixture(after)).0);
        assert_eq!(text.matches(told).count(), 1, "{text}");
    }
}

/// It says most of what it said, under the same title: its votes neither came nor went.
#[test]
fn a_record_that_is_numbered_again_and_edited_is_the_same_record() {
    let was = decision(1, "Lists?", VOTE, "We ask who keeps the lists.");
    let is = decision(7, "Lists?", VOTE, "We ask who keeps the lists.\n\nAda does.");
    let (before, after) = (fixture(&(ADA.to_owned() + &was)), fixture(&(ADA.to_owned() + &is)));
    let (diff, fails) = between(before.clone(), after.clone());
    let fates: Vec<Fate> = diff.matters.iter().map(|it| it.fate).collect();
    let text = human::report(&diff);
    assert!(fates == [Fate::Changed] && fails, "{text}");
    assert!(
        text.contains("DEC-0001 is DEC-0007 now") && text.contains("{+Ada does.+}") && !text.contains("vote"),
        "{text}"
    );
    let back: Vec<Fate> = between(after, before).0.matters.iter().map(|it| it.fate).collect();
    assert_eq!(back, [Fate::Changed]);
    // Another matter under the same title is another one.
    let other = decision(
        7,
        "Lists?",
        "deciders = [\"ada\"]\noutcome = \"accepted\"\n",
        "Nothing of it is left.\n\nAll is new.",
    );
    let text = human::report(&between(fixture(&(ADA.to_owned() + &was)), fixture(&(ADA.to_owned() + &other))).0);
    assert!(text.contains("1 record added, 1 record removed"), "{text}");
}

/// What nobody can read any more was neither fixed nor taken out.
#[test]
fn of_a_front_matter_that_breaks_no_value_is_compared() {
    let group = "-- groups/iwg.md --\n+++\nname = \"Group\"\n+++\n";
    let service = |front: &str| format!("{ADA}{group}-- services/forum.md --\n+++\n{front}+++\n\nThe forum.\n");
    let (whole, broken) =
        ("name = \"Forum\"\nlifecycle = \"production\"\n", "name = \"Forum\nlifecycle = \"production\"\n");
    let (diff, fails) = between(fixture(&service(whole)), fixture(&service(broken)));
    let text = human::report(&diff);
    assert!(fails && text.contains("its front matter cannot be read any more") && diff.fixed.is_empty(), "{text}");
    assert!(!text.contains("taken out") && !text.contains("how it is written"), "{text}");
    // Nor was what stands in a front matter that does not end.
    let unclosed = service(whole).replace("\"production\"\n+++\n", "\"production\"\n");
    let text = human::report(&between(fixture(&service(whole)), fixture(&unclosed)).0);
    assert!(text.contains("its front matter cannot be read any more") && !text.contains("taken out"), "{text}");
    assert!(!text.contains("text: "), "{text}");
}

/// A redaction withholds as much as a value does that is withheld.
#[test]
fn what_is_redacted_is_quoted_nowhere() {
    let was = ADA.to_owned() + &decision(1, "Lists?", VOTE, "Xaver was ill with flu. We ask.");
    let redaction = "\n[[redaction]]\nwhat = \"A name and an illness\"\ndate = 2026-11-03\nby = \"DEC-0002\"\n";
    let is = ADA.to_owned() + &decision(1, "Lists?", &format!("{VOTE}{redaction}"), "We ask.");
    let (diff, fails) = between(fixture(&was), fixture(&is));
    for text in [human::report(&diff), markdown::report(&diff, None), html::report(&diff), json::report(&diff, fails)] {
        assert!(text.contains("A name and an illness") && !text.contains("Xaver") && !text.contains("flu"), "{text}");
    }
}

/// A comment in the text is a note for those who write it.
#[test]
fn comments_are_no_part_of_what_is_compared() {
    let with = |text: &str| ADA.to_owned() + &decision(1, "Lists?", "", text);
    let text = |was: &str, is: &str| human::report(&between(fixture(&with(was)), fixture(&with(is))).0);
    let told =
        text("We ask. <!-- Xaver is unreliable --> Until when?", "We ask. <!-- Xaver is reliable --> Till when?");
    assert!(told.contains("[-Until-] {+Till+}") && !told.contains("Xaver"), "{told}");
    let told = text("<!--\nXaver\n\nis unreliable\n-->\n\nWe ask.", "<!--\nXaver\n-->\n\nWe ask.");
    assert!(told.contains("no value and no word") && !told.contains("Xaver"), "{told}");
    let told = text("We write `<!-- a -->`.", "We write `<!-- b -->`.");
    assert!(told.contains("[-a-] {+b+}"), "{told}");
}

/// Where a line of the record says where it stands, a change of the line is the step.
#[test]
fn the_step_of_a_line_is_told_once_with_what_the_workflow_says_to_it() {
    let before = golden("eip");
    let draft = before.iter().find(|(_, text)| text.contains("\nstatus: Draft\n")).expect("there is a draft");
    for (word, told) in [
        ("Review", "draft → review: the workflow allows it"),
        ("Final", "draft → final: the workflow does not allow it"),
    ] {
        let mut after = before.clone();
        after.insert(draft.0.clone(), draft.1.replace("\nstatus: Draft\n", &format!("\nstatus: {word}\n")));
        let (diff, _) = between(tree(&before), tree(&after));
        let text = human::report(&diff);
        assert!(text.contains(told), "{text}");
        assert!(!text.contains("status changed") && !text.contains("state:"), "{text}");
        let steps: Vec<_> = diff.matters.iter().flat_map(|it| &it.steps).map(|it| it.to.as_str()).collect();
        assert_eq!(steps, [word.to_lowercase()]);
    }
}

#[test]
fn two_people_of_one_name_are_told_apart() {
    let two = ADA.to_owned() + "-- people/other.md --\n+++\nname = \"Ada Example\"\n+++\n";
    let yes = two.clone() + &decision(1, "Lists?", VOTE, "We ask.");
    let other = yes.replace("person = \"ada\"", "person = \"other\"");
    let text = human::report(&between(fixture(&yes), fixture(&other)).0);
    assert!(text.contains("vote removed: Ada Example (ada): yes"), "{text}");
    assert!(text.contains("vote added: Ada Example (other): yes"), "{text}");
}

#[test]
fn many_pages_that_are_moved_and_edited_at_once_are_the_same_pages() {
    // Most lines are in all of them, as in minutes that begin alike.
    let page = |folder: &str, number: usize, more: &str| {
        let own = format!("Number {number} is about {}.\n\nIt has a second line, {number}.", number * 7);
        format!(
            "-- {folder}/{number:03}-{folder}.md --\n# Notes\n\nWe met.\n\n{own}\n\nWe asked.\n\nAll agreed.\n{more}"
        )
    };
    let all = |folder: &str, more: &str| (0..200).map(|number| page(folder, number, more)).collect::<String>();
    let (diff, _) = between(fixture(&all("notes", "")), fixture(&all("archive", "\nA word more.\n")));
    assert_eq!(diff.matters.len(), 200);
    for matter in &diff.matters {
        let was = matter.path.replace("archive", "notes");
        assert_eq!((matter.fate, matter.was_at.as_deref()), (Fate::Changed, Some(&*was)), "{}", matter.path);
    }
}

#[test]
fn a_profile_that_goes_is_said_in_a_few_lines_and_in_full_below() {
    let with = |profile: &str| format!("-- candor.toml --\ntitle = \"Group\"\nprofile = [{profile}]\n{ADA}");
    let (diff, _) = between(fixture(&with("\"base\", \"llvm-iwg\"")), fixture(&with("\"base\"")));
    assert!(diff.rules.len() > 50, "{}", diff.rules.len());
    let comment = markdown::report(&diff, None);
    let (before, folded) = comment.split_once("<details>").expect("the rest is folded");
    assert!(before.lines().count() < 20 && before.contains("profile removed: llvm"), "{before}");
    assert!(before.contains("places where less is asked for"), "{before}");
    assert!(folded.contains("in full"), "{folded}");
}

#[test]
fn a_change_read_backwards_has_both_sides_swapped() {
    let was = ADA.to_owned() + &decision(1, "Lists?", VOTE, "We ask.");
    let is = decision(1, "Lists!", "outcome = \"accepted\"\n", "We do not ask.") + &decision(2, "Mail?", "", "We ask.");
    let (there, back) = (between(fixture(&was), fixture(&is)).0, between(fixture(&is), fixture(&was)).0);
    let swapped = |fate: Fate| match fate {
        Fate::Added => Fate::Removed,
        Fate::Removed => Fate::Added,
        Fate::Published => Fate::Unpublished,
        Fate::Unpublished => Fate::Published,
        Fate::Changed | Fate::Moved => fate,
    };
    let mut one: Vec<_> = there.matters.iter().map(|it| (it.path.clone(), it.fate)).collect();
    let mut other: Vec<_> = back.matters.iter().map(|it| (it.path.clone(), swapped(it.fate))).collect();
    one.sort_by(|a, b| a.0.cmp(&b.0));
    other.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(one, other);
    let edits = |diff: &Diff, is_back: bool| {
        let edits = diff.matters.iter().flat_map(|it| it.edits.clone());
        let edits = edits.map(|it| if is_back { (it.key, it.is, it.was) } else { (it.key, it.was, it.is) });
        let mut edits: Vec<_> = edits.collect();
        edits.sort();
        edits
    };
    assert!(!edits(&there, false).is_empty());
    assert_eq!(edits(&there, false), edits(&back, true));
}

/// Texts by which somebody might want more than to be read.
const HOSTILE: [&str; 27] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- hidden --> shown",
    "</details></summary><h1>big</h1>",
    "@everyone and @ada/team",
    "::error::no",
    "::stop-commands::x",
    "##[error]no",
    "`code` and ``more``",
    "an odd ` mark `<b>x</b>` and `@ada`",
    "```\n@ada\n```",
    "![p](https://evil.example/p.png)",
    "[link](javascript:alert(1))",
    "[link][x]\n\n[x]: https://evil.example",
    "<https://evil.example> https://evil.example www.evil.example a@evil.example",
    "one\ntwo\n# three\n> four\n- five\n1. six",
    "one\r::error::two",
    "| a | b |\n|---|---|\n| c | d |",
    "a \u{202e}txt.exe\u{2066} b \u{200f}c",
    "\u{1b}[31mred\u{7} \u{9b}2J",
    "#1 GH-1 gh-2 ada/lists#1 !1 ~1 $1 %1 &1 ~\"bug\" %\"v1\" [vulnerability:1]",
    "[[evil|https://evil.example]] [[_TOC_]]",
    "/close\n/assign @ada",
    "mailto:ada tel:+1 magnet:?x :+1: WWW.evil.example ftp://evil.example",
    "*bold* _it_ ~~out~~ ==mark== $x$ [^1] :tada:",
    "&lt;script&gt; &#60;b&#62; &amp;copy;",
    "{{ title }} {% include \"x\" %} ${{ secrets.TOKEN }}",
];

/// A record in which `text` stands wherever somebody can put it.
fn hostile(text: &str) -> String {
    let quoted = toml::Value::from(text).to_string();
    format!(
        "-- candor.toml --\ntitle = {quoted}\nprofile = [\"base\"]\ndescription = {quoted}\nlogo = {quoted}\n\
         -- people/eve.md --\n+++\nname = {quoted}\npronouns = {quoted}\n+++\n\
         -- services/a.md --\n+++\nname = {quoted}\nowner = {quoted}\nadmins = [{quoted}]\n+++\n\nWords that differ. {text}\n\
         -- decisions/0001-lists.md --\n+++\ntitle = {quoted}\ngroup = {quoted}\nkind = \"general\"\nopened = 2026-11-01\n\
         outcome = {quoted}\namount = {quoted}\n\n[[vote]]\nperson = {quoted}\nvalue = {quoted}\nlink = {quoted}\n+++\n\n{text}\n\n\
         - [ ] @eve: {text}\n\n[see]({text})\n"
    )
}

/// What a host makes of a comment: the addresses of its links and pictures, and the elements in it.
fn rendered(comment: &str) -> (Vec<String>, Vec<String>) {
    let (mut addresses, mut elements) = (Vec::new(), Vec::new());
    for event in Parser::new_ext(comment, Options::all()) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                addresses.push(dest_url.to_string())
            }
            Event::Html(html) | Event::InlineHtml(html) => elements.push(html.trim().to_owned()),
            _ => {}
        }
    }
    (addresses, elements)
}

/// What a code host would take in the text of `comment` for a person, an issue, a page, a sign or an address.
fn taken_for_references(comment: &str) -> Vec<String> {
    let text = Parser::new_ext(comment, Options::all()).filter_map(|it| match it {
        Event::Text(text) => Some(text.to_string()),
        Event::SoftBreak | Event::HardBreak | Event::Start(_) | Event::End(_) => Some("\n".to_owned()),
        _ => None,
    });
    let text: Vec<char> = text.collect::<String>().to_lowercase().chars().collect();
    let is_part = |it: &char| it.is_alphanumeric() || "\"/+?[".contains(*it);
    let begins = |at: usize, word: &str| text[at..].iter().copied().take(word.len()).eq(word.chars());
    let is_taken = |at: &usize| {
        let next = text.get(at + 1).is_some_and(is_part);
        let is_hour = at.checked_sub(1).is_some_and(|at| text[at].is_ascii_digit());
        match text[*at] {
            '@' | '#' | '!' | '~' | '$' | '%' | '&' => next,
            ':' => next && !is_hour,
            'g' => begins(*at, "gh-") && text.get(at + 3).is_some_and(char::is_ascii_digit),
            'w' => begins(*at, "www."),
            '[' => begins(*at, "[["),
            '/' => at.checked_sub(1).is_none_or(|at| text[at] == '\n') && next,
            _ => false,
        }
    };
    (0..text.len()).filter(is_taken).map(|at| text[at..].iter().take(12).collect()).collect()
}

#[test]
fn what_the_record_says_is_text_wherever_it_is_printed() {
    const OWN: [&str; 5] = ["</details>", "<ins>", "</ins>", "<del>", "</del>"];
    let calm = hostile("calm");
    for text in HOSTILE {
        let (diff, fails) = between(fixture(&calm), fixture(&hostile(text)));
        let comment = markdown::report(&diff, Some("https://preview.example/pr-1"));
        let (addresses, elements) = rendered(&comment);
        for address in addresses {
            assert!(address.starts_with("https://preview.example/pr-1/"), "{address}\n{comment}");
        }
        for element in elements {
            let is_own = OWN.contains(&element.as_str()) || element.starts_with("<details><summary>");
            assert!(is_own, "{element}\n{comment}");
        }
        assert_eq!(taken_for_references(&comment), Vec::<String>::new(), "{comment}");
        let human = human::report(&diff);
        let page = html::linked(&diff, &|_| Some("https://preview.example/pr-1"));
        let is_odd = |letter: char| {
            (letter.is_control() && letter != '\n')
                || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200f}')
        };
        for printed in [&comment, &human, &page] {
            assert!(!printed.contains(is_odd), "{printed:?}");
            let is_command = |line: &str| line.trim_start().starts_with("::") || line.trim_start().starts_with("##[");
            assert!(!printed.lines().any(is_command), "{printed}");
        }
        let called = comment.match_indices('@').map(|(at, _)| comment[at + 1..].chars().next());
        assert!(
            called.into_iter().all(|next| next.is_none_or(|it| it == '\u{200b}' || it.is_whitespace())),
            "{comment}"
        );
        let document = Html::parse_document(&page);
        let wrong = "body script, img, a:not([href^='https://preview.example/pr-1/']), b, details, [onerror]";
        let wrong = Selector::parse(wrong).expect("a selector");
        assert_eq!(document.select(&wrong).count(), 0, "{page}");
        let _: serde_json::Value = serde_json::from_str(&json::report(&diff, fails)).expect("it is JSON");
    }
}

#[test]
fn nothing_is_quoted_that_the_change_withholds() {
    let amount = "amount = \"31337 USD\"\n";
    let withheld = "amount = { withheld = \"an offer is open\", by = \"DEC-0001\", until = 2026-12-24 }\n";
    let was = ADA.to_owned() + &decision(1, "Lists?", amount, "It costs 31337 USD.");
    let is = ADA.to_owned() + &decision(1, "Lists?", withheld, "It costs.");
    let (diff, fails) = between(fixture(&was), fixture(&is));
    assert!(diff.is_withholding);
    for text in [human::report(&diff), markdown::report(&diff, None), html::report(&diff), json::report(&diff, fails)] {
        assert!(!text.contains("31337"), "{text}");
    }
    let (back, _) = between(fixture(&is), fixture(&was));
    assert!(human::report(&back).contains("31337 USD"), "what is public again is said");
}

/// Also where another item of the list was withheld before, or is not any more.
#[test]
fn what_one_item_of_a_list_withholds_is_quoted_nowhere() {
    let call = |alpha: &str, beta: &str, closes: &str| {
        let offers = [("alpha", alpha), ("beta", beta)]
            .map(|(from, price)| format!("[[offer]]\nfrom = \"{from}\"\nprice = {price}\nday = 2026-11-01\n"));
        fixture(&format!(
            "-- rfp/0001-x.md --\n+++\ntitle = \"A call\"\ncloses = {closes}\n{}+++\n\nText.\n",
            offers.concat()
        ))
    };
    let (withheld, price) = ("{ withheld = \"open\", until = 2026-12-24 }", "\"31337 USD\"");
    let was = || call(withheld, price, "2026-12-01");
    for alpha in [withheld, "\"11111 USD\"", price] {
        let (diff, _) = between(was(), call(alpha, withheld, "2026-12-01"));
        let text = human::report(&diff);
        assert!(diff.is_withholding && !text.contains("offer of beta: price changed from 31337"), "{text}");
    }
    let (diff, _) = between(was(), call(withheld, price, "2026-12-02"));
    assert!(human::report(&diff).contains("from 2026-12-01 to 2026-12-02"), "what is withheld as before hides nothing");
}

/// Only beside a value that is withheld does a key say until when, and by whose decision.
#[test]
fn a_key_that_a_table_does_not_have_is_called_as_it_is_written() {
    let with = |amount: &str, more: &str| {
        fixture(&(ADA.to_owned() + &decision(1, "Lists?", &format!("amount = {amount}\n{more}"), "Text.")))
    };
    let vote = |by: &str| format!("[[vote]]\nperson = \"ada\"\nvalue = \"yes\"\nby = \"{by}\"\n");
    let (diff, _) = between(with("\"5 USD\"", &vote("one")), with("\"5 USD\"", &vote("two")));
    let text = human::report(&diff);
    assert!(text.contains("by changed from one to two") && !text.contains("withhold"), "{text}");
    let until = |day: &str| with(&format!("{{ withheld = \"open\", until = {day} }}"), "");
    let (diff, _) = between(until("2026-12-24"), until("2026-12-31"));
    let text = human::report(&diff);
    assert!(text.contains("amount: day until which it is withheld changed from 2026-12-24 to 2026-12-31"), "{text}");
}

#[test]
fn the_comment_on_five_hundred_records_is_short_enough_and_leads_with_errors() {
    let many: String =
        (2..502).map(|at| decision(at, &format!("Question {at}?"), VOTE, &"We ask. ".repeat(90))).collect();
    let wrong = decision(600, "Wrong?", &VOTE.replace("yes", "perhaps"), "We ask.");
    let (diff, fails) = between(fixture(ADA), fixture(&(ADA.to_owned() + &many + &wrong)));
    let text = markdown::report(&diff, None);
    assert!(text.len() < 65_000, "{}", text.len());
    assert!(fails);
    assert!(text.lines().find(|line| line.starts_with("####")).is_some_and(|line| line.contains('⛔')), "{text}");
}

/// Whoever reads a terminal or the file sees all of it; the comment leads to the page that has all of it.
#[test]
fn a_long_value_is_read_whole() {
    let with = |text: &str| {
        ADA.to_owned()
            + &decision(1, "Lists?", &format!("\n[[dissent]]\nperson = \"ada\"\ntext = \"{text}\"\n"), "We ask.")
    };
    let long = "I do not agree. ".repeat(40) + "The end.";
    let (diff, _) = between(fixture(&with("No.")), fixture(&with(&long)));
    assert!(human::report(&diff).contains("The end.") && html::report(&diff).contains("The end."));
    // Of what would fill many screens the beginning is shown, and where the rest is.
    let (diff, _) = between(fixture(&with("No.")), fixture(&with(&long.repeat(40))));
    let text = human::report(&diff);
    assert!(text.len() < 10_000 && text.ends_with("`--format html` shows all of them.\n"), "{text}");
    assert!(html::report(&diff).contains(&long.repeat(40)));
}

/// A page and a comment lead to the same places.
#[test]
fn each_record_leads_to_its_page() {
    let (was, is) = (ADA.to_owned(), ADA.to_owned() + &decision(1, "Lists?", VOTE, "We ask."));
    let (diff, _) = between(fixture(&was), fixture(&is));
    let page = html::linked(&diff, &|_| Some("https://preview.example/pr-1/"));
    assert!(page.contains("<a href=\"https://preview.example/pr-1/decisions/0001/\">DEC-0001 Lists?"), "{page}");
    assert!(!html::report(&diff).contains("<a "));
}

#[test]
fn the_document_fits_its_schema() {
    let was = ADA.to_owned() + &decision(1, "Lists?", VOTE, "We ask.");
    let is = ADA.to_owned() + &decision(1, "Lists!", "", "We do not ask.");
    let (diff, fails) = between(fixture(&was), fixture(&is));
    let document: serde_json::Value = serde_json::from_str(&json::report(&diff, fails)).expect("it is JSON");
    let schema = jsonschema::validator_for(&json::schema()).expect("it is a schema");
    let wrong: Vec<String> = schema.iter_errors(&document).map(|it| it.to_string()).collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_file_that_becomes_another_kind_of_record_by_its_folder_has_moved() {
    let minutes = |path: &str| format!("{ADA}-- {path} --\n# Meeting of 2026-11-02\n\nWe talked about the lists.\n");
    let (was, is) = (minutes("meetings/2026-11-02.md"), minutes("meeting_minutes/2026-11-02.md"));
    for (before, after) in [(&was, &is), (&is, &was)] {
        let (diff, _) = between(fixture(before), fixture(after));
        let fates: Vec<Fate> = diff.matters.iter().map(|matter| matter.fate).collect();
        assert_eq!(fates, [Fate::Moved], "{diff:?}");
    }
}

#[test]
fn a_service_that_loses_its_admin_needs_a_decision_before_a_changed_word_does() {
    let service = |admins: &str, purpose: &str| {
        format!("{ADA}-- services/a.md --\n+++\nname = \"A\"\nadmins = [{admins}]\n+++\n-- a.md --\n# A\n\n{purpose}\n")
    };
    let (diff, _) = between(fixture(&service("\"ada\"", "Lists.")), fixture(&service("", "Forum.")));
    let text = human::report(&diff);
    assert!(text.contains("admin removed: Ada Example"), "{text}");
    assert_eq!(diff.matters.first().map(|matter| matter.path.as_str()), Some("services/a.md"), "{text}");
}

/// A service says where it is in its life before it has an event that says so.
#[test]
fn the_step_of_a_service_comes_from_where_it_was_and_is_told_once() {
    let before = golden("llvm-iwg");
    let path = "services/buildbot.md";
    let event = |to: &str| format!("\n\n[[event]]\nto = \"{to}\"\ndate = 2026-11-20\nby = \"iwg\"\n\n[[root_access]]");
    for (to, verdict) in [("deprecated", "is missing or wrong"), ("planned", "does not allow it")] {
        for is_written in [false, true] {
            let mut after = before.clone();
            let text = before[path].replace("lifecycle = \"production\"", &format!("lifecycle = \"{to}\""));
            let text = if is_written { text.replacen("\n[[root_access]]", &event(to), 1) } else { text };
            after.insert(path.to_owned(), text);
            let (diff, fails) = between(tree(&before), tree(&after));
            let text = human::report(&diff);
            let [matter] = &diff.matters[..] else { panic!("{text}") };
            let steps: Vec<_> = matter.steps.iter().map(|it| (it.from.as_deref(), it.verdict.is_legal())).collect();
            assert!(fails && steps == [(Some("production"), Some(false))], "{text}");
            assert!(text.contains(verdict) && text.matches(&format!("production → {to}")).count() == 1, "{text}");
            assert!(!text.contains("lifecycle changed") && !text.contains("stays after all"), "{text}");
        }
    }
}

/// What is one record on both sides, in the same words on the one as on the other, or nearly: both sides of a change, and what is
/// told of it. Nothing came or went, and nobody voted.
const ONE_RECORD: [(&str, &str, &str); 7] = [
    ("two numbers are swapped", "DEC-0001 is DEC-0002 now", "decisions/0001-lists.md"),
    ("a number is another one, and a word", "DEC-0001 is DEC-0003 now", "decisions/0001-lists.md"),
    ("a meeting is put off", "MTG-2026-12-08 is MTG-2026-12-09 now", "meetings/2026-12-08.md"),
    ("a person's file has another name", "Ada Example is ada-b now", "people/ada.md"),
    ("a person has another name", "", "people/ada.md"),
    ("a person is forgotten", "", "people/ada.md"),
    ("a folder is one of pages", "was a decision, is a page now", "decisions/0001-lists.md"),
];

/// The two sides of what [`ONE_RECORD`] names.
fn sides_of(case: &str) -> (String, String) {
    let vote = |person: &str| VOTE.replace("\"ada\"", &format!("\"{person}\""));
    let lists = |number: u32, person: &str| decision(number, "Lists?", &vote(person), "We ask for nine days.");
    let mail = |number: u32| {
        decision(number, "Mail?", VOTE, "We ask again.").replace("-lists.md", "-mail.md").replace("11-01", "11-03")
    };
    let bob = "-- people/bob.md --\n+++\nname = \"Bob\"\n+++\n";
    let ada = |slug: &str, name: &str, more: &str| {
        format!(
            "-- people/{slug}.md --\n+++\nname = \"{name}\"\ngithub = \"ada-e\"\n{more}+++\n\nShe keeps the lists.\n{bob}"
        )
    };
    let usual = ada("ada", "Ada Example", "");
    let meeting = |day: u32| {
        format!(
            "{usual}-- meetings/2026-12-{day:02}.md --\n+++\nat = 2026-12-{day:02}T17:00:00Z\n\n[[agenda]]\ntitle = \"Money\"\n\n\
             [[agenda]]\ntitle = \"Lists\"\n+++\n\nWe meet online.\n"
        )
    };
    let was = usual.clone() + &lists(1, "ada");
    let redaction = "\n[[redaction]]\nwhat = \"A name\"\ndate = 2026-11-03\nby = \"DEC-0002\"\n";
    let accepted = decision(2, "Forget?", "decided = 2026-11-02\noutcome = \"accepted\"\n", "Yes.");
    match case {
        "two numbers are swapped" => (was.clone() + &mail(2), usual.clone() + &lists(2, "ada") + &mail(1)),
        "a number is another one, and a word" => (was, usual + &lists(3, "ada").replace("nine", "9")),
        "a meeting is put off" => (meeting(8), meeting(9)),
        "a person's file has another name" => (was, ada("ada-b", "Ada Example", "") + &lists(1, "ada-b")),
        "a person has another name" => {
            let old = "redirects = [\"/people/ada/\"]\n";
            (was, ada("ada-b", "Ada Berg", old) + &lists(1, "ada-b"))
        }
        "a person is forgotten" => {
            let forgotten = format!("-- people/former-1.md --\n+++\nname = \"Former member\"\n{redaction}+++\n{bob}");
            (was + &accepted, forgotten + &lists(1, "former-1") + &accepted)
        }
        "a folder is one of pages" => {
            let with = |more: &str| format!("-- candor.toml --\ntitle = \"Group\"\n{more}{was}");
            (with(""), with("\n[[folder]]\npath = \"decisions\"\nkind = \"page\"\n"))
        }
        other => panic!("{other} is no case"),
    }
}

#[test]
fn what_is_one_record_on_both_sides_is_told_as_one_there_and_back() {
    for (case, told, path) in ONE_RECORD {
        let (was, is) = sides_of(case);
        for (before, after, is_back) in [(&was, &is, false), (&is, &was, true)] {
            let (diff, _) = between(fixture(before), fixture(after));
            let text = human::report(&diff);
            let came = diff.matters.iter().filter(|it| matches!(it.fate, Fate::Added | Fate::Removed)).count();
            let is_there = |it: &&candor::diff::Matter| [it.was_at.as_deref(), Some(&*it.path)].contains(&Some(path));
            // Backwards nothing says who somebody was before.
            if !(is_back && case == "a person is forgotten") {
                assert_eq!(came, 0, "{case}: {text}");
                assert!(
                    !["vote added", "vote removed", "vote of", "votes", "is gone"].iter().any(|it| text.contains(it)),
                    "{case}: {text}"
                );
                assert!(
                    diff.matters.iter().any(|it| is_there(&it)) || case == "a person is forgotten",
                    "{case}: {text}"
                );
            }
            assert!(is_back || text.contains(told), "{case}: {text}");
            // The file of somebody who is forgotten had their name.
            let is_forgetting = case == "a person is forgotten" && !is_back;
            assert!(!is_forgetting || !text.contains("ada") && !text.contains("Ada"), "{text}");
        }
    }
}

/// A prefix is a part of what a record is called.
#[test]
fn another_prefix_is_another_name_of_the_same_record() {
    let site = |prefix: &str| {
        format!(
            "-- candor.toml --\ntitle = \"Group\"\n\n[[folder]]\npath = \"ideas\"\nkind = \"proposal\"\nprefix = \"{prefix}\"\n\
             {ADA}-- ideas/0001-a.md --\n+++\ntitle = \"A\"\nproposer = \"ada\"\n+++\n\nWords.\n"
        )
    };
    for (was, is) in [("IDEA", "DESIGN"), ("DESIGN", "IDEA")] {
        let (diff, fails) = between(fixture(&site(was)), fixture(&site(is)));
        let text = human::report(&diff);
        assert!(fails && text.contains(&format!("{was}-0001 is {is}-0001 now")), "{text}");
        assert!(
            !text.contains("unchanged") && !text.contains("gone") && !text.contains("no value and no word"),
            "{text}"
        );
    }
}

/// Two people of whom one came when the other went are two, whatever their pages have in common.
#[test]
fn a_form_that_all_fill_in_makes_nobody_the_same_person() {
    let person = |slug: &str, name: &str| {
        format!(
            "-- people/{slug}.md --\n+++\nname = \"{name}\"\npronouns = \"they\"\nlanguages = [\"en\"]\n+++\n\nA member.\n"
        )
    };
    let with = |slug: &str, name: &str| person("ada", "Ada") + &person("bob", "Bob") + &person(slug, name);
    let (diff, _) = between(fixture(&with("eve", "Eve")), fixture(&with("mallory", "Mallory")));
    let mut fates: Vec<&str> = diff.matters.iter().map(|it| it.fate.as_str()).collect();
    fates.sort_unstable();
    assert_eq!(fates, ["added", "removed"]);
}

/// Its file is there with every vote; readers do not see it.
#[test]
fn what_is_a_draft_again_or_left_out_was_not_removed() {
    let options =
        candor::project::Options { today: support::today(), drafts: false, base_url: None, index_links: false };
    let site = |config: &str, draft: &str| {
        let page = format!("-- join.md --\n+++\ntitle = \"Join\"\n{draft}+++\n\nCome.\n");
        let decision = decision(1, "Lists?", &format!("{draft}{VOTE}"), "We ask.");
        fixture(&format!("-- candor.toml --\ntitle = \"Group\"\n{config}{ADA}{page}{decision}"))
    };
    let public = site("", "");
    for hidden in [site("", "draft = true\n"), site("exclude = [\"join.md\", \"decisions/\"]\n", "")] {
        for (before, after, fate) in [(&public, &hidden, Fate::Unpublished), (&hidden, &public, Fate::Published)] {
            let project = Project::since(after.clone(), before.clone(), &options);
            let base = project.base.as_ref().expect("it has a base");
            let change = Change::between(&base.site, &project.site);
            let diff = Diff::of(&change, (&base.tree, &project.tree), (&project.report, &base.comparison), Vec::new());
            let fates: Vec<Fate> = diff.matters.iter().map(|it| it.fate).collect();
            let text = human::report(&diff);
            assert_eq!(fates, [fate, fate], "{text}");
            assert!(
                text.contains("readers d") && !text.contains(", removed)") && !text.contains("votes removed"),
                "{text}"
            );
        }
    }
}

/// What a file says that nobody can read was not taken out.
#[test]
fn rules_that_go_are_told_and_rules_that_cannot_be_read_are_said_to_be_so() {
    let waiver = "\n[[waiver]]\nrule = \"stalled\"\nrecord = \"ada\"\nreason = \"It is slow.\"\nuntil = 2027-01-01\n";
    let with = |config: &str| fixture(&format!("-- candor.toml --\n{config}{ADA}"));
    let whole = with(&format!("title = \"Group\"\nprofile = [\"llvm-iwg\"]\n{waiver}"));
    let broken = with(&format!("title = \"Group\nprofile = [\"llvm-iwg\"]\n{waiver}"));
    for (before, after, told) in
        [(&whole, &broken, "cannot be read any more"), (&broken, &whole, "could not be read before")]
    {
        let text = human::report(&between(before.clone(), after.clone()).0);
        assert!(text.contains(told) && !text.contains("waiver") && !text.contains("is asked for"), "{text}");
    }
    let gone = fixture(ADA);
    for (before, after, told) in [(&whole, &gone, "less is asked for"), (&gone, &whole, "more is asked for")] {
        let text = human::report(&between(before.clone(), after.clone()).0);
        assert!(text.contains(told) && text.contains("waiver"), "{text}");
    }
}

/// A rule that a change relaxes counts from the next change on, also where the page of a group says it.
#[test]
fn votes_are_counted_by_the_quorum_that_the_group_had_before_the_change() {
    let site = |quorum: &str, outcome: &str| {
        let people: String =
            ["ada", "bob", "eve"].map(|it| format!("-- people/{it}.md --\n+++\nname = \"{it}\"\n+++\n")).concat();
        let members =
            ["ada", "bob", "eve"].map(|it| format!("\n[[member]]\nperson = \"{it}\"\nfrom = 2026-01-01\n")).concat();
        let group = format!(
            "-- groups/iwg.md --\n+++\nname = \"Group\"\ndecision_mode = \"simple-majority\"\n{quorum}{members}+++\n"
        );
        people + &group + &decision(1, "Lists?", &format!("{outcome}{VOTE}"), "We ask.")
    };
    let decided = "decided = 2026-11-09\noutcome = \"accepted\"\n";
    let before = fixture(&site("quorum = 3\n", ""));
    for quorum in ["quorum = 3\n", "quorum = 1\n", ""] {
        let (diff, _) = between(before.clone(), fixture(&site(quorum, decided)));
        let found: Vec<_> = diff.matters.iter().flat_map(|it| &it.findings).map(|it| it.rule).collect();
        assert!(found.contains(&"quorum-not-met"), "{quorum} {found:?}");
    }
    // What a larger quorum would have asked for was not asked for then.
    let old = fixture(&site("quorum = 1\n", decided));
    let (diff, _) = between(old, fixture(&site("quorum = 3\n", decided)));
    let found: Vec<_> = diff.matters.iter().flat_map(|it| &it.findings).map(|it| it.rule).collect();
    assert!(!found.contains(&"quorum-not-met"), "{found:?}");
}

/// Two people can take on the same.
#[test]
fn each_task_is_told_once_with_who_does_it_and_until_when() {
    let bob = "-- people/bob.md --\n+++\nname = \"Bob\"\n+++\n";
    let minutes =
        |tasks: &str| fixture(&format!("{ADA}{bob}-- meetings/2026-11-10.md --\n+++\nheld = true\n+++\n\n{tasks}"));
    let (ada, bob) = ("- [ ] @ada: ask for quotes (due 2027-01-01)\n", "- [ ] @bob: ask for quotes (due 2027-02-01)\n");
    let both = ada.to_owned() + bob;
    let given = both.replace("@bob", "@ada");
    let put_off = both.replace("2027-02-01", "2028-02-01");
    let done = both.replace("[ ] @bob", "[x] @bob");
    for (is, told, back) in [
        (
            "",
            "action taken out: ask for quotes (Bob, until 2027-02-01)",
            "action opened: ask for quotes (Bob, until 2027-02-01)",
        ),
        (
            ada,
            "action taken out: ask for quotes (Bob, until 2027-02-01)",
            "action opened: ask for quotes (Bob, until 2027-02-01)",
        ),
        (&given, "owner changed from Bob to Ada Example", "owner changed from Ada Example to Bob"),
        (&put_off, "last day changed from 2027-02-01 to 2028-02-01", "last day changed from 2028-02-01 to 2027-02-01"),
        (&done, "action closed: ask for quotes", "action opened again: ask for quotes"),
    ] {
        for (before, after, told) in [(&*both, is, told), (is, &*both, back)] {
            let (diff, _) = between(minutes(before), minutes(after));
            let text = human::report(&diff);
            let facts: usize = diff.matters.iter().map(|it| it.notes.len()).sum();
            assert!(text.matches(told).count() == 1 && facts == if is.is_empty() { 2 } else { 1 }, "{text}");
        }
    }
    // Neither is its box a word that differs, nor does that hide what else does.
    let (diff, _) = between(minutes(&both), minutes(&done));
    assert_eq!(diff.matters.iter().map(|it| it.prose.len()).sum::<usize>(), 0, "{}", human::report(&diff));
    let (diff, _) = between(minutes(&both), minutes(&format!("{}\nAll is said.\n", done)));
    let text = human::report(&diff);
    assert!(text.contains("{+All is said.+}") && !text.contains("[-"), "{text}");
}

/// What is put right is told from what it was to what it is.
#[test]
fn a_payment_that_is_corrected_is_one_payment() {
    let contractor = |amount: &str, what: &str| {
        let payments = format!(
            "\n[[contract.draw]]\namount = \"{amount}\"\ndate = 2026-10-01\n{what}\n[[contract.draw]]\namount = \"1 USD\"\ndate = 2026-10-09\n"
        );
        fixture(&format!(
            "-- contractors/acme.md --\n+++\nname = \"Acme\"\n\n[[contract]]\nid = \"A-1\"\n{payments}+++\n"
        ))
    };
    for what in ["", "what = \"weekend duty\"\n"] {
        let (diff, _) = between(contractor("500 USD", what), contractor("700 USD", what));
        let text = human::report(&diff);
        assert!(text.contains("amount changed from 500 USD to 700 USD") && !text.contains("payment removed"), "{text}");
        assert_eq!(diff.matters.iter().map(|it| it.edits.len()).sum::<usize>(), 1, "{text}");
    }
}

/// What leads nowhere once a record is gone is named with it.
#[test]
fn who_still_refers_to_a_record_that_is_gone_is_named() {
    let sow = "-- sow/0001-a.md --\n+++\ntitle = \"A\"\n\n[[event]]\nto = \"draft\"\ndate = 2026-11-02\nby = \"ada\"\ndecision = \"DEC-0001\"\n+++\n\nWords.\n";
    let note = "-- notes.md --\n# Notes\n\nSee DEC-0001.\n";
    let rest = ADA.to_owned() + sow + note;
    let all = rest.clone() + &decision(1, "Lists?", VOTE, "We ask.");
    let (diff, _) = between(fixture(&all), fixture(&rest));
    let text = human::report(&diff);
    assert!(text.contains("a step of SOW-0001 rests on it") && text.contains("still referred to by notes"), "{text}");
    // Who does not refer to it any more is not.
    let (diff, _) = between(fixture(&all), fixture(&rest.replace("See DEC-0001.", "See nothing.")));
    assert!(!human::report(&diff).contains("referred to by"));
}

/// What is missing is said, also where the finding on the step is about something else.
#[test]
fn what_a_step_lacks_is_said() {
    let before = golden("llvm-iwg");
    let path = "sow/0004-one-sign-in.md";
    let text = before[path].replacen(
        "[[event]]\nto = \"discussion\"",
        "[[event]]\nto = \"cancelled\"\ndate = 2026-10-01\nby = \"iwg\"\n\n[[event]]\nto = \"discussion\"",
        1,
    );
    let mut after = before.clone();
    after.insert(path.to_owned(), text);
    let text = human::report(&between(tree(&before), tree(&after)).0);
    assert!(text.contains("backdated-event") && text.contains("but it lacks "), "{text}");
}

/// The text is compared as a reader sees it.
#[test]
fn of_tables_and_pictures_the_words_are_compared() {
    let page = |text: &str| fixture(&format!("-- a.md --\n# A\n\n{text}\n"));
    for (was, is, told, never) in [
        (
            "| Year | Cost |\n|---|---|\n| 2026 | 100 |",
            "| Year | Cost |\n|---|---|\n| 2026 | 900 |",
            "2026 · [-100-] {+900+}",
            "|",
        ),
        ("Year | Cost\n---|---\n2026 | 100", "Year | Cost\n:--|--:\n2026 | 900", "2026 · [-100-] {+900+}", "|"),
        ("Look.", "Look. ![the plan](plan.png)", "{+the plan+}", "!"),
        (
            "See [it].\n\n[it]: https://example.org/1",
            "See [it] now.\n\n[it]: https://example.org/2",
            "See [-it.-] {+it now.+}",
            "example.org/2 {",
        ),
        ("a | b", "a | c", "a | [-b-] {+c+}", "]|"),
    ] {
        let (diff, _) = between(page(was), page(is));
        let text = human::report(&diff);
        let words = text.lines().find(|line| line.contains("text: ")).unwrap_or_else(|| panic!("{text}"));
        assert!(words.contains(told) && !words.contains(never), "{text}");
    }
}
