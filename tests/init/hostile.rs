//! Names that want to be something else: they stay names.

use gapcheck::init::answers::{Answers, Name, Stack};

use crate::{answers, assessed, inventory, products, started, the_catalog, type2};

const NAMES: [&str; 12] = [
    "Acme: \"the\" 'best' #1",
    "a\nstatus: implemented\nb",
    "x # y: z",
    "\u{1b}[2J\u{1b}]0;pwned\u{7}",
    "- id: [a, {b: c}]",
    "{owner} and {{ heading }}",
    "\u{202e}emca",
    "::error::x ##[error]y",
    "no",
    "2026",
    "*a &b !c %d @e `f` |g >h",
    "漢字\u{feff}\u{2028}é",
];

#[test]
fn they_are_read_back_as_they_were_given() {
    let catalog = the_catalog();
    for hostile in NAMES {
        let text = hostile.to_owned();
        let name = Name { name: text.clone(), title: Some(text.clone()) };
        let names = vec![name.clone(), Name { name: "Ana Roe".into(), title: None }, name];
        let stack = Stack {
            cloud: products(&[hostile]),
            identity_provider: products(&[hostile, "Okta"]),
            code_host: products(&[hostile]),
            hr: products(&[hostile]),
        };
        let given = Answers {
            organization: text.clone(),
            system: text.clone(),
            names,
            stack,
            vendors: vec![text.clone(), "x".into()],
            report: type2(),
            ..answers()
        };
        let start = started(&given, &catalog);
        assert!(start.inventory.chars().all(|c| c == '\n' || gapcheck::text::escape::visible(c)), "{hostile:?}");
        let (_, inventory) = inventory(&start.inventory, &catalog);
        assert_eq!(inventory.organization, hostile);
        assert_eq!(inventory.scope.system.as_deref(), Some(hostile));
        assert!(
            inventory.people.iter().filter(|person| person.name.as_deref() == Some(hostile)).count() == 2,
            "{hostile:?}"
        );
        let vendor = inventory.vendors.iter().find(|vendor| vendor.name.as_deref() == Some(hostile.trim()));
        assert!(vendor.is_some(), "{hostile:?}");
        let adviser = inventory.controls.iter().find(|control| &*control.id.value as &str == "GOV-03C").unwrap();
        assert!(
            adviser.description.as_ref().unwrap().contains(&format!("open findings of {hostile}, questions")),
            "{hostile:?}"
        );
        assessed(&start.inventory, &catalog, |assessment| {
            assert_eq!(assessment.summary.claimed, 0, "{hostile:?}");
            assert_eq!(assessment.controls.len(), start.controls, "{hostile:?}");
        });
    }
}

#[test]
fn skeletons_hold_them_too() {
    let reference = gapcheck::init::reference::bundled().unwrap();
    for hostile in NAMES {
        let given = Answers { organization: hostile.to_owned(), ..answers() };
        let start = gapcheck::init::start(&given, &the_catalog(), &reference, Some("policies")).unwrap();
        for skeleton in &start.skeletons {
            assert!(skeleton.text.chars().all(|c| c == '\n' || gapcheck::text::escape::visible(c)), "{hostile:?}");
            assert_eq!(skeleton.text.lines().filter(|line| line.starts_with("| Organisation |")).count(), 1);
        }
    }
}
