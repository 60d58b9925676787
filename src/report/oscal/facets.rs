//! How bad a risk is: on the scale of the format, and with the numbers it comes from.

use serde::Serialize;

use crate::model::level::Level;
use crate::model::risk::Rating;
use crate::report::oscal::desk::Desk;
use crate::report::oscal::origin::Origin;
use crate::report::oscal::prop::{OURS, Prop};

/// The system of the names of the format.
const OSCAL: &str = "http://csrc.nist.gov/ns/oscal";

/// A risk as somebody rates it.
#[derive(Serialize)]
pub(super) struct Characterization {
    origin: Origin,
    facets: [Facet; 6],
}

#[derive(Serialize)]
struct Facet {
    name: &'static str,
    system: &'static str,
    value: String,
    props: [Prop; 1],
}

impl Characterization {
    /// A rating; `state` tells that before what is in place is taken into account, `initial`, from that after, `adjusted`.
    pub(super) fn of(desk: &Desk<'_>, rating: Rating, state: &'static str) -> Self {
        let facet = |name, system, value| Facet { name, system, value, props: [Prop::known("state", state)] };
        let level = |name, level: Level| facet(name, OSCAL, level.to_string());
        let points = |name, points: u8| facet(name, OURS, points.to_string());
        Self {
            origin: Origin::tool(desk),
            facets: [
                level("likelihood", rating.likelihood_level()),
                level("impact", rating.impact_level()),
                level("risk", rating.level),
                points("likelihood-points", rating.likelihood),
                points("impact-points", rating.impact),
                points("score", rating.score),
            ],
        }
    }
}
