//! A row for each revision, with as many columns as there is room for.

use anstyle::Style;

use crate::model::level::Level;
use crate::model::trend::{Point, Trend};
use crate::report::terminal::layout::{Cell, dotted, left, paragraph, row};
use crate::report::terminal::style::{BAD, FAINT, GOOD, STRONG};
use crate::report::trend::words;
use crate::text::count::number;
use crate::text::escape::terminal;

/// How many rows there are before older ones are counted.
const ROWS: usize = 30;
/// The least room for what changed in words.
const CHANGE: usize = 34;

/// A column: what it is called, how wide it is, how soon it has to go where there is little room, and what stands in it.
struct Column {
    name: &'static str,
    room: usize,
    rank: usize,
    right: bool,
    show: fn(&Point) -> String,
}

const fn words_of(name: &'static str, room: usize, rank: usize, show: fn(&Point) -> String) -> Column {
    Column { name, room, rank, right: false, show }
}

const fn number_of(name: &'static str, room: usize, rank: usize, show: fn(&Point) -> String) -> Column {
    Column { name, room, rank, right: true, show }
}

/// The columns in their order.
static COLUMNS: [Column; 13] = [
    words_of("day", 10, 0, |point| point.day.to_string()),
    words_of("revision", 8, 0, words::revision),
    words_of("written", 10, 4, |point| point.revision.as_ref().map_or_else(String::new, |it| it.authored.to_string())),
    words_of("judged on", 10, 4, |point| point.as_of.to_string()),
    number_of("design", 7, 0, |point| {
        let summary = &point.readiness.summary;
        format!("{}/{}", number(summary.design.no_gap), number(summary.applicable))
    }),
    number_of(OPERATION, 9, 0, |point| {
        let summary = &point.readiness.summary;
        let told = |no_gap| format!("{}/{}", number(no_gap), number(summary.applicable));
        summary.operation.map_or_else(|| "–".to_owned(), |tally| told(tally.no_gap))
    }),
    number_of("claimed", 7, 2, |point| number(point.readiness.summary.claimed)),
    number_of("evidenced", 9, 0, |point| number(point.readiness.summary.evidenced)),
    number_of("tested", 6, 1, |point| number(point.readiness.summary.tested)),
    number_of("gaps", 5, 0, |point| number(point.readiness.summary.open_total())),
    number_of(CHANGED, BY, 0, |point| {
        point.change.as_ref().map(|change| words::signed(change.open)).unwrap_or_default()
    }),
    number_of("vh/h/m/l/vl", 14, 3, |point| {
        let levels = Level::ALL.iter().rev().map(|level| number(point.readiness.open(*level)));
        levels.collect::<Vec<_>>().join("/")
    }),
    words_of("message", 34, 5, |point| {
        let subject = point.revision.as_ref().map_or("", |revision| revision.subject.as_str());
        crate::text::wrap::truncate(&terminal(subject), 34)
    }),
];
/// The column that a trend without Type II reports does not need.
const OPERATION: &str = "operation";
/// How wide a change is.
const BY: usize = 6;
/// The column of how many more gaps are open than before.
const CHANGED: &str = "change";

/// The rows, oldest first.
pub(super) fn revisions(trend: &Trend, width: usize) -> String {
    let more = trend.points.len().saturating_sub(ROWS);
    let older = format!("and {} older; the other formats have them all", number(more));
    let older = if more > 0 { paragraph(&older, width, "  ", FAINT) } else { String::new() };
    let shown = trend.points.iter().skip(more);
    let told: Vec<&Column> = COLUMNS.iter().filter(|it| it.name != OPERATION || trend.speaks_of_operation()).collect();
    let Some((columns, change)) = fitting(&told, width) else {
        return older + &shown.map(|point| list(point, width)).collect::<String>();
    };
    let mut head: Vec<Cell<'_>> =
        columns.iter().map(|column| cell(column, column.name.to_owned()).style(FAINT)).collect();
    head.extend(change.map(|room| Cell::new("since the one before", room).style(FAINT)));
    older + &row(&head) + &shown.map(|point| line(point, &columns, change)).collect::<String>()
}

/// The columns that fit, and the room that is left for what changed in words; nothing where not even the first do.
fn fitting<'c>(columns: &[&'c Column], width: usize) -> Option<(Vec<&'c Column>, Option<usize>)> {
    let up_to = |rank: usize| columns.iter().copied().filter(move |column| column.rank <= rank);
    let used = |rank: usize| up_to(rank).map(|column| column.room + 2).sum::<usize>();
    let widest = columns.iter().map(|column| column.rank).max().unwrap_or(0);
    // What changed in words comes before the columns of the last ranks.
    let change = |rank: usize| if rank > 2 { CHANGE + 2 } else { 0 };
    let rank = (0..=widest).rev().find(|rank| used(*rank) + change(*rank) <= width)?;
    let taken: Vec<usize> = up_to(rank).map(|column| column.room).collect();
    let room = left(width, &taken);
    let fits = used(rank) + CHANGE + 2 <= width;
    Some((up_to(rank).collect(), fits.then_some(room)))
}

fn cell(column: &Column, text: String) -> Cell<'static> {
    let cell = Cell::new(text, column.room);
    if column.right { cell.right() } else { cell }
}

fn line(point: &Point, columns: &[&Column], change: Option<usize>) -> String {
    let cells = columns.iter().map(|column| {
        let shown = cell(column, (column.show)(point));
        if column.name == CHANGED { shown.style(by(point)) } else { shown }
    });
    let words = change.map(|room| Cell::new(words::change(point.change.as_ref()), room).style(FAINT));
    row(&cells.chain(words).collect::<Vec<_>>())
}

fn by(point: &Point) -> Style {
    match point.change.map_or(0, |change| change.open.signum()) {
        1 => BAD,
        -1 => GOOD,
        _ => FAINT,
    }
}

/// A revision in a few lines, where there is no room for columns.
fn list(point: &Point, width: usize) -> String {
    let summary = &point.readiness.summary;
    let of = |no_gap: usize| format!("{} of {}", number(no_gap), number(summary.applicable));
    let facts = [
        Some(format!("design {}", of(summary.design.no_gap))),
        summary.operation.map(|tally| format!("operation {}", of(tally.no_gap))),
        Some(format!("evidenced {}", number(summary.evidenced))),
        Some(format!("tested {}", number(summary.tested))),
        Some(format!("gaps {}", number(summary.open_total()))),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    paragraph(&format!("{} {}", point.day, words::revision(point)), width, "  ", STRONG)
        + &dotted(&facts, width, "    ", Style::new())
        + &paragraph(&words::change(point.change.as_ref()), width, "    ", FAINT)
}
