//! The rule `data-flow-unprotected`.

use crate::assess::context::Context;
use crate::model::criterion_id::CriterionId;
use crate::model::document::DataFlow;
use crate::model::gap::Finding;
use crate::text::list;

declare_rule! {
    /// Data moves between systems, or to others, without protection or without anybody saying which.
    ///
    /// ## Why it matters
    ///
    /// Whoever sits between two systems can read and change what passes unprotected. Auditors follow data across the system
    /// boundary and ask at every crossing how it is protected.
    ///
    /// A flow counts as unprotected where `protection` is missing, or holds nothing but words such as none, plaintext,
    /// unencrypted, HTTP, FTP or Telnet. Any other word is taken at its word.
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
    ///   - { from: external, to: app, protection: Plain HTTP/1.1 without TLS }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// data_flows:
    ///   - { from: app, to: prod, data: [personal], protection: TLS 1.3 }
    ///   - { from: external, to: app, protection: "HTTP over TLS, no plaintext" }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Encrypt the data on the way, for example with TLS 1.2 or later (NIST SP 800-52 r2), and refuse what is not encrypted.
    "data-flow-unprotected", Scope, likelihood 75, since "0.1.0", Facts(check)
}

/// Words that name a way without protection, that nobody knows of one, or that add nothing to the words beside them.
const WEAK: [&str; 28] = [
    "a",
    "clear",
    "cleartext",
    "ftp",
    "http",
    "insecure",
    "ldap",
    "n",
    "na",
    "none",
    "nothing",
    "only",
    "open",
    "over",
    "plain",
    "plaintext",
    "raw",
    "rlogin",
    "rsh",
    "tba",
    "tbd",
    "telnet",
    "text",
    "tftp",
    "todo",
    "unencrypted",
    "unknown",
    "unprotected",
];

/// Words that turn the next one round.
const NEGATIONS: [&str; 4] = ["no", "non", "not", "without"];

/// The id of anybody outside, as the format has it.
const EXTERNAL: &str = "external";

fn check(context: &Context<'_>) -> Vec<Finding> {
    let flows = context.inventory.data_flows.iter();
    flows.filter(|flow| !is_protected(flow)).map(|flow| finding(context, flow)).collect()
}

/// Whether what is said of the protection names any.
fn is_protected(flow: &DataFlow) -> bool {
    let said = flow.protection.as_deref().unwrap_or_default().to_lowercase();
    let mut turned = false;
    said.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).any(|word| {
        let negates = NEGATIONS.contains(&word);
        let number = word.chars().all(char::is_numeric);
        let protects = !turned && !negates && !number && !WEAK.contains(&word);
        turned = negates;
        protects
    })
}

fn finding(context: &Context<'_>, flow: &DataFlow) -> Finding {
    let [from, to] = [&*flow.from, &*flow.to].map(|end| end_name(context, end));
    let data = if flow.data.is_empty() { "Data".to_owned() } else { format!("Data ({})", list::some(&flow.data, 6)) };
    let how = match flow.protection.as_deref().map(str::trim).filter(|said| !said.is_empty()) {
        Some(said) => format!("its protection is given as \u{201c}{said}\u{201d}"),
        None => "nothing is said of its protection".to_owned(),
    };
    Finding::about(&INFO, &*flow.from)
        .part(&*flow.to)
        .title(format!("From {from} to {to}: the data on the way is not protected"))
        .now(format!("{data} goes from {from} to {to}; {how}."))
        .wanted("The data is encrypted on the way, and either end refuses what is not encrypted.")
        .advice(
            "Encrypt the data on the way, for example with TLS 1.2 or later, refuse what is not encrypted, and record it under \
             `protection`.",
        )
        .touching(touched(context, flow))
        .on_systems(ends(context, flow))
        .at(flow.from.place)
}

/// The criteria on data on the move, as far as they apply: everybody's, and that on confidential data where data is named.
fn touched(context: &Context<'_>, flow: &DataFlow) -> Vec<CriterionId> {
    let confidential = !flow.data.is_empty();
    let ids = [Some("CC6.7"), confidential.then_some("C1.1")].into_iter().flatten();
    ids.filter_map(|id| Some(context.criterion(id.parse().ok()?)?.criterion.id)).collect()
}

/// The systems at either end, as positions.
fn ends(context: &Context<'_>, flow: &DataFlow) -> Vec<usize> {
    let known = &context.inventory.index.systems;
    let mut positions: Vec<usize> =
        [&flow.from, &flow.to].into_iter().filter_map(|end| known.get(&end.value).copied()).collect();
    positions.sort_unstable();
    positions.dedup();
    positions
}

/// What people call an end: the name of the system or vendor, or whoever stands outside.
fn end_name<'a>(context: &Context<'a>, id: &'a str) -> &'a str {
    if id == EXTERNAL {
        return "outside";
    }
    let inventory = context.inventory;
    let system = inventory.index.systems.get(id).and_then(|at| inventory.systems.get(*at));
    let vendor = || inventory.vendors.get(*inventory.index.vendors.get(id)?);
    let name = system.map(|system| &system.name).or_else(|| vendor().map(|vendor| &vendor.name));
    name.and_then(Option::as_deref).unwrap_or(id)
}
