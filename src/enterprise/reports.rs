//! Our own reports as buyers ask for them: the last SOC 2 report with its bridge letter, the last penetration test.

use crate::enterprise::desk::Desk;
use crate::enterprise::row::bare;
use crate::model::date::Date;
use crate::model::document::OwnReport;
use crate::model::duration::Duration;
use crate::model::enterprise::{Presence, ShownDocument};
use crate::model::enterprise_asked::AskedDocument;
use crate::model::files::FileState;
use crate::model::words::{AssuranceKind, Opinion};
use crate::text::count::{count, number};

/// How long buyers take a penetration test for new.
const PENETRATION_TEST: Duration = Duration::Months(12);

/// The last SOC 2 report.
pub(super) fn soc2<'a>(desk: &Desk<'a>, asked: &'a AskedDocument) -> Option<ShownDocument<'a>> {
    let kinds = [AssuranceKind::Soc2Type2, AssuranceKind::Soc2Type1];
    let term = desk.assessment.inventory.conventions.vendor_report();
    let report = newest(desk, &kinds)?;
    let mut shown = shown(desk, asked, report, term);
    let opinion = report.opinion.filter(|opinion| *opinion != Opinion::Unqualified);
    if let Some(opinion) = opinion.filter(|_| shown.state == Presence::InDate) {
        shown.to_do = Some(format!("Be ready to say what the {opinion} opinion is about."));
    } else if let Some(due) = bridge_wanted(desk, report).filter(|_| shown.state == Presence::InDate) {
        shown.to_do = Some(format!("Buyers ask for a bridge letter: nothing speaks of the time after {due}."));
    }
    Some(shown)
}

/// The last day a report and its letter speak of, where a letter could be asked for: more than its reach ago.
fn bridge_wanted(desk: &Desk<'_>, report: &OwnReport) -> Option<Date> {
    let reach = desk.assessment.inventory.conventions.bridge_letter();
    let end = report.end()?;
    let letter = letter(desk, report).map_or(end, |until| until.max(end));
    (reach.after(end).max(letter) < desk.assessment.as_of).then_some(letter)
}

/// Until when a letter extends a report. Nobody can say today what will have been so tomorrow: a letter to a day that is
/// still to come extends nothing.
fn letter(desk: &Desk<'_>, report: &OwnReport) -> Option<Date> {
    report.bridge_until.as_ref().map(|until| until.value).filter(|until| *until <= desk.assessment.as_of)
}

/// The last penetration test.
pub(super) fn penetration_test<'a>(desk: &Desk<'a>, asked: &'a AskedDocument) -> Option<ShownDocument<'a>> {
    let report = newest(desk, &[AssuranceKind::PenetrationTest])?;
    let mut shown = shown(desk, asked, report, PENETRATION_TEST);
    let open = report.findings_open.filter(|open| *open > 0);
    if let Some(open) = open.filter(|_| shown.state == Presence::InDate) {
        let open = count(usize::try_from(open).unwrap_or(usize::MAX), "finding");
        shown.to_do = Some(format!("Close {open}, and record how many are left."));
    }
    Some(shown)
}

/// The report of some sorts that speaks of the latest day that is past; of several of one day the first by sort.
fn newest<'a>(desk: &Desk<'a>, kinds: &[AssuranceKind]) -> Option<&'a OwnReport> {
    let reports = desk.assessment.inventory.reports.iter().filter(|report| kinds.contains(&report.kind));
    let there = |report: &&OwnReport| report.there_from().is_none_or(|first| first <= desk.assessment.as_of);
    reports.filter(there).rev().max_by_key(|report| report.end())
}

fn shown<'a>(desk: &Desk<'a>, asked: &'a AskedDocument, report: &OwnReport, term: Duration) -> ShownDocument<'a> {
    let as_of = desk.assessment.as_of;
    let end = report.end();
    let until = end.map(|end| term.after(end));
    let next = "Have the next one made, and list it under `reports`.";
    let (state, but, to_do) = match until {
        _ if !is_there(desk, report) => (
            Presence::Missing,
            "; it is not where the inventory says, or the inventory does not say where",
            Some("Put the file where the inventory says, or say where it lies."),
        ),
        None => (Presence::OutOfDate, "; it does not say what time it speaks of", Some("Say what time it speaks of.")),
        Some(until) if until < as_of => (Presence::OutOfDate, "", Some(next)),
        Some(_) => (Presence::InDate, "", None),
    };
    ShownDocument {
        on_file: format!("{}{but}.", sentence(desk, report, true)),
        told: format!("{}.", sentence(desk, report, false)),
        date: end,
        until,
        lies: report.path.as_ref().map(|path| path.value.0.clone()).or(report.url.as_ref().map(|url| url.0.clone())),
        place: Some(report.place),
        to_do: to_do.map(str::to_owned),
        owner: report.owner.as_ref().map(|owner| owner.value.0.clone()).or_else(|| desk.who_looks_after(asked.area)),
        ..bare(asked, state, String::new())
    }
}

/// Whether its file was found and is the one that was locked, or a web address is given for it.
fn is_there(desk: &Desk<'_>, report: &OwnReport) -> bool {
    match &report.path {
        Some(path) => {
            let (file, path) = (path.place.file, &path.value);
            let found = matches!(desk.files.state(file, path), FileState::Found(_));
            found && desk.files.differences(file, path, None).is_empty()
        }
        None => report.url.is_some(),
    }
}

/// What the report is. What it found is told only inside.
fn sentence(desk: &Desk<'_>, report: &OwnReport, inside: bool) -> String {
    let kind = report.kind.plain();
    let of = report.time().map(|time| format!(" of {time}")).unwrap_or_default();
    let mut said = format!("{}{of}", crate::text::capital::capital(kind));
    let mut add = |part: String| {
        said.push_str(", ");
        said.push_str(&part);
    };
    if let Some(by) = &report.by {
        add(format!("by {}", by.0));
    }
    if let Some(issued) = &report.issued {
        add(format!("issued on {}", issued.value));
    }
    if let Some(until) = letter(desk, report) {
        add(format!("with a bridge letter to {until}"));
    }
    if inside {
        if let Some(ahead) = report.bridge_until.as_ref().filter(|until| until.value > desk.assessment.as_of) {
            add(format!("its bridge letter is to {}, which is still to come", ahead.value));
        }
        if let Some(opinion) = report.opinion {
            add(format!("{opinion} opinion"));
        }
        let tell = |count: Option<u32>| count.map(|count| number(usize::try_from(count).unwrap_or(usize::MAX)));
        if let Some(exceptions) = tell(report.exceptions) {
            add(format!("exceptions: {exceptions}"));
        }
        if let Some(open) = tell(report.findings_open) {
            add(format!("findings open: {open}"));
        }
    }
    said
}
