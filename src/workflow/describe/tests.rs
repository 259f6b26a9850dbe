use crate::fields::{FieldRow, Shape, Table};
use crate::workflow::Written;

use super::asked::ASKED;
use super::groups::ASKED_OF_GROUPS;

/// The keys of the table below `key` of a profile's file.
fn keys(key: &str) -> Vec<&'static str> {
    fn rows(shape: Shape) -> &'static [FieldRow] {
        match shape {
            Shape::Table(rows) => rows,
            Shape::Map(inner) => rows(*inner),
            _ => panic!("a table, or one for each type"),
        }
    }
    let row = Written::ROWS.iter().find(|row| row.key == key).expect("a key of a profile");
    rows((row.shape)()).iter().map(|row| row.key).collect()
}

#[test]
fn every_requirement_that_a_profile_can_state_is_said() {
    let said: Vec<&str> = ASKED.iter().map(|(key, _)| *key).collect();
    assert!(keys("require").iter().all(|key| said.contains(key)), "{:?} against {said:?}", keys("require"));
    let said: Vec<&str> = ASKED_OF_GROUPS.iter().map(|(key, _)| *key).collect();
    assert!(keys("group").iter().all(|key| said.contains(key)), "{:?} against {said:?}", keys("group"));
}
