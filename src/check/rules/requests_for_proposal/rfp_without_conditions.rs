//! Calls whose conditions leave out what the group asks of every contractor.

use crate::check::prelude::*;

const SECTION: &str = "Contract conditions";

/// What the conditions speak of, where the profile asks for it, and the words by which one sees that they do.
const CONDITIONS: [(&str, &str, &[&str]); 2] = [
    (
        "the exit",
        "exit_plan",
        &[
            "exit",
            "terminat",
            "part with",
            "part from",
            "end at once",
            "ended at once",
            "cancel",
            "cut ties",
            "handover",
            "hand over",
        ],
    ),
    ("public documentation", "contractor_documentation", &["document"]),
];

pub(crate) const FIND: Find = each!(rfp, find);

fn find(facts: &Facts, entry: &Entry, _rfp: &Rfp) -> Option<Diagnostic> {
    let is_public = entry.has_reached(Means::Open);
    if !is_public || entry.outline.too_deep {
        return None;
    }
    let asked = &facts.site.profile.requirements;
    let is_asked = |key: &str| match key {
        "exit_plan" => asked.is_set("exit_plan") || asked.is_set("terminable_at_will"),
        _ => asked.is_set("contractor_documentation"),
    };
    // A section that is missing or empty has rules of its own.
    let sections = entry.outline.headings.iter().zip(&entry.outline.sections);
    let (heading, section) = sections.into_iter().find(|(heading, _)| same_title(SECTION, &heading.title))?;
    let text = entry.text[section.span.range()].to_lowercase();
    let lacking: Vec<_> = CONDITIONS
        .iter()
        .filter(|(_, key, words)| is_asked(key) && !words.iter().any(|word| text.contains(word)))
        .collect();
    let first = lacking.first().filter(|_| !section.is_empty)?;
    let message = format!(
        "the contract conditions of {} say nothing about {}",
        name(entry),
        list(lacking.iter().map(|(what, ..)| (*what).to_owned()), "and")
    );
    let help = "say under `## Contract conditions` that the contract can be ended at once, how the handover goes, and that the systems are \
        documented in public; bidders price what they read";
    let finding = facts.at(entry, heading.span, message).help(help);
    Some(citing(facts, first.1, finding))
}
