//! Amounts in the text of a record that withholds its amount, or in minutes where they speak of it.

use crate::check::Facts;
use crate::check::rules::amounts::amounts;
use crate::check::rules::phrase::name;
use crate::check::rules::withheld::{Secret, all};
use crate::diagnostic::{Diagnostic, Level};
use crate::id::Kind;
use crate::site::{Entry, Via};
use crate::text::Span;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (entry, secrets) in all(facts.site) {
        let Some(secret) = secrets.iter().find(|secret| secret.is_amount() && secret.holds(facts.site.today)) else {
            continue;
        };
        found.extend(in_record(facts, entry, secret));
        found.extend(in_minutes(facts, entry, secret));
    }
    found
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
        .chain(in_front)
        .chain(within(entry, Span::new(entry.body_start, entry.text.len())))
        .collect();
    let message = format!("an amount stands in the text of {}, whose `{}` {}", name(entry), secret.key, until(secret));
    finding(facts, entry, &spans, message)
}

fn in_minutes(facts: &Facts, entry: &Entry, secret: &Secret) -> Vec<Diagnostic> {
    let mut meetings: Vec<usize> = entry.backlinks.iter().map(|link| link.from).collect();
    meetings.dedup();
    let meetings = meetings.into_iter().map(|at| &facts.site.entries[at]).filter(|from| from.kind() == Kind::Meeting);
    let told = meetings.filter_map(|meeting| {
        let mut spans: Vec<Span> =
            places(meeting, entry).into_iter().flat_map(|place| within(meeting, place)).collect();
        spans.sort_unstable();
        spans.dedup();
        let record = name(entry);
        let message = format!(
            "an amount stands where {} speaks of {record}, whose `{}` {}",
            name(meeting),
            secret.key,
            until(secret)
        );
        Some(finding(facts, meeting, &spans, message)?.at_level(Level::Warning))
    });
    told.collect()
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
pub fn within(entry: &Entry, place: Span) -> Vec<Span> {
    amounts(&entry.text[place.range()]).into_iter().map(|span| span.shifted(place.start)).collect()
}

/// Where `meeting` speaks of `entry`: the points of the agenda about it, the paragraphs that name it, and the sections
/// whose headings do.
pub fn places(meeting: &Entry, entry: &Entry) -> Vec<Span> {
    let edges = meeting.edges.iter().filter(|edge| edge.to == entry.at);
    let mut places = Vec::new();
    for edge in edges {
        match &edge.via {
            Via::Text => places.push(around(meeting, edge.span)),
            Via::Key(key) if &**key == "agenda.about" => {
                let agenda = meeting.meeting().map_or(&[][..], |it| it.agenda.items());
                let point = agenda.iter().find(|point| point.about.span().is_some_and(|about| holds(about, edge.span)));
                places.extend(point.into_iter().flat_map(|point| [point.title.span(), point.outcome.span()]).flatten());
            }
            Via::Key(_) => {}
        }
    }
    places
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
