//! The working of a risk: a table that adds up, column by column.

use crate::model::gap::Gap;
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::Page;
use crate::report::markdown::words;
use crate::report::working::{Line, lines};

pub(super) fn write(gap: &Gap, page: &mut Page) {
    let columns =
        [Words("Working"), Number("Likelihood"), Number("Impact"), Number("Effect on score"), Words("Because")];
    page.table(&columns, lines(gap).into_iter().map(row));
}

fn row(line: Line) -> Vec<String> {
    let Line { name, likelihood, impact, effect, because, sum } = line;
    if sum {
        let bold = |text: String| format!("**{text}**");
        return vec![bold(name), bold(likelihood), bold(impact), bold(effect), because];
    }
    vec![name, likelihood, impact, effect, words::sentence(&because)]
}
