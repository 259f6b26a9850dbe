//! What a change loosens of the rules that it is judged by, each thing at its place.
//!
//! The rules of a site are its profiles, the levels, the waivers, and how its groups decide. Whoever writes a record may
//! change them too, but not in the same breath: a change that does both is told so, unless the group has decided it.

use std::collections::BTreeSet;

use toml::de::{DeTable, DeValue};

use super::common::SUGGESTIONS;
use super::levels::{Waivers, of_rule, waived_path};
use super::phrase::name;
use super::{RULES, Rule, level_of};
use crate::change::Change;
use crate::config::{FILE, Waiver};
use crate::diagnostic::{Diagnostic, Level};
use crate::document::decision::{DecisionKind, Outcome};
use crate::document::group::Group;
use crate::fields::{ANY, At, DECISION, Field, Ref};
use crate::id::ContentPath;
use crate::site::{Entry, Site};
use crate::text::{Date, Span, list};
use crate::tree::{Tree, is_same_text};
use crate::workflow::{Loosening, Means, Part, RuleLevel, loosened};

/// The rule that reports them.
pub(super) const RULE: &str = "rules-loosened";

/// The rule that reports what is no TOML.
const SYNTAX: &str = "invalid-toml";

/// How many are named where another profile loosens much at once.
const NAMED: usize = 3;

const HELP: &str = "put it into a change of its own, or name the decision of the group that allows it: \
                    `rules_by = \"DEC-…\"` in candor.toml";

const HELP_ON_WAIVER: &str = "put the waiver into a change of its own, or name in it the decision of the group that \
                              accepts it: `decision = \"DEC-…\"`";

/// What a change does to the rules.
#[derive(Default)]
pub(super) struct Loosened {
    /// What it loosens without leave, in no order.
    pub(super) findings: Vec<Diagnostic>,
    /// The waivers of the head that a decision accepts, by their places.
    pub(super) accepted_waivers: Vec<usize>,
}

/// What `change` loosens, without what a decision allows; nothing where the change consists of nothing else. `trees` are the
/// files of the base and of the head, `faulty` those whose records are wrong by the rules of the base.
pub(super) fn findings(change: &Change, trees: (&Tree, &Tree), faulty: &BTreeSet<&ContentPath>) -> Loosened {
    let sides = Sides { change, trees, faulty };
    let accepted_waivers = sides.accepted_waivers();
    let of_groups = of_groups(change);
    let (base, head) = (change.base, change.head);
    // Where there were no rules, and where there was nothing to judge by them, none can be loosened.
    let has_nothing = !base.config.is_written || !base.has_records();
    if has_nothing || is_of_its_own(change, &of_groups) || is_broken_by(change, trees) {
        return Loosened { findings: Vec::new(), accepted_waivers };
    }
    let level = Rule::named(RULE).and_then(|rule| level_of(of_rule(base, rule)));
    let Some(level) = level else { return Loosened { findings: Vec::new(), accepted_waivers } };
    let refused = match sides.cited(&head.config.rules_by, None) {
        Cited::Allows => None,
        Cited::Nothing => Some(HELP.to_owned()),
        Cited::Refused(why) => Some(format!("{why}; {HELP}")),
    };
    let mut found: Vec<Diagnostic> = Vec::new();
    if let Some(help) = refused {
        let (of_site_levels, of_profile_levels) = of_levels(&sides);
        let of_profiles = loosened(&base.profile, &head.profile).into_iter().chain(of_profile_levels).collect();
        let places = placed(&sides, of_profiles).into_iter().chain(of_site_levels).chain(of_site(change));
        let places = places.chain(of_rung(&sides));
        let places = places.chain(of_groups.into_iter().map(|(path, span, what)| Place { path, span, what }));
        found.extend(places.map(|it| it.finding(&help)));
        found.extend(sides.waivers().filter(|(at, _)| !accepted_waivers.contains(at)).map(|(at, what)| {
            let waiver = &head.config.waivers[at];
            let help = match sides.cited(&waiver.decision, Some(waiver)) {
                Cited::Refused(why) => format!("{why}; {HELP_ON_WAIVER}"),
                Cited::Nothing | Cited::Allows => HELP_ON_WAIVER.to_owned(),
            };
            let span = waiver.rule.span().unwrap_or(waiver.span);
            Place { path: head.config.path.clone(), span: Some(span), what }.finding(&help)
        }));
    }
    let waivers = Waivers::of(base);
    found.retain(|it| waivers.of_finding(it).is_none());
    let findings = found.into_iter().map(|it| it.at_level(level)).collect();
    Loosened { findings, accepted_waivers }
}

