//! A gap: a shortfall against a criterion, what it is, how bad, and what became of it.

use std::borrow::Cow;
use std::sync::Arc;

use crate::model::criterion_id::CriterionId;
use crate::model::gap_id::GapId;
use crate::model::level::Level;
use crate::model::risk::Risk;
use crate::model::rule::{GapNature, RuleInfo};
use crate::source::file::Place;

/// Rules of other natures that speak of operation all the same.
const OF_OPERATION: [&str; 2] = ["data-flow-unprotected", "system-not-covered"];

/// What a rule found.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Its stable identity.
    pub id: GapId,
    /// The rule that found it.
    pub rule: &'static RuleInfo,
    /// Which of the faults its rule finds, where they are mended in different ways; empty for what the rule is named after.
    pub fault: &'static str,
    /// What is wrong, in a line, with the subject's own name.
    pub title: String,
    /// Every criterion it touches, in report order; empty where it touches none.
    pub criteria: Vec<CriterionId>,
    /// The control it is about, as an index into the inventory's controls.
    pub control: Option<usize>,
    /// The systems it is about, as indexes into the inventory's systems.
    pub systems: Vec<usize>,
    /// How things are.
    pub current_state: Cow<'static, str>,
    /// How they should be.
    pub desired_state: Cow<'static, str>,
    /// What to do.
    pub recommendation: Cow<'static, str>,
    /// What about this very fault makes harm more or less likely than the rule's own number says.
    pub circumstances: Vec<Circumstance>,
    /// Who should close it, where the rule knows better than the control's owner.
    pub owner: Option<String>,
    /// Where it stands in the inventory.
    pub place: Option<Place>,
}

/// Something about a fault that makes harm more or less likely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circumstance {
    /// What it is, in a word or two.
    pub factor: &'static str,
    /// By how many points of likelihood, of 100.
    pub points: i16,
    /// Why.
    pub because: Arc<str>,
}

/// A gap with its risk and what became of it.
#[derive(Clone, Debug)]
pub struct Gap {
    /// What was found.
    pub finding: Finding,
    /// How bad it is.
    pub risk: Risk,
    /// What became of it.
    pub treatment: Treatment,
    /// Its number in this report, from one. For reading only: it changes from one assessment to the next.
    pub number: usize,
}

impl Gap {
    /// The stable identity.
    #[must_use]
    pub fn id(&self) -> &str {
        self.finding.id.as_str()
    }

    /// Whether it keeps a design from `no gap identified`: moderate or above, open, accepted or known before alike.
    ///
    /// Evidence from outside the observation period shows a design as well as any other; it is operation it cannot show.
    #[must_use]
    pub fn weighs_on_design(&self) -> bool {
        !self.speaks_of_operation_alone() && self.risk.level() >= Level::Moderate
    }

    /// Whether it says nothing of a design: it is about operation, or about evidence that shows a design all the same.
    #[must_use]
    pub fn speaks_of_operation_alone(&self) -> bool {
        let rule = self.finding.rule;
        rule.nature == GapNature::Operation || rule.name == "evidence-outside-period"
    }

    /// Whether it keeps operation from `no gap identified`: moderate or above, open, accepted or known before alike.
    ///
    /// Gaps of operation itself are not asked: the verdict looks at what they tell of, missed occurrences, unresolved
    /// exceptions and the rest, whatever its level. What is wrong with a test alone takes nothing from what evidence shows,
    /// else an honest test would make a verdict worse than none.
    #[must_use]
    pub fn weighs_on_operation(&self) -> bool {
        let rule = self.finding.rule;
        let natures = [GapNature::Evidence, GapNature::Dependence];
        let speaks_of_it = natures.contains(&rule.nature) || OF_OPERATION.contains(&rule.name);
        speaks_of_it && self.risk.level() >= Level::Moderate
    }

    /// Whether it stands open: neither accepted nor known before.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.treatment == Treatment::Open
    }
}

/// What became of a gap. An accepted gap keeps its score and turns nothing green.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// Nothing yet.
    Open,
    /// Somebody signed for it, until a date: an index into the inventory's acceptances.
    Accepted(usize),
    /// It was known before: it stands in the baseline at the same level or above.
    Baseline,
}

impl Treatment {
    /// The word for it in JSON.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Accepted(_) => "accepted",
            Self::Baseline => "baseline",
        }
    }
}
