//! Conventions: numbers no standard fixes, in one table, changeable, printed wherever they differ.

mod calendar;
mod convention;
mod conventions;
mod days_per_week;
mod freshness;
mod grace;
mod planning;
mod review;
mod samples;
mod vendors;
mod written;

pub use crate::model::settings::calendar::WorkCalendar;
pub use crate::model::settings::convention::Convention;
pub use crate::model::settings::conventions::Conventions;
pub use crate::model::settings::days_per_week::DaysPerWeek;
pub use crate::model::settings::freshness::Freshness;
pub use crate::model::settings::grace::Grace;
pub use crate::model::settings::planning::PlanTerms;
pub use crate::model::settings::review::ReviewCycle;
pub use crate::model::settings::samples::{Drawn, Samples};
pub use crate::model::settings::vendors::VendorTerms;
pub use crate::model::settings::written::Settings;
