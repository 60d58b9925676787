//! Records with more or fewer cells than there are headings.

use crate::import::delimited::dialect::Dialect;
use crate::import::grid::Line;
use crate::import::limits;
use crate::source::problem::{Problem, Problems};

/// Tells of every record below the headings that does not fit them, and leaves out those whose cells may stand in the wrong
/// columns. Cells that are only missing at the end are how some programs write empty ones: where a quarter of the records is
/// like that, nothing is said.
pub fn check(lines: &mut Vec<Line>, head: usize, dialect: Dialect, problems: &mut Problems) {
    let Some((wanted, below)) = lines.get(head..).and_then(<[Line]>::split_first) else {
        return;
    };
    let headings = wanted.cells.len();
    let longer = below.iter().filter(|line| surplus(line, headings)).count();
    if longer >= 2 && longer * 4 >= below.len() * 3 {
        let usual = below.iter().map(|line| line.cells.len()).max().unwrap_or(headings);
        problems.add(located(
            wanted,
            format!("row {} has {headings} headings, most rows below have up to {usual} cells", wanted.number),
            "give every column a heading",
        ));
        return;
    }
    let shorter = below.iter().filter(|line| line.cells.len() < headings).count();
    let habit = shorter >= 2 && shorter * 4 >= below.len();
    let ragged = |line: &Line| surplus(line, headings) || (!habit && line.cells.len() < headings);
    let mut told = 0;
    for line in below.iter().filter(|line| ragged(line)) {
        told += 1;
        if told <= limits::TOLD {
            problems.add(problem(line, headings, dialect));
        }
    }
    if told > limits::TOLD {
        let more = crate::text::count::number(told - limits::TOLD);
        let message = format!("{more} more rows have other numbers of cells than there are headings");
        problems.add(Problem::anywhere(message).help("correct those that are told, and import the file again"));
    }
    let mut at = 0;
    lines.retain(|line| {
        at += 1;
        at <= head + 1 || !surplus(line, headings)
    });
}

/// Whether something stands in a cell for which there is no heading.
fn surplus(line: &Line, headings: usize) -> bool {
    line.cells.iter().skip(headings).any(|cell| !cell.is_empty())
}

fn problem(line: &Line, headings: usize, dialect: Dialect) -> Problem {
    let cells = crate::text::count::count(line.cells.len(), "cell");
    let message = format!("row {} has {cells}, the table has {headings} headings", line.number);
    let help = if line.cells.len() > headings {
        format!("put a text that holds {} in double quotes", dialect.one())
    } else {
        format!("write {} for every empty cell too; a text over several lines stands in double quotes", dialect.one())
    };
    located(line, message, help)
}

fn located(line: &Line, message: String, help: impl Into<String>) -> Problem {
    let problem = match line.place {
        Some(place) => Problem::at(place, message),
        None => Problem::anywhere(message),
    };
    problem.help(help)
}
