//! The tasks with their steps: those of a week, and those that put controls to work.

use askama::Template;

use crate::report::html::block::{Block, printed, words as said};
use crate::report::html::markup::{Markup, prose, text};
use crate::report::html::plan::in_a_line;
use crate::report::html::view::View;
use crate::report::plan::options;
use crate::report::plan::page::{Numbered, PlanPage};
use crate::report::plan::words;
use crate::text::count::count;

#[derive(Template)]
#[template(path = "steps.html")]
struct Steps {
    tasks: Vec<Told>,
}

/// A task with its steps.
struct Told {
    number: usize,
    title: Markup,
    facts: Markup,
    steps: Vec<Markup>,
    done_when: Markup,
    proof: Vec<Markup>,
}

fn told(Numbered { number, task }: Numbered<'_>, facts: Markup) -> Told {
    Told {
        number,
        title: prose(task.title.trim_end_matches('.')),
        facts,
        steps: task.steps.iter().map(|step| prose(step)).collect(),
        done_when: prose(&task.done_when),
        proof: task.proof.iter().map(|proof| prose(proof)).collect(),
    }
}

fn steps(tasks: Vec<Told>) -> Block {
    Block::Whole(printed(&Steps { tasks }))
}

/// What to begin or to go on with in the week, by owner, what is nobody's first.
pub(super) fn week(view: &View<'_>, _: &PlanPage<'_>) -> Vec<Block> {
    let page = PlanPage::of(view.assessment).this_week();
    let mut all = vec![said(&words::headline(&page))];
    for (owner, tasks) in words::by_owner(&page) {
        let owner = format!("{}: {}", owner.unwrap_or("Nobody"), count(tasks.len(), "task"));
        all.push(Block::Words(crate::report::html::markup::strong(&text(&owner))));
        let tasks = tasks.into_iter().map(|of| {
            let task = of.task;
            let mut facts = vec![
                text(&words::time(task).unwrap_or_default()),
                text(&words::days(task.effort.likely)),
                text(&words::due(&page, task)),
                text(&words::status(task)),
            ];
            facts.extend(words::waits_for(&page, task).map(|tasks| text(&format!("after {tasks}"))));
            told(of, in_a_line(facts))
        });
        all.push(steps(tasks.collect()));
    }
    all
}

/// Each control that has to be put in place, mended or described: who, when, how, and how one can tell that it is done.
pub(super) fn controls(_: &View<'_>, page: &PlanPage<'_>) -> Vec<Block> {
    let tasks = page.controls().map(|of| {
        let task = of.task;
        let last = options::last_start(page.plan(), &task.id).map(options::told);
        let facts = [
            Some(format!("Owner: {}", page.owner(task).unwrap_or("unassigned"))),
            Some(format!("Start: {}", words::day(task.start))),
            Some(format!("Finish: {}", words::day(task.finish))),
            last.map(|last| format!("Last day to start: {last}")),
        ];
        told(of, in_a_line(facts.into_iter().flatten().map(|fact| text(&fact))))
    });
    let tasks: Vec<Told> = tasks.collect();
    if tasks.is_empty() {
        return vec![said(words::NO_CONTROL)];
    }
    let by = options::in_place_by(page.plan()).map(|by| said(&by));
    by.into_iter().chain([steps(tasks)]).collect()
}
