//! Entries of the inventory that were last looked through before a decision about the service.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let reviewed = *service.reviewed.get().filter(|_| service.is_in_use())?;
    let about = facts.site.referring(entry, Kind::Decision, "about").filter_map(|it| Some((it, accepted_on(it)?)));
    let (decision, decided) = about.max_by_key(|(_, decided)| *decided)?;
    let was_touched = entry.events().iter().any(|event| event.date.get().is_some_and(|date| *date >= decided));
    if days_between(decided, reviewed) >= 0 || was_touched {
        return None;
    }
    let message = format!(
        "the entry of {} was last looked through on {reviewed}, and {} decided on it on {decided}",
        name(entry),
        name(decision)
    );
    let help = format!("read the decision, correct what it changes, and write `reviewed = {}`", facts.site.today);
    let finding = facts.at(entry, service.reviewed.span(), message).help(help);
    Some(finding.label(&decision.path, decision.decision().and_then(|it| it.decided.span()), "decided on this day"))
}

fn accepted_on(entry: &Entry) -> Option<Date> {
    let decision = entry.decision().filter(|it| it.outcome.get() == Some(&Outcome::Accepted))?;
    decision.decided.get().copied()
}