/// Whether the change breaks the text of the configuration, and that is an error which nothing lowers or accepts: what cannot
/// be read is then one finding, and what it loosens is told once it can be.
fn is_broken_by(change: &Change, (before, after): (&Tree, &Tree)) -> bool {
    let (base, head) = (change.base, change.head);
    let is_whole = |tree: &Tree| tree.text(FILE).is_none_or(|text| DeTable::parse_recoverable(text).1.is_empty());
    let rule = Rule::named(SYNTAX);
    let is_error = rule.and_then(|rule| level_of(of_rule(base, rule))) == Some(Level::Error);
    let finding = Diagnostic::new(SYNTAX, &head.config.path, None, "");
    let is_waived = [base, head].into_iter().any(|site| Waivers::of(site).of_finding(&finding).is_some());
    is_whole(before) && !is_whole(after) && is_error && !is_waived
}

/// Whether the change touches nothing but the configuration, the profiles, and the groups whose rules it loosens.
fn is_of_its_own(change: &Change, of_groups: &[(ContentPath, Option<Span>, String)]) -> bool {
    let (base, head) = (change.base, change.head);
    let is_rule = |path: &ContentPath| of_groups.iter().any(|(group, _, _)| group == path);
    let is_same =
        |entry: &Entry, other: &Site| other.at_path(&entry.path).is_some_and(|it| is_same_text(&it.text, &entry.text));
    head.assets == base.assets
        && head.entries.iter().all(|entry| is_same(entry, base) || is_rule(&entry.path))
        && base.entries.iter().all(|entry| is_same(entry, head) || is_rule(&entry.path))
}

/// Something that is loosened, and where.
struct Place {
    path: ContentPath,
    span: Option<Span>,
    what: String,
}

impl Place {
    fn finding(self, help: &str) -> Diagnostic {
        let message = format!("{}, in a change of other files too", self.what);
        Diagnostic::new(RULE, &self.path, self.span, message).about(self.what).help(help)
    }
}

/// What a decision that the change names does for it.
enum Cited {
    /// None is named.
    Nothing,
    /// It allows what is loosened.
    Allows,
    /// It does not, and why.
    Refused(String),
}

#[derive(Clone, Copy)]
struct Sides<'a> {
    change: &'a Change<'a>,
    trees: (&'a Tree, &'a Tree),
    faulty: &'a BTreeSet<&'a ContentPath>,
}

impl<'a> Sides<'a> {
    /// What the decision does that `field` names, for `waiver` or for all that is loosened.
    fn cited(&self, field: &Field<Ref<DECISION>>, waiver: Option<&Waiver>) -> Cited {
        let (base, head) = (self.change.base, self.change.head);
        let Some(reference) = field.get() else { return Cited::Nothing };
        let Some(entry) = head.find(reference) else {
            return Cited::Refused(format!("there is no decision `{}`", reference.as_str()));
        };
        match self.why_not(entry, waiver) {
            None => Cited::Allows,
            // What was named before allows nothing more, and refuses nothing that it was not named for.
            Some(_) if waiver.is_none() && is_cited(base, entry) => Cited::Nothing,
            Some(why) => Cited::Refused(format!("`{}` does not allow it, for {why}", entry.id)),
        }
    }

