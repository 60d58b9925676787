//! The fixed vocabularies of the inventory format.

use crate::vocabulary;

vocabulary! {
    /// A trust services category.
    pub enum Category as "category" {
        /// Information and systems are protected; the common criteria. Every report covers it.
        Security = "security",
        /// The system is up as promised.
        Availability = "availability",
        /// Processing is whole, correct and on time.
        ProcessingIntegrity = "processing-integrity",
        /// Information marked confidential is protected.
        Confidentiality = "confidentiality",
        /// Personal information is handled as promised.
        Privacy = "privacy",
    }
    hint {
        "common-criteria" => "security",
        "integrity" => "processing-integrity",
        "uptime" => "availability",
        "gdpr" => "privacy",
    }
}

impl Category {
    /// The category for people: `processing integrity`.
    #[must_use]
    pub const fn plain(self) -> &'static str {
        match self {
            Self::ProcessingIntegrity => "processing integrity",
            other => other.word(),
        }
    }
}

vocabulary! {
    /// What the report is to speak of.
    pub enum ReportType as "report type" {
        /// The design of controls at a date.
        Type1 = "type1",
        /// Design, and operation through a period.
        Type2 = "type2",
    }
    also {
        "type-1" => Type1,
        "type-i" => Type1,
        "type-2" => Type2,
        "type-ii" => Type2,
    }
    hint {
        "soc2" => "type1",
        "i" => "type1",
        "ii" => "type2",
        "1" => "type1",
        "2" => "type2",
        "type3" => "type2",
    }
}

vocabulary! {
    /// In which role the organisation handles personal data.
    pub enum PrivacyRole as "privacy role" {
        /// It decides why and how the data is used.
        Controller = "controller",
        /// It handles the data on behalf of others.
        Processor = "processor",
        /// It does both.
        Both = "both",
    }
}

vocabulary! {
    /// From where a system can be reached.
    pub enum Exposure as "exposure" {
        /// From the whole internet.
        Internet = "internet",
        /// By partners over agreed links.
        Partner = "partner",
        /// From inside the organisation's own networks only.
        Internal = "internal",
        /// From nowhere else.
        Isolated = "isolated",
    }
    also {
        "public" => Internet,
        "external" => Internet,
        "partners" => Partner,
        "private" => Internal,
        "vpn" => Internal,
        "none" => Isolated,
        "offline" => Isolated,
    }
}

vocabulary! {
    /// What sort of thing a control is.
    pub enum ControlKind as "control kind" {
        /// A rule laid down in writing.
        Policy = "policy",
        /// Something people do by set steps.
        Procedure = "procedure",
        /// Something a system does or is configured to do.
        Technical = "technical",
        /// Something made of walls, locks or fire extinguishers.
        Physical = "physical",
    }
    hint {
        "process" => "procedure",
        "automated" => "technical",
        "administrative" => "procedure",
        "manual" => "procedure",
    }
}

vocabulary! {
    /// When a control acts on what can go wrong.
    pub enum Nature as "control nature" {
        /// Before.
        Preventive = "preventive",
        /// After, by finding it.
        Detective = "detective",
        /// After, by putting it right.
        Corrective = "corrective",
    }
    also {
        "preventative" => Preventive,
    }
}

vocabulary! {
    /// Who or what runs a control.
    pub enum Execution as "way of execution" {
        /// People.
        Manual = "manual",
        /// A system, without people.
        Automated = "automated",
        /// A system that people start or judge.
        Hybrid = "hybrid",
    }
    also {
        "automatic" => Automated,
        "semi-automated" => Hybrid,
    }
}

