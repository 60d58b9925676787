//! `gapcheck explain` of a Type II inventory: criterion, controls, occurrences, evidence, tests, verdicts, with dates and
//! files.
#![allow(
    clippy::as_conversions,
    clippy::cast_possible_truncation,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::format_push_string,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stderr,
    clippy::print_stdout,
    clippy::string_slice,
    clippy::too_many_lines,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

mod observed;

use gapcheck::assess::rule::infos;
use gapcheck::load::catalog::{bundled, glossary};
use gapcheck::model::assessment::Assessment;
use gapcheck::model::verdict::Verdict;
use gapcheck::report::explain::{Knowledge, Page, explain};
use gapcheck::text::wrap::width as cells;
use observed::{INVENTORY, at, sequences, with};

fn page(thing: &str, assessment: &Assessment<'_>) -> Page {
    let (catalog, terms, rules) = (bundled().expect("the catalog"), glossary().expect("the glossary"), infos());
    let knowledge = Knowledge { catalog: &catalog, rules: &rules, terms: &terms };
    explain(Some(thing), &knowledge, Some(assessment)).unwrap_or_else(|unknown| panic!("{thing}: {unknown}"))
}

/// The sections of a page from one heading up to another.
fn between(page: &str, from: &str, to: &str) -> String {
    let from = page.find(from).unwrap_or_else(|| panic!("no {from} in\n{page}"));
    let to = page[from..].find(to).unwrap_or_else(|| panic!("no {to} in\n{page}"));
    page[from..from + to].trim_end().to_owned()
}

const RESTORE: &str = "\
# RT-01: Restore exercise

Each quarter Sam Poe restores a copy of production and signs the record.

- **Status:** implemented. In place as described.
- **Since:** 2025-06-01
- **Owner:** Jane Roe
- **Performer:** Sam Poe
- **Kind:** procedure
- **Execution:** manual
- **Frequency:** quarterly
- **Systems:** all systems in scope
- **Not said:** nature

## How it stands

- **Design:** no gap identified
  - It is supported by an approved document, evidence in date and a test of design.
- **Operation:** gap
  - A test found that it did not operate as described, and no later one found it effective.
- **Test:** A concluded test of operation in the period is on file.

## Operation in the period

- **In place:** through the whole period, 2026-01-01 to 2026-12-31.
- **Frequency:** quarterly; what shows an occurrence may come in up to 15 days after its end (a convention; ask your auditor).
- **Occurrences:** 4 occurrences: 2 evidenced, 1 missed, 1 not due yet.

| Occurrence | State | Due by | Shown by |
| --- | --- | --- | --- |
| 2026-01-01 to 2026-03-31 | evidenced | 2026-04-15 | First quarter |
| 2026-04-01 to 2026-06-30 | missed | 2026-07-15 | nothing on file |
| 2026-07-01 to 2026-09-30 | evidenced | 2026-10-15 | Third quarter |
| 2026-10-01 to 2026-12-31 | not due yet | 2027-01-15 | nothing yet |

## Evidence

- **To come:** dated ahead: 2026-12-01 lies after the day of the assessment, 2026-11-22. It lies behind `https://x.example/december`, which was not looked up.
  - It was collected on 2026-12-01.
  - It shows no occurrence: nothing can be shown before it was.
- **Third quarter (record):** in date. It speaks of time up to 2026-09-30; evidence of a control of frequency `quarterly` is in date for 110 days: until 2027-01-18, and 2026-11-22 is the day it must be in date for. It lies behind `https://x.example/q3`, which was not looked up.
  - It covers 2026-07-01 to 2026-09-30 and was collected on 2026-10-02.
  - It shows the occurrence 2026-07-01 to 2026-09-30.
- **Turn of the half:** out of date. It speaks of time up to 2026-07-01; evidence of a control of frequency `quarterly` is in date for 110 days: until 2026-10-19, 34 days before 2026-11-22, the day it must be in date for. It lies behind `https://x.example/half`, which was not looked up.
  - It covers 2026-06-30 to 2026-07-01.
  - It shows no occurrence: it neither covers half of one nor lies for its most part within one.
- **Lost:** not there: no file that could be read lies where the inventory says. Its path is `evidence/lost.txt`.
  - It was collected on 2026-05-07.
  - It shows no occurrence: nobody can be shown it.
