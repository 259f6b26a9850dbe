//! What somebody can do who wants to help: how to propose something, open roles, actions without an owner, work for
//! volunteers, bounties, comments, calls, surveys. What there is none of is said too.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::document::sow::Route;
use crate::id::Kind;
use crate::page::place;
use crate::site::{Entry, Made, Now};
use crate::text::capitalised;
use crate::words;
use crate::words::Word;
use crate::workflow::By;

use super::View;
use super::block::Block;
use super::chrome::Head;
use super::part::Part;

pub(super) fn help(view: &View) -> Result<String, Diagnostic> {
    let under_way = UnderWay::of(view);
    let actions = view.site.actions.iter().filter(|action| !action.done && action.owners.is_empty());
    let actions: Vec<_> = actions.map(|action| view.action(action, false, true)).collect();
    let blocks: Vec<Block> = [
        proposing(view),
        Some(filled_or("roles", words::SOMEBODY_IS_SOUGHT, "items", roles(view), &words::NO_OPEN_ROLE)),
        Some(filled_or("unowned", words::ACTIONS_WITHOUT_OWNER, "actions", actions, &words::NO_ACTION_WITHOUT_OWNER)),
        Some(filled_or(
            "volunteers",
            words::WORK_FOR_VOLUNTEERS,
            "items",
            volunteers(view),
            &words::NO_WORK_FOR_VOLUNTEERS,
        )),
        Some(under_way.block(view, "bounties", words::BOUNTIES_TO_CLAIM, &words::NO_BOUNTY_TO_CLAIM, |it| {
            matches!(it, Now::Claims(_))
        })),
        Some(under_way.block(view, "comments", words::OPEN_FOR_COMMENTS, &words::NOTHING_OPEN_FOR_COMMENTS, |it| {
            matches!(it, Now::Comments(_))
        })),
        Some(
            under_way.block(view, "calls", words::OPEN_CALLS, &words::NO_OPEN_CALL, |it| matches!(it, Now::Offers(_))),
        ),
        Some(
            under_way.block(view, "surveys", words::OPEN_SURVEYS, &words::NO_OPEN_SURVEY, |it| {
                matches!(it, Now::Answers(_))
            }),
        ),
    ]
    .into_iter()
    .flatten()
    .collect();
    let head = Head { description: Some(words::HELP_ABOUT.to_string()), ..Head::titled(&words::HELP_PAGE) };
    view.fill("help.html", head, &given! { blocks })
}

/// The lines, with their number; the sentence `otherwise` where there are none.
fn filled_or<T: Serialize>(id: &str, title: Word, sort: &str, lines: Vec<T>, otherwise: &str) -> Block {
    Block::counted(id, title, sort, lines).unwrap_or_else(|| Block::empty(id, title, otherwise))
}

/// What others can take part in today, each record once.
struct UnderWay<'a>(Vec<(&'a Entry, Now<'a>)>);

