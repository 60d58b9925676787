//! The drawing: items ranked by a hash of the seed and the item, the first so many taken.
//!
//! The rank of an item is the SHA-256 of the seed in decimal digits, a colon and its id. It depends on no other item and on
//! no order, so a larger sample of the same seed begins with the smaller one, and `printf '%s:%s' SEED ID | sha256sum` shows
//! the rank of any item to anybody. Nobody can foresee the ranks of a seed without computing them, and nobody chooses a seed
//! that follows from the population.

use crate::text::hash::sha256_hex;

/// The SHA-256 of ids, each with a line feed behind it, in the order given: of a file of sorted ids it is what `sha256sum`
/// prints.
#[must_use]
pub fn digest<'i>(sorted: impl IntoIterator<Item = &'i String>) -> String {
    let lines: String = sorted.into_iter().flat_map(|id| [id.as_str(), "\n"]).collect();
    sha256_hex(lines.as_bytes())
}

/// The seed that follows from a population and a control: the first eight digits of the SHA-256 of the digest of the
/// population, a colon and the id of the control, as a number.
#[must_use]
pub fn derived_seed(digest: &str, control: &str) -> u32 {
    let hash = sha256_hex(format!("{digest}:{control}").as_bytes());
    hash.get(..8).and_then(|digits| u32::from_str_radix(digits, 16).ok()).unwrap_or_default()
}

/// Draws so many of some ids, each of which stands once; all where there are no more. The first drawn comes first.
#[must_use]
pub fn draw(ids: &[String], seed: u32, size: usize) -> Vec<String> {
    let mut ranked: Vec<(String, &String)> =
        ids.iter().map(|id| (sha256_hex(format!("{seed}:{id}").as_bytes()), id)).collect();
    ranked.sort_unstable();
    ranked.into_iter().take(size).map(|(_, id)| id.clone()).collect()
}
