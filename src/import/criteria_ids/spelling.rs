//! One id as somebody spelled it: letters, a number for the series, a number for the criterion.

/// The families as they begin in lower case, the longer first.
const LETTERS: [(&str, &str); 5] = [("cc", "CC"), ("pi", "PI"), ("a", "A"), ("c", "C"), ("p", "P")];

/// What stands between the letters and the first number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Nothing.
    None,
    /// Blanks, as in `CC 6.1`.
    Blank,
    /// A dash, an underscore or a dot, as in `cc_6_1`.
    Mark,
}

/// An id, or a whole series of them, as it was spelled.
#[derive(Clone, Copy, Debug)]
pub struct Spelled<'t> {
    /// The letters of the family, in capitals.
    pub letters: &'static str,
    /// The number of the series.
    pub series: &'t str,
    /// The number of the criterion; `None` where the whole series is meant.
    pub number: Option<&'t str>,
    /// Whether a dot stands between the numbers, or after the series as in `CC6.x`.
    pub dotted: bool,
    /// What stands between the letters and the first number.
    pub gap: Gap,
    /// Whether it is spelled as scanners do, with `cc_` before the letters of another family.
    pub prefixed: bool,
    /// The text after it.
    pub rest: &'t str,
}

impl Spelled<'_> {
    /// Whether it is of a family of one letter, which other frameworks use too.
    pub fn of_one_letter(&self) -> bool {
        self.letters.len() == 1 && !self.prefixed
    }

    /// The series in the catalog's spelling.
    pub fn series_id(&self) -> String {
        format!("{}{}", self.letters, self.series)
    }
}

/// The id with which a text in lower case begins.
pub fn spelled(text: &str) -> Option<Spelled<'_>> {
    let inner = ["cc_", "cc-"].iter().find_map(|prefix| text.strip_prefix(prefix));
    let prefixed = inner.filter(|rest| rest.starts_with(['a', 'c', 'p'])).and_then(|rest| plain(rest, true));
    prefixed.or_else(|| plain(text, false))
}

fn plain(text: &str, prefixed: bool) -> Option<Spelled<'_>> {
    LETTERS.iter().find_map(|(lower, letters)| {
        let after = text.strip_prefix(lower)?;
        let (gap, after) = gap(letters, after);
        let (series, rest) = digits(after)?;
        let bare = Spelled { letters, series, number: None, dotted: false, gap, prefixed, rest };
        with_number(bare).or_else(|| whole_series(bare))
    })
}

fn gap<'t>(letters: &str, after: &'t str) -> (Gap, &'t str) {
    let bare = after.trim_start_matches(' ');
    if bare.len() < after.len() {
        return (Gap::Blank, bare);
    }
    // `A.5.16` is how annexes of ISO standards are numbered; no criterion is.
    let marks: &[char] = if letters.len() == 2 { &['-', '_', '.'] } else { &['-', '_'] };
    after.strip_prefix(marks).map_or((Gap::None, after), |rest| (Gap::Mark, rest))
}

/// The same with the number of its criterion, and with the number of a point of focus or a letter passed over.
fn with_number(bare: Spelled<'_>) -> Option<Spelled<'_>> {
    let mark = bare.rest.chars().next().filter(|c| matches!(c, '.' | '_' | '-'))?;
    let (number, mut rest) = digits(bare.rest.strip_prefix(mark)?)?;
    while let Some((_, after)) = rest.strip_prefix(mark).and_then(digits).filter(|_| mark != '-') {
        rest = after;
    }
    let mut letters = rest.chars();
    if letters.next().is_some_and(char::is_alphanumeric) {
        if letters.next().is_some_and(char::is_alphanumeric) || !rest.starts_with(|c: char| c.is_ascii_lowercase()) {
            return None;
        }
        rest = letters_after(rest);
    }
    Some(Spelled { number: Some(number), dotted: mark == '.', rest, ..bare })
}

fn letters_after(rest: &str) -> &str {
    let mut after = rest.chars();
    after.next();
    after.as_str()
}

/// A series without a number: `CC6`, `CC6.x`, `CC6.*`, `CC6 series`.
fn whole_series(bare: Spelled<'_>) -> Option<Spelled<'_>> {
    let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    if bare.gap == Gap::Mark {
        return None;
    }
    let named = [".x", ".*", ".xx", " series", " family"];
    let explicit = named.iter().find_map(|tail| bare.rest.strip_prefix(tail).filter(|rest| ends(rest)));
    match explicit {
        Some(rest) => Some(Spelled { dotted: true, rest, ..bare }),
        None => (ends(bare.rest) && !goes_on(bare.rest)).then_some(bare),
    }
}

/// Whether a mark and a letter or digit follow, as in `CC6.1234` or `cc6.md`; a dash and letters may begin the end of a range.
fn goes_on(rest: &str) -> bool {
    let mut chars = rest.chars();
    match (chars.next(), chars.next()) {
        (Some('-'), Some(next)) => next.is_ascii_digit(),
        (Some('.' | '_'), Some(next)) => next.is_alphanumeric(),
        _ => false,
    }
}

/// The one or two digits with which a text begins, and what follows them.
pub fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    (1..=2).contains(&end).then(|| text.split_at_checked(end)).flatten()
}
