//! What the ids of clauses look like in each framework, in the spellings people write.
//!
//! Only the shape is known here. A framework has more clauses than a crosswalk lists, and parts of clauses beside them.

use crate::model::framework::Framework;

/// The families of NIST SP 800-53.
const FAMILIES: [&str; 20] = [
    "AC", "AT", "AU", "CA", "CM", "CP", "IA", "IR", "MA", "MP", "PE", "PL", "PM", "PS", "PT", "RA", "SA", "SC", "SI",
    "SR",
];
/// The categories of the NIST CSF 2.0.
const CATEGORIES: [&str; 22] = [
    "GV.OC", "GV.RM", "GV.RR", "GV.PO", "GV.OV", "GV.SC", "ID.AM", "ID.RA", "ID.IM", "PR.AA", "PR.AT", "PR.DS",
    "PR.PS", "PR.IR", "DE.CM", "DE.AE", "RS.MA", "RS.AN", "RS.CO", "RS.MI", "RC.RP", "RC.CO",
];

/// How many controls the themes 5 to 8 of Annex A have.
const ANNEX_A: [u16; 4] = [37, 8, 14, 34];
/// How many safeguards each of the 18 CIS Controls has.
const SAFEGUARDS: [u16; 18] = [5, 7, 14, 12, 6, 8, 7, 12, 7, 7, 5, 8, 11, 9, 7, 14, 9, 5];
/// The highest number of a subcategory of the NIST CSF in any category.
const SUBCATEGORIES: u16 = 11;

/// The id of a clause as its framework writes it, from an id as people write it; nothing where it has not the shape of one.
#[must_use]
pub fn clause(framework: Framework, text: &str) -> Option<String> {
    let text: String = text.chars().filter(|c| !c.is_whitespace() && *c != '§').collect();
    match framework {
        Framework::Iso27001 => iso(&text.to_uppercase()),
        Framework::NistCsf => csf(&text.to_uppercase()),
        Framework::Nist80053 => sp_800_53(&text.to_uppercase()),
        Framework::Hipaa => hipaa(&text),
        Framework::Gdpr => gdpr(&text.to_lowercase()),
        Framework::Cis => cis(&text.to_uppercase()),
        Framework::PciDss => pci(&text.to_uppercase()),
    }
}

