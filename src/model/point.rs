//! Points of focus: aids to reading a criterion, and when they apply.

use serde::Deserialize;

use crate::model::words::{Category, PrivacyRole};

/// A point of focus: an aid to reading a criterion, never a requirement.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Its name within the criterion; `CC6.3/periodic-review` is a whole id.
    pub slug: String,
    /// A short title in our own words.
    pub title: String,
    /// What it asks, in our own words.
    pub asks: String,
    /// The standard's own words, where a licensee laid them over ours.
    #[serde(skip)]
    pub official: Option<String>,
    /// When it applies.
    #[serde(default)]
    pub applies: Applies,
    /// What the revision of 2022 did to it.
    #[serde(default)]
    pub revised: Revision,
}

/// When a point of focus applies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Applies {
    /// Always.
    #[default]
    Always,
    /// In examinations of a system, which every SOC 2 examination is.
    SystemLevel,
    /// When a category is in scope.
    Category(Category),
    /// When privacy is in scope and the organisation has one of these roles.
    Role(PrivacyRole),
    /// When processing integrity is in scope and the system makes or distributes goods.
    Goods,
    /// When the organisation has objectives of that class.
    Objectives(String),
}

impl Applies {
    /// The condition as the catalog writes it.
    #[must_use]
    pub fn word(&self) -> String {
        match self {
            Self::Always => "always".to_owned(),
            Self::SystemLevel => "always:system-level".to_owned(),
            Self::Category(category) => category.snake(),
            Self::Role(PrivacyRole::Both) => "privacy:controller+processor".to_owned(),
            Self::Role(role) => format!("privacy:{role}"),
            Self::Goods => "processing_integrity:goods".to_owned(),
            Self::Objectives(class) => format!("where-applicable:{class}"),
        }
    }

    /// The category that must be in scope for the point to apply, if any.
    #[must_use]
    pub fn category(&self) -> Option<Category> {
        match self {
            Self::Always | Self::SystemLevel | Self::Objectives(_) => None,
            Self::Category(category) => Some(*category),
            Self::Role(_) => Some(Category::Privacy),
            Self::Goods => Some(Category::ProcessingIntegrity),
        }
    }

    /// Whether the point applies to a selection of categories and a privacy role.
    #[must_use]
    pub fn holds(&self, categories: &[Category], role: PrivacyRole) -> bool {
        let selected = self.category().is_none_or(|category| categories.contains(&category));
        let suits = match self {
            Self::Role(wanted) => role == PrivacyRole::Both || *wanted == PrivacyRole::Both || *wanted == role,
            _ => true,
        };
        selected && suits
    }
}

impl<'de> Deserialize<'de> for Applies {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Ok(match word.as_str() {
            "always" => Self::Always,
            "always:system-level" => Self::SystemLevel,
            "processing_integrity:goods" => Self::Goods,
            "privacy:controller" => Self::Role(PrivacyRole::Controller),
            "privacy:processor" => Self::Role(PrivacyRole::Processor),
            "privacy:controller+processor" => Self::Role(PrivacyRole::Both),
            other => match (other.strip_prefix("where-applicable:"), Category::parse(other)) {
                (Some(class), _) => Self::Objectives(class.to_owned()),
                (None, Some(category)) => Self::Category(category),
                (None, None) => return Err(serde::de::Error::custom(format!("`{other}` is no condition of a point"))),
            },
        })
    }
}

/// What the revision of 2022 did to a point of focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Revision {
    /// Nothing.
    #[default]
    Unchanged,
    /// It was reworded.
    Changed,
    /// It was added.
    New,
}

impl Revision {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unchanged => "unchanged",
            Self::Changed => "changed",
            Self::New => "new",
        }
    }
}

impl Point {
    /// What it asks: the standard's own words where a licensee laid them over ours, else ours.
    #[must_use]
    pub fn wording(&self) -> &str {
        self.official.as_deref().unwrap_or(&self.asks)
    }
}
