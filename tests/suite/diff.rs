//! What a change does to the record, as reviewers and programs read it.

use candor::change::Change;
use candor::diff::{Diff, Fate, html, human, json, markdown};
use candor::project::Project;
use candor::tree::Tree;

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
        (&none, &yes, "vote added: ada: yes"),
        (&yes, &no, "vote of ada changed from yes to no"),
        (&no, &none, "vote removed: ada: no"),
    ] {
        let text = human::report(&between(fixture(before), fixture(after)).0);
        assert_eq!(text.matches(told).count(), 1, "{text}");
    }
}

#[test]
fn a_change_read_backwards_has_both_sides_swapped() {
    let was = ADA.to_owned() + &decision(1, "Lists?", VOTE, "We ask.");
    let is = decision(1, "Lists!", "outcome = \"accepted\"\n", "We do not ask.") + &decision(2, "Mail?", "", "We ask.");
    let (there, back) = (between(fixture(&was), fixture(&is)).0, between(fixture(&is), fixture(&was)).0);
    let swapped = |fate: Fate| match fate {
        Fate::Added => Fate::Removed,
        Fate::Removed => Fate::Added,
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

#[test]
fn what_the_record_says_is_text_in_a_comment() {
    let title = "<script>x</script> @everyone ::error:: `code` [link](https://evil.example)";
    let was = ADA.to_owned();
    let (diff, _) = between(fixture(&was), fixture(&(was.clone() + &decision(1, title, "", "We ask."))));
    let text = markdown::report(&diff, Some("https://preview.example/pr-1"));
    for wrong in ["<script", "@everyone", "::error", "](https://evil"] {
        assert!(!text.contains(wrong), "{wrong} in {text}");
    }
    assert!(text.contains("](<https://preview.example/pr-1/decisions/"), "{text}");
    let page = html::report(&diff);
    assert!(!page.contains("<script") && page.contains("&lt;script&gt;x&lt;/script&gt;"), "{page}");
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
    assert!(text.contains("admin removed: ada"), "{text}");
    assert_eq!(diff.matters.first().map(|matter| matter.path.as_str()), Some("services/a.md"), "{text}");
}