    /// Why the decision `entry` allows nothing; `None` when it does.
    fn why_not(&self, entry: &Entry, waiver: Option<&Waiver>) -> Option<String> {
        let (base, head) = (self.change.base, self.change.head);
        let decision = entry.decision()?;
        let own = base.own_group().and_then(|own| self.change.after(own));
        let group = head.target(entry, "group");
        let is_own = own.zip(group).is_some_and(|(own, group)| own.at == group.at);
        // What is waived may be gone.
        let waived = |site: &Site| waiver.and_then(|waiver| waived_path(site, waiver.record.text()));
        let is_about_it = |site: &'_ Site| {
            let mut about = decision.about.items().iter().filter_map(|about| site.resolve(about.as_str(), ANY).entry());
            waived(site).is_some_and(|path| about.any(|entry| entry.path == path))
        };
        let is_about = is_about_it(head) || is_about_it(base);
        let ended = entry.status.as_ref().and_then(|status| status.means);
        if is_cited(base, entry) {
            return Some("an earlier change names it already".to_owned());
        }
        if !is_own {
            return Some(format!(
                "it is none of {}",
                own.map_or_else(|| "the group whose site this is".to_owned(), name)
            ));
        }
        if decision.outcome.get() != Some(&Outcome::Accepted) || !matches!(ended, Some(Means::Approved | Means::Done)) {
            return Some("it is not decided in favour".to_owned());
        }
        if decision.decided.get().is_none_or(|day| *day > head.today) {
            return Some("it has no day on which it was decided".to_owned());
        }
        if decision.kind.get() != Some(&DecisionKind::Charter) && !is_about {
            let or = if waiver.is_some() { ", nor is it about the record" } else { "" };
            return Some(format!("it is not of the kind `{}`{or}", DecisionKind::Charter));
        }
        self.faulty.contains(&entry.path).then(|| "it is wrong by the rules before this change".to_owned())
    }

    /// The waivers of the head that accept more than the base accepts, by their places, each with what it does.
    fn waivers(&self) -> impl Iterator<Item = (usize, String)> + use<'a> {
        let change = self.change;
        let waivers = change.head.config.waivers.iter().enumerate();
        waivers.filter_map(move |(at, waiver)| Some((at, widened(change, waiver)?)))
    }

    fn accepted_waivers(&self) -> Vec<usize> {
        let of = |(at, _): (usize, String)| {
            let waiver: &Waiver = &self.change.head.config.waivers[at];
            matches!(self.cited(&waiver.decision, Some(waiver)), Cited::Allows).then_some(at)
        };
        self.waivers().filter_map(of).collect()
    }
}

/// Whether the configuration of `base` names the decision `entry` of the head.
fn is_cited(base: &Site, entry: &Entry) -> bool {
    let waivers = base.config.waivers.iter().map(|waiver| &waiver.decision);
    waivers
        .chain([&base.config.rules_by])
        .filter_map(Field::get)
        .filter_map(|it| base.find(it))
        .any(|it| it.id == entry.id)
}

/// What `waiver` accepts that no waiver of the base did; `None` when it accepts nothing more, or nothing any more.
fn widened(change: &Change, waiver: &Waiver) -> Option<String> {
    let (base, head) = (change.base, change.head);
    let until = |waiver: &Waiver| waiver.until.get().copied().unwrap_or(Date::MAX);
    let (rule, record) = (waiver.rule.text(), waiver.record.text());
    let path = waived_path(head, record);
    if until(waiver) < head.today || Rule::named(rule).is_none() {
        return None;
    }
    let is_its = |was: &&At<Waiver>| {
        let now =
            || waived_path(base, was.record.text()).and_then(|it| Some(change.after(base.at_path(&it)?)?.path.clone()));
        was.rule.text() == rule && (was.record.text() == record || path.is_some() && now() == path)
    };
    let longest = base.config.waivers.iter().filter(is_its).map(|was| until(was)).max();
    let end = |day: Date| if day == Date::MAX { "for good".to_owned() } else { format!("until {day}") };
    match longest {
        None => Some(format!("`{rule}` is waived for `{record}`")),
        Some(before) if before < until(waiver) => {
            Some(format!("the waiver of `{rule}` for `{record}` holds {} and not {}", end(until(waiver)), end(before)))
        }
        Some(_) => None,
    }
}

