//! What the ids of a selection stand for.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::catalog::{Catalog, Criterion, Point};
use crate::model::criterion_id::CriterionRef;
use crate::model::words::Category;
use crate::text::escape::terminal;
use crate::text::list::ticked_and;
use crate::text::nearest::nearest;
use crate::text::wrap::truncate;

/// What was chosen of a catalog.
pub(super) struct Choice<'a> {
    /// The catalog.
    pub catalog: &'a Catalog,
    /// Whether nothing was named, so that an overview is wanted.
    pub overview: bool,
    /// The criteria chosen, in report order.
    pub criteria: Vec<Chosen<'a>>,
}

/// A criterion with the points of focus that were chosen of it: all, unless only points were named.
pub(super) struct Chosen<'a> {
    /// The criterion.
    pub criterion: &'a Criterion,
    /// The points, in the standard's order.
    pub points: Vec<&'a Point>,
}

/// What one id stands for, as positions in the catalog: whole criteria, or a point of one.
enum Meant {
    Criteria(Vec<usize>),
    Point(usize, String),
}

impl<'a> Choice<'a> {
    /// What ids stand for; without any, everything.
    pub(super) fn of(catalog: &'a Catalog, ids: &[String]) -> Result<Self, String> {
        // No slugs beside a criterion means all of its points.
        let mut chosen: BTreeMap<usize, Option<BTreeSet<String>>> = BTreeMap::new();
        if ids.is_empty() {
            chosen.extend((0..catalog.criteria.len()).map(|at| (at, None)));
        }
        let mut unknown = Vec::new();
        for id in ids {
            match meant(catalog, id) {
                Ok(Meant::Criteria(positions)) => chosen.extend(positions.into_iter().map(|at| (at, None))),
                Ok(Meant::Point(at, slug)) => {
                    if let Some(slugs) = chosen.entry(at).or_insert_with(|| Some(BTreeSet::new())) {
                        slugs.insert(slug);
                    }
                }
                Err(complaint) => unknown.push(complaint),
            }
        }
        if !unknown.is_empty() {
            return Err(unknown.join("\n"));
        }
        let criteria = chosen.iter().filter_map(|(at, slugs)| {
            let criterion = catalog.criteria.get(*at)?;
            let wanted = |point: &&Point| slugs.as_ref().is_none_or(|slugs| slugs.contains(&point.slug));
            Some(Chosen { criterion, points: criterion.points.iter().filter(wanted).collect() })
        });
        Ok(Self { catalog, overview: ids.is_empty(), criteria: criteria.collect() })
    }
}

fn meant(catalog: &Catalog, id: &str) -> Result<Meant, String> {
    if let Ok(reference) = id.parse::<CriterionRef>() {
        return one(catalog, &reference);
    }
    let name: String = id.chars().filter(|c| !c.is_whitespace()).map(|c| c.to_ascii_uppercase()).collect();
    let family = |series: &str| series.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let category = Category::parse(id);
    let members = catalog.criteria.iter().enumerate().filter(|(_, criterion)| {
        let series = criterion.id.series();
        series == name || family(&series) == name || Some(criterion.category) == category
    });
    let positions: Vec<usize> = members.map(|(at, _)| at).collect();
    if positions.is_empty() { Err(unknown(catalog, id)) } else { Ok(Meant::Criteria(positions)) }
}

fn one(catalog: &Catalog, reference: &CriterionRef) -> Result<Meant, String> {
    let id = reference.criterion;
    let Some((at, criterion)) = catalog.position(id).and_then(|at| Some((at, catalog.criteria.get(at)?))) else {
        return Err(match catalog.meant(id) {
            Some(wrong) => {
                format!("`{id}` is not one of the {} criteria: it is {}", catalog.criteria.len(), wrong.because)
            }
            None => unknown(catalog, &id.to_string()),
        });
    };
    let Some(slug) = &reference.point else { return Ok(Meant::Criteria(vec![at])) };
    if criterion.point(slug).is_some() {
        return Ok(Meant::Point(at, slug.to_string()));
    }
    let slugs = || criterion.points.iter().map(|point| point.slug.as_str());
    let help = match nearest(slug, slugs()) {
        Some(near) => format!("did you mean `{id}/{near}`?"),
        None => format!("its points are {}", ticked_and(slugs())),
    };
    Err(format!("`{id}` has no point of focus `{}`; {help}", shown(slug)))
}

/// What is said of an id that stands for nothing.
fn unknown(catalog: &Catalog, id: &str) -> String {
    let criteria = catalog.criteria.iter().map(|criterion| criterion.id.to_string());
    let series = catalog.series.iter().map(|series| series.id.clone());
    let categories = Category::ALL.iter().map(|category| category.word().to_owned());
    let known: Vec<String> = criteria.chain(series).chain(categories).collect();
    let help = match nearest(id, known.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`gapcheck criteria` lists them all".to_owned(),
    };
    format!("no criterion, series or category has the id `{}`; {help}", shown(id))
}

/// What somebody typed, as a message repeats it: nothing in it drives the terminal, and it is no longer than it need be.
fn shown(typed: &str) -> String {
    truncate(&terminal(typed), 60)
}
