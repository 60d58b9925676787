//! The rule `data-flow-unprotected`.

use crate::assess::context::Context;
use crate::assess::data_flow::said;
use crate::model::criterion_id::CriterionId;
use crate::model::document::DataFlow;
use crate::model::gap::Finding;
use crate::text::list;

declare_rule! {
    /// Data moves without protection, or without anybody saying how it is protected or what it is.
    ///
    /// ## Why it matters
    ///
    /// Whoever sits between two systems can read and change what passes unprotected. Auditors follow data across the system
    /// boundary and ask at every crossing what it is and how it is protected.
    ///
    /// A flow counts as unprotected where `protection` is missing, or holds nothing but words such as none, plaintext,
    /// unencrypted, HTTP, FTP or Telnet. Any other word is taken at its word.
    ///
    /// A flow without `data` is taken to carry what the systems at its ends hold. Where those name no `data` either, nobody
    /// can tell how much protection is enough. As the only fault of a flow that is much less likely to do harm.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// data_flows:
    ///   - { from: app, to: prod, data: [personal] }
    /// ```
    ///
    /// ```yaml,gap
    /// data_flows:
    ///   - { from: external, to: app, data: [personal], protection: Plain HTTP/1.1 without TLS }
    /// ```
    ///
    /// ```yaml,gap
    /// data_flows:
    ///   - { from: app, to: prod, protection: TLS 1.3 }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// data_flows:
    ///   - { from: app, to: prod, data: [personal], protection: TLS 1.3 }
    ///   - { from: external, to: app, data: [personal], protection: "HTTP over TLS, no plaintext" }
    /// ```
    ///
    /// ```yaml,clean
    /// systems:
    ///   - { id: prod, data: [personal] }
    /// data_flows:
    ///   - { from: app, to: prod, protection: TLS 1.3 }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Encrypt the data on the way, for example with TLS 1.2 or later (NIST SP 800-52 r2), and refuse what is not encrypted.
    /// Name the classes of data under `data`.
    "data-flow-unprotected", Scope, likelihood 75, since "0.1.0", Facts(check)
}

fn check(context: &Context<'_>) -> Vec<Finding> {
    let judged = context.inventory.data_flows.iter().filter_map(|flow| {
        match (said::is_protected(flow), said::is_declared(context, flow)) {
            (true, true) => None,
            (true, false) => Some(undeclared(context, flow)),
            (false, declared) => Some(unprotected(context, flow, declared)),
        }
    });
    judged.collect()
}

fn unprotected(context: &Context<'_>, flow: &DataFlow, declared: bool) -> Finding {
    let [from, to] = ends(context, flow);
    let data = if flow.data.is_empty() { "Data".to_owned() } else { format!("Data ({})", list::some(&flow.data, 6)) };
    let how = match said::protection(flow) {
        Some(said) => format!("its protection is given as \u{201c}{said}\u{201d}"),
        None => "nothing is said of its protection".to_owned(),
    };
    let (nor_what, name_it) = if declared { ("", "") } else { (NOT_NAMED, " Name the classes of data under `data`.") };
    of_flow(context, flow)
        .title(format!("From {from} to {to}: the data on the way is not protected"))
        .now(format!("{data} goes from {from} to {to}; {how}.{nor_what}"))
        .wanted("The data is encrypted on the way, and either end refuses what is not encrypted.")
        .advice(format!(
            "Encrypt the data on the way, for example with TLS 1.2 or later, refuse what is not encrypted, and record it under \
             `protection`.{name_it}",
        ))
}

/// What is said where nobody says what a flow carries, after the sentence on its protection.
const NOT_NAMED: &str = " Neither the flow nor a system at its ends names the classes of data.";

fn undeclared(context: &Context<'_>, flow: &DataFlow) -> Finding {
    let [from, to] = ends(context, flow);
    let said = said::protection(flow).unwrap_or_default();
    of_flow(context, flow)
        .title(format!("From {from} to {to}: nothing is said of what data goes there"))
        .now(format!("Data goes from {from} to {to}; its protection is given as \u{201c}{said}\u{201d}.{NOT_NAMED}"))
        .wanted("The flow names the classes of data it carries, so that its protection can be held against them.")
        .advice("Find out what goes this way and name the classes of data under `data`.")
        .fault("undeclared")
        .because("undeclared", -70, "The data is protected on the way; what is missing is what data it is.")
}

fn of_flow(context: &Context<'_>, flow: &DataFlow) -> Finding {
    Finding::about(&INFO, &*flow.from)
        .part(&*flow.to)
        .touching(touched(context, flow))
        .on_systems(said::systems_at_ends(context, flow))
        .at(flow.from.place)
}

fn ends<'a>(context: &Context<'a>, flow: &'a DataFlow) -> [&'a str; 2] {
    [&*flow.from, &*flow.to].map(|end| said::end_name(context, end))
}

/// The criteria on data on the move, as far as they apply: everybody's, and that on confidential data where data is named.
fn touched(context: &Context<'_>, flow: &DataFlow) -> Vec<CriterionId> {
    let confidential = !flow.data.is_empty();
    let ids = [Some("CC6.7"), confidential.then_some("C1.1")].into_iter().flatten();
    ids.filter_map(|id| Some(context.criterion(id.parse().ok()?)?.criterion.id)).collect()
}
