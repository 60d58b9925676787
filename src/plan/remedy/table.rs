//! Every remedy, and for every rule which of them mends it.

use crate::model::plan::Phase;
use crate::plan::how::{self, How};
use crate::plan::remedy::{Remedy, Whose};

/// A remedy of a name, of whose task it is, of a phase, with a title and how it is carried out.
const fn remedy(name: &'static str, (whose, phase): (Whose, Phase), title: &'static str, how: &'static How) -> Remedy {
    Remedy { name, title, whose, phase, how }
}

static ADDRESS: Remedy =
    remedy("address", (Whose::Criterion, Phase::Control), "Put a control in place for {}", &how::ADDRESS);
static PUT_IN_PLACE: Remedy =
    remedy("put-in-place", (Whose::Control, Phase::Control), "Put {} in place", &how::PUT_IN_PLACE);
static EXTEND: Remedy = remedy("extend-to", (Whose::System, Phase::Control), "Extend {controls} to {}", &how::EXTEND);
static KEEP_PROMISE: Remedy = remedy(
    "stand-behind",
    (Whose::Subject, Phase::Control),
    "Put controls behind the commitment {}",
    &how::KEEP_PROMISE,
);
static REDESIGN: Remedy =
    remedy("redesign", (Whose::Control, Phase::Control), "Redesign {} and test the new design", &how::REDESIGN);
static TEST_DESIGN: Remedy =
    remedy("test-design", (Whose::Control, Phase::Test), "Test the design of {}", &how::TEST_DESIGN);
static DESCRIBE: Remedy =
    remedy("describe", (Whose::Control, Phase::Procedure), "Complete the description of {}", &how::DESCRIBE);
static MAP: Remedy = remedy("map", (Whose::Control, Phase::Procedure), "Map {} to the criteria it serves", &how::MAP);
static SECOND: Remedy = remedy(
    "second-control",
    (Whose::Criterion, Phase::Control),
    "Put a second control beside the only one for {}",
    &how::SECOND,
);
static COLLECT: Remedy =
    remedy("collect-evidence", (Whose::Control, Phase::Evidence), "Collect evidence for {}", &how::COLLECT);
static DATE: Remedy = remedy(
    "date-evidence",
    (Whose::Control, Phase::Evidence),
    "Put right the dates of the evidence for {}",
    &how::DATE,
);
static RECOVER: Remedy = remedy(
    "recover-evidence",
    (Whose::Control, Phase::Evidence),
    "Find out what changed the evidence for {}, and bring it back",
    &how::RECOVER,
);
static FIND: Remedy = remedy(
    "find-evidence",
    (Whose::Control, Phase::Evidence),
    "Find evidence for {} from the period that is over",
    &how::FIND,
);
pub(super) static ACCOUNT: Remedy = remedy(
    "account-for-missed",
    (Whose::Control, Phase::Evidence),
    "Account to the auditor for what {} missed",
    &how::ACCOUNT,
);
pub(super) static RUN: Remedy = remedy(
    "run-when-due",
    (Whose::Control, Phase::Evidence),
    "Run {} each time it is due, and keep what shows it",
    &how::RUN,
);
static TEST_OPERATION: Remedy =
    remedy("test-operation", (Whose::Control, Phase::Test), "Test the operation of {}", &how::TEST_OPERATION);
static AGREE_START: Remedy = remedy(
    "agree-start",
    (Whose::Control, Phase::Decision),
    "Agree with the auditor from what day on {} counts",
    &how::AGREE_START,
);
static SETTLE: Remedy = remedy(
    "settle-exceptions",
    (Whose::Control, Phase::Control),
    "Find the cause of what tests of {} found, and put it right",
    &how::SETTLE,
);
static RESTORE: Remedy = remedy(
    "restore-operation",
    (Whose::Control, Phase::Evidence),
    "Put {} back to work as described and test it again",
    &how::RESTORE,
);
static RETEST: Remedy = remedy(
    "repeat-test",
    (Whose::Control, Phase::Test),
    "Repeat the tests of {} so that they can be relied on",
    &how::RETEST,
);
pub(super) static TEST_AGAIN: Remedy = remedy(
    "test-again",
    (Whose::Control, Phase::Test),
    "Have {} tested again, now that its exceptions are put right",
    &how::TEST_AGAIN,
);
static TELL: Remedy = remedy(
    "tell-exceptions",
    (Whose::Control, Phase::Decision),
    "Tell the auditor what tests of {} found, and decide whether to accept it",
    &how::TELL,
);
static LOOK_BACK: Remedy = remedy(
    "look-back",
    (Whose::Control, Phase::Evidence),
    "Look back at the time {} did not work, and tell the auditor",
    &how::LOOK_BACK,
);
static DOCUMENT: Remedy =
    remedy("settle-document", (Whose::Document, Phase::Policy), "Write, review and approve {}", &how::DOCUMENT);
static DECIDE: Remedy =
    remedy("decide-acceptance", (Whose::Part, Phase::Decision), "Decide anew on the acceptance of {}", &how::DECIDE);
static FOLLOW_UP: Remedy = remedy(
    "follow-up",
    (Whose::Part, Phase::Decision),
    "Bring the remediation entry for {} up to date",
    &how::FOLLOW_UP,
);
static PERIOD: Remedy = remedy(
    "set-period",
    (Whose::Subject, Phase::Scope),
    "Agree an observation period of three to twelve months",
    &how::PERIOD,
);
static REINSTATE: Remedy = remedy(
    "reinstate",
    (Whose::Criterion, Phase::Control),
    "Take {} back into the scope and address it",
    &how::REINSTATE,
);
static LIST_SYSTEMS: Remedy =
    remedy("list-systems", (Whose::Subject, Phase::Scope), "List the systems in scope", &how::LIST_SYSTEMS);
