//! The weeks beside the action plan, and the bars in them: colours that follow the days in the row, so that they move when
//! somebody changes a day.

use rust_xlsxwriter::{Color, ConditionalFormatFormula, Format, FormatBorder};

use crate::model::date::Date;
use crate::report::plan::page::PlanPage;
use crate::report::xlsx::cell::{Written, serial};
use crate::report::xlsx::page::Page;
use crate::text::count::count;

/// Up to how many weeks are shown: a year.
const MOST: usize = 53;

const CRITICAL: Color = Color::RGB(0x00C5_5A11);
const BEGUN: Color = Color::RGB(0x001F_4E79);
const PLANNED: Color = Color::RGB(0x008F_B8DE);
const DUE: Color = Color::RGB(0x00F8_D7D7);
const DUE_LINE: Color = Color::RGB(0x00B0_2020);

/// The weeks a plan is worked on.
pub(super) struct Weeks {
    /// Their Mondays.
    mondays: Vec<Date>,
    /// How many more there are, for which there is no room.
    left_out: usize,
    /// The Monday of the week of the assessment.
    this: Date,
}

/// The weeks from the first day of work to the last.
pub(super) fn weeks(plan: &PlanPage<'_>) -> Weeks {
    let tasks = || plan.tasks().map(|numbered| numbered.task);
    let this = monday(plan.assessment.as_of);
    let first = tasks().filter_map(|task| task.start).min();
    let last = tasks().filter_map(|task| task.finish).max();
    let Some((first, last)) = first.zip(last) else { return Weeks { mondays: Vec::new(), left_out: 0, this } };
    let first = monday(first);
    let all = usize::try_from(last.days_since(first) / 7 + 1).unwrap_or(0);
    let mondays = (0..all.min(MOST)).map(|at| first.plus_days(u32::try_from(at * 7).unwrap_or(0))).collect();
    Weeks { mondays, left_out: all.saturating_sub(MOST), this }
}

/// The Monday of the week of a day.
fn monday(day: Date) -> Date {
    day.minus_days(u32::try_from(day.weekday()).unwrap_or(0))
}

/// What the colours mean, and that weeks are missing where they are.
pub(super) fn legend(weeks: &Weeks) -> String {
    if weeks.mondays.is_empty() {
        return "No task has a day to work on, so there is no chart.".to_owned();
    }
    let left_out = match weeks.left_out {
        0 => String::new(),
        more => format!(" {} more are not drawn; the days stand in the table all the same.", count(more, "week")),
    };
    format!(
        "A column for each week, by its Monday. Orange: decides the end of the plan. Dark blue: in progress. Light blue: \
         planned. Light red with a line: the week it is due.{left_out}"
    )
}

/// Draws the weeks to the right of a table: from a column on, with the row of its head and its last row.
pub(super) fn draw(page: &mut Page<'_>, weeks: &Weeks, (left, head, last): (u16, u32, u32)) -> Written {
    let look = page.look;
    for (column, monday) in (left..).zip(&weeks.mondays) {
        page.sheet.set_column_width(column, 2.6)?;
        let format = if *monday == weeks.this { &look.this_week } else { &look.week };
        page.sheet.write_number_with_format(head, column, serial(*monday).unwrap_or_default(), format)?;
        for row in head + 1..=last {
            page.sheet.write_blank(row, column, &look.slot)?;
        }
    }
    page.sheet.set_row_height(head, 42)?;
    let right = left.saturating_add(u16::try_from(weeks.mondays.len()).unwrap_or(u16::MAX)).saturating_sub(1);
    if last == head || weeks.mondays.is_empty() {
        return Ok(());
    }
    months(page, weeks, left, head)?;
    for (rule, format) in bars(left, head) {
        let bar = ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(format).set_stop_if_true(true);
        page.sheet.add_conditional_format(head + 1, left, last, right, &bar)?;
    }
    Ok(())
}

/// The months over the weeks.
fn months(page: &mut Page<'_>, weeks: &Weeks, left: u16, head: u32) -> Written {
    let mut column = left;
    let look = page.look;
    for month in weeks.mondays.chunk_by(|a, b| a.month() == b.month()) {
        let width = u16::try_from(month.len()).unwrap_or(1);
        let (year, of_year) = month.first().map_or((0, 0), |first| first.month());
        // A month of one or two weeks has no room for its year.
        let name = if width < 3 { format!("{of_year:02}") } else { format!("{year:04}-{of_year:02}") };
        if width == 1 {
            page.sheet.write_string_with_format(head - 1, column, name, &look.month)?;
        } else {
            page.sheet.merge_range(head - 1, column, head - 1, column + width - 1, &name, &look.month)?;
        }
        column += width;
    }
    Ok(())
}

/// The rules by which weeks are filled, the first that holds; for the first week of the first row, as Excel has it.
fn bars(left: u16, head: u32) -> [(String, Format); 4] {
    let row = head + 2;
    let week = format!("{}${}", rust_xlsxwriter::column_number_to_name(left), head + 1);
    let worked = format!("$H{row}<>\"\",$H{row}<={week}+6,$I{row}>={week}");
    let fill = |color| Format::new().set_background_color(color);
    let due = fill(DUE).set_border_right(FormatBorder::Thin).set_border_right_color(DUE_LINE);
    [
        (format!("=AND({worked},$K{row}=\"in progress\")"), fill(BEGUN)),
        (format!("=AND({worked},$J{row}=\"yes\")"), fill(CRITICAL)),
        (format!("=AND({worked})"), fill(PLANNED)),
        (format!("=AND($H{row}<>\"\",$G{row}>={week},$G{row}<={week}+6)"), due),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_is_filled_by_the_days_in_the_row() {
        let rules = bars(11, 4).map(|(rule, _)| rule);
        assert_eq!(
            rules,
            [
                "=AND($H6<>\"\",$H6<=L$5+6,$I6>=L$5,$K6=\"in progress\")",
                "=AND($H6<>\"\",$H6<=L$5+6,$I6>=L$5,$J6=\"yes\")",
                "=AND($H6<>\"\",$H6<=L$5+6,$I6>=L$5)",
                "=AND($H6<>\"\",$G6>=L$5,$G6<=L$5+6)",
            ]
        );
    }
}
