//! A crosswalk as CSV: a row for each clause, criterion and control, so that a spreadsheet can ask it anything.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::assessment::Assessment;
use crate::model::catalog::Catalog;
use crate::model::clause_standing::{ClauseStanding, Crosswalk, Standing, Through};
use crate::model::crosswalk::{Link, Mapping};
use crate::report::crosswalk::CrosswalkFormat;
use crate::report::crosswalk::shown::{Part, Shown};
use crate::report::csv::table::{line, lines, records, text, yes};
use crate::report::matrix::cell;
use crate::report::matrix::csv::design;
use crate::report::matrix::row::{in_date, pair};

/// The format `csv`.
pub(super) static FORMAT: CrosswalkFormat = CrosswalkFormat {
    name: "csv",
    extension: "csv",
    summary: "a row for each clause, criterion and control, for spreadsheets",
    styled: false,
    render,
};

const FRAMEWORKS: [&str; 7] = ["framework", "name", "edition", "links", "criteria", "clauses_listed", "clauses"];
const CLAUSE: [&str; 3] = ["framework", "clause", "clause_title"];
/// `endorsed_by` says in each row what a table has no other place for: no standards body endorses the link.
const LINK: [&str; 6] = ["criterion", "criterion_title", "relation", "support", "strength", "endorsed_by"];
/// How a clause stands. A clause of which nobody speaks has one row, and nothing in it but its id.
const STANDING: [&str; 6] = ["listed", "best", "worst", "left_open", "open_gaps", "worst_level"];
const CRITERION: [&str; 4] = ["criterion_scope", "criterion_backing", "criterion_design", "criterion_operation"];
/// The control beside it. `names` is the clause that it names itself; empty where it speaks through the criterion.
const CONTROL: [&str; 14] = [
    "names",
    "control",
    "control_name",
    "owner",
    "status",
    "in_place",
    "tested",
    "evidence_in_date",
    "evidence_total",
    "evidence_newest",
    "evidence_files",
    "design_test_result",
    "operation_tests",
    "control_gaps",
];

fn render(shown: &Shown<'_>, _: usize) -> String {
    match shown {
        Shown::Frameworks(mappings) => records(head(&[&FRAMEWORKS]).chain(mappings.iter().map(framework))),
        Shown::Mapping { mapping, catalog, part } => {
            let listed = part.targets(mapping).flat_map(|target| {
                let clause = clause(mapping, &target.id, Some(&target.title));
                target.links.iter().map(move |drawn| [clause.clone(), link(drawn, catalog)].concat())
            });
            let silent = part.silent(&mapping.silent_about()).into_iter();
            let silent = silent.map(|id| [clause(mapping, id, None), empty(LINK.len())].concat());
            records(head(&[&CLAUSE, &LINK]).chain(listed).chain(silent))
        }
        Shown::Crosswalk { crosswalk, part } => rows(crosswalk, part),
    }
}

fn head(parts: &[&[&str]]) -> impl Iterator<Item = Vec<String>> {
    std::iter::once(parts.concat().into_iter().map(str::to_owned).collect())
}

fn empty(cells: usize) -> Vec<String> {
    vec![String::new(); cells]
}

fn framework(mapping: &Mapping) -> Vec<String> {
    let numbers = [mapping.links().count(), mapping.criteria().len(), mapping.targets.len(), mapping.whole.len()];
    let words = [mapping.framework.word().to_owned(), text(&mapping.name), text(&mapping.edition)];
    words.into_iter().chain(numbers.iter().map(ToString::to_string)).collect()
}

fn clause(mapping: &Mapping, id: &str, title: Option<&str>) -> Vec<String> {
    vec![mapping.framework.word().to_owned(), text(id), title.map(text).unwrap_or_default()]
}

fn link(link: &Link, catalog: &Catalog) -> Vec<String> {
    let title = catalog.criterion(link.criterion).map(|criterion| text(&criterion.title)).unwrap_or_default();
    let (relation, strength) = (link.relation.word().to_owned(), link.strength.word().to_owned());
    vec![
        link.criterion.to_string(),
        title,
        relation,
        link.support.to_string(),
        strength,
        "no standards body".to_owned(),
    ]
}

