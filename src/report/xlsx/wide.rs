//! Rows of the summary whose first cells go over several columns.

use crate::report::xlsx::cell::{Cell, Written, put_styled, shown};
use crate::report::xlsx::page::Page;

/// The name of the sheet.
pub(super) const NAME: &str = "Summary";

/// A text over some columns of the current row.
pub(super) fn across(
    page: &mut Page<'_>,
    (first, last): (u16, u16),
    text: &str,
    format: &rust_xlsxwriter::Format,
) -> Written {
    page.sheet.merge_range(page.row, first, page.row, last, "", format)?;
    page.sheet.write_string_with_format(page.row, first, shown(text), format)?;
    Ok(())
}

/// The heads of columns, the first over two.
pub(super) fn heads(page: &mut Page<'_>, names: &[&str]) -> Written {
    let look = page.look;
    page.sheet.set_row_height(page.row, 28)?;
    for (at, name) in (1..).zip(names) {
        match at {
            1 => across(page, (0, 1), name, &look.header)?,
            _ => put_styled(&mut page.sheet, (page.row, at), name, &look.header)?,
        }
    }
    page.row += 1;
    Ok(())
}

/// A row below such heads.
pub(super) fn under(page: &mut Page<'_>, name: &str, cells: &[Cell<'_>]) -> Written {
    let look = page.look;
    across(page, (0, 1), name, &look.text)?;
    for (at, cell) in (2..).zip(cells) {
        page.put((page.row, at), cell)?;
    }
    page.row += 1;
    Ok(())
}
