//! A number and its noun: `1 control`, `3 controls`, `0 gaps`.

/// Words whose plural no rule below would find.
const IRREGULAR: [(&str, &str); 4] =
    [("criterion", "criteria"), ("person", "people"), ("evidence", "evidence"), ("personnel", "personnel")];

/// What may follow the noun that is counted: the "of" in "point of focus".
const AFTER_THE_NOUN: [&str; 5] = [" of ", " in ", " for ", " with ", " without "];

/// Says how many of a thing there are, with the noun in the right number.
///
/// The noun is given in the singular and may be a phrase: `point of focus`, `open gap`.
/// Only exactly one is singular. Use [`counted`] where [`plural`] would be wrong.
#[must_use]
pub fn count(n: usize, one: &str) -> String {
    counted(n, one, &plural(one))
}

/// Says how many of a thing there are, with both forms of the noun given.
#[must_use]
pub fn counted(n: usize, one: &str, many: &str) -> String {
    let noun = if n == 1 { one } else { many };
    format!("{} {noun}", number(n))
}

/// Writes a whole number, with commas from 10,000 upwards.
///
/// Four digits are read at a glance, and stay as they are: `9999`, then `10,000`.
#[must_use]
pub fn number(n: usize) -> String {
    let digits = n.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (written, digit) in digits.chars().enumerate() {
        if written > 0 && (digits.len() - written).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// Forms the English plural of a noun or of a phrase around one.
///
/// In `point of focus` the noun before "of" changes; in `open gap`, the last word.
/// It knows the nouns of this field and the regular endings, and no more than that.
#[must_use]
pub fn plural(one: &str) -> String {
    let head = AFTER_THE_NOUN.iter().filter_map(|link| one.find(link)).min();
    match head.and_then(|end| one.split_at_checked(end)) {
        Some((noun, rest)) => last_word_plural(noun) + rest,
        None => last_word_plural(one),
    }
}

/// Forms the plural of the last word of a phrase.
fn last_word_plural(phrase: &str) -> String {
    let word = phrase.rsplit([' ', '-']).next().unwrap_or(phrase);
    let before = phrase.strip_suffix(word).unwrap_or_default();
    let known = IRREGULAR.iter().find(|(one, _)| *one == word);
    let many = known.map_or_else(|| regular_plural(word), |(_, many)| (*many).to_owned());
    format!("{before}{many}")
}

/// Forms the plural of one word by its ending.
fn regular_plural(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("sis") {
        return format!("{stem}ses");
    }
    if let Some(stem) = word.strip_suffix('y')
        && !stem.ends_with(['a', 'e', 'i', 'o', 'u'])
    {
        return format!("{stem}ies");
    }
    let hisses = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    format!("{word}{}", if hisses { "es" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_exactly_one_is_singular() {
        assert_eq!(count(0, "gap"), "0 gaps");
        assert_eq!(count(1, "control"), "1 control");
        assert_eq!(count(3, "control"), "3 controls");
    }

    #[test]
    fn nouns_of_the_field_have_their_plural() {
        let pairs = [
            ("criterion", "criteria"),
            ("unaddressed criterion", "unaddressed criteria"),
            ("criterion in scope", "criteria in scope"),
            ("policy", "policies"),
            ("point of focus", "points of focus"),
            ("test of operating effectiveness", "tests of operating effectiveness"),
            ("subservice organisation", "subservice organisations"),
            ("control activity", "control activities"),
            ("day", "days"),
            ("analysis", "analyses"),
            ("process", "processes"),
            ("breach", "breaches"),
            ("match", "matches"),
            ("piece of evidence", "pieces of evidence"),
            ("person", "people"),
            ("person-day", "person-days"),
        ];
        for (one, many) in pairs {
            assert_eq!(plural(one), many);
        }
    }

    #[test]
    fn both_forms_can_be_given() {
        assert_eq!(counted(1, "is", "are"), "1 is");
        assert_eq!(counted(2, "is", "are"), "2 are");
    }

    #[test]
    fn commas_begin_at_ten_thousand() {
        assert_eq!(number(0), "0");
        assert_eq!(number(9_999), "9999");
        assert_eq!(number(10_000), "10,000");
        assert_eq!(number(100_000), "100,000");
        assert_eq!(number(1_234_567), "1,234,567");
        assert_eq!(count(12_345, "control"), "12,345 controls");
    }

    #[test]
    fn an_empty_noun_does_no_harm() {
        assert_eq!(plural(""), "s");
        assert_eq!(plural("é"), "és");
    }
}
