//! How a control operated through the observation period: the times it had to run in, what shows that it did, and what its
//! tests came to. Day by day, for it is there to check.

use crate::common::calendar::{Day, months_later};
use crate::common::inventory::{
    EVIDENCE_KINDS, Evidence, FREQUENCIES, GRACES, KINDS, Length, Report, STATUSES, Test, today,
};

use super::Model;
use super::standing::State;

/// How a control that is observed operated.
#[derive(Clone, Debug)]
pub struct Operation {
    /// The first and the last day in the period on which it was in place; the other way round where there is none.
    pub span: (Day, Day),
    pub windows: Vec<Window>,
    pub shown: bool,
    pub exceptions: Exceptions,
    pub deficiency: Deficiency,
    pub late: bool,
    /// Its last concluded tests of operation in the period, which are several only on one day, all found it effective.
    pub tested_effective: bool,
}

/// A time in which it had to run.
#[derive(Clone, Debug)]
pub struct Window {
    pub start: Day,
    pub end: Day,
    /// Whether its natural end lies after the last day.
    pub cut_short: bool,
    pub state: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exceptions {
    None,
    Resolved,
    Unresolved,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deficiency {
    None,
    Retested,
    Standing,
}

impl Operation {
    pub fn operates(&self) -> bool {
        self.shown && self.deficiency != Deficiency::Standing
    }

    pub fn count(&self, state: &str) -> usize {
        self.windows.iter().filter(|window| window.state == state).count()
    }

    pub fn missed(&self) -> usize {
        self.count("missed")
    }

    /// It was in place on no day of the period.
    pub fn never(&self) -> bool {
        self.span.0 > self.span.1
    }
}

impl Model<'_> {
    pub fn period(&self) -> Option<(Day, Day)> {
        match self.inventory.report {
            Report::Type1(_) => None,
            Report::Type2(start, end) => Some((start, end)),
        }
    }

    /// How a control operated that is in place, or was in the period; whether or not the report is about it.
    pub fn observe(&self, at: usize) -> Option<Operation> {
        let (start, end) = self.period()?;
        let control = &self.inventory.controls[at];
        let retired = STATUSES[control.status] == "retired" && control.until.is_some_and(|until| until >= start);
        if !self.in_place(at) && !retired {
            return None;
        }
        let span = (control.since.map_or(start, |day| day.max(start)), control.until.map_or(end, |day| day.min(end)));
        let windows = if span.0 > span.1 { Vec::new() } else { self.windows(at, span) };
        let tests = self.tests_in_period(at);
        Some(Operation {
            shown: span.0 <= span.1 && self.shown(at, span, &windows),
            windows,
            span,
            exceptions: exceptions(&tests),
            deficiency: deficiency(&tests),
            late: control.since.is_some_and(|day| day > start),
            tested_effective: last_effective(&tests),
        })
    }

    fn windows(&self, at: usize, span: (Day, Day)) -> Vec<Window> {
        let Some(frequency) = FREQUENCIES[self.inventory.controls[at].frequency] else { return Vec::new() };
        let state = |(start, end, cut_short): (Day, Day, bool)| {
            let state = self.window_state(at, frequency, (start, end), cut_short);
            Window { start, end, cut_short, state }
        };
        cut(frequency, span).into_iter().map(state).collect()
    }

    fn window_state(&self, at: usize, frequency: &str, window: (Day, Day), cut_short: bool) -> &'static str {
        let per_event = frequency == "per-event";
        let zero = |it: &Evidence| per_event && it.items == Some(0);
        let mut showing = self.inventory.controls[at].evidence.iter().filter(|it| self.shows(at, it, window));
        if showing.any(|it| !zero(it)) {
            return "evidenced";
        }
        if per_event && self.zero_recorded(at, window) {
            return "no-occurrence";
        }
        if cut_short || today() <= self.grace(frequency).after(window.1) {
            return "not-yet-due";
        }
        if frequency == "once" || (frequency == "daily" && weekend(window.0)) {
            return "no-occurrence";
        }
        "missed"
    }

