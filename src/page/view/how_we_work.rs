//! How the group works, from its profile: the states of what it keeps record of, the steps and who takes them, what is asked
//! of whom. What the author wrote on it comes first.

use serde::Serialize;

use crate::config::SourceLink;
use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::page::{place, prose};
use crate::site::{Entry, Made};
use crate::text::{capitalised, plain};
use crate::words;
use crate::workflow::describe::{Asked, KindSummary, StateSummary, StepSummary, Summary, summary};

use super::View;
use super::chrome::Head;
use super::part::Part;
use super::record::description;

pub(super) fn how_we_work(view: &View) -> Result<String, Diagnostic> {
    let site = view.site;
    let Summary { profiles, kinds, asked, groups, levels: _, clauses: _ } = summary(&site.profile);
    let (used, unused): (Vec<KindSummary>, Vec<KindSummary>) =
        kinds.into_iter().partition(|it| site.of_kind(it.kind).next().is_some());
    let own = site.written_for(Made::HowWeWork);
    let html = own.map(|entry| prose::prose(view, entry));
    let title = own.map_or(words::HOW_WE_WORK.text(), |entry| &*entry.title);
    let link = |what: SourceLink| own.and_then(|entry| site.config.source_link(what, &entry.path));
    let it = given! {
        title: title.to_owned(),
        lede: own.and_then(|entry| entry.common.summary.get().cloned()),
        is_draft: own.is_some_and(|entry| entry.is_draft()),
        title_anchor: html.as_ref().and_then(|html| html.title_anchor.clone()),
        // What the author wrote, as HTML.
        text: html.map(|html| html.body).unwrap_or_default(),
        profiles,
        kinds: used.iter().map(|it| view.kind_view(it)).collect::<Vec<_>>(),
        unused: unused.into_iter().map(|it| words::of_profile(&it.plural)).collect::<Vec<_>>(),
        groups: groups
            .into_iter()
            .map(|group| given! {
                anchor: format!("group.{}", group.group_type),
                title: capitalised(&words::of_profile(&group.title)),
                groups: view.groups_of(&group.group_type).map(|entry| view.record_link(entry)).collect::<Vec<_>>(),
                asked: group.asked.into_iter().map(|it| view.line(it)).collect::<Vec<_>>(),
            })
            .collect::<Vec<_>>(),
        asked: asked.into_iter().map(|it| view.line(it)).collect::<Vec<_>>(),
        source: link(SourceLink::Source),
        edit: link(SourceLink::Edit),
    };
    let usual = || Some(words::HOW_WE_WORK_ABOUT.to_string());
    let head = Head {
        description: own.and_then(description).or_else(usual),
        is_indexed: !it.is_draft,
        record: own.map(|entry| entry.at),
        ..Head::titled(title)
    };
    view.fill("how-we-work.html", head, &it)
}

impl View<'_> {
    fn line(&self, asked: Asked) -> impl Serialize + use<> {
        given! { what: words::of_profile(&asked.what), clause: asked.clause.map(|clause| self.cited(clause)) }
    }

    /// A clause as it is cited, with what it says in the language of the interface. Its source is the name of a text.
    fn cited(&self, clause: String) -> String {
        let known = self.site.profile.clauses.iter().find(|it| !it.says.is_empty() && it.cited() == clause);
        known.map_or(clause, |it| format!("{}: {}", it.source, words::of_profile(&it.says)))
    }

    fn kind_view(&self, it: &KindSummary) -> impl Serialize {
        let title = capitalised(&words::of_profile(&it.plural));
        let picture = self.context.shared.diagrams.get(&it.kind);
        let steps = |keep: &dyn Fn(&StepSummary) -> bool| {
            let steps = it.steps.iter().filter(|step| keep(step));
            steps.map(|step| self.step_view(it.kind, step)).collect::<Vec<_>>()
        };
        let state = |state: &StateSummary| {
            given! {
                anchor: format!("{}.{}", it.kind, state.name),
                state: self.state_named(it.kind, &state.name),
                meaning: words::of_profile(&state.description),
                // `the owner, else the working group`.
                with: (!state.holders.is_empty()).then(|| state.holders.iter().map(|it| words::of_profile(it)).collect::<Vec<_>>().join(&words::MORE_ELSE)),
                // `60 days`.
                stalled_after: state.stalled_after_days.map(|days| words::days(i64::from(days))),
                sections: state.sections.iter().map(|title| words::quoted(title.as_str())).collect::<Vec<_>>(),
                fields: state.fields.iter().map(|field| words::label_in_a_sentence(field)).collect::<Vec<_>>(),
                steps: steps(&|step| !step.from_any && step.from.contains(&state.name)),
            }
        };
        given! {
            anchor: format!("kind.{}", it.kind),
            // SVG that is safe to show as it is.
            picture: picture
                .map(|picture| picture.svg(it.kind.name(), &words::states_of(words::of_profile(&it.plural)), None))
                .unwrap_or_default(),
            title: Part::link(title, self.to(&place::index(self.site, it.kind, 1))),
            derived: it.derived,
            begins: steps(&|step| step.from.is_empty()),
            states: it.states.iter().map(state).collect::<Vec<_>>(),
            from_any: steps(&|step| step.from_any),
        }
    }

    fn step_view(&self, kind: Kind, step: &StepSummary) -> impl Serialize {
        given! {
            to: self.state_named(kind, &step.to),
            what: capitalised(&words::of_profile(&step.label)),
            by: words::of_profile(&step.by),
            needs: step.needs.iter().map(|need| plain(&words::of_profile(need))).collect::<Vec<_>>(),
            clause: step.clause.clone().map(|clause| self.cited(clause)),
            when: step.when.as_deref().map(words::of_profile),
        }
    }

    fn groups_of<'b>(&'b self, group_type: &'b str) -> impl Iterator<Item = &'b Entry> {
        self.site.of_kind(Kind::Group).filter(move |entry| {
            entry.group().and_then(|group| group.r#type.get()).is_some_and(|it| it.as_str() == group_type)
        })
    }
}
