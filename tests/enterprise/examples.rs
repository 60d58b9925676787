//! The examples: what is there of each, counted by hand.

use std::collections::BTreeMap;

use crate::{example, states};

fn documents(name: &str) -> BTreeMap<String, Vec<String>> {
    let mut by_state: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (id, state) in example(name, states).into_iter().filter(|(id, _)| !id.contains('/')) {
        by_state.entry(state).or_default().push(id);
    }
    by_state
}

#[test]
fn acme_has_most_of_it() {
    let documents = documents("acme");
    assert_eq!(documents["out of date"], ["vendor-management"]);
    assert_eq!(documents["not approved"], ["business-continuity"]);
    assert_eq!(documents["incomplete"], ["sub-processors"]);
    assert_eq!(documents["missing"], ["acceptable-use", "ai-use"]);
    assert_eq!(documents["not asked"], ["baa"]);
    assert_eq!(documents["in date"].len(), 20 - 6);
    let states = example("acme", states);
    for (id, state) in [
        // The evidence of the encryption was altered, a test of the transfers failed, the restore cannot be shown.
        ("encryption/at-rest", "claimed"),
        ("encryption/in-transit", "evidenced"),
        ("continuity/restore", "claimed"),
        // An exception of the review and one of the leavers are resolved late or not at all.
        ("access/reviews", "evidenced"),
        ("access/leavers", "evidenced"),
        ("access/second-factor", "supported"),
        // The review afterwards was found deficient.
        ("change/emergency", "unsupported"),
        ("people/phishing", "unsupported"),
        ("continuity/plan", "planned"),
        ("vendors/policy", "claimed"),
        ("privacy/health-data", "not-in-scope"),
    ] {
        assert_eq!(states[id], state, "{id}");
    }
}

#[test]
fn a_first_inventory_has_a_draft_and_nothing_else() {
    let documents = documents("startup");
    assert_eq!(documents["not approved"], ["information-security"]);
    assert_eq!(documents["missing"].len(), 18);
    let states = example("startup", states);
    assert!(states.values().all(|state| state != "supported"));
    assert_eq!(states["access/second-factor"], "evidenced");
    assert_eq!(states["people/background-checks"], "claimed");
}

#[test]
fn who_handles_data_is_drawn_from_what_is_said_what_flows_and_what_is_run() {
    example("acme", |enterprise| {
        let inventory = enterprise.assessment.inventory;
        let named = |at: usize| inventory.vendors[at].id.to_string();
        let found: Vec<(String, Vec<String>, bool)> =
            enterprise.sub_processors.iter().map(|one| (named(one.vendor), one.data.clone(), one.has_dpa)).collect();
        let data = |classes: &[&str]| classes.iter().map(|class| (*class).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            found,
            [
                ("bellows".to_owned(), data(&["customer-content", "financial", "personal"]), false),
                ("fernhill".to_owned(), data(&["personal"]), true),
                ("harbour".to_owned(), data(&["customer-content", "personal"]), true),
                ("letterwren".to_owned(), data(&["personal"]), false),
            ]
        );
        assert_eq!(enterprise.unsaid.iter().map(|at| named(*at)).collect::<Vec<_>>(), ["kestrel"]);
    });
}
