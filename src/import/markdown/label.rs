//! A label before a text, as people write the fields of a control: `**Owner**: Jane`, `- Evidence types: logs`.

/// The longest label that is not set in bold.
const LONGEST: usize = 40;
/// The most words of one.
const WORDS: usize = 5;

/// A line of text, and how much of its beginning is bold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// What is bold at its beginning.
    pub bold: String,
    /// The rest.
    pub text: String,
}

impl Line {
    /// The whole text.
    #[must_use]
    pub fn whole(&self) -> String {
        format!("{}{}", self.bold, self.text).trim().to_owned()
    }

    /// Its label that is bold and what it says, where it has one.
    #[must_use]
    pub fn bold_label(&self) -> Option<(String, String)> {
        let bold = self.bold.trim();
        let (label, rest) = match bold.strip_suffix(':') {
            Some(label) => (label, self.text.as_str()),
            None => (bold, self.text.trim_start().strip_prefix(':')?),
        };
        (!label.is_empty()).then(|| (label.trim().to_owned(), rest.trim().to_owned()))
    }

    /// Its label, bold or plain; a plain one is short.
    #[must_use]
    pub fn label(&self) -> Option<(String, String)> {
        self.bold_label().or_else(|| {
            let whole = self.whole();
            let (label, rest) = whole.split_once(':')?;
            let short = label.chars().count() <= LONGEST && label.split_whitespace().count() <= WORDS;
            let set_off = rest.is_empty() || rest.starts_with(' ');
            let words = label.starts_with(char::is_alphabetic) && !label.contains(['.', '(', '[', '`']);
            (short && set_off && words).then(|| (label.trim().to_owned(), rest.trim().to_owned()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(bold: &str, text: &str) -> Line {
        Line { bold: bold.to_owned(), text: text.to_owned() }
    }

    fn pair(label: &str, text: &str) -> (String, String) {
        (label.to_owned(), text.to_owned())
    }

    #[test]
    fn labels_are_bold_or_short() {
        assert_eq!(line("Owner", ": Jane").label(), Some(pair("Owner", "Jane")));
        assert_eq!(line("Owner:", " Jane").label(), Some(pair("Owner", "Jane")));
        assert_eq!(line("", "Evidence types: logs, tickets").label(), Some(pair("Evidence types", "logs, tickets")));
        assert_eq!(line("", "Evidence types: logs").bold_label(), None);
        assert_eq!(line("Never", " share a password").label(), None);
        assert_eq!(line("", "https://example.org").label(), None);
        assert_eq!(line("", "What follows is a whole sentence with a colon: here").label(), None);
    }
}
