//! How old evidence may be.

use crate::model::duration::Duration;
use crate::record;

record! {
    /// How old evidence may be before it is stale, by the frequency of its control. Conventions: ask your auditor.
    pub struct Freshness as "`freshness`" {
        /// For continuous controls. Default: 90d.
        continuous: Option<Duration>,
        /// For daily controls. Default: 30d.
        daily: Option<Duration>,
        /// For weekly controls. Default: 30d.
        weekly: Option<Duration>,
        /// For monthly controls. Default: 45d.
        monthly: Option<Duration>,
        /// For quarterly controls. Default: 110d.
        quarterly: Option<Duration>,
        /// For semiannual controls. Default: 200d.
        semiannual: Option<Duration>,
        /// For annual controls. Default: 380d.
        annual: Option<Duration>,
        /// For controls that run when something happens. Default: 180d.
        per_event: Option<Duration>,
        /// For controls set up once. Default: 365d.
        once: Option<Duration>,
        /// For controls that name no frequency. Default: 90d.
        unstated: Option<Duration>,
        /// For tests of design. Default: 365d.
        test: Option<Duration>,
    }
}