fn rows(crosswalk: &Crosswalk<'_>, part: &Part) -> String {
    let clauses: Vec<&ClauseStanding<'_>> = part.clauses(crosswalk).collect();
    let named: BTreeSet<usize> = clauses.iter().flat_map(|clause| clause.controls()).collect();
    let controls = named.into_iter().filter_map(|at| Some((at, control(crosswalk.assessment, at)?)));
    let desk = Desk { crosswalk, controls: controls.collect() };
    let known = clauses.iter().flat_map(|clause| desk.rows(clause));
    let silent = part.silent(&crosswalk.silent_about).into_iter().map(|id| {
        let blank = empty(STANDING.len() - 1 + LINK.len() + CRITERION.len() + CONTROL.len());
        [clause(crosswalk.mapping, id, None), vec![yes(false)], blank].concat()
    });
    records(head(&[&CLAUSE, &STANDING, &LINK, &CRITERION, &CONTROL]).chain(known).chain(silent))
}

/// The cells of each control, made once: it stands beside many clauses.
struct Desk<'a> {
    crosswalk: &'a Crosswalk<'a>,
    controls: BTreeMap<usize, Vec<String>>,
}

impl Desk<'_> {
    /// A row for each control through each criterion, for each criterion without any, and for each control that names the
    /// clause.
    fn rows(&self, standing: &ClauseStanding<'_>) -> Vec<Vec<String>> {
        let assessment = self.crosswalk.assessment;
        let id = clause(self.crosswalk.mapping, standing.id, standing.title);
        let start = [id, of_standing(assessment, standing)].concat();
        let row = |criterion: &[String], names: &str, control: &[String]| {
            [&*start, criterion, &[text(names)], control].concat()
        };
        let mut rows = Vec::new();
        for through in &standing.through {
            let criterion = of_criterion(through, assessment.catalog);
            let controls = through.controls.iter().filter_map(|at| self.controls.get(at));
            rows.extend(controls.map(|control| row(&criterion, "", control)));
            if through.controls.is_empty() {
                rows.push(row(&criterion, "", &empty(CONTROL.len() - 1)));
            }
        }
        let none = empty(LINK.len() + CRITERION.len());
        let named = standing.named_by.iter().filter_map(|named| Some((named.id, self.controls.get(&named.control)?)));
        rows.extend(named.map(|(id, control)| row(&none, id, control)));
        rows
    }
}

fn of_standing(assessment: &Assessment<'_>, clause: &ClauseStanding<'_>) -> Vec<String> {
    let worst = clause.gaps.first().and_then(|at| assessment.gaps.get(*at));
    vec![
        yes(clause.title.is_some()),
        clause.best.word().to_owned(),
        clause.worst.word().to_owned(),
        clause.left_open.map(|reason| reason.word().to_owned()).unwrap_or_default(),
        clause.gaps.len().to_string(),
        worst.map(|gap| gap.risk.level().word().to_owned()).unwrap_or_default(),
    ]
}

fn of_criterion(through: &Through<'_>, catalog: &Catalog) -> Vec<String> {
    let result = through.result.filter(|_| through.standing == Standing::InScope);
    let operation = result.and_then(|result| result.operation.as_ref());
    let word = |word: Option<&'static str>| word.unwrap_or_default().to_owned();
    let standing = [
        through.standing.word().to_owned(),
        word(result.map(|_| through.backing.word())),
        word(result.map(|result| result.design.verdict.word())),
        word(operation.map(|judgement| judgement.verdict.word())),
    ];
    link(through.link, catalog).into_iter().chain(standing).collect()
}

fn control(assessment: &Assessment<'_>, at: usize) -> Option<Vec<String>> {
    let (pair, standing) = (pair(assessment, at)?, assessment.standings.get(at)?);
    let tests = if pair.operation_tests.is_empty() { Vec::new() } else { cell::operation_tests(&pair) };
    let files: Vec<String> = cell::files(&pair).map(|file| line(&file)).collect();
    Some(vec![
        text(&pair.control.id.value),
        text(&pair.control.name),
        text(pair.owner.unwrap_or_default()),
        pair.control.status.word().to_owned(),
        yes(standing.in_place),
        yes(standing.tested),
        in_date(&pair).to_string(),
        pair.evidence.len().to_string(),
        cell::newest(&pair).map(|day| day.to_string()).unwrap_or_default(),
        lines(files),
        design(pair.design_test.0).0.to_owned(),
        lines(tests),
        lines(pair.gaps.iter().map(|gap| gap.id().to_owned())),
    ])
}
