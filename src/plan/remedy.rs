//! What mends what: for every rule its remedy, and how much work that is.
//!
//! The days are conventions of gapcheck, not of any standard: a first guess for a small organisation, there to put tasks in an
//! order until somebody states the effort. They are in tenths, so that nothing is ever rounded.

use crate::model::gap::Finding;

/// Whose task a remedy is: gaps of one such thing with one remedy make one task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// Of the control the gap's id begins with.
    Control,
    /// Of the document the gap's id begins with.
    Document,
    /// Of the commitment, or of the scope as a whole, the gap's id begins with.
    Subject,
    /// Of the criterion the gap's id begins with.
    Criterion,
    /// Of the system the gap's id ends with, whatever the criterion.
    System,
    /// Of the other organisation the gap's id begins with.
    Vendor,
    /// Of what the whole id is about, such as one data flow or the decision about one gap.
    Part,
}

/// Something to do.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Remedy {
    /// Its name in the ids of tasks.
    pub(super) name: &'static str,
    /// The title of its tasks, with `{}` for what they are about and `{controls}` for the controls to extend.
    pub(super) title: &'static str,
    /// Whose task it is.
    pub(super) whose: Whose,
}

const fn remedy(name: &'static str, whose: Whose, title: &'static str) -> Remedy {
    Remedy { name, title, whose }
}

static ADDRESS: Remedy = remedy("address", Whose::Criterion, "Put a control in place for {}");
static PUT_IN_PLACE: Remedy = remedy("put-in-place", Whose::Control, "Put {} in place");
static EXTEND: Remedy = remedy("extend-to", Whose::System, "Extend {controls} to {}");
static KEEP_PROMISE: Remedy = remedy("stand-behind", Whose::Subject, "Put controls behind the commitment {}");
static REDESIGN: Remedy = remedy("redesign", Whose::Control, "Redesign {} and test the new design");
static TEST_DESIGN: Remedy = remedy("test-design", Whose::Control, "Test the design of {}");
static DESCRIBE: Remedy = remedy("describe", Whose::Control, "Complete the description of {}");
static MAP: Remedy = remedy("map", Whose::Control, "Map {} to the criteria it serves");
static SECOND: Remedy = remedy("second-control", Whose::Criterion, "Put a second control beside the only one for {}");
static COLLECT: Remedy = remedy("collect-evidence", Whose::Control, "Collect evidence for {}");
static RUN: Remedy = remedy("run-when-due", Whose::Control, "Run {} each time it is due, and keep what shows it");
static TEST_OPERATION: Remedy = remedy("test-operation", Whose::Control, "Test the operation of {}");
static AGREE_START: Remedy = remedy("agree-start", Whose::Control, "Agree with the auditor from what day on {} counts");
static SETTLE: Remedy =
    remedy("settle-exceptions", Whose::Control, "Find the cause of what tests of {} found, and put it right");
static RESTORE: Remedy =
    remedy("restore-operation", Whose::Control, "Put {} back to work as described and test it again");
static RETEST: Remedy = remedy("repeat-test", Whose::Control, "Repeat the tests of {} so that they can be relied on");
static DOCUMENT: Remedy = remedy("settle-document", Whose::Document, "Write, review and approve {}");
static DECIDE: Remedy = remedy("decide-acceptance", Whose::Part, "Decide anew on the acceptance of {}");
static FOLLOW_UP: Remedy = remedy("follow-up", Whose::Part, "Bring the remediation entry for {} up to date");
static PERIOD: Remedy = remedy("set-period", Whose::Subject, "Agree an observation period of three to twelve months");
static REINSTATE: Remedy = remedy("reinstate", Whose::Criterion, "Take {} back into the scope and address it");
static LIST_SYSTEMS: Remedy = remedy("list-systems", Whose::Subject, "List the systems in scope");
static PROTECT: Remedy = remedy("protect-flow", Whose::Part, "Protect the data flow {}");
static DECLARE: Remedy = remedy("declare-flow", Whose::Part, "Name the data that flows {}");
static ASK_FOR_REPORT: Remedy = remedy("ask-for-report", Whose::Vendor, "Ask for the reports of {} and judge them");
static TAKE_ON: Remedy = remedy("take-on", Whose::Part, "Take on the user entity control {}");
static WATCH_OVER: Remedy = remedy("stand-behind", Whose::Vendor, "Put controls behind what {} is relied on for");
static REVIEW: Remedy = remedy("review", Whose::Vendor, "Review {} and record the day");

