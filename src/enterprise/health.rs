//! Whether the inventory says that health data is handled: only then is an agreement about it asked for.

use crate::enterprise::desk::Desk;

/// Classes of data that make an organisation one that handles health data.
const HEALTH: [&str; 6] = ["health", "phi", "ephi", "medical", "protected health information", "health data"];

/// Whether the inventory says that health data is handled: a law, or a class of data anywhere.
pub(super) fn handles_health_data(desk: &Desk<'_>) -> bool {
    let inventory = desk.assessment.inventory;
    let classes = inventory.systems.iter().flat_map(|system| &system.data);
    let flows = inventory.data_flows.iter().flat_map(|flow| &flow.data);
    let vendors = inventory.vendors.iter().flat_map(|vendor| vendor.data.iter().flatten());
    let law = inventory.scope.regulations.iter().any(|law| law.contains("hipaa"));
    law || classes.chain(flows).chain(vendors).any(|class| is_health(class))
}

fn is_health(class: &str) -> bool {
    let class = class.to_lowercase().replace(['-', '_'], " ");
    HEALTH.contains(&class.as_str())
}
