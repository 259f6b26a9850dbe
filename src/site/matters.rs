//! One thread for each matter: a proposal, the statements of work that answer it, their calls and bounties, the decisions
//! about them and the contracts that cover them.
//!
//! It follows from the links that the records have anyway. Decisions and contracts may be about several matters.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::document::decision::DecisionKind;
use crate::document::group::GroupType;
use crate::document::sow::Route;
use crate::fields::ACTOR;
use crate::id::Kind;
use crate::text::Date;
use crate::workflow::Phase;

use super::{Entry, Site};

/// Records about one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter {
    /// The record in which the matter is now, by its place in the site.
    pub lead: usize,
    /// Proposals, statements of work, bounties and requests for proposal, in this order, each kind in the order of the paths.
    pub records: Vec<usize>,
    /// The decisions about any of them, in the order of the paths.
    pub decisions: Vec<usize>,
    /// The contractors whose contracts cover any of them, in the order of the paths.
    pub contractors: Vec<usize>,
}

/// The kinds of which a matter consists, in the order in which it passes them.
pub const KINDS: [Kind; 4] = [Kind::Proposal, Kind::Sow, Kind::Bounty, Kind::Rfp];

/// The keys by which they say that they belong together.
const LINKS: [&str; 4] = ["proposals", "rfp", "bounty", "sow"];

/// Every matter, in the order of its first record.
pub(super) fn matters(site: &Site) -> Vec<Matter> {
    let own: Vec<usize> = KINDS.iter().flat_map(|kind| site.of_kind(*kind)).map(|entry| entry.at).collect();
    let mut first: HashMap<usize, usize> = own.iter().map(|at| (*at, *at)).collect();
    for at in &own {
        for to in LINKS.iter().flat_map(|key| site.entries[*at].edges.by(key)).map(|edge| edge.to) {
            if first.contains_key(&to) {
                let (one, other) = (root(&mut first, *at), root(&mut first, to));
                first.insert(one.max(other), one.min(other));
            }
        }
    }
    let mut by_root: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in &own {
        let root = root(&mut first, *at);
        by_root.entry(root).or_default().push(*at);
    }
    by_root.into_values().map(|records| matter(site, records)).collect()
}

/// The numbers of the matters that each record bears on.
pub(super) fn by_record(matters: &[Matter]) -> HashMap<usize, Vec<usize>> {
    let mut by_record: HashMap<usize, Vec<usize>> = HashMap::new();
    for (number, it) in matters.iter().enumerate() {
        for at in it.records.iter().chain(&it.decisions).chain(&it.contractors) {
            by_record.entry(*at).or_default().push(number);
        }
    }
    by_record
}

/// The record by which all that belong together are known.
fn root(first: &mut HashMap<usize, usize>, mut at: usize) -> usize {
    while first[&at] != at {
        let above = first[&first[&at]];
        first.insert(at, above);
        at = above;
    }
    at
}

fn matter(site: &Site, records: Vec<usize>) -> Matter {
    let entries: Vec<&Entry> = records.iter().map(|at| &site.entries[*at]).collect();
    let (decisions, contractors) = borne_on(site, &entries);
    let at = |entries: Vec<&Entry>| entries.into_iter().map(|entry| entry.at).collect();
    Matter { lead: lead(site, &entries).at, records, decisions: at(decisions), contractors: at(contractors) }
}

/// The decisions about any of `records` and the contractors whose contracts cover any of them, each once, in the order of the
/// paths.
fn borne_on<'a>(site: &'a Site, records: &[&'a Entry]) -> (Vec<&'a Entry>, Vec<&'a Entry>) {
    let about = |entry| site.referring(entry, Kind::Decision, "about").chain(site.targets(entry, "event.decision"));
    let decisions: BTreeSet<usize> = records.iter().flat_map(|entry| about(entry)).map(|it| it.at).collect();
    let sows = records.iter().filter(|entry| entry.kind() == Kind::Sow);
    let covering = sows.flat_map(|sow| site.referring(sow, Kind::Contractor, "contract.sows"));
    let contractors: BTreeSet<usize> = covering.map(|it| it.at).collect();
    let entries = |places: BTreeSet<usize>| places.into_iter().map(|at| &site.entries[at]).collect();
    (entries(decisions), entries(contractors))
}

