//! Words without their endings, so that `encrypted`, `encrypts` and `encryption` are one word.
//!
//! A small suffix stripper for English prose about controls, British and American. What comes out is for comparing, never
//! for showing: it need not be a word.

/// The shortest word that has an ending to lose.
const SHORTEST: usize = 4;

/// British spellings at the end of a long word, with the American ones.
const SPELLINGS: [(&str, &str); 4] = [("ise", "ize"), ("ised", "ized"), ("ising", "izing"), ("our", "or")];

/// Endings with what stays in their place; the first that fits is taken.
const ENDINGS: [(&str, &str); 32] = [
    ("ization", "iz"),
    ("izing", "iz"),
    ("ized", "iz"),
    ("izer", "iz"),
    ("ations", "at"),
    ("ation", "at"),
    ("ating", "at"),
    ("ated", "at"),
    ("ative", "at"),
    ("ator", "at"),
    ("ate", "at"),
    ("ments", "ment"),
    ("ement", ""),
    ("ment", ""),
    ("ibility", "ibl"),
    ("ability", "abl"),
    ("ities", "it"),
    ("ity", "it"),
    ("ions", ""),
    ("ion", ""),
    ("ings", ""),
    ("ing", ""),
    ("edly", ""),
    ("ed", ""),
    ("ers", "er"),
    ("ly", ""),
    ("ness", ""),
    ("ful", ""),
    ("ive", ""),
    ("al", ""),
    ("ance", ""),
    ("ence", ""),
];

/// A word in lower case without its ending; one that is not plain ASCII stays as it is.
#[must_use]
pub fn stem(word: &str) -> String {
    if word.len() < SHORTEST || !word.is_ascii() {
        return word.to_owned();
    }
    let word = bare(american(&singular(word)));
    let word = without_double(word);
    let word = word.strip_suffix('e').filter(|_| word.len() > 4).map_or(word.clone(), str::to_owned);
    match word.strip_suffix('y').filter(|_| word.len() > 3) {
        Some(start) => format!("{start}i"),
        None => word,
    }
}

fn singular(word: &str) -> String {
    if let Some(start) = word.strip_suffix("ies").filter(|start| start.len() > 1) {
        return format!("{start}y");
    }
    let doubled = ["sses", "ches", "shes", "xes", "zes"].iter().any(|ending| word.ends_with(ending));
    let ending = if doubled { "es" } else { "s" };
    let is_plural = doubled || !["ss", "us", "is"].iter().any(|ending| word.ends_with(ending));
    word.strip_suffix(ending).filter(|_| is_plural).unwrap_or(word).to_owned()
}

fn american(word: &str) -> String {
    let word = word.replace("isation", "ization");
    let long = word.len() > 6;
    let spelling = SPELLINGS.iter().find_map(|(ours, theirs)| Some(format!("{}{theirs}", word.strip_suffix(ours)?)));
    spelling.filter(|_| long).unwrap_or(word)
}

/// Without the first of the endings that leaves enough of the word.
fn bare(word: String) -> String {
    let bared = ENDINGS.iter().find_map(|(ending, stays)| {
        let least = if ending.len() < 4 { 4 } else { 3 };
        let start = word.strip_suffix(ending).filter(|start| start.len() >= least)?;
        Some(format!("{start}{stays}"))
    });
    bared.unwrap_or(word)
}

/// `plann` is `plan`; `access` and `roll` stay.
fn without_double(word: String) -> String {
    let mut last = word.chars().rev();
    match (last.next(), last.next()) {
        (Some(a), Some(b)) if a == b && word.len() > 4 && !matches!(a, 'l' | 's') => last.rev().chain([b]).collect(),
        _ => word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Holds words to being one and the same.
    #[track_caller]
    fn assert_one(words: &[&str]) {
        let stems: Vec<String> = words.iter().map(|word| stem(word)).collect();
        assert!(stems.windows(2).all(|two| two[0] == two[1]), "{words:?} became {stems:?}");
    }

    #[test]
    fn inflections_are_one_word() {
        assert_one(&["encrypt", "encrypts", "encrypted", "encrypting", "encryption"]);
        assert_one(&["policy", "policies"]);
        assert_one(&["review", "reviews", "reviewed", "reviewing"]);
        assert_one(&["plan", "planned", "planning", "plans"]);
        assert_one(&["patch", "patches", "patching"]);
        assert_one(&["authorise", "authorized", "authorisation", "authorization"]);
        assert_one(&["vulnerability", "vulnerabilities"]);
        assert_one(&["behaviour", "behavior"]);
        assert_one(&["manage", "managed", "management"]);
        assert_one(&["terminate", "termination", "terminated"]);
    }

    #[test]
    fn other_words_stay_apart() {
        for (one, other) in [("party", "part"), ("access", "acces"), ("process", "proceed"), ("audit", "auditor")] {
            assert_ne!(stem(one), stem(other), "{one} and {other}");
        }
        assert_eq!(stem("mfa"), "mfa");
        assert_eq!(stem("virus"), "virus");
        assert_eq!(stem("tls"), "tls");
        assert_eq!(stem("zugänge"), "zugänge");
    }
}