    fn grace(&self, frequency: &str) -> Length {
        let key = if matches!(frequency, "continuous" | "per-event" | "once") { "whole_period" } else { frequency };
        let set = self.inventory.grace.iter().find(|(at, _)| GRACES[*at].0 == key);
        let default = GRACES.iter().find(|(of, _)| *of == key).expect("a grace").1;
        set.map_or(Length::Days(default), |(_, length)| *length)
    }

    /// Whether a piece of evidence can show anything of operation.
    fn usable(&self, at: usize, evidence: &Evidence) -> bool {
        let policy = self.inventory.controls[at].kind.is_some_and(|kind| KINDS[kind] == "policy");
        let rule = evidence.kind.is_some_and(|kind| EVIDENCE_KINDS[kind] == "policy");
        matches!(self.state(at, evidence), State::InDate | State::Stale) && (policy || !rule)
    }

    fn shows(&self, at: usize, evidence: &Evidence, window: (Day, Day)) -> bool {
        self.usable(at, evidence) && shows(spoken_of(evidence), window)
    }

    /// Day by day: of at least half of the days gone by, something says that nothing called for the control.
    fn zero_recorded(&self, at: usize, (start, end): (Day, Day)) -> bool {
        let gone = start..=end.min(today());
        let nothing =
            gone.clone().filter(|day| self.zero_on_file(at, (*day, *day)) || self.zero_tested(at, (*day, *day)));
        let nothing = nothing.count();
        nothing > 0 && 2 * nothing >= gone.count()
    }

    /// Evidence that lists nothing.
    pub fn zero_on_file(&self, at: usize, window: (Day, Day)) -> bool {
        let evidence = &self.inventory.controls[at].evidence;
        evidence.iter().any(|it| it.items == Some(0) && self.usable(at, it) && touches(spoken_of(it), window))
    }

    /// A test that found that there was nothing to test.
    pub fn zero_tested(&self, at: usize, window: (Day, Day)) -> bool {
        self.inventory.controls[at].tests.iter().any(|test| {
            let none = test.population.as_ref().is_some_and(|population| population.size == Some(0));
            let dated = test.date.is_some_and(|date| date <= today());
            !test.design && none && dated && time(test).is_some_and(|time| touches(time, window))
        })
    }

    fn shown(&self, at: usize, span: (Day, Day), windows: &[Window]) -> bool {
        let control = &self.inventory.controls[at];
        let frequency = FREQUENCIES[control.frequency];
        let by_window = windows.iter().any(|window| {
            window.state == "evidenced" || (frequency == Some("per-event") && window.state == "no-occurrence")
        });
        let whole = control.evidence.iter().any(|it| self.shows(at, it, span));
        let tested = self.tests_in_period(at).into_iter().any(|test| concluded(test) && outcome(test) != Some(2));
        by_window || (frequency.is_none() && whole) || tested
    }

    /// The tests of operation that are about the period; one that has no time at all may be.
    pub fn tests_in_period(&self, at: usize) -> Vec<&Test> {
        let Some((start, end)) = self.period() else { return Vec::new() };
        let about = |test: &&Test| {
            let ahead = test.date.is_some_and(|date| date > today());
            let within = time(test).is_none_or(|(from, to)| (from..=to).any(|day| day >= start && day <= end));
            !test.design && !ahead && within
        };
        self.inventory.controls[at].tests.iter().filter(about).collect()
    }
}

/// The windows of a frequency within a span, each with whether it is cut short.
fn cut(frequency: &str, (first, last): (Day, Day)) -> Vec<(Day, Day, bool)> {
    if matches!(frequency, "continuous" | "per-event" | "once") {
        return vec![(first, last, false)];
    }
    let starts = |nth: i64| beginning(frequency, first, nth);
    let mut windows = Vec::new();
    for nth in 0.. {
        let (start, end) = (starts(nth), starts(nth + 1) - 1);
        if start > last {
            break;
        }
        windows.push((start, end.min(last), end > last));
    }
    windows
}

