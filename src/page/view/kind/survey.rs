//! A survey: facts and questions.

use std::sync::LazyLock;

use regex::Regex;

use crate::document::survey::Survey;

use super::*;

impl OfKind for Survey {
    const HEADING: Word = words::SURVEY;
    const ORDER: Order = Order::ByName;
    const COLUMNS: &'static [Column<Survey>] = &[
        Column::state(),
        Column::text(words::OPEN, |_, _, it| open(it)),
        Column::number(words::ANSWERS, field!(responses)),
    ];
    const FACTS: &'static [Fact<Survey>] = &[
        (words::OPEN, |_, _, it| open(it)),
        (words::AUDIENCE, field!(audience)),
        (words::INSTRUMENT, |view, _, it| view.field(&it.instrument, |instrument| vec![view.evidence(instrument)])),
        (words::ANSWERS, field!(responses)),
        (words::ACTIONS, field!(actions)),
    ];

    fn after(view: &View, _: &Entry, it: &Survey) -> Vec<Option<Block>> {
        let table = Block::table(
            "questions",
            words::QUESTIONS,
            it.question.items(),
            &[
                (words::QUESTION, &|it| view.show(&it.text)),
                (words::SCALE, &|it| view.show(&it.scale)),
                (words::RESULTS, &|it| view.show(&it.results)),
            ],
        );
        vec![chart(it), table]
    }
}

/// The results that are shares, as bars with their words; the table below has all of them.
fn chart(survey: &Survey) -> Option<Block> {
    let questions = survey.question.items().iter();
    let answered = questions.filter_map(|it| Some((it.text.text().to_owned(), shares(it.results.get()?))));
    let bars: Vec<_> = answered
        .filter(|(_, shares)| !shares.is_empty())
        .map(|(question, bars)| given! { question, bars })
        .collect();
    Block::listed("chart", words::RESULTS, "charts", bars)
}

/// A part of the answers.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Share {
    /// What was answered; empty where the result names nothing.
    label: String,
    /// As written: `27 of a hundred`.
    text: String,
    /// Of a hundred, with one decimal.
    width: String,
}

/// The shares that `results` names, in order; none where a part of it is something else.
fn shares(results: &str) -> Vec<Share> {
    static SHARE: LazyLock<Regex> = LazyLock::new(|| {
        let pattern = r"^(?:(.*):\s+)?(\d+(?:\.\d+)?)\s*(%|percent|of a hundred|of (\d+))$";
        Regex::new(pattern).expect("the pattern is valid")
    });
    let share = |piece: &str| {
        let found = SHARE.captures(piece.trim().trim_end_matches('.'))?;
        let part: f64 = found[2].parse().ok()?;
        let whole: f64 = found.get(4).map_or(Ok(100.0), |whole| whole.as_str().parse()).ok()?;
        let width = format!("{:.1}", part * 100.0 / whole);
        let label = found.get(1).map_or("", |label| label.as_str());
        (whole > 0.0 && part <= whole).then(|| Share {
            label: capitalised(label),
            text: format!("{} {}", &found[2], &found[3]),
            width,
        })
    };
    results.split([';', '\n']).filter(|piece| !piece.trim().is_empty()).map(share).collect::<Option<_>>().unwrap_or_default()
}

fn open(survey: &Survey) -> Vec<Part> {
    vec![Part::text(words::period(survey.opens.get().copied(), survey.closes.get().copied()))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_drawn_and_other_results_are_not() {
        let widths = |text: &str| shares(text).into_iter().map(|it| (it.label, it.width)).collect::<Vec<_>>();
        let of = |label: &str, width: &str| (label.to_owned(), width.to_owned());
        assert_eq!(widths("waiting for tests: 27 of a hundred"), [of("Waiting for tests", "27.0")]);
        assert_eq!(widths("yes: 12 of 48; no: 36 of 48"), [of("Yes", "25.0"), of("No", "75.0")]);
        assert_eq!(widths("74.5 %"), [of("", "74.5")]);
        for other in ["https://example.org/results", "most of them", "5 of 0", "7 of 6", "yes: 3; no: 4", ""] {
            assert_eq!(widths(other), [], "{other}");
        }
    }
}
