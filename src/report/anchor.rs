//! Where a link to a gap leads, in every report that has links.

use std::fmt::Write as _;

/// The target of a gap in this report: made of its id, so that a link survives from one assessment to the next.
///
/// Letters, digits and `. : _ -` stay, any other byte becomes `~` and two digits; so two ids never share one.
#[must_use]
pub fn anchor(gap: &str) -> String {
    let mut anchor = String::from("gap-");
    for byte in gap.bytes() {
        if byte.is_ascii_alphanumeric() || b".:_-".contains(&byte) {
            anchor.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(anchor, "~{byte:02x}");
        }
    }
    anchor
}
