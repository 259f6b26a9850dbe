//! Looking up the words of one profile: bodies, fields, states, modes. A word that leads nowhere is a finding.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::load::Layer;
use super::written::{Words, WrittenClause, WrittenNeed, words};
use super::{Approvals, Body, By, Clause, Condition, Guard, Need, Party, Vocabulary};
use crate::diagnostic::Diagnostic;
use crate::fields::{At, Field};
use crate::id::Kind;
use crate::text::{Span, nearest};

/// What the words of one profile can mean.
pub struct Scope<'a> {
    pub layer: &'a Layer,
    pub bodies: &'a BTreeMap<String, Arc<Body>>,
    /// The clauses that the profiles declare, by name, as findings cite them.
    pub clauses: &'a BTreeMap<String, String>,
    pub vocabulary: &'a Vocabulary,
    /// Whose fields are meant; `None` outside the workflow of a kind.
    pub kind: Option<Kind>,
    pub findings: &'a mut Vec<Diagnostic>,
}

impl Scope<'_> {
    /// Reports that something is wrong at `span`.
    pub fn invalid(&mut self, span: Span, message: String, help: impl Into<String>) {
        self.findings.push(self.layer.finding("invalid-profile", span, message).help(help));
    }

    /// Reports a word that is not one of `known`.
    pub fn unknown<'k>(&mut self, span: Span, message: String, word: &str, known: impl IntoIterator<Item = &'k str>) {
        let known: Vec<&str> = known.into_iter().collect();
        let help = match nearest(word, known.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            // Nobody reads two hundred names to find one.
            None if known.len() > 30 => {
                format!("{} are known, and none is like it; look for the one that is meant", known.len())
            }
            None => format!("known here are {}", listing(&known)),
        };
        self.invalid(span, message, help);
    }

    /// `word`, reported when the list of `what` is known and does not hold it.
    pub fn word(&mut self, what: &str, known: &[&'static str], word: &str, span: Span) -> String {
        if !known.is_empty() && !known.contains(&word) {
            self.unknown(span, format!("`{word}` is no {what}"), word, known.iter().copied());
        }
        word.to_owned()
    }

    pub fn body(&mut self, word: &str, span: Span) -> Option<Arc<Body>> {
        let found = self.bodies.get(word).cloned();
        if found.is_none() {
            let bodies = self.bodies;
            self.unknown(span, format!("no profile declares a body `{word}`"), word, bodies.keys().map(String::as_str));
        }
        found
    }

    /// The bodies of a list, without those that nobody declares.
    pub fn bodies_of(&mut self, list: &[At<String>]) -> Vec<Arc<Body>> {
        list.iter().filter_map(|word| self.body(word, word.span)).collect()
    }

    pub fn optional_body(&mut self, field: &Field<String>) -> Option<Arc<Body>> {
        let (word, span) = (field.get()?, field.span()?);
        self.body(word, span)
    }

    /// The clauses that `field` names, as findings cite them; what is no name and has several words stands for itself.
    pub fn clause(&mut self, field: &Field<Words>) -> Option<String> {
        let mut cited = Vec::new();
        for (word, span) in words(field) {
            let declared = self.clauses.get(word).cloned();
            match declared {
                Some(clause) => cited.push(clause),
                None if word.contains(' ') => cited.push(word.to_owned()),
                None => {
                    let clauses = self.clauses;
                    let message = format!("no profile declares a clause `{word}`");
                    self.unknown(span, message, word, clauses.keys().map(String::as_str));
                }
            }
        }
        (!cited.is_empty()).then(|| cited.join("; "))
    }

    /// A clause as its profile declares it; reported when neither rules nor a person hold it.
    pub fn declared(&mut self, name: &str, written: &WrittenClause, span: Span) -> Clause {
        let rules = written.rules.items();
        let rules = rules.iter().map(|rule| self.word("rule", &self.vocabulary.rules, rule, rule.span)).collect();
        let kinds: Vec<&'static str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        let about = written.about.items().iter().map(|kind| self.word("kind of record", &kinds, kind, kind.span));
        let about: Vec<String> = about.collect();
        if written.rules.items().is_empty() && written.person.is_absent() {
            let help = "name the `rules` that enforce it, or say in `person` why a person has to look after it";
            self.invalid(span, format!("nothing holds the clause `{name}`"), help);
        }
        Clause {
            name: name.to_owned(),
            profile: self.layer.name.clone(),
            source: written.source.text().to_owned(),
            says: written.says.text().to_owned(),
            rules,
            about: about.iter().filter_map(|kind| Kind::parse(kind)).collect(),
            person: written.person.get().cloned(),
            requires: written.requires.items().iter().map(|key| key.value.clone()).collect(),
        }
    }

    /// A body, a role such as `role:chair@group`, or a field of the kind.
    pub fn party(&mut self, word: &str, span: Span) -> Option<Party> {
        if let Some(role) = word.strip_prefix("role:") {
            let (role, of) = match role.split_once('@') {
                Some((role, body)) => (role, Some(self.body(body, span)?)),
                None => (role, None),
            };
            let role = self.word("role of a group", &self.vocabulary.roles, role, span);
            return Some(Party::Role { role, of });
        }
        if let Some(body) = self.bodies.get(word) {
            return Some(Party::Body(body.clone()));
        }
        let fields = self.fields();
        if fields.is_empty() || fields.iter().any(|field| field == word) {
            return Some(Party::Field(word.to_owned()));
        }
        let kind = self.kind.map_or("record", Kind::title);
        let known = self.bodies.keys().map(String::as_str).chain(fields.iter().map(String::as_str));
        let help = match nearest(word, known) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!(
                "write `anyone`, a body ({}), a field of the {kind}, or a role such as `role:treasurer`",
                listing(&self.bodies.keys().map(String::as_str).collect::<Vec<_>>())
            ),
        };
        self.invalid(span, format!("`{word}` is neither a body nor a field of a {kind}"), help);
        None
    }

    /// Who holds a state; nobody when the list is empty.
    pub fn parties(&mut self, words: &[(&str, Span)]) -> Vec<Party> {
        words.iter().filter_map(|(word, span)| self.party(word, *span)).collect()
    }

    /// Who may take a step; `None` when nobody is left.
    pub fn by(&mut self, words: &[(&str, Span)]) -> Option<By> {
        if words.iter().any(|(word, _)| *word == "anyone") {
            return Some(By::Anyone);
        }
        let parties = self.parties(words);
        (!parties.is_empty()).then_some(By::Parties(parties))
    }

    pub fn needs(&mut self, needs: &[At<WrittenNeed>]) -> Vec<Need> {
        needs.iter().filter_map(|need| self.need(need, need.span)).collect()
    }

    fn need(&mut self, need: &WrittenNeed, span: Span) -> Option<Need> {
        let mut guards: Vec<Guard> = Vec::new();
        let is = |field: &Field<_>| words(field).iter().map(|(word, _)| (*word).to_owned()).collect::<Vec<String>>();
        if let Some(title) = need.section.get() {
            guards.push(Guard::Section { title: title.clone() });
        }
        if let Some(field) = self.path(&need.field) {
            guards.push(Guard::Field { field, is: is(&need.is) });
        }
        if let Some(field) = self.path(&need.link) {
            guards.push(Guard::Link { field });
        }
        if let Some(decision) = need.decision.get() {
            let (kinds, outcomes) = (&self.vocabulary.decision_kinds, &self.vocabulary.outcomes);
            let kind = decision.kind.get().zip(decision.kind.span());
            let kind = kind.map(|(kind, span)| self.word("kind of decision", kinds, kind, span));
            let outcome = match decision.outcome.get().zip(decision.outcome.span()) {
                None => Some("accepted".to_owned()),
                Some((any, _)) if any == "any" => None,
                Some((outcome, span)) => Some(self.word("outcome of a decision", outcomes, outcome, span)),
            };
            let mode = decision.mode.get().zip(decision.mode.span());
            let mode = mode.map(|(mode, span)| self.word("mode of deciding", &self.vocabulary.modes, mode, span));
            let (group, named) = (self.optional_body(&decision.group), decision.named.is_true());
            guards.push(Guard::Decision { kind, group, outcome, mode, named });
        }
        if let Some(approvals) = need.approvals.get() {
            guards.push(Guard::Approvals(Approvals {
                count: approvals.count.get().copied().unwrap_or(1),
                affiliations: approvals.affiliations.get().copied(),
                by: self.parties(&words(&approvals.by)),
                except: self.parties(&words(&approvals.except)),
                fresh: approvals.fresh.is_true(),
            }));
        }
        if let Some(elapsed) = need.elapsed.get()
            && let (Some(from), Some(days)) = (self.path(&elapsed.from), elapsed.days.get())
        {
            guards.push(Guard::Elapsed { from, days: *days, fresh: elapsed.fresh.is_true() });
        }
        if let Some(count) = need.count.get()
            && let Some(field) = self.path(&count.field)
        {
            let (at_least, at_most) = (count.at_least.get().copied(), count.at_most.get().copied());
            let distinct = count.distinct.get().cloned();
            if let (Some(key), Some(span)) = (&distinct, count.distinct.span()) {
                self.check_path(&format!("{field}.{key}"), span);
            }
            let with = self.parties(&words(&count.with));
            guards.push(Guard::Count { field, at_least, at_most, distinct, with });
        }
        if let Some(field) = self.path(&need.all_met) {
            guards.push(Guard::AllMet { field });
        }
        if let Some(before) = need.before.get()
            && let (Some(first), Some(then)) = (self.path(&before.first), self.path(&before.then))
        {
            guards.push(Guard::Before { first, then });
        }
        if let Some(state) = need.state.get()
            && let Some(of) = self.path(&state.of)
        {
            guards.push(Guard::State { of, is: is(&state.is) });
        }
        if let Some(unless) = need.unless.get()
            && let Some(field) = self.path(&unless.field)
        {
            let condition = Condition { field, is: is(&unless.is) };
            guards.push(Guard::Unless { condition, needs: self.needs(unless.needs.items()) });
        }
        let others = self.needs(need.any.items());
        if !others.is_empty() {
            guards.push(Guard::Any { needs: others });
        }
        if !need.is.is_absent() && need.field.is_absent() {
            let message = "`is` says what a `field` holds, and there is no `field` here".to_owned();
            self.invalid(span, message, "write `{ field = \"route\", is = [\"volunteer\"] }`");
        }
        let given = guard_spans(need);
        if let [_, second, ..] = given.as_slice() {
            let message = "two guards stand in one table".to_owned();
            self.invalid(*second, message, "give each guard a table of its own: `needs = [{ … }, { … }]`");
        }
        if given.is_empty() && !self.is_told(span) {
            let guards = "`section`, `field`, `link`, `decision`, `approvals`, `elapsed`, `count`, `all_met`, `before`, `state`, `unless` or `any`";
            self.invalid(span, "this table holds no guard".to_owned(), format!("write one of {guards}"));
        }
        let (says, help) = (need.says.get().cloned(), need.help.get().cloned());
        let clause = self.clause(&need.clause);
        guards.into_iter().next().map(|guard| Need { guard, says, help, clause })
    }

    /// Whether something is already reported within `span`: an unknown guard, a value of the wrong type.
    fn is_told(&self, span: Span) -> bool {
        let within = |inner: Span| span.start <= inner.start && inner.end <= span.end;
        self.findings.iter().any(|it| Some(&it.path) == self.layer.file() && it.span.is_some_and(within))
    }

    /// The path in `field`, reported when the kind has no such field.
    fn path(&mut self, field: &Field<String>) -> Option<String> {
        let (path, span) = (field.get()?, field.span()?);
        self.check_path(path, span);
        Some(path.clone())
    }

    /// Reports `path` when the kind has no such field.
    pub fn check_path(&mut self, path: &str, span: Span) {
        let fields = self.fields();
        if fields.is_empty() || fields.iter().any(|field| field == path) {
            return;
        }
        let kind = self.kind.map_or("record", Kind::title);
        let finding = self.layer.finding("guard-on-unknown-field", span, format!("a {kind} has no field `{path}`"));
        self.findings.push(match nearest(path, fields.iter().map(String::as_str)) {
            Some(meant) => finding.help(format!("did you mean `{meant}`?")),
            None => finding.help(format!("`candor schema` prints the fields of a {kind}")),
        });
    }

    fn fields(&self) -> &[String] {
        self.kind.and_then(|kind| self.vocabulary.fields.get(&kind)).map_or(&[], Vec::as_slice)
    }
}

/// Where the guards of a table stand.
fn guard_spans(need: &WrittenNeed) -> Vec<Span> {
    let mut spans: Vec<Span> = [
        need.section.span(),
        need.field.span(),
        need.link.span(),
        need.decision.span(),
        need.approvals.span(),
        need.elapsed.span(),
        need.count.span(),
        need.all_met.span(),
        need.before.span(),
        need.state.span(),
        need.unless.span(),
        need.any.span(),
    ]
    .into_iter()
    .flatten()
    .collect();
    spans.sort();
    spans
}

/// `a`, `b`, `c` in backticks.
fn listing(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
