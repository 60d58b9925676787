//! Ids of criteria and points of focus, in the spellings people write.

use std::fmt;
use std::str::FromStr;

use serde_json::{Value, json};

use crate::source::describe::Definitions;
use crate::source::node::Node;
use crate::source::problem::{Problem, Problems};
use crate::source::reader::{Readable, scalar};

/// The five families of ids, in the order of every report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Common criteria.
    #[default]
    CC,
    /// Availability.
    A,
    /// Processing integrity.
    PI,
    /// Confidentiality.
    C,
    /// Privacy.
    P,
}

impl Family {
    const ALL: [(&'static str, Self); 5] =
        [("CC", Self::CC), ("PI", Self::PI), ("A", Self::A), ("C", Self::C), ("P", Self::P)];

    const fn letters(self) -> &'static str {
        match self {
            Self::CC => "CC",
            Self::A => "A",
            Self::PI => "PI",
            Self::C => "C",
            Self::P => "P",
        }
    }
}

/// An id with the shape of a criterion's, such as `CC6.1`. Whether the criterion exists, the catalog knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CriterionId {
    family: Family,
    series: u8,
    number: u8,
}

impl CriterionId {
    /// The series, such as `CC6`.
    #[must_use]
    pub fn series(self) -> String {
        format!("{}{}", self.family.letters(), self.series)
    }

    /// Whether it is one of the common criteria, which every SOC 2 report covers.
    #[must_use]
    pub fn is_common(self) -> bool {
        self.family == Family::CC
    }
}

impl fmt::Display for CriterionId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&format!("{}{}.{}", self.family.letters(), self.series, self.number))
    }
}

impl serde::Serialize for CriterionId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for CriterionId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <String as serde::Deserialize>::deserialize(deserializer)?;
        text.parse().map_err(|NotAnId| serde::de::Error::custom(format!("`{text}` is not the id of a criterion")))
    }
}

/// The text has not the shape of a criterion's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl FromStr for CriterionId {
    type Err = NotAnId;

    /// Reads `CC6.1`, `cc6.1`, `CC 6.1`, `CC-6.1` and `cc_6_1`. Only the spelling is forgiven: the numbers are taken as they stand.
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let joined: String = text.trim().chars().filter(|c| !matches!(c, ' ' | '\u{a0}')).collect();
        let upper = joined.to_ascii_uppercase();
        let (rest, family) = Family::ALL
            .iter()
            .find_map(|(letters, family)| upper.strip_prefix(letters).map(|rest| (rest, *family)))
            .ok_or(NotAnId)?;
        let rest = rest.strip_prefix(['-', '_', '.']).unwrap_or(rest);
        let (series, number) = rest.split_once(['.', '_', '-']).ok_or(NotAnId)?;
        Ok(Self { family, series: ordinal(series)?, number: ordinal(number)? })
    }
}

/// A number of one to three digits without a leading zero, save zero itself.
fn ordinal(digits: &str) -> Result<u8, NotAnId> {
    let plain = digits == "0" || (!digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit()));
    if plain { digits.parse().map_err(|_| NotAnId) } else { Err(NotAnId) }
}

/// What a control, a commitment or a vendor names: a criterion, or one point of focus of it by its slug.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct CriterionRef {
    /// The criterion.
    pub criterion: CriterionId,
    /// The slug of the point of focus, as in `CC6.3/periodic-review`.
    pub point: Option<Box<str>>,
}

impl fmt::Display for CriterionRef {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.point {
            Some(point) => write!(formatter, "{}/{point}", self.criterion),
            None => self.criterion.fmt(formatter),
        }
    }
}

impl FromStr for CriterionRef {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let (criterion, point) = match text.split_once('/') {
            Some((criterion, point)) => (criterion, Some(point.trim())),
            None => (text, None),
        };
        if point.is_some_and(str::is_empty) {
            return Err(NotAnId);
        }
        Ok(Self { criterion: criterion.parse()?, point: point.map(Box::from) })
    }
}

impl Readable for CriterionRef {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        let text = scalar("a criterion such as `CC6.1`", node, problems)?;
        let parsed = text.parse().ok();
        if parsed.is_none() {
            let shown = crate::text::wrap::truncate(text, 60);
            problems.add(
                Problem::at(node.place, format!("`{shown}` is not the id of a criterion"))
                    .help("ids look like `CC6.1`, `A1.2` or, for a point of focus, `CC6.3/periodic-review`; `gapcheck criteria` lists them"),
            );
        }
        parsed
    }

    fn describe(definitions: &mut Definitions) -> Value {
        definitions.named(
            "CriterionRef",
            json!({
                "description": "A criterion such as CC6.1, or one point of focus of it such as CC6.3/periodic-review.",
                "type": "string",
                "pattern": "^ *([Cc] *[Cc]|[Pp] *[Ii]|[AaCcPp]) *[_.-]? *[1-9][0-9]? *[._-] *[1-9][0-9]? *(/ *[a-z][a-z0-9-]* *)?$",
            }),
        )
    }
}
