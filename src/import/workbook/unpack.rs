//! The parts of a workbook, unpacked once and under limits, whatever its directory says of their sizes.
//!
//! What is read is packed again without compression, so that the reader behind it can unpack no more than was counted here.

use std::io::{Cursor, Read, Write};

use zip::read::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::import::limits;
use crate::import::workbook::{Refusal, SAVE_AGAIN};

/// Parts that hold no cells, by the folder they lie in.
const WITHOUT_CELLS: [&str; 13] = [
    "activex",
    "charts",
    "ctrlprops",
    "customxml",
    "docprops",
    "drawings",
    "embeddings",
    "externallinks",
    "media",
    "persons",
    "pivotcache",
    "theme",
    "threadedcomments",
];
/// The most parts an honest workbook has is a few for each sheet.
const PARTS: usize = 20_000;
const TOO_LARGE: &str = "save the sheets that hold the controls as CSV, or in a workbook of their own";

/// A workbook whose parts lie unpacked.
#[derive(Debug)]
pub struct Unpacked {
    /// The same workbook, not compressed, with the parts alone that cells are read from.
    pub bytes: Vec<u8>,
    /// The bytes of its largest part.
    pub largest: u64,
    /// Whether any cells are merged.
    pub merged: bool,
}

/// Unpacks a workbook.
///
/// # Errors
///
/// It is no workbook, it is damaged, or it unpacks to more than is read.
pub fn unpack(bytes: &[u8]) -> Result<Unpacked, Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| damaged())?;
    if archive.len() > PARTS {
        return Err(Refusal::whole(format!("holds more than {PARTS} parts"), TOO_LARGE));
    }
    is_workbook(&mut archive)?;
    declared(&mut archive)?;
    let mut whole =
        Whole { writer: ZipWriter::new(Cursor::new(Vec::new())), room: limits::UNPACKED, largest: 0, merged: false };
    for at in 0..archive.len() {
        whole.part(&mut archive, at)?;
    }
    let bytes = whole.writer.finish().map_err(|_| damaged())?.into_inner();
    Ok(Unpacked { bytes, largest: whole.largest, merged: whole.merged })
}

fn damaged() -> Refusal {
    let help = "copy or download it again; if it opens in a spreadsheet program, save it there again as .xlsx";
    Refusal::whole("begins like a workbook, but breaks off or is damaged", help)
}

/// Refuses what is packed like a workbook and is another thing.
fn is_workbook(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Refusal> {
    let names: Vec<String> =
        archive.file_names().flatten().map(|name| name.to_lowercase().replace('\\', "/")).collect();
    let has = |end: &str| names.iter().any(|name| name.ends_with(end));
    if has("workbook.xml") {
        return Ok(());
    }
    let mut mimetype = String::new();
    if let Ok(part) = archive.by_name("mimetype") {
        // Whatever cannot be read of it is not what is looked for.
        let _ = part.take(200).read_to_string(&mut mimetype);
    }
    let (is, help) = match () {
        () if mimetype.contains("opendocument.spreadsheet") => {
            ("is an OpenDocument sheet", "save it as CSV or as an Excel workbook (.xlsx)")
        }
        () if has("workbook.bin") => {
            ("is a binary Excel workbook (.xlsb)", "save it as an Excel workbook (.xlsx) or as CSV")
        }
        () if has("word/document.xml") || mimetype.contains("opendocument.text") => {
            ("is a text document, no workbook", "copy its table into a spreadsheet, and save that as .xlsx or CSV")
        }
        () if has("ppt/presentation.xml") || mimetype.contains("opendocument.presentation") => {
            ("is a presentation, no workbook", "copy its table into a spreadsheet, and save that as .xlsx or CSV")
        }
        () => ("is an archive that holds no workbook", "unpack it, and import the files in it"),
    };
    Err(Refusal::whole(is, help))
}

/// Refuses what its own directory says is too large, before anything is unpacked.
fn declared(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Refusal> {
    let mut total = 0_u64;
    for at in 0..archive.len() {
        let part = archive.by_index_raw(at).map_err(|_| damaged())?;
        total = total.saturating_add(part.size());
        if part.size() > limits::RATIO_FROM && part.size() / limits::RATIO > part.compressed_size() {
            return Err(bomb());
        }
    }
    if total > limits::UNPACKED { Err(too_large()) } else { Ok(()) }
}

fn bomb() -> Refusal {
    let ratio = limits::RATIO;
    Refusal::whole(
        format!("has a part that unpacks to more than {ratio} times its size, as no honest workbook does"),
        SAVE_AGAIN,
    )
}

fn too_large() -> Refusal {
    Refusal::whole(format!("unpacks to more than {} MB", limits::UNPACKED / 1024 / 1024), TOO_LARGE)
}

struct Whole {
    writer: ZipWriter<Cursor<Vec<u8>>>,
    room: u64,
    largest: u64,
    merged: bool,
}

impl Whole {
    fn part(&mut self, archive: &mut ZipArchive<Cursor<&[u8]>>, at: usize) -> Result<(), Refusal> {
        let part = match archive.by_index(at) {
            Ok(part) => part,
            Err(zip::result::ZipError::UnsupportedArchive(what)) if what.contains("assword") => {
                return Err(Refusal::whole("is protected by a password", "save it without a password"));
            }
            Err(_) => return Err(damaged()),
        };
        let name = part.name().map_err(|_| damaged())?.into_owned();
        if !holds_cells(&name) {
            return Ok(());
        }
        let mut text = Vec::new();
        // The reader of archives ends where a part goes on past the size it is said to have; this holds even if it did not. One
        // byte more than there is room for tells a part that fits from one that does not.
        part.take(self.room + 1).read_to_end(&mut text).map_err(|_| damaged())?;
        let size = u64::try_from(text.len()).unwrap_or(u64::MAX);
        self.room = self.room.checked_sub(size).ok_or_else(too_large)?;
        self.keep(&name, text, size)
    }

    fn keep(&mut self, name: &str, mut text: Vec<u8>, size: u64) -> Result<(), Refusal> {
        if text.starts_with(&[0xff, 0xfe]) || text.starts_with(&[0xfe, 0xff]) || text.contains(&0) {
            return Err(damaged());
        }
        if name.to_lowercase().ends_with("sharedstrings.xml") {
            uncounted(&mut text);
        }
        self.largest = self.largest.max(size);
        self.merged |= find(&text, b"mergeCell").is_some();
        self.writer
            .start_file(name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored))
            .map_err(|_| damaged())?;
        self.writer.write_all(&text).map_err(|_| damaged())
    }
}

/// Whether cells, or what they refer to, are read from a part.
fn holds_cells(name: &str) -> bool {
    let name = name.to_lowercase().replace('\\', "/");
    let (folders, file) = name.rsplit_once('/').unwrap_or(("", &name));
    let kind = file.rsplit_once('.').map_or("", |(_, kind)| kind);
    matches!(kind, "xml" | "rels") && !folders.split('/').any(|folder| WITHOUT_CELLS.contains(&folder))
}

/// Takes away how many texts there are said to be: a reader would make room for as many before it reads the first.
fn uncounted(text: &mut [u8]) {
    let head = find(text, b"<si").unwrap_or(text.len());
    let mut from = 0;
    while let Some(at) = text.get(from..head).and_then(|rest| find(rest, b"uniqueCount")) {
        if let Some(letter) = text.get_mut(from + at) {
            *letter = b'x';
        }
        from += at + 1;
    }
}

fn find(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|window| window == wanted)
}
