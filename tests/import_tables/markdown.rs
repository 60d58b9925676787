//! Pages in Markdown.

use super::{read, text};

#[test]
fn tables_are_read_under_their_headings() {
    let read = text(
        "# Register\n\n## Access\n\n| Control ID | Control | Evidence | Done |\n|---|:--|---|---|\n| **AC-01** | *Quarterly* `review` | [export](evidence/q1.csv), [guide](#guide), <https://wiki.example/a> | ✅ |\n| AC-02 | a \\| b<br>c |  | ✓ Yes |\n| | | | |\n\n## Change\n\n| Control ID | Control | Evidence | Done |\n|---|---|---|---|\n| CH-01 | Reviews | | |\n",
    );
    assert_eq!(read.format, "Markdown, 1 table, UTF-8");
    assert_eq!(
        read.tables,
        [
            "[Register]\nControl ID | Control | Evidence | Done\nline 7: AC-01 | Quarterly review | export (evidence/q1.csv), guide, https://wiki.example/a | ✅\nline 8: AC-02 | a | b⏎c |  | ✓ Yes\nline 15: CH-01 | Reviews |  | \n"
        ]
    );
    assert_eq!(read.problems, [""; 0]);
}

#[test]
fn an_id_in_the_first_column_counts_for_the_blank_rows_below() {
    let read = text(
        "| Criteria | Control |\n|--|--|\n| **CC6.1** | Keys |\n| | Locks |\n| CC6.2 | Joiners |\n| | Leavers |\n\n| Step | What |\n|--|--|\n| One | a |\n| | b |\n",
    );
    assert_eq!(
        read.tables,
        [
            "Criteria | Control\nline 3: CC6.1 | Keys\nline 4: CC6.1 | Locks\nline 5: CC6.2 | Joiners\nline 6: CC6.2 | Leavers\n",
            "Step | What\nline 10: One | a\nline 11:  | b\n",
        ]
    );
}

#[test]
fn a_table_gets_the_id_of_its_heading_unless_it_names_it() {
    let read = text(
        "## CC6.1 — Keys\n\n| Control | Evidence |\n|--|--|\n| Locks | photo |\n\n## CC6.2 — Joiners\n\n| Criterion | Control |\n|--|--|\n| CC6.2 | Tickets |\n\n### AC-03: Leavers\n\n#### What is wanted\n\n| What | When |\n|--|--|\n| list | monthly |\n",
    );
    assert_eq!(
        read.tables,
        [
            "[CC6.1 — Keys]\ncriteria | Control | Evidence\nline 5: CC6.1 | Locks | photo\n",
            "[CC6.2 — Joiners]\nCriterion | Control\nline 11: CC6.2 | Tickets\n",
            "[CC6.2 — Joiners > AC-03: Leavers > What is wanted]\ncontrol | What | When\nline 19: AC-03 | list | monthly\n",
        ]
    );
}

#[test]
fn cells_beyond_the_headings_are_told() {
    let read = text("| a | b |\n|--|--|\n| 1 | 2 | 3 |\n| `x|y` | 2 |\n| 1 \\| 1 | 2 |\n| 1 |\n");
    assert_eq!(
        read.problems,
        [
            "the row has 3 cells, the table 2 headings «| 1 | 2 | 3 |» (write a `|` that belongs to a text as `\\|`)",
            "the row has 3 cells, the table 2 headings «| `x|y` | 2 |» (write a `|` that belongs to a text as `\\|`)",
        ]
    );
}

