//! The clauses of the profiles in use: what the group agreed on, who holds it, and when it was last violated.

use serde::Serialize;

use crate::check::{Held, Violation, clauses, levels};
use crate::page::words;
use crate::workflow::RuleLevel;

use super::View;
use super::part::{Part, capitalised};

/// The clauses of one profile.
#[derive(Serialize)]
pub struct ProfileClauses {
    profile: String,
    anchor: String,
    clauses: Vec<ClauseRow>,
}

#[derive(Serialize)]
struct ClauseRow {
    anchor: String,
    says: String,
    source: Option<String>,
    /// The rules that enforce it and are not switched off on this site.
    rules: Vec<Part>,
    /// The rules that would enforce it, were they not switched off.
    off: Vec<Part>,
    /// Why a person looks after it, or after what the rules leave of it.
    person: Option<String>,
    /// The latest violation; `None` when the record holds none.
    last: Option<Last>,
}

#[derive(Serialize)]
struct Last {
    /// `None` for what goes on.
    day: Option<Part>,
    /// Where it happened: a record, or the configuration by its name.
    place: Part,
    /// `accepted by a waiver`, `3 in all`.
    note: Option<String>,
}

/// Every clause, by profile, in the order of the profiles.
pub fn by_profile(view: &View) -> Vec<ProfileClauses> {
    let mut profiles: Vec<ProfileClauses> = Vec::new();
    for held in clauses(view.site, &view.book.report) {
        let profile = &held.clause.profile;
        if profiles.last().is_none_or(|last| last.profile != *profile) {
            let anchor = format!("clauses.{profile}");
            profiles.push(ProfileClauses { profile: profile.clone(), anchor, clauses: Vec::new() });
        }
        profiles.last_mut().expect("a profile was just added").clauses.push(row(view, &held));
    }
    profiles
}

fn row(view: &View, held: &Held) -> ClauseRow {
    let levels = levels(view.site);
    let is_off = |rule: &&String| levels.get(rule.as_str()) == Some(&RuleLevel::Off);
    let (off, on): (Vec<&String>, Vec<&String>) = held.clause.rules.iter().partition(is_off);
    let links = |rules: Vec<&String>| rules.into_iter().map(|rule| view.rule_link(rule)).collect();
    let clause = held.clause;
    let (says, source) = match clause.says.is_empty() {
        true => (clause.source.clone(), None),
        false => (format!("{}.", capitalised(&clause.says).trim_end_matches('.')), Some(clause.source.clone())),
    };
    ClauseRow {
        anchor: format!("clause.{}", crate::text::slug(&clause.name)),
        says,
        source,
        rules: links(on),
        off: links(off),
        person: clause.person.clone(),
        last: held.violations.first().map(|latest| last(view, latest, held.violations.len())),
    }
}

fn last(view: &View, latest: &Violation, count: usize) -> Last {
    let place = match view.site.at_path(&latest.finding.path) {
        Some(entry) => view.record_link(entry),
        None => Part::text(latest.finding.path.as_str()),
    };
    let waived = latest.is_waived.then(|| words::ACCEPTED_BY_A_WAIVER.to_owned());
    let more = (count > 1).then(|| words::in_all(count));
    let notes: Vec<String> = waived.into_iter().chain(more).collect();
    let day = (latest.date < view.site.today).then(|| view.day(latest.date));
    Last { day, place, note: (!notes.is_empty()).then(|| notes.join(", ")) }
}
