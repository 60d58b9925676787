//! What to begin or to go on with in a week, in Markdown, to go into a message.

use crate::report::markdown::page::Page;
use crate::report::markdown::words as escaped;
use crate::report::plan::markdown::controls::how;
use crate::report::plan::page::PlanPage;
use crate::report::plan::words;
use crate::text::count::count;

/// The tasks of the week by owner, what is nobody's first.
pub(super) fn write(page: &PlanPage<'_>, text: &mut Page) {
    let groups = words::by_owner(page);
    if groups.is_empty() {
        text.block(&escaped::plain(&words::headline(page)));
    }
    for (owner, tasks) in groups {
        let owner = owner.map_or_else(|| "Nobody".to_owned(), escaped::plain);
        text.heading(3, &format!("{owner}: {}", count(tasks.len(), "task")));
        for numbered in tasks {
            let task = numbered.task;
            text.heading(4, &format!("{}. {}", numbered.number, escaped::sentence(task.title.trim_end_matches('.'))));
            let mut facts = vec![
                words::time(task).unwrap_or_default(),
                words::days(task.effort.likely),
                words::due(page, task),
                words::status(task),
            ];
            facts.extend(words::waits_for(page, task).map(|tasks| format!("after {tasks}")));
            facts.extend(task.ticket.as_deref().map(|ticket| format!("tracked at {}", escaped::code(ticket))));
            text.block(&format!("{}.", facts.join(" · ")));
            how(numbered, text);
        }
    }
}
