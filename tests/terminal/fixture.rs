//! A result whose every number is chosen.

use std::collections::BTreeMap;

use gapcheck::model::assessment::{AreaSummary, Assessment, CategorySummary, Counts, Gate, Summary, Tally};
use gapcheck::model::catalog::Area;
use gapcheck::model::date::Date;
use gapcheck::model::effort::Effort;
use gapcheck::model::gap::{Finding, Gap, Treatment};
use gapcheck::model::gap_id::GapId;
use gapcheck::model::level::Level;
use gapcheck::model::plan::{Plan, Task};
use gapcheck::model::risk::{Rating, Risk};
use gapcheck::model::rule::{GapNature, RuleInfo};
use gapcheck::model::words::{Category, TaskStatus};
use gapcheck::report::{Options, by_name};
use gapcheck::source::file::{SourceFile, Sources};

pub static OWNERLESS: RuleInfo = rule("control-without-owner");
pub static STALE: RuleInfo = rule("evidence-stale");

pub const fn rule(name: &'static str) -> RuleInfo {
    RuleInfo { name, nature: GapNature::Design, likelihood: 80, page: "A page.", since: "0.1.0" }
}

pub const SMALL: &str = "
organization: Acme Inc.
scope:
  system: Acme Cloud
  categories: [security, availability]
  as_of: 2026-12-31
  not_applicable: [{ criteria: [A1.3], rationale: None., approved_by: cto }]
people:
  - { id: jane, name: Jane Roe }
  - { id: cto, name: Chris Moe }
controls:
  - id: AC-01
    name: Access review
    criteria: [CC6.2]
    owner: jane
    status: implemented
    evidence: [{ title: Export, url: 'https://files.example/1', collected: 2026-11-01 }]
  - { id: AC-02, name: Left over, criteria: [], status: planned }
acceptances:
  - { gap: 'CC1.2:criterion-without-control', rationale: Soon gone., approved_by: cto, expires: 2027-02-01 }
settings: { freshness: { quarterly: 100d } }
";

pub fn day(text: &str) -> Date {
    text.parse().expect("a day")
}

/// Assesses an inventory and hands over the result, to be changed and asked about.
pub fn assessed<T>(yaml: &str, ask: impl FnOnce(&mut Assessment<'_>) -> T) -> T {
    let catalog = gapcheck::load::catalog::bundled().expect("the catalog");
    let sources = Sources::new(vec![SourceFile::new("acme.yaml", yaml, "")]);
    let as_of = day("2026-11-22");
    let inventory = gapcheck::read(&sources, &catalog, as_of).unwrap_or_else(|problems| {
        panic!("{}", gapcheck::report::problems::short(&problems, &sources));
    });
    let files = gapcheck::model::files::Files::default();
    let request = gapcheck::Request { as_of, fail_on: None, baseline: None };
    ask(&mut gapcheck::assess(&sources, &inventory, &catalog, &files, &request))
}

pub fn render(assessment: &Assessment<'_>, options: &Options) -> String {
    (by_name("terminal").expect("the format").render)(assessment, options).into_text()
}

pub fn at(width: usize) -> Options {
    Options { width, ..Options::default() }
}

pub fn plain(styled: &str) -> String {
    anstream::adapter::strip_str(styled).to_string()
}

pub fn gap(number: usize, rule: &'static RuleInfo, subject: &str, title: &str, score: u8) -> Gap {
    let residual = Rating { likelihood: score, impact: score, level: Level::of(score), score };
    Gap {
        finding: Finding {
            id: GapId::new(&subject, rule.name),
            rule,
            fault: "",
            title: title.to_owned(),
            criteria: Vec::new(),
            control: None,
            systems: Vec::new(),
            current_state: "Now.".into(),
            desired_state: "Then.".into(),
            recommendation: "Do.".into(),
            circumstances: Vec::new(),
            owner: None,
            place: None,
        },
        risk: Risk { inherent: residual, residual, working: Vec::new() },
        treatment: Treatment::Open,
        number,
    }
}

pub fn task(title: &str, gaps: &[&str], owner: Option<&str>, effort_tenths: u32, due: &str) -> Task {
    Task {
        id: format!("T-{title}"),
        title: title.to_owned(),
        gaps: gaps.iter().map(|id| (*id).to_owned()).collect(),
        owner: owner.map(str::to_owned),
        effort: Effort::about(effort_tenths),
        due: day(due),
        score: 90,
        ..Task::default()
    }
}

pub fn counts(no_gap: usize, partial: usize, unverified: usize, gap: usize, worst: Option<Level>) -> Counts {
    let design = Tally { no_gap, partial, unverified, gap };
    Counts { criteria: design.total(), design, worst, ..Counts::default() }
}

/// A result whose every number is chosen, so that rules yet to come do not change it.
pub fn chosen(assessment: &mut Assessment<'_>) {
    let mut stale = gap(1, &STALE, "AC-01", "Access review: its evidence is 120 days old", 97);
    stale.finding.control = Some(0);
    let mut accepted = gap(3, &STALE, "AC-02", "Left over: its evidence is stale", 50);
    accepted.treatment = Treatment::Accepted(0);
    let ownerless = gap(2, &OWNERLESS, "AC-02", "Left over: nobody answers for it", 85);
    assessment.gaps = vec![stale, ownerless, accepted];
    assessment.summary = Summary {
        criteria: 36,
        applicable: 35,
        not_applicable: 1,
        design: Tally { no_gap: 20, partial: 6, unverified: 5, gap: 4 },
        operation: None,
        claimed: 32,
        evidenced: 25,
        tested: 7,
        open: BTreeMap::from([(Level::VeryHigh, 1), (Level::High, 1), (Level::Moderate, 0)]),
        accepted: 1,
        baseline: 0,
        areas: vec![
            AreaSummary { area: Area::Security, counts: counts(10, 4, 3, 2, Some(Level::VeryHigh)) },
            AreaSummary { area: Area::VulnerabilityManagement, counts: counts(4, 0, 0, 0, None) },
        ],
        categories: vec![
            CategorySummary { category: Category::Security, counts: counts(18, 6, 5, 4, Some(Level::VeryHigh)) },
            CategorySummary { category: Category::Availability, counts: counts(2, 0, 0, 0, Some(Level::Moderate)) },
        ],
    };
    let mut late = task("Review access", &["AC-01:evidence-stale"], Some("jane"), 5, "2026-11-01");
    late.status = TaskStatus::InProgress;
    let name = task("Name an owner", &["AC-02:control-without-owner", "x"], None, 10, "2026-12-15");
    let mut done = task("Done long ago", &["y"], None, 10, "2026-01-15");
    done.status = TaskStatus::Done;
    assessment.plan = Plan { tasks: vec![done, late, name], ..Plan::default() };
    assessment.gate = Gate { fail_on: Some(Level::High), exceeding: vec![0, 1] };
}
