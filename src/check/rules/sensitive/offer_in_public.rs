//! Prices and bidders of a call that can be read before their day: in the field, in a text, or by their names.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use regex::Regex;

use crate::check::prelude::*;
use crate::check::rules::money::amount_in_withheld_record::{places, within};
use crate::document::organization::OrganizationRole;
use crate::site::Via;
use crate::site::withheld::secrets;
use crate::workflow::Clause;

/// By these words one sees that an amount is what somebody asks for.
static OFFERS: LazyLock<Regex> = LazyLock::new(|| {
    let words = "offer(?:s|ed|ing)?|bids?|bidder|quot(?:es?|ed|ation)|tender";
    Regex::new(&format!(r"(?i)(?:(?-u:\b)|_)(?:{words})(?:(?-u:\b)|_)")).expect("the pattern is a constant")
});

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    // Most groups have never put anything out to tender.
    if facts.site.of_kind(Kind::Rfp).len() == 0 {
        return Vec::new();
    }
    let call = entry.rfp();
    let price = call.and_then(|rfp| price_in_field(facts, entry, rfp));
    let bidders = call.and_then(|rfp| bidder_before_award(facts, entry, rfp));
    let named = bidders_in_text(facts, entry);
    price.into_iter().chain(bidders).chain(prices_in_text(facts, entry)).chain(named).collect()
}

/// The day on which the prices of a call become public; `None` where the call does not say.
fn public_on(rfp: &Rfp) -> Option<Date> {
    Some(days_after(rfp.closes.get()?.date, i64::from(*rfp.prices_public_after_days.get()?)))
}

/// Prices in their own fields.
fn price_in_field(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Option<Diagnostic> {
    let public = public_on(rfp).filter(|public| *public > facts.site.today)?;
    let ahead = days(days_between(facts.site.today, public));
    let prices = rfp.offer.items().iter().filter(|offer| offer.price.get().is_some());
    let spans: Vec<Span> = prices.filter_map(|offer| offer.price.span()).collect();
    let (first, rest) = spans.split_first()?;
    let message =
        format!("{} shows the price of an offer, {ahead} before prices become public on {public}", name(entry));
    let help = format!(
        "replace it by `price = {{ withheld = \"offers are being compared\", until = {public} }}`; it is also \
            in the history of the files"
    );
    let finding = facts.at(entry, *first, message).help(help);
    let finding = rest.iter().fold(finding, |finding, span| finding.label(&entry.path, *span, "and this one"));
    Some(citing_for(facts, "offer-in-public", "price_disclosure_days", finding))
}

/// Amounts where `entry` speaks of offers to a call: the call itself, its statement of work, or minutes about either.
fn prices_in_text(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (call, matter) in calls(facts, entry) {
        let Some(public) = call.rfp().and_then(public_on).filter(|public| *public > facts.site.today) else { continue };
        // What was taken back before an award has no prices to wait for.
        let had_offers = call.means().is_some_and(|means| means >= Means::Open && means != Means::Withdrawn);
        // Where an amount is withheld, `amount-in-withheld-record` reads the same texts.
        let is_withheld = secrets(matter).iter().any(|secret| secret.is_amount() && secret.holds(facts.site.today));
        if had_offers && !is_withheld {
            let text = || vec![Span::new(entry.body_start, entry.text.len())];
            let places = if matter.at == entry.at { text() } else { places(facts.site, entry, matter) };
            found
                .extend(offered_amounts(entry, places).into_iter().map(|span| price(facts, call, entry, span, public)));
        }
    }
    found
}

/// The calls whose offers `entry` may speak of, each with what it speaks of: the call or its statement of work.
fn calls<'a>(facts: &Facts<'a>, entry: &'a Entry) -> Vec<(&'a Entry, &'a Entry)> {
    let matters: BTreeSet<usize> = if entry.kind() == Kind::Meeting {
        entry.edges.iter().map(|edge| edge.to).collect()
    } else {
        BTreeSet::from([entry.at])
    };
    let matters = matters.into_iter().map(|at| &facts.site.entries[at]);
    let pairs = matters.flat_map(|matter| {
        let own = Some(matter).filter(|it| it.rfp().is_some());
        own.into_iter().chain(facts.site.referring(matter, Kind::Rfp, "sow")).map(move |call| (call, matter))
    });
    pairs.collect()
}

/// The amounts in those paragraphs of `places` that speak of offers, each once.
fn offered_amounts(entry: &Entry, places: Vec<Span>) -> BTreeSet<Span> {
    let paragraphs = places.into_iter().flat_map(|place| paragraphs_in(entry, place));
    let offers = paragraphs.filter(|span| OFFERS.is_match(&entry.text[span.range()]));
    offers.flat_map(|span| within(entry, span)).collect()
}

/// The message does not repeat the amount: it is quoted in places where the text is not.
fn price(facts: &Facts, call: &Entry, entry: &Entry, span: Span, public: Date) -> Diagnostic {
    let message = format!(
        "an amount is beside a word on offers, and the prices of {} are not public before {public}",
        name(call)
    );
    let help = "take it out, also of the history of the files; if it is no price of an offer, say so in a waiver";
    citing_secrecy(facts, facts.at(entry, span, message).help(help))
}

