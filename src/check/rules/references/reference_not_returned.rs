//! Statements of work that do not name what was made for them: the call, the bounty, the contractor.

use crate::check::prelude::*;
use crate::site::Via;

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

pub const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, _: &Sow) -> Vec<Diagnostic> {
    PAIRS.iter().filter_map(|pair| check_pair(facts, entry, pair)).collect()
}

fn check_pair(facts: &Facts, sow: &Entry, pair: &Pair) -> Option<Diagnostic> {
    let naming: Vec<&Entry> = facts.site.referring(sow, pair.from, pair.by).collect();
    let back = sow.record.as_value().field(pair.back)?;
    match (facts.site.target(sow, pair.back), back.span()) {
        (Some(named), Some(span)) => contradicted(facts, sow, pair, span, named, &naming),
        // What is unreadable, is stated as unknown or leads nowhere is no missing key.
        (_, Some(_)) => None,
        (_, None) => absent(facts, sow, pair, &naming),
    }
}

/// Nothing is named in return. Where several name the statement of work, only its author knows which one counts.
fn absent(facts: &Facts, sow: &Entry, pair: &Pair, naming: &[&Entry]) -> Option<Diagnostic> {
    let [first, rest @ ..] = naming else { return None };
    let Pair { from, back, .. } = pair;
    let message = format!("`{}` is the {} for `{}`, which names no `{back}`", first.id, from.title(), sow.id);
    let title = sow.sow().and_then(|it| it.title.span());
    let finding = facts.at(sow, title, message).about(*back).at_level(Level::Warning);
    let finding = with_places(finding, sow, pair, naming);
    if !rest.is_empty() {
        let ids: Vec<String> = naming.iter().map(|it| it.id.to_string()).collect();
        let ids = quoted(ids.iter().map(String::as_str), "or");
        return Some(finding.help(format!("add `{back} = …`: {ids}, whichever counts")));
    }
    let id = first.id.to_string();
    let finding = finding.help(format!("add `{back} = \"{id}\"`"));
    Some(match added_key(sow, back, &id) {
        Some(edit) => finding.fix(Fix::safe(format!("add `{back}`"), vec![edit])),
        None => finding,
    })
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
    // A contract that does not say what it covers may well cover this.
    if naming.iter().any(|it| it.at == named.at) || leaves_open(named) {
        return None;
    }
    if named.kind() == Kind::Contractor && naming.is_empty() {
        return uncovered(facts, sow, span, named);
    }
    let finding = match (sows_of(facts, named, pair).first(), naming.first()) {
        (Some((other, place)), _) => facts
            .at(sow, span, format!("`{}` names `{}`, which is for `{}`", sow.id, named.id, other.id))
            .label(&named.path, *place, format!("names `{}`", other.id)),
        (None, Some(first)) => {
            facts.at(sow, span, format!("`{}` names `{}`, and it is `{}` that names it", sow.id, named.id, first.id))
        }
        // A call or a bounty that is for nothing lacks a key that it must have.
        (None, None) => return None,
    };
    let help = format!("name the {} that is for this statement of work, or correct the other record", pair.from.title());
    Some(with_places(finding.help(help), sow, pair, naming))
}

/// A contractor may have many contracts, and none of them names the statement of work.
fn uncovered(facts: &Facts, sow: &Entry, span: Span, named: &Entry) -> Option<Diagnostic> {
    let place = named.contractor()?.contract.items().first()?.sows.span()?;
    let message = format!("`{}` names `{}`, and none of its contracts names it in return", sow.id, named.id);
    let finding = facts.at(sow, span, message).at_level(Level::Warning).label(&named.path, place, "named here");
    Some(finding.help(format!("add `\"{}\"` to the `sows` of the contract that covers it", sow.id)))
}

fn leaves_open(named: &Entry) -> bool {
    let contracts = named.contractor().map_or(&[][..], |it| it.contract.items());
    contracts.iter().any(|contract| contract.sows.get().is_none())
}

/// The statements of work that `named` is for, with the places where it says so.
fn sows_of<'a>(facts: &'a Facts, named: &'a Entry, pair: &Pair) -> Vec<(&'a Entry, Span)> {
    let by_key = named.edges.iter().filter(|edge| matches!(&edge.via, Via::Key(key) if **key == *pair.by));
    by_key.map(|edge| (&facts.site.entries[edge.to], edge.span)).collect()
}

/// The places where the others name the statement of work.
fn with_places(finding: Diagnostic, sow: &Entry, pair: &Pair, naming: &[&Entry]) -> Diagnostic {
    naming.iter().fold(finding, |finding, entry| {
        let edge = entry
            .edges
            .iter()
            .find(|edge| edge.to == sow.at && matches!(&edge.via, Via::Key(key) if **key == *pair.by));
        match edge {
            Some(edge) => finding.label(&entry.path, edge.span, format!("names `{}`", sow.id)),
            None => finding,
        }
    })
}
