//! The executive summary: a page for who reads nothing else.

use crate::report::account;
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::Page;
use crate::report::markdown::view::{View, rating};
use crate::report::markdown::{figures, next, words};

/// How many of the worst gaps it shows.
const TOP: usize = 10;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    let summary = &view.assessment.summary;
    page.block(&format!("**{}**", words::plain(&account::headline(&view.assessment.summary))));
    page.block(&format!("Scope: {}.", words::plain(&account::scope_line(view.assessment))));
    let below = [account::where_in_the_period(view.assessment), account::change(view.assessment)];
    below.into_iter().flatten().for_each(|line| page.block(&words::plain(&line)));
    page.heading(3, "How far it is");
    figures::verdicts(view, page);
    page.heading(3, "What stands behind it");
    figures::coverage(view, page);
    page.heading(3, "Open gaps by level");
    figures::levels(view, page);
    page.heading(3, "By category");
    let categories = summary.categories.iter().map(|group| (group.category.plain().to_owned(), &group.counts));
    figures::groups(page, "Category", view.type2(), categories);
    page.heading(3, "By area");
    page.block("A criterion may belong to several areas, so their numbers do not add up to the criteria.");
    figures::groups(page, "Area", view.type2(), summary.areas.iter().map(|group| (group.area.plain(), &group.counts)));
    page.heading(3, "Top gaps");
    top(view, page);
    page.heading(3, "What to do next");
    next::first_steps(view, page);
}

fn top(view: &View<'_>, page: &mut Page) {
    let open: Vec<_> = view.assessment.gaps.iter().filter(|gap| gap.is_open()).take(TOP).collect();
    if open.is_empty() {
        page.block("No gap stands open.");
        return;
    }
    let columns = [Number("Gap"), Words("What is wrong"), Words("Risk"), Words("Criteria"), Words("Control")];
    page.table(
        &columns,
        open.iter().map(|gap| {
            let control = view.control(gap).map(|control| words::code(&control.id)).unwrap_or_default();
            let title = words::sentence(&gap.finding.title);
            vec![view.number(gap), title, rating(gap.risk.residual), View::criteria(gap), control]
        }),
    );
}