#[test]
fn tables_of_attributes_are_a_row_each() {
    let read = text(
        "# Mapping\n\n| Attribute | Value |\n|--|--|\n| Version | 1.0 |\n| Classification | internal |\n\n## CC6.1 - Keys\n\n| Attribute | Value |\n|--|--|\n| **Controls** | Locks |\n| Evidence | photo |\n| Status | done |\n\n## CC6.2 - Joiners\n\n| Attribute | Value |\n|--|--|\n| Controls | Tickets |\n| Evidence | list |\n| Owner | Jane |\n",
    );
    assert_eq!(
        read.tables,
        [
            "[Mapping]\nid | title | Controls | Evidence | Status | Owner\nline 10: CC6.1 | Keys | Locks | photo | done | \nline 18: CC6.2 | Joiners | Tickets | list |  | Jane\n",
            "[Mapping]\nAttribute | Value\nline 5: Version | 1.0\nline 6: Classification | internal\n",
        ]
    );
    let in_the_head = text(
        "| Criterion | CC1.1 |\n|--|--|\n| Owner | Jane |\n| Status | done |\n\nand\n\n| Criterion | CC1.2 |\n|--|--|\n| Owner | Sam |\n| Status | open |\n",
    );
    assert_eq!(
        in_the_head.tables,
        ["Criterion | Owner | Status\nline 1: CC1.1 | Jane | done\nline 8: CC1.2 | Sam | open\n"]
    );
}

#[test]
fn headings_with_ids_begin_a_control() {
    let read = text(
        "# Controls\n\nWhat this is.\n\n## CC6 - Access\n\n### CC6.1 — Keys\n\nKeys are kept\nin a safe.\n\nMore of it.\n\n- **Owner**: Jane\n- Evidence types: photo, log\n- **Typical controls**:\n  - Locks: two\n  - Guards\n\n### AC-01: Leavers\n\n**Owner:** Sam\n**Status:** done\n\n#### Evidence\n\n- list\n- ticket\n\n### CC6.3\n\n- [ ] nothing yet\n- [x] said\n\n## Appendix\n\n- Owner: nobody\n",
    );
    assert_eq!(read.format, "Markdown, 3 headings with ids, UTF-8");
    assert_eq!(
        read.tables,
        [
            "id | title | description | Owner | Evidence types | Typical controls | Status | Evidence\nline 7: CC6.1 | Keys | Keys are kept in a safe. | Jane | photo, log | Locks: two + Guards |  | \nline 20: AC-01 | Leavers |  | Sam |  |  | done | list + ticket\nline 30: CC6.3 |  | nothing yet⏎said |  |  |  |  | \n"
        ]
    );
}

#[test]
fn a_heading_whose_table_names_its_id_is_none_and_other_tables_belong_to_it() {
    let read = text(
        "## CC6.1 - Keys\n\n| Criteria | Control |\n|--|--|\n| CC6.1 | Locks |\n\n**Evidence:**\n- photo\n\n## CC6.2 - Joiners\n\n**Owner:** Sam\n\n| Severity | Days |\n|--|--|\n| high | 2 |\n",
    );
    assert_eq!(
        read.tables,
        [
            "id | title | Owner\nline 10: CC6.2 | Joiners | Sam\n",
            "[CC6.1 - Keys]\nCriteria | Control\nline 5: CC6.1 | Locks\n",
            "[CC6.2 - Joiners]\nSeverity | Days\nline 16: high | 2\n",
        ]
    );
}

#[test]
fn controls_under_the_heading_of_a_criterion_are_for_it() {
    let read = text(
        "## CC6.1 - Keys\n\nWhat is asked.\n\n### AC-01 - Locks\n\nTwo of them.\n\n### AC-02 - Guards\n\n## C1.1 - Secrets\n\n### C1.1.1 - Labels\n",
    );
    assert_eq!(
        read.tables,
        [
            "id | title | criteria | description\nline 5: AC-01 | Locks | CC6.1 | Two of them.\nline 9: AC-02 | Guards | CC6.1 | \nline 13: C1.1.1 | Labels |  | \n"
        ]
    );
}

#[test]
fn front_matter_is_one_record_with_or_without_its_first_line() {
    let yaml = "name: Access policy\nsatisfies:\n  TSC:\n    - CC6.1\n    - CC6.2\nrevisions:\n  - date: Jun 1 2026\n    by: jane\n  - date: Jul 1 2026\nowner:\nnote: ''\n";
    let body = "---\n\n# Access\n\nWho gets in,\nand how.\n\nMore.\n";
    let expected = "name | satisfies.TSC | revisions[].date | revisions[].by | owner | note | description\nfront matter: Access policy | CC6.1 + CC6.2 | Jun 1 2026 + Jul 1 2026 | jane |  |  | Who gets in, and how.\n";
    for file in [
        format!("{yaml}{body}"),
        format!("---\n{yaml}{body}"),
        format!("---\r\n{}", format!("{yaml}{body}").replace('\n', "\r\n")),
    ] {
        let read = text(&file);
        assert_eq!(read.format, "Markdown with front matter, UTF-8");
        assert_eq!(read.tables, [expected]);
        assert_eq!((read.problems, read.left_out), (vec![], vec![]));
    }
    let titled = text("---\nstatus: draft\n---\n# The title\n\n## Other\n");
    assert_eq!(titled.tables, ["status | title\nfront matter: draft | The title\n"]);
}