- **Changed:** altered: the file is not the one whose SHA-256 was recorded. Its path is `evidence/changed.txt`.
  - It was collected on 2026-05-06.
  - It shows no occurrence: it is not what was recorded.
- **How to restore (policy):** out of date. It speaks of time up to 2026-05-05; evidence of a control of frequency `quarterly` is in date for 110 days: until 2026-08-23, 91 days before 2026-11-22, the day it must be in date for. It lies behind `https://x.example/how`, which was not looked up.
  - It was collected on 2026-05-05.
  - It shows no occurrence: a written rule says what is to be done, not that it was.
- **First quarter (record):** out of date. It speaks of time up to 2026-03-31; evidence of a control of frequency `quarterly` is in date for 110 days: until 2026-07-19, 126 days before 2026-11-22, the day it must be in date for. Its path is `evidence/q1.txt`.
  - It covers 2026-01-01 to 2026-03-31, was collected on 2026-04-03 and comes from Ticket 7.
  - It shows the occurrence 2026-01-01 to 2026-03-31.
- **Year before:** out of date. It speaks of time up to 2025-12-31; evidence of a control of frequency `quarterly` is in date for 110 days: until 2026-04-20, 216 days before 2026-11-22, the day it must be in date for. It lies behind `https://x.example/2025`, which was not looked up.
  - It covers 2025-10-01 to 2025-12-31 and was collected on 2026-01-04.
  - It shows no occurrence: it speaks of 2025-10-01 to 2025-12-31, outside the period, 2026-01-01 to 2026-12-31.
- **Some time:** on file, but it supports nothing: neither `collected` nor `covers` says what time it speaks of. It lies behind `https://x.example/some`, which was not looked up.
  - It says neither when it was taken nor from where.
  - It shows no occurrence: nobody can tell of what time it speaks.

## Tests

The test of design of 2026-03-01 found it effective; that counts for 365 days, until 2027-03-01.

- **Test of operation:** on 2026-12-05, by nobody named, concluded `effective`.
  - **Counts:** no: 2026-12-05 lies after the day of the assessment, 2026-11-22.
  - **Tester:** not named, so that nobody can tell whether somebody independent tested.
- **Test of operation:** on 2026-11-20, by Alex Doe, without a conclusion.
  - **Counts:** no: it has no conclusion.
  - **Tester:** Alex Doe neither answers for the control nor does it.
- **Test of operation:** on 2026-10-20, by Alex Doe, of 2026-07-01 to 2026-09-30, concluded `effective`.
  - **Population:** 3 items. Not said: source, day of retrieval and whether it is complete.
  - **Sample:** every item of 3, `all`. The convention asks for 2, 2 or 3 by risk, low to high, never for more than there are; ask your auditor.
  - **Tester:** Alex Doe neither answers for the control nor does it.
- **Test of operation:** on 2026-04-20, by Sam Poe, of 2026-01-01 to 2026-03-31, concluded `exception`, with 1 exception, resolved.
  - **Population:** 3 items, from Ticket list, retrieved on 2026-04-19, checked to be complete.
  - **Sample:** 2 items of 3, `random`, seed 7. The convention asks for 2, 2 or 3 by risk, low to high, never for more than there are; ask your auditor.
  - **Exception copy-2:** Took nine hours instead of four. Root cause: A slow disk. Resolved on 2026-05-01.
  - **Retest:** passed on 2026-10-20. What was found before stays found.
  - **Tester:** Sam Poe is the performer of the control, and so not independent.
- **Test of design:** on 2026-03-01, by Alex Doe, concluded `effective`.
  - **Tester:** Alex Doe neither answers for the control nor does it.
- **Test of operation:** on 2025-12-10, by Alex Doe, of 2025-07-01 to 2025-09-30, concluded `effective`.
  - **Counts:** no: it speaks of 2025-07-01 to 2025-09-30, outside the period, 2026-01-01 to 2026-12-31.
  - **Tester:** Alex Doe neither answers for the control nor does it.
- **Test of operation:** without a date, by Jane Roe, concluded `deficient`.
  - **Counts:** at most against the control: nobody can tell when it was done.
  - **Retest:** none that found the control effective is on file.
  - **Tester:** Jane Roe is the owner of the control, and so not independent.

## Documents

- **`POL` Recovery policy:** approved by Alex Doe on 2026-02-01.

## Criteria

| Criterion | Design | Operation | Title |
| --- | --- | --- | --- |
| `A1.3` | partial | partial | Exercising recovery plans |
";

