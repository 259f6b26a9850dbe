//! What a profile says, in sentences: for the page "How we work", for `candor profile`, and for programs as JSON.
//!
//! What a profile can ask for stands in tables, one row each; a new requirement is a new row.

mod asked;
mod groups;
#[cfg(test)]
mod tests;
mod words;

use serde::Serialize;

use super::{Clause, Condition, Evidence, Guard, KindWorkflow, Means, Party, Profile, StateRow, Transition};
use crate::id::Kind;
use crate::text::{list, long_date};
use asked::asked;
use groups::of_group;
use words::stretch;

/// A profile in words.
#[derive(Debug, Clone, Serialize)]
pub struct Summary {
    /// The profiles that lie one over the other, the lowest first.
    pub profiles: Vec<String>,
    /// The kinds that have states, in the order of [`Kind::ALL`].
    pub kinds: Vec<KindSummary>,
    /// What is asked beyond the steps.
    pub asked: Vec<Asked>,
    /// What is asked of the groups of each type, in the order of the types.
    pub groups: Vec<GroupSummary>,
    /// The rules whose level the profile sets, in the order of their names.
    pub levels: Vec<Level>,
    /// What the group agreed on, in the order of the profiles.
    pub clauses: Vec<ClauseSummary>,
}

/// The states and steps of one kind.
#[derive(Debug, Clone, Serialize)]
pub struct KindSummary {
    /// `sow`.
    pub kind: Kind,
    /// What the site calls one of them: `statement of work`.
    pub title: String,
    /// What the site calls many of them: `statements of work`.
    pub plural: String,
    /// The state follows from other fields than events.
    pub derived: bool,
    /// In the order of the good path, then the ended ones.
    pub states: Vec<StateSummary>,
    /// The steps that begin a record, then the others in the order of the profile.
    pub steps: Vec<StepSummary>,
}

/// One state of a kind, in words.
#[derive(Debug, Clone, Serialize)]
pub struct StateSummary {
    /// As events spell it: `board-review`.
    pub name: String,
    /// In words: `board review`.
    pub label: String,
    /// One sentence.
    pub description: String,
    /// What rules and pages take it for: `under-way`.
    pub means: Option<&'static str>,
    /// `open`, `waiting`, `done` or `ended`.
    pub phase: &'static str,
    /// Whether nobody needs to act any more in it.
    pub terminal: bool,
    /// Who holds it: the first of these that leads to somebody.
    pub holders: Vec<String>,
    /// After so many days in it without an event the record is stalled; `None` when the state sets no limit of its own.
    pub stalled_after_days: Option<u32>,
    /// What this state needs beyond those before it.
    pub sections: Vec<String>,
    /// The fields that this state needs beyond those before it, as paths: `cost.status`.
    pub fields: Vec<String>,
}

/// One step of a kind, in words.
#[derive(Debug, Clone, Serialize)]
pub struct StepSummary {
    /// The names of the states that it leads out of; empty where it begins a record.
    pub from: Vec<String>,
    /// It leads out of every state that is not terminal.
    pub from_any: bool,
    /// The name of the state that it leads to: `board-review`.
    pub to: String,
    /// The same in words: `board review`.
    pub to_label: String,
    /// What happens: `the board decides on the expenditure`.
    pub label: String,
    /// `the board`.
    pub by: String,
    /// Each a fragment: `a decision of the board on the expenditure`.
    pub needs: Vec<String>,
    /// The source of the rule: `IWG proposal, Day-to-day work, step 4`; `None` when the profile names none.
    pub clause: Option<String>,
    /// When it holds, where that is not always: `since 23 February 2021`.
    pub when: Option<String>,
}

/// One requirement.
#[derive(Debug, Clone, Serialize)]
pub struct Asked {
    /// As the profile spells it.
    pub key: String,
    /// A sentence.
    pub what: String,
    /// The clause behind it, as a finding cites it; `None` when no clause names it.
    pub clause: Option<String>,
}

/// What is asked of the groups of a type.
#[derive(Debug, Clone, Serialize)]
pub struct GroupSummary {
    /// `working-group`.
    pub group_type: String,
    /// `the working group`.
    pub title: String,
    /// What is asked, one requirement each; empty when nothing is.
    pub asked: Vec<Asked>,
}

/// One clause, and who holds it.
#[derive(Debug, Clone, Serialize)]
pub struct ClauseSummary {
    /// What steps call it: `time-to-comment`.
    pub name: String,
    /// The profile that states it: `llvm-iwg`.
    pub profile: String,
    /// The clause with its source.
    pub cited: String,
    /// The rules that enforce it.
    pub rules: Vec<String>,
    /// Why a person looks after it, or after what the rules leave of it.
    pub person: Option<String>,
}

/// What the profile makes of a rule.
#[derive(Debug, Clone, Serialize)]
pub struct Level {
    /// The name of the rule in kebab case: `missing-evidence`.
    pub rule: String,
    /// What the profile makes of it: `error`, `warning` or `off`.
    pub level: &'static str,
}

