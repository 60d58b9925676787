//! What is said of a name that nothing bears.

use std::fmt;

use crate::model::assessment::Assessment;
use crate::model::catalog::Criterion;
use crate::model::criterion_id::CriterionRef;
use crate::model::gap::Gap;
use crate::model::gap_id::GapId;
use crate::report::explain::{Desk, term};
use crate::text::count::count;
use crate::text::escape;
use crate::text::list::{some, ticked_and};
use crate::text::nearest::nearest;
use crate::text::wrap::truncate;

/// Nothing bears the name. Made for the terminal: the name is escaped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// What is not known, in lower case and without a full stop, as messages are.
    pub message: String,
    /// What was probably meant, and what there is.
    pub help: Vec<String>,
}

impl fmt::Display for Unknown {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)?;
        self.help.iter().try_for_each(|help| write!(formatter, "\nhelp: {help}"))
    }
}

impl std::error::Error for Unknown {}

/// What to say of a name that nothing bears.
pub(super) fn unknown(desk: &Desk<'_>, thing: &str) -> Unknown {
    let found = as_criterion(desk, thing).or_else(|| as_number(desk, thing)).or_else(|| as_gap(desk, thing));
    found.unwrap_or_else(|| {
        let near = near(desk, thing).map(|near| format!("did you mean `{near}`?"));
        let help = near.into_iter().chain([what_there_is(desk)]).collect();
        Unknown { message: format!("nothing is called `{}`", shown(thing)), help }
    })
}

fn shown(thing: &str) -> String {
    truncate(&escape::terminal(thing), 60)
}

/// A name with the shape of a criterion or a point of focus.
fn as_criterion(desk: &Desk<'_>, thing: &str) -> Option<Unknown> {
    let CriterionRef { criterion: id, point } = thing.parse().ok()?;
    let catalog = desk.knowledge.catalog;
    if let (Some(criterion), Some(slug)) = (catalog.criterion(id), point) {
        return Some(no_point(criterion, &slug));
    }
    let series: Vec<String> = catalog
        .criteria
        .iter()
        .filter(|criterion| criterion.id.series() == id.series())
        .map(|criterion| criterion.id.to_string())
        .collect();
    let help = match catalog.meant(id) {
        Some(wrong) => format!("`{id}` is {}", wrong.because),
        None if series.is_empty() => "`gapcheck criteria` lists them".to_owned(),
        None => format!("`{}` consists of {}", id.series(), ticked_and(series)),
    };
    let message = format!("`{id}` is not one of the {} criteria", catalog.criteria.len());
    Some(Unknown { message, help: vec![help] })
}

fn no_point(criterion: &Criterion, slug: &str) -> Unknown {
    let id = criterion.id;
    let message = format!("`{id}` has no point of focus `{}`", shown(slug));
    let near = nearest(slug, criterion.points.iter().map(|point| point.slug.as_str()));
    let near = near.map(|near| format!("did you mean `{id}/{near}`?"));
    let there_are = format!("its points are {}", ticked_and(criterion.points.iter().map(|point| &point.slug)));
    Unknown { message, help: near.into_iter().chain([there_are]).collect() }
}

/// A number that no gap bears.
fn as_number(desk: &Desk<'_>, thing: &str) -> Option<Unknown> {
    let number: usize = thing.strip_prefix('#').unwrap_or(thing).parse().ok()?;
    Some(match desk.assessment {
        None => needs_inventory(thing),
        Some(assessment) => Unknown {
            message: format!("no gap has the number {number}"),
            help: vec![match assessment.gaps.len() {
                0 => "there are no gaps".to_owned(),
                all => format!("gaps are numbered from 1 to {all}"),
            }],
        },
    })
}

