//! Records whose content changes together with the decision on it.

use crate::change::{PROGRESS, Substance, ValueChange};
use crate::check::prelude::*;
use crate::fields::look::{self, Look};
use crate::workflow::{Evidence, Guard};

pub(crate) const FIND: Find = each!(pair, find);

fn find(facts: &Facts, _: &Change, pair: &Pair) -> Option<Diagnostic> {
    let entered = entered(facts.site, pair)?;
    let is_turned = |it: &&ValueChange| {
        let is_other = !it.is_filling && !it.is_slip && !it.is_link;
        is_other && it.item.is_none() && it.is_under(entered.turned.iter().copied())
    };
    let turned = pair.values.iter().find(is_turned);
    let substance = turned.map(Substance::Value).or_else(|| pair.substance(entered.fields));
    let substance = substance.filter(|it| !is_what_was_decided(pair, it))?;
    let (what, span) = altered(pair, &substance);
    // What the step is judged by decides whether it is legal.
    let level = if turned.is_some() { Level::Error } else { Level::Warning };
    let message = format!(
        "{} becomes `{}`, and {what} changes with it: what was decided on is not what it says now",
        name(pair.after),
        entered.state
    );
    let finding = facts
        .at(pair.after, span.or(entered.span), message)
        .at_level(level)
        .help("propose the content first and the step (`[[event]]` or `outcome`) in a change of its own, or the other way round");
    Some(finding.label(&pair.after.path, entered.span.filter(|_| span.is_some()), "the step"))
}

/// Whether it is the text in which a decision says what was decided, and why. What was asked is in its front matter and in the
/// passages that were there before.
fn is_what_was_decided(pair: &Pair, substance: &Substance) -> bool {
    match substance {
        Substance::Wording(_) => pair.after.decision().is_some() && !rewrites_the_question(pair),
        Substance::Value(_) => false,
    }
}

/// Whether a passage is rewritten that lies in another section than the one with the decision.
fn rewrites_the_question(pair: &Pair) -> bool {
    let outline = &pair.before.outline;
    let mut answers = outline.headings.iter().zip(&outline.sections);
    let answer = answers.find(|(heading, _)| same_title("Decision", &heading.title)).map(|(_, section)| section.span);
    pair.substantial().any(|passage| {
        let was = passage.before;
        was.start < was.end && answer.is_none_or(|answer| !answer.holds(was))
    })
}

/// A state that somebody decided on.
struct Entered<'a> {
    state: &'a str,
    span: Option<Span>,
    /// The fields that the step fills in.
    fields: Vec<&'a str>,
    /// Those that the step asks for and that said something before.
    turned: Vec<&'a str>,
}

fn entered<'a>(site: &'a Site, pair: &Pair<'a>) -> Option<Entered<'a>> {
    if let (Some(before), Some(after)) = (pair.before.decision(), pair.after.decision()) {
        let outcome = after.outcome.get().filter(|_| before.outcome.get().is_none())?;
        return Some(Entered {
            state: outcome.as_str(),
            span: after.outcome.span(),
            fields: Vec::new(),
            turned: Vec::new(),
        });
    }
    let workflow = site.profile.kind(pair.after.kind())?;
    let is_new = |step: &JudgedStep| pair.steps.added.iter().any(|event| std::ptr::eq(*event, step.event));
    site.judged_steps_since(pair.after, Some(pair.before)).into_iter().filter(is_new).find_map(|step| {
        let needs: Vec<&Evidence> = step.needs().collect();
        let state = workflow.state(step.to)?;
        if state.phase != Phase::Done && !needs.iter().any(|need| asks_for_agreement(&need.guard)) {
            return None;
        }
        let of_state = state.fields.iter().map(String::as_str);
        let asked: Vec<&str> = needs.iter().flat_map(|need| need.guard.fields()).collect();
        let new = asked.iter().filter_map(|field| new_table(pair, field));
        // What was stated before is what was decided on, also where the step asks for it.
        let is_stated = |field: &&str| {
            let had = look::field(pair.before.record.as_value(), field).and_then(Look::value);
            had.is_some_and(|it| it.items().is_empty() && (it.text().is_some() || it.date().is_some()))
        };
        let (turned, filled): (Vec<&str>, Vec<&str>) = of_state.chain(asked.iter().copied()).partition(is_stated);
        let is_progress = |field: &&str| PROGRESS.contains(field);
        let turned = turned.into_iter().filter(|field| !is_progress(field)).collect();
        let fields = filled.into_iter().chain(new).collect();
        Some(Entered { state: &state.name, span: step.event.to.span(), fields, turned })
    })
}

/// The table of `field`, where the record had none: then all of it is there for the step. `cost` of `cost.status`.
fn new_table<'f>(pair: &Pair, field: &'f str) -> Option<&'f str> {
    let (table, _) = field.split_once('.')?;
    let had = look::field(pair.before.record.as_value(), table).is_some_and(|it| it.span().is_some());
    (!had).then_some(table)
}

fn asks_for_agreement(guard: &Guard) -> bool {
    guard.parts().into_iter().any(|part| matches!(part, Guard::Decision { .. } | Guard::Approvals { .. }))
}
