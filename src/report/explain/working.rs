//! The arithmetic of a risk, line by line, so that a reader can add it up.

use crate::model::risk::{Axis, Factor, Rating, Risk};
use crate::report::explain::page::{Block, Item};

/// How the inherent risk comes about, what is taken off it, and what is left.
pub(super) fn sections(risk: &Risk) -> Vec<Block> {
    let (mitigating, making): (Vec<&Factor>, Vec<&Factor>) = risk.working.iter().partition(|factor| factor.mitigates);
    let nothing = Rating::default();
    let mut blocks = Block::section("How the inherent risk comes about", part(nothing, &making, risk.inherent));
    let residual = if mitigating.is_empty() {
        vec![Block::text("Nothing in place lessens it: the residual risk is the inherent risk.")]
    } else {
        part(risk.inherent, &mitigating, risk.residual)
    };
    blocks.extend(Block::section("What is left of it: the residual risk", residual));
    blocks
}

/// The factors that lead from one rating to another, and the sums.
fn part(from: Rating, factors: &[&Factor], to: Rating) -> Vec<Block> {
    let rows = factors.iter().map(|factor| {
        let numbers = [signed(factor.points), signed(factor.effect)];
        let [points, effect] = numbers;
        vec![factor.name.to_owned(), factor.axis.word().to_owned(), points, effect, factor.because.to_string()]
    });
    let (likelihood, impact) = (to.likelihood_level().plain(), to.impact_level().plain());
    let sums = vec![
        Item::of(
            "Likelihood",
            format!("{}, {likelihood}", sum(from.likelihood, factors, Axis::Likelihood, to.likelihood)),
        ),
        Item::of("Impact", format!("{}, {impact}", sum(from.impact, factors, Axis::Impact, to.impact))),
        Item::of(
            "Level",
            format!("likelihood {likelihood} × impact {impact} = {} (NIST SP 800-30 r1, Table I-2)", to.level.plain()),
        ),
        Item::of("Score", score(to)),
        Item::of("Effects on the score", effects(from.score, factors, to.score)),
    ];
    vec![Block::table(&["Factor", "Moves", "Points", "Score", "Because"], rows.collect()), Block::Items(sums)]
}

fn signed(number: i16) -> String {
    format!("{number:+}")
}

/// `82 + 8 = 90`; the sum alone where nothing was added.
fn sum(from: u8, factors: &[&Factor], axis: Axis, to: u8) -> String {
    let points = factors.iter().filter(|factor| factor.axis == axis).map(|factor| factor.points);
    added(from, points.collect(), to)
}

fn effects(from: u8, factors: &[&Factor], to: u8) -> String {
    added(from, factors.iter().map(|factor| factor.effect).collect(), to)
}

fn added(from: u8, numbers: Vec<i16>, to: u8) -> String {
    let mut terms: Vec<String> = Vec::new();
    if from > 0 {
        terms.push(from.to_string());
    }
    for number in numbers {
        let sign = if number < 0 { "-" } else { "+" };
        terms.push(if terms.is_empty() { number.to_string() } else { format!("{sign} {}", number.abs()) });
    }
    match terms.len() {
        0 | 1 => to.to_string(),
        _ => format!("{} = {to}", terms.join(" ")),
    }
}

/// Where in the bin of its level the score lies: as far up as the mean of likelihood and impact.
fn score(rating: Rating) -> String {
    let (low, high) = rating.level.bin();
    let (likelihood, impact) = (u32::from(rating.likelihood), u32::from(rating.impact));
    let thousandths = u32::from(low) * 1000 + u32::from(high - low) * (likelihood + impact) * 5;
    let exact = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
    let exact = exact.trim_end_matches('0').trim_end_matches('.');
    let rounded =
        if exact == rating.score.to_string() { String::new() } else { format!(", rounded to {}", rating.score) };
    format!(
        "{} is {low} to {high}; {low} + {} × ({likelihood} + {impact}) / 200 = {exact}{rounded}",
        rating.level.plain(),
        high - low
    )
}
