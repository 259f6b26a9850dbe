//! Proposals: issues that came up in several meetings. They become records only where somebody says so.

use std::collections::BTreeMap;

use super::minutes::{Item, Minutes};
use super::questions::{Ask, Asked};
use super::trackers::{Tracker, address};
use crate::id::ContentPath;
use crate::text::{Date, ascii_slug, count};

/// An issue that came up in several meetings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Proposal {
    /// Where its record will lie: `proposals/0001-move-the-lists.md`.
    pub to: ContentPath,
    pub title: String,
    /// The address of the issue.
    pub issue: String,
    /// The days of the meetings that had it on their agenda, in order; at least [`OFTEN`].
    pub days: Vec<Date>,
}

/// In how many meetings an issue comes up that may be a proposal.
const OFTEN: usize = 3;

/// The issue that a point of the agenda is about; `None` where it names none.
pub(super) fn issue(item: &Item, day: Date, trackers: &[Tracker]) -> Option<String> {
    item.link.clone().or_else(|| address(trackers, item.number?, day))
}

/// The issues on several agendas, in the order of their first days, where somebody wants to keep them as proposals. `after` is
/// the highest number that a proposal has already.
pub(super) fn proposals(minutes: &[Minutes], trackers: &[Tracker], after: u32, asked: &mut Asked) -> Vec<Proposal> {
    let mut named: BTreeMap<String, (Vec<Date>, BTreeMap<&str, usize>)> = BTreeMap::new();
    for it in minutes {
        for item in &it.agenda {
            let Some(issue) = issue(item, it.day, trackers) else { continue };
            let issue = issue.split(['#', '?']).next().unwrap_or_default().trim_end_matches('/').to_owned();
            let (days, titles) = named.entry(issue).or_default();
            if days.last() != Some(&it.day) {
                days.push(it.day);
            }
            *titles.entry(&item.title).or_default() += 1;
        }
    }
    let mut often: Vec<(String, Vec<Date>, String)> = named
        .into_iter()
        .filter(|(_, (days, _))| days.len() >= OFTEN)
        .filter_map(|(issue, (days, titles))| {
            let title = titles.iter().max_by_key(|(title, times)| (**times, std::cmp::Reverse(title.len())))?.0;
            Some((issue, days, (*title).to_owned()))
        })
        .collect();
    often.sort_by(|(one, one_days, _), (other, other_days, _)| (one_days, one).cmp(&(other_days, other)));
    if often.is_empty() {
        return Vec::new();
    }
    let place = |(issue, days, title): &(String, Vec<Date>, String)| {
        format!("{title}, in {}: {issue}", count(days.len(), "meeting", "meetings"))
    };
    let at = asked.choose(Ask {
        key: "proposals".to_owned(),
        text: "Are the issues that came up in several meetings to be kept as proposals?".to_owned(),
        places: often.iter().map(place).collect(),
        choices: vec!["no, they stay points of the agendas".to_owned(), "yes, a record for each".to_owned()],
        guess: 0,
    });
    if at == 0 {
        return Vec::new();
    }
    let numbered = often.into_iter().zip(after + 1..).filter_map(|((issue, days, title), number)| {
        let slug: String = ascii_slug(&title).split('-').take(8).collect::<Vec<_>>().join("-");
        let dash = if slug.is_empty() { "" } else { "-" };
        let to = ContentPath::parse(&format!("proposals/{number:04}{dash}{slug}.md"))?;
        Some(Proposal { to, title, issue, days })
    });
    numbered.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::Past;
    use super::super::minutes::minutes;
    use super::super::questions::Answers;
    use super::super::tests::texts;
    use super::super::trackers::trackers;
    use super::*;

    fn found(answers: &str) -> Vec<String> {
        let mut fixture = String::new();
        for (day, points) in [
            ("2026-01-12", "## Move the lists [#7](https://example.org/a/b/issues/7)\n\n## Money #8\n"),
            ("2026-01-26", "## Move the lists #7\n\n## Money #8\n"),
            ("2026-02-09", "## Moving the lists #7\n"),
        ] {
            fixture.push_str(&format!("-- minutes/{day}.md --\n# Minutes\n\n{points}"));
        }
        let (texts, answers) = (texts(&fixture), Answers::read(answers));
        let mut asked = Asked::new(&answers);
        let minutes = minutes(&texts, &Past::default(), &BTreeSet::new(), &mut asked);
        let trackers = trackers(&minutes, &mut asked);
        let found = proposals(&minutes, &trackers, 4, &mut asked);
        let shown = found.iter().map(|it| format!("{} {} {} {:?}", it.to, it.title, it.issue, it.days));
        shown.chain(asked.questions.iter().map(|it| format!("? {} {:?}: {}", it.key, it.places, it.taken))).collect()
    }

    #[test]
    fn an_issue_of_three_meetings_may_be_a_proposal() {
        const PLACE: &str = "[\"Move the lists, in 3 meetings: https://example.org/a/b/issues/7\"]";
        assert_eq!(found(""), [format!("? proposals {PLACE}: no, they stay points of the agendas")]);
        assert_eq!(
            found("<!-- question: proposals -->\n- [x] yes, a record for each\n"),
            [
                "proposals/0005-move-the-lists.md Move the lists https://example.org/a/b/issues/7 \
                 [2026-01-12, 2026-01-26, 2026-02-09]"
                    .to_owned(),
                format!("? proposals {PLACE}: yes, a record for each"),
            ]
        );
    }
}
