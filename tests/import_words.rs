//! The words of other people's cells: statuses, frequencies, types and days.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

use gapcheck::import::words::date::{self, Told as Day};
use gapcheck::import::words::status::{self, Told};
use gapcheck::import::words::{frequency, kind};
use gapcheck::model::words::{ControlKind, Frequency, Status};

#[track_caller]
fn all_say(status: Status, words: &[&str]) {
    for word in words {
        assert_eq!(status::read(word), Told::Status(status), "{word}");
    }
}

#[test]
fn statuses() {
    all_say(
        Status::Implemented,
        &[
            "Ready",
            "Implemented",
            "✓ Implemented",
            "✅",
            "Done",
            "complete",
            "PASS",
            "Green",
            "🟢",
            "Effective",
            "In place",
            "Operational",
            "100%",
            "Compliant",
            "Fully satisfied",
            "**Implemented**",
        ],
    );
    all_say(
        Status::InProgress,
        &[
            "Minor Gap",
            "Partial",
            "In Progress",
            "in_progress",
            "in-progress",
            "Yellow",
            "Amber",
            "WIP",
            "Draft",
            "🟡 Partial",
            "60 %",
            "Partially Implemented",
        ],
    );
    all_say(
        Status::Planned,
        &[
            "Non-compliant",
            "not satisfied",
            "Noncompliant",
            "Not Started",
            "Planned",
            "To do",
            "Red",
            "Gap",
            "FAIL",
            "Missing",
            "None",
            "❌",
            "0%",
            "Not implemented",
        ],
    );
    all_say(Status::Informal, &["Informal", "Ad hoc", "ad-hoc", "Undocumented"]);
    all_say(Status::Retired, &["Retired", "Deprecated"]);
    for word in ["N/A", "n/a", "Not applicable"] {
        assert_eq!(status::read(word), Told::NotApplicable, "{word}");
    }
    // Nothing that sounds like a status in place is taken for one unless it is.
    for word in [
        "opt-in",
        "stable",
        "Implemented, not tested",
        "✓ Not started",
        "❌ Implemented",
        "Almost done",
        "",
        "150%",
        "Strong",
        "approved",
    ] {
        assert_eq!(status::read(word), Told::Unclear, "{word}");
    }
}

#[track_caller]
fn often(expected: Option<Frequency>, words: &[&str]) {
    for word in words {
        assert_eq!(frequency::read(word), expected, "{word}");
    }
}

#[test]
fn frequencies() {
    use Frequency as F;
    often(Some(F::Continuous), &["Continuous", "24x7", "24/7", "real-time", "Hourly", "Continuously monitored"]);
    often(Some(F::Daily), &["Daily", "nightly", "0 0 4 * * *", "30 4 * * *", "P1D"]);
    often(Some(F::Weekly), &["Weekly", "P7D", "P1W", "0 0 0 * * 1", "0 9 * * 1", "weekly backup"]);
    often(Some(F::Monthly), &["monthly", "P30D", "0 0 0 15 * *", "every month"]);
    often(
        Some(F::Quarterly),
        &["Quarterly", "P90D", "at minimum quarterly", "0 0 0 1 */3 *", "0 0 1 1,4,7,10 *", "Every 3 months"],
    );
    often(
        Some(F::Semiannual),
        &["semi-annual", "Semi-annually", "P180D", "biannual", "twice a year", "half-yearly", "every six months"],
    );
    often(
        Some(F::Annual),
        &[
            "Annual",
            "Annually",
            "at least annually",
            "Yearly",
            "P365D",
            "P1Y",
            "once a year",
            "0 0 0 1 1 *",
            "annually or upon change",
            "On hire and annually",
        ],
    );
    often(Some(F::PerEvent), &["Per change", "per-event", "As needed", "on demand", "Upon hire", "Ad hoc"]);
    often(Some(F::Once), &["Once", "one-time"]);
    often(
        None,
        &[
            "Weekly backup; Quarterly restore test",
            "monthly, annually",
            "every two years",
            "biennial",
            "",
            "n/a",
            "P45D",
            "0 0 1,15 * *",
            "often",
            "every 2 weeks",
            "99 * x * *",
        ],
    );
}

#[test]
fn kinds() {
    assert_eq!(kind::read("Policy"), Some(ControlKind::Policy));
    assert_eq!(kind::read("Administrative"), Some(ControlKind::Procedure));
    assert_eq!(kind::read("Automated"), Some(ControlKind::Technical));
    assert_eq!(kind::read("physical"), Some(ControlKind::Physical));
    for other in ["Preventive", "Detective", "", "Key"] {
        assert_eq!(kind::read(other), None, "{other}");
    }
}

#[test]
fn days() {
    let day = |text: &str| Day::Day(text.parse().expect("a day"));
    for text in [
        "2026-03-01",
        "2026-03-01T10:00:00Z",
        "2026-03-01 00:00:00",
        "2026/03/01",
        "1 Mar 2026",
        "March 1, 2026",
        "1st March 2026",
        "01-Mar-2026",
        "01.03.2026",
        "Mar 1 2026",
    ] {
        assert_eq!(date::read(text), day("2026-03-01"), "{text}");
    }
    assert_eq!(date::read("25/03/2026"), day("2026-03-25"));
    assert_eq!(date::read("03/25/2026"), day("2026-03-25"));
    assert_eq!(date::read("04/04/2026"), day("2026-04-04"));
    assert_eq!(date::read("03/04/2026"), Day::Ambiguous);
    for text in [
        "",
        "soon",
        "2026",
        "Q1 2026",
        "Mar 2026",
        "1/2/26",
        "31/31/2026",
        "30.02.2026",
        "2026-02-30",
        "March 1, 26",
        "0001-01-01",
    ] {
        assert_eq!(date::read(text), Day::None, "{text}");
    }
}
