//! A workflow is data: the states of a kind, the steps between them, who may take a step and on what evidence.
//!
//! A profile is a TOML file. Several lie one over the other, `base` beneath all; what comes out is one [`Profile`] in
//! which every word is resolved. No record is read here: the site looks the guards up in the records.
//!
//! Three things hold in a profile without findings. The states of a kind stand in the order of the good path, the ended
//! ones last. What a state demands includes what the states before it on that path demand. Every state that is not
//! terminal names who holds it and has a step that leads out. A profile with findings is used as far as it goes.

mod fit;
mod guard;
mod load;
mod means;
mod merge;
mod resolve;
mod verify;
mod written;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::fields::FieldPath;
use crate::id::Kind;
use crate::text::Date;
use crate::words;

pub use guard::{Approvals, Condition, Guard, Need};
pub use load::BUILT_IN;
pub use means::{MeaningNeed, Means};
pub use written::Written;

/// How a group works: what the profiles of a site say together.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// The profiles it is made of, the lowest first: `base`, `llvm-iwg`.
    pub names: Vec<String>,
    /// The bodies that steps and states speak of, by their word.
    pub bodies: BTreeMap<String, Arc<Body>>,
    pub kinds: BTreeMap<Kind, KindWorkflow>,
    pub requirements: Requirements,
    /// Levels of rules, by the rule's name. The names are not checked here.
    pub levels: BTreeMap<String, RuleLevel>,
    /// What the group has agreed on: the clauses of the lowest profile first, each profile's in its own order.
    pub clauses: Vec<Clause>,
}

impl Profile {
    /// `None` for kinds that have no states.
    pub fn kind(&self, kind: Kind) -> Option<&KindWorkflow> {
        self.kinds.get(&kind).filter(|workflow| !workflow.states.is_empty())
    }

    /// Every section that the text of a kind can have, in order, also for kinds without states.
    pub fn outline(&self, kind: Kind) -> &[SectionRow] {
        self.kinds.get(&kind).map_or(&[], |workflow| &workflow.outline)
    }

    /// The clause behind a requirement, as a finding cites it: `comment_days`, `group.working-group.seats`.
    pub fn clause_of(&self, requirement: &str) -> Option<String> {
        self.clauses.iter().find(|clause| clause.requires.iter().any(|key| key == requirement)).map(Clause::cited)
    }

    /// The clauses that count on the rule `name`.
    pub fn clauses_held_by<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Clause> {
        self.clauses.iter().filter(move |clause| clause.is_held_by(name))
    }

    /// The clause that counts on the rule `name`, when there is one and no other does.
    pub fn clause_held_by(&self, name: &str) -> Option<String> {
        let mut clauses = self.clauses_held_by(name);
        clauses.next().filter(|_| clauses.next().is_none()).map(Clause::cited)
    }

    /// The clause that a finding of the rule `name` on `requirement` cites: the only one that counts on the rule; where
    /// several do, or none does, the one behind the requirement.
    pub fn clause_for(&self, name: &str, requirement: &str) -> Option<String> {
        let behind_both =
            || self.clauses_held_by(name).find(|clause| clause.requires.iter().any(|key| key == requirement));
        let held = self.clause_held_by(name).or_else(|| behind_both().map(Clause::cited));
        held.or_else(|| self.clause_of(requirement))
    }

    /// Where `clause` is in force, by the steps, the ways of deciding and the rhythms of meetings that rest on it; empty
    /// when nothing limits it.
    pub fn reach(&self, clause: &Clause) -> Vec<Reach<'_>> {
        let cited = clause.cited();
        let steps = self.kinds.values().flat_map(|workflow| &workflow.transitions);
        let steps = steps.map(|it| (&it.clause, Reach { group_type: None, since: it.since, until: it.until }));
        let of_groups = self.requirements.groups.iter().flat_map(|(group_type, group)| {
            let group_type = Some(group_type.as_str());
            let decisions = group.decisions.iter().map(|it| (&it.clause, it.since, it.until));
            let meetings = group.meetings.iter().map(|it| (&it.clause, it.since, it.until));
            decisions.chain(meetings).map(move |(clause, since, until)| (clause, Reach { group_type, since, until }))
        });
        let resting = steps.chain(of_groups).filter(|(words, _)| words.as_ref().is_some_and(|it| it.contains(&cited)));
        let reach: Vec<Reach> = resting.map(|(_, reach)| reach).collect();
        let is_limited = reach.iter().all(|it| it.group_type.is_some() || it.since.is_some() || it.until.is_some());
        if is_limited { reach } else { Vec::new() }
    }

    /// What is asked of the groups of a type; `None` when nothing is.
    pub fn group(&self, group_type: &str) -> Option<&GroupRequirements> {
        self.requirements.groups.get(group_type)
    }
}

