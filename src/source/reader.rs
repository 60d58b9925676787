//! Reading typed values out of a located tree, with every fault reported and none fatal.

use serde_json::{Value, json};

use crate::source::describe::Definitions;
use crate::source::file::{Located, Place};
use crate::source::node::{Entry, Kind, Node};
use crate::source::problem::{Problem, Problems};
use crate::text::list::ticked_or;
use crate::text::nearest::nearest;

/// A type that can be read from a YAML value and says, from the same description, what it accepts.
pub trait Readable: Sized + Default {
    /// Reads the value; what is wrong with it goes to the problems, and `None` comes back.
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self>;

    /// The value of a key that was not written, or was written with nothing after it; `None` where it is required.
    #[must_use]
    fn absent() -> Option<Self> {
        None
    }

    /// The JSON Schema of what `read` accepts.
    fn describe(definitions: &mut Definitions) -> Value;
}

/// Reports that something else was expected.
pub fn expected<T>(what: &str, node: &Node<'_>, problems: &mut Problems) -> Option<T> {
    problems.add(Problem::at(node.place, format!("expected {what}, found {}", node.in_words())));
    None
}

/// The text of a scalar, or a problem.
pub fn scalar<'n>(what: &str, node: &'n Node<'_>, problems: &mut Problems) -> Option<&'n str> {
    match &node.kind {
        Kind::Scalar(text) => Some(text),
        _ => expected(what, node, problems),
    }
}

impl Readable for String {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        scalar("a text", node, problems).map(str::to_owned)
    }

    fn describe(_: &mut Definitions) -> Value {
        // A year or a number is a text where a text is wanted, so editors must not complain of it either.
        json!({ "type": ["string", "number", "boolean"] })
    }
}

/// A text that must say something: not empty, not only blanks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text(pub String);

impl std::ops::Deref for Text {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Readable for Text {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        let text = scalar("a text", node, problems)?;
        if text.trim().is_empty() {
            problems.add(Problem::at(node.place, "the text is empty").help("say something, or leave the key out"));
            return None;
        }
        Some(Self(text.to_owned()))
    }

    fn describe(_: &mut Definitions) -> Value {
        json!({ "type": ["string", "number", "boolean"], "pattern": "\\S" })
    }
}

impl Readable for bool {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        match scalar("`true` or `false`", node, problems)? {
            "true" | "True" | "TRUE" => Some(true),
            "false" | "False" | "FALSE" => Some(false),
            _ => expected("`true` or `false`", node, problems),
        }
    }

    fn describe(_: &mut Definitions) -> Value {
        json!({ "type": "boolean" })
    }
}

impl Readable for u32 {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        match scalar("a whole number", node, problems)?.parse() {
            Ok(number) => Some(number),
            Err(_) => expected("a whole number from 0 to 4294967295", node, problems),
        }
    }

    fn describe(_: &mut Definitions) -> Value {
        json!({ "type": "integer", "minimum": 0, "maximum": u32::MAX })
    }
}

impl<T: Readable> Readable for Option<T> {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        T::read(node, problems).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn describe(definitions: &mut Definitions) -> Value {
        T::describe(definitions)
    }
}

impl<T: Readable> Readable for Vec<T> {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        match &node.kind {
            Kind::Sequence(items) => Some(items.iter().filter_map(|item| T::read(item, problems)).collect()),
            Kind::Scalar(text) => {
                let help = format!("write `[{}]`", crate::text::wrap::truncate(text, 60));
                problems.add(Problem::at(node.place, format!("expected a list, found {}", node.in_words())).help(help));
                None
            }
            _ => expected("a list", node, problems),
        }
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn describe(definitions: &mut Definitions) -> Value {
        json!({ "type": "array", "items": T::describe(definitions) })
    }
}

/// A list that must be written, though it may be written empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Written<T>(pub Vec<T>);

impl<T> std::ops::Deref for Written<T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        &self.0
    }
}

impl<T: Readable> Readable for Written<T> {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        Vec::read(node, problems).map(Self)
    }

    fn describe(definitions: &mut Definitions) -> Value {
        Vec::<T>::describe(definitions)
    }
}

impl<T: Readable> Readable for Located<T> {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        T::read(node, problems).map(|value| Self { value, place: node.place })
    }

    fn absent() -> Option<Self> {
        T::absent().map(|value| Self { value, place: Place::default() })
    }

    fn describe(definitions: &mut Definitions) -> Value {
        T::describe(definitions)
    }
}

/// The fields of a mapping while they are taken out one by one.
pub struct Fields<'n, 's> {
    entries: &'n [Entry<'s>],
    place: Place,
    what: &'static str,
}

impl<'n, 's> Fields<'n, 's> {
    /// The fields of a value that must be a mapping; keys it does not know are reported with the nearest it does.
    pub fn of(node: &'n Node<'s>, what: &'static str, known: &[&str], problems: &mut Problems) -> Option<Self> {
        let Kind::Mapping(entries) = &node.kind else {
            return expected(&format!("{what} as a mapping (`key: value`)"), node, problems);
        };
        for entry in entries.iter().filter(|entry| !known.contains(&&*entry.key)) {
            problems.add(unknown_key(entry.place, &entry.key, what, known));
        }
        Some(Self { entries, place: node.place, what })
    }

    /// The value of a field; its own default, with a problem said, where it is missing or wrong.
    pub fn take<T: Readable>(&self, key: &str, problems: &mut Problems) -> T {
        let entry = self.entries.iter().find(|entry| entry.key == key);
        match entry {
            Some(entry) if !matches!(entry.value.kind, Kind::Null) => {
                T::read(&entry.value, problems).unwrap_or_default()
            }
            Some(entry) => T::absent().unwrap_or_else(|| {
                let problem = Problem::at(entry.place, format!("`{key}` has no value"))
                    .help("write a value after the colon; a text that reads `null` needs quotes");
                problems.add(problem);
                T::default()
            }),
            None => T::absent().unwrap_or_else(|| {
                problems.add(Problem::at(self.place, format!("{} needs `{key}`", self.what)).label("in here"));
                T::default()
            }),
        }
    }
}

/// The problem of a key nobody knows, with the nearest known one.
#[must_use]
pub fn unknown_key(place: Place, key: &str, what: &str, known: &[&str]) -> Problem {
    let shown = crate::text::wrap::truncate(key, 60);
    let problem = Problem::at(place, format!("{what} has no key `{shown}`"));
    match nearest(key, known.iter().copied()) {
        Some(near) => problem.help(format!("did you mean `{near}`?")),
        None => problem.help(format!("its keys are {}", ticked_or(known.iter()).replace(" or ", " and "))),
    }
}
