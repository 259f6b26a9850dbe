//! What a change does to the record, in the record's own terms and in the order of what needs a decision.
//!
//! The values are here; each form in which they are printed is a file of its own.

mod edit;
pub mod html;
pub mod human;
pub mod json;
mod labels;
pub mod markdown;
mod matter;
mod prose;
mod rules;
mod said;
mod sentences;
mod tasks;
mod values;
mod votes;

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::change::Change;
use crate::check::{Comparison, Report, is_withholding};
use crate::diagnostic::{BaselineState, Diagnostic, Level};
use crate::id::encoded;
use crate::site::{Entry, Site, Unmet};
use crate::tree::{Caveat, Tree, is_same_text};
use crate::words::{self, Language, spoken, within};

pub use edit::{Edit, Form, Sort};
pub use matter::{Fate, Matter, Step, Verdict, Weight};
pub use prose::Sign;
pub use rules::{Effect, Ruling};
pub use values::edits;

/// A record before and after the change; it is on one side at least.
type Both<'a> = (Option<&'a Entry>, Option<&'a Entry>);

/// The address of the site that has a page as it is with the change, by the place of that page; `None` where there is none, so that
/// nothing leads there.
pub type SiteOf<'s> = &'s dyn Fn(&str) -> Option<&'s str>;

/// What a change does, told in one language: what is said of values, of what comes next and of what is waited for is in it already, and a
/// form speaks it as well.
#[derive(Debug, Default)]
pub struct Diff {
    /// The tag of its language; empty for English.
    pub lang: &'static str,
    /// The records that it touches, those that need a decision first.
    pub matters: Vec<Matter>,
    /// From which folder of the repository to which other one the record moved as a whole, both empty for its root; `None` where it did
    /// not.
    pub moved: Option<(String, String)>,
    /// What it does to the configuration and the profiles: what is looser, what is stricter, then the other values.
    pub rules: Vec<Ruling>,
    /// Other files that came, went or differ, in the order of the paths, with what happened to each.
    pub files: Vec<(String, Fate)>,
    /// Open matters that the change leaves as they are and whose next step lacks less than before, each in a sentence.
    pub unblocked: Vec<String>,
    /// The same for those whose next step lacks more.
    pub held_up: Vec<String>,
    /// Findings that belong to none of the records, new ones and those in the way of a step.
    pub findings: Vec<Diagnostic>,
    /// Findings that the change fixed.
    pub fixed: Vec<Diagnostic>,
    /// How many findings are new errors or errors in the way of a step, how many new warnings, how many were there before.
    pub counts: [usize; 3],
    /// Whether it withholds something that was public, so that nothing of the base is quoted.
    pub is_withholding: bool,
}

impl Diff {
    /// What `change` does, with the findings on it, told in the language that is spoken here: in English where no other one is asked for,
    /// as a terminal and programs have it. `files` are those that are no records, with what happened to each.
    pub fn of(
        change: &Change,
        trees: (&Tree, &Tree),
        (report, comparison): (&Report, &Comparison),
        files: Vec<(String, Fate)>,
    ) -> Diff {
        let is_withholding = is_withholding(change);
        let language = spoken();
        let counted = |it: &&Diagnostic| is_of_change(it) && it.level > Level::Note;
        let new: Vec<Diagnostic> = report.findings.iter().filter(counted).cloned().collect();
        let about = matter::Known::of(change, &new, is_withholding);
        let pairs: Vec<Both> = change.records().collect();
        let [unblocked, held_up] = waiting(change, &pairs, &new);
        let mut matters: Vec<Matter> = pairs
            .into_par_iter()
            .filter_map(|(before, after)| within(language, || matter::matter(change, before, after, &about)))
            .collect();
        matter::weigh_causes(change, &mut matters);
        // What the change does stands before what comes of it elsewhere.
        matters.sort_by_key(|it| (it.weight, !it.is_touched, it.path.clone()));
        let known: BTreeSet<&str> =
            matters.iter().flat_map(|it| [Some(&it.path), it.was_at.as_ref()]).flatten().map(String::as_str).collect();
        let findings = new.iter().filter(|it| !known.contains(it.path.as_str())).cloned().collect();
        let errors = new.iter().filter(|it| it.level == Level::Error).count();
        let is_old = |it: &&Diagnostic| it.baseline_state == Some(BaselineState::Existing);
        Diff {
            lang: language.tag(),
            matters,
            moved: moved(trees.0),
            rules: rules::rulings(change, trees, is_withholding),
            files,
            unblocked,
            held_up,
            findings,
            fixed: comparison.fixed.clone(),
            counts: [errors, new.len() - errors, report.findings.iter().filter(is_old).count()],
            is_withholding,
        }
    }

    /// The same for readers, told in the language of the site.
    pub fn for_readers(
        change: &Change,
        trees: (&Tree, &Tree),
        judged: (&Report, &Comparison),
        files: Vec<(String, Fate)>,
    ) -> Diff {
        within(Language::of(&change.head.config.lang), || Diff::of(change, trees, judged, files))
    }

    /// Those of the rules that no finding tells: one on what gets looser says what the change does to it.
    pub fn told_rules(&self) -> impl Iterator<Item = &Ruling> {
        self.rules.iter().filter(|ruling| !self.findings.iter().any(|it| ruling.is_found(it)))
    }

    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.matters.is_empty()
            && self.moved.is_none()
            && self.rules.is_empty()
            && self.files.is_empty()
            && self.unblocked.is_empty()
            && self.held_up.is_empty()
            && self.findings.is_empty()
            && self.fixed.is_empty()
    }
}

