//! How a remedy is carried out: who does what, when it is done, what shows it, what it takes.
//!
//! The words are ours, written for a small organisation. In them `{}` stands for what the task is about. What the criterion
//! itself says of steps and evidence comes from the catalog and is not repeated here.

mod control;
mod dependence;
mod evidence;
mod governance;
mod past;
mod test;

pub(super) use control::{
    ADDRESS, CLOSE, DESCRIBE, EXTEND, KEEP_PROMISE, MAP, PROTECT, PUT_IN_PLACE, REDESIGN, REINSTATE, SECOND, SETTLE,
};
pub(super) use dependence::{ASK_FOR_REPORT, JUDGE, REVIEW, TAKE_ON, WATCH_OVER};
pub(super) use evidence::{COLLECT, DATE, RECOVER, RESTORE, RUN};
pub(super) use governance::{AGREE_START, DECIDE, DECLARE, DOCUMENT, FOLLOW_UP, LIST_SYSTEMS, PERIOD};
pub(super) use past::{ACCOUNT, FIND, LOOK_BACK, TELL};
pub(super) use test::{RETEST, TEST_AGAIN, TEST_DESIGN, TEST_OPERATION};

/// How a remedy is carried out.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct How {
    /// What to do, in order.
    pub(super) steps: &'static [&'static str],
    /// When it is done.
    pub(super) done_when: &'static str,
    /// What will show that it is done. Where nothing is named, the criterion says it, and what steps there are to take.
    pub(super) proof: &'static [&'static str],
    /// What it takes beside time.
    pub(super) resources: &'static str,
}
