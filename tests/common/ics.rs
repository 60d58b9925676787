//! What RFC 5545 asks of a calendar file, line by line.

/// Holds a calendar to RFC 5545: ends of lines, lengths, nesting, and what may stand only once.
#[track_caller]
pub fn assert_calendar(text: &str) {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    for line in text.trim_end().split("\r\n") {
        assert!(!line.is_empty() && line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
    let unfolded = text.replace("\r\n ", "");
    let mut open: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in unfolded.trim_end().split("\r\n") {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("no property: {line}"));
        let name = name.split(';').next().unwrap();
        assert!(name.chars().all(|c| c.is_ascii_uppercase() || c == '-'), "{line}");
        match name {
            "BEGIN" => open.push((value, Vec::new())),
            "END" => {
                let (component, names) = open.pop().unwrap();
                let needed: &[&str] = match component {
                    "VCALENDAR" => &["VERSION", "PRODID"],
                    "VEVENT" => &["UID", "DTSTAMP", "DTSTART", "SUMMARY"],
                    "VALARM" => &["ACTION", "DESCRIPTION", "TRIGGER"],
                    other => panic!("{other}"),
                };
                assert_eq!(component, value);
                assert!(needed.iter().all(|name| names.contains(name)), "{component}: {names:?}");
            }
            _ => {
                let (component, names) = open.last_mut().unwrap();
                assert!(!names.contains(&name), "twice in {component}: {line}");
                names.push(name);
            }
        }
    }
    assert!(open.is_empty());
}