#[test]
fn a_control_tells_its_occurrences_and_what_shows_them() {
    with(INVENTORY, |assessment| {
        // Due fifteen days after each quarter. Fresh for 110 days: 30 September and 110 days is 18 January, 1 July 19
        // October, 5 May 23 August, 31 March 19 July, 31 December 20 April.
        assert_eq!(page("RT-01", assessment).markdown(), RESTORE);
    });
}

#[test]
fn many_occurrences_are_told_in_runs() {
    with(INVENTORY, |assessment| {
        // 26 October is a Monday. Fourteen days shown up to 8 November; then five working days, a weekend and three days
        // of which the third fell due on 21 November; from 19 November on the grace of three days is not over.
        let expected = "## Operation in the period\n\n\
            - **In place:** from 2026-10-26 on, after the period had begun on 2026-01-01.\n\
            - **Frequency:** daily; what shows an occurrence may come in up to 3 days after its end (a convention; ask your \
            auditor).\n\
            - **Occurrences:** 67 occurrences: 14 evidenced, 8 missed, 2 where nothing called for it, 43 not due \
            yet.\n\
            - **Strip:** ■■■■■■ ■■■■■■■■×××××○○×××············ ·······························\n  \
              - ■ evidenced, × missed, ○ no occurrence, · not due yet, or cut short and so never due; a blank between months\n\n\
            | Occurrence | State | Due by | Shown by |\n| --- | --- | --- | --- |\n\
            | 2026-10-26 to 2026-11-08 | 14 evidenced | 2026-11-11 | Log of two weeks |\n\
            | 2026-11-09 to 2026-11-18 | 8 missed | 2026-11-21 | nothing on file; weekends between |\n\
            | 2026-11-19 to 2026-12-31 | 43 not due yet | 2027-01-03 | nothing yet |";
        let copies = page("BK-01", assessment);
        assert_eq!(between(&copies.markdown(), "## Operation in", "\n## Evidence"), expected);
        assert!(copies.markdown().contains("\n  - It shows 14 occurrences, 2026-10-26 to 2026-11-08.\n"));
        let why = "- **Operation:** partial\n  - 8 occurrences were missed.\n  - It was in place only from 2026-10-26 on, \
            after the period had begun.\n";
        assert!(copies.markdown().contains(why), "{}", copies.markdown());
        // The table stays a table on a terminal of eighty columns.
        let plain = anstream::adapter::strip_str(&copies.terminal(80)).to_string();
        let row = "\n  2026-11-09 to 2026-11-18  8 missed        2026-11-21  nothing on file;\n";
        assert!(plain.contains(row), "{plain}");
    });
}

#[test]
fn a_recorded_zero_is_told_with_who_says_so() {
    with(INVENTORY, |assessment| {
        let text = page("FO-01", assessment).markdown();
        let expected = "## Operation in the period\n\n\
            - **In place:** through the whole period, 2026-01-01 to 2026-12-31.\n\
            - **Frequency:** per-event; what shows an occurrence may come in up to 15 days after its end (a convention; ask \
            your auditor).\n\
            - **Occurrences:** 1 occurrence: nothing called for it.\n\
            - **Recorded zero:** nothing called for it from 2026-01-01 to 2026-09-30, says Incidents.\n\
            - **Recorded zero:** nothing called for it from 2026-01-01 to 2026-10-31, says the test of 2026-11-01 with nothing \
            to test.\n\n\
            | Occurrence | State | Due by | Shown by |\n| --- | --- | --- | --- |\n\
            | 2026-01-01 to 2026-12-31 | no occurrence | 2027-01-15 | Incidents and the test of 2026-11-01 with nothing to \
            test |";
        assert_eq!(between(&text, "## Operation in", "\n## Evidence"), expected);
        for part in [
            "  - It covers 2026-01-01 to 2026-09-30, was collected on 2026-10-01 and lists 0 items.\n  - It records that \
             nothing called for the control from 2026-01-01 to 2026-09-30.\n",
            "  - **Population:** 0 items, from Incident log, retrieved on 2026-11-01, checked to be complete. Nothing called \
             for the control.\n",
            "- **Operation:** no gap identified\n  - Whatever was due so far is shown, and no deviation is unresolved.\n",
        ] {
            assert!(text.contains(part), "no {part:?} in\n{text}");
        }
    });
}

