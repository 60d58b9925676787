//! What cells say that an inventory cannot, told once for every word.

use std::collections::BTreeMap;

use crate::model::import::{LeftOut, Origin};
use crate::text::count::count;
use crate::text::cut::cut;

/// The longest word that is told.
const LONGEST: usize = 60;

/// What was left out of cells, by what it was to be and word, in the order in which it was first met.
#[derive(Debug, Default)]
pub struct Remarks {
    met: BTreeMap<(String, &'static str), usize>,
    told: Vec<Remark>,
}

#[derive(Debug)]
struct Remark {
    origin: Origin,
    what: String,
    why: &'static str,
    times: usize,
}

impl Remarks {
    /// Notes that the cell of a column says something that is left out; `what` is a word such as `status`.
    pub fn note(&mut self, origin: &Origin, what: &'static str, said: &str, why: &'static str) {
        let said = cut(said.trim(), LONGEST);
        let key = (said.clone(), what);
        if let Some(remark) = self.met.get(&key).and_then(|at| self.told.get_mut(*at)) {
            remark.times += 1;
            return;
        }
        self.met.insert(key, self.told.len());
        self.told.push(Remark { origin: origin.clone(), what: format!("the {what} `{said}`"), why, times: 1 });
    }

    /// All of it.
    #[must_use]
    pub fn told(self) -> Vec<LeftOut> {
        let told = |remark: Remark| LeftOut {
            why: match remark.times {
                1 => remark.why.to_owned(),
                times => format!("{}; {} say it", remark.why, count(times, "row")),
            },
            origin: remark.origin,
            what: remark.what,
        };
        self.told.into_iter().map(told).collect()
    }
}
