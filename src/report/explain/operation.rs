//! How a control operated through the observation period: where it was in place, when it had to run, and what shows that
//! it did.

use crate::model::assessment::Assessment;
use crate::model::date::{Date, Period};
use crate::model::document::Control;
use crate::model::duration::Duration;
use crate::model::operation::{Occurrence, OccurrenceState, Operation, Span};
use crate::model::standing::Standing;
use crate::model::statement::Statement;
use crate::model::testing::tests_in;
use crate::model::words::Frequency;
use crate::report::explain::page::{Block, Item};
use crate::report::explain::standing;
use crate::report::strip::{ONE_BY_ONE, Run, counted, runs, strip};
use crate::text::count::{count, number};
use crate::text::list::some;

/// How many things that show an occurrence are named.
const NAMED: usize = 4;

/// A control that was in place in the period, with all that speaks of its operation.
pub(super) struct Observed<'a> {
    control: &'a Control,
    operation: &'a Operation,
    period: &'a Period,
    grace: Option<Duration>,
    /// What each thing on file says, with its name.
    said: Vec<(Statement, String)>,
}

/// A time after a verb: `from 2026-07-01 to 2026-09-30`, `on 2026-07-01`.
fn within(time: &Period) -> String {
    if time.start == time.end { format!("on {time}") } else { format!("from {time}") }
}

/// An occurrence as it is told, or a run of them.
struct Row {
    time: String,
    state: String,
    due: Option<Date>,
    /// The names of what shows it, or why nothing does.
    shown_by: Result<String, String>,
}

impl<'a> Observed<'a> {
    /// What is known of a control; nothing for a Type I report, and for a control nobody has to look at.
    pub(super) fn of(assessment: &Assessment<'a>, control: &'a Control, standing: &'a Standing) -> Option<Self> {
        let period = assessment.inventory.scope.report.period()?;
        let operation = standing.operation.as_ref()?;
        let grace = control.frequency.map(|frequency| assessment.inventory.conventions.grace(frequency));
        let pieces = control.evidence.iter().zip(&standing.evidence);
        let pieces = pieces.map(|(evidence, state)| {
            (Statement::of_evidence(control, evidence, *state), standing::title(evidence).to_owned())
        });
        let tests = tests_in(control, period, assessment.as_of).filter_map(|test| {
            let day = test.date.as_ref().map_or(String::new(), |date| format!(" of {}", date.value));
            Some((Statement::of_test(control, test)?, format!("the test{day} with nothing to test")))
        });
        let mut said: Vec<(Statement, String)> = pieces.chain(tests).collect();
        said.sort_by(|(a, name_a), (b, name_b)| {
            let start = |said: &Statement| said.time().map(|time| (time.start, time.end));
            start(a).cmp(&start(b)).then_with(|| name_a.cmp(name_b))
        });
        Some(Self { control, operation, period, grace, said })
    }

    /// The blocks of the control's own page.
    pub(super) fn section(&self) -> Vec<Block> {
        let strip = (self.operation.occurrences.len() > ONE_BY_ONE).then(|| {
            Item::of("Strip", strip(&self.operation.occurrences)).with([Item::plain(crate::report::strip::LEGEND)])
        });
        let mut facts = vec![
            Item::of("In place", format!("{}.", self.in_place())),
            Item::of("Frequency", self.frequency()),
            Item::of("Occurrences", self.occurrences()),
        ];
        facts.extend(self.zeros());
        facts.extend(strip);
        let cells = |row: Row| {
            let due = row.due.map_or_else(|| "never".to_owned(), |due| due.to_string());
            vec![row.time, row.state, due, row.shown_by.unwrap_or_else(|why| why)]
        };
        let rows: Vec<Vec<String>> = self.rows().into_iter().map(cells).collect();
        let table = (!rows.is_empty()).then(|| Block::table(&["Occurrence", "State", "Due by", "Shown by"], rows));
        std::iter::once(Block::Items(facts)).chain(table).collect()
    }

    /// The same in an item, for the page of a criterion.
    pub(super) fn in_short(&self) -> Item {
        let rows = self.rows().into_iter().map(|row| {
            let due = row.due.map_or_else(|| "never due".to_owned(), |due| format!("due by {due}"));
            let shown = row.shown_by.map_or_else(|why| why, |names| format!("shown by {names}"));
            Item::of(row.time, format!("{}; {due}; {shown}.", row.state))
        });
        let frequency = self.control.frequency.map_or("frequency not said", |frequency| frequency.word());
        let text = format!("in place {}; {frequency}. {}", self.in_place(), self.occurrences());
        Item::of("In the period", text).with(self.zeros().chain(rows))
    }

    /// Where in the period the control was in place.
    fn in_place(&self) -> String {
        let Some(span) = self.operation.span else {
            return format!("at no time of the period, {}", self.period);
        };
        let time = span.time();
        match (span.start > self.period.start, span.end < self.period.end) {
            (false, false) => format!("through the whole period, {time}"),
            (true, false) => format!("from {} on, after the period had begun on {}", span.start, self.period.start),
            (false, true) => format!("up to {}, before the period ends on {}", span.end, self.period.end),
            (true, true) => format!("from {} to {}, a part of the period, {}", span.start, span.end, self.period),
        }
    }