#[test]
fn a_zero_beside_evidence_of_a_run_says_so() {
    let yaml = INVENTORY.replace(
        "evidence: [{ title: Incidents,",
        "evidence: [{ title: Fail-over of May, url: \"https://x.example/may\", covers: 2026-05-04, collected: 2026-05-05 }, \
         { title: Incidents,",
    );
    with(&yaml, |assessment| {
        let text = page("FO-01", assessment).markdown();
        for part in [
            "- **Occurrences:** 1 occurrence: evidenced.\n",
            "  - It records that nothing called for the control from 2026-01-01 to 2026-09-30, but other evidence shows that it \
             ran.\n",
            "  - It covers 2026-05-04 and was collected on 2026-05-05.\n  - It shows the occurrence 2026-01-01 to \
             2026-12-31.\n",
        ] {
            assert!(text.contains(part), "no {part:?} in\n{text}");
        }
    });
}

#[test]
fn what_keeps_a_control_unverified_is_told() {
    let restore = |yaml: &str| {
        with(yaml, |assessment| {
            let at = at(assessment, "RT-01");
            assessment.controls[at].operation = Some(Verdict::Unverified);
            let text = page("RT-01", assessment).markdown();
            between(&text, "- **Operation:** unverified\n", "\n- **Test:**")
        })
    };
    let (start, _) = INVENTORY.split_once("    evidence:\n").expect("the evidence of the first control");
    let (_, others) = INVENTORY.split_once("\n  # In place for the last 67 days").expect("the second control");
    let with_only = |evidence: &str| format!("{start}{evidence}  #{others}");
    let rule = "    evidence: [{ title: How, kind: policy, url: \"https://x.example/how\", collected: 2026-05-05 }]\n";
    let nothing = "- **Operation:** unverified\n  - Nothing on file shows that it operated in the period: no evidence that speaks \
        of it, no concluded test.";
    assert_eq!(restore(&with_only("")), nothing);
    let ruled = format!("{nothing} A written rule is on file; it says what is to be done, not that it was.");
    assert_eq!(restore(&with_only(rule)), ruled);
    let later = with_only("").replace("start: 2026-01-01, end: 2026-12-31", "start: 2026-11-23, end: 2027-05-31");
    assert_eq!(
        restore(&later),
        "- **Operation:** unverified\n  - The observation period begins on 2026-11-23: it cannot have operated in it yet."
    );
}

#[test]
fn exceptions_are_counted_as_people_count_them() {
    let told = |exceptions: &[&str]| {
        let list: Vec<String> = exceptions.iter().map(|resolved| format!("{{ item: x, {resolved} }}")).collect();
        let ours = "exceptions: [{ item: copy-2, description: Took nine hours instead of four., root_cause: A slow disk, \
                    resolved: 2026-05-01 }]";
        assert!(INVENTORY.contains(ours));
        let yaml = INVENTORY.replace(ours, &format!("exceptions: [{}]", list.join(", ")));
        let yaml = yaml.replace("sample: { size: 2,", "sample: { size: 3,");
        with(&yaml, |assessment| {
            let text = page("RT-01", assessment).markdown();
            let line = text.lines().find(|line| line.contains("on 2026-04-20")).expect("the test");
            line.split_once("concluded `exception`").expect("its conclusion").1.to_owned()
        })
    };
    let (put_right, open) = ("resolved: 2026-05-01", "description: Still so.");
    assert_eq!(told(&[]), ".");
    assert_eq!(told(&[put_right]), ", with 1 exception, resolved.");
    assert_eq!(told(&[open]), ", with 1 exception, not resolved.");
    assert_eq!(told(&[put_right, put_right]), ", with 2 exceptions, both resolved.");
    assert_eq!(told(&[put_right, put_right, put_right]), ", with 3 exceptions, all resolved.");
    assert_eq!(told(&[put_right, open, put_right]), ", with 3 exceptions, 1 of them not resolved.");
    assert_eq!(told(&[open, open]), ", with 2 exceptions, none of them resolved.");
    // One to be put right after the day of the assessment is not.
    assert_eq!(told(&["resolved: 2026-11-23"]), ", with 1 exception, not resolved.");
}

