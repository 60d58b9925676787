//! The house: a module imports only what is below it, stages never import stages, files stay about one thing.
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

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The layers, from the lowest up; the modules of one line never import each other.
const LAYERS: [&[&str]; 7] = [
    &["text"],
    &["source"],
    &["model"],
    &[
        "load",
        "validate",
        "map",
        "assess",
        "score",
        "plan",
        "gate",
        "report",
        "enterprise",
        "import",
        "edit",
        "init",
        "propose",
        "crosswalk",
        "describe",
        "diff",
        "sample",
        "portfolio",
        "trend",
    ],
    &["pipeline"],
    &["io"],
    &["cli"],
];
/// The longest a file may grow before it must be split.
const FILE_LIMIT: usize = 250;

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of the crate") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

fn all() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let relative =
        |path: &Path| path.strip_prefix(root).expect("within the crate").to_string_lossy().replace('\\', "/");
    sources(&root.join("src")).iter().map(|path| (relative(path), fs::read_to_string(path).expect("a text"))).collect()
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|modules| modules.contains(&module))
}

/// The top-level module of a file: `src/score/table.rs` belongs to `score`.
fn module_of(file: &str) -> String {
    let inner = file.trim_start_matches("src/");
    inner.split('/').next().expect("a first part").trim_end_matches(".rs").to_owned()
}

/// The top-level modules a line of code names by `crate::`.
fn named(line: &str) -> impl Iterator<Item = &str> {
    let code = line.split("//").next().unwrap_or("");
    code.split("crate::")
        .skip(1)
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or(""))
}

#[test]
fn modules_import_only_what_is_below_them() {
    let mut wrong = Vec::new();
    for (file, text) in all() {
        let module = module_of(&file);
        // The library root lists the modules; main only calls the command line.
        if module == "lib" || module == "main" {
            continue;
        }
        let own = layer(&module).unwrap_or_else(|| panic!("{file}: the module {module} stands in no layer"));
        for (number, line) in text.lines().enumerate() {
            for other in named(line).filter(|other| *other != module) {
                if let Some(theirs) = layer(other)
                    && theirs >= own
                {
                    wrong.push(format!("{file}:{}: {module} imports {other}", number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "a module may import only what is below it:\n{}", wrong.join("\n"));
}

/// The files of a module tree that a file names by `use crate::…`, the longest path that is a file; of what stands in braces
/// each one.
fn imports(text: &str, files: &BTreeSet<String>) -> Vec<String> {
    let lines =
        text.lines().filter_map(|line| line.trim_start().trim_start_matches("pub ").strip_prefix("use crate::"));
    let file = |path: String| {
        let parts: Vec<&str> = path.split("::").collect();
        (1..=parts.len()).rev().find_map(|length| {
            let stem = format!("src/{}", parts[..length].join("/"));
            [format!("{stem}.rs"), format!("{stem}/mod.rs")].into_iter().find(|name| files.contains(name))
        })
    };
    let paths = lines.flat_map(|line| match line.trim_end_matches(';').split_once("::{") {
        Some((module, names)) => {
            let names = names.trim_end_matches('}').split(", ").filter(|name| *name != "self");
            names.map(|name| format!("{module}::{name}")).collect()
        }
        None => vec![line.trim_end_matches(';').to_owned()],
    });
    paths.filter_map(file).collect()
}

#[test]
fn no_file_imports_what_imports_it() {
    let all = all();
    let files: BTreeSet<String> = all.iter().map(|(file, _)| file.clone()).collect();
    // A module's root lists its parts and is listed by none of them; who imports it from outside imports them all.
    let graph: BTreeMap<&str, Vec<String>> = all
        .iter()
        .map(|(file, text)| {
            let within = |root: &String| file.starts_with(root.trim_end_matches("mod.rs").trim_end_matches(".rs"));
            let others = imports(text, &files).into_iter().filter(|other| other != file && !within(other));
            let parts = |other: String| match other.strip_suffix("mod.rs") {
                Some(folder) => files.iter().filter(|file| file.starts_with(folder)).cloned().collect(),
                None => vec![other],
            };
            (file.as_str(), others.flat_map(parts).collect())
        })
        .collect();
    for start in graph.keys() {
        let mut reached: BTreeSet<&str> = BTreeSet::new();
        let mut open: Vec<&str> = graph[start].iter().map(String::as_str).collect();
        while let Some(file) = open.pop() {
            assert_ne!(file, *start, "{start} imports what in the end imports it");
            if reached.insert(file) {
                open.extend(graph[file].iter().map(String::as_str));
            }
        }
    }
}

#[test]
fn imports_are_written_so_that_the_scan_sees_them() {
    for (file, text) in all() {
        for (number, line) in text.lines().enumerate() {
            assert!(!line.contains("crate::{"), "{file}:{}: write one `use` a module", number + 1);
            assert!(!line.contains("super::super"), "{file}:{}: name the module from `crate`", number + 1);
            let called = line.split_once("super::").filter(|_| !line.trim_start().starts_with("use "));
            let module = called
                .and_then(|(_, rest)| rest.split_once("::"))
                .is_some_and(|(module, _)| module.chars().all(|c| c.is_ascii_lowercase() || c == '_'));
            assert!(!module, "{file}:{}: name the module in a `use` from `crate`", number + 1);
        }
    }
}

#[test]
fn every_stage_is_a_folder_and_has_a_sentence() {
    for (file, text) in all() {
        let first = text.lines().next().unwrap_or("");
        assert!(first.starts_with("//! ") && first.len() > 10, "{file}: begins with no sentence about itself");
    }
    let modules: BTreeSet<String> = all().iter().map(|(file, _)| module_of(file)).collect();
    for layer in LAYERS.iter().flat_map(|layer| layer.iter()) {
        assert!(modules.contains(*layer), "the layer {layer} has no module");
    }
}

#[test]
fn files_stay_about_one_thing() {
    let mut long = Vec::new();
    for (file, text) in all() {
        // Tests beside a leaf do not make its code longer.
        let code = text.split("#[cfg(test)]").next().unwrap_or("").lines().count();
        if code > FILE_LIMIT {
            long.push(format!("{file}: {code} lines"));
        }
    }
    assert!(long.is_empty(), "split what has outgrown itself (limit {FILE_LIMIT}):\n{}", long.join("\n"));
}

#[test]
fn nothing_is_left_for_later() {
    for (file, text) in all() {
        for word in ["TODO", "FIXME", "XXX", "todo!", "unimplemented!", "HACK"] {
            assert!(!text.contains(word), "{file} holds {word}");
        }
    }
}

#[test]
fn only_one_file_names_each_outside_library() {
    let homes: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("granit_parser", &["src/source/events.rs", "src/source/yaml.rs", "src/source/syntax.rs"][..]),
        ("chrono::", &["src/model/date.rs", "src/io/clock.rs"][..]),
        ("annotate_snippets", &["src/report/problems.rs"][..]),
        ("tempfile::", &["src/io/output.rs"][..]),
    ]);
    for (file, text) in all() {
        for (library, allowed) in &homes {
            let used = text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(library));
            let home = allowed.iter().any(|home| file == *home || file.starts_with(home.trim_end_matches(".rs")));
            assert!(!used || home, "{file} names {library}; it belongs in {allowed:?}");
        }
    }
}
