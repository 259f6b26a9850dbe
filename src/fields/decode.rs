//! How each sort of value is read.

use toml::de::DeValue;

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::text::{Date, Money, Span, did_you_mean, is_forbidden, listing, nearest, readable};

use super::reader::{is_single, read_field};
use super::slips;
use super::{
    At, Decode, Field, FrontText, Link, List, Map, Moment, Objective, Presence, Reader, Ref, Reference, Shape, Table,
    toml_text,
};

impl Decode for String {
    fn shape() -> Shape {
        Shape::Text
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<String> {
        let text = read_text(reader, value, span)?;
        reader.texts.push(FrontText { key: reader.key().into(), text: text.clone(), is_link: false, span });
        Some(text)
    }
}

/// A text that says something.
fn read_text(reader: &mut Reader, value: &DeValue, span: Span) -> Option<String> {
    let DeValue::String(text) = value else {
        reader.wrong_type(&Shape::Text, value, span);
        return None;
    };
    if let Some(letter) = text.chars().find(|letter| is_forbidden(*letter)) {
        let message = format!(
            "the character U+{:04X} stands in `{}`, where readers cannot see it",
            u32::from(letter),
            reader.key()
        );
        let help = "take it out, or its escape `\\u…`; pages and feeds may not hold it";
        reader.report(Diagnostic::new("not-utf8", reader.path, span, message).help(help));
    }
    Some(readable(text).into_owned())
}

impl Decode for bool {
    fn shape() -> Shape {
        Shape::Boolean
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<bool> {
        let boolean = value.as_bool();
        if boolean.is_none() {
            reader.wrong_type(&Shape::Boolean, value, span);
        }
        boolean
    }
}

impl Decode for u32 {
    fn shape() -> Shape {
        Shape::Integer
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<u32> {
        let number = value.as_integer().and_then(|number| u32::from_str_radix(number.as_str(), number.radix()).ok());
        if number.is_none() {
            reader.wrong_type(&Shape::Integer, value, span);
        }
        number
    }
}

impl Decode for f64 {
    fn shape() -> Shape {
        Shape::Number
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<f64> {
        let number = match value {
            DeValue::Integer(number) => number.as_str().parse().ok(),
            DeValue::Float(number) => number.as_str().parse().ok(),
            DeValue::String(_) | DeValue::Boolean(_) | DeValue::Datetime(_) | DeValue::Array(_) | DeValue::Table(_) => {
                None
            }
        };
        let finite = number.filter(|number: &f64| number.is_finite());
        if finite.is_none() {
            reader.wrong_type(&Shape::Number, value, span);
        }
        finite
    }
}

impl Decode for Date {
    fn shape() -> Shape {
        Shape::Date
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<Date> {
        let date = match value {
            DeValue::Datetime(datetime) if datetime.time.is_none() => datetime.date.and_then(civil),
            DeValue::String(text) if slips::day(text).is_some() || looks_like_a_date(text) => {
                let (rule, message, help) = match slips::day(text) {
                    Some(date) if reader.is_bare(span) => (
                        "wrong-type",
                        format!("`{}` is a day in a notation that is not read", reader.key()),
                        format!("write it as `{} = {date}`", reader.keys.last().map_or("", |key| key)),
                    ),
                    Some(date) => (
                        "wrong-type",
                        format!("`{}` must be a date, found text in quotes", reader.key()),
                        format!("write it without quotes: `{} = {date}`", reader.keys.last().map_or("", |key| key)),
                    ),
                    None => (
                        "impossible-date",
                        format!("`{}` is no day of the calendar", reader.key()),
                        "write the date as 2021-03-30, without quotes".to_owned(),
                    ),
                };
                let finding = Diagnostic::new(rule, reader.path, span, message).help(help);
                reader.report(finding.mended_by(reader.slip(&Shape::Date, value, span)));
                return None;
            }
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_)
            | DeValue::Array(_)
            | DeValue::Table(_) => None,
        };
        if date.is_none() {
            reader.wrong_type(&Shape::Date, value, span);
        }
        date
    }
}

fn looks_like_a_date(text: &str) -> bool {
    text.len() >= 8
        && text.is_char_boundary(4)
        && text.as_bytes()[4] == b'-'
        && text.bytes().take(4).all(|byte| byte.is_ascii_digit())
}

fn civil(date: toml::value::Date) -> Option<Date> {
    Date::new(date.year.try_into().ok()?, date.month.try_into().ok()?, date.day.try_into().ok()?).ok()
}

impl Decode for Moment {
    fn shape() -> Shape {
        Shape::Moment
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<Moment> {
        let moment = value.as_datetime().and_then(|datetime| {
            let (date, time, offset) = (civil(datetime.date?)?, datetime.time?, datetime.offset?);
            let zone = match offset.to_string().as_str() {
                "Z" => "UTC".to_owned(),
                offset => format!("UTC{offset}"),
            };
            // Beyond the ends of the calendar there is no such point.
            let instant = datetime.to_string().parse().ok()?;
            Some(Moment { date, text: format!("{date} {:02}:{:02} {zone}", time.hour, time.minute), instant })
        });
        if moment.is_none() {
            reader.wrong_type(&Shape::Moment, value, span);
        }
        moment
    }
}

impl Decode for Money {
    fn shape() -> Shape {
        Shape::Money
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<Money> {
        let Some(text) = value.as_str() else {
            reader.wrong_type(&Shape::Money, value, span);
            return None;
        };
        match Money::parse(text) {
            Ok(money) => Some(money),
            Err(why) => {
                let message = format!("`{}` is no exact amount: {why}", reader.key());
                reader.report(Diagnostic::new("wrong-type", reader.path, span, message).help(why.help()));
                None
            }
        }
    }
}

impl Decode for Objective {
    fn shape() -> Shape {
        Shape::Objective
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<Objective> {
        let objective = value.as_str().and_then(Objective::parse);
        if objective.is_none() {
            reader.wrong_type(&Shape::Objective, value, span);
        }
        objective
    }
}

impl Decode for Link {
    fn shape() -> Shape {
        Shape::Link
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<Link> {
        let text = read_text(reader, value, span)?;
        let known = ["https://", "http://", "mailto:", "/"];
        if known.iter().any(|start| text.starts_with(start) && text.len() > start.len())
            && !text.contains(char::is_whitespace)
        {
            reader.texts.push(FrontText { key: reader.key().into(), text: text.clone(), is_link: true, span });
            return Some(Link(text));
        }
        let message = format!("`{}` must be {}", reader.key(), Shape::Link.expected());
        let diagnostic = Diagnostic::new("broken-link", reader.path, span, message);
        let misspelt =
            text.split_once(':').and_then(|(scheme, rest)| Some((scheme, Link::nearest_scheme(scheme)?, rest)));
        reader.report(match misspelt {
            Some((written, scheme, rest)) if written != scheme => {
                let edits = vec![Edit::new(reader.path, span, toml_text(&format!("{scheme}:{rest}")))];
                diagnostic
                    .help(did_you_mean(&format!("{scheme}:")))
                    .fix(Fix::patch("mend the beginning of the address", edits))
            }
            Some(_) | None => diagnostic.help("write the whole address, with `https://` in front"),
        });
        None
    }
}

impl<const KINDS: u32> Decode for Ref<KINDS> {
    fn shape() -> Shape {
        Shape::Reference(KINDS)
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<Ref<KINDS>> {
        let Some(text) = value.as_str() else {
            reader.wrong_type(&Shape::Reference(KINDS), value, span);
            return None;
        };
        let text = text.trim();
        let text = text.strip_prefix('@').unwrap_or(text);
        let key = reader.key().into();
        reader.references.push(Reference { text: text.to_owned(), kinds: KINDS, span, key });
        Some(Ref(text.to_owned()))
    }
}

impl<T: Decode> Decode for List<T> {
    fn shape() -> Shape {
        Shape::List(Box::new(T::shape()))
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<List<T>> {
        let Some(array) = value.as_array() else {
            reader.wrong_type(&Self::shape(), value, span);
            return None;
        };
        // What follows in a list that nothing closes are other keys, not its items. Without brackets, each item begins anew.
        let astray = reader.astray.take();
        let end = reader.first_break(span).filter(|_| reader.is_in_brackets(span));
        if array.is_empty() && reader.is_broken(span) {
            return None;
        }
        let mut list = List {
            items: Vec::with_capacity(array.len()),
            unreadable: end.map(|at| Span::new(at, at)).into_iter().chain(astray).collect(),
        };
        for item in array.iter() {
            let span = reader.place(item.span());
            if end.is_some_and(|end| span.start > end) {
                break;
            }
            if reader.is_empty::<T>(item.get_ref(), span) {
                reader.empty(span);
                continue;
            }
            if is_single(item.get_ref()) && reader.is_broken(span) {
                list.unreadable.push(span);
                continue;
            }
            match T::decode(reader, item.get_ref(), span) {
                Some(value) => list.items.push(At { value, span }),
                None => list.unreadable.push(span),
            }
        }
        list.unreadable.sort();
        Some(list)
    }
}

impl<T: Decode> Decode for Map<T> {
    fn shape() -> Shape {
        Shape::Map(Box::new(T::shape()))
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<Map<T>> {
        let DeValue::Table(table) = value else {
            reader.wrong_type(&Self::shape(), value, span);
            return None;
        };
        let mut entries = Vec::with_capacity(table.len());
        for (key, item) in table.iter() {
            let name: &str = key.get_ref();
            let key_span = reader.place(key.span());
            let span = reader.place(item.span());
            if reader.is_elsewhere(key_span) {
                continue;
            }
            reader.keys.push(name.to_owned().into());
            if reader.is_empty::<T>(item.get_ref(), span) {
                reader.empty(span);
            } else if let Some(value) = T::decode(reader, item.get_ref(), span) {
                entries.push((At { value: name.to_owned(), span: key_span }, At { value, span }));
            }
            reader.keys.pop();
        }
        entries.sort_by_key(|(key, _)| key.span);
        Some(Map(entries))
    }
}

impl<T: Decode> Decode for Field<T> {
    fn shape() -> Shape {
        T::shape()
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<Field<T>> {
        match read_field(reader, value, span) {
            Field::Absent | Field::Unreadable(_) => None,
            field @ (Field::Stated(_) | Field::Unknown(_) | Field::Withheld(_)) => Some(field),
        }
    }
}

/// Either of two shapes: the first that the value's TOML type fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OneOf<A, B> {
    /// The value is of the first shape, also where the second would fit.
    First(A),
    /// The value is of the second shape and not of the first.
    Second(B),
}

impl<A: Decode, B: Decode> Decode for OneOf<A, B> {
    fn shape() -> Shape {
        Shape::Either(vec![A::shape(), B::shape()])
    }

