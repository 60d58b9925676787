//! Texts as OSCAL wants them: lines, Markdown and moments. What comes from an inventory is escaped here and nowhere else.

use crate::model::date::Date;
use crate::report::markdown::words;
use crate::text::escape;

/// The last day an OSCAL moment can lie on: the pattern of the format ends with the year 2999.
const LAST_YEAR: i32 = 2999;

/// A value that is no Markdown: one line, nothing hidden, no blank around it; `None` where nothing is left.
pub(super) fn line(text: &str) -> Option<String> {
    let seen = escape::terminal(text);
    let line = seen.trim();
    (!line.is_empty()).then(|| line.to_owned())
}

/// A line of Markdown; what stands in for it where nothing is left.
pub(super) fn title(text: &str, otherwise: &str) -> String {
    let title = words::sentence(text);
    if title.is_empty() { words::sentence(otherwise) } else { title }
}

/// A paragraph of Markdown.
pub(super) fn paragraph(text: &str) -> String {
    words::sentence(text)
}

/// Paragraphs one below the other; those that say nothing are left out.
pub(super) fn paragraphs<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> String {
    let paragraphs = texts.into_iter().map(|text| paragraph(text.as_ref())).filter(|paragraph| !paragraph.is_empty());
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

/// A list under a line that leads to it; nothing where nothing is listed.
pub(super) fn list<T: AsRef<str>>(lead: &str, items: impl IntoIterator<Item = T>) -> Option<String> {
    let items: Vec<String> = items.into_iter().map(|item| format!("- {}", paragraph(item.as_ref()))).collect();
    (!items.is_empty()).then(|| format!("{lead}\n\n{}", items.join("\n")))
}

/// The beginning of a day, in a form every reader takes.
pub(super) fn moment(day: Date) -> String {
    let (year, _) = day.month();
    if year > LAST_YEAR { format!("{LAST_YEAR}-12-31T00:00:00Z") } else { format!("{day}T00:00:00Z") }
}
