//! What a format is, whatever it prints: the assessment, the control matrix, what is due.

/// A format: a name, how files of it are known, and the function that makes the text.
pub struct FormatOf<Render: 'static> {
    /// Its name on the command line.
    pub name: &'static str,
    /// The extension by which `--output` knows it, without the dot.
    pub extension: &'static str,
    /// What it is for, in a line.
    pub summary: &'static str,
    /// Whether its text carries styles for a terminal.
    pub styled: bool,
    /// Makes the text.
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
