//! What the terminal can show.

use std::io::IsTerminal;

/// How wide text is laid out where no terminal says otherwise.
pub const PLAIN_WIDTH: usize = 100;

/// Whether standard output is a terminal.
#[must_use]
pub fn is_terminal() -> bool {
    std::io::stdout().is_terminal()
}

/// The width to lay text out for: the terminal's, within what can be read, or `COLUMNS`, or [`PLAIN_WIDTH`] in a pipe.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "the one place that asks for the width")]
pub fn width() -> usize {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse::<usize>().ok());
    let seen = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let width = if is_terminal() { seen.or(asked) } else { asked };
    width.unwrap_or(PLAIN_WIDTH).clamp(40, 400)
}

/// Whether somebody can be asked: what is typed comes from a terminal, and messages go to one.
#[must_use]
pub fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Whether messages may be coloured, by the choice made for the whole run.
#[must_use]
pub fn messages_are_coloured() -> bool {
    anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never
}
