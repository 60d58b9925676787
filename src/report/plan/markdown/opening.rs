//! What a founder asks first, in Markdown.

use crate::report::account;
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::Page;
use crate::report::markdown::words as escaped;
use crate::report::plan::page::PlanPage;
use crate::report::plan::threats::{self, Told};
use crate::report::plan::words;
use crate::text::capital::capital;

/// Whose plan it is, of what, and how much there is to do.
pub(super) fn write(page: &PlanPage<'_>, text: &mut Page) {
    let assessment = page.assessment;
    let names = [Some(&assessment.inventory.organization), assessment.inventory.scope.system.as_ref()];
    let names: Vec<String> = names.into_iter().flatten().map(|name| escaped::plain(name)).collect();
    text.heading(1, &format!("{}: remediation plan", names.join(" · ")));
    text.block(&format!("{}. Planned on {}.", escaped::plain(&account::scope_line(assessment)), assessment.as_of));
    text.block(&format!("**{}**", escaped::plain(&words::headline(page))));
}

/// What threatens the report, the worst first.
pub(super) fn threats(page: &PlanPage<'_>, text: &mut Page) {
    let told = threats::threats(page).into_iter();
    let row = |Told { threat, numbers, because }: Told| {
        vec![capital(words::threat(threat)), numbers, escaped::sentence(&because)]
    };
    let mut rows = told.map(row).peekable();
    if rows.peek().is_none() {
        text.block(if page.is_whole() { words::NO_THREAT } else { "Nothing of this part." });
        return;
    }
    text.table(&[Words("Threat"), Number("No."), Words("What is the matter")], rows);
}

/// The verdict, the forecast, and the critical path.
pub(super) fn verdict(page: &PlanPage<'_>, text: &mut Page) {
    if let Some(verdict) = &page.plan().verdict {
        text.block(&format!("**{}**", escaped::plain(verdict)));
    }
    text.block(&words::progress(page));
    text.list(words::forecast(page));
    let steps = words::critical_path(page);
    if steps.is_empty() {
        return;
    }
    text.heading(3, "Critical path");
    text.block(words::PATH);
    let columns =
        [Number("No."), Words("Task"), Words("Responsible"), Words("Start"), Words("Finish"), Words("Why not earlier")];
    text.table(
        &columns,
        steps.into_iter().map(|step| {
            let task = step.of.task;
            vec![
                step.of.number.to_string(),
                escaped::sentence(&task.title),
                escaped::plain(page.owner(task).unwrap_or("unassigned")),
                words::day(task.start),
                words::day(task.finish),
                escaped::plain(&step.because),
            ]
        }),
    );
}

/// How the days came about, and what else there is to say.
pub(super) fn method(page: &PlanPage<'_>, text: &mut Page) {
    text.list(page.plan().notes.iter().map(|note| escaped::sentence(note)));
    text.block(words::METHOD);
    text.block(words::EFFORTS);
}
