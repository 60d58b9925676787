//! The summary of a step of GitHub Actions, in Markdown: what came of it, and the gaps, as many as GitHub takes.

use crate::model::assessment::{Assessment, Tally};
use crate::model::gap::{Gap, Treatment};
use crate::model::level::Level;
use crate::report::account;
use crate::report::format::Content;
use crate::report::markdown::page::Column::{Number, Words};
use crate::report::markdown::page::Page;
use crate::report::markdown::words;
use crate::report::spot::Spots;
use crate::report::{Format, Options};
use crate::text::count::{count, number};
use crate::text::cut::cut;

/// The format `github-summary`.
pub static FORMAT: Format = Format {
    name: "github-summary",
    extension: "summary",
    summary: "the summary of a step of GitHub Actions, in Markdown, for `$GITHUB_STEP_SUMMARY`",
    styled: false,
    render,
};

/// How many bytes the rows may take. GitHub refuses a summary of more than 1 MiB as a whole; steps share nothing of it.
const ROOM: usize = 950_000;

/// How many characters of one text a row holds.
const CELL: usize = 300;

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    let mut page = Page::default();
    page.heading(1, &format!("{}: SOC 2 gaps", cell(&assessment.inventory.organization)));
    page.block(&format!("**{}**", words::plain(&account::headline(&assessment.summary))));
    let scope = format!("{}.", account::scope_line(assessment));
    let lines = [Some(scope), account::change(assessment), gate(assessment)];
    lines.into_iter().flatten().for_each(|line| page.block(&words::plain(&line)));
    figures(assessment, &mut page);
    page.heading(2, "Gaps");
    gaps(assessment, options, &mut page);
    page.block(account::LIMITS);
    page.into_text().into()
}

/// Whether the gate holds, where there is one.
fn gate(assessment: &Assessment<'_>) -> Option<String> {
    let level = assessment.gate.fail_on?.plain();
    Some(match assessment.gate.exceeding.len() {
        0 => format!("The gate holds: no open gap at {level} or above."),
        many => format!("The gate fails: {} at {level} or above.", count(many, "open gap")),
    })
}

fn figures(assessment: &Assessment<'_>, page: &mut Page) {
    let summary = &assessment.summary;
    let tallies = [("Design", Some(&summary.design)), ("Operation", summary.operation.as_ref())];
    let columns =
        [Words("Verdicts"), Number("No gap identified"), Number("Partial"), Number("Unverified"), Number("Gap")];
    let row = |name: &str, tally: &Tally| {
        let of = [tally.no_gap, tally.partial, tally.unverified, tally.gap];
        std::iter::once(name.to_owned()).chain(of.map(number)).collect::<Vec<String>>()
    };
    page.table(&columns, tallies.iter().filter_map(|(name, tally)| Some(row(name, (*tally)?))));
    let columns =
        [Words("Gaps"), Number("Very high"), Number("High"), Number("Moderate"), Number("Low"), Number("Very low")];
    let rows = [Treatment::Open, Treatment::Accepted(0), Treatment::Baseline].map(|of| {
        let many = |level: &Level| {
            let gaps = assessment.gaps.iter().filter(|gap| gap.risk.level() == *level);
            number(gaps.filter(|gap| gap.treatment.word() == of.word()).count())
        };
        std::iter::once(treatment(&of).to_owned()).chain(Level::ALL.iter().rev().map(many)).collect::<Vec<String>>()
    });
    page.table(&columns, rows);
}

const fn treatment(of: &Treatment) -> &'static str {
    match of {
        Treatment::Open => "open",
        Treatment::Accepted(_) => "accepted",
        Treatment::Baseline => "known before",
    }
}

/// The gaps, worst first, until there is no room; and a sentence on those that are not here.
fn gaps(assessment: &Assessment<'_>, options: &Options, page: &mut Page) {
    let spots = Spots::of(assessment.sources);
    let listed: Vec<&Gap> = options.listed(assessment).collect();
    let mut room = ROOM;
    let rows: Vec<Vec<String>> = listed
        .iter()
        .map(|gap| row(gap, &spots))
        .take_while(|row| {
            let size: usize = row.iter().map(|cell| cell.len() + 3).sum();
            let fits = size + 3 <= room;
            room = room.saturating_sub(size + 3);
            fits
        })
        .collect();
    let shown = rows.len();
    if shown == 0 {
        page.block(if assessment.gaps.is_empty() { "None." } else { "None of those asked for." });
    } else {
        let columns = [
            Number("Gap"),
            Words("What is wrong"),
            Words("Risk"),
            Words("Criteria"),
            Words("Id"),
            Words("Place"),
            Words("Is"),
        ];
        page.table(&columns, rows);
    }
    let left = [
        (listed.len() - shown, "did not fit: GitHub takes no summary over 1 MiB"),
        (assessment.gaps.len() - listed.len(), "not asked for"),
    ];
    for (many, why) in left.iter().filter(|(many, _)| *many > 0) {
        page.block(&format!("Not here: {}, {why}.", count(*many, "gap")));
    }
}

fn row(gap: &Gap, spots: &Spots<'_>) -> Vec<String> {
    let place = spots
        .spot(gap)
        .map(|spot| words::code(&cut(&format!("{}:{}", spot.file.in_repository, spot.start.line), CELL)));
    vec![
        gap.number.to_string(),
        words::sentence(&cut(&gap.finding.title, CELL)),
        format!("{}, {}", gap.risk.level().plain(), gap.risk.score()),
        words::some(gap.finding.criteria.iter().map(ToString::to_string)),
        words::code(&cut(gap.id(), CELL)),
        place.unwrap_or_default(),
        treatment(&gap.treatment).to_owned(),
    ]
}

/// A text of the inventory.
fn cell(text: &str) -> String {
    words::plain(&cut(text, CELL))
}
