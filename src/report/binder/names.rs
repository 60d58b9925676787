//! What the files are called in the archive: as the inventory calls them, wherever that can be unpacked on any system.

use std::collections::BTreeSet;
use std::path::Path;

use unicode_normalization::UnicodeNormalization;

use crate::text::escape::visible;
use crate::text::hash::sha256_hex;

/// The folder of the archive that the files lie in.
const FOLDER: &str = "evidence";
/// How many bytes a part of a path may have; most file systems hold 255.
const PART: usize = 120;
/// How many bytes a path may have; Windows holds 260 characters with the folder it is unpacked to.
const PATH: usize = 180;
/// Names that mean a device on Windows, whatever extension they have.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];
/// Devices that have a number.
const NUMBERED: [&str; 2] = ["com", "lpt"];

/// What each file is called in the archive, in the order given: the position of its folder, and its path there. With more
/// than one folder, each gets its own, by number.
pub(super) fn names(files: &[(usize, &str)], folders: usize) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut name = |(folder, path): &(usize, &str)| {
        let within = if folders > 1 { format!("{FOLDER}/{}", folder + 1) } else { FOLDER.to_owned() };
        let safe = safe(path);
        let mark = || sha256_hex(format!("{folder}/{path}").as_bytes()).chars().take(8).collect::<String>();
        let plain = format!("{within}/{safe}");
        let clash = clash(&plain, &taken);
        // A name that had to be changed tells which it was, so that no two become one.
        let name = match plain {
            plain if plain.len() > PATH || clash == Clash::OfFolder => {
                format!("{within}/{}", marked(last(&safe), &mark()))
            }
            plain if safe != *path || clash == Clash::OfFile => marked(&plain, &mark()),
            plain => plain,
        };
        taken.extend(folded_with_folders(&name));
        name
    };
    files.iter().map(&mut name).collect()
}

/// What there would be twice on a file system that cannot tell capitals from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clash {
    /// Nothing.
    None,
    /// The file itself.
    OfFile,
    /// A folder above it, which is a file already.
    OfFolder,
}

fn clash(name: &str, taken: &BTreeSet<String>) -> Clash {
    let own = folded_with_folders(name);
    // What is a folder is noted with a `/` behind it, so that folders may be shared and nothing else.
    let above = own.iter().filter_map(|name| name.strip_suffix('/'));
    if above.into_iter().any(|folder| taken.contains(folder)) {
        return Clash::OfFolder;
    }
    let file = own.first().is_some_and(|file| taken.contains(file) || taken.contains(&format!("{file}/")));
    if file { Clash::OfFile } else { Clash::None }
}

/// A name as no file system tells it from others, and the folders above it with a `/` behind each.
fn folded_with_folders(name: &str) -> Vec<String> {
    let folded: String = name.nfc().flat_map(char::to_lowercase).collect();
    let folders = folded.match_indices('/').filter_map(|(at, _)| folded.get(..=at)).map(str::to_owned);
    let folders: Vec<String> = folders.collect();
    std::iter::once(folded).chain(folders).collect()
}

fn safe(path: &str) -> String {
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// A part of a path as any system holds it.
fn part(name: &str) -> String {
    let plain = |c: char| visible(c) && !matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*' | '\\');
    let mut safe: String = name.chars().map(|c| if plain(c) { c } else { '_' }).collect();
    // Windows drops dots and blanks at the end; a blank at the beginning is easily overlooked.
    let kept = safe.trim_end_matches(['.', ' ']).len();
    let ends = "_".repeat(safe.len() - kept);
    safe.truncate(kept);
    safe.push_str(&ends);
    if safe.starts_with(' ') || is_device(&safe) {
        safe.insert(0, '_');
    }
    if safe.len() > PART { short(&safe) } else { safe }
}

fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_lowercase();
    let numbered = NUMBERED.iter().filter_map(|device| stem.strip_prefix(device));
    let mut numbers = numbered.map(|rest| rest.chars().count() == 1 && rest.contains(|c| "0123456789¹²³".contains(c)));
    DEVICES.contains(&stem.as_str()) || numbers.any(|is_number| is_number)
}

