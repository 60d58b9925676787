//! A text cut into the ids it spells, in order, with what connects them.

use crate::import::criteria_ids::frameworks::Framework;
use crate::import::criteria_ids::frameworks::of_word;
use crate::import::criteria_ids::spelling::Gap;
use crate::import::criteria_ids::spelling::Spelled;
use crate::import::criteria_ids::spelling::digits;
use crate::import::criteria_ids::spelling::spelled;

/// Words that may stand between ids without making a sentence of them.
const JOINING: [&str; 14] = [
    "and",
    "or",
    "to",
    "through",
    "thru",
    "criteria",
    "criterion",
    "series",
    "services",
    "service",
    "control",
    "controls",
    "common",
    "all",
];

/// An id that a text spells.
#[derive(Clone, Copy, Debug)]
pub struct Token<'t> {
    /// How it is spelled.
    pub spelled: Spelled<'t>,
    /// Whether it ends a range that the id before it begins.
    pub ends_range: bool,
    /// Whose words stand before it.
    pub framework: Framework,
}

/// What a text spells.
#[derive(Debug, Default)]
pub struct Scanned<'t> {
    /// The ids, in order.
    pub tokens: Vec<Token<'t>>,
    /// Whether nothing but ids stands in it, with the names of frameworks and what joins them.
    pub alone: bool,
}

/// Cuts a text in lower case, with plain dashes and blanks, into its ids; `ranges` where `CC6.1-3` may be one.
pub fn scan(text: &str, ranges: bool) -> Scanned<'_> {
    let framework = Framework::Unsaid;
    let mut scanner = Scanner { rest: text, before: ' ', gap: text, ranges, framework, others: 0, tokens: Vec::new() };
    while let Some(next) = scanner.rest.chars().next() {
        if !scanner.id() {
            scanner.pass(next);
        }
    }
    let alone = scanner.others == 0 && !scanner.tokens.is_empty();
    Scanned { tokens: scanner.tokens, alone }
}

struct Scanner<'t> {
    rest: &'t str,
    /// The character before the rest.
    before: char,
    /// The text from the end of the last id on.
    gap: &'t str,
    /// Whether ranges may be written short.
    ranges: bool,
    framework: Framework,
    /// The words that belong to no id.
    others: usize,
    tokens: Vec<Token<'t>>,
}

impl<'t> Scanner<'t> {
    /// Takes the id that stands here, where one does.
    fn id(&mut self) -> bool {
        if self.before.is_alphanumeric() {
            return false;
        }
        let Some(found) = spelled(self.rest).filter(|found| self.fits(found)) else { return false };
        let ends_range = !self.tokens.is_empty() && self.connects();
        if !found.of_one_letter() {
            self.framework = Framework::Soc2;
        }
        self.take(found, ends_range);
        let mut last = found;
        if let Some(end) = short_end(&last).filter(|_| self.ranges) {
            self.take(end, true);
            last = end;
        }
        while let Some(next) = next_of_family(&last).filter(|_| self.ranges) {
            self.take(next, false);
            last = next;
        }
        true
    }

    fn take(&mut self, found: Spelled<'t>, ends_range: bool) {
        self.tokens.push(Token { spelled: found, ends_range, framework: self.framework });
        self.rest = found.rest;
        self.gap = found.rest;
        self.before = 'x';
    }

    /// Whether an id may stand here: one of a single letter is read only where nothing speaks for another framework.
    fn fits(&self, found: &Spelled<'_>) -> bool {
        if !found.of_one_letter() {
            return true;
        }
        let marked = matches!(self.before, '-' | '_');
        // `A1.2-A1.3`: the dash belongs to both.
        let ends_range =
            self.connects() && self.tokens.last().is_some_and(|first| first.spelled.letters == found.letters);
        let in_place = match self.framework {
            Framework::Other => false,
            Framework::Soc2 => self.before != '.',
            Framework::Unsaid => self.before != '.' && (!marked || ends_range),
        };
        let strict = !found.dotted || found.gap == Gap::Mark;
        in_place && !(strict && found.rest.starts_with(['-', '_', '.']) && found.number.is_some())
    }

    /// Whether what stands between the last id and this one says that all between them are meant.
    fn connects(&self) -> bool {
        let length = self.gap.len().saturating_sub(self.rest.len());
        let between = self.gap.get(..length).unwrap_or_default().trim();
        matches!(between, "-" | "to" | "through" | "thru" | ".." | "..." | "…")
    }

    /// Passes over a word or a mark.
    fn pass(&mut self, next: char) {
        let end = if next.is_alphanumeric() {
            self.rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(self.rest.len())
        } else {
            next.len_utf8()
        };
        let (word, rest) = self.rest.split_at_checked(end).unwrap_or((self.rest, ""));
        if next.is_alphanumeric() {
            self.word(word);
        }
        self.before = word.chars().next_back().unwrap_or(' ');
        self.rest = rest;
    }

    fn word(&mut self, word: &str) {
        match of_word(word) {
            Framework::Unsaid => {
                let number = self.framework != Framework::Unsaid && word.bytes().all(|byte| byte.is_ascii_digit());
                self.others += usize::from(!number && !JOINING.contains(&word));
            }
            named => self.framework = named,
        }
    }
}

/// The next of several written short: `, 6.2` after `CC6.1`, or `/6.2`.
fn next_of_family<'t>(last: &Spelled<'t>) -> Option<Spelled<'t>> {
    last.number.filter(|_| last.dotted)?;
    let bare = last.rest.trim_start_matches(' ');
    let after = [",", "/", "&", "and "].iter().find_map(|mark| bare.strip_prefix(mark))?;
    let (series, rest) = digits(after.trim_start_matches(' '))?;
    let (number, rest) = rest.strip_prefix('.').and_then(digits)?;
    // Another series of a family of one letter may be a number of anything.
    let meant = series == last.series || !last.of_one_letter();
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '.') && !number.starts_with('0');
    (meant && ends).then_some(Spelled { series, number: Some(number), rest, ..*last })
}

/// The end of a range written short: `-3` after `CC6.1`, `-6.3` or ` to 6.3`.
fn short_end<'t>(start: &Spelled<'t>) -> Option<Spelled<'t>> {
    let first: u8 = start.number.filter(|_| start.dotted)?.parse().ok()?;
    let bare = start.rest.trim_start_matches(' ');
    let after = ["-", "to ", "through "].iter().find_map(|word| bare.strip_prefix(word))?;
    let (leading, rest) = digits(after.trim_start_matches(' '))?;
    let (series, number, rest) = match rest.strip_prefix('.').and_then(digits) {
        Some((number, rest)) => (leading, number, rest),
        None if start.rest.starts_with('-') && after.starts_with(leading) => (start.series, leading, rest),
        None => return None,
    };
    let ends = !rest.starts_with(|c: char| c.is_alphanumeric()) && !number.starts_with('0');
    let later = series != start.series || number.parse::<u8>().is_ok_and(|last| last > first);
    (ends && later).then_some(Spelled { series, number: Some(number), rest, ..*start })
}
