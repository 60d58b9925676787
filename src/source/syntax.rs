//! The YAML parser's complaints in words a tired person understands.

use granit_parser::ErrorKind;

/// A message and, where there is one, the way out of it.
pub(super) struct Complaint {
    pub message: String,
    pub help: Option<&'static str>,
}

fn complaint(message: &str, help: &'static str) -> Complaint {
    Complaint { message: message.to_owned(), help: Some(help) }
}

/// Rewords what the parser says; what is not reworded keeps the parser's own sentence.
pub(super) fn reword(kind: &ErrorKind) -> Complaint {
    match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => {
            complaint("a tab stands where YAML allows only spaces", "indent with spaces; most editors can convert tabs")
        }
        ErrorKind::RecursionLimitExceeded => {
            complaint("values are nested more than 64 deep", "no part of an inventory needs more than six levels")
        }
        ErrorKind::UnknownAnchor => complaint(
            "an alias refers to an anchor that is not defined above it",
            "quote the text if the `*` is meant as itself",
        ),
        ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidColonPlacement => {
            complaint("a colon stands where no key can begin", "put quotes around a text that holds `: `")
        }
        ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent => {
            complaint("a quoted text is never closed", "add the missing quote; the lines of a long text are indented")
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator => complaint(
            "a `[` or `{` is never closed, or a comma is missing",
            "close it, or put a comma between the values",
        ),
        ErrorKind::ExpectedBlockMappingKey | ErrorKind::ExpectedBlockSequenceEntry | ErrorKind::InvalidIndentation => {
            complaint("the indentation fits nothing above it", "line it up with the key or the `-` it belongs to")
        }
        ErrorKind::BlockSequenceEntryNotAllowed => {
            complaint("a `-` stands where no list can begin", "start the list on a line of its own, or quote the text")
        }
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => {
            complaint("a line is neither a key with a value nor part of one", "write it as `key: value`")
        }
        ErrorKind::UnexpectedCharacter { character } => Complaint {
            message: format!("the character `{}` cannot begin a value", character.escape_debug()),
            help: Some("put the text in quotes"),
        },
        other => Complaint { message: format!("this is not YAML: {other}"), help: None },
    }
}
