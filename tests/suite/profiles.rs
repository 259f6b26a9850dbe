//! What a group is told about a profile of its own, and about a configuration that cannot be read.

use candor::diagnostic::Diagnostic;
use candor::tree::Tree;

use crate::support::{project, shown};

/// The place, the rule, the message and the help of each finding in `files` but those on records and folders.
fn told(files: &str) -> String {
    let tree = Tree::fixture(files);
    let project = project(tree.clone());
    let findings = placed(&project.report.findings);
    let findings = findings.iter().filter(|it| it.path.as_str().ends_with(".toml"));
    let lines = findings.map(|it| {
        let text = tree.text(it.path.as_str()).cloned().unwrap_or_default();
        let marked = it.span.and_then(|span| text.get(span.range())).unwrap_or_default();
        let line = it.span.map_or(0, |span| candor::text::line_column(&text, span.start).0);
        let help = it.help.as_deref().unwrap_or_default();
        format!(
            "{}:{line} «{}» {}: {} ({help})\n",
            it.path,
            marked.lines().next().unwrap_or_default(),
            it.rule,
            it.message
        )
    });
    lines.collect()
}

/// Without the findings on what a site lacks as a whole.
fn placed(findings: &[Diagnostic]) -> Vec<Diagnostic> {
    findings.iter().filter(|it| it.span.is_some()).cloned().collect()
}

/// What [`told`] says of one profile.
fn told_of(profile: &str) -> String {
    told(&format!("-- candor.toml --\nprofile = [\"ours.toml\"]\n-- ours.toml --\nname = \"ours\"\n{profile}"))
}

