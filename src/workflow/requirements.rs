//! What a group asks beyond the steps: of its records, and of the groups of a type.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Body;
use super::share::Share;
use crate::text::{Date, Period};

/// What the group asks beyond the steps, by the keys of `[require]`: `comment_days`. What is not there is not asked.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Requirements {
    /// By the key, as [`super::Written`] declares it.
    pub asked: BTreeMap<&'static str, Requirement>,
    /// By the type of the group: `working-group`.
    pub groups: BTreeMap<String, GroupRequirements>,
}

/// What one key asks for. An empty list asks for nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Requirement {
    /// Days, people, percent or times.
    Number(u32),
    /// Whether something is asked at all.
    Flag(bool),
    /// The day from which something is asked.
    Day(Date),
    /// In their order.
    Words(Vec<String>),
    /// In their order.
    Bodies(Vec<Arc<Body>>),
    /// In their order.
    Reports(Vec<ReportRule>),
    /// Words that the group avoids, each with the word that it prefers.
    Terms(BTreeMap<String, String>),
}

impl Requirement {
    /// Whether it asks for anything.
    pub(super) fn asks(&self) -> bool {
        match self {
            Requirement::Number(_) | Requirement::Day(_) => true,
            Requirement::Flag(flag) => *flag,
            Requirement::Words(words) => !words.is_empty(),
            Requirement::Bodies(bodies) => !bodies.is_empty(),
            Requirement::Reports(reports) => !reports.is_empty(),
            Requirement::Terms(terms) => !terms.is_empty(),
        }
    }
}

impl Requirements {
    /// Whether anything is asked under `key`.
    pub fn is_set(&self, key: &str) -> bool {
        self.asked.get(key).is_some_and(Requirement::asks)
    }

    /// The number under `key`; `None` when nothing is asked there.
    pub fn number(&self, key: &str) -> Option<u32> {
        match self.asked.get(key) {
            Some(Requirement::Number(number)) => Some(*number),
            Some(_) | None => None,
        }
    }

    /// The same as a number of days, to be compared with days between dates; `None` when nothing is asked there.
    pub fn days(&self, key: &str) -> Option<i64> {
        self.number(key).map(i64::from)
    }

    /// The day under `key`; `None` when nothing is asked there.
    pub fn day(&self, key: &str) -> Option<Date> {
        match self.asked.get(key) {
            Some(Requirement::Day(day)) => Some(*day),
            Some(_) | None => None,
        }
    }

    /// The words under `key`, in their order; empty when nothing is asked there.
    pub fn words(&self, key: &str) -> &[String] {
        match self.asked.get(key) {
            Some(Requirement::Words(words)) => words,
            Some(_) | None => &[],
        }
    }

    /// The bodies under `key`, in their order; empty when nothing is asked there.
    pub fn bodies(&self, key: &str) -> &[Arc<Body>] {
        match self.asked.get(key) {
            Some(Requirement::Bodies(bodies)) => bodies,
            Some(_) | None => &[],
        }
    }

    /// The reports that are due, in their order.
    pub fn reports(&self) -> &[ReportRule] {
        match self.asked.get("reports") {
            Some(Requirement::Reports(reports)) => reports,
            Some(_) | None => &[],
        }
    }

    /// Words that the group avoids, each with the word that it prefers; `None` when it avoids none.
    pub fn terms(&self) -> Option<&BTreeMap<String, String>> {
        match self.asked.get("terms") {
            Some(Requirement::Terms(terms)) if !terms.is_empty() => Some(terms),
            Some(_) | None => None,
        }
    }
}

/// What is asked of the groups of one type.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GroupRequirements {
    /// How many seats of each sort there are; empty when nothing is asked of seats.
    pub seats: Vec<SeatRule>,
    /// How many people have each role, and how they come to it; empty when nothing is asked of roles.
    pub roles: Vec<RoleRule>,
    /// How the group decides, each for a stretch of time; empty when nothing is asked of decisions.
    pub decisions: Vec<DecisionRule>,
    /// How often the group meets, each for a stretch of time; empty when nothing is asked of meetings.
    pub meetings: Vec<MeetingRule>,
    /// So many meetings in person a year, where possible.
    pub in_person_per_year: Option<u32>,
    /// Fewer members are wrong.
    pub min_members: Option<u32>,
    /// More members are wrong.
    pub max_members: Option<u32>,
    /// Whether the number of members is odd.
    pub odd_members: Option<bool>,
    /// Whether nobody sits in two groups of this type at a time.
    pub exclusive: Option<bool>,
    /// After so many days without taking part a seat may be declared vacant.
    pub absence_days: Option<u32>,
    /// At most so many of a hundred members come from one organization.
    pub max_affiliation_percent: Option<u32>,
    /// The duties that somebody has, or a reason why not, in order.
    pub duties: Vec<DutyRule>,
    /// Whether a duty says since when it is held, by whom it was given, and what it allows.
    pub duty_delegation: Option<bool>,
    /// Whether each duty has a deputy, or its holder's term an end.
    pub duty_deputies: Option<bool>,
    /// Whether the lead gives at least one of the duties to somebody else.
    pub duty_spread: Option<bool>,
    /// One person holds at most so many duties of the group.
    pub max_duties_per_person: Option<u32>,
    /// The role whose holder settles what the others leave open: a tie, several volunteers for a duty.
    pub final_say: Option<String>,
    /// The roles whose holders lead its meetings.
    pub hosts: Vec<String>,
    /// Whether a meeting at a conference comes with a report on the past months and the next ones.
    pub conference_report: Option<bool>,
}