#[test]
fn a_page_that_lists_controls_is_not_one_record() {
    let read = text("---\ntitle: Controls\n---\n\n| ID | Control |\n|--|--|\n| AC-01 | Locks |\n");
    assert_eq!(read.format, "Markdown, 1 table, UTF-8");
    assert_eq!(read.tables, ["ID | Control\nline 7: AC-01 | Locks\n"]);
    assert_eq!(
        read.left_out,
        ["front matter: the front matter: it tells of the page, which lists controls by ids of their own"]
    );
    let policy = text("---\ntitle: Access policy\n---\n\n## Roles\n\n| Role | Who |\n|--|--|\n| Owner | Jane |\n");
    assert_eq!(policy.tables, ["title\nfront matter: Access policy\n"]);
    assert_eq!(
        policy.left_out,
        ["line 9: the table under Roles: the page is one record by its front matter, and the table names no ids"]
    );
}

#[test]
fn broken_front_matter_is_told_where_it_stands() {
    let read = text("---\ntitle: a\ntitle: b\nlist: [1, 2\n---\n\n# A page\n");
    assert_eq!(read.problems.len(), 2);
    assert_eq!(read.problems[0], "the key `title` is written twice «title» (keep one of the two)");
    assert!(
        read.problems[1].starts_with("a `[` or `{` is never closed, or a comma is missing"),
        "{}",
        read.problems[1]
    );
    let bomb = format!("---\na: &a {}\nb: [{}]\n---\n\n# A page\n", "x".repeat(30_000), vec!["*a"; 100].join(", "));
    assert_eq!(
        text(&bomb).problems,
        [
            "the front matter says too much to be that of a page «a» (write it without aliases, or put what it says into a file of its own)"
        ]
    );
}

#[test]
fn yaml_is_no_page() {
    for yaml in [
        "---\nid: a\n---\nid: b\n",
        "id: a\n---\nid: b\n",
        "---\ncontrols:\n  - id: a\n---\n",
        "---\na: 1\n---\n# a comment\n- id: b\n",
        "# CC6.1: keys\ncontrols: []\n",
    ] {
        let front = gapcheck::import::format::markdown_front::FORMAT;
        let file = gapcheck::import::file::File::new(0, "file", yaml.as_bytes(), Some((yaml, "UTF-8")));
        assert!((front.read)(&file, &mut gapcheck::source::problem::Problems::default()).is_none(), "{yaml:?}");
    }
    assert_eq!(read("file", b"# A page\n\nwith a text, and nothing else\n"), None);
}

#[test]
fn a_page_made_to_fill_the_memory_is_refused() {
    let labels: String = (0..1001).map(|n| format!("- **L{n}**: x\n")).collect();
    let read = text(&format!("| a | b |\n|--|--|\n| 1 | 2 |\n\n# AC-01: x\n\n{labels}"));
    assert_eq!(
        read.problems,
        [
            "more controls, or more labels, begin here than are read of a page «# AC-01: x» (split it into several files; they can be imported together or one after the other)"
        ]
    );
    let tables: String =
        (0..1000).map(|n| format!("| A | B |\n|--|--|\n| x | 1 |\n| y | 2 |\n| z{n} | 3 |\n\nand\n\n")).collect();
    let read = text(&format!("# {}\n\n{tables}", "long ".repeat(100_000)));
    assert_eq!(
        read.problems,
        [
            "the page has more tables of attributes than are read «| A | B |» (split it into several files; they can be imported together or one after the other)"
        ]
    );
}
