//! A new inventory, as somebody would begin it by hand.

use crate::edit::write;
use crate::model::edit::Record;
use crate::text::escape;

/// The text of a new inventory: remarks at its head, what stands at its top, and its controls with an empty line between.
#[must_use]
pub fn inventory(remarks: &[String], head: &Record, controls: &[Record]) -> String {
    let remarks = remarks.iter().map(|remark| ["# ", &escape::yaml_comment(remark), "\n"].concat()).collect::<String>();
    let controls: Vec<String> = controls.iter().map(|control| write::item(control, 2)).collect();
    let list = if controls.is_empty() { " []\n".to_owned() } else { format!("\n{}", controls.join("\n")) };
    format!("{remarks}{}\ncontrols:{list}", write::block(head, 0))
}
