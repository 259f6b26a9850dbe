//! How the group works, from its profile: the states of what it keeps record of, the steps and who takes them, what is asked
//! of whom. What the author wrote on it comes first.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::page::{Book, Route, place, prose, words};
use crate::site::Entry;
use crate::workflow::describe::{Asked, KindSummary, StateSummary, StepSummary, Summary, summary};

use super::View;
use super::chrome::Head;
use super::excerpt::Finding;
use super::part::{Part, State, capitalised, phrase};
use super::record::description;

#[derive(Serialize)]
struct HowView {
    title: String,
    lede: Option<String>,
    is_draft: bool,
    /// What the author wrote, as HTML.
    text: String,
    /// The anchor of the heading that the text had in the title's place.
    title_anchor: Option<String>,
    profiles: Vec<String>,
    kinds: Vec<KindView>,
    /// What the site has states for and no record of yet.
    unused: Vec<String>,
    groups: Vec<GroupView>,
    asked: Vec<Line>,
    findings: Vec<Finding>,
    source: Option<String>,
    edit: Option<String>,
}

#[derive(Serialize)]
struct KindView {
    anchor: String,
    title: Part,
    derived: bool,
    /// SVG that is safe to show as it is.
    picture: String,
    begins: Vec<StepView>,
    states: Vec<StateView>,
    from_any: Vec<StepView>,
}

#[derive(Serialize)]
struct StateView {
    anchor: String,
    state: State,
    meaning: String,
    /// `the owner, else the working group`.
    with: Option<String>,
    /// `60 days`.
    stalled_after: Option<String>,
    sections: Vec<String>,
    fields: Vec<String>,
    steps: Vec<StepView>,
}

#[derive(Serialize)]
struct StepView {
    to: State,
    /// What happens, as a sentence.
    what: String,
    by: String,
    needs: Vec<Vec<Part>>,
    clause: Option<String>,
    when: Option<String>,
}

#[derive(Serialize)]
struct GroupView {
    anchor: String,
    title: String,
    /// The groups of the site that this is about.
    groups: Vec<Part>,
    asked: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    what: String,
    clause: Option<String>,
}

pub fn how_we_work(book: &Book, route: &Route) -> Result<String, Box<Diagnostic>> {
    let view = View::new(book, route);
    let site = book.site;
    let Summary { profiles, kinds, asked, groups, levels: _, clauses: _ } = summary(&site.profile);
    let (used, unused): (Vec<KindSummary>, Vec<KindSummary>) =
        kinds.into_iter().partition(|it| site.of_kind(it.kind).next().is_some());
    let own = site.on_how_we_work();
    let html = own.map(|entry| prose::prose(&view, entry));
    let title = own.map_or(words::HOW_WE_WORK, |entry| &*entry.title);
    let link = |verb: &str| own.and_then(|entry| site.config.source_link(verb, &entry.path));
    let it = HowView {
        title: title.to_owned(),
        lede: own.and_then(|entry| entry.common.summary.get().cloned()),
        is_draft: own.is_some_and(|entry| entry.is_draft()),
        title_anchor: html.as_ref().and_then(|html| html.title_anchor.clone()),
        text: html.map(|html| html.body).unwrap_or_default(),
        profiles,
        kinds: used.iter().map(|it| view.kind_view(it)).collect(),
        unused: unused.into_iter().map(|it| it.plural).collect(),
        groups: groups
            .into_iter()
            .map(|group| GroupView {
                anchor: format!("group.{}", group.group_type),
                title: capitalised(&group.title),
                groups: view.groups_of(&group.group_type).map(|entry| view.record_link(entry)).collect(),
                asked: group.asked.into_iter().map(line).collect(),
            })
            .collect(),
        asked: asked.into_iter().map(line).collect(),
        findings: own.map(|entry| view.findings(&entry.path)).unwrap_or_default(),
        source: link("blob"),
        edit: link("edit"),
    };
    let usual = || Some(words::HOW_WE_WORK_ABOUT.to_owned());
    let head =
        Head { description: own.and_then(description).or_else(usual), is_indexed: !it.is_draft, ..Head::titled(title) };
    view.fill("how-we-work.html", head, &it)
}

fn line(asked: Asked) -> Line {
    Line { what: asked.what, clause: asked.clause }
}

impl View<'_> {
    fn kind_view(&self, it: &KindSummary) -> KindView {
        let title = capitalised(&it.plural);
        let picture = self.book.shared.diagrams.get(&it.kind);
        let steps = |keep: &dyn Fn(&StepSummary) -> bool| -> Vec<StepView> {
            it.steps.iter().filter(|step| keep(step)).map(|step| self.step_view(it.kind, step)).collect()
        };
        let state = |state: &StateSummary| StateView {
            anchor: format!("{}.{}", it.kind, state.name),
            state: self.state_named(it.kind, &state.name),
            meaning: state.description.clone(),
            with: (!state.holders.is_empty()).then(|| state.holders.join(words::MORE_ELSE)),
            stalled_after: state.stalled_after_days.map(|days| words::days_counted(i64::from(days))),
            sections: state.sections.clone(),
            fields: state.fields.clone(),
            steps: steps(&|step| !step.from_any && step.from.contains(&state.name)),
        };
        KindView {
            anchor: format!("kind.{}", it.kind),
            picture: picture
                .map(|picture| picture.svg(it.kind.name(), &words::states_of(&it.plural), None))
                .unwrap_or_default(),
            title: Part::link(title, self.to(&place::index(it.kind, 1))),
            derived: it.derived,
            begins: steps(&|step| step.from.is_empty()),
            states: it.states.iter().map(state).collect(),
            from_any: steps(&|step| step.from_any),
        }
    }

    fn step_view(&self, kind: Kind, step: &StepSummary) -> StepView {
        StepView {
            to: self.state_named(kind, &step.to),
            what: capitalised(&step.label),
            by: step.by.clone(),
            needs: step.needs.iter().map(|need| phrase(need)).collect(),
            clause: step.clause.clone(),
            when: step.when.clone(),
        }
    }

    fn groups_of<'b>(&'b self, group_type: &'b str) -> impl Iterator<Item = &'b Entry> {
        self.site.of_kind(Kind::Group).filter(move |entry| {
            entry.group().and_then(|group| group.r#type.get()).is_some_and(|it| it.as_str() == group_type)
        })
    }
}