fn iso(text: &str) -> Option<String> {
    let text = ["CLAUSE", "ANNEX"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    if let Some(rest) = text.strip_prefix('A') {
        let parts = numbers(rest.strip_prefix('.').unwrap_or(rest))?;
        return match *parts {
            [theme @ 5..=8, control] => Some(format!("A.{theme}.{control}")),
            _ => None,
        };
    }
    match *numbers(text)? {
        [clause @ 4..=10, part @ 1..=5] => Some(format!("{clause}.{part}")),
        [clause @ 4..=10, part @ 1..=5, below @ 1..=5] => Some(format!("{clause}.{part}.{below}")),
        _ => None,
    }
}

fn csf(text: &str) -> Option<String> {
    let category = CATEGORIES.iter().find(|category| text.starts_with(**category))?;
    match text.strip_prefix(category)? {
        "" => Some((*category).to_owned()),
        rest => {
            let digits = rest.strip_prefix(['-', '.'])?;
            let number = number(digits.strip_prefix('0').unwrap_or(digits))?;
            Some(format!("{category}-{number:02}"))
        }
    }
}

fn sp_800_53(text: &str) -> Option<String> {
    let family = FAMILIES.iter().find(|family| text.starts_with(**family))?;
    let rest = text.strip_prefix(family)?;
    let rest = rest.strip_prefix('-').unwrap_or(rest);
    let plain = |digits: &str| number(digits.strip_prefix('0').unwrap_or(digits));
    match rest.split_once('(') {
        None => Some(format!("{family}-{}", plain(rest)?)),
        Some((control, enhancement)) => {
            Some(format!("{family}-{}({})", plain(control)?, plain(enhancement.strip_suffix(')')?)?))
        }
    }
}

/// A section and what stands in brackets behind it: a letter, a number, a Roman number, a capital letter.
fn hipaa(text: &str) -> Option<String> {
    let text = text.strip_prefix("45CFR").unwrap_or(text);
    let (section, rest) = text.split_at_checked(text.find('(').unwrap_or(text.len()))?;
    let of_the_rule = matches!(*numbers(section)?, [164, 302..=318]);
    let levels = brackets(rest)?;
    let fits = |(level, part): (usize, &&str)| match level {
        0 => part.chars().all(|c| c.is_ascii_lowercase()),
        1 => number(part).is_some(),
        2 => part.chars().all(|c| matches!(c, 'i' | 'v' | 'x')),
        3 => part.chars().all(|c| c.is_ascii_uppercase()),
        _ => false,
    };
    (of_the_rule && levels.iter().enumerate().all(fits)).then(|| text.to_owned())
}

fn gdpr(text: &str) -> Option<String> {
    let text = ["article", "art.", "art"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let (article, rest) = text.split_at_checked(text.find('(').unwrap_or(text.len()))?;
    let known = number(article).is_some_and(|article| article <= 99);
    let levels = brackets(rest)?;
    let fits = levels.len() <= 3 && levels.iter().all(|part| part.chars().all(|c| c.is_ascii_alphanumeric()));
    (known && fits).then(|| format!("Art.{article}{rest}"))
}

fn cis(text: &str) -> Option<String> {
    let text = text.strip_prefix("CIS").unwrap_or(text);
    match *numbers(text)? {
        [control @ 1..=18, safeguard @ 1..=14] => Some(format!("{control}.{safeguard}")),
        _ => None,
    }
}

fn pci(text: &str) -> Option<String> {
    let text = ["REQUIREMENT", "REQ.", "REQ"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let appendix = text.strip_prefix('A');
    let parts = numbers(appendix.unwrap_or(text))?;
    let fits = match (appendix, parts.first()) {
        (Some(_), Some(1..=3)) => (1..=4).contains(&parts.len()),
        (None, Some(1..=12)) => (2..=4).contains(&parts.len()),
        _ => false,
    };
    fits.then(|| text.to_owned())
}

/// Whether an edition goes as far as a clause: theme 5 of Annex A ends at `A.5.37`. Where only the publisher's text could tell,
/// it is taken to.
#[must_use]
pub fn is_within(framework: Framework, clause: &str) -> bool {
    let many = |counts: &[u16], at: u16| counts.get(usize::from(at)).copied().unwrap_or_default();
    match (framework, clause.strip_prefix("A.").unwrap_or(clause).split_once('.')) {
        (Framework::Iso27001, Some((theme, control))) if clause.starts_with("A.") => {
            let theme = number(theme).unwrap_or_default();
            number(control).is_some_and(|control| control <= many(&ANNEX_A, theme.saturating_sub(5)))
        }
        (Framework::Cis, Some((control, safeguard))) => {
            let control = number(control).unwrap_or_default();
            number(safeguard).is_some_and(|safeguard| safeguard <= many(&SAFEGUARDS, control.saturating_sub(1)))
        }
        (Framework::NistCsf, _) => clause
            .split_once('-')
            .is_none_or(|(_, subcategory)| subcategory.parse().is_ok_and(|number: u16| number <= SUBCATEGORIES)),
        _ => true,
    }
}

/// What stands in brackets, one behind the other, and nothing else: `(a)(1)`.
fn brackets(text: &str) -> Option<Vec<&str>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (part, after) = rest.strip_prefix('(')?.split_once(')')?;
        if part.is_empty() || part.chars().count() > 4 {
            return None;
        }
        parts.push(part);
        rest = after;
    }
    Some(parts)
}

/// Numbers with points between.
fn numbers(text: &str) -> Option<Vec<u16>> {
    text.split('.').map(number).collect()
}

/// A number from one on, without a zero or a sign before it.
fn number(text: &str) -> Option<u16> {
    let plain = !text.starts_with('0') && text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// Whether a clause is a part of another: `8.3.6` of `8.3`, `AC-2(3)` of `AC-2`, `164.308(a)(3)(i)` of `164.308(a)(3)`.
#[must_use]
pub fn is_part(clause: &str, of: &str) -> bool {
    clause.strip_prefix(of).is_some_and(|rest| rest.starts_with(['.', '(', '-']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spellings_people_write_become_the_one_of_the_framework() {
        use Framework::{Cis, Gdpr, Hipaa, Iso27001, Nist80053, NistCsf, PciDss};
        let cases = [
            (Iso27001, "A.5.15", Some("A.5.15")),
            (Iso27001, " annex a 5.15", Some("A.5.15")),
            (Iso27001, "a5.15", Some("A.5.15")),
            (Iso27001, "6.1.2", Some("6.1.2")),
            (Iso27001, "Clause 10.2", Some("10.2")),
            (Iso27001, "5.15", None),
            (Iso27001, "A.9.2.3", None),
            (Iso27001, "A.9.2", None),
            (Iso27001, "A.5.0", None),
            (NistCsf, "pr.aa-5", Some("PR.AA-05")),
            (NistCsf, "PR.AA-05", Some("PR.AA-05")),
            (NistCsf, "PR.AA", Some("PR.AA")),
            (NistCsf, "PR.AC-1", None),
            (NistCsf, "PR.AA-005", None),
            (Nist80053, "ac-02 (3)", Some("AC-2(3)")),
            (Nist80053, "AC2", Some("AC-2")),
            (Nist80053, "XX-2", None),
            (Nist80053, "AC-2(3", None),
            (Hipaa, "45 CFR § 164.308(a)(1)(ii)(A)", Some("164.308(a)(1)(ii)(A)")),
            (Hipaa, "164.308(A)(1)", None),
            (Hipaa, "164.502(a)", None),
            (Gdpr, "Article 32(1)(b)", Some("Art.32(1)(b)")),
            (Gdpr, "32", Some("Art.32")),
            (Gdpr, "Art. 100", None),
            (Gdpr, "Art.32()", None),
            (Cis, "CIS 5.3", Some("5.3")),
            (Cis, "19.1", None),
            (PciDss, "Req. 8.3.6", Some("8.3.6")),
            (PciDss, "8", None),
            (PciDss, "A1.1.2", Some("A1.1.2")),
            (PciDss, "13.1", None),
        ];
        for (framework, written, expected) in cases {
            assert_eq!(clause(framework, written).as_deref(), expected, "{framework} {written}");
        }
    }

    #[test]
    fn an_edition_ends_where_it_ends() {
        let ends = [
            (Framework::Iso27001, ["A.5.37", "A.6.8", "A.7.14", "A.8.34"], ["A.5.38", "A.6.9", "A.7.15", "A.8.35"]),
            (Framework::Cis, ["1.5", "3.14", "13.11", "18.5"], ["1.6", "3.15", "13.12", "18.6"]),
            (
                Framework::NistCsf,
                ["PR.DS-11", "GV.SC-10", "GV.OC", "GV.OC-01"],
                ["GV.OC-12", "PR.DS-99", "PR.DS-100", "ID.AM-55"],
            ),
            (Framework::Nist80053, ["AC-2", "AC-2(3)", "SC-51", "PM-32"], ["", "", "", ""]),
        ];
        for (framework, within, beyond) in ends {
            assert!(within.iter().all(|id| is_within(framework, id)), "{within:?}");
            assert!(beyond.iter().all(|id| id.is_empty() || !is_within(framework, id)), "{beyond:?}");
        }
        assert!(is_within(Framework::Iso27001, "6.1.2") && is_within(Framework::Iso27001, "10.2"));
    }

    #[test]
    fn a_part_goes_on_behind_a_mark() {
        assert!(is_part("8.3.6", "8.3") && is_part("AC-2(3)", "AC-2") && is_part("PR.AA-05", "PR.AA"));
        assert!(!is_part("A.5.15", "A.5.1") && !is_part("8.3", "8.3") && !is_part("AC-20", "AC-2"));
    }
}
