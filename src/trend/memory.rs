//! What was concluded already: the same content on the same day is assessed once.

use std::collections::BTreeMap;

use crate::model::date::Date;

/// What was concluded of content on a day. The day is part of what is remembered: evidence goes out of date, and what was due
/// comes to be missed, without anybody touching a file.
#[derive(Debug)]
pub struct Memory<Content, Made> {
    known: BTreeMap<(Content, Date), Made>,
}

impl<Content: Ord + Clone, Made: Clone> Default for Memory<Content, Made> {
    fn default() -> Self {
        Self { known: BTreeMap::new() }
    }
}

impl<Content: Ord + Clone, Made: Clone> Memory<Content, Made> {
    /// What was concluded of content on a day, where it was.
    pub fn get(&self, content: &Content, day: Date) -> Option<&Made> {
        self.known.get(&(content.clone(), day))
    }

    /// Notes what was concluded.
    pub fn keep(&mut self, content: Content, day: Date, made: Made) {
        self.known.insert((content, day), made);
    }

    /// How many conclusions were made.
    #[must_use]
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether none was made.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Which of some pieces of content are to be assessed: each once, and none that is known, by their positions.
    #[must_use]
    pub fn unknown<'c>(&self, asked: impl Iterator<Item = (&'c Content, Date)>) -> Vec<usize>
    where
        Content: 'c,
    {
        let mut asked_before = std::collections::BTreeSet::new();
        let new = |(content, day): &(&'c Content, Date)| {
            self.get(content, *day).is_none() && asked_before.insert((*content, *day))
        };
        let mut new = new;
        asked.enumerate().filter(|(_, one)| new(one)).map(|(at, _)| at).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_content_is_assessed_once_a_day() {
        let (monday, tuesday) = (Date::new(2026, 3, 2).unwrap(), Date::new(2026, 3, 3).unwrap());
        let mut memory: Memory<&str, u8> = Memory::default();
        let asked = [("a", monday), ("b", monday), ("a", monday), ("a", tuesday)];
        let unknown = |memory: &Memory<&str, u8>| memory.unknown(asked.iter().map(|(what, day)| (what, *day)));
        assert_eq!(unknown(&memory), [0, 1, 3]);
        memory.keep("a", monday, 1);
        assert_eq!(unknown(&memory), [1, 3]);
        memory.keep("a", tuesday, 2);
        memory.keep("b", monday, 3);
        assert_eq!(unknown(&memory), [0_usize; 0]);
        assert_eq!((memory.get(&"a", monday), memory.get(&"a", tuesday), memory.len()), (Some(&1), Some(&2), 3));
    }
}
