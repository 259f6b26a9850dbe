//! What was agreed on, or is on record for others to rely on, and is another thing now.

use std::collections::BTreeSet;

use crate::change::ValueChange;
use crate::check::prelude::*;
use crate::fields::{ACTOR, Objective, PERSON};
use crate::site::lists_participants;

/// From when on something is fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fixed {
    /// When the record is approved, until it ends or goes back to be written again.
    Approved,
    /// From the day on which others can answer it, until it is done.
    Public,
    /// While somebody works on it, in a change that takes no step.
    Running,
    /// As soon as it is stated.
    Stated,
    /// When the minutes are published, or the meeting is two weeks past.
    Minuted,
}

/// The legal way to say something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// A decision of the body that approved it.
    Amendment,
    /// A word in the record that it was wrong.
    Correction,
    /// Another table beside the one that ends.
    NextTable(&'static str),
}

/// Something that is not rewritten by whoever likes.
struct Term {
    kind: Kind,
    /// Keys of the front matter.
    keys: &'static [&'static str],
    /// Keys below those that say how far it came.
    free: &'static [&'static str],
    /// Titles of sections.
    sections: &'static [&'static str],
    fixed: Fixed,
    level: Level,
    way: Way,
    /// As messages call it.
    what: &'static str,
}

const fn term(kind: Kind, what: &'static str, fixed: Fixed, way: Way) -> Term {
    Term { kind, keys: &[], free: &[], sections: &[], fixed, level: Level::Error, way, what }
}

const DUTY: Way = Way::NextTable(
    "write it again as it was, with its last day in `until`, and add a `[[duty]]` for who has it from then on",
);

const TERM: Way = Way::NextTable(
    "write it again as it was; a contract that goes on gets a `[[contract.event]]` with `to = \"renewed\"`, `date`, `until` and \
     the `decision`, one that ends sooner `to = \"ended\"`",
);

const CALL: Way = Way::NextTable(
    "write it again as it was; whoever makes an offer goes by it, so to ask for something else end this call with an \
     `[[event]]`, and publish another one",
);

const PROMISE: Way = Way::NextTable(
    "write it again as it was; what is promised beside it is a pledge of its own, and what does not come is said by an `[[event]]`",
);

const CLAIM: Way = Way::NextTable(
    "write it again as it was; a claim is given back by an `[[event]]`, and whoever claims it next adds one of their own",
);

const MEMBER: Way = Way::NextTable(
    "write it again as it was; whoever leaves gets the last day in `to`, and whoever is chosen again a `[[member]]` of its own",
);