/// How far a matter has come in a record of `kind`: calls and bounties are two ways of one step.
fn place_of(kind: Kind) -> usize {
    KINDS.iter().position(|it| *it == kind).unwrap_or(KINDS.len()).min(2)
}

/// The record in which a matter is now: a statement of work that is not over, else another record that is not, else a
/// statement of work that came to a good end, else the last of what there is.
fn lead<'a>(site: &Site, records: &[&'a Entry]) -> &'a Entry {
    let order = [Kind::Sow, Kind::Proposal, Kind::Rfp, Kind::Bounty];
    let of_kind = |kind: Kind| records.iter().copied().filter(move |entry| entry.kind() == kind);
    let is_here = |entry: &&Entry| !site.is_over(entry) && site.goes_on_in(entry).is_none();
    let open = order.iter().find_map(|kind| of_kind(*kind).find(is_here));
    let done = || order.iter().find_map(|kind| of_kind(*kind).rfind(|entry| !entry.has_ended()));
    let last = || order.iter().find_map(|kind| of_kind(*kind).next_back());
    open.or_else(done).or_else(last).expect("a matter has at least one record")
}

/// The kinds of records that wait for somebody.
pub const WAITING: [Kind; 6] = [Kind::Sow, Kind::Rfp, Kind::Bounty, Kind::Proposal, Kind::Decision, Kind::Pledge];

/// What waits for whom: for each group, person and organization the records that it has, or that say that they are blocked
/// by it, those that wait longest first.
pub(super) fn queues(site: &Site) -> Queues {
    let mut queues = Queues::default();
    let mut waiting: Vec<&Entry> = WAITING.iter().flat_map(|kind| site.of_kind(*kind)).collect();
    waiting.retain(|entry| site.is_open_matter(entry) && site.goes_on_in(entry).is_none());
    waiting.sort_by_key(|entry| (entry.status.as_ref().and_then(|status| status.since).unwrap_or(Date::MAX), entry.at));
    for entry in waiting {
        let holders = site.holder(entry).map_or_else(Vec::new, |(_, whom)| whom);
        let blocked_by = entry.blocked().and_then(|blocked| site.resolve(blocked.on.text(), ACTOR).entry());
        let mut whom: Vec<usize> = holders.into_iter().chain(blocked_by).map(|whom| whom.at).collect();
        whom.sort_unstable();
        whom.dedup();
        let coming = site.goes_next_to(entry).filter(|next| !whom.contains(&next.at));
        queues.coming.extend(coming.map(|next| (next.at, entry.at)));
        for at in whom {
            queues.waiting.entry(at).or_default().push(entry.at);
        }
    }
    queues
}

/// What waits for whom, and what will next.
#[derive(Debug, Clone, Default)]
pub(super) struct Queues {
    /// By the place of a group, a person or an organization.
    waiting: HashMap<usize, Vec<usize>>,
    /// The place of a group, and that of a record that comes to it with its next step.
    coming: Vec<(usize, usize)>,
}

impl Site {
    /// Whether there is anything of which a matter consists.
    pub fn has_matters(&self) -> bool {
        KINDS.iter().any(|kind| self.of_kind(*kind).next().is_some())
    }

    /// What waits for `whom`, a group, a person or an organization: the records that it has in their state, and those that say
    /// that they are blocked by it. Those that wait longest first.
    pub fn queue(&self, whom: &Entry) -> impl ExactSizeIterator<Item = &Entry> {
        self.queues.waiting.get(&whom.at).map_or(&[][..], Vec::as_slice).iter().map(|at| &self.entries[*at])
    }

    /// What comes to `group` with its next step, and is with somebody else as yet. Those that wait longest first.
    pub fn coming_to(&self, group: &Entry) -> impl Iterator<Item = &Entry> {
        self.queues.coming.iter().filter(|(to, _)| *to == group.at).map(|(_, at)| &self.entries[*at])
    }

