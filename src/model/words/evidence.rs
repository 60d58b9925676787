//! Words of evidence and tests.

use crate::vocabulary;

vocabulary! {
    /// What a piece of evidence is.
    pub enum EvidenceKind as "kind of evidence" {
        /// A trace of something done: a ticket, a signed form, minutes.
        Record = "record",
        /// A written rule.
        Policy = "policy",
        /// How a system is set up.
        Configuration = "configuration",
        /// The full list a sample is taken from.
        Population = "population",
        /// The items taken from a population.
        Sample = "sample",
        /// A written result.
        Report = "report",
        /// What a system wrote down by itself.
        Log = "log",
        /// A picture of a screen.
        Screenshot = "screenshot",
        /// Somebody's signed word.
        Attestation = "attestation",
    }
    hint {
        "document" => "record",
        "ticket" => "record",
        "config" => "configuration",
        "image" => "screenshot",
        "export" => "population",
    }
}

vocabulary! {
    /// What a test looked at.
    pub enum TestOf as "test" {
        /// Whether the control would do its work if it ran as described.
        Design = "design",
        /// Whether it ran that way through a period.
        Operation = "operation",
    }
    also {
        "operating-effectiveness" => Operation,
    }
    hint {
        "toe" => "operation",
        "tod" => "design",
        "effectiveness" => "operation",
        "operating" => "operation",
    }
}

vocabulary! {
    /// How the items of a sample were chosen.
    pub enum SampleMethod as "sampling method" {
        /// By chance, from a seed that can be repeated.
        Random = "random",
        /// Every so many items.
        Systematic = "systematic",
        /// As they came to hand.
        Haphazard = "haphazard",
        /// By judgement.
        Judgemental = "judgemental",
        /// All of them.
        All = "all",
    }
    also {
        "judgmental" => Judgemental,
        "census" => All,
    }
}

vocabulary! {
    /// What a test came to.
    pub enum Conclusion as "conclusion" {
        /// It did what it should.
        Effective = "effective",
        /// At least one item deviated.
        Exception = "exception",
        /// It does not do what it should.
        Deficient = "deficient",
    }
    hint {
        "pass" => "effective",
        "passed" => "effective",
        "ok" => "effective",
        "fail" => "deficient",
        "failed" => "deficient",
        "ineffective" => "deficient",
    }
}
