//! Statements of work that do not name what was made for them: the call, the bounty, the contractor.

use crate::check::prelude::*;

/// A reference that two records make to each other.
struct Pair {
    /// The kind that names the statement of work, and by which key.
    from: Kind,
    by: &'static str,
    /// The key by which the statement of work names it in return.
    back: &'static str,
}

const PAIRS: [Pair; 3] = [
    Pair { from: Kind::Rfp, by: "sow", back: "rfp" },
    Pair { from: Kind::Bounty, by: "sow", back: "bounty" },
    Pair { from: Kind::Contractor, by: "contract.sows", back: "contract" },
];

pub(crate) const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, _: &Sow) -> Vec<Diagnostic> {
    PAIRS.iter().filter_map(|pair| check_pair(facts, entry, pair)).collect()
}

fn check_pair(facts: &Facts, sow: &Entry, pair: &Pair) -> Option<Diagnostic> {
    let all: Vec<&Entry> = facts.site.referring(sow, pair.from, pair.by).collect();
    if all.iter().any(|it| facts.site.has_unclear_state(it)) {
        return None;
    }
    // A call or a bounty that came to nothing was not for this in the end.
    let naming: Vec<&Entry> = all.iter().copied().filter(|it| !it.has_ended()).collect();
    let back = sow.record.as_value().field(pair.back)?;
    let named: Vec<(&Entry, Span)> =
        edges(sow, pair.back).map(|edge| (&facts.site.entries[edge.to], edge.span)).collect();
    let Some(span) = back.span() else { return absent(facts, sow, pair, &naming) };
    // What is unreadable, is stated as unknown or leads nowhere is no missing key.
    let (last, place) = named.last()?;
    let is_named = |entry: &Entry| named.iter().any(|(it, _)| it.at == entry.at);
    if let Some((other, place)) = named.iter().find(|(it, _)| !all.iter().any(|naming| naming.at == it.at)) {
        let place = if named.len() == 1 { span } else { *place };
        return contradicted(facts, sow, pair, place, other, &naming);
    }
    let later = naming.iter().find(|it| pair.from == Kind::Rfp && !is_named(it))?;
    repeated(facts, sow, (last, *place), later)
}

/// A call that failed is named, and another one for the same work is under way or has an award.
fn repeated(facts: &Facts, sow: &Entry, (named, place): (&Entry, Span), later: &Entry) -> Option<Diagnostic> {
    if !named.has_ended() {
        let message = format!("{} names {}, and {} is a call for the same work", name(sow), name(named), name(later));
        let help = "end one of the two, or name both in their order: the last one counts";
        return Some(facts.at(sow, place, message).help(help).at_level(Level::Warning));
    }
    let ids: Vec<String> = facts.site.targets(sow, "rfp").chain([later]).map(|it| format!("\"{}\"", it.id)).collect();
    let message =
        format!("{} was called for again by {}, and names {} as its last call", name(sow), name(later), name(named));
    let help = format!("name every call in its order, the last one counts: `rfp = [{}]`", ids.join(", "));
    let finding = facts.at(sow, place, message).at_level(Level::Warning).help(help);
    Some(finding.label(&later.path, edges(later, "sow").next().map(|edge| edge.span), "the later call"))
}

/// Nothing is named in return. Where several name the statement of work, only its author knows which one counts.
fn absent(facts: &Facts, sow: &Entry, pair: &Pair, naming: &[&Entry]) -> Option<Diagnostic> {
    let first = naming.first()?;
    let Pair { from, back, .. } = pair;
    let message = format!("`{}` is the {} for `{}`, which names no `{back}`", first.id, from.title(), sow.id);
    let title = sow.sow().and_then(|it| it.title.span());
    let finding = facts.at(sow, title, message).about(*back).at_level(Level::Warning);
    let finding = finding.labels(places(sow, pair, naming));
    let ids: Vec<String> = naming.iter().map(|it| it.id.to_string()).collect();
    let [only] = ids.as_slice() else {
        let ids = quoted(ids.iter().map(String::as_str), "or");
        return Some(finding.help(format!("add `{back} = …`: {ids}, whichever counts")));
    };
    let fix = added_key(sow, back, only).map(|edit| Fix::safe(format!("add `{back}`"), vec![edit]));
    Some(finding.help(format!("add `{back} = \"{only}\"`")).mended_by(fix))
}

/// One is named in return that is for something else.
fn contradicted(
    facts: &Facts,
    sow: &Entry,
    pair: &Pair,
    span: Span,
    named: &Entry,
    naming: &[&Entry],
) -> Option<Diagnostic> {
    let contracts = named.contractor().map_or(&[][..], |it| it.contract.items());
    // A contract that does not say what it covers may well cover this.
    // One that came to nothing is for this all the same.
    if named.is_unreadable(pair.by)
        || edges(named, pair.by).any(|edge| edge.to == sow.at)
        || contracts.iter().any(|it| it.sows.get().is_none())
    {
        return None;
    }
    let names = format!("`{}` names `{}`", sow.id, named.id);
    if named.kind() == Kind::Contractor && naming.is_empty() {
        // A contractor may have many contracts, and none of them names the statement of work.
        let place = contracts.first()?.sows.span()?;
        let message = format!("{names}, and none of its contracts names it in return");
        let finding = facts.at(sow, span, message).at_level(Level::Warning).label(&named.path, place, "named here");
        return Some(finding.help(format!("add `\"{}\"` to the `sows` of the contract that covers it", sow.id)));
    }
    let finding = match (edges(named, pair.by).next(), naming.first()) {
        (Some(edge), _) => {
            let other = &facts.site.entries[edge.to].id;
            let finding = facts.at(sow, span, format!("{names}, which is for `{other}`"));
            finding.label(&named.path, edge.span, format!("names `{other}`"))
        }
        (None, Some(first)) => facts.at(sow, span, format!("{names}, and it is `{}` that names it", first.id)),
        // A call or a bounty that is for nothing lacks a key that it must have.
        (None, None) => return None,
    };
    let help = format!(
        "name in `{}` the {} that is for this statement of work, or correct the other record",
        pair.back,
        pair.from.title()
    );
    Some(finding.help(help).labels(places(sow, pair, naming)))
}

/// The places where the others name the statement of work.
fn places<'a>(
    sow: &Entry,
    pair: &Pair,
    naming: &[&'a Entry],
) -> impl Iterator<Item = (&'a ContentPath, Option<Span>, String)> {
    let place = |entry: &Entry| edges(entry, pair.by).find(|edge| edge.to == sow.at).map(|edge| edge.span);
    naming.iter().map(move |entry| (&entry.path, place(entry), format!("names `{}`", sow.id)))
}
