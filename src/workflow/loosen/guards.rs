//! Whether a step that gives one piece of evidence has given another one by it.

use super::super::{Approvals, Body, Condition, Evidence, Guard, Party};

/// What of `before` is not asked for by `after` any more, each in words: `the section “Exit plan” is not needed any more`.
pub(super) fn dropped(before: &[Evidence], after: &[Evidence]) -> Vec<String> {
    // A piece that is needed from a later day on leaves out the steps before it.
    let is_kept = |was: &Evidence| after.iter().any(|is| is.since <= was.since && implies(&is.guard, &was.guard));
    let later = |was: &Evidence| after.iter().filter(|is| implies(&is.guard, &was.guard)).find_map(|is| is.since);
    let new =
        |is: &&Evidence| !before.iter().any(|was| implies(&was.guard, &is.guard) && implies(&is.guard, &was.guard));
    let lost = before.iter().filter(|was| !is_kept(was));
    let words = lost.map(|was| {
        let weaker = after.iter().filter(new).find(|is| is_about_the_same(&is.guard, &was.guard));
        match weaker {
            None if later(was).is_some() => {
                let since = later(was).map(|day| day.to_string()).unwrap_or_default();
                format!("needs {} only from {since} on", was.guard.wants())
            }
            Some(is) => format!("needs {} in place of {}", is.guard.wants(), was.guard.wants()),
            None => format!("does not need {} any more", was.wants()),
        }
    });
    words.collect()
}

/// Whether whatever fulfils `one` fulfils `other` too.
fn implies(one: &Guard, other: &Guard) -> bool {
    if let Guard::Unless { condition, needs } = one {
        return matches!(other, Guard::Unless { condition: wider, needs: fewer }
            if is_within(condition, wider) && all_implied(needs, fewer));
    }
    if let Guard::Any { needs } = one {
        return !needs.is_empty() && needs.iter().all(|need| implies(&need.guard, other));
    }
    match other {
        // What always holds holds where there is no exception, and one way of several is enough.
        Guard::Unless { needs, .. } => needs.iter().all(|need| implies(one, &need.guard)),
        Guard::Any { needs } => needs.iter().any(|need| implies(one, &need.guard)),
        Guard::Section { title } => matches!(one, Guard::Section { title: own } if own == title),
        Guard::Field { field, is } => match one {
            Guard::Field { field: own, is: words } => own == field && among(words, is),
            Guard::Link { field: own } | Guard::AllMet { field: own } => own == field && is.is_empty(),
            Guard::Count { field: own, at_least, .. } => {
                own == field && is.is_empty() && at_least.is_some_and(|it| it > 0)
            }
            Guard::Agreed { field: own, by, .. } => own == field && is.is_empty() && !by.is_empty(),
            Guard::Section { .. } | Guard::Decision { .. } | Guard::Approvals(_) | Guard::Elapsed { .. } => false,
            Guard::Before { .. } | Guard::State { .. } | Guard::Unless { .. } | Guard::Any { .. } => false,
        },
        Guard::Link { field } => matches!(one, Guard::Link { field: own } if own == field),
        Guard::AllMet { field } => matches!(one, Guard::AllMet { field: own } if own == field),
        Guard::Before { .. } => one == other,
        Guard::State { of, is } => {
            matches!(one, Guard::State { of: own, is: states } if own == of && among(states, is))
        }
        Guard::Decision { .. } => decides(one, other),
        Guard::Approvals(fewer) => matches!(one, Guard::Approvals(more) if approves(more, fewer)),
        Guard::Elapsed { from, days, fresh } => matches!(one, Guard::Elapsed { from: own, days: longer, fresh: again }
            if own == from && longer >= days && (*again || !*fresh)),
        Guard::Count { .. } => counts(one, other),
        Guard::Agreed { field, by, runs } => matches!(one, Guard::Agreed { field: own, by: parties, runs: services }
            if own == field && by.iter().all(|party| holds_party(parties, party)) && (runs.is_none() || runs == services)),
    }
}

