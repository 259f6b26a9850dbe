//! One catalogue of messages for each language of the interface, and which of them is spoken where.
//!
//! A page is made in one language from its first word to its last, by hundreds of small functions, none of which cares in
//! which. So the language is not handed through all of them: it is set once, in [`within`], for what one thread does while it
//! makes one page. Several sites in several languages can be made at the same time.

use std::cell::Cell;
use std::collections::HashMap;
use std::fmt;
use std::ops::Deref;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use serde::{Serialize, Serializer};
use unic_langid::LanguageIdentifier;

use crate::text::direction;

macro_rules! catalogues {
    ($($tag:literal)*) => {
        /// The languages of the interface, each with its catalogue. The first has every message.
        static LANGUAGES: [(&str, LazyLock<Language>); [$($tag),*].len()] = [
            $(($tag, LazyLock::new(|| Language::read($tag, include_str!(concat!($tag, ".ftl")))))),*
        ];

        /// The catalogues of all languages by their names, English first: `words/de.ftl`.
        pub const CATALOGUES: &[(&str, &str)] =
            &[$((concat!("words/", $tag, ".ftl"), include_str!(concat!($tag, ".ftl")))),*];
    };
}

catalogues! {
    "en"
    "de"
}

/// A language of the interface with its messages.
pub(crate) struct Language {
    tag: &'static str,
    bundle: FluentBundle<FluentResource>,
    /// The messages that nothing is filled into, by name; of the others what they are without it: `As of {$day}.`.
    texts: HashMap<String, String>,
    /// The messages that only take values in, without a choice among forms: they are filled in by far the most often.
    plain: HashMap<String, Vec<Piece>>,
}

/// A piece of a message.
pub(super) enum Piece {
    Text(String),
    /// A value, by its name.
    Of(String),
}

thread_local! {
    /// The language of the page that this thread makes.
    static SPOKEN: Cell<Option<&'static Language>> = const { Cell::new(None) };
}

/// What `act` gives back, done in `language`. The one before is back afterwards, even where `act` panics.
pub(crate) fn within<T>(language: &'static Language, act: impl FnOnce() -> T) -> T {
    struct Before(Option<&'static Language>);
    impl Drop for Before {
        fn drop(&mut self) {
            SPOKEN.set(self.0);
        }
    }
    let _before = Before(SPOKEN.replace(Some(language)));
    act()
}

/// The language that is spoken here: that of the page that is being made, else English.
pub(crate) fn spoken() -> &'static Language {
    SPOKEN.get().unwrap_or_else(Language::first)
}

impl Language {
    fn read(tag: &'static str, messages: &'static str) -> Language {
        let resource = FluentResource::try_new(messages.to_owned())
            .unwrap_or_else(|(_, errors)| panic!("the catalogue {tag}: {errors:?}"));
        let names: Vec<String> = resource
            .entries()
            .filter_map(|entry| match entry {
                Entry::Message(message) => Some(message.id.name.to_owned()),
                Entry::Term(_) | Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => None,
                Entry::Junk { content } => panic!("the catalogue {tag}: {content}"),
            })
            .collect();
        let id: LanguageIdentifier = tag.parse().expect("names of catalogues are tags of languages");
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Marks around what is filled in matter only where a text may run against its surroundings.
        bundle.set_use_isolating(direction(tag) == "rtl");
        bundle.add_resource(resource).unwrap_or_else(|errors| panic!("the catalogue {tag}: {errors:?}"));
        let mut language = Language { tag, bundle, texts: HashMap::new(), plain: HashMap::new() };
        let texts = names.iter().filter_map(|name| Some((name.clone(), language.formatted(name, None)?)));
        language.texts = texts.collect();
        // Where marks surround what is filled in, the library sets them.
        if direction(tag) != "rtl" {
            let patterns = names.iter().filter_map(|name| Some((name, language.bundle.get_message(name)?.value()?)));
            language.plain = patterns.filter_map(|(name, it)| Some((name.clone(), pieces(it)?))).collect();
        }
        language
    }

    /// The tag of the language whose catalogue has every message.
    pub(crate) const FIRST: &'static str = "en";

