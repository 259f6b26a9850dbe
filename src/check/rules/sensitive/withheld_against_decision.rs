//! Values that a change shows before the day until which they were to be withheld, or withholds for longer by the same decision.

use crate::check::prelude::*;
use crate::fields::look::{Look, Value};
use crate::fields::{DECISION, Missing};

pub(crate) const FIND: Find = each!(pair, find);

/// What a record withholds at a key: until when, by which decision, where.
struct Secret {
    key: String,
    until: Option<Date>,
    by: Option<String>,
    span: Span,
}

fn find(facts: &Facts, change: &Change, pair: &Pair) -> Vec<Diagnostic> {
    let (mut was, is) = (secrets(pair.before), secrets(pair.after));
    // What is withheld as before is no longer looked for.
    let mut left: Vec<Secret> = Vec::new();
    for secret in is {
        match was.iter().position(|it| it.key == secret.key && it.until == secret.until && it.by == secret.by) {
            Some(at) => drop(was.remove(at)),
            None => left.push(secret),
        }
    }
    let mut found = Vec::new();
    for secret in was {
        match left.iter().position(|it| it.key == secret.key) {
            Some(at) => found.extend(put_off(facts, change, pair, &secret, &left.remove(at))),
            None => found.extend(revealed(facts, change, pair, &secret)),
        }
    }
    found
}

fn secrets(entry: &Entry) -> Vec<Secret> {
    let stated = entry.gaps.iter().filter_map(|gap| match &gap.what {
        Missing::Withheld(it) => {
            Some(Secret { key: gap.key.clone(), until: it.until, by: it.by.clone(), span: it.span })
        }
        Missing::Unknown(_) => None,
    });
    let cost = entry.sow().and_then(|sow| sow.cost.get()).and_then(|cost| {
        let span = cost.withheld.span().filter(|_| cost.withheld.get().is_some())?;
        let by = cost.by.get().map(|by| by.0.clone());
        Some(Secret { key: "cost".to_owned(), until: cost.until.get().copied(), by, span })
    });
    stated.chain(cost).collect()
}

/// The value is there before its day, and no decision taken since says so.
fn revealed(facts: &Facts, change: &Change, pair: &Pair, secret: &Secret) -> Option<Diagnostic> {
    let until = secret.until.filter(|until| *until >= facts.site.today)?;
    let shown = match secret.key.as_str() {
        "cost" => pair.after.sow()?.cost.get()?.amount.span()?,
        key => shown_at(pair.after.record.as_value(), key)?,
    };
    if is_decided_anew(change, pair, secret) {
        return None;
    }
    let message = format!(
        "`{}` of {} was to be withheld until {until}, and is shown by this change",
        secret.key,
        name(pair.after)
    );
    let help = "write it again as it was until its day, before the change is merged; to show it sooner takes a decision about the \
        record in the same change";
    Some(facts.at(pair.after, shown, message).help(help))
}

/// The first value that is stated at `path`.
fn shown_at(table: &dyn Value, path: &str) -> Option<Span> {
    let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
    let field = table.field(key)?;
    let value = field.value()?;
    match (rest, value.items()) {
        (None, _) => Look::span(field),
        (Some(rest), items) if items.is_empty() => shown_at(value, rest),
        (Some(rest), items) => items.into_iter().find_map(|item| shown_at(item, rest)),
    }
}

/// The day is another one or gone, and the decision behind it is the same, or one of others. Where nobody decided on it, it may come
/// sooner.
fn put_off(facts: &Facts, change: &Change, pair: &Pair, was: &Secret, is: &Secret) -> Option<Diagnostic> {
    let before = was.until?;
    let is_later = is.until.is_none_or(|until| until > before);
    let (old, new) = (decision_behind(change.base, was), decision_behind(facts.site, is));
    let is_sooner = before >= facts.site.today && is.until.is_some_and(|until| until < before) && old.is_some();
    let is_another = new.is_some_and(|new| old.is_none_or(|old| old.id.canonical() != new.id.canonical()))
        && is_by_the_same(change, was, new);
    if !(is_later || is_sooner) || is_another || is_sooner && is_decided_anew(change, pair, was) {
        return None;
    }
    let now = is.until.map_or("for good".to_owned(), |until| format!("until {until}"));
    let message = format!(
        "`{}` of {} was to be withheld until {before}, and is withheld {now} by the same decision",
        was.key,
        name(pair.after)
    );
    let help = "write the day again as it was; another day takes a decision of its own by those who decided on this one, named here: \
        `by = \"DEC-…\"`";
    Some(facts.at(pair.after, is.span, message).help(help))
}

/// The decision by which something is withheld.
fn decision_behind<'a>(site: &'a Site, secret: &Secret) -> Option<&'a Entry> {
    site.resolve(secret.by.as_ref()?, DECISION).entry()
}

/// Whether `decision` is of the group that decided to withhold `secret`; also where nobody can tell which that was.
fn is_by_the_same(change: &Change, secret: &Secret, decision: Option<&Entry>) -> bool {
    let decided = decision_behind(change.base, secret).and_then(|it| change.base.target(it, "group"));
    let group = decision.and_then(|it| change.head.target(it, "group"));
    decided.is_none_or(|decided| group.is_some_and(|group| group.id.canonical() == decided.id.canonical()))
}

/// Whether the change brings in a decision for something about the record, by those who decided to withhold `secret`.
fn is_decided_anew(change: &Change, pair: &Pair, secret: &Secret) -> bool {
    change.head.referring(pair.after, Kind::Decision, "about").any(|decision| {
        let before = change.before(decision).and_then(|before| before.decision());
        let is_new = before.is_none_or(|before| before.outcome.get().is_none());
        let is_accepted = decision.decision().is_some_and(|it| it.outcome.get() == Some(&Outcome::Accepted));
        is_new && is_accepted && is_by_the_same(change, secret, Some(decision))
    })
}
