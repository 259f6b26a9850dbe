//! What the profiles ask beyond the steps: of the record, of the groups of a type, and by which clauses.

use std::collections::BTreeMap;

use super::super::resolve::{Scope, Stretch};
use super::super::written::{
    WrittenDecisionRule, WrittenDuty, WrittenGroup, WrittenMeetingRule, WrittenReport, WrittenRequirements,
    WrittenRole, WrittenSeat,
};
use super::super::{
    Clause, DecisionRule, DutyRule, GroupRequirements, KindWorkflow, MeetingRule, ReportRule, Requirement,
    Requirements, RoleRule, STEP_RULES, SeatRule,
};
use super::{Given, Merger, Pile, Place, plain};
use crate::fields::look::{Look, Value};
use crate::fields::{At, List, Map, Table};
use crate::id::Kind;

/// The rules that hold a mode of deciding, and a rhythm of meetings.
const DECISION_RULES: &[&str] = &["outcome-against-votes", "quorum-not-met"];
const MEETING_RULES: &[&str] = &["cadence-not-kept"];

impl Merger<'_> {
    /// What `[require]` asks, key by key, and what is asked of the groups.
    pub(super) fn requirements(&mut self) -> Requirements {
        let layers = self.layers;
        let pile: Pile<WrittenRequirements> = (layers.iter().enumerate())
            .filter_map(|(at, layer)| Some((at, layer.written.require.get()?, layer.written.require.span()?)))
            .collect();
        for (layer, written, _) in &pile {
            self.scope(*layer, None).percent("max_donor_percent", &written.max_donor_percent);
        }
        let mut asked = BTreeMap::new();
        for row in WrittenRequirements::ROWS {
            let mut given = Vec::new();
            for (layer, written, _) in &pile {
                let Some(span) = written.field(row.key).and_then(Look::span) else { continue };
                let value = requirement(&mut self.scope(*layer, None), written, row.key);
                given.extend(value.map(|value| Given { value, place: Place { layer: *layer, span } }));
            }
            if let Some(settled) = self.settle(&format!("require.{}", row.key), given) {
                asked.insert(row.key, settled.value);
            }
        }
        Requirements { asked, groups: self.groups() }
    }

    /// The clauses that the profiles declare, and those that a step cites in words of its own.
    pub(super) fn clauses(&mut self, kinds: &BTreeMap<Kind, KindWorkflow>, requirements: &Requirements) -> Vec<Clause> {
        let mut placed = Vec::new();
        for (name, pile) in self.tables(|layer| &layer.written.clause) {
            let given = pile.into_iter().map(|(layer, written, span)| {
                let value = self.scope(layer, None).declared(name, written, span);
                Given { value, place: Place { layer, span } }
            });
            let given = given.collect();
            if let Some(clause) = self.settle(&format!("clause.{name}"), given) {
                placed.push(clause);
            }
        }
        placed.sort_by_key(|clause| (clause.place.layer, clause.place.span));
        let mut clauses: Vec<Clause> = placed.into_iter().map(|clause| clause.value).collect();
        let of_steps = kinds.values().flat_map(|workflow| &workflow.transitions).filter_map(|it| it.clause.as_deref());
        let of_decisions = requirements.groups.values().flat_map(|group| &group.decisions);
        let of_meetings = requirements.groups.values().flat_map(|group| &group.meetings);
        let cited = of_steps
            .map(|clause| (clause, &STEP_RULES[..]))
            .chain(of_decisions.filter_map(|rule| Some((rule.clause.as_deref()?, DECISION_RULES))))
            .chain(of_meetings.filter_map(|rule| Some((rule.clause.as_deref()?, MEETING_RULES))));
        let profile = self.layers.last().map_or("", |layer| &layer.name);
        for (words, rules) in cited {
            if clauses.iter().any(|clause| words.contains(&clause.cited())) {
                continue;
            }
            clauses.push(Clause {
                name: words.to_owned(),
                profile: profile.to_owned(),
                source: words.to_owned(),
                says: String::new(),
                rules: rules.iter().map(|rule| (*rule).to_owned()).collect(),
                about: Vec::new(),
                person: None,
                requires: Vec::new(),
            });
        }
        clauses
    }

    fn groups(&mut self) -> BTreeMap<String, GroupRequirements> {
        let mut groups = BTreeMap::new();
        for (group_type, pile) in self.tables(|layer| &layer.written.group) {
            for (layer, written, span) in &pile {
                let (types, roles) = (&self.vocabulary.group_types, &self.vocabulary.roles);
                let mut scope = self.scope(*layer, None);
                scope.word("type of group", types, group_type, *span);
                if let (Some(role), Some(span)) = (written.final_say.get(), written.final_say.span()) {
                    scope.word("role of a group", roles, role, span);
                }
                consistent(&mut scope, written);
            }
            groups.insert(group_type.to_owned(), self.group(group_type, &pile));
        }
        groups
    }

    fn group(&mut self, group_type: &str, pile: &Pile<WrittenGroup>) -> GroupRequirements {
        macro_rules! keys {
            (one: $($one:ident)*; many: $($many:ident)*;) => {
                GroupRequirements {
                    $($one: self.scalar(&format!("group.{group_type}.{}", stringify!($one)), pile, |it| &it.$one),)*
                    $($many: {
                        let key = format!("group.{group_type}.{}", stringify!($many));
                        let read = |scope: &mut Scope, list: &List<_>| list.iter().map(|it| $many(scope, it)).collect();
                        self.read(&key, pile, |it| &it.$many, read).unwrap_or_default()
                    },)*
                }
            };
        }
        keys! {
            one: in_person_per_year max_affiliation_percent min_members max_members odd_members exclusive absence_days
                final_say duty_delegation duty_deputies duty_spread max_duties_per_person conference_report;
            many: seats roles decisions meetings duties hosts;
        }
    }
}

