//! What looks like the id of a criterion or of a control: capitals, then a number.

/// The longest id.
const LONGEST: usize = 40;
/// What is a standard or a method when a number alone follows: `SOC-2`, `ISO-27001`, `SHA-256`.
const STANDARDS: [&str; 12] = ["AES", "FIPS", "GDPR", "HTTP", "ISO", "NIST", "PCI", "RFC", "SHA", "SOC", "TLS", "UTF"];

/// Whether a word looks like an id of a criterion or of a control: `CC6.1`, `A1.2`, `AC-02`, `SOC2-CC6.1`. A family such as
/// `CC6` is none, nor is a word of small letters.
#[must_use]
pub fn is(word: &str) -> bool {
    let plain = word.len() <= LONGEST
        && word.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '.' | '_'));
    let letters = word.chars().take_while(char::is_ascii_uppercase).count();
    let ends_in_number = word.ends_with(|c: char| c.is_ascii_digit());
    let parted = word.contains(['-', '.', '_']);
    let criterion = letters == 1 && matches!(word.as_bytes(), [b'A' | b'C' | b'P', b'0'..=b'9', b'.', ..]);
    plain && ends_in_number && parted && (letters >= 2 || criterion) && !is_standard(word)
}

/// Whether an id has the shape of a criterion's: a series, a number, a point and a number.
#[must_use]
pub fn is_criterion(id: &str) -> bool {
    let (series, number) =
        id.split_at_checked(id.chars().take_while(char::is_ascii_uppercase).count()).unwrap_or((id, ""));
    let mut parts = number.splitn(2, '.');
    let digits = |part: Option<&str>| part.is_some_and(|part| part.starts_with(|c: char| c.is_ascii_digit()));
    matches!(series, "CC" | "A" | "C" | "P" | "PI") && digits(parts.next()) && digits(parts.next())
}

/// Whether a text is a series of criteria: `CC6`, `P1`.
#[must_use]
pub fn is_series(text: &str) -> bool {
    let word = text.trim_matches(['[', ']', '(', ')', ':', '*', '`']);
    let (series, number) =
        word.split_at_checked(word.chars().take_while(char::is_ascii_uppercase).count()).unwrap_or((word, ""));
    let digit = matches!(number.as_bytes(), [b'1'..=b'9']);
    matches!(series, "CC" | "A" | "C" | "P" | "PI") && digit
}

fn is_standard(word: &str) -> bool {
    word.split_once('-').is_some_and(|(name, number)| {
        STANDARDS.contains(&name) && number.chars().all(|c| c.is_ascii_digit() || c == '.' || c == '-')
    })
}

/// An id at the beginning of a heading, with or without brackets, and the title behind it.
#[must_use]
pub fn and_title(heading: &str) -> Option<(&str, &str)> {
    let (word, rest) = heading.split_once(char::is_whitespace).unwrap_or((heading, ""));
    let id = word.trim_matches(['[', ']', '(', ')', ':', '*', '`', '—', '–', '-', '.', ',']);
    let title = rest.trim_start_matches([' ', '—', '–', '-', ':', '|', '.', '/']).trim();
    is(id).then_some((id, title))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_told_from_families_and_words() {
        assert!(
            ["CC6.1", "A1.2", "C1.1.3", "P4.2", "PI1.1", "AC-02", "AGT-01", "SOC2-CC6.1", "CC6.1-POF1"]
                .map(is)
                .iter()
                .all(|is| *is)
        );
        assert!(
            ![
                "CC6",
                "A1",
                "Q3-2026",
                "Access-1",
                "1.2",
                "2026-01-31",
                "TLS",
                "",
                "AC-",
                "SOC-2",
                "NIST-800-53",
                "TLS-1.2"
            ]
            .map(is)
            .iter()
            .any(|is| *is)
        );
    }

    #[test]
    fn series_are_told_from_ids() {
        assert!(["CC6", "P1", "**A1**", "PI1"].map(is_series).iter().all(|is| *is));
        assert!(!["CC6.1", "AC1", "P", "Q1", "CC10", "P1 Notice", ""].map(is_series).iter().any(|is| *is));
    }

    #[test]
    fn criteria_are_told_from_controls() {
        assert!(["CC6.1", "A1.2", "C1.1.3", "PI1.1", "P4.2"].map(is_criterion).iter().all(|is| *is));
        assert!(!["AC-02", "SOC2-CC6.1", "B1.1", "CC6", "CC.1"].map(is_criterion).iter().any(|is| *is));
    }

    #[test]
    fn a_heading_is_an_id_and_a_title() {
        assert_eq!(and_title("CC6.1 — Logical access"), Some(("CC6.1", "Logical access")));
        assert_eq!(and_title("AGT-01: Registration"), Some(("AGT-01", "Registration")));
        assert_eq!(and_title("[AC-02] Review | quarterly"), Some(("AC-02", "Review | quarterly")));
        assert_eq!(and_title("CC6.1"), Some(("CC6.1", "")));
        assert_eq!(and_title("CC6: Access"), None);
        assert_eq!(and_title("Overview"), None);
    }
}
