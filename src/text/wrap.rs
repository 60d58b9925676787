//! Text in terminal cells: how wide it is, where its lines end, how it is cut short.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands for the part that was cut away.
const ELLIPSIS: char = '…';

/// Asks a terminal to draw the character before it as an emoji, which is one cell wider.
const EMOJI_VARIATION: char = '\u{fe0f}';

/// Measures a text in terminal cells: `é` is one, `漢` is two.
///
/// The text must have gone through `escape::terminal`; a control character has no honest width.
#[must_use]
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Breaks a text into lines of at most `width` cells, each of them behind `indent`.
///
/// Line breaks in the text stay, and runs of blanks become one. A word that does not fit on a line of its own
/// is broken. There is no line break at the end, and an empty line gets no indent. If not even one cell is
/// left beside the indent, one is used all the same.
#[must_use]
pub fn wrap(text: &str, width: usize, indent: &str) -> String {
    let room = width.saturating_sub(self::width(indent)).max(1);
    let lines = text.lines().flat_map(|line| folded(line, room));
    let lines = lines.map(|line| if line.is_empty() { line } else { format!("{indent}{line}") });
    lines.collect::<Vec<_>>().join("\n")
}

/// Cuts a text to at most `width` cells; one that was cut ends with `…`.
#[must_use]
pub fn truncate(text: &str, width: usize) -> String {
    if self::width(text) <= width {
        return text.to_owned();
    }
    let Some(room) = width.checked_sub(1) else {
        return String::new();
    };
    let (kept, _) = split(text, room);
    format!("{}{ELLIPSIS}", kept.trim_end())
}

/// Folds one line; an empty line stays one empty line.
fn folded(line: &str, room: usize) -> Vec<String> {
    let mut done = Vec::new();
    let mut current = String::new();
    let mut used = 0;
    for word in line.split_whitespace() {
        let wide = width(word);
        if !current.is_empty() && used + 1 + wide <= room {
            current.push(' ');
            current.push_str(word);
            used += 1 + wide;
            continue;
        }
        if !current.is_empty() {
            done.push(std::mem::take(&mut current));
        }
        current = broken(word, room, &mut done);
        used = width(&current);
    }
    if !current.is_empty() || done.is_empty() {
        done.push(current);
    }
    done
}

/// Puts full lines of a long word into `done` and returns what is left of it, which fits.
fn broken(word: &str, room: usize, done: &mut Vec<String>) -> String {
    if width(word) <= room {
        return word.to_owned();
    }
    let mut rest = word;
    loop {
        let (mut head, mut tail) = split(rest, room);
        if head.is_empty() {
            // A character of two cells in a room of one stands alone, so that every round gets on.
            (head, tail) = first_character(rest);
        }
        if tail.is_empty() {
            return head.to_owned();
        }
        done.push(head.to_owned());
        rest = tail;
    }
}

/// Splits a text after the characters that fit, never between a letter and its accents.
fn split(text: &str, room: usize) -> (&str, &str) {
    let mut used = 0;
    let cut = text.char_indices().find(|&(_, c)| {
        used += cells(c);
        used > room && cells(c) > 0
    });
    cut.and_then(|(at, _)| text.split_at_checked(at)).unwrap_or((text, ""))
}

/// Splits off the first character.
fn first_character(text: &str) -> (&str, &str) {
    let mut characters = text.chars();
    let head = characters.next().map_or(0, char::len_utf8);
    text.split_at_checked(head).unwrap_or((text, ""))
}

/// The cells one more character can take: the sum over a text is never less than its width.
#[must_use]
pub fn cells(c: char) -> usize {
    if c == EMOJI_VARIATION { 1 } else { UnicodeWidthChar::width(c).unwrap_or(1) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_counted_not_bytes() {
        assert_eq!(width(""), 0);
        assert_eq!(width("café"), 4);
        assert_eq!(width("cafe\u{301}"), 4);
        assert_eq!(width("漢字"), 4);
    }

    #[test]
    fn lines_end_between_words() {
        assert_eq!(wrap("the quick brown fox", 10, ""), "the quick\nbrown fox");
        assert_eq!(wrap("the quick brown fox", 9, "  "), "  the\n  quick\n  brown\n  fox");
        assert_eq!(wrap("  a   b  ", 10, "> "), "> a b");
        assert_eq!(wrap("", 10, "  "), "");
    }

    #[test]
    fn line_breaks_of_the_text_stay() {
        assert_eq!(wrap("one\n\ntwo three", 7, "  "), "  one\n\n  two\n  three");
    }

    #[test]
    fn long_words_are_broken() {
        assert_eq!(wrap("abcdefgh", 3, ""), "abc\ndef\ngh");
        assert_eq!(wrap("a abcdefgh b", 4, ""), "a\nabcd\nefgh\nb");
        assert_eq!(wrap("漢字漢", 4, ""), "漢字\n漢");
        assert_eq!(wrap("漢字", 1, ""), "漢\n字");
        assert_eq!(wrap("abc", 2, "      "), "      a\n      b\n      c");
    }

    #[test]
    fn accents_stay_with_their_letter() {
        assert_eq!(wrap("e\u{301}e\u{301}", 1, ""), "e\u{301}\ne\u{301}");
        assert_eq!(truncate("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(truncate("encryption", 10), "encryption");
        assert_eq!(truncate("encryption", 9), "encrypti…");
        assert_eq!(truncate("at rest", 4), "at…");
        assert_eq!(truncate("漢字漢字", 4), "漢…");
        assert_eq!(truncate("abc", 1), "…");
        assert_eq!(truncate("abc", 0), "");
    }

    #[test]
    fn nothing_is_wider_than_asked() {
        let text =
            "Zugänge 漢字漢字 ❤\u{fe0f}❤\u{fe0f}❤\u{fe0f} cafe\u{301} 👩\u{200d}💻👩\u{200d}💻 supercalifragilistic";
        for room in 2..40 {
            assert!(width(&truncate(text, room)) <= room, "{room}");
            for line in wrap(text, room, "").lines() {
                assert!(width(line) <= room, "{room}: {line}");
            }
        }
    }
}
