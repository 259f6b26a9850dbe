//! Profiles laid one over the other: a later one wins key by key, and says so where it contradicts an earlier one.
//!
//! A key is the smallest thing that has a value of its own: the holder of one state, one step from one state to another,
//! one requirement. Lists that describe one thing (the seats of a group, the bodies that hold root access) are one key.

mod asked;
mod steps;
mod ways;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fit::Wish;
use super::layer::Layer;
use super::own::{Reading, together};
use super::resolve::{AskedState, Scope};
use super::written::{Words, WrittenKind, WrittenSection, WrittenState, spread};
use super::{Body, KindWorkflow, Means, Phase, Profile, SectionRow, StateRow, Vocabulary};
use crate::diagnostic::Diagnostic;
use crate::fields::{At, Field, List, Map};
use crate::id::Kind;
use crate::text::{Span, nearest};

use ways::along_the_ways;

/// The kinds whose state the site can tell from other fields than events.
const DERIVABLE: [Kind; 4] = [Kind::Decision, Kind::Meeting, Kind::Service, Kind::Survey];

/// The profile, and where its states and steps are written, for the checks.
pub(super) struct Merged {
    pub profile: Profile,
    pub places: BTreeMap<Kind, KindPlaces>,
}

/// Where the parts of a workflow are written.
pub(super) struct KindPlaces {
    /// Where the kind is first spoken of.
    pub kind: Place,
    /// Where it is spoken of last.
    pub latest: Place,
    pub initial: Option<Place>,
    pub terminal: Option<Place>,
    /// One for each state, in the same order.
    pub states: Vec<Place>,
    /// The states of other records that the steps ask for, with the profile that does.
    pub asked_states: Vec<(usize, AskedState)>,
}

/// A place in one of the profiles.
#[derive(Clone, Copy, Default)]
pub(super) struct Place {
    pub layer: usize,
    pub span: Span,
}

/// What one profile says on a key.
struct Given<T> {
    value: T,
    place: Place,
}

/// The same table in each profile that has it, the lowest first.
type Pile<'a, W> = Vec<(usize, &'a W, Span)>;

/// What the layers say together. The lowest comes first.
pub(super) fn merge(layers: &[Layer], vocabulary: &Vocabulary, findings: &mut Vec<Diagnostic>) -> Merged {
    let cited = cited(layers);
    let mut merger = Merger { layers, vocabulary, findings, bodies: BTreeMap::new(), cited };
    merger.bodies = merger.bodies();
    let requirements = merger.requirements();
    let mut kinds = BTreeMap::new();
    let mut places = BTreeMap::new();
    for (name, pile) in merger.tables(|layer| &layer.written.kind) {
        let Some(kind) = Kind::parse(name).filter(|kind| *kind != Kind::Page) else {
            for (layer, _, span) in pile {
                let known = Kind::ALL.iter().filter(|kind| **kind != Kind::Page).map(|kind| kind.name());
                merger.scope(layer, None).unknown(span, format!("there is no kind `{name}`"), name, known);
            }
            continue;
        };
        let (mut workflow, at) = merger.kind(kind, pile);
        let terminal = std::mem::take(&mut workflow.terminal);
        for state in workflow.states.iter_mut().filter(|state| !terminal.contains(&state.name)) {
            state.stalled_after_days = state.stalled_after_days.or(requirements.number("stalled_after_days"));
        }
        workflow.terminal = terminal;
        kinds.insert(kind, workflow);
        places.insert(kind, at);
    }
    merger.known_levels();
    let levels = merger.map("levels", |layer| &layer.written.levels);
    let clauses = merger.clauses(&kinds, &requirements);
    let bodies = merger.bodies;
    let names = layers.iter().map(|layer| layer.name.clone()).collect();
    Merged { profile: Profile { names, bodies, kinds, requirements, levels, clauses }, places }
}

struct Merger<'a> {
    layers: &'a [Layer],
    vocabulary: &'a Vocabulary,
    findings: &'a mut Vec<Diagnostic>,
    bodies: BTreeMap<String, Arc<Body>>,
    /// The clauses by name, as findings cite them.
    cited: BTreeMap<String, String>,
}

