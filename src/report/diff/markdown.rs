//! What changed, in Markdown that fits a comment on a pull request: what is worse in sight, the rest folded.

use crate::model::difference::{Change, Difference, GapChange};
use crate::report::diff::{DiffFormat, counts, ways, words};
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::{Column, Page};
use crate::report::markdown::words as written;
use crate::text::capital::capital;
use crate::text::count::{count, number};
use crate::text::cut::cut;

/// The format `markdown`.
pub(super) static FORMAT: DiffFormat = DiffFormat {
    name: "markdown",
    extension: "md",
    summary: "for a comment on a pull request, with details to unfold",
    styled: false,
    render,
};

/// How many characters the tables may take: GitHub refuses a comment of more than 65,536, GitLab a far longer one.
const ROOM: usize = 50_000;
/// How many characters of one text a cell holds.
const CELL: usize = 160;
/// How many ids a line names before it counts the others.
const IDS: usize = 12;
/// By this a script finds its own comment again.
const MARK: &str = "<!-- gapcheck diff -->";

fn render(difference: &Difference, _: usize) -> String {
    let mut sheet = Sheet { page: Page::default(), room: ROOM, difference };
    sheet.opening();
    sheet.counts();
    for change in [Change::New, Change::Worsened] {
        let gaps: Vec<&GapChange> = difference.gaps_that(change).collect();
        if !gaps.is_empty() {
            sheet.page.heading(2, &sentence(&capital(&words::title(difference, change))));
            sheet.gaps(&gaps);
        }
    }
    for change in [Change::Resolved, Change::Improved] {
        let gaps: Vec<&GapChange> = difference.gaps_that(change).collect();
        sheet.folded(&words::title(difference, change), gaps.len(), |sheet| sheet.gaps(&gaps));
    }
    let treated: Vec<&GapChange> = difference.treated_otherwise().collect();
    sheet.folded(&words::treated_title(difference), treated.len(), |sheet| sheet.gaps(&treated));
    let (criteria, controls) = (difference.criteria.len(), difference.controls.len());
    sheet.folded(&format!("{} changed", count(criteria, "criterion")), criteria, Sheet::criteria);
    sheet.folded(&format!("{} with changed verdicts", count(controls, "control")), controls, Sheet::controls);
    sheet.folded("What the two inventories say differently", difference.altered.len(), Sheet::altered);
    sheet.closing();
    sheet.page.into_text()
}

/// A sentence of ours that may hold words of the inventory.
fn sentence(text: &str) -> String {
    written::plain(text)
}

/// A text of the inventory in a cell.
fn cell(text: &str) -> String {
    written::sentence(&cut(text, CELL))
}

/// The page while it is written, and how much room is left for tables.
struct Sheet<'a> {
    page: Page,
    room: usize,
    difference: &'a Difference,
}

