//! The counts of the result, under our own names. They are of everything, whatever is listed.

use crate::model::assessment::{Assessment, Tally};
use crate::model::level::Level;
use crate::model::scope::Report;
use crate::report::oscal::prop::Prop;

/// What the report is about, and every count of the summary.
pub(super) fn props(assessment: &Assessment<'_>) -> Vec<Prop> {
    let summary = &assessment.summary;
    let mut props = scope(assessment);
    props.extend([
        Prop::ours("criteria", summary.criteria),
        Prop::ours("criteria-applicable", summary.applicable),
        Prop::ours("criteria-not-applicable", summary.not_applicable),
    ]);
    props.extend(tally(&summary.design, DESIGN));
    props.extend(summary.operation.iter().flat_map(|operation| tally(operation, OPERATION)));
    props.extend([
        Prop::ours("claimed", summary.claimed),
        Prop::ours("evidenced", summary.evidenced),
        Prop::ours("tested", summary.tested),
        Prop::ours("gaps-open", summary.open_total()),
    ]);
    props.extend(LEVELS.map(|(name, level)| Prop::ours(name, summary.open.get(&level).copied().unwrap_or(0))));
    props.extend([Prop::ours("gaps-accepted", summary.accepted), Prop::ours("gaps-baseline", summary.baseline)]);
    props
}

const DESIGN: [&str; 4] = ["design-gap", "design-unverified", "design-partial", "design-no-gap"];
const OPERATION: [&str; 4] = ["operation-gap", "operation-unverified", "operation-partial", "operation-no-gap"];

/// The names of the counts of open gaps by level, the worst first.
const LEVELS: [(&str, Level); 5] = [
    ("gaps-very-high", Level::VeryHigh),
    ("gaps-high", Level::High),
    ("gaps-moderate", Level::Moderate),
    ("gaps-low", Level::Low),
    ("gaps-very-low", Level::VeryLow),
];

fn tally(tally: &Tally, names: [&'static str; 4]) -> [Prop; 4] {
    let [gap, unverified, partial, no_gap] = names;
    [
        Prop::ours(gap, tally.gap),
        Prop::ours(unverified, tally.unverified),
        Prop::ours(partial, tally.partial),
        Prop::ours(no_gap, tally.no_gap),
    ]
}

fn scope(assessment: &Assessment<'_>) -> Vec<Prop> {
    let scope = &assessment.inventory.scope;
    let time = match &scope.report {
        Report::Type1 { as_of } => vec![Prop::ours("report-type", "type1"), Prop::ours("report-as-of", as_of)],
        Report::Type2 { period } => vec![
            Prop::ours("report-type", "type2"),
            Prop::ours("period-start", period.start),
            Prop::ours("period-end", period.end),
        ],
    };
    time.into_iter().chain(scope.categories.iter().map(|category| Prop::ours("category", category))).collect()
}
