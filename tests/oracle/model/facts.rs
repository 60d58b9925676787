//! What the catalog and the pages of the rules state as facts: read from the files of the catalog line by line.

use std::sync::OnceLock;

#[derive(Debug)]
pub struct Criterion {
    pub id: String,
    pub category: String,
    pub by_system: bool,
    pub kinds: Vec<String>,
    pub impact: String,
}

/// Each rule, its nature and its base likelihood, as its page says.
pub const RULES: [(&str, &str, i64); 47] = [
    ("criterion-without-control", "missing", 96),
    ("control-not-in-place", "missing", 85),
    ("system-not-covered", "missing", 70),
    ("commitment-uncovered", "missing", 80),
    ("design-deficient", "design", 85),
    ("design-untested", "design", 4),
    ("control-informal", "design", 55),
    ("control-without-owner", "design", 18),
    ("control-without-frequency", "design", 4),
    ("control-vaguely-worded", "design", 4),
    ("control-unmapped", "design", 10),
    ("implausible-mapping", "design", 45),
    ("single-control-reliance", "design", 4),
    ("evidence-absent", "evidence", 55),
    ("evidence-stale", "evidence", 45),
    ("evidence-missing", "evidence", 50),
    ("evidence-altered", "evidence", 60),
    ("evidence-outside-period", "evidence", 40),
    ("evidence-dated-ahead", "evidence", 45),
    ("occurrence-missed", "operation", 60),
    ("operation-untested", "operation", 4),
    ("operating-exceptions", "operation", 60),
    ("operation-deficient", "operation", 85),
    ("sample-too-small", "operation", 14),
    ("population-unproved", "operation", 14),
    ("control-started-late", "operation", 45),
    ("tester-not-independent", "operation", 15),
    ("document-missing", "governance", 40),
    ("document-unapproved", "governance", 35),
    ("document-review-overdue", "governance", 20),
    ("subservice-report-absent", "dependence", 55),
    ("subservice-report-gap", "dependence", 45),
    ("user-entity-control-unplaced", "dependence", 40),
    ("expected-control-unsupported", "dependence", 45),
    ("vendor-unreviewed", "dependence", 25),
    ("acceptance-expired", "treatment", 15),
    ("acceptance-unused", "treatment", 5),
    ("acceptance-outdated", "treatment", 12),
    ("acceptance-self-approved", "treatment", 12),
    ("remediation-unused", "treatment", 5),
    ("task-overdue", "treatment", 12),
    ("task-without-owner", "treatment", 12),
    ("period-too-short", "scope", 60),
    ("period-too-long", "scope", 25),
    ("common-criterion-excluded", "scope", 85),
    ("systems-undefined", "scope", 12),
    ("data-flow-unprotected", "scope", 75),
];

/// The nature of a rule; `None` where there is none of the name.
pub fn nature(rule: &str) -> Option<&'static str> {
    RULES.iter().find(|(name, ..)| *name == rule).map(|(_, nature, _)| *nature)
}

pub fn likelihood(rule: &str) -> i64 {
    RULES.iter().find(|(name, ..)| *name == rule).expect("a rule").2
}

/// The criteria as the files of the catalog have them.
pub fn facts() -> &'static [Criterion] {
    static FACTS: OnceLock<Vec<Criterion>> = OnceLock::new();
    FACTS.get_or_init(|| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/criteria");
        let mut criteria = Vec::new();
        for entry in std::fs::read_dir(folder).expect("the catalog") {
            let path = entry.expect("a file").path();
            if path.extension().is_none_or(|ending| ending != "yaml") {
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a text");
            if text.contains("\nseries: ") {
                criteria.extend(read(&text));
            }
        }
        assert_eq!(criteria.len(), 61);
        criteria
    })
}

fn read(text: &str) -> Vec<Criterion> {
    let (mut criteria, mut category) = (Vec::<Criterion>::new(), "");
    for line in text.lines() {
        if let Some(word) = line.strip_prefix("category: ") {
            category = word;
        }
        if let Some(id) = line.strip_prefix("  - id: ") {
            let (id, category) = (id.to_owned(), category.to_owned());
            criteria.push(Criterion { id, category, by_system: false, kinds: Vec::new(), impact: String::new() });
        }
        let Some(criterion) = criteria.last_mut() else { continue };
        if let Some(level) = line.strip_prefix("    level: ") {
            criterion.by_system = level == "system";
        }
        if let Some(kinds) = line.strip_prefix("    kinds: [") {
            criterion.kinds = kinds.trim_end_matches(']').split(", ").map(str::to_owned).collect();
        }
        if let Some(impact) = line.strip_prefix("    impact: { level: ") {
            impact.split(',').next().expect("a level").clone_into(&mut criterion.impact);
        }
    }
    criteria
}
