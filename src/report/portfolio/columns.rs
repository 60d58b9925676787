//! The columns of the table on a terminal, as wide as what stands in them: no number is ever broken.

use anstyle::Style;

use crate::report::terminal::layout::{Cell, row};
use crate::report::terminal::style::{FAINT, STRONG, paint};
use crate::text::wrap::width as cells_of;

/// The narrowest and the widest column of names.
const NAMES: (usize, usize) = (24, 40);
/// The narrowest column before the numbers where names stand above them.
const FIRST: usize = 8;
/// What the columns of numbers are called.
pub(super) const NUMBERS: [&str; 6] = ["design", "operation", "c/e/t", "open gaps", "acc.", "overdue"];
/// The same for those of the plan.
const PLAN: [&str; 4] = ["report", "plan ends", "report ready", "promised"];

/// The cells of an organisation, or of all.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) numbers: [(String, Style); 6],
    pub(super) plan: [(String, Style); 4],
    /// The name of its file or folder, and how many criteria were judged.
    pub(super) facts: Vec<String>,
    pub(super) verdict: String,
}

/// The columns there is room for.
pub(super) struct Columns {
    first: usize,
    numbers: [usize; 6],
    plan: Option<[usize; 4]>,
}

impl Columns {
    /// Those there is room for; none where a list is read more easily.
    pub(super) fn of(rows: &[Row], width: usize) -> Option<Self> {
        let widest =
            |name: &str, cells: &mut dyn Iterator<Item = &str>| cells.map(cells_of).fold(cells_of(name), usize::max);
        let numbers = std::array::from_fn(|at| {
            let cells = &mut rows.iter().filter_map(|row| Some(row.numbers.get(at)?.0.as_str()));
            widest(NUMBERS.get(at).copied().unwrap_or_default(), cells)
        });
        let plan: [usize; 4] = std::array::from_fn(|at| {
            let cells = &mut rows.iter().filter_map(|row| Some(row.plan.get(at)?.0.as_str()));
            widest(PLAN.get(at).copied().unwrap_or_default(), cells)
        });
        let taken = |rooms: &[usize]| rooms.iter().map(|room| room + 2).sum::<usize>();
        let (narrow, wide) = (taken(&numbers) + 2, taken(&numbers) + taken(&plan) + 2);
        if wide + NAMES.0 <= width {
            return Some(Self { first: (width - wide).min(NAMES.1), numbers, plan: Some(plan) });
        }
        (narrow + FIRST <= width).then(|| Self { first: (width - narrow).min(NAMES.1), numbers, plan: None })
    }

    /// Whether names stand in the first column, and not above the numbers.
    const fn holds_names(&self) -> bool {
        self.first >= NAMES.0
    }

    pub(super) fn header(&self) -> String {
        let name = if self.holds_names() { "organisation" } else { "" };
        let numbers = NUMBERS.iter().zip(self.numbers).map(|(name, room)| Cell::new(*name, room).style(STRONG).right());
        let plan = self.plan.iter().flat_map(|rooms| PLAN.iter().zip(*rooms));
        let plan = plan.map(|(name, room)| Cell::new(*name, room).style(STRONG));
        let first = Cell::new(name, self.first).style(STRONG);
        row(&std::iter::once(first).chain(numbers).chain(plan).collect::<Vec<_>>()) + &self.rule()
    }

    pub(super) fn rule(&self) -> String {
        let rooms = self.numbers.iter().chain(self.plan.iter().flatten());
        let all: usize = rooms.map(|room| room + 2).sum();
        format!("  {}\n", paint(FAINT, "─".repeat(all + self.first)))
    }

    /// Whether the plan has its columns.
    pub(super) const fn have_plan(&self) -> bool {
        self.plan.is_some()
    }

    /// An organisation as a row, its name above where there is no room beside.
    pub(super) fn line(&self, one: &Row, above: &str) -> String {
        let numbers = one.numbers.iter().zip(self.numbers);
        let numbers = numbers.map(|((text, style), room)| Cell::new(text.as_str(), room).style(*style).right());
        let plan = self.plan.iter().flat_map(|rooms| one.plan.iter().zip(*rooms));
        let plan = plan.map(|((text, style), room)| Cell::new(text.as_str(), room).style(*style));
        let name = if self.holds_names() { one.name.as_str() } else { "" };
        let first = Cell::new(name, self.first).style(STRONG);
        let cells: Vec<Cell<'_>> = std::iter::once(first).chain(numbers).chain(plan).collect();
        let above = if self.holds_names() { "" } else { above };
        above.to_owned() + &row(&cells)
    }
}
