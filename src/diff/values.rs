//! Two tables compared key by key: every value that differs is one edit, and a change read backwards has the same edits
//! with both sides swapped.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value};

use crate::change::is_same;

use super::edit::{Edit, Form, Sort};
use super::labels::{GAPS, is_of_gap};
use super::sentences::{divided, form, in_words, is_named_by_what_it_is, item_in_words, item_name};

/// The values that differ between two tables, in the order of the keys.
pub fn edits(before: &Table, after: &Table) -> Vec<Edit> {
    let mut found = Vec::new();
    tables(before, after, "", None, &mut found);
    found
}

fn tables(before: &Table, after: &Table, outer: &str, item: Option<&str>, found: &mut Vec<Edit>) {
    let keys = before.keys().chain(after.keys().filter(|key| !before.contains_key(*key)));
    for key in keys {
        let path = if outer.is_empty() { key.clone() } else { format!("{outer}.{key}") };
        values(before.get(key), after.get(key), &path, item, found);
    }
}

fn values(before: Option<&Value>, after: Option<&Value>, key: &str, item: Option<&str>, found: &mut Vec<Edit>) {
    let nothing = Table::new();
    match (before, after) {
        (Some(Value::Table(was)), Some(Value::Table(is))) => stated(was, is, key, item, found),
        (Some(Value::Table(was)), None) if !is_gap(was) && !was.is_empty() => tables(was, &nothing, key, item, found),
        (None, Some(Value::Table(is))) if !is_gap(is) && !is.is_empty() => tables(&nothing, is, key, item, found),
        (Some(Value::Array(was)), Some(Value::Array(is))) => lists(was, is, key, item, found),
        (Some(Value::Array(was)), None) if !was.is_empty() => lists(was, &[], key, item, found),
        (None, Some(Value::Array(is))) if !is.is_empty() => lists(&[], is, key, item, found),
        (was, is) => found.extend(value(key, item, [was, is])),
    }
}

/// The value at `key`; `None` when it reads the same.
fn value(key: &str, item: Option<&str>, [was, is]: [Option<&Value>; 2]) -> Option<Edit> {
    if was.zip(is).is_some_and(|(was, is)| is_same(was, is)) {
        return None;
    }
    let form = is.or(was).map_or(Form::Value, form);
    edit(key, item, form, [was.map(in_words), is.map(in_words)])
}

fn edit(key: &str, item: Option<&str>, form: Form, [was, is]: [Option<String>; 2]) -> Option<Edit> {
    let edit = || Edit {
        key: key.to_owned(),
        item: item.map(str::to_owned),
        sort: Sort::Value,
        form,
        was: was.clone(),
        is: is.clone(),
        place: None,
        is_foreign: false,
    };
    (was != is).then(edit)
}

/// Two tables, each of which may say that its value is not known or not shown. Where one does, the value that the other has
/// alone is the one that is meant; where both do in the same way, why and until when are values like others.
fn stated(was: &Table, is: &Table, key: &str, item: Option<&str>, found: &mut Vec<Edit>) {
    if GAPS.iter().any(|gap| was.contains_key(*gap) && is.contains_key(*gap)) {
        let of_gap = |edit: &Edit| edit.key.strip_prefix(key).is_some_and(|end| is_of_gap(&end[1..]));
        let mut inner = Vec::new();
        tables(was, is, key, item, &mut inner);
        inner.iter_mut().filter(|edit| of_gap(edit)).for_each(|edit| edit.sort = Sort::Gap);
        return found.append(&mut inner);
    }
    let ((gap_before, mut was), (gap_after, mut is)) = (divided(was), divided(is));
    let alone = |one: &Table, other: &Table| -> Option<(String, Value)> {
        let mut alone = one.iter().filter(|(key, _)| !other.contains_key(*key));
        let only = alone.next().filter(|(_, value)| !value.is_table() && !value.is_array())?;
        alone.next().is_none().then(|| (only.0.clone(), only.1.clone()))
    };
    let shown = match (&gap_before, &gap_after) {
        (Some(_), None) => alone(&is, &was),
        (None, Some(_)) => alone(&was, &is),
        (Some(_), Some(_)) | (None, None) => None,
    };
    let inner = shown.map(|(name, value)| {
        was.remove(&name);
        is.remove(&name);
        (format!("{key}.{name}"), in_words(&value))
    });
    found.extend(match inner {
        Some((key, value)) => {
            let value = Some(value);
            let (before, after) = (gap_before.or(value.clone()), gap_after.or(value));
            edit(&key, item, Form::Value, [before, after])
        }
        None => edit(key, item, Form::Value, [gap_before, gap_after]),
    });
    tables(&was, &is, key, item, found);
}

