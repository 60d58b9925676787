//! An inventory written out as YAML: as one file, or as a folder of several.

use gapcheck::model::files::FileState;

use super::calendar::{Day, iso};
use super::inventory::{
    Acceptance, Assurance, CONCLUSIONS, CRITERIA, Control, Cycle, DESCRIPTIONS, Document, EVIDENCE_KINDS, EXECUTIONS,
    Evidence, FREQUENCIES, Flow, GRACES, HASHES, Inventory, KINDS, LEVELS, Length, METHODS, POINT, PROTECTIONS,
    Population, RELATIONS, REPORTS, Remediation, Report, SAMPLES, STATUSES, Sample, Shelf, System, TERMS, Test, Vendor,
    vendor_id,
};

/// A piece of an inventory that may stand in any of its files: a key with its value, or an item of the list under a key.
#[derive(Clone, Debug)]
pub enum Piece {
    Whole(String),
    Item(&'static str, String),
}

/// The names of people, where they are listed.
const PEOPLE: [&str; 5] = ["jane", "sam", "alex", "cto", "boss"];
/// The keys that hold lists, in the order in which one file has them.
const LISTS: [&str; 8] =
    ["systems", "data_flows", "people", "documents", "controls", "vendors", "acceptances", "remediation"];

fn flow(items: &[String]) -> String {
    format!("{{ {} }}", items.join(", "))
}

fn list<T: AsRef<str>>(items: &[T]) -> String {
    let items: Vec<&str> = items.iter().map(AsRef::as_ref).collect();
    format!("[{}]", items.join(", "))
}

fn days((start, end): (Day, Day)) -> String {
    if start == end { iso(start) } else { format!("{{ start: {}, end: {} }}", iso(start), iso(end)) }
}

impl Inventory {
    /// The whole inventory in one file.
    pub fn yaml(&self) -> String {
        file(&self.pieces().iter().collect::<Vec<_>>())
    }

    /// The inventory in files whose pieces and order follow from a number.
    pub fn folder(&self, mut seed: u64, files: usize) -> Vec<String> {
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as usize % below
        };
        let mut pieces = self.pieces();
        for at in (1..pieces.len()).rev() {
            pieces.swap(at, random(at + 1));
        }
        let mut folder: Vec<Vec<&Piece>> = vec![Vec::new(); files];
        for piece in &pieces {
            folder[random(files)].push(piece);
        }
        folder.iter().filter(|pieces| !pieces.is_empty()).map(|pieces| file(pieces)).collect()
    }

    /// What becomes of looking for the files it names.
    pub fn shelves(&self) -> Vec<(String, FileState)> {
        let evidence = self.controls.iter().flat_map(|control| {
            let pieces = control.evidence.iter().enumerate();
            pieces.map(|(at, evidence)| (evidence_path(control, at), evidence.shelf, evidence.hash.is_some()))
        });
        let documents =
            self.documents.iter().enumerate().map(|(at, document)| (document_path(at), document.shelf, false));
        let states = evidence.chain(documents).filter_map(|(path, shelf, hash)| {
            let state = match shelf {
                Shelf::Url | Shelf::Nowhere => return None,
                Shelf::Found => FileState::Found(hash.then(|| HASHES[0].to_owned())),
                Shelf::Missing => FileState::Missing,
                Shelf::Outside => FileState::Outside,
                Shelf::Unreadable => FileState::Unreadable("no permission".to_owned()),
            };
            Some((path, state))
        });
        states.collect()
    }

    fn pieces(&self) -> Vec<Piece> {
        let mut pieces = vec![Piece::Whole("organization: Random Co.\n".to_owned()), Piece::Whole(self.scope())];
        pieces.extend(self.settings().map(Piece::Whole));
        if self.people {
            pieces.extend(PEOPLE.map(|name| Piece::Item("people", format!("{{ id: {name}, name: The {name} }}"))));
        }
        let systems = self.systems.iter().enumerate().map(|(at, system)| ("systems", self.system(at, system)));
        let flows = self.flows.iter().map(|flow| ("data_flows", self.flow(flow)));
        let documents = self.documents.iter().enumerate().map(|(at, it)| ("documents", document(at, it)));
        let controls = self.controls.iter().map(|control| ("controls", self.control(control)));
        let vendors = self.vendors.iter().enumerate().map(|(at, it)| ("vendors", self.vendor(at, it)));
        let acceptances = self.acceptances.iter().map(|it| ("acceptances", acceptance(it)));
        let remediation = self.remediation.iter().map(|it| ("remediation", remediation(it)));
        let items =
            systems.chain(flows).chain(documents).chain(controls).chain(vendors).chain(acceptances).chain(remediation);
        pieces.extend(items.map(|(key, text)| Piece::Item(key, text)));
        if self.controls.is_empty() {
            pieces.push(Piece::Whole("controls: []\n".to_owned()));
        }
        pieces
    }

