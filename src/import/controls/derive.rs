//! Ids and names for controls whose files give none, and ids that an inventory takes.

use crate::text::cut::cut;
use crate::text::escape::visible;

/// The longest id, in characters.
const LONGEST_ID: usize = 120;
/// The longest id made of a name.
const LONGEST_SLUG: usize = 60;
/// The longest name made of a description.
const LONGEST_NAME: usize = 100;

/// An id as an inventory takes it: what may not stand in one becomes a dash. `None` where nothing is left.
#[must_use]
pub fn id(text: &str) -> Option<String> {
    let mut id = String::new();
    for c in text.trim().chars() {
        let stays = (c.is_alphanumeric() && visible(c))
            || matches!(c, '-' | '_' | '.' | '/' | '+' | '&' | '#' | '@' | '(' | ')');
        match stays {
            true => id.push(c),
            false if id.ends_with('-') || id.is_empty() => {}
            false => id.push('-'),
        }
    }
    let id: String = id.trim_end_matches(['-', '.']).chars().take(LONGEST_ID).collect();
    id.chars().any(char::is_alphanumeric).then_some(id)
}

/// An id made of a name: its words in lower case, joined by dashes.
#[must_use]
pub fn slug(name: &str) -> Option<String> {
    let mut slug = String::new();
    let kept = |c: &char| c.is_alphanumeric() && visible(*c);
    for word in name.split(|c: char| !kept(&c)).filter(|word| !word.is_empty()) {
        let long = slug.chars().count() + word.chars().count() + 1 > LONGEST_SLUG;
        if long && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().flat_map(char::to_lowercase).take(LONGEST_SLUG));
    }
    (!slug.is_empty()).then_some(slug)
}

/// A name made of a description: its first sentence.
#[must_use]
pub fn name(description: &str) -> Option<String> {
    let line = description.lines().map(str::trim).find(|line| line.chars().any(char::is_alphanumeric))?;
    let line = line.trim_start_matches(['#', '-', '*', ' ']);
    let sentence = line.split_once(". ").map_or(line, |(first, _)| first);
    Some(cut(sentence.trim_end_matches('.'), LONGEST_NAME))
}

/// A name as two are compared: its letters and digits in lower case.
#[must_use]
pub fn compared(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
