//! Random inventories, as data that can be changed and then written out as YAML.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::fmt::Write;

use gapcheck::Request;
use gapcheck::load::catalog::bundled;
use gapcheck::load::inventory::single;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::date::Date;
use gapcheck::model::files::Files;
use proptest::prelude::*;

/// The criteria random controls name: few, so that controls meet on them; by system and for the organisation.
pub const CRITERIA: [&str; 8] = ["CC1.1", "CC6.1", "CC6.3", "CC7.2", "CC8.1", "CC9.2", "A1.2", "CC5.3"];
pub const STATUSES: [&str; 5] = ["planned", "in-progress", "implemented", "informal", "retired"];
pub const FREQUENCIES: [Option<&str>; 6] =
    [None, Some("daily"), Some("monthly"), Some("quarterly"), Some("annual"), Some("per-event")];

#[derive(Clone, Debug)]
pub struct Inventory {
    pub systems: Vec<System>,
    pub controls: Vec<Control>,
    pub promised: Option<usize>,
}

#[derive(Clone, Debug)]
pub struct System {
    pub criticality: &'static str,
    pub exposure: &'static str,
    pub data: &'static str,
}

#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools, reason = "each is one choice of the generator")]
pub struct Control {
    pub id: String,
    pub name: String,
    pub criteria: Vec<usize>,
    pub status: usize,
    pub frequency: usize,
    pub owner: bool,
    pub described: bool,
    pub documented: bool,
    pub systems: Option<Vec<usize>>,
    /// How many days before the assessment each piece of evidence speaks of; `None` for one that is nowhere to be found.
    pub evidence: Vec<Option<u16>>,
    /// How many days before the assessment each test of design was made, and what it came to.
    pub tests: Vec<(u16, usize)>,
    /// Whether its lists are written last item first; every item keeps its name.
    pub backwards: bool,
}

pub const CONCLUSIONS: [&str; 3] = ["effective", "exception", "deficient"];

pub fn as_of() -> Date {
    Date::new(2026, 11, 22).expect("a day")
}

fn day(before: u16) -> Date {
    as_of().minus_days(u32::from(before))
}

impl Inventory {
    pub fn yaml(&self) -> String {
        let mut text = String::from("organization: Random Co.\nscope:\n  categories: [security, availability]\n");
        if let Some(promised) = self.promised {
            writeln!(text, "  commitments: [{{ id: SLA, criteria: [{}] }}]", CRITERIA[promised]).expect("text");
        }
        text.push_str("systems:\n");
        for (at, system) in self.systems.iter().enumerate() {
            writeln!(
                text,
                "  - {{ id: s{at}, criticality: {}, exposure: {}, data: [{}] }}",
                system.criticality, system.exposure, system.data
            )
            .expect("text");
        }
        if self.systems.is_empty() {
            text.push_str("  []\n");
        }
        text.push_str("documents:\n  - { id: POL, title: Policy, url: 'https://x.example', owner: boss, approved_by: cto, approved: 2026-02-01, reviewed: 2026-02-01 }\n");
        text.push_str(if self.controls.is_empty() { "controls: []\n" } else { "controls:\n" });
        for control in &self.controls {
            control.write(&mut text);
        }
        text
    }
}

impl Control {
    /// A control that is as good as a control can be.
    pub fn excellent(id: &str, criterion: usize) -> Self {
        Self {
            id: id.to_owned(),
            name: "Excellent control".to_owned(),
            criteria: vec![criterion],
            status: 2,
            frequency: 3,
            owner: true,
            described: true,
            documented: true,
            systems: None,
            evidence: vec![Some(10)],
            tests: vec![(20, 0)],
            backwards: false,
        }
    }