impl<'a> Merger<'a> {
    fn bodies(&mut self) -> BTreeMap<String, Arc<Body>> {
        let mut bodies = BTreeMap::new();
        for (word, pile) in self.tables(|layer| &layer.written.body) {
            let given = pile.into_iter().map(|(layer, written, span)| {
                let group_type = written.r#type.get().zip(written.r#type.span());
                let group_type = group_type.map(|(group_type, span)| {
                    let known = &self.vocabulary.group_types;
                    self.scope(layer, None).word("type of group", known, group_type, span)
                });
                let title = written.title.get().cloned().unwrap_or_else(|| format!("the {word}"));
                let body = Body { word: word.to_owned(), title, group_type, of_record: written.of_record.is_true() };
                Given { value: body, place: Place { layer, span } }
            });
            let given = given.collect();
            if let Some(body) = self.settle(&format!("body.{word}"), given) {
                bodies.insert(word.to_owned(), Arc::new(body.value));
            }
        }
        bodies
    }

    /// Reports levels of rules that do not exist.
    fn known_levels(&mut self) {
        for (at, layer) in self.layers.iter().enumerate() {
            for (rule, _) in layer.written.levels.entries() {
                let known = &self.vocabulary.rules;
                if known.is_empty() || known.contains(&rule.as_str()) {
                    continue;
                }
                let message = format!("there is no rule `{}`", rule.value);
                let finding = self.layers[at].finding("unknown-rule", rule.span, message);
                self.findings.push(match nearest(rule, known.iter().copied()) {
                    Some(meant) => finding.help(format!("did you mean `{meant}`?")),
                    None => finding.help("`candor explain` lists the rules"),
                });
            }
        }
    }

