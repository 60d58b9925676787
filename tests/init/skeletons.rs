//! Policies and procedures still to be written: marked as such, listed, and supporting nothing.

use std::collections::BTreeSet;

use gapcheck::init::answers::Answers;
use gapcheck::init::{Start, reference::bundled, start};
use gapcheck::model::words::Category;

use crate::{FORBIDDEN, answers, assessed, inventory, the_catalog};

fn with_policies(answers: &Answers, folder: &str) -> Start {
    start(answers, &the_catalog(), &bundled().unwrap(), Some(folder)).unwrap()
}

#[test]
fn every_skeleton_says_that_nothing_in_it_is_in_force() {
    let start = with_policies(&answers(), "policies");
    assert_eq!(start.skeletons.len(), 20);
    let paths: BTreeSet<&str> = start.skeletons.iter().map(|skeleton| skeleton.path.as_str()).collect();
    assert_eq!(paths.len(), 20);
    for skeleton in &start.skeletons {
        let mut lines = skeleton.text.lines();
        assert!(lines.next().is_some_and(|line| line.starts_with("# ")), "{}", skeleton.path);
        let marked = "> **Skeleton: nothing here is in force until you have written and approved it.**";
        assert_eq!(lines.nth(1), Some(marked), "{}", skeleton.path);
        assert!(skeleton.text.matches("\n## ").count() >= 4 && skeleton.text.matches("- [ ] Decide: ").count() >= 8);
        assert!(skeleton.text.contains("| Organisation | Pinecrate |\n| Approved by | nobody yet |\n"));
        assert!(skeleton.text.ends_with('\n') && !skeleton.text.ends_with("\n\n") && !skeleton.text.contains("\n\n\n"));
        let lower = skeleton.text.to_lowercase();
        assert_eq!(FORBIDDEN.iter().find(|word| lower.contains(*word)), None, "{}", skeleton.path);
    }
}

#[test]
fn they_are_listed_without_approval_and_support_nothing() {
    let start = with_policies(&answers(), "docs/policies");
    let (_, inventory) = inventory(&start.inventory, &the_catalog());
    assert_eq!(inventory.documents.len(), 20);
    for document in &inventory.documents {
        assert!(document.approved.is_none() && document.approved_by.is_none(), "{:?}", document.id);
        let path = document.path.as_ref().unwrap().value.0.clone();
        assert!(start.skeletons.iter().any(|skeleton| format!("docs/policies/{}", skeleton.path) == path), "{path}");
    }
    assert!(inventory.controls.iter().all(|control| !control.documented_in.is_empty()));
    let done = start.inventory.replace("\n    status: planned", "\n    status: implemented");
    assessed(&done, &the_catalog(), |assessment| {
        let summary = &assessment.summary;
        // All is claimed, and still nothing supports it.
        assert_eq!([summary.claimed, summary.evidenced, summary.tested, summary.applicable], [61, 0, 0, 61]);
        assert_eq!([summary.design.no_gap, summary.design.partial], [0, 0]);
    });
}

#[test]
fn only_those_that_the_controls_call_for_are_written() {
    let security = Answers { categories: vec![Category::Security], ..answers() };
    let start = with_policies(&security, "");
    let paths: Vec<&str> = start.skeletons.iter().map(|skeleton| skeleton.path.as_str()).collect();
    assert_eq!(paths.len(), 17);
    for path in ["privacy.md", "processing-integrity.md", "procedures/requests-about-personal-data.md"] {
        assert!(!paths.contains(&path), "{path}");
    }
    assert!(start.inventory.contains(", path: access-control.md, owner: cto }"));
}
