//! A roadmap: its goals, and how far the plan is.

use crate::document::roadmap::{Goal, Progress, Roadmap};
use crate::fields::{ANY, Field, ROADMAP, Ref};

use super::*;

impl OfKind for Roadmap {
    const HEADING: &'static str = words::ROADMAP;
    const ORDER: Order = Order::ByName;
    const IN_SECTIONS: &'static [&'static str] = &["plan"];
    const COLUMNS: &'static [Column<Roadmap>] = &[
        Column::text(words::COVERS, |_, _, it| covers(it)),
        Column::number(words::GOALS, |_, _, it| number(it.progress().map_or(0, |progress| progress.total))),
        Column::number(words::DONE, |_, _, it| number(it.progress().map_or(0, |progress| progress.done))),
    ];
    const FACTS: &'static [Fact<Roadmap>] = &[(words::COVERS, |_, _, it| covers(it))];

    fn before(view: &View, _: &Entry, it: &Roadmap) -> Vec<Option<Block>> {
        vec![goals(view, it)]
    }

    fn after(view: &View, entry: &Entry, _: &Roadmap) -> Vec<Option<Block>> {
        let keys = [(Kind::Proposal, "plan"), (Kind::Pledge, "plan")];
        vec![view.related(entry, "rests", words::RESTS_ON_THIS_PLAN, &keys)]
    }
}

fn covers(roadmap: &Roadmap) -> Vec<Part> {
    vec![Part::text(words::period(roadmap.from.get().copied(), roadmap.to.get().copied()))]
}

fn goals(view: &View, roadmap: &Roadmap) -> Option<Block> {
    let block = Block::table(
        "goals",
        words::GOALS,
        roadmap.goal.items(),
        &[
            (words::GOAL, &|it| {
                let (id, text) = (it.id.get().cloned(), it.title.text().to_owned());
                vec![Part { id, ..Part::text(text) }]
            }),
            (words::OWNER, &|it| view.show(&it.owner)),
            (words::STATE, &|it| view.show(&it.state)),
            (words::BY, &|it| view.show(&it.horizon)),
            (words::MEASURE, &|it| view.show(&it.measure)),
            (words::WORK, &|it| matters(view, it)),
        ],
    )?;
    Some(Block { note: how_far(view, roadmap), ..block })
}

/// The matters of a goal, each with its state.
fn matters(view: &View, goal: &Goal) -> Vec<Part> {
    let matter = |reference: &Ref<ANY>| match view.site.find(reference) {
        Some(matter) => {
            let note = view.state(matter).map(|state| state.text);
            Part { note, ..view.record_link(matter) }
        }
        None => Part::text(reference.as_str()),
    };
    view.field(&goal.items, |items| items.iter().map(|item| matter(&item.value)).collect())
}

/// `2 of 5 goals done; 3 of 7 matters are over.`
fn how_far(view: &View, roadmap: &Roadmap) -> Option<String> {
    let progress = roadmap.progress()?;
    let items = roadmap.goal.items().iter().flat_map(|goal| goal.items.items());
    let mut matters: Vec<&Entry> = items.filter_map(|item| view.site.find(&item.value)).collect();
    matters.sort_by_key(|matter| matter.at);
    matters.dedup_by_key(|matter| matter.at);
    let over = matters.iter().filter(|matter| !view.site.is_open_matter(matter)).count();
    Some(words::goals_and_matters(&goals_done(progress), over, matters.len()))
}

fn goals_done(progress: Progress) -> String {
    words::goals_done(progress.done, progress.total)
}

impl View<'_> {
    /// A plan, with how far it is.
    pub(super) fn plan(&self, field: &Field<Ref<ROADMAP>>) -> Vec<Part> {
        self.field(field, |plan| match self.site.find(plan) {
            Some(entry) => {
                let note = entry.roadmap().and_then(|plan| plan.progress()).map(goals_done);
                vec![Part { note, ..self.record_link(entry) }]
            }
            None => vec![self.reference(plan)],
        })
    }
}
