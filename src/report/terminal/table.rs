//! The criteria by category and by area, in as many columns as there is room for.

use comfy_table::{Cell, CellAlignment, ContentArrangement, LineStyle, Table, TableStyle};

use super::bar::{paint_runs, tally, tinted};
use super::style::{FAINT, STRONG, of_level, paint};
use crate::model::assessment::{Assessment, Counts, Tally};
use crate::model::level::Level;
use crate::text::count::number;
use crate::text::wrap::width as cells;

/// How wide the first column is: `vulnerability management` fits.
const NAME: usize = 24;
/// How wide a bar of verdicts is.
const BAR: usize = 24;
/// What stands for zero, so that numbers stand out.
const ZERO: char = '·';

/// A line under the header and nothing else.
const LINES: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// A column after the name.
struct Column {
    header: &'static str,
    room: usize,
    show: fn(&Counts) -> String,
}

const fn column(header: &'static str, room: usize, show: fn(&Counts) -> String) -> Column {
    Column { header, room, show }
}

const TOTAL: Column = column("\ntotal", 5, |counts| shown(counts.criteria));
const WORST: Column =
    column("worst\nopen gap", 9, |counts| counts.worst.map_or(ZERO.to_string(), |level| level.plain().to_owned()));
const DESIGN: [Column; 4] = [
    column("design:\nno gap", 7, |counts| shown(counts.design.no_gap)),
    column("\npartial", 7, |counts| shown(counts.design.partial)),
    column("\nunverified", 10, |counts| shown(counts.design.unverified)),
    column("\ngap", 3, |counts| shown(counts.design.gap)),
];
const OPERATION: [Column; 4] = operated("operation:\nno gap", 10);
/// Operation in a table of its own, which says so in its first column.
const OPERATION_ALONE: [Column; 4] = operated("\nno gap", 7);
/// The best and the worst verdict of both.
const EXTREMES: [Column; 4] = [
    column("design:\nno gap", 7, |counts| shown(counts.design.no_gap)),
    column("\ngap", 3, |counts| shown(counts.design.gap)),
    column("operation:\nno gap", 10, |counts| shown(operation(counts).no_gap)),
    column("\ngap", 3, |counts| shown(operation(counts).gap)),
];
const COVERAGE: [Column; 3] = [
    column("\nclaimed", 7, |counts| shown(counts.claimed)),
    column("\nevidenced", 9, |counts| shown(counts.evidenced)),
    column("\ntested", 6, |counts| shown(counts.tested)),
];
const DESIGN_BAR: [Column; 1] = [column("\ndesign", BAR, |counts| tally(counts.design, BAR))];
const OPERATION_BAR: [Column; 1] = [column("\noperation", BAR, |counts| tally(operation(counts), BAR))];

const fn operated(header: &'static str, room: usize) -> [Column; 4] {
    [
        column(header, room, |counts| shown(operation(counts).no_gap)),
        column("\npartial", 7, |counts| shown(operation(counts).partial)),
        column("\nunverified", 10, |counts| shown(operation(counts).unverified)),
        column("\ngap", 3, |counts| shown(operation(counts).gap)),
    ]
}

fn operation(counts: &Counts) -> Tally {
    counts.operation.unwrap_or_default()
}

fn shown(count: usize) -> String {
    if count == 0 { ZERO.to_string() } else { number(count) }
}

