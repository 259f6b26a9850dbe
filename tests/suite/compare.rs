//! How the findings of a change stand to those of its base.

use std::collections::BTreeSet;

use candor::check::{RULES, RulePage};
use candor::diagnostic::{BaselineState, Diagnostic, Level};
use candor::id::ContentPath;
use candor::tree::Tree;

use crate::support;

/// The findings of `rule` when `change` is laid over `base`: how each stands, and how many the change fixed.
fn states(rule: &str, base: &str, change: &str) -> (Vec<BaselineState>, usize) {
    let project = support::project_since(Tree::fixture(base).changed(change), Tree::fixture(base));
    let of_rule = project.report.findings.iter().filter(|finding| finding.rule == rule);
    let states = of_rule.map(|finding| finding.baseline_state.expect("there is a base")).collect();
    let fixed = project.base.expect("there is a base").comparison.fixed;
    (states, fixed.iter().filter(|finding| finding.rule == rule).count())
}

const PAGE: &str = "-- index.md --\n# Hello\n\nSee [this](gone.md).\n";

#[test]
fn a_finding_is_the_same_one_on_another_line() {
    let change = "-- index.md --\n# Hello\n\nA new line.\n\nSee [this](gone.md).\n";
    assert_eq!(states("broken-link", PAGE, change), (vec![BaselineState::Existing], 0));
}

#[test]
fn the_same_finding_twice_is_one_old_and_one_new() {
    let change = "-- index.md --\n# Hello\n\nSee [this](gone.md) and [that](gone.md).\n";
    assert_eq!(states("broken-link", PAGE, change), (vec![BaselineState::Existing, BaselineState::New], 0));
}

#[test]
fn a_finding_in_place_of_another_is_new() {
    let change = "-- index.md --\n# Hello\n\nSee [this](away.md).\n";
    assert_eq!(states("broken-link", PAGE, change), (vec![BaselineState::New], 1));
}

/// A statement of work in `state`, with `more` in its front matter.
fn sow(state: &str, more: &str) -> String {
    format!(
        "-- sow/0001-lists.md --\n+++\ntitle = \"Lists\"\nproposals = [\"PRP-0001\"]\nowner = \"ada\"\ngroup = \"iwg\"\n\
         shared_infrastructure = false\n{more}\n[[event]]\nto = \"draft\"\ndate = 2026-11-02\nby = \"ada\"\n\n\
         [[event]]\nto = \"{state}\"\ndate = 2026-11-03\nby = \"ada\"\n+++\n"
    )
}

#[test]
fn whoever_fills_in_one_of_two_missing_keys_is_not_blamed_for_the_other() {
    let filled = sow("discussion", "discussion = \"https://example.org/t/1\"\n");
    let found = states("incomplete-for-its-state", &sow("discussion", ""), &filled);
    assert_eq!(found, (vec![BaselineState::Existing], 0));
}

#[test]
fn a_finding_that_a_waiver_accepts_is_not_fixed() {
    let base = sow("discussion", "");
    let waiver = "-- candor.toml --\ntitle = \"Group\"\n\n[[waiver]]\nrule = \"incomplete-for-its-state\"\n\
                  record = \"SOW-0001\"\nreason = \"The forum is down.\"\nuntil = 2026-12-31\n";
    assert_eq!(states("incomplete-for-its-state", &base, waiver), (vec![], 0));
    let with_waiver = format!("{base}{waiver}");
    let without = "-- candor.toml --\ntitle = \"Group\"\n";
    assert_eq!(states("incomplete-for-its-state", &with_waiver, without), (vec![BaselineState::Existing], 0));
}

#[test]
fn what_a_stricter_rule_finds_was_there_before() {
    let base = "-- candor.toml --\ntitle = \"Group\"\n\n[levels]\nbroken-link = \"warning\"\n".to_owned() + PAGE;
    let project = support::project_since(
        Tree::fixture(&base).changed("-- candor.toml --\ntitle = \"Group\"\n"),
        Tree::fixture(&base),
    );
    assert_eq!(project.report.count(Level::Error), 1);
    let comparison = &project.base.as_ref().expect("there is a base").comparison;
    assert!(!comparison.fails_at(&project.report, Level::Error), "stricter rules can be adopted");
    let same = support::project_since(Tree::fixture(&base), Tree::fixture(&base));
    let comparison = &same.base.as_ref().expect("there is a base").comparison;
    assert!(!comparison.fails_at(&same.report, Level::Warning), "what was there before fails nobody");
    assert!(comparison.fixed.is_empty());
}

