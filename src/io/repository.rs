//! Where a file lies in the repository it is kept in: the path by which code hosts show places in it.

use std::path::{Component, Path};

/// The path of a file from the root of its repository, or else from the working folder, with `/` between its parts; `None`
/// for a file that is in neither, and for standard input.
pub(super) fn path_in(path: &Path) -> Option<String> {
    let file = path.canonicalize().ok()?;
    let root = file.ancestors().skip(1).find(|folder| folder.join(".git").exists());
    let here = || Path::new(".").canonicalize().ok();
    let inside = match root {
        Some(root) => file.strip_prefix(root).ok()?.to_path_buf(),
        None => file.strip_prefix(here()?).ok()?.to_path_buf(),
    };
    let parts = inside.components().filter_map(|part| match part {
        Component::Normal(part) => Some(part.to_string_lossy().into_owned()),
        _ => None,
    });
    Some(parts.collect::<Vec<_>>().join("/"))
}
