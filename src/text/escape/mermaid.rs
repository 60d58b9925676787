//! Text in a Mermaid diagram: the name of a task, a slice or a point, and no more than that.

use std::borrow::Cow;

use super::{spell, visible};

/// Words that Mermaid takes as commands at the start of a line, whatever their case.
const KEYWORDS: [&str; 33] = [
    "accdescr",
    "acctitle",
    "axisformat",
    "call",
    "class",
    "click",
    "dateformat",
    "default",
    "direction",
    "end",
    "excludes",
    "flowchart",
    "gantt",
    "graph",
    "href",
    "includes",
    "inclusiveenddates",
    "linkstyle",
    "pie",
    "quadrant",
    "section",
    "showdata",
    "style",
    "subgraph",
    "tickinterval",
    "title",
    "todaymarker",
    "topaxis",
    "vert",
    "weekday",
    "weekend",
    "x-axis",
    "y-axis",
];

/// Signs that can act in a label.
///
/// `ﬂ` and `¶` are the marks behind which Mermaid hides its own codes while it reads.
const ACTIVE: &str = "#;%<>&'`\\|$@~()[]{}ﬂ¶";

/// Escapes text for a label, between quotation marks or as the name of a Gantt task.
///
/// Whatever could act becomes an entity code of Mermaid's (`#quot;`, `#colon;`, `#59;`), and so does the first
/// letter of a leading keyword. Line breaks become blanks. The result is never empty, for an
/// empty name breaks a chart: of nothing it makes `–`.
#[must_use]
pub fn mermaid(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if text.is_empty() {
        return Cow::Borrowed("–");
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text.chars().peekable();
    let mut commands = commands(text);
    while let Some(c) = rest.next() {
        match c {
            '\r' if rest.peek() == Some(&'\n') => {}
            '\n' | '\t' => out.push(' '),
            _ if !visible(c) => spelled(&mut out, c),
            _ if commands => code(&mut out, c),
            _ => label(&mut out, c),
        }
        commands = false;
    }
    if out == text { Cow::Borrowed(text) } else { Cow::Owned(out) }
}

/// Tells whether a text begins as a command does, or with a date, which a Gantt chart takes for one.
fn commands(text: &str) -> bool {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let dated = digits == 4 && text.get(4..5) == Some("-");
    dated || KEYWORDS.iter().any(|word| text.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word)))
}

/// Writes one character that can be seen, as a code if it could act.
fn label(out: &mut String, c: char) {
    match c {
        '"' => out.push_str("#quot;"),
        ':' => out.push_str("#colon;"),
        _ if ACTIVE.contains(c) => code(out, c),
        _ => out.push(c),
    }
}

/// Writes a character as a numbered code.
fn code(out: &mut String, c: char) {
    out.push('#');
    out.push_str(&u32::from(c).to_string());
    out.push(';');
}

/// Writes a character that cannot be seen, spelled, with what spells it made safe.
fn spelled(out: &mut String, c: char) {
    let mut plain = String::new();
    spell(&mut plain, c);
    for c in plain.chars() {
        label(out, c);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_become_codes() {
        assert_eq!(mermaid(r#"Say "no": a;b"#), "Say #quot;no#quot;#colon; a#59;b");
        assert_eq!(mermaid("50 %% #1"), "50 #37;#37; #35;1");
        assert_eq!(mermaid("#60;b#62;"), "#35;60#59;b#35;62#59;");
        assert_eq!(mermaid("a --> b[c](d){e}"), "a --#62; b#91;c#93;#40;d#41;#123;e#125;");
        assert_eq!(mermaid("ﬂ°°60¶ß"), "#64258;°°60#182;ß");
    }

    #[test]
    fn a_keyword_cannot_lead() {
        assert_eq!(mermaid("click here"), "#99;lick here");
        assert_eq!(mermaid("  Section 5"), "#83;ection 5");
        assert_eq!(mermaid("title"), "#116;itle");
        assert_eq!(mermaid("end"), "#101;nd");
        assert_eq!(mermaid("dateFormat X"), "#100;ateFormat X");
        assert_eq!(mermaid("%%{init}%%"), "#37;#37;#123;init#125;#37;#37;");
        assert_eq!(mermaid("2026-01-31 audit"), "#50;026-01-31 audit");
        assert_eq!(mermaid("CC6.1-G01 click"), "CC6.1-G01 click");
    }

    #[test]
    fn one_line_never_empty() {
        assert_eq!(mermaid("a\nb\r\nc"), "a b c");
        assert_eq!(mermaid(" \n "), "–");
        assert_eq!(mermaid("a\u{1b}"), "a#92;u#123;1b#125;");
    }
}
