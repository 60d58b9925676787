//! How long after an occurrence what shows it may still come in.

use crate::model::duration::Duration;
use crate::model::words::Frequency;
use crate::record;

record! {
    /// How long after the end of an occurrence its evidence may still come in before it counts as missed, by the frequency
    /// of the control. Conventions: ask your auditor.
    pub struct Grace as "`grace`" {
        /// For daily controls. Default: 3d.
        daily: Option<Duration>,
        /// For weekly controls. Default: 5d.
        weekly: Option<Duration>,
        /// For monthly controls. Default: 10d.
        monthly: Option<Duration>,
        /// For quarterly controls. Default: 15d.
        quarterly: Option<Duration>,
        /// For semiannual controls. Default: 15d.
        semiannual: Option<Duration>,
        /// For annual controls. Default: 15d.
        annual: Option<Duration>,
        /// For controls without set times: continuous, per-event and set up once. Default: 15d.
        whole_period: Option<Duration>,
    }
}

impl Grace {
    /// What was set for a frequency, and the default.
    pub(super) fn entry(&self, frequency: Frequency) -> (Option<Duration>, Duration) {
        let (set, days) = match frequency {
            Frequency::Daily => (self.daily, 3),
            Frequency::Weekly => (self.weekly, 5),
            Frequency::Monthly => (self.monthly, 10),
            Frequency::Quarterly => (self.quarterly, 15),
            Frequency::Semiannual => (self.semiannual, 15),
            Frequency::Annual => (self.annual, 15),
            Frequency::Continuous | Frequency::PerEvent | Frequency::Once => (self.whole_period, 15),
        };
        (set, Duration::Days(days))
    }
}
