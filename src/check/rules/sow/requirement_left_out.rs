//! Statements of work whose non-functional requirements leave out what is hard to add later.

use crate::check::prelude::*;

const SECTION: &str = "Non-functional requirements";

/// What is asked about, and beginnings of words by which one sees that the section speaks of it.
const TOPICS: [(&str, &[&str]); 4] = [
    ("security", &["secur", "encrypt", "password", "vulnerab", "access control", "authenti"]),
    ("privacy", &["privacy", "private", "personal data", "gdpr", "data protection"]),
    (
        "availability",
        &[
            "availab",
            "uptime",
            "downtime",
            "reliab",
            "outage",
            "recover",
            "backup",
            "response time",
            "times of response",
        ],
    ),
    ("documentation", &["document", "runbook", "manual"]),
];

pub(crate) const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, _sow: &Sow) -> Option<Diagnostic> {
    // A draft is still being written, and work that is handed over is judged by its criteria.
    let is_asked = entry.is_between(Means::Open, Means::Delivered) && !facts.site.is_over(entry);
    if entry.outline.too_deep || !is_asked {
        return None;
    }
    let sections = entry.outline.headings.iter().zip(&entry.outline.sections);
    let (heading, section) = sections.into_iter().find(|(heading, _)| same_title(SECTION, &heading.title))?;
    let text = entry.text[section.span.range()].to_lowercase();
    let is_spoken_of = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let lacking: Vec<String> =
        TOPICS.iter().filter(|(_, words)| !is_spoken_of(words)).map(|(topic, _)| (*topic).to_owned()).collect();
    if section.is_empty || lacking.is_empty() {
        return None;
    }
    let message =
        format!("the non-functional requirements of {} say nothing about {}", name(entry), list(lacking, "and"));
    let help = "add a line for each, `- Privacy: …`; that nothing is required is an answer too, when it says why";
    Some(facts.at(entry, heading.span, message).help(help))
}
