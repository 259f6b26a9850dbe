//! What a change does to the findings: which it brought in, which were there before, which it mended.
//!
//! Both sides are judged on the same day and by the rules that the change leaves on, so that neither what time alone does nor
//! what the configuration passes over looks like the author's work. A finding is the same one when it is of the same rule,
//! about the same record, in the same words or about the same text: never by its line, which moves. A record that was
//! renamed is the same record, and words that name it name it by either name.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use super::{Report, check, level_of, levels};
use crate::diagnostic::{Diagnostic, Level, Standing};
use crate::id::{ContentPath, RecordId};
use crate::site::{Entry, Site};

/// What the findings of a change are beside those of its report.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    /// Findings of the base that the change mended, in the order of the places in the base.
    pub mended: Vec<Diagnostic>,
}

impl Comparison {
    /// Whether a run that fails at `level` fails: by a finding that the change brought in, or by an error in a record
    /// whose state it moves. Nobody else is blamed for what was there before.
    pub fn fails_at(&self, report: &Report, level: Level) -> bool {
        report.findings.iter().any(|finding| match finding.standing {
            Some(Standing::New) | None => finding.level >= level,
            Some(Standing::InTheWay) => true,
            Some(Standing::Existing | Standing::Fixed) => false,
        })
    }
}

/// Says of every finding of `report`, the one on `site`, how it stands to those of the base.
pub fn compare(site: &Site, report: Report, base: &Site, of_base: &Report) -> (Report, Comparison) {
    let renamed = Renamed::of(site, base);
    let before = |finding| Told::new(base, finding, &renamed);
    let now = |finding| Told::new(site, finding, &Renamed::default());
    let levels = levels(site);
    // A rule that the change switches off mends nothing.
    let is_on = |finding: &&Diagnostic| levels.get(finding.rule).is_none_or(|level| level_of(*level).is_some());
    let mut left: Vec<Option<Told>> = of_base.findings.iter().filter(is_on).map(before).map(Some).collect();
    // Nor does a waiver that accepts a finding from now on.
    take(&report.waived.iter().map(|(finding, _)| now(finding)).collect::<Vec<_>>(), &mut left);
    let was_there = take(&report.findings.iter().map(now).collect::<Vec<_>>(), &mut left);
    // What is left out because another finding about the change speaks of it is there all the same.
    if left.iter().any(Option::is_some) && report.findings.iter().any(is_about_change) {
        let alone = check(site, None);
        take(&alone.findings.iter().map(now).collect::<Vec<_>>(), &mut left);
    }
    // What is gone with its record was not mended, and where nothing was there nothing could be.
    let was_empty = base.entries.is_empty() && base.assets.is_empty();
    let is_there = |finding: &&Diagnostic| {
        !was_empty && base.at_path(&finding.path).is_none_or(|before| site.successor(before).is_some())
    };
    let mended = left.into_iter().flatten().map(|told| told.finding).filter(is_there);
    let mended = mended.map(|finding| Diagnostic { standing: Some(Standing::Fixed), ..finding.clone() }).collect();
    let moved = moved(site, base);
    let stands = |finding: &Diagnostic, was_there: bool| match was_there {
        false => Standing::New,
        true if finding.level == Level::Error && moved.contains(&finding.path) => Standing::InTheWay,
        true => Standing::Existing,
    };
    let findings = report.findings.into_iter().zip(was_there).map(|(finding, was_there)| {
        let standing = Some(stands(&finding, was_there));
        Diagnostic { standing, ..finding }
    });
    (Report { findings: findings.collect(), waived: report.waived, is_pending: false }, Comparison { mended })
}

fn is_about_change(finding: &Diagnostic) -> bool {
    super::RULES.iter().any(|rule| rule.name == finding.rule && rule.family == "change")
}

/// A finding, with what tells it from others.
struct Told<'a> {
    finding: &'a Diagnostic,
    place: Place<'a>,
    message: Cow<'a, str>,
    /// The text that it is about, white space left out.
    text: Option<String>,
}

#[derive(Clone, PartialEq, Eq, Hash)]
enum Place<'a> {
    Record(RecordId),
    File(&'a ContentPath),
}

