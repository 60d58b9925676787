//! A small inventory, worked out by hand: one criterion scoped out, one control nobody looked at.

use crate::common::assess;
use crate::html;
use crate::page::{rows, section, table, text};

/// Security alone, as Type I: 33 criteria, one of them scoped out, one with a control by assertion only.
const SMALL: &str = "\
organization: Small & Co.
scope:
  categories: [security]
  not_applicable:
    - { criteria: [CC6.4], rationale: We rent no rooms <yet>., approved_by: Ann }
controls:
  - { id: AC-1, name: Access review, criteria: [CC6.3], owner: Ann, frequency: quarterly, status: implemented }
";

#[test]
fn the_summary_tells_what_stands_behind_it() {
    assess(SMALL, |assessment| {
        let html = html(assessment);
        assert!(html.contains("<title>Small &amp; Co.: Gap analysis report</title>"));
        // 1 of 32 is 3 %, rounded down.
        let shares = html.split("<ul class=\"shares\">").nth(1).unwrap().split("</ul>").next().unwrap();
        let shares: Vec<String> = shares.split("<li>").skip(1).map(text).collect();
        let claimed = "Claimed 3 % 1 of 32 applicable criteriaClaimed1 of 32 applicable criteriathe inventory says a control \
                       is in place; nobody need have looked";
        assert_eq!(shares[0], claimed);
        assert!(shares[1].starts_with("Evidenced 0 % 0 of 32 applicable criteria"), "{}", shares[1]);
        assert!(shares[2].starts_with("Tested 0 % 0 of 32 applicable criteria"), "{}", shares[2]);
    });
}

#[test]
fn the_heat_map_has_a_cell_with_its_verdict_for_each_criterion() {
    assess(SMALL, |assessment| {
        let html = html(assessment);
        let heat = section(&html, "verdicts");
        let row = heat.split("<b>CC6</b>").nth(1).unwrap().split("</tr>").next().unwrap();
        let cells: Vec<String> = row.split("<li>").skip(1).map(text).collect();
        let told = [
            "CC6.1Design: gap",
            "CC6.2Design: gap",
            "CC6.3Design: unverified",
            "CC6.4Design: not applicable",
            "CC6.5Design: gap",
            "CC6.6Design: gap",
            "CC6.7Design: gap",
            "CC6.8Design: gap",
        ];
        assert_eq!(cells, told);
        assert!(row.contains("<a href=\"#criterion-CC6_2e3\" title=\""));
        assert_eq!(heat.matches("<li>").count(), 33);
    });
}

#[test]
fn what_was_scoped_out_is_counted_and_listed() {
    assess(SMALL, |assessment| {
        let html = html(assessment);
        let told = text(section(&html, "not-applicable"));
        let counted = "1 criterion of the selected categories is scoped out. What is scoped out counts neither as done nor as \
                       to do.";
        assert!(told.contains(counted), "{told}");
        let row = &rows(table(&html, "scoped-out"))[0];
        assert_eq!((row[0].as_str(), row[2].as_str(), row[3].as_str()), ("CC6.4", "We rent no rooms <yet>.", "Ann"));
        assert_eq!(row[4], "random.yaml:5");
    });
}

#[test]
fn a_gap_is_told_with_its_working() {
    assess(SMALL, |assessment| {
        let html = html(assessment);
        let id = "gap-AC-1_3aevidence-absent";
        let article = html.split(&format!("<article class=\"gap\" id=\"{id}\">")).nth(1).unwrap();
        let article = article.split("</article>").next().unwrap();
        let gap = assessment.gaps.iter().find(|gap| gap.id() == "AC-1:evidence-absent").unwrap();
        let told = text(article);
        for name in ["Current state.", "Desired state.", "Recommendation.", "How the risk came about"] {
            assert!(told.contains(name), "{name}: {told}");
        }
        assert!(told.contains("AC-1 Access review"), "{told}");
        assert!(told.contains("random.yaml:7"), "{told}");
        let lines = rows(article);
        let sum = lines.last().unwrap();
        let rating = gap.risk.residual;
        assert_eq!(sum[1..4], [rating.likelihood, rating.impact, rating.score].map(|number| number.to_string()));
        // The lines above add up to it.
        let added: i32 = lines.iter().filter_map(|line| line[3].strip_prefix('+')?.parse::<i32>().ok()).sum();
        let taken: i32 = lines.iter().filter_map(|line| line[3].strip_prefix('-')?.parse::<i32>().ok()).sum();
        assert_eq!(added - taken, i32::from(rating.score));
        // It can be found by what it touches.
        let row = html.split("<tr data-level=").skip(1).find(|row| row.contains(&format!("href=\"#{id}\""))).unwrap();
        assert!(
            row.contains("data-nature=\"evidence\" data-touches=\"security CC6.3\" data-owner=\"is Ann\""),
            "{row:.300}"
        );
    });
}

#[test]
fn a_page_of_thousands_of_gaps_tells_each_in_fewer_elements() {
    let mut yaml = "organization: Big Co.\ncontrols:\n".to_owned();
    for at in 0..400 {
        yaml += &format!("  - {{ id: C-{at}, name: Look {at}, criteria: [CC6.1], status: implemented }}\n");
    }
    assess(&yaml, |assessment| {
        assert!(assessment.gaps.len() > 1000, "{}", assessment.gaps.len());
        let html = html(assessment);
        assert!(html.contains("<main id=\"main\" class=\"large\">"));
        assert!(!html.contains("<table class=\"working\">"));
        assert_eq!(html.matches("<ul class=\"working\">").count(), assessment.gaps.len());
    });
    assess(SMALL, |assessment| {
        let html = html(assessment);
        assert!(html.contains("<main id=\"main\">"));
        assert_eq!(html.matches("<table class=\"working\">").count(), assessment.gaps.len());
    });
}
