//! An inventory as data that can be changed, before it is written out as YAML.

use super::calendar::{Day, months_later, number};

/// The criteria random controls name: few, so that controls meet on them; by system and for the organisation.
pub const CRITERIA: [&str; 20] = [
    "CC1.1", "CC6.1", "CC6.3", "CC7.2", "CC8.1", "CC9.2", "A1.2", "CC5.3", "CC6.7", "CC6.4", "C1.1", "CC2.1", "CC3.1",
    "CC1.2", "CC4.1", "CC6.6", "CC7.1", "P4.2", "PI1.3", "A1.1",
];
/// A point of focus that stands in for its criterion, where it may.
pub const POINT: (&str, &str) = ("CC6.3", "CC6.3/periodic-review");
pub const STATUSES: [&str; 5] = ["planned", "in-progress", "implemented", "informal", "retired"];
pub const FREQUENCIES: [Option<&str>; 10] = [
    None,
    Some("daily"),
    Some("monthly"),
    Some("quarterly"),
    Some("annual"),
    Some("per-event"),
    Some("continuous"),
    Some("weekly"),
    Some("semiannual"),
    Some("once"),
];
pub const KINDS: [&str; 4] = ["policy", "procedure", "technical", "physical"];
pub const EXECUTIONS: [&str; 3] = ["manual", "automated", "hybrid"];
pub const CONCLUSIONS: [&str; 3] = ["effective", "exception", "deficient"];
pub const EVIDENCE_KINDS: [&str; 4] = ["record", "policy", "log", "population"];
pub const METHODS: [&str; 5] = ["random", "systematic", "haphazard", "judgemental", "all"];
/// The keys under which graces are set, each with its default in days.
pub const GRACES: [(&str, i64); 7] = [
    ("daily", 3),
    ("weekly", 5),
    ("monthly", 10),
    ("quarterly", 15),
    ("semiannual", 15),
    ("annual", 15),
    ("whole_period", 15),
];
/// The keys under which sizes of samples are set, each with its defaults at low, moderate and high risk.
pub const SAMPLES: [(&str, [i64; 3]); 9] = [
    ("daily", [20, 25, 40]),
    ("weekly", [5, 8, 15]),
    ("monthly", [2, 3, 4]),
    ("quarterly", [2, 2, 3]),
    ("semiannual", [1, 1, 2]),
    ("annual", [1, 1, 1]),
    ("per_event", [20, 25, 40]),
    ("per_event_many", [25, 45, 60]),
    ("automated", [1, 1, 1]),
];
/// The keys under which terms for other organisations are set, each with its default in months.
pub const TERMS: [(&str, i64); 3] = [("bridge_letter", 3), ("review", 12), ("report", 12)];
pub const RELATIONS: [&str; 3] = ["vendor", "carve-out", "inclusive"];
pub const REPORTS: [&str; 10] = [
    "soc2-type2",
    "soc2-type1",
    "soc1-type2",
    "soc1-type1",
    "soc3",
    "iso27001",
    "pci-dss",
    "penetration-test",
    "questionnaire",
    "other",
];
pub const LEVELS: [&str; 5] = ["very-low", "low", "moderate", "high", "very-high"];
/// Descriptions of controls: what they say of *what*, *who*, *where*, *when* and *how it is shown* is beside them.
pub const DESCRIPTIONS: [(&str, [bool; 5]); 6] = [
    ("", [false; 5]),
    (
        "Each quarter the platform lead compares the users of production with the roster and records it in a ticket.",
        [true; 5],
    ),
    ("Access is reviewed.", [false; 5]),
    ("Somebody with knowledge removes needless access.", [true, false, false, false, false]),
    ("Somebody removes needless access from production every quarter.", [true, false, true, true, false]),
    ("The security officer removes whatever nobody needs.", [true, true, false, false, false]),
];
/// What is said of the protection of a data flow, and whether it is any.
pub const PROTECTIONS: [(Option<&str>, bool); 6] = [
    (None, false),
    (Some("TLS 1.3"), true),
    (Some("none"), false),
    (Some("Plain HTTP/1.1 without TLS"), false),
    (Some("HTTP over TLS, no plaintext"), true),
    (Some("unencrypted FTP"), false),
];
/// The hash that files have, and one that they do not.
pub const HASHES: [&str; 2] = [
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
];

