//! What a change does to the findings: which it brought in, which were there before, which it fixed.
//!
//! Both sides are judged on the same day, so that what time alone does never looks like the author's work, and by the rules of
//! both: a change cannot switch off what it breaks, and new rules blame nobody for what was there. A record that was renamed
//! is the same record.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use rayon::prelude::*;

use super::identity::{Identity, Part, Place, Renamed, Side};
use super::{Alone, Report, Rule, RulePage, all_found, causes, covers, found, found_on_both, loosened, sorted};
use crate::change::Change;
use crate::diagnostic::{BaselineState, Diagnostic, Level};
use crate::document::Record;
use crate::id::{ContentPath, QuickSet};
use crate::site::amounts::amounts;
use crate::site::withheld::secrets;
use crate::site::{Entry, Site};
use crate::text::Money;
use crate::tree::Tree;

/// What the findings of a change are beside those of its report.
#[derive(Debug, Clone, Default)]
pub struct Comparison {
    /// Findings of the base that the change fixed, in the order of the places in the base.
    pub fixed: Vec<Diagnostic>,
    /// What is found in the head by itself.
    pub head: Alone,
    /// What is found in the base by itself.
    pub base: Alone,
}

impl Comparison {
    /// Whether a run that fails at `level` fails: by a finding that the change brought in, or by an error in a record
    /// whose state it moves. Nobody else is blamed for what was there before.
    pub fn fails_at(&self, report: &Report, level: Level) -> bool {
        report.findings.iter().any(|finding| match finding.baseline_state {
            Some(BaselineState::New) | None => finding.level >= level,
            Some(BaselineState::BlocksStep) => true,
            Some(BaselineState::Existing | BaselineState::Fixed) => false,
        })
    }
}

/// Both sides of a change by the rules of the other side; `None` where these are the same, or where there are none.
#[derive(Clone, Copy, Default)]
pub struct Crossed<'a> {
    /// The head by the rules of the base.
    pub head: Option<&'a Site>,
    /// The base by the rules of the head.
    pub base: Option<&'a Site>,
}