#[test]
fn what_could_not_be_true_may_be_corrected_and_all_else_stays() {
    let person = "-- people/ada.md --\n+++\nname = \"Ada Example\"\n+++\n";
    let good = sow("discussion", "") + person;
    let last = "to = \"discussion\"\ndate = 2026-11-03\nby = \"ada\"";
    assert!(good.contains(last));
    for (was, stays) in [
        ("to = \"discusion\"\ndate = 2026-11-03\nby = \"ada\"", false),
        ("to = \"discussion\"\ndate = 2027-11-03\nby = \"ada\"", false),
        ("to = \"discussion\"\ndate = 2026-11-03\nby = \"Ada Example\"", false),
        ("to = \"discussion\"\ndate = 2026-11-03\n", false),
        ("to = \"discussion\"\ndate = 2026-11-05\nby = \"ada\"", true),
        ("to = \"discussion\"\ndate = 2026-11-03\nby = \"grace\"", true),
        ("to = \"cancelled\"\ndate = 2026-11-03\nby = \"ada\"", true),
    ] {
        let found = states("history-edited", &good.replace(last, was), &good);
        assert_eq!(found.0, if stays { vec![BaselineState::New] } else { vec![] }, "{was}");
    }
}

#[test]
fn approvals_stand_for_the_text_that_they_were_given_to() {
    let proposal = |text: &str, more: &str| {
        format!(
            "-- proposals/0001-lists.md --\n+++\ntitle = \"Lists\"\nproposer = \"ada\"\nissue = \"https://example.org/1\"\n\
             impact = \"minor\"\n\n[[event]]\nto = \"submitted\"\ndate = 2026-11-02\nby = \"ada\"\n\n[[approval]]\n\
             person = \"grace\"\ndate = 2026-11-03\nlink = \"https://example.org/m/1\"\n{more}+++\n\n## Problem\n\n{text}\n"
        )
    };
    let again = "\n[[approval]]\nperson = \"grace\"\ndate = 2026-11-20\nlink = \"https://example.org/m/2\"\n";
    let base = proposal("They are slow.", "");
    for (change, expected) in [
        (proposal("They leak.", ""), vec![BaselineState::New]),
        (proposal("They\nare slow.", ""), vec![]),
        (proposal("They leak.", again), vec![]),
    ] {
        assert_eq!(states("approvals-older-than-text", &base, &change).0, expected, "{change}");
    }
}

#[test]
fn a_record_that_is_renamed_keeps_its_findings() {
    let base = "-- people/ada.md --\n+++\nname = \"Ada Example\"\nunheard = \"of\"\nemail = \"ada@example.org\"\n+++\n";
    let moved = "-- people/ada.md -- deleted\n-- people/ada-example.md --\n+++\nname = \"Ada Example\"\nunheard = \"of\"\n\
                 email = \"ada@example.org\"\nredirects = [\"/people/ada/\"]\n+++\n";
    for rule in ["unknown-key", "email-without-consent"] {
        assert_eq!(states(rule, base, moved), (vec![BaselineState::Existing], 0), "{rule}");
    }
    let group = |member: &str| {
        format!(
            "-- groups/iwg.md --\n+++\nname = \"Group\"\ntype = \"community\"\ncontact = \"{member}\"\n\n[[member]]\nperson = \"{member}\"\nrole = \"chair\"\nfrom = 2020-01-01\nto = 2021-01-01\n+++\n"
        )
    };
    let (base, moved) = (group("ada") + base, group("ada-example") + moved);
    let project = support::project_since(Tree::fixture(&base).changed(&moved), Tree::fixture(&base));
    let new: Vec<_> =
        project.report.findings.iter().filter(|it| it.baseline_state == Some(BaselineState::New)).collect();
    assert!(new.is_empty(), "{new:#?}");
    assert!(project.base.expect("there is a base").comparison.fixed.is_empty());
}