    fn decode(reader: &mut Reader, value: &DeValue, span: Span) -> Option<OneOf<A, B>> {
        if fits(&A::shape(), value) {
            return A::decode(reader, value, span).map(OneOf::First);
        }
        if fits(&B::shape(), value) {
            return B::decode(reader, value, span).map(OneOf::Second);
        }
        reader.wrong_type(&Self::shape(), value, span);
        None
    }
}

/// Whether `value` is of the TOML type in which the shape is written.
fn fits(shape: &Shape, value: &DeValue) -> bool {
    match shape {
        Shape::Boolean => matches!(value, DeValue::Boolean(_)),
        Shape::Integer => matches!(value, DeValue::Integer(_)),
        Shape::Number => matches!(value, DeValue::Integer(_) | DeValue::Float(_)),
        Shape::Date | Shape::Moment => matches!(value, DeValue::Datetime(_)),
        Shape::List(_) => matches!(value, DeValue::Array(_)),
        Shape::Table(_) | Shape::Map(_) => matches!(value, DeValue::Table(_)),
        Shape::Text | Shape::Word(_) | Shape::Reference(_) | Shape::Link | Shape::Money | Shape::Objective => {
            matches!(value, DeValue::String(_))
        }
        Shape::Either(shapes) => shapes.iter().any(|shape| fits(shape, value)),
        Shape::Any => true,
    }
}

/// The word of a closed list that `value` is; `None` for anything else, which is a diagnostic. For `word_list!`.
pub fn decode_word<T: Copy>(
    reader: &mut Reader,
    value: &DeValue,
    span: Span,
    words: &[(&'static str, T)],
) -> Option<T> {
    let names: Vec<&'static str> = words.iter().map(|(name, _)| *name).collect();
    let Some(text) = value.as_str() else {
        let message = format!("`{}` must be one of {}", reader.key(), listing(names.iter().copied()));
        let key = reader.keys.last().filter(|_| !reader.is_item(span)).map_or(String::new(), |key| format!("{key} = "));
        let help = format!("write one of these words in quotes: `{key}\"{}\"`", names[0]);
        reader.report(Diagnostic::new("wrong-type", reader.path, span, message).help(help));
        return None;
    };
    if let Some((_, word)) = words.iter().find(|(name, _)| *name == text) {
        return Some(*word);
    }
    let message = format!("`{}` must be one of {}", reader.key(), listing(names.iter().copied()));
    let diagnostic = Diagnostic::new("unknown-value", reader.path, span, message);
    let diagnostic = match nearest(text, names.iter().copied()) {
        Some(meant) => diagnostic
            .help(did_you_mean(meant))
            .fix(Fix::patch(format!("write `{meant}`"), vec![Edit::new(reader.path, span, toml_text(meant))])),
        None => diagnostic.help(format!("`{}` takes one of these words", reader.key())),
    };
    reader.report(diagnostic);
    None
}

/// What the key of a table asks for; anything where there is no such key.
pub(super) fn shape_of<T: Table>(key: &str) -> Shape {
    T::ROWS.iter().find(|row| row.key == key).map_or(Shape::Any, |row| (row.shape)())
}

/// The table inside a record that `value` is; `None` for anything else, which is a diagnostic. For `table!`.
pub fn decode_inner_table<T: Table>(reader: &mut Reader, value: &DeValue, span: Span) -> Option<T> {
    let DeValue::Table(table) = value else {
        reader.wrong_type(&Shape::Table(T::ROWS), value, span);
        return None;
    };
    if table.is_empty() && reader.report_missing && T::ROWS.iter().any(|row| row.need == Presence::Required) {
        reader.holds_nothing(span, T::ROWS);
        return None;
    }
    let mut fields = reader.table(table, span).expecting(T::ROWS.iter().map(|row| row.key), &shape_of::<T>);
    let decoded = T::decode_table(&mut fields);
    fields.finish();
    Some(decoded)
}
