//! Numbers of people that a profile asks for: three, two thirds of the members, all but two of them.

use std::fmt;

/// How many of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    /// So many, however large the group is.
    People(u32),
    /// So many of a hundred, rounded up to whole people.
    Percent(u32),
    /// More than so many of a hundred.
    MoreThanPercent(u32),
    /// Everybody without so many.
    AllBut(u32),
}

impl Share {
    /// How many people it is of `all`; at least one where it depends on how many there are.
    pub fn of(self, all: usize) -> u32 {
        let all = u32::try_from(all).unwrap_or(u32::MAX);
        let hundredths = |percent: u32| u64::from(all) * u64::from(percent);
        let people = |number: u64| u32::try_from(number).unwrap_or(u32::MAX).max(1);
        match self {
            Share::People(number) => number,
            Share::Percent(percent) => people(hundredths(percent).div_ceil(100)),
            Share::MoreThanPercent(percent) => people((hundredths(percent) / 100 + 1).min(u64::from(all))),
            Share::AllBut(number) => all.saturating_sub(number).max(1),
        }
    }

    /// The number where it is the same for every group; `None` where it depends on how many there are.
    pub fn fixed(self) -> Option<u32> {
        match self {
            Share::People(number) => Some(number),
            Share::Percent(_) | Share::MoreThanPercent(_) | Share::AllBut(_) => None,
        }
    }

    /// Whether it asks for fewer people than `other` of a group of some size.
    pub(super) fn is_looser_than(self, other: Share) -> bool {
        (1..=200).any(|all| self.of(all) < other.of(all))
    }

    /// What it is a part of is called `whom`: `at least 3 of the members`, `all but 2 of the members`.
    pub fn among(self, whom: &str) -> String {
        match self {
            Share::People(number) => format!("at least {number} of {whom}"),
            Share::Percent(_) => format!("at least {self} of {whom}"),
            Share::MoreThanPercent(_) | Share::AllBut(_) => format!("{self} of {whom}"),
        }
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Share::People(number) => write!(f, "{number}"),
            Share::Percent(100) | Share::AllBut(0) => f.write_str("all"),
            Share::Percent(percent) => write!(f, "{percent} percent"),
            Share::MoreThanPercent(percent) => write!(f, "more than {percent} percent"),
            Share::AllBut(number) => write!(f, "all but {number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn a_share_is_of_as_many_as_there_are() {
        for (share, of) in [
            (Share::People(3), [3, 3, 3, 3]),
            (Share::Percent(67), [1, 2, 4, 7]),
            (Share::MoreThanPercent(50), [1, 2, 3, 6]),
            (Share::AllBut(2), [1, 1, 3, 8]),
            (Share::Percent(100), [1, 2, 5, 10]),
        ] {
            assert_eq!([1, 2, 5, 10].map(|all| share.of(all)), of, "{share}");
        }
    }

    #[test]
    fn what_asks_for_fewer_people_of_some_group_is_looser() {
        assert!(Share::Percent(50).is_looser_than(Share::MoreThanPercent(50)));
        assert!(!Share::MoreThanPercent(50).is_looser_than(Share::Percent(50)));
        assert!(Share::AllBut(3).is_looser_than(Share::AllBut(2)));
        assert!(Share::People(5).is_looser_than(Share::AllBut(2)), "in a large group");
    }
}