    /// The profiles from the last one on that starts the kind anew; reported where that drops what another one says, over
    /// which it does not say that it wins.
    fn anew(&mut self, kind: Kind, pile: Pile<'a, WrittenKind>) -> Pile<'a, WrittenKind> {
        let Some(fresh) = pile.iter().rposition(|(_, it, _)| it.replaces.is_true()) else { return pile };
        let (layer, written, span) = pile[fresh];
        let later = Place { layer, span: written.replaces.span().unwrap_or(span) };
        for (layer, _, span) in &pile[..fresh] {
            self.disagree(&format!("kind.{kind}"), Place { layer: *layer, span: *span }, later);
        }
        pile[fresh..].to_vec()
    }

    fn kind(&mut self, kind: Kind, pile: Pile<'a, WrittenKind>) -> (KindWorkflow, KindPlaces) {
        let pile = self.anew(kind, pile);
        let key = |name: &str| format!("kind.{kind}.{name}");
        let outline = self.outline(kind, &pile);
        let initial = self.settled(&key("initial"), &pile, |it| &it.initial, |_, name| name.clone());
        let terminal = self.settled(&key("terminal"), &pile, |it| &it.terminal, |_, list| plain(list));
        let terminal_place = terminal.as_ref().map(|terminal| terminal.place);
        let terminal = terminal.map(|terminal| terminal.value).unwrap_or_default();

        let (states, state_places) = self.states(kind, &pile);
        let names: Vec<String> = states.iter().map(|state| state.name.clone()).collect();
        self.known_states(kind, &pile, &names);
        self.derivable(kind, &pile);
        let mut states = self.with_maps(kind, &pile, states, &outline);

        let (transitions, asked_states) = self.transitions(kind, &pile, &states, &terminal, &outline);
        along_the_ways(&mut states, initial.as_ref().map(|it| it.value.as_str()), &transitions, &outline);
        let layers = self.layers;
        let said = pile
            .iter()
            .map(|(layer, it, _)| Reading { layer: &layers[*layer], findings: &mut *self.findings }.usual(kind, it));
        let usual = together(said.collect::<Vec<_>>().into_iter(), self.vocabulary.own_keys.get(&kind));
        let workflow = KindWorkflow {
            usual,
            title: self.scalar(&key("title"), &pile, |it| &it.title),
            plural: self.scalar(&key("plural"), &pile, |it| &it.plural),
            derived: self.scalar(&key("derived"), &pile, |it| &it.derived).unwrap_or_default(),
            states,
            initial: initial.as_ref().map_or(String::new(), |initial| initial.value.clone()),
            terminal,
            transitions,
            outline,
        };
        let places = KindPlaces {
            kind: pile.first().map_or_else(Place::default, place_of),
            latest: pile.last().map_or_else(Place::default, place_of),
            initial: initial.map(|initial| initial.place),
            terminal: terminal_place,
            states: state_places,
            asked_states,
        };
        (workflow, places)
    }

    fn outline(&mut self, kind: Kind, pile: &Pile<'a, WrittenKind>) -> Vec<SectionRow> {
        let rows = |scope: &mut Scope, list: &List<WrittenSection>| {
            scope.twice("section", list.iter().map(|it| (it.title.text(), it.title.span())));
            let row = |it: &At<WrittenSection>| SectionRow {
                title: it.title.text().to_owned(),
                guidance: it.guidance.text().to_owned(),
            };
            list.iter().map(row).collect::<Vec<_>>()
        };
        self.read(&format!("kind.{kind}.outline"), pile, |it| &it.outline, rows).unwrap_or_default()
    }

    /// `states` with what the maps by state say on them: who holds them, when they count as stalled, what they ask for.
    fn with_maps(
        &mut self,
        kind: Kind,
        pile: &Pile<'a, WrittenKind>,
        mut states: Vec<StateRow>,
        outline: &[SectionRow],
    ) -> Vec<StateRow> {
        let parties = |scope: &mut Scope, value: &At<Words>| scope.parties(&spread(&value.value, value.span));
        let mut holders = self.by_state(kind, "holder", pile, |it| &it.holder, parties);
        let mut stalled =
            self.by_state(kind, "stalled_after_days", pile, |it| &it.stalled_after_days, |_, value| value.value);
        let titles = |scope: &mut Scope, value: &At<Words>| sections_of(scope, value, outline);
        let mut sections = self.by_state(kind, "sections", pile, |it| &it.sections, titles);
        let mut fields = self.by_state(kind, "fields", pile, |it| &it.fields, fields_of);

        for state in &mut states {
            state.holders = holders.remove(&state.name).unwrap_or_default();
            state.stalled_after_days = stalled.remove(&state.name);
            state.own_sections = sections.remove(&state.name).unwrap_or_default();
            state.own_fields = fields.remove(&state.name).unwrap_or_default();
            if state.deadline.is_none() && state.phase != Phase::Ended {
                state.deadline = self.end_of_window(kind, &state.own_fields);
            }
        }
        states
    }

    /// The last day of the stretch of time that is among `fields`.
    fn end_of_window(&self, kind: Kind, fields: &[String]) -> Option<String> {
        let known = self.vocabulary.fields.get(&kind)?;
        let ends = fields.iter().map(|field| format!("{}.closes", field.trim_end_matches(".closes")));
        ends.into_iter().find(|end| known.iter().any(|field| field.path == *end && Wish::Date.fits(field)))
    }

    /// The states in order, without what the maps by state say on them.
    fn states(&mut self, kind: Kind, pile: &Pile<'a, WrittenKind>) -> (Vec<StateRow>, Vec<Place>) {
        let mut order: Vec<&str> = Vec::new();
        let mut piles: BTreeMap<&str, Pile<WrittenState>> = BTreeMap::new();
        for (layer, written, _) in pile {
            let beneath = order.len();
            let names = written.states.items().iter().map(|state| (state.name.text(), state.name.span()));
            self.scope(*layer, Some(kind)).twice("state", names);
            for state in written.states.items() {
                let Some(name) = state.name.get() else { continue };
                piles.entry(name).or_default().push((*layer, &state.value, state.span));
                if let Some(here) = order.iter().position(|known| known == name) {
                    let after = order.iter().position(|known| Some(*known) == state.after.get().map(String::as_str));
                    if let (false, Some(span)) = (after.is_some_and(|after| after < here), state.after.span()) {
                        let message = format!("the state `{name}` is there already, and keeps its place");
                        self.scope(*layer, Some(kind)).invalid(span, message, "remove `after`");
                    }
                    continue;
                }
                let after = state.after.get().map(|after| order.iter().position(|known| known == after));
                if let (Some(None), Some(span)) = (after, state.after.span()) {
                    let message = format!("a {kind} has no state `{}` before this one", state.after.text());
                    let declare = "leave `after` out: no state stands before this one";
                    let known = order.iter().copied();
                    self.scope(*layer, Some(kind)).undeclared(span, message, state.after.text(), known, declare);
                }
                let ends = phase_of(state) == Some(Phase::Ended);
                // A state that is added without a word on its place comes before those that end the matter.
                let end_of_path = match beneath {
                    0 => order.len(),
                    _ => order.iter().rposition(|known| !ended(&piles, known)).map_or(0, |at| at + 1),
                };
                let place = after.flatten().map_or(if ends { order.len() } else { end_of_path }, |at| at + 1);
                order.insert(place, name);
            }
        }
        let mut rows = Vec::new();
        let mut places = Vec::new();
        for name in order {
            let pile = &piles[name];
            let key = |part: &str| format!("kind.{kind}.states.{name}.{part}");
            let (layer, _, span) = pile[0];
            let meaning = self.scalar(&key("meaning"), pile, |it| &it.meaning);
            let means = self.scalar(&key("means"), pile, |it| &it.means);
            let phase = self.scalar(&key("phase"), pile, |it| &it.phase);
            for (layer, written, _) in pile {
                self.scope(*layer, Some(kind)).day(&written.deadline);
            }
            let deadline = self.scalar(&key("deadline"), pile, |it| &it.deadline);
            let is_kept_up = self.scalar(&key("kept_up"), pile, |it| &it.kept_up).unwrap_or_default();
            let mut scope = self.scope(layer, Some(kind));
            scope.state(name, meaning.as_ref(), (means, phase), span);
            rows.push(StateRow {
                name: name.to_owned(),
                label: self.scalar(&key("label"), pile, |it| &it.label).unwrap_or_else(|| name.replace('-', " ")),
                meaning: meaning.unwrap_or_default(),
                means,
                phase: phase.or(means.map(Means::phase)).unwrap_or_default(),
                holders: Vec::new(),
                stalled_after_days: None,
                deadline,
                is_kept_up,
                sections: Vec::new(),
                fields: Vec::new(),
                own_sections: Vec::new(),
                own_fields: Vec::new(),
            });
            places.push(Place { layer, span });
        }
        (rows, places)
    }

    /// Reports `derived` for a kind whose state follows from nothing but its events.
    fn derivable(&mut self, kind: Kind, pile: &Pile<'a, WrittenKind>) {
        if DERIVABLE.contains(&kind) {
            return;
        }
        for (layer, written, _) in pile {
            if let (true, Some(span)) = (written.derived.is_true(), written.derived.span()) {
                let message = format!("the state of a {kind} follows from its events, and from nothing else");
                self.scope(*layer, Some(kind)).invalid(span, message, "remove `derived`");
            }
        }
    }

    /// Reports the states that `initial`, `terminal` and the maps by state name and that do not exist.
    fn known_states(&mut self, kind: Kind, pile: &Pile<'a, WrittenKind>, names: &[String]) {
        for (layer, written, _) in pile {
            let keys = |map: &Field<Map<Words>>| {
                map.entries().iter().map(|(key, _)| (key.value.clone(), key.span)).collect::<Vec<_>>()
            };
            let mut named: Vec<(String, Span)> = Vec::new();
            named.extend(written.initial.get().cloned().zip(written.initial.span()));
            named.extend(written.terminal.items().iter().map(|it| (it.value.clone(), it.span)));
            for map in [&written.holder, &written.sections, &written.fields] {
                named.extend(keys(map));
            }
            let stalled = written.stalled_after_days.entries();
            named.extend(stalled.iter().map(|(key, _)| (key.value.clone(), key.span)));
            for (name, span) in named {
                self.check_state(*layer, kind, names, &name, span);
            }
        }
    }

    /// Whether `name` is a state; reported when it is not.
    fn check_state(&mut self, layer: usize, kind: Kind, names: &[String], name: &str, span: Span) -> bool {
        let known = names.iter().any(|state| state == name);
        if !known {
            let message = format!("a {kind} has no state `{name}`");
            let declare = format!("add it to `states`: `{{ name = \"{name}\", means = \"…\", meaning = \"…\" }}`");
            let known = names.iter().map(String::as_str);
            self.scope(layer, Some(kind)).undeclared(span, message, name, known, &declare);
        }
        known
    }

    /// The tables under each key of a map, over all profiles.
    fn tables<W>(&self, pick: fn(&Layer) -> &Field<Map<W>>) -> BTreeMap<&'a str, Pile<'a, W>> {
        let layers = self.layers;
        let mut tables: BTreeMap<&str, Pile<W>> = BTreeMap::new();
        for (at, layer) in layers.iter().enumerate() {
            for (key, value) in pick(layer).entries() {
                tables.entry(&key.value).or_default().push((at, &value.value, key.span));
            }
        }
        tables
    }

    /// A map of plain values, merged key by key.
    fn map<T: Clone + PartialEq>(&mut self, name: &str, pick: fn(&Layer) -> &Field<Map<T>>) -> BTreeMap<String, T> {
        let mut settled = BTreeMap::new();
        for (key, pile) in self.tables(pick) {
            let given = pile.into_iter();
            let given = given.map(|(layer, value, span)| Given { value: value.clone(), place: Place { layer, span } });
            let given = given.collect();
            if let Some(value) = self.settle(&format!("{name}.{key}"), given) {
                settled.insert(key.to_owned(), value.value);
            }
        }
        settled
    }

    /// What the profiles say on each state under one key of the kind.
    fn by_state<T, V: PartialEq>(
        &mut self,
        kind: Kind,
        name: &str,
        pile: &Pile<'a, WrittenKind>,
        pick: fn(&WrittenKind) -> &Field<Map<T>>,
        read: impl Fn(&mut Scope, &At<T>) -> V,
    ) -> BTreeMap<String, V> {
        let mut given: BTreeMap<String, Vec<Given<V>>> = BTreeMap::new();
        for (layer, written, _) in pile {
            for (state, value) in pick(written).entries() {
                let place = Place { layer: *layer, span: value.span };
                let value = read(&mut self.scope(*layer, Some(kind)), value);
                given.entry(state.value.clone()).or_default().push(Given { value, place });
            }
        }
        let mut settled = BTreeMap::new();
        for (state, given) in given {
            if let Some(value) = self.settle(&format!("kind.{kind}.{name}.{state}"), given) {
                settled.insert(state, value.value);
            }
        }
        settled
    }

    /// The value of a field on which the last profile wins.
    fn scalar<W, T: Clone + PartialEq>(&mut self, key: &str, pile: &Pile<W>, pick: fn(&W) -> &Field<T>) -> Option<T> {
        self.read(key, pile, pick, |_, value| value.clone())
    }

    fn read<W, T, V: PartialEq>(
        &mut self,
        key: &str,
        pile: &Pile<W>,
        pick: fn(&W) -> &Field<T>,
        read: impl Fn(&mut Scope, &T) -> V,
    ) -> Option<V> {
        self.settled(key, pile, pick, read).map(|given| given.value)
    }

    fn settled<W, T, V: PartialEq>(
        &mut self,
        key: &str,
        pile: &Pile<W>,
        pick: fn(&W) -> &Field<T>,
        read: impl Fn(&mut Scope, &T) -> V,
    ) -> Option<Given<V>> {
        let mut given = Vec::new();
        for (layer, written, _) in pile {
            let field = pick(written);
            if let (Some(value), Some(span)) = (field.get(), field.span()) {
                let value = read(&mut self.scope(*layer, None), value);
                given.push(Given { value, place: Place { layer: *layer, span } });
            }
        }
        self.settle(key, given)
    }

    /// The last word on `key`; reported when it contradicts a profile over which it does not say that it wins.
    fn settle<T: PartialEq>(&mut self, key: &str, mut given: Vec<Given<T>>) -> Option<Given<T>> {
        let last = given.pop()?;
        for earlier in given {
            if earlier.value != last.value {
                self.disagree(key, earlier.place, last.place);
            }
        }
        Some(last)
    }

    fn disagree(&mut self, key: &str, earlier: Place, later: Place) {
        let (below, above) = (&self.layers[earlier.layer], &self.layers[later.layer]);
        // What stands twice in one profile was said too.
        if earlier.layer == later.layer {
            return;
        }
        // Where the earlier one says that it wins, their order is what is wrong, and that was said.
        if above.over.contains(&earlier.layer) || below.over.contains(&later.layer) {
            return;
        }
        let message =
            format!("`{}` and `{}` disagree on `{key}`, and neither says that it wins", below.name, above.name);
        let mut finding = above.finding("profiles-disagree", later.span, message);
        if let Some(path) = below.file() {
            finding = finding.label(path, earlier.span, format!("`{}` says something else here", below.name));
        }
        if let Some(path) = above.file() {
            finding = finding.concerning(path, "wins_over".to_owned());
        }
        self.findings.push(finding.help(match above.file() {
            Some(_) => format!("add `wins_over = [\"{}\"]` to `{}`", below.name, above.name),
            None => format!(
                "settle it in a profile of your own, listed last, with `wins_over = [\"{}\", \"{}\"]`",
                below.name, above.name
            ),
        }));
    }

    fn scope(&mut self, layer: usize, kind: Option<Kind>) -> Scope<'_> {
        Scope {
            layer: &self.layers[layer],
            bodies: &self.bodies,
            clauses: &self.cited,
            vocabulary: self.vocabulary,
            kind,
            findings: self.findings,
            asked_states: Vec::new(),
        }
    }
}

