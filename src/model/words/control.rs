//! Words of controls.

use crate::vocabulary;

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
