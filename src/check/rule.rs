//! What a rule is: its name, its page, and what it looks at.

use super::Facts;
use crate::change::Change;
use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::site::Entry;

/// One rule. Its name and level are filled into its findings by [`check`](super::check).
pub struct Rule {
    /// What it flags, in kebab case.
    pub name: &'static str,
    /// The folder that its two files are in: `money`.
    pub family: &'static str,
    /// Its documentation, as Markdown with front matter.
    pub source: &'static str,
    /// What it looks at, and how.
    pub find: Find,
}

/// What a rule looks at, so that the runner can ask it again about one record. A finding that a rule makes as a warning
/// stays one, whatever the level of the rule.
pub enum Find {
    /// Each record by itself, pages among them, without those that introduce a folder.
    Record(fn(&Facts, &Entry) -> Vec<Diagnostic>),
    /// Each record of one kind by itself.
    Kind(Kind, fn(&Facts, &Entry) -> Vec<Diagnostic>),
    /// Each Markdown file by itself.
    File(fn(&Facts, &Entry) -> Vec<Diagnostic>),
    /// The change under review as a whole; not asked where there is none.
    Change(fn(&Facts, &Change) -> Vec<Diagnostic>),
    /// The site as a whole.
    Site(fn(&Facts) -> Vec<Diagnostic>),
    /// What all other rules found.
    Findings(fn(&Facts, &[Diagnostic]) -> Vec<Diagnostic>),
    /// Nothing: an earlier stage reports it under the name of the rule.
    Reported,
}

/// Makes a [`Find`] of a function that looks at one record, before and after the change for a pair, and gives a list or an option of findings.
///
/// ```text
/// each!(sow, find)       fn find(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic>
/// each!(record, find)    fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic>
/// each!(file, find)      the same, also for the pages that introduce a folder
/// each!(pair, find)      fn find(facts: &Facts, change: &Change, pair: &Pair) -> Option<Diagnostic>, for each record that
///                        the change touches
/// each!(group.member, find)    each item of a list by itself: fn find(facts: &Facts, entry: &Entry, term: &At<Member>)
/// each!(action, find)    fn find(facts: &Facts, entry: &Entry, action: &Action) -> Option<Diagnostic>
/// each!(duties, find)    fn find(facts: &Facts, group: &GroupDuties) -> Option<Diagnostic>
/// each!(duty, find)      fn find(facts: &Facts, group: &GroupDuties, duty: &DutyToday) -> Option<Diagnostic>
/// ```
#[macro_export]
macro_rules! each {
    (record, $find:expr) => {
        $crate::check::Find::Record(|facts, entry| $find(facts, entry).into_iter().collect())
    };
    (file, $find:expr) => {
        $crate::check::Find::File(|facts, entry| $find(facts, entry).into_iter().collect())
    };
    (pair, $find:expr) => {
        $crate::check::Find::Change(|facts, change| {
            change.pairs.iter().flat_map(|pair| $find(facts, change, pair)).collect()
        })
    };
    ($kind:ident . $list:ident, $find:expr) => {
        $crate::check::Find::Kind($crate::check::rule::kind_of(stringify!($kind)), |facts, entry| {
            let items = entry.$kind().map_or(&[][..], |record| record.$list.items());
            items.iter().flat_map(|item| $find(facts, entry, item)).collect()
        })
    };
    (action, $find:expr) => {
        $crate::check::Find::Record(|facts, entry| {
            facts.site.actions_in(entry).iter().flat_map(|action| $find(facts, entry, action)).collect()
        })
    };
    (duties, $find:expr) => {
        $crate::check::Find::Record(|facts, entry| {
            facts.site.group_duties(entry).iter().flat_map(|group| $find(facts, group)).collect()
        })
    };
    (duty, $find:expr) => {
        $crate::each!(duties, |facts, group: &$crate::site::GroupDuties| {
            group.duties.iter().flat_map(|duty| $find(facts, group, duty)).collect::<Vec<_>>()
        })
    };
    ($kind:ident, $find:expr) => {
        $crate::check::Find::Kind($crate::check::rule::kind_of(stringify!($kind)), |facts, entry| {
            entry.$kind().map_or_else(Vec::new, |record| $find(facts, entry, record).into_iter().collect())
        })
    };
}

/// Declares the rules that [`with_rules`](crate::with_rules) lists: their modules, and one table of them.
#[doc(hidden)]
#[macro_export]
macro_rules! rules {
    ($($family:ident { $($rule:ident),* $(,)? $(; $($reported:ident),* $(,)?)? } )*) => {
        $(mod $family { $(pub(crate) mod $rule;)* })*

        /// In the order of the families: first those that look for something, then those that an earlier stage reports.
        pub static RULES: &[$crate::check::Rule] = &[$(
            $($crate::rules!(@rule $family, $rule, $family::$rule::FIND),)*
            $($($crate::rules!(@rule $family, $reported, $crate::check::Find::Reported),)*)?
        )*];
    };
    (@rule $family:ident, $rule:ident, $find:expr) => {
        $crate::check::Rule {
            name: {
                const NAME: [u8; stringify!($rule).len()] = $crate::check::rule::kebab(stringify!($rule));
                match std::str::from_utf8(&NAME) {
                    Ok(name) => name,
                    Err(_) => unreachable!(),
                }
            },
            family: stringify!($family),
            source: include_str!(concat!(stringify!($family), "/", stringify!($rule), ".md")),
            find: $find,
        }
    };
}

/// The kind whose records are had by the method `name` of an entry.
#[doc(hidden)]
pub const fn kind_of(name: &str) -> Kind {
    let mut at = 0;
    while at < Kind::ALL.len() {
        if is_same(Kind::NAMES[at].as_bytes(), name.as_bytes()) {
            return Kind::ALL[at];
        }
        at += 1;
    }
    panic!("no kind has this name")
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

/// A rule's name as readers see it: hyphens for underscores.
pub const fn kebab<const LENGTH: usize>(name: &str) -> [u8; LENGTH] {
    let mut kebab = [0; LENGTH];
    let mut at = 0;
    while at < LENGTH {
        let byte = name.as_bytes()[at];
        kebab[at] = if byte == b'_' { b'-' } else { byte };
        at += 1;
    }
    kebab
}
