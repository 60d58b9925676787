//! The executive summary: a page for who reads nothing else.

use askama::Template;

use crate::model::level::Level;
use crate::model::words::TaskStatus;
use crate::report::account;
use crate::report::html::block::printed;
use crate::report::html::figures::{self, Share, TallyFigure};
use crate::report::html::markup::{Markup, level_class, prose, rating, text};
use crate::report::html::plan::threats;
use crate::report::html::view::View;
use crate::report::plan::page::PlanPage;
use crate::report::plan::words;
use crate::text::capital::capital;
use crate::text::count::number;

/// How many threats, gaps and tasks it names.
const NAMED: usize = 5;

#[derive(Template)]
#[template(path = "summary.html")]
struct Summary {
    headline: Markup,
    remarks: Vec<Markup>,
    verdict: Option<Markup>,
    promises: Vec<Promise>,
    threats: Vec<(&'static str, Markup)>,
    more_threats: usize,
    shares: Vec<Share>,
    tallies: Vec<TallyFigure>,
    levels: Vec<Tile>,
    beside: String,
    worst: Vec<(Markup, Markup)>,
    steps: Vec<(Markup, Markup)>,
    /// Whether the plan stands on this page.
    whole: bool,
    groups: Markup,
}

/// A day promised to customers.
struct Promise {
    name: String,
    promised: String,
    reached: String,
    holds: &'static str,
    class: &'static str,
}

/// How many gaps of a level stand open.
struct Tile {
    class: &'static str,
    name: &'static str,
    count: String,
}

pub(super) fn write(view: &View<'_>) -> Markup {
    let assessment = view.assessment;
    let page = PlanPage::of(assessment);
    let remarks = [account::where_in_the_period(assessment), account::change(assessment)];
    let (accepted, baseline) = (assessment.summary.accepted, assessment.summary.baseline);
    let escalations = threats(&page);
    printed(&Summary {
        headline: text(&account::headline(&assessment.summary)),
        remarks: remarks.iter().flatten().map(|remark| text(remark)).collect(),
        verdict: assessment.plan.verdict.as_deref().map(text),
        promises: promises(view),
        more_threats: escalations.len().saturating_sub(NAMED),
        threats: escalations.into_iter().take(NAMED).collect(),
        shares: figures::coverage(view),
        tallies: figures::tallies(view),
        levels: Level::ALL.iter().rev().map(|level| tile(view, *level)).collect(),
        beside: format!(
            "Not among them: {} accepted and {} known before. They keep their scores and stand in sections of their own.",
            number(accepted),
            number(baseline)
        ),
        worst: worst(view),
        steps: steps(view, &page),
        whole: view.whole,
        groups: figures::groups(view),
    })
}

fn promises(view: &View<'_>) -> Vec<Promise> {
    let promised = view.assessment.plan.milestones.iter().filter(|milestone| milestone.promised.is_some());
    promised
        .map(|milestone| Promise {
            name: capital(milestone.name),
            promised: words::day(milestone.promised),
            reached: words::day(milestone.date),
            holds: words::holds(milestone),
            class: match milestone.holds {
                Some(true) => "good",
                Some(false) => "bad",
                None => "open",
            },
        })
        .collect()
}

fn tile(view: &View<'_>, level: Level) -> Tile {
    let open = view.assessment.summary.open.get(&level).copied().unwrap_or(0);
    Tile { class: level_class(level), name: level.plain(), count: number(open) }
}

/// The worst open gaps, each with its risk.
fn worst(view: &View<'_>) -> Vec<(Markup, Markup)> {
    let open = view.assessment.gaps.iter().filter(|gap| gap.is_open()).take(NAMED);
    open.map(|gap| (view.to_gap(gap, prose(&gap.finding.title)), rating(gap.risk.residual))).collect()
}

/// The first tasks of the plan, each with who and by when.
fn steps(view: &View<'_>, page: &PlanPage<'_>) -> Vec<(Markup, Markup)> {
    let to_do = view.assessment.plan.tasks.iter().filter(|task| task.status != TaskStatus::Done);
    let told = to_do.take(NAMED).map(|task| {
        let owner = page.owner(task).unwrap_or("unassigned");
        let facts = [owner.to_owned(), words::days(task.effort.likely), words::due(page, task)];
        (prose(task.title.trim_end_matches('.')), text(&facts.join(" · ")))
    });
    told.collect()
}
