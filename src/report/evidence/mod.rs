//! The files and addresses an inventory names: what was recorded of each, what is there, and what locking came to.

mod groups;
mod json;
mod lock;
mod lock_file;
mod verify;

pub use self::json::json;
pub use self::lock::{Written, lock};
pub use self::lock_file::text;
pub use self::verify::verify;

use crate::model::holding::Holding;
use crate::model::lock::Folders;

/// What was verified.
pub struct Verified<'a> {
    /// Whose files they are.
    pub organization: &'a str,
    /// Every file and address that is named.
    pub holdings: &'a [Holding],
    /// The folders they lie in.
    pub folders: &'a Folders,
    /// How many pieces of evidence and documents name neither a file nor an address.
    pub nowhere: usize,
}

impl Verified<'_> {
    /// How many stand so, by the word for it.
    fn count(&self, word: &str) -> usize {
        self.holdings.iter().filter(|holding| holding.state.word() == word).count()
    }
}

/// As much of a hash as tells it from others.
fn begin(hash: &str) -> String {
    format!("{}…", hash.chars().take(12).collect::<String>())
}
