//! The conventions an inventory sets, as they are written.

use crate::model::settings::calendar::WorkCalendar;
use crate::model::settings::freshness::Freshness;
use crate::model::settings::grace::Grace;
use crate::model::settings::planning::PlanTerms;
use crate::model::settings::samples::Samples;
use crate::model::settings::vendors::VendorTerms;
use crate::model::words::PointsOfFocus;
use crate::record;

record! {
    /// Conventions of the organisation's own.
    pub struct Settings as "`settings`" {
        /// How old evidence may be, by the frequency of its control.
        freshness: Option<Freshness>,
        /// How long after an occurrence its evidence may still come in.
        grace: Option<Grace>,
        /// How many items a test of operation should look at.
        samples: Option<Samples>,
        /// How long what other organisations gave us holds.
        vendors: Option<VendorTerms>,
        /// Which days are worked on.
        calendar: Option<WorkCalendar>,
        /// How the way to the report is planned.
        plan: Option<PlanTerms>,
        /// What reports make of points of focus. Default: advisory.
        points_of_focus: Option<PointsOfFocus>,
    }
}
