//! A line of a list of checksums, as `sha256sum` writes it and `sha256sum -c` reads it.

/// How many hexadecimal digits a SHA-256 has.
const DIGITS: usize = 64;

/// What is wrong with a line that is no checksum of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault<'a> {
    /// It is not a hash, two blanks and a path.
    NoLine,
    /// What stands where the hash should is none.
    NoHash(&'a str),
    /// The path holds a backslash that stands for nothing: only `\\`, `\n` and `\r` stand for something.
    NoEscape,
}

/// Writes the line of a file, without its end.
///
/// A path with a backslash or a line break is written as GNU does: those are escaped, and the line begins with a backslash.
#[must_use]
pub fn line(sha256: &str, path: &str) -> String {
    if !path.contains(['\\', '\n', '\r']) {
        return format!("{sha256}  {path}");
    }
    let path = path.replace('\\', r"\\").replace('\n', r"\n").replace('\r', r"\r");
    format!("\\{sha256}  {path}")
}

/// Reads the line of a file: its hash in lower case, and its path.
///
/// # Errors
///
/// When the line is no checksum of a file.
pub fn read(line: &str) -> Result<(String, String), Fault<'_>> {
    let (escaped, rest) = line.strip_prefix('\\').map_or((false, line), |rest| (true, rest));
    let (hash, rest) = rest.split_once(' ').ok_or(Fault::NoLine)?;
    // The second blank says how the file was read; `*` means the same wherever a line break is one byte.
    let path = rest.strip_prefix([' ', '*']).filter(|path| !path.is_empty()).ok_or(Fault::NoLine)?;
    if hash.len() != DIGITS || !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(Fault::NoHash(hash));
    }
    let path = if escaped { unescaped(path).ok_or(Fault::NoEscape)? } else { path.to_owned() };
    Ok((hash.to_ascii_lowercase(), path))
}

fn unescaped(path: &str) -> Option<String> {
    let mut out = String::with_capacity(path.len());
    let mut rest = path.chars();
    while let Some(c) = rest.next() {
        out.push(match c {
            '\\' => match rest.next()? {
                '\\' => '\\',
                'n' => '\n',
                'r' => '\r',
                _ => return None,
            },
            _ => c,
        });
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    // The hash of no bytes at all, as FIPS 180-4 has it.
    const HASH: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    #[test]
    fn a_line_is_what_sha256sum_prints() {
        assert_eq!(line(HASH, "a b.pdf"), format!("{HASH}  a b.pdf"));
        assert_eq!(line(HASH, "a\nb\\c\rd"), format!(r"\{HASH}  a\nb\\c\rd"));
    }

    #[test]
    fn what_was_written_is_read() {
        for path in ["a.pdf", " a", "*a", "a ", "ä/漢", "a\nb", "\\", "\\n", "a\r", "\u{1b}[2J", "# a", "\\\\n\n"] {
            assert_eq!(read(&line(HASH, path)), Ok((HASH.to_owned(), path.to_owned())), "{path:?}");
        }
    }

    #[test]
    fn capitals_and_binary_mode_are_understood() {
        let read_as = Ok((HASH.to_owned(), "a".to_owned()));
        assert_eq!(read(&format!("{} *a", HASH.to_uppercase())), read_as);
        assert_eq!(read(&format!(r"{HASH}  a\n")), Ok((HASH.to_owned(), r"a\n".to_owned())), "no backslash before it");
    }

    #[test]
    fn what_is_no_line_is_refused() {
        for text in ["", "a", HASH, &format!("{HASH} "), &format!("{HASH}  "), &format!("{HASH} a"), "\\", "<<<<<<< a"]
        {
            assert_eq!(read(text), Err(Fault::NoLine), "{text:?}");
        }
        assert_eq!(read("abc  a"), Err(Fault::NoHash("abc")));
        let almost = HASH.replace('e', "g");
        assert_eq!(read(&format!("{almost}  a")), Err(Fault::NoHash(&almost)));
        assert_eq!(read(&format!(r"\{HASH}  a\tb")), Err(Fault::NoEscape));
        assert_eq!(read(&format!(r"\{HASH}  a\")), Err(Fault::NoEscape));
    }
}
