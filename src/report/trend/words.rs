//! What every format says alike of a trend. Words of inventories and of commits are in it as they are: who prints them escapes
//! them.

use crate::model::trend::{Basis, Change, Every, Point, Readiness, Revision, Skipped, Trend};
use crate::text::count::{count, counted, number};
use crate::text::list::{and, some};

/// How many paths a sentence names.
const NAMED: usize = 8;

/// What is followed over time: its name, how many criteria it counts, and what it means. Nothing is counted where a report
/// does not speak of it.
pub(in crate::report) struct Measure {
    pub(in crate::report) key: &'static str,
    pub(in crate::report) name: &'static str,
    pub(in crate::report) of: fn(&Readiness) -> Option<usize>,
    pub(in crate::report) means: &'static str,
}

/// The measures, all of them counts of applicable criteria.
pub(in crate::report) static MEASURES: [Measure; 5] = [
    Measure {
        key: "design",
        name: "design",
        of: |readiness| Some(readiness.summary.design.no_gap),
        means: "no gap identified on design",
    },
    Measure {
        key: "operation",
        name: "operation",
        of: |readiness| readiness.summary.operation.map(|tally| tally.no_gap),
        means: "no gap identified on operation over the observation period; only a Type II report speaks of it",
    },
    Measure {
        key: "claimed",
        name: "claimed",
        of: |readiness| Some(readiness.summary.claimed),
        means: "a control in place, by the inventory's own word",
    },
    Measure {
        key: "evidenced",
        name: "evidenced",
        of: |readiness| Some(readiness.summary.evidenced),
        means: "evidence in date on file for such a control",
    },
    Measure {
        key: "tested",
        name: "tested",
        of: |readiness| Some(readiness.summary.tested),
        means: "a test in date on file, of design for Type I and of operation for Type II",
    },
];

/// The measures that a trend has anything to say of.
pub(in crate::report) fn measures(trend: &Trend) -> impl Iterator<Item = &'static Measure> {
    let speaks = |measure: &&Measure| trend.points.iter().any(|point| (measure.of)(&point.readiness).is_some());
    let mut told: Vec<&'static Measure> = MEASURES.iter().collect();
    told.retain(speaks);
    told.into_iter()
}

/// What no measure counts, in a sentence.
pub(in crate::report) const GAPS: &str = "Open gaps are counted by their level of residual risk (NIST SP 800-30 r1, Table I-2); accepted ones are not among them.";

/// The organisation, by the name it has now.
pub(in crate::report) fn organization(trend: &Trend) -> &str {
    trend.last().map_or("", |point| point.readiness.organization.as_str())
}

/// The inventory, as it was asked for.
pub(in crate::report) fn inventory(trend: &Trend) -> String {
    // A dot alone would be read as the end of a sentence.
    and(trend.inventory.iter().map(|path| if path == "." { "this folder" } else { path.as_str() }))
}

/// Which revision a point is of: its hash, or that it is none.
pub(in crate::report) fn revision(point: &Point) -> String {
    point.revision.as_ref().map_or_else(|| "now".to_owned(), |revision| revision.short().to_owned())
}

/// How it went, in a sentence.
pub(in crate::report) fn headline(trend: &Trend) -> String {
    let (Some(first), Some(last)) = (trend.points.first(), trend.points.last()) else { return String::new() };
    let of = |point: &Point| (point.readiness.summary.design.no_gap, point.readiness.summary.applicable);
    let open = |point: &Point| number(point.readiness.summary.open_total());
    let counted = |(part, whole): (usize, usize)| format!("{} of {}", number(part), number(whole));
    if trend.points.len() == 1 {
        let design = counted(of(last));
        return format!(
            "One revision, of {}: {design} criteria have no gap identified on design, {} open. Nothing can be compared yet.",
            last.day,
            counted_gaps(last)
        );
    }
    format!(
        "From {} to {}: criteria with no gap identified on design, {} before and {} now; open gaps, {} before and {} now.",
        first.day,
        last.day,
        counted(of(first)),
        counted(of(last)),
        open(first),
        open(last)
    )
}

fn counted_gaps(point: &Point) -> String {
    counted(point.readiness.summary.open_total(), "gap is", "gaps are")
}

/// On which day revisions were judged, and what that shows.
pub(in crate::report) fn basis(trend: &Trend) -> String {
    match trend.basis {
        Basis::OwnDay => {
            "Each revision is judged as it would have been on the day it was committed, by the calendar of its \
            committer; between two revisions evidence may have gone out of date without anybody changing a file."
                .to_owned()
        }
        Basis::OneDay(day) => format!(
            "Every revision is judged as of {day}, whatever day it was committed: this shows what was changed, and not what \
             the passing of time did."
        ),
    }
}

