//! Conventions: numbers no standard fixes, in one table, changeable, printed wherever they differ.

mod conventions;
mod effort;
mod freshness;
mod grace;
mod review;
mod samples;
mod vendors;
mod written;

pub use crate::model::settings::conventions::{Convention, Conventions};
pub use crate::model::settings::effort::Effort;
pub use crate::model::settings::freshness::Freshness;
pub use crate::model::settings::grace::Grace;
pub use crate::model::settings::review::ReviewCycle;
pub use crate::model::settings::samples::{Drawn, Samples};
pub use crate::model::settings::vendors::VendorTerms;
pub use crate::model::settings::written::Settings;
