//! The catalog on a terminal: a table of all criteria, or the page of each one asked for.

use crate::model::catalog::{Criterion, Point, Series};
use crate::report::criteria::CriteriaFormat;
use crate::report::criteria::choice::{Choice, Chosen};
use crate::report::criteria::words;
use crate::text::count::count;
use crate::text::escape;
use crate::text::list::and;
use crate::text::wrap::{truncate, width, wrap};

/// Text for people.
pub(super) static FORMAT: CriteriaFormat =
    CriteriaFormat { name: "terminal", summary: "text for people: a table, or a page for each id", render };

/// What a row of the table takes beside its title: the id before it, then level, points of focus and impact.
const BESIDE_TITLE: usize = 8 + 2 + 8 + 6 + 2 + 9;
/// The narrowest and the widest a title column gets.
const TITLE_WIDTH: std::ops::RangeInclusive<usize> = 24..=56;

fn render(choice: &Choice<'_>, width: usize) -> String {
    if choice.overview {
        return table(choice, width);
    }
    let pages: Vec<String> = choice.criteria.iter().map(|chosen| page(chosen, choice, width)).collect();
    pages.join("\n\n")
}

fn table(choice: &Choice<'_>, width: usize) -> String {
    let room = width.saturating_sub(BESIDE_TITLE).clamp(*TITLE_WIDTH.start(), *TITLE_WIDTH.end());
    let edition = &choice.catalog.edition;
    let points: usize = choice.criteria.iter().map(|chosen| chosen.points.len()).sum();
    let mut lines = vec![
        edition.name.clone(),
        format!("{} and {}", count(choice.criteria.len(), "criterion"), count(points, "point of focus")),
        words::wording(choice).to_owned(),
        String::new(),
        row(["id", "title", "level", "points", "impact"], room),
    ];
    for series in &choice.catalog.series {
        lines.push(String::new());
        lines.push(heading(series));
        let members = choice.criteria.iter().filter(|chosen| chosen.criterion.id.series() == series.id);
        lines.extend(members.map(|chosen| member(chosen, room)));
    }
    lines.push(String::new());
    lines.push(
        "`gapcheck criteria ID` shows the whole page of a criterion, series, category or point of focus.".to_owned(),
    );
    shown(&lines, width)
}

fn heading(series: &Series) -> String {
    format!("{} {} ({})", series.id, series.title, series.category.plain())
}

fn member(chosen: &Chosen<'_>, room: usize) -> String {
    let criterion = chosen.criterion;
    let points = chosen.points.len().to_string();
    let (level, impact) = (criterion.level.word(), criterion.impact.level.plain());
    row([&criterion.id.to_string(), &criterion.title, level, &points, impact], room)
}

/// A row of the table; the id stands two cells in, under its series.
fn row([id, title, level, points, impact]: [&str; 5], room: usize) -> String {
    let title = truncate(&escape::terminal(title), room);
    let pad = " ".repeat(room.saturating_sub(width(&title)));
    format!("  {id:<6}{title}{pad}  {level:<8}{points:>6}  {impact}")
}

fn page(chosen: &Chosen<'_>, choice: &Choice<'_>, width: usize) -> String {
    let criterion = chosen.criterion;
    let mut page = Page { lines: Vec::new(), width };
    page.line(&format!("{} {}", criterion.id, criterion.title));
    let series = choice.catalog.series.iter().find(|series| series.id == criterion.id.series());
    page.line(&series.map(heading).unwrap_or_default());
    page.section(if criterion.official.is_some() { "What it asks (official wording)" } else { "What it asks" });
    page.text(criterion.wording());
    facts(&mut page, criterion);
    page.list("Expected evidence", &criterion.evidence);
    page.list("Typical controls", &criterion.controls);
    page.steps("Where nothing is in place, in this order", &criterion.remediation);
    let all = criterion.points.len();
    page.section(&match chosen.points.len() {
        some if some < all => format!("{some} of {}", count(all, "point of focus")),
        _ => count(all, "point of focus"),
    });
    page.text("Aids to reading the criterion, never requirements.");
    for point in &chosen.points {
        page.point(criterion, point, choice.catalog.edition.revision);
    }
    page.done()
}

fn facts(page: &mut Page, criterion: &Criterion) {
    page.section("At a glance");
    page.text(&format!("Judged: {}", words::judged(criterion.level)));
    page.text(&format!("Areas: {}", and(criterion.areas.iter().map(|area| area.plain()))));
    page.text(&format!("Impact of a failure: {}. {}", criterion.impact.level.plain(), criterion.impact.because));
    page.text(&format!("Kinds of control that can address it: {}", and(&criterion.kinds)));
    if let Some(principle) = criterion.principle {
        page.text(&format!("COSO principle: {principle}"));
    }
}

/// A page as it grows.
struct Page {
    lines: Vec<String>,
    width: usize,
}

impl Page {
    fn line(&mut self, text: &str) {
        self.lines.push(wrap(&escape::terminal(text), self.width, ""));
    }

    fn section(&mut self, title: &str) {
        self.lines.push(String::new());
        self.line(title);
    }

    fn text(&mut self, text: &str) {
        self.lines.push(wrap(&escape::terminal_block(text), self.width, "  "));
    }

    /// A text behind a mark, its further lines under its own beginning.
    fn hanging(&mut self, mark: &str, text: &str) {
        let indent = " ".repeat(width(mark));
        let wrapped = wrap(&escape::terminal(text), self.width, &indent);
        self.lines.push(format!("{mark}{}", wrapped.trim_start()));
    }

    fn list(&mut self, title: &str, items: &[String]) {
        self.section(title);
        for item in items {
            self.hanging("  - ", item);
        }
    }

    fn steps(&mut self, title: &str, steps: &[String]) {
        self.section(title);
        for (number, step) in (1..).zip(steps) {
            self.hanging(&format!("  {number}. "), step);
        }
    }

    fn point(&mut self, criterion: &Criterion, point: &Point, year: u16) {
        self.lines.push(String::new());
        self.hanging("  ", &format!("{}/{}: {}", criterion.id, point.slug, point.title));
        let mark = if point.official.is_some() { " (official wording)" } else { "" };
        self.hanging("    ", &format!("{}{mark}", point.wording()));
        let applies = format!("Applies {}", words::applies(&point.applies));
        let revised = words::revised(point.revised, year).map(|revised| format!("; {revised}")).unwrap_or_default();
        self.hanging("    ", &format!("{applies}{revised}."));
    }

    fn done(self) -> String {
        self.lines.join("\n") + "\n"
    }
}

/// Lines that are no wider than the terminal where they can be broken; those of the table stay whole.
fn shown(lines: &[String], width: usize) -> String {
    let fold = |line: &String| if line.starts_with("  ") { line.clone() } else { wrap(line, width, "") };
    lines.iter().map(fold).collect::<Vec<_>>().join("\n") + "\n"
}
