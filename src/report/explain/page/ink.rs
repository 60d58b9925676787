//! Bold and code on escaped and wrapped text.

use anstyle::{AnsiColor, Style};

use crate::text::escape;
use crate::text::wrap::wrap;

const BOLD: Style = Style::new().bold();
const CODE: Style = AnsiColor::Cyan.on_default();

/// A text in bold.
pub(super) fn bold(text: &str, width: usize) -> String {
    let text = escape::terminal(text);
    paint(&wrap(&text, width, ""), inked(&text))
}

/// How many characters of a text leave ink: wrapping changes only blanks, so that they can be counted off afterwards.
pub(super) fn inked(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Styles escaped and wrapped text: so many characters from its start in bold, and code in the colour of code.
///
/// Every line is closed, so that no style runs into what a pager or a table puts beside it.
pub(super) fn paint(wrapped: &str, mut in_bold: usize) -> String {
    let mut ticks = wrapped.matches('`').count();
    let mut in_code = false;
    let mut lines = Vec::new();
    for line in wrapped.split('\n') {
        let mut painted = String::with_capacity(line.len() + 16);
        let mut current = Style::new();
        for c in line.chars() {
            if !c.is_whitespace() {
                let tick = c == '`';
                // A backtick without a second one is no code.
                let paired = tick && (in_code || ticks > 1);
                ticks -= usize::from(tick);
                let style = match (in_bold > 0, in_code || paired) {
                    (true, _) => BOLD,
                    (false, true) => CODE,
                    (false, false) => Style::new(),
                };
                in_code ^= paired;
                in_bold = in_bold.saturating_sub(1);
                if style != current {
                    painted += &current.render_reset().to_string();
                    painted += &style.render().to_string();
                    current = style;
                }
            }
            painted.push(c);
        }
        lines.push(format!("{painted}{}", current.render_reset()));
    }
    lines.join("\n")
}
