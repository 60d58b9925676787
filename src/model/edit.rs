//! Changes to the text of an inventory that somebody keeps by hand.

/// Something to be written under a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Written {
    /// A word of the format, a date or a number: written as it is.
    Word(String),
    /// A text of somebody's, in quotes where it needs them.
    Text(String),
    /// A list of short words, on one line.
    Words(Vec<String>),
    /// A list of texts, each on its own line.
    Texts(Vec<String>),
    /// A mapping, on one line.
    Mapping(Record),
    /// A list of mappings.
    Records(Vec<Record>),
}

/// The keys of a mapping with what stands under them, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record(pub Vec<Line>);

/// A key with what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The key.
    pub key: &'static str,
    /// What stands under it.
    pub value: Written,
    /// A remark for whoever reads the file.
    pub remark: Option<String>,
}

impl Record {
    /// Adds a key, where there is something to stand under it.
    pub fn put(&mut self, key: &'static str, value: Option<Written>) {
        self.0.extend(value.map(|value| Line { key, value, remark: None }));
    }

    /// Adds a remark to the last key.
    pub fn remark(&mut self, remark: impl Into<String>) {
        if let Some(line) = self.0.last_mut() {
            line.remark = Some(remark.into());
        }
    }

    /// What stands under a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Written> {
        self.0.iter().find(|line| line.key == key).map(|line| &line.value)
    }
}

/// A change to an inventory; everything else in it stays as it is, letter by letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A key of a control is given another value, or a first one.
    Set {
        /// The id of the control.
        control: String,
        /// The key.
        key: &'static str,
        /// The value.
        value: Written,
    },
    /// More stands in a list of a control.
    Extend {
        /// The id of the control.
        control: String,
        /// The key of the list.
        key: &'static str,
        /// What is added at its end.
        items: Vec<Record>,
    },
    /// A key of an item in a list of a control is given another value, or a first one.
    SetIn {
        /// The id of the control.
        control: String,
        /// The key of the list.
        list: &'static str,
        /// Which item, from 0.
        at: usize,
        /// The key in the item.
        key: &'static str,
        /// The value.
        value: Written,
    },
    /// A control stands at the end of the controls.
    Add(Record),
}