    /// English, which has every message.
    pub(super) fn first() -> &'static Language {
        &LANGUAGES[0].1
    }

    /// The language of the interface for a site in the language `tag`: the same or the one without its region, else English.
    pub(crate) fn of(tag: &str) -> &'static Language {
        let main = tag.split(['-', '_']).next().unwrap_or_default();
        let named = |wanted: &str| LANGUAGES.iter().find(|(name, _)| name.eq_ignore_ascii_case(wanted));
        named(tag).or_else(|| named(main)).map_or_else(Language::first, |(_, language)| language)
    }

    /// The tags of all of them, English first.
    pub(crate) fn tags() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|(tag, _)| *tag)
    }

    /// Whether there is a catalogue for a site in the language `tag`.
    pub(crate) fn speaks(tag: &str) -> bool {
        let main = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        main(Language::of(tag).tag) == main(tag)
    }

    /// Its tag: `de`.
    pub(crate) fn tag(&self) -> &'static str {
        self.tag
    }

    /// The message `name` with `of` filled in; `None` where the catalogue has none.
    fn formatted(&self, name: &str, of: Option<&FluentArgs>) -> Option<String> {
        let pattern = self.bundle.get_message(name)?.value()?;
        // What is not filled in stays as `{$name}`, as for messages that are asked for in pieces.
        Some(self.bundle.format_pattern(pattern, of, &mut Vec::new()).into_owned())
    }

    /// The same for a message that only takes these values in; `None` for any other.
    fn filled_plainly(&self, name: &str, of: &[(&'static str, FluentValue)]) -> Option<String> {
        let mut text = String::new();
        for piece in self.plain.get(name)? {
            match piece {
                Piece::Text(it) => text.push_str(it),
                Piece::Of(wanted) => match &of.iter().find(|(name, _)| name == wanted)?.1 {
                    FluentValue::String(it) => text.push_str(it),
                    FluentValue::Number(it) => text.push_str(&it.as_string()),
                    FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => return None,
                },
            }
        }
        Some(text)
    }

    /// The message `name` as it is before anything is filled in; `None` where there is none.
    pub(super) fn text(&'static self, name: &str) -> Option<&'static str> {
        self.texts.get(name).or_else(|| Language::first().texts.get(name)).map(|text| &**text)
    }

    /// Those of its messages that only take values in, by name, in no order.
    pub(super) fn plain(&'static self) -> impl Iterator<Item = (&'static str, &'static [Piece])> {
        self.plain.iter().map(|(name, pieces)| (&**name, &**pieces))
    }

    /// The names of its messages, in no order.
    pub(super) fn names(&'static self) -> impl Iterator<Item = &'static str> {
        self.texts.keys().map(|name| &**name)
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_tuple("Language").field(&self.tag).finish()
    }
}

/// The pieces of a message that only takes values in; `None` for any other.
fn pieces(pattern: &Pattern<&str>) -> Option<Vec<Piece>> {
    let piece = |element: &PatternElement<&str>| match element {
        PatternElement::TextElement { value } => Some(Piece::Text((*value).to_owned())),
        PatternElement::Placeable { expression: Expression::Inline(InlineExpression::VariableReference { id }) } => {
            Some(Piece::Of(id.name.to_owned()))
        }
        PatternElement::Placeable { expression: Expression::Inline(_) | Expression::Select { .. } } => None,
    };
    pattern.elements.iter().map(piece).collect()
}

/// The message `name` in the language that is spoken here, with `of` filled in.
pub(super) fn filled_in(name: &str, of: &[(&'static str, FluentValue)]) -> String {
    let language = spoken();
    if let Some(text) = language.filled_plainly(name, of) {
        return text;
    }
    let args: FluentArgs = of.iter().cloned().collect();
    let text = language.formatted(name, Some(&args)).or_else(|| Language::first().formatted(name, Some(&args)));
    text.unwrap_or_else(|| panic!("the catalogue has no `{name}`"))
}

/// The message `name` of a family whose members are not all there; `None` where this one is not.
pub(super) fn maybe(name: &str) -> Option<&'static str> {
    spoken().text(name)
}

/// A message that nothing is filled into, as tables keep it: it becomes a text where it is read, in the language that is
/// spoken there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Word(&'static str);

impl Word {
    /// The message of this name.
    pub(super) const fn named(name: &'static str) -> Word {
        Word(name)
    }

    /// What it is in the language that is spoken here.
    pub(crate) fn text(self) -> &'static str {
        spoken().text(self.0).unwrap_or_else(|| panic!("the catalogue has no `{}`", self.0))
    }
}

impl Deref for Word {
    type Target = str;

    fn deref(&self) -> &str {
        self.text()
    }
}

impl fmt::Display for Word {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.pad(self.text())
    }
}

impl fmt::Debug for Word {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl Serialize for Word {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }
}

impl From<Word> for String {
    fn from(word: Word) -> String {
        word.text().to_owned()
    }
}

impl From<Word> for FluentValue<'_> {
    fn from(word: Word) -> Self {
        FluentValue::from(word.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_that_only_takes_values_in_is_filled_in_as_the_library_does_it() {
        for (_, language) in &LANGUAGES {
            assert!(language.plain.len() > 100, "{}", language.plain.len());
            for (name, pieces) in &language.plain {
                for values in [["A & <b>", "", "{$day}"].map(FluentValue::from), [3.into(), 12_345.into(), 1.5.into()]]
                {
                    let wanted = pieces.iter().filter_map(|piece| match piece {
                        Piece::Of(wanted) => Some(&**wanted),
                        Piece::Text(_) => None,
                    });
                    let of: Vec<(&'static str, FluentValue)> =
                        wanted.zip(values.iter().cycle()).map(|(name, value)| (name, value.clone())).collect();
                    let args: FluentArgs = of.iter().cloned().collect();
                    assert_eq!(language.filled_plainly(name, &of), language.formatted(name, Some(&args)), "{name}");
                }
            }
        }
    }
}
