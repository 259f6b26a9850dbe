//! A slip in `candor.toml` or in a profile is one finding, and what the file means counts: nothing is concluded elsewhere. No
//! check passes for it.

use candor::diagnostic::fix::apply;
use candor::diagnostic::{Diagnostic, Level};
use candor::tree::Tree;
use rayon::prelude::*;

use crate::support;

/// Settings on which much depends: who the group is, what is waived, where records lie.
const SETTINGS: &str = r##"title = "Wren"
base_url = "https://wren.example.org/"
profile = ["base", "ours.toml"]
rung = "decisions"
timezone = "Europe/Berlin"
group = "tools"
accent = "#7a2e0e"
headers = true
record_until = 2026-11-20

[levels]
stalled = "error"
empty-key = "error"

[[tracker]]
url = "https://example.org/old/issues/"
until = 2025-06-30

[[tracker]]
url = "https://example.org/new/issues/"
from = 2025-07-01

[[waiver]]
rule = "unknown-reference"
record = "DEC-0001"
reason = "it was agreed"
until = 2026-12-31

[[folder]]
path = "designs"
kind = "proposal"
prefix = "DESIGN"
name = "{number}-{slug}.md"
state = "status"
unknown_keys = "show"

[folder.keys]
author = "proposer"

[folder.states]
new = "submitted"
"##;

/// A profile whose parts lean on each other.
const PROFILE: &str = r#"name = "ours"
extends = "base"

[levels]
decision-without-end = "warning"

[body.group]
title = "the makers"
of_record = true

[require]
minutes_days = 20

[group.community]
min_members = 1
max_members = 9

[clause.minutes]
source = "Charter, Meetings"
says = "minutes are public after three weeks"
rules = ["overdue-minutes"]
about = ["meeting"]
requires = ["minutes_days"]

[clause.size]
source = "Charter, Members"
says = "it is small"
person = "Everybody counts."
requires = ["group.community.min_members", "group.community.max_members"]

[clause.triage]
source = "Charter, Proposals"
says = "the group looks at it within a week"
rules = ["illegal-transition"]

[kind.proposal]
plural = "designs"
stalled_after_days = { submitted = 60 }

[[kind.proposal.transition]]
from = "submitted"
to = "triaged"
by = "group"
label = "the makers look at it"
clause = "triage"
"#;

const RECORDS: &str = "-- people/ada.md --
+++
name = \"Ada Example\"
+++
-- groups/tools.md --
+++
name = \"Tools\"
type = \"community\"
contact = \"https://tools.example.org\"

[[member]]
person = \"ada\"
role = \"member\"
from = 2020-01-01
+++
-- designs/1-clock.md --
+++
title = \"A new clock\"
author = \"ada\"
issue = \"https://example.org/i/43\"
impact = \"minor\"
status = \"new\"
shepherd = \"Bo\"
+++

## Problem

The old clock is slow.
-- proposals/0001-lists.md --
+++
title = \"Lists\"
proposer = \"ada\"
issue = \"https://example.org/i/1\"
impact = \"minor\"

[[event]]
to = \"submitted\"
date = 2026-10-01
by = \"ada\"

[[event]]
to = \"triaged\"
date = 2026-10-08
by = \"tools\"
+++

## Problem