/// One thing that the group has agreed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// What steps call it: `time-to-comment`; for one that a step cites in words of its own, those words.
    pub name: String,
    /// The profile that states it.
    pub profile: String,
    /// Where it stands: `IWG page, Day-to-day work, step 2`.
    pub source: String,
    /// What it says, in our words; empty where a step cites a source and nothing more.
    pub says: String,
    /// The rules that enforce it.
    pub rules: Vec<String>,
    /// The kinds of record that it speaks of; empty for all.
    pub about: Vec<Kind>,
    /// Why a person has to look after it, or after what the rules leave of it.
    pub person: Option<String>,
    /// The keys of the requirements that come from it: `comment_days`, `group.working-group.seats`.
    pub requires: Vec<String>,
}

impl Clause {
    /// Whether it speaks of records of `kind`.
    pub fn is_about(&self, kind: Kind) -> bool {
        self.about.is_empty() || self.about.contains(&kind)
    }

    /// Whether the rule `name` enforces it.
    pub fn is_held_by(&self, name: &str) -> bool {
        self.rules.iter().any(|rule| rule == name)
    }

    /// As a finding cites it: `IWG page, Day-to-day work, step 2: the community sees the text`.
    pub fn cited(&self) -> String {
        match self.says.is_empty() {
            true => self.source.clone(),
            false => format!("{}: {}", self.source, self.says),
        }
    }
}

/// A stretch of time in which a clause is in force, and for whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach<'a> {
    /// The type of the groups whose decisions or meetings it is about; `None` for a step of a workflow.
    pub group_type: Option<&'a str>,
    since: Option<Date>,
    until: Option<Date>,
}

impl Reach<'_> {
    /// Whether it holds on `date` for a group of `group_type`; where that is not known, for any.
    pub fn holds(&self, group_type: Option<&str>, date: Date) -> bool {
        let is_theirs = self.group_type.zip(group_type).is_none_or(|(own, other)| own == other);
        is_theirs && in_force(self.since, self.until, date)
    }
}

/// The rules that hold the steps of a workflow, and so the clauses that a step cites.
pub const STEP_RULES: [&str; 3] = ["illegal-transition", "missing-evidence", "wrong-actor"];

words! {
    /// What a profile or a site makes of a rule.
    RuleLevel { Error = "error", Warning = "warning", Off = "off" }
}

/// A body that can hold a matter or take a step, as the profiles name it.
///
/// A word becomes a group of the site so: for a body `of_record`, the record's own `group`, else the `group` of the
/// statement of work that it names, else the site's group; when the body has a type as well, the first group of that type
/// on the way from there over the parents. For another body the group whose slug is the word, else the
/// only group of the type. Else the body has no group, and nobody can act as it.
///
/// A body acts when an event's `by` names its group, or a person who was a member of that group on the day. Everybody is
/// a member of a group of the type `community`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// `board`.
    pub word: String,
    /// `the board`.
    pub title: String,
    /// The type of its group, as the groups spell it: `working-group`.
    pub group_type: Option<String>,
    /// Whether it is the group that the record belongs to, or one above it.
    pub of_record: bool,
}

/// Somebody who holds a matter or takes a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Party {
    Body(Arc<Body>),
    /// Whom the record's field names: `owner`, `assignees`. A field that names a record in place of a person, a group or an
    /// organization means whoever that record names: `contract` is the contractor's organization.
    Field(String),
    /// Whoever has this role on the day, in the group of `of`, or in any group when there is none.
    Role {
        role: String,
        of: Option<Arc<Body>>,
    },
}

