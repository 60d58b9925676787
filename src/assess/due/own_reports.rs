//! Reports about our own organisation: when buyers no longer take the newest of a sort for new.

use std::collections::BTreeMap;

use crate::assess::context::Context;
use crate::model::date::Date;
use crate::model::document::OwnReport;
use crate::model::due::{DueItem, DueKind, Horizon};
use crate::model::duration::Duration;
use crate::model::words::AssuranceKind;
use crate::text::capital::capital;

/// How long a penetration test counts as new.
const PENETRATION_TEST: Duration = Duration::Months(12);

/// The reports that run out or have run out, the newest of each sort.
pub(super) fn items(context: &Context<'_>, horizon: Horizon) -> Vec<DueItem> {
    let mut newest: BTreeMap<&str, (Date, &OwnReport)> = BTreeMap::new();
    for report in &context.inventory.reports {
        let is_there = report.there_from().is_some_and(|day| day <= horizon.as_of);
        let Some((sort, until)) = last_day(context, report).filter(|_| is_there) else { continue };
        let known = newest.entry(sort).or_insert((until, report));
        if known.0 < until {
            *known = (until, report);
        }
    }
    let running_out = newest.into_iter().filter(|(_, (until, _))| *until <= horizon.until);
    running_out.map(|(sort, (until, report))| item(sort, (until, report), horizon)).collect()
}

/// What a report is one of, and the last day it counts as new; nothing for what nobody asks for anew.
fn last_day(context: &Context<'_>, report: &OwnReport) -> Option<(&'static str, Date)> {
    let term = context.inventory.conventions.vendor_report();
    let end = report.end()?;
    Some(match report.kind {
        AssuranceKind::Soc2Type2 | AssuranceKind::Soc2Type1 => ("soc2", term.after(end)),
        AssuranceKind::Soc1Type2 | AssuranceKind::Soc1Type1 => ("soc1", term.after(end)),
        AssuranceKind::Soc3 => ("soc3", term.after(end)),
        AssuranceKind::PenetrationTest => ("penetration-test", PENETRATION_TEST.after(end)),
        // What runs ahead says itself how long.
        AssuranceKind::Iso27001 | AssuranceKind::PciDss => {
            (report.kind.word(), report.period.as_ref().map_or_else(|| term.after(end), |time| time.end))
        }
        AssuranceKind::Questionnaire | AssuranceKind::Other => return None,
    })
}

fn item(sort: &str, (until, report): (Date, &OwnReport), horizon: Horizon) -> DueItem {
    let time = report.time().map(|time| format!(" speaks of {time} and")).unwrap_or_default();
    DueItem {
        identity: format!("{}:{sort}:{until}", DueKind::Report),
        subject: report.kind.word().to_owned(),
        name: capital(report.kind.plain()),
        due: until,
        overdue: until < horizon.as_of,
        collect: format!(
            "Have the next one made, and list it under `reports`: the newest{time} counts as new until {until}."
        ),
        owner: report.owner.as_ref().map(|owner| owner.value.0.clone()),
        ..DueItem::new(DueKind::Report)
    }
}
