//! The action plan in Markdown, a row a task.

use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::Page;
use crate::report::markdown::words as escaped;
use crate::report::plan::page::{Numbered, PlanPage};
use crate::report::plan::series;
use crate::report::plan::words;

/// Number, issue, recommended action, responsible, resources, estimated completion, and the rest.
pub(super) fn write(page: &PlanPage<'_>, text: &mut Page) {
    let mut rows = page.tasks().map(|numbered| row(page, numbered)).peekable();
    if rows.peek().is_none() {
        text.block(&escaped::plain(&words::headline(page)));
        return;
    }
    by_series(page, text);
    let mut columns = vec![Number("No."), Words("Issue"), Words("Recommended action"), Words("Responsible")];
    columns.extend([Words("Resources"), Words("Estimated completion"), Words("Effort"), Words("Due")]);
    columns.extend([Words("Depends on"), Words("Status"), Words("Tracked at")]);
    text.table(&columns, rows);
}

/// The criteria without any control by series, where they are many.
fn by_series(page: &PlanPage<'_>, text: &mut Page) {
    let series = series::without_control(page);
    if series.is_empty() {
        return;
    }
    text.block(&series::headline(&series));
    let columns = [Words("Series"), Number("Criteria"), Words("Tasks"), Words("Effort"), Words("Work")];
    let rows = series.into_iter().map(|of| {
        vec![
            format!("{} {}", of.id, escaped::plain(of.title)),
            of.criteria.to_string(),
            format!("no. {}", of.numbers),
            of.effort,
            of.time,
        ]
    });
    text.table(&columns, rows);
}

fn row(page: &PlanPage<'_>, Numbered { number, task }: Numbered<'_>) -> Vec<String> {
    let due = if task.due < page.assessment.as_of { format!("**{}**", task.due) } else { task.due.to_string() };
    vec![
        number.to_string(),
        escaped::sentence(page.issue(task)),
        escaped::sentence(&task.title),
        page.owner(task).map_or_else(|| "**unassigned**".to_owned(), escaped::plain),
        escaped::plain(&task.resources),
        words::day(task.finish),
        task.effort.to_string(),
        due,
        words::waits_for(page, task).unwrap_or_default(),
        words::status(task),
        task.ticket.as_deref().map(escaped::code).unwrap_or_default(),
    ]
}