They are slow.
-- decisions/0001-lists.md --
+++
title = \"Take them up\"
group = \"tools\"
kind = \"general\"
about = [\"PRP-0001\", \"PRP-0009\"]
opened = 2026-05-25
closes = 2026-06-20
decided = 2026-06-08
outcome = \"accepted\"
channel = \"https://example.org/t/1\"
executed = \"PRP-0001\"

[[vote]]
person = \"ada\"
value = \"yes\"
date = 2026-06-08
+++

## Decision

We do.
";

fn found(settings: &str, profile: &str, records: &str) -> Vec<Diagnostic> {
    let tree = Tree::fixture(&format!("-- candor.toml --\n{settings}-- ours.toml --\n{profile}{records}"));
    support::project(tree).report.findings
}

fn names(findings: &[Diagnostic]) -> Vec<String> {
    findings.iter().map(|it| format!("{:?} {} {}: {}", it.level, it.path, it.rule, it.message)).collect()
}

/// What people make of a line of such a file, as far as it can mean one thing only.
fn slips(line: &str) -> Vec<String> {
    let Some((key, value)) = line.split_once(" = ") else {
        let name = line.trim_matches(['[', ']']);
        let outer = name.split('.').next().unwrap_or(name);
        let misspelt = line.replacen(outer, &format!("{}{}", &outer[..1], &outer[2..]), 1);
        let other = if line.starts_with("[[") { format!("[{name}]") } else { format!("[[{name}]]") };
        let bare = [format!("{name}:"), name.to_owned(), format!("[{name}]]"), format!("[[{name}")];
        return bare.into_iter().chain([misspelt, other]).collect();
    };
    let mut slips = vec![
        format!("{key}: {value}"),
        format!("{key} {value}"),
        format!("{key}\u{a0}= {value}"),
        format!("{line},"),
        format!("- {line}"),
    ];
    // The keys of these are anybody's own.
    if !["stalled", "empty-key", "decision-without-end", "author", "new"].contains(&key) {
        slips.push(format!("{key}x = {value}"));
    }
    if let Some(text) = value.strip_prefix('"').and_then(|text| text.strip_suffix('"')) {
        slips.push(format!("{key} = “{text}”"));
        slips.extend((!text.contains('#')).then(|| format!("{key} = \"{text}")));
        let is_plain = !text.contains(['{', '#', '"', '[']);
        slips.extend(
            is_plain
                .then(|| [format!("{key} = {text}"), format!("{key}: {text}"), format!("{key} = {text}\"")])
                .into_iter()
                .flatten(),
        );
    }
    if value.parse::<u32>().is_ok() || value == "true" || value.starts_with("20") {
        slips.push(format!("{key} = \"{value}\""));
    }
    if value.starts_with('[') {
        let items: Vec<&str> = value.trim_matches(['[', ']']).split(", ").collect();
        let bare: Vec<&str> = items.iter().map(|item| item.trim_matches('"')).collect();
        slips
            .push(format!("{key}:\n{}", items.iter().map(|item| format!("  - {item}")).collect::<Vec<_>>().join("\n")));
        slips.extend([
            format!("{key} = [{}]", bare.join(", ")),
            format!("{key}: [{}]", bare.join(", ")),
            format!("{key} = {}", bare.join(", ")),
            format!("{key}: {}", bare.join(", ")),
            format!("{key} = \"{}\"", bare.join(", ")),
            format!("{key} = “{}”", bare.join(", ")),
            format!("{key} = \"{}", bare.join(", ")),
            format!("{key} = '{}", bare.join(", ")),
            format!("{key} = [\"{}]", bare.join("\", \"")),
            format!("{key} = [\"{}\"", bare.join("\", \"")),
            format!("{key} = [\n  {},", items.join(",\n  ")),
            format!("{key} = [\n  {}", items.join(",\n  ")),
            format!("{key} = [{}\"]", items.join(" ").trim_end_matches('"')),
            format!("{key} = [“{}”]", bare.join("”, “")),
            format!("{value}]").replacen('[', &format!("{key} = ["), 1),
        ]);
        slips.retain(|slip| slip != line);
    }
    slips
}

/// Each line of `text` with each of its slips: the line, and the text with the slip in its place.
fn with_slips(text: &str) -> Vec<(String, String)> {
    let mut at = 0;
    let lines = text.lines().flat_map(|line| {
        let (start, end) = (at, at + line.len());
        at = end + 1;
        let of_line = if line.is_empty() { Vec::new() } else { slips(line) }.into_iter();
        of_line.map(move |slip| (slip.clone(), format!("{}{slip}{}", &text[..start], &text[end..]))).collect::<Vec<_>>()
    });
    lines.collect()
}

/// What is wrong with the one finding that `found` should be, of the file at `path` with this `text`: `None` where nothing is.
fn misjudged(found: &[Diagnostic], path: &str, text: &str, again: impl Fn(&str) -> Vec<Diagnostic>) -> Option<String> {
    let [only] = found else { return Some(format!("{:#?}", names(found))) };
    if only.path.as_str() != path || only.level != Level::Error {
        return Some(format!("{:?}", names(found)));
    }
    let fix = only.fix.as_ref()?;
    let Some(mended) = apply(text, &fix.edits.iter().collect::<Vec<_>>()) else { return Some("no fix".to_owned()) };
    let left = again(&mended);
    let shown = only.help.as_deref().is_some_and(|help| help.contains(" = \"…"));
    let is_list = fix.edits.iter().any(|edit| edit.text.contains('['));
    match left.is_empty() {
        true => (shown && is_list).then(|| format!("its help shows no list: {:?}", only.help)),
        false => Some(format!("once it is fixed: {:?}", names(&left))),
    }
}

#[test]
fn a_slip_in_settings_is_one_finding_and_its_fix_ends_clean() {
    assert_eq!(names(&found(SETTINGS, PROFILE, RECORDS)), Vec::<String>::new());
    let settings = with_slips(SETTINGS);
    let profile = with_slips(PROFILE);
    assert!(settings.len() > 200 && profile.len() > 200, "{} {}", settings.len(), profile.len());
    let of_settings = settings.par_iter().filter_map(|(slip, text)| {
        let judged = |text: &str| found(text, PROFILE, RECORDS);
        Some(format!("{slip:?}: {}", misjudged(&judged(text), "candor.toml", text, judged)?))
    });
    let of_profile = profile.par_iter().filter_map(|(slip, text)| {
        let judged = |text: &str| found(SETTINGS, text, RECORDS);
        Some(format!("{slip:?}: {}", misjudged(&judged(text), "ours.toml", text, judged)?))
    });
    let wrong: Vec<String> = of_settings.chain(of_profile).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), settings.len() + profile.len(), wrong.join("\n"));
}

