//! A change read backwards, and each thing of a change named once, on the golden sites and on changes that nobody thought of.

use std::collections::BTreeMap;

use candor::change::Change;
use candor::check::{Find, RULES, Rule};
use candor::diff::{Diff, json, markdown};
use candor::project::Project;
use candor::tree::Tree;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::edits::{Files, golden, root, tree};
use crate::properties::holds;
use crate::scenarios::every_scene;
use crate::support;

/// What the change from `before` to `after` does: the document and the comment.
fn between(before: Tree, after: Tree) -> (Value, String) {
    let project: Project = support::project_since(after, before);
    let base = project.base.as_ref().expect("it has a base");
    let change = Change::between(&base.site, &project.site);
    let findings = (&project.report, &base.comparison);
    let diff = Diff::of(&change, (&base.tree, &project.tree), findings, Vec::new());
    let document = serde_json::from_str(&json::report(&diff, false)).expect("it is JSON");
    (document, markdown::report(&diff, None))
}

#[test]
fn no_record_differs_from_itself() {
    let sites = ["base", "ghc-devops", "llvm-area-team", "llvm-iwg", "openstack-liaisons", "rust-vmm"];
    let own = Tree::read(&root().join("content")).expect("the record can be read");
    let trees = sites.into_iter().map(|name| (tree(&golden(name)), tree(&golden(name))));
    for (before, after) in trees.chain([(own.clone(), own)]) {
        let (document, comment) = between(before, after);
        assert!(comment.ends_with("\n\nNothing.\n"), "{comment}");
        for list in ["records", "rules", "files", "unblocks", "holds_up", "other_findings", "fixed_findings"] {
            assert_eq!(document[list], json!([]), "{list}");
        }
    }
}

/// What a document says that has a mirror image, in an order of its own. What belongs to the head alone is left out: the steps
/// that it takes, what comes next, and findings on the change itself.
fn facts(document: &Value) -> Vec<String> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut facts = Vec::new();
    for record in list(&document["records"]) {
        if record["touched"] == false {
            continue;
        }
        let places = json!([record["was_at"].as_str().or(record["path"].as_str()), record["path"]]);
        let was_kind = record["was_kind"].as_str().or(record["kind"].as_str());
        facts.push(json!([places, [was_kind, record["kind"].as_str()], record["fate"]]).to_string());
        for what in ["edits", "notes"] {
            // Where a record stands is told of one that came in; of one that went it is the record that counts.
            let told = list(&record[what]).into_iter().filter(|it| record["fate"] == "changed" || it["key"] != "state");
            facts.extend(told.map(|it| json!([places, it["key"], it["item"], it["was"], it["is"]]).to_string()));
        }
        let text = list(&record["text"]);
        facts.extend(text.iter().filter(|it| it[0] != "same").map(|it| json!([places, it]).to_string()));
    }
    for rule in list(&document["rules"]) {
        let edit = &rule["edit"];
        facts.push(
            json!([rule["effect"], rule["what"], rule["path"], edit["key"], edit["was"], edit["is"]]).to_string(),
        );
    }
    let waiting = |name: &str| {
        let lines = list(&document[name]).into_iter().map(|it| it.as_str().expect("a text").to_owned());
        let what = |it: String| {
            ["; next: ", "; it can go on to "]
                .iter()
                .find_map(|end| Some(it.split_once(end)?.0.to_owned()))
                .unwrap_or(it)
        };
        lines.map(what).collect::<Vec<String>>()
    };
    facts.extend(waiting("unblocks"));
    facts.extend(waiting("holds_up"));
    facts.extend(list(&document["files"]).iter().map(Value::to_string));
    facts.sort();
    facts
}

