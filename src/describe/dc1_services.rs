//! DC 1: the services the system provides.

use crate::describe::part::{Lack, part, says, thing};
use crate::model::assessment::Assessment;
use crate::model::description::{Part, Subject};

/// What the service does.
const TEXT: Lack = Lack { no: "text", write: "what customers get", key: "scope.services[].text" };
/// Who uses it.
const TO: Lack = Lack { no: "users", write: "the users", key: "scope.services[].to" };

pub(super) fn parts(assessment: &Assessment<'_>) -> Vec<Part> {
    let scope = &assessment.inventory.scope;
    let services = &scope.services;
    let unsaid = services.iter().filter(|service| !says(service.text.as_ref())).map(|service| thing(&service.id));
    let to_nobody = services.iter().filter(|service| !says(service.to.as_ref())).map(|service| thing(&service.id));
    let part = part(Subject::Services, "service").holding(services.iter().map(|service| thing(&service.id)));
    let part = part
        .missing_if(!says(scope.system.as_ref()), "the system has no name", "the name of the system", "scope.system")
        .missing_if(
            services.is_empty(),
            "no service is listed",
            "which services the system provides, and to whom",
            "scope.services",
        );
    vec![part.lacking(TEXT, unsaid).lacking(TO, to_nobody)]
}