/// What `profile` says, in words.
pub fn summary(profile: &Profile) -> Summary {
    let with_states = Kind::ALL.iter().filter_map(|kind| Some((*kind, profile.kind(*kind)?)));
    Summary {
        profiles: profile.names.clone(),
        kinds: with_states.map(|(kind, workflow)| of_kind(kind, workflow)).collect(),
        asked: asked(profile),
        groups: profile.requirements.groups.iter().map(|(name, asked)| of_group(profile, name, asked)).collect(),
        levels: profile
            .levels
            .iter()
            .map(|(rule, level)| Level { rule: rule.clone(), level: level.as_str() })
            .collect(),
        clauses: profile.clauses.iter().map(of_clause).collect(),
    }
}

fn of_clause(clause: &Clause) -> ClauseSummary {
    ClauseSummary {
        name: clause.name.clone(),
        profile: clause.profile.clone(),
        cited: clause.cited(),
        rules: clause.rules.clone(),
        person: clause.person.clone(),
    }
}

fn of_kind(kind: Kind, workflow: &KindWorkflow) -> KindSummary {
    let (begin, other): (Vec<&Transition>, Vec<&Transition>) =
        workflow.transitions.iter().partition(|step| step.from.is_empty());
    KindSummary {
        kind,
        title: workflow.title.clone().unwrap_or_else(|| kind.title().to_owned()),
        plural: workflow.plural.clone().unwrap_or_else(|| kind.plural().to_owned()),
        derived: workflow.derived,
        states: (0..workflow.states.len()).map(|at| of_state(workflow, at)).collect(),
        steps: begin.into_iter().chain(other).map(|step| of_step(workflow, step)).collect(),
    }
}

fn of_state(workflow: &KindWorkflow, at: usize) -> StateSummary {
    let state: &StateRow = &workflow.states[at];
    StateSummary {
        name: state.name.clone(),
        label: state.label.clone(),
        description: state.meaning.clone(),
        means: state.means.map(Means::as_str),
        phase: state.phase.as_str(),
        terminal: workflow.is_terminal(&state.name),
        holders: state.holders.iter().map(Party::title).collect(),
        stalled_after_days: state.stalled_after_days,
        sections: state.own_sections.clone(),
        fields: state.own_fields.clone(),
    }
}

fn of_step(workflow: &KindWorkflow, step: &Transition) -> StepSummary {
    let open = workflow.states.iter().filter(|state| !workflow.is_terminal(&state.name));
    let open: Vec<&str> = open.map(|state| state.name.as_str()).collect();
    StepSummary {
        from: step.from.clone(),
        from_any: open.len() > 2 && open.iter().all(|state| step.leaves(Some(state))),
        to: step.to.clone(),
        to_label: workflow.state(&step.to).map_or_else(|| step.to.replace('-', " "), |state| state.label.clone()),
        label: step.label.clone(),
        by: step.by.title(),
        needs: step.needs.iter().map(wanted).collect(),
        clause: step.clause.clone(),
        when: stretch(step.since, step.until),
    }
}

/// What a step needs, with its exception.
fn wanted(need: &Evidence) -> String {
    let wants = match &need.guard {
        Guard::Unless { condition, .. } => format!("{}, unless {}", need.wants(), exception(condition)),
        Guard::Section { .. }
        | Guard::Field { .. }
        | Guard::Link { .. }
        | Guard::Decision { .. }
        | Guard::Approvals { .. }
        | Guard::Elapsed { .. }
        | Guard::Count { .. }
        | Guard::AllMet { .. }
        | Guard::Agreed { .. }
        | Guard::Before { .. }
        | Guard::State { .. }
        | Guard::Any { .. } => need.wants(),
    };
    match need.since {
        Some(since) => format!("{wants} (since {})", long_date(since)),
        None => wants,
    }
}

/// Exceptions that read badly as a key and its value: the field, the value, the words.
const EXCEPTIONS: [(&str, &str, &str); 4] = [
    ("cost.status", "none", "it costs nothing"),
    ("open", "true", "the call is open to all"),
    ("purpose", "central", "it is for the central fund"),
    ("shared_infrastructure", "false", "it touches nothing that others rely on"),
];

/// What `condition` says after `unless`: `it costs nothing`, `its route is volunteer or bounty`.
fn exception(condition: &Condition) -> String {
    let name = condition.field.replace(['_', '.'], " ");
    let is_own = |(field, value, _): &&(&str, &str, &str)| *field == condition.field && condition.is == [*value];
    match (EXCEPTIONS.iter().find(is_own), condition.is.as_slice()) {
        (Some((.., words)), _) => (*words).to_owned(),
        (None, []) => format!("its {name} is given"),
        (None, words) => {
            format!("its {name} is {}", list(words.iter().map(|word| word.replace('-', " ")), "or"))
        }
    }
}
