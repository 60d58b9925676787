//! The interview: a question after the other, back with Esc, out with Ctrl-C.

use anyhow::{Context, Result};
use inquire::InquireError;
use inquire::ui::RenderConfig;

use crate::cli::command::init::draft::Draft;
use crate::cli::command::init::steps::STEPS;
use crate::io::{output, terminal};
use crate::model::date::Date;

/// How an interview ended.
pub(super) enum Interview {
    /// With an answer to everything.
    Over(Box<Draft>),
    /// Whoever was asked left.
    Left,
}

const OPENING: &str = "\
A few questions, and gapcheck writes an inventory to begin with. Enter takes
what is proposed, Esc goes back, Ctrl-C leaves without writing anything.

";

/// Asks for what the flags left open.
///
/// # Errors
///
/// When the terminal fails.
pub(super) fn ask(given: Draft, today: Date) -> Result<Interview> {
    let colours =
        if terminal::messages_are_coloured() { RenderConfig::default_colored() } else { RenderConfig::empty() };
    inquire::set_global_render_config(colours);
    output::tell(OPENING);
    // A question that a flag has answered is not asked, not even on the way back.
    let open: Vec<_> = STEPS.iter().filter(|step| !(step.given)(&given)).collect();
    let mut draft = given;
    let mut asked: Vec<usize> = Vec::new();
    let mut at = 0;
    while let Some(step) = open.get(at) {
        if !(step.applies)(&draft) {
            at += 1;
            continue;
        }
        match (step.ask)(&mut draft, today) {
            Ok(()) => {
                asked.push(at);
                at += 1;
            }
            Err(InquireError::OperationCanceled) => match asked.pop() {
                Some(before) => at = before,
                None => return Ok(Interview::Left),
            },
            Err(InquireError::OperationInterrupted) => return Ok(Interview::Left),
            Err(error) => return Err(error).context("the terminal cannot be asked"),
        }
    }
    Ok(Interview::Over(Box::new(draft)))
}