/// The day of every assessment here: 2026-11-22.
pub fn today() -> Day {
    number(2026, 11, 22)
}

#[derive(Clone, Debug)]
pub struct Inventory {
    /// Beside security.
    pub categories: Vec<&'static str>,
    pub report: Report,
    /// Criteria scoped out, as positions in [`CRITERIA`].
    pub not_applicable: Vec<usize>,
    /// The criteria of each commitment.
    pub commitments: Vec<Vec<usize>>,
    pub regulations: Vec<&'static str>,
    /// The frequency and the number of days it is set to; `None` for tests of design.
    pub freshness: Vec<(Option<usize>, i64)>,
    /// Positions in [`GRACES`], [`SAMPLES`] and [`TERMS`], and what they are set to.
    pub grace: Vec<(usize, Length)>,
    pub samples: Vec<(usize, i64)>,
    pub terms: Vec<(usize, Length)>,
    pub systems: Vec<System>,
    /// From, to, the classes of data, and the protection.
    pub flows: Vec<Flow>,
    /// Whether people are listed, or names are free.
    pub people: bool,
    pub documents: Vec<Document>,
    pub controls: Vec<Control>,
    /// Never none, for data flows lead to the first.
    pub vendors: Vec<Vendor>,
    pub acceptances: Vec<Acceptance>,
    pub remediation: Vec<Remediation>,
    /// Whether every list that stands within something is written last item first.
    pub backwards: bool,
}

#[derive(Clone, Copy, Debug)]
pub enum Report {
    /// As of a date, by default the day of the assessment.
    Type1(Option<Day>),
    Type2(Day, Day),
}

/// A length of time.
#[derive(Clone, Copy, Debug)]
pub enum Length {
    Days(i64),
    Months(i64),
}

impl Length {
    /// The day that lies this far after another.
    pub fn after(self, day: Day) -> Day {
        match self {
            Self::Days(days) => day + days,
            Self::Months(months) => months_later(day, months),
        }
    }
}

#[derive(Clone, Debug)]
pub struct System {
    pub criticality: Option<&'static str>,
    pub exposure: Option<&'static str>,
    pub data: Vec<&'static str>,
}

#[derive(Clone, Debug)]
pub struct Flow {
    /// Positions of systems; past their number, somebody outside.
    pub from: usize,
    pub to: usize,
    pub data: Vec<&'static str>,
    pub protection: usize,
}

/// Where evidence or a document lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    Url,
    Nowhere,
    Found,
    Missing,
    Outside,
    Unreadable,
}

#[derive(Clone, Debug)]
pub struct Document {
    pub shelf: Shelf,
    pub owner: Option<&'static str>,
    pub approved_by: bool,
    pub approved: Option<Day>,
    pub reviewed: Option<Day>,
    pub cycle: Cycle,
}

