//! No bytes bring the reading to a halt.

use proptest::prelude::*;

use super::read;
use super::xlsx::plain;

/// A workbook whose parts lie open, so that a changed byte changes what they say.
fn open_workbook() -> Vec<u8> {
    use std::io::{Cursor, Read as _, Write as _};
    let mut archive = zip::read::ZipArchive::new(Cursor::new(plain())).unwrap();
    let mut writer = zip::write::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        writer.start_file(part.name().unwrap().into_owned(), options).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Packs a part of the workbook anew with bytes changed, so that no checksum guards them.
fn changed(part: &str, changes: &[(usize, u8)]) -> Vec<u8> {
    use std::io::{Cursor, Read as _, Write as _};
    let mut archive = zip::read::ZipArchive::new(Cursor::new(plain())).unwrap();
    let mut writer = zip::write::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let mut read = archive.by_index(at).unwrap();
        let name = read.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        read.read_to_end(&mut bytes).unwrap();
        if name == part {
            for (at, byte) in changes {
                let at = at % bytes.len();
                bytes[at] = *byte;
            }
        }
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const PARTS: [&str; 6] = [
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "_rels/.rels",
    "xl/_rels/workbook.xml.rels",
];

/// Bytes that mean something in XML and in references of cells.
fn telling() -> impl Strategy<Value = u8> {
    prop_oneof![proptest::sample::select(b"<>/\"=&;:09ZAa-. \n".to_vec()), any::<u8>()]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        read("file", &bytes);
        read("file", &[b"PK\x03\x04".as_slice(), &bytes].concat());
    }

    #[test]
    fn random_text(text in "([a-zA-Z0-9#|,;\t\"'\\-:*_`<>\\[\\](){}&!~. ]|\n|\r\n|---\n|\\| a \\| b \\|\n\\|--\\|--\\|\n|### CC6\\.1 x\n|- \\*\\*Owner\\*\\*: |<br>|é){0,200}") {
        read("file", text.as_bytes());
        read("file", format!("---\n{text}").as_bytes());
    }

    #[test]
    fn a_workbook_with_bytes_changed(changes in proptest::collection::vec((any::<usize>(), telling()), 1..8)) {
        let mut bytes = open_workbook();
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        read("file", &bytes);
    }

    #[test]
    fn a_part_with_bytes_changed(part in 0..PARTS.len(), changes in proptest::collection::vec((any::<usize>(), telling()), 1..6)) {
        read("file", &changed(PARTS[part], &changes));
    }

    #[test]
    fn a_workbook_cut_off(length in 0..6000_usize) {
        let bytes = plain();
        read("file", &bytes[..length.min(bytes.len())]);
    }
}
