//! The control inventory, a row a control, with its occurrences as a strip of the calendar.

use askama::Template;

use crate::model::assessment::ControlResult;
use crate::model::coverage::ControlCoverage;
use crate::model::date::Period;
use crate::model::document::Control;
use crate::model::standing::Standing;
use crate::report::html::block::printed;
use crate::report::html::markup::{Markup, element, joined, some, text, verdict};
use crate::report::html::picture::strip::calendar;
use crate::report::html::view::View;
use crate::report::strip;
use crate::text::count::count;

/// How many runs of missed occurrences a cell names.
const RUNS: usize = 4;

#[derive(Template)]
#[template(path = "controls.html")]
struct Controls<'a> {
    told: String,
    type2: bool,
    rows: Vec<Row<'a>>,
}

/// A control.
struct Row<'a> {
    control: &'a Control,
    element: String,
    owner: Option<&'a str>,
    runs: String,
    status: String,
    criteria: Markup,
    design: Markup,
    operation: Option<Markup>,
    occurrences: Option<Occurrences>,
    gaps: Markup,
}

/// How a control operated.
struct Occurrences {
    picture: Option<Markup>,
    told: Markup,
}

pub(super) fn write(view: &View<'_>) -> Markup {
    let assessment = view.assessment;
    let known = assessment.inventory.controls.iter().zip(&assessment.coverage.controls);
    let known = known.zip(&assessment.controls).zip(&assessment.standings);
    let rows =
        known.map(|(((control, coverage), result), standing)| row(view, (control, coverage), (result, standing)));
    let told = match assessment.inventory.controls.len() {
        0 => "The inventory holds no control.".to_owned(),
        some => format!("{}, by id.", count(some, "control")),
    };
    printed(&Controls { told, type2: view.type2(), rows: rows.collect() })
}

fn row<'a>(
    view: &View<'a>,
    (control, coverage): (&'a Control, &ControlCoverage),
    (result, standing): (&ControlResult, &Standing),
) -> Row<'a> {
    let frequency = control.frequency.map_or("frequency not said", |frequency| frequency.word());
    let execution = control.execution.map(|execution| format!(", {execution}"));
    let period = view.assessment.inventory.scope.report.period();
    Row {
        control,
        element: element("control", &control.id),
        owner: control.owner.as_ref().map(|owner| view.person(&owner.value)),
        runs: format!("{frequency}{}", execution.unwrap_or_default()),
        status: control.status.word().replace('-', " "),
        criteria: criteria(view, coverage),
        design: verdict(result.design),
        operation: view.operation(result.operation),
        occurrences: period.map(|period| occurrences(control, standing, period)),
        gaps: view.numbers(&result.gaps),
    }
}

fn occurrences(control: &Control, standing: &Standing, period: &Period) -> Occurrences {
    let Some(operation) = &standing.operation else {
        return Occurrences { picture: None, told: text("not in place in the period") };
    };
    let counted = match (&operation.span, operation.occurrences.is_empty()) {
        (None, _) => "at no time of the period in place".to_owned(),
        (Some(_), true) => "cannot be told apart".to_owned(),
        (Some(_), false) => strip::counted(operation),
    };
    let drawn = !operation.occurrences.is_empty();
    let picture = drawn.then(|| calendar(&control.id, period, &operation.occurrences, &counted));
    let missed = strip::missed(&operation.occurrences, RUNS);
    let told = if missed.is_empty() { text(&counted) } else { text(&format!("{counted}; missed {missed}")) };
    Occurrences { picture, told }
}

/// What a control names, with what of it was not judged.
fn criteria(view: &View<'_>, coverage: &ControlCoverage) -> Markup {
    let judged = coverage.applicable.iter().map(|id| view.criterion(*id));
    let aside = |id: Markup, why: &str| joined([id, text(why)], " ");
    let scoped_out = coverage.not_applicable.iter().map(|id| aside(view.criterion(*id), "(not applicable)"));
    let out_of_scope = coverage.out_of_scope.iter().map(|id| aside(text(&id.to_string()), "(out of scope)"));
    some(judged.chain(scoped_out).chain(out_of_scope))
}
