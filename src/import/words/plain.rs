//! A cell as tables of words compare it.

/// The text in lower case, its words parted by one blank, without marks around them.
pub fn plain(text: &str) -> String {
    let lower = text.to_lowercase();
    let kept = |c: char| c.is_alphanumeric() || matches!(c, '/' | '%');
    let words = lower.split(|c: char| !kept(c)).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// What a word of a table stands for.
pub fn looked_up<T: Copy>(word: &str, table: &[(T, &[&str])]) -> Option<T> {
    table.iter().find(|(_, words)| words.contains(&word)).map(|(meaning, _)| *meaning)
}