/// What one profile asks under `key`; `None` when it says nothing there.
fn requirement(scope: &mut Scope, written: &WrittenRequirements, key: &str) -> Option<Requirement> {
    match key {
        "required_slo" => {
            let known = &scope.vocabulary.indicators;
            let what = "indicator of a service level";
            let list = written.required_slo.get()?.iter().map(|it| scope.word(what, known, it, it.span));
            Some(Requirement::Words(list.collect()))
        }
        "scope" => written.scope.get().map(|list| Requirement::Words(plain(list))),
        "root_holders" => written.root_holders.get().map(|list| Requirement::Bodies(scope.bodies_of(list))),
        "signers" => written.signers.get().map(|list| Requirement::Bodies(scope.bodies_of(list))),
        "reports" => written.reports.get().map(|list| Requirement::Reports(reports(scope, list))),
        "terms" => written.terms.get().map(|terms| Requirement::Terms(pairs(terms))),
        _ => {
            let value = written.field(key)?.value()?;
            let number = value.number().map(Requirement::Number);
            number.or_else(|| value.flag().map(Requirement::Flag)).or_else(|| value.date().map(Requirement::Day))
        }
    }
}

fn reports(scope: &mut Scope, list: &List<WrittenReport>) -> Vec<ReportRule> {
    scope.twice("audience", list.iter().map(|it| (it.audience.text(), it.audience.span())));
    let known = &scope.vocabulary.audiences;
    let rule = |it: &At<WrittenReport>| ReportRule {
        audience: scope.field_word("audience of a report", known, &it.audience),
        every_days: it.every_days.get().copied().unwrap_or_default(),
    };
    list.iter().map(rule).collect()
}

