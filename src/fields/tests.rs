//! What a table gives for what an author may write.
#![allow(unreachable_pub, reason = "tables and words are declared for the library")]

use super::decode::shape_of;
use super::*;
use crate::id::ContentPath;
use crate::text::Money;

crate::word_list! { Value { Yes = "yes", No = "no" } }
crate::table! { Vote {
    /// Who voted.
    Required person: Ref<PERSON>,
    /// What they voted.
    Required value: Value,
    Optional r#type: String,
    Optional date: Date,
    Optional price: Money,
} }

fn read(toml: &str) -> (Vote, Vec<String>) {
    let path = ContentPath::parse("x.md").unwrap();
    let mut reader = Reader::new(&path, 0);
    let table = reader.parse(toml);
    let keys = Vote::ROWS.iter().map(|row| row.key);
    let mut fields = reader.table(table.get_ref(), Span::new(0, 0)).expecting(keys, &shape_of::<Vote>);
    let vote = Vote::decode_table(&mut fields);
    fields.finish();
    let shown = reader
        .problems
        .iter()
        .map(|it| {
            let at = it.span.map(|span| toml[span.range()].to_owned()).unwrap_or_default();
            format!("{} «{at}» {} ({})", it.rule, it.message, it.help.as_deref().unwrap_or_default())
        })
        .collect();
    (vote, shown)
}

#[test]
fn every_problem_of_a_file_is_reported_at_its_place() {
    let (vote, problems) = read("persn = \"ada\"\nvalue = \"yess\"\ndate = \"2021-04-27\"\n");
    assert!(vote.date.is_unreadable());
    assert_eq!(problems.len(), 3, "{problems:#?}");
    assert!(
        problems[0].starts_with("unknown-value «\"yess\"» `value` must be one of `yes`, `no` (did you mean `yes`?)")
    );
    assert!(problems[1].starts_with("wrong-type «\"2021-04-27\"»"), "{}", problems[1]);
    assert!(problems[2].starts_with("unknown-key «persn» unknown key `persn` (did you mean `person`?)"));
}

#[test]
fn a_date_that_does_not_exist_is_a_finding_and_the_rest_is_read() {
    for day in ["2021-03-3ß", "2021-13-01", "2021-02-30"] {
        let (vote, problems) = read(&format!("person = \"ada\"\ndate = {day}\nvalue = \"no\"\n"));
        assert_eq!(problems.len(), 1, "{day}: {problems:?}");
        assert!(problems[0].starts_with(&format!("impossible-date «{day}» there is no such day")), "{problems:?}");
        assert_eq!(vote.person.text(), "ada");
        assert_eq!(vote.value.get(), Some(&Value::No), "{day}");
    }
}

#[test]
fn gaps_can_be_stated_and_values_withheld() {
    let (vote, problems) = read(
        "person = { unknown = \"the minutes do not say\" }\nvalue = \"no\"\nprice = { withheld = \"offers are compared\", until = 2021-06-10, by = \"DEC-0002\" }\n",
    );
    assert_eq!(problems, Vec::<String>::new());
    assert_eq!(vote.person.unknown().unwrap().reason, "the minutes do not say");
    assert_eq!(vote.price.withheld().unwrap().by.as_deref(), Some("DEC-0002"));
}

#[test]
fn objectives_are_a_comparison_a_number_and_a_unit() {
    assert!(Objective::parse(">= 99.5 %").unwrap().is_met_by(99.6));
    assert!(!Objective::parse("<= 4 h").unwrap().is_met_by(5.0));
    for wrong in ["99.5 %", ">= %", ">= 99.5", "= 4 h"] {
        assert_eq!(Objective::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn a_list_of_words_knows_its_words() {
    assert_eq!(Value::ALL.iter().map(|word| word.as_str()).collect::<Vec<_>>(), ["yes", "no"]);
}