/// How often a document is reviewed, as written.
#[derive(Clone, Copy, Debug)]
pub enum Cycle {
    Unsaid,
    Months(i64, &'static str),
    Days(i64),
}

#[derive(Clone, Debug)]
pub struct Control {
    pub id: String,
    pub name: String,
    pub criteria: Vec<usize>,
    pub status: usize,
    pub frequency: usize,
    pub kind: Option<usize>,
    pub owner: Option<&'static str>,
    pub performer: Option<&'static str>,
    pub execution: Option<usize>,
    pub since: Option<Day>,
    pub until: Option<Day>,
    pub description: usize,
    /// The documents that describe it, by position.
    pub documented: Vec<usize>,
    pub systems: Option<Vec<usize>>,
    pub evidence: Vec<Evidence>,
    pub tests: Vec<Test>,
}

#[derive(Clone, Debug)]
pub struct Evidence {
    pub shelf: Shelf,
    pub kind: Option<usize>,
    pub items: Option<i64>,
    pub covers: Option<(Day, Day)>,
    pub collected: Option<Day>,
    /// Whether a hash is recorded, and whether it is that of the file.
    pub hash: Option<bool>,
}

#[derive(Clone, Debug)]
pub struct Test {
    /// Of design, or of operation.
    pub design: bool,
    pub date: Option<Day>,
    pub by: Option<&'static str>,
    pub period: Option<(Day, Day)>,
    pub population: Option<Population>,
    pub sample: Option<Sample>,
    pub conclusion: Option<usize>,
    pub exceptions: Vec<Exception>,
}

#[derive(Clone, Debug)]
pub struct Population {
    pub size: Option<i64>,
    pub source: bool,
    pub retrieved: Option<Day>,
    pub reconciled: Option<bool>,
}

#[derive(Clone, Debug)]
pub struct Sample {
    pub size: Option<i64>,
    pub method: Option<usize>,
}

#[derive(Clone, Debug)]
pub struct Exception {
    pub resolved: Option<Day>,
    /// Whether a root cause is named.
    pub explained: bool,
}

#[derive(Clone, Debug)]
pub struct Vendor {
    pub relation: Option<usize>,
    pub systems: Vec<usize>,
    pub criticality: Option<usize>,
    pub reports: Vec<Assurance>,
    /// The controls that each of its user entity controls names.
    pub asked: Vec<Vec<usize>>,
    /// The criteria of each control expected of it.
    pub expected: Vec<Vec<usize>>,
}

/// A report of another organisation.
#[derive(Clone, Debug)]
pub struct Assurance {
    pub kind: usize,
    pub period: Option<(Day, Day)>,
    pub date: Option<Day>,
    pub reviewed: Option<Day>,
    pub exceptions: Option<i64>,
    pub assessed: Option<&'static str>,
    pub bridge: Option<Day>,
}

#[derive(Clone, Debug)]
pub struct Acceptance {
    pub gap: String,
    pub approved_by: &'static str,
    pub approved: Option<Day>,
    pub expires: Day,
    pub level: Option<usize>,
}

#[derive(Clone, Debug)]
pub struct Remediation {
    pub gap: String,
    pub owner: Option<&'static str>,
    pub due: Option<Day>,
    pub done: bool,
}

impl Evidence {
    /// Evidence as good as evidence can be: of a day within the observation period, if there is one, and just taken.
    pub fn valid() -> Self {
        Self {
            shelf: Shelf::Url,
            kind: None,
            items: None,
            covers: Some((today(), today())),
            collected: Some(today()),
            hash: None,
        }
    }
}

impl Test {
    /// A test as good as a test can be: by somebody else, today, and it found nothing.
    pub fn passed(design: bool) -> Self {
        Self {
            design,
            date: Some(today()),
            by: Some("alex"),
            period: None,
            population: None,
            sample: None,
            conclusion: Some(0),
            exceptions: Vec::new(),
        }
    }
}

/// What another organisation is called.
pub fn vendor_id(at: usize) -> String {
    if at == 0 { "aws".to_owned() } else { format!("v{at}") }
}

impl Inventory {
    /// The first and the last day of the observation period so far, or the last that counts for a report as of a date.
    pub fn so_far(&self) -> (Day, Day) {
        match self.report {
            Report::Type1(day) => {
                let day = day.unwrap_or_else(today).min(today());
                (day, day)
            }
            Report::Type2(start, end) => (start.min(today()), end.min(today())),
        }
    }
}

impl Document {
    /// A policy as good as a policy can be.
    pub fn excellent() -> Self {
        let day = Some(today() - 60);
        Self {
            shelf: Shelf::Url,
            owner: Some("boss"),
            approved_by: true,
            approved: day,
            reviewed: day,
            cycle: Cycle::Unsaid,
        }
    }
}

impl Control {
    /// A control that is as good as a control can be: with evidence for the whole of a time, and a test of all there was.
    pub fn excellent(id: &str, criterion: usize, document: usize, (start, end): (Day, Day)) -> Self {
        let population = Population { size: Some(60), source: true, retrieved: Some(today()), reconciled: Some(true) };
        let operation = Test {
            period: Some((start, end)),
            population: Some(population),
            sample: Some(Sample { size: Some(60), method: None }),
            ..Test::passed(false)
        };
        Self {
            id: id.to_owned(),
            name: "Excellent control".to_owned(),
            criteria: vec![criterion],
            status: 2,
            frequency: 3,
            kind: None,
            owner: Some("jane"),
            performer: None,
            execution: None,
            since: Some(start - 1),
            until: None,
            description: 1,
            documented: vec![document],
            systems: None,
            evidence: vec![Evidence { covers: Some((start, end)), ..Evidence::valid() }],
            tests: vec![Test::passed(true), operation],
        }
    }
}
