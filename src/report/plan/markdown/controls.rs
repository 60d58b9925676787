//! The control implementation plan in Markdown.

use crate::report::markdown::page::Page;
use crate::report::markdown::words as escaped;
use crate::report::plan::page::{Numbered, PlanPage};
use crate::report::plan::{options, words};

/// Each control that has to be put in place, mended or described: who, when, how, and how one can tell that it is done.
pub(super) fn write(page: &PlanPage<'_>, text: &mut Page) {
    let mut tasks = page.controls().peekable();
    let by = options::in_place_by(page.plan());
    match (tasks.peek(), by) {
        (None, _) => text.block(words::NO_CONTROL),
        (Some(_), Some(by)) => text.block(&escaped::plain(&by)),
        (Some(_), None) => {}
    }
    for numbered in tasks {
        let task = numbered.task;
        let last = options::last_start(page.plan(), &task.id);
        let last = last.map(|last| ("Last day to start", options::told(last)));
        let facts = [
            ("Owner", page.owner(task).map_or_else(|| "**unassigned**".to_owned(), escaped::plain)),
            ("Start", words::day(task.start)),
            ("Finish", words::day(task.finish)),
        ];
        let facts = facts.into_iter().chain(last).map(|(name, fact)| format!("{name}: {fact}"));
        heading(numbered, text);
        text.block(&format!("{}.", facts.collect::<Vec<_>>().join(" · ")));
        how(numbered, text);
    }
}

/// Number and title of a task.
pub(super) fn heading(Numbered { number, task }: Numbered<'_>, text: &mut Page) {
    text.heading(3, &format!("{number}. {}", escaped::sentence(task.title.trim_end_matches('.'))));
}

/// The steps of a task, when it is done, and what proves it.
pub(super) fn how(Numbered { task, .. }: Numbered<'_>, text: &mut Page) {
    text.steps(task.steps.iter().map(|step| escaped::sentence(step)));
    if !task.done_when.is_empty() {
        text.block(&format!("**Done when:** {}", escaped::sentence(&task.done_when)));
    }
    if !task.proof.is_empty() {
        let proof: Vec<String> = task.proof.iter().map(|proof| escaped::sentence(proof)).collect();
        text.block(&format!("**Proof:** {}.", proof.join("; ")));
    }
}