/// Items that are equal are the same; of the others those that are called the same belong together, the most alike first, and
/// then those of which no more than what they are called and a few values differ. Where those that belong together are in another
/// order, that is an edit too.
fn lists(before: &[Value], after: &[Value], key: &str, item: Option<&str>, found: &mut Vec<Edit>) {
    let mut equal: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, it) in after.iter().enumerate().rev() {
        equal.entry(in_words(it)).or_default().push(at);
    }
    let mut is_free = vec![true; after.len()];
    let (mut gone, mut together) = (Vec::new(), Vec::new());
    for (at, it) in before.iter().enumerate() {
        match equal.get_mut(&in_words(it)).and_then(Vec::pop) {
            Some(there) => {
                is_free[there] = false;
                together.push((at, there));
            }
            None => gone.push(at),
        }
    }
    let mut new: Vec<usize> = (0..after.len()).filter(|at| is_free[*at]).collect();
    for pair in [alike, called_otherwise] {
        for (was, is) in pair((before, &gone), (after, &new)) {
            gone.retain(|it| *it != was);
            new.retain(|it| *it != is);
            together.push((was, is));
            if let (Value::Table(one), Value::Table(other)) = (&before[was], &after[is]) {
                // One of two names, and the same one whichever side comes first.
                let name = item_name(&before[was]).into_iter().chain(item_name(&after[is])).min();
                tables(one, other, key, within(item, name).as_deref(), found);
            }
        }
    }
    found.extend(order((before, after), together, key, item));
    let whole = |it: &Value, at: usize, is_new: bool| {
        let text = item_in_words(key, it).unwrap_or_else(|| in_words(it));
        let is_word = item.is_some() && !it.is_table();
        let (sort, text) = if is_word { (Sort::Word, Some(text)) } else { (Sort::Item, within(item, Some(text))) };
        let (was, is) = if is_new { (None, text) } else { (text, None) };
        let item = within(item, item_name(it)).or_else(|| item.map(str::to_owned));
        Edit { key: key.to_owned(), item, sort, form: Form::Value, was, is, place: Some(at), is_foreign: false }
    };
    found.extend(gone.into_iter().map(|at| whole(&before[at], at, false)));
    found.extend(new.into_iter().map(|at| whole(&after[at], at, true)));
}

/// The order of the items that are there before and after, by their places in the two lists, as far as it differs; `None` when it is
/// the same.
fn order(
    (before, after): (&[Value], &[Value]),
    mut together: Vec<(usize, usize)>,
    key: &str,
    item: Option<&str>,
) -> Option<Edit> {
    together.sort_unstable();
    if together.is_sorted_by_key(|(_, at)| *at) {
        return None;
    }
    let mut later = together.clone();
    later.sort_unstable_by_key(|(_, at)| *at);
    let named = |name: &dyn Fn(&Value) -> String| -> [Vec<String>; 2] {
        let was = together.iter().map(|(at, _)| name(&before[*at])).collect();
        [was, later.iter().map(|(_, at)| name(&after[*at])).collect()]
    };
    // Where two are called the same, all that they say tells them apart.
    let by_name = named(&|it| item_name(it).unwrap_or_else(|| in_words(it)));
    let [was, is] = if by_name[0] == by_name[1] { named(&in_words) } else { by_name };
    // Of a long list, what stands before and after the part that differs says nothing.
    let first = was.iter().zip(&is).take_while(|(was, is)| was == is).count();
    let rest = was[first..].iter().rev().zip(is[first..].iter().rev());
    let end = was.len() - rest.take_while(|(was, is)| was == is).count();
    let said = [was, is].map(|all| Some(all[first..end].join(", ")));
    edit(key, item, Form::Order, said)
}

