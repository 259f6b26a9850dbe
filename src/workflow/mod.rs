//! A workflow is data: the states of a kind, the steps between them, who may take a step and on what evidence.
//!
//! A profile is a TOML file. Several lie one over the other, `base` beneath all; what comes out is one [`Profile`] in
//! which every word is resolved. No record is read here: the site looks the guards up in the records.
//!
//! Three things hold in a profile without findings. The states of a kind stand in the order of the good path, the ended
//! ones last. What a state demands includes what the states before it on that path demand. Every state that is not
//! terminal names who holds it and has a step that leads out. A profile with findings is used as far as it goes.

pub mod describe;
pub mod diagram;
mod fit;
mod guard;
mod layer;
mod load;
mod loosen;
mod means;
mod merge;
mod requirements;
mod own;
mod resolve;
mod share;
mod verify;
mod written;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::fields::{FieldPath, OwnKey};
use crate::id::Kind;
use crate::layout::Usual;
use crate::text::{Date, Period, list};
use crate::word_list;

pub use guard::{Approvals, Condition, Evidence, Guard};
pub use load::BUILT_IN;
pub use loosen::{Loosening, Part, loosened};
pub use means::{MeaningNeed, Means};
pub use requirements::{
    DecisionRule, DutyRule, GroupRequirements, MeetingRule, ReportRule, Requirement, Requirements, RoleRule, SeatRule,
};
pub use share::Share;
pub use written::Written;

/// How a group works: what the profiles of a site say together.
#[derive(Debug, Clone, Default)]
pub struct Profile {
    /// The profiles it is made of, the lowest first: `base`, `llvm-iwg`.
    pub names: Vec<String>,
    /// The bodies that steps and states speak of, by their word.
    pub bodies: BTreeMap<String, Arc<Body>>,
    /// The states and steps, or only the outline, of each kind that the profiles speak of.
    pub kinds: BTreeMap<Kind, KindWorkflow>,
    /// What is asked beyond the steps, of records and of groups.
    pub requirements: Requirements,
    /// Levels of rules, by the rule's name. The names are not checked here.
    pub levels: BTreeMap<String, RuleLevel>,
    /// What the group has agreed on: the clauses of the lowest profile first, each profile's in its own order.
    pub clauses: Vec<Clause>,
}

impl Profile {
    /// The states and steps of a kind; `None` for kinds that have no states.
    pub fn kind(&self, kind: Kind) -> Option<&KindWorkflow> {
        self.kinds.get(&kind).filter(|workflow| !workflow.states.is_empty())
    }

    /// Every section that the text of a kind can have, in order, also for kinds without states.
    pub fn outline(&self, kind: Kind) -> &[SectionRow] {
        self.kinds.get(&kind).map_or(&[], |workflow| &workflow.outline)
    }

    /// The clause behind a requirement, as a finding cites it: `comment_days`, `group.working-group.seats`; `None`
    /// when no clause names it.
    pub fn clause_of(&self, requirement: &str) -> Option<String> {
        self.clauses.iter().find(|clause| clause.requires.iter().any(|key| key == requirement)).map(Clause::cited)
    }

    /// The clauses that count on the rule `name`.
    pub fn clauses_held_by<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Clause> {
        self.clauses.iter().filter(move |clause| clause.is_held_by(name))
    }

    /// The clause that counts on the rule `name`, as a finding cites it; `None` when no clause does, or several do.
    pub fn clause_held_by(&self, name: &str) -> Option<String> {
        let mut clauses = self.clauses_held_by(name);
        clauses.next().filter(|_| clauses.next().is_none()).map(Clause::cited)
    }

    /// The clause that a finding of the rule `name` on `requirement` cites: the only one that counts on the rule; where
    /// several do, or none does, the one behind the requirement; `None` when there is none of these.
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
        is_theirs && Period::before(self.since, self.until).holds(date)
    }
}

/// The rules that hold the steps of a workflow, and so the clauses that a step cites.
pub const STEP_RULES: [&str; 3] = ["illegal-transition", "missing-evidence", "wrong-actor"];

