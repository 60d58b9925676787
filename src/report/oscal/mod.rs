//! OSCAL, the format of NIST for assessments between programs: assessment results, and a plan of action and milestones.
//!
//! Our own structs for the part of the format that is written, one file a part. The same gap has the same UUIDs in both
//! documents and from one assessment to the next, made of its id. Nothing is ever referred to that is not defined in the same
//! document, and no list is ever empty: where there is nothing to say the field is left out.

mod address;
pub mod ar;
mod assets;
mod back_matter;
mod counts;
mod desk;
mod documents;
mod evidence;
mod facets;
mod finding;
mod gap_seen;
mod ids;
mod log;
mod metadata;
mod objective;
mod observation;
mod origin;
mod party;
pub mod poam;
mod prop;
mod response;
mod reviewed;
mod risk;
mod seen;
mod task;
mod tests_on_file;
mod text;