/// The rules that find an error.
fn errors(settings: &str, records: &str) -> Vec<&'static str> {
    let found = found(settings, PROFILE, records);
    found.iter().filter(|it| it.level == Level::Error).map(|it| it.rule).collect()
}

#[test]
fn what_a_slip_means_counts_only_where_it_is_told_as_an_error() {
    let with = |rule: &str, level: &str| SETTINGS.replace("empty-key = \"error\"", &format!("{rule} = \"{level}\""));
    // Nobody would read that the waiver is misspelt, so it accepts nothing.
    for level in ["off", "warning"] {
        let settings = with("unknown-key", level).replace("[[waiver]]", "[[waver]]");
        assert_eq!(errors(&settings, RECORDS), ["unknown-reference"], "{level}");
    }
    assert_eq!(errors(&with("unknown-key", "error").replace("[[waiver]]", "[[waver]]"), RECORDS), ["unknown-key"]);
    // A level that would turn off what is found of it.
    assert_eq!(errors(&with("unknown-value", "of"), RECORDS), ["unknown-value"]);
    let waived =
        SETTINGS.replace("\"unknown-reference\"", "\"unknown-key\"").replace("\"DEC-0001\"", "\"candor.toml\"");
    assert!(errors(&waived.replace("[[waiver]]", "[[waver]]"), RECORDS).contains(&"unknown-key"));
}

#[test]
fn a_real_error_beside_a_slip_is_told() {
    let records = RECORDS.replace("type = \"community\"\n", "").replace("proposer = \"ada\"", "proposer = \"adda\"");
    let real = errors(SETTINGS, &records);
    assert!(real.len() > 1, "{real:?}");
    for (line, slip) in [
        ("group = \"tools\"", "group: tools"),
        ("[levels]", "levels:"),
        ("[[waiver]]", "[waiver]"),
        ("kind = \"proposal\"", "kind = \"proposl\""),
        ("rung = \"decisions\"", "rung = \"decisions\","),
    ] {
        let told = errors(&SETTINGS.replacen(line, slip, 1), &records);
        assert!(told.len() == real.len() + 1 && real.iter().all(|it| told.contains(it)), "{slip}: {told:?}");
    }
}

