//! A word of ours where a sentence, a line or a cell begins.

/// Writes the first letter of a word large.
#[must_use]
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::capital;

    #[test]
    fn only_the_first_letter_grows() {
        assert_eq!(capital("very high"), "Very high");
        assert_eq!(capital("écart"), "Écart");
        assert_eq!(capital(""), "");
    }
}