impl<'a> UnderWay<'a> {
    fn of(view: &View<'a>) -> UnderWay<'a> {
        let site = view.site;
        let kinds = [Kind::Sow, Kind::Proposal, Kind::Bounty, Kind::Rfp, Kind::Survey];
        let entries = kinds.into_iter().flat_map(|kind| site.of_kind(kind));
        let own = entries.filter_map(|entry| {
            let position = site.position(entry).filter(|it| it.goes_on_in.is_none())?;
            position.under_way.into_iter().find(|it| it.of.at == entry.at).map(|it| (entry, it.what))
        });
        let mut own: Vec<(&Entry, Now)> = own.collect();
        own.sort_by_key(|(entry, what)| (what.ends(), entry.at));
        UnderWay(own)
    }

    fn block(&self, view: &View, id: &str, title: Word, otherwise: &str, is_wanted: impl Fn(&Now) -> bool) -> Block {
        let wanted = self.0.iter().filter(|(_, what)| is_wanted(what));
        let lines = wanted.filter_map(|(entry, _)| view.queue_line(entry, true)).collect();
        filled_or(id, title, "queue", lines, otherwise)
    }
}

/// Who can propose something and what it takes, with the pages that say more; `None` where the site has no proposals.
fn proposing(view: &View) -> Option<Block> {
    let site = view.site;
    let workflow = site.profile.kind(Kind::Proposal)?;
    let begin = workflow.steps_from(None, site.today).next();
    let who = match begin.map(|step| &step.by) {
        None | Some(By::Anyone) => words::CAN_PROPOSE_ANYONE.to_string(),
        Some(by) => words::can_propose(capitalised(&words::of_profile(&by.title()))),
    };
    let needs = begin.into_iter().flat_map(|step| &step.needs);
    let needs = needs
        .filter(|need| need.since.is_none_or(|since| since <= site.today))
        .map(|need| words::of_profile(&need.wants()));
    let needs: Vec<String> = needs.collect();
    let mut lines = vec![vec![Part::text(who)]];
    lines.extend((!needs.is_empty()).then(|| vec![Part::text(words::it_takes(crate::text::list(needs, &words::AND)))]));
    lines.extend(pages_on_taking_part(view).map(|page| vec![view.record_link(page)]));
    // How the group works tells more of the kinds that there are.
    let is_told = view.site.of_kind(Kind::Proposal).next().is_some();
    let anchor = if is_told { format!("#kind.{}", Kind::Proposal) } else { String::new() };
    let how = format!("{}{anchor}", view.to(Made::HowWeWork.path()));
    lines.push(vec![Part::link(words::WHAT_HAPPENS_THEN, how)]);
    if site.of_kind(Kind::Proposal).next().is_some() {
        let index = view.to(&place::index(view.site, Kind::Proposal, 1));
        lines.push(vec![Part::link(words::all_of_kind(view.plural(Kind::Proposal)), index)]);
    }
    Block::listed("propose", words::PROPOSE_SOMETHING, "items", lines)
}

/// The pages at the top of the site that say by their names how to take part.
fn pages_on_taking_part<'a>(view: &View<'a>) -> impl Iterator<Item = &'a Entry> {
    const NAMES: [&str; 6] = ["take-part", "taking-part", "propose", "contribut", "participat", "get-involved"];
    let site = view.site;
    let pages = site.of_kind(Kind::Page).filter(|page| page.path.folder().is_empty());
    pages.filter(|page| NAMES.iter().any(|name| page.path.stem().contains(name)))
}

/// Roles that fewer people have than are asked for, and duties that nobody has.
fn roles(view: &View) -> Vec<Vec<Part>> {
    let of_group = |group: &Entry| {
        let vacancies =
            group.group().map_or_else(Vec::new, |it| view.site.vacancies(it)).into_iter().map(|(rule, there)| {
                let wanted = rule.min.unwrap_or_default();
                let note = (there > 0).then(|| words::there_of(there, wanted));
                (capitalised(&rule.role), note)
            });
        let duties = view.site.duties(group).into_iter().filter(|duty| duty.is_vacant());
        let duties = duties.map(|duty| (capitalised(duty.area), Some(words::A_DUTY.to_string())));
        let roles: Vec<(String, Option<String>)> = vacancies.chain(duties).collect();
        roles.into_iter().map(|(role, note)| vec![Part::noted(role, note), view.record_link(group)]).collect::<Vec<_>>()
    };
    view.site.of_kind(Kind::Group).flat_map(of_group).collect()
}

/// Statements of work that volunteers carry out, with the pieces that nobody has.
fn volunteers(view: &View) -> Vec<Vec<Part>> {
    let of_sow = |entry: &Entry| {
        let sow = entry.sow().filter(|sow| sow.route.get() == Some(&Route::Volunteer) && !view.site.is_over(entry))?;
        let items = sow.work_item.items();
        let free: Vec<&str> =
            items.iter().filter(|it| !it.done.is_true() && it.owner.is_missing()).map(|it| it.title.text()).collect();
        let is_free = sow.assignees.items().is_empty();
        let note = match (free.is_empty(), is_free) {
            (true, false) => return None,
            (true, true) => words::NOBODY_IS_ASSIGNED.to_string(),
            (false, _) => words::nobody_has_yet(free.join("; ")),
        };
        Some(vec![Part { note: Some(note), ..view.record_link(entry) }])
    };
    view.site.of_kind(Kind::Sow).filter_map(of_sow).collect()
}
