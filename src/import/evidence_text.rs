//! Cells that speak of evidence: what somebody would like to see, cut into items, or where something lies.

/// Endings of files that hold evidence, configuration or code.
const ENDINGS: &[&str] = &[
    "cfg", "conf", "csv", "doc", "docx", "eml", "gif", "go", "hcl", "html", "ini", "java", "jpeg", "jpg", "js", "json",
    "log", "md", "msg", "odt", "ods", "pdf", "png", "ppt", "pptx", "py", "rego", "rst", "rtf", "sarif", "sh", "sql",
    "svg", "tf", "toml", "ts", "tsv", "txt", "xls", "xlsx", "xml", "yaml", "yml", "zip",
];

/// The longest piece of a list with plain commas.
const PIECE: usize = 60;
/// The most words of such a piece.
const PIECE_WORDS: usize = 7;

/// Whether a text says where something lies and nothing else: an address, or the path of a file.
#[must_use]
pub fn is_whereabouts(text: &str) -> bool {
    let bare = bare(text);
    is_address(bare) || is_path(bare)
}

/// Whether a text is an address.
#[must_use]
pub fn is_address(text: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme));
    rest.is_some_and(|rest| rest.len() > 2) && !text.contains(char::is_whitespace)
}

/// Whether a text looks like the path of a file: one word that ends as files do, or a folder.
#[must_use]
pub fn is_path(text: &str) -> bool {
    if text.contains(char::is_whitespace) || text.contains("://") || text.len() > 300 || text.contains(['(', '<', '|'])
    {
        return false;
    }
    let file = without_line(text).rsplit('/').next().unwrap_or_default();
    let ending =
        file.rsplit_once('.').filter(|(stem, _)| !stem.is_empty()).map(|(_, ending)| ending.to_ascii_lowercase());
    let folder = text.ends_with('/') && text.len() > 2 && text.starts_with(char::is_alphanumeric);
    folder || ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// A path without the numbers of lines behind it, as in `src/audit.py:100-132`.
#[must_use]
pub fn without_line(path: &str) -> &str {
    match path.rsplit_once(':') {
        Some((before, lines))
            if lines.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') && !lines.is_empty() =>
        {
            before
        }
        _ => path,
    }
}

/// A text without ticks and angle brackets around it.
#[must_use]
pub fn bare(text: &str) -> &str {
    text.trim().trim_matches(['`', '<', '>', '"', '\'']).trim()
}

/// The title and the target of a link of Markdown that is all of the text.
#[must_use]
pub fn link(text: &str) -> Option<(&str, &str)> {
    let (title, target) = text.trim().strip_prefix('[')?.split_once("](")?;
    Some((title, target.strip_suffix(')')?))
}

/// The items a text speaks of: parted by `+`, `;`, lines and `<br>`, and by commas where every piece is short.
#[must_use]
pub fn items(text: &str) -> Vec<String> {
    let text = wanted_part(text);
    let lines = text.replace("<br/>", "\n").replace("<br />", "\n").replace("<br>", "\n");
    let pieces: Vec<&str> = parted(&lines, |before, c, after| match c {
        '\n' | ';' => true,
        '+' => before == ' ' && after == ' ',
        _ => false,
    });
    let pieces = match pieces.as_slice() {
        [one] => short_pieces(one).unwrap_or(pieces),
        _ => pieces,
    };
    pieces.into_iter().map(tidy).filter(|piece| piece.chars().any(char::is_alphanumeric)).collect()
}

/// The part of an instruction to auditors that says what they need to see.
fn wanted_part(text: &str) -> &str {
    let Some((_, wanted)) = text.split_once("vidence required:") else { return text };
    let ends = ["Analysis:", "Conclusion:", "Procedure:"];
    let end = ends.iter().filter_map(|label| wanted.find(label)).min().unwrap_or(wanted.len());
    wanted.get(..end).unwrap_or(wanted)
}

/// The pieces of a list with commas, where it is one: short pieces and no sentence.
fn short_pieces(text: &str) -> Option<Vec<&str>> {
    let pieces = parted(text, |_, c, after| c == ',' && after == ' ');
    let short = |piece: &&str| {
        let piece = piece.trim();
        piece.len() <= PIECE && piece.split_whitespace().count() <= PIECE_WORDS && !piece.contains(". ")
    };
    (pieces.len() > 1 && pieces.iter().all(short)).then_some(pieces)
}

/// Cuts a text at marks, but never within brackets. `cuts` sees the characters around a mark.
fn parted(text: &str, cuts: impl Fn(char, char, char) -> bool) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut depth, mut start, mut before) = (0_usize, 0, ' ');
    for (at, c) in text.char_indices() {
        let next = at + c.len_utf8();
        let after = text.get(next..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && cuts(before, c, after) => {
                pieces.extend(text.get(start..at));
                start = next;
            }
            _ => {}
        }
        before = c;
    }
    pieces.extend(text.get(start..));
    pieces
}

/// A piece without the bullet, the number or the box of a list before it, on one line.
fn tidy(piece: &str) -> String {
    let piece = piece.trim().trim_start_matches(['-', '*', '•', '·']).trim_start();
    let piece = piece.strip_prefix("[ ]").or_else(|| piece.strip_prefix("[x]")).unwrap_or(piece);
    let piece = match piece.split_once(['.', ')']) {
        Some((number, rest))
            if !number.is_empty() && number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            if rest.starts_with(' ') { rest } else { piece }
        }
        _ => piece,
    };
    let words: Vec<&str> = piece.split_whitespace().collect();
    words.join(" ").trim_end_matches(['.', ',']).to_owned()
}
