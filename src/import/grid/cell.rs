//! The text of a cell, without what only its layout needed.

/// The text of a cell: trimmed, every line break one `\n`, `<br>` a line break.
#[must_use]
pub fn text(raw: &str) -> String {
    let trimmed = raw.trim();
    if trimmed.contains("<br") || trimmed.contains("<BR") {
        return breaks(&lines(trimmed));
    }
    if trimmed.contains('\r') { lines(trimmed) } else { trimmed.to_owned() }
}

fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// With a line break for each `<br>`, `<br/>` and `<br />`.
fn breaks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let (before, tag) = rest.split_at(at);
        if let Some(after) = break_tag(tag) {
            out.push_str(before.trim_end_matches(' '));
            out.push('\n');
            rest = after.trim_start_matches(' ');
        } else {
            let (bracket, after) = tag.split_at(1);
            out.push_str(before);
            out.push_str(bracket);
            rest = after;
        }
    }
    out.push_str(rest);
    out.trim().to_owned()
}

/// What follows a tag that breaks the line.
fn break_tag(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("<br").or_else(|| text.strip_prefix("<BR"))?.trim_start_matches(' ');
    rest.strip_prefix('/').unwrap_or(rest).strip_prefix('>')
}

/// Whether a cell reads like a heading or a name rather than a number, an amount or a date.
#[must_use]
pub fn is_words(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic) && !is_instant(cell)
}

/// A date and time in ISO 8601, whose only letter is the `T` between the two.
fn is_instant(cell: &str) -> bool {
    cell.starts_with(|c: char| c.is_ascii_digit()) && cell.chars().all(|c| !c.is_alphabetic() || c == 'T' || c == 'Z')
}

/// How a spreadsheet calls a column counted from zero: `A`, `Z`, `AA`.
#[must_use]
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        match (rest / 26).checked_sub(1) {
            Some(more) => rest = more,
            None => break,
        }
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_break_in_markup_is_a_break_of_the_line() {
        assert_eq!(
            text("  1. one <br>2. two<br/> 3. three<BR />4. a < b <b>bold</b> "),
            "1. one\n2. two\n3. three\n4. a < b <b>bold</b>"
        );
        assert_eq!(text("one\r\ntwo\rthree"), "one\ntwo\nthree");
    }

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn numbers_and_dates_are_no_words() {
        assert!(["Owner", "CC6.1", "2026 target"].map(is_words).iter().all(|words| *words));
        assert!(!["", "12.5", "2026-01-31", "2026-01-31T10:00:00", "100 %"].map(is_words).iter().any(|words| *words));
    }
}
