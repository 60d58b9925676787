//! Every choice there is comes to an inventory that reads, addresses every criterion, and claims nothing.

use std::collections::BTreeSet;

use gapcheck::init::answers::{Answers, Stack, Used};
use gapcheck::model::rule::GapNature;
use gapcheck::model::words::{Category, PrivacyRole};

use crate::{FORBIDDEN, answers, assessed, controls, inventory, known, started, the_catalog, type1, type2};

/// Teams of one, of a few, of a company and of a large one.
const TEAMS: [u32; 4] = [1, 4, 20, 120];

/// All sixteen selections of categories.
fn selections() -> Vec<Vec<Category>> {
    let others = &Category::ALL[1..];
    let selection = |bits: usize| {
        let chosen = others.iter().enumerate().filter(|(at, _)| bits & (1 << at) != 0).map(|(_, category)| *category);
        std::iter::once(Category::Security).chain(chosen).collect()
    };
    (0..16).map(selection).collect()
}

fn stacks() -> [Stack; 3] {
    let own = Stack { cloud: Used::None, identity_provider: Used::None, code_host: Used::None, hr: Used::None };
    [known(), Stack::default(), own]
}

#[test]
fn every_choice_reads_addresses_every_criterion_and_claims_nothing() {
    let catalog = the_catalog();
    let mut seen = 0;
    for categories in selections() {
        for people in TEAMS {
            for report in [type1(), type2()] {
                for (stack, role) in stacks().into_iter().zip(PrivacyRole::ALL) {
                    let given = Answers {
                        categories: categories.clone(),
                        people,
                        report: report.clone(),
                        stack,
                        privacy_role: *role,
                        ..answers()
                    };
                    let start = started(&given, &catalog);
                    let lower = start.inventory.to_lowercase();
                    assert_eq!(FORBIDDEN.iter().find(|word| lower.contains(*word)), None);
                    let said = format!("{categories:?}, {people} people, {report:?}, {:?}, {role}", given.stack);
                    assessed(&start.inventory, &catalog, |assessment| {
                        let summary = &assessment.summary;
                        let wanted =
                            catalog.criteria.iter().filter(|criterion| categories.contains(&criterion.category));
                        assert_eq!(summary.applicable, wanted.count(), "{said}");
                        assert_eq!([summary.claimed, summary.evidenced, summary.tested], [0, 0, 0], "{said}");
                        assert_eq!(
                            (start.criteria, start.controls),
                            (summary.applicable, assessment.controls.len()),
                            "{said}"
                        );
                        let rules: BTreeSet<&str> = assessment.gaps.iter().map(|gap| gap.finding.rule.name).collect();
                        let honest = BTreeSet::from([
                            "control-not-in-place",
                            "expected-control-unsupported",
                            "subservice-report-absent",
                            "vendor-unreviewed",
                        ]);
                        assert!(rules.is_subset(&honest), "{said}: {rules:?}");
                    });
                    let ids = controls(&start.inventory);
                    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{said}");
                    seen += 1;
                }
            }
        }
    }
    assert_eq!(seen, 384);
}

#[test]
fn all_categories_take_about_ninety_controls() {
    let catalog = the_catalog();
    let count = |categories: &[Category], people: u32, role: PrivacyRole| {
        let given = Answers { categories: categories.to_vec(), people, privacy_role: role, ..answers() };
        started(&given, &catalog).controls
    };
    for people in TEAMS {
        let all = PrivacyRole::ALL.iter().map(|role| count(Category::ALL, people, *role)).collect::<Vec<_>>();
        let security = count(&[Category::Security], people, PrivacyRole::Both);
        println!("{people} people: {all:?} controls for all categories, {security} for security alone");
        assert!(all.iter().all(|controls| (80..=100).contains(controls)), "{people}: {all:?}");
    }
}

/// The inventory of a team, with every control said to be implemented.
fn implemented(people: u32, role: PrivacyRole, stack: Stack) -> String {
    let given = Answers { people, privacy_role: role, stack, ..answers() };
    let text = started(&given, &the_catalog()).inventory;
    let planned = text.matches("\n    status: planned").count();
    assert_eq!(planned, controls(&text).len());
    text.replace("\n    status: planned", "\n    status: implemented")
}

#[test]
fn once_in_place_nothing_is_wrong_with_the_design_of_any() {
    let catalog = the_catalog();
    for people in TEAMS {
        for (role, stack) in PrivacyRole::ALL.iter().flat_map(|role| stacks().map(|stack| (*role, stack))) {
            let text = implemented(people, role, stack);
            let wrong: Vec<(String, &str)> = assessed(&text, &catalog, |assessment| {
                let natures = [GapNature::Design, GapNature::Missing, GapNature::Scope];
                let design = assessment.gaps.iter().filter(|gap| natures.contains(&gap.finding.rule.nature));
                design.map(|gap| (gap.id().to_owned(), gap.finding.rule.name)).collect()
            });
            // Nobody has tested anything yet: that is true, and all there is.
            let others: Vec<&str> =
                wrong.iter().filter(|(_, rule)| *rule != "design-untested").map(|(id, _)| &**id).collect();
            assert_eq!(others, [""; 0], "{people}, {role}");
            assert_eq!(wrong.len(), controls(&text).len());
        }
    }
}

