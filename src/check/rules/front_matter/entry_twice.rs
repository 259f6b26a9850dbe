//! Tables of a list that say the same in every key, and several of a list with one id.

use std::collections::HashMap;

use crate::check::prelude::*;
use crate::fields::look::{Content, Look, Value};

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    within(facts, entry, entry.record.as_value(), &mut found);
    found
}

/// Adds what stands twice in the lists of `table`, and in those of its tables.
fn within(facts: &Facts, entry: &Entry, table: &dyn Value, found: &mut Vec<Diagnostic>) {
    let Content::Table(fields) = table.content() else { return };
    let lists = fields.iter().filter_map(|(row, look)| Some((row.key, look.value()?)));
    for (key, value) in lists {
        match value.content() {
            Content::Table(_) => within(facts, entry, value, found),
            Content::List(items) if matches!(items.first().map(|it| it.content()), Some(Content::Table(_))) => {
                if items.len() > 1 {
                    found.extend(twice(facts, entry, key, &items));
                }
                items.into_iter().for_each(|item| within(facts, entry, item, found));
            }
            Content::List(_)
            | Content::Map(_)
            | Content::Text(_)
            | Content::Day(_)
            | Content::Moment(_)
            | Content::Whole(_)
            | Content::Number(_)
            | Content::Flag(_)
            | Content::Money(_)
            | Content::Objective(_)
            | Content::Link(_)
            | Content::Reference(..) => {}
        }
    }
}

/// Those of `items`, the tables of the list `key`, that are there already.
fn twice(facts: &Facts, entry: &Entry, key: &str, items: &[&dyn Value]) -> Vec<Diagnostic> {
    let (mut by_id, mut by_content) = (HashMap::new(), HashMap::new());
    // Nearly all differ in the first thing that they say, such as whom they are about.
    let begin: Vec<Option<String>> = items.iter().map(|item| begins(*item)).collect();
    let mut often: HashMap<&Option<String>, usize> = HashMap::new();
    begin.iter().for_each(|it| *often.entry(it).or_default() += 1);
    let is_like_another = |at: usize| often[&begin[at]] > 1;
    let of_item = |(at, item): (usize, &&dyn Value)| {
        let place = place(*item)?;
        let said = is_like_another(at).then(|| said(*item)).flatten();
        if let Some(first) = said.and_then(|said| by_content.insert(said, place)) {
            let message = format!("this `{key}` says the same as another one, and counts twice");
            let help = format!("take one `[[{key}]]` of the two out, or say in it where they differ");
            let finding = facts.at(entry, place, message).label(&entry.path, first, "it stands here first").help(help);
            return Some(finding.concerning(&entry.path, key.to_owned()));
        }
        let id = item.field("id")?;
        let (text, place) = id.value()?.text().zip(id.span())?;
        let first = by_id.insert(text.to_owned(), place)?;
        let message = format!("another `{key}` of {} has the id `{text}` too", name(entry));
        let help = "give each its own `id`, for what is said of one is taken to be said of both";
        Some(facts.at(entry, place, message).label(&entry.path, first, "it stands here first").help(help))
    };
    items.iter().enumerate().filter_map(of_item).collect()
}

/// The first thing that `table` says; `None` where that cannot be told.
fn begins(table: &dyn Value) -> Option<String> {
    let Content::Table(fields) = table.content() else { return None };
    let (row, value) = fields.iter().find_map(|(row, look)| Some((row.key, look.value()?)))?;
    Some(format!("{row}={}", said(value)?))
}

/// Where the first thing is written that `table` says.
fn place(table: &dyn Value) -> Option<Span> {
    let Content::Table(fields) = table.content() else { return None };
    fields.iter().filter_map(|(_, look)| look.span()).min()
}

/// All that `table` says, in one text; `None` where it says nothing, or something of it could not be read.
fn said(value: &dyn Value) -> Option<String> {
    let text = match value.content() {
        Content::Text(text) | Content::Link(text) | Content::Reference(text, _) => format!("{text:?}"),
        Content::Day(day) => day.to_string(),
        Content::Moment(moment) => moment.text.clone(),
        Content::Whole(number) => number.to_string(),
        Content::Number(number) => number.to_string(),
        Content::Flag(flag) => flag.to_string(),
        Content::Money(money) => money.to_string(),
        Content::Objective(objective) => objective.to_string(),
        Content::List(_) if value.has_unreadable_items() => return None,
        Content::List(items) => format!("[{}]", items.into_iter().map(said).collect::<Option<Vec<_>>>()?.join(",")),
        Content::Map(entries) => {
            let entries = entries.into_iter().map(|(key, value)| Some(format!("{key:?}={}", said(value)?)));
            format!("{{{}}}", entries.collect::<Option<Vec<_>>>()?.join(","))
        }
        Content::Table(fields) => {
            let stated = fields.into_iter().filter(|(_, look)| look.span().is_some());
            let stated: Vec<String> =
                stated.map(|(row, look)| Some(format!("{}={}", row.key, of_field(look)?))).collect::<Option<_>>()?;
            if stated.is_empty() {
                return None;
            }
            format!("{{{}}}", stated.join(","))
        }
    };
    Some(text)
}

fn of_field(look: &dyn Look) -> Option<String> {
    let gap = || look.unknown().map(|it| &it.reason).or_else(|| look.withheld().map(|it| &it.reason));
    look.value().map_or_else(|| gap().map(|reason| format!("({reason})")), said)
}
