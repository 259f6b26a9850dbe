//! What a change does to the findings: which it brought in, which were there before, which it mended.
//!
//! Both sides are judged on the same day, so that what time alone does is on both of them. A finding is the same one when
//! it is of the same rule, about the same record, in the same words, about the same text: never by its line, which moves.

use std::collections::{BTreeSet, HashMap};

use super::Report;
use crate::diagnostic::{Diagnostic, Level, Standing};
use crate::id::{ContentPath, RecordId};
use crate::site::{Entry, Site};

/// What the findings of a change are beside those of its report.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    /// Findings of the base that the change mended, in the order of the places in the base.
    pub mended: Vec<Diagnostic>,
    /// The records whose state the change moves.
    pub moved: BTreeSet<ContentPath>,
}

impl Comparison {
    /// Whether a run that fails at `level` fails: by a finding that the change brought in, or by an error in a record
    /// whose state it moves. Nobody else is blamed for what was there before.
    pub fn fails_at(&self, report: &Report, level: Level) -> bool {
        report.findings.iter().any(|finding| match finding.standing {
            Some(Standing::New) | None => finding.level >= level,
            Some(Standing::Existing) => self.is_in_the_way(finding),
            Some(Standing::Fixed) => false,
        })
    }

    /// Whether `finding` was there before and is an error in a record whose state the change moves.
    pub fn is_in_the_way(&self, finding: &Diagnostic) -> bool {
        let is_old_error = finding.standing == Some(Standing::Existing) && finding.level == Level::Error;
        is_old_error && self.moved.contains(&finding.path)
    }
}

/// What makes a finding the same: the rule, its level, the record, the message, the text that it is about.
type Key<'a> = (&'a str, Level, Place<'a>, Option<&'a str>, Option<String>);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Place<'a> {
    Record(RecordId),
    File(&'a ContentPath),
}

/// Says of every finding of `report`, the one on `site`, how it stands to those of the base.
pub fn compare(site: &Site, report: Report, base: &Site, of_base: &Report) -> (Report, Comparison) {
    let mut left: Vec<Option<&Diagnostic>> = of_base.findings.iter().map(Some).collect();
    // What a waiver accepts from now on is not mended.
    let waived: Vec<&Diagnostic> = report.waived.iter().map(|(finding, _)| finding).collect();
    take(site, &waived, base, &mut left);
    let was_there = take(site, &report.findings.iter().collect::<Vec<_>>(), base, &mut left);
    // What is gone with its record was not mended.
    let is_there = |finding: &&Diagnostic| base.at_path(&finding.path).is_none_or(|it| site.record(&it.id).is_some());
    let mended = left.into_iter().flatten().filter(is_there);
    let mended = mended.map(|finding| Diagnostic { standing: Some(Standing::Fixed), ..finding.clone() }).collect();
    let stands = |was_there: bool| Some(if was_there { Standing::Existing } else { Standing::New });
    let findings = report.findings.into_iter().zip(was_there);
    let findings = findings.map(|(finding, was_there)| Diagnostic { standing: stands(was_there), ..finding }).collect();
    (Report { findings, waived: report.waived }, Comparison { mended, moved: moved(site, base) })
}

/// Which of `findings` the base has too; takes those of the base out of `left`, each for one.
///
/// First those in the same words; then those about the same text in other words, as when one of two missing keys was
/// filled in.
fn take<'a>(site: &Site, findings: &[&'a Diagnostic], base: &Site, left: &mut [Option<&'a Diagnostic>]) -> Vec<bool> {
    let mut was_there = vec![false; findings.len()];
    for key in [in_same_words, about_same_text] {
        let mut of_base: HashMap<Key<'a>, Vec<usize>> = HashMap::new();
        for (at, finding) in left.iter().enumerate().rev() {
            if let Some(key) = finding.and_then(|finding| key(base, finding)) {
                of_base.entry(key).or_default().push(at);
            }
        }
        for (finding, was_there) in findings.iter().zip(&mut was_there).filter(|(_, was_there)| !**was_there) {
            let same = key(site, finding).and_then(|key| of_base.get_mut(&key)).and_then(Vec::pop);
            if let Some(at) = same {
                left[at] = None;
                *was_there = true;
            }
        }
    }
    was_there
}

fn in_same_words<'a>(site: &Site, finding: &'a Diagnostic) -> Option<Key<'a>> {
    let (place, text) = place(site, finding);
    Some((finding.rule, finding.level, place, Some(&finding.message), text))
}

fn about_same_text<'a>(site: &Site, finding: &'a Diagnostic) -> Option<Key<'a>> {
    let (place, text) = place(site, finding);
    Some((finding.rule, finding.level, place, None, Some(text?)))
}

/// The record of a finding, and the text that it is about, white space left out.
fn place<'a>(site: &Site, finding: &'a Diagnostic) -> (Place<'a>, Option<String>) {
    let Some(entry) = site.at_path(&finding.path) else { return (Place::File(&finding.path), None) };
    let text = finding.span.and_then(|span| entry.text.get(span.range()));
    (Place::Record(entry.id.canonical()), text.map(|text| text.split_whitespace().collect()))
}

/// The records that take a step or stand in another state than in the base.
fn moved(site: &Site, base: &Site) -> BTreeSet<ContentPath> {
    let pairs = site.entries.iter().filter_map(|entry| Some((entry, base.record(&entry.id)?)));
    let moves = pairs.filter(|(entry, before)| {
        let state = |entry: &Entry| entry.status.as_ref().map(|status| status.state.clone());
        state(entry) != state(before) || entry.events().len() > before.events().len()
    });
    moves.map(|(entry, _)| entry.path.clone()).collect()
}
