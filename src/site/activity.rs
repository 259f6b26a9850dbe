//! What happened, as a reader or a feed wants it: one entry for each step of each record.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::id::Kind;
use crate::text::Date;
use crate::workflow::Means;

use super::{Entry, Site};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// The day on which it happened.
    pub date: Date,
    /// The record that it happened to, by its place in the site.
    pub entry: usize,
    /// Which of the record's steps it is; `None` for the publication of a report.
    pub step: Option<usize>,
    /// What the record became, in words: `board review`.
    pub what: String,
    /// The same for ever, whatever else changes in the record: `SOW-0003#board-review-2021-05-11`.
    pub key: String,
}

/// Every step of every record until today, the latest first; steps of one day in the order of the records. What happened on
/// a day that is not recorded has no place among the days: the step before it tells of it.
pub(super) fn activity(site: &Site) -> Vec<Activity> {
    let mut activity: Vec<Activity> = site.entries.par_iter().flat_map_iter(|entry| of_record(site, entry)).collect();
    activity.retain(|it| it.date <= site.today);
    activity.par_sort_by(|a, b| b.date.cmp(&a.date).then(a.entry.cmp(&b.entry)).then(b.step.cmp(&a.step)));
    activity
}

fn of_record(site: &Site, entry: &Entry) -> Vec<Activity> {
    let id = match entry.duplicate_of {
        None => entry.id.to_string(),
        Some(_) => entry.path.to_string(),
    };
    let id = if entry.kind() == Kind::Service { format!("service/{id}") } else { id };
    let workflow = site.profile.kind(entry.kind());
    let mut seen: HashMap<(String, Date), usize> = HashMap::new();
    let steps = entry.status.iter().flat_map(|status| status.steps.iter().enumerate());
    let steps = steps.filter(|(_, step)| step.is_dated);
    let mut activity: Vec<Activity> = steps
        .map(|(at, step)| {
            // Where another record shows that a decision was carried out, that record may change: the day of the decision stays.
            let decided = entry.decision().and_then(|it| it.decided.get()).filter(|_| step.means == Some(Means::Done));
            let day = decided.copied().unwrap_or(step.date);
            let count = seen.entry((step.state.clone(), day)).and_modify(|count| *count += 1).or_insert(1);
            let again = if *count > 1 { format!("-{count}") } else { String::new() };
            let label = workflow.and_then(|workflow| workflow.state(&step.state)).map(|state| state.label.clone());
            Activity {
                date: step.date,
                entry: entry.at,
                step: Some(at),
                what: label.unwrap_or_else(|| step.state.replace('-', " ")),
                key: format!("{id}#{}-{day}{again}", step.state),
            }
        })
        .collect();
    if let Some(published) = entry.report().and_then(|report| report.published.get()) {
        let key = format!("report/{id}#published-{published}");
        activity.push(Activity { date: *published, entry: entry.at, step: None, what: "published".to_owned(), key });
    }
    activity
}
