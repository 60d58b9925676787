//! A crosswalk on a terminal: the counts, then a few lines for each clause.

use anstyle::Style;

use crate::model::clause_standing::{Backing, ClauseStanding, Crosswalk};
use crate::report::account;
use crate::report::crosswalk::counts::{self, Count};
use crate::report::crosswalk::shown::{Part, Shown};
use crate::report::crosswalk::words;
use crate::report::crosswalk::{CrosswalkFormat, browse, cell, clause};
use crate::report::terminal::layout::{Cell, dotted, left, paragraph, row, section};
use crate::report::terminal::style::{ATTENTION, BAD, FAINT, GOOD, NEUTRAL, STRONG, UNKNOWN};
use crate::text::count::{count, number};
use crate::text::escape::terminal;
use crate::text::list::and;
use crate::text::percent;
use crate::text::wrap::width as cells;

/// The format `terminal`.
pub(super) static FORMAT: CrosswalkFormat = CrosswalkFormat {
    name: "terminal",
    extension: "txt",
    summary: "the counts, then a few lines for each clause, as it stands on the terminal",
    styled: true,
    render,
};

/// The narrowest width anything is laid out for.
const NARROWEST: usize = 40;
/// From this width on, how far a clause has come stands in columns of its own.
const COLUMNS: usize = 80;
/// How wide the word for a backing is.
const WORD: usize = 9;
/// How wide a share is.
const SHARE: usize = 5;
/// How wide the words before a count are.
const LABEL: usize = 21;

fn render(shown: &Shown<'_>, width: usize) -> String {
    let width = width.max(NARROWEST);
    match shown {
        Shown::Frameworks(mappings) => browse::frameworks(mappings).terminal(width),
        Shown::Mapping { mapping, catalog, part } => browse::mapping(mapping, catalog, part).terminal(width),
        Shown::Crosswalk { crosswalk, part } if part.at_length => clause::pages(crosswalk, part).terminal(width),
        Shown::Crosswalk { crosswalk, part } => overview(crosswalk, part, width),
    }
}

fn overview(crosswalk: &Crosswalk<'_>, part: &Part, width: usize) -> String {
    let mapping = crosswalk.mapping;
    let clauses: Vec<&ClauseStanding<'_>> = part.clauses(crosswalk).collect();
    let notes = mapping.thin.iter().map(|note| dash(note, width)).collect::<String>();
    let runs = words::runs(mapping, &crosswalk.silent_about);
    let silent = (!runs.is_empty())
        .then(|| section("Not listed", width, &paragraph(&format!("{}.", and(runs)), width, "  ", Style::new())));
    let blocks = [
        Some(heading(crosswalk, width)),
        Some(paragraph(&words::headline(crosswalk), width, "", STRONG) + &paragraph(words::CAUTION, width, "", FAINT)),
        Some(count_lines(crosswalk, width)),
        Some(section("Clauses", width, &table(crosswalk, &clauses, width))),
        left_open(&clauses, width),
        Some(section("Where the mapping is thin", width, &notes)),
        silent,
        Some(closing(crosswalk, width)),
    ];
    blocks.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

fn heading(crosswalk: &Crosswalk<'_>, width: usize) -> String {
    let assessment = crosswalk.assessment;
    let names = [Some(&assessment.inventory.organization), assessment.inventory.scope.system.as_ref()];
    let names: Vec<String> = names.into_iter().flatten().map(|name| terminal(name).into_owned()).collect();
    let facts = [
        format!("{} seen from SOC 2", crosswalk.mapping.name),
        account::scope_line(assessment),
        format!("assessed on {}", assessment.as_of),
    ];
    dotted(&names, width, "", STRONG) + &dotted(&facts, width, "", FAINT)
}

fn count_lines(crosswalk: &Crosswalk<'_>, width: usize) -> String {
    let counts = counts::counts(crosswalk);
    let digits = counts.iter().map(|count| cells(&counted(count))).max().unwrap_or(0);
    let taken = [LABEL, digits, SHARE, width / 8];
    let told = counts.iter().map(|count| {
        let share = count.of.map(|of| percent::shown(count.number, of)).unwrap_or_default();
        let head =
            [Cell::new(count.label, LABEL), Cell::new(counted(count), digits).right(), Cell::new(share, SHARE).right()];
        if width < COLUMNS {
            return row(&head) + &paragraph(count.means, width, "    ", FAINT);
        }
        let drawn = count.of.map(|of| bar(count.number, of, width / 8)).unwrap_or_default();
        let beside =
            [Cell::new(drawn, width / 8).style(NEUTRAL), Cell::new(count.means, left(width, &taken)).style(FAINT)];
        row(&head.into_iter().chain(beside).collect::<Vec<_>>())
    });
    section("Counts, of clauses", width, &told.collect::<String>())
}

/// A share as a bar, rounded down, so that only a whole fills it.
fn bar(part: usize, whole: usize, cells: usize) -> String {
    let filled = (part.min(whole) * cells).checked_div(whole).unwrap_or(0);
    "█".repeat(filled) + &"░".repeat(cells - filled)
}

fn counted(count: &Count) -> String {
    match count.of {
        Some(of) => format!("{} of {}", number(count.number), number(of)),
        None => number(count.number),
    }
}

fn table(crosswalk: &Crosswalk<'_>, clauses: &[&ClauseStanding<'_>], width: usize) -> String {
    let id = clauses.iter().map(|clause| cells(&terminal(clause.id))).max().unwrap_or(0).max(6);
    if left(width, &[id, WORD, WORD]) < COLUMNS / 2 {
        return clauses.iter().map(|clause| narrow(crosswalk, clause, width)).collect();
    }
    let room = left(width, &[id, WORD, WORD]);
    let head = row(&[
        Cell::new("clause", id).style(FAINT),
        Cell::new("best", WORD).style(FAINT),
        Cell::new("worst", WORD).style(FAINT),
        Cell::new("what speaks to it", room).style(FAINT),
    ]);
    let rows = clauses.iter().map(|clause| {
        let indent = " ".repeat(width - room);
        let word = |backing: Backing| Cell::new(backing.word(), WORD).style(of_backing(backing));
        let title = terminal(clause.title.unwrap_or("not in our list"));
        let head = [Cell::new(terminal(clause.id), id), word(clause.best), word(clause.worst), Cell::new(title, room)];
        let reason = clause.left_open.map(|_| paragraph(&cell::standing(clause), width, &indent, BAD));
        row(&head) + &reason.unwrap_or_default() + &details(crosswalk, clause, width, &indent)
    });
    head + &rows.collect::<String>()
}

