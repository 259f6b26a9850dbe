//! Every value that a file may hold is named once when it differs, and as the value that it is.

use toml::{Table, Value};

use super::super::edit::Edit;
use super::super::sentences::{is_named_by_what_it_is, told_of_rules};
use super::edits;
use crate::config::Settings;
use crate::document::{Common, Record};
use crate::fields::{FieldRow, Parts, Shape, Table as _};
use crate::id::Kind;
use crate::workflow::Written;

/// A table with an example of each of `rows`, and two items in each list of tables. What stands in the place of a value, and
/// is one thing with all that says more of it, is left out.
fn full<'r>(rows: impl IntoIterator<Item = &'r FieldRow>) -> Table {
    let mut table: Table = rows.into_iter().map(|row| (row.key.to_owned(), example(row))).collect();
    if table.contains_key("withheld") {
        table.retain(|key, _| !["withheld", "until", "by"].contains(&key));
    }
    table
}

fn example(row: &FieldRow) -> Value {
    let of_table = |shape: &Shape| match shape.parts() {
        Parts::Keys(rows) => Some(Value::Table(full(rows))),
        Parts::One | Parts::Items(_) | Parts::Values(_) | Parts::Choices(_) => None,
    };
    let shape = (row.shape)();
    let found = match shape.parts() {
        Parts::Keys(_) => of_table(&shape),
        Parts::Items(item) => of_table(item).map(|one| Value::Array(vec![one.clone(), other(&one)])),
        Parts::One | Parts::Values(_) | Parts::Choices(_) => None,
    };
    found.unwrap_or_else(|| {
        let line = format!("it = {}", row.example());
        let table: Table = toml::from_str(&line).unwrap_or_else(|error| panic!("{line}: {error}"));
        table["it"].clone()
    })
}

/// Another value of the same sort.
fn other(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(format!("{text} too")),
        Value::Integer(number) => Value::Integer(number + 1),
        Value::Float(number) => Value::Float(number + 1.0),
        Value::Boolean(is) => Value::Boolean(!is),
        Value::Datetime(moment) => Value::Datetime(toml::value::Datetime {
            date: moment.date.map(|date| toml::value::Date { year: date.year + 1, ..date }),
            ..*moment
        }),
        Value::Array(items) => Value::Array(items.iter().map(other).collect()),
        Value::Table(table) => Value::Table(table.iter().map(|(key, value)| (key.clone(), other(value))).collect()),
    }
}

/// What a value becomes; `None` where it is taken out.
type Change = fn(&Value) -> Option<Value>;

/// Calls `each` with a copy of `value` for each value in it that is no table and no list of tables, in which that value is changed
/// to what `change` gives, or taken out; with the keys that lead to it, and whether the name of an item says who or what it is.
fn each_leaf(value: &Value, way: &str, is_name: bool, change: Change, each: &mut dyn FnMut(Value, &str, bool)) {
    match value {
        Value::Table(table) => {
            for (key, inner) in table {
                let way = format!("{way}.{key}");
                let without = |table: &Table| Table::from_iter(table.clone().into_iter().filter(|(it, _)| it != key));
                let is_leaf = !matches!(inner, Value::Table(_))
                    && !matches!(inner, Value::Array(items) if items.iter().any(Value::is_table));
                if is_leaf {
                    let mut changed = without(table);
                    changed.extend(change(inner).map(|it| (key.clone(), it)));
                    // Whether the item is called by this value: it is called otherwise without it.
                    let named = |table: &Table| is_named_by_what_it_is(&Value::Table(table.clone()));
                    let names_it =
                        named(table) && super::item_name(&Value::Table(changed.clone())) != super::item_name(value);
                    // Of an item without another value nothing is left by which it could be the same.
                    each(Value::Table(changed), &way, is_name || names_it || table.len() == 1);
                } else {
                    each_leaf(inner, &way, is_name, change, &mut |it, way, is_name| {
                        let mut changed = without(table);
                        changed.insert(key.clone(), it);
                        each(Value::Table(changed), way, is_name);
                    });
                }
            }
        }
        Value::Array(items) => {
            each_leaf(&items[0], way, is_name, change, &mut |it, way, is_name| {
                let changed = [it].into_iter().chain(items[1..].iter().cloned()).collect();
                each(Value::Array(changed), way, is_name);
            });
        }
        _ => {}
    }
}

