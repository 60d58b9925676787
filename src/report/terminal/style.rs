//! The colours, and what they stand for. Each goes with a word or a shape that says the same.

use std::fmt::Display;

use anstyle::{AnsiColor, Style};

use crate::model::level::Level;

/// What is read first.
pub const STRONG: Style = Style::new().bold();
/// What is read last.
pub const FAINT: Style = Style::new().dimmed();
/// What is neither good nor bad.
pub const NEUTRAL: Style = AnsiColor::Cyan.on_default();
/// What is as it should be.
pub const GOOD: Style = AnsiColor::Green.on_default();
/// What somebody has to look at.
pub const ATTENTION: Style = AnsiColor::Yellow.on_default();
/// What nobody looked at.
pub const UNKNOWN: Style = AnsiColor::Magenta.on_default();
/// What is not there.
pub const BAD: Style = AnsiColor::Red.on_default();

/// Puts a text in a style.
pub fn paint(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

/// The style of a level of risk.
pub const fn of_level(level: Level) -> Style {
    match level {
        Level::VeryHigh => BAD.bold(),
        Level::High => BAD,
        Level::Moderate => ATTENTION,
        Level::Low => NEUTRAL,
        Level::VeryLow => FAINT,
    }
}
