//! What the rules on duties have in common: which groups are asked for them, who is who.

use crate::check::Facts;
use crate::check::common::citing_for;
use crate::check::common::is_unread;
use crate::check::phrase::name;
use crate::diagnostic::Diagnostic;
use crate::fields::{At, PERSON, Ref};
use crate::id::Kind;
use crate::site::{DutyToday, Entry};
use crate::text::Span;
use crate::workflow::GroupRequirements;

/// A group of which the profile asks something, with its duties today.
pub struct Asked<'a> {
    pub entry: &'a Entry,
    pub asks: &'a GroupRequirements,
    pub duties: Vec<DutyToday<'a>>,
}

/// The groups of which the profile asks something, without those whose duties or members cannot be read.
pub fn groups<'a>(facts: &Facts<'a>) -> Vec<Asked<'a>> {
    let site = facts.site;
    // What is empty was read, and says nothing.
    let is_read = |entry: &Entry| entry.problems.iter().all(|it| it.rule == "empty-key");
    let readable = site
        .of_kind(Kind::Group)
        .filter(|entry| is_read(entry) || (!is_unread(entry, "duty") && !is_unread(entry, "member")));
    readable
        .filter_map(|entry| Some(Asked { entry, asks: site.asked_of(entry)?, duties: site.duties(entry) }))
        .collect()
}

impl<'a> Asked<'a> {
    /// The duties that somebody has, each with those who have it.
    pub fn held(&self, facts: &Facts<'a>) -> Vec<(&DutyToday<'a>, Vec<&'a Entry>)> {
        let held = self.duties.iter().filter(|duty| duty.not_applicable().is_none());
        held.map(|duty| (duty, people(facts, duty.holders()))).filter(|(_, people)| !people.is_empty()).collect()
    }

    /// Where the group's page is spoken of as a whole.
    pub fn span(&self) -> Option<Span> {
        self.entry.group().and_then(|group| group.name.span())
    }

    /// Those who lead the group today, where the profile says which role leads.
    pub fn leads(&self, facts: &Facts<'a>) -> Vec<&'a Entry> {
        facts.site.final_say(self.entry, facts.site.today)
    }

    /// Whether nobody but the lead has any of its duties, of which there are several.
    pub fn is_all_on_the_lead(&self, facts: &Facts<'a>) -> bool {
        let leads = self.leads(facts);
        let held = self.held(facts);
        held.len() > 1 && held.iter().all(|(_, people)| people.iter().all(|it| is_among(it, &leads)))
    }

    /// `finding` with the clause behind `rule` and the requirement `key` of such groups.
    pub fn cited(&self, facts: &Facts, rule: &str, key: &str, finding: Diagnostic) -> Diagnostic {
        let group_type = self.entry.group().and_then(|group| group.r#type.get()).map_or("", |it| it.as_str());
        citing_for(facts, rule, &format!("group.{group_type}.{key}"), finding)
    }
}

/// The people behind `references`, each once; names that lead nowhere are told elsewhere.
pub fn people<'a>(facts: &Facts<'a>, references: &[At<Ref<PERSON>>]) -> Vec<&'a Entry> {
    let mut people: Vec<&Entry> = Vec::new();
    for person in references.iter().filter_map(|it| facts.site.find(&it.value)) {
        if !is_among(person, &people) {
            people.push(person);
        }
    }
    people
}

pub fn is_among(entry: &Entry, others: &[&Entry]) -> bool {
    others.iter().any(|other| other.at == entry.at)
}

/// Where the table of a duty says who has it.
pub fn place(duty: &DutyToday) -> Option<Span> {
    let written = duty.written?;
    written.holders.span().or_else(|| written.area.span()).or(Some(written.span))
}

/// The duty in words: ``the duty `bugs` of `nova` ``.
pub fn duty_of(duty: &DutyToday, group: &Entry) -> String {
    format!("the duty `{}` of {}", duty.area, name(group))
}