/// Reports what contradicts itself in what one profile asks of the groups of a type.
fn consistent(scope: &mut Scope, written: &WrittenGroup) {
    scope.bounds(("min_members", &written.min_members), ("max_members", &written.max_members));
    scope.percent("max_affiliation_percent", &written.max_affiliation_percent);
    scope.twice("seat", written.seats.items().iter().map(|it| (it.kind.text(), it.kind.span())));
    scope.twice("role", written.roles.items().iter().map(|it| (it.role.text(), it.role.span())));
    scope.twice("duty", written.duties.items().iter().map(|it| (it.area.text(), it.area.span())));
    let decisions = written.decisions.items().iter();
    let decisions = decisions.map(|it| Stretch::of(&it.since, &it.until, it.span)).collect();
    scope.stretches("how the group decides", decisions);
    let meetings = written.meetings.items().iter();
    let meetings = meetings.map(|it| Stretch::of(&it.since, &it.until, it.span)).collect();
    scope.stretches("how often the group meets", meetings);
}

fn seats(scope: &mut Scope, it: &At<WrittenSeat>) -> SeatRule {
    scope.bounds(("min", &it.min), ("max", &it.max));
    scope.bounds(("min", &it.min), ("usual", &it.usual));
    scope.bounds(("usual", &it.usual), ("max", &it.max));
    SeatRule {
        kind: it.kind.text().to_owned(),
        min: it.min.get().copied(),
        max: it.max.get().copied(),
        usual: it.usual.get().copied(),
        delegated: it.delegated.is_true(),
    }
}

fn roles(scope: &mut Scope, it: &At<WrittenRole>) -> RoleRule {
    scope.bounds(("min", &it.min), ("max", &it.max));
    RoleRule {
        role: scope.field_word("role of a group", &scope.vocabulary.roles, &it.role),
        min: it.min.get().copied(),
        max: it.max.get().copied(),
        nominated_by: scope.optional_body(&it.nominated_by),
        confirmed_by: scope.optional_body(&it.confirmed_by),
        vacancy_by: scope.optional_body(&it.vacancy_by),
        hours_per_week: it.hours_per_week.get().copied(),
        term_days: it.term_days.get().copied(),
    }
}

fn decisions(scope: &mut Scope, it: &At<WrittenDecisionRule>) -> DecisionRule {
    DecisionRule {
        mode: scope.field_word("mode of deciding", &scope.vocabulary.modes, &it.mode),
        quorum: scope.share("quorum", &it.quorum),
        vote_links: it.vote_links.is_true(),
        last_resort: it
            .last_resort
            .get()
            .is_some()
            .then(|| scope.field_word("mode of deciding", &scope.vocabulary.modes, &it.last_resort)),
        since: it.since.get().copied(),
        until: it.until.get().copied(),
        clause: scope.clause(&it.clause),
    }
}

fn meetings(scope: &mut Scope, it: &At<WrittenMeetingRule>) -> MeetingRule {
    scope.bounds(("every_days", &it.every_days), ("at_most_days", &it.at_most_days));
    if it.every_days.is_missing() && it.at_most_days.is_missing() && !scope.is_told(it.span) {
        let message = "nothing says how often the group meets".to_owned();
        scope.invalid(it.span, message, "add `every_days`, or `at_most_days` for the longest gap");
    }
    MeetingRule {
        every_days: it.every_days.get().copied(),
        at_most_days: it.at_most_days.get().copied(),
        since: it.since.get().copied(),
        until: it.until.get().copied(),
        clause: scope.clause(&it.clause),
    }
}

fn duties(_: &mut Scope, it: &At<WrittenDuty>) -> DutyRule {
    DutyRule { area: it.area.text().to_owned(), meaning: it.meaning.text().to_owned(), contact: it.contact.is_true() }
}

fn hosts(scope: &mut Scope, role: &At<String>) -> String {
    scope.word("role of a group", &scope.vocabulary.roles, role, role.span)
}

fn pairs(map: &Map<String>) -> BTreeMap<String, String> {
    map.0.iter().map(|(key, value)| (key.value.clone(), value.value.clone())).collect()
}
