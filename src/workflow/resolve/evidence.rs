//! Reading the evidence that a step asks for: exactly one guard in each table, its words looked up.

use super::super::fit::{Wish, referred_kinds, tells_apart, words_of};
use super::super::written::{
    Words, WrittenAgreed, WrittenApprovals, WrittenBefore, WrittenCount, WrittenDecision, WrittenElapsed, WrittenNeed,
    WrittenOtherState, WrittenUnless, words,
};
use super::super::{Approvals, Condition, Evidence, Guard, SectionRow, Share};
use super::{AskedState, Scope};
use crate::fields::{At, Field};
use crate::id::Kind;
use crate::text::Span;

impl Scope<'_> {
    /// The evidence of a step; `outline` holds the sections that the text of its kind can have.
    pub(crate) fn needs(&mut self, needs: &[At<WrittenNeed>], outline: &[SectionRow]) -> Vec<Evidence> {
        needs.iter().filter_map(|need| self.need(need, need.span, outline)).collect()
    }

    /// One piece of evidence; reported when it is none or several at once.
    fn need(&mut self, need: &WrittenNeed, span: Span, outline: &[SectionRow]) -> Option<Evidence> {
        let guard = self.guard(need, outline);
        if !need.is.is_missing() && need.field.is_missing() {
            let message = "`is` says what a `field` holds, and there is no `field` here".to_owned();
            self.invalid(span, message, "write `{ field = \"route\", is = [\"volunteer\"] }`");
        }
        let given = guard_spans(need);
        if let [_, second, ..] = given.as_slice() {
            let message = "two guards stand in one table".to_owned();
            self.invalid(*second, message, "give each guard a table of its own: `needs = [{ … }, { … }]`");
        }
        if given.is_empty() && !self.is_told(span) {
            let guards = "`section`, `field`, `link`, `decision`, `approvals`, `elapsed`, `count`, `all_met`, `before`, `state`, `agreed`, `unless` or `any`";
            self.invalid(span, "this table holds no guard".to_owned(), format!("write one of {guards}"));
        }
        let (says, help) = (need.says.get().cloned(), need.help.get().cloned());
        let clause = self.clause(&need.clause);
        let since = need.since.get().copied();
        guard.map(|guard| Evidence { guard, says, help, clause, since })
    }

    /// The first guard that stands in the table; the words of all of them are looked up.
    fn guard(&mut self, need: &WrittenNeed, outline: &[SectionRow]) -> Option<Guard> {
        let guards = [
            self.section(need, outline),
            self.path(&need.field, Wish::Given).map(|field| Guard::Field { is: self.said(&field, &need.is), field }),
            self.path(&need.link, Wish::Link).map(|field| Guard::Link { field }),
            need.decision.get().map(|decision| self.decision(decision)),
            need.approvals
                .get()
                .zip(need.approvals.span())
                .map(|(it, span)| Guard::Approvals(self.approvals(it, span))),
            need.elapsed.get().and_then(|elapsed| self.elapsed(elapsed)),
            need.count.get().zip(need.count.span()).and_then(|(count, span)| self.count(count, span)),
            self.path(&need.all_met, Wish::Met).map(|field| Guard::AllMet { field }),
            need.before.get().and_then(|before| self.before(before)),
            need.state.get().and_then(|state| self.other_state(state)),
            need.agreed.get().and_then(|agreed| self.agreed(agreed)),
            need.unless.get().and_then(|unless| self.unless(unless, outline)),
            Some(self.needs(need.any.items(), outline)).filter(|it| !it.is_empty()).map(|needs| Guard::Any { needs }),
        ];
        guards.into_iter().flatten().next()
    }

    fn section(&mut self, need: &WrittenNeed, outline: &[SectionRow]) -> Option<Guard> {
        let (title, span) = (need.section.get()?, need.section.span()?);
        self.check_section(title, span, outline);
        Some(Guard::Section { title: title.clone() })
    }

    fn decision(&mut self, decision: &WrittenDecision) -> Guard {
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
        Guard::Decision { kind, group, outcome, mode, named }
    }

    fn elapsed(&mut self, elapsed: &WrittenElapsed) -> Option<Guard> {
        let from = self.path(&elapsed.from, Wish::Date)?;
        Some(Guard::Elapsed { from, days: *elapsed.days.get()?, fresh: elapsed.fresh.is_true() })
    }

    fn before(&mut self, before: &WrittenBefore) -> Option<Guard> {
        let (first, then) = (self.path(&before.first, Wish::Date), self.path(&before.then, Wish::Date));
        Some(Guard::Before { first: first?, then: then? })
    }

    fn other_state(&mut self, state: &WrittenOtherState) -> Option<Guard> {
        let of = self.path(&state.of, Wish::Record)?;
        let is = words(&state.is);
        self.some("is", state.is.span().map(|span| (&is[..], span)), "name the states that the record may be in");
        let kinds: Vec<Kind> = self.field(&of).map(|field| referred_kinds(field).collect()).unwrap_or_default();
        let asked = is.iter().map(|(state, span)| AskedState {
            state: (*state).to_owned(),
            span: *span,
            field: of.clone(),
            kinds: kinds.clone(),
        });
        self.asked_states.extend(asked);
        Some(Guard::State { of, is: is.iter().map(|(state, _)| (*state).to_owned()).collect() })
    }

    fn unless(&mut self, unless: &WrittenUnless, outline: &[SectionRow]) -> Option<Guard> {
        let field = self.path(&unless.field, Wish::Given)?;
        let list = unless.needs.get().zip(unless.needs.span());
        let list = list.map(|(needs, span)| (&needs[..], span));
        self.some("needs", list, "say what holds where the exception does not");
        let condition = Condition { is: self.said(&field, &unless.is), field };
        Some(Guard::Unless { condition, needs: self.needs(unless.needs.items(), outline) })
    }

    fn approvals(&mut self, approvals: &WrittenApprovals, span: Span) -> Approvals {
        let has_approvals = self.fields().is_empty() || self.field("approval").is_some();
        if !has_approvals {
            let kind = self.kind.map_or("record", Kind::title);
            let message = format!("a {kind} has no field `approval`, so nobody can approve one");
            self.invalid(span, message, "ask for a decision: `{ decision = { group = \"board\" } }`");
        }
        for (key, field) in [("by", &approvals.by), ("except", &approvals.except)] {
            let instead = format!("leave `{key}` out, or name somebody");
            let named = words(field);
            self.some(key, field.span().map(|span| (&named[..], span)), &instead);
        }
        let count = self.share("count", &approvals.count).unwrap_or(Share::People(1));
        let fixed = count.fixed();
        if let (Some(0), Some(span)) = (fixed, approvals.count.span()) {
            self.invalid(span, "0 approvals are always there".to_owned(), "ask for one at least, or for none at all");
        }
        if let (None, [], Some(span)) = (fixed, &words(&approvals.by)[..], approvals.count.span()) {
            let help = "name in `by` those whose approvals count: `by = \"group\"`";
            self.invalid(span, format!("`count` asks for {count} of nobody in particular"), help);
        }
        if let (Some(from), Some(span), Some(count)) =
            (approvals.affiliations.get(), approvals.affiliations.span(), fixed)
            && *from > count
        {
            let message = format!("`count` asks for fewer approvals, {count}, than `affiliations`, {from}");
            self.invalid(span, message, format!("write `count = {from}`, or fewer affiliations"));
        }
        Approvals {
            count,
            affiliations: approvals.affiliations.get().copied(),
            by: self.parties(&words(&approvals.by)),
            except: self.parties(&words(&approvals.except)),
            fresh: approvals.fresh.is_true(),
        }
    }

    fn count(&mut self, count: &WrittenCount, span: Span) -> Option<Guard> {
        self.bounds(("at_least", &count.at_least), ("at_most", &count.at_most));
        let (at_least, at_most) = (count.at_least.get().copied(), count.at_most.get().copied());
        if at_most.is_none() && at_least.unwrap_or(0) == 0 && !self.is_told(span) {
            let message = "every number of items fits this".to_owned();
            self.invalid(span, message, "add `at_least = 1`, or `at_most`");
        }
        let field = self.path(&count.field, Wish::Count)?;
        let distinct = count.distinct.get().cloned();
        if let (Some(key), Some(span)) = (&distinct, count.distinct.span()) {
            let path = format!("{field}.{key}");
            if self.check_path(&path, span) && self.field(&path).is_some_and(|field| !tells_apart(field)) {
                let message = format!("`{path}` holds no text by which two items could be told apart");
                self.invalid(span, message, "name a key that holds a name, a word or a text");
            }
        }
        let with = self.parties(&words(&count.with));
        let only = count.only.get().and_then(|only| {
            let (key, span) = (only.key.get()?, only.key.span()?);
            let path = format!("{field}.{key}");
            let is_known = self.check_path(&path, span);
            Some(Condition { is: if is_known { self.said(&path, &only.is) } else { Vec::new() }, field: key.clone() })
        });
        Some(Guard::Count { field, at_least, at_most, distinct, with, only })
    }

    fn agreed(&mut self, agreed: &WrittenAgreed) -> Option<Guard> {
        let by = words(&agreed.by);
        self.some("by", agreed.by.span().map(|span| (&by[..], span)), "name who has to agree");
        let field = self.path(&agreed.field, Wish::Record)?;
        Some(Guard::Agreed { field, by: self.parties(&by), runs: self.path(&agreed.runs, Wish::Record) })
    }

    /// The words that `field` is to say, each reported when it never can.
    fn said(&mut self, field: &str, is: &Field<Words>) -> Vec<String> {
        let wanted = words(is);
        self.some("is", is.span().map(|span| (&wanted[..], span)), "name the words, or leave `is` out");
        let vocabulary = self.vocabulary;
        let own = self.kind.and_then(|kind| vocabulary.own_keys.get(&kind)?.iter().find(|key| key.key == field));
        if let Some(own) = own.filter(|own| !own.words.is_empty()) {
            for (word, span) in wanted.iter().filter(|(word, _)| !own.words.iter().any(|it| it == word)) {
                let known = own.words.iter().map(String::as_str);
                self.unknown(*span, format!("`{field}` never says `{word}`"), word, known);
            }
        }
        let known = self.field(field).and_then(words_of);
        for (word, span) in &wanted {
            match known.as_deref() {
                None => {}
                Some([]) => {
                    let message = format!("`{field}` holds no words, so it never says `{word}`");
                    self.invalid(*span, message, "leave `is` out: it is then enough that the field is given");
                }
                Some(known) if known.contains(word) => {}
                Some(known) => {
                    self.unknown(*span, format!("`{field}` never says `{word}`"), word, known.iter().copied());
                }
            }
        }
        wanted.into_iter().map(|(word, _)| word.to_owned()).collect()
    }

    /// Reports a section that the outline does not have; a kind without an outline can have any.
    fn check_section(&mut self, title: &str, span: Span, outline: &[SectionRow]) {
        if outline.is_empty() || outline.iter().any(|row| row.title.eq_ignore_ascii_case(title)) {
            return;
        }
        let message = format!("the outline has no section `{title}`");
        self.unknown(span, message, title, outline.iter().map(|row| row.title.as_str()));
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
        need.agreed.span(),
        need.unless.span(),
        need.any.span(),
    ]
    .into_iter()
    .flatten()
    .collect();
    spans.sort();
    spans
}