/// All of them. The first one that fits is the one that a finding names.
const TERMS: [Term; 21] = [
    Term {
        keys: &["acceptance"],
        free: &["acceptance.met", "acceptance.evidence"],
        sections: &["Acceptance criteria", "Acceptance"],
        ..term(Kind::Sow, "acceptance criteria", Fixed::Approved, Way::Amendment)
    },
    Term {
        sections: &["Requirements", "Functional requirements", "Non-functional requirements", "Required skills"],
        ..term(Kind::Sow, "requirements", Fixed::Approved, Way::Amendment)
    },
    Term {
        keys: &["work_item"],
        free: &["work_item.done", "work_item.owner", "work_item.estimate"],
        sections: &["Work items", "Deliverables"],
        ..term(Kind::Sow, "work items", Fixed::Approved, Way::Amendment)
    },
    Term {
        keys: &["milestone.accepted", "milestone.paid"],
        ..term(Kind::Sow, "days on which milestones were accepted and paid", Fixed::Stated, Way::Correction)
    },
    Term {
        keys: &["milestone"],
        free: &["milestone.accepted", "milestone.paid", "milestone.link"],
        ..term(Kind::Sow, "milestones", Fixed::Approved, Way::Amendment)
    },
    Term { keys: &["route"], ..term(Kind::Sow, "`route`", Fixed::Approved, Way::Amendment) },
    Term {
        keys: &["slo"],
        free: &["slo.result", "slo.source"],
        sections: &["Service level objectives"],
        ..term(Kind::Sow, "service levels", Fixed::Approved, Way::Amendment)
    },
    Term { keys: &["slo.result"], ..term(Kind::Sow, "results of a service level", Fixed::Stated, Way::Correction) },
    Term { keys: &["slo.result"], ..term(Kind::Service, "results of a service level", Fixed::Stated, Way::Correction) },
    Term {
        keys: &["slo"],
        free: &["slo.source", "slo.agreed_by"],
        ..term(Kind::Service, "service levels", Fixed::Stated, Way::Amendment)
    },
    Term { keys: &["contract.ends"], ..term(Kind::Contractor, "contract terms", Fixed::Stated, TERM) },
    Term {
        keys: &["contract"],
        free: &["contract.exit_tested"],
        ..term(Kind::Contractor, "contract terms", Fixed::Stated, Way::Amendment)
    },
    Term {
        keys: &["duty"],
        free: &["duty.contact", "duty.authority", "duty.deputies", "duty.not_applicable", "duty.until"],
        ..term(Kind::Group, "duties", Fixed::Stated, DUTY)
    },
    Term {
        keys: &["member"],
        free: &["member.hours_per_week", "member.nominated_by", "member.confirmed_by"],
        ..term(Kind::Group, "members", Fixed::Stated, MEMBER)
    },
    Term {
        keys: &["present", "regrets", "guests", "held", "cancelled"],
        ..term(Kind::Meeting, "attendance", Fixed::Minuted, Way::Correction)
    },
    Term {
        keys: &["agenda", "decisions"],
        free: &["agenda.link", "agenda.about"],
        ..term(Kind::Meeting, "outcomes", Fixed::Minuted, Way::Correction)
    },
    Term {
        keys: &["award_criteria", "prices_public_after_days", "open", "sow"],
        sections: &["Contract conditions"],
        ..term(Kind::Rfp, "conditions", Fixed::Public, CALL)
    },
    Term { keys: &["offer.received"], ..term(Kind::Rfp, "days of its offers", Fixed::Public, Way::Correction) },
    Term { keys: &["amount", "sow"], ..term(Kind::Bounty, "reward and work", Fixed::Public, Way::Amendment) },
    Term { keys: &["claimant"], ..term(Kind::Bounty, "claimant", Fixed::Running, CLAIM) },
    Term { keys: &["amount", "hours_per_month", "donor"], ..term(Kind::Pledge, "promise", Fixed::Approved, PROMISE) },
];

pub(crate) const FIND: Find = each!(pair, find);

fn find(facts: &Facts, change: &Change, pair: &Pair) -> Vec<Diagnostic> {
    let terms = TERMS.iter().filter(|term| term.kind == pair.after.kind() && is_fixed(change, pair, term.fixed));
    let mut seen = BTreeSet::new();
    let altered = terms.filter_map(|term| Some((term, altered_at(facts, pair, term)?)));
    // What a term with a narrower key says is not said again by one with a wider key.
    let altered: Vec<(&Term, Altered)> =
        altered.filter(|(_, it)| it.value.is_none_or(|value| seen.insert(value.key.clone()))).collect();
    let terms = altered.into_iter().filter(|(term, it)| !is_accounted_for(change, pair, term, it));
    let found = terms.map(|(term, altered)| finding(facts, change, pair, term, &altered));
    found.chain(actions_gone(facts, change, pair)).chain(taken_over(facts, pair)).collect()
}

/// Work that goes on in other hands, where no event says who takes it over from whom. Who joins takes nothing from anybody.
fn taken_over(facts: &Facts, pair: &Pair) -> Option<Diagnostic> {
    is_running(pair).then_some(())?;
    let (before, after) = (&pair.before.sow()?.assignees, &pair.after.sow()?.assignees);
    let change = facts.change()?;
    // Who has another name now is the same.
    let named = |id: Option<RecordId>, text: &str| id.map_or(text.to_owned(), |it| it.to_string());
    let was = before.items().iter().map(|it| it.value.as_str()).map(|it| named(change.called_before(it, ACTOR), it));
    let is = after.items().iter().map(|it| it.value.as_str()).map(|it| named(change.called_after(it, ACTOR), it));
    let (was, is): (BTreeSet<String>, BTreeSet<String>) = (was.collect(), is.collect());
    let (gone, new) = (was.difference(&is).next()?, is.difference(&was).next()?);
    let message = format!(
        "{} was `{}` already, and the change gives it from `{gone}` to `{new}`",
        name(pair.after),
        state_of(pair.before)
    );
    let help = format!(
        "say who takes it over from whom: add `[[event]]` with `to = \"{}\"`, `date`, `by` and `note`",
        state_of(pair.after)
    );
    Some(facts.at(pair.after, after.span(), message).about("assignees").help(help))
}

/// Whether somebody works on it, before and after the change, and the change takes no step.
fn is_running(pair: &Pair) -> bool {
    let is_running = |entry: &Entry| entry.is_between(Means::UnderWay, Means::Done);
    is_running(pair.before) && is_running(pair.after) && pair.steps.added.is_empty()
}

