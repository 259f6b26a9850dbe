//! What a change does to the findings: which it brought in, which were there before, which it fixed.
//!
//! Both sides are judged on the same day and by the rules that the change leaves on, so that neither what time alone does nor
//! what the configuration passes over looks like the author's work. A record that was renamed is the same record.

use std::collections::{BTreeSet, HashMap};

use super::identity::{Identity, Part, Place, Renamed, Side};
use super::{Report, RulePage, check, level_of, levels};
use crate::change::Change;
use crate::diagnostic::{BaselineState, Diagnostic, Level};
use crate::id::{ContentPath, RecordId};
use crate::site::withheld::secrets;
use crate::site::{Entry, Site};
use crate::tree::Tree;

/// What the findings of a change are beside those of its report.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    /// Findings of the base that the change fixed, in the order of the places in the base.
    pub fixed: Vec<Diagnostic>,
}

impl Comparison {
    /// Whether a run that fails at `level` fails: by a finding that the change brought in, or by an error in a record
    /// whose state it moves. Nobody else is blamed for what was there before.
    pub fn fails_at(&self, report: &Report, level: Level) -> bool {
        report.findings.iter().any(|finding| match finding.baseline_state {
            Some(BaselineState::New) | None => finding.level >= level,
            Some(BaselineState::BlocksStep) => true,
            Some(BaselineState::Existing | BaselineState::Fixed) => false,
        })
    }
}

/// The `report` on the head of `change`, each finding with its baseline state against those `of_base`; and what the change
/// fixed. `trees` are the files of the base and of the head.
pub fn compare(change: &Change, trees: (&Tree, &Tree), report: Report, of_base: &Report) -> (Report, Comparison) {
    let (site, base) = (change.head, change.base);
    let (renamed, nothing) = (Renamed::of(site, base), Renamed::default());
    let (mut before, mut now) = (Side::new(base, trees.0, &renamed), Side::new(site, trees.1, &nothing));
    let levels = levels(site);
    // A rule that the change switches off fixes nothing.
    let is_on = |finding: &&Diagnostic| levels.get(finding.rule).is_none_or(|level| level_of(*level).is_some());
    let of_base = of_base.findings.iter().filter(is_on);
    let mut left: Vec<Option<Identity>> = of_base.map(|finding| Some(before.identity(finding))).collect();
    // Nor does a waiver that accepts a finding from now on.
    let waived: Vec<Identity> = report.waived.iter().map(|(finding, _)| now.identity(finding)).collect();
    take(&waived, &mut left);
    let findings: Vec<Identity> = report.findings.iter().map(|finding| now.identity(finding)).collect();
    let was_there = take(&findings, &mut left);
    // What is left out because a finding about the change reports it is there all the same.
    if left.iter().any(Option::is_some) && report.findings.iter().any(is_about_change) {
        let alone = check(site, None);
        let mut now = Side::new(site, trees.1, &nothing);
        let there: Vec<Identity> = alone.findings.iter().map(|finding| now.identity(finding)).collect();
        take(&there, &mut left);
    }
    // What is gone with its record was not fixed, and where nothing was there nothing could be.
    let was_empty = base.entries.is_empty() && base.assets.is_empty();
    let is_there = |finding: &&Diagnostic| {
        !was_empty && base.at_path(&finding.path).is_none_or(|before| site.successor(before).is_some())
    };
    let fixed = left.into_iter().flatten().map(|identity| identity.finding).filter(is_there);
    let withholds = withholds(site, base);
    let told = |finding: &Diagnostic| if withholds { without_values(finding) } else { finding.clone() };
    let fixed =
        fixed.map(|finding| Diagnostic { baseline_state: Some(BaselineState::Fixed), ..told(finding) }).collect();
    let moved = moved(site, base);
    let state = |finding: &Diagnostic, was_there: bool| match was_there {
        false => BaselineState::New,
        true if finding.level == Level::Error && moved.contains(&finding.path) => BaselineState::BlocksStep,
        true => BaselineState::Existing,
    };
    let findings = report.findings.into_iter().zip(was_there).map(|(finding, was_there)| {
        let baseline_state = Some(state(&finding, was_there));
        let is_quoting = withholds && is_about_change(&finding);
        let finding = if is_quoting { without_lost_words(site, finding) } else { finding };
        Diagnostic { baseline_state, ..finding }
    });
    (Report { findings: findings.collect(), waived: report.waived, is_pending: false }, Comparison { fixed })
}

fn is_about_change(finding: &Diagnostic) -> bool {
    super::RULES.iter().any(|rule| rule.name == finding.rule && rule.family == "change")
}

