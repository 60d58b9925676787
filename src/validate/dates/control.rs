//! Times of a control: since when and until when it is in place, and those of what belongs to it.

use crate::model::document::Control;
use crate::source::problem::Problems;
use crate::validate::dates::{evidence, in_order, test};

pub(super) fn check(control: &Control, problems: &mut Problems) {
    in_order(
        ("it was put in place on", control.since.as_ref()),
        ("the control was in place until", control.until.as_ref()),
        problems,
    );
    evidence::check(&control.evidence, problems);
    for test in &control.tests {
        test::check(test, problems);
    }
}
