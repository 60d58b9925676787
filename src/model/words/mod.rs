//! The fixed vocabularies of the inventory format.

mod control;
mod description;
mod document;
mod evidence;
mod scope;
mod task;
mod vendor;
mod weekday;

pub use crate::model::words::control::{ControlKind, Execution, Frequency, Nature, Status};
pub use crate::model::words::description::VouchedList;
pub use crate::model::words::document::{Opinion, Subject};
pub use crate::model::words::evidence::{Conclusion, EvidenceKind, SampleMethod, TestOf};
pub use crate::model::words::scope::{Category, Exposure, PointsOfFocus, PrivacyRole, ReportType};
pub use crate::model::words::task::TaskStatus;
pub use crate::model::words::vendor::{AssuranceKind, Relation};
pub use crate::model::words::weekday::Weekday;
