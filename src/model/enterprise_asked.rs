//! What buyers ask for before they sign, as the files of `criteria/enterprise/` hold it: documents, and questions by theme.

use serde::Deserialize;

use crate::model::area::Area;
use crate::model::criterion_id::CriterionId;
use crate::model::words::Subject;
use crate::vocabulary;

vocabulary! {
    /// Where something that is asked for is looked for.
    pub enum Found as "source of a document" {
        /// Among the documents of the inventory.
        Document = "document",
        /// Among the other organisations of the inventory.
        SubProcessors = "sub-processors",
        /// Among the reports about our own organisation: the last SOC 2 report.
        Soc2Report = "soc2-report",
        /// Among the reports about our own organisation: the last penetration test.
        PenetrationTest = "penetration-test",
    }
}

vocabulary! {
    /// When something is asked for at all.
    pub enum When as "condition" {
        /// Always.
        Always = "always",
        /// Where the inventory says that health data is handled.
        HealthData = "health-data",
    }
}

/// What buyers ask for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// Documents, in the order of every report.
    pub documents: Vec<AskedDocument>,
    /// Questions, by theme.
    pub themes: Vec<Theme>,
}

/// A document that is asked for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedDocument {
    /// What questions name it by.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// Where it is looked for.
    pub found: Found,
    /// When it is asked for.
    #[serde(default)]
    pub when: When,
    /// What a document must be about to be it.
    #[serde(default)]
    pub subject: Option<Subject>,
    /// What the title of a document must say to be taken for it where no subject is stated; words joined by `+` may stand apart.
    #[serde(default)]
    pub titles: Vec<String>,
    /// Whose it is where nobody is named for it: of whoever looks after this area.
    #[serde(default)]
    pub area: Area,
    /// What to do where there is none.
    pub missing: String,
}

/// Questions about one thing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// By which `--theme` knows it.
    pub theme: String,
    /// What people call it.
    pub title: String,
    /// The questions.
    pub questions: Vec<Question>,
}

/// A question, in our own words.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// What it is known by within its theme; it never changes.
    pub id: String,
    /// What is asked.
    pub asks: String,
    /// The criteria it is about. A control that names one of them, and says one of the words, answers it.
    #[serde(default)]
    pub criteria: Vec<CriterionId>,
    /// Points of focus that are the question: a control that names one of them answers it, whatever its words.
    #[serde(default)]
    pub points: Vec<String>,
    /// What a control has to say; words joined by `+` may stand apart. Where there are none, naming a criterion is enough.
    #[serde(default)]
    pub words: Vec<String>,
    /// Documents that answer it, by id.
    #[serde(default)]
    pub documents: Vec<String>,
    /// Rules whose gaps hold the answer back, whatever they are about: what they find is what the question asks.
    #[serde(default)]
    pub rules: Vec<String>,
}

impl Asked {
    /// How many questions there are.
    #[must_use]
    pub fn questions(&self) -> usize {
        self.themes.iter().map(|theme| theme.questions.len()).sum()
    }
}
