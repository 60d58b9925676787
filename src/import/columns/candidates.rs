//! What a column may be about, with how surely and why.

use crate::import::columns::content::Content;
use crate::import::columns::header::Header;
use crate::import::columns::vocabulary::ELSEWHERE;
use crate::import::columns::vocabulary::meanings;
use crate::import::criteria_ids::frameworks::Framework;
use crate::model::import::Field;

/// From how sure on a column is taken for something.
pub const ENOUGH: i32 = 40;
/// From how sure on a status is told to be one that would do, where another was taken.
const RIVAL: i32 = 20;
/// What a heading loses when only its last words are known.
const QUALIFIED: i32 = 25;

/// Something a column may be about.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// What.
    pub field: Field,
    /// How surely.
    pub score: i32,
    /// Why.
    pub why: String,
}

/// What a column may be about, by its heading first, by its cells where the heading says nothing.
pub fn candidates(header: &Header, content: &Content) -> Vec<Candidate> {
    let mut named = by_name(header, content);
    if named.is_empty() {
        named.extend(by_content(header, content));
    }
    named.retain(|candidate| {
        candidate.score >= ENOUGH || (candidate.field == Field::Status && candidate.score >= RIVAL)
    });
    named
}

fn by_name(header: &Header, content: &Content) -> Vec<Candidate> {
    let mut found = named(header);
    if header.framework == Framework::Soc2 && !found.iter().any(|(field, _)| *field == Field::Criteria) {
        found.push((Field::Criteria, 80));
    }
    let candidates = found.into_iter().map(|(field, rank)| {
        let foreign = if header.framework == Framework::Other { 45 } else { 0 };
        Candidate { field, score: rank - foreign + weight(field, rank, content), why: "by its name".to_owned() }
    });
    let mut candidates: Vec<Candidate> = candidates.map(|candidate| settled(candidate, content)).collect();
    if header.framework == Framework::Other {
        candidates.retain(|candidate| candidate.field != Field::Criteria);
    }
    candidates
}

/// The meanings of a heading: of all its words, else of its last ones.
fn named(header: &Header) -> Vec<(Field, i32)> {
    let phrase = header.phrase();
    let whole: Vec<(Field, i32)> = meanings(&phrase).collect();
    if !whole.is_empty() {
        return whole;
    }
    if header.nested {
        // What lies in another thing is about that thing; only criteria are looked for wherever they stand.
        let last = header.last.join(" ");
        return meanings(&last)
            .filter(|(field, _)| *field == Field::Criteria)
            .map(|(field, rank)| (field, rank - 10))
            .collect();
    }
    let before_of: Vec<String> = header.words.iter().take_while(|word| *word != "of").cloned().collect();
    let phrases = [header.words.as_slice(), before_of.as_slice()];
    phrases.into_iter().map(last_words).find(|found| !found.is_empty()).unwrap_or_default()
}

/// The meanings of the longest end of a phrase that has any, less what the words before it take away.
fn last_words(words: &[String]) -> Vec<(Field, i32)> {
    let ends = (0..words.len()).filter_map(|at| words.split_at_checked(at));
    for (before, end) in ends {
        let end = end.join(" ");
        let found: Vec<(Field, i32)> = meanings(&end).collect();
        if !found.is_empty() {
            let qualified = if before.is_empty() { 0 } else { QUALIFIED };
            return found
                .into_iter()
                .map(|(field, rank)| (field, rank - qualified - elsewhere(field, before)))
                .collect();
        }
    }
    Vec::new()
}

fn elsewhere(field: Field, before: &[String]) -> i32 {
    let of_field = ELSEWHERE.iter().filter(|(of, _, _)| *of == field);
    of_field
        .filter(|(_, _, words)| before.iter().any(|word| words.split(" | ").any(|known| known == word)))
        .map(|(_, loss, _)| *loss)
        .sum()
}

/// What the cells add to a heading or take from it.
fn weight(field: Field, rank: i32, content: &Content) -> i32 {
    if content.filled == 0 {
        // An empty column is taken only where its heading leaves no doubt.
        return if rank < 95 {
            -60
        } else if matches!(field, Field::Name | Field::Description) {
            -20
        } else {
            0
        };
    }
    match field {
        Field::Id if content.most(content.id_like, 80) => {
            if rank == 50 {
                40
            } else {
                5
            }
        }
        Field::Id if !content.most(content.id_like, 50) => -60,
        Field::Name if rank == 75 && content.most(content.id_like, 90) && content.distinct * 2 > content.filled => -60,
        Field::Name if content.most(content.id_like, 90) => -35,
        Field::Criteria if content.most(content.alone, 60) => 25,
        Field::Criteria if content.criteria == 0 || (rank < 100 && !content.most(content.criteria, 20)) => -100,
        Field::Status if !content.most(content.statuses, 1) => -40,
        Field::Frequency if !content.most(content.frequencies, 1) => -40,
        Field::Kind if !content.most(content.kinds, 50) => -100,
        Field::Since if !content.most(content.dates, 50) => -100,
        _ => 0,
    }
}

/// Evidence that names no place is evidence somebody would like to see.
fn settled(candidate: Candidate, content: &Content) -> Candidate {
    let held = candidate.field != Field::Evidence || content.whereabouts > 0 || content.filled == 0;
    if held { candidate } else { Candidate { field: Field::EvidenceWanted, ..candidate } }
}

fn by_content(header: &Header, content: &Content) -> Option<Candidate> {
    if header.framework == Framework::Other || content.filled == 0 {
        return None;
    }
    let told = |field, score, counted: usize, are: &str| {
        Some(Candidate { field, score, why: format!("by its content: {} of {} cells {are}", counted, content.filled) })
    };
    if content.most(content.alone, 60) && likely_criteria(content) {
        return told(Field::Criteria, 55, content.criteria, "are criterion ids");
    }
    if content.filled >= 3 && content.most(content.plain_statuses, 80) {
        return told(Field::Status, 45, content.plain_statuses, "say a status");
    }
    if content.filled >= 3 && content.most(content.plain_frequencies, 80) && !header.nested {
        return told(Field::Frequency, 45, content.plain_frequencies, "say a frequency");
    }
    None
}

/// Whether ids are those of criteria rather than somebody's own that happen to look alike.
pub fn likely_criteria(content: &Content) -> bool {
    content.common > 0 || content.existing * 4 >= content.criteria * 3
}
