//! The figures of the summary: what counts as large numbers, and verdicts and levels as tables with a chart beside each.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartPoint, ChartSolidFill, ChartType,
};

use crate::model::assessment::{Summary, Tally};
use crate::model::level::Level;
use crate::model::verdict::Verdict;
use crate::report::xlsx::cell::{Cell, Written, float};
use crate::report::xlsx::look::{Tint, of_level, of_verdict};
use crate::report::xlsx::page::Page;
use crate::report::xlsx::paint;
use crate::report::xlsx::view::View;
use crate::report::xlsx::wide::{NAME, across, heads, under};
use crate::text::count::number;
use crate::text::percent;

/// The column at which charts begin, and how wide they are.
const CHART_AT: u16 = 5;
const CHART_WIDTH: u32 = 615;

/// A large number with its name above and what it is of below.
type Tile = (&'static str, usize, String);

/// How many criteria of a tally have a verdict.
type Of = fn(&Tally) -> usize;

/// The large numbers.
pub(super) fn tiles(view: &View<'_>, page: &mut Page<'_>) -> Written {
    let summary = &view.assessment.summary;
    let look = page.look;
    let tiles = numbers(summary);
    for (of, format, height) in [(0, &look.figure_name, 18.0), (1, &look.figure, 32.0), (2, &look.figure_of, 18.0)] {
        page.sheet.set_row_height(page.row, height)?;
        for (at, (name, figure, below)) in (0u16..).zip(&tiles) {
            let (first, last) = (at * 2, at * 2 + 1);
            match of {
                0 => across(page, (first, last), name, format)?,
                2 => across(page, (first, last), below, format)?,
                _ => {
                    page.sheet.merge_range(page.row, first, page.row, last, "", format)?;
                    page.sheet.write_number_with_format(page.row, first, float(*figure), format)?;
                }
            }
        }
        page.row += 1;
    }
    Ok(())
}

fn numbers(summary: &Summary) -> [Tile; 6] {
    let of = summary.applicable;
    let share = |part| format!("of {} ({})", number(of), percent::shown(part, of));
    let open = |level: Level| summary.open.get(&level).copied().unwrap_or(0);
    let worst = open(Level::VeryHigh) + open(Level::High);
    let second = summary.operation.map_or_else(
        || ("Criteria", of, format!("applicable, {} not", number(summary.not_applicable))),
        |tally| ("No gap on operation", tally.no_gap, share(tally.no_gap)),
    );
    [
        ("No gap on design", summary.design.no_gap, share(summary.design.no_gap)),
        second,
        ("Claimed", summary.claimed, share(summary.claimed)),
        ("Evidenced", summary.evidenced, share(summary.evidenced)),
        ("Tested", summary.tested, share(summary.tested)),
        ("Open gaps", summary.open_total(), format!("{} high or very high", number(worst))),
    ]
}

/// How many criteria have which verdict.
pub(super) fn verdicts(view: &View<'_>, page: &mut Page<'_>) -> Written {
    let summary = &view.assessment.summary;
    page.section("Verdicts on the applicable criteria")?;
    let head = page.row;
    heads(page, if view.type2() { &["Verdict", "Design", "Operation"] } else { &["Verdict", "Design"] })?;
    let first = page.row;
    let rows: [(Verdict, Of); 4] = [
        (Verdict::NoGap, |tally| tally.no_gap),
        (Verdict::Partial, |tally| tally.partial),
        (Verdict::Unverified, |tally| tally.unverified),
        (Verdict::Gap, |tally| tally.gap),
    ];
    for (verdict, of) in rows {
        let tallies = std::iter::once(&summary.design).chain(&summary.operation);
        let cells: Vec<Cell<'_>> = tallies.map(|tally| of(tally).into()).collect();
        page.sheet.set_row_height(page.row, 22)?;
        under(page, verdict.plain(), &cells)?;
    }
    paint::words(&mut page.sheet, (first, 0, page.row - 1, 0))?;
    let last = if view.type2() { 3 } else { 2 };
    let mut chart = stacked(view.type2());
    for (row, (verdict, _)) in (first..).zip(rows) {
        let series = chart.add_series();
        series
            .set_name(verdict.plain())
            .set_categories((NAME, head, 2, head, last))
            .set_values((NAME, row, 2, row, last));
        series.set_format(&mut filled(of_verdict(verdict))).set_gap(45);
        series.set_data_label(ChartDataLabel::new().show_value().set_num_format("0;;"));
    }
    page.sheet.insert_chart(head, CHART_AT, &chart)?;
    page.row += 2;
    Ok(())
}

/// How many gaps stand open at which level, and how many beside them.
pub(super) fn levels(view: &View<'_>, page: &mut Page<'_>) -> Written {
    let summary = &view.assessment.summary;
    page.section("Open gaps by level")?;
    let head = page.row;
    heads(page, &["Level", "Open"])?;
    let first = page.row;
    for level in Level::ALL.iter().rev() {
        under(page, level.plain(), &[summary.open.get(level).copied().unwrap_or(0).into()])?;
    }
    paint::words(&mut page.sheet, (first, 0, page.row - 1, 0))?;
    let last = page.row - 1;
    for (name, many) in
        [("all open", summary.open_total()), ("accepted", summary.accepted), ("known before", summary.baseline)]
    {
        under(page, name, &[many.into()])?;
    }
    let points: Vec<ChartPoint> =
        Level::ALL.iter().rev().map(|level| ChartPoint::new().set_format(&mut filled(of_level(*level)))).collect();
    let mut chart = bars(190, "Open gaps by level, from very high to very low");
    let series = chart.add_series();
    series
        .set_categories((NAME, first, 0, last, 0))
        .set_values((NAME, first, 2, last, 2))
        .set_points(&points)
        .set_gap(35);
    series.set_name("Open gaps").set_data_label(ChartDataLabel::new().show_value());
    chart.legend().set_hidden();
    page.sheet.insert_chart(head, CHART_AT, &chart)?;
    Ok(())
}

fn stacked(type2: bool) -> Chart {
    let mut chart = bars(if type2 { 170 } else { 140 }, "Criteria by verdict, on design and on operation");
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart
}

/// An empty chart of bars from the left, the first at the top, without a scale: the numbers stand at the bars.
fn bars(height: u32, told: &str) -> Chart {
    let mut chart = Chart::new(if told.starts_with("Criteria") { ChartType::BarStacked } else { ChartType::Bar });
    chart.set_width(CHART_WIDTH).set_height(height).set_alt_text(told).title().set_hidden();
    chart.y_axis().set_reverse().set_font(ChartFont::new().set_size(9)).set_major_gridlines(false);
    chart.x_axis().set_hidden(true).set_major_gridlines(false);
    chart.chart_area().set_format(ChartFormat::new().set_no_border());
    chart
}

fn filled(tint: Tint) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(tint.fill));
    format
}