static PROTECT: Remedy =
    remedy("protect-flow", (Whose::Part, Phase::Control), "Protect the data flow {}", &how::PROTECT);
static DECLARE: Remedy =
    remedy("declare-flow", (Whose::Part, Phase::Scope), "Name the data that flows {}", &how::DECLARE);
static ASK_FOR_REPORT: Remedy = remedy(
    "ask-for-report",
    (Whose::Vendor, Phase::Vendor),
    "Ask for the reports of {} and judge them",
    &how::ASK_FOR_REPORT,
);
static JUDGE: Remedy = remedy(
    "judge-report",
    (Whose::Vendor, Phase::Vendor),
    "Judge what the exceptions in the reports of {} mean",
    &how::JUDGE,
);
static TAKE_ON: Remedy =
    remedy("take-on", (Whose::Part, Phase::Vendor), "Take on the user entity control {}", &how::TAKE_ON);
static WATCH_OVER: Remedy = remedy(
    "stand-behind",
    (Whose::Vendor, Phase::Vendor),
    "Put controls behind what {} is relied on for",
    &how::WATCH_OVER,
);
static REVIEW: Remedy = remedy("review", (Whose::Vendor, Phase::Vendor), "Review {} and record the day", &how::REVIEW);

/// What is done about a gap of a rule that is not in the table.
pub(super) static CLOSE: Remedy = remedy("close", (Whose::Part, Phase::Control), "Close {}", &how::CLOSE);

/// A rule, which of its faults where they are mended in different ways, the remedy, and the days of work in tenths.
type Row = (&'static str, &'static str, &'static Remedy, u32);

pub(super) static TABLE: &[Row] = &[
    ("criterion-without-control", "", &ADDRESS, 50),
    ("control-not-in-place", "", &PUT_IN_PLACE, 50),
    ("system-not-covered", "", &EXTEND, 30),
    ("commitment-uncovered", "", &KEEP_PROMISE, 50),
    ("design-deficient", "", &REDESIGN, 50),
    ("design-untested", "", &TEST_DESIGN, 5),
    ("control-informal", "", &DESCRIBE, 10),
    ("control-without-owner", "", &DESCRIBE, 2),
    ("control-without-frequency", "", &DESCRIBE, 2),
    ("control-vaguely-worded", "", &DESCRIBE, 5),
    ("control-unmapped", "", &MAP, 2),
    ("implausible-mapping", "", &MAP, 5),
    ("single-control-reliance", "", &SECOND, 30),
    ("evidence-absent", "", &COLLECT, 10),
    ("evidence-absent", "period over", &FIND, 10),
    ("evidence-stale", "", &COLLECT, 5),
    ("evidence-stale", "undated", &DATE, 2),
    ("evidence-stale", "period over", &FIND, 5),
    ("evidence-missing", "", &COLLECT, 5),
    ("evidence-altered", "", &RECOVER, 10),
    ("evidence-outside-period", "", &COLLECT, 10),
    ("evidence-outside-period", "period over", &FIND, 10),
    ("evidence-dated-ahead", "", &DATE, 2),
    ("occurrence-missed", "", &RUN, 10),
    ("occurrence-missed", "period over", &ACCOUNT, 5),
    ("occurrence-missed", "retired", &ACCOUNT, 5),
    ("operation-untested", "", &TEST_OPERATION, 10),
    ("operating-exceptions", "", &SETTLE, 20),
    ("operating-exceptions", "resolved", &TEST_AGAIN, 10),
    ("operating-exceptions", "retested", &TELL, 2),
    ("operation-deficient", "", &RESTORE, 50),
    ("operation-deficient", "retested", &LOOK_BACK, 10),
    ("sample-too-small", "", &RETEST, 10),
    ("population-unproved", "", &RETEST, 5),
    ("control-started-late", "", &AGREE_START, 5),
    ("tester-not-independent", "", &RETEST, 5),
    ("document-missing", "", &DOCUMENT, 20),
    ("document-unapproved", "", &DOCUMENT, 5),
    ("document-review-overdue", "", &DOCUMENT, 5),
    ("subservice-report-absent", "", &ASK_FOR_REPORT, 20),
    ("subservice-report-gap", "", &ASK_FOR_REPORT, 10),
    ("subservice-report-gap", "unjudged", &JUDGE, 5),
    ("user-entity-control-unplaced", "", &TAKE_ON, 20),
    ("expected-control-unsupported", "", &WATCH_OVER, 30),
    ("vendor-unreviewed", "", &REVIEW, 10),
    ("acceptance-expired", "", &DECIDE, 2),
    ("acceptance-unused", "", &DECIDE, 1),
    ("acceptance-outdated", "", &DECIDE, 2),
    ("acceptance-self-approved", "", &DECIDE, 2),
    ("remediation-unused", "", &FOLLOW_UP, 1),
    ("task-overdue", "", &FOLLOW_UP, 2),
    ("task-without-owner", "", &FOLLOW_UP, 1),
    ("period-too-short", "", &PERIOD, 5),
    ("period-too-long", "", &PERIOD, 5),
    ("common-criterion-excluded", "", &REINSTATE, 30),
    ("systems-undefined", "", &LIST_SYSTEMS, 5),
    ("data-flow-unprotected", "", &PROTECT, 20),
    ("data-flow-unprotected", "undeclared", &DECLARE, 2),
];
