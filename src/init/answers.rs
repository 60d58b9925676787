//! What is asked before a first inventory can be written.

use crate::model::scope::Report;
use crate::model::words::{Category, PrivacyRole};

/// The answers.
#[derive(Clone, Debug)]
pub struct Answers {
    /// The name of the organisation.
    pub organization: String,
    /// The name of the service.
    pub system: String,
    /// The categories chosen, in report order; security is always the first.
    pub categories: Vec<Category>,
    /// The report wanted, and the time it is to speak of.
    pub report: Report,
    /// In which role personal data is handled; counts where privacy is chosen.
    pub privacy_role: PrivacyRole,
    /// How many people work on it, one at least.
    pub people: u32,
    /// Some of them by name.
    pub names: Vec<Name>,
    /// What they use.
    pub stack: Stack,
    /// Other vendors, as they were typed.
    pub vendors: Vec<String>,
}

impl Answers {
    /// Whether privacy is chosen.
    #[must_use]
    pub fn has_privacy(&self) -> bool {
        self.categories.contains(&Category::Privacy)
    }
}

/// A person by name, with what they are where that was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The name.
    pub name: String,
    /// What they are, such as `CTO`.
    pub title: Option<String>,
}

impl Name {
    /// A name as people type it: `Ana Roe` or `Ana Roe (CTO)`; `None` where there is no name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let split = text.strip_suffix(')').and_then(|text| text.split_once('('));
        let (name, title) = split.map_or((text, ""), |(name, title)| (name.trim(), title.trim()));
        let title = (!title.is_empty()).then(|| title.to_owned());
        (!name.is_empty()).then(|| Self { name: name.to_owned(), title })
    }
}

/// What the organisation uses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stack {
    /// Where the service runs.
    pub cloud: Used,
    /// What people sign in through.
    pub identity_provider: Used,
    /// Where the code lives.
    pub code_host: Used,
    /// Where staff are kept on record.
    pub hr: Used,
}

/// Which products are used for something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Used {
    /// It was not said.
    #[default]
    Unsaid,
    /// None.
    None,
    /// These, as they were typed; one at least.
    Products(Vec<String>),
}

impl Used {
    /// What was typed: names, the word `none`, or nothing at all.
    #[must_use]
    pub fn parse(names: &[String]) -> Self {
        let names: Vec<String> =
            names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).map(str::to_owned).collect();
        match names.as_slice() {
            [] => Self::Unsaid,
            [only] if ["none", "no", "-"].iter().any(|none| only.eq_ignore_ascii_case(none)) => Self::None,
            _ => Self::Products(names),
        }
    }

    /// The products.
    #[must_use]
    pub fn products(&self) -> &[String] {
        match self {
            Self::Products(names) => names,
            Self::Unsaid | Self::None => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_with_or_without_a_title() {
        let name = |name: &str, title: Option<&str>| Some(Name { name: name.into(), title: title.map(str::to_owned) });
        assert_eq!(Name::parse(" Ana Roe "), name("Ana Roe", None));
        assert_eq!(Name::parse("Ana Roe (CTO)"), name("Ana Roe", Some("CTO")));
        assert_eq!(Name::parse("Ana Roe ( )"), name("Ana Roe", None));
        assert_eq!(Name::parse("Ana (Roe"), name("Ana (Roe", None));
        assert_eq!(Name::parse("(CTO)"), None);
        assert_eq!(Name::parse("  "), None);
    }

    #[test]
    fn none_is_an_answer() {
        let parse = |names: &[&str]| Used::parse(&names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>());
        assert_eq!(parse(&[]), Used::Unsaid);
        assert_eq!(parse(&[" "]), Used::Unsaid);
        assert_eq!(parse(&["None"]), Used::None);
        assert_eq!(parse(&["aws", " "]), Used::Products(vec!["aws".into()]));
    }
}