#[test]
fn every_value_is_named_once_and_not_the_whole_that_it_is_part_of() {
    let mut files: Vec<(String, Table)> =
        Kind::ALL.iter().map(|kind| (kind.to_string(), full(Record::rows(*kind).iter().chain(Common::ROWS)))).collect();
    files.push(("the configuration".to_owned(), full(Settings::ROWS)));
    files.push(("a profile".to_owned(), full(Written::ROWS)));
    let mut seen = 0;
    let changes: [(&str, Change); 2] = [("changed", |value| Some(other(value))), ("taken out", |_| None)];
    for (file, table) in &files {
        for (how, change) in changes {
            each_leaf(&Value::Table(table.clone()), "", false, change, &mut |changed, way, is_name| {
                let found = edits(table, changed.as_table().expect("a table"));
                let told: Vec<String> = found.iter().map(told_of_rules).collect();
                let words = |value: &str| found.iter().all(|it| it.key == value);
                seen += 1;
                if !is_name {
                    // A list of words loses one and gains one.
                    let is_list = found.iter().all(|it| it.is_item());
                    let is_once = found.len() == 1 || is_list && found.len() == 2;
                    assert!(is_once && words(&way[1..]), "{file}: {way} {how}: {told:#?}");
                    let is_said = |it: &Edit| it.was.as_ref().or(it.is.as_ref()).is_some_and(|it| !it.is_empty());
                    assert!(found.iter().all(is_said), "{file}: {way} {how}: {told:#?}");
                }
            });
        }
    }
    assert!(seen > 800, "{seen}");
}

#[test]
fn an_empty_list_is_said_to_be_one() {
    let table = |text: &str| -> Table { toml::from_str(text).expect("it is TOML") };
    let found = edits(&table("about = []"), &table(""));
    assert_eq!(found.iter().map(told_of_rules).collect::<Vec<_>>(), ["about taken out, was nothing"]);
}

#[test]
fn the_path_of_a_file_is_told_as_it_is_and_a_reference_as_the_record_that_it_means() {
    for (is, told) in [
        ("sow/0005-spare-mac.md", "sow/0005-spare-mac.md"),
        ("person/ada.md", "person/ada.md"),
        ("sow/5", "SOW-0005"),
        ("person/ada", "ada"),
    ] {
        let table: Table = toml::from_str(&format!("it = [\"{is}\"]")).expect("it is TOML");
        let found = edits(&Table::new(), &table);
        assert_eq!(found.iter().map(told_of_rules).collect::<Vec<_>>(), [format!("it added: {told}")]);
    }
}

#[test]
fn another_order_of_what_is_there_before_and_after_is_told_as_that() {
    let table = |text: &str| -> Table { toml::from_str(text).expect("it is TOML") };
    let agenda = |items: &[(&str, &str)]| {
        let item =
            |(title, outcome): &(&str, &str)| format!("[[agenda]]\ntitle = \"{title}\"\noutcome = \"{outcome}\"\n");
        table(&items.iter().map(item).collect::<String>())
    };
    let told = |was: &Table, is: &Table| edits(was, is).iter().map(super::super::sentences::told).collect::<Vec<_>>();
    let order = "agenda item: the order changed from Money, Lists to Lists, Money";
    let was = agenda(&[("Money", "Yes"), ("Lists", "Yes")]);
    assert_eq!(told(&was, &agenda(&[("Lists", "Yes"), ("Money", "Yes")])), [order]);
    assert!(told(&was, &was).is_empty());
    // Another value of one of them, and one that came in, are told beside it; by itself neither is another order.
    let other = told(&was, &agenda(&[("Lists", "Yes"), ("Money", "No")]));
    assert_eq!(other, ["agenda item “Money”: outcome changed from Yes to No", order]);
    let added = told(&was, &agenda(&[("Lists", "Yes"), ("Servers", "Yes"), ("Money", "Yes")]));
    assert_eq!(added, [order, "agenda item added: Servers: “Yes”"]);
    let added = told(&was, &agenda(&[("Servers", "Yes"), ("Money", "No"), ("Lists", "Yes")]));
    assert!(added.iter().all(|it| !it.contains("order")), "{added:?}");
    // What stands before and after it is as it was.
    let long = |text: &str| agenda(&text.split(' ').map(|title| (title, "Yes")).collect::<Vec<_>>());
    let found = told(&long("a b c d e f g h"), &long("a b e c d f g h"));
    assert_eq!(found, ["agenda item: the order changed from c, d, e to e, c, d"]);
    // Two that are called the same are told apart by what they say.
    let found = told(&agenda(&[("a", "Yes"), ("a", "No")]), &agenda(&[("a", "No"), ("a", "Yes")]));
    assert!(found.len() == 1 && found[0].contains("Yes") && found[0].contains("No"), "{found:?}");
    // The same twice has no order.
    let words = |text: &str| table(&format!("links = [{text}]"));
    assert!(told(&words("\"a\", \"a\", \"b\""), &words("\"a\", \"b\"")).iter().all(|it| !it.contains("order")));
    assert_eq!(told(&words("\"a\", \"b\""), &words("\"b\", \"a\"")), ["links: the order changed from a, b to b, a"]);
}