/// Every clause that a layer declares, by its name, as findings cite it; the last one wins.
fn cited(layers: &[Layer]) -> BTreeMap<String, String> {
    let declared = layers.iter().flat_map(|layer| layer.written.clause.entries());
    declared.map(|(name, it)| (name.value.clone(), format!("{}: {}", it.source.text(), it.says.text()))).collect()
}

/// Whether the profiles so far say that the matter ends in the state.
fn ended(piles: &BTreeMap<&str, Pile<WrittenState>>, state: &str) -> bool {
    let last = piles.get(state).and_then(|pile| pile.iter().rev().find_map(|(_, it, _)| phase_of(it)));
    last == Some(Phase::Ended)
}

/// The phase that one profile gives to a state; `None` when it says nothing on that.
fn phase_of(state: &WrittenState) -> Option<Phase> {
    state.phase.get().copied().or_else(|| state.means.get().map(|means| means.phase()))
}

/// The sections that a state needs by itself.
fn sections_of(scope: &mut Scope, value: &At<Words>, outline: &[SectionRow]) -> Vec<String> {
    let mut sections = Vec::new();
    for (title, span) in spread(&value.value, value.span) {
        if title == "all" {
            join(&mut sections, outline.iter().map(|row| row.title.clone()).collect());
        } else if outline.iter().any(|row| row.title == title) {
            join(&mut sections, vec![title.to_owned()]);
        } else {
            let message = format!("the outline has no section `{title}`");
            let declare = format!("add it to `outline`: `{{ title = \"{title}\", guidance = \"…\" }}`");
            scope.undeclared(span, message, title, outline.iter().map(|row| row.title.as_str()), &declare);
        }
    }
    sections
}

/// The fields that a state needs by itself.
fn fields_of(scope: &mut Scope, value: &At<Words>) -> Vec<String> {
    let mut fields = Vec::new();
    for (path, span) in spread(&value.value, value.span) {
        scope.check_given(path, span);
        join(&mut fields, vec![path.to_owned()]);
    }
    fields
}

/// Adds what is not there yet.
fn join(all: &mut Vec<String>, more: Vec<String>) {
    for item in more {
        if !all.contains(&item) {
            all.push(item);
        }
    }
}

fn place_of<W>((layer, _, span): &(usize, W, Span)) -> Place {
    Place { layer: *layer, span: *span }
}

fn plain(list: &List<String>) -> Vec<String> {
    list.iter().map(|item| item.value.clone()).collect()
}
