//! The reports another organisation gave of itself: of what sort they are, what time they speak of, and what people call them.

use crate::assess::vendors::time::Spoken;
use crate::model::date::{Date, Period};
use crate::model::document::AssuranceReport;
use crate::model::words::AssuranceKind;

/// Whether somebody independent looked at controls.
pub(in crate::assess) const fn is_assurance(report: &AssuranceReport) -> bool {
    report.kind.is_assurance()
}

/// Whether it speaks of operation through a period, as a type 2 report does. A SOC 3 report is a short one of these.
pub(in crate::assess) const fn is_over_a_period(report: &AssuranceReport) -> bool {
    matches!(report.kind, AssuranceKind::Soc2Type2 | AssuranceKind::Soc1Type2 | AssuranceKind::Soc3)
}

/// The time it speaks of: its period, else its date.
pub(in crate::assess) fn time(report: &AssuranceReport) -> Option<Period> {
    let date = report.date.as_ref().map(|date| Period::day(date.value));
    report.period.clone().or(date)
}

/// The first day it can have been there: one on operation speaks of a time that is over, while a certificate runs ahead.
pub(in crate::assess) fn there_from(report: &AssuranceReport) -> Option<Date> {
    time(report).map(|time| if is_over_a_period(report) { time.end } else { time.start })
}

/// The last day it speaks of by itself.
pub(in crate::assess) fn end(report: &AssuranceReport) -> Option<Date> {
    time(report).map(|time| time.end)
}

/// The days it speaks of, and how far its bridge letter claims to reach.
pub(in crate::assess) fn spoken(report: &AssuranceReport) -> Option<Spoken> {
    let Period { start, end, .. } = time(report)?;
    Some(Spoken { start, end, letter: report.bridge_until.as_ref().map(|letter| letter.value) })
}

/// How many exceptions it names that nobody judged.
pub(in crate::assess) fn unassessed(report: &AssuranceReport) -> Option<u32> {
    let assessed = report.exceptions_assessed.as_deref().is_some_and(|said| !said.trim().is_empty());
    report.exceptions.filter(|exceptions| *exceptions > 0 && !assessed)
}

/// What people call it: `SOC 2 Type II report of 2025-10-01 to 2026-09-30`.
pub(in crate::assess) fn name(report: &AssuranceReport) -> String {
    let kind = report.kind.plain();
    time(report).map_or_else(|| format!("{kind} without a date"), |time| format!("{kind} of {time}"))
}

/// The same with the bridge letter that extends it, as it claims to.
pub(in crate::assess) fn name_with_letter(report: &AssuranceReport) -> String {
    match &report.bridge_until {
        Some(letter) => format!("{} (bridge letter to {})", name(report), letter.value),
        None => name(report),
    }
}