/// What is wrong with the head of `change`, each finding with its baseline state against those of the base; and what the
/// change fixed. `trees` are the files of the base and of the head, `crossed` the sites by the rules of the other side.
///
/// What is wrong by the rules of the base, and was not wrong before, is an error of the change, whatever the rules of the
/// head say. What the base has by either rules was there before. Both are asked for as much of the model as either uses.
///
/// Where the two differ in words alone that no other record looks at, `reworded` are the places of the records with these; most of the
/// base need not be asked for then.
pub fn judge(
    change: &Change,
    trees: (&Tree, &Tree),
    crossed: Crossed,
    reworded: Option<&BTreeSet<usize>>,
) -> (Report, Comparison) {
    let (site, base) = (change.head, change.base);
    // What the last record of a rung brought in is asked for in the change that removes it, and what the first one brings in was
    // not in order before either.
    let rung = site.rung.max(base.rung);
    let check = |site: &Site, change: Option<&Change>| all_found(rung, site, change);
    let strict_change = crossed.head.map(|head| Change::between(base, head));
    let ((in_head, found_in_base), (strict, by_head)) = rayon::join(
        || match reworded {
            Some(reworded) => found_on_both(rung, change, reworded),
            None => {
                let (in_head, in_base) = rayon::join(|| found(rung, site, Some(change)), || found(rung, base, None));
                (in_head, in_base.alone)
            }
        },
        || {
            rayon::join(
                || strict_change.as_ref().map(|change| check(change.head, Some(change))),
                || crossed.base.map(|base| check(base, None)),
            )
        },
    );
    let (report, of_base) = rayon::join(|| sorted(site, in_head.of_change), || sorted(base, found_in_base));
    let head_alone = if in_head.is_same { Alone::Sorted(report.clone()) } else { Alone::Found(in_head.alone) };
    let alone = (head_alone.up_to(rung, site), Alone::Sorted(of_base.clone()).up_to(rung, base));
    let strict = strict.zip(crossed.head).map(|(report, head)| (head, without_rules(report)));
    let by_head = by_head.zip(crossed.base).map(|(report, base)| (base, without_rules(report)));
    let (renamed, nothing) = (Renamed::of(change), Renamed::default());
    let sides = Sides { head: (site, trees.1, &nothing), base: (base, trees.0, &renamed) };
    let strict = strict.as_ref().map(|(head, report)| ((*head, trees.1, &nothing), report));
    let by_head = by_head.as_ref().map(|(base, report)| ((*base, trees.0, &renamed), report));

    let of_strict = strict.iter().flat_map(|(_, report)| &report.findings);
    let is_fault = |it: &&Diagnostic| it.level == Level::Error || it.rule == "decision-without-deciders";
    let faulty: BTreeSet<&ContentPath> =
        report.findings.iter().chain(of_strict).filter(is_fault).map(|it| &it.path).collect();
    let loosened = loosened::findings(change, trees, &faulty);
    let (mut report, mut of_base) = (report, of_base);
    let is_told_alike = strict.is_none() && by_head.is_none() && renamed.is_empty();
    let same = if is_told_alike { take_same((site, &mut report), (base, &mut of_base)) } else { Vec::new() };
    let united = united(&sides, &report, strict, Known::of(&sides, &of_base, by_head), &loosened.accepted_waivers);
    let (of_head, of_old) = alone;
    let comparison =
        Comparison { fixed: fixed(change, &sides, &report, strict, &of_base), head: of_head, base: of_old };

    let moved = moved(change);
    let state = |finding: &Diagnostic, was_there: bool| match was_there {
        false => BaselineState::New,
        true if finding.level == Level::Error && moved.contains(&finding.path) => BaselineState::BlocksStep,
        true => BaselineState::Existing,
    };
    let withholds = is_withholding(change);
    let united = united.into_iter().chain(same.into_iter().map(|finding| (finding, true)));
    let with_state = united.map(|(finding, was_there)| {
        let baseline_state = Some(state(&finding, was_there));
        let is_quoting = withholds && is_about_change(&finding);
        let finding = if is_quoting { without_lost_words(site, finding) } else { finding };
        finding.baseline(baseline_state)
    });
    let new = loosened.findings.into_iter().map(|it| {
        let is_quoting = withholds && site.at_path(&it.path).is_some();
        let it = if is_quoting { without_lost_words(site, it) } else { it };
        it.baseline(BaselineState::New)
    });
    let mut findings: Vec<Diagnostic> = with_state.chain(new).collect();
    findings.par_sort_by(Diagnostic::order);
    let findings = causes::without_effects(site, Some(change), findings);
    (Report { findings, waived: report.waived, folded: report.folded, is_pending: false }, comparison)
}

/// The report on a site by the rules of another, without what is said about those: they stand in files that are not its own.
fn without_rules(report: Report) -> Report {
    let is_kept = |it: &Diagnostic| !loosened::is_governing(&it.path) || it.span.is_none();
    Report { findings: report.findings.into_iter().filter(is_kept).collect(), ..report }
}

/// Takes what is found word for word on both sides out of both reports, as far as it is about records that are the same, and gives
/// it in the order of the places. Of most findings of a large record no more need be asked.
fn take_same((site, head): (&Site, &mut Report), (base, of_base): (&Site, &mut Report)) -> Vec<Diagnostic> {
    let is_untouched = |path: &ContentPath| {
        site.at_path(path).zip(base.at_path(path)).is_some_and(|(is, was)| Arc::ptr_eq(&is.document, &was.document))
    };
    let mut was = std::mem::take(&mut of_base.findings).into_iter().peekable();
    let (mut same, mut of_head) = (Vec::new(), Vec::new());
    for finding in std::mem::take(&mut head.findings) {
        while let Some(earlier) = was.next_if(|was| was.order(&finding).is_lt()) {
            of_base.findings.push(earlier);
        }
        match was.next_if(|was| *was == finding && is_untouched(&finding.path)) {
            Some(_) => same.push(finding),
            None => of_head.push(finding),
        }
    }
    head.findings = of_head;
    of_base.findings.extend(was);
    same
}

/// A site with its files, and what the change renames in it.
type Files<'a> = (&'a Site, &'a Tree, &'a Renamed);

/// Both sides of the change, each by its own rules.
struct Sides<'a> {
    head: Files<'a>,
    base: Files<'a>,
}

