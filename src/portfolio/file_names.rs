//! Names for files, made of names that anybody may have chosen: safe on every system, and never two alike.

use std::collections::{BTreeMap, BTreeSet};

use crate::text::hash::sha256_hex;

/// The longest part of a name that is kept, in bytes.
const LONGEST: usize = 80;
/// What else lies beside the reports.
const TAKEN: [&str; 1] = ["index"];
/// Names that mean a device on some systems, with or without an extension.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A file name for each of some names, without extension.
///
/// A name of plain letters, digits, `-`, `_` and `.` is kept. One that had to be changed, and every one of several that some
/// system would take for the same, ends with the beginning of its own hash, so that it stays the same whoever else comes.
#[must_use]
pub fn file_names(names: &[&str]) -> Vec<String> {
    let stems: Vec<&str> = names.iter().map(|name| stem(name)).collect();
    let mut same: BTreeMap<String, usize> = BTreeMap::new();
    for stem in &stems {
        *same.entry(safe(stem).to_lowercase()).or_default() += 1;
    }
    let mut used = BTreeSet::new();
    let files = names.iter().zip(stems).map(|(name, stem)| {
        let kept = safe(stem);
        let plain = kept == stem && is_free(&kept) && same.get(&kept.to_lowercase()) == Some(&1);
        let hash: String = sha256_hex(name.as_bytes()).chars().take(8).collect();
        let wanted = if plain { kept } else { format!("{kept}-{hash}") };
        unused(&mut used, wanted)
    });
    files.collect()
}

/// The name without the extension of an inventory.
fn stem(name: &str) -> &str {
    name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).filter(|stem| !stem.is_empty()).unwrap_or(name)
}

/// The name with `-` for every run of what is not plain, never hidden and never too long.
fn safe(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        let plain = c.is_ascii_alphanumeric() || "-_.".contains(c);
        if plain || !out.ends_with('-') {
            out.push(if plain { c } else { '-' });
        }
        if out.len() >= LONGEST {
            break;
        }
    }
    let kept = out.trim_matches(['.', '-']);
    if kept.is_empty() { "client".to_owned() } else { kept.to_owned() }
}

/// Whether nothing else has the name: neither a device nor what else lies there.
fn is_free(name: &str) -> bool {
    let lower = name.to_lowercase();
    let first = lower.split('.').next().unwrap_or_default();
    let device = first.trim_end_matches(|c: char| c.is_ascii_digit());
    !TAKEN.contains(&lower.as_str()) && !DEVICES.contains(&device)
}

/// The name, with a number behind it where somebody chose a name with another's hash.
fn unused(used: &mut BTreeSet<String>, wanted: String) -> String {
    let numbered = (2..).map(|number: usize| format!("{wanted}-{number}"));
    let name = std::iter::once(wanted.clone()).chain(numbered).find(|name| used.insert(name.to_lowercase()));
    name.unwrap_or(wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_names_are_kept() {
        assert_eq!(
            file_names(&["acme", "beta.yaml", "Gamma_2.io", "delta.yml"]),
            ["acme", "beta", "Gamma_2.io", "delta"]
        );
    }

    #[test]
    fn what_some_system_takes_for_the_same_is_told_apart() {
        let names = file_names(&["acme", "acme.yaml", "Acme", "beta"]);
        assert_eq!(names.iter().map(String::len).collect::<Vec<_>>(), [13, 13, 13, 4]);
        let lower: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        assert_eq!(lower.len(), 4);
        // Who else comes changes nothing for those that had to be changed.
        assert_eq!(file_names(&["a b"]), file_names(&["a b", "zeta"])[..1]);
    }

    #[test]
    fn hostile_names_become_harmless() {
        let hostile = [
            "..",
            "../../etc/passwd",
            ".hidden",
            "con",
            "NUL.txt",
            "index",
            "a\u{1b}[2J\nb",
            "<script>",
            "日本",
            "-rf",
            "COM1",
        ];
        for name in file_names(&hostile) {
            assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)), "{name}");
            assert!(!name.starts_with(['.', '-']) && !name.contains('/'), "{name}");
            let (_, hash) = name.rsplit_once('-').unwrap();
            assert!(hash.len() == 8 && hash.chars().all(|c| c.is_ascii_hexdigit()), "{name}");
        }
        assert!(file_names(&[&"x".repeat(500)]).iter().all(|name| name.len() < 100));
    }

    #[test]
    fn nobody_can_take_the_name_of_another() {
        let other = file_names(&["a b"]).remove(0);
        let names = file_names(&["a b", &other]);
        assert_ne!(names[0], names[1]);
    }
}
