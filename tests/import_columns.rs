//! What the columns of foreign tables are taken for, by heading, by content and by wish, with what is said of it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    missing_docs,
    reason = "a test that cannot go on should panic, and may print"
)]

use std::collections::BTreeMap;
use std::sync::OnceLock;

use gapcheck::import::columns::{Layout, Wishes, check, understand};
use gapcheck::import::table::{Heading, Row, Table};
use gapcheck::load::catalog::bundled;
use gapcheck::model::catalog::Catalog;
use gapcheck::model::import::Field;
use gapcheck::source::problem::Problems;

fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(|| bundled().expect("the catalog reads"))
}

/// A table written as lines of cells between bars, the headings first.
fn table(text: &str) -> Table {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let cells = |line: &str| -> Vec<String> { line.split('|').map(|cell| cell.trim().to_owned()).collect() };
    let columns = cells(lines.next().expect("headings"));
    let rows = lines.enumerate().map(|(at, line)| {
        let cells = cells(line).into_iter().map(|cell| if cell.is_empty() { vec![] } else { vec![cell] }).collect();
        Row { at: format!("row {}", at + 2), place: None, cells }
    });
    let columns = columns.into_iter().map(|text| Heading { text, field: None }).collect();
    Table { part: None, columns, rows: rows.collect() }
}

fn understood(text: &str, asked: &[(&str, Field)]) -> Layout {
    let asked: BTreeMap<String, Field> = asked.iter().map(|(header, field)| ((*header).to_owned(), *field)).collect();
    understand(&table(text), &Wishes::of(&asked), catalog())
}

