//! Matters whose own last day has passed while they wait for what was to come by then.

use crate::check::prelude::*;
use crate::fields::look::{Value, field};

/// In the words of its kind, what the last day in a field is the last day of, and what to do after it.
struct Deadline {
    kind: Kind,
    field: &'static str,
    of: &'static str,
    help: fn(&Site) -> String,
}

const DEADLINES: [Deadline; 2] = [
    Deadline {
        kind: Kind::Decision,
        field: "closes",
        of: "to take part in",
        help: |_| {
            "add `decided` and `outcome`, `no-consensus` and `withdrawn` among them, or a later day as `closes`"
                .to_owned()
        },
    },
    Deadline {
        kind: Kind::Sow,
        field: "comment.closes",
        of: "to comment on",
        help: |site| {
            let draft = site.state_that(Kind::Sow, Means::Draft);
            format!(
                "add the event that states the costs, the one that takes the text back to `{draft}`, or a later day as `closes`"
            )
        },
    },
];

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let status = entry.status.as_ref()?;
    let workflow = facts.site.profile.kind(entry.kind())?;
    let state = workflow.states.iter().find(|state| state.name == status.state)?;
    let path = state.deadline.as_deref()?;
    let found = field(entry.record.as_value(), path)?;
    let last = found.value().and_then(Value::date)?;
    let age = days_between(last, facts.site.today);
    let is_known_open = entry.blocked().is_some() || is_stated_gap(entry);
    if age <= facts.limit || is_known_open {
        return None;
    }
    let row = DEADLINES.iter().find(|row| row.kind == entry.kind() && row.field == path);
    let message = format!(
        "the last day {} {} was {last}, {} ago, and it is still in `{}`",
        row.map_or("for", |row| row.of),
        name(entry),
        days(age),
        status.state
    );
    let next: Vec<String> = workflow
        .transitions
        .iter()
        .filter(|step| step.leaves(Some(&state.name)))
        .map(|it| format!("`{}`", it.to))
        .collect();
    let usual =
        || format!("add the event that leads on, to {}, or put a later day in `{path}`", list(next.clone(), "or"));
    Some(facts.at(entry, found.span(), message).help(row.map_or_else(usual, |row| (row.help)(facts.site))))
}

/// Whether the record says itself that nobody knows how it ended.
fn is_stated_gap(entry: &Entry) -> bool {
    entry.decision().is_some_and(|it| it.outcome.unknown().is_some() || it.decided.unknown().is_some())
}
