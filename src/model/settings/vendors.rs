//! How long what other organisations gave us holds.

use crate::model::duration::Duration;
use crate::record;

record! {
    /// How long what other organisations gave us holds. Conventions: ask your auditor.
    pub struct VendorTerms as "`vendors`" {
        /// How far after the end of a report a bridge letter may reach. Default: 3mo.
        bridge_letter: Option<Duration>,
        /// How long ago another organisation may have been reviewed last. Default: 1y.
        review: Option<Duration>,
        /// How long after its end a report still speaks for a type 1 report of ours. Default: 1y.
        report: Option<Duration>,
    }
}

impl VendorTerms {
    /// How far after the end of a report a bridge letter may reach.
    pub(super) fn bridge_letter(&self) -> Duration {
        self.bridge_letter.unwrap_or(Duration::Months(3))
    }

    /// How long ago the last review may have been.
    pub(super) fn review(&self) -> Duration {
        self.review.unwrap_or(Duration::Months(12))
    }

    /// How long after its end a report still speaks for a type 1 report.
    pub(super) fn report(&self) -> Duration {
        self.report.unwrap_or(Duration::Months(12))
    }
}
