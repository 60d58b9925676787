//! Likelihood against impact: the gaps in the table that makes levels of them.

use askama::Template;

use crate::model::gap::Gap;
use crate::model::level::Level;
use crate::report::html::block::printed;
use crate::report::html::markup::{Markup, level_class};
use crate::report::html::view::View;
use crate::report::method::TABLE;
use crate::text::capital::capital;
use crate::text::count::{count, number};

/// How many gaps a cell names before it counts the others.
const NAMED: usize = 12;

#[derive(Template)]
#[template(path = "risk.html")]
struct RiskTable {
    told: String,
    impacts: Vec<String>,
    rows: Vec<Row>,
}

/// A level of likelihood.
struct Row {
    likelihood: String,
    cells: Vec<Cell>,
}

/// The gaps of one likelihood and one impact.
struct Cell {
    class: &'static str,
    level: &'static str,
    counted: Option<String>,
    named: Vec<Markup>,
    more: String,
}

pub(super) fn write(view: &View<'_>) -> Markup {
    let open: Vec<&Gap> = view.assessment.gaps.iter().filter(|gap| gap.is_open()).collect();
    let rows = TABLE.iter().map(|(likelihood, risks)| Row {
        likelihood: capital(likelihood.plain()),
        cells: Level::ALL
            .iter()
            .zip(risks)
            .map(|(impact, risk)| cell(view, &open, [*likelihood, *impact, *risk]))
            .collect(),
    });
    printed(&RiskTable {
        told: format!("{} by residual risk.", count(open.len(), "open gap")),
        impacts: Level::ALL.iter().map(|level| capital(level.plain())).collect(),
        rows: rows.collect(),
    })
}

fn cell(view: &View<'_>, open: &[&Gap], [likelihood, impact, risk]: [Level; 3]) -> Cell {
    let here = |gap: &&&Gap| {
        let rating = gap.risk.residual;
        (rating.likelihood_level(), rating.impact_level()) == (likelihood, impact)
    };
    let gaps: Vec<&&Gap> = open.iter().filter(here).collect();
    let more = gaps.len().saturating_sub(NAMED);
    Cell {
        class: level_class(risk),
        level: risk.plain(),
        counted: (!gaps.is_empty()).then(|| count(gaps.len(), "gap")),
        named: gaps.iter().take(NAMED).map(|gap| view.number(gap)).collect(),
        more: if more == 0 { String::new() } else { format!("and {} more", number(more)) },
    }
}
