//! What the group is held to, in plain words: when each promise was last broken, and which ones no program can check.

use serde::Serialize;

use crate::check::{self, Held};
use crate::diagnostic::Diagnostic;
use crate::words;

use super::View;
use super::chrome::Head;
use super::clauses::promise;

pub(super) fn promises(view: &View) -> Result<String, Diagnostic> {
    let held = check::clauses(view.site, &view.context.report);
    let (of_people, mut checked): (Vec<&Held>, Vec<&Held>) = held.iter().partition(|held| held.clause.rules.is_empty());
    // What is broken today first, then what was broken, the latest first; then the promises that were kept.
    let last = |held: &&Held| held.violations.first().map(|latest| std::cmp::Reverse(latest.date));
    checked.sort_by_key(|held| (held.violations.is_empty(), last(held)));
    let is_broken_today = |held: &&&Held| held.violations.iter().any(|it| it.date == view.site.today);
    let broken_today = checked.iter().filter(is_broken_today).count();
    let broken_ever = checked.iter().filter(|held| !held.violations.is_empty()).count();
    let it = given! {
        count: held.len(),
        summary: words::promises_kept(checked.len(), broken_today, broken_ever - broken_today, of_people.len()),
        checked: rows(view, &checked),
        of_people: rows(view, &of_people),
        today: view.day(view.site.today),
    };
    let head = Head { description: Some(words::PROMISES_ABOUT.to_string()), ..Head::titled(&words::PROMISES) };
    view.fill("promises.html", head, &it)
}

fn rows<'a>(view: &'a View, held: &[&'a Held]) -> Vec<impl Serialize + use<'a>> {
    held.iter().map(|held| promise(view, held)).collect()
}