fn is_fixed(change: &Change, pair: &Pair, fixed: Fixed) -> bool {
    let (before, after) = (pair.before, pair.after);
    match fixed {
        Fixed::Stated => true,
        Fixed::Approved => {
            let is_agreed = |entry: &Entry| entry.is_between(Means::Approved, Means::Trial);
            let is_ended = after.means().is_some_and(|means| means >= Means::Done);
            // What is over has a rule of its own, and what goes back is written again.
            is_agreed(before) && !change.base.is_over(before) && (is_agreed(after) || is_ended)
        }
        Fixed::Public => {
            let is_out = |entry: &Entry| entry.is_between(Means::Open, Means::Done);
            !change.base.is_over(before) && is_out(before) && is_out(after)
        }
        Fixed::Running => is_running(pair),
        Fixed::Minuted => {
            let is_published = before.meeting().is_some_and(|it| it.published.get().is_some());
            let age = before.id.date().map_or(0, |date| days_between(date, change.head.today));
            change.base.took_place(before) && (is_published || age > 14)
        }
    }
}

/// Something of a term that is another thing now.
struct Altered<'p> {
    /// `None` for a passage of the text.
    value: Option<&'p ValueChange>,
    span: Option<Span>,
}

impl Altered<'_> {
    /// As the end of a message: `: `to` of `ada` from `2026-12-31` to `2027-12-31``; empty for a passage.
    fn in_words(&self) -> String {
        let Some(value) = self.value else { return String::new() };
        let key = value.key.split_once('.').map_or("", |(_, key)| key);
        let item = value.item.as_ref().map(|item| format!("`{item}`"));
        let what = match (&item, key) {
            (Some(item), "") => item.clone(),
            (Some(item), key) => format!("`{key}` of {item}"),
            (None, "") => return String::new(),
            (None, key) => format!("`{key}`"),
        };
        match (&value.was, &value.is) {
            _ if value.is_removal => format!(": {what} is gone"),
            _ if value.is_addition => format!(": {what} is new"),
            (Some(was), Some(is)) => format!(": {what} from `{}` to `{}`", shortened(was), shortened(is)),
            _ => format!(": {what}"),
        }
    }
}

/// The first thing of the term that is another one now; `None` when all of it says what it said.
fn altered_at<'p>(facts: &Facts, pair: &'p Pair, term: &Term) -> Option<Altered<'p>> {
    let is_it = |it: &&ValueChange| {
        let is_another = !it.is_filling && !it.is_link && !it.is_slip && !is_harmless(facts, it);
        is_another && it.is_under(term.keys.iter().copied()) && !it.is_under(term.free.iter().copied())
    };
    if let Some(value) = pair.values.iter().find(is_it) {
        return Some(Altered { value: Some(value), span: value.after });
    }
    if let Some(altered) = attendance_at(facts, pair).filter(|_| term.keys.contains(&"present")) {
        return Some(altered);
    }
    let is_in = |entry: &Entry, span: Span| {
        let sections = entry.outline.headings.iter().zip(&entry.outline.sections);
        let mut own = sections.filter(|(heading, _)| term.sections.iter().any(|it| same_title(it, &heading.title)));
        own.any(|(heading, section)| section.span.holds(span) || heading.span.holds(span))
    };
    let is_of_term = |before: Span, after: Span| is_in(pair.before, before) || is_in(pair.after, after);
    let passage = pair.substantial().find(|passage| is_of_term(passage.before, passage.after))?;
    Some(Altered { value: None, span: Some(passage.first_line(&pair.after.text)) })
}

/// Where others were present than before, when the text lists them on one of the two sides; values alone are compared as such.
fn attendance_at<'p>(facts: &Facts, pair: &Pair) -> Option<Altered<'p>> {
    let change = facts.change()?;
    let (was, is) = (present(change.base, pair.before), present(facts.site, pair.after));
    let is_in_text =
        !change.base.participants(pair.before).is_empty() || !facts.site.participants(pair.after).is_empty();
    if !is_in_text || was.is_empty() || was == is {
        return None;
    }
    let listed = facts.site.participants(pair.after).into_iter().map(|(_, span)| span).next();
    let heading = pair.after.outline.headings.iter().find(|it| lists_participants(it)).map(|it| it.span);
    let stated = pair.after.meeting().and_then(|it| it.present.span());
    Some(Altered { value: None, span: heading.or(stated).or(listed) })
}

