//! A survey: facts and questions.

use crate::document::survey::Survey;

use super::*;

impl OfKind for Survey {
    const HEADING: &'static str = words::SURVEY;
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
        vec![Block::table(
            "questions",
            words::QUESTIONS,
            it.question.items(),
            &[
                (words::QUESTION, &|it| view.show(&it.text)),
                (words::SCALE, &|it| view.show(&it.scale)),
                (words::RESULTS, &|it| view.show(&it.results)),
            ],
        )]
    }
}

fn open(survey: &Survey) -> Vec<Part> {
    vec![Part::text(words::period(survey.opens.get().copied(), survey.closes.get().copied()))]
}
