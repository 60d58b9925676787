//! What a format is, whatever it prints: the assessment, the control matrix, what is due.

/// What a report came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Text.
    Text(String),
    /// A file that is no text, such as a workbook.
    Bytes(Vec<u8>),
    /// No report, since the format cannot say that there is nothing to report; and why, in a sentence for people.
    Nothing(String),
}

impl Content {
    /// What it is as text; of what is no text, nothing.
    #[must_use]
    pub fn into_text(self) -> String {
        match self {
            Self::Text(text) => text,
            Self::Bytes(_) | Self::Nothing(_) => String::new(),
        }
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// A format: a name, how files of it are known, and the function that makes the report.
pub struct FormatOf<Render: 'static> {
    /// Its name on the command line.
    pub name: &'static str,
    /// The extension by which `--output` knows it, without the dot.
    pub extension: &'static str,
    /// What it is for, in a line.
    pub summary: &'static str,
    /// Whether its text carries styles for a terminal.
    pub styled: bool,
    /// Makes the report.
    pub render: Render,
}

/// The formats something can be printed in, in the order of the help.
pub type Formats<Render> = &'static [&'static FormatOf<Render>];

/// The format of a name.
#[must_use]
pub fn by_name<Render>(formats: Formats<Render>, name: &str) -> Option<&'static FormatOf<Render>> {
    formats.iter().copied().find(|format| format.name == name)
}

/// The format that an extension stands for.
#[must_use]
pub fn by_extension<Render>(formats: Formats<Render>, extension: &str) -> Option<&'static FormatOf<Render>> {
    formats.iter().copied().find(|format| format.extension == extension)
}
