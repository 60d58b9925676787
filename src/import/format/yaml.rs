//! YAML: lists of controls in any shape, one record a file, or several documents in one.

use crate::import::data::is_inventory;
use crate::import::data::tables;
use crate::import::file::File;
use crate::import::format::Format;
use crate::import::table::Reading;
use crate::source::file::Place;
use crate::source::node::Kind;
use crate::source::node::Node;
use crate::source::problem::Problem;
use crate::source::problem::Problems;
use crate::source::sink::Outcome;
use crate::source::yaml::documents::documents;
use crate::text::count::number;

/// YAML.
pub const FORMAT: Format = Format { name: "YAML", read };

/// Reads a file of YAML.
fn read(file: &File<'_>, problems: &mut Problems) -> Option<Reading> {
    let text = file.text?;
    if !begins_as_yaml(text) {
        return None;
    }
    let mut found = Problems::default();
    let (documents, outcome) = documents(file.number, text, &mut found);
    let data =
        documents.iter().all(|document| matches!(document.kind, Kind::Mapping(_) | Kind::Sequence(_) | Kind::Null));
    if !data || (outcome == Outcome::BrokenOff && (!is_mostly_yaml(text) || is_page(text))) {
        return None;
    }
    found.sorted().into_iter().for_each(|problem| problems.add(problem.clone()));
    let format = match documents.len() {
        0 | 1 => "YAML".to_owned(),
        several => format!("YAML, {} documents", number(several)),
    };
    if let Some(inventory) = documents.iter().find(|document| is_inventory(document)) {
        problems.add(own_inventory(file.name, Some(inventory.place)));
        return Some(Reading { format: "an inventory of gapcheck".to_owned(), ..Reading::default() });
    }
    let reading = tables(&documents, file.name, true, problems);
    let prose = reading.tables.is_empty() && outcome == Outcome::Whole && documents.iter().all(is_list_of_texts);
    (!prose).then_some(Reading { format, ..reading })
}

/// What is said of an inventory in gapcheck's own format.
pub(super) fn own_inventory(name: &str, place: Option<Place>) -> Problem {
    let message = format!("`{name}` is an inventory of gapcheck already");
    let problem = match place {
        Some(place) => Problem::at(place, message),
        None => Problem::anywhere(message),
    };
    problem.help("`gapcheck assess` takes it as it is; to bring other files into it, name it after `-o`")
}

/// A list of plain texts is what a page of Markdown looks like.
fn is_list_of_texts(document: &Node<'_>) -> bool {
    match &document.kind {
        Kind::Sequence(items) => items.iter().all(|item| matches!(item.kind, Kind::Scalar(_) | Kind::Null)),
        Kind::Null => true,
        _ => false,
    }
}

/// Whether the first line that says something is a key, an item of a list, or the mark of a document.
fn begins_as_yaml(text: &str) -> bool {
    let mut lines =
        text.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.trim_start().starts_with('#'));
    lines.next().is_some_and(|line| {
        line == "---" || line.starts_with("%YAML") || line.starts_with(['{', '[']) || is_yaml_line(line)
    })
}

/// Whether a text that is no YAML is a page of Markdown: a title, and code or bold words where a value would begin.
fn is_page(text: &str) -> bool {
    text.trim_start().starts_with("# ") && [": `", "- `", "- **"].iter().any(|code| text.contains(code))
}

/// Whether most lines could be YAML, so that a fault in them is one of YAML and not of another format.
fn is_mostly_yaml(text: &str) -> bool {
    let said = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let lines: Vec<&str> = text.lines().filter(said).collect();
    let yaml = lines.iter().filter(|line| is_yaml_line(line)).count();
    yaml * 5 >= lines.len() * 4
}

fn is_yaml_line(line: &str) -> bool {
    let line = line.trim_end();
    let bare = line.trim_start();
    let indented = bare.len() < line.len();
    let key = bare.split_once(": ").map(|(key, _)| key).or_else(|| bare.strip_suffix(':'));
    let is_key = key.is_some_and(|key| key.len() <= 80 && !key.contains([',', ';', '|']));
    indented || is_key || bare.starts_with("- ") || bare == "-" || bare == "---"
}