    /// The conventions it sets, if it sets any.
    fn settings(&self) -> Option<String> {
        let of = |at: &Option<usize>| at.map_or("test", |at| FREQUENCIES[at].unwrap_or("unstated")).replace('-', "_");
        let freshness: Vec<String> = self.freshness.iter().map(|(at, days)| format!("{}: {days}d", of(at))).collect();
        let grace = self.grace.iter().map(|(at, it)| format!("{}: {}", GRACES[*at].0, length(*it))).collect();
        let samples = self.samples.iter().map(|(at, size)| format!("{}: {size}", SAMPLES[*at].0)).collect();
        let terms = self.terms.iter().map(|(at, it)| format!("{}: {}", TERMS[*at].0, length(*it))).collect();
        let all = [("freshness", freshness), ("grace", grace), ("samples", samples), ("vendors", terms)];
        let set = all.iter().filter(|(_, set)| !set.is_empty());
        let lines: Vec<String> =
            set.map(|(key, set)| format!("  {key}: {}\n", flow(&self.turned(set.clone())))).collect();
        (!lines.is_empty()).then(|| format!("settings:\n{}", lines.concat()))
    }

    fn turned<T>(&self, mut items: Vec<T>) -> Vec<T> {
        if self.backwards {
            items.reverse();
        }
        items
    }

    fn scope(&self) -> String {
        let mut categories = vec!["security"];
        categories.extend(&self.categories);
        let mut text = format!("scope:\n  categories: {}\n", list(&self.turned(categories)));
        match self.report {
            Report::Type1(None) => {}
            Report::Type1(Some(day)) => text.push_str(&format!("  as_of: {}\n", iso(day))),
            Report::Type2(start, end) => {
                text.push_str(&format!("  report: type2\n  period: {{ start: {}, end: {} }}\n", iso(start), iso(end)));
            }
        }
        let excluded = self.not_applicable.iter().map(|at| {
            format!("{{ criteria: [{}], rationale: Nothing of the kind., approved_by: cto }}", CRITERIA[*at])
        });
        let promised = self.commitments.iter().enumerate().map(|(at, criteria)| {
            let criteria: Vec<&str> = criteria.iter().map(|at| CRITERIA[*at]).collect();
            format!("{{ id: SLA-{at}, criteria: {} }}", list(&self.turned(criteria)))
        });
        text.push_str(&format!("  not_applicable: {}\n", list(&self.turned(excluded.collect::<Vec<_>>()))));
        text.push_str(&format!("  commitments: {}\n", list(&self.turned(promised.collect::<Vec<_>>()))));
        text.push_str(&format!("  regulations: {}\n", list(&self.turned(self.regulations.clone()))));
        text
    }

    fn system(&self, at: usize, system: &System) -> String {
        let mut items = vec![format!("id: s{at}"), format!("data: {}", list(&self.turned(system.data.clone())))];
        items.extend(system.criticality.map(|word| format!("criticality: {word}")));
        items.extend(system.exposure.map(|word| format!("exposure: {word}")));
        flow(&items)
    }

    fn flow(&self, data_flow: &Flow) -> String {
        let (from, to) = (self.end(data_flow.from), self.end(data_flow.to));
        let data = list(&self.turned(data_flow.data.clone()));
        let mut items = vec![format!("from: {from}"), format!("to: {to}"), format!("data: {data}")];
        items.extend(PROTECTIONS[data_flow.protection].0.map(|words| format!("protection: {words:?}")));
        flow(&items)
    }

    /// What an end of a data flow is called: a system, a vendor, or anybody.
    pub fn end(&self, at: usize) -> String {
        match at.checked_sub(self.systems.len()) {
            None => format!("s{at}"),
            Some(0) => "aws".to_owned(),
            Some(_) => "external".to_owned(),
        }
    }

