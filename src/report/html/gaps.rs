//! The gaps: a table to find them in, and each with all that is known of it.

use std::collections::{BTreeMap, BTreeSet};

use askama::Template;

use crate::model::gap::Gap;
use crate::model::level::Level;
use crate::model::rule::GapNature;
use crate::model::words::Category;

use crate::report::html::block::printed;
use crate::report::html::markup::{Markup, element, prose, rating, text};
use crate::report::html::view::{View, is_large};
use crate::report::working::{Line, lines};
use crate::text::count::{count, number};
use crate::text::natural::compare;

#[derive(Template)]
#[template(path = "gaps.html")]
struct Gaps<'a> {
    told: String,
    /// Whether each gap is told in full.
    full: bool,
    /// Whether there are so many that the working of each is a list and no table.
    large: bool,
    rows: Vec<Row<'a>>,
    choices: Choices<'a>,
}

/// What gaps can be narrowed to.
struct Choices<'a> {
    levels: Vec<Level>,
    natures: Vec<GapNature>,
    categories: Vec<Category>,
    criteria: Vec<String>,
    owners: Vec<&'a str>,
    treatments: Vec<&'static str>,
}

/// A gap.
struct Row<'a> {
    gap: &'a Gap,
    anchor: String,
    title: Markup,
    rating: Markup,
    criteria: Markup,
    /// Categories and criteria by their words, to be narrowed to.
    touches: String,
    owner: Option<&'a str>,
    control: Option<(Markup, &'a str)>,
    systems: Markup,
    place: Option<Markup>,
    told: [(&'static str, Markup); 3],
    before: String,
    /// The lines of the working, each with its reason as markup.
    working: Vec<(Line, Markup)>,
}

impl Row<'_> {
    const fn treatment(&self) -> &'static str {
        treatment(self.gap)
    }
}

const fn treatment(gap: &Gap) -> &'static str {
    match gap.treatment.word().as_bytes() {
        b"baseline" => "known before",
        _ => gap.treatment.word(),
    }
}

pub(super) fn write(view: &View<'_>) -> Markup {
    let all = view.assessment.gaps.len();
    let told = match (all, view.listed.len()) {
        (0, _) => "No gap was found.".to_owned(),
        (all, listed) if all == listed => format!("{}, worst first.", count(all, "gap")),
        (all, listed) => {
            format!("{} of {}, worst first; the others were not asked for.", number(listed), count(all, "gap"))
        }
    };
    printed(&Gaps {
        told,
        full: !view.quiet,
        large: is_large(view.assessment),
        rows: view.listed.iter().map(|gap| row(view, gap)).collect(),
        choices: choices(view),
    })
}

fn row<'a>(view: &View<'a>, gap: &'a Gap) -> Row<'a> {
    let finding = &gap.finding;
    let control = view.control_of(gap);
    let before = if gap.risk.inherent == gap.risk.residual {
        "nothing in place lessens it".to_owned()
    } else {
        let inherent = gap.risk.inherent;
        format!("inherent {}, {}, lessened by what is in place", inherent.level.plain(), inherent.score)
    };
    Row {
        gap,
        anchor: element("gap", gap.id()),
        title: prose(finding.title.trim_end_matches('.')),
        rating: rating(gap.risk.residual),
        criteria: view.criteria(gap),
        touches: touches(view, gap),
        owner: view.owner(gap),
        control: control.map(|control| (view.control(control), control.name.0.as_str())),
        systems: view.systems(gap),
        place: finding.place.map(|place| view.place(place)),
        told: [
            ("Current state", prose(&finding.current_state)),
            ("Desired state", prose(&finding.desired_state)),
            ("Recommendation", prose(&finding.recommendation)),
        ],
        before,
        working: lines(gap).into_iter().map(reasoned).collect(),
    }
}

/// A line of the working with its reason; what stands behind a factor may be words of the inventory.
fn reasoned(line: Line) -> (Line, Markup) {
    let because = if line.sum { text(&line.because) } else { prose(&line.because) };
    (line, because)
}

/// The categories and the criteria a gap touches, in a line.
fn touches(view: &View<'_>, gap: &Gap) -> String {
    let criteria = gap.finding.criteria.iter();
    let categories = criteria.clone().filter_map(|id| Some(view.assessment.catalog.criterion(*id)?.category.word()));
    let categories: BTreeSet<&str> = categories.collect();
    categories.into_iter().map(str::to_owned).chain(criteria.map(ToString::to_string)).collect::<Vec<_>>().join(" ")
}

/// What the gaps of this page can be narrowed to: only what one of them has.
fn choices<'a>(view: &View<'a>) -> Choices<'a> {
    let gaps = || view.listed.iter();
    let natures: BTreeSet<GapNature> = gaps().map(|gap| gap.finding.rule.nature).collect();
    let levels: BTreeSet<Level> = gaps().map(|gap| gap.risk.level()).collect();
    let criteria: BTreeMap<_, String> =
        gaps().flat_map(|gap| &gap.finding.criteria).map(|id| (*id, id.to_string())).collect();
    let categories: BTreeSet<Category> =
        criteria.keys().filter_map(|id| Some(view.assessment.catalog.criterion(*id)?.category)).collect();
    let owners: BTreeSet<&str> = gaps().filter_map(|gap| view.owner(gap)).collect();
    let mut owners: Vec<&str> = owners.into_iter().collect();
    owners.sort_by(|a, b| compare(a, b));
    let treatments: BTreeSet<&str> = gaps().map(|gap| treatment(gap)).collect();
    Choices {
        levels: levels.into_iter().rev().collect(),
        natures: natures.into_iter().collect(),
        categories: categories.into_iter().collect(),
        criteria: criteria.into_values().collect(),
        owners,
        treatments: treatments.into_iter().collect(),
    }
}
