//! The trend in Markdown: a sparkline for each count, then a table of the revisions.

use crate::model::level::Level;
use crate::model::trend::{Point, Trend};
use crate::report::account;
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::{Column, Page};
use crate::report::markdown::words as escaped;
use crate::report::trend::lines::lines;
use crate::report::trend::{TrendFormat, words};
use crate::text::count::number;

/// The format `markdown`.
pub(super) static FORMAT: TrendFormat = TrendFormat {
    name: "markdown",
    extension: "md",
    summary: "sparklines and a table, as GitHub shows them",
    styled: false,
    render,
};

/// The longest line of signs.
const SIGNS: usize = 40;
const LINES: [Column; 5] = [Words("Count"), Number("First"), Words("Over time"), Number("Last"), Number("Change")];
const REVISIONS: [Column; 10] = [
    Words("Day"),
    Words("Revision"),
    Number("Criteria"),
    Number("Design"),
    Number("Operation"),
    Number("Claimed / evidenced / tested"),
    Number("Open gaps"),
    Words("From very high to very low"),
    Words("Since the one before"),
    Words("Message"),
];

fn render(trend: &Trend, _: usize) -> String {
    let mut page = Page::default();
    page.heading(1, &format!("{}: readiness over time", escaped::plain(words::organization(trend))));
    page.block(&format!("**{}**", escaped::plain(&words::headline(trend))));
    page.block(&format!("{} {}", escaped::code(&words::inventory(trend)), escaped::plain(&words::counts(trend))));
    page.block(&escaped::plain(&words::basis(trend)));
    page.heading(2, "From the first to the last");
    page.table(
        &LINES,
        lines(trend).iter().map(|line| {
            let [first, last] = line.ends.clone();
            let by = line.by.map(words::signed).unwrap_or_default();
            vec![line.name.to_owned(), first, line.spark(SIGNS), last, by]
        }),
    );
    page.list(words::measures(trend).map(|measure| format!("{}: {}", measure.name, measure.means)));
    page.block(words::GAPS);
    page.heading(2, "Revisions");
    page.table(&REVISIONS, trend.points.iter().map(row));
    if !trend.skipped.is_empty() {
        page.heading(2, "Not assessed");
        page.list(trend.skipped.iter().map(|skipped| escaped::sentence(&words::skipped(skipped))));
    }
    page.heading(2, "What to know about it");
    page.list(words::notes(trend).iter().map(|note| escaped::sentence(note)));
    page.block(account::LIMITS);
    page.into_text()
}

fn row(point: &Point) -> Vec<String> {
    let (readiness, summary) = (&point.readiness, &point.readiness.summary);
    let levels = Level::ALL.iter().rev().map(|level| number(readiness.open(*level)));
    let coverage = [summary.claimed, summary.evidenced, summary.tested].map(number);
    let subject = point.revision.as_ref().map_or("", |revision| revision.subject.as_str());
    vec![
        point.day.to_string(),
        escaped::code(&words::revision(point)),
        number(summary.applicable),
        number(summary.design.no_gap),
        summary.operation.map(|tally| number(tally.no_gap)).unwrap_or_default(),
        coverage.join(" / "),
        number(summary.open_total()),
        levels.collect::<Vec<_>>().join(" / "),
        words::change(point.change.as_ref()),
        escaped::plain(subject),
    ]
}
