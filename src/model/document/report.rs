//! Reports about our own organisation, as they are written.

use crate::model::date::{Date, Period};
use crate::model::words::{AssuranceKind, Opinion};
use crate::record;
use crate::source::file::Located;
use crate::source::reader::Text;

record! {
    /// A report somebody independent gave about our own organisation: what buyers ask for.
    pub struct OwnReport as "a report of our own" {
        /// What sort of report.
        kind: AssuranceKind,
        /// The period it covers.
        period: Option<Period>,
        /// The date it speaks of, where it covers no period; of a penetration test its last day.
        date: Option<Located<Date>>,
        /// When it was issued.
        issued: Option<Located<Date>>,
        /// Who examined or tested: the firm.
        by: Option<Text>,
        /// Where the file lies, relative to the inventory.
        path: Option<Located<Text>>,
        /// Where it lies on a network; it cannot be looked up there, and reports say so.
        url: Option<Text>,
        /// Who sees to the next one.
        owner: Option<Located<Text>>,
        /// The opinion it gives.
        opinion: Option<Opinion>,
        /// How many exceptions it names.
        exceptions: Option<u32>,
        /// How many of its findings are still open.
        findings_open: Option<u32>,
        /// Until when a letter of ours extends it.
        bridge_until: Option<Located<Date>>,
    }
}

impl OwnReport {
    /// The time it speaks of: its period, else its date.
    #[must_use]
    pub fn time(&self) -> Option<Period> {
        let date = self.date.as_ref().map(|date| Period::day(date.value));
        self.period.clone().or(date)
    }

    /// The first day it can be there: when it was issued, else the end of what it looks back on; a certificate runs ahead.
    #[must_use]
    pub fn there_from(&self) -> Option<Date> {
        let time = self.time().map(|time| if self.runs_ahead() { time.start } else { time.end });
        self.issued.as_ref().map(|issued| issued.value).or(time)
    }

    /// Whether its period is one it holds for, and not one it looks back on.
    #[must_use]
    pub const fn runs_ahead(&self) -> bool {
        matches!(self.kind, AssuranceKind::Iso27001 | AssuranceKind::PciDss)
    }

    /// The last day it speaks of.
    #[must_use]
    pub fn end(&self) -> Option<Date> {
        self.time().map(|time| time.end)
    }
}