    fn control(&self, control: &Control) -> String {
        let criteria = control.criteria.iter().enumerate().map(|(nth, at)| match CRITERIA[*at] {
            // A point of focus says as much as its criterion, which may be named beside it.
            id if id == POINT.0 && nth % 2 == 1 => POINT.1.to_owned(),
            id if nth == 2 => id.to_lowercase(),
            id => id.to_owned(),
        });
        let criteria = self.turned(criteria.collect::<Vec<_>>());
        let mut lines = vec![
            format!("id: {}", control.id),
            format!("name: {}", control.name),
            format!("criteria: {}", list(&criteria)),
            format!("status: {}", STATUSES[control.status]),
        ];
        lines.extend(FREQUENCIES[control.frequency].map(|word| format!("frequency: {word}")));
        lines.extend(control.kind.map(|at| format!("kind: {}", KINDS[at])));
        lines.extend(control.owner.map(|name| format!("owner: {name}")));
        lines.extend(control.performer.map(|name| format!("performer: {name}")));
        lines.extend(control.execution.map(|at| format!("execution: {}", EXECUTIONS[at])));
        lines.extend(control.since.map(|day| format!("since: {}", iso(day))));
        lines.extend(control.until.map(|day| format!("until: {}", iso(day))));
        if control.description > 0 {
            lines.push(format!("description: {}", DESCRIPTIONS[control.description].0));
        }
        let documented: Vec<String> = control.documented.iter().map(|at| format!("POL-{at}")).collect();
        lines.push(format!("documented_in: {}", list(&self.turned(documented))));
        if let Some(systems) = &control.systems {
            let systems: Vec<String> = systems.iter().map(|at| format!("s{at}")).collect();
            lines.push(format!("systems: {}", list(&self.turned(systems))));
        }
        let evidence = control.evidence.iter().enumerate();
        let evidence: Vec<String> = evidence.map(|(at, it)| evidence_item(control, at, it)).collect();
        lines.extend(self.block("evidence", evidence));
        let tests = control.tests.iter().enumerate().map(|(at, test)| self.test(at, test)).collect();
        lines.extend(self.block("tests", tests));
        lines.join("\n    ")
    }

    fn block(&self, key: &str, items: Vec<String>) -> Option<String> {
        let items = self.turned(items);
        (!items.is_empty()).then(|| format!("{key}:\n      - {}", items.join("\n      - ")))
    }

    fn test(&self, at: usize, test: &Test) -> String {
        let mut items = vec![format!("of: {}", if test.design { "design" } else { "operation" })];
        items.extend(test.by.map(|name| format!("by: {name}")));
        items.extend(test.date.map(|day| format!("date: {}", iso(day))));
        items.extend(test.period.map(|(start, end)| format!("period: {{ start: {}, end: {} }}", iso(start), iso(end))));
        items.extend(test.population.as_ref().map(population));
        items.extend(test.sample.as_ref().map(sample));
        items.extend(test.conclusion.map(|at| format!("conclusion: {}", CONCLUSIONS[at])));
        let exceptions = test.exceptions.iter().enumerate().map(|(nth, exception)| {
            let mut items = vec![format!("item: I{at}-{nth}")];
            items.extend(exception.explained.then(|| "root_cause: Nobody told them.".to_owned()));
            items.extend(exception.resolved.map(|day| format!("resolved: {}", iso(day))));
            flow(&items)
        });
        items.push(format!("exceptions: {}", list(&self.turned(exceptions.collect::<Vec<_>>()))));
        flow(&items)
    }

    fn vendor(&self, at: usize, vendor: &Vendor) -> String {
        let id = vendor_id(at);
        let systems: Vec<String> = vendor.systems.iter().map(|at| format!("s{at}")).collect();
        let reports: Vec<String> = vendor.reports.iter().map(report).collect();
        let asked = vendor.asked.iter().enumerate().map(|(nth, controls)| {
            let controls: Vec<&str> = controls.iter().map(|at| self.controls[*at].id.as_str()).collect();
            format!("{{ id: U-{id}-{nth}, controls: {} }}", list(&self.turned(controls)))
        });
        let expected = vendor.expected.iter().map(|criteria| {
            let criteria: Vec<&str> = criteria.iter().map(|at| CRITERIA[*at]).collect();
            format!("{{ criteria: {} }}", list(&self.turned(criteria)))
        });
        let mut items = vec![format!("id: {id}"), format!("name: The organisation {id}")];
        items.extend(vendor.relation.map(|at| format!("relation: {}", RELATIONS[at])));
        items.extend(vendor.criticality.map(|at| format!("criticality: {}", LEVELS[at])));
        items.push(format!("systems: {}", list(&self.turned(systems))));
        items.push(format!("reports: {}", list(&self.turned(reports))));
        items.push(format!("user_entity_controls: {}", list(&self.turned(asked.collect::<Vec<_>>()))));
        items.push(format!("expected_controls: {}", list(&self.turned(expected.collect::<Vec<_>>()))));
        flow(&items)
    }
}

fn length(length: Length) -> String {
    match length {
        Length::Days(days) => format!("{days}d"),
        Length::Months(months) => format!("{months}mo"),
    }
}

fn population(population: &Population) -> String {
    let mut items = Vec::new();
    items.extend(population.size.map(|size| format!("size: {size}")));
    items.extend(population.source.then(|| "source: An export".to_owned()));
    items.extend(population.retrieved.map(|day| format!("retrieved: {}", iso(day))));
    items.extend(population.reconciled.map(|checked| format!("reconciled: {checked}")));
    format!("population: {}", flow(&items))
}

