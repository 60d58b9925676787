//! The reporting rules: a criterion each, and the rules of gapcheck whose gaps touch no criterion.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::model::assessment::Assessment;
use crate::model::catalog::Criterion;
use crate::model::gap::Gap;
use crate::model::level::Level;
use crate::model::rule::RuleInfo;
use crate::report::sarif::Message;
use crate::report::sarif::help::{self, Help};
use crate::text::cut::cut;

/// How many characters of a description GitHub takes.
const DESCRIPTION: usize = 1024;

/// How many tags of a rule GitHub keeps.
const TAGS: usize = 10;

/// The level of SARIF for a level of risk.
pub(super) const fn level(level: Level) -> &'static str {
    match level {
        Level::VeryHigh | Level::High => "error",
        Level::Moderate => "warning",
        Level::Low | Level::VeryLow => "note",
    }
}

/// What GitHub reads as severity: over 9.0 critical, from 7.0 high, from 4.0 medium, above 0.0 low.
const fn severity(level: Level) -> &'static str {
    match level {
        Level::VeryHigh => "9.5",
        Level::High => "8.0",
        Level::Moderate => "5.5",
        Level::Low => "2.0",
        Level::VeryLow => "0.5",
    }
}

/// The id of the rule a gap is a result of.
pub(super) fn id(gap: &Gap) -> String {
    gap.finding.criteria.first().map_or_else(|| gap.finding.rule.name.to_owned(), ToString::to_string)
}

/// The rules of a run, and where each stands.
pub(super) struct Rules {
    pub(super) list: Vec<Rule>,
    index: BTreeMap<String, usize>,
}

impl Rules {
    /// Every criterion of the selected categories, also those without a gap, and whatever else the results need.
    pub(super) fn of(assessment: &Assessment<'_>, shown: &[&Gap]) -> Self {
        let worst = worst(&assessment.gaps);
        let needed: BTreeSet<String> = shown.iter().map(|gap| id(gap)).collect();
        let selected: BTreeSet<usize> = assessment.criteria.iter().map(|result| result.criterion).collect();
        let criteria = assessment.catalog.criteria.iter().enumerate();
        let criteria = criteria
            .filter(|(at, criterion)| selected.contains(at) || needed.contains(&criterion.id.to_string()))
            .map(|(_, criterion)| Rule::of_criterion(criterion, &worst));
        let others = assessment.rules.iter().filter(|rule| needed.contains(rule.name));
        let list: Vec<Rule> = criteria.chain(others.map(|rule| Rule::of_rule(rule, &worst))).collect();
        let index = list.iter().enumerate().map(|(at, rule)| (rule.id.clone(), at)).collect();
        Self { list, index }
    }

    /// Where the rule of a gap stands.
    pub(super) fn position(&self, gap: &Gap) -> Option<usize> {
        self.index.get(&id(gap)).copied()
    }
}

/// The worst level among the gaps of each rule: of those that stand open, or of all where none does.
fn worst(gaps: &[Gap]) -> BTreeMap<String, Level> {
    let mut worst: BTreeMap<String, (bool, Level)> = BTreeMap::new();
    for gap in gaps {
        let this = (gap.is_open(), gap.risk.level());
        worst.entry(id(gap)).and_modify(|known| *known = this.max(*known)).or_insert(this);
    }
    worst.into_iter().map(|(id, (_, level))| (id, level)).collect()
}

/// A reporting rule.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Rule {
    id: String,
    name: String,
    short_description: Message,
    full_description: Message,
    help: Help,
    default_configuration: Configuration,
    properties: Properties,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Properties {
    tags: Vec<String>,
    precision: &'static str,
    #[serde(rename = "problem.severity")]
    problem_severity: &'static str,
    #[serde(rename = "security-severity", skip_serializing_if = "Option::is_none")]
    security_severity: Option<&'static str>,
}

/// What a rule is called and what it says.
struct Words {
    id: String,
    title: String,
    description: String,
    help: Help,
    tags: Vec<String>,
}

impl Rule {
    fn of_criterion(criterion: &Criterion, worst: &BTreeMap<String, Level>) -> Self {
        let id = criterion.id.to_string();
        let areas = criterion.areas.iter().map(ToString::to_string);
        let tags = [id.clone(), criterion.category.to_string()].into_iter().chain(areas).collect();
        let words = Words {
            title: format!("{id} {}", criterion.title),
            description: criterion.wording().to_owned(),
            help: help::of_criterion(criterion),
            tags,
            id,
        };
        Self::new(words, pascal(&criterion.title), worst)
    }

    fn of_rule(rule: &RuleInfo, worst: &BTreeMap<String, Level>) -> Self {
        let words = Words {
            id: rule.name.to_owned(),
            title: rule.summary().to_owned(),
            description: help::section(rule, "Why it matters"),
            help: help::of_rule(rule),
            tags: vec![rule.nature.to_string()],
        };
        Self::new(words, pascal(rule.name), worst)
    }

    fn new(words: Words, name: String, worst: &BTreeMap<String, Level>) -> Self {
        let worst = worst.get(&words.id).copied();
        let grave = level(worst.unwrap_or(Level::VeryLow));
        // A category and an area may share a name, and no tag may stand twice.
        let mut tags = ["security", "soc2"].map(str::to_owned).to_vec();
        for tag in words.tags {
            if !tags.contains(&tag) && tags.len() < TAGS {
                tags.push(tag);
            }
        }
        Self {
            id: words.id,
            name,
            short_description: Message::new(cut(&words.title, DESCRIPTION)),
            full_description: Message::new(cut(&words.description, DESCRIPTION)),
            help: words.help,
            default_configuration: Configuration { level: grave },
            properties: Properties {
                tags,
                precision: "high",
                problem_severity: if grave == "note" { "recommendation" } else { grave },
                security_severity: worst.map(severity),
            },
        }
    }
}

/// A title as one word: `Role-based access` is `RoleBasedAccess`.
fn pascal(title: &str) -> String {
    let words = title.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().into_iter().map(|first| first.to_ascii_uppercase()).chain(letters).collect::<String>()
    };
    words.map(capital).collect()
}