/// Levels that are lower: those that the site sets or set, at their places, and those of the profiles.
fn of_levels(sides: &Sides) -> (Vec<Place>, Vec<Loosening>) {
    let (base, head) = (sides.change.base, sides.change.head);
    let weight = |level: RuleLevel| level_of(level).map_or(0, |level| level as u8 + 1);
    let text = sides.trees.1.text(FILE).cloned().unwrap_or_default();
    let (mut of_site, mut of_profiles) = (Vec::new(), Vec::new());
    for rule in RULES {
        let (was, is) = (of_rule(base, rule), of_rule(head, rule));
        if weight(is) >= weight(was) {
            continue;
        }
        let way = vec![Part::Key("levels".to_owned()), Part::Key(rule.name.to_owned())];
        let what = format!("`{}` goes from `{was}` to `{is}`", rule.name);
        if [base, head].iter().any(|site| site.config.levels.contains_key(rule.name)) {
            of_site.push(Place { path: head.config.path.clone(), span: find(&text, &way).0, what });
        } else {
            of_profiles.push(Loosening { way, what });
        }
    }
    (of_site, of_profiles)
}

/// A lower rung in the configuration, where the record does not hold the group on the one that it was on.
fn of_rung(sides: &Sides) -> Option<Place> {
    let (base, head) = (sides.change.base, sides.change.head);
    let (was, is) = (base.config.rung, head.config.rung);
    if is >= was || head.rung >= base.rung {
        return None;
    }
    let text = sides.trees.1.text(FILE).cloned().unwrap_or_default();
    let span = find(&text, &[Part::Key("rung".to_owned())]).0;
    let what = format!("`rung` goes from `{was}` to `{is}`");
    Some(Place { path: head.config.path.clone(), span, what })
}

/// Each of `loosenings` at the place in the profiles of the site that says it. What another list of profiles brings along
/// is one, at that list.
fn placed(sides: &Sides, loosenings: Vec<Loosening>) -> Vec<Place> {
    let (base, head) = (&sides.change.base.config, &sides.change.head.config);
    let names = |config: &crate::config::Config| config.profiles.iter().map(|it| it.value.clone()).collect::<Vec<_>>();
    let is_other_list = names(base) != names(head);
    let mut places = Vec::new();
    let mut of_list: Vec<String> = Vec::new();
    for Loosening { way, what } in loosenings {
        match in_profiles(sides, &way, is_other_list) {
            Some((path, span)) => places.push(Place { path, span, what }),
            None => of_list.push(what),
        }
    }
    if !of_list.is_empty() {
        let span = head.profiles.first().zip(head.profiles.last());
        let span = span.map(|(first, last)| Span::new(first.span.start, last.span.end));
        let quoted = |names: Vec<String>| match names.is_empty() {
            true => "no profile".to_owned(),
            false => list(names.iter().map(|it| format!("`{it}`")), "and"),
        };
        let more = of_list.len().saturating_sub(NAMED);
        let mut named: Vec<String> = of_list.into_iter().take(NAMED).collect();
        if more > 0 {
            named.push(format!("{more} more"));
        }
        let named = list(named, "and");
        let what = match is_other_list {
            true => format!("{} in the place of {}: {named}", quoted(names(head)), quoted(names(base))),
            false => named,
        };
        places.push(Place { path: head.path.clone(), span, what });
    }
    places
}