/// From where to where the record moved as a whole that was in `base`.
fn moved(base: &Tree) -> Option<(String, String)> {
    let caveats = base.revision.iter().flat_map(|revision| &revision.caveats);
    caveats.into_iter().find_map(|caveat| match caveat {
        Caveat::Moved { from, to } => Some((from.clone(), to.clone())),
        Caveat::Sparse { .. } | Caveat::Submodule { .. } => None,
    })
}

/// Where the page of `matter` is, without what could end an address, encoded as every host takes it and with the slash of a folder.
fn page_of(matter: &Matter, site: SiteOf) -> Option<String> {
    let address = matter.address.as_ref()?;
    let is_kept =
        |letter: &char| !letter.is_whitespace() && !letter.is_control() && !matches!(letter, '<' | '>' | '\\' | '"');
    let site: String = site(address)?.trim_end_matches('/').chars().filter(is_kept).collect();
    Some(match address.trim_matches('/') {
        "" => format!("{site}/"),
        address => format!("{site}/{}/", encoded(address)),
    })
}

fn is_of_change(finding: &Diagnostic) -> bool {
    matches!(finding.baseline_state, Some(BaselineState::New | BaselineState::BlocksStep))
}

/// The open matters that the change leaves as they are and whose next step lacks less, and those where it lacks more.
///
/// What rests on a record that is wrong is not on its way.
fn waiting(change: &Change, pairs: &[Both], new: &[Diagnostic]) -> [Vec<String>; 2] {
    let head = change.head;
    let wrong: BTreeSet<&str> = new.iter().filter(|it| it.level == Level::Error).map(|it| it.path.as_str()).collect();
    let is_wrong = |at: usize| wrong.contains(head.entries[at].path.as_str());
    let rests_on_wrong = |it: &Entry| {
        it.edges.iter().any(|edge| is_wrong(edge.to)) || it.backlinks.iter().any(|link| is_wrong(link.from))
    };
    let lacks = |site: &Site, entry: &Entry| -> BTreeSet<String> {
        let step = site.next_step(entry);
        step.iter().flat_map(|step| site.lacking(step)).map(Unmet::wants).collect()
    };
    let is_left = |(before, after): &(&Entry, &Entry)| {
        is_same_text(&before.text, &after.text)
            && head.is_open_matter(after)
            && before.status.as_ref().map(|it| &it.state) == after.status.as_ref().map(|it| &it.state)
    };
    let waits = |(before, after): (&Entry, &Entry)| {
        let (was, is) = (lacks(change.base, before), lacks(head, after));
        if was == is {
            return [None, None];
        }
        let called = format!("{} {}", after.id, after.title);
        let ahead = ahead(head, after);
        let with_ahead = |waits: String| match &ahead {
            Some(ahead) => words::waits_and_ahead(waits, &**ahead),
            None => waits,
        };
        let listed = |one: &BTreeSet<String>, other: &BTreeSet<String>| {
            let only: Vec<String> = one.difference(other).map(|it| words::of_profile(it)).collect();
            (!only.is_empty()).then(|| only.join(", "))
        };
        let less = listed(&was, &is).filter(|_| !rests_on_wrong(after));
        [
            less.map(|what| with_ahead(words::no_longer_waits_for(&*called, what))),
            listed(&is, &was).map(|what| with_ahead(words::now_waits_for(&*called, what))),
        ]
    };
    let language = spoken();
    let both = pairs.par_iter().filter_map(|(before, after)| before.zip(*after)).filter(is_left);
    let told: Vec<[Option<String>; 2]> = both.map(|both| within(language, || waits(both))).collect();
    let of = |side: usize| told.iter().filter_map(|it| it[side].clone()).collect();
    [of(0), of(1)]
}

/// `edit` without what it quotes from the base, where the change withholds something.
fn hidden(edit: Edit, is_withholding: bool) -> Edit {
    Edit { was: edit.was.filter(|_| !is_withholding), ..edit }
}

/// What comes of it for the record in `site` that something else waits for or does not wait for any more: where nothing is missing,
/// that the step can be taken, for what it waited for may be all that it consists of; else what is missing, and who holds it. `None`
/// when nobody has to do anything.
fn ahead(site: &Site, entry: &Entry) -> Option<String> {
    let step = site.next_step(entry).filter(|_| !site.is_over(entry))?;
    match step.missing.is_empty() && step.lacks.is_empty() && step.earliest.is_none() {
        true => Some(words::can_go_on_to(words::value_of(&step.transition.to))),
        false => next(site, entry),
    }
}

/// What the record in `site` waits for: who holds it, and what comes next; `None` when nobody has to do anything.
fn next(site: &Site, entry: &Entry) -> Option<String> {
    if site.is_over(entry) {
        return None;
    }
    let holder = site.holder(entry).map(|(holder, _)| holder)?;
    let step = site.next_step(entry)?;
    let missing = site.lacking(&step).map(Unmet::wants).chain(step.lacks.iter().cloned());
    let missing: Vec<String> = missing.map(|it| words::of_profile(&it)).collect();
    let [told, holder] = [site.told(step.transition, entry), holder].map(|it| words::of_profile(&it));
    let next = match missing.is_empty() {
        true => words::next_with(told, holder),
        false => words::next_with_and_missing(told, holder, missing.join(", ")),
    };
    Some(match site.earliest(entry, &step) {
        Some(day) => words::next_not_before(next, day.to_string()),
        None => next,
    })
}
