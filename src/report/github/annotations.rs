//! Workflow commands of GitHub Actions: each open gap as an annotation on its line.
//!
//! The runner keeps ten annotations of a level and a step and drops the others without a word. So the ten worst of each
//! level are printed, and as the last notice what the whole came to, with the rest as a count. Gaps that are accepted or
//! were known before stand in no annotation: nobody has to do anything about them in this pull request.

use crate::model::assessment::Assessment;
use crate::model::gap::Gap;
use crate::model::level::Level;
use crate::report::account;
use crate::report::format::Content;
use crate::report::spot::Spots;
use crate::report::{Format, Options};
use crate::text::count::{count, number};
use crate::text::cut::cut;
use crate::text::escape::{github_log, github_message, github_property, terminal};
use crate::text::list::and;

/// The format `github`.
pub static FORMAT: Format = Format {
    name: "github",
    extension: "annotations",
    summary: "annotations of GitHub Actions, to be printed in a workflow: the worst gaps on their lines",
    styled: false,
    render,
};

/// How many annotations of a level the runner keeps.
const MOST: usize = 10;

/// How many characters of a title, of how things are and of what to do are printed. The runner cuts a message after 4096
/// units, of which some characters take two.
const TITLE: usize = 200;
const STATE: usize = 1000;
const ADVICE: usize = 600;

fn render(assessment: &Assessment<'_>, options: &Options) -> Content {
    let spots = Spots::of(assessment.sources);
    let open: Vec<&Gap> = options.listed(assessment).filter(|gap| gap.is_open()).collect();
    let mut lines: Vec<String> = Vec::new();
    let mut left: Vec<&Gap> = Vec::new();
    // One notice is kept for what the whole came to.
    for (command, most) in [("error", MOST), ("warning", MOST), ("notice", MOST - 1)] {
        let mut of = open.iter().copied().filter(|gap| self::command(gap.risk.level()) == command);
        lines.extend(of.by_ref().take(most).map(|gap| annotation(command, gap, &spots)));
        left.extend(of);
    }
    let whole = format!("{}{}", account::headline(&assessment.summary), rest(assessment, &open, &left));
    let organization = line(&assessment.inventory.organization, TITLE);
    let title = github_property(&format!("gapcheck: {organization}")).into_owned();
    lines.push(format!("::notice title={title}::{}\n", github_message(&whole)));
    lines.join("\n").into()
}

/// The command for a level of risk.
const fn command(level: Level) -> &'static str {
    match level {
        Level::VeryHigh | Level::High => "error",
        Level::Moderate => "warning",
        Level::Low | Level::VeryLow => "notice",
    }
}

fn annotation(command: &str, gap: &Gap, spots: &Spots<'_>) -> String {
    let finding = &gap.finding;
    let mut properties: Vec<String> = Vec::new();
    if let Some(spot) = spots.spot(gap) {
        let file = github_property(&spot.file.in_repository).into_owned();
        properties.extend([
            format!("file={file}"),
            format!("line={}", spot.start.line),
            format!("endLine={}", spot.end.line),
        ]);
        // The runner drops columns of what spans several lines.
        if spot.start.line == spot.end.line {
            properties.extend([format!("col={}", spot.start.column), format!("endColumn={}", spot.end.column)]);
        }
    }
    let title = format!("{} {}: {}", first(gap), gap.risk.level().plain(), line(&finding.title, TITLE));
    properties.push(format!("title={}", github_property(&title)));
    let (state, advice) = (line(&finding.current_state, STATE), line(&finding.recommendation, ADVICE));
    let touches = match &finding.criteria[..] {
        [] | [_] => String::new(),
        criteria => format!(", touches {}", and(criteria)),
    };
    let message = format!("{state}\nWhat to do: {advice}\n{}{touches}", line(gap.id(), TITLE));
    format!("::{command} {}::{}", properties.join(","), github_message(&message))
}

/// What a title begins with: the first criterion, or that there is none.
fn first(gap: &Gap) -> String {
    gap.finding.criteria.first().map_or_else(|| "SOC 2".to_owned(), ToString::to_string)
}

/// A text of the inventory on one line. The runner reads `##[` nowhere in a command, but other systems do in any line.
fn line(text: &str, most: usize) -> String {
    cut(&github_log(&terminal(text)), most)
}

/// What has no annotation, in sentences.
fn rest(assessment: &Assessment<'_>, open: &[&Gap], left: &[&Gap]) -> String {
    let levels = Level::ALL.iter().rev().filter_map(|level| {
        let many = left.iter().filter(|gap| gap.risk.level() == *level).count();
        (many > 0).then(|| format!("{} {}", number(many), level.plain()))
    });
    let all = assessment.summary.open_total();
    let beside = account::beside(&assessment.summary);
    let sentences = [
        (!left.is_empty())
            .then(|| format!("Without an annotation, since GitHub keeps {MOST} of each kind: {}.", and(levels))),
        (all > open.len()).then(|| format!("Not asked for: {}.", count(all - open.len(), "open gap"))),
        (all > 0 && !beside.is_empty()).then(|| format!("They stand{beside}.")),
        account::change(assessment),
    ];
    sentences.into_iter().flatten().flat_map(|sentence| [" ".to_owned(), sentence]).collect()
}