/// Settings whose value is of the right type and says nothing that can be meant, with the same said well.
const WRONG: [(&str, &str); 20] = [
    ("accent = \"red\"", "accent = \"#7a2e0e\""),
    ("base_url = \"htps://wren.example.org\"", "base_url = \"https://wren.example.org\""),
    ("branch = \"refs/heads/main\"", "branch = \"main\""),
    ("branch = \"ma in\"", "branch = \"group/main-2\""),
    ("group = \"tolls\"", "group = \"tools\""),
    ("lang = \"english\"", "lang = \"en-GB\""),
    ("lang = \"de_DE\"", "lang = \"pt-BR\""),
    ("logo = \"static/wren.svg\"", "title = \"Wren\""),
    ("navigation = [{ to = \"decisons\" }]", "navigation = [{ to = \"decisions\" }]"),
    ("ocds_prefix = \"a2b3c4\"", "ocds_prefix = \"ocds-a2b3c4\""),
    ("profile = [\"bsae\"]", "profile = [\"base\"]"),
    ("record_until = 2099-01-01", "record_until = 2026-11-01"),
    ("repository = \"example.org/wren\"", "repository = \"https://example.org/wren\""),
    ("rung = \"decision\"", "rung = \"decisions\""),
    ("source_links.source = \"htps://example.org/{path}\"", "source_links.source = \"https://example.org/{path}\""),
    (
        "source_links.edit = \"https://example.org/{branch}\"",
        "source_links.edit = \"http://e.org/{branch}/{path}?a=b\"",
    ),
    ("source_links.history = \"example.org/{path}\"", "source_links.history = \"https://e.org/log?f={path}#{branch}\""),
    ("source_path = \"../record\"", "source_path = \"/docs/record/\""),
    ("timezone = \"Berlin\"", "timezone = \"Europe/Berlin\""),
    (
        "[[tracker]]\nurl = \"https://example.org/\"\nfrom = 2025-01-02\nuntil = 2025-01-01",
        "[[tracker]]\nurl = \"https://example.org/\"\nfrom = 2025-01-02\nuntil = 2025-01-02",
    ),
];

#[test]
fn a_value_that_a_setting_cannot_have_is_one_error() {
    let group =
        "-- groups/tools.md --\n+++\nname = \"Tools\"\ntype = \"community\"\ncontact = \"https://e.org\"\n+++\n";
    let judged = |settings: &str| {
        let tree = Tree::fixture(&format!("-- candor.toml --\n{settings}\n{group}"));
        let findings = support::project(tree).report.findings;
        findings.into_iter().filter(|it| it.path.as_str() == "candor.toml").collect::<Vec<_>>()
    };
    for (wrong, right) in WRONG {
        let found = judged(wrong);
        assert!(
            found.len() == 1 && found[0].level == Level::Error && found[0].help.is_some(),
            "{wrong}: {:?}",
            names(&found)
        );
        assert_eq!(names(&judged(right)), Vec::<String>::new(), "{right}");
    }
}

#[test]
fn a_key_of_the_file_that_is_there_already_and_again_below_a_header_is_one_error() {
    let again = |text: &str, below: &str| -> Vec<(String, String)> {
        let of_file = text.split("\n[").next().expect("what stands above the first header");
        let keys = of_file.lines().filter(|line| line.contains(" = "));
        keys.map(|line| (line.to_owned(), text.replacen(below, &format!("{below}\n{line}"), 1))).collect()
    };
    let settings = again(SETTINGS, "until = 2025-06-30");
    let profile = again(PROFILE, "minutes_days = 20");
    assert!(settings.len() > 8 && profile.len() > 1, "{} {}", settings.len(), profile.len());
    let of_settings = settings.iter().map(|(line, text)| (line, found(text, PROFILE, RECORDS)));
    for (line, found) in of_settings.chain(profile.iter().map(|(line, text)| (line, found(SETTINGS, text, RECORDS)))) {
        let is_told = found.len() == 1 && found[0].level == Level::Error && found[0].message.contains("already");
        assert!(is_told, "{line}: {:?}", names(&found));
    }
}