impl Party {
    /// `the board`, `the owner`, `the treasurer`.
    pub fn title(&self) -> String {
        match self {
            Party::Body(body) => body.title.clone(),
            Party::Field(field) => format!("the {}", field.replace(['_', '.'], " ")),
            Party::Role { role, of: None } => format!("the {role}"),
            Party::Role { role, of: Some(body) } => format!("the {role} of {}", body.title),
        }
    }
}

/// Who may take a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    Anyone,
    /// Any one of these; never empty.
    Parties(Vec<Party>),
}

impl By {
    /// `anyone`, `the group or the owner`.
    pub fn title(&self) -> String {
        match self {
            By::Anyone => "anyone".to_owned(),
            By::Parties(parties) => listed(parties.iter().map(Party::title), "or"),
        }
    }
}

words! {
    /// The four marks under which a reader sees a state.
    #[derive(Default)]
    Phase {
        /// Somebody works on it.
        #[default]
        Open = "open",
        /// It waits for somebody else's word.
        Waiting = "waiting",
        /// It reached what it was for.
        Done = "done",
        /// It stopped before that.
        Ended = "ended",
    }
}

/// One state of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateRow {
    /// As events spell it: `board-review`.
    pub name: String,
    /// In words: `board review`.
    pub label: String,
    /// What it is, in one sentence.
    pub description: String,
    /// What rules and pages take it for; `None` where the profile does not say, which is reported.
    pub means: Option<Means>,
    pub phase: Phase,
    /// Who holds the matter: the first that leads to somebody. Empty only in terminal states.
    pub holders: Vec<Party>,
    /// After so many days in this state without an event the record is stalled.
    pub stalled_after_days: Option<u32>,
    /// The sections that the text needs in this state, in their order; those of the earlier states included.
    pub sections: Vec<String>,
    /// The fields that must be given in this state, as paths; those of the earlier states included.
    pub fields: Vec<String>,
}

/// A section of a kind's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionRow {
    pub title: String,
    /// What stands in it, in one sentence, for those who write a new record.
    pub guidance: String,
}

/// The states and steps of one kind.
#[derive(Debug, Clone, Default)]
pub struct KindWorkflow {
    /// What this site calls one of them, when not what everybody calls it: `crate proposal`.
    pub title: Option<String>,
    /// The same for many of them.
    pub plural: Option<String>,
    /// In the order of the good path, then the ended ones.
    pub states: Vec<StateRow>,
    /// The state of a new record.
    pub initial: String,
    /// Where nobody needs to act any more. A step may still lead out: an executed decision can be superseded.
    pub terminal: Vec<String>,
    pub transitions: Vec<Transition>,
    /// Every section that the text can have, in order.
    pub outline: Vec<SectionRow>,
    /// The state follows from other fields than events: a decision's from its dates and outcome, a meeting's from `held`
    /// and `cancelled`, a service's from `lifecycle`, a survey's from its dates.
    pub derived: bool,
}

impl KindWorkflow {
    pub fn state(&self, name: &str) -> Option<&StateRow> {
        self.states.iter().find(|state| state.name == name)
    }

    /// What the state `name` means; `None` when the workflow does not know it.
    pub fn means(&self, name: &str) -> Option<Means> {
        self.state(name)?.means
    }

    /// The first state that means `means`; `None` when none does.
    pub fn state_that(&self, means: Means) -> Option<&StateRow> {
        self.states.iter().find(|state| state.means == Some(means))
    }

    pub fn is_terminal(&self, state: &str) -> bool {
        self.terminal.iter().any(|terminal| terminal == state)
    }

    /// The states that a record passes when all goes well, in order.
    pub fn path(&self) -> impl Iterator<Item = &StateRow> {
        self.states.iter().filter(|state| state.phase != Phase::Ended)
    }

