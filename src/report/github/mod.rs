//! For GitHub Actions: annotations on the lines of a pull request, and the summary of a step.

pub mod annotations;
pub mod summary;