fn identities<'a>(
    (site, tree, renamed): Files<'a>,
    findings: impl IntoIterator<Item = &'a Diagnostic>,
) -> Vec<Identity<'a>> {
    let mut side = Side::new(site, tree, renamed);
    findings.into_iter().map(|finding| side.identity(finding)).collect()
}

/// Findings of the base, until one of the head takes each.
type Pool<'a> = Vec<Option<Identity<'a>>>;

/// What the base has.
struct Known<'a> {
    /// By the rules of the head, where these are others, else by its own.
    by_head: Pool<'a>,
    /// By its own rules alone.
    by_base: Pool<'a>,
}

impl<'a> Known<'a> {
    fn of(sides: &Sides<'a>, of_base: &'a Report, by_head: Option<(Files<'a>, &'a Report)>) -> Known<'a> {
        let by_base: Pool = identities(sides.base, &of_base.findings).into_iter().map(Some).collect();
        let Some((files, report)) = by_head else { return Known { by_head: by_base, by_base: Vec::new() } };
        let by_head = identities(files, &report.findings);
        let mut alone = by_base;
        let same = paired(&by_head.iter().collect::<Vec<_>>(), &alone);
        // What is found by both is there once, with the greater weight.
        let heavier = by_head.into_iter().zip(same).map(|(by_head, at)| match at.and_then(|at| alone[at].take()) {
            Some(by_base) if by_base.finding.level > by_head.finding.level => Some(by_base),
            Some(_) | None => Some(by_head),
        });
        Known { by_head: heavier.collect(), by_base: alone }
    }

    /// Which of `findings` were there before; each of those that were is so once.
    fn holds(&mut self, findings: &[&Identity]) -> Vec<bool> {
        let mut was_there = take(findings, &mut self.by_head);
        let left: Vec<usize> = (0..findings.len()).filter(|at| !was_there[*at]).collect();
        let others: Vec<&Identity> = left.iter().map(|at| findings[*at]).collect();
        for (at, is_there) in left.into_iter().zip(take(&others, &mut self.by_base)) {
            was_there[at] = is_there;
        }
        was_there
    }
}

/// What is wrong with the head, each with whether it was before: by its own rules, and the errors that the rules of the base
/// find beyond that (`strict`) and that were not there. A waiver of those that are `accepted` stands by the rules of the base
/// too.
fn united<'a>(
    sides: &Sides<'a>,
    report: &'a Report,
    strict: Option<(Files<'a>, &'a Report)>,
    mut known: Known<'a>,
    accepted: &[usize],
) -> Vec<(Diagnostic, bool)> {
    let own = identities(sides.head, &report.findings);
    let Some((files, strict)) = strict else {
        let was_there = known.holds(&own.iter().collect::<Vec<_>>());
        return report.findings.iter().cloned().zip(was_there).collect();
    };
    let errors = identities(files, strict.findings.iter().filter(|it| it.level == Level::Error));
    let own: Pool = own.into_iter().map(Some).collect();
    let of_own = paired(&errors.iter().collect::<Vec<_>>(), &own);
    let waived = report.waived.iter().filter(|(_, waiver)| accepted.contains(waiver)).map(|(finding, _)| finding);
    let waived: Pool = identities(sides.head, waived).into_iter().map(Some).collect();
    let is_accepted = paired(&errors.iter().collect::<Vec<_>>(), &waived);
    let mut heavier: HashMap<usize, &Identity> = HashMap::new();
    let mut beyond: Vec<&Identity> = Vec::new();
    for ((error, own_at), waived_at) in errors.iter().zip(&of_own).zip(&is_accepted) {
        match own_at {
            Some(at) if own[*at].as_ref().is_some_and(|own| own.finding.level < Level::Error) => {
                heavier.insert(*at, error);
            }
            Some(_) => {}
            None if waived_at.is_some() => {}
            None => beyond.push(error),
        }
    }
    let shown: Vec<(&Identity, Option<&Identity>)> =
        own.iter().flatten().enumerate().map(|(at, own)| (own, heavier.get(&at).copied())).collect();
    let all: Vec<&Identity> =
        shown.iter().map(|(own, heavier)| heavier.unwrap_or(own)).chain(beyond.iter().copied()).collect();
    let was_there = known.holds(&all);
    let (of_shown, of_beyond) = was_there.split_at(shown.len());
    let by_base = |it: &Identity| explained(sides.head.0, it.finding.clone());
    let shown = shown.into_iter().zip(of_shown).map(|((own, heavier), was_there)| match heavier {
        Some(error) if !was_there => (by_base(error), false),
        Some(_) | None => (own.finding.clone(), *was_there),
    });
    let beyond = beyond.into_iter().zip(of_beyond).filter(|(_, was_there)| !**was_there);
    shown.chain(beyond.map(|(error, _)| (by_base(error), false))).collect()
}

