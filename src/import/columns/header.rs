//! A heading as the vocabulary compares it: its words, without the letters of a spreadsheet and the brackets of a remark.

use crate::import::criteria_ids::frameworks::Framework;
use crate::import::criteria_ids::frameworks::of_text;

/// Parts of a way to a value that say nothing about it.
const NEUTRAL: [&str; 13] = [
    "metadata",
    "meta",
    "spec",
    "control",
    "controls",
    "properties",
    "attributes",
    "fields",
    "data",
    "info",
    "general",
    "core",
    "item",
];

/// A heading.
#[derive(Clone, Debug)]
pub struct Header {
    /// Its words in lower case, those of all parts of the way to a value.
    pub words: Vec<String>,
    /// The words of the last part.
    pub last: Vec<String>,
    /// Whether it lies in another thing than the record itself, such as `policy.name` or `evidence[].id`.
    pub nested: bool,
    /// Whose words it has.
    pub framework: Framework,
}

impl Header {
    /// Reads a heading.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let text = without_letter(text.trim());
        let bare = without_brackets(text);
        let parts: Vec<&str> = if bare.contains(char::is_whitespace) { vec![&bare] } else { bare.split('.').collect() };
        let mut parts: Vec<Vec<String>> = parts.into_iter().map(words).filter(|part| !part.is_empty()).collect();
        while parts.len() > 1
            && parts.first().is_some_and(|part| matches!(part.as_slice(), [one] if NEUTRAL.contains(&one.as_str())))
        {
            parts.remove(0);
        }
        // An id beside the name of a framework is that framework's, as in `[SOC2].controlId`.
        if text.contains("].") && text.contains('[') && !text.contains("[].") {
            parts.insert(0, vec!["framework".to_owned()]);
        }
        let last = parts.last().cloned().unwrap_or_default();
        Self { nested: parts.len() > 1, words: parts.into_iter().flatten().collect(), last, framework: framework(text) }
    }

    /// All its words.
    #[must_use]
    pub fn phrase(&self) -> String {
        self.words.join(" ")
    }
}

/// Whose words a heading has: those in brackets of a way to a value decide, as in `frameworks[NIST].controlId`.
fn framework(text: &str) -> Framework {
    let bracketed = text.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map(|(inner, _)| inner);
    match bracketed.map(of_text) {
        Some(named) if named != Framework::Unsaid => named,
        _ => of_text(&words(text).join(" ")),
    }
}

/// A heading without the letter of a spreadsheet's column, as in `B: Control Title`.
fn without_letter(text: &str) -> &str {
    match text.split_once(": ") {
        Some((letter, rest)) if letter.len() <= 2 && letter.bytes().all(|byte| byte.is_ascii_uppercase()) => rest,
        _ => text,
    }
}

/// A heading without what stands in brackets, unless nothing else does.
fn without_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut bare = String::new();
    for c in text.chars() {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            c if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    if bare.chars().any(char::is_alphanumeric) || bare.contains('#') { bare } else { text.to_owned() }
}

/// The words of a part, also where they are joined as in `RefCode` or `control_id`.
fn words(text: &str) -> Vec<String> {
    let text = text.replace("IDs", "Ids").replace('#', " number ");
    let chars: Vec<char> = text.chars().collect();
    let mut words: Vec<String> = vec![String::new()];
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied().unwrap_or(' ');
        let after = chars.get(at + 1).copied().unwrap_or(' ');
        let hump = c.is_uppercase() && (before.is_lowercase() || (before.is_uppercase() && after.is_lowercase()));
        if hump || !c.is_alphanumeric() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}