/// Who was present, by the front matter or by the text: people that the directory knows by their ids, others as written.
fn present(site: &Site, entry: &Entry) -> BTreeSet<String> {
    let stated = entry.meeting().map_or(&[][..], |it| it.present.items()).iter().map(|it| it.value.0.clone());
    let listed = site.participants(entry).into_iter().map(|(name, _)| name);
    let known = |name: String| site.resolve(&name, PERSON).entry().map(|entry| entry.id.canonical().to_string());
    stated.chain(listed).map(|name| known(name.clone()).unwrap_or_else(|| name.to_lowercase())).collect()
}

/// What takes nothing away from anybody: an item beside those that are there, a service level that promises more, a term that
/// ends sooner than was planned, from now on.
fn is_harmless(facts: &Facts, it: &ValueChange) -> bool {
    let adds = [
        "slo",
        "slo.result",
        "contract",
        "contract.sows",
        "contract.services",
        "contract.event",
        "contract.draw",
        "member",
        "duty",
        "agenda",
    ];
    let both = || Some((it.was.as_deref()?, it.is.as_deref()?));
    let promises_more = || {
        let (was, is) = both()?;
        let (was, is) = (Objective::parse(was)?, Objective::parse(is)?);
        Some(was.unit == is.unit && was.at_least == is.at_least && was.is_met_by(is.value))
    };
    let is_notice = || {
        let (was, is) = both()?;
        let (was, is) = (parse_date(was)?, parse_date(is)?);
        Some(is < was && days_between(is, facts.site.today) <= 31)
    };
    match it.key.as_str() {
        "slo.objective" => promises_more() == Some(true),
        "member.to" | "duty.until" => is_notice() == Some(true),
        key => it.is_addition && adds.contains(&key),
    }
}

fn is_accounted_for(change: &Change, pair: &Pair, term: &Term, altered: &Altered) -> bool {
    let is_corrected = pair.is_corrected() && term.way == Way::Correction;
    // To take something out is not to write something else.
    let is_taken_out = altered.value.is_none_or(|it| it.is_removal || it.is.is_none());
    let is_redacted = pair.is_redacted() && term.way == Way::Correction && is_taken_out;
    is_corrected || is_redacted || amendment(change, pair).is_some()
}

/// The bodies that agreed to what the record said, and the day since which a decision can change it; no bodies when nobody can
/// tell.
fn agreed_by<'a>(change: &Change<'a>, before: &'a Entry) -> (Vec<&'a Entry>, Option<Date>) {
    let base = change.base;
    let mut decisions: Vec<&Entry> = base.targets(before, "contract.decision").collect();
    let mut bodies: Vec<&Entry> = Vec::new();
    let steps = base.judged_steps(before);
    let approved = steps.iter().rev().find(|step| base.means(before.kind(), step.to) == Some(Means::Approved));
    if let Some(step) = approved {
        decisions.extend(step.event.decision.get().and_then(|decision| base.find(decision)));
        let by = step.event.by.get().and_then(|by| base.find(by));
        bodies.extend(by.filter(|by| by.kind() == Kind::Group));
    }
    bodies.extend(decisions.iter().filter_map(|decision| base.target(decision, "group")));
    // Where nobody is recorded as having agreed, it is the group's own, and those above it may decide on it too.
    if bodies.is_empty() {
        let is_group = before.kind() == Kind::Group;
        let own =
            Some(before).filter(|_| is_group).or_else(|| base.target(before, "group")).or_else(|| base.own_group());
        bodies.extend(own.into_iter().flat_map(|group| base.upwards(group)));
    }
    let days = decisions.iter().filter_map(|it| it.decision()?.decided.get().copied());
    (bodies, days.chain(approved.map(|step| step.date)).max())
}

/// The decision by which what the record says is changed: about it, for it, by a body that had agreed to what it said and
/// taken since. The change brings it in, or a correction in the record names it.
fn amendment<'a>(change: &Change<'a>, pair: &Pair<'a>) -> Option<&'a Entry> {
    let head = change.head;
    let (bodies, since) = agreed_by(change, pair.before);
    let fits = |decision: &&Entry| {
        let Some(it) = decision.decision() else { return false };
        let decided = it.decided.get().is_some_and(|day| *day <= head.today && since.is_none_or(|since| since <= *day));
        let is_amending = matches!(
            it.kind.get(),
            Some(DecisionKind::General | DecisionKind::Expenditure | DecisionKind::Membership | DecisionKind::Charter)
        );
        let is_about = !it.about.items().is_empty() && head.bears_on(decision, pair.after);
        let group = head.target(decision, "group");
        let is_theirs = bodies.is_empty()
            || group.is_some_and(|group| bodies.iter().any(|body| body.id.canonical() == group.id.canonical()));
        it.outcome.get() == Some(&Outcome::Accepted) && decided && is_amending && is_about && is_theirs
    };
    let named = pair.corrections.added.iter().filter_map(|it| head.find(it.decision.get()?));
    let is_new = |decision: &&Entry| {
        let before = change.before(decision).and_then(|before| before.decision());
        before.is_none_or(|before| before.outcome.get().is_none())
    };
    let new = head.of_kind(Kind::Decision).filter(is_new);
    named.chain(new).find(fits)
}