/// A workflow of a group's own.
const WORKFLOW: &str = r#"name = "ours"
extends = "base"

[kind.pledge]
replaces = true
initial = "offered"
terminal = ["fulfilled", "declined"]
holder = { offered = "group", confirmed = "donor" }
states = [
  { name = "offered", means = "open", meaning = "Somebody offers something." },
  { name = "confirmed", means = "approved", meaning = "Both sides agree." },
  { name = "fulfilled", means = "done", meaning = "All of it has come." },
  { name = "declined", means = "refused", meaning = "The group did not take it." },
]

[[kind.pledge.transition]]
to = "offered"
by = "anyone"

[[kind.pledge.transition]]
from = "offered"
to = "confirmed"
by = "group"

[[kind.pledge.transition]]
from = "confirmed"
to = "fulfilled"
by = "group"

[[kind.pledge.transition]]
from = "offered"
to = "declined"
by = "group"
"#;

#[test]
fn what_cannot_be_read_of_a_workflow_is_one_error() {
    let settings = SETTINGS;
    assert_eq!(names(&found(settings, WORKFLOW, RECORDS)), Vec::<String>::new());
    let lines = || {
        WORKFLOW.lines().filter(|line| line.contains(" = ") && !line.ends_with('[') && !line.starts_with([' ', '[']))
    };
    let own: Vec<&str> = lines().skip(2).filter(|line| !line.starts_with("replaces")).collect();
    assert!(own.len() > 10, "{own:?}");
    for (at, line) in own.iter().enumerate() {
        let key = line.split(" = ").next().unwrap();
        let number = own[..at].iter().filter(|it| *it == line).count();
        let (place, _) = WORKFLOW
            .match_indices(&format!("\n{line}\n"))
            .nth(number)
            .unwrap_or_else(|| (WORKFLOW.find(&format!("\n{line}")).expect("it is there"), ""));
        let end = place + 1 + line.len();
        for wrong in ["3", "[[1]]", "2021-05-11"] {
            let text = format!("{}\n{key} = {wrong}{}", &WORKFLOW[..place], &WORKFLOW[end..]);
            let found = found(settings, &text, RECORDS);
            let is_told = found.len() == 1 && found[0].level == Level::Error && found[0].rule == "wrong-type";
            assert!(is_told, "{line} → {wrong}: {:#?}", names(&found));
        }
    }
}

#[test]
fn what_leans_on_a_setting_that_cannot_be_read_blames_no_record() {
    let mut wrong = Vec::new();
    for (name, keys) in
        [("base", &["group"][..]), ("rust-vmm", &["profile", "group"]), ("eip", &["profile", "path", "kind", "name"])]
    {
        let site = crate::sites::site(name);
        let settings = site.tree.text("candor.toml").expect("it has settings").to_string();
        for line in settings.lines().filter(|line| keys.iter().any(|key| line.starts_with(&format!("{key} = ")))) {
            let (key, said) = line.split_once(" = ").expect("a key");
            for slip in
                [format!("{key} ="), format!("{key} = # {said}"), format!("{key} = = {said}"), format!("{key} = true")]
            {
                let mut tree = Tree::clone(&site.tree);
                let text = settings.replacen(line, &slip, 1);
                let path = candor::id::ContentPath::parse("candor.toml").expect("a path");
                tree.sources.insert(path, candor::tree::Source { text: text.into(), not_utf8: None });
                let found = support::project(tree).report.findings;
                if found.len() != 1 || found[0].path.as_str() != "candor.toml" {
                    wrong.push(format!("{name}, {slip}: {:?}", names(&found)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