    fn frequency(&self) -> String {
        match self.control.frequency.zip(self.grace) {
            Some((frequency, grace)) => format!(
                "{frequency}; what shows an occurrence may come in up to {grace} after its end (a convention; ask your \
                 auditor)."
            ),
            None => "not said, so that nobody can tell when it had to run.".to_owned(),
        }
    }

    /// What became of the occurrences, counted.
    fn occurrences(&self) -> String {
        let all = self.operation.occurrences.len();
        if all > 0 {
            return format!("{}: {}.", count(all, "occurrence"), counted(self.operation));
        }
        let whole = self.operation.span.map(Span::time);
        let shown = whole.is_some_and(|whole| self.said.iter().any(|(said, _)| said.shows(&whole)));
        match self.control.frequency {
            Some(_) => "None.".to_owned(),
            None if shown => "They cannot be told apart; evidence shows that it operated in that time.".to_owned(),
            None => "They cannot be told apart, and no evidence shows that it operated in that time.".to_owned(),
        }
    }

    /// Records that nothing called for the control.
    fn zeros(&self) -> impl Iterator<Item = Item> {
        self.said.iter().filter_map(|(said, name)| match said {
            Statement::NothingCalled(time) => {
                Some(Item::of("Recorded zero", format!("nothing called for it {}, says {name}.", within(time))))
            }
            Statement::Ran(_) | Statement::RuleOnly | Statement::Nothing => None,
        })
    }

    /// Each occurrence, or run of occurrences: its time, its state, when it is due, and what shows it.
    fn rows(&self) -> Vec<Row> {
        let row = |run: &Run<'_>| {
            let due = self.grace.and_then(|grace| run.of.last()?.due(grace));
            let time = run.time()?.to_string();
            Some(Row { time, state: run.told(), due, shown_by: self.shown_by(run) })
        };
        runs(&self.operation.occurrences).iter().filter_map(row).collect()
    }

    /// What shows the occurrences of a run, or why nothing does.
    fn shown_by(&self, run: &Run<'_>) -> Result<String, String> {
        let state = run.state();
        let of_state = |said: &Statement| match said {
            Statement::Ran(_) => state == OccurrenceState::Evidenced,
            Statement::NothingCalled(_) => state == OccurrenceState::NoOccurrence,
            Statement::RuleOnly | Statement::Nothing => false,
        };
        let showing =
            self.said.iter().filter(|(said, _)| of_state(said) && run.members().any(|one| said.shows(&one.time())));
        let names: Vec<&str> = showing.map(|(_, name)| name.as_str()).collect();
        if !names.is_empty() {
            return Ok(some(names, NAMED));
        }
        Err(match (state, self.control.frequency) {
            (OccurrenceState::NoOccurrence, Some(Frequency::Daily)) => "nothing: a weekend",
            (OccurrenceState::NoOccurrence, _) => "nothing: it is set up once, with nothing to repeat",
            (OccurrenceState::NotYetDue, _) if run.members().all(|one| one.cut_short) => {
                "nothing: its time in the period ends before the occurrence is over"
            }
            (OccurrenceState::NotYetDue, _) => "nothing yet",
            (OccurrenceState::Missed, _) if run.has_rests() => "nothing on file; weekends between",
            (OccurrenceState::Evidenced | OccurrenceState::Missed, _) => "nothing on file",
        }
        .to_owned())
    }

    /// What a statement shows of the control's operation, or why it shows nothing.
    pub(super) fn shows(&self, said: &Statement, why_nothing: &str) -> String {
        let time = match said {
            Statement::Ran(time) | Statement::NothingCalled(time) => time,
            Statement::RuleOnly => {
                return "It shows no occurrence: a written rule says what is to be done, not that it was.".to_owned();
            }
            Statement::Nothing => return format!("It shows no occurrence: {why_nothing}."),
        };
        let shown: Vec<&Occurrence> = self.operation.occurrences.iter().filter(|one| said.shows(&one.time())).collect();
        if let (Some(first), Some(last)) = (shown.first(), shown.last()) {
            let days = Period::between(first.start, last.end);
            return match (said, shown.len()) {
                (Statement::NothingCalled(time), _) => {
                    let ran = shown.iter().all(|one| one.state == OccurrenceState::Evidenced);
                    let but = if ran { ", but other evidence shows that it ran" } else { "" };
                    format!("It records that nothing called for the control {}{but}.", within(time))
                }
                (_, 1) => format!("It shows the occurrence {days}."),
                (_, many) => format!("It shows {} occurrences, {days}.", number(many)),
            };
        }
        let span = self.operation.span.map(Span::time);
        match span {
            _ if !time.overlaps(self.period) => {
                format!("It shows no occurrence: it speaks of {time}, outside the period, {}.", self.period)
            }
            Some(span) if time.overlaps(&span) && self.control.frequency.is_some() => {
                "It shows no occurrence: it neither covers half of one nor lies for its most part within one."
                    .to_owned()
            }
            Some(span) if time.shows(&span) => "It shows that the control operated in the period.".to_owned(),
            Some(span) if time.overlaps(&span) => {
                "It does not show that the control operated: it speaks of too little of the period.".to_owned()
            }
            _ => format!("It shows no occurrence: it speaks of {time}, when the control was not in place."),
        }
    }
}