/// `finding`, which the rules of the base find and those of the head pass over, with the place where the head says so.
fn explained(head: &Site, finding: Diagnostic) -> Diagnostic {
    let config = &head.config;
    let level = config.levels.get(finding.rule).map(|(_, span)| *span);
    let waiver = || config.waivers.iter().find(|waiver| covers(head, waiver, &finding)).map(|waiver| waiver.span);
    let place = level.or_else(waiver);
    let text = "this holds from the next change on; this one is judged by the rules before it";
    finding.label(&config.path, place, text)
}

/// The findings of the base that the change fixed, in the order of their places there: those that neither its own rules find
/// in the head, nor those of the head.
fn fixed<'a>(
    change: &Change,
    sides: &Sides<'a>,
    report: &'a Report,
    strict: Option<(Files<'a>, &'a Report)>,
    of_base: &'a Report,
) -> Vec<Diagnostic> {
    let (site, base) = (change.head, change.base);
    let mut left: Pool = identities(sides.base, &of_base.findings).into_iter().map(Some).collect();
    let mut drop_those = |findings: Vec<Identity>| {
        take(&findings.iter().collect::<Vec<_>>(), &mut left);
        left.iter().any(Option::is_some)
    };
    // What a waiver accepts is there all the same.
    drop_those(identities(sides.head, report.waived.iter().map(|(finding, _)| finding)));
    let mut is_left = drop_those(identities(sides.head, &report.findings));
    if let Some((files, strict)) = strict {
        is_left = drop_those(identities(files, &strict.findings));
    }
    // And so is what is left out because a finding about the change reports it.
    if is_left && report.findings.iter().any(is_about_change) {
        let alone = all_found(site.rung.max(base.rung), site, None);
        let there = identities(sides.head, &alone.findings);
        drop_those(there);
    }
    // What is gone with its record was not fixed, and where nothing was there nothing could be.
    let was_empty = base.entries.is_empty() && base.assets.is_empty();
    // Nor was what nobody can read any more.
    let is_read = |before: &Entry| change.after(before).is_some_and(|after| !after.has_broken_front());
    let is_there = |finding: &&Diagnostic| !was_empty && base.at_path(&finding.path).is_none_or(is_read);
    let fixed = left.into_iter().flatten().map(|identity| identity.finding).filter(is_there);
    let withholds = is_withholding(change);
    let quotable = |finding: &Diagnostic| if withholds { without_values(finding) } else { finding.clone() };
    let fixed: Vec<Diagnostic> = fixed.cloned().collect();
    let told = causes::without_effects(base, None, fixed);
    told.iter().map(|finding| quotable(finding).baseline(BaselineState::Fixed)).collect()
}

fn is_about_change(finding: &Diagnostic) -> bool {
    Rule::named(finding.rule).is_some_and(|rule| rule.family == "change")
}

/// What makes a finding the same: the rule, the record, what it is about, the part of the record with its line, the words.
type Key<'t> = (&'static str, &'t Place, Option<&'t str>, Option<(&'t Part, &'t str)>, Option<&'t str>);

/// Which of `findings` the base has too; takes those of the base out of `left`, each for one. One that weighs more than it
/// did is not the one that was there.
fn take(findings: &[&Identity], left: &mut Pool) -> Vec<bool> {
    let paired = paired(findings, left);
    let weighs_no_more = |(finding, at): (&&Identity, Option<usize>)| {
        let before = at.and_then(|at| left[at].take());
        before.is_some_and(|before| {
            before.finding.level >= finding.finding.level
                && !is_about_more_money(&before.finding.message, &finding.finding.message)
        })
    };
    findings.iter().zip(paired).map(weighs_no_more).collect()
}