    /// The steps that a record in `state` can take on `date`; with `None` those that begin a record. First those that lead
    /// on, the nearest first, then those that lead back, then those that end the matter.
    pub fn steps_from<'a>(&'a self, state: Option<&str>, date: Date) -> impl Iterator<Item = &'a Transition> + use<'a> {
        let place = |name: &str| self.states.iter().position(|row| row.name == name);
        let here = state.and_then(place);
        let mut steps: Vec<&Transition> =
            self.transitions.iter().filter(|step| step.leaves(state) && step.applies_on(date)).collect();
        steps.sort_by_key(|step| {
            let ends = self.state(&step.to).is_some_and(|row| row.phase == Phase::Ended);
            (ends, place(&step.to) <= here, place(&step.to))
        });
        steps.into_iter()
    }

    /// The step from `state` to `to` on `date`; `None` when it is not legal. A record may begin in its initial state also
    /// where no step says so: then `None` means that anyone may begin it, without evidence.
    pub fn step(&self, state: Option<&str>, to: &str, date: Date) -> Option<&Transition> {
        self.transitions.iter().find(|step| step.leaves(state) && step.to == to && step.applies_on(date))
    }
}

/// One legal step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// The states that it leads out of; empty for the step that begins a record.
    pub from: Vec<String>,
    pub to: String,
    pub by: By,
    /// All of these must hold on the day of the step.
    pub needs: Vec<Need>,
    /// What happens, after the word "Next:": `the board decides on the expenditure`.
    pub label: String,
    /// The source of the rule, in our words: `IWG proposal, Day-to-day work, step 4`.
    pub clause: Option<String>,
    /// The first day on which it applies.
    pub since: Option<Date>,
    /// The day from which it does not apply any more.
    pub until: Option<Date>,
}

impl Transition {
    pub fn applies_on(&self, date: Date) -> bool {
        in_force(self.since, self.until, date)
    }

    /// Whether it leads out of `state`; with `None`, whether it begins a record.
    pub fn leaves(&self, state: Option<&str>) -> bool {
        match state {
            Some(state) => self.from.iter().any(|from| from == state),
            None => self.from.is_empty(),
        }
    }
}

/// What the group asks beyond the steps. `None` and empty lists ask nothing.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Requirements {
    /// So many days the public can comment before something is decided.
    pub comment_days: Option<u32>,
    /// So many days after the award prices become public.
    pub price_disclosure_days: Option<u32>,
    /// So many people can administer a service.
    pub min_admins: Option<u32>,
    /// After so many days without an event a record is stalled. Already in the states that say nothing else.
    pub stalled_after_days: Option<u32>,
    /// The indicators for which a service that a contractor runs has a service level.
    pub required_slo: Vec<String>,
    /// The bodies for each of which somebody holds root access.
    pub root_holders: Vec<Arc<Body>>,
    /// The bodies that may sign a contract.
    pub signers: Vec<Arc<Body>>,
    /// A contract that begins on this day or later comes from a request for proposal.
    pub requests_since: Option<Date>,
    /// Whether a contractor's page says how to part with it.
    pub exit_plan: Option<bool>,
    /// Whether every contract can be ended at once.
    pub terminable_at_will: Option<bool>,
    /// Whether a contractor documents in public what it runs.
    pub contractor_documentation: Option<bool>,
    /// The areas of services that the group answers for, in order.
    pub scope: Vec<String>,
    /// So many days before a contract ends it is settled what follows.
    pub contract_notice_days: Option<u32>,
    /// After so many days parting with a contractor is tried again.
    pub exit_test_days: Option<u32>,
    /// The last result of a service level is at most so many days old.
    pub slo_result_days: Option<u32>,
    /// After so many days the entry of a service is looked through again.
    pub review_days: Option<u32>,
    /// So many days after a meeting its minutes are public.
    pub minutes_days: Option<u32>,
    /// So many days after a decision it is carried out.
    pub execution_days: Option<u32>,
    /// After so many days approved money that nobody used is asked for again.
    pub approval_lapse_days: Option<u32>,
    /// One person holds at most so many open actions and matters.
    pub max_open_per_person: Option<u32>,
    /// A roadmap covers at least so many days ahead.
    pub roadmap_ahead_days: Option<u32>,
    /// At most so many days lie between two surveys.
    pub survey_every_days: Option<u32>,
    /// So many days after a survey closed its results are public.
    pub survey_results_days: Option<u32>,
    /// At most so many of a hundred parts of the pledged money come from one donor.
    pub max_donor_percent: Option<u32>,
    /// So many days after a pledge is fulfilled its donor is told what came of it.
    pub donor_report_days: Option<u32>,
    /// Work is at least so many days old before it is brought in.
    pub project_age_days: Option<u32>,
    /// Reports that are due, in order.
    pub reports: Vec<ReportRule>,
    /// Words that the group avoids, each with the word that it prefers.
    pub terms: BTreeMap<String, String>,
    /// By the type of the group: `working-group`.
    pub groups: BTreeMap<String, GroupRequirements>,
}