/// What makes a finding the same: the rule, the record, what it is about, the part of the record with its line, the words.
type Key<'t> = (&'static str, &'t Place, Option<&'t str>, Option<(&'t Part, &'t str)>, Option<&'t str>);

/// Which of `findings` the base has too; takes those of the base out of `left`, each for one. One that weighs more than it
/// did is not the one that was there.
///
/// First those about the same part in the same words, on the same line before others: that tells several about one part
/// apart. Then those about the same part in other words; then those in the same words about a part that was reworded.
fn take(findings: &[Identity], left: &mut [Option<Identity>]) -> Vec<bool> {
    let mut taken: Vec<Option<usize>> = vec![None; findings.len()];
    let mut is_free: Vec<bool> = left.iter().map(Option::is_some).collect();
    let keys: [for<'t> fn(&'t Identity<'_>) -> Option<Key<'t>>; 4] = [
        |it| Some((it.finding.rule, &it.record, it.about.as_deref(), Some((&it.part, &it.line)), Some(&it.message))),
        |it| Some((it.finding.rule, &it.record, it.about.as_deref(), Some((&it.part, "")), Some(&it.message))),
        |it| match it.part {
            Part::WholeFile | Part::Key(_) | Part::Passage(_) => {
                Some((it.finding.rule, &it.record, it.about.as_deref(), Some((&it.part, "")), None))
            }
            Part::Unknown => None,
        },
        |it| Some((it.finding.rule, &it.record, it.about.as_deref(), None, Some(&it.message))),
    ];
    for key in keys {
        let mut of_base: HashMap<Key, Vec<usize>> = HashMap::new();
        for (at, identity) in left.iter().enumerate().rev().filter(|(at, _)| is_free[*at]) {
            if let Some(key) = identity.as_ref().and_then(key) {
                of_base.entry(key).or_default().push(at);
            }
        }
        for (finding, taken) in findings.iter().zip(&mut taken).filter(|(_, taken)| taken.is_none()) {
            *taken = key(finding).and_then(|key| of_base.get_mut(&key)).and_then(Vec::pop);
            if let Some(at) = *taken {
                is_free[at] = false;
            }
        }
    }
    let mut weighs_no_more = |(finding, at): (&Identity, Option<usize>)| {
        let before = at.and_then(|at| left[at].take());
        before.is_some_and(|before| before.finding.level >= finding.finding.level)
    };
    findings.iter().zip(taken).map(&mut weighs_no_more).collect()
}

/// Whether anything is withheld now that was not, so that what the base says of it must not be repeated.
fn withholds(site: &Site, base: &Site) -> bool {
    let keys = |entry: &Entry| secrets(entry).into_iter().map(|it| it.key).collect::<BTreeSet<String>>();
    site.entries.iter().any(|entry| {
        let now = keys(entry);
        !now.is_empty() && base.predecessor(entry).is_some_and(|before| !keys(before).is_superset(&now))
    })
}

/// The same finding without what it quotes from the base and its file does not hold any more.
fn without_lost_words(site: &Site, finding: Diagnostic) -> Diagnostic {
    let Some(entry) = site.at_path(&finding.path) else { return without_values(&finding) };
    let is_kept = |word: &str| entry.text.contains(word) || RecordId::parse(word).is_some();
    let tame = |text: &str| {
        let words = text.split('`').enumerate();
        let words = words.map(|(at, word)| if at % 2 == 0 || is_kept(word) { word } else { "…" });
        words.collect::<Vec<_>>().join("`")
    };
    Diagnostic { message: tame(&finding.message), help: finding.help.as_deref().map(tame), fix: None, ..finding }
}

/// The same finding in words that quote nothing.
fn without_values(finding: &Diagnostic) -> Diagnostic {
    let title = super::RULES.iter().find(|rule| rule.name == finding.rule).map(|rule| RulePage::of(rule).title.clone());
    let message = title.unwrap_or_else(|| finding.rule.to_owned());
    Diagnostic { message, help: None, labels: Vec::new(), fix: None, clause: None, ..finding.clone() }
}

/// The records that take a step or are in another state than in the base.
fn moved(site: &Site, base: &Site) -> BTreeSet<ContentPath> {
    let pairs = site.entries.iter().filter_map(|entry| Some((entry, base.predecessor(entry)?)));
    let moves = pairs.filter(|(entry, before)| {
        let state = |entry: &Entry| entry.status.as_ref().map(|status| status.state.clone());
        state(entry) != state(before) || entry.events().len() > before.events().len()
    });
    moves.map(|(entry, _)| entry.path.clone()).collect()
}
