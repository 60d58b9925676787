//! Records and vocabularies: one description of a type, from which come its fields, its reader and its JSON Schema.

/// Declares a record of the inventory format.
///
/// The doc comments become descriptions in the JSON Schema; a field is required when its type has no value for absence
/// (`Option` and `Vec` have one). Every record knows the place it was written at; two are equal when what they say is, for
/// where something stands never changes what it means.
#[macro_export]
macro_rules! record {
    (
        $(#[doc = $doc:literal])*
        pub struct $name:ident as $what:literal {
            $( $(#[doc = $field_doc:literal])* $field:ident : $type:ty, )*
        }
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, Default)]
        pub struct $name {
            $( $(#[doc = $field_doc])* pub $field: $type, )*
            /// Where the record begins in its file.
            pub place: $crate::source::file::Place,
        }

        impl PartialEq for $name {
            fn eq(&self, other: &Self) -> bool {
                $( self.$field == other.$field )&&*
            }
        }

        impl $name {
            /// The keys of the record, in the order of its description.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($field)),*];
        }

        impl $crate::source::reader::Readable for $name {
            fn read(
                node: &$crate::source::node::Node<'_>,
                problems: &mut $crate::source::problem::Problems,
            ) -> Option<Self> {
                let fields = $crate::source::reader::Fields::of(node, $what, Self::KEYS, problems)?;
                Some(Self { $( $field: fields.take(stringify!($field), problems), )* place: node.place })
            }

            fn describe(definitions: &mut $crate::source::describe::Definitions) -> serde_json::Value {
                definitions.record(stringify!($name), &[$($doc),*], |definitions| vec![
                    $( $crate::source::describe::Field {
                        key: stringify!($field),
                        doc: [$($field_doc),*].concat(),
                        required: <$type as $crate::source::reader::Readable>::absent().is_none(),
                        schema: <$type as $crate::source::reader::Readable>::describe(definitions),
                    }, )*
                ])
            }
        }
    };
}

/// Declares a fixed vocabulary of the inventory format.
///
/// Words are read in any case and with `-` or `_`; `also` lists further spellings that are accepted, `hint` lists words
/// that are not, with the word their writer probably means.
#[macro_export]
macro_rules! vocabulary {
    (
        $(#[doc = $doc:literal])*
        pub enum $name:ident as $what:literal {
            $( $(#[doc = $variant_doc:literal])* $variant:ident = $word:literal, )*
        }
        $( also { $( $other:literal => $other_variant:ident, )* } )?
        $( hint { $( $foreign:literal => $meant:literal, )* } )?
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            #[default]
            $( $(#[doc = $variant_doc])* $variant, )*
        }

        impl $name {
            /// Every word, in the order of the description.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word as it is written in an inventory, with `-`.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $( Self::$variant => $word, )* }
            }

            /// The word as it is written in JSON, with `_`.
            #[must_use]
            pub fn snake(self) -> String {
                self.word().replace('-', "_")
            }

            /// What the word means, in a sentence.
            #[must_use]
            pub fn meaning(self) -> &'static str {
                match self { $( Self::$variant => concat!($($variant_doc),*).trim_ascii(), )* }
            }

            /// The meaning of a word in any case, with `-`, `_` or blanks; `None` for a word of no meaning here.
            #[must_use]
            pub fn parse(word: &str) -> Option<Self> {
                let word = $crate::source::describe::normal(word);
                match &*word {
                    $( $word => Some(Self::$variant), )*
                    $( $( $other => Some(Self::$other_variant), )* )?
                    _ => None,
                }
            }

            /// What the writer of an unknown word is told.
            #[must_use]
            pub fn advice(word: &str) -> String {
                let hints: &[(&str, &str)] = &[$( $( ($foreign, $meant), )* )?];
                $crate::source::describe::advice(word, &[$($word),*], hints)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.pad(self.word())
            }
        }

        impl std::str::FromStr for $name {
            type Err = String;

            fn from_str(word: &str) -> Result<Self, String> {
                Self::parse(word).ok_or_else(|| Self::advice(word))
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.snake())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = <String as serde::Deserialize>::deserialize(deserializer)?;
                Self::parse(&word).ok_or_else(|| serde::de::Error::custom(Self::advice(&word)))
            }
        }

        impl $crate::source::reader::Readable for $name {
            fn read(
                node: &$crate::source::node::Node<'_>,
                problems: &mut $crate::source::problem::Problems,
            ) -> Option<Self> {
                let word = $crate::source::reader::scalar(concat!("a ", $what), node, problems)?;
                let parsed = Self::parse(word);
                if parsed.is_none() {
                    let shown = $crate::text::wrap::truncate(word, 60);
                    let message = format!(concat!("`{}` is not a ", $what), shown);
                    problems.add($crate::source::problem::Problem::at(node.place, message).help(Self::advice(word)));
                }
                parsed
            }

            fn describe(definitions: &mut $crate::source::describe::Definitions) -> serde_json::Value {
                let words = [$( ($word, [$($variant_doc),*].concat()), )*];
                let others: &[&str] = &[$( $( $other, )* )?];
                definitions.vocabulary(stringify!($name), &[$($doc),*], &words, others)
            }
        }
    };
}