#[test]
fn a_small_team_gets_what_makes_up_for_missing_hands() {
    let ids = |people: u32| controls(&started(&Answers { people, ..answers() }, &the_catalog()).inventory);
    let apart = [
        "GOV-03", "GOV-06", "GOV-10", "RSK-03", "RSK-06", "PPL-06", "ACC-02", "ACC-04", "ACC-06", "CHG-02", "CHG-03",
        "OPS-05",
    ];
    for people in [1, 2, 5] {
        let small = ids(people);
        for id in apart {
            assert!(!small.iter().any(|known| known == id), "{people}: {id}");
            assert!(small.iter().any(|known| *known == format!("{id}C")), "{people}: {id}C");
        }
    }
    for people in [6, 50, 51, 1000] {
        let large = ids(people);
        assert!(!large.iter().any(|id| id.ends_with('C')), "{people}: {large:?}");
        assert!(["ACC-02", "CHG-02", "CHG-03", "OPS-05"].iter().all(|id| large.iter().any(|known| known == id)));
        // A board and internal audit come with size.
        for id in ["GOV-03B", "GOV-04", "RSK-06B"] {
            assert_eq!(large.iter().any(|known| known == id), people > 50, "{people}: {id}");
        }
        for id in ["GOV-03", "RSK-06"] {
            assert_eq!(large.iter().any(|known| known == id), people <= 50, "{people}: {id}");
        }
    }
}

#[test]
fn what_stands_in_says_for_what_and_why() {
    let text = started(&answers(), &the_catalog()).inventory;
    let comment = "  # In place of CHG-02 (A second person approves before release): there is not always a second engineer before a release, so each change is read after it.\n  - id: CHG-02C\n";
    assert!(text.contains(comment));
    let alone = started(&Answers { people: 1, ..answers() }, &the_catalog()).inventory;
    assert!(alone.contains(
        "Each week an outside reviewer takes the list of all changes released since the last time from GitHub,"
    ));
    assert!(text.contains("Each week a second person or an outside reviewer takes the list"));
}

#[test]
fn servers_of_ones_own_bring_walls_and_a_cloud_brings_its_report() {
    let given = |cloud: Used| Answers { stack: Stack { cloud, ..known() }, ..answers() };
    let own = started(&given(Used::None), &the_catalog()).inventory;
    let rented = started(&given(known().cloud), &the_catalog()).inventory;
    for id in ["ACC-14H", "AVL-05H"] {
        assert!(
            controls(&own).iter().any(|known| known == id) && !controls(&rented).iter().any(|known| known == id),
            "{id}"
        );
    }
    for id in ["VEN-04", "AVL-05"] {
        assert!(
            !controls(&own).iter().any(|known| known == id) && controls(&rented).iter().any(|known| known == id),
            "{id}"
        );
    }
    assert!(own.contains("only through Okta") && own.contains("People reach the server platform, GitHub"));
    assert!(!own.contains("carve-out\n") && rented.contains("    relation: carve-out\n"));
}

#[test]
fn names_take_posts_by_their_titles_and_the_rest_in_order() {
    let name = |text: &str| gapcheck::init::answers::Name::parse(text).unwrap();
    let given = Answers {
        people: 3,
        names: vec![name("Ben Poe (DevOps)"), name("Ana Roe"), name("Cy Doe (CTO)")],
        ..answers()
    };
    let (_, inventory) = inventory(&started(&given, &the_catalog()).inventory, &the_catalog());
    let people: Vec<(&str, &str)> =
        inventory.people.iter().map(|person| (&*person.id.value as &str, person.name.as_deref().unwrap())).collect();
    assert_eq!(people, [("ana-roe", "Ana Roe"), ("ben-poe", "Ben Poe"), ("cy-doe", "Cy Doe")]);
    let owner = |id: &str| {
        let control = inventory.controls.iter().find(|control| &*control.id.value as &str == id).unwrap();
        (control.owner.as_ref().unwrap().value.0.clone(), control.description.clone().unwrap())
    };
    assert_eq!(owner("GOV-05").0, "ana-roe");
    assert_eq!(owner("CHG-05").0, "ben-poe");
    assert_eq!(owner("ACC-01").0, "cy-doe");
    assert!(owner("CHG-05").1.contains("; the DevOps renews the base each quarter"), "{}", owner("CHG-05").1);
    // Two of two: what nobody was named for falls to them, and nobody else is made up.
    let pair = Answers { people: 2, names: vec![name("Ana Roe"), name("Cy Doe (CTO)")], ..answers() };
    let text = started(&pair, &the_catalog()).inventory;
    assert!(!text.contains("# put the name here"));
    // Two of twenty: the others are still to be named.
    let twenty = Answers { people: 20, ..pair };
    assert_eq!(started(&twenty, &the_catalog()).inventory.matches(" # put the name here").count(), 5);
}

#[test]
fn a_product_used_twice_is_one_vendor() {
    let stack = Stack {
        identity_provider: crate::products(&["google workspace"]),
        hr: crate::products(&["G Suite"]),
        ..known()
    };
    let given =
        Answers { stack, vendors: vec!["amazon web services".into(), "Stripe".into(), "stripe".into()], ..answers() };
    let (_, inventory) = inventory(&started(&given, &the_catalog()).inventory, &the_catalog());
    let vendors: Vec<&str> = inventory.vendors.iter().map(|vendor| &*vendor.id.value as &str).collect();
    assert_eq!(vendors, ["aws", "github", "google-workspace", "stripe"]);
}