/// What is done about a gap of a rule that is not in the table.
static CLOSE: Remedy = remedy("close", Whose::Part, "Close {}");

/// A rule, its remedy, and the days of work in tenths.
type Row = (&'static str, &'static Remedy, u32);

static TABLE: &[Row] = &[
    ("criterion-without-control", &ADDRESS, 50),
    ("control-not-in-place", &PUT_IN_PLACE, 50),
    ("system-not-covered", &EXTEND, 30),
    ("commitment-uncovered", &KEEP_PROMISE, 50),
    ("design-deficient", &REDESIGN, 50),
    ("design-untested", &TEST_DESIGN, 5),
    ("control-informal", &DESCRIBE, 10),
    ("control-without-owner", &DESCRIBE, 2),
    ("control-without-frequency", &DESCRIBE, 2),
    ("control-vaguely-worded", &DESCRIBE, 5),
    ("control-unmapped", &MAP, 2),
    ("implausible-mapping", &MAP, 5),
    ("single-control-reliance", &SECOND, 30),
    ("evidence-absent", &COLLECT, 10),
    ("evidence-stale", &COLLECT, 5),
    ("evidence-missing", &COLLECT, 5),
    ("evidence-altered", &COLLECT, 10),
    ("evidence-outside-period", &COLLECT, 10),
    ("evidence-dated-ahead", &COLLECT, 2),
    ("occurrence-missed", &RUN, 10),
    ("operation-untested", &TEST_OPERATION, 10),
    ("operating-exceptions", &SETTLE, 20),
    ("operation-deficient", &RESTORE, 50),
    ("sample-too-small", &RETEST, 10),
    ("population-unproved", &RETEST, 5),
    ("control-started-late", &AGREE_START, 5),
    ("tester-not-independent", &RETEST, 5),
    ("document-missing", &DOCUMENT, 20),
    ("document-unapproved", &DOCUMENT, 5),
    ("document-review-overdue", &DOCUMENT, 5),
    ("subservice-report-absent", &ASK_FOR_REPORT, 20),
    ("subservice-report-gap", &ASK_FOR_REPORT, 10),
    ("user-entity-control-unplaced", &TAKE_ON, 20),
    ("expected-control-unsupported", &WATCH_OVER, 30),
    ("vendor-unreviewed", &REVIEW, 10),
    ("acceptance-expired", &DECIDE, 2),
    ("acceptance-unused", &DECIDE, 1),
    ("acceptance-outdated", &DECIDE, 2),
    ("acceptance-self-approved", &DECIDE, 2),
    ("remediation-unused", &FOLLOW_UP, 1),
    ("task-overdue", &FOLLOW_UP, 2),
    ("task-without-owner", &FOLLOW_UP, 1),
    ("period-too-short", &PERIOD, 5),
    ("period-too-long", &PERIOD, 5),
    ("common-criterion-excluded", &REINSTATE, 30),
    ("systems-undefined", &LIST_SYSTEMS, 5),
    ("data-flow-unprotected", &PROTECT, 20),
];

/// What is done about a gap, and the days of work in tenths: what its rule asks for, or less where less is wrong.
pub(super) fn of(finding: &Finding) -> (&'static Remedy, u32) {
    // A flow that is protected, and of which only nobody says what it carries.
    if finding.circumstances.iter().any(|circumstance| circumstance.factor == "undeclared") {
        return (&DECLARE, 2);
    }
    let row = TABLE.iter().find(|(name, _, _)| *name == finding.rule.name);
    row.map_or((&CLOSE, 10), |(_, remedy, tenths)| (*remedy, *tenths))
}
