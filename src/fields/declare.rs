//! Declaring tables and lists of words: struct, decoder and manual in one.

/// Leaves out what Rust needs to tell a field from a keyword.
pub const fn key(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// Joins the lines of a doc comment into one text without the space that each line begins with.
#[macro_export]
macro_rules! meaning {
    ($($line:literal)*) => { concat!($($line),*) };
}

/// Declares a closed list of words.
///
/// ```text
/// word_list! { /// How much a change touches.
///     Impact { Minor = "minor", Infrastructure = "infrastructure" } }
/// ```
#[macro_export]
macro_rules! word_list {
    ($(#[$meta:meta])* $name:ident { $($(#[$word_meta:meta])* $word:ident = $text:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $(
                $(#[$word_meta])*
                #[doc = concat!("Written `", $text, "`.")]
                $word
            ),*
        }

        impl $name {
            /// Every word, in the order of the declaration.
            pub const ALL: &[$name] = &[$($name::$word),*];

            /// As the front matter spells it.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$word => $text),* }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::fields::look::Value for $name {
            fn content(&self) -> $crate::fields::look::Content<'_> {
                $crate::fields::look::Content::Text(self.as_str())
            }

            fn text(&self) -> Option<&str> {
                Some(self.as_str())
            }
        }

        impl $crate::fields::Word for $name {
            fn spelled(self) -> &'static str {
                self.as_str()
            }
        }

        impl $crate::fields::Decode for $name {
            fn shape() -> $crate::fields::Shape {
                $crate::fields::Shape::Word(&[$($text),*])
            }

            fn decode(
                reader: &mut $crate::fields::Reader,
                value: &toml::de::DeValue,
                span: $crate::text::Span,
            ) -> Option<$name> {
                $crate::fields::decode_word(reader, value, span, &[$(($text, $name::$word)),*])
            }
        }
    };
}

/// Declares a table: struct, decoder and manual in one.
///
/// ```text
/// table! { /// A vote.
///     Vote {
///         /// Who voted.
///         Required person: Ref<PERSON>,
///     } }
/// ```
#[macro_export]
macro_rules! table {
    (
        $(#[$meta:meta])*
        $name:ident {
            $( $(#[doc = $doc:literal])* $need:ident $field:ident : $type:ty ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default)]
        pub struct $name { $( $(#[doc = $doc])* pub $field: $crate::fields::Field<$type> ),* }

        impl $name {
            /// The table where nothing in it could be read: what it would say at `span` is not known.
            #[allow(dead_code, reason = "only what a whole file can hold is read so")]
            pub fn unreadable(span: $crate::text::Span) -> $name {
                $name { $( $field: $crate::fields::Field::Unreadable(span) ),* }
            }
        }

        impl $crate::fields::Table for $name {
            const ROWS: &'static [$crate::fields::FieldRow] = &[$(
                $crate::fields::FieldRow {
                    key: $crate::fields::key(stringify!($field)),
                    need: $crate::fields::Presence::$need,
                    meaning: $crate::meaning!($($doc)*),
                    shape: <$type as $crate::fields::Decode>::shape,
                }
            ),*];

            fn decode_table(fields: &mut $crate::fields::TableReader) -> $name {
                $name { $( $field: fields.field($crate::fields::key(stringify!($field)), $crate::fields::Presence::$need) ),* }
            }
        }

        impl $crate::fields::look::Value for $name {
            fn content(&self) -> $crate::fields::look::Content<'_> {
                let rows = <$name as $crate::fields::Table>::ROWS.iter();
                let fields = $crate::fields::look::Value::fields(self).into_iter();
                $crate::fields::look::Content::Table(rows.zip(fields.map(|(_, field)| field)).collect())
            }

            fn field(&self, key: &str) -> Option<&dyn $crate::fields::look::Look> {
                match key {
                    $( name if name == $crate::fields::key(stringify!($field)) => Some(&self.$field), )*
                    _ => None,
                }
            }

            fn fields(&self) -> Vec<(&'static str, &dyn $crate::fields::look::Look)> {
                vec![$( ($crate::fields::key(stringify!($field)), &self.$field) ),*]
            }
        }

        impl $crate::fields::Decode for $name {
            fn shape() -> $crate::fields::Shape {
                $crate::fields::Shape::Table(<$name as $crate::fields::Table>::ROWS)
            }

            fn decode(
                reader: &mut $crate::fields::Reader,
                value: &toml::de::DeValue,
                span: $crate::text::Span,
            ) -> Option<$name> {
                $crate::fields::decode_inner_table(reader, value, span)
            }
        }
    };
}