word_list! {
    /// What a profile or a site makes of a rule.
    RuleLevel { Error = "error", Warning = "warning", Note = "note", Off = "off" }
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
    /// A body of the profile, as a whole or by one of its members.
    Body(Arc<Body>),
    /// Whom the record's field names: `owner`, `assignees`. A field that names a record in place of a person, a group or an
    /// organization means whoever that record names: `contract` is the contractor's organization.
    Field(String),
    /// Whoever has this role on the day, in the group of `of`, or in any group when there is none.
    Role {
        /// The role as groups spell it: `treasurer`.
        role: String,
        /// The body in whose group the role is held; `None` for the role in any group.
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
    /// The profile sets no limit on who takes it.
    Anyone,
    /// Any one of these; never empty.
    Parties(Vec<Party>),
}

impl By {
    /// `anyone`, `the group or the owner`.
    pub fn title(&self) -> String {
        match self {
            By::Anyone => "anyone".to_owned(),
            By::Parties(parties) => list(parties.iter().map(Party::title), "or"),
        }
    }
}

word_list! {
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
    pub meaning: String,
    /// What rules and pages take it for; `None` where the profile does not say, which is reported.
    pub means: Option<Means>,
    /// The mark under which a reader sees it.
    pub phase: Phase,
    /// Who holds the matter: the first that leads to somebody. Empty only in terminal states.
    pub holders: Vec<Party>,
    /// After so many days in this state without an event the record is stalled.
    pub stalled_after_days: Option<u32>,
    /// The field with the last day for what is to come in this state, as a path: `comment.closes`.
    pub deadline: Option<String>,
    /// Whether the text goes on being kept where the matter is over.
    pub is_kept_up: bool,
    /// The sections that the text needs in this state, in their order; those of the states that every way there leads through
    /// included.
    pub sections: Vec<String>,
    /// The fields that must be given in this state, as paths; those of the states that every way there leads through included.
    pub fields: Vec<String>,
    /// The sections that the state asks for itself.
    pub own_sections: Vec<String>,
    /// The fields that the state asks for itself.
    pub own_fields: Vec<String>,
}

/// A section of a kind's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionRow {
    /// The text of the heading, without its marks: `Exit plan`.
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
    /// The steps, in the order of the profile.
    pub transitions: Vec<Transition>,
    /// Every section that the text can have, in order.
    pub outline: Vec<SectionRow>,
    /// Where its records lie and how they are named, and the keys of the group's own.
    pub usual: Usual,
    /// The state follows from other fields than events: a decision's from its dates and outcome, a meeting's from `held`
    /// and `cancelled`, a service's from `lifecycle`, a survey's from its dates.
    pub derived: bool,
}

impl KindWorkflow {
    /// The state that events spell `name`; `None` when the workflow does not know it.
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

    /// Whether nobody needs to act any more in `state`; false for a state that the workflow does not know.
    pub fn is_terminal(&self, state: &str) -> bool {
        self.terminal.iter().any(|terminal| terminal == state)
    }

    /// What a record in `state` needs of sections and fields that came there by `taken`, the states that it entered in order: what
    /// each of them asked for that it did not go back from, and what every way there leads through. A matter that ended needs
    /// what its end asks for. Empty for a state that the workflow does not know.
    pub fn demanded<'a>(&'a self, state: &str, taken: impl Iterator<Item = &'a str>) -> Demanded<'a> {
        let Some(row) = self.state(state) else { return Demanded::default() };
        let mut demanded = Demanded { sections: texts(&row.sections), fields: texts(&row.fields) };
        if row.phase == Phase::Ended {
            return demanded;
        }
        let mut path: Vec<&StateRow> = Vec::new();
        for step in taken.filter_map(|state| self.state(state)) {
            let before = path.iter().position(|it| it.name == step.name).unwrap_or(path.len());
            path.truncate(before);
            path.push(step);
        }
        for step in path.into_iter().filter(|step| step.phase != Phase::Ended) {
            let more = |all: &mut Vec<&'a str>, own: &'a [String]| {
                let new: Vec<&str> = own.iter().map(String::as_str).filter(|it| !all.contains(it)).collect();
                all.extend(new);
            };
            more(&mut demanded.sections, &step.own_sections);
            more(&mut demanded.fields, &step.own_fields);
        }
        let place = |title: &&str| self.outline.iter().position(|row| row.title == **title);
        demanded.sections.sort_by_key(place);
        demanded
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

/// What a record needs in its state.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Demanded<'a> {
    /// Sections by their titles, in the order of the outline.
    pub sections: Vec<&'a str>,
    /// Fields, as paths.
    pub fields: Vec<&'a str>,
}

fn texts(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}

/// One legal step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// The states that it leads out of; empty for the step that begins a record.
    pub from: Vec<String>,
    /// The name of the state that it leads to: `board-review`.
    pub to: String,
    /// Who may take it.
    pub by: By,
    /// All of these must hold on the day of the step.
    pub needs: Vec<Evidence>,
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
    /// Whether it is a legal step on `date`: from `since` to the day before `until`.
    pub fn applies_on(&self, date: Date) -> bool {
        Period::before(self.since, self.until).holds(date)
    }

    /// Whether it leads out of `state`; with `None`, whether it begins a record.
    pub fn leaves(&self, state: Option<&str>) -> bool {
        match state {
            Some(state) => self.from.iter().any(|from| from == state),
            None => self.from.is_empty(),
        }
    }
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
    /// The keys that the profiles themselves give to a kind.
    pub own_keys: BTreeMap<Kind, Vec<OwnKey>>,
}

#[cfg(test)]
mod tests;
