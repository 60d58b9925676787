//! SARIF 2.1.0, as code scanning of GitHub and the viewers of editors read it.
//!
//! A criterion is a reporting rule, and a gap a result of the first criterion it touches; a gap that touches none is a
//! result of the rule of gapcheck that found it. What identifies a result is made of the gap's id alone, and its message
//! holds no date, no number and no word of the inventory beside ids, so that nothing that is only reworded looks new.

mod artifact;
mod help;
mod result;
mod rule;
mod run;

use serde::Serialize;

use crate::model::assessment::Assessment;
use crate::report::format::Content;
use crate::report::json::pretty;
use crate::report::sarif::run::Run;
use crate::report::{Format, Options};

/// The format `sarif`.
pub static FORMAT: Format = Format {
    name: "sarif",
    extension: "sarif",
    summary: "SARIF 2.1.0: each gap on its line, for code scanning on GitHub and for editors",
    styled: false,
    render,
};

/// A log of one run.
#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    let log = Log {
        schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        version: "2.1.0",
        runs: [Run::of(assessment, options)],
    };
    pretty(&log).into()
}

/// A message in plain words.
#[derive(Serialize)]
struct Message {
    text: String,
}

impl Message {
    fn new(text: impl Into<String>) -> Self {
        Self { text: text.into() }
    }
}
