//! The inventory as a resource: it stands in for the assessment plan, and gaps are found in it.

use serde::Serialize;
use uuid::Uuid;

use crate::report::oscal::address;
use crate::report::oscal::desk::Desk;
use crate::report::oscal::prop::Prop;

/// What a document refers to and does not hold.
#[derive(Serialize)]
pub(super) struct BackMatter<'a> {
    resources: [Resource<'a>; 1],
}

#[derive(Serialize)]
struct Resource<'a> {
    uuid: Uuid,
    title: &'static str,
    description: &'static str,
    props: [Prop; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rlinks: Vec<Link<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct Link<'a> {
    href: String,
    media_type: &'static str,
    hashes: [Hash<'a>; 1],
}

#[derive(Serialize)]
struct Hash<'a> {
    algorithm: &'static str,
    value: &'a str,
}

impl<'a> BackMatter<'a> {
    pub(super) fn of(desk: &Desk<'a>) -> Self {
        let files = desk.assessment.sources.iter().filter_map(|(_, file)| {
            let hash = Hash { algorithm: "SHA-256", value: &file.digest };
            Some(Link { href: address::of_source(file)?, media_type: "application/yaml", hashes: [hash] })
        });
        let inventory = Resource {
            uuid: desk.inventory,
            title: "The inventory",
            description: "The inventory of controls that was assessed. Its scope takes the place of an assessment plan.",
            props: [Prop::known("type", "plan")],
            rlinks: files.collect(),
        };
        Self { resources: [inventory] }
    }
}
