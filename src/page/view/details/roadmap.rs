//! Goals of a roadmap, and how far the plan is.

use crate::document::roadmap::{Goal, Roadmap};
use crate::fields::{Field, ROADMAP, Ref};
use crate::site::Entry;
use crate::text::count;

use super::super::View;
use super::super::part::Part;
use super::Block;

impl View<'_> {
    pub(super) fn goals(&self, roadmap: &Roadmap) -> Option<Block> {
        let goals = roadmap.goal.items().iter();
        let rows = goals
            .map(|goal| {
                let title = Part { id: goal.id.get().cloned(), ..Part::text(goal.title.text()) };
                vec![
                    vec![title],
                    self.one(&goal.owner),
                    self.word(&goal.state, |state| state.as_str()),
                    self.words(&goal.horizon),
                    self.words(&goal.measure),
                    self.matters(goal),
                ]
            })
            .collect();
        let block = Block::table("goals", "Goals", &["Goal", "Owner", "State", "By", "Measure", "Matters"], rows)?;
        Some(Block { note: self.how_far(roadmap), ..block })
    }

    /// The matters of a goal, each with where it stands.
    fn matters(&self, goal: &Goal) -> Vec<Part> {
        let matter = |reference: &Ref<{ crate::fields::ANY }>| Part {
            note: self.site.find(reference).and_then(|matter| Some(self.state(matter)?.text)),
            ..self.reference(reference)
        };
        self.field(&goal.items, |items| items.iter().map(|item| matter(&item.value)).collect())
    }

    /// `2 of 5 goals done; 3 of 7 matters are over.`
    fn how_far(&self, roadmap: &Roadmap) -> Option<String> {
        let progress = roadmap.progress()?;
        let items = roadmap.goal.items().iter().flat_map(|goal| goal.items.items());
        let mut matters: Vec<&Entry> = items.filter_map(|item| self.site.find(&item.value)).collect();
        matters.sort_by_key(|matter| matter.at);
        matters.dedup_by_key(|matter| matter.at);
        let over = matters.iter().filter(|matter| !self.site.is_open_matter(matter)).count();
        let of_matters = match matters.len() {
            0 => String::new(),
            all => format!("; {over} of {} settled", count(all, "matter", "matters")),
        };
        Some(format!("{}{of_matters}.", progress.said()))
    }

    /// A plan, with how far it is.
    pub fn plan(&self, field: &Field<Ref<ROADMAP>>) -> Vec<Part> {
        self.field(field, |plan| {
            let progress = self.site.find(plan).and_then(|plan| plan.roadmap()?.progress());
            match progress {
                Some(progress) => vec![Part { note: Some(progress.said()), ..self.reference(plan) }],
                None => vec![self.reference(plan)],
            }
        })
    }
}
