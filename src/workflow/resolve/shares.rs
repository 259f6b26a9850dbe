//! Numbers of people as a profile writes them, and what is wrong with one.

use super::super::share::Share;
use super::super::written::CountOrShare;
use super::Scope;
use crate::fields::{Field, OneOf};

impl Scope<'_> {
    /// The number that `field` asks for; `None` where it asks for none, or for none that can be. What is wrong is reported there.
    pub(in crate::workflow) fn share(&mut self, key: &str, field: &Field<CountOrShare>) -> Option<Share> {
        let (written, span) = (field.get()?, field.span()?);
        let table = match written {
            OneOf::First(number) => return Some(Share::People(*number)),
            OneOf::Second(table) => table,
        };
        self.percent("percent", &table.percent);
        self.percent("more_than_percent", &table.more_than_percent);
        let given: Vec<Share> = [
            table.percent.get().map(|it| Share::Percent(*it)),
            table.more_than_percent.get().map(|it| Share::MoreThanPercent(*it)),
            table.all_but.get().map(|it| Share::AllBut(*it)),
        ]
        .into_iter()
        .flatten()
        .collect();
        let help = format!(
            "write a number, `{key} = 3`, or one share: `{{ percent = 67 }}`, `{{ more_than_percent = 50 }}`, `{{ all_but = 2 }}`"
        );
        match given.as_slice() {
            [Share::Percent(0)] => {
                self.invalid(span, format!("`{key}` asks for nobody"), help);
                None
            }
            [Share::MoreThanPercent(100..)] => {
                self.invalid(span, format!("`{key}` asks for more than everybody"), help);
                None
            }
            [only] => Some(*only),
            [] if self.is_told(span) => None,
            [] => {
                self.invalid(span, format!("nothing in `{key}` says how many"), help);
                None
            }
            [_, ..] => {
                self.invalid(span, format!("`{key}` says in several ways how many"), help);
                None
            }
        }
    }
}