/// How many revisions there are, and what became of them.
pub(in crate::report) fn counts(trend: &Trend) -> String {
    let changed = counted(trend.revisions, "revision changes", "revisions change");
    let shown = trend.points.iter().filter(|point| point.revision.is_some()).count();
    let skipped = trend.skipped.iter().filter(|skipped| skipped.revision.is_some()).count();
    let mut parts = vec![format!("{} shown", counted(shown, "is", "are"))];
    parts.extend((skipped > 0).then(|| format!("{} could not be assessed", number(skipped))));
    parts.extend(
        (trend.left_out() > 0)
            .then(|| format!("{} left out{}", counted(trend.left_out(), "is", "are"), why_left_out(trend))),
    );
    format!(
        "{changed} the inventory or a file it names; {}. {} made: what is the same on the same day is assessed once.",
        and(parts),
        counted(trend.assessments, "assessment was", "assessments were")
    )
}

/// By what revisions were left out, as it was asked for.
fn why_left_out(trend: &Trend) -> String {
    let wanted = &trend.wanted;
    let mut asked = Vec::new();
    asked.extend(wanted.since.map(|day| format!("none before {day}")));
    asked.extend(wanted.until.map(|day| format!("none after {day}")));
    asked.extend(wanted.every.map(|every| format!("the last of each {}", Every::word(every))));
    asked.extend(wanted.max.map(|max| format!("the newest {}", number(max))));
    if asked.is_empty() { String::new() } else { format!(" as asked for ({})", asked.join(", ")) }
}

/// What limits the trend, a sentence each.
#[must_use]
pub fn notes(trend: &Trend) -> Vec<String> {
    let shallow = trend.shallow.as_ref().map(shallow);
    let assumed = trend.files_assumed.then(|| {
        "Every file that the inventory names is taken as there and unaltered, as asked for: nobody looked.".to_owned()
    });
    let uncommitted = (trend.uncommitted_files > 0).then(|| {
        format!(
            "{} on this disk and in no commit that is checked out: no revision has {}, and only what stands now is judged with \
             {}. Where evidence is kept outside git, `--assume-files` takes every file as there.",
            counted(trend.uncommitted_files, "file that the inventory names lies", "files that the inventory names lie"),
            if trend.uncommitted_files == 1 { "it" } else { "them" },
            if trend.uncommitted_files == 1 { "it" } else { "them" }
        )
    });
    let formerly = (!trend.formerly.is_empty())
        .then(|| format!("Names are followed: earlier revisions lay at {}.", some(&trend.formerly, NAMED)));
    let pointers = (trend.pointers > 0).then(|| {
        format!(
            "{} kept in Git LFS: the history holds a pointer, and the hash it states is taken for that of the file.",
            counted(trend.pointers, "file that the inventory names is", "files that the inventory names are")
        )
    });
    let now = trend.points.iter().any(|point| point.revision.is_none());
    let now = now.then(|| "The last one, `now`, is what lies on the disk, uncommitted.".to_owned());
    let first_parent = "Of merges, what was merged counts from the day it was merged.".to_owned();
    [shallow, formerly, assumed, uncommitted, pointers, now, Some(first_parent)].into_iter().flatten().collect()
}

/// That a clone does not hold the whole history.
#[must_use]
pub fn shallow(revision: &Revision) -> String {
    format!(
        "The history ends at {} of {}, because the clone is shallow; `git fetch --unshallow` brings the rest.",
        revision.short(),
        revision.committed
    )
}

/// A revision that could not be assessed, and why.
#[must_use]
pub fn skipped(skipped: &Skipped) -> String {
    let who = match &skipped.revision {
        Some(revision) => format!("{} of {}", revision.short(), revision.committed),
        None => "what stands now".to_owned(),
    };
    format!("{who}: {}", why(skipped))
}

/// Why a revision could not be assessed: the first problem, and how many more there are.
pub(in crate::report) fn why(skipped: &Skipped) -> String {
    match skipped.problems {
        0 | 1 => skipped.why.clone(),
        all => format!("{}; and {}", skipped.why, count(all - 1, "more problem")),
    }
}

/// A change with its sign: `+3`, `−2`, `0`.
pub(in crate::report) fn signed(change: i64) -> String {
    let size = number(usize::try_from(change.unsigned_abs()).unwrap_or(usize::MAX));
    match change {
        0 => size,
        1.. => format!("+{size}"),
        _ => format!("\u{2212}{size}"),
    }
}

/// What changed since the point before, most telling first; nothing for the first.
pub(in crate::report) fn change(change: Option<&Change>) -> String {
    let Some(change) = change else { return String::new() };
    let counts = [
        ("design", change.design),
        ("operation", change.operation.unwrap_or(0)),
        ("claimed", change.claimed),
        ("evidenced", change.evidenced),
        ("tested", change.tested),
        ("gaps", change.open),
    ];
    let moved = counts.iter().filter(|(_, by)| *by != 0).map(|(what, by)| format!("{what} {}", signed(*by)));
    let told = [(change.scope, "another scope"), (change.renamed, "renamed")];
    let told = told.iter().filter(|(holds, _)| *holds).map(|(_, what)| (*what).to_owned());
    let parts: Vec<String> = moved.chain(told).collect();
    if parts.is_empty() { "no count changed".to_owned() } else { parts.join(", ") }
}