#[test]
fn a_key_or_a_level_that_nothing_is_called_by_is_found() {
    let profile = r#"
[levels]
staled = "error"

[clause.comments]
source = "Charter"
says = "time to comment"
rules = ["decided-too-early"]
requires = ["coment_days", "group.bord.seats"]
"#;
    snapbox::assert_data_eq!(
        told_of(profile),
        snapbox::str![[r#"
ours.toml:4 «staled» unknown-rule: there is no rule `staled` (did you mean `stalled`?)
ours.toml:10 «"coment_days"» invalid-profile: no requirement has the key `coment_days` (did you mean `comment_days`?)
ours.toml:10 «"group.bord.seats"» invalid-profile: no requirement has the key `group.bord.seats` (did you mean `group.board.seats`?)

"#]]
    );
}

#[test]
fn a_guard_asks_a_field_only_for_what_the_field_can_hold() {
    let profile = r#"
[[kind.sow.transition]]
from = "draft"
to = "discussion"
by = "owner"
needs = [
  { field = "route", is = "voluntee" },
  { field = "cost", is = "low" },
  { field = "acceptance.met" },
  { unless = { field = "route", is = ["volunter"], needs = [{ field = "cost" }] } },
  { elapsed = { from = "title", days = 3 } },
  { before = { first = "title", then = "event.date" } },
  { all_met = "services" },
  { link = "owner" },
  { section = "Exit and hand-over" },
  { approvals = { count = 2 } },
  { count = { field = "title", at_least = 2 } },
  { count = { field = "work_item", at_least = 2, distinct = "done" } },
  { field = "shared_infrastructure", is = "true" },
  { elapsed = { from = "comment.opens", days = 3 } },
  { all_met = "work_item" },
  { link = "event.link" },
]

[kind.sow]
holder = { draft = "title" }
fields = { routed = ["acceptance.met", "event.note"] }
"#;
    snapbox::assert_data_eq!(
        told_of(profile),
        snapbox::str![[r#"
ours.toml:8 «"voluntee"» invalid-profile: `route` never says `voluntee` (did you mean `volunteer`?)
ours.toml:9 «"low"» invalid-profile: `cost` holds no words, so it never says `low` (leave `is` out: it is then enough that the field is given)
ours.toml:10 «"acceptance.met"» invalid-profile: `acceptance.met` of a statement of work stands in each item of a list, where no step finds it (ask for the list: `{ count = { field = "acceptance", at_least = 1 } }`)
ours.toml:11 «"volunter"» invalid-profile: `route` never says `volunter` (did you mean `volunteer`?)
ours.toml:12 «"title"» invalid-profile: `title` of a statement of work is no date (fields that fit are `comment.opens`, `comment.closes`, `cost.until`, `blocked.since`, `event.date`)
ours.toml:13 «"title"» invalid-profile: `title` of a statement of work is no date (fields that fit are `comment.opens`, `comment.closes`, `cost.until`, `blocked.since`, `event.date`)
ours.toml:14 «"services"» invalid-profile: `services` of a statement of work is no list of things that are `met` or `done` (fields that fit are `work_item`, `acceptance`)
ours.toml:15 «"owner"» invalid-profile: `owner` of a statement of work is no link (fields that fit are `discussion`, `blocked.link`, `event.link`)
ours.toml:16 «"Exit and hand-over"» invalid-profile: the outline has no section `Exit and hand-over` (did you mean `Exit and handover`?)
ours.toml:17 «{ count = 2 }» invalid-profile: a statement of work has no field `approval`, so nobody can approve one (ask for a decision: `{ decision = { group = "board" } }`)
ours.toml:18 «"title"» invalid-profile: `title` of a statement of work is neither a list nor a number (fields that fit are `proposals`, `services`, `agreements`, `slo`, `work_item`, `acceptance`, `milestone`, `rfp`, `assignees`, `event`)
ours.toml:19 «"done"» invalid-profile: `work_item.done` holds no text by which two items could be told apart (name a key that holds a name, a word or a text)
ours.toml:27 «"title"» invalid-profile: `title` of a statement of work names nobody (fields that fit are `proposals`, `owner`, `group`, `cost.by`, `services`, `agreements`, `slo.service`, `slo.agreed_by`, `work_item.owner`, `rfp`, `bounty`, `contract`, `assignees`, `event.by`, `event.decision`)
ours.toml:28 «"acceptance.met"» invalid-profile: `acceptance.met` of a statement of work stands in each item of a list, and a state asks for one value (ask for the list: `acceptance`)
ours.toml:28 «"event.note"» invalid-profile: `event.note` of a statement of work stands in each item of a list, and a state asks for one value (ask for it in the steps that lead there: `needs = [{ field = "event.note" }]`)

"#]]
    );
}

#[test]
fn the_state_of_another_record_is_one_of_its_own_kind() {
    let profile = r#"
[[kind.sow.transition]]
from = "draft"
to = "discussion"
by = "owner"
needs = [
  { state = { of = "title", is = ["awarded"] } },
  { state = { of = "rfp", is = ["adopted"] } },
  { state = { of = "rfp", is = ["awarded", "awrded"] } },
  { state = { of = "contract", is = ["signed"] } },
]
"#;
    snapbox::assert_data_eq!(
        told_of(profile),
        snapbox::str![[r#"
ours.toml:8 «"title"» invalid-profile: `title` of a statement of work names no other record (fields that fit are `proposals`, `owner`, `group`, `cost.by`, `services`, `agreements`, `slo.service`, `slo.agreed_by`, `work_item.owner`, `rfp`, `bounty`, `contract`, `assignees`, `event.by`, `event.decision`)
ours.toml:9 «"adopted"» invalid-profile: a request for proposal, which `rfp` names, has no state `adopted` (its states are `draft`, `published`, `closed`, `evaluating`, `awarded`, `unsuccessful`, `cancelled`)
ours.toml:10 «"awrded"» invalid-profile: a request for proposal, which `rfp` names, has no state `awrded` (did you mean `awarded`?)
ours.toml:11 «"signed"» invalid-profile: a contractor, which `contract` names, has no state `signed` (such records have no states: ask for something else)

"#]]
    );
}

#[test]
fn numbers_and_days_that_contradict_each_other_are_found() {
    let profile = r#"
[require]
max_donor_percent = 150

[group.board]
min_members = 9
max_members = 3
seats = [{ kind = "community", min = 4, max = 2 }, { kind = "community" }]
roles = [{ role = "chiar" }, { role = "member", min = 3, max = 1 }]
decisions = [
  { mode = "consnsus", until = 2020-01-01 },
  { mode = "consensus", since = 2020-02-01, until = 2020-01-15 },
  { mode = "consensus", since = 2020-03-01 },
  { mode = "simple-majority", since = 2021-03-01 },
]
meetings = [{ every_days = 60, at_most_days = 30, until = 2020-01-01 }, { since = 2020-01-01 }]

[clause.all]
source = "Charter"
says = "how many we are"
person = "Everybody counts."
requires = ["max_donor_percent", "group.board.min_members", "group.board.max_members", "group.board.seats", "group.board.roles"]

[[kind.sow.transition]]
from = "draft"
to = "discussion"
by = "owner"
since = 2022-01-01
until = 2021-01-01
needs = [{ count = { field = "work_item", at_least = 3, at_most = 1 } }, { count = { field = "work_item" } }]

[[kind.proposal.transition]]
from = "triaged"
to = "adopted"
by = "group"
needs = [{ approvals = { count = 2, affiliations = 3 } }]
"#;
    snapbox::assert_data_eq!(
        told_of(profile),
        snapbox::str![[r#"
ours.toml:4 «150» invalid-profile: `max_donor_percent` is 150, and no share is larger than 100 percent (write how many percent at most: `max_donor_percent = 50`)
ours.toml:8 «3» invalid-profile: `min_members` is 9 and `max_members` is 3: no number fits both (swap them, or correct one: `max_members` is the larger number)
ours.toml:9 «2» invalid-profile: `min` is 4 and `max` is 2: no number fits both (swap them, or correct one: `max` is the larger number)
ours.toml:9 «"community"» invalid-profile: the seat `community` stands here a second time (remove one, or give them different names)
ours.toml:10 «"chiar"» invalid-profile: `chiar` is no role of a group (did you mean `chair`?)
ours.toml:10 «1» invalid-profile: `min` is 3 and `max` is 1: no number fits both (swap them, or correct one: `max` is the larger number)
ours.toml:12 «"consnsus"» invalid-profile: `consnsus` is no mode of deciding (did you mean `consensus`?)
ours.toml:13 «2020-01-15» invalid-profile: `since` is 2020-02-01 and `until` is 2020-01-15: it never applies (`until` is the first day on which it does not apply any more: write a day after `since`)
ours.toml:14 «2020-03-01» invalid-profile: nothing says how the group decides from 2020-01-01 on and before 2020-03-01 (begin this one on that day, `since = 2020-01-01`, or add one for the days between)
ours.toml:15 «2021-03-01» invalid-profile: two tables say how the group decides on 2021-03-01 (end the one before on that day: `until = 2021-03-01`)
ours.toml:17 «30» invalid-profile: `every_days` is 60 and `at_most_days` is 30: no number fits both (swap them, or correct one: `at_most_days` is the larger number)
ours.toml:17 «{ since = 2020-01-01 }» invalid-profile: nothing says how often the group meets (add `every_days`, or `at_most_days` for the longest gap)
ours.toml:30 «2021-01-01» invalid-profile: `since` is 2022-01-01 and `until` is 2021-01-01: it never applies (`until` is the first day on which it does not apply any more: write a day after `since`)
ours.toml:31 «1» invalid-profile: `at_least` is 3 and `at_most` is 1: no number fits both (swap them, or correct one: `at_most` is the larger number)
ours.toml:31 «{ field = "work_item" }» invalid-profile: every number of items fits this (add `at_least = 1`, or `at_most`)
ours.toml:37 «3» invalid-profile: `count` asks for fewer approvals, 2, than `affiliations`, 3 (write `count = 3`, or fewer affiliations)

"#]]
    );
}

#[test]
fn nothing_where_something_must_stand_is_found() {
    let profile = r#"
[[kind.sow.transition]]
from = []
to = "costed"
by = []
needs = [
  { field = "route", is = [] },
  { unless = { field = "route", needs = [] } },
  { state = { of = "rfp", is = [] } },
]

[[kind.sow.transition]]
from = "draft"
to = "discussion"
by = ["anyone", "ownr"]
clause = "nope"

[kind.survey]
replaces = true
initial = "open"
sections = { open = "Method" }

[require]
comment_days = { unknown = "we forgot" }
"#;
    snapbox::assert_data_eq!(
        told_of(profile),
        snapbox::str![[r#"
ours.toml:4 «[]» invalid-profile: nothing stands in `from` (name the states, or write `from = "any"`)
ours.toml:6 «[]» invalid-profile: nothing stands in `by` (say who may take the step, or `by = "anyone"`)
ours.toml:8 «[]» invalid-profile: nothing stands in `is` (name the words, or leave `is` out)
ours.toml:9 «[]» invalid-profile: nothing stands in `needs` (say what holds where the exception does not)
ours.toml:10 «[]» invalid-profile: nothing stands in `is` (name the states that the record may be in)
ours.toml:16 «"ownr"» invalid-profile: `ownr` is neither a body nor a field of a statement of work (did you mean `owner`?)
ours.toml:17 «"nope"» invalid-profile: no profile declares a clause `nope` (declare it: `[clause.nope]` with `source` and `says`; or name the source in several words)
ours.toml:21 «"open"» invalid-profile: a survey has no state `open` (add it to `states`: `{ name = "open", means = "…", meaning = "…" }`)
ours.toml:22 «open» invalid-profile: a survey has no state `open` (add it to `states`: `{ name = "open", means = "…", meaning = "…" }`)
ours.toml:22 «"Method"» invalid-profile: the outline has no section `Method` (add it to `outline`: `{ title = "Method", guidance = "…" }`)
ours.toml:25 «{ unknown = "we forgot" }» wrong-type: `require.comment_days` must be a whole number, zero or more, found a table (write `comment_days = 3`)

"#]]
    );
}

#[test]
fn what_leaves_a_state_hanging_is_where_the_finding_stands() {
    let profile = r#"
[kind.sow]
terminal = ["closed", "rejected"]
derived = true
states = [
  { name = "draft", after = "routed" },
  { name = "frozen", means = "open", after = "draft", meaning = "It waits." },
  { name = "frozen", meaning = "It rests." },
]
holder = { frozen = "owner" }

[[kind.sow.transition]]
from = "draft"
to = "frozen"
by = "owner"

[[kind.sow.transition]]
from = "frozen"
to = "draft"
by = "owner"
"#;
    snapbox::assert_data_eq!(
        told_of(profile),
        snapbox::str![[r#"
ours.toml:4 «["closed", "rejected"]» invalid-profile: no step leads a sow out of the state `cancelled` (add a `[[kind.sow.transition]]` with `from = "cancelled"`, `to` and `by`, or `cancelled` to `terminal`)
ours.toml:4 «["closed", "rejected"]» invalid-profile: nobody holds a sow in the state `cancelled` (add `cancelled = "…"` to `holder` in `[kind.sow]`: a body, a field or a role)
ours.toml:5 «true» invalid-profile: the state of a sow follows from its events, and from nothing else (remove `derived`)
ours.toml:7 «"routed"» invalid-profile: the state `draft` is there already, and keeps its place (remove `after`)
ours.toml:9 «"frozen"» invalid-profile: the state `frozen` stands here a second time (remove one, or give them different names)

"#]]
    );
}

#[test]
fn two_profiles_that_begin_a_kind_anew_disagree_until_one_wins() {
    let both = |list: &str| told(&format!("-- candor.toml --\nprofile = {list}\n"));
    snapbox::assert_data_eq!(
        both(r#"["rust-vmm", "openstack-liaisons"]"#),
        snapbox::str![[r#"
candor.toml:1 «"openstack-liaisons"» profiles-disagree: in the profile `openstack-liaisons`: `rust-vmm` and `openstack-liaisons` disagree on `kind.proposal`, and neither says that it wins (settle it in a profile of your own, listed last, with `wins_over = ["rust-vmm", "openstack-liaisons"]`)

"#]]
    );
    snapbox::assert_data_eq!(
        both(r#"["llvm-area-team", "rust-vmm"]"#),
        snapbox::str![[r#"
candor.toml:1 «"rust-vmm"» profiles-disagree: in the profile `rust-vmm`: `llvm-area-team` and `rust-vmm` disagree on `kind.proposal`, and neither says that it wins (settle it in a profile of your own, listed last, with `wins_over = ["llvm-area-team", "rust-vmm"]`)

"#]]
    );
    const CRATES: &str =
        "-- crates.toml --\nname = \"crates\"\nextends = \"rust-vmm\"\n[kind.proposal]\nreplaces = true\n";
    let states = "initial = \"sent\"\nterminal = [\"sent\"]\nstates = [{ name = \"sent\", means = \"done\", meaning = \"It is sent.\" }]\n";
    assert_eq!(told(&format!("-- candor.toml --\nprofile = [\"crates.toml\"]\n{CRATES}{states}")), "");
}

#[test]
fn a_profile_that_wins_lies_above() {
    let files = "-- candor.toml --\nprofile = [\"a.toml\", \"b.toml\"]\n-- a.toml --\nname = \"a\"\nwins_over = [\"b\", \"a\"]\nlevels = { stalled = \"off\" }\n-- b.toml --\nname = \"b\"\nlevels = { stalled = \"error\" }\n-- c.toml --\nname = \"b\"\n";
    snapbox::assert_data_eq!(
        told(files),
        snapbox::str![[r#"
a.toml:2 «"b"» invalid-profile: `a` is to win over `b`, which lies above it (list `a.toml` after it in the `profile` of candor.toml, or remove this word)
a.toml:2 «"a"» invalid-profile: `wins_over` names `a`, the profile that it stands in (remove it)

"#]]
    );
    let twins = "-- candor.toml --\nprofile = [\"a.toml\", \"b.toml\"]\n-- a.toml --\nname = \"ours\"\n-- b.toml --\nname = \"ours\"\n";
    snapbox::assert_data_eq!(
        told(twins),
        snapbox::str![[r#"
a.toml:1 «"ours"» invalid-profile: another profile of this site is called `ours` too (give it a name of its own)
b.toml:1 «"ours"» invalid-profile: another profile of this site is called `ours` too (give it a name of its own)

"#]]
    );
}

#[test]
fn what_stands_twice_is_named_once_with_the_first_place() {
    let tree = Tree::fixture(
        "-- candor.toml --\nprofile = [\"ours.toml\"]\n-- ours.toml --\nname = \"ours\"\n\n[clause.a]\nsource = \"Charter\"\nsays = \"one\"\nrules = [\"stalled\"]\n\n[clause.a]\nsource = \"Charter\"\nsays = \"two\"\nrules = [\"stalled\"]\n\n[clause.b]\nsource = \"Charter\"\nsays = \"three\"\nsource = \"Minutes\"\n",
    );
    snapbox::assert_data_eq!(
        shown(&placed(&project(tree.clone()).report.findings), &tree),
        snapbox::str![[r#"
error[invalid-toml]: the table `[clause.a]` stands here a second time
 --> ours.toml:8:1
  |
3 | [clause.a]
  | ---------- it stands here first
...
8 | [clause.a]
  | ^^^^^^^^^^
  |
  = help: bring the two together, or call one of them something else

error[invalid-toml]: the key `source` stands here a second time
  --> ours.toml:16:1
   |
14 | source = "Charter"
   | ------ it stands here first
15 | says = "three"
16 | source = "Minutes"
   | ^^^^^^
   |
   = help: bring the two together, or call one of them something else

"#]]
    );
}

#[test]
fn a_list_without_its_end_is_one_finding_and_the_rest_is_read() {
    let tree = Tree::fixture(
        "-- candor.toml --\ntitle = \"Tools\"\nprofile = [\n  \"llvm-iwg\",\n\ndescription = \"What we do.\"\n\n[levels]\nstaled = \"off\"\n",
    );
    let project = project(tree.clone());
    assert_eq!(project.site.profile.names, ["base", "llvm-iwg"]);
    assert_eq!(project.site.config.description.as_deref(), Some("What we do."));
    snapbox::assert_data_eq!(
        shown(&placed(&project.report.findings), &tree),
        snapbox::str![[r#"
error[invalid-toml]: the configuration is not valid TOML: nothing closes this list
 --> candor.toml:2:11
  |
2 | profile = [
  |           ^
...
5 | description = "What we do."
  | ----------- this is no item of it
  |
help: write `]` after its last item
  |
3 -   "llvm-iwg",
3 +   "llvm-iwg"]
  |

error[unknown-rule]: there is no rule `staled`
 --> candor.toml:8:1
  |
8 | staled = "off"
  | ^^^^^^
  |
  = help: did you mean `stalled`?

"#]]
    );
}

#[test]
fn a_broken_configuration_is_judged_by_what_was_read_safely() {
    let without_a_place = "-- candor.toml --\nprofile = [\"llvm-iwg\"\ntitle = \"Tools\"\nurl = 3\n";
    snapbox::assert_data_eq!(
        told(without_a_place),
        snapbox::str![[r#"
candor.toml:1 «[» invalid-toml: the configuration is not valid TOML: nothing closes this list (write `]` after its last item)
candor.toml:3 «url» unknown-key: `url` belongs below a header `[[tracker]]`, which is not there (write `[[tracker]]` above it)
candor.toml:3 «3» wrong-type: `tracker.url` must be text in quotes, found a number (write `url = "…"`)

"#]]
    );
    let without_brace = "[kind.pledge]\nstates = [\n  { name = \"lost\", phase = \"ended\"\n\ninitial = \"lost\"\n[levels]\nstaled = \"off\"\nstalled = \"off\"\n";
    snapbox::assert_data_eq!(
        told_of(without_brace),
        snapbox::str![[r#"
ours.toml:6 «initial» invalid-toml: the profile is not valid TOML: missing comma between key-value pairs, expected `,` (text stands in double quotes, `"…"`; lists in brackets; dates, numbers, true and false stand bare)

"#]]
    );
    let profile = "extends = llvm-iwg\n[kind.sow]\nholder = { draft = \"ownr\" }\n";
    snapbox::assert_data_eq!(
        told_of(profile),
        snapbox::str![[r#"
ours.toml:2 «llvm-iwg» invalid-toml: the text of `extends` stands without quotes (put it in double quotes: `extends = "…"`)
ours.toml:4 «"ownr"» invalid-profile: `ownr` is neither a body nor a field of a statement of work (did you mean `owner`?)

"#]]
    );
}

#[test]
fn an_empty_reason_is_no_reason() {
    let tree = Tree::fixture(
        "-- candor.toml --\nprofile = [\"ours.toml\"]\n-- ours.toml --\nname = \"ours\"\n[group.project]\nduties = [{ area = \"bugs\", meaning = \"Triages.\" }]\n[clause.duties]\nsource = \"Wiki\"\nsays = \"somebody triages\"\nrules = [\"duty-vacant\"]\nrequires = [\"group.project.duties\"]\n-- groups/nova.md --\n+++\nname = \"Nova\"\ntype = \"project\"\n\n[[duty]]\narea = \"bugs\"\nnot_applicable = \"\"\n+++\n",
    );
    let findings = project(tree).report.findings;
    let told: Vec<String> = findings.iter().map(|it| format!("{}: {}", it.rule, it.message)).collect();
    assert!(told.contains(&"duty-vacant: nobody has the duty `bugs` of `nova`".to_owned()), "{told:#?}");
}

#[test]
fn several_people_are_several() {
    let person = |slug: &str| format!("-- people/{slug}.md --\n+++\nname = \"{slug}\"\n+++\n");
    let tree = Tree::fixture(&format!(
        "-- candor.toml --\nprofile = [\"ours.toml\"]\n-- ours.toml --\nname = \"ours\"\n[group.project]\nfinal_say = \"lead\"\nduty_deputies = true\n{}{}-- groups/nova.md --\n+++\nname = \"Nova\"\ntype = \"project\"\n\n[[member]]\nperson = \"ada\"\nrole = \"lead\"\nfrom = 2026-01-01\n\n[[member]]\nperson = \"ben\"\nrole = \"lead\"\nfrom = 2026-01-01\n+++\n",
        person("ada"),
        person("ben")
    ));
    let findings = project(tree).report.findings;
    let told = findings.iter().find(|it| it.rule == "duty-without-deputy").map(|it| it.message.as_str());
    assert_eq!(told, Some("ada and ben are each lead of `nova` without an end, and nobody can step in"));
}