/// The beginning of a name, with its extension.
fn short(name: &str) -> String {
    let (stem, extension) = split(name);
    let room = PART.saturating_sub(extension.len());
    let mut kept = String::new();
    for c in stem.chars().take_while(|c| !c.is_control()) {
        if kept.len() + c.len_utf8() > room {
            break;
        }
        kept.push(c);
    }
    kept + extension
}

fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// A name with something before its extension.
fn marked(name: &str, mark: &str) -> String {
    let (stem, extension) = split(name);
    format!("{stem}-{mark}{extension}")
}

/// A name without its extension, and the extension with its dot; what is too long for one is none.
fn split(name: &str) -> (&str, &str) {
    let extension = Path::new(name).extension().map_or(0, |extension| extension.len() + 1);
    if extension > 16 { (name, "") } else { name.split_at(name.len() - extension) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(paths: &[&str]) -> Vec<String> {
        names(&paths.iter().map(|path| (0, *path)).collect::<Vec<_>>(), 1)
    }

    #[test]
    fn what_can_be_unpacked_keeps_its_name() {
        for path in
            ["a.pdf", "2026 Q3/Zugänge (neu).xlsx", "漢字.csv", ".hidden", "console.log", "com10", "a'b&c%$#@!~.txt"]
        {
            assert_eq!(named(&[path]), [format!("evidence/{path}")]);
        }
    }

    #[test]
    fn what_cannot_is_changed_and_marked() {
        // The marks are the first eight digits of `printf '0/PATH' | sha256sum`.
        for (path, name) in [
            ("a\u{1b}[31m\n.pdf", "evidence/a_[31m_"),
            ("CON", "evidence/_CON-"),
            ("aux.txt", "evidence/_aux-"),
            ("logs/com1.log", "evidence/logs/_com1-"),
            ("a:b?.csv", "evidence/a_b_-"),
            ("..\\..\\evil.exe", "evidence/.._.._evil-"),
            ("end. ", "evidence/end__-"),
            ("\u{202e}fdp.exe", "evidence/_fdp-"),
        ] {
            let got = named(&[path]).remove(0);
            assert!(got.starts_with(name), "{path:?}: {got}");
            assert_ne!(got, format!("evidence/{path}"));
        }
        assert_eq!(named(&["CON"]), ["evidence/_CON-60e1fc35"]);
    }

    #[test]
    fn names_stay_short() {
        let long = format!("{}.pdf", "x".repeat(250));
        let name = named(&[&long]).remove(0);
        assert!(name.len() <= PATH && split(&name).1 == ".pdf" && name.starts_with("evidence/xxx"), "{name}");
        let deep = format!("{}/end.csv", ["folder"; 60].join("/"));
        let name = named(&[&deep]).remove(0);
        assert!(name.len() <= PATH && name.starts_with("evidence/end-") && split(&name).1 == ".csv", "{name}");
    }

    #[test]
    fn no_two_files_become_one() {
        let names = named(&["A.pdf", "a.pdf", "b", "B/c", "e\u{301}.txt", "\u{e9}.txt", "x?y", "x*y"]);
        let folded: BTreeSet<String> = names.iter().map(|name| name.nfc().collect::<String>().to_lowercase()).collect();
        assert_eq!(folded.len(), 8, "{names:?}");
        assert_eq!(names[0], "evidence/A.pdf");
        assert!(names[1].starts_with("evidence/a-"), "{names:?}");
        assert!(names[3].starts_with("evidence/c-"), "{names:?}");
    }

    #[test]
    fn folders_are_kept_apart() {
        assert_eq!(names(&[(0, "a.pdf"), (1, "a.pdf")], 2), ["evidence/1/a.pdf", "evidence/2/a.pdf"]);
    }
}
