//! The scope with every default filled in.

use std::collections::BTreeMap;

use crate::model::criterion_id::CriterionId;
use crate::model::date::Date;
use crate::model::document;
use crate::model::scope::{Exclusion, Report, Scope};
use crate::model::words::{Category, PrivacyRole, ReportType};
use crate::source::file::Place;
use crate::source::problem::{Problem, Problems};
use crate::validate::Against;

/// How many months an observation period may have at most before it can only be a slip of the pen.
const LONGEST: u32 = 36;

/// The scope that is meant by what was written.
pub(super) fn meant(written: Option<document::Scope>, against: &Against<'_>, problems: &mut Problems) -> Scope {
    let place = written.as_ref().map(|scope| scope.place);
    let written = written.unwrap_or_default();
    let mut regulations: Vec<String> =
        written.regulations.iter().map(|name| crate::source::describe::normal(name).into_owned()).collect();
    regulations.sort();
    regulations.dedup();
    let mut commitments = written.commitments.clone();
    commitments.sort_by(|a, b| crate::text::natural::compare(&a.id, &b.id));
    let (mut services, mut requirements) = (written.services.clone(), written.requirements.clone());
    services.sort_by(|a, b| crate::text::natural::compare(&a.id, &b.id));
    for one in &mut requirements {
        one.criteria.sort_by(|a, b| a.value.cmp(&b.value));
    }
    requirements.sort_by(|a, b| crate::text::natural::compare(&a.id, &b.id));
    let mut excluded = written.excluded.clone();
    excluded.sort_by(|a, b| crate::text::natural::compare(&a.name, &b.name));
    Scope {
        categories: categories(&written, problems),
        report: report(&written, place, against, problems),
        not_applicable: not_applicable(&written, problems),
        system: written.system,
        privacy_role: written.privacy_role.unwrap_or(PrivacyRole::Both),
        milestones: written.milestones.unwrap_or_default(),
        commitments,
        services,
        requirements,
        boundary: written.boundary,
        excluded,
        regulations,
        place,
    }
}

fn categories(written: &document::Scope, problems: &mut Problems) -> Vec<Category> {
    let Some(named) = &written.categories else { return vec![Category::Security] };
    let mut categories: Vec<Category> = Vec::new();
    for category in named {
        if categories.contains(&category.value) {
            problems.add(
                Problem::at(category.place, format!("the category `{}` is named twice", category.value))
                    .help("name each category once"),
            );
        } else {
            categories.push(category.value);
        }
    }
    // Security is mandatory: the common criteria belong to every category, so it is added rather than asked for.
    if !categories.contains(&Category::Security) {
        categories.push(Category::Security);
    }
    categories.sort_unstable();
    categories
}

fn report(written: &document::Scope, place: Option<Place>, against: &Against<'_>, problems: &mut Problems) -> Report {
    let kind = written.report.as_ref().map_or(ReportType::Type1, |report| report.value);
    let at_date = Report::Type1 { as_of: written.as_of.as_ref().map_or(against.as_of, |as_of| as_of.value) };
    if kind == ReportType::Type1 {
        return at_date;
    }
    if let Some(period) = &written.period {
        // A date that could not be read stands at its default; its own problem has been told.
        if period.value.start != Date::default() && period.value.end > period.value.start.plus_months(LONGEST) {
            problems.add(
                Problem::at(period.place, format!("an observation period of {} days", period.value.days()))
                    .help("a Type II report covers three to twelve months; correct the year"),
            );
        }
        return Report::Type2 { period: period.value.clone() };
    }
    let place = written.report.as_ref().map(|report| report.place).or(place).unwrap_or_default();
    problems.add(
        Problem::at(place, "a type 2 report needs an observation period")
            .help("add `period: { start: 2026-07-01, end: 2026-12-31 }` to the scope, three to twelve months"),
    );
    at_date
}

fn not_applicable(written: &document::Scope, problems: &mut Problems) -> BTreeMap<CriterionId, Exclusion> {
    let mut exclusions: BTreeMap<CriterionId, Exclusion> = BTreeMap::new();
    for entry in &written.not_applicable {
        for named in &*entry.criteria {
            let id = named.value.criterion;
            if named.value.point.is_some() {
                problems.add(
                    Problem::at(
                        named.place,
                        format!("`{}` is a point of focus, which is never a requirement", named.value),
                    )
                    .help(format!("points need no scoping out; to scope out the criterion write `{id}`")),
                );
                continue;
            }
            let exclusion = Exclusion {
                rationale: entry.rationale.0.clone(),
                approved_by: entry.approved_by.value.0.clone(),
                place: named.place,
            };
            if let Some(first) = exclusions.insert(id, exclusion) {
                problems.add(
                    Problem::at(named.place, format!("`{id}` is scoped out twice"))
                        .label("second time")
                        .related(first.place, "first time")
                        .help("give one rationale"),
                );
            }
        }
    }
    exclusions
}
