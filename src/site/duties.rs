//! The duties of a group today: what the profile asks for beside what the group's page says.

use crate::document::group::Duty;
use crate::fields::{At, Field, List, PERSON, Ref};
use crate::text::{Date, Span};
use crate::workflow::{DutyRule, GroupRequirements};

use super::{Entry, Site};

/// One duty of a group today.
#[derive(Debug, Clone)]
pub struct DutyToday<'a> {
    /// As the profile spells it, else as the group does.
    pub area: &'a str,
    /// `None` for a duty that only the group knows.
    pub rule: Option<&'a DutyRule>,
    /// `None` when the group's page does not speak of it.
    pub written: Option<&'a At<Duty>>,
}

impl<'a> DutyToday<'a> {
    /// Why the group needs nobody for it.
    pub fn not_applicable(&self) -> Option<&'a str> {
        self.written?.not_applicable.get().map(String::as_str)
    }

    /// Those who have it, as written.
    pub fn holders(&self) -> &'a [At<Ref<PERSON>>] {
        self.written.map_or(&[], |duty| duty.holders.items())
    }

    /// Those who step in for them, as written.
    pub fn deputies(&self) -> &'a [At<Ref<PERSON>>] {
        self.written.map_or(&[], |duty| duty.deputies.items())
    }

    /// Whether others have to reach whoever has it, and nothing says how.
    pub fn lacks_contact(&self) -> bool {
        let is_silent = self.written.is_some_and(|duty| duty.contact.is_missing());
        self.rule.is_some_and(|rule| rule.contact) && !self.holders().is_empty() && is_silent
    }

    /// Whether somebody should have it and nobody is named. False where the holders could not be read.
    pub fn is_vacant(&self) -> bool {
        let is_unclear = |duty: &At<Duty>| {
            duty.holders.is_unreadable() || duty.holders.get().is_some_and(|holders| !holders.unreadable.is_empty())
        };
        self.not_applicable().is_none() && self.holders().is_empty() && !self.written.is_some_and(is_unclear)
    }

    /// Where its table says who has it; `None` when the group's page does not speak of it.
    pub fn span(&self) -> Option<Span> {
        let written = self.written?;
        written.holders.span().or_else(|| written.area.span()).or(Some(written.span))
    }
}

/// A group of which the profile asks something, with its duties today.
#[derive(Debug, Clone)]
pub struct GroupDuties<'a> {
    /// The page of the group.
    pub group: &'a Entry,
    /// What the profile asks of it.
    pub asked: &'a GroupRequirements,
    /// In the order of [`Site::duties`].
    pub duties: Vec<DutyToday<'a>>,
    /// Those who have the final say today, by the role that the profile gives it to.
    pub leads: Vec<&'a Entry>,
    /// The duties that somebody in the directory has, each with those who have it.
    pub held: Vec<(DutyToday<'a>, Vec<&'a Entry>)>,
}

impl GroupDuties<'_> {
    /// Whether nobody but whoever has the final say has any of its duties, of which there are several.
    pub fn is_all_on_the_lead(&self) -> bool {
        let on_the_lead = |people: &[&Entry]| people.iter().all(|it| it.is_one_of(&self.leads));
        self.held.len() > 1 && self.held.iter().all(|(_, people)| on_the_lead(people))
    }
}

impl Entry {
    /// Whether it is one of `others`.
    pub fn is_one_of(&self, others: &[&Entry]) -> bool {
        others.iter().any(|other| other.at == self.at)
    }
}

impl Site {
    /// The duties of `group` beside what the profile asks of such groups; `None` where it asks nothing, or where the duties or
    /// the members could not be read.
    pub fn group_duties<'a>(&'a self, group: &'a Entry) -> Option<GroupDuties<'a>> {
        let asked = self.asked_of(group).filter(|_| !group.is_unreadable("duty") && !group.is_unreadable("member"))?;
        let duties = self.duties(group);
        let applicable = duties.iter().filter(|duty| duty.not_applicable().is_none());
        let held = applicable.map(|duty| (duty.clone(), self.people(duty.holders())));
        let held = held.filter(|(_, people)| !people.is_empty()).collect();
        Some(GroupDuties { group, asked, leads: self.final_say(group, self.today), held, duties })
    }

    /// The people behind `references`, each once, without names that the directory does not know.
    pub fn people(&self, references: &[At<Ref<PERSON>>]) -> Vec<&Entry> {
        let mut people: Vec<&Entry> = Vec::new();
        for person in references.iter().filter_map(|it| self.find(&it.value)) {
            if !person.is_one_of(&people) {
                people.push(person);
            }
        }
        people
    }

    /// The duties of `group` today: those that the profile asks for in its order, then those that only the group knows.
    pub fn duties<'a>(&'a self, group: &'a Entry) -> Vec<DutyToday<'a>> {
        let asked = self.asked_of(group).map_or(&[][..], |asked| &asked.duties);
        let tables = group.group().map_or(&[][..], |it| it.duty.items());
        let today = || tables.iter().filter(|duty| duty.period().holds(self.today));
        let of_profile = asked.iter().flat_map(|rule| {
            let mut written: Vec<_> = today().filter(|duty| is_same(duty.area.text(), &rule.area)).map(Some).collect();
            if written.is_empty() {
                written.push(None);
            }
            written.into_iter().map(move |written| DutyToday { area: &rule.area, rule: Some(rule), written })
        });
        let is_asked = |duty: &&At<Duty>| asked.iter().any(|rule| is_same(duty.area.text(), &rule.area));
        let own = today().filter(|duty| !is_asked(duty));
        let own = own.map(|duty| DutyToday { area: duty.area.text(), rule: None, written: Some(duty) });
        of_profile.chain(own).collect()
    }

    /// Whether `person` has the duty `area` of `group` on `date`, or steps in for whoever has it.
    pub fn has_duty(&self, person: &Entry, group: &Entry, area: &str, date: Date) -> bool {
        let tables = group.group().map_or(&[][..], |it| it.duty.items());
        let held = tables.iter().filter(|duty| is_same(duty.area.text(), area) && duty.period().holds(date));
        let names = |people: &Field<List<Ref<PERSON>>>| {
            people.items().iter().any(|it| self.find(&it.value).is_some_and(|it| it.at == person.at))
        };
        held.into_iter().any(|duty| names(&duty.holders) || names(&duty.deputies))
    }

    /// What the profile asks of groups like `group`.
    pub fn asked_of(&self, group: &Entry) -> Option<&GroupRequirements> {
        self.profile.group(group.group()?.r#type.get()?.as_str())
    }

    /// Whoever has the final say in `group` on `date`; nobody where the profile gives it to no role.
    pub fn final_say<'a>(&'a self, group: &'a Entry, date: Date) -> Vec<&'a Entry> {
        let role = self.asked_of(group).and_then(|asked| asked.final_say.as_deref());
        role.map_or_else(Vec::new, |role| self.role_holders(role, Some(group), date))
    }
}

/// Whether two areas are the same, however they are spelt with capitals.
pub fn is_same(area: &str, other: &str) -> bool {
    area.trim().to_lowercase() == other.trim().to_lowercase()
}
