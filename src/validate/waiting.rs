//! Remediation entries that wait for each other, so that none of them could ever begin.

use std::collections::BTreeMap;

use crate::model::document::Remediation;
use crate::model::precedence::{self, Round};
use crate::source::file::Located;
use crate::source::problem::{Problem, Problems};
use crate::source::reader::Text;
use crate::text::wrap::truncate;

/// How many steps of a round are shown.
const SHOWN: usize = 12;

/// A problem for each group of entries that wait for each other, with the way round; the entries are sorted by gap.
pub(super) fn check(entries: &[Remediation], problems: &mut Problems) {
    let mut positions: BTreeMap<&str, usize> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.gap.value.is_empty()) {
        positions.entry(&entry.gap.value).or_insert(at);
    }
    let after = |entry: &Remediation| -> Vec<usize> {
        entry.depends_on.iter().filter_map(|gap| positions.get(&*gap.value)).copied().collect()
    };
    let waits: Vec<Vec<usize>> = entries.iter().map(after).collect();
    let rounds = precedence::order(&waits).err().into_iter().flatten();
    for problem in rounds.filter_map(|round| problem(entries, &round)) {
        problems.add(problem);
    }
}

/// A step of a round: what waits, and where it says for what.
type Step<'a> = (&'a str, &'a Located<Text>);

fn problem(entries: &[Remediation], Round(round): &Round) -> Option<Problem> {
    let entries_in_round: Vec<&Remediation> = round.iter().filter_map(|at| entries.get(*at)).collect();
    let following = entries_in_round.iter().skip(1).chain(entries_in_round.first());
    let steps: Vec<Step<'_>> = entries_in_round
        .iter()
        .zip(following)
        .filter_map(|(entry, next)| {
            let named = entry.depends_on.iter().find(|gap| gap.value == next.gap.value)?;
            Some((&*entry.gap.value, named))
        })
        .collect();
    let ((waits, first), others) = steps.split_first()?;
    let problem = Problem::at(first.place, way(&steps))
        .label(format!("`{}` waits for this", truncate(waits, 80)))
        .help("none of them could ever begin; take one out of the `depends_on` of another");
    let others = others.iter().take(SHOWN);
    Some(others.fold(problem, |problem, (waits, named)| {
        problem.related(named.place, format!("`{}` waits for this", truncate(waits, 80)))
    }))
}

/// The way round in words: `a` waits for `b` waits for `a`.
fn way(steps: &[Step<'_>]) -> String {
    let mut way: Vec<String> = steps.iter().take(SHOWN).map(|(gap, _)| format!("`{}`", truncate(gap, 80))).collect();
    if steps.len() > SHOWN {
        way.push(format!("{} more", steps.len() - SHOWN));
    }
    way.extend(steps.first().map(|(gap, _)| format!("`{}`", truncate(gap, 80))));
    way.join(" waits for ")
}
