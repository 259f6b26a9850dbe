//! States are known by what they mean: a group may call them what it likes, and keeps every rule.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use candor::change::Change;
use candor::check::check;
use candor::check::meanings::NEEDED;
use candor::diagnostic::Diagnostic;
use candor::id::{ContentPath, Kind};
use candor::project::Project;
use candor::site::Site;
use candor::tree::{Source, Tree};
use candor::workflow::BUILT_IN;

use crate::{sites, support};

/// What every state is called on top of its name.
const SUFFIX: &str = "-renamed";

#[test]
fn a_profile_with_other_names_for_its_states_finds_the_same() {
    for name in sites::names() {
        let (twin, findings) = sites::broken(&name);
        let base = sites::site(&name);
        let base_tree = renamed(&base);
        let changed = renamed(&twin);
        let base = support::project(base_tree);
        assert_eq!(shown(&base.report.findings, &base.tree), Vec::<String>::new(), "{name}");
        let changed = support::project(changed);
        let found = check(&changed.site, Some(&Change::between(&base.site, &changed.site))).findings;
        assert!(changed.site.profile.kinds[&Kind::Sow].states.iter().all(|state| state.name.ends_with(SUFFIX)));
        let (before, after) = (shown(&findings, &twin.tree), shown(&found, &changed.tree));
        assert!(before.len() >= 5, "{name}: {} findings are few", before.len());
        assert_eq!(before.join("\n"), after.join("\n"), "{name}");
    }
}

#[test]
fn a_profile_in_which_states_have_each_others_names_finds_the_same() {
    for name in sites::names() {
        let (twin, findings) = sites::broken(&name);
        let base = sites::site(&name);
        let names: Vec<String> = every_state(&base.site).into_iter().collect();
        let base = support::project(exchanged(renamed(&base), &names));
        let changed = support::project(exchanged(renamed(&twin), &names));
        assert_eq!(places(&base.report.findings, &base.tree), Vec::<String>::new(), "{name}");
        let found = check(&changed.site, Some(&Change::between(&base.site, &changed.site))).findings;
        let (before, after) = (places(&findings, &twin.tree), places(&found, &changed.tree));
        assert_eq!(before.join("\n"), after.join("\n"), "{name}");
    }
}

/// The tree, in which all states have a suffix, with the name of another state in the place of each.
fn exchanged(mut tree: Tree, names: &[String]) -> Tree {
    for source in tree.sources.values_mut() {
        let mut text = source.text.to_string();
        // Longer names first: one may end with another.
        let mut pairs: Vec<(&String, &String)> = names.iter().zip(names.iter().cycle().skip(1)).collect();
        pairs.sort_by_key(|(old, _)| std::cmp::Reverse(old.len()));
        for (old, new) in pairs {
            for (before, after) in [("\"", "\""), ("{ ", " = "), (", ", " = "), ("\n", " = "), (": ", "\n")] {
                text = text.replace(&format!("{before}{old}{SUFFIX}{after}"), &format!("{before}{new}{after}"));
            }
        }
        // A line that says the state has it in words of its own.
        let of_line = |line: &str| {
            let state =
                line.strip_prefix("status: ")?.trim_end().strip_suffix(SUFFIX)?.to_lowercase().replace(' ', "-");
            let at = names.iter().position(|name| *name == state)?;
            Some(format!("status: {}\n", names[(at + 1) % names.len()]))
        };
        let text: String =
            text.split_inclusive('\n').map(|line| of_line(line).unwrap_or_else(|| line.to_owned())).collect();
        *source = Source { text: text.into(), not_utf8: None };
    }
    tree
}

/// The rule and the line of each finding that is not about the profile.
fn places(findings: &[Diagnostic], tree: &Tree) -> Vec<String> {
    let line = |finding: &Diagnostic| {
        let text = tree.text(finding.path.as_str()).filter(|_| finding.path.as_str() != "candor.toml");
        text.zip(finding.span).map(|(text, span)| text[..span.start].matches('\n').count() + 1).unwrap_or_default()
    };
    let ours = findings.iter().filter(|finding| !finding.path.as_str().ends_with(&format!("{SUFFIX}.toml")));
    let mut places: Vec<String> = ours.map(|it| format!("{} {}:{}", it.rule, it.path, line(it))).collect();
    places.sort();
    places
}

