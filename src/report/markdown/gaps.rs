//! The gaps that stand open, each with all that is known of it.

use crate::model::gap::Gap;
use crate::model::level::Level;
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::Page;
use crate::report::markdown::view::{View, rating};
use crate::report::markdown::{words, working};
use crate::text::count::{count, number};

/// Up to how many open gaps each is told in full; beyond that, only those of moderate level or above are.
const IN_FULL: usize = 200;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let open: Vec<&Gap> = view.listed().filter(|gap| gap.is_open()).collect();
    let all = view.assessment.summary.open_total();
    if all == 0 {
        page.block("No gap stands open.");
        return;
    }
    let full = |gap: &Gap| !view.options.quiet && (open.len() <= IN_FULL || gap.risk.level() >= Level::Moderate);
    page.block(&told(view, &open, all));
    for level in Level::ALL.iter().rev() {
        let mut told = open.iter().filter(|gap| gap.risk.level() == *level && full(gap)).peekable();
        if told.peek().is_some() {
            page.heading(3, &format!("Gaps of {} level", level.plain()));
        }
        told.for_each(|gap| detail(view, gap, page));
    }
    let rest: Vec<&Gap> = open.iter().copied().filter(|gap| !full(gap)).collect();
    if !rest.is_empty() {
        page.heading(3, "Gaps in short");
        page.table(&SHORT, rest.iter().map(|gap| short(view, gap)));
    }
}

/// What this section holds and what it leaves out.
fn told(view: &View<'_>, open: &[&Gap], all: usize) -> String {
    let which = if open.len() == all {
        format!("{}, worst first.", count(all, "open gap"))
    } else {
        format!("{} of {}, worst first; the others were not asked for.", number(open.len()), count(all, "open gap"))
    };
    let how = match () {
        () if view.options.quiet => " This is the shortest form: each gap takes a line.",
        () if open.len() > IN_FULL => {
            " Because there are more than 200, only those of moderate level or above are told in full; the rest stand in \
             a table after them."
        }
        () => "",
    };
    format!("{which}{how} The numbers are for reading; a gap's id stays the same from one assessment to the next.")
}

/// The columns of gaps in short.
const SHORT: [crate::report::markdown::page::Column; 6] = [
    Number("Gap"),
    Words("What is wrong"),
    Words("Risk"),
    Words("Criteria"),
    Words("Id and place"),
    Words("What to do"),
];

fn short(view: &View<'_>, gap: &Gap) -> Vec<String> {
    let place = gap.finding.place.map(|place| format!(" at {}", view.place(place))).unwrap_or_default();
    vec![
        format!("{}{}", words::target(gap.id()), gap.number),
        words::sentence(&gap.finding.title),
        rating(gap.risk.residual),
        View::criteria(gap),
        format!("{}{place}", words::code(gap.id())),
        words::sentence(&gap.finding.recommendation),
    ]
}

fn detail(view: &View<'_>, gap: &Gap, page: &mut Page) {
    page.block(&words::target(gap.id()));
    page.heading(
        4,
        &format!("{}. {} ({})", gap.number, words::sentence(&gap.finding.title), rating(gap.risk.residual)),
    );
    page.list(facts(view, gap));
    let finding = &gap.finding;
    let told = [
        ("Current state", &finding.current_state),
        ("Desired state", &finding.desired_state),
        ("Recommendation", &finding.recommendation),
    ];
    for (name, text) in told.iter().filter(|(_, text)| !text.is_empty()) {
        page.block(&format!("**{name}:** {}", words::sentence(text)));
    }
    working::write(gap, page);
}

/// What the gap is about and how much it weighs.
fn facts(view: &View<'_>, gap: &Gap) -> Vec<String> {
    let finding = &gap.finding;
    let (inherent, residual) = (gap.risk.inherent, gap.risk.residual);
    let before = if inherent == residual {
        "nothing in place lessens it".to_owned()
    } else {
        format!("inherent {}, lessened by what is in place", rating(inherent))
    };
    let control = view.control(gap).map(|control| {
        let owner = control.owner.as_ref().map(|owner| view.person(&owner.value));
        let owner = owner.map_or_else(|| "no owner named".to_owned(), |owner| format!("owner: {owner}"));
        format!("{} {} ({owner})", words::code(&control.id), words::plain(&control.name))
    });
    let systems = &view.assessment.inventory.systems;
    let systems: Vec<String> =
        finding.systems.iter().filter_map(|at| Some(words::code(&systems.get(*at)?.id))).collect();
    let facts = [
        ("Id", Some(words::code(gap.id()))),
        ("Risk", Some(format!("{} of 100; {before}", rating(residual)))),
        ("Rule", Some(format!("{}, {}", words::code(finding.rule.name), finding.rule.nature))),
        (
            "Criteria",
            (!finding.criteria.is_empty()).then(|| words::and(finding.criteria.iter().map(ToString::to_string))),
        ),
        ("Control", control),
        ("Systems", (!systems.is_empty()).then(|| words::and(systems))),
        ("Place", finding.place.map(|place| view.place(place))),
    ];
    facts.into_iter().filter_map(|(name, fact)| Some(format!("**{name}:** {}", fact?))).collect()
}