#[test]
fn a_finding_is_the_same_one_when_the_text_that_it_is_about_changes() {
    let base = sow("discussion", "").replace("by = \"ada\"\n\n", "by = \"ada\"\nunheard = \"of\"\n\n");
    let change = base.replace("\"of\"", "\"it\"");
    assert_eq!(states("unknown-key", &base, &change), (vec![BaselineState::Existing], 0));
    let minutes = |task: &str| {
        format!(
            "-- meetings/2026-11-02.md --\n+++\ngroup = \"iwg\"\nkind = \"regular\"\nheld = true\npresent = []\n+++\n\n- [ ] @ada: {task}\n"
        )
    };
    let found = states("action-without-due-date", &minutes("ask for quotes"), &minutes("ask for three quotes"));
    assert_eq!(found, (vec![BaselineState::Existing], 0));
}

#[test]
fn what_the_configuration_passes_over_is_not_fixed() {
    let with = |level: &str| format!("-- candor.toml --\ntitle = \"Group\"\n\n[levels]\nbroken-link = \"{level}\"\n");
    let base = with("error") + PAGE;
    assert_eq!(states("broken-link", &base, &with("off")), (vec![], 0));
    assert_eq!(states("broken-link", &base, &with("warning")), (vec![BaselineState::Existing], 0));
    assert_eq!(states("broken-link", &(with("warning") + PAGE), &with("error")), (vec![BaselineState::Existing], 0));
}

#[test]
fn what_a_finding_about_the_change_speaks_of_is_not_fixed() {
    let decision = |value: &str| {
        format!(
            "-- people/ada.md --\n+++\nname = \"Ada Example\"\n+++\n-- groups/iwg.md --\n+++\nname = \"Group\"\n\
             type = \"working-group\"\n\n[[member]]\nperson = \"ada\"\nrole = \"chair\"\nfrom = 2020-01-01\n+++\n\
             -- decisions/0001-lists.md --\n+++\ntitle = \"Lists?\"\ngroup = \"iwg\"\nkind = \"general\"\nabout = [\"iwg\"]\n\
             mode = \"simple-majority\"\nopened = 2026-03-02\ncloses = 2026-03-20\ndecided = 2026-03-09\noutcome = \"accepted\"\n\
             channel = \"https://example.org/t/1\"\n\n[[vote]]\nperson = \"ada\"\nvalue = \"{value}\"\ndate = 2026-03-28\n+++\n"
        )
    };
    let late = "vote-does-not-count";
    assert_eq!(states(late, &decision("yes"), "").0, vec![BaselineState::Existing]);
    let (found, fixed) = states(
        late,
        &decision("yes"),
        &decision("yes").replace("value = \"yes\"\ndate = 2026-03-28", "value = \"yes\"\ndate = 2026-03-05"),
    );
    assert_eq!((found, fixed), (vec![], 1), "a vote that did not count may be corrected");
    let turned = decision("yes").replace("outcome = \"accepted\"", "outcome = \"rejected\"");
    assert_eq!(states("history-edited", &decision("yes"), &turned).0, vec![BaselineState::New]);
    assert_eq!(states(late, &decision("yes"), &turned), (vec![], 0));
}

#[test]
fn nothing_is_fixed_where_nothing_was() {
    let project = support::project_since(Tree::fixture(PAGE), Tree::fixture(""));
    let fixed = project.base.expect("there is a base").comparison.fixed;
    assert!(fixed.is_empty(), "{fixed:?}");
}

#[test]
fn what_a_change_withholds_is_not_repeated_by_what_it_fixes() {
    let with = |from: &str| {
        format!(
            "-- rfp/0001-lists.md --\n+++\ntitle = \"Lists\"\nsow = \"SOW-0001\"\n\n[[offer]]\nfrom = {from}\nreceived = 2026-11-02\n+++\n"
        )
    };
    let (base, head) =
        (with("\"Harbourmaster\""), with("{ withheld = \"the call is open\", until = 2027-01-01, by = \"DEC-0001\" }"));
    let project = support::project_since(Tree::fixture(&head), Tree::fixture(&base));
    let fixed = project.base.expect("there is a base").comparison.fixed;
    assert!(fixed.iter().any(|it| it.rule == "unknown-reference"), "{fixed:?}");
    assert!(!format!("{fixed:?}").contains("Harbourmaster"), "{fixed:?}");
}

