//! The working, by hand: what phrases count for, what hides what, and what becomes of it.

use gapcheck::load::catalog::bundled;
use gapcheck::propose::lexicon::{Concept, Confidence, Fitted, Step};
use gapcheck::propose::{Proposer, Ranked, Text};

/// Three concepts in words that no catalog has: one for CC6.1, one for CC6.2, one for both.
const LEXICON: &str = "
- { about: zorp, say: [zorp, zorp quux], for: { CC6.1/encryption: 10 } }
- { about: quux, say: [quux], for: { CC6.2: 10 } }
- { about: flim, say: [flim flam flom], ids: [fl], for: { CC6.1: 5, CC6.2/account-approval: 10 } }
";

fn lexicon() -> Vec<Concept> {
    serde_yaml::from_str(LEXICON).expect("a lexicon")
}

/// What speaks for each criterion, in thousandths.
fn shares(fitted: &Fitted, text: &Text<'_>) -> Vec<(String, u16)> {
    let (catalog, lexicon) = (bundled().unwrap(), lexicon());
    let ranked = Proposer::new(&catalog, &lexicon, fitted).ranked(text);
    ranked.iter().map(|Ranked { position, share }| (catalog.criteria[*position].id.to_string(), *share)).collect()
}

#[track_caller]
fn assert_shares(text: &Text<'_>, expected: &[(&str, u16)]) {
    let shares = shares(&Fitted::default(), text);
    assert_eq!(shares, expected.iter().map(|(id, share)| ((*id).to_owned(), *share)).collect::<Vec<_>>());
}

#[test]
fn a_phrase_counts_by_its_place() {
    // 2 in a name, 1 in a description, 1/4 in the title of evidence, 1/2 in an id; with 3 for doubt in each sum.
    assert_shares(&Text { name: "Zorps", ..Text::default() }, &[("CC6.1", 400)]);
    assert_shares(&Text { description: "the zorp", ..Text::default() }, &[("CC6.1", 250)]);
    assert_shares(&Text { evidence: vec!["zorp"], ..Text::default() }, &[("CC6.1", 76)]);
    // (1/2 × 1) / (1/2 × 1.5 + 3) and (1/2 × 0.5) / (1/2 × 1.5 + 3)
    assert_shares(&Text { id: "FL-12", ..Text::default() }, &[("CC6.2", 133), ("CC6.1", 66)]);
    assert_shares(&Text { id: "flow-12", ..Text::default() }, &[]);
    // The strongest place counts, not the sum of them.
    assert_shares(
        &Text { name: "Zorp", description: "zorp, zorp and zorp", evidence: vec!["zorp"], ..Text::default() },
        &[("CC6.1", 400)],
    );
}

#[test]
fn a_longer_phrase_counts_for_more_and_hides_what_lies_within() {
    // 2 × 1.5 / (3 + 3); `quux` alone speaks no more.
    assert_shares(&Text { name: "zorp quux", ..Text::default() }, &[("CC6.1", 500)]);
    assert_shares(&Text { name: "quux of the zorp", ..Text::default() }, &[("CC6.1", 500)]);
    assert_shares(&Text { name: "quux blah zorp", ..Text::default() }, &[("CC6.1", 500)]);
    // With two words between they are two phrases of one word: 2 / (4 + 3) each, in the order of the catalog.
    assert_shares(&Text { name: "quux blah blah zorp", ..Text::default() }, &[("CC6.1", 285), ("CC6.2", 285)]);
    // `quux` stands once within and once apart.
    assert_shares(
        &Text { name: "zorp quux", description: "blah blah quux", ..Text::default() },
        &[("CC6.1", 428), ("CC6.2", 142)],
    );
    // 2 × 2 × (0.5 and 1) / (6 + 3), in any order and any ending.
    assert_shares(&Text { name: "Floms flimming flam", ..Text::default() }, &[("CC6.2", 444), ("CC6.1", 222)]);
}

