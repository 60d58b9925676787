//! The few words a reader needs.

use crate::report::markdown::page::Page;
use crate::report::markdown::view::View;
use crate::report::terms::terms;

pub(super) fn write(view: &View<'_>, page: &mut Page) {
    page.list(terms(view.assessment).into_iter().map(|(term, means)| format!("**{term}:** {means}")));
}
