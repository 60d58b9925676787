//! What an inventory says of a data flow: whose its ends are, what it carries, whether it is protected.

use crate::assess::context::Context;
use crate::model::document::{DataFlow, EXTERNAL};
use crate::text::natural::compare;

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

/// Whose an end of a data flow is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// A system in scope, by its position.
    System(usize),
    /// Another organisation, by its position.
    Vendor(usize),
    /// Anybody outside.
    External,
}

/// Whose the end of an id is. An id that a system and another organisation share means the system.
#[must_use]
pub fn end(context: &Context<'_>, id: &str) -> End {
    let inventory = context.inventory;
    if id == EXTERNAL {
        return End::External;
    }
    let vendor = || inventory.vendors.binary_search_by(|vendor| compare(&vendor.id, id)).ok();
    let system = inventory.index.systems.get(id).copied().map(End::System);
    system.or_else(|| vendor().map(End::Vendor)).unwrap_or(End::External)
}

/// What people call an end: the name of the system or vendor, or whoever stands outside.
#[must_use]
pub fn end_name<'a>(context: &Context<'a>, id: &'a str) -> &'a str {
    let inventory = context.inventory;
    let name = match end(context, id) {
        End::System(at) => inventory.systems.get(at).and_then(|system| system.name.as_deref()),
        End::Vendor(at) => inventory.vendors.get(at).and_then(|vendor| vendor.name.as_deref()),
        End::External => return "outside",
    };
    name.unwrap_or(id)
}

/// The systems at either end, as positions, each once.
#[must_use]
pub fn systems_at_ends(context: &Context<'_>, flow: &DataFlow) -> Vec<usize> {
    let mut positions: Vec<usize> = [&flow.from, &flow.to]
        .into_iter()
        .filter_map(|id| match end(context, id) {
            End::System(at) => Some(at),
            End::Vendor(_) | End::External => None,
        })
        .collect();
    positions.sort_unstable();
    positions.dedup();
    positions
}

/// The classes of data that the systems at either end hold, each once, as people count. Nothing else is known of what a flow
/// carries that does not say so itself.
#[must_use]
pub fn data_at_ends<'a>(context: &Context<'a>, flow: &DataFlow) -> Vec<&'a str> {
    let systems = systems_at_ends(context, flow);
    let classes =
        systems.into_iter().filter_map(|at| context.inventory.systems.get(at)).flat_map(|system| &system.data);
    let mut classes: Vec<&str> = classes.map(String::as_str).collect();
    classes.sort_by(|a, b| compare(a, b));
    classes.dedup();
    classes
}

/// Whether anything is said of what a flow carries: by itself, or by a system at its ends.
#[must_use]
pub fn is_declared(context: &Context<'_>, flow: &DataFlow) -> bool {
    !flow.data.is_empty() || !data_at_ends(context, flow).is_empty()
}

/// The protection as it is stated; `None` where nothing is said.
#[must_use]
pub fn protection(flow: &DataFlow) -> Option<&str> {
    flow.protection.as_deref().map(str::trim).filter(|said| !said.is_empty())
}

/// Whether what is said of the protection names any.
#[must_use]
pub fn is_protected(flow: &DataFlow) -> bool {
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
