//! The changes, in a lossless syntax tree.

use std::collections::BTreeMap;
use std::str::FromStr;

use yaml_edit::{Document, Mapping, Sequence, YamlFile, YamlNode};

use crate::edit::meaning::no_such_control;
use crate::edit::write;
use crate::edit::write::Style;
use crate::model::edit::{Edit, Line, Record, Written};
use crate::source::problem::Problem;

/// The text with the changes made in it.
///
/// # Errors
///
/// When the text is no YAML, or there is no such control.
pub(super) fn apply(text: &str, edits: &[Edit]) -> Result<String, Problem> {
    let file = YamlFile::from_str(text).map_err(|_| unreadable())?;
    let document = file.document().ok_or_else(unreadable)?;
    let top = document.as_mapping().ok_or_else(unreadable)?;
    let style = Style::of(text);
    let controls = controls(&top);
    let index: BTreeMap<String, Mapping> = controls.iter().flat_map(of_id).collect();
    let mut new = Vec::new();
    for edit in edits {
        match edit {
            Edit::Set { control, key, value } => {
                let control = index.get(control).ok_or_else(|| no_such_control(control))?;
                set(control, key, value, style);
            }
            Edit::SetIn { control, list, at, key, value } => {
                let control = index.get(control).ok_or_else(|| no_such_control(control))?;
                let item = control.get_sequence(list).and_then(|list| list.get(*at));
                if let Some(item) = item.as_ref().and_then(YamlNode::as_mapping) {
                    set(item, key, value, style);
                }
            }
            Edit::Extend { control, key, items } => {
                let control = index.get(control).ok_or_else(|| no_such_control(control))?;
                extend(control, key, items, style);
            }
            Edit::Add(record) => new.push(record),
        }
    }
    if new.is_empty() { Ok(file.to_string()) } else { Ok(with_new(&file, &top, &new)) }
}

/// The text with new controls behind the last one. The tree finds the place, for one that stands for all of them: it would take
/// minutes to put thousands into it one by one.
fn with_new(file: &YamlFile, top: &Mapping, new: &[&Record]) -> String {
    let before = file.to_string();
    let stand_in = stand_in(&before);
    let mut record = Record::default();
    record.put("id", Some(Written::Word(stand_in.clone())));
    add(top, &record, Style::Yaml);
    let text = file.to_string();
    let line = format!("- id: {stand_in}");
    let is_own = |(indent, rest): (&str, &str)| {
        let begun = indent.rsplit('\n').next().unwrap_or_default();
        let ended = rest.is_empty() || rest.starts_with(['\n', '\r']);
        (ended && begun.chars().all(|c| c == ' ')).then_some(begun.len())
    };
    let Some((head, tail, indent)) =
        text.split_once(&line).and_then(|(head, tail)| Some((head, tail, is_own((head, tail))?)))
    else {
        return in_flow(&before, new);
    };
    let items: String = new.iter().map(|record| write::item(record, indent)).collect();
    let items = if before.contains("\r\n") { items.replace('\n', "\r\n") } else { items };
    // The first item takes the place of the stand-in, which stands behind its blanks and before its line end.
    let items = items.get(indent..).unwrap_or_default().trim_end_matches(['\r', '\n']);
    [head, items, tail].concat()
}

/// A word that stands nowhere in a text.
fn stand_in(text: &str) -> String {
    let mut word = "new-control".to_owned();
    while text.contains(&word) {
        word.push('-');
    }
    word
}

/// The text with new controls in a list that stands on one line.
fn in_flow(text: &str, new: &[&Record]) -> String {
    let Ok(file) = YamlFile::from_str(text) else { return text.to_owned() };
    if let Some(top) = file.document().and_then(|document| document.as_mapping()) {
        for record in new {
            add(&top, record, Style::of(text));
        }
    }
    file.to_string()
}

fn unreadable() -> Problem {
    Problem::anywhere("this file cannot be changed in place: its YAML is written in a way the editor does not know")
        .help("write to a new file")
}

fn controls(top: &Mapping) -> Option<Sequence> {
    top.get_sequence("controls")
}

/// The controls of a list by their ids.
fn of_id(controls: &Sequence) -> Vec<(String, Mapping)> {
    let of = |node: YamlNode| {
        let control = node.as_mapping()?.clone();
        let id = control.get("id")?.as_scalar()?.as_string();
        Some((id, control))
    };
    controls.values().filter_map(of).collect()
}

fn set(control: &Mapping, key: &'static str, value: &Written, style: Style) {
    if let (Some(there), Written::Words(texts) | Written::Texts(texts)) = (control.get_sequence(key), value)
        && let Some(more) = beyond(&there, texts)
    {
        for text in more {
            there.push(text.as_str());
        }
    } else if let Some(node) = node_of(key, value, style) {
        control.set(key, node);
    }
}

/// What of a list stands beyond the items that are there already; `None` where it is another list.
fn beyond<'t>(there: &Sequence, texts: &'t [String]) -> Option<&'t [String]> {
    let known: Vec<String> = there.values().filter_map(|node| Some(node.as_scalar()?.as_string())).collect();
    let more = texts.strip_prefix(known.as_slice())?;
    (!known.is_empty()).then_some(more)
}

fn extend(control: &Mapping, key: &'static str, items: &[Record], style: Style) {
    match control.get_sequence(key).filter(|there| !there.is_empty()) {
        Some(there) => items.iter().for_each(|item| push(&there, item, style)),
        None => set(control, key, &Written::Records(items.to_vec()), style),
    }
}

fn add(top: &Mapping, record: &Record, style: Style) {
    match controls(top).filter(|controls| !controls.is_empty()) {
        Some(controls) => push(&controls, record, style),
        None => set(top, "controls", &Written::Records(vec![record.clone()]), style),
    }
}

fn push(list: &Sequence, record: &Record, style: Style) {
    let parsed = Document::from_str(&style.lines(record)).ok();
    parsed.and_then(|item| item.as_mapping()).into_iter().for_each(|item| list.push(&item));
}

/// A value as a part of a syntax tree, written as somebody would by hand.
fn node_of(key: &'static str, value: &Written, style: Style) -> Option<YamlNode> {
    let line = Line { key, value: value.clone(), remark: None };
    let parsed = Document::from_str(&style.lines(&Record(vec![line]))).ok()?;
    parsed.as_mapping()?.get(key)
}
