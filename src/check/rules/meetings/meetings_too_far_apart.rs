//! Gaps between the meetings of a group that are longer than its rules allow, and the time since the last one.

use crate::check::prelude::*;
use crate::check::rules::gatherings;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let of_groups = gatherings::of_groups(facts.site);
    of_groups.into_iter().flat_map(|(group, meetings)| of_group(facts, &facts.site.entries[group], &meetings)).collect()
}

fn of_group(facts: &Facts, group: &Entry, meetings: &[(Date, &Entry)]) -> Vec<Diagnostic> {
    let between = meetings.windows(2).filter_map(|pair| {
        let [(before, _), (date, entry)] = pair else { return None };
        let gap = too_long(facts, group, *before, *date)?;
        let message = format!(
            "{} did not meet for {}, from {before} to {date}; {}",
            name(group),
            days(days_between(*before, *date)),
            gap.agreed
        );
        let help = "if there was a meeting in between, add it; if one was cancelled, add it with `cancelled = \
            \"why\"` and meet sooner next time";
        Some(with_clause(facts.at(entry, None, message).help(help), gap.clause))
    });
    let since_last = meetings.last().and_then(|(last, _)| {
        let gap = too_long(facts, group, *last, facts.site.today)?;
        let message = format!(
            "{} has not met since {last}, for {}; {}",
            name(group),
            days(days_between(*last, facts.site.today)),
            gap.agreed
        );
        let span = group.group().and_then(|it| it.meets_every.span());
        let help = "add the meetings that are missing, or announce the next one with a file of its day";
        Some(with_clause(facts.at(group, span, message).help(help), gap.clause))
    });
    between.chain(since_last).collect()
}

struct Gap<'a> {
    /// `it meets every 14 days`.
    agreed: String,
    clause: Option<&'a str>,
}

/// The limit that the days from `before` to `date` are beyond: that of the profile on the day of the earlier meeting,
/// else twice what the group itself says, so that one meeting may fall out.
fn too_long<'a>(facts: &Facts<'a>, group: &Entry, before: Date, date: Date) -> Option<Gap<'a>> {
    let own = group.group()?;
    let rules = own.r#type.get().and_then(|it| facts.site.profile.group(it.as_str()));
    let rule = rules.and_then(|rules| rules.meeting_on(before));
    let of_profile = rule.and_then(|rule| {
        let limit = i64::from(rule.at_most_days?);
        Some((limit, Gap { agreed: format!("at most {} are agreed", days(limit)), clause: rule.clause.as_deref() }))
    });
    let of_group = || {
        let every = i64::from(*own.meets_every.get()?);
        Some((2 * every, Gap { agreed: format!("it means to meet every {}", days(every)), clause: None }))
    };
    let (limit, gap) = of_profile.or_else(of_group)?;
    (days_after(before, limit) < date).then_some(gap)
}

fn with_clause(finding: Diagnostic, clause: Option<&str>) -> Diagnostic {
    finding.cited(clause)
}