/// The document of the change read backwards.
fn mirrored(document: &Value) -> Value {
    let mut mirror = document.clone();
    let swap = |it: &mut Value, one: &str, other: &str| {
        let (left, right) = (it[one].clone(), it[other].clone());
        (it[one], it[other]) = (right, left);
    };
    let turned = |it: &mut Value, pairs: &[(&str, &str)]| {
        let turn = |text: &str| {
            pairs.iter().find_map(|(one, other)| match text {
                _ if text == *one => Some((*other).to_owned()),
                _ if text == *other => Some((*one).to_owned()),
                _ => None,
            })
        };
        if let Some(text) = it.as_str().and_then(turn) {
            *it = json!(text);
        }
    };
    let items = |value: &mut Value| value.as_array_mut().map(std::mem::take).unwrap_or_default();
    let each = |value: &mut Value, change: &dyn Fn(&mut Value)| {
        let mut all = items(value);
        all.iter_mut().for_each(change);
        *value = Value::Array(all);
    };
    each(&mut mirror["records"], &|record| {
        turned(&mut record["fate"], &[("added", "removed"), ("published", "unpublished")]);
        for (was, is) in [("was_at", "path"), ("was_kind", "kind")] {
            if !record[was].is_null() {
                swap(record, was, is);
            }
        }
        for what in ["edits", "notes"] {
            each(&mut record[what], &|edit| swap(edit, "was", "is"));
        }
        each(&mut record["text"], &|piece| turned(&mut piece[0], &[("in", "out")]));
    });
    each(&mut mirror["rules"], &|rule| {
        turned(&mut rule["effect"], &[("looser", "stricter")]);
        if !rule["edit"].is_null() {
            swap(&mut rule["edit"], "was", "is");
        }
    });
    each(&mut mirror["files"], &|file| turned(&mut file["fate"], &[("added", "removed")]));
    let waiting = |other: &str| {
        let turn = |line: &Value| match line.as_str().expect("a text") {
            line if line.contains(": no longer waits for ") => {
                line.replace(": no longer waits for ", ": now waits for ")
            }
            line => line.replace(": now waits for ", ": no longer waits for "),
        };
        json!(document[other].as_array().expect("a list").iter().map(turn).collect::<Vec<_>>())
    };
    (mirror["unblocks"], mirror["holds_up"]) = (waiting("holds_up"), waiting("unblocks"));
    mirror
}

/// The findings of the document that are new, or those that are fixed: on records that are on both sides, and without those on
/// the change itself.
fn findings(document: &Value, is_new: bool) -> Vec<String> {
    let of_change = |rule: &Value| {
        let is_it = |it: &&Rule| Some(it.name) == rule.as_str();
        RULES.iter().find(is_it).is_some_and(|it| it.family == "change" || matches!(it.find, Find::Change(_)))
    };
    let records = document["records"].as_array().expect("a list");
    let lists = match is_new {
        true => records.iter().map(|it| &it["findings"]).chain([&document["other_findings"]]).collect::<Vec<_>>(),
        false => vec![&document["fixed_findings"]],
    };
    let whole: Vec<&Value> =
        records.iter().filter(|it| it["fate"] == "added" || it["fate"] == "removed").map(|it| &it["path"]).collect();
    let all = lists.into_iter().flat_map(|it| it.as_array().expect("a list"));
    let kept = all.filter(|it| !of_change(&it["rule"]) && !whole.contains(&&it["path"]));
    let kept = kept.filter(|it| it["was_there_and_blocks_the_step"] == false);
    let mut kept: Vec<String> = kept.map(|it| format!("{} {} {}", it["rule"], it["path"], it["message"])).collect();
    kept.sort();
    kept
}

fn assert_mirrored(there: &Value, back: &Value) -> Result<(), TestCaseError> {
    prop_assert_eq!(facts(&mirrored(there)), facts(back));
    Ok(())
}