#[test]
fn a_test_without_a_time_tested_speaks_of_its_day() {
    let yaml = INVENTORY.replace(
        "{ of: operation, date: 2025-12-10, by: alex, period: { start: 2025-07-01, end: 2025-09-30 }",
        "{ of: operation, date: 2025-12-10, by: alex",
    );
    with(&yaml, |assessment| {
        let text = page("RT-01", assessment).markdown();
        let counts = "  - **Counts:** no: it names no time tested, so it speaks of its day, 2025-12-10, outside the period, \
            2026-01-01 to 2026-12-31.\n";
        assert!(text.contains(counts), "{text}");
    });
}

#[test]
fn a_control_retired_before_the_period_speaks_for_nothing() {
    let yaml = INVENTORY.replace("until: 2026-02-14", "until: 2025-12-31");
    with(&yaml, |assessment| {
        let text = page("OLD-01", assessment).markdown();
        let stands = "- **Design:** gap\n  - It was in place up to 2025-12-31, so nothing can support it.\n\
            - **Operation:** gap\n  - It was in place up to 2025-12-31, so nothing can be concluded of its operation.\n";
        assert!(text.contains(stands), "{text}");
    });
    let yaml = INVENTORY.replace(", until: 2026-02-14", "");
    with(&yaml, |assessment| {
        let text = page("OLD-01", assessment).markdown();
        assert!(text.contains("- **Design:** gap\n  - It is retired, so nothing can support it.\n"), "{text}");
        let text = page("NEW-01", assessment).markdown();
        assert!(
            text.contains(
                "- **Operation:** gap\n  - It is not in place, so nothing can be concluded of its operation.\n"
            )
        );
    });
}

#[test]
fn a_zero_that_nobody_dated_records_nothing() {
    let yaml = INVENTORY
        .replace(", items: 0 }]", ", items: 3 }]")
        .replace("covers: { start: 2026-01-01, end: 2026-09-30 }, collected: 2026-10-01", "collected: 2025-10-01");
    let state = |yaml: &str| {
        with(yaml, |assessment| {
            let text = page("FO-01", assessment).markdown();
            let row = text.lines().find(|line| line.starts_with("| 2026-01-01 to 2026-12-31 |")).expect("a row");
            row.split(" | ").nth(1).expect("a state").to_owned()
        })
    };
    assert_eq!(state(&yaml), "no occurrence");
    assert_eq!(state(&yaml.replace("of: operation, date: 2026-11-01,", "of: operation,")), "not due yet");
}

#[test]
fn what_was_there_for_a_part_of_the_period_says_so() {
    with(INVENTORY, |assessment| {
        let text = page("OLD-01", assessment).markdown();
        for part in [
            "- **Status:** retired. No longer in place.\n- **Until:** 2026-02-14\n",
            "- **In place:** up to 2026-02-14, before the period ends on 2026-12-31.\n",
            "- **Occurrences:** 2 occurrences: none evidenced, 1 missed, 1 cut short.\n",
            "| 2026-01-01 to 2026-01-31 | missed | 2026-02-10 | nothing on file |\n",
            "| 2026-02-01 to 2026-02-14 | cut short | never | nothing: its time in the period ends before the occurrence is \
             over |\n",
            "- **Design:** gap\n  - It was in place up to 2026-02-14, so nothing can support it now; it speaks for the time \
             before.\n",
            "- **Operation:** gap\n  - It was in place up to 2026-02-14; what it did before that counts for its criteria, not for its own verdict.\n",
        ] {
            assert!(text.contains(part), "no {part:?} in\n{text}");
        }
        let text = page("CA-01", assessment).markdown();
        for part in [
            "- **Frequency:** not said, so that nobody can tell when it had to run.\n",
            "- **Occurrences:** They cannot be told apart; evidence shows that it operated in that time.\n",
            "  - It shows that the control operated in the period.\n",
            "- **Operation:** partial\n  - It is done in practice, but not laid down.\n  - How often it should have operated is \
             not said.\n",
        ] {
            assert!(text.contains(part), "no {part:?} in\n{text}");
        }
        assert!(!page("NEW-01", assessment).markdown().contains("Operation in the period"), "it is only planned");
    });
}

