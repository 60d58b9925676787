//! What is drawn: worked out by hand, whatever the order and the format of the list, and as likely one item as another.

use gapcheck::sample::draw::{derived_seed, digest, draw};
use rust_xlsxwriter::Workbook;

use crate::{CHANGES, Folder, INVENTORY, folder, items, json, sample};

/// By hand, with seed 7:
///
/// ```sh
/// for id in PR-1 PR-2 PR-3 PR-4 PR-5 PR-6; do echo "$(printf '7:%s' $id | sha256sum | cut -c1-12) $id"; done | sort
/// # 5fcf55993397 PR-5
/// # 61c99567be46 PR-3
/// # 736c065a9b56 PR-4
/// # 749d750e6d71 PR-1
/// # f77b1956fea4 PR-2
/// # ff21beb73fa3 PR-6
/// ```
#[test]
fn the_items_are_those_of_the_calculation_by_hand() {
    let drawn = json(&sample(&folder(), &["--date", "merged", "--seed", "7", "--size", "4", "-f", "json"]).ends(0));
    assert_eq!(items(&drawn), ["PR-5", "PR-3", "PR-4", "PR-1"]);
    assert_eq!((drawn["sample"]["seed"].as_u64(), drawn["sample"]["seed_chosen"].as_bool()), (Some(7), Some(true)));
}

/// By hand, for the seed that nobody chooses:
///
/// ```sh
/// D=$(printf 'PR-1\nPR-2\nPR-3\nPR-4\nPR-5\nPR-6\n' | sha256sum | cut -c1-64)   # 72396e09…94e1ca
/// S=$((16#$(printf '%s:CH-1' $D | sha256sum | cut -c1-8)))                        # 2062095700
/// ```
///
/// and its ranks as above.
#[test]
fn the_seed_follows_from_the_population_and_the_control() {
    let drawn = json(&sample(&folder(), &["--date", "merged", "--size", "3", "-f", "json"]).ends(0));
    let population = &drawn["population"];
    assert_eq!(population["sha256"], "72396e09d8463fc342c5ed6c1595c57891d7afd3c8c578c8347f7bb90594e1ca");
    assert_eq!((population["size"].as_u64(), population["rows_outside_period"].as_u64()), (Some(6), Some(1)));
    assert_eq!(
        (drawn["sample"]["seed"].as_u64(), drawn["sample"]["seed_chosen"].as_bool()),
        (Some(2_062_095_700), Some(false))
    );
    assert_eq!(items(&drawn), ["PR-5", "PR-3", "PR-6"]);
    // Another control, another seed.
    let ids: Vec<String> = (1..=6).map(|number| format!("PR-{number}")).collect();
    assert_eq!(u64::from(derived_seed(&digest(&ids), "CH-1")), 2_062_095_700);
    assert_ne!(derived_seed(&digest(&ids), "CH-2"), derived_seed(&digest(&ids), "CH-1"));
}

#[test]
fn it_is_told_on_the_terminal() {
    let said = sample(&folder(), &["--date", "merged", "--size", "2", "--retrieved", "2026-10-01"]).ends(0);
    said.prints(
        "\
CH-1 Changes are reviewed
2026-07-01 to 2026-09-30 · CC8.1 · 2 of 6 items

  list        changes.csv: 6 items by the column `change` (by its heading); 1 row lies outside the
              period by the column `merged`.
  digest      72396e09d8463fc342c5ed6c1595c57891d7afd3c8c578c8347f7bb90594e1ca (SHA-256 of the
              sorted ids)
  size        2 items, as asked with --size. The table asks for 40 items: per-event controls with
              fewer than 250 items, very high impact (convention, ask your auditor;
              `settings.samples` changes it). Its population holds 6 items. That is fewer than
              called for: `sample-too-small` will say so.
  seed        2062095700, which follows from the digest of the population and the id of the control:
              nobody chose it.
  look at     A. Somebody other than the author approves each change.
              B. Tests pass before the release.

  1  PR-5
  2  PR-3

Each item is ranked by the SHA-256 of the seed, a colon and its id; those that rank first are drawn.
The order of the rows plays no part, and a larger sample of the same seed begins with this one.
-o worksheet.xlsx, .csv or .md writes a worksheet; --record brings it back filled in.
",
    );
}