    /// The group that has `entry` after its next step, where that is known: whoever holds the state that it enters; the board
    /// for a decision of another group to spend money.
    fn goes_next_to<'a>(&'a self, entry: &'a Entry) -> Option<&'a Entry> {
        if let Some(decision) = entry.decision() {
            let is_on_money = matches!(decision.kind.get(), Some(DecisionKind::Expenditure | DecisionKind::Award));
            let board = self.only_group_of_type(GroupType::Board.as_str()).filter(|_| is_on_money)?;
            return (self.target(entry, "group").map(|group| group.at) != Some(board.at)).then_some(board);
        }
        // Whoever works for nothing needs no money.
        if entry.sow().is_some_and(|sow| sow.route.get() == Some(&Route::Volunteer)) {
            return None;
        }
        let (workflow, here) = self.state(entry)?;
        let place = |name: &str| workflow.states.iter().position(|row| row.name == name);
        let mut steps = workflow.steps_from(Some(&here.name), self.today);
        let next = steps.find(|step| place(&step.to) > place(&here.name)).and_then(|step| workflow.state(&step.to))?;
        let whom = next.holders.iter().map(|party| self.party(party, entry, self.today)).find(|whom| !whom.is_empty());
        whom?.into_iter().next().filter(|whom| whom.kind() == Kind::Group && next.phase != Phase::Ended)
    }

    /// The matter that `entry` is a part of: a proposal, a statement of work, a request for proposal or a bounty. `None` for
    /// other kinds.
    pub fn matter(&self, entry: &Entry) -> Option<&Matter> {
        self.matters_of(entry).next().filter(|_| KINDS.contains(&entry.kind()))
    }

    /// Of the matter of `entry` those records that lead to it and follow from it, with the decisions about them and the
    /// contractors whose contracts cover them, in the order of [`Matter`]. Not what else answers the same proposal: that goes its
    /// own way. At least `entry` itself; empty for kinds of which no matter consists.
    pub fn line_of<'a>(&'a self, entry: &'a Entry) -> Vec<&'a Entry> {
        if !KINDS.contains(&entry.kind()) {
            return Vec::new();
        }
        let mut records = BTreeSet::from([entry.at]);
        for onward in [Ordering::Less, Ordering::Greater] {
            let mut next = vec![entry];
            while let Some(from) = next.pop() {
                let tied = self.tied(from, |kind| place_of(kind).cmp(&place_of(from.kind())) == onward);
                next.extend(tied.filter(|to| records.insert(to.at)));
            }
        }
        let mut records: Vec<&Entry> = records.iter().map(|at| &self.entries[*at]).collect();
        records.sort_by_key(|it| (KINDS.iter().position(|kind| *kind == it.kind()), it.at));
        let (decisions, contractors) = borne_on(self, &records);
        records.into_iter().chain(decisions).chain(contractors).collect()
    }

    /// The records of its matter that `entry` names or that name it, of the kinds that are asked for.
    fn tied<'a>(&'a self, entry: &'a Entry, is_asked: impl Fn(Kind) -> bool) -> impl Iterator<Item = &'a Entry> {
        let named = LINKS.iter().flat_map(|key| self.targets(entry, key));
        let naming = entry.backlinks.iter().filter(|link| link.via.is_one_of(&LINKS));
        let all = named.chain(naming.map(|link| &self.entries[link.from]));
        all.filter(move |it| KINDS.contains(&it.kind()) && is_asked(it.kind()))
    }

    /// The matters that `entry` bears on: its own; those that a decision is about, or that rest on it; those that a
    /// contractor has contracts for. Each once, in the order of the site; empty for other kinds.
    pub fn matters_of(&self, entry: &Entry) -> impl Iterator<Item = &Matter> {
        self.matters_of.get(&entry.at).map_or(&[][..], Vec::as_slice).iter().map(|number| &self.matters[*number])
    }
}
