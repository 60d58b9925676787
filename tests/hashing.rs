//! The hashing of files, some large, some gone, some changing under the reader.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

use gapcheck::io::hash::{Hands, hashes};
use gapcheck::io::output;
use gapcheck::model::files::FileState;
use gapcheck::text::hash::sha256_hex;

/// How much is read at once.
const BUFFER: usize = 256 * 1024;

/// Enough bytes for several hands, in several files and in one.
const MANY: usize = 6 * 1024 * 1024;

#[test]
fn every_file_has_its_own_hash() {
    let folder = tempfile::tempdir().expect("a folder");
    let sizes = [0, 1, BUFFER - 1, BUFFER, BUFFER + 1, MANY];
    let contents: Vec<Vec<u8>> = sizes.iter().map(|size| vec![b'x'; *size]).collect();
    let path = |at: usize| folder.path().join(at.to_string());
    for (at, bytes) in contents.iter().enumerate() {
        output::write(&path(at), bytes).expect("a file");
    }
    let gone = folder.path().join("gone");
    let files = (0..sizes.len()).map(path).chain([gone.clone(), folder.path().to_owned()]).collect();
    let found = hashes(&files, Hands::All);
    for (at, bytes) in contents.iter().enumerate() {
        let hash = sha256_hex(bytes);
        assert_eq!(found.get(&path(at)), Some(&FileState::Found(Some(hash))), "{} bytes", bytes.len());
    }
    assert_eq!(found.get(&gone), Some(&FileState::Missing), "it disappeared after it was seen");
    assert!(matches!(found.get(folder.path()), Some(FileState::Unreadable(_))));
    assert_eq!(found.len(), sizes.len() + 2);
}

#[test]
fn a_file_that_changes_while_it_is_read_has_no_hash() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("growing");
    output::write(&path, &vec![b'x'; MANY]).expect("a file");
    let over = AtomicBool::new(false);
    let found = std::thread::scope(|scope| {
        let (growing, over) = (&path, &over);
        scope.spawn(move || {
            let mut file = std::fs::OpenOptions::new().append(true).open(growing).expect("a file");
            while !over.load(Ordering::Relaxed) {
                std::io::Write::write_all(&mut file, &[b'y'; 4096]).expect("room");
            }
        });
        // The writer is at work before the reader begins.
        while std::fs::metadata(&path).expect("a file").len() == u64::try_from(MANY).expect("a size") {}
        let found = hashes(&BTreeSet::from([path.clone()]), Hands::All);
        over.store(true, Ordering::Relaxed);
        found
    });
    let changed = FileState::Unreadable("it was changed while it was read".to_owned());
    assert_eq!(found.get(&path), Some(&changed));
}