/// `finding` with the clause on what is not public yet, and not with the one on the day on which prices come out.
fn citing_secrecy(facts: &Facts, finding: Diagnostic) -> Diagnostic {
    let is_on_day = |clause: &Clause| clause.requires.iter().any(|key| key == "price_disclosure_days");
    let mut clauses = facts.site.profile.clauses_held_by("offer-in-public");
    finding.cited(clauses.find(|clause| !is_on_day(clause)).map(Clause::cited))
}

/// The paragraphs of one place of a text.
fn paragraphs_in(entry: &Entry, place: Span) -> Vec<Span> {
    paragraphs(&entry.text[place.range()]).map(|span| span.shifted(place.start)).collect()
}

fn paragraphs(text: &str) -> impl Iterator<Item = Span> + '_ {
    text.split("\n\n").map(|part| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        Span::new(start, start + part.len())
    })
}

/// Who made an offer, while the call runs: a warning.
fn bidder_before_award(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Option<Diagnostic> {
    let state = &entry.status.as_ref().filter(|_| entry.is_between(Means::Open, Means::Approved))?.state;
    let in_fields = rfp.offer.items().iter().filter_map(|offer| {
        let from = offer.from.get()?;
        Some((facts.site.find(from).map_or_else(|| format!("`{from}`"), name), offer.from.span()?))
    });
    let bidders: Vec<(String, Span)> = in_fields.chain(linked_sellers(facts, entry)).collect();
    let ((_, first), rest) = bidders.split_first()?;
    let names: BTreeSet<String> = bidders.iter().map(|(who, _)| who.clone()).collect();
    let message = format!("{} is `{state}` and names {}", name(entry), list(names, "and"));
    let help = "withhold the names until the award: `from = { withheld = \"offers are being compared\", until = 2027-01-31 }`; \
        what was merged is in the history of the files";
    let finding = citing_secrecy(facts, facts.at(entry, *first, message).at_level(Level::Warning).help(help));
    Some(rest.iter().fold(finding, |finding, (_, span)| finding.label(&entry.path, *span, "and here")))
}

/// Who made an offer, in the paragraphs of minutes and of the statement of work that speak of offers to a call that runs. The
/// message does not repeat the name.
fn bidders_in_text(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let runs = |call: &Entry| call.is_between(Means::Open, Means::Approved);
    let calls = calls(facts, entry).into_iter().filter(|(call, _)| call.at != entry.at && runs(call));
    let found = calls.filter_map(|(call, matter)| {
        let text = || vec![Span::new(entry.body_start, entry.text.len())];
        let places = if matter.at == entry.at { text() } else { places(facts.site, entry, matter) };
        let paragraphs = places.into_iter().flat_map(|place| paragraphs_in(entry, place));
        let offers = paragraphs.filter(|span| OFFERS.is_match(&entry.text[span.range()]));
        let named: BTreeSet<Span> = offers.flat_map(|span| sellers_in(facts, entry, span)).collect();
        let message =
            format!("a company is named beside a word on offers, and who made one to {} is not public yet", name(call));
        let help = "write how many came in, such as `2 offers`, and from whom after the award; what was merged is in the \
            history of the files";
        let finding = (!named.is_empty()).then(|| facts.at_all(entry, named, message, "and here").help(help))?;
        Some(citing_secrecy(facts, finding.at_level(Level::Warning)))
    });
    found.take(1).collect()
}

/// Where one paragraph names somebody who sells, by the name or by an alias, as a word of its own.
fn sellers_in(facts: &Facts, entry: &Entry, paragraph: Span) -> Vec<Span> {
    let text = &entry.text[paragraph.range()];
    let is_word = |start: usize, end: usize| {
        let before = text[..start].chars().next_back().is_none_or(|letter| !letter.is_alphanumeric());
        before && text[end..].chars().next().is_none_or(|letter| !letter.is_alphanumeric())
    };
    let sellers = facts.site.of_kind(Kind::Organization).filter(|it| sells(it));
    let names = sellers.flat_map(|it| {
        let aliases = it.organization().map_or(&[][..], |organization| organization.aliases.items());
        aliases.iter().map(|alias| alias.value.as_str()).chain([it.title.as_str()])
    });
    let places = names.filter(|name| !name.is_empty()).flat_map(|name| {
        let hits = text.match_indices(name).filter(|(start, hit)| is_word(*start, start + hit.len()));
        hits.map(|(start, hit)| Span::new(start, start + hit.len()).shifted(paragraph.start)).collect::<Vec<_>>()
    });
    places.collect()
}

/// Whether the organization `entry` is one that makes offers.
fn sells(entry: &Entry) -> bool {
    let roles = entry.organization().map_or(&[][..], |it| it.roles.items());
    roles.iter().any(|it| matches!(it.value, OrganizationRole::Contractor | OrganizationRole::Vendor))
}

/// The companies to which the text links.
fn linked_sellers(facts: &Facts, entry: &Entry) -> Vec<(String, Span)> {
    let edges = entry.edges.iter().filter(|edge| edge.via == Via::Text);
    let sellers = edges.filter_map(|edge| {
        let target = &facts.site.entries[edge.to];
        sells(target).then(|| (name(target), edge.span))
    });
    sellers.collect()
}
