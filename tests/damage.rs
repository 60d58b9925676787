//! Inventories with random damage: reading them ends, faults stand where they are said to, and what can be read is
//! assessed and reported. The damage is the same in every run.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

mod common;
#[path = "common/sampling.rs"]
mod sampling;

use std::fs;
use std::path::Path;

use gapcheck::Request;
use gapcheck::assess::holdings::holdings;
use gapcheck::model::assessment::Assessment;
use gapcheck::model::date::Date;
use gapcheck::model::due::Horizon;
use gapcheck::model::files::Files;
use gapcheck::model::level::Level;
use gapcheck::report::binder;
use gapcheck::report::binder::contents::{Binder, Ground};
use gapcheck::report::binder::requests::requests;
use gapcheck::report::format::Content;
use gapcheck::report::sample::SAMPLE_FORMATS;
use gapcheck::report::{FORMATS, Options, problems};
use gapcheck::source::file::{SourceFile, Sources};

use common::{as_of, catalog};

/// The random numbers of `SplitMix64`: good enough, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }

    fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }
}

/// What YAML, dates, ids and numbers are sensitive to.
const SPICE: [&str; 44] = [
    "'",
    "\"",
    ":",
    ": ",
    "\n",
    "\r",
    "\t",
    " ",
    "  ",
    "-",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    "&a ",
    "*a",
    "<<: ",
    "!!x ",
    "|\n",
    ">-\n",
    "%",
    "@",
    "`",
    "\\",
    "\0",
    "\u{1b}",
    "\u{202e}",
    "\u{feff}",
    "é",
    "漢",
    "🗄️",
    "0",
    "-1",
    "99999999999999999999",
    "2026-02-30",
    "9999-12-31",
    "1970-01-01",
    "null",
    "~",
    "---\n",
];

/// Words that are right somewhere, most likely not here.
const WORDS: [&str; 20] = [
    "implemented",
    "planned",
    "retired",
    "annual",
    "continuous",
    "type2",
    "privacy",
    "CC6.1",
    "CC6.3/periodic-review",
    "A1.1",
    "very-high",
    "carve-out",
    "soc2-type2",
    "deficient",
    "operation",
    "[]",
    "{}",
    "2026-11-22",
    "3d",
    "AC-01:evidence-absent",
];