/// What fails when the change is checked, and what fails once it is merged.
fn errors(base: &str, change: &str) -> (Vec<&'static str>, Vec<&'static str>) {
    let changed = Tree::fixture(base).changed(change);
    let project = support::project_since(changed.clone(), Tree::fixture(base));
    let before = support::project(Tree::fixture(base)).report.findings;
    let was_there = |it: &Diagnostic| before.iter().any(|other| (other.rule, &other.message) == (it.rule, &it.message));
    let is_error = |it: &&Diagnostic| {
        it.level == Level::Error
            && it.baseline_state.is_none_or(|baseline_state| baseline_state == BaselineState::New)
            && !was_there(it)
    };
    let rules = |findings: &[Diagnostic]| {
        let rules: BTreeSet<&'static str> = findings.iter().filter(is_error).map(|finding| finding.rule).collect();
        Vec::from_iter(rules)
    };
    (rules(&project.report.findings), rules(&support::project(changed).report.findings))
}

#[test]
fn what_follows_from_a_slip_is_told_where_the_slip_itself_is_not() {
    let person = "-- people/ada.md --\n+++\nname = \"Ada Example\"\n+++\n";
    let base = person.to_owned()
        + "-- index.md --\n# Hello\n\n[Ada](people/ada.md)\n"
        + "-- meetings/2026-11-02.md --\n+++\ngroup = \"iwg\"\nkind = \"regular\"\nheld = true\npresent = [\"ada\"]\n+++\n\n\
           - [ ] @ada: ask for quotes (due 2026-12-01)\n"
        + "-- organizations/acme.md --\n+++\nname = \"Acme\"\nroles = [\"contractor\"]\n+++\n"
        + "-- people/grace.md --\n+++\nname = \"Grace Example\"\n+++\n"
        + &sow("cancelled", "");
    let deleted = "-- people/ada.md -- deleted\n";
    let (told, merged) = errors(&base, deleted);
    assert_eq!(told, ["record-deleted"]);
    assert!(merged.contains(&"unknown-reference") && merged.contains(&"broken-link"), "{merged:?}");
    let waived = "-- candor.toml --\ntitle = \"Group\"\n\n[[waiver]]\nrule = \"record-deleted\"\nrecord = \"people/ada.md\"\n\
                  reason = \"Ada asked to be forgotten.\"\nuntil = 2026-12-31\n";
    for level in ["warning", "off"] {
        let lowered = format!("-- candor.toml --\ntitle = \"Group\"\n\n[levels]\nrecord-deleted = \"{level}\"\n");
        assert_eq!(errors(&(lowered + &base), deleted).0, merged, "{level}");
    }
    assert_eq!(errors(&(waived.to_owned() + &base), deleted).0, merged);
    // An event that is taken out leaves a step that nobody may take.
    let walked = sow(
        "discussion",
        "discussion = \"https://example.org/t/1\"\ncomment = { opens = 2026-11-03, closes = 2026-11-20 }\n",
    )
    .replace("+++\n\n", "")
        + person;
    let walked = walked.replacen(
        "by = \"ada\"\n+++",
        "by = \"ada\"\n\n[[event]]\nto = \"cancelled\"\ndate = 2026-11-20\nby = \"ada\"\n+++",
        1,
    );
    let edited = walked.replace("to = \"discussion\"", "to = \"approved\"");
    let (told, merged) = errors(&walked, &edited);
    assert_eq!(told, ["history-edited"]);
    assert!(merged.contains(&"illegal-transition"), "{merged:?}");
    let lowered = "-- candor.toml --\ntitle = \"Group\"\n\n[levels]\nhistory-edited = \"off\"\n".to_owned();
    assert_eq!(errors(&(lowered + &walked), &edited).0, merged);
}

/// The flagged examples of all rule pages that judge no change, each with its rule.
fn flagged() -> impl Iterator<Item = (&'static str, Tree)> {
    RULES.iter().flat_map(|rule| {
        let examples = RulePage::of(rule).examples().into_iter();
        let flagged = examples.filter(|example| example.flagged && example.base.is_none());
        flagged.map(|example| (rule.name, example.tree()))
    })
}

