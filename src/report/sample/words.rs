//! What every format says of a sample.

use crate::model::sampling::Sampling;
use crate::text::count::{count, counted, number};

/// How it was drawn, for whoever wants to draw it again.
pub(in crate::report) const ALGORITHM: &str = "Each item is ranked by the SHA-256 of the seed, a colon and its id; those that \
rank first are drawn. The order of the rows plays no part, and a larger sample of the same seed begins with this one.";
/// What a worksheet is for.
pub(in crate::report) const FILL_IN: &str = "Write pass or exception beside every item; of an exception also what was found, \
its root cause, and the day it was resolved. Say who tested and when, and leave the rest as it is: gapcheck sample --record \
brings the results into the inventory.";

/// `25 of 142 items`
pub(in crate::report) fn headline(sampling: &Sampling<'_>) -> String {
    let (drawn, all) = (sampling.items.len(), sampling.population.ids.len());
    if sampling.is_all() {
        return counted(all, "item, which is all there is", "items, which are all there are");
    }
    format!("{} of {}", number(drawn), count(all, "item"))
}

/// What the list is, in a sentence.
pub(super) fn list(sampling: &Sampling<'_>) -> String {
    let listed = &sampling.population;
    let sheet = listed.sheet.as_ref().map(|sheet| format!(", {sheet}")).unwrap_or_default();
    let rows = counted(listed.outside, "row lies", "rows lie");
    let days = match &listed.date_column {
        Some(column) => format!("; {rows} outside the period by the column `{column}`"),
        None => "; no column of days was named with --date, so every row is taken to belong to the period".to_owned(),
    };
    let items = count(listed.ids.len(), "item");
    format!("{}{sheet}: {items} by the column `{}` ({}){days}.", listed.file, listed.id_column, listed.id_because)
}

/// The seed with where it comes from, in a sentence.
pub(super) fn seed(sampling: &Sampling<'_>) -> String {
    let number = sampling.seed.number;
    if sampling.seed.chosen {
        return format!("{number}, chosen with --seed: an auditor may ask by whom, and why this one.");
    }
    format!("{number}, which follows from the digest of the population and the id of the control: nobody chose it.")
}

/// What has to be known of the list before anybody relies on the sample.
pub(super) fn cautions(sampling: &Sampling<'_>) -> Vec<String> {
    let end = sampling.period.end;
    let retrieved = match sampling.provenance.retrieved {
        Some(day) if day < end => Some(format!(
            "The list was taken on {day}, before the period is over on {end}: what comes after it is not in it."
        )),
        Some(_) => None,
        None => {
            Some("Nobody says when the list was taken: name the day with --retrieved, or in the worksheet.".to_owned())
        }
    };
    let alike = sampling.population.alike();
    let alike = alike.first().map(|(a, b)| {
        let more = alike.len() - 1;
        let more = if more == 0 { String::new() } else { format!(", and so do {}", count(more, "more pair")) };
        format!(
            "\"{a}\" and \"{b}\" differ in capitals or blanks alone{more}: where they are one item, it stands in the list twice."
        )
    });
    retrieved.into_iter().chain(alike).collect()
}