/// The table of the categories and that of the areas, their columns under each other.
pub fn tables(assessment: &Assessment<'_>, width: usize) -> String {
    let summary = &assessment.summary;
    let type2 = summary.operation.is_some();
    let groups: &[&[Column]] = if type2 {
        &[&DESIGN, &OPERATION, &COVERAGE, &DESIGN_BAR, &OPERATION_BAR]
    } else {
        &[&DESIGN, &COVERAGE, &DESIGN_BAR]
    };
    let columns = fitting(groups, width);
    let categories: Vec<(String, &Counts)> =
        summary.categories.iter().map(|of| (of.category.plain().to_owned(), &of.counts)).collect();
    let areas: Vec<(String, &Counts)> = summary.areas.iter().map(|of| (of.area.plain(), &of.counts)).collect();
    let by_category = table("Category", &categories, &columns, width);
    let fits = !type2 || columns.iter().any(|column| column.header == OPERATION[0].header);
    if fits {
        return [by_category, table("Area", &areas, &columns, width)].join("\n");
    }
    // Where one table has no room for both verdicts, those on operation get one of their own, and the many areas show of
    // both the best and the worst.
    let operation = table("Category, operation", &categories, &fitting(&[&OPERATION_ALONE], width), width);
    let extremes = fitting(&[&EXTREMES], width);
    let of_both = extremes.len() == EXTREMES.len() + 2;
    let by_area = table("Area", &areas, if of_both { &extremes } else { &columns }, width);
    [by_category, operation, by_area].join("\n")
}

/// The columns for which there is room: the best and the worst verdict always, the whole first group and the others in
/// their order where they fit.
fn fitting<'a>(groups: &[&'a [Column]], width: usize) -> Vec<&'a Column> {
    let mut columns: Vec<&Column> = vec![&TOTAL];
    let mut used = 2 + NAME + 2 + TOTAL.room + 2 + WORST.room;
    for (at, group) in groups.iter().enumerate() {
        used += group.iter().map(|column| column.room + 2).sum::<usize>();
        match used <= width {
            true => columns.extend(group.iter()),
            false if at == 0 => columns.extend(group.iter().take(1).chain(group.iter().skip(3))),
            false => break,
        }
    }
    columns.push(&WORST);
    columns
}

fn table(title: &str, rows: &[(String, &Counts)], columns: &[&Column], width: usize) -> String {
    let mut table = Table::new();
    // A table of its own accord would ask the terminal for its width and its colours.
    table.force_no_tty().set_width(u16::try_from(width - 2).unwrap_or(u16::MAX));
    table.load_style(LINES).set_content_arrangement(ContentArrangement::Dynamic);
    let headers = columns.iter().map(|column| cell(column.header.to_owned(), column));
    table.set_header(std::iter::once(Cell::new(format!("\n{title:NAME$}"))).chain(headers));
    for (name, counts) in rows {
        let values = columns.iter().map(|column| cell((column.show)(counts), column));
        table.add_row(std::iter::once(Cell::new(name)).chain(values));
    }
    let last = columns.len();
    table.column_iter_mut().enumerate().for_each(|(at, column)| {
        // The blank between columns that have no line between them is the second cell.
        column.set_padding((0, u16::from(at < last)));
    });
    let lines: Vec<String> = table.lines().map(|line| line.trim_end().to_owned()).collect();
    lines.iter().enumerate().map(|(at, line)| styled(line, at < 2)).collect()
}

/// Numbers stand to the right, bars and the last column to the left.
fn cell(text: String, column: &Column) -> Cell {
    let left = column.room == BAR || column.header == WORST.header;
    Cell::new(text).set_alignment(if left { CellAlignment::Left } else { CellAlignment::Right })
}

fn styled(line: &str, header: bool) -> String {
    if line.is_empty() {
        return String::new();
    }
    let line = match worst_of(line) {
        _ if header => paint(STRONG, line),
        Some((before, level)) => format!("{}{}", tinted(before), paint(of_level(level), level.plain())),
        None => tinted(line),
    };
    let line = ['─', ZERO].iter().fold(line, |line, faint| paint_runs(&line, *faint, FAINT));
    format!("  {line}\n")
}

/// The level a line ends with, and what stands before it.
fn worst_of(line: &str) -> Option<(&str, Level)> {
    let ending = |level: &Level| line.strip_suffix(level.plain()).map(|before| (before, *level));
    // Of `high` and `very high` the longer one is meant.
    Level::ALL.iter().filter_map(ending).min_by_key(|(before, _)| cells(before))
}