/// The same where there is no room for columns.
fn narrow(crosswalk: &Crosswalk<'_>, clause: &ClauseStanding<'_>, width: usize) -> String {
    let title = format!("{} {}", terminal(clause.id), terminal(clause.title.unwrap_or("not in our list")));
    let style = of_backing(clause.worst);
    paragraph(&title, width, "  ", Style::new())
        + &paragraph(&cell::standing(clause), width, "    ", style)
        + &details(crosswalk, clause, width, "    ")
}

/// Criteria, controls, evidence, tests and gaps behind a clause.
fn details(crosswalk: &Crosswalk<'_>, clause: &ClauseStanding<'_>, width: usize, indent: &str) -> String {
    let assessment = crosswalk.assessment;
    let line = |text: String, style: Style| paragraph(&terminal(&text), width, indent, style);
    let through = Some(cell::through(clause)).filter(|through| !through.is_empty());
    let facts: Vec<String> = cell::facts(assessment, clause).iter().map(|fact| terminal(fact).into_owned()).collect();
    let gaps = cell::gaps(assessment, clause);
    through.map(|through| line(through, FAINT)).unwrap_or_default()
        + &dotted(&facts, width, indent, FAINT)
        + &gaps.map(|gaps| line(gaps, ATTENTION)).unwrap_or_default()
}

/// The clauses nothing in place speaks to, by why.
fn left_open(clauses: &[&ClauseStanding<'_>], width: usize) -> Option<String> {
    let open: Vec<_> = clauses.iter().filter(|clause| clause.left_open.is_some()).collect();
    let lines = open.iter().map(|clause| {
        let title = clause.title.unwrap_or("not in our list");
        let reason = clause.left_open.map(cell::reason_plain).unwrap_or_default();
        let through = Some(cell::through(clause)).filter(|through| !through.is_empty());
        let through = through.map(|through| format!(" ({through})")).unwrap_or_default();
        dash(&format!("{} {title}: {reason}{through}", clause.id), width)
    });
    let lines: String = lines.collect();
    (!open.is_empty()).then(|| section(&format!("Left open: {}", count(open.len(), "clause")), width, &lines))
}

/// The style of a backing; the word says the same.
const fn of_backing(backing: Backing) -> Style {
    match backing {
        Backing::Nothing => BAD,
        Backing::Claimed => UNKNOWN,
        Backing::Evidenced => ATTENTION,
        Backing::Tested => GOOD,
    }
}

/// An item of a list; its further lines stand under its first.
fn dash(text: &str, width: usize) -> String {
    let lines = paragraph(&terminal(text), width, "    ", Style::new());
    format!("  - {}", lines.strip_prefix("    ").unwrap_or(&lines))
}

/// What the words mean, where the links come from, and how to ask on.
fn closing(crosswalk: &Crosswalk<'_>, width: usize) -> String {
    let mapping = crosswalk.mapping;
    let lines = [
        format!("{}. {}", words::extent(mapping), words::clauses_are(mapping)),
        words::endorsement(mapping),
        counts::BEST_AND_WORST.to_owned(),
    ];
    let told = lines.iter().map(|text| paragraph(&terminal(text), width, "", FAINT));
    let command = format!("gapcheck crosswalk {} INVENTORY --clause ID", mapping.framework);
    let then = paragraph("What stands behind a clause, piece by piece:", width, "", FAINT);
    told.collect::<String>() + &then + &paragraph(&command, width, "  ", Style::new())
}
