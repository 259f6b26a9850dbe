//! What a change does to the configuration and the profiles.

use std::collections::BTreeSet;

use toml::Table;

use crate::change::Change;
use crate::check::{level_of, levels};
use crate::config::FILE;
use crate::diagnostic::Diagnostic;
use crate::tree::Tree;
use crate::words::{self, Language, spoken, within};
use crate::workflow::{Loosening, Part, RuleLevel, loosened};

use super::edit::{Edit, Form, Sort};
use super::{edits, hidden, sentences};

/// The rule that finds what a change relaxes.
const LOOSENED: &str = "rules-loosened";

/// Whether less or more is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// Something becomes legal, or is not asked for any more.
    Looser,
    /// The same read backwards.
    Stricter,
    /// Neither, or it cannot be told.
    Other,
}

impl Effect {
    /// In one word: `looser`.
    pub fn as_str(self) -> &'static str {
        match self {
            Effect::Looser => "looser",
            Effect::Stricter => "stricter",
            Effect::Other => "other",
        }
    }
}

/// One thing that a change does to the rules or the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ruling {
    /// Whether less or more is asked for.
    pub effect: Effect,
    /// What is looser, or what was looser before, as a sentence; `None` where the values say all.
    pub what: Option<String>,
    /// The file in which a value differs, and the value; `None` where the difference is more than one value.
    pub edit: Option<(String, Edit)>,
    /// The same value as readers are told it.
    told: Option<Edit>,
}

impl Ruling {
    /// It in a sentence without a full stop, in the language that is spoken here: that of the [`Diff`](super::Diff). What is looser is
    /// said in the words of the findings, in English.
    pub fn sentence(&self) -> String {
        let path = self.edit.as_ref().map(|(path, _)| path);
        let edit =
            path.zip(self.told.as_ref()).map(|(path, edit)| format!("{path}: {}", sentences::told_of_rules(edit)));
        let what = self.what.as_deref().unwrap_or_default();
        match (self.effect, edit) {
            (Effect::Looser, edit) => words::less_is_asked(edit.as_deref().unwrap_or(what)),
            (Effect::Stricter, Some(edit)) => words::more_is_asked(edit),
            (Effect::Stricter, None) => words::more_is_asked_reverse(what),
            (Effect::Other, edit) => edit.unwrap_or_else(|| what.to_owned()),
        }
    }

    /// Whether `finding` says that this makes the rules looser.
    pub(super) fn is_found(&self, finding: &Diagnostic) -> bool {
        let goes = || {
            let (_, edit) = self.edit.as_ref()?;
            Some(format!("`{}` goes from `{}` to `{}`", last(&edit.key), edit.was.as_ref()?, edit.is.as_ref()?))
        };
        let is_it = finding.about.is_some() && (finding.about == self.what || finding.about == goes());
        self.effect == Effect::Looser && finding.rule == LOOSENED && is_it
    }
}

/// What `change` does to the rules and the configuration: what is looser, what is stricter, then the other values, each in the
/// order of the files.
pub(super) fn rulings(change: &Change, trees: (&Tree, &Tree), is_withholding: bool) -> Vec<Ruling> {
    let (was, is) = (&change.base.profile, &change.head.profile);
    let of_values = |(it, told): Value| Ruling {
        effect: of_configuration(change, &it),
        what: None,
        edit: Some(it),
        told: Some(told),
    };
    let files = differing(trees);
    let mut differing = values(&files, is_withholding);
    let unread: Vec<Ruling> = files.iter().filter_map(unreadable).collect();
    // What is asked for by rules that cannot be read, nobody knows.
    if !unread.is_empty() {
        return unread.into_iter().chain(differing.into_iter().map(of_values)).collect();
    }
    let levels = of_levels(change, &differing);
    let of_levels: BTreeSet<String> = levels.iter().filter_map(|it| Some(it.edit.as_ref()?.1.key.clone())).collect();
    differing.retain(|((_, edit), _)| !of_levels.contains(&edit.key));
    let mut found = Vec::new();
    for (effect, loosened) in [(Effect::Looser, loosened(was, is)), (Effect::Stricter, loosened(is, was))] {
        for it in loosened {
            let at = differing.iter().position(|((_, edit), _)| is_about(&it, edit));
            let (edit, told) = at.map(|at| differing.remove(at)).unzip();
            found.push(Ruling { effect, what: Some(it.what), edit, told });
        }
    }
    found.extend(levels);
    found.extend(differing.into_iter().map(of_values));
    found.sort_by_key(|it| it.effect);
    found
}

/// What another value of the configuration does that is no level and in no profile: a waiver accepts what would be wrong, and on a
/// lower rung less is judged.
fn of_configuration(change: &Change, (path, edit): &(String, Edit)) -> Effect {
    let looser = |is_looser: bool| if is_looser { Effect::Looser } else { Effect::Stricter };
    match edit.key.as_str() {
        _ if path != FILE => Effect::Other,
        "waiver" => looser(edit.is.is_some()),
        // One without an end holds for good.
        "waiver.until" => looser(edit.is.is_none() || edit.was.is_some() && edit.is > edit.was),
        "rung" if change.base.config.rung != change.head.config.rung => {
            looser(change.head.config.rung < change.base.config.rung)
        }
        _ => Effect::Other,
    }
}