/// Whether one of the amounts in `now` is higher than the one that stands in its place in `before`: who adds to what was too much is not
/// told that it was there before.
fn is_about_more_money(before: &str, now: &str) -> bool {
    let amounts = |text: &str| -> Vec<Money> {
        amounts(text).into_iter().filter_map(|place| Money::parse(&text[place.range()]).ok()).collect()
    };
    if before == now {
        return false;
    }
    let (was, is) = (amounts(before), amounts(now));
    was.len() == is.len() && was.iter().zip(&is).any(|(was, is)| was.currency == is.currency && is.units > was.units)
}

/// For each of `findings` the place in `left` of the one that it is; each of those is one.
///
/// First those about the same part in the same words, on the same line before others: that tells several about one part
/// apart. Then those about the same part in other words; then those in the same words about a part that was reworded.
fn paired(findings: &[&Identity], left: &[Option<Identity>]) -> Vec<Option<usize>> {
    let mut taken: Vec<Option<usize>> = vec![None; findings.len()];
    let mut is_free: Vec<bool> = left.iter().map(Option::is_some).collect();
    let keys: [for<'t> fn(&'t Identity<'_>) -> Option<Key<'t>>; 4] = [
        |it| Some((it.finding.rule, &it.record, it.about.as_deref(), Some((&it.part, &it.line)), Some(&it.message))),
        |it| Some((it.finding.rule, &it.record, it.about.as_deref(), Some((&it.part, "")), Some(&it.message))),
        |it| match it.part {
            Part::WholeFile | Part::Key(_) | Part::Passage(_) => {
                Some((it.finding.rule, &it.record, it.about.as_deref(), Some((&it.part, "")), None))
            }
            Part::Unknown => None,
        },
        |it| Some((it.finding.rule, &it.record, it.about.as_deref(), None, Some(&it.message))),
    ];
    for key in keys {
        let mut of_base: HashMap<Key, Vec<usize>> = HashMap::new();
        for (at, identity) in left.iter().enumerate().rev().filter(|(at, _)| is_free[*at]) {
            if let Some(key) = identity.as_ref().and_then(key) {
                of_base.entry(key).or_default().push(at);
            }
        }
        for (finding, taken) in findings.iter().zip(&mut taken).filter(|(_, taken)| taken.is_none()) {
            *taken = key(finding).and_then(|key| of_base.get_mut(&key)).and_then(Vec::pop);
            if let Some(at) = *taken {
                is_free[at] = false;
            }
        }
    }
    taken
}

/// Whether anything is withheld or redacted now that was not, so that what the base says of it must not be repeated.
pub fn is_withholding(change: &Change) -> bool {
    let redactions = |entry: &Entry| entry.common.redaction.items().len();
    change.head.entries.iter().any(|entry| {
        let before = change.before(entry);
        let is_redacted = redactions(entry) > before.map_or(0, redactions);
        is_redacted || before.is_some_and(|before| withholds(change, before, entry))
    })
}

/// Whether `after` withholds what `before` made public: it withholds a key more often, and that was stated, or something else was that
/// may have said it; or it withholds a key in one item of a list and does not state it any more in another one. What is withheld from
/// its first day on was never public.
fn withholds(change: &Change, before: &Entry, after: &Entry) -> bool {
    if Arc::ptr_eq(&before.document, &after.document) {
        return false;
    }
    let keys = |entry: &Entry| -> Vec<String> { secrets(entry).into_iter().map(|it| it.key).collect() };
    let (was, is) = (keys(before), keys(after));
    let often = |keys: &[String], key: &String| keys.iter().filter(|it| *it == key).count();
    let fronts = change.fronts(before, after);
    let was_public = |key: &String| {
        let parts: Vec<&str> = key.split('.').collect();
        fronts.as_ref().is_none_or(|(was, _)| !stated(was, &parts).is_empty()) || loses_a_name_or_number(before, after)
    };
    let is_lost = |key: &String| {
        let Some((was, is)) = &fronts else { return true };
        let parts: Vec<&str> = key.split('.').collect();
        let mut kept = stated(is, &parts);
        stated(was, &parts).into_iter().any(|one| match kept.iter().position(|other| is_kept(one, *other)) {
            Some(at) => {
                kept.swap_remove(at);
                false
            }
            None => true,
        })
    };
    is.iter().any(|key| often(&is, key) > often(&was, key) && was_public(key) || is_lost(key))
}

