//! The systems and vendors that follow from what an organisation uses.

use std::collections::BTreeSet;

use crate::init::answers::{Answers, Used};
use crate::init::reference::{Product, Reference};
use crate::init::slug::Ids;
use crate::model::words::{Category, Relation};
use crate::text::list::and;

/// A system to be listed.
#[derive(Clone, Debug)]
pub(super) struct System {
    pub id: &'static str,
    pub name: String,
    pub kind: &'static str,
    pub criticality: &'static str,
    pub exposure: &'static str,
    pub data: Vec<&'static str>,
}

/// A vendor to be listed.
#[derive(Clone, Debug)]
pub(super) struct Vendor {
    pub id: String,
    pub name: String,
    pub relation: Relation,
    pub systems: Vec<&'static str>,
    /// How much depends on it, where that is more than usual.
    pub criticality: Option<&'static str>,
    /// What it is relied on for: criteria and words.
    pub expected: Vec<(&'static str, &'static str)>,
}

/// What surrounds the organisation.
#[derive(Clone, Debug)]
pub(super) struct Surroundings {
    pub systems: Vec<System>,
    pub vendors: Vec<Vendor>,
    /// The products of each use, as we write them in a sentence; empty where none was named.
    pub cloud: String,
    pub identity_provider: String,
    pub code_host: String,
    pub hr: String,
}

impl Surroundings {
    pub(super) fn of(answers: &Answers, reference: &Reference) -> Self {
        let written = |used: &Used| {
            and(used
                .products()
                .iter()
                .map(|name| known(name, reference).map_or(name.as_str(), |product| &product.name)))
        };
        let stack = &answers.stack;
        let surroundings = Self {
            systems: Vec::new(),
            vendors: vendors(answers, reference),
            cloud: written(&stack.cloud),
            identity_provider: written(&stack.identity_provider),
            code_host: written(&stack.code_host),
            hr: written(&stack.hr),
        };
        Self { systems: surroundings.systems(answers), ..surroundings }
    }

    fn systems(&self, answers: &Answers) -> Vec<System> {
        let customers: &[&'static str] =
            if answers.has_privacy() { &["customer-content", "personal"] } else { &["customer-content"] };
        let servers = if self.cloud.is_empty() { "Servers and networks" } else { &self.cloud };
        let mut systems = vec![
            exposed("application", &answers.system, "application", customers),
            exposed("infrastructure", servers, "infrastructure", &[customers, &["credentials"]].concat()),
        ];
        let used = [
            ("identity", &self.identity_provider, "identity-provider", "credentials"),
            ("code", &self.code_host, "code-host", "source-code"),
        ];
        let used = used.into_iter().filter(|(_, name, ..)| !name.is_empty());
        systems.extend(used.map(|(id, name, kind, data)| exposed(id, name, kind, &[data])));
        let laptops = exposed("laptops", "Laptops of staff", "endpoint", &["credentials"]);
        systems.push(System { criticality: "moderate", exposure: "internal", ..laptops });
        systems
    }
}

/// A system that much depends on and that can be reached from the internet.
fn exposed(id: &'static str, name: &str, kind: &'static str, data: &[&'static str]) -> System {
    System { id, name: name.to_owned(), kind, criticality: "high", exposure: "internet", data: data.to_vec() }
}

/// The product that a name means.
fn known<'r>(name: &str, reference: &'r Reference) -> Option<&'r Product> {
    let lower = name.trim().to_lowercase();
    reference.products.iter().find(|product| {
        product.name.to_lowercase() == lower || product.title.to_lowercase() == lower || product.also.contains(&lower)
    })
}

/// Every product and every vendor named, each once; what a product is used for first decides how it stands to us.
fn vendors(answers: &Answers, reference: &Reference) -> Vec<Vendor> {
    let stack = &answers.stack;
    // The names of systems are taken: a gap tells by the id alone what it is about.
    let mut ids = Ids::default();
    for id in ["application", "infrastructure", "identity", "code", "laptops", "scope", "external"] {
        ids.give(id, id);
    }
    let uses: [(&[String], &[&'static str], Option<&'static str>); 5] = [
        (stack.cloud.products(), &["application", "infrastructure"], Some("high")),
        (stack.identity_provider.products(), &["identity"], Some("high")),
        (stack.code_host.products(), &["code"], Some("high")),
        (stack.hr.products(), &[], None),
        (&answers.vendors, &[], None),
    ];
    let mut vendors: Vec<Vendor> = Vec::new();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for (at, (names, systems, criticality)) in uses.into_iter().enumerate() {
        for name in names.iter().map(|name| name.trim()).filter(|name| !name.is_empty()) {
            let product = known(name, reference);
            let title = product.map_or(name, |product| &product.title);
            if !seen.insert(title.to_lowercase()) {
                let before = vendors.iter_mut().find(|vendor| vendor.name.to_lowercase() == title.to_lowercase());
                if let Some(vendor) = before {
                    vendor.systems.extend(systems);
                }
                continue;
            }
            let is_cloud = at == 0;
            vendors.push(Vendor {
                id: ids.give(product.map_or(name, |product| &product.name), "vendor"),
                name: title.to_owned(),
                relation: if is_cloud { Relation::CarveOut } else { Relation::Vendor },
                systems: systems.to_vec(),
                criticality,
                expected: if is_cloud { expected(answers) } else { Vec::new() },
            });
        }
    }
    vendors
}

/// What a provider of servers is relied on for.
fn expected(answers: &Answers) -> Vec<(&'static str, &'static str)> {
    let mut expected = vec![
        ("CC6.4", "Data centres are closed to whoever has no business in them."),
        ("CC6.5", "Disks are destroyed before they leave a data centre."),
    ];
    if answers.categories.contains(&Category::Availability) {
        expected.push(("A1.2", "Power, cooling and fire protection keep data centres running."));
    }
    expected
}
