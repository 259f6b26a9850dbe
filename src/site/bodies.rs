//! Who may speak for whom: bodies, members on a day, roles.

use std::collections::BTreeSet;

use crate::document::group::{Group, GroupType, Member, Role};
use crate::fields::{At, ORGANIZATION, bit};
use crate::id::Kind;
use crate::text::Date;
use crate::workflow::{Body, By, Party, RoleRule};

use super::{Entry, Site};

/// Whether somebody may take a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Acting {
    /// One of the parties allows it, or anybody may take the step.
    Allowed,
    /// None of the parties that could allow it is known to the site, so it cannot be judged.
    Unknown,
    /// The parties are known, and none of them allows it.
    Refused,
}

impl Site {
    /// The group of `body`, as [`Body`] says; `None` when the site has no such group.
    pub fn body<'a>(&'a self, body: &Body, entry: &Entry) -> Option<&'a Entry> {
        if body.of_record {
            let own = self.target(entry, "group");
            let of_sow = || ["sow", "sows"].iter().find_map(|key| self.target(self.target(entry, key)?, "group"));
            let group = own.or_else(of_sow).or_else(|| self.own_group());
            return match body.group_type.as_deref() {
                None => group,
                Some(group_type) => self.upwards(group?).find(|group| has_type(group, group_type)),
            };
        }
        let by_slug = self.index.keyed(&body.word, bit(Kind::Group)).map(|at| &self.entries[at]);
        by_slug.or_else(|| self.only_group_of_type(body.group_type.as_deref()?))
    }

    /// The group of a type, when there is exactly one.
    pub fn only_group_of_type(&self, group_type: &str) -> Option<&Entry> {
        self.index.only_group_of_type(group_type).map(|at| &self.entries[at])
    }

    /// The group, its parent, and so on.
    pub(crate) fn upwards<'a>(&'a self, group: &'a Entry) -> impl Iterator<Item = &'a Entry> {
        // A circle of parents has an end too.
        std::iter::successors(Some(group), |group| self.target(group, "parent")).take(self.entries.len())
    }

    /// The terms that run on `date`, in the order in which they are written.
    pub fn members_on<'a>(&'a self, group: &'a Entry, date: Date) -> impl Iterator<Item = (&'a Entry, &'a At<Member>)> {
        let members = group.group().map_or(&[][..], |group| group.member.items());
        members.iter().filter(move |member| member.period().holds(date)).filter_map(|member| {
            let person = member.person.get().and_then(|person| self.find(person))?;
            Some((person, member))
        })
    }

    /// Whether `person` belongs to `group` on `date`; everybody belongs to a community.
    pub fn is_member(&self, person: &Entry, group: &Entry, date: Date) -> bool {
        is_community(group) || self.members_on(group, date).any(|(member, _)| member.at == person.at)
    }

    /// The roles of `group` that fewer people have today than are asked for, each with how many there are.
    pub fn vacancies(&self, group: &Group) -> Vec<(&RoleRule, usize)> {
        let asked = group.r#type.get().and_then(|it| self.profile.group(it.as_str()));
        let roles = asked.map_or(&[][..], |asked| &asked.roles);
        let there = |rule: &RoleRule| {
            let current = group
                .member
                .items()
                .iter()
                .filter(|term| term.period().holds(self.today) && has_role(term, &rule.role));
            current.map(|term| term.person.text()).collect::<BTreeSet<&str>>().len()
        };
        let counted = roles.iter().map(|rule| (rule, there(rule)));
        counted.filter(|(rule, there)| rule.min.is_some_and(|min| *there < min as usize)).collect()
    }

    /// Who has a role on `date`, in `group` or, without one, anywhere: each once, in the order of the terms.
    pub fn role_holders<'a>(&'a self, role: &str, group: Option<&'a Entry>, date: Date) -> Vec<&'a Entry> {
        let groups: Vec<&'a Entry> = match group {
            Some(group) => vec![group],
            None => self.of_kind(Kind::Group).collect(),
        };
        let mut seen = BTreeSet::new();
        let terms = groups.into_iter().flat_map(|group| self.members_on(group, date));
        let of_role = terms.filter(|(_, member)| member.role.get().is_some_and(|it| it.as_str() == role));
        of_role.map(|(person, _)| person).filter(|person| seen.insert(person.at)).collect()
    }

    /// Whom `party` means for `entry` on `date`: groups, people, organizations. Empty when nobody is known.
    pub fn party<'a>(&'a self, party: &Party, entry: &Entry, date: Date) -> Vec<&'a Entry> {
        match party {
            Party::Body(body) => self.body(body, entry).into_iter().collect(),
            Party::Role { role, of } => {
                let group = of.as_ref().map(|body| self.body(body, entry));
                match group {
                    Some(None) => Vec::new(),
                    group => self.role_holders(role, group.flatten(), date),
                }
            }
            Party::Field(field) => {
                let meant = |target: &'a Entry| match target.kind() {
                    Kind::Person | Kind::Group | Kind::Organization => Some(target),
                    Kind::Contractor => self.target(target, "organization"),
                    Kind::Sow
                    | Kind::Meeting
                    | Kind::Decision
                    | Kind::Service
                    | Kind::Proposal
                    | Kind::Rfp
                    | Kind::Bounty
                    | Kind::Pledge
                    | Kind::Survey
                    | Kind::Roadmap
                    | Kind::Report
                    | Kind::Page => self.target(target, "owner").or_else(|| self.target(target, "group")),
                };
                entry.edges.by(field).filter_map(|edge| meant(&self.entries[edge.to])).collect()
            }
        }
    }

    /// Whether `actor` may take a step on `date` that is open to `by`.
    pub fn may_act(&self, by: &By, entry: &Entry, actor: &Entry, date: Date) -> Acting {
        let By::Parties(parties) = by else { return Acting::Allowed };
        let known: Vec<&Entry> = parties.iter().flat_map(|party| self.party(party, entry, date)).collect();
        let is_person = actor.kind() == Kind::Person;
        let speaks_for = |party: &&Entry| {
            party.at == actor.at
                || (is_person && party.kind() == Kind::Group && self.is_member(actor, party, date))
                || (is_person && party.kind() == Kind::Organization && self.works_for(actor, party, date))
                || (is_community(party))
        };
        match known.iter().any(speaks_for) {
            true => Acting::Allowed,
            false if parties.iter().any(|party| self.may_be(party, parties, entry, actor, date)) => Acting::Unknown,
            false => Acting::Refused,
        }
    }

    /// Whether `actor` may be whom `party` means, though the site does not say so. Another body is never meant. A body that
    /// lists no members lets nobody speak for it but itself; only of the group that the record belongs to it is taken that
    /// it has not come to listing them yet.
    fn may_be(&self, party: &Party, all: &[Party], entry: &Entry, actor: &Entry, date: Date) -> bool {
        let is_person = actor.kind() == Kind::Person;
        match party {
            Party::Body(body) => match self.body(body, entry) {
                Some(group) if self.has_unclear_roster(group) => is_person,
                Some(group) => is_person && self.has_no_roster(group) && self.is_own(group, entry),
                None => is_person || is_called(actor, body) || self.has_unclear_group(),
            },
            Party::Role { of, .. } => {
                if self.has_unclear_group() {
                    return is_person;
                }
                let is_vacant = self.party(party, entry, date).is_empty();
                is_vacant
                    && is_person
                    && of.as_ref().is_none_or(|of| self.body(of, entry).is_none_or(|it| self.has_no_roster(it)))
            }
            // Where one of several fields names somebody, the others are not needed: work of volunteers has no contractor.
            Party::Field(field) if self.is_unclear(entry, field) => true,
            Party::Field(_) => {
                let fields = all.iter().filter_map(|party| match party {
                    Party::Field(field) => Some(field),
                    Party::Body(_) | Party::Role { .. } => None,
                });
                let mut fields = fields.map(|field| field.as_str());
                fields.all(|field| entry.edges.iter().all(|edge| !edge.via.is_one_of(&[field]))) && is_person
            }
        }
    }

    /// Whether the key `field` of `entry`, or whom a contractor that it names stands for, could not be read.
    fn is_unclear(&self, entry: &Entry, field: &str) -> bool {
        let is_nobody = |it: &Entry| it.kind() == Kind::Contractor && it.is_unreadable("organization");
        entry.is_unreadable(field) || self.targets(entry, field).any(is_nobody)
    }

    /// Whether `group` is the one that `entry` belongs to, else that of the site.
    fn is_own(&self, group: &Entry, entry: &Entry) -> bool {
        let own = self.target(entry, "group").or_else(|| self.own_group());
        own.is_some_and(|own| own.at == group.at)
    }

    /// Whether the page of the group names no member at all.
    pub fn has_no_roster(&self, group: &Entry) -> bool {
        group.group().is_some_and(|group| group.member.items().is_empty())
    }

    /// Whether it could not be read who is a member of `group`, from when and until when.
    pub fn has_unclear_roster(&self, group: &Entry) -> bool {
        group.is_unreadable_at(&["member", "member.from", "member.to"]) || has_nameless_member(group)
    }

    /// The same with the roles that the members have.
    pub fn has_unclear_roles(&self, group: &Entry) -> bool {
        self.has_unclear_roster(group) || group.is_unreadable("member.role")
    }

    /// Whether it could not be read of some group what it is or who is in it.
    pub fn has_unclear_group(&self) -> bool {
        self.of_kind(Kind::Group).any(|group| group.is_unreadable("type") || self.has_unclear_roles(group))
    }

    /// Whether `person` works for `organization` on `date`.
    pub fn works_for(&self, person: &Entry, organization: &Entry, date: Date) -> bool {
        let mut names = self.affiliations(person, date);
        names.any(|name| self.resolve(name, ORGANIZATION).entry().is_some_and(|it| it.at == organization.at))
    }

    /// The organizations that `person` works for on `date`.
    pub fn affiliations<'a>(&'a self, person: &'a Entry, date: Date) -> impl Iterator<Item = &'a str> {
        let affiliations = person.person().map_or(&[][..], |person| person.affiliation.items());
        affiliations.iter().filter(move |it| it.period().holds(date)).map(|it| it.organization.text())
    }
}

/// Whoever has another role is a member too.
pub fn has_role(term: &Member, role: &str) -> bool {
    role == Role::Member.as_str() || term.role.get().is_some_and(|it| it.as_str() == role)
}

/// Whether an organization goes by the word of a body that has no page of its own: `llvm-foundation` is the foundation.
fn is_called(actor: &Entry, body: &Body) -> bool {
    actor.kind() == Kind::Organization && actor.id.key.split('-').any(|part| part == body.word)
}

/// Whether everybody belongs to the group.
pub fn is_community(entry: &Entry) -> bool {
    has_type(entry, GroupType::Community.as_str())
}

fn has_type(entry: &Entry, group_type: &str) -> bool {
    entry.group().and_then(|group| group.r#type.get()).is_some_and(|it| it.as_str() == group_type)
}

/// Whether a member of the group has no name, or one that could not be read, so that it may be anybody.
pub(super) fn has_nameless_member(group: &Entry) -> bool {
    let members = group.group().map_or(&[][..], |group| group.member.items());
    members.iter().any(|term| term.person.is_missing() || term.person.is_unreadable())
}
