//! Amounts in the text of a record that withholds its amount, or in other records where they speak of it.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::document::Record;
use crate::site::amounts::amounts;
use crate::site::withheld::{Secret, secrets};
use crate::site::{Edge, Via};

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let found = match withheld_amount(facts, entry) {
        Some(secret) => in_record(facts, entry, &secret).into_iter().collect(),
        None => in_other(facts, entry),
    };
    found.into_iter().chain(in_contracts(facts, entry)).collect()
}

/// The first amount that `entry` still withholds.
fn withheld_amount(facts: &Facts, entry: &Entry) -> Option<Secret> {
    let withholds = || entry.sow().is_some_and(Sow::withholds_cost);
    let secrets = if entry.gaps.is_empty() && !withholds() { Vec::new() } else { secrets(entry) };
    secrets.into_iter().find(|secret| secret.is_amount() && secret.holds(facts.site.today))
}

fn in_record(facts: &Facts, entry: &Entry, secret: &Secret) -> Option<Diagnostic> {
    let in_front = entry
        .texts
        .iter()
        // A band is what may be public in place of the amount.
        .filter(|text| !text.is_link && !text.key.ends_with("band"))
        .flat_map(|text| within(entry, text.place(&entry.text)));
    // A cost can say both, the amount and that it is withheld.
    let beside = entry.sow().and_then(|sow| sow.cost.get()).filter(|cost| cost.withheld.get().is_some());
    let beside = beside.and_then(|cost| cost.amount.get().and(cost.amount.span()));
    let spans: Vec<Span> = beside
        .into_iter()
        .chain(parts_of_withheld(entry))
        .chain(in_front)
        .chain(within(entry, Span::new(entry.body_start, entry.text.len())))
        .collect();
    let message = format!("an amount stands in the text of {}, whose `{}` {}", name(entry), secret.key, until(secret));
    finding(facts, entry, &spans, message)
}

/// What the parts of a withheld sum are paid for: milestones of a statement of work, payments under a contract.
fn parts_of_withheld(entry: &Entry) -> Vec<Span> {
    let shown = |amount: &Field<Money>| amount.get().and(amount.span());
    if let Some(sow) = entry.sow().filter(|sow| sow.withholds_cost()) {
        return sow.milestone.items().iter().filter_map(|it| shown(&it.amount)).collect();
    }
    let contracts = entry.contractor().map_or(&[][..], |it| it.contract.items()).iter();
    let withheld = contracts.filter(|contract| contract.amount.withheld().is_some());
    let parts = withheld.flat_map(|contract| {
        let retainer = contract.retainer.get().into_iter().flat_map(|it| [&it.monthly, &it.cap]);
        retainer.chain(contract.draw.items().iter().map(|it| &it.amount))
    });
    parts.filter_map(shown).collect()
}

/// The amounts where `other`, which withholds none itself, speaks of records that do.
fn in_other(facts: &Facts, other: &Entry) -> Vec<Diagnostic> {
    let records: BTreeSet<usize> = other.edges.iter().map(|edge| edge.to).filter(|at| *at != other.at).collect();
    let records = records.into_iter().map(|at| &facts.site.entries[at]);
    let found = records.filter_map(|record| {
        let secret = withheld_amount(facts, record)?;
        let places = places(facts.site, other, record);
        let spans: BTreeSet<Span> = places.into_iter().flat_map(|place| within(other, place)).collect();
        let spans: Vec<Span> = spans.into_iter().collect();
        let message = format!(
            "an amount stands where {} speaks of {}, whose `{}` {}",
            name(other),
            name(record),
            secret.key,
            until(&secret)
        );
        Some(finding(facts, other, &spans, message)?.at_level(Level::Warning))
    });
    found.collect()
}

/// The sums of contracts that carry out a statement of work, or rest on a decision, which withholds its amount.
fn in_contracts(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let contracts = entry.contractor().map_or(&[][..], |it| it.contract.items()).iter();
    contracts.flat_map(|contract| in_contract(facts, entry, contract)).collect()
}

/// Each sum by itself, as each is replaced where it stands.
fn in_contract(facts: &Facts, entry: &Entry, contract: &Contract) -> Vec<Diagnostic> {
    let secret = named_by(facts, entry, contract).find_map(|record| Some((record, withheld_amount(facts, record)?)));
    let Some((record, secret)) = secret else { return Vec::new() };
    let sums = [&contract.amount].into_iter().chain(contract.draw.items().iter().map(|it| &it.amount));
    let (key, day) = (&secret.key, secret.until.map(|day| format!(", until = {day}")).unwrap_or_default());
    let (of, stays) = (name(record), until(&secret));
    let message =
        format!("a contract of {} shows a sum, and the `{key}` of {of}, which it names, {stays}", name(entry));
    let help = format!(
        "replace it by `amount = {{ withheld = \"other offers are still being compared\"{day} }}`; what was merged is in the \
         history of the files"
    );
    let spans = sums.filter_map(|sum| sum.get().and(sum.span()));
    spans.map(|span| facts.at(entry, span, &*message).help(&*help).at_level(Level::Warning)).collect()
}