impl GroupRequirements {
    /// How the group decides on `date`, when neither the decision nor the group says otherwise; `None` when no
    /// rule holds on that day.
    pub fn decision_on(&self, date: Date) -> Option<&DecisionRule> {
        self.decisions.iter().find(|rule| Period::before(rule.since, rule.until).holds(date))
    }

    /// How often the group meets on `date`; `None` when no rule holds on that day.
    pub fn meeting_on(&self, date: Date) -> Option<&MeetingRule> {
        self.meetings.iter().find(|rule| Period::before(rule.since, rule.until).holds(date))
    }

    /// What is asked of those who have the role `role`; `None` when nothing is.
    pub fn role(&self, role: &str) -> Option<&RoleRule> {
        self.roles.iter().find(|rule| rule.role == role)
    }
}

/// How many seats of one sort there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatRule {
    /// `community`, `board`.
    pub kind: String,
    /// Fewer are wrong.
    pub min: Option<u32>,
    /// More are wrong.
    pub max: Option<u32>,
    /// Another number is worth a word.
    pub usual: Option<u32>,
    /// Whether the body that the seat is named after sends whoever has it, so that nobody else proposes them.
    pub delegated: bool,
}

/// How many people have a role, how they come to it, how much time it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleRule {
    /// `member`, `chair`.
    pub role: String,
    /// Fewer people are wrong; `None` for no lower bound.
    pub min: Option<u32>,
    /// More people are wrong; `None` for no upper bound.
    pub max: Option<u32>,
    /// Who proposes somebody for it; `None` when nothing is said of it.
    pub nominated_by: Option<Arc<Body>>,
    /// Who accepts what was proposed; `None` when nothing is said of it.
    pub confirmed_by: Option<Arc<Body>>,
    /// Who fills a seat that falls vacant before the end of its term.
    pub vacancy_by: Option<Arc<Body>>,
    /// About so many hours a week.
    pub hours_per_week: Option<u32>,
    /// The longest term, in days.
    pub term_days: Option<u32>,
}

/// A duty that a group fills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DutyRule {
    /// `release management`.
    pub area: String,
    /// What whoever has it does, in one sentence.
    pub meaning: String,
    /// Whether it names a way to reach whoever has it.
    pub contact: bool,
}

/// A report that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRule {
    /// As reports spell it: `board`.
    pub audience: String,
    /// At most so many days after the one before.
    pub every_days: u32,
}

/// How a group decides, in a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRule {
    /// As decisions spell it: `simple-majority`.
    pub mode: String,
    /// So many members take part, or such a share of them.
    pub quorum: Option<Share>,
    /// Whether every vote carries a link to where it was given.
    pub vote_links: bool,
    /// The mode in which the group settles what it found no answer to; `None` when such a question stays open.
    pub last_resort: Option<String>,
    /// The first day on which it holds; `None` when it held from the beginning.
    pub since: Option<Date>,
    /// The day from which it does not hold any more; `None` when it has no end.
    pub until: Option<Date>,
    /// The source of the rule, as a step names one; `None` when the profile names none.
    pub clause: Option<String>,
}

/// How often a group meets, in a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingRule {
    /// The rhythm.
    pub every_days: Option<u32>,
    /// More days than these between two meetings are wrong.
    pub at_most_days: Option<u32>,
    /// The first day on which it holds; `None` when it held from the beginning.
    pub since: Option<Date>,
    /// The day from which it does not hold any more; `None` when it has no end.
    pub until: Option<Date>,
    /// The source of the rule, as a step names one; `None` when the profile names none.
    pub clause: Option<String>,
}