/// The findings without the places within a line, and with the names of states as they were. What is found in the profile
/// itself is that of a file that was built in.
fn shown(findings: &[Diagnostic], tree: &Tree) -> Vec<String> {
    let plain = |text: &str| text.replace(SUFFIX, "").replace(&SUFFIX.replace('-', " "), "").replace(" Renamed", "");
    // The configuration names other profiles, so its lines lie elsewhere.
    let line = |finding: &Diagnostic| {
        let text = tree.text(finding.path.as_str()).filter(|_| finding.path.as_str() != "candor.toml");
        let before = text.zip(finding.span).map(|(text, span)| text[..span.start].matches('\n').count() + 1);
        before.unwrap_or_default()
    };
    let ours = findings.iter().filter(|finding| !finding.path.as_str().ends_with(&format!("{SUFFIX}.toml")));
    ours.map(|it| {
        let labels: Vec<String> =
            it.labels.iter().map(|label| format!("{}: {}", label.path, plain(&label.text))).collect();
        let help = it.help.as_deref().map(plain).unwrap_or_default();
        let place = format!("{}:{}", it.path, line(it));
        format!("{} {place} {} ({help}) {labels:?} {:?}", it.rule, plain(&it.message), it.clause)
    })
    .collect()
}

/// The tree of `project` with every state renamed, in the profiles and in the events of the records.
fn renamed(project: &Project) -> Tree {
    let site = &project.site;
    let mut tree = Tree::clone(&project.tree);
    for (name, text) in BUILT_IN {
        put(&mut tree, &format!("{name}{SUFFIX}.toml"), &profile(name, text, site));
    }
    let own = &site.profile.names[site.profile.names.len() - 1];
    let config = tree.text("candor.toml").expect("a golden site has a configuration").to_string();
    let ours = format!("\"{own}{SUFFIX}.toml\"");
    let config = match config.contains("profile = ") {
        true => {
            let lines = config.split_inclusive('\n').map(|line| match line.starts_with("profile = ") {
                true => line.replace(&format!("\"{own}\""), &ours),
                false => line.to_owned(),
            });
            lines.collect()
        }
        false => config.replacen('\n', &format!(" # \nprofile = [{ours}]\n"), 1),
    };
    put(&mut tree, "candor.toml", &config);
    for entry in site.entries.iter().filter(|entry| site.profile.kind(entry.kind()).is_some()) {
        let Some(front) = entry.front else { continue };
        let (before, after) = (entry.text[..front.start].to_owned(), &entry.text[front.end..]);
        let mut front = suffixed(&entry.text[front.range()], "to = ");
        // A line may say it in place of events.
        if entry.state_line.is_some() {
            let lines = front.lines().map(|line| match line.starts_with("status: ") {
                true => format!("{line}{SUFFIX}\n"),
                false => format!("{line}\n"),
            });
            front = lines.collect();
        }
        put(&mut tree, entry.path.as_str(), &format!("{before}{front}{after}"));
    }
    tree
}

fn put(tree: &mut Tree, path: &str, text: &str) {
    let path = ContentPath::parse(path).expect("a path");
    let made = Tree::fixture(&format!("-- {path} --\n{text}"));
    let source: Source = made.sources.values().next().expect("one file").clone();
    tree.sources.insert(path, source);
}

/// `text` with the suffix on each quoted word of the values of `key`.
fn suffixed(text: &str, key: &str) -> String {
    let lines = text.split_inclusive('\n').map(|line| match line.find(key) {
        Some(at)
            if line[..at].chars().all(|letter| !letter.is_ascii_alphanumeric() && letter != '_')
                || line[..at].ends_with(' ') =>
        {
            let (before, value) = line.split_at(at + key.len());
            let (value, after) =
                value.split_at(value.find([',', '}']).filter(|_| !value.starts_with('[')).unwrap_or(value.len()));
            format!("{before}{}{after}", quoted(value))
        }
        Some(_) | None => line.to_owned(),
    });
    lines.collect()
}