/// Whether `edit` is the value that becomes looser: at its key, or where it lies in a list or below, in the item that is meant and in
/// the same words.
fn is_about(loosening: &Loosening, edit: &Edit) -> bool {
    let keys = loosening.way.iter().filter_map(|part| match part {
        Part::Key(key) => Some(key.as_str()),
        Part::Item(_) => None,
    });
    let key = keys.collect::<Vec<_>>().join(".");
    let is_item = |part: &Part| match part {
        Part::Key(_) => true,
        Part::Item(says) => says.iter().flat_map(|(_, word)| word).all(|word| edit.item.as_ref() == Some(word)),
    };
    let is_said = || {
        let (was, is) = (edit.was.as_ref()?, edit.is.as_ref()?);
        // What is stricter was looser.
        let goes = [(was, is), (is, was)].map(|(from, to)| [" goes from ", from, " to ", to].concat());
        let is_named = loosening.what.starts_with(&format!("`{}`", last(&edit.key)));
        Some(is_named && goes.iter().any(|goes| loosening.what.ends_with(goes)))
    };
    let is_below = || edit.key.strip_prefix(&key).is_some_and(|rest| rest.starts_with('.')) && is_said() == Some(true);
    let is_plain = edit.item.is_none() && edit.key == key && !edit.is_item();
    is_plain || loosening.way.iter().all(is_item) && is_below()
}

/// The last of the keys that lead to a value.
fn last(key: &str) -> &str {
    key.rsplit('.').next().unwrap_or(key)
}

/// The rules that weigh more or less than they did, each with the file of the `differing` values that says so.
fn of_levels(change: &Change, differing: &[Value]) -> Vec<Ruling> {
    let (was, is) = (levels(change.base), levels(change.head));
    let ruling = |(rule, was): (&str, RuleLevel)| {
        let is = is.get(rule).copied().filter(|is| *is != was)?;
        let effect = if level_of(is) < level_of(was) { Effect::Looser } else { Effect::Stricter };
        let edit = Edit {
            key: format!("levels.{rule}"),
            item: None,
            sort: Sort::Value,
            form: Form::Value,
            was: Some(was.to_string()),
            is: Some(is.to_string()),
            place: None,
            is_foreign: false,
        };
        // Where no file says it, it follows from the configuration as a whole.
        let said = differing.iter().find(|((_, it), _)| it.key == edit.key).map(|((path, _), _)| path.clone());
        let path = said.unwrap_or_else(|| change.head.config.path.to_string());
        Some(Ruling { effect, what: None, edit: Some((path, edit.clone())), told: Some(edit) })
    };
    was.into_iter().filter_map(ruling).collect()
}

/// A file of the configuration or a profile that differs, and what it holds on both sides: nothing where it is not there, `None`
/// where it cannot be read.
type RuleFile<'a> = (&'a str, [Option<Table>; 2]);

/// The files of the configuration and the profiles that differ, in their order.
fn differing<'a>((before, after): (&'a Tree, &'a Tree)) -> Vec<RuleFile<'a>> {
    let is_rule = |path: &&str| path.ends_with(".toml") && !path.starts_with("themes/");
    let paths = before.sources.keys().chain(after.sources.keys()).map(|path| path.as_str());
    let paths: BTreeSet<&str> = paths.filter(is_rule).collect();
    let table = |tree: &Tree, path: &str| toml::from_str::<Table>(tree.text(path).map_or("", |text| text)).ok();
    let differing = paths.into_iter().filter(|path| before.text(path) != after.text(path));
    differing.map(|path| (path, [before, after].map(|tree| table(tree, path)))).collect()
}

/// What is said of a file that cannot be read on one of the two sides; `None` where it can.
fn unreadable((path, [was, is]): &RuleFile) -> Option<Ruling> {
    let what = match (was, is) {
        (Some(_), Some(_)) => return None,
        (Some(_), None) => words::rules_unreadable_now(*path),
        (None, Some(_)) => words::rules_unreadable_before(*path),
        (None, None) => words::rules_unreadable_throughout(*path),
    };
    Some(Ruling { effect: Effect::Other, what: Some(what), edit: None, told: None })
}

/// A value that differs with its file, as the findings have it, and as readers are told it.
type Value = ((String, Edit), Edit);

/// The values that differ in files that can be read, in the order of the files.
fn values(files: &[RuleFile], is_withholding: bool) -> Vec<Value> {
    let english = Language::of(Language::FIRST);
    let read = files.iter().filter_map(|(path, [was, is])| {
        let (was, is) = (was.as_ref()?, is.as_ref()?);
        let [plain, told] = [english, spoken()].map(|language| within(language, || edits(was, is)));
        Some(plain.into_iter().zip(told).map(|(edit, told)| ((*path).to_owned(), [edit, told])))
    });
    read.flatten()
        .map(|(path, both)| {
            let [edit, told] = both.map(|it| hidden(it, is_withholding));
            ((path, edit), told)
        })
        .collect()
}
