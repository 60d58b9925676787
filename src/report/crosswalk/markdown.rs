//! A crosswalk in Markdown: the counts with their definitions, a row for each clause, and what is left open.

use crate::model::clause_standing::{ClauseStanding, Crosswalk};
use crate::report::account;
use crate::report::crosswalk::shown::{Part, Shown};
use crate::report::crosswalk::words as said;
use crate::report::crosswalk::{CrosswalkFormat, browse, cell, clause, counts};
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::{Column, Page};
use crate::report::markdown::words;
use crate::text::capital::capital;
use crate::text::count::number;
use crate::text::list::and;
use crate::text::percent;

/// The format `markdown`.
pub(super) static FORMAT: CrosswalkFormat = CrosswalkFormat {
    name: "markdown",
    extension: "md",
    summary: "the counts, then a row for each clause, as GitHub shows it",
    styled: false,
    render,
};

const COUNTS: [Column; 4] = [Words("Count"), Number("Clauses"), Number("Share"), Words("Means")];
const CLAUSES: [Column; 7] = [
    Words("Clause"),
    Words("Title"),
    Words("Best"),
    Words("Worst"),
    Words("Criteria"),
    Words("Controls, evidence and tests"),
    Words("Open gaps"),
];

fn render(shown: &Shown<'_>, _: usize) -> String {
    match shown {
        Shown::Frameworks(mappings) => browse::frameworks(mappings).markdown(),
        Shown::Mapping { mapping, catalog, part } => browse::mapping(mapping, catalog, part).markdown(),
        Shown::Crosswalk { crosswalk, part } if part.at_length => clause::pages(crosswalk, part).markdown(),
        Shown::Crosswalk { crosswalk, part } => overview(crosswalk, part),
    }
}

fn overview(crosswalk: &Crosswalk<'_>, part: &Part) -> String {
    let (assessment, mapping) = (crosswalk.assessment, crosswalk.mapping);
    let mut page = Page::default();
    let names = [Some(&assessment.inventory.organization), assessment.inventory.scope.system.as_ref()];
    let names: Vec<String> = names.into_iter().flatten().map(|name| words::plain(name)).collect();
    page.heading(1, &format!("{}: {} seen from SOC 2", names.join(" · "), words::plain(&mapping.name)));
    let scope = words::plain(&account::scope_line(assessment));
    page.block(&format!("{scope}. Assessed on {}.", assessment.as_of));
    page.block(&format!("**{}**", words::plain(&said::headline(crosswalk))));
    page.block(said::CAUTION);
    page.heading(2, "Counts");
    page.table(&COUNTS, counts::counts(crosswalk).iter().map(count));
    page.block(counts::BEST_AND_WORST);
    page.heading(2, "Clauses");
    page.table(&CLAUSES, part.clauses(crosswalk).map(|clause| row(crosswalk, clause)));
    left_open(crosswalk, part, &mut page);
    page.heading(2, "Where the mapping is thin");
    page.list(mapping.thin.iter().map(|note| words::sentence(note)));
    let runs = said::runs(mapping, &crosswalk.silent_about);
    if !runs.is_empty() {
        page.heading(2, "Not listed");
        page.block(&format!("{}.", words::plain(&and(runs))));
    }
    page.heading(2, "Where the links come from");
    page.block(&format!("{}. {}", said::extent(mapping), words::plain(&said::clauses_are(mapping))));
    page.block(&words::sentence(&said::endorsement(mapping)));
    page.block(account::LIMITS);
    page.into_text()
}

fn count(count: &counts::Count) -> Vec<String> {
    let of = count.of.map(|of| format!(" of {}", number(of))).unwrap_or_default();
    let share = count.of.map(|of| percent::shown(count.number, of)).unwrap_or_default();
    vec![capital(count.label), format!("{}{of}", number(count.number)), share, capital(count.means)]
}

fn row(crosswalk: &Crosswalk<'_>, clause: &ClauseStanding<'_>) -> Vec<String> {
    let assessment = crosswalk.assessment;
    let facts: Vec<String> = cell::facts(assessment, clause).iter().map(|fact| words::plain(fact)).collect();
    vec![
        words::code(clause.id),
        words::plain(clause.title.unwrap_or("not in our list")),
        clause.best.word().to_owned(),
        clause.worst.word().to_owned(),
        words::plain(&cell::through(clause)),
        facts.join("; "),
        cell::gaps(assessment, clause).unwrap_or_default(),
    ]
}

/// The clauses nothing in place speaks to, by why.
fn left_open(crosswalk: &Crosswalk<'_>, part: &Part, page: &mut Page) {
    let open: Vec<_> = part.clauses(crosswalk).filter(|clause| clause.left_open.is_some()).collect();
    page.heading(2, "What is left open");
    if open.is_empty() {
        page.block("None of the clauses above.");
    }
    page.list(open.into_iter().map(|clause| {
        let title = words::plain(clause.title.unwrap_or("not in our list"));
        let through = words::plain(&cell::through(clause));
        let through = if through.is_empty() { through } else { format!(" ({through})") };
        let reason = clause.left_open.map(cell::reason_plain).unwrap_or_default();
        format!("{} {title}: {reason}{through}", words::code(clause.id))
    }));
}