/// Whether a number, a name or an address that stood in the text or the front matter of `before` does not stand in `after`.
fn loses_a_name_or_number(before: &Entry, after: &Entry) -> bool {
    let is_telling = |word: &str| {
        word.starts_with(char::is_uppercase) || word.contains(|letter: char| letter == '@' || letter.is_ascii_digit())
    };
    fn words(entry: &Entry) -> impl Iterator<Item = &str> {
        let is_edge = |letter: char| !letter.is_alphanumeric();
        entry
            .text
            .split(|letter: char| letter.is_whitespace() || "=\"'[](){}".contains(letter))
            .map(move |it| it.trim_matches(is_edge))
    }
    let kept: QuickSet<&str> = words(after).collect();
    words(before).any(|word| is_telling(word) && !kept.contains(word))
}

/// A value with the table in which it stands.
type Stated<'t> = (&'t toml::Table, &'t toml::Value);

/// What `table` states at the keys `parts`, which may lead through lists, and in which table; nothing where it is withheld.
fn stated<'t>(table: &'t toml::Table, parts: &[&str]) -> Vec<Stated<'t>> {
    let Some((first, rest)) = parts.split_first() else { return Vec::new() };
    let Some(value) = table.get(*first) else { return Vec::new() };
    let inner = match value {
        toml::Value::Table(inner) if inner.contains_key("withheld") => return Vec::new(),
        toml::Value::Array(items) => items.iter().filter_map(toml::Value::as_table).collect(),
        value => value.as_table().into_iter().collect::<Vec<_>>(),
    };
    match rest {
        [] => vec![(table, value)],
        rest => inner.into_iter().flat_map(|table| stated(table, rest)).collect(),
    }
}

/// Whether two tables state the same value and have most of their others in common, so that they are one item.
fn is_kept((was, one): Stated, (is, other): Stated) -> bool {
    let same = was.iter().filter(|(key, value)| is.get(*key) == Some(value)).count();
    one == other && 2 * same > was.len().max(is.len()) + 1
}

/// The same finding without what it quotes from the base and its file does not hold any more.
fn without_lost_words(site: &Site, finding: Diagnostic) -> Diagnostic {
    let Some(entry) = site.at_path(&finding.path) else { return without_values(&finding) };
    let is_kept = |word: &str| {
        entry.text.contains(word) || site.layout().parse(word).is_some() || Record::has_key(entry.kind(), word)
    };
    let tame = |text: &str| {
        let words = text.split('`').enumerate();
        let words = words.map(|(at, word)| if at % 2 == 0 || is_kept(word) { word } else { "…" });
        words.collect::<Vec<_>>().join("`")
    };
    finding.with(|it| (it.message, it.help, it.fix) = (tame(&it.message), it.help.as_deref().map(tame), None))
}

/// The same finding in words that quote nothing.
fn without_values(finding: &Diagnostic) -> Diagnostic {
    let title = Rule::named(finding.rule).map(|rule| RulePage::of(rule).title.clone());
    let message = title.unwrap_or_else(|| finding.rule.to_owned());
    finding.clone().with(|it| {
        (it.message, it.labels) = (message, Vec::new());
        (it.help, it.fix, it.clause) = (None, None, None);
    })
}

/// The records that take a step or are in another state than in the base.
fn moved(change: &Change) -> BTreeSet<ContentPath> {
    let pairs = change.head.entries.iter().filter_map(|entry| Some((entry, change.before(entry)?)));
    let moves = pairs.filter(|(entry, before)| {
        fn state(entry: &Entry) -> Option<&str> {
            entry.status.as_ref().map(|status| status.state.as_str())
        }
        state(entry) != state(before) || entry.events().len() > before.events().len()
    });
    moves.map(|(entry, _)| entry.path.clone()).collect()
}