fn all_implied(by: &[Evidence], needs: &[Evidence]) -> bool {
    needs.iter().all(|need| by.iter().any(|it| implies(&it.guard, &need.guard)))
}

/// Whether an exception is made only where the `wider` one is made too.
fn is_within(condition: &Condition, wider: &Condition) -> bool {
    condition.field == wider.field && among(&condition.is, &wider.is)
}

/// Whether each of `words` is one of `allowed`, which are all words when empty.
fn among(words: &[String], allowed: &[String]) -> bool {
    allowed.is_empty() || (!words.is_empty() && words.iter().all(|word| allowed.contains(word)))
}

fn decides(one: &Guard, other: &Guard) -> bool {
    let Guard::Decision { kind, group, outcome, mode, named } = other else { return false };
    let Guard::Decision { kind: own_kind, group: own_group, outcome: own_outcome, mode: own_mode, named: own_named } =
        one
    else {
        return false;
    };
    let word = |body: &Option<std::sync::Arc<Body>>| body.as_ref().map(|body| body.word.clone());
    let holds = |own: &Option<String>, asked: &Option<String>| asked.is_none() || own == asked;
    holds(own_kind, kind)
        && holds(&word(own_group), &word(group))
        && holds(own_outcome, outcome)
        && holds(own_mode, mode)
        && (*own_named || !*named)
}

fn approves(one: &Approvals, other: &Approvals) -> bool {
    let Approvals { count, affiliations, by, except, fresh } = other;
    !one.count.is_looser_than(*count)
        && affiliations.is_none_or(|asked| one.affiliations.is_some_and(|own| own >= asked))
        && (by.is_empty() || (!one.by.is_empty() && one.by.iter().all(|party| holds_party(by, party))))
        && except.iter().all(|party| holds_party(&one.except, party))
        && (one.fresh || !*fresh)
}

fn counts(one: &Guard, other: &Guard) -> bool {
    let Guard::Count { field, at_least, at_most, distinct, with, only } = other else { return false };
    let Guard::Count { field: own, at_least: least, at_most: most, distinct: key, with: parties, only: narrower } = one
    else {
        return false;
    };
    own == field
        && at_least.is_none_or(|asked| least.is_some_and(|own| own >= asked))
        && at_most.is_none_or(|asked| most.is_some_and(|own| own <= asked))
        && (distinct.is_none() || distinct == key)
        && only.as_ref().is_none_or(|asked| narrower.as_ref().is_some_and(|own| is_within(own, asked)))
        && (with.is_empty() || (!parties.is_empty() && parties.iter().all(|party| holds_party(with, party))))
}

/// Whether `party` is one of `parties`, by what profiles call it.
pub(super) fn holds_party(parties: &[Party], party: &Party) -> bool {
    parties.iter().any(|it| called(it) == called(party))
}

/// What a profile calls a party: the sort, the word, the body of a role.
fn called(party: &Party) -> (u8, &str, Option<&str>) {
    match party {
        Party::Body(body) => (0, &body.word, None),
        Party::Field(field) => (1, field, None),
        Party::Role { role, of } => (2, role, of.as_ref().map(|body| body.word.as_str())),
    }
}

/// Whether both ask for the same sort of evidence about the same thing, so that one took the place of the other.
fn is_about_the_same(one: &Guard, other: &Guard) -> bool {
    let about = |guard: &Guard| match guard {
        Guard::Section { title } => (0, title.clone()),
        Guard::Field { field, .. } | Guard::Link { field } => (1, field.clone()),
        Guard::Decision { .. } => (2, String::new()),
        Guard::Approvals(_) => (3, String::new()),
        Guard::Elapsed { from, .. } => (4, from.clone()),
        Guard::Count { field, .. } | Guard::AllMet { field } => (5, field.clone()),
        Guard::Before { first, .. } => (6, first.clone()),
        Guard::Agreed { field, .. } => (5, field.clone()),
        Guard::State { of, .. } => (7, of.clone()),
        Guard::Unless { needs, .. } | Guard::Any { needs } => (8, needs.iter().map(Evidence::wants).collect()),
    };
    about(one) == about(other)
}
