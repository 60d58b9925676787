//! The rule `control-vaguely-worded`.

use std::collections::BTreeSet;

use crate::assess::context::{Context, ControlView};
use crate::model::document::Control;
use crate::model::gap::Finding;
use crate::model::inventory::Inventory;
use crate::model::words::ControlKind;
use crate::text::list;
use crate::text::wrap::truncate;

declare_rule! {
    /// The description of a control in place leaves open who does what, where, when, or how it is shown.
    ///
    /// ## Why it matters
    ///
    /// An auditor tests a control against its words. "Access is reviewed regularly" cannot be tested: nobody can say whose
    /// access, by whom, how often, or what would show it.
    ///
    /// Each of five questions is answered by a field or by words of the description: *who* by `owner`, `performer` or a
    /// role, *what* by six words or more, *where* by `systems` or the name of a system or place, *when* by `frequency` or
    /// words of time, *how it is shown* by `evidence`, `documented_in` or the name of a record. Words such as "regularly"
    /// name no time. A control of kind `policy` holds at all times. The rule speaks where *what* is open, or two of the
    /// others. Words are understood in English only, and the numbers are conventions.
    ///
    /// ## Reported
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-02, description: Access is reviewed. }
    /// ```
    ///
    /// ```yaml,gap
    /// controls:
    ///   - { id: AC-02, description: null }
    /// ```
    ///
    /// ## Not reported
    ///
    /// ```yaml,clean
    /// controls:
    ///   - { id: AC-02, description: Somebody with knowledge removes needless access. }
    /// ```
    ///
    /// ## Remedy
    ///
    /// Write one sentence that names the role, the act, the system, the time and the record: "Each quarter the platform
    /// lead compares the users of every production system with the staff roster, removes what has no need and signs the
    /// ticket."
    "control-vaguely-worded", Design, likelihood 4, since "0.1.0", Facts(check)
}

/// The fewest words that can say what is done.
const WORDS: usize = 6;

/// How much of a description is repeated, in columns.
const SHOWN: usize = 200;

const WHO: &str = "IT admin administrator analyst architect auditor board ceo cfo chair cio ciso committee contractor coo \
    council counsel cto custodian developer devops director dpo employee engineer everybody everyone executive finance \
    head hr lead leadership legal manager management officer operator owner partner personnel receptionist secretary sre \
    staff supervisor team";

const WHERE: &str = "account app application aws azure bank branch bucket building channel cloud cluster code company \
    computer container contract database datacenter datacentre device directory email endpoint environment facility \
    firewall folder gateway gcp github gitlab host infrastructure internet intranet laptop mailbox network office okta \
    organisation organization phone pipeline platform portal premises product production provider repository room server \
    service site software store supplier system tenant tool tracker vendor vpn website wiki workspace workstation";

const WHEN: &str = "after always annual annually april august before bimonthly biweekly constantly continually continuous \
    continuously daily day december during each event every february fortnight friday hour hourly immediately january \
    july june march minute monday month monthly night nightly november october once quarter quarterly semiannual \
    semiannually september time twice until upon week weekly when whenever while within year yearly";

const HOW: &str = "acknowledgement acknowledges alert approval archived archives attestation certificate checklist \
    confirmation dashboard diagram documented documents email entry evidence export exported file filed form history log \
    logged matrix memo minuted minutes record recorded register report reported scorecard screenshot sign signature signed \
    spreadsheet sheet ticket tracked tracker transcript";

fn check(context: &Context<'_>) -> Vec<Finding> {
    let vocabulary = Vocabulary::of(context.inventory);
    context.controls_in_place().filter_map(|view| finding(context, view, &vocabulary)).collect()
}

/// The words that answer a question.
struct Vocabulary {
    who: BTreeSet<String>,
    place: BTreeSet<String>,
    time: BTreeSet<String>,
    record: BTreeSet<String>,
}

impl Vocabulary {
    /// The words above, and the systems of an inventory by id and name.
    fn of(inventory: &Inventory) -> Self {
        let set = |words: &str| words.split_whitespace().map(str::to_owned).collect::<BTreeSet<String>>();
        let mut place = set(WHERE);
        for system in &inventory.systems {
            place.insert(system.id.to_lowercase());
            place.extend(system.name.as_ref().map(|name| name.to_lowercase()));
        }
        Self { who: set(WHO), place, time: set(WHEN), record: set(HOW) }
    }
}

fn finding(context: &Context<'_>, view: ControlView<'_>, vocabulary: &Vocabulary) -> Option<Finding> {
    let control = view.control;
    let description = control.description.as_deref().unwrap_or_default().trim();
    let words: Vec<&str> = description.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let says_what = words.len() >= WORDS;
    let mut open = questions_left_open(control, &words, vocabulary);
    if says_what && open.len() < 2 {
        return None;
    }
    if !says_what {
        open.insert(0, "what");
    }
    let (fault, state) = match words.len() {
        0 => ("it is not described".to_owned(), "It has no description.".to_owned()),
        _ => (
            format!("its description leaves open {}", list::and(&open)),
            format!("Its description does not say {}: {}", list::or(&open), in_short(description)),
        ),
    };
    let finding = Finding::of_control(&INFO, view)
        .title(format!("{}: {fault}", &*control.name))
        .now(state)
        .wanted("The control says who does what, where, when, and how it is shown, in words that can be tested.")
        .advice(advice(context, view, &open));
    Some(finding)
}

/// Which questions neither a field nor a word of the description answers, except what is done.
fn questions_left_open(control: &Control, words: &[&str], vocabulary: &Vocabulary) -> Vec<&'static str> {
    let says = |known: &BTreeSet<String>| words.iter().any(|word| is_one_of(word, known));
    let who = control.owner.is_some() || control.performer.is_some() || says(&vocabulary.who);
    let place = control.systems.as_ref().is_some_and(|systems| !systems.is_empty()) || says(&vocabulary.place);
    let always = control.kind == Some(ControlKind::Policy);
    let time = always || control.frequency.is_some() || says(&vocabulary.time);
    let shown = !control.evidence.is_empty() || !control.documented_in.is_empty() || says(&vocabulary.record);
    let answered = [("who does it", who), ("where", place), ("when", time), ("how it is shown", shown)];
    answered.iter().filter(|(_, answered)| !answered).map(|(question, _)| *question).collect()
}

/// Whether a word, in any case and in the singular or the plural, is known.
fn is_one_of(word: &str, known: &BTreeSet<String>) -> bool {
    let lower = word.to_lowercase();
    let singular = lower.strip_suffix('s').unwrap_or(&lower);
    [word, lower.as_str(), singular].iter().any(|form| known.contains(*form))
}

/// The beginning of a description, in a line.
fn in_short(description: &str) -> String {
    let line: Vec<&str> = description.split_whitespace().take(SHOWN).collect();
    truncate(&line.join(" "), SHOWN)
}

fn advice(context: &Context<'_>, view: ControlView<'_>, open: &[&str]) -> String {
    let first = view.coverage.applicable.first().and_then(|id| context.criterion(*id));
    let example = first.and_then(|known| Some((known.criterion.id, known.criterion.controls.first()?)));
    let example = example.map(|(id, words)| format!(" A control for {id} may read like this: {words}"));
    format!("Write one sentence that also says {}.{}", list::and(open), example.unwrap_or_default())
}