#[test]
fn fitted_weights_take_the_place_of_those_in_the_lexicon() {
    let fitted: Fitted =
        serde_yaml::from_str("weights: { zorp: { CC6.1: 500, CC6.2: 250 } }\ndescribed: []\nnamed: []\nlater: []\n")
            .unwrap();
    let shares = shares(&fitted, &Text { name: "zorp", ..Text::default() });
    // 2 × 0.5 / (1.5 + 3) and 2 × 0.25 / (1.5 + 3)
    assert_eq!(shares, [("CC6.1".to_owned(), 222), ("CC6.2".to_owned(), 111)]);
}

#[test]
fn confidence_is_the_step_that_the_share_has_reached() {
    let (catalog, lexicon) = (bundled().unwrap(), lexicon());
    let step = |from, percent| Step { from, percent };
    let fitted = Fitted {
        confidence: Confidence {
            named: vec![step(100, 30), step(222, 55), step(444, 90)],
            described: vec![step(0, 66)],
            later: vec![step(0, 3), step(222, 12)],
        },
        ..Fitted::default()
    };
    let proposer = Proposer::new(&catalog, &lexicon, &fitted);
    let told = |name: &str| {
        let proposals = proposer.proposals(&Text { name, ..Text::default() });
        proposals.iter().map(|one| (one.criterion.to_string(), one.confidence)).collect::<Vec<_>>()
    };
    let both = |first, later| vec![("CC6.2".to_owned(), first), ("CC6.1".to_owned(), later)];
    assert_eq!(told("flim flam flom"), both(90, 12));
    assert_eq!(told("zorp"), [("CC6.1".to_owned(), 55)]);
    // 2 / (4 + 3) for each: the second is of the steps for those after the best.
    assert_eq!(told("quux and blah blah zorp"), [("CC6.1".to_owned(), 55), ("CC6.2".to_owned(), 12)]);
    assert_eq!(told("nothing at all"), []);
    let described = proposer.proposals(&Text { name: "zorp", description: "blah", ..Text::default() });
    assert_eq!(described[0].confidence, 66, "a control with a description has steps of its own");
}

#[test]
fn below_what_is_worth_telling_nothing_is_told() {
    let (catalog, lexicon) = (bundled().unwrap(), lexicon());
    let told = |first, later| {
        let step = |percent| vec![Step { from: 0, percent }];
        let confidence = Confidence { named: step(first), later: step(later), ..Confidence::default() };
        let fitted = Fitted { confidence, ..Fitted::default() };
        let proposer = Proposer::new(&catalog, &lexicon, &fitted);
        proposer.proposals(&Text { name: "flim flam flom", ..Text::default() }).len()
    };
    assert_eq!((told(30, 10), told(30, 9), told(29, 10)), (2, 1, 0));
}

#[test]
fn the_point_of_focus_is_the_one_that_the_concept_names() {
    let (catalog, lexicon) = (bundled().unwrap(), lexicon());
    let steps = vec![Step { from: 0, percent: 50 }];
    let confidence = Confidence { named: steps.clone(), described: steps, later: Vec::new() };
    let fitted = Fitted { confidence, ..Fitted::default() };
    let proposer = Proposer::new(&catalog, &lexicon, &fitted);
    let point = |name: &str, description: &str| {
        let proposals = proposer.proposals(&Text { name, description, ..Text::default() });
        proposals.first().and_then(|one| one.point.clone())
    };
    assert_eq!(point("zorp", "").as_deref(), Some("encryption"));
    assert_eq!(point("flim flam flom", "").as_deref(), Some("account-approval"));
    assert_eq!(point("quux", ""), None, "nothing speaks for one of them in particular");
    // All words of the title and the question of a point of CC6.2, and no concept that names one.
    let words = "Disabling stale credentials that should no longer work, switched off or destroyed";
    assert_eq!(point("quux", words).as_deref(), Some("stale-credentials"));
}