fn finding(facts: &Facts, change: &Change, pair: &Pair, term: &Term, altered: &Altered) -> Diagnostic {
    let what = term.what;
    let record = name(pair.after);
    let message = match term.fixed {
        Fixed::Approved | Fixed::Public | Fixed::Running => {
            format!("{record} was `{}` already, and the change alters its {what}", state_of(pair.before))
        }
        Fixed::Minuted => format!("the minutes of {record} are on record, and the change alters their {what}"),
        Fixed::Stated => format!("the {what} of {record} were on record, and the change alters them"),
    };
    let message = message + &altered.in_words();
    let help = match term.way {
        Way::Amendment => {
            let (bodies, _) = agreed_by(change, pair.before);
            let by = bodies.first().map_or(String::new(), |body| format!(" of {}", name(body)));
            format!(
                "write it again as it was; to agree on something else takes a decision{by} about {record} since then, in this \
                 change or named in it: `[[correction]]` with `date`, `by`, `what` and `decision = \"DEC-…\"`"
            )
        }
        Way::Correction => {
            "write it again as it was; if it was wrong, say so in the same change: `[[correction]]` with \
            `date`, `by` and `what`"
                .to_owned()
        }
        Way::NextTable(help) => help.to_owned(),
    };
    let finding = facts.at(pair.after, altered.span, message).about(what).help(help).at_level(term.level);
    let person = altered.value.and_then(|value| facts.site.resolve(value.item.as_deref()?, PERSON).entry());
    let finding = person.into_iter().fold(finding, |finding, person| finding.concerning(&person.path, None));
    // What a term of a member changes about the votes of that member is told by it.
    let votes = altered.value.and_then(|value| value.item.as_deref()).map(|item| votes_of(facts, pair, item));
    votes.into_iter().flatten().fold(finding, |finding, decision| finding.concerning(&decision.path, None))
}

/// The decisions of the group in which whoever `item` means has voted.
fn votes_of<'a>(facts: &Facts<'a>, pair: &Pair<'a>, item: &str) -> Vec<&'a Entry> {
    let Some(person) = facts.site.resolve(item, PERSON).entry().filter(|_| pair.after.group().is_some()) else {
        return Vec::new();
    };
    let has_voted = |decision: &&Entry| {
        let voters = decision.tally().map_or(&[][..], |tally| &tally.voters);
        voters.iter().any(|voter| voter.person == Some(person.at))
    };
    facts.site.referring(pair.after, Kind::Decision, "group").filter(has_voted).collect()
}

/// One finding for the tasks that past minutes had and have no longer, when they are in no other record either.
fn actions_gone(facts: &Facts, change: &Change, pair: &Pair) -> Option<Diagnostic> {
    let (had, has) = (change.base.actions_in(pair.before), facts.site.actions_in(pair.after));
    let is_past = pair.after.meeting().is_some() && change.base.took_place(pair.before);
    if !is_past || had.len() <= has.len() || pair.is_corrected() || pair.is_redacted() {
        return None;
    }
    // Of two in the same words each is one of its own.
    let often = |site: &Site, what: &str| site.actions.iter().filter(|action| action.what == what).count();
    let is_gone = |what: &str| often(facts.site, what) < often(change.base, what);
    let gone: Vec<&Action> = had.iter().filter(|action| is_gone(&action.what)).collect();
    let first = gone.first()?;
    let first = shortened(&first.what);
    let which = match gone.len() {
        1 => format!("the task “{first}” was"),
        several => format!("{several} tasks, “{first}” the first of them, were"),
    };
    let message = format!("{which} taken out of {}", name(pair.after));
    let help =
        "write it again as it was; tick it with a link when it is done, or say behind it that it was dropped and why";
    Some(facts.at(pair.after, None, message).about("actions").help(help))
}
