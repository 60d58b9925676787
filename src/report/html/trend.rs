//! Readiness over time as a page of its own: a picture for each count, the table of revisions, and what to know about them.

use askama::Template;
use askama::filters::Safe;

use crate::model::date::Date;
use crate::model::level::Level;
use crate::model::trend::{Point, Trend};
use crate::report::html::block::{Block, Column, Table, blocks, printed, words as paragraph};
use crate::report::html::markup::{Markup, code, level_class, prose, strong, text, whole};
use crate::report::html::page::{Part, STYLE};
use crate::report::html::picture::over_time::{Told, gaps, named_months, share};
use crate::report::trend::words;
use crate::text::capital::capital;
use crate::text::count::number;
use crate::text::escape::terminal;
use crate::text::percent::shown;
use crate::text::wrap::truncate;

/// How pictures and table look, beside what every page has.
const OWN_STYLE: &str = include_str!("../../../templates/trend.css");
/// How much of the name of the organisation stands in the title.
const TITLE: usize = 24;
/// From how many revisions on a browser lays out only what is looked at.
const MANY: usize = 1000;

#[derive(Template)]
#[template(path = "trend.html")]
struct Page<'a> {
    organization: &'a str,
    title: String,
    line: Markup,
    large: bool,
    style: Safe<&'static str>,
    own_style: Safe<&'static str>,
    parts: Vec<Part<'a>>,
}

/// The page.
pub(in crate::report) fn document(trend: &Trend) -> String {
    let organization = words::organization(trend);
    let part = |id, title, body: &[Block]| Part { id, title, body: blocks(body) };
    let skipped = (!trend.skipped.is_empty()).then(|| part("skipped", "Not assessed", &[skipped(trend)]));
    let parts = [
        Part { id: "over-time", title: "Over time", body: over_time(trend) },
        part("revisions", "Revisions", &[revisions(trend)]),
    ];
    let about = part("about", "What to know about it", &about(trend));
    let page = Page {
        organization,
        // What cannot be seen is spelled before the name is cut, so that a tab of the browser holds it.
        title: format!("{}: readiness over time", truncate(&terminal(organization), TITLE)),
        line: text(&format!("{}. {}", words::inventory(trend), words::counts(trend))),
        large: trend.points.len() > MANY,
        style: Safe(STYLE.trim()),
        own_style: Safe(OWN_STYLE.trim()),
        parts: parts.into_iter().chain(skipped).chain([about]).collect(),
    };
    printed(&page).0 + "\n"
}

#[derive(Template)]
#[template(path = "trend-over.html")]
struct OverTime {
    headline: Markup,
    lines: Vec<Line>,
    gaps: Line,
    levels: Vec<(&'static str, &'static str, String)>,
    /// Months, each with how far from the left it begins, in percent of the width.
    months: Vec<(i64, String)>,
    first: String,
    last: String,
}

/// A count over time.
struct Line {
    name: String,
    now: String,
    by: String,
    class: &'static str,
    of: String,
    picture: Markup,
}

fn over_time(trend: &Trend) -> Markup {
    let last = trend.points.last();
    // The ends of the calendar, and not of the history: clocks go wrong, and days need not follow each other.
    let days = || trend.points.iter().map(|point| point.day);
    let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let open = |level: Level| last.map_or(0, |point| point.readiness.open(level));
    let levels = Level::ALL.iter().rev().map(|level| (level_class(*level), level.plain(), number(open(*level))));
    printed(&OverTime {
        headline: text(&words::headline(trend)),
        lines: words::measures(trend).map(|measure| measured(trend, measure)).collect(),
        gaps: open_gaps(trend),
        levels: levels.collect(),
        months: named_months(trend),
        first: day(days().min()),
        last: day(days().max()),
    })
}

fn measured(trend: &Trend, measure: &words::Measure) -> Line {
    let of = |point: &Point| Some(((measure.of)(&point.readiness)?, point.readiness.summary.applicable));
    let ends = [trend.points.first(), trend.points.last()].map(|point| point.and_then(of));
    let told = |end: Option<(usize, usize)>| {
        end.map_or_else(|| "not told".to_owned(), |(part, whole)| format!("{} of {}", number(part), number(whole)))
    };
    let [before, now] = ends;
    let by = before.zip(now).map_or(0, |((before, _), (now, _))| difference(before, now));
    let title = format!("Criteria over time: {}", measure.name);
    let description = format!("{}. {} at first, {} at last.", capital(measure.means), told(before), told(now));
    Line {
        name: capital(measure.name),
        now: told(now),
        by: if by == 0 { String::new() } else { words::signed(by) },
        class: if by > 0 { "better" } else { "worse" },
        of: now.map_or_else(String::new, |(part, whole)| format!("{}; {} at first", shown(part, whole), told(before))),
        picture: share(trend, &Told { key: measure.key, title: &title, description: &description }, of),
    }
}