/// `text` with the suffix on each quoted word but `any`.
fn quoted(text: &str) -> String {
    let parts = text.split('"').enumerate().map(|(at, part)| match at % 2 {
        1 if part != "any" => format!("{part}{SUFFIX}"),
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("\"")
}

/// A built-in profile as a file, with every state renamed.
fn profile(name: &str, text: &str, site: &Site) -> String {
    let states: BTreeSet<String> = every_state(site);
    let mut kind = String::new();
    let mut within = String::new();
    let mut begun: BTreeMap<String, ()> = BTreeMap::new();
    let mut written = String::new();
    for line in text.lines() {
        let mut line = line.to_owned();
        if let Some(header) = line.strip_prefix('[') {
            within = header.trim_matches(['[', ']']).to_owned();
            kind =
                within.strip_prefix("kind.").map_or(String::new(), |rest| rest.split('.').next().unwrap().to_owned());
        } else if !kind.is_empty() {
            line = of_kind(&line, &within, &states);
        }
        if line == "extends = \"base\"" {
            line = format!("extends = \"base{SUFFIX}.toml\"");
        }
        if name == "base" && line == "name = \"base\"" {
            line = format!("name = \"base{SUFFIX}\"\nwins_over = [\"base\"]");
        }
        if name == "base" && line == format!("[kind.{kind}]") && begun.insert(kind.clone(), ()).is_none() {
            line += "\nreplaces = true";
        }
        written += &line;
        written.push('\n');
    }
    written
}

/// The names of the states of all kinds, in this site's profile and in the built-in ones.
fn every_state(site: &Site) -> BTreeSet<String> {
    let own = site.profile.kinds.values().flat_map(|workflow| &workflow.states).map(|state| state.name.clone());
    let base = BUILT_IN.iter().flat_map(|(_, text)| text.lines()).filter_map(|line| {
        let rest = line.trim_start().strip_prefix("{ name = \"")?;
        rest.split('"').next().map(str::to_owned)
    });
    own.chain(base).collect()
}

/// One line of the workflow of a kind; `within` is its table.
fn of_kind(line: &str, within: &str, states: &BTreeSet<String>) -> String {
    let maps = ["holder", "fields", "sections", "stalled_after_days", "deadline"];
    let key = line.split(" = ").next().unwrap_or_default();
    if line.starts_with("  { name = ") {
        return suffixed(&suffixed(line, "{ name = "), "after = ");
    }
    if ["initial", "terminal", "from", "to"].contains(&key) {
        return quoted(line);
    }
    if maps.contains(&key) {
        return states.iter().fold(line.to_owned(), |line, state| {
            [format!("{{ {state} = "), format!(", {state} = ")]
                .iter()
                .fold(line, |line, it| line.replace(it, &it.replace(state, &format!("{state}{SUFFIX}"))))
        });
    }
    if maps.iter().any(|map| within.ends_with(&format!(".{map}"))) && states.contains(key) {
        return format!("{key}{SUFFIX}{}", &line[key.len()..]);
    }
    match line.find("state = { of = ").and_then(|at| Some(at + line[at..].find("is = [")?)) {
        Some(at) => {
            let end = at + line[at..].find(']').expect("the list has an end");
            format!("{}{}{}", &line[..at], quoted(&line[at..end]), &line[end..])
        }
        None => line.to_owned(),
    }
}

/// These look at a meaning only to leave a finding to another rule, to word it, or for a decision or a service whose own
/// field says the same.
const ASIDE: [&str; 5] = [
    "comment-window-too-short",
    "dependency-on-ended",
    "spending-over-ceiling",
    "unknown-state",
    "lifecycle-against-steps",
];

#[test]
fn every_rule_that_asks_what_a_state_means_is_in_the_table() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/rules");
    let files = walkdir::WalkDir::new(&root).min_depth(2).into_iter().filter_map(Result::ok);
    let rust = files.filter(|file| file.path().extension().is_some_and(|ending| ending == "rs"));
    let asking = rust.filter(|file| fs::read_to_string(file.path()).expect("a source can be read").contains("Means::"));
    let asking: BTreeSet<String> =
        asking.map(|file| file.path().file_stem().unwrap().to_str().unwrap().replace('_', "-")).collect();
    let mut listed: BTreeSet<String> = NEEDED.iter().map(|needed| needed.rule.to_owned()).collect();
    let names = candor::check::rules::names();
    assert!(listed.iter().all(|rule| names.contains(&rule.as_str())), "{listed:?}");
    listed.extend(ASIDE.iter().map(|rule| (*rule).to_owned()).filter(|rule| asking.contains(rule)));
    assert_eq!(asking, listed);
}

#[test]
fn the_base_profile_has_every_meaning_that_a_rule_looks_for() {
    let project = support::project(Tree::fixture("-- candor.toml --\ntitle = \"Tools group\"\n"));
    for needed in NEEDED {
        let workflow = &project.site.profile.kinds[&needed.kind];
        let is_there = |means: &candor::workflow::Means| workflow.state_that(*means).is_some();
        assert!(needed.any_of.iter().any(is_there), "{} in a {}", needed.rule, needed.kind);
    }
}
