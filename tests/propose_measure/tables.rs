//! The figures as Markdown, for the README.

use crate::figures::{Figures, Judged, WAYS, of_source, sources, told_and_right, written};

fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

/// The ways beside each other.
pub fn ways(judged: &[&Judged<'_>]) -> String {
    let mut out =
        "| | right first | a criterion of it among three | its criteria among three | right first, sources alike |\n"
            .to_owned();
    out += "| --- | ---: | ---: | ---: | ---: |\n";
    for (name, way) in WAYS {
        let (micro, alike) = (Figures::of(judged, way), Figures::by_source(judged, way));
        let figures = [micro.first, micro.hit, micro.three, alike.first].map(percent);
        out += &format!("| {name} | {} |\n", figures.join(" | "));
    }
    out
}

/// Each source by itself.
pub fn by_source(judged: &[&Judged<'_>]) -> String {
    let mut out = "| source | controls | right first | TF-IDF | nearest | among three |\n".to_owned();
    out += "| --- | ---: | ---: | ---: | ---: | ---: |\n";
    for source in sources(judged) {
        let own = of_source(judged, source);
        let [ours, catalog, neighbours] = WAYS.map(|(_, way)| Figures::of(&own, way));
        let read = if own[0].control.source.read { " *" } else { "" };
        let figures = [ours.first, catalog.first, neighbours.first, ours.hit].map(percent);
        out += &format!("| {source}{read} | {} | {} |\n", own.len(), figures.join(" | "));
    }
    out
}

/// What was told, and what was right.
pub fn calibration(judged: &[&Judged<'_>]) -> String {
    let mut out = "| told | proposals | told on average | right |\n| ---: | ---: | ---: | ---: |\n".to_owned();
    for from in (0..100).step_by(10) {
        let (count, told, right) = told_and_right(judged, from, from + 10);
        if count > 0 {
            out += &format!("| {from} to {} % | {count} | {told:.0} % | {right:.0} % |\n", from + 9);
        }
    }
    out
}

/// What would be written, by threshold.
pub fn thresholds(judged: &[&Judged<'_>]) -> String {
    let mut out = "| --at-least | criteria written | of them right | controls that get one |\n".to_owned();
    out += "| ---: | ---: | ---: | ---: |\n";
    for at_least in [40, 50, 60, 70, 75] {
        let (count, right, covered) = written(judged, at_least);
        out += &format!("| {at_least} | {count} | {} | {} |\n", percent(right), percent(covered));
    }
    out
}