/// What `inner` is called in an item that is called `outer`: `availability, 2026-09`.
fn within(outer: Option<&str>, inner: Option<String>) -> Option<String> {
    let inner = inner?;
    Some(outer.map_or(inner.clone(), |outer| format!("{outer}, {inner}")))
}

/// Which of the items that differ are one item on both sides, as they are called the same.
fn alike((before, gone): (&[Value], &[usize]), (after, new): (&[Value], &[usize])) -> Vec<(usize, usize)> {
    let mut named: BTreeMap<String, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
    for at in gone {
        if let Some(name) = item_name(&before[*at]) {
            named.entry(name).or_default().0.push(*at);
        }
    }
    for at in new {
        if let Some(name) = item_name(&after[*at]) {
            named.entry(name).or_default().1.push(*at);
        }
    }
    let mut taken: Vec<(usize, usize)> =
        named.into_values().flat_map(|(was, is)| most_alike((before, &was), (after, &is), 0)).collect();
    taken.sort_unstable();
    taken
}

/// Which of the items that differ are one item on both sides though they are called otherwise, or have no name: at least half of
/// their values are the same. Where the name says who or what it is, another name is another item.
fn called_otherwise((before, gone): (&[Value], &[usize]), (after, new): (&[Value], &[usize])) -> Vec<(usize, usize)> {
    let may_be = |items: &[Value], places: &[usize]| -> Vec<usize> {
        places.iter().copied().filter(|at| items[*at].is_table() && !is_named_by_what_it_is(&items[*at])).collect()
    };
    let (was, is) = (may_be(before, gone), may_be(after, new));
    // Where there are more, nobody compares each with each.
    if was.len() * is.len() > COMPARED {
        return Vec::new();
    }
    most_alike((before, &was), (after, &is), 50)
}

/// So many pairs of items without a common name are compared.
const COMPARED: usize = 10_000;

/// Pairs of the two lists of places, those first that have most values in common, of which `least` percent are the same.
fn most_alike(
    (before, was): (&[Value], &[usize]),
    (after, is): (&[Value], &[usize]),
    least: usize,
) -> Vec<(usize, usize)> {
    // The order is the same whichever side comes first.
    let common = |one: usize, other: usize| in_common(&before[one], &after[other]);
    let size = |it: &Value| it.as_table().map_or(0, Table::len);
    let is_enough =
        |one: usize, other: usize, common: usize| 100 * common >= least * size(&before[one]).max(size(&after[other]));
    let pairs = was.iter().flat_map(|one| is.iter().map(move |other| (*one, *other, common(*one, *other))));
    let mut pairs: Vec<_> = pairs.filter(|(one, other, common)| is_enough(*one, *other, *common)).collect();
    pairs.sort_by_key(|(one, other, common)| (Reverse(*common), one + other, *one.max(other)));
    let (mut left, mut came) = (BTreeSet::new(), BTreeSet::new());
    pairs.retain(|(one, other, _)| {
        !left.contains(one) && !came.contains(other) && left.insert(*one) && came.insert(*other)
    });
    pairs.into_iter().map(|(one, other, _)| (one, other)).collect()
}

fn in_common(one: &Value, other: &Value) -> usize {
    let (Value::Table(one), Value::Table(other)) = (one, other) else { return 0 };
    one.iter().filter(|(key, value)| other.get(*key).is_some_and(|it| in_words(value) == in_words(it))).count()
}

/// Whether a table says that a value is not known or not shown, instead of stating it.
fn is_gap(table: &Table) -> bool {
    GAPS.iter().any(|gap| table.contains_key(*gap))
}

#[cfg(test)]
mod tests;