fn sample(sample: &Sample) -> String {
    let mut items = Vec::new();
    items.extend(sample.size.map(|size| format!("size: {size}")));
    items.extend(sample.method.map(|at| format!("method: {}", METHODS[at])));
    format!("sample: {}", flow(&items))
}

fn report(report: &Assurance) -> String {
    let mut items = vec![format!("kind: {}", REPORTS[report.kind])];
    items.extend(report.period.map(|(start, end)| format!("period: {{ start: {}, end: {} }}", iso(start), iso(end))));
    items.extend(report.date.map(|day| format!("date: {}", iso(day))));
    items.extend(report.reviewed.map(|day| format!("reviewed: {}, reviewed_by: jane", iso(day))));
    items.extend(report.exceptions.map(|count| format!("exceptions: {count}")));
    items.extend(report.assessed.map(|words| format!("exceptions_assessed: {words:?}")));
    items.extend(report.bridge.map(|day| format!("bridge_until: {}", iso(day))));
    flow(&items)
}

/// One file of the pieces, in their order; the items of one list stand together.
fn file(pieces: &[&Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        if let Piece::Whole(whole) = piece {
            text.push_str(whole);
        }
    }
    for key in LISTS {
        let items = pieces.iter().filter_map(|piece| match piece {
            Piece::Item(of, item) if *of == key => Some(item),
            Piece::Whole(_) | Piece::Item(..) => None,
        });
        let items: Vec<&String> = items.collect();
        if !items.is_empty() {
            text.push_str(&format!("{key}:\n"));
        }
        for item in items {
            text.push_str(&format!("  - {item}\n"));
        }
    }
    text
}

fn evidence_path(control: &Control, at: usize) -> String {
    format!("evidence/{}-{at}.pdf", control.id)
}

fn document_path(at: usize) -> String {
    format!("policies/{at}.md")
}

fn evidence_item(control: &Control, at: usize, evidence: &Evidence) -> String {
    let mut items = vec![format!("title: E{at}")];
    match evidence.shelf {
        Shelf::Nowhere => {}
        Shelf::Url => items.push(format!("url: 'https://e.example/{}/{at}'", control.id)),
        _ => items.push(format!("path: {}", evidence_path(control, at))),
    }
    items.extend(evidence.kind.map(|at| format!("kind: {}", EVIDENCE_KINDS[at])));
    items.extend(evidence.items.map(|count| format!("items: {count}")));
    items.extend(evidence.covers.map(|covers| format!("covers: {}", days(covers))));
    items.extend(evidence.collected.map(|day| format!("collected: {}", iso(day))));
    items.extend(
        evidence
            .hash
            .map(|same| format!("sha256: {}", if same { HASHES[0].to_uppercase() } else { HASHES[1].to_owned() })),
    );
    flow(&items)
}

fn document(at: usize, document: &Document) -> String {
    let mut items = vec![format!("id: POL-{at}"), format!("title: Policy {at}")];
    match document.shelf {
        Shelf::Nowhere => {}
        Shelf::Url => items.push(format!("url: 'https://p.example/{at}'")),
        _ => items.push(format!("path: {}", document_path(at))),
    }
    items.extend(document.owner.map(|name| format!("owner: {name}")));
    if document.approved_by {
        items.push("approved_by: cto".to_owned());
    }
    items.extend(document.approved.map(|day| format!("approved: {}", iso(day))));
    items.extend(document.reviewed.map(|day| format!("reviewed: {}", iso(day))));
    match document.cycle {
        Cycle::Unsaid => {}
        Cycle::Months(_, word) => items.push(format!("review_every: {word}")),
        Cycle::Days(days) => items.push(format!("review_every: {days}d")),
    }
    flow(&items)
}

fn acceptance(it: &Acceptance) -> String {
    let mut items = vec![
        format!("gap: {:?}", it.gap),
        "rationale: For now.".to_owned(),
        format!("approved_by: {}", it.approved_by),
        format!("expires: {}", iso(it.expires)),
    ];
    items.extend(it.approved.map(|day| format!("approved: {}", iso(day))));
    items.extend(it.level.map(|at| format!("level: {}", LEVELS[at])));
    flow(&items)
}

fn remediation(it: &Remediation) -> String {
    let mut items = vec![format!("gap: {:?}", it.gap)];
    items.extend(it.owner.map(|name| format!("owner: {name}")));
    items.extend(it.due.map(|day| format!("due: {}", iso(day))));
    items.push(format!("status: {}", if it.done { "done" } else { "open" }));
    flow(&items)
}
