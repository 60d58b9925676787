//! The checklist and the glossary.

use askama::Template;

use crate::report::checklist::items::{METHOD, headline, items};
use crate::report::html::block::printed;
use crate::report::html::markup::{Markup, prose};
use crate::report::html::view::View;
use crate::report::terms::terms;

#[derive(Template)]
#[template(path = "checklist.html")]
struct Checklist {
    headline: String,
    items: Vec<Item>,
}

/// An item of the checklist.
struct Item {
    name: &'static str,
    ticked: bool,
    fact: Markup,
    missing: Vec<Markup>,
}

/// How far the work around the assessment has come.
pub(super) fn checklist(view: &View<'_>) -> Markup {
    let items = items(view.assessment);
    let headline = format!("{} {METHOD}", headline(&items));
    let items = items.into_iter().map(|item| Item {
        name: item.name,
        ticked: item.ticked(),
        fact: prose(&item.fact),
        missing: item.missing.iter().map(|what| prose(what)).collect(),
    });
    printed(&Checklist { headline, items: items.collect() })
}

#[derive(Template)]
#[template(path = "glossary.html")]
struct Glossary {
    terms: Vec<&'static (&'static str, &'static str)>,
}

/// The few words a reader needs.
pub(super) fn glossary(view: &View<'_>) -> Markup {
    printed(&Glossary { terms: terms(view.assessment) })
}
