//! Quotes that are at fault: the reader of records takes them as they come, and a missing one swallows what follows.

/// What is wrong with the quotes of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The quote at this byte is never closed.
    Open(usize),
    /// The text in quotes that begins at this byte runs over a line break and goes on behind its closing quote, as it does
    /// where a quote is missing and the next one, of another cell, was taken for it.
    GoesOn(usize),
}

/// Where the reading of a record stands.
#[derive(Clone, Copy)]
enum At {
    Start,
    Plain,
    Quoted {
        from: usize,
        broken: bool,
    },
    /// Right behind a quote within a text in quotes.
    Closing {
        from: usize,
        broken: bool,
    },
}

/// What is wrong with the quotes of a record, read with a delimiter; `Open` counts only in the last record of a text.
#[must_use]
pub fn fault(record: &str, delimiter: u8) -> Option<Fault> {
    let mut at = At::Start;
    for (offset, byte) in record.bytes().enumerate() {
        let ends = byte == delimiter || byte == b'\n' || byte == b'\r';
        at = match (at, byte) {
            (At::Start, b'"') => At::Quoted { from: offset, broken: false },
            (At::Quoted { from, broken }, b'"') => At::Closing { from, broken },
            (At::Quoted { from, broken }, _) => At::Quoted { from, broken: broken || byte == b'\n' || byte == b'\r' },
            (At::Closing { from, broken }, b'"') => At::Quoted { from, broken },
            (At::Start | At::Plain | At::Closing { .. }, _) if ends => At::Start,
            (At::Closing { from, broken: true }, _) if byte != b' ' => return Some(Fault::GoesOn(from)),
            (At::Start | At::Plain | At::Closing { .. }, _) => At::Plain,
        };
    }
    match at {
        At::Quoted { from, .. } => Some(Fault::Open(from)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn honest_quotes_have_no_fault() {
        for record in
            ["a,\"b\",c\n", "\"a \"\"quoted\"\" word\",\"two\nlines\"\n", "5\" disk,\"x\"y", "\"two\nlines\" ,b", ""]
        {
            assert_eq!(fault(record, b','), None, "{record:?}");
        }
    }

    #[test]
    fn a_missing_quote_is_found_where_it_opens() {
        assert_eq!(fault("1,\"never closed\n2,b\n", b','), Some(Fault::Open(2)));
        assert_eq!(fault("1;\"missing\n2;\"other\";c\n", b';'), Some(Fault::GoesOn(2)));
        assert_eq!(fault("\"", b','), Some(Fault::Open(0)));
    }
}