/// The first day of a window, counted from the first one.
fn beginning(frequency: &str, first: Day, nth: i64) -> Day {
    match frequency {
        "daily" => first + nth,
        "weekly" => first + 7 * nth,
        "monthly" => months_later(first, nth),
        "quarterly" => months_later(first, 3 * nth),
        "semiannual" => months_later(first, 6 * nth),
        "annual" => months_later(first, 12 * nth),
        other => panic!("{other} has no windows"),
    }
}

/// How many windows of a frequency begin within a stretch of time, counted from its first day.
pub fn begun(frequency: &str, (first, last): (Day, Day)) -> i64 {
    let mut nth = 0;
    while beginning(frequency, first, nth) <= last {
        nth += 1;
    }
    nth
}

fn spoken_of(evidence: &Evidence) -> (Day, Day) {
    evidence.covers.or(evidence.collected.map(|day| (day, day))).expect("evidence that is dated")
}

/// The time a test is about.
pub fn time(test: &Test) -> Option<(Day, Day)> {
    test.period.or(test.date.map(|date| (date, date)))
}

/// Whether what speaks of one time shows what was to happen in another: at least half of it, or by more than half of itself.
fn shows(spoken_of: (Day, Day), window: (Day, Day)) -> bool {
    let days = |(from, to): (Day, Day)| (from..=to).count();
    let both = (spoken_of.0..=spoken_of.1).filter(|day| *day >= window.0 && *day <= window.1).count();
    2 * both >= days(window) || 2 * both > days(spoken_of)
}

/// Whether two times share a day.
fn touches(one: (Day, Day), other: (Day, Day)) -> bool {
    one.0 <= other.1 && other.0 <= one.1
}

/// 1970-01-01 was a Thursday.
fn weekend(day: Day) -> bool {
    matches!(day % 7, 2 | 3)
}

/// What a test came to: a good word over an exception that nobody put right is none.
pub fn outcome(test: &Test) -> Option<usize> {
    let open = test.exceptions.iter().any(|it| it.resolved.is_none_or(|day| day > today()));
    test.conclusion.map(|conclusion| if conclusion == 0 && open { 1 } else { conclusion })
}

pub fn concluded(test: &Test) -> bool {
    test.date.is_some() && test.conclusion.is_some()
}

/// Whether a later test found the control effective.
fn retested(test: &Test, tests: &[&Test]) -> bool {
    let later = |other: &Test| test.date.is_some_and(|date| other.date.is_some_and(|day| day > date));
    tests.iter().any(|other| outcome(other) == Some(0) && later(other))
}

pub fn deviates(test: &Test) -> bool {
    outcome(test) == Some(1) || !test.exceptions.is_empty()
}

fn exceptions(tests: &[&Test]) -> Exceptions {
    let deviating: Vec<&&Test> = tests.iter().filter(|test| deviates(test)).collect();
    let resolved = |test: &Test| {
        if test.exceptions.is_empty() {
            return retested(test, tests);
        }
        test.exceptions.iter().all(|it| it.resolved.is_some_and(|day| day <= today()))
    };
    match deviating.is_empty() {
        true => Exceptions::None,
        false if deviating.iter().all(|test| resolved(test)) => Exceptions::Resolved,
        false => Exceptions::Unresolved,
    }
}

fn deficiency(tests: &[&Test]) -> Deficiency {
    let deficient: Vec<&&Test> = tests.iter().filter(|test| outcome(test) == Some(2)).collect();
    match deficient.is_empty() {
        true => Deficiency::None,
        false if deficient.iter().all(|test| retested(test, tests)) => Deficiency::Retested,
        false => Deficiency::Standing,
    }
}

fn last_effective(tests: &[&Test]) -> bool {
    let concluded: Vec<&&Test> = tests.iter().filter(|test| concluded(test)).collect();
    let last = concluded.iter().filter_map(|test| test.date).max();
    last.is_some() && concluded.iter().filter(|test| test.date == last).all(|test| outcome(test) == Some(0))
}