vocabulary! {
    /// How often a control operates.
    pub enum Frequency as "frequency" {
        /// All the time.
        Continuous = "continuous",
        /// Each day or working day.
        Daily = "daily",
        /// Each week.
        Weekly = "weekly",
        /// Each month.
        Monthly = "monthly",
        /// Each quarter.
        Quarterly = "quarterly",
        /// Twice a year.
        Semiannual = "semiannual",
        /// Once a year.
        Annual = "annual",
        /// Whenever something happens, such as a hire or a change.
        PerEvent = "per-event",
        /// Once, when it is set up.
        Once = "once",
    }
    also {
        "semi-annual" => Semiannual,
    }
    hint {
        "yearly" => "annual",
        "annually" => "annual",
        "biannual" => "semiannual",
        "half-yearly" => "semiannual",
        "ad-hoc" => "per-event",
        "on-demand" => "per-event",
        "as-needed" => "per-event",
        "hourly" => "continuous",
        "always" => "continuous",
        "real-time" => "continuous",
        "per-change" => "per-event",
        "nightly" => "daily",
    }
}

vocabulary! {
    /// How far a control has come.
    pub enum Status as "status" {
        /// Meant to be put in place.
        Planned = "planned",
        /// Being put in place.
        InProgress = "in-progress",
        /// In place as described.
        Implemented = "implemented",
        /// Done in practice, but not laid down.
        Informal = "informal",
        /// No longer in place.
        Retired = "retired",
    }
    hint {
        "done" => "implemented",
        "active" => "implemented",
        "complete" => "implemented",
        "completed" => "implemented",
        "in-place" => "implemented",
        "operating" => "implemented",
        "yes" => "implemented",
        "no" => "planned",
        "missing" => "planned",
        "not-implemented" => "planned",
        "not-started" => "planned",
        "todo" => "planned",
        "partial" => "in-progress",
        "partially-implemented" => "in-progress",
        "ongoing" => "in-progress",
        "ad-hoc" => "informal",
        "deprecated" => "retired",
        "not-applicable" => "retired",
    }
}

impl Status {
    /// Whether a control of this status is in place.
    #[must_use]
    pub const fn in_place(self) -> bool {
        matches!(self, Self::Implemented | Self::Informal)
    }
}

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

vocabulary! {
    /// How another organisation stands to ours.
    pub enum Relation as "relation" {
        /// An ordinary supplier.
        Vendor = "vendor",
        /// A subservice organisation whose controls are left out of our description.
        CarveOut = "carve-out",
        /// A subservice organisation whose controls are part of our description.
        Inclusive = "inclusive",
    }
    hint {
        "subservice" => "carve-out",
        "supplier" => "vendor",
    }
}

vocabulary! {
    /// What sort of report another organisation gave us.
    pub enum AssuranceKind as "kind of report" {
        /// A SOC 2 report over a period.
        Soc2Type2 = "soc2-type2",
        /// A SOC 2 report at a date.
        Soc2Type1 = "soc2-type1",
        /// A SOC 1 report over a period.
        Soc1Type2 = "soc1-type2",
        /// A SOC 1 report at a date.
        Soc1Type1 = "soc1-type1",
        /// A SOC 3 report.
        Soc3 = "soc3",
        /// A certificate under ISO/IEC 27001.
        Iso27001 = "iso27001",
        /// A PCI DSS attestation.
        PciDss = "pci-dss",
        /// The report of a penetration test.
        PenetrationTest = "penetration-test",
        /// A filled-in security questionnaire.
        Questionnaire = "questionnaire",
        /// Something else.
        Other = "other",
    }
    also {
        "iso-27001" => Iso27001,
        "pentest" => PenetrationTest,
    }
    hint {
        "soc2" => "soc2-type2",
        "soc-2" => "soc2-type2",
        "soc1" => "soc1-type2",
    }
}

vocabulary! {
    /// How far a remediation task has come.
    pub enum TaskStatus as "task status" {
        /// Not begun.
        Open = "open",
        /// Begun.
        InProgress = "in-progress",
        /// Waiting for something else.
        Blocked = "blocked",
        /// Finished.
        Done = "done",
    }
    also {
        "todo" => Open,
        "planned" => Open,
        "not-started" => Open,
        "completed" => Done,
        "complete" => Done,
        "closed" => Done,
    }
}

vocabulary! {
    /// What reports make of points of focus.
    pub enum PointsOfFocus as "choice for points of focus" {
        /// They are counted and shown as guidance; they never make a gap or move a score.
        Advisory = "advisory",
        /// They are left out.
        Off = "off",
    }
}
