//! `gapcheck init`: a first inventory from flags, and on a terminal from questions.

mod draft;
mod files;
mod interview;
mod promises;
mod select;
mod steps;

use anyhow::{Result, bail};

use crate::cli::args::Init;
use crate::cli::command::init::draft::Draft;
use crate::cli::command::init::files::Plan;
use crate::cli::command::init::interview::Interview;
use crate::cli::exit::Exit;
use crate::init;
use crate::init::Start;
use crate::init::answers::Answers;
use crate::init::reference::Reference;
use crate::io::{clock, output, terminal};
use crate::load;
use crate::text::count::count;
use crate::text::escape::terminal as shown;

/// Writes a first inventory.
///
/// # Errors
///
/// When an answer is missing or cannot be meant, a file is there already, or a file cannot be written.
pub fn run(args: &Init) -> Result<Exit> {
    let plan = Plan::of(args)?;
    let reference = init::reference::bundled()?;
    let Some(answers) = answers(args, &plan, &reference)? else {
        output::tell("Left: nothing was written.\n");
        return Ok(Exit::CouldNot);
    };
    let catalog = load::catalog::bundled()?;
    let start = init::start(&answers, &catalog, &reference, plan.policies())?;
    if plan.prints() {
        output::print_plain(&start.inventory)?;
        output::tell(&plan.left_out(&start));
        return Ok(Exit::Done);
    }
    plan.write(&start)?;
    output::print(&written(&plan, &start))?;
    Ok(Exit::Done)
}

/// The answers, from flags, from questions, or by default; `None` where whoever was asked left.
fn answers(args: &Init, plan: &Plan, reference: &Reference) -> Result<Option<Answers>> {
    let today = clock::today();
    let draft = Draft::of(&args.answers, today)?;
    if args.yes {
        return draft.by_default(today).map(Some);
    }
    if terminal::can_ask() {
        plan.refuse_before_asking(reference)?;
        return Ok(match interview::ask(draft, today)? {
            Interview::Over(draft) => Some((*draft).finished(today)?),
            Interview::Left => None,
        });
    }
    let missing = draft.missing();
    if !missing.is_empty() {
        bail!(
            "there is no terminal to ask on, and not given are {}\nfor example: gapcheck init --organization \"Acme Inc.\" \
             --system \"Acme Cloud\" --category security,availability --report type1 --people 4\nor take the defaults for \
             all but the first: gapcheck init --organization \"Acme Inc.\" --yes",
            crate::text::list::and(missing)
        );
    }
    draft.finished(today).map(Some)
}

/// What was written, and what to do next.
fn written(plan: &Plan, start: &Start) -> String {
    let file = shown(&plan.file()).into_owned();
    let (controls, criteria) = (count(start.controls, "control"), count_criteria(start.criteria));
    let mut lines = vec![format!("{file}: {controls} for {criteria}, all planned, none claimed")];
    if let Some(folder) = plan.folder() {
        let skeletons = count(start.skeletons.len(), "skeleton");
        let folder = shown(&folder).into_owned();
        lines.push(format!("{folder}: {skeletons} of policies and procedures, none in force"));
    }
    let path = quoted(&plan.file());
    lines.push(format!("\nNext:\n  gapcheck assess {path}\n  gapcheck plan {path}\n"));
    lines.join("\n")
}

fn count_criteria(number: usize) -> String {
    if number == 1 { "1 criterion".to_owned() } else { format!("{number} criteria") }
}

/// A path as it can be typed.
fn quoted(path: &str) -> String {
    let plain = path.chars().all(|c| c.is_alphanumeric() || "-_./\\:".contains(c));
    let text = shown(path);
    if plain { text.into_owned() } else { format!("\"{text}\"") }
}