/// Where a profile of the site says what lies at `way`, or said it before the change; `None` where none of its files does,
/// and where `is_other_list` explains it as well.
fn in_profiles(sides: &Sides, way: &[Part], is_other_list: bool) -> Option<(ContentPath, Option<Span>)> {
    let (base, head) = sides.trees;
    let is_profile = |path: &&ContentPath| is_governing(path) && path.as_str() != FILE;
    let text = |tree: &Tree, path: &ContentPath| tree.sources.get(path).map(|source| source.text.clone());
    let mut best: Option<(usize, ContentPath, Option<Span>)> = None;
    for path in head.sources.keys().filter(is_profile) {
        let (now, before) = (text(head, path), text(base, path));
        if now == before {
            continue;
        }
        let (span, depth) = find(now.as_deref().unwrap_or_default(), way);
        let was = find(before.as_deref().unwrap_or_default(), way).1;
        let depth = depth.max(was);
        if depth > best.as_ref().map_or(0, |(depth, _, _)| *depth) {
            best = Some((depth, path.clone(), span));
        }
    }
    best.filter(|(depth, _, _)| !is_other_list || *depth == way.len()).map(|(_, path, span)| (path, span))
}

/// Whether the file at `path` holds rules of a site: its configuration, or a profile of its own.
pub(super) fn is_governing(path: &ContentPath) -> bool {
    path.as_str().ends_with(".toml") && !path.as_str().starts_with("themes/") && !path.as_str().starts_with("static/")
}

/// Whether the rules of the sites in `tree` and in `base` are written in the same words.
pub fn has_same_rules(tree: &Tree, base: &Tree) -> bool {
    let rules = |tree: &Tree| {
        let files = tree.sources.iter().filter(|(path, _)| is_governing(path));
        files.map(|(path, source)| (path.clone(), source.text.clone())).collect::<Vec<_>>()
    };
    rules(tree) == rules(base)
}

/// The place in the TOML `text` to which `way` leads, or the last one on it that is there, and how many parts of the way
/// are.
fn find(text: &str, way: &[Part]) -> (Option<Span>, usize) {
    let (table, _) = DeTable::parse_recoverable(text);
    let mut span: Option<Span> = None;
    let mut here = Some(Here::Table(table.get_ref()));
    for (depth, part) in way.iter().enumerate() {
        let next = match (&here, part) {
            (Some(Here::Table(table)), Part::Key(key)) => {
                let entry = table.iter().find(|(name, _)| name.get_ref() == key);
                entry.map(|(name, value)| {
                    let is_leaf = !matches!(value.get_ref(), DeValue::Table(_) | DeValue::Array(_));
                    (if is_leaf { value.span() } else { name.span() }, value.get_ref())
                })
            }
            (Some(Here::Value(DeValue::Array(items))), Part::Item(keys)) => {
                let says = |item: &DeValue| keys.iter().all(|(key, word)| says(item, key, word.as_deref()));
                items.iter().find(|item| says(item.get_ref())).map(|item| (item.span(), item.get_ref()))
            }
            (Some(_) | None, _) => None,
        };
        let Some((place, value)) = next else { return (span, depth) };
        span = Some(place.into());
        here = Some(match value {
            DeValue::Table(table) => Here::Table(table),
            other => Here::Value(other),
        });
    }
    (span, way.len())
}

/// Where the way through a TOML file has led.
enum Here<'t, 'i> {
    Table(&'t DeTable<'i>),
    Value(&'t DeValue<'i>),
}

/// Whether `key` of `item` says `word`, or has it in its list; with `None`, whether the key is not there.
fn says(item: &DeValue, key: &str, word: Option<&str>) -> bool {
    let DeValue::Table(table) = item else { return false };
    let is_it = |value: &DeValue| matches!(value, DeValue::String(text) if Some(&**text) == word || &**text == "any");
    match (table.get(key).map(toml::Spanned::get_ref), word) {
        (None, None) => true,
        (Some(DeValue::Array(items)), Some(_)) => items.iter().any(|item| is_it(item.get_ref())),
        (Some(value), Some(_)) => is_it(value),
        (None, Some(_)) | (Some(_), None) => false,
    }
}

