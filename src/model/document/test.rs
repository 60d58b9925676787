//! Tests of controls, as they are written.

use crate::model::date::{Date, Period};
use crate::model::words::{Conclusion, SampleMethod, TestOf};
use crate::record;
use crate::source::file::Located;
use crate::source::reader::Text;

record! {
    /// A test of a control.
    pub struct Test as "a test" {
        /// What was tested: design, or operation.
        of: TestOf,
        /// When.
        date: Option<Located<Date>>,
        /// By whom.
        by: Option<Located<Text>>,
        /// The period tested.
        period: Option<Period>,
        /// All items the control applied to.
        population: Option<Population>,
        /// The items looked at.
        sample: Option<Sample>,
        /// The items that deviated.
        exceptions: Vec<TestException>,
        /// What the test came to. Without one it supports nothing.
        conclusion: Option<Conclusion>,
    }
}

record! {
    /// All items a control applied to in a period.
    pub struct Population as "a population" {
        /// How many.
        size: Option<u32>,
        /// The SHA-256 of its ids, sorted, a line each, in hexadecimal: which items they were. `gapcheck sample` records it.
        digest: Option<Located<Text>>,
        /// Where the list came from.
        source: Option<String>,
        /// When it was taken.
        retrieved: Option<Located<Date>>,
        /// Whether it was checked to be complete.
        reconciled: Option<bool>,
    }
}

record! {
    /// The items a test looked at.
    pub struct Sample as "a sample" {
        /// How many.
        size: Option<Located<u32>>,
        /// How they were chosen.
        method: Option<SampleMethod>,
        /// The seed of a random choice, so that it can be repeated.
        seed: Option<u32>,
    }
}

record! {
    /// An item that deviated from the control as described.
    pub struct TestException as "an exception" {
        /// The item.
        item: Option<String>,
        /// What was found.
        description: Option<String>,
        /// Why it came about.
        root_cause: Option<String>,
        /// When it was put right.
        resolved: Option<Located<Date>>,
    }
}
