//! Looking up the words of one profile: bodies, fields, states, modes. A word that leads nowhere is a finding.

mod evidence;
mod shares;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fit::{Wish, is_single};
use super::layer::Layer;
use super::written::{Words, WrittenClause, WrittenGroup, WrittenRequirements, WrittenRole, words};
use super::{Body, By, Clause, Means, Party, Phase, Vocabulary};
use crate::diagnostic::Diagnostic;
use crate::fields::look::is_unreadable;
use crate::fields::{At, Field, FieldPath, Table};
use crate::id::Kind;
use crate::text::{Date, Span, nearest};

/// What the words of one profile can mean.
pub(super) struct Scope<'a> {
    pub layer: &'a Layer,
    pub bodies: &'a BTreeMap<String, Arc<Body>>,
    /// The clauses that the profiles declare, by name, as findings cite them.
    pub clauses: &'a BTreeMap<String, String>,
    pub vocabulary: &'a Vocabulary,
    /// Whose fields are meant; `None` outside the workflow of a kind.
    pub kind: Option<Kind>,
    pub findings: &'a mut Vec<Diagnostic>,
    /// The states of other records that were asked for, to be looked up once every kind has its states.
    pub asked_states: Vec<AskedState>,
}

/// A state of another record that a step asks for.
pub(super) struct AskedState {
    pub state: String,
    /// Where it is written.
    pub span: Span,
    /// The field that names the record, and the kinds that it can be of.
    pub field: String,
    pub kinds: Vec<Kind>,
}

/// A stretch of time as it is written.
pub(super) struct Stretch {
    pub since: Option<(Date, Span)>,
    pub until: Option<(Date, Span)>,
    /// The table that it stands in.
    pub span: Span,
}

impl Stretch {
    pub(super) fn of(since: &Field<Date>, until: &Field<Date>, span: Span) -> Stretch {
        let day = |field: &Field<Date>| field.get().copied().zip(field.span());
        Stretch { since: day(since), until: day(until), span }
    }

    /// Where it begins to apply, in the text.
    fn beginning(&self) -> Span {
        self.since.map_or(self.span, |(_, span)| span)
    }
}

