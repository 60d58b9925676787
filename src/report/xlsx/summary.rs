//! The first sheet: the result on a page, for who opens no other.

use crate::model::assessment::Counts;
use crate::model::level::Level;
use crate::report::account;
use crate::report::gap_rows::GapRow;
use crate::report::xlsx::cell::{Cell, Written, put_styled};
use crate::report::xlsx::look::{GREY, Look};
use crate::report::xlsx::page::Page;
use crate::report::xlsx::view::{View, criteria};
use crate::report::xlsx::wide::{NAME, across, heads, under};
use crate::report::xlsx::{SHEETS, figures, paint};
use crate::text::count::count;

/// How many columns it has, and how wide each is.
pub(super) const COLUMNS: u16 = 12;
const WIDTH: f64 = 12.0;
/// How many of the worst gaps it names.
const TOP: usize = 10;

pub(super) fn fill(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.sheet.set_column_range_width(0, COLUMNS - 1, WIDTH)?;
    opening(view, page)?;
    figures::tiles(view, page)?;
    figures::verdicts(view, page)?;
    figures::levels(view, page)?;
    top(view, page)?;
    let summary = &view.assessment.summary;
    let categories = summary.categories.iter().map(|group| (group.category.plain(), &group.counts));
    groups(page, "By category", categories)?;
    let areas: Vec<(String, &Counts)> = summary.areas.iter().map(|group| (group.area.plain(), &group.counts)).collect();
    groups(page, "By area", areas.iter().map(|(name, counts)| (name.as_str(), *counts)))?;
    page.note("A criterion may belong to several areas, so their numbers do not add up to the criteria.")?;
    contents(page)
}

/// Who was assessed, on what, and what came of it.
fn opening(view: &View<'_>, page: &mut Page<'_>) -> Written {
    let assessment = view.assessment;
    let look = page.look;
    let system = assessment.inventory.scope.system.as_deref().map(|system| format!("{system}, "));
    let made = concat!("gapcheck ", env!("CARGO_PKG_VERSION"));
    let below = [
        format!("{}Gap assessment: {}", system.unwrap_or_default(), account::scope_line(assessment)),
        format!("Assessed on {} against the {}, with {made}", assessment.as_of, assessment.catalog.edition.name),
    ];
    across(page, (0, COLUMNS - 1), &assessment.inventory.organization, &look.band)?;
    page.sheet.set_row_height(page.row, 38)?;
    page.row += 1;
    for line in below {
        across(page, (0, COLUMNS - 1), &line, &look.below)?;
        page.sheet.set_row_height(page.row, 18)?;
        page.row += 1;
    }
    page.row += 1;
    let room = (COLUMNS, f64::from(COLUMNS) * WIDTH);
    page.merged(&account::headline(&assessment.summary), (room.0, room.1 * 0.72), &look.headline, 18.0)?;
    for line in [account::where_in_the_period(assessment), account::change(assessment)].into_iter().flatten() {
        page.sentence(&line, room.0, room.1)?;
    }
    page.merged(account::LIMITS, room, &look.sentence.clone().set_italic().set_font_color(GREY), 14.0)?;
    page.row += 1;
    Ok(())
}

/// The worst of the open gaps.
fn top(view: &View<'_>, page: &mut Page<'_>) -> Written {
    page.section("Worst open gaps")?;
    let open: Vec<GapRow<'_>> = view.listed().filter(|row| row.gap.is_open()).take(TOP).collect();
    if open.is_empty() {
        return page.note(if view.assessment.summary.open_total() == 0 {
            "No gap stands open."
        } else {
            "None of those asked for stands open."
        });
    }
    let look = page.look;
    for (at, name) in
        [(0, "No."), (1, "Level"), (2, "Score"), (8, "Criteria"), (9, "Control"), (10, "Responsible"), (11, "Due")]
    {
        put_styled(&mut page.sheet, (page.row, at), name, &look.header)?;
    }
    across(page, (3, 7), "What is wrong", &look.header)?;
    page.sheet.set_row_height(page.row, 20)?;
    page.row += 1;
    let first = page.row;
    for gap in &open {
        worst(page, gap, look)?;
    }
    paint::words(&mut page.sheet, (first, 1, page.row - 1, 1))
}

fn worst(page: &mut Page<'_>, row: &GapRow<'_>, look: &Look) -> Written {
    let gap = row.gap;
    let cells: [(u16, Cell<'_>); 7] = [
        (0, gap.number.into()),
        (1, gap.risk.level().plain().into()),
        (2, gap.risk.score().into()),
        (8, criteria(&gap.finding.criteria).into()),
        (9, row.control.map(|control| control.id.as_str()).into()),
        (10, row.owner.into()),
        (11, row.task.map(|(_, task)| task.due).into()),
    ];
    across(page, (3, 7), &gap.finding.title, &look.text)?;
    for (at, cell) in &cells {
        page.put((page.row, *at), cell)?;
    }
    page.sheet.set_row_height(page.row, 28)?;
    page.row += 1;
    Ok(())
}

/// The counts of groups of criteria.
fn groups<'c>(page: &mut Page<'_>, title: &str, groups: impl Iterator<Item = (&'c str, &'c Counts)>) -> Written {
    page.section(title)?;
    let names = ["Group", "Criteria", "No gap, design", "Partial, design", "Unverified, design", "Gap, design"];
    let more = ["No gap, operation", "Claimed", "Evidenced", "Tested", "Worst open gap"];
    heads(page, &names.into_iter().chain(more).collect::<Vec<_>>())?;
    let first = page.row;
    for (name, counts) in groups {
        let cells: [Cell<'_>; 10] = [
            counts.criteria.into(),
            counts.design.no_gap.into(),
            counts.design.partial.into(),
            counts.design.unverified.into(),
            counts.design.gap.into(),
            counts.operation.map(|tally| tally.no_gap).into(),
            counts.claimed.into(),
            counts.evidenced.into(),
            counts.tested.into(),
            counts.worst.map(Level::plain).into(),
        ];
        under(page, name, &cells)?;
    }
    if page.row > first { paint::words(&mut page.sheet, (first, 11, page.row - 1, 11)) } else { Ok(()) }
}

/// The other sheets, each with a way there.
fn contents(page: &mut Page<'_>) -> Written {
    page.section(&format!("In this workbook: {}", count(SHEETS.len(), "sheet")))?;
    let look = page.look;
    for sheet in SHEETS.iter().filter(|sheet| sheet.name != NAME) {
        page.sheet.write_url_with_options(
            page.row,
            0,
            format!("internal:'{}'!A1", sheet.name).as_str(),
            sheet.name,
            "",
            Some(&look.link),
        )?;
        across(page, (1, COLUMNS - 1), sheet.holds, &look.text)?;
        page.row += 1;
    }
    Ok(())
}
