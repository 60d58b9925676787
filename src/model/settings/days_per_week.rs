//! Days of work a week.

use serde_json::{Value, json};

use crate::source::describe::Definitions;
use crate::source::node::Node;
use crate::source::problem::{Problem, Problems};
use crate::source::reader::{Readable, scalar};

/// Working days in tenths, so that nothing is ever a fraction a machine rounds in its own way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct DaysPerWeek(pub u16);

impl Readable for DaysPerWeek {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        let text = scalar("a number of days a week", node, problems)?;
        let (whole, tenth) = text.split_once('.').unwrap_or((text, "0"));
        let digit = |part: &str| part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_digit());
        let tenths = (digit(whole) && digit(tenth)).then(|| format!("{whole}{tenth}").parse::<u16>().ok()).flatten();
        if let Some(tenths) = tenths.filter(|tenths| *tenths <= 70) {
            return Some(Self(tenths));
        }
        let shown = crate::text::wrap::truncate(text, 40);
        problems.add(
            Problem::at(node.place, format!("expected days a week from 0 to 7, found `{shown}`"))
                .help("write a whole number or one decimal, such as `2` or `0.5`"),
        );
        None
    }

    fn describe(_: &mut Definitions) -> Value {
        json!({ "type": "number", "minimum": 0, "maximum": 7 })
    }
}
