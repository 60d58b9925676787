//! The YAML parser's complaints in words a tired person understands.

use granit_parser::ErrorKind;

/// A message and, where there is one, the way out of it.
pub(super) struct Complaint {
    pub message: String,
    pub help: Option<&'static str>,
}

/// Rewords what the parser says; what is not reworded keeps the parser's own sentence.
pub(super) fn reword(kind: &ErrorKind) -> Complaint {
    if let ErrorKind::UnexpectedCharacter { character } = kind {
        let message = format!("the character `{}` cannot begin a value", character.escape_debug());
        return Complaint { message, help: Some("put the text in quotes") };
    }
    match known(kind) {
        Some((message, help)) => Complaint { message: message.to_owned(), help: Some(help) },
        None => Complaint { message: format!("this is not YAML: {kind}"), help: None },
    }
}

/// Whether the complaint is of a tab where only spaces may stand.
pub(super) fn is_tab(kind: &ErrorKind) -> bool {
    use ErrorKind as E;
    matches!(
        kind,
        E::TabNotAllowed
            | E::TabInBlockIndentation
            | E::TabInIndentation
            | E::TabAtBlockScalarStart
            | E::TabInPlainScalar
    )
}

/// What is wrong and the way out of it, for the faults people make.
fn known(kind: &ErrorKind) -> Option<(&'static str, &'static str)> {
    use ErrorKind as E;
    let said = match kind {
        tab if is_tab(tab) => {
            ("a tab stands where YAML allows only spaces", "indent with spaces; most editors can convert tabs")
        }
        E::RecursionLimitExceeded => {
            ("values are nested more than 64 deep", "no part of an inventory needs more than six levels")
        }
        E::UnknownAnchor => (
            "an alias refers to an anchor that is not defined above it",
            "quote the text if the `*` is meant as itself",
        ),
        E::MappingValueNotAllowed | E::InvalidColonPlacement => {
            ("a colon stands where no key can begin", "put quotes around a text that holds `: `")
        }
        E::UnclosedQuotedScalar | E::InvalidQuotedScalarIndent => {
            ("a quoted text is never closed", "add the missing quote; the lines of a long text are indented")
        }
        E::UnclosedFlowCollection { .. }
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofImplicitFlowMapping
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator => {
            ("a `[` or `{` is never closed, or a comma is missing", "close it, or put a comma between the values")
        }
        E::ExpectedBlockMappingKey | E::ExpectedBlockSequenceEntry | E::InvalidIndentation => {
            ("the indentation fits nothing above it", "line it up with the key or the `-` it belongs to")
        }
        E::BlockSequenceEntryNotAllowed => {
            ("a `-` stands where no list can begin", "start the list on a line of its own, or quote the text")
        }
        E::SimpleKeyExpected | E::InvalidSimpleKey => {
            ("a line is neither a key with a value nor part of one", "write it as `key: value`")
        }
        _ => return None,
    };
    Some(said)
}