/// Damages a text in a few places.
fn damaged(text: &str, random: &mut Random) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=random.below(2) * random.below(3) {
        let at = random.below(bytes.len());
        match random.below(8) {
            0 => bytes[at] ^= 1 << random.below(8),
            1 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
            2 => drop(bytes.splice(at..at, random.one(&SPICE).bytes())),
            3 => drop(bytes.drain(at..(at + random.below(40)).min(bytes.len()))),
            4 => {
                // A piece of the file a second time, somewhere else.
                let piece = bytes[at..(at + random.below(200)).min(bytes.len())].to_vec();
                let to = random.below(bytes.len());
                drop(bytes.splice(to..to, piece));
            }
            5 => {
                // A value for another.
                let start = bytes[at..].windows(2).position(|two| two == b": ").map_or(at, |found| at + found + 2);
                let end =
                    bytes[start..].iter().position(|byte| b",}\n]".contains(byte)).map_or(start, |found| start + found);
                drop(bytes.splice(start..end, random.one(&WORDS).bytes()));
            }
            6 => {
                // Two lines change places.
                let mut lines: Vec<Vec<u8>> =
                    bytes.split_inclusive(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
                let (one, other) = (random.below(lines.len()), random.below(lines.len()));
                lines.swap(one, other);
                bytes = lines.concat();
            }
            _ => bytes.truncate(at.max(1)),
        }
        if bytes.is_empty() {
            bytes.push(b'\n');
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// An inventory with a little of everything.
const SMALL: &str = "\
organization: Acme Inc.
scope: { categories: [security, availability], report: type2, period: { start: 2026-07-01, end: 2026-12-31 } }
systems: [{ id: prod, criticality: high, exposure: internet, data: [personal] }]
controls:
  - id: AC-1
    name: Access review
    criteria: [CC6.1, CC6.3/periodic-review]
    clauses: { iso27001: [A.5.15, 6.1.2], hipaa: [164.308(a)(3)] }
    status: implemented
    frequency: quarterly
    since: 2026-01-15
    evidence: [{ title: Review, path: evidence/review.pdf, covers: { start: 2026-07-01, end: 2026-09-30 }, collected: 2026-10-02 }]
    tests: [{ of: design, date: 2026-10-10, by: alex, conclusion: effective }]
documents: [{ id: POL, title: Access control policy, subjects: [dpa, encryption], url: x, approved_by: cto, approved: 2026-02-01 }]
vendors: [{ id: aws, purpose: Servers, location: Ireland, data: [personal], dpa: 2026-01-01, baa: 2026-01-01 }]
reports: [{ kind: soc2-type2, period: { start: 2026-01-01, end: 2026-06-30 }, issued: 2026-08-01, url: x, exceptions: 1, bridge_until: 2026-09-30 }]
acceptances: [{ gap: 'CC1.1:criterion-without-control', rationale: x, approved_by: cto, approved: 2026-10-01, expires: 2027-02-01 }]
remediation: [{ gap: 'CC1.2:criterion-without-control', owner: jane, due: 2026-12-15, effort: 2d, status: in-progress }]
";

/// What became of a text.
#[derive(Default)]
struct Tally {
    refused: usize,
    assessed: usize,
}

/// What buyers ask, read once.
fn asked() -> &'static gapcheck::model::enterprise_asked::Asked {
    static ASKED: std::sync::OnceLock<gapcheck::model::enterprise_asked::Asked> = std::sync::OnceLock::new();
    ASKED.get_or_init(|| gapcheck::load::enterprise::asked().expect("the questions read"))
}

/// Reads a text as far as it goes, and holds what comes of it.
fn exercise(text: String, day: Date, tally: &mut Tally) {
    let sources = Sources::new(vec![SourceFile::new("in.yaml", text, "")]);
    let text = &sources.iter().next().unwrap().1.text;
    match gapcheck::read(&sources, catalog(), day) {
        Err(problems) => {
            tally.refused += 1;
            let sorted = problems.sorted();
            assert!(!sorted.is_empty());
            for problem in sorted {
                assert!(!problem.message.is_empty() && !problem.message.contains('\n'), "{:?}", problem.message);
                for place in problem.place.into_iter().chain(problem.related.iter().map(|(place, _)| *place)) {
                    let (start, end) = (place.start as usize, place.end as usize);
                    assert!(
                        start <= end && text.is_char_boundary(start) && text.is_char_boundary(end),
                        "{}",
                        problem.message
                    );
                }
            }
            assert!(problems::render(&problems, &sources).ends_with("; nothing was assessed\n"));
            assert_eq!(problems::short(&problems, &sources).lines().count(), problems.sorted().len());
        }
        Ok(inventory) => {
            tally.assessed += 1;
            let request = Request { as_of: day, fail_on: Some(Level::Moderate), baseline: None };
            let assessment = gapcheck::assess(&sources, &inventory, catalog(), &Files::default(), &request);
            let summary = &assessment.summary;
            assert_eq!(summary.design.total(), summary.applicable);
            assert_eq!(summary.open_total() + summary.accepted, assessment.gaps.len());
            let mut ids: Vec<&str> = assessment.gaps.iter().map(gapcheck::model::gap::Gap::id).collect();
            ids.sort_unstable();
            assert!(ids.windows(2).all(|two| two[0] != two[1]), "two gaps of one id: {ids:?}");
            describe(&assessment);
            // Some of them are enough: each is assessed a dozen times over.
            if text.len() < 2_500 && tally.assessed.is_multiple_of(4) {
                compare_with_the_first(&inventory, day);
                follow_over_time(&inventory, day);
            }
            if text.len() < 2_500 && tally.assessed.is_multiple_of(12) {
                sample_and_pack(&assessment);
            }
            for format in FORMATS {
                match (format.render)(&assessment, &Options::default()) {
                    // A list of gaps is empty where there is none.
                    Content::Text(text) if format.name == "jsonl" && assessment.gaps.is_empty() => assert_eq!(text, ""),
                    Content::Text(text) => assert!(text.ends_with('\n'), "{}", format.name),
                    Content::Bytes(bytes) => assert!(!bytes.is_empty(), "{}", format.name),
                    Content::Nothing(why) => assert!(!why.is_empty(), "{}", format.name),
                }
            }
            if !tally.assessed.is_multiple_of(4) {
                return;
            }
            let files = Files::default();
            let enterprise = gapcheck::enterprise::enterprise(&assessment, &files, asked());
            assert_eq!(enterprise.answers.len(), asked().questions());
            for for_buyers in [false, true] {
                let options = gapcheck::report::enterprise::options::Options { for_buyers, ..Default::default() };
                let sheet = gapcheck::report::enterprise::sheet::Sheet::of(&enterprise, &options);
                let terminal = gapcheck::report::enterprise::by_name("terminal").unwrap();
                assert!((terminal.render)(&sheet, 80).into_text().ends_with('\n'));
            }
        }
    }
}

/// Puts what can be read on two days beside each other.
fn follow_over_time(inventory: &gapcheck::model::inventory::Inventory, day: Date) {
    let judged = [day, day.plus_days(200)].map(|as_of| gapcheck::trend::Judged {
        revision: None,
        as_of,
        paths: vec!["in.yaml".to_owned()],
        readiness: gapcheck::readiness(inventory, catalog(), &Files::default(), as_of),
    });
    let trend = gapcheck::model::trend::Trend {
        inventory: vec!["in.yaml".to_owned()],
        basis: gapcheck::model::trend::Basis::OwnDay,
        wanted: gapcheck::model::trend::Wanted::default(),
        points: gapcheck::trend::points(judged.into()),
        skipped: Vec::new(),
        revisions: 0,
        assessments: 2,
        shallow: None,
        formerly: Vec::new(),
        uncommitted_files: 0,
        pointers: 0,
        files_assumed: false,
    };
    for (format, width) in gapcheck::report::trend::TREND_FORMATS.iter().flat_map(|format| [(format, 1), (format, 80)])
    {
        assert!((format.render)(&trend, width).ends_with('\n'), "{}", format.name);
    }
}

/// Holds the description of whatever can be read: a state follows from its parts, and every format ends its last line.
fn describe(assessment: &gapcheck::model::assessment::Assessment<'_>) {
    let asked = gapcheck::load::catalog::description().expect("it reads");
    let description = gapcheck::description(assessment, &asked);
    assert_eq!(description.judged.len(), 9);
    for judged in description.judged.iter().filter(|judged| judged.missing().count() > 0) {
        assert_ne!(judged.state(), gapcheck::model::description::DescriptionState::Writable);
    }
    for format in gapcheck::report::description::DESCRIPTION_FORMATS {
        let layout = gapcheck::report::description::Layout { width: 80, fail_on: None };
        assert!((format.render)(&description, &layout).ends_with('\n'), "{}", format.name);
    }
}

/// Holds what can be read against the undamaged text, and puts what changed down to causes.
fn compare_with_the_first(inventory: &gapcheck::model::inventory::Inventory, day: Date) {
    let first = Sources::new(vec![SourceFile::new("first.yaml", SMALL, "")]);
    let first = gapcheck::read(&first, catalog(), day).expect("no problem");
    let files = Files::default();
    let assessed = |inventory: &gapcheck::model::inventory::Inventory| {
        let side = gapcheck::model::snapshot::Side::of("in.yaml".to_owned(), inventory, catalog(), day);
        let snapshot = gapcheck::snapshot(inventory, catalog(), &files, day);
        gapcheck::model::snapshot::Assessed { side, snapshot }
    };
    let (old_files, new_files) = (&files, &files);
    let between = gapcheck::diff::Between { old: &first, old_files, new: inventory, new_files, numbered_from: 1 };
    let difference = gapcheck::difference((assessed(&first), assessed(inventory)), Some(&between), catalog(), None);
    for count in &difference.counts {
        assert!(count.by.iter().all(|(cause, _)| cause.is_some()), "{}: a change nobody made", count.key);
        let grown = count.before.checked_add_signed(isize::try_from(count.change()).unwrap());
        assert_eq!(grown, Some(count.after), "{}", count.key);
    }
    for format in gapcheck::report::diff::DIFF_FORMATS {
        assert!((format.render)(&difference, 80).ends_with('\n'), "{}", format.name);
    }
}

/// Draws a sample for every control, and lays out a binder.
fn sample_and_pack(assessment: &Assessment<'_>) {
    for drawn in sampling::samplings(assessment.inventory, catalog(), "PR-") {
        for format in SAMPLE_FORMATS {
            match (format.render)(&drawn, 80) {
                Content::Text(text) => assert!(text.ends_with('\n'), "{}", format.name),
                Content::Bytes(bytes) => assert!(!bytes.is_empty(), "{}", format.name),
                Content::Nothing(why) => panic!("{}: {why}", format.name),
            }
        }
    }
    let (files, folders) = (Files::default(), gapcheck::io::lock::folders(assessment.sources));
    let as_of = assessment.as_of;
    let horizon = Horizon { as_of, until: as_of.plus_days(30) };
    let agenda = gapcheck::due(assessment.inventory, catalog(), &files, horizon);
    let holdings = holdings(assessment.inventory, &files, &folders);
    let binder = Binder::of(Ground { assessment, agenda: &agenda, holdings: &holdings, folders: &folders });
    for page in binder::pages(&binder, &requests(&binder)) {
        assert!(page.text.ends_with('\n'), "{}", page.name);
    }
}

/// The texts to begin with: the inventories of this repository, those of folders file by file and joined.
fn seeds() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    let mut acme: Vec<_> =
        fs::read_dir(root.join("examples/acme")).unwrap().map(|entry| entry.unwrap().path()).collect();
    acme.sort();
    let acme: Vec<String> = acme
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "yaml"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let mut seeds = vec![SMALL.to_owned(), SMALL.replace('\n', "\r\n"), acme.concat()];
    seeds.extend(["examples/startup/inventory.yaml", "tests/inventory/complete.yaml", "tests/healthy.yaml"].map(read));
    seeds
}

#[test]
fn no_damage_makes_it_panic() {
    let mut random = Random(0x6761_7063_6865_636b);
    let mut tally = Tally::default();
    for seed in seeds() {
        // The smaller a text, the likelier that damage leaves something to assess.
        let rounds = if seed.len() < 2_000 { 2000 } else { 150 };
        for _ in 0..rounds {
            exercise(damaged(&seed, &mut random), as_of(), &mut tally);
        }
    }
    // Both ways were walked often enough to mean something.
    assert!(tally.refused > 1000 && tally.assessed > 200, "{} refused, {} assessed", tally.refused, tally.assessed);
}

#[test]
fn no_day_makes_it_panic() {
    let mut tally = Tally::default();
    for day in ["1970-01-01", "1999-12-31", "2024-02-29", "2026-06-30", "2027-01-31", "9999-12-31"] {
        for seed in seeds() {
            exercise(seed, day.parse().unwrap(), &mut tally);
        }
    }
    assert!(tally.assessed > 10, "{} refused, {} assessed", tally.refused, tally.assessed);
}

#[test]
fn bytes_that_mean_nothing_are_refused() {
    let mut random = Random(1);
    let mut tally = Tally::default();
    for _ in 0..500 {
        let pieces =
            (0..random.below(60)).map(|_| if random.below(3) == 0 { random.one(&WORDS) } else { random.one(&SPICE) });
        exercise(pieces.collect(), as_of(), &mut tally);
    }
    assert_eq!(tally.assessed, 0);
}
