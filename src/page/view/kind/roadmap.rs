//! A roadmap: its goals, and how far the plan is.

use crate::document::roadmap::{Goal, GoalState, Progress, Roadmap};
use crate::fields::{ANY, At, Field, ROADMAP, Ref};

use super::person::Axis;
use super::*;

impl OfKind for Roadmap {
    const HEADING: Word = words::ROADMAP;
    const ORDER: Order = Order::ByName;
    const IN_SECTIONS: &'static [&'static str] = &["plan"];
    const COLUMNS: &'static [Column<Roadmap>] = &[
        Column::text(words::COVERS, |_, _, it| covers(it)),
        Column::number(words::GOALS, |_, _, it| number(it.progress().map_or(0, |progress| progress.total))),
        Column::number(words::DONE, |_, _, it| number(it.progress().map_or(0, |progress| progress.done))),
    ];
    const FACTS: &'static [Fact<Roadmap>] = &[(words::COVERS, |_, _, it| covers(it))];

    fn before(view: &View, _: &Entry, it: &Roadmap) -> Vec<Option<Block>> {
        vec![timeline(view, it), goals(view, it)]
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

/// The goals along the years that the plan covers: each from the first step of its matters to the end that it names.
fn timeline(view: &View, roadmap: &Roadmap) -> Option<Block> {
    let (from, to) = (*roadmap.from.get()?, *roadmap.to.get()?);
    let items = |goal: &Goal| -> Vec<Date> {
        let matters = goal.items.items().iter().filter_map(|item| view.site.find(&item.value));
        matters.filter_map(|matter| matter.steps().first().map(|step| step.date)).collect()
    };
    let ends: Vec<Option<Date>> =
        roadmap.goal.items().iter().map(|goal| goal.horizon.get().and_then(|words| end_named(words))).collect();
    let last = ends.iter().flatten().map(|day| day.year()).chain([to.year()]).max()?;
    if to < from || last - from.year() > 20 {
        return None;
    }
    let axis = Axis { first: from.year(), last: last + 1 };
    let line = |(goal, end): (&At<Goal>, &Option<Date>)| {
        let begin = items(goal).into_iter().min().map_or(from, |day| day.max(Date::new(from.year(), 1, 1).unwrap_or(from)));
        let id = goal.id.get().cloned();
        given! {
            what: vec![Part { id, ..Part::text(goal.title.text()) }],
            when: view.show(&goal.horizon).into_iter().chain(view.show(&goal.state)).collect::<Vec<_>>(),
            bar: end.filter(|end| *end > begin).map(|end| [axis.share(begin), axis.length(begin, end)]),
            runs: goal.state.get() == Some(&GoalState::Active),
        }
    };
    let lines: Vec<_> = roadmap.goal.items().iter().zip(&ends).map(line).collect();
    let block = Block::of("timeline", words::TIMELINE, given! { terms: given! { lines, years: axis.years() } });
    (!roadmap.goal.items().is_empty()).then_some(block)
}

/// The last day of the time that `words` name last: `summer 2027`, `end of 2027`, `Q2 2027`; `None` where they name no year.
fn end_named(words: &str) -> Option<Date> {
    const MONTHS: [(&str, i8); 20] = [
        ("jan", 1), ("feb", 2), ("mar", 3), ("apr", 4), ("may", 5), ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9),
        ("oct", 10), ("nov", 11), ("dec", 12), ("spring", 5), ("summer", 8), ("autumn", 11), ("fall", 11), ("q1", 3),
        ("q2", 6), ("q3", 9), ("q4", 12),
    ];
    let lower = words.to_lowercase();
    let pieces: Vec<&str> = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    let is_year = |piece: &&str| piece.len() == 4 && piece.starts_with("20");
    let at = pieces.iter().rposition(|piece| is_year(piece) && piece.parse::<i16>().is_ok())?;
    let before = at.checked_sub(1).map_or("", |at| pieces[at]);
    let month = MONTHS.iter().find(|(name, _)| before.starts_with(name)).map_or(12, |(_, month)| *month);
    Date::new(pieces[at].parse().ok()?, month, 1).ok().map(|day| day.last_of_month())
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
    Some(words::goals_over(&goals_done(progress), over, matters.len()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_horizon_in_words_ends_with_the_time_that_it_names_last() {
        for (words, end) in [
            ("summer 2027", Some("2027-08-31")),
            ("end of 2027", Some("2027-12-31")),
            ("done in spring 2026; held until 2027", Some("2027-12-31")),
            ("Q2 2026", Some("2026-06-30")),
            ("February 2028", Some("2028-02-29")),
            ("2026", Some("2026-12-31")),
            ("soon", None),
            ("after 20 releases", None),
        ] {
            assert_eq!(end_named(words).map(|day| day.to_string()).as_deref(), end, "{words}");
        }
    }
}