/// The fields of the columns, from the left; `-` for a column that is not used.
fn fields(layout: &Layout) -> String {
    let said = |field: Option<Field>| field.map_or("-", Field::word);
    layout.columns.iter().map(|column| said(column.field)).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn are(text: &str, expected: &str) {
    assert_eq!(fields(&understood(text, &[])), expected, "{text}");
}

#[test]
fn headings_that_people_write() {
    are(
        "Control ID | Control Name | Control Activity | Trust Services Criteria | Control Owner | Implementation Status | Frequency
         AC-1 | Access review | The lead reviews access | CC6.1 | Jane | Implemented | Quarterly",
        "id name description criteria owner status frequency",
    );
    are(
        "RefCode | Title | Description | SOC2_Control | ControlOwnerGroupName | ImplementationStatus | Cadence | Control Type | Implemented On
         A-1 | Backups | Every night | A1.2 | Platform | Planned | daily | Technical | 2026-01-05",
        "id name description criteria owner status frequency kind since",
    );
    are(
        "# | Control | TSC | Responsible | State | Key Evidence
         1 | Reviews of access | CC6.2 | IT | Done | Tickets + list of users",
        "id name criteria owner status evidence-wanted",
    );
    are(
        "A: Control ID | B: Control Title | C: Full Description | G: Evidence Type | I: Difficulty
         CC6.1 | MFA | All users have a second factor | Settings | Easy",
        "id name description evidence-wanted -",
    );
    are(
        "metadata.id | metadata.name | metadata.title | metadata.owners[].team | spec.description | spec.evidence[].type | spec.policy.name
         X-CC6.1 | mfa | Second factor for all | platform | Everybody needs one | okta_users | rego",
        "id - name owner description evidence-wanted -",
    );
    are(
        "Control Title | PCI DSS v4.0.1 | SOC 2 (TSP 2017) | ISO 27001:2022 | NIST 800-53 Rev5
         Reviews | 8.2.1 | CC6.1, CC6.2 | A.5.16 | AC-2",
        "name - criteria - -",
    );
    are("Name (This field is mandatory.) | Status (0 for Draft)\nReviews | Draft", "name status");
    are("Evidence Link | Control name\nhttps://example.com/a | Reviews", "evidence name");
    are("Evidence | Control name\nminutes of the board | Reviews", "evidence-wanted name");
    are("Evidence | Control name\nminutes/2026.pdf | Reviews", "evidence name");
}

#[test]
fn other_things_with_the_same_word_are_not_taken() {
    are(
        "Evidence ID | Policy Owner Id | Vendor Name | Finding Status | Related Policy | Resource Type | Control Name
         E-1 | 7 | Acme | Open | P-1 | bucket | Reviews",
        "- - - - - - name",
    );
    are("Control Name | Pass Criteria | TSC Category\nReviews | No open items | Security", "name - -");
    are("Control Name | CMMC Criteria\nReviews | CC6.1", "name -");
}

#[test]
fn content_speaks_where_headings_do_not() {
    let layout = understood(
        "Kontrolle | Bezug | Stand | Turnus
         Zugriffe prüfen | CC6.1 | Implemented | quarterly
         Backups | A1.2; CC7.5 | In progress | daily
         Schulung | CC1.4 | Planned | annual
         Verträge | CC9.2 | Not started | annual",
        &[],
    );
    assert_eq!(fields(&layout), "- criteria status frequency");
    let why: Vec<&str> = layout.columns.iter().map(|column| column.why.as_str()).collect();
    assert_eq!(
        why,
        [
            "",
            "by its content: 4 of 4 cells are criterion ids",
            "by its content: 4 of 4 cells say a status",
            "by its content: 4 of 4 cells say a frequency"
        ]
    );
    // Ticks, yes and `partial` may be about anything.
    are("Name | Delivered? | Relationship\na | ✅ | partial\nb | ✅ | partial\nc | ✅ | partial", "name - -");
    are("Name | Prio\na | P1\nb | P1\nc | P2", "name -");
}

#[test]
fn ids_and_names_may_tell_the_criteria() {
    let layout = understood("Control ID | Control Name\nCC6.1 | Access\nCC6.2 | Joiners\nC1.3 | Labels", &[]);
    assert_eq!((fields(&layout).as_str(), layout.also_criteria), ("id name", Some(0)));
    assert_eq!(layout.columns[0].why, "by its name; 3 of 3 cells name criteria, so it tells those too");
    let layout = understood("Control | Implementation\nCC6.1 - Access | SSO\nCC6.2 - Joiners | HR", &[]);
    assert_eq!((fields(&layout).as_str(), layout.also_criteria), ("name description", Some(0)));
    // Where a column is about criteria, the ids are ids.
    let layout = understood("Control ID | Name | TSC\nCC6.1 | Access | CC6.3", &[]);
    assert_eq!((fields(&layout).as_str(), layout.also_criteria), ("id name criteria", None));
    // Somebody's own numbers that look alike are no criteria.
    let layout = understood("ID | Name\nC1.1 | a\nC1.2 | b\nC1.3 | c\nC1.4 | d\nC1.5 | e", &[]);
    assert_eq!(layout.also_criteria, None);
}

#[test]
fn of_several_statuses_the_best_is_taken_and_the_others_are_told() {
    let layout = understood("ID | Name | C3PAO Status | CMMC L2 Status\nA-1 | a | Ready | Met", &[]);
    assert_eq!(fields(&layout), "id name status -");
    assert_eq!(layout.columns[2].why, "by its name; `CMMC L2 Status` would do as well");
    assert_eq!(
        layout.columns[3].why,
        "`C3PAO Status` is taken for the status; `--map 'CMMC L2 Status=status'` takes this one"
    );
    let layout = understood("ID | Name | Type I Status | Type II Status\nA-1 | a | Done | Planned", &[]);
    assert_eq!(fields(&layout), "id name - -");
    assert_eq!(
        layout.columns[2].why,
        "it may be the status as well as `Type II Status`; say which with `--map 'Type I Status=status'`"
    );
}

#[test]
fn what_is_asked_for_is_done() {
    let text = "ID | Name | C3PAO Status | CMMC L2 Status | Notes\nA-1 | a | Ready | Met | by hand";
    let layout =
        understood(text, &[("cmmcl2 STATUS", Field::Status), ("Notes", Field::Description), ("id", Field::Ignore)]);
    assert_eq!(fields(&layout), "ignore name - status description");
    assert_eq!(layout.columns[3].why, "as asked");
}

fn problems(text: &str, asked: &[(&str, Field)]) -> Vec<(String, String)> {
    let asked: BTreeMap<String, Field> = asked.iter().map(|(header, field)| ((*header).to_owned(), *field)).collect();
    let mut problems = Problems::default();
    check(std::iter::once(&table(text)), &Wishes::of(&asked), &mut problems);
    let told = problems.sorted().into_iter();
    told.map(|problem| (problem.message.clone(), problem.help.clone().unwrap_or_default())).collect()
}

#[test]
fn wishes_that_no_table_grants_are_told() {
    let text = "Control ID | Control Name\nA-1 | a";
    assert_eq!(
        problems(text, &[("Control Nmae", Field::Name)]),
        [(
            "no table has a column `Control Nmae`, for which `--map` asks".to_owned(),
            "did you mean `Control Name`?".to_owned()
        )]
    );
    assert_eq!(
        problems(text, &[("Kriterium", Field::Criteria)])[0].1,
        "the columns are `Control ID` and `Control Name`"
    );
    assert_eq!(
        problems(text, &[("Control ID", Field::Name), ("Control Name", Field::Name)]),
        [(
            "`--map` asks for `Control ID` and `Control Name` as the name".to_owned(),
            "a control has one name: ask for one of the two".to_owned()
        )]
    );
    assert_eq!(problems(text, &[("controlid", Field::Criteria), ("Control Name", Field::Criteria)]), []);
}