/// The same set of ids gives the same sample: in another order, with other columns, as CSV, XLSX, JSON, Markdown, line by line.
#[test]
fn neither_order_nor_format_changes_it() {
    let folder = folder();
    let ids = ["PR-4", "PR-6", "PR-1", "PR-3", "PR-5", "PR-2"];
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Ticket").unwrap().write_string(0, 1, "Remark").unwrap();
    for (row, id) in (1..).zip(ids) {
        sheet.write_string(row, 0, id).unwrap().write_string(row, 1, "fine").unwrap();
    }
    folder.put("book.xlsx", &book.save_to_buffer().unwrap());
    let rows = |line: fn(&str) -> String| ids.map(line).concat();
    folder.put("lines.txt", rows(|id| format!("{id}\r\n")).as_bytes());
    folder.put("headed.txt", format!("ticket\n{}", rows(|id| format!("{id}\n"))).as_bytes());
    folder.put("semicolons.csv", format!("who;key\n{}", rows(|id| format!("ann;{id}\n"))).as_bytes());
    folder
        .put("page.md", format!("| Number | Who |\n|---|---|\n{}", rows(|id| format!("| {id} | ann |\n"))).as_bytes());
    folder.put(
        "list.json",
        format!("[{}]", ids.map(|id| format!(r#"{{"id":"{id}","who":"ann"}}"#)).join(",")).as_bytes(),
    );
    let expected = json(&sample(&folder, &["--date", "merged", "--size", "3", "-f", "json"]).ends(0));
    for name in ["book.xlsx", "lines.txt", "headed.txt", "semicolons.csv", "page.md", "list.json"] {
        let list = ["sample", "CH-1", "-i", "in.yaml", "--size", "3", "-f", "json", "--population", name];
        let drawn = json(&folder.run(&list).ends(0));
        assert_eq!(drawn["sample"], expected["sample"], "{name}");
        assert_eq!(drawn["population"]["sha256"], expected["population"]["sha256"], "{name}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let files = |folder: &Folder| {
        let out = sample(folder, &["-o", "w.csv", "-o", "w.md", "-o", "w.xlsx", "-o", "w.json"]).ends(0).out;
        (out, ["w.csv", "w.md", "w.xlsx", "w.json"].map(|name| std::fs::read(folder.path(name)).unwrap()))
    };
    let first = files(&folder());
    // Excel's files hold times of whole seconds.
    std::thread::sleep(std::time::Duration::from_millis(2100));
    assert_eq!(files(&folder()), first);
}

#[test]
fn a_larger_sample_begins_with_the_smaller() {
    let ids: Vec<String> = (0..300).map(|number| format!("id-{number}")).collect();
    let all = draw(&ids, 42, 300);
    for size in [0, 1, 2, 25, 299] {
        assert_eq!(draw(&ids, 42, size), all[..size]);
    }
    let mut sorted = all.clone();
    sorted.sort();
    let mut expected = ids.clone();
    expected.sort();
    assert_eq!(sorted, expected);
    assert_eq!(draw(&ids, 42, 1000), all);
}

/// Over 4000 seeds each of 20 items is drawn as often as the others, and so is each pair. The share p of an item is 5 of 20, so
/// Σ (seen − expected)² ÷ (expected × (1 − p)) × 19 ÷ 20 is chi-square with 19 degrees of freedom: above 43.8 in one case
/// of a thousand. For the first item drawn alone it is the plain chi-square of 20 cells.
#[test]
fn every_item_is_as_likely_as_every_other() {
    let ids: Vec<String> = (0..20).map(|number| format!("{number}")).collect();
    let (mut seen, mut first) = ([0_u32; 20], [0_u32; 20]);
    let mut pairs = [[0_u32; 20]; 20];
    for seed in 0..4000 {
        let drawn: Vec<usize> = draw(&ids, seed, 5).iter().map(|id| id.parse().unwrap()).collect();
        first[drawn[0]] += 1;
        for a in &drawn {
            seen[*a] += 1;
            for b in drawn.iter().filter(|b| *b > a) {
                pairs[*a][*b] += 1;
            }
        }
    }
    let distance = |seen: &[u32], expected: f64| {
        seen.iter().map(|seen| (f64::from(*seen) - expected).powi(2) / expected).sum::<f64>()
    };
    let items = distance(&seen, 1000.0) / 0.75 * 19.0 / 20.0;
    assert!(items < 43.8, "{items}: {seen:?}");
    let first = distance(&first, 200.0);
    assert!(first < 43.8, "{first}");
    // 190 pairs, each in 10 of 190 samples: mean 210.5, and six standard deviations of 14.1 to either side.
    let pairs: Vec<u32> = (0..20).flat_map(|a| (a + 1..20).map(move |b| (a, b))).map(|(a, b)| pairs[a][b]).collect();
    assert!(pairs.iter().all(|seen| (126..=295).contains(seen)), "{pairs:?}");
}

/// Seeds beside each other have nothing in common.
#[test]
fn neighbouring_seeds_draw_different_samples() {
    let ids: Vec<String> = (0..200).map(|number| format!("{number}")).collect();
    let shared = (0..500).map(|seed| {
        let next = draw(&ids, seed + 1, 20);
        draw(&ids, seed, 20).iter().filter(|id| next.contains(id)).count()
    });
    // 20 of 200 of 20: two on average, and 1000 over all, with a standard deviation of about 29.
    let shared: usize = shared.sum();
    assert!((860..=1140).contains(&shared), "{shared}");
}

#[test]
fn the_column_of_ids_is_found_or_named() {
    let column = |csv: &str, more: &[&str]| {
        let folder = Folder::with(&[("in.yaml", INVENTORY), ("changes.csv", csv)]);
        let drawn = json(&sample(&folder, &[&["-f", "json"], more].concat()).ends(0));
        drawn["population"]["id_column"].as_str().unwrap().to_owned()
    };
    assert_eq!(column(CHANGES, &[]), "change");
    // By its heading, though another column to the left has no value twice.
    assert_eq!(column("line,Issue key\n1,A\n2,B\n", &[]), "Issue key");
    // The same person twice: the events are what is told apart.
    assert_eq!(column("user id,event id\nann,1\nann,2\n", &[]), "event id");
    // No heading says so: the first without a value twice.
    assert_eq!(column("who,what,when\nann,x,1\nann,y,2\n", &[]), "what");
    assert_eq!(column("id,what\n1,x\n2,y\n", &["--id", "WHAT"]), "what");
}

#[test]
fn the_whole_population_is_no_choice() {
    let drawn = json(&sample(&folder(), &["--date", "merged", "-f", "json"]).ends(0));
    assert_eq!((drawn["sample"]["method"].as_str(), items(&drawn).len()), (Some("all"), 6));
    assert!(CHANGES.contains("PR-0") && !items(&drawn).contains(&"PR-0".to_owned()));
}

/// Our own example begins with a comment in which a semicolon stands.
#[test]
fn ids_that_may_be_one_are_told() {
    let note = |list: &str| {
        let folder = Folder::with(&[("in.yaml", INVENTORY), ("changes.csv", list)]);
        let said = sample(&folder, &["-f", "markdown", "--retrieved", "2026-10-01"]).ends(0);
        said.out.lines().find(|line| line.contains("capitals")).map(str::to_owned)
    };
    assert_eq!(note("id\nPR-1\nPR-2\n"), None);
    let one = "\"PR-1\" and \"pr-1\" differ in capitals or blanks alone: where they are one item, it stands in the list twice.";
    assert_eq!(note("id\npr-1\nPR-2\nPR-1\n").as_deref(), Some(one));
    let two = "\"A 1\" and \"A1\" differ in capitals or blanks alone, and so do 2 more pairs: where they are one item, it stands in \
               the list twice.";
    assert_eq!(note("id\nA1\nA 1\na1\nB\nb\n").as_deref(), Some(two));
}

#[test]
fn comments_above_the_headings_are_no_items() {
    let folder = folder();
    folder.put("changes.csv", format!("# all; and no others, we hope\n# é\n{CHANGES}").as_bytes());
    let said = sample(&folder, &["--date", "merged", "--seed", "7", "--size", "4", "-f", "json"]).ends(0);
    assert_eq!(items(&json(&said)), ["PR-5", "PR-3", "PR-4", "PR-1"]);
    assert_eq!(
        said.err,
        "left out of changes.csv, row 1: # all; and no others, we hope; it is a comment\n\
         left out of changes.csv, row 2: # é; it is a comment\n"
    );
}
