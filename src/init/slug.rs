//! Ids made of names.

use std::collections::BTreeSet;

use crate::text::escape::visible;

/// How many characters of a name go into an id.
const LONGEST: usize = 40;

/// Ids given away so far, so that none is given twice.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids(BTreeSet<String>);

impl Ids {
    /// An id for a name: its letters and digits in lower case with dashes between, a number behind where it is taken, and
    /// another word where it has none.
    pub(super) fn give(&mut self, name: &str, otherwise: &str) -> String {
        let mut id = String::new();
        for c in name.to_lowercase().chars().filter(|c| visible(*c)).take(LONGEST) {
            if c.is_alphanumeric() {
                id.push(c);
            } else if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        }
        let id = id.trim_end_matches('-');
        let id = if id.is_empty() { otherwise } else { id };
        let mut numbered = (2..).map(|number: u32| format!("{id}-{number}"));
        let mut given = id.to_owned();
        while !self.0.insert(given.clone()) {
            given = numbered.next().unwrap_or_default();
        }
        given
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_gets_an_id_of_its_own() {
        let mut ids = Ids::default();
        let mut give = |name| ids.give(name, "vendor");
        assert_eq!(give("Amazon Web Services"), "amazon-web-services");
        assert_eq!(give("amazon  web: services!"), "amazon-web-services-2");
        assert_eq!(give("Zoë 漢"), "zoë-漢");
        assert_eq!(give("\u{1b}[2J"), "2j");
        assert_eq!(give(": #"), "vendor");
        assert_eq!(give(""), "vendor-2");
        assert_eq!(give(&"x".repeat(100)), "x".repeat(40));
    }
}
