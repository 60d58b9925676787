//! The pictures: each with a name and a description of its own, and drawn where the days say.

use gapcheck::model::assessment::Assessment;

use crate::common::assess;
use crate::page::{attributes, section, text};
use crate::{each, html};

#[test]
fn every_picture_says_what_it_shows() {
    each(|what, assessment| {
        let html = html(assessment);
        let pictures: Vec<&str> =
            html.split("<svg ").skip(1).map(|rest| rest.split("</svg>").next().unwrap()).collect();
        assert!(pictures.len() >= 4, "{what}");
        for picture in pictures {
            assert!(picture.contains("role=\"img\" aria-labelledby=\""), "{what}: {picture:.200}");
            let named = attributes(picture, "aria-labelledby")[0].split(' ').collect::<Vec<_>>();
            assert!(picture.contains(&format!("<title id=\"{}\">", named[0])), "{what}: {picture:.200}");
            let said = picture.split(&format!("<desc id=\"{}\">", named[1])).nth(1).unwrap();
            assert!(!said.starts_with('<'), "{what}: {picture:.200}");
            // What can be reached by keyboard would be lost in a picture.
            assert!(!picture.contains("<a "), "{what}");
        }
    });
}

/// A quarterly review through 2026, of which the first quarter is shown, the second is missed, and the rest of the year is
/// not due on 22 November but for the third quarter, which nothing shows either.
const QUARTERLY: &str = "\
organization: Quarterly Co.
scope: { report: type2, period: { start: 2026-01-01, end: 2026-12-31 } }
controls:
  - id: AC-1
    name: Access review
    criteria: [CC6.3]
    owner: Ann
    frequency: quarterly
    status: implemented
    since: 2025-01-01
    evidence:
      - { title: First, url: 'https://x.example', covers: { start: 2026-01-01, end: 2026-03-31 }, collected: 2026-04-02 }
";

#[test]
fn occurrences_lie_along_the_period() {
    assess(QUARTERLY, |assessment: &Assessment<'_>| {
        let html = html(assessment);
        let controls = section(&html, "controls");
        let picture = controls.split("class=\"strip\"").nth(1).unwrap().split("</svg>").next().unwrap();
        // 260 units for 365 days: the quarters begin after 0, 90, 181 and 273 days, at 0, 64, 128 and 194; each is a unit
        // short of its neighbour.
        let blocks: Vec<&str> = picture.split("<rect class=\"").skip(2).collect();
        let told = [
            "s-ok\" x=\"0\" y=\"5\" width=\"63\" height=\"14\"/>",
            "s-miss\" x=\"64\" y=\"5\" width=\"63\" height=\"21\"/>",
            "s-miss\" x=\"128\" y=\"5\" width=\"65\" height=\"21\"/>",
            "s-due\" x=\"194\" y=\"11\" width=\"65\" height=\"2\"/>",
        ];
        let drawn: Vec<&str> = blocks.iter().map(|block| block.split_inclusive("/>").next().unwrap()).collect();
        assert_eq!(drawn, told);
        assert!(
            text(controls)
                .contains("1 evidenced, 2 missed, 1 not due yet; missed 2026-04-01 to 2026-09-30 (2 occurrences)")
        );
        // Eleven months begin within it.
        assert_eq!(picture.matches("<line class=\"tick\"").count(), 11);
    });
}

#[test]
fn long_plans_share_bars_and_say_so() {
    each(|what, assessment| {
        let html = html(assessment);
        let scheduled = assessment.plan.tasks.iter().filter(|task| task.start.is_some()).count();
        let capped = html.contains("are too many for a bar each");
        assert_eq!(capped, scheduled > 40, "{what}");
        let names = html.split("<ul class=\"names\">").last().unwrap().split("</ul>").next().unwrap();
        assert!(names.matches("<li").count() < 100, "{what}");
        if scheduled > 0 && !capped {
            let bars = html.matches("class=\"g-").count();
            assert_eq!(bars, scheduled, "{what}");
        }
    });
}
