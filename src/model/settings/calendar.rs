//! Which days are worked on.

use serde_json::{Value, json};

use crate::model::date::{Covers, Period};
use crate::model::settings::convention::Convention;
use crate::model::words::Weekday;
use crate::record;
use crate::source::describe::Definitions;
use crate::source::file::Located;
use crate::source::node::{Kind, Node};
use crate::source::problem::{Problem, Problems};
use crate::source::reader::Readable;
use crate::text::list::{and, some};

record! {
    /// Which days are worked on.
    pub struct WorkCalendar as "`calendar`" {
        /// The days of the week that are worked on. Default: Monday to Friday.
        workdays: Option<Workdays>,
        /// Days off: single days, and periods with `start` and `end`.
        holidays: Vec<Covers>,
    }
}

/// For each day of the week, from Monday, whether it is worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Workdays(pub [bool; 7]);

impl Default for Workdays {
    /// Monday to Friday.
    fn default() -> Self {
        Self([true, true, true, true, true, false, false])
    }
}

impl Readable for Workdays {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        if matches!(&node.kind, Kind::Sequence(items) if items.is_empty()) {
            let problem = Problem::at(node.place, "no day of the week is worked on");
            problems.add(problem.help("name the days that are, or leave the key out for Monday to Friday"));
            return None;
        }
        let mut works = [false; 7];
        for named in Vec::<Located<Weekday>>::read(node, problems)? {
            let day = Weekday::ALL.iter().zip(&mut works).find(|(day, _)| **day == named.value);
            if day.is_some_and(|(_, works)| std::mem::replace(works, true)) {
                let problem = Problem::at(named.place, format!("`{}` is named twice", named.value));
                problems.add(problem.help("name each day once"));
            }
        }
        Some(Self(works))
    }

    fn describe(definitions: &mut Definitions) -> Value {
        json!({ "type": "array", "items": Weekday::describe(definitions), "minItems": 1, "uniqueItems": true })
    }
}

/// How many days off a report names before it counts the rest.
const NAMED: usize = 6;

impl WorkCalendar {
    /// For each day of the week, from Monday, whether it is worked on.
    #[must_use]
    pub fn works(&self) -> [bool; 7] {
        self.workdays.unwrap_or_default().0
    }

    /// The days off.
    pub fn off(&self) -> impl Iterator<Item = &Period> {
        self.holidays.iter().map(|day| &day.0)
    }

    /// The rows of the table of conventions.
    pub(super) fn rows(&self) -> [Convention; 2] {
        let works = self.works();
        let worked = Weekday::ALL.iter().zip(works).filter(|(_, works)| *works).map(|(day, _)| day.name());
        let set = (works != Workdays::default().0).then(|| and(worked));
        let mut off: Vec<&Period> = self.off().collect();
        off.sort_by_key(|period| (period.start, period.end));
        let off = (!off.is_empty()).then(|| some(off, NAMED));
        [
            Convention::new("work is done on".to_owned(), set, "Monday to Friday".to_owned()),
            Convention::new("days off are".to_owned(), off, "none".to_owned()),
        ]
    }
}