fn open_gaps(trend: &Trend) -> Line {
    let open = |point: Option<&Point>| point.map_or(0, |point| point.readiness.summary.open_total());
    let (before, now) = (open(trend.points.first()), open(trend.points.last()));
    let most = trend.points.iter().map(|point| open(Some(point))).max().unwrap_or(0);
    let by = difference(before, now);
    let description = format!(
        "Open gaps by level, the gravest at the bottom. {} at first, {} at last, {} at most.",
        number(before),
        number(now),
        number(most)
    );
    Line {
        name: "Open gaps".to_owned(),
        now: number(now),
        by: if by == 0 { String::new() } else { words::signed(by) },
        class: if by < 0 { "better" } else { "worse" },
        of: format!("{} at first, {} at most", number(before), number(most)),
        picture: gaps(trend, &Told { key: "gaps", title: "Open gaps over time", description: &description }),
    }
}

fn difference(before: usize, now: usize) -> i64 {
    let whole = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    whole(now).saturating_sub(whole(before))
}

fn revisions(trend: &Trend) -> Block {
    let operation = trend.speaks_of_operation();
    let mut columns = vec![Column::Words("Day"), Column::Words("Revision"), Column::Number("Criteria")];
    columns.push(Column::Number("Design"));
    columns.extend(operation.then_some(Column::Number("Operation")));
    columns.extend(["Claimed / evidenced / tested", "Open gaps"].map(Column::Number));
    columns.push(Column::Words("From very high to very low"));
    columns.extend(["Since the one before", "Written", "Message"].map(Column::Words));
    let rows = trend.points.iter().map(|point| row(point, operation)).collect();
    let caption = "Criteria with no gap identified, coverage and open gaps of each revision, oldest first".to_owned();
    Block::Table(Table { id: "revisions-table".to_owned(), caption, columns, rows })
}

fn row(point: &Point, operation: bool) -> Vec<Markup> {
    let (readiness, summary) = (&point.readiness, &point.readiness.summary);
    let written = |tell: fn(&crate::model::trend::Revision) -> String| point.revision.as_ref().map(tell);
    let name = words::revision(point);
    let name = if point.revision.is_some() { code(&name) } else { strong(&text(&name)) };
    let mut row = vec![whole(point.day), name, whole(number(summary.applicable)), whole(number(summary.design.no_gap))];
    let told = summary.operation.map_or_else(|| text(""), |tally| whole(number(tally.no_gap)));
    row.extend(operation.then_some(told));
    let coverage = [summary.claimed, summary.evidenced, summary.tested].map(number);
    row.extend([coverage.join(" / "), number(summary.open_total())].map(whole));
    let levels = Level::ALL.iter().rev().map(|level| number(readiness.open(*level)));
    row.push(whole(levels.collect::<Vec<_>>().join(" / ")));
    row.push(text(&words::change(point.change.as_ref())));
    row.push(written(|revision| revision.authored.to_string()).map_or_else(|| text(""), whole));
    row.push(text(&written(|revision| revision.subject.clone()).unwrap_or_default()));
    row
}

fn skipped(trend: &Trend) -> Block {
    let rows = trend.skipped.iter().map(|one| {
        let revision = one.revision.as_ref();
        let day = revision.map_or_else(|| text("now"), |revision| whole(revision.committed));
        let name = revision.map_or_else(|| text("on the disk"), |revision| code(revision.short()));
        vec![day, name, prose(&words::why(one))]
    });
    let columns = ["Day", "Revision", "Why"].map(Column::Words).to_vec();
    let caption = "Revisions that could not be assessed, and are in no count".to_owned();
    Block::Table(Table { id: "skipped-table".to_owned(), caption, columns, rows: rows.collect() })
}

fn about(trend: &Trend) -> Vec<Block> {
    let terms = words::measures(trend).map(|measure| {
        Safe(format!("{}: criteria with {}.", strong(&text(&capital(measure.name))).0, text(measure.means).0))
    });
    let notes = words::notes(trend);
    let made = format!("Made with gapcheck {}.", env!("CARGO_PKG_VERSION"));
    vec![
        paragraph(&words::basis(trend)),
        Block::List(notes.iter().map(|note| prose(note)).collect()),
        Block::List(terms.collect()),
        paragraph(words::GAPS),
        paragraph(&made),
    ]
}
