//! What is not known, on one page: by what follows from it, then by who could say. And what is known and not shown.

use serde::Serialize;

use crate::check::not_known;
use crate::check::unknown::{Answerer, NotKnown, Source, Weight};
use crate::diagnostic::Diagnostic;
use crate::site::Entry;
use crate::words;

use super::View;
use super::chrome::Head;
use super::part::{Part, closed};

pub(super) fn unknown(view: &View) -> Result<String, Diagnostic> {
    let all = not_known(view.site, &view.context.report);
    let sections: Vec<_> = Weight::ALL.iter().filter_map(|weight| section(view, *weight, &all)).collect();
    let withheld = withheld(view);
    let records: std::collections::BTreeSet<usize> = all.iter().map(|it| it.entry.at).collect();
    let it = given! {
        count: all.len(),
        summary: words::not_known_of(all.len(), records.len()),
        sections,
        withheld_count: withheld.len(),
        withheld,
        is_pending: view.context.report.is_pending,
    };
    let head =
        Head { description: Some(words::UNKNOWN_ABOUT.to_string()), ..Head::titled(&words::WHAT_WE_DO_NOT_KNOW) };
    view.fill("unknown.html", head, &it)
}

/// One weight; `None` when all of it is known.
fn section(view: &View, weight: Weight, all: &[NotKnown]) -> Option<impl Serialize> {
    let of_weight: Vec<&NotKnown> = all.iter().filter(|it| it.weight == weight).collect();
    let alike = |one: &&NotKnown, other: &&NotKnown| one.who == other.who && sentence_of(one) == sentence_of(other);
    let mut rows: Vec<_> = of_weight.chunk_by(alike).collect();
    // Of those that the same could answer, what is not known of most stands first.
    rows.sort_by_key(|row| (row[0].who, std::cmp::Reverse(row.len())));
    let title = match weight {
        Weight::Money => words::MONEY_AND_CONTRACTS,
        Weight::Access => words::SERVICES_AND_ACCESS,
        Weight::People => words::PEOPLE_AND_SEATS,
        Weight::Text => words::WHAT_WAS_SAID,
    };
    (!of_weight.is_empty()).then(|| {
        given! {
            title,
            anchor: format!("unknown.{}", Weight::ALL.iter().position(|it| *it == weight).unwrap_or_default() + 1),
            count: of_weight.len(),
            rows: rows.into_iter().map(|row| of_row(view, row)).collect::<Vec<_>>(),
        }
    })
}

/// What is not known of some records.
fn of_row(view: &View, row: &[&NotKnown]) -> impl Serialize + use<> {
    let reason = |it: &NotKnown| match it.source {
        Source::Stated { reason, .. } => Some(closed(reason)),
        Source::Found(_) => None,
    };
    // What is the same for all is said once.
    let common =
        reason(row[0]).filter(|first| row.len() > 1 && row.iter().all(|it| reason(it).as_ref() == Some(first)));
    let record = |it: &&NotKnown| {
        let note = reason(it).filter(|_| common.is_none());
        Part { note, ..view.record_link(it.entry) }
    };
    given! {
        sentence: sentence_of(row[0]),
        who: match row[0].who {
            Answerer::Board => words::THE_BOARD,
            Answerer::Group => words::THE_GROUP,
            Answerer::Operator => words::WHOEVER_RUNS_IT,
            Answerer::Owner => words::WHOEVER_LOOKS_AFTER_IT,
            Answerer::Minutes => words::WHOEVER_TOOK_THE_MINUTES,
        },
        count: row.len(),
        records: row.iter().map(record).collect::<Vec<_>>(),
        reason: common,
    }
}

fn sentence_of(it: &NotKnown) -> String {
    sentence(it.entry, it.source)
}

/// In plain words what is not known of `entry`: a sentence with its full stop.
pub(super) fn sentence(entry: &Entry, source: Source) -> String {
    match source {
        Source::Stated { key, .. } => words::not_recorded_key(entry.kind().name(), key),
        Source::Found(rule) => words::not_recorded_rule(rule).to_owned(),
    }
}

/// Every value that is withheld, in the order of the records.
fn withheld(view: &View) -> Vec<impl Serialize> {
    let of_record = |entry: &Entry| {
        let record = view.record_link(entry);
        let shown = view.withheld_of(entry).into_iter();
        shown.map(|(what, value)| given! { record: record.clone(), what, value }).collect::<Vec<_>>()
    };
    view.site.entries.iter().flat_map(of_record).collect()
}

impl View<'_> {
    /// What is withheld in `entry`: what it is, and why and until when it is not shown.
    pub(crate) fn withheld_of(&self, entry: &Entry) -> Vec<(String, Part)> {
        use crate::fields::Missing;
        let stated = entry.gaps.iter().filter_map(|gap| match &gap.what {
            Missing::Withheld(withheld) => Some((words::label_of_key(&gap.key), self.withheld(withheld))),
            Missing::Unknown(_) => None,
        });
        let cost = entry.sow().and_then(|sow| sow.cost.get()).and_then(|cost| cost.not_shown());
        let cost = cost.map(|withheld| (words::COST.to_string(), self.withheld(&withheld)));
        stated.chain(cost).collect()
    }

    /// What a rule misses in `entry`, in sentences: it stands among the facts, for no fact has a place for it.
    pub(crate) fn missed_in(&self, entry: &Entry) -> Vec<Part> {
        let all = crate::check::not_known_of(self.site, &self.context.report, entry);
        let missed = all.iter().filter(|it| matches!(it.source, Source::Found(_)));
        let mut sentences: Vec<String> = missed.map(sentence_of).collect();
        sentences.dedup();
        sentences.into_iter().map(Part::text).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::unknown::missing_rules;

    #[test]
    fn each_rule_that_misses_a_fact_has_a_sentence_of_its_own() {
        for rule in missing_rules() {
            let sentence = words::not_recorded_rule(rule);
            assert!(sentence.ends_with('.') && sentence != &*words::NOT_RECORDED_ANYWHERE, "{rule}: {sentence}");
        }
    }
}
