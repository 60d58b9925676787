//! The clauses of other frameworks that a control names itself.

use serde_json::{Value, json};

use crate::model::clause_shape::{clause, is_within};
use crate::model::framework::Framework;
use crate::source::describe::Definitions;
use crate::source::file::{Located, Place};
use crate::source::node::{Entry, Kind, Node};
use crate::source::problem::{Problem, Problems};
use crate::source::reader::{Readable, expected, scalar};
use crate::text::wrap::truncate;

/// A clause of a framework, by the id that framework gives it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clause {
    /// The framework.
    pub framework: Framework,
    /// The id, such as `A.5.15`.
    pub id: Box<str>,
}

/// The clauses a control names, as written: `{ iso27001: [A.5.15], nist-csf: [PR.AA-05] }`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamedClauses(pub Vec<Located<Clause>>);

impl NamedClauses {
    /// Those of a framework, by their ids.
    pub fn of(&self, framework: Framework) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |named| named.value.framework == framework).map(|named| &*named.value.id)
    }

    fn add(&mut self, framework: Framework, node: &Node<'_>, problems: &mut Problems) {
        let Some(id) = read_id(framework, node, problems) else { return };
        let named = Located { value: Clause { framework, id: id.into() }, place: node.place };
        match self.0.iter().find(|known| known.value == named.value) {
            Some(first) => problems.add(twice(&named, first.place)),
            None => self.0.push(named),
        }
    }
}

impl Readable for NamedClauses {
    fn read(node: &Node<'_>, problems: &mut Problems) -> Option<Self> {
        let Kind::Mapping(entries) = &node.kind else {
            let what = "clauses by framework, such as `{ iso27001: [A.5.15] }`";
            return expected(what, node, problems);
        };
        let mut named = Self::default();
        for entry in entries {
            let Some(framework) = Framework::named(&entry.key) else {
                problems.add(unknown(entry));
                continue;
            };
            match &entry.value.kind {
                Kind::Null => {}
                Kind::Sequence(items) => items.iter().for_each(|item| named.add(framework, item, problems)),
                Kind::Scalar(text) => {
                    let problem =
                        Problem::at(entry.value.place, format!("expected a list, found {}", entry.value.in_words()));
                    problems.add(problem.help(format!("write `[{}]`", truncate(text, 60))));
                }
                Kind::Mapping(_) => drop(expected::<Self>("a list", &entry.value, problems)),
            }
        }
        Some(named)
    }

    fn absent() -> Option<Self> {
        Some(Self::default())
    }

    fn describe(definitions: &mut Definitions) -> Value {
        let list = json!({ "type": ["array", "null"], "items": { "type": ["string", "number"], "pattern": "\\S" } });
        let words = Framework::ALL.iter().map(|framework| (framework.word().to_owned(), list.clone()));
        let spelled = Framework::ALL.iter().flat_map(|framework| framework.spellings()).map(|word| any_marks(word));
        let pattern = format!("^[^A-Za-z0-9]*({})$", spelled.collect::<Vec<_>>().join("|"));
        definitions.named(
            "NamedClauses",
            json!({
                "description": "Clauses of other frameworks by framework, such as iso27001: [A.5.15].",
                "anyOf": [{
                    "type": "object",
                    // Editors complete the keys from the first; the second lets through what the reader does.
                    "properties": words.collect::<serde_json::Map<_, _>>(),
                    "patternProperties": { pattern: list },
                    "additionalProperties": false,
                }],
            }),
        )
    }
}

/// A pattern for a name in any case with any marks between its letters.
fn any_marks(word: &str) -> String {
    let letter = |c: char| {
        let letter = if c.is_ascii_alphabetic() { format!("[{}{c}]", c.to_ascii_uppercase()) } else { c.to_string() };
        letter + "[^A-Za-z0-9]*"
    };
    word.chars().map(letter).collect()
}

fn read_id(framework: Framework, node: &Node<'_>, problems: &mut Problems) -> Option<String> {
    let text = scalar("the id of a clause", node, problems)?;
    let read = clause(framework, text);
    if read.is_none() {
        let message = format!("`{}` is not the id of a clause of {}", truncate(text, 60), framework.title());
        problems.add(Problem::at(node.place, message).help(meant(framework, text)));
    }
    if let Some(beyond) = read.as_ref().filter(|id| !is_within(framework, id)) {
        let message = format!("{} has no clause `{beyond}`", framework.title());
        problems.add(Problem::at(node.place, message).help(format!("ids look like {}", framework.example())));
        return None;
    }
    read
}

/// What the writer of an id that is none probably means.
fn meant(framework: Framework, text: &str) -> String {
    let in_the_annex = (framework == Framework::Iso27001).then(|| clause(framework, &format!("A.{text}"))).flatten();
    match in_the_annex {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("ids look like {}", framework.example()),
    }
}

fn unknown(entry: &Entry<'_>) -> Problem {
    let shown = truncate(&entry.key, 60);
    Problem::at(entry.place, format!("`{shown}` is not a framework that controls can name clauses of"))
        .help(Framework::help(&entry.key))
}

fn twice(named: &Located<Clause>, first: Place) -> Problem {
    let Clause { framework, id } = &named.value;
    Problem::at(named.place, format!("`{id}` of {} is named twice", framework.title()))
        .label("second time")
        .related(first, "first time")
        .help("name each clause once")
}

/// What is said of an id that is none, typed where a clause is asked for.
#[must_use]
pub fn not_a_clause(framework: Framework, text: &str) -> String {
    let shown = truncate(text, 60);
    format!("`{shown}` is not the id of a clause of {}; {}", framework.title(), meant(framework, text))
}