/// What is new in a change and what it fixed, of the files that the base has.
fn new_and_fixed(base: Tree, head: Tree) -> [BTreeSet<(&'static str, String)>; 2] {
    let project = support::project_since(head, base);
    let base = project.base.expect("there is a base");
    let new = project.report.findings.iter().filter(|it| it.baseline_state == Some(BaselineState::New));
    let of_old = |it: &&Diagnostic| base.tree.sources.contains_key(&it.path) || it.path.as_str() == "candor.toml";
    let places = |it: &Diagnostic| (it.rule, it.path.to_string());
    [new.filter(of_old).map(places).collect(), base.comparison.fixed.iter().filter(of_old).map(places).collect()]
}

#[test]
fn a_change_of_another_file_brings_nothing_in_and_fixes_nothing() {
    let other = "-- unrelated-notes.md --\n# Unrelated notes\n\nSee [this](gone.md), and [that](gone-too.md).\n";
    let mut wrong = Vec::new();
    for (rule, base) in flagged() {
        let head = base.clone().changed(other);
        let [new, fixed] = new_and_fixed(base, head);
        if !new.is_empty() || !fixed.is_empty() {
            wrong.push(format!("{rule}: new {new:?}, fixed {fixed:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_finding_is_new_and_fixed_at_once() {
    let mut wrong = Vec::new();
    for (rule, base) in flagged() {
        // Every record has a neighbour that is like it, so that all that is counted or listed changes; and every text goes on.
        let mut change = String::new();
        for (path, source) in base.sources.iter().filter(|(path, _)| path.is_markdown()) {
            let path = path.as_str();
            let text = format!("{}\nThe text goes on.\n", source.text.trim_end());
            change += &format!("-- {path} --\n{text}-- {} --\n{}\n", neighbour(path), source.text.trim_end());
        }
        let head = base.clone().changed(&change);
        let [new, fixed] = new_and_fixed(base, head);
        let both: Vec<_> = new.intersection(&fixed).collect();
        if !both.is_empty() {
            wrong.push(format!("{rule}: {both:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Where a second group like the one that is meant leaves open which that is, so that nothing can be said any more.
const LEFT_OPEN: [&str; 1] = ["term-without-appointment"];

#[test]
fn no_finding_moves_to_a_record_that_comes_before_its_own() {
    let mut wrong = Vec::new();
    for (rule, base) in flagged().filter(|(rule, _)| !LEFT_OPEN.contains(rule)) {
        // Two people of one name are another matter.
        let is_twin = |path: &ContentPath| path.is_markdown() && path.folder() != "people";
        let texts = base.sources.iter().filter(|(path, _)| is_twin(path));
        let twins =
            texts.map(|(path, source)| format!("-- {} --\n{}\n", forerunner(path.as_str()), source.text.trim_end()));
        let head = base.clone().changed(&twins.collect::<String>());
        let project = support::project_since(head, base);
        let fixed = project.base.expect("there is a base").comparison.fixed;
        let is_new = |it: &&Diagnostic| it.rule == rule && it.baseline_state == Some(BaselineState::New);
        // What is said of each record by itself is said of its twin as well, and what was there stays.
        if let Some(came) = project.report.findings.iter().find(is_new) {
            let went = fixed.iter().filter(|it| it.rule == rule);
            wrong.extend(went.map(|went| format!("{rule}: from {} to {}: {}", went.path, came.path, went.message)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A path beside `path` for a record of its kind: the next number, the next year, another name.
fn neighbour(path: &str) -> String {
    beside(path, 1, "other-")
}

/// The same for one that comes before it.
fn forerunner(path: &str) -> String {
    beside(path, -1, "0-")
}

/// `path` with another number, `by` so many away, or with `mark` before its name where it has none.
fn beside(path: &str, by: i32, mark: &str) -> String {
    let (folder, name) = path.rsplit_once('/').map_or(("", path), |(folder, name)| (folder, name));
    let slash = if folder.is_empty() { "" } else { "/" };
    match name.get(..4).filter(|number| number.bytes().all(|byte| byte.is_ascii_digit())) {
        Some(number) => {
            let other = number.parse::<i32>().expect("four digits are a number") + by;
            format!("{folder}{slash}{other:04}{}", &name[4..])
        }
        None => format!("{folder}{slash}{mark}{name}"),
    }
}

#[test]
fn a_finding_that_counts_other_files_was_there_when_they_become_more() {
    let minutes = |day: &str, more: &str| format!("-- minutes/{day}.md --\n# Minutes\n\n## Actions\n\nNone.\n{more}");
    let with_agenda = |day: &str| minutes(day, "\n## Agenda\n\nThe budget.\n");
    let base: String =
        ["2026-01-02", "2026-02-02", "2026-03-02"].map(with_agenda).concat() + &minutes("2026-04-06", "");
    let rule = "sections-unlike-siblings";
    assert_eq!(states(rule, "", &base).0, vec![BaselineState::New]);
    assert_eq!(states(rule, &base, &with_agenda("2026-05-04")), (vec![BaselineState::Existing], 0));
    let touched = minutes("2026-04-06", "\n## Budget\n\nNone.\n") + &with_agenda("2026-05-04");
    assert_eq!(states(rule, &base, &touched), (vec![BaselineState::Existing], 0));
}

#[test]
fn a_section_that_is_missing_is_another_one_than_that_which_was() {
    let profile = "-- candor.toml --\ntitle = \"Group\"\nprofile = [\"ours.toml\"]\n-- ours.toml --\nname = \"ours\"\n\n[kind.sow]\n\
                   sections = { draft = [\"Problem description\", \"Work mode\"] }\n";
    let with = |section: &str| profile.to_owned() + &sow("draft", "") + &format!("\n## {section}\n\nThey leak.\n");
    assert_eq!(
        states("missing-section", &with("Problem description"), &with("Work mode")),
        (vec![BaselineState::New], 1)
    );
    assert_eq!(states("missing-section", &with("Other"), &with("Work mode")), (vec![BaselineState::Existing], 1));
}

#[test]
fn a_key_that_is_missing_is_another_one_than_that_which_was() {
    let person = |key: &str| format!("-- groups/iwg.md --\n+++\n{key}\n+++\n");
    let (base, change) = (person("name = \"Group\""), person("type = \"community\""));
    assert_eq!(states("missing-key", &base, &change), (vec![BaselineState::New], 1));
}

#[test]
fn a_wrong_value_in_place_of_another_was_there_and_a_wrong_item_is_new() {
    let person = |more: &str| format!("-- people/ada.md --\n+++\nname = \"Ada Example\"\n{more}+++\n");
    let (base, change) = (person("from = 2026-13-01\n"), person("from = 2026-14-01\n"));
    for rule in ["impossible-date", "unknown-key", "invalid-toml"] {
        let (states, fixed) = states(rule, &base, &change);
        assert!(
            states.iter().all(|state| *state == BaselineState::Existing) && fixed == 0,
            "{rule}: {states:?}, {fixed}"
        );
    }
    let sow = |proposals: &str| sow("draft", "").replace("\"PRP-0001\"", proposals);
    let rule = "unknown-reference";
    let (before, after) = (sow("\"PRP-0001\", \"PRP-0002\""), sow("\"PRP-0002\", \"PRP-0003\""));
    let of_proposals = |base: &str, change: &str| {
        let project = support::project_since(Tree::fixture(base).changed(change), Tree::fixture(base));
        let findings = project.report.findings.into_iter().filter(|it| it.rule == rule && it.message.contains("PRP-"));
        findings.map(|it| it.baseline_state.expect("there is a base")).collect::<Vec<_>>()
    };
    assert_eq!(of_proposals(&before, &after), [BaselineState::Existing, BaselineState::New]);
}

#[test]
fn two_findings_of_a_rule_at_one_place_say_what_each_is_about() {
    for (_, tree) in flagged() {
        let mut seen = BTreeSet::new();
        for it in support::project(tree).report.findings {
            assert!(seen.insert((it.rule, it.path.clone(), it.span, it.about.clone())), "{it:#?}");
        }
    }
}