impl Scope<'_> {
    /// Reports that something is wrong at `span`.
    pub(super) fn invalid(&mut self, span: Span, message: String, help: impl Into<String>) {
        self.findings.push(self.layer.finding("invalid-profile", span, message).help(help));
    }

    /// Reports a word that is not one of `known`.
    pub(super) fn unknown<'k>(
        &mut self,
        span: Span,
        message: String,
        word: &str,
        known: impl IntoIterator<Item = &'k str>,
    ) {
        self.undeclared(span, message, word, known, "nothing is known here: leave the word out");
    }

    /// The same for words that the profiles declare themselves; `declare` says how, where there are none yet.
    pub(super) fn undeclared<'k>(
        &mut self,
        span: Span,
        message: String,
        word: &str,
        known: impl IntoIterator<Item = &'k str>,
        declare: &str,
    ) {
        let known: Vec<&str> = known.into_iter().collect();
        let help = match nearest(word, known.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if known.is_empty() => declare.to_owned(),
            // Nobody reads two hundred names to find one.
            None if known.len() > 30 => {
                format!("{} are known, and none is like it; look for the one that is meant", known.len())
            }
            None => format!("known here are {}", listing(&known)),
        };
        self.invalid(span, message, help);
    }

    /// `word`, reported when the list of `what` is known and does not hold it.
    pub(super) fn word(&mut self, what: &str, known: &[&'static str], word: &str, span: Span) -> String {
        if !known.is_empty() && !known.contains(&word) {
            self.unknown(span, format!("`{word}` is no {what}"), word, known.iter().copied());
        }
        word.to_owned()
    }

    /// The word in `field`, reported at its place when the list of `what` is known and does not hold it.
    pub(super) fn field_word(&mut self, what: &str, known: &[&'static str], field: &Field<String>) -> String {
        match field.get().zip(field.span()) {
            Some((word, span)) => self.word(what, known, word, span),
            None => String::new(),
        }
    }

    /// Reports a list in which nothing stands, where that would mean something else than no list.
    pub(super) fn some<T>(&mut self, key: &str, list: Option<(&[T], Span)>, instead: &str) {
        if let Some(([], span)) = list
            && !self.is_told(span)
        {
            self.invalid(span, format!("nothing stands in `{key}`"), instead);
        }
    }

    /// Reports a state that no profile describes, of which none says what it means, or that ends a matter by its meaning and
    /// not by its phase.
    pub(super) fn state(
        &mut self,
        state: &str,
        meaning: Option<&String>,
        (means, phase): (Option<Means>, Option<Phase>),
        span: Span,
    ) {
        let kind = self.kind.map_or("record", Kind::name);
        // A word that could not be read is reported where it stands.
        let is_reported = self.is_told(span);
        if meaning.is_none() && !is_reported {
            let message = format!("the state `{state}` of a {kind} has no `meaning`");
            self.invalid(span, message, "add `meaning = \"…\"`, one sentence");
        }
        if means.is_none() && !is_reported {
            let known: Vec<&str> = Means::ALL.iter().map(|means| means.as_str()).collect();
            let message = format!("the state `{state}` of a {kind} has no `means`");
            self.invalid(span, message, format!("add `means = \"…\"`, by which rules know it: {}", listing(&known)));
        }
        if let (Some(means), Some(phase)) = (means, phase)
            && means.is_end() != (phase == Phase::Ended)
        {
            let what = if means.is_end() { "ends a matter" } else { "does not end a matter" };
            let message = format!("the state `{state}` means `{means}`, which {what}, and its phase is `{phase}`");
            let help = format!("leave `phase` out, it is then `{}`; or write another `means`", means.phase());
            self.invalid(span, message, help);
        }
    }

    /// Reports an upper bound below its lower one.
    pub(super) fn bounds(&mut self, (least, from): (&str, &Field<u32>), (most, to): (&str, &Field<u32>)) {
        if let (Some(low), Some(high), Some(span)) = (from.get(), to.get(), to.span())
            && low > high
        {
            let message = format!("`{least}` is {low} and `{most}` is {high}: no number fits both");
            self.invalid(span, message, format!("swap them, or correct one: `{most}` is the larger number"));
        }
    }

    /// Reports more than a hundred of a hundred parts.
    pub(super) fn percent(&mut self, key: &str, field: &Field<u32>) {
        if let (Some(share), Some(span)) = (field.get(), field.span())
            && *share > 100
        {
            let message = format!("`{key}` is {share}, and no share is larger than 100 percent");
            self.invalid(span, message, format!("write how many percent at most: `{key} = 50`"));
        }
    }

    /// Reports what stands a second time in a list whose items are told apart by a word.
    pub(super) fn twice<'w>(&mut self, what: &str, words: impl IntoIterator<Item = (&'w str, Option<Span>)>) {
        let mut seen: Vec<(&str, Span)> = Vec::new();
        for (word, span) in words {
            let Some(span) = span else { continue };
            match seen.iter().find(|(other, _)| *other == word) {
                Some((_, first)) => {
                    let message = format!("the {what} `{word}` stands here a second time");
                    let finding = self.layer.finding("invalid-profile", span, message);
                    self.findings.push(self.first(finding, *first).help("remove one, or give them different names"));
                }
                None => seen.push((word, span)),
            }
        }
    }

    /// `finding` with the place at which the same stands first.
    fn first(&self, finding: Diagnostic, span: Span) -> Diagnostic {
        match self.layer.file() {
            Some(path) => finding.label(path, span, "it stands here first"),
            None => finding,
        }
    }

    /// Whether there is a day on which what is written for `stretch` applies; reported when there is none.
    pub(super) fn applies(&mut self, stretch: &Stretch) -> bool {
        let (Some((since, _)), Some((until, span))) = (stretch.since, stretch.until) else { return true };
        if until <= since {
            let message = format!("`since` is {since} and `until` is {until}: it never applies");
            self.invalid(
                span,
                message,
                "`until` is the first day on which it does not apply any more: write a day after `since`",
            );
        }
        since < until
    }

    /// Reports days on which several of `stretches` apply, of which only the first counts, and days between two of them on
    /// which none does.
    pub(super) fn stretches(&mut self, what: &str, stretches: Vec<Stretch>) {
        let mut stretches: Vec<Stretch> = stretches.into_iter().filter(|stretch| self.applies(stretch)).collect();
        stretches.sort_by_key(|stretch| stretch.since.map(|(day, _)| day));
        for pair in stretches.windows(2) {
            let [earlier, later] = pair else { continue };
            let since = later.since.map(|(day, _)| day);
            match (earlier.until, since) {
                (Some((until, _)), Some(since)) if until == since => {}
                (Some((until, _)), Some(since)) if until < since => {
                    let message = format!("nothing says {what} from {until} on and before {since}");
                    let help =
                        format!("begin this one on that day, `since = {until}`, or add one for the days between");
                    self.invalid(later.beginning(), message, help);
                }
                _ => {
                    let (message, help) = match since {
                        Some(since) => (
                            format!("two tables say {what} on {since}"),
                            format!("end the one before on that day: `until = {since}`"),
                        ),
                        None => (
                            format!("two tables say {what}, from the beginning"),
                            "give one of them `since`, and the other the same day as `until`".to_owned(),
                        ),
                    };
                    let finding = self.layer.finding("invalid-profile", later.beginning(), message);
                    let finding = match self.layer.file() {
                        Some(path) => finding.label(path, earlier.span, "this one applies then too"),
                        None => finding,
                    };
                    self.findings.push(finding.help(help));
                }
            }
        }
    }

    pub(super) fn body(&mut self, word: &str, span: Span) -> Option<Arc<Body>> {
        let found = self.bodies.get(word).cloned();
        if found.is_none() {
            let bodies = self.bodies;
            self.unknown(span, format!("no profile declares a body `{word}`"), word, bodies.keys().map(String::as_str));
        }
        found
    }

    /// The bodies of a list, without those that nobody declares.
    pub(super) fn bodies_of(&mut self, list: &[At<String>]) -> Vec<Arc<Body>> {
        list.iter().filter_map(|word| self.body(word, word.span)).collect()
    }

    pub(super) fn optional_body(&mut self, field: &Field<String>) -> Option<Arc<Body>> {
        let (word, span) = (field.get()?, field.span()?);
        self.body(word, span)
    }

    /// The clauses that `field` names, as findings cite them; what is no name and has several words stands for itself.
    pub(super) fn clause(&mut self, field: &Field<Words>) -> Option<String> {
        let mut cited = Vec::new();
        for (word, span) in words(field) {
            let declared = self.clauses.get(word).cloned();
            match declared {
                Some(clause) => cited.push(clause),
                None if word.contains(' ') => cited.push(word.to_owned()),
                None => {
                    let clauses = self.clauses;
                    let message = format!("no profile declares a clause `{word}`");
                    let declare = format!(
                        "declare it: `[clause.{word}]` with `source` and `says`; or name the source in several words"
                    );
                    self.undeclared(span, message, word, clauses.keys().map(String::as_str), &declare);
                }
            }
        }
        (!cited.is_empty()).then(|| cited.join("; "))
    }

    /// A clause as its profile declares it; reported when neither rules nor a person hold it.
    pub(super) fn declared(&mut self, name: &str, written: &WrittenClause, span: Span) -> Clause {
        let rules = written.rules.items();
        let rules = rules.iter().map(|rule| self.word("rule", &self.vocabulary.rules, rule, rule.span)).collect();
        let kinds: Vec<&'static str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        let about = written.about.items().iter().map(|kind| self.word("kind of record", &kinds, kind, kind.span));
        let about: Vec<String> = about.collect();
        if written.rules.items().is_empty() && written.person.is_missing() && !is_unreadable(written, "rules") {
            let help = "name the `rules` that enforce it, or say in `person` why a person has to look after it";
            self.invalid(span, format!("nothing holds the clause `{name}`"), help);
        }
        for key in written.requires.items() {
            self.requirement(key, key.span);
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

    /// Reports a key that is no requirement: `comment_days`, `group.board.seats`, `group.board.roles.chair.term_days`.
    fn requirement(&mut self, key: &str, span: Span) {
        let roles = self.vocabulary.roles.iter().flat_map(|role| {
            let keys = WrittenRole::ROWS.iter().map(move |row| format!("roles.{role}.{}", row.key));
            keys.chain([format!("roles.{role}")])
        });
        let of_group: Vec<String> = WrittenGroup::ROWS.iter().map(|row| row.key.to_owned()).chain(roles).collect();
        let types = self.vocabulary.group_types.iter();
        let of_groups = types.flat_map(|it| of_group.iter().map(move |key| format!("group.{it}.{key}")));
        let plain = WrittenRequirements::ROWS.iter().map(|row| row.key.to_owned());
        let known: Vec<String> = plain.chain(of_groups).collect();
        let is_unchecked = self.vocabulary.group_types.is_empty() && key.starts_with("group.");
        if is_unchecked || known.iter().any(|it| it == key) {
            return;
        }
        let help = match nearest(key, known.iter().map(String::as_str)) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => {
                "name a key of `[require]`, such as `comment_days`, or of a group, such as `group.working-group.seats`"
                    .to_owned()
            }
        };
        self.invalid(span, format!("no requirement has the key `{key}`"), help);
    }

    /// A body, a role such as `role:chair@group`, or a field of the kind.
    pub(super) fn party(&mut self, word: &str, span: Span) -> Option<Party> {
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
        if fields.is_empty() {
            return Some(Party::Field(word.to_owned()));
        }
        if fields.iter().any(|field| field.path == word) {
            return self.fitting(word, span, Wish::Somebody).map(|_| Party::Field(word.to_owned()));
        }
        let kind = self.kind.map_or("record", Kind::title);
        let people = fields.iter().filter(|field| Wish::Somebody.fits(field)).map(|field| field.path.as_str());
        let known = self.bodies.keys().map(String::as_str).chain(people);
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
    pub(super) fn parties(&mut self, words: &[(&str, Span)]) -> Vec<Party> {
        words.iter().filter_map(|(word, span)| self.party(word, *span)).collect()
    }

    /// Who may take a step; `None` when nobody is left.
    pub(super) fn by(&mut self, written: &Field<Words>) -> Option<By> {
        let words = words(written);
        self.some(
            "by",
            written.span().map(|span| (&words[..], span)),
            "say who may take the step, or `by = \"anyone\"`",
        );
        let named: Vec<(&str, Span)> = words.iter().copied().filter(|(word, _)| *word != "anyone").collect();
        let parties = self.parties(&named);
        if named.len() < words.len() {
            return Some(By::Anyone);
        }
        (!parties.is_empty()).then_some(By::Parties(parties))
    }

    /// Whether something is already reported within `span`: an unknown guard, a value of the wrong type.
    pub(super) fn is_told(&self, span: Span) -> bool {
        let within = |inner: Span| span.start <= inner.start && inner.end <= span.end;
        self.findings.iter().any(|it| Some(&it.path) == self.layer.file() && it.span.is_some_and(within))
    }

    /// Reports a field that is to hold a day and that the kind does not have, or that holds none.
    pub(super) fn day(&mut self, field: &Field<String>) {
        self.path(field, Wish::Date);
    }

    /// The path in `field`; reported when the kind has no such field, or one in which `wish` never comes true.
    fn path(&mut self, field: &Field<String>, wish: Wish) -> Option<String> {
        let (path, span) = (field.get()?, field.span()?);
        if self.check_path(path, span) {
            self.fitting(path, span, wish);
        }
        Some(path.clone())
    }

    /// Whether the kind has the field `path`, or its fields are not known; reported when it has not.
    fn check_path(&mut self, path: &str, span: Span) -> bool {
        let fields = self.fields();
        if fields.is_empty() || fields.iter().any(|field| field.path == path) {
            return true;
        }
        let kind = self.kind.map_or("record", Kind::title);
        let finding = self.layer.finding("invalid-profile", span, format!("a {kind} has no field `{path}`"));
        self.findings.push(match nearest(path, fields.iter().map(|field| field.path.as_str())) {
            Some(meant) => finding.help(format!("did you mean `{meant}`?")),
            None => finding.help(format!("`candor schema` prints the fields of a {kind}")),
        });
        false
    }

    /// Reports a field that a state asks for and that the kind does not have, or has in the items of a list only.
    pub(super) fn check_given(&mut self, path: &str, span: Span) {
        if !self.check_path(path, span) {
            return;
        }
        let in_list = self.field(path).is_some_and(|field| field.in_list);
        if let (true, Some((list, _))) = (in_list, path.rsplit_once('.')) {
            let kind = self.kind.map_or("record", Kind::title);
            let message = format!("`{path}` of a {kind} stands in each item of a list, and a state asks for one value");
            let help = match list {
                "event" => format!("ask for it in the steps that lead there: `needs = [{{ field = \"{path}\" }}]`"),
                list => format!("ask for the list: `{list}`"),
            };
            self.invalid(span, message, help);
        }
    }

    /// `path`, a field of the kind, where `wish` can come true; reported where it cannot.
    fn fitting<'p>(&mut self, path: &'p str, span: Span, wish: Wish) -> Option<&'p str> {
        let Some(field) = self.field(path) else { return Some(path) };
        if wish.fits(field) {
            return Some(path);
        }
        let kind = self.kind.map_or("record", Kind::title);
        let (message, help) = match path.rsplit_once('.') {
            Some((list, _)) if !is_single(field) && wish != Wish::Record && wish != Wish::Somebody => (
                format!("`{path}` of a {kind} stands in each item of a list, where no step finds it"),
                format!("ask for the list: `{{ count = {{ field = \"{list}\", at_least = 1 }} }}`"),
            ),
            _ => {
                let fitting = self.fields().iter().filter(|field| wish.fits(field));
                let fitting: Vec<&str> = fitting.map(|field| field.path.as_str()).collect();
                let help = match fitting.as_slice() {
                    [] => format!("a {kind} has no field that fits; ask for something else"),
                    some => format!("fields that fit are {}", listing(some)),
                };
                (format!("`{path}` of a {kind} {}", wish.unmet()), help)
            }
        };
        self.invalid(span, message, help);
        None
    }

    fn fields(&self) -> &[FieldPath] {
        self.kind.and_then(|kind| self.vocabulary.fields.get(&kind)).map_or(&[], Vec::as_slice)
    }

    fn field(&self, path: &str) -> Option<&FieldPath> {
        self.fields().iter().find(|field| field.path == path)
    }
}

/// `a`, `b`, `c` in backticks.
pub(super) fn listing(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