    fn write(&self, text: &mut String) {
        let criteria: Vec<&str> = self.criteria.iter().map(|at| CRITERIA[*at]).collect();
        writeln!(
            text,
            "  - id: {}\n    name: {}\n    criteria: [{}]\n    status: {}",
            self.id,
            self.name,
            criteria.join(", "),
            STATUSES[self.status]
        )
        .expect("text");
        if let Some(frequency) = FREQUENCIES[self.frequency] {
            writeln!(text, "    frequency: {frequency}").expect("text");
        }
        if self.owner {
            text.push_str("    owner: jane\n");
        }
        if self.described {
            text.push_str("    description: Each quarter the platform lead compares the users of production with the roster and records it in a ticket.\n");
        }
        if self.documented {
            text.push_str("    documented_in: [POL]\n");
        }
        if let Some(systems) = &self.systems {
            let systems: Vec<String> = systems.iter().map(|at| format!("s{at}")).collect();
            writeln!(text, "    systems: [{}]", systems.join(", ")).expect("text");
        }
        let evidence = self.evidence.iter().enumerate().map(|(at, age)| match age {
            Some(age) => {
                let day = day(*age);
                format!("{{ title: E{at}, url: 'https://e.example/{at}', covers: {day}, collected: {day} }}")
            }
            None => format!("{{ title: E{at}, path: nowhere/{at}.pdf, collected: 2026-11-01 }}"),
        });
        self.list(text, "evidence", evidence.collect());
        let tests = self.tests.iter().map(|(age, conclusion)| {
            format!("{{ of: design, date: {}, by: alex, conclusion: {} }}", day(*age), CONCLUSIONS[*conclusion])
        });
        self.list(text, "tests", tests.collect());
    }

    fn list(&self, text: &mut String, key: &str, mut items: Vec<String>) {
        if self.backwards {
            items.reverse();
        }
        if !items.is_empty() {
            writeln!(text, "    {key}:\n      - {}", items.join("\n      - ")).expect("text");
        }
    }
}

pub fn catalog() -> &'static Catalog {
    static CATALOG: std::sync::OnceLock<Catalog> = std::sync::OnceLock::new();
    CATALOG.get_or_init(|| bundled().expect("the catalog reads"))
}

/// Assesses an inventory and looks at the result.
pub fn assess<T>(yaml: &str, look: impl FnOnce(&Assessment<'_>) -> T) -> T {
    let sources = single("random.yaml", yaml);
    let inventory =
        gapcheck::read(&sources, catalog(), as_of()).unwrap_or_else(|problems| panic!("{problems:?}\n{yaml}"));
    let request = Request { as_of: as_of(), fail_on: None, baseline: None };
    look(&gapcheck::assess(&sources, &inventory, catalog(), &Files::default(), &request))
}

prop_compose! {
    fn system()(
        criticality in prop::sample::select(vec!["low", "moderate", "high", "very-high"]),
        exposure in prop::sample::select(vec!["internet", "partner", "internal", "isolated"]),
        data in prop::sample::select(vec!["personal", "logs", "customer-content"]),
    ) -> System {
        System { criticality, exposure, data }
    }
}

fn control(systems: usize) -> impl Strategy<Value = Control> {
    let named = if systems == 0 {
        Just(None).boxed()
    } else {
        prop::option::of(prop::collection::btree_set(0..systems, 1..=systems).prop_map(|set| set.into_iter().collect()))
            .boxed()
    };
    (
        (prop::collection::btree_set(0..CRITERIA.len(), 0..4), 0..STATUSES.len(), 0..FREQUENCIES.len()),
        (any::<bool>(), any::<bool>(), any::<bool>(), named),
        prop::collection::vec(prop::option::weighted(0.8, 0u16..600), 0..3),
        prop::collection::vec((0u16..600, 0..CONCLUSIONS.len()), 0..3),
    )
        .prop_map(|((criteria, status, frequency), (owner, described, documented, systems), evidence, tests)| {
            Control {
                id: String::new(),
                name: String::new(),
                criteria: criteria.into_iter().collect(),
                status,
                frequency,
                owner,
                described,
                documented,
                systems,
                evidence,
                tests,
                backwards: false,
            }
        })
}

/// Any inventory of up to six controls on a few criteria and systems.
pub fn inventory() -> impl Strategy<Value = Inventory> {
    prop::collection::vec(system(), 0..3).prop_flat_map(|systems| {
        let controls = prop::collection::vec(control(systems.len()), 0..7);
        (Just(systems), controls, prop::option::of(0..CRITERIA.len())).prop_map(|(systems, controls, promised)| {
            let numbered = controls.into_iter().enumerate().map(|(at, control)| Control {
                id: format!("C-{at}"),
                name: format!("Control number {at}"),
                ..control
            });
            Inventory { systems, controls: numbered.collect(), promised }
        })
    })
}
