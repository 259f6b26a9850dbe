//! Reports that tell only half: what was done, or what is planned, is missing.

use crate::check::prelude::*;
use crate::document::report::Report;

pub(crate) const FIND: Find = each!(report, find);

/// The sections that look back and ahead: those of the profile's outline. What is published, or whose time is over, has
/// them.
fn find(facts: &Facts, entry: &Entry, report: &Report) -> Option<Diagnostic> {
    let ends = report.period.get().and_then(|period| period.to.get());
    let is_due = report.published.get().is_some() || ends.is_some_and(|ends| *ends < facts.site.today);
    if !is_due || entry.outline.too_deep || entry.front.is_none() {
        return None;
    }
    let outline = facts.site.profile.outline(Kind::Report);
    let missing: Vec<_> = outline.iter().filter(|row| !has_heading(entry, &row.title)).collect();
    if missing.is_empty() {
        return None;
    }
    let known = || outline.iter().map(|row| row.title.as_str());
    if let [row] = missing[..]
        && let Some(heading) = nearly_heading(entry, &row.title, known())
    {
        let message = format!("the heading “{}” is not that of the section “{}”", heading.title.trim(), row.title);
        return Some(facts.at(entry, heading_span(entry, heading), message).help(format!("write `## {}`", row.title)));
    }
    let titles = list(missing.iter().map(|row| format!("“{}”", row.title)), "and");
    let what = if missing.len() == 1 { "section" } else { "sections" };
    let message = format!("the report {} lacks the {what} {titles}", name(entry));
    let help = list(missing.iter().map(|row| write_section(row)), "and");
    Some(facts.at(entry, report.period.span(), message).help(help))
}