/// Another group whose site it is, areas that the site answers for no more, and an earlier day to which everything is counted.
fn of_site(change: &Change) -> Vec<Place> {
    let (base, head) = (change.base, change.head);
    let path = &head.config.path;
    let mut places = Vec::new();
    let own = base.own_group().map(|own| change.after(own).map(|it| it.at));
    if let Some(before) = base.own_group().filter(|_| own != Some(head.own_group().map(|it| it.at))) {
        let now = head.own_group().map_or_else(|| "nobody in particular".to_owned(), name);
        let what = format!("the site is that of {now} and not of {}", name(before));
        places.push(Place { path: path.clone(), span: head.config.group.span(), what });
    }
    let end = head.config.counted_to(Date::MAX);
    if end < base.config.counted_to(Date::MAX) {
        let before = base.config.record_until.get().map_or_else(|| "today".to_owned(), Date::to_string);
        let what = format!("what is late is counted to {end} and not to {before}");
        places.push(Place { path: path.clone(), span: head.config.record_until.span(), what });
    }
    let of_profile = |site: &Site| site.profile.requirements.words("scope").to_vec();
    let is_own = base.config.scope != of_profile(base) || head.config.scope != of_profile(head);
    let gone = base.config.scope.iter().filter(|area| is_own && !head.config.scope.contains(area));
    places.extend(gone.map(|area| {
        let what = format!("the group does not answer for `{area}` any more");
        Place { path: path.clone(), span: None, what }
    }));
    places
}

/// What the records of groups ask less of, as rules of the group: how it decides and how many seats it has.
fn of_groups(change: &Change) -> Vec<(ContentPath, Option<Span>, String)> {
    let groups = change.pairs.iter().filter_map(|pair| Some((pair, pair.before.group()?, pair.after.group()?)));
    groups
        .flat_map(|(pair, before, after)| {
            let at = |span: Option<Span>, what: String| (pair.after.path.clone(), span, what);
            of_group(&name(pair.after), before, after).into_iter().map(move |(span, what)| at(span, what))
        })
        .take(SUGGESTIONS)
        .collect()
}

fn of_group(name: &str, before: &Group, after: &Group) -> Vec<(Option<Span>, String)> {
    let mut found = Vec::new();
    let fallback = after.r#type.span().or(after.name.span());
    if let Some(mode) = before.decision_mode.get().filter(|_| before.decision_mode.get() != after.decision_mode.get()) {
        let now = after.decision_mode.get().map_or_else(|| "as its profile says".to_owned(), |it| format!("by `{it}`"));
        found.push((after.decision_mode.span().or(fallback), format!("{name} decides {now} and not by `{mode}`")));
    }
    if let Some(quorum) = before.quorum.get().filter(|was| after.quorum.get().is_none_or(|is| is < was)) {
        let now = after.quorum.get().map_or_else(|| "nothing".to_owned(), u32::to_string);
        found.push((
            after.quorum.span().or(fallback),
            format!("the `quorum` of {name} goes from `{quorum}` to `{now}`"),
        ));
    }
    if let Some(days) = before.meets_every.get().filter(|was| after.meets_every.get().is_none_or(|is| is > was)) {
        let now = after.meets_every.get().map_or_else(|| "nothing".to_owned(), u32::to_string);
        found.push((
            after.meets_every.span().or(fallback),
            format!("`meets_every` of {name} goes from `{days}` to `{now}`"),
        ));
    }
    if let Some(sort) = before.r#type.get().filter(|_| before.r#type.get() != after.r#type.get()) {
        found.push((fallback, format!("{name} is no `{sort}` any more")));
    }
    if after.external.get() == Some(&true) && before.external.get() != Some(&true) {
        found.push((
            after.external.span().or(fallback),
            format!("{name} is kept elsewhere, and decides without a roster"),
        ));
    }
    for seat in before.seat.items() {
        let kind = seat.kind.text();
        let is = after.seat.items().iter().find(|it| it.kind.text() == kind);
        let min = |it: &crate::document::group::Seat| it.min.get().copied().unwrap_or_default();
        let max = |it: &crate::document::group::Seat| it.max.get().copied().unwrap_or(u32::MAX);
        let span = is.map(|it| it.span).or(after.seat.span()).or(fallback);
        if is.is_none_or(|is| min(is) < min(seat) || max(is) > max(seat)) {
            found.push((span, format!("the seats `{kind}` of {name} are bound less than they were")));
        }
    }
    found
}