/// The statements of work that a contract of `entry` carries out, and the decision that it rests on.
fn named_by<'a>(facts: &Facts<'a>, entry: &'a Entry, contract: &Contract) -> impl Iterator<Item = &'a Entry> {
    let places = [("contract.sows", contract.sows.span()), ("contract.decision", contract.decision.span())];
    let is_its_own = move |edge: &&Edge| {
        let is_at = |(key, span): &(&str, Option<Span>)| {
            matches!(&edge.via, Via::Key(via) if &**via == *key) && span.is_some_and(|span| holds(span, edge.span))
        };
        places.iter().any(is_at)
    };
    let site = facts.site;
    entry.edges.iter().filter(is_its_own).map(move |edge| &site.entries[edge.to])
}

fn until(secret: &Secret) -> String {
    secret.until.map_or("is withheld".to_owned(), |until| format!("is withheld until {until}"))
}

/// The message does not repeat the amount: it is quoted in places where the text is not.
fn finding(facts: &Facts, entry: &Entry, spans: &[Span], message: String) -> Option<Diagnostic> {
    let (first, rest) = spans.split_first()?;
    let help = "take it out, also of the history of the files; if it is another amount and public, say so in a waiver";
    let finding = facts.at(entry, *first, message).help(help);
    Some(rest.iter().fold(finding, |finding, span| finding.label(&entry.path, *span, "and here")))
}

/// The amounts in one place of a text.
pub(crate) fn within(entry: &Entry, place: Span) -> Vec<Span> {
    amounts(&entry.text[place.range()]).into_iter().map(|span| span.shifted(place.start)).collect()
}

/// Where `other` speaks of `entry`: the points of the agenda about it, the texts of the front matter and the paragraphs that
/// name it, the sections whose headings do, and all of it where it is about nothing else and shows no amount of its own.
pub(crate) fn places(site: &Site, other: &Entry, entry: &Entry) -> Vec<Span> {
    let mut places: Vec<Span> = Vec::new();
    for edge in other.edges.iter().filter(|edge| edge.to == entry.at) {
        match &edge.via {
            Via::Text => places.push(around(other, edge.span)),
            Via::Key(key) if &**key == "agenda.about" => {
                let agenda = other.meeting().map_or(&[][..], |it| it.agenda.items());
                let point = agenda.iter().find(|point| point.about.span().is_some_and(|about| holds(about, edge.span)));
                places.extend(point.into_iter().flat_map(|point| [point.title.span(), point.outcome.span()]).flatten());
            }
            Via::Key(key) if &**key == "goal.items" => {
                let goals = other.roadmap().map_or(&[][..], |it| it.goal.items());
                let goal = goals.iter().find(|goal| goal.items.span().is_some_and(|items| holds(items, edge.span)));
                let texts = goal.into_iter().flat_map(|goal| [goal.title.span(), goal.measure.span()]);
                places.extend(texts.flatten());
            }
            Via::Key(key) if is_its_matter(site, other, entry, key) => {
                places.push(Span::new(other.body_start, other.text.len()));
                places.extend(other.texts.iter().filter(|text| !text.is_link).map(|text| text.place(&other.text)));
            }
            Via::Key(_) => {}
        }
    }
    let id = entry.id.to_string();
    let naming = other.texts.iter().filter(|text| !text.is_link && text.text.contains(&id));
    places.extend(naming.map(|text| text.place(&other.text)));
    places
}

/// Whether `other` is about `entry` and its calls and bounties alone, by the key of its kind, and shows no amount of its own.
fn is_its_matter(site: &Site, other: &Entry, entry: &Entry, key: &str) -> bool {
    let is_matter = match &other.record {
        Record::Decision(it) => key == "about" && it.amount.get().is_none(),
        Record::Rfp(_) => key == "sow",
        Record::Bounty(it) => key == "sow" && it.amount.get().is_none(),
        Record::Sow(_)
        | Record::Proposal(_)
        | Record::Meeting(_)
        | Record::Contractor(_)
        | Record::Service(_)
        | Record::Person(_)
        | Record::Organization(_)
        | Record::Group(_)
        | Record::Roadmap(_)
        | Record::Survey(_)
        | Record::Pledge(_)
        | Record::Report(_)
        | Record::Page(_) => false,
    };
    let is_same =
        |at: usize| at == entry.at || site.target(&site.entries[at], "sow").is_some_and(|it| it.at == entry.at);
    let others = |edge: &Edge| matches!(&edge.via, Via::Key(other) if **other == *key) && !is_same(edge.to);
    is_matter && !other.edges.iter().any(others)
}

/// The section below the heading that `span` stands in, else the paragraph.
fn around(entry: &Entry, span: Span) -> Span {
    let outline = &entry.outline;
    let heading = outline.headings.iter().position(|heading| holds(heading.span, span));
    if let Some(section) = heading.and_then(|at| outline.sections.get(at)) {
        return section.span;
    }
    let start = entry.text[..span.start].rfind("\n\n").map_or(0, |at| at + 2);
    let end = entry.text[span.end..].find("\n\n").map_or(entry.text.len(), |at| span.end + at);
    Span::new(start, end)
}

fn holds(outer: Span, inner: Span) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