#[test]
fn a_criterion_tells_the_whole_chain() {
    with(INVENTORY, |assessment| {
        let text = page("A1.2", assessment).markdown();
        let chain = "- **`BK-01` Daily copies:** implemented; design: no gap identified; operation: partial. It is supported by \
            evidence in date.\n  \
              - **In the period:** in place from 2026-10-26 on, after the period had begun on 2026-01-01; daily. 67 \
            occurrences: 14 evidenced, 8 missed, 2 where nothing called for it, 43 not due yet.\n    \
                - **2026-10-26 to 2026-11-08:** 14 evidenced; due by 2026-11-11; shown by Log of two weeks.\n    \
                - **2026-11-09 to 2026-11-18:** 8 missed; due by 2026-11-21; nothing on file; weekends between.\n    \
                - **2026-11-19 to 2026-12-31:** 43 not due yet; due by 2027-01-03; nothing yet.\n  \
              - **Log of two weeks (log):** in date. It speaks of time up to 2026-11-08; evidence of a control of frequency \
            `daily` is in date for 30 days: until 2026-12-08, and 2026-11-22 is the day it must be in date for. It lies behind \
            `https://x.example/log`, which was not looked up.\n    \
                - It covers 2026-10-26 to 2026-11-08 and was collected on 2026-11-09.\n    \
                - It shows 14 occurrences, 2026-10-26 to 2026-11-08.\n  \
              - No test of design is on file.\n  \
              - No test of operation is on file.";
        assert_eq!(between(&text, "- **`BK-01`", "\n- **`CA-01`"), chain);
        for part in [
            "- **Operation:** partial\n  - 3 of 3 controls in place are shown to have operated in the period.\n",
            "  - **Test of operation:** on 2026-11-01, by Alex Doe, of 2026-01-01 to 2026-10-31, concluded `effective`.\n    \
               - **Population:** 0 items,",
            "- **`OLD-01` Tapes:** retired; design: gap; operation: gap. ",
        ] {
            assert!(text.contains(part), "no {part:?} in\n{text}");
        }
    });
}

#[test]
fn a_type_one_report_tells_nothing_of_operation() {
    let yaml = INVENTORY.replace("report: type2, period: { start: 2026-01-01, end: 2026-12-31 }", "report: type1");
    with(&yaml, |assessment| {
        let text = page("RT-01", assessment).markdown();
        assert!(!text.contains("Operation in the period") && !text.contains("- **Operation:**"), "{text}");
        assert!(!text.contains("It shows"), "{text}");
        assert!(text.contains("  - **Counts:** no: a Type I report speaks of design only.\n"), "{text}");
    });
}

#[test]
fn the_order_of_writing_does_not_show() {
    let told = |yaml: &str| {
        with(yaml, |assessment| ["RT-01", "FO-01", "A1.2"].map(|thing| page(thing, assessment).markdown()))
    };
    let mut lines: Vec<&str> = INVENTORY.lines().collect();
    let first = lines.iter().position(|line| line.contains("title: First quarter")).expect("the first piece");
    lines[first..first + 9].reverse();
    let turned = lines.join("\n");
    assert_ne!(turned, INVENTORY);
    assert_eq!(told(&turned), told(INVENTORY));
}

#[test]
fn hostile_words_drive_nothing_and_no_line_is_too_wide() {
    let hostile =
        r#""\e[31mRed\e]8;;x\a | <b> `tick \u202e 漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字""#;
    let yaml = INVENTORY
        .replace("title: First quarter", &format!("title: {hostile}"))
        .replace("title: Incidents", &format!("title: {hostile}"))
        .replace("source: Ticket list", &format!("source: {hostile}"))
        .replace("item: copy-2", &format!("item: {hostile}"))
        .replace("root_cause: A slow disk", &format!("root_cause: {hostile}"))
        .replace("name: Alex Doe", &format!("name: {hostile}"));
    with(&yaml, |assessment| {
        for thing in ["RT-01", "BK-01", "FO-01", "CA-01", "OLD-01", "A1.2", "A1.3"] {
            let page = page(thing, assessment);
            for width in [40, 80, 200] {
                let shown = page.terminal(width);
                let ours = ["[0m", "[1m", "[36m"].map(str::to_owned).into();
                assert!(sequences(&shown).is_subset(&ours), "{thing}: {:?}", sequences(&shown));
                let plain = anstream::adapter::strip_str(&shown).to_string();
                for line in plain.lines() {
                    assert!(cells(line) <= width, "{width}: {line:?} in\n{plain}");
                    assert_eq!(line.trim_end(), line);
                }
                assert!(!plain.contains(['\u{7}', '\u{202e}']), "{thing}");
            }
            let text = page.markdown();
            assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']) && !text.contains("<b>"), "{text}");
        }
    });
}