impl<'a> Told<'a> {
    fn new(site: &Site, finding: &'a Diagnostic, renamed: &Renamed) -> Told<'a> {
        let message = renamed.in_words(&finding.message, '`');
        let Some(entry) = site.at_path(&finding.path) else {
            return Told { finding, place: Place::File(&finding.path), message, text: None };
        };
        let text = finding.span.and_then(|span| entry.text.get(span.range()));
        let text = text.map(|text| renamed.in_words(text, '"').split_whitespace().collect());
        let id = entry.id.canonical();
        Told { finding, place: Place::Record(renamed.ids.get(&id).cloned().unwrap_or(id)), message, text }
    }
}

/// What makes a finding the same: the rule, the record, the message, the text.
type Key<'t> = (&'static str, &'t Place<'t>, Option<&'t str>, Option<&'t str>);

/// Which of `findings` the base has too; takes those of the base out of `left`, each for one. One that weighs more than it
/// did is not the one that was there.
///
/// First those in the same words about the same text; then those about the same text in other words, as when one of two
/// missing keys was filled in; then those in the same words about another text, as when a title was changed.
fn take(findings: &[Told], left: &mut [Option<Told>]) -> Vec<bool> {
    let mut taken: Vec<Option<usize>> = vec![None; findings.len()];
    let mut is_free: Vec<bool> = left.iter().map(Option::is_some).collect();
    let keys: [for<'t> fn(&'t Told<'_>) -> Option<Key<'t>>; 3] = [
        |it| Some((it.finding.rule, &it.place, Some(&it.message), it.text.as_deref())),
        |it| Some((it.finding.rule, &it.place, None, Some(it.text.as_deref()?))),
        |it| Some((it.finding.rule, &it.place, Some(&it.message), None)),
    ];
    for key in keys {
        let mut of_base: HashMap<Key, Vec<usize>> = HashMap::new();
        for (at, told) in left.iter().enumerate().rev().filter(|(at, _)| is_free[*at]) {
            if let Some(key) = told.as_ref().and_then(key) {
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
    let mut weighs_no_more = |(finding, at): (&Told, Option<usize>)| {
        let before = at.and_then(|at| left[at].take());
        before.is_some_and(|before| before.finding.level >= finding.finding.level)
    };
    findings.iter().zip(taken).map(&mut weighs_no_more).collect()
}

/// The records that the change renames.
#[derive(Default)]
struct Renamed {
    ids: HashMap<RecordId, RecordId>,
    /// What findings call them, before and now.
    names: HashMap<String, String>,
}

impl Renamed {
    fn of(site: &Site, base: &Site) -> Renamed {
        let mut renamed = Renamed::default();
        let gone = base.entries.iter().filter(|before| site.at_path(&before.path).is_none());
        for before in gone {
            let Some(after) = site.successor(before) else { continue };
            for (old, new) in [
                (before.path.as_str(), after.path.as_str()),
                (before.address.trim_end_matches('/'), after.address.trim_end_matches('/')),
            ] {
                renamed.names.insert(old.to_owned(), new.to_owned());
            }
            renamed.names.insert(before.id.to_string(), after.id.to_string());
            renamed.ids.insert(before.id.canonical(), after.id.canonical());
        }
        renamed
    }

    /// `text` with the present names in the places of those that stand between two of `quote`.
    fn in_words<'a>(&self, text: &'a str, quote: char) -> Cow<'a, str> {
        let is_named = |word: &str| self.names.contains_key(word);
        if self.names.is_empty() || !text.split(quote).any(is_named) {
            return Cow::Borrowed(text);
        }
        let words = text.split(quote).map(|word| self.names.get(word).map_or(word, String::as_str));
        Cow::Owned(words.collect::<Vec<_>>().join(&quote.to_string()))
    }
}

/// The records that take a step or stand in another state than in the base.
fn moved(site: &Site, base: &Site) -> BTreeSet<ContentPath> {
    let pairs = site.entries.iter().filter_map(|entry| Some((entry, base.predecessor(entry)?)));
    let moves = pairs.filter(|(entry, before)| {
        let state = |entry: &Entry| entry.status.as_ref().map(|status| status.state.clone());
        state(entry) != state(before) || entry.events().len() > before.events().len()
    });
    moves.map(|(entry, _)| entry.path.clone()).collect()
}