/// A name with the shape of a gap's id.
fn as_gap(desk: &Desk<'_>, thing: &str) -> Option<Unknown> {
    let (subject, rule, _) = GapId::split(thing)?;
    let Some(assessment) = desk.assessment else { return Some(needs_inventory(thing)) };
    let near = near_gap(assessment, thing).map(|near| format!("did you mean `{near}`?"));
    let others: Vec<&str> = assessment.gaps.iter().map(Gap::id).filter(|id| subject_of(id) == subject).collect();
    let others = (!others.is_empty()).then(|| {
        let ticked = others.iter().map(|id| format!("`{id}`"));
        format!("of `{subject}` there {} {}", if others.len() == 1 { "is" } else { "are" }, some(ticked, 6))
    });
    let known = desk.knowledge.rules.iter().any(|known| known.name == rule);
    let of_rule = known.then(|| format!("`gapcheck explain {rule}` tells of the rule and of what it found"));
    let help: Vec<String> = near.into_iter().chain(others).chain(of_rule).collect();
    let help = if help.is_empty() { vec![what_there_is(desk)] } else { help };
    Some(Unknown { message: format!("the assessment has no gap `{}`", shown(thing)), help })
}

/// The gap nearest to an id, among those of its subject, or of the subject nearest to that.
///
/// Whole ids are not compared across subjects: the name of a rule would outweigh what the gap is about.
fn near_gap<'a>(assessment: &'a Assessment<'_>, thing: &str) -> Option<&'a str> {
    let ids = || assessment.gaps.iter().map(Gap::id);
    let (subject, rest) = thing.split_once(':')?;
    let nearest_subject = nearest(subject, ids().map(subject_of))?;
    let wanted = format!("{nearest_subject}:{rest}");
    nearest(&wanted, ids().filter(|id| subject_of(id) == nearest_subject))
}

fn subject_of(id: &str) -> &str {
    id.split(':').next().unwrap_or(id)
}

fn needs_inventory(thing: &str) -> Unknown {
    let thing = shown(thing);
    Unknown {
        message: format!("`{thing}` names a gap, and gaps are in an inventory"),
        help: vec![format!("name the inventory: `gapcheck explain {thing} -i inventory.yaml`")],
    }
}

/// The name nearest to one that nothing bears, among all things there are.
fn near(desk: &Desk<'_>, thing: &str) -> Option<String> {
    let knowledge = desk.knowledge;
    let criteria = knowledge.catalog.criteria.iter().map(|criterion| criterion.id.to_string());
    let points = knowledge.catalog.criteria.iter().flat_map(|criterion| &criterion.points);
    let rules = knowledge.rules.iter().map(|rule| rule.name);
    let words =
        knowledge.terms.iter().flat_map(term::names).chain(points.map(|point| point.slug.as_str())).chain(rules);
    let controls = desk.assessment.into_iter().flat_map(|assessment| &assessment.inventory.controls);
    let gaps = desk.assessment.into_iter().flat_map(|assessment| &assessment.gaps);
    let here = controls.map(|control| control.id.value.as_str()).chain(gaps.map(Gap::id));
    let criteria: Vec<String> = criteria.collect();
    nearest(thing, words.chain(here).chain(criteria.iter().map(String::as_str))).map(str::to_owned)
}

fn what_there_is(desk: &Desk<'_>) -> String {
    let knowledge = desk.knowledge;
    let points = knowledge.catalog.criteria.iter().map(|criterion| criterion.points.len()).sum();
    let known = format!(
        "known are {}, {}, {} and {}",
        count(knowledge.rules.len(), "rule"),
        count(knowledge.catalog.criteria.len(), "criterion"),
        count(points, "point of focus"),
        count(knowledge.terms.len(), "term"),
    );
    match desk.assessment {
        Some(assessment) => format!(
            "{known}, and in this inventory {} and {}; `gapcheck explain` lists the rules",
            count(assessment.inventory.controls.len(), "control"),
            count(assessment.gaps.len(), "gap")
        ),
        None => format!("{known}, and with `-i INVENTORY` its controls and gaps; `gapcheck explain` lists the rules"),
    }
}