impl Sheet<'_> {
    fn opening(&mut self) {
        let difference = self.difference;
        let (old, new) = (&difference.old, &difference.new);
        let names = [Some(&new.organization), new.system.as_ref()].into_iter().flatten();
        let names: Vec<String> = names.map(|name| written::plain(&cut(name, CELL))).collect();
        self.page.block(MARK);
        self.page.heading(1, &format!("{}: what changed", names.join(" · ")));
        for line in words::headlines(difference) {
            self.page.block(&format!("**{}**", sentence(&line)));
        }
        self.page.block(&format!("Gaps: {}.", words::tally(difference)));
        if let Some((_, gate)) = words::gate(difference) {
            self.page.block(&format!("**{}.**", capital(&gate)));
        }
        let sides = format!("From {} to {}.", words::side(old), words::side(new));
        let scopes = match (words::scope(old), words::scope(new)) {
            (before, now) if before == now => format!("{now}."),
            (before, now) => format!("Before: {before}. Now: {now}."),
        };
        self.page.block(&format!("{} {}", sentence(&sides), sentence(&scopes)));
        self.page.list(difference.notes.iter().map(|note| written::sentence(note)));
    }

    fn counts(&mut self) {
        let difference = self.difference;
        let rows: Vec<Vec<String>> = counts::moved(difference)
            .map(|count| {
                let (before, now) = (number(count.before), number(count.after));
                let change = counts::signed(count.change());
                vec![counts::name(&count.key), before, now, change, counts::shares(difference, count)]
            })
            .collect();
        let columns = [Words("Count"), Number("Before"), Number("Now"), Number("Change"), Words("By")];
        if !rows.is_empty() {
            self.told_columns(&columns, rows, difference.causes_known);
        }
    }

    /// A table whose last column says what is not always told; without it where it is not.
    fn told_columns(&mut self, columns: &[Column], rows: Vec<Vec<String>>, told: bool) {
        if told {
            return self.table(columns, rows);
        }
        let told = columns.len().saturating_sub(1);
        let rows = rows.into_iter().map(|row| row.into_iter().take(told).collect()).collect();
        self.table(columns.get(..told).unwrap_or(columns), rows);
    }

    /// A table, of as many rows as there is room for, and how many there was none for.
    fn table(&mut self, columns: &[Column], rows: Vec<Vec<String>>) {
        let all = rows.len();
        let mut shown = Vec::new();
        for row in rows {
            let size: usize = row.iter().map(|cell| cell.chars().count() + 3).sum();
            let Some(left) = self.room.checked_sub(size) else { break };
            self.room = left;
            shown.push(row);
        }
        let others = all - shown.len();
        if !shown.is_empty() {
            self.page.table(columns, shown);
        }
        if others > 0 {
            self.page.block(&format!("Not here for want of room: {}.", count(others, "row")));
        }
    }

    fn gaps(&mut self, gaps: &[&GapChange]) {
        let difference = self.difference;
        let by = ways::by(difference, gaps);
        let told = by.iter().any(Option::is_some);
        let rows = gaps.iter().zip(by).map(|(gap, by)| {
            let title = gap.stand().map(|stand| cell(&stand.title)).unwrap_or_default();
            vec![ways::levels(gap), title, written::code(&cut(&gap.id, CELL)), by.unwrap_or_default()]
        });
        let columns = [Words("Risk"), Words("What is wrong"), Words("Id"), Words("Changed")];
        self.told_columns(&columns, rows.collect(), told);
    }

    fn criteria(&mut self) {
        let difference = self.difference;
        let moved = ways::moved(difference, IDS);
        let rows = ways::within(difference).into_iter().map(|one| {
            let verdict = |way, absent| ways::verdict(difference, way, absent).unwrap_or_default();
            let flags = [("claimed", &one.claimed), ("evidenced", &one.evidenced), ("tested", &one.tested)];
            let flags =
                flags.iter().filter_map(|(what, way)| Some(format!("{what}: {}", ways::flag(difference, way)?)));
            let flags: Vec<String> = flags.collect();
            let name = format!("{} {}", one.id, cell(&one.title));
            vec![name, verdict(&one.design, "not judged"), flags.join(", "), verdict(&one.operation, "not judged")]
        });
        let columns = [Words("Criterion"), Words("Design"), Words("On file"), Words("Operation")];
        self.told_columns(&columns, rows.collect(), words::of_operation(difference));
        self.page.list(moved);
    }

    fn controls(&mut self) {
        let difference = self.difference;
        let rows = difference.controls.iter().map(|one| {
            let verdict = |way, absent| ways::verdict(difference, way, absent).unwrap_or_default();
            let name = format!("{} {}", written::code(&cut(&one.id, CELL)), cell(&one.name));
            vec![name, verdict(&one.design, "not there"), verdict(&one.operation, "not judged")]
        });
        let columns = [Words("Control"), Words("Design"), Words("Operation")];
        self.told_columns(&columns, rows.collect(), words::of_operation(difference));
    }

    fn altered(&mut self) {
        let rows = self.difference.altered.iter().map(|altered| {
            let subjects = ways::subjects(altered, IDS, |id| written::code(&cut(id, CELL)));
            vec![altered.cause.word().to_owned(), subjects]
        });
        self.table(&[Words("Group"), Words("What")], rows.collect());
    }

    /// A part to be unfolded; nothing where there is nothing in it.
    fn folded(&mut self, title: &str, items: usize, inside: impl FnOnce(&mut Self)) {
        if items == 0 {
            return;
        }
        self.page.block(&format!("<details>\n<summary>{}</summary>", sentence(&capital(title))));
        inside(self);
        self.page.block("</details>");
    }

    fn closing(&mut self) {
        if let Some(order) = words::order(self.difference) {
            self.page.block(&order);
        }
    }
}
