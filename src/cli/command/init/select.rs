//! A question with a few answers to choose from.

use inquire::{InquireError, Select};

/// What became of a question.
pub(super) type Asked = Result<(), InquireError>;

/// Asks for one of some answers, with the one known so far proposed.
pub(super) fn select<T: Copy + PartialEq>(
    question: &str,
    options: &[(&'static str, T)],
    known: Option<T>,
) -> Result<Option<T>, InquireError> {
    let at = options.iter().position(|(_, value)| known == Some(*value)).unwrap_or(0);
    let words: Vec<&'static str> = options.iter().map(|(words, _)| *words).collect();
    let chosen = Select::new(question, words)
        .with_starting_cursor(at)
        .without_filtering()
        .with_help_message("arrows to move, Enter to choose")
        .raw_prompt()?;
    Ok(options.get(chosen.index).map(|(_, value)| *value))
}