impl Requirements {
    /// The number that is set for the requirement `key`, in days, percents or as a count. `None` when it is not set.
    pub fn limit(&self, key: &str) -> Option<i64> {
        let number = match key {
            "comment_days" => self.comment_days,
            "donor_report_days" => self.donor_report_days,
            "minutes_days" => self.minutes_days,
            "survey_results_days" => self.survey_results_days,
            _ => None,
        };
        number.map(i64::from)
    }
}

/// What is asked of the groups of one type.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct GroupRequirements {
    pub seats: Vec<SeatRule>,
    pub roles: Vec<RoleRule>,
    pub decisions: Vec<DecisionRule>,
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
    /// How the group decides on `date`, when neither the decision nor the group says otherwise.
    pub fn decision_on(&self, date: Date) -> Option<&DecisionRule> {
        self.decisions.iter().find(|rule| in_force(rule.since, rule.until, date))
    }

    /// How often the group meets on `date`.
    pub fn meeting_on(&self, date: Date) -> Option<&MeetingRule> {
        self.meetings.iter().find(|rule| in_force(rule.since, rule.until, date))
    }

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
}

/// How many people have a role, how they come to it, how much time it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleRule {
    /// `member`, `chair`.
    pub role: String,
    pub min: Option<u32>,
    pub max: Option<u32>,
    pub nominated_by: Option<Arc<Body>>,
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
    /// So many members take part.
    pub quorum: Option<u32>,
    /// Whether every vote carries a link to where it was given.
    pub vote_links: bool,
    pub since: Option<Date>,
    pub until: Option<Date>,
    pub clause: Option<String>,
}

/// How often a group meets, in a stretch of time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingRule {
    /// The rhythm.
    pub every_days: Option<u32>,
    /// More days than these between two meetings are wrong.
    pub at_most_days: Option<u32>,
    pub since: Option<Date>,
    pub until: Option<Date>,
    pub clause: Option<String>,
}

/// The words of the records that profiles speak of. The stage that declares the records lies above and hands them in; an
/// empty list is not checked.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// The fields of each kind: `cost`, `cost.status`, `event.note`; see [`crate::fields::paths`].
    pub fields: BTreeMap<Kind, Vec<FieldPath>>,
    /// `expenditure`.
    pub decision_kinds: Vec<&'static str>,
    /// `accepted`.
    pub outcomes: Vec<&'static str>,
    /// `simple-majority`.
    pub modes: Vec<&'static str>,
    /// `working-group`.
    pub group_types: Vec<&'static str>,
    /// `chair`.
    pub roles: Vec<&'static str>,
    /// `availability`.
    pub indicators: Vec<&'static str>,
    /// `board`.
    pub audiences: Vec<&'static str>,
    /// The names of the rules: `missing-evidence`.
    pub rules: Vec<&'static str>,
    /// Which meanings of states the rules look for.
    pub meanings: Vec<MeaningNeed>,
}

/// Whether `date` lies in a stretch of time: `since` is its first day, `until` the first day after it.
fn in_force(since: Option<Date>, until: Option<Date>, date: Date) -> bool {
    since.is_none_or(|since| since <= date) && until.is_none_or(|until| date < until)
}

/// `a`, `a or b`, `a, b or c`.
pub fn listed(items: impl IntoIterator<Item = String>, last: &str) -> String {
    let items: Vec<String> = items.into_iter().collect();
    match items.split_last() {
        None => String::new(),
        Some((only, [])) => only.clone(),
        Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
    }
}

#[cfg(test)]
mod tests;
