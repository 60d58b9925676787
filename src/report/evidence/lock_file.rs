//! The text of a lock file.

use crate::model::lock::Lock;
use crate::text::checksum::line;

/// What stands above the hashes, for whoever opens the file.
const HEAD: &str = "\
# The SHA-256 of the files that the inventory in this folder names. Written by `gapcheck evidence lock`; do not edit it by hand.
# To compare: `gapcheck evidence verify .` or, in this folder, `sha256sum -c gapcheck.lock`.
";

/// A lock as `sha256sum -c` reads it, sorted by path.
#[must_use]
pub fn text(lock: &Lock) -> String {
    let lines = lock.iter().flat_map(|(path, hash)| [line(hash, path), "\n".to_owned()]);
    std::iter::once(HEAD.to_owned()).chain(lines).collect()
}
