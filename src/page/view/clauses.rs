//! The clauses of the profiles in use: what the group agreed on, when it was last broken; and for editors, what checks it.

use serde::Serialize;

use crate::check::{Held, Violation, levels};
use crate::text::capitalised;
use crate::words;
use crate::workflow::RuleLevel;

use super::View;
use super::part::Part;

/// Every clause, by profile, in the order of the profiles.
pub(super) fn by_profile<'a>(view: &'a View, held: &'a [Held]) -> Vec<impl Serialize + use<'a>> {
    let of_profile = |held: &'a [Held]| {
        given! {
            profile: held[0].clause.profile.clone(),
            anchor: format!("clauses.{}", held[0].clause.profile),
            clauses: held.iter().map(|held| row(view, held)).collect::<Vec<_>>(),
        }
    };
    held.chunk_by(|one, other| one.clause.profile == other.clause.profile).map(of_profile).collect()
}

fn row<'a>(view: &'a View, held: &'a Held) -> impl Serialize + use<'a> {
    let levels = levels(view.site);
    let is_off = |rule: &&String| levels.get(rule.as_str()) == Some(&RuleLevel::Off);
    let (off, on): (Vec<&String>, Vec<&String>) = held.clause.rules.iter().partition(is_off);
    let links = |rules: Vec<&String>| rules.into_iter().map(|rule| view.rule_link(rule)).collect::<Vec<_>>();
    given! {
        promise: promise(view, held),
        rules: links(on),
        off: links(off),
    }
}

/// A clause as readers see it.
pub(super) fn promise<'a>(view: &'a View, held: &'a Held) -> impl Serialize + use<'a> {
    let clause = held.clause;
    let (says, source) = match clause.says.is_empty() {
        true => (clause.source.clone(), None),
        false => {
            let says = capitalised(&words::of_profile(&clause.says));
            (format!("{}.", says.trim_end_matches('.')), Some(clause.source.clone()))
        }
    };
    given! {
        anchor: format!("clause.{}", crate::text::slug(&clause.name)),
        says,
        source,
        person: clause.person.as_deref().map(words::of_profile),
        // The latest violation; `None` when the record holds none.
        last: held.violations.first().map(|latest| last(view, latest, held.violations.len())),
    }
}

fn last(view: &View, latest: &Violation, count: usize) -> impl Serialize + use<> {
    let place = match view.site.at_path(&latest.finding.path) {
        Some(entry) => view.record_link(entry),
        None => Part::text(words::SETTINGS_OF_THE_SITE),
    };
    let waived = latest.is_waived.then(|| words::ACCEPTED_BY_A_WAIVER.to_string());
    let more = (count > 1).then(|| words::in_all(count));
    let notes: Vec<String> = waived.into_iter().chain(more).collect();
    let day = (latest.date < view.site.today).then(|| view.day(latest.date));
    given! { day, place, note: (!notes.is_empty()).then(|| notes.join(", ")) }
}
