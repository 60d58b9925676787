//! Keys and values as YAML, as somebody would write them by hand.

use crate::model::edit::{Line, Record, Written};
use crate::text::escape;

/// How the text is written in which something is to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As somebody writes YAML by hand.
    Yaml,
    /// As JSON, which every program reads and which has to stay that.
    Json,
}

impl Style {
    /// That of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() { Self::Json } else { Self::Yaml }
    }

    /// A mapping as the lines of a block without blanks before them.
    #[must_use]
    pub fn lines(self, record: &Record) -> String {
        match self {
            Self::Yaml => block(record, 0),
            Self::Json => record.0.iter().map(|line| pair(line) + "\n").collect(),
        }
    }
}

fn pair(line: &Line) -> String {
    format!("\"{}\": {}", line.key, json(&line.value))
}

fn json(value: &Written) -> String {
    let text = |text: &String| serde_json::Value::from(text.as_str()).to_string();
    let list = |items: Vec<String>| format!("[{}]", items.join(", "));
    let mapping = |record: &Record| format!("{{{}}}", record.0.iter().map(pair).collect::<Vec<_>>().join(", "));
    match value {
        Written::Word(word) if Style::of(word) == Style::Json => word.clone(),
        Written::Word(word) | Written::Text(word) => text(word),
        Written::Words(texts) | Written::Texts(texts) => list(texts.iter().map(text).collect()),
        Written::Mapping(record) => mapping(record),
        Written::Records(records) => list(records.iter().map(mapping).collect()),
    }
}

/// A mapping as the lines of a block, each with so many blanks before it.
#[must_use]
pub fn block(record: &Record, indent: usize) -> String {
    record.0.iter().map(|line| of_line(line, indent)).collect()
}

/// A mapping as an item of a block list whose dash stands behind so many blanks.
#[must_use]
pub fn item(record: &Record, indent: usize) -> String {
    let lines = block(record, indent + 2);
    let first = " ".repeat(indent) + "- ";
    // The dash takes the place of the blanks of the first line.
    lines.get(indent + 2..).map_or_else(String::new, |rest| first + rest)
}

fn of_line(Line { key, value, remark }: &Line, indent: usize) -> String {
    let blanks = " ".repeat(indent);
    let remark = remark.as_deref().map(|remark| format!("  # {}", escape::yaml_comment(remark))).unwrap_or_default();
    let one_line = |value: &str| format!("{blanks}{key}: {value}{remark}\n");
    let below = |items: String| format!("{blanks}{key}:{remark}\n{items}");
    match value {
        Written::Word(word) => one_line(word),
        Written::Text(text) => one_line(&escape::yaml_line(text)),
        Written::Words(_) | Written::Mapping(_) => one_line(&flow(value)),
        Written::Texts(texts) if texts.is_empty() => one_line("[]"),
        Written::Records(records) if records.is_empty() => one_line("[]"),
        Written::Texts(texts) => {
            below(texts.iter().map(|text| [&*blanks, "  - ", &escape::yaml_line(text), "\n"].concat()).collect())
        }
        Written::Records(records) => below(records.iter().map(|record| item(record, indent + 2)).collect()),
    }
}

/// A value on one line.
#[must_use]
pub fn flow(value: &Written) -> String {
    let list = |items: Vec<String>| format!("[{}]", items.join(", "));
    match value {
        Written::Word(word) => word.clone(),
        Written::Text(text) => escape::yaml(text).into_owned(),
        Written::Words(texts) | Written::Texts(texts) => {
            list(texts.iter().map(|text| escape::yaml(text).into_owned()).collect())
        }
        Written::Mapping(record) => flow_mapping(record),
        Written::Records(records) => list(records.iter().map(flow_mapping).collect()),
    }
}

fn flow_mapping(record: &Record) -> String {
    let pairs: Vec<String> = record.0.iter().map(|line| format!("{}: {}", line.key, flow(&line.value))).collect();
    format!("{{ {} }}", pairs.join(", "))
}
