//! Colours that follow words, so that they still fit when somebody sorts, filters or changes a cell.

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Format, Worksheet};

use crate::model::level::Level;
use crate::model::verdict::Verdict;
use crate::report::xlsx::cell::Written;
use crate::report::xlsx::look::{Tint, of_level, of_verdict};

/// Cells: first row and column, last row and column.
pub(super) type Range = (u32, u16, u32, u16);

/// Colours every word of a range that is a level or a verdict, or that says that something is lost.
pub(super) fn words(sheet: &mut Worksheet, range: Range) -> Written {
    let levels = Level::ALL.iter().map(|level| (level.plain(), of_level(*level)));
    let verdicts = Verdict::ALL.iter().map(|verdict| (verdict.plain(), of_verdict(*verdict)));
    let lost = LOST.iter().map(|word| (*word, of_verdict(Verdict::Gap)));
    let won = WON.iter().map(|word| (*word, of_verdict(Verdict::NoGap)));
    for (word, tint) in levels.chain(verdicts).chain(lost).chain(won) {
        let rule = ConditionalFormatCellRule::EqualTo(word);
        let painted = ConditionalFormatCell::new().set_rule(rule).set_format(painted(tint));
        sheet.add_conditional_format(range.0, range.1, range.2, range.3, &painted)?;
    }
    Ok(())
}

/// Words, beside levels and verdicts, that are bad news wherever they stand in a coloured column.
const LOST: [&str; 3] = ["cannot hold", "missing", "blocked"];
/// Words that are good news.
const WON: [&str; 2] = ["can hold", "done"];

fn painted(tint: Tint) -> Format {
    Format::new().set_background_color(tint.fill).set_font_color(tint.ink)
}