#[test]
fn every_scene_read_backwards_is_its_mirror_image() {
    let wrong = every_scene(|scene| {
        let there: Value = serde_json::from_str(&scene.document(&["--base", "main"])).expect("it is JSON");
        if there["withholds"] == true || !scene.has_a_base() {
            return None;
        }
        let back = scene.undone();
        let back: Value = serde_json::from_str(&scene.document(&["--base", "change", "--head", &back])).expect("JSON");
        let is_left = back["withholds"] == true || facts(&mirrored(&there)) == facts(&back);
        let found = (findings(&there, true), findings(&back, false));
        // Of the new ones those are left out that follow from others; what is fixed is fixed.
        let is_fixed = found.0.iter().all(|it| found.1.contains(it));
        (!is_left || !is_fixed)
            .then(|| format!("{}\n{:#?}\n{:#?}\n{found:#?}", scene.name, facts(&mirrored(&there)), facts(&back)))
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One edit of a record, by numbers that pick what it edits.
#[derive(Debug, Clone)]
enum Edit {
    /// The value of a vote is another one.
    Turn(Index, Index),
    /// A vote comes in.
    Vote(Index),
    /// A vote goes.
    Unvote(Index, Index),
    /// An amount is another one.
    Amount(Index, u32),
    /// A step comes in.
    Step(Index, u32),
    /// The last step goes.
    Unstep(Index),
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = any::<Index>;
    prop_oneof![
        (at(), at()).prop_map(|(file, vote)| Edit::Turn(file, vote)),
        at().prop_map(Edit::Vote),
        (at(), at()).prop_map(|(file, vote)| Edit::Unvote(file, vote)),
        (at(), 100_000u32..900_000).prop_map(|(file, amount)| Edit::Amount(file, amount)),
        (at(), 1u32..21).prop_map(|(file, day)| Edit::Step(file, day)),
        at().prop_map(Edit::Unstep),
    ]
}

/// Where the tables called `name` lie in the front matter of `text`, each with its line and the empty one before it.
fn tables(text: &str, name: &str) -> Vec<std::ops::Range<usize>> {
    let end = text.find("\n+++\n").map_or(0, |at| at + 1);
    let header = format!("\n[[{name}]]\n");
    let starts = text[..end].match_indices(&header).map(|(at, _)| at);
    starts.map(|at| at..text[at + 1..end].find("\n[").map_or(end - 1, |next| at + 1 + next)).collect()
}

fn key<'t>(table: &'t str, name: &str) -> &'t str {
    let line = table.lines().find_map(|line| line.strip_prefix(&format!("{name} = "))).unwrap_or_default();
    line.trim_matches('"')
}

/// What has to be named for an edit: the record's file, the key, what it was, what it is. A part of a text is enough.
#[derive(Debug)]
struct Named {
    path: String,
    key: &'static str,
    was: Option<String>,
    is: Option<String>,
}

/// Makes `edit` in one of the files that it fits and that is not edited yet.
fn make(files: &mut Files, edited: &mut Vec<String>, edit: &Edit) -> Option<Named> {
    let free = |has: &dyn Fn(&str) -> bool| -> Vec<String> {
        files.iter().filter(|(path, text)| !edited.contains(path) && has(text)).map(|(path, _)| path.clone()).collect()
    };
    let voted = |folder: &'static str, table: &'static str, least: usize| {
        let found = free(&|text| tables(text, table).len() >= least);
        found.into_iter().filter(|path| path.starts_with(folder)).collect::<Vec<_>>()
    };
    let pick = |paths: Vec<String>, at: &Index| (!paths.is_empty()).then(|| paths[at.index(paths.len())].clone());
    let amount = |text: &str| {
        let at = text.find("\namount = \"")? + 11;
        Some(at..at + text[at..].find('"')?)
    };
    let path = match edit {
        Edit::Turn(at, _) | Edit::Unvote(at, _) | Edit::Vote(at) => pick(voted("decisions/", "vote", 1), at)?,
        Edit::Amount(at, _) => pick(free(&|text| amount(text).is_some()), at)?,
        Edit::Step(at, _) | Edit::Unstep(at) => pick(voted("sow/", "event", 2), at)?,
    };
    let text = files.get_mut(&path).expect("it was picked");
    let (key_name, was, is) = match edit {
        Edit::Turn(_, vote) => {
            let votes = tables(text, "vote");
            let place = votes[vote.index(votes.len())].clone();
            let was = key(&text[place.clone()], "value").to_owned();
            let is = if was == "no" { "yes" } else { "no" };
            let turned = text[place.clone()].replace(&format!("value = \"{was}\""), &format!("value = \"{is}\""));
            text.replace_range(place, &turned);
            ("vote.value", Some(was), Some(is.to_owned()))
        }
        Edit::Vote(_) => {
            let end = tables(text, "vote").last()?.end;
            text.insert_str(end, "\n[[vote]]\nperson = \"wanda-kowalska\"\nvalue = \"abstain\"\ndate = 2026-11-19\n");
            ("vote", None, Some("wanda-kowalska: abstain".to_owned()))
        }
        Edit::Unvote(_, vote) => {
            let votes = tables(text, "vote");
            let place = votes[vote.index(votes.len())].clone();
            let (person, value) = (key(&text[place.clone()], "person"), key(&text[place.clone()], "value"));
            let was = format!("{person}: {value}");
            text.replace_range(place, "");
            ("vote", Some(was), None)
        }
        Edit::Amount(_, number) => {
            let place = amount(text)?;
            let was = text[place.clone()].to_owned();
            text.replace_range(place, &format!("{number} USD"));
            ("amount", Some(was), Some(format!("{number} USD")))
        }
        Edit::Step(_, day) => {
            let end = tables(text, "event").last()?.end;
            let date = format!("2026-11-{day:02}");
            text.insert_str(end, &format!("\n[[event]]\nto = \"suspended\"\ndate = {date}\nby = \"iwg\"\n"));
            ("event", None, Some(format!("to suspended on {date} by iwg")))
        }
        Edit::Unstep(_) => {
            let place = tables(text, "event").pop()?;
            let was = format!("to {} on {}", key(&text[place.clone()], "to"), key(&text[place.clone()], "date"));
            text.replace_range(place, "");
            ("event", Some(was), None)
        }
    };
    edited.push(path.clone());
    Some(Named { path, key: key_name, was, is })
}

/// The edits of votes, steps and amounts in a document, by the file.
fn named(document: &Value) -> BTreeMap<String, Vec<Value>> {
    let counts = |edit: &Value| {
        let key = edit["key"].as_str().unwrap_or_default();
        ["vote", "event", "amount"].iter().any(|it| key.split('.').any(|part| part == *it))
    };
    let records = document["records"].as_array().expect("a list").iter().map(|record| {
        let edits = record["edits"].as_array().expect("a list").iter().filter(|it| counts(it)).cloned().collect();
        (record["path"].as_str().expect("a path").to_owned(), edits)
    });
    records.filter(|(_, edits): &(String, Vec<Value>)| !edits.is_empty()).collect()
}

#[test]
fn every_vote_step_and_amount_of_a_random_change_is_named_once_and_backwards_too() {
    let site = golden("llvm-iwg");
    holds(6, prop::collection::vec(edit(), 1..6), |edits| {
        let (mut files, mut edited) = (site.clone(), Vec::new());
        let made: Vec<Named> = edits.iter().filter_map(|edit| make(&mut files, &mut edited, edit)).collect();
        let (document, comment) = between(tree(&site), tree(&files));
        let found = named(&document);
        prop_assert_eq!(found.len(), made.len(), "{:#?}", found);
        let has = |edit: &Value, side: &str, part: &Option<String>| match part {
            Some(part) => edit[side].as_str().is_some_and(|text| text.contains(part)),
            None => edit[side].is_null(),
        };
        for it in &made {
            let edits = &found[&it.path];
            prop_assert_eq!(edits.len(), 1, "{:?}: {:#?}", it, edits);
            // An amount is a value of the record or of its contract.
            let is_it = edits[0]["key"].as_str().is_some_and(|key| key.rsplit('.').next() == it.key.rsplit('.').next());
            prop_assert!(is_it, "{:?}: {:#?}", it, edits);
            prop_assert!(has(&edits[0], "was", &it.was) && has(&edits[0], "is", &it.is), "{:?}: {:#?}", it, edits);
        }
        // A line of the comment that ends with the name of a rule is a finding.
        let lines: Vec<String> =
            comment.lines().filter(|line| !line.ends_with(']')).map(|it| it.replace('\\', "")).collect();
        let told = |what: &str| lines.iter().filter(|line| line.contains(what)).count();
        let made_of =
            |key: &str, is_gone: bool| made.iter().filter(|it| it.key == key && it.is.is_none() == is_gone).count();
        prop_assert_eq!(told("- vote added: "), made_of("vote", false), "{}", comment);
        prop_assert_eq!(told("- vote removed: "), made_of("vote", true), "{}", comment);
        prop_assert_eq!(told("- vote of "), made_of("vote.value", false), "{}", comment);
        prop_assert_eq!(told("- step removed: "), made_of("event", true), "{}", comment);
        prop_assert_eq!(told(" → suspended on "), made_of("event", false), "{}", comment);
        prop_assert_eq!(told("amount changed from "), made_of("amount", false), "{}", comment);
        let (back, _) = between(tree(&files), tree(&site));
        assert_mirrored(&document, &back)
    });
}

/// Whole files that come, go, move and say something else.
#[test]
fn a_random_change_of_whole_files_read_backwards_is_its_mirror_image() {
    let site = golden("llvm-iwg");
    let change = prop::collection::vec((any::<Index>(), 0u8..4), 1..5);
    holds(6, change, |changes| {
        let mut files = site.clone();
        for (at, what) in &changes {
            let paths: Vec<String> = files.keys().filter(|path| path.ends_with(".md")).cloned().collect();
            let path = paths[at.index(paths.len())].clone();
            let text = files[&path].clone();
            match what {
                0 => drop(files.remove(&path)),
                1 => drop(files.insert(path, text.replace("the", "all the"))),
                2 => {
                    files.remove(&path);
                    files.insert(path.replace(".md", "-again.md"), text);
                }
                _ => {
                    let name = path.rsplit('/').next().expect("a name").to_owned();
                    files.remove(&path);
                    files.insert(format!("kept/{name}"), text + "\nThat was long ago.\n");
                }
            }
        }
        let there = between(tree(&site), tree(&files)).0;
        let back = between(tree(&files), tree(&site)).0;
        assert_mirrored(&there, &back)
    });
}
