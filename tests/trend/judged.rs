//! What each revision comes to.

use serde_json::{Value, json};

use crate::{Repository, control, days, inventory, numbers};

/// Nothing in place; a control on two criteria; the same with evidence that is not there; with evidence that is.
fn four() -> Repository {
    let planned = control("AC-1", "CC6.2, CC6.3", "planned", "");
    let claimed = control("AC-1", "CC6.2, CC6.3", "implemented", "");
    let shown = control(
        "AC-1",
        "CC6.2, CC6.3",
        "implemented",
        ", evidence: [{ title: Review, path: evidence/review.txt, collected: 2026-03-01 }]",
    );
    let repository = Repository::of(&[
        ("2026-01-05", &inventory(&planned)),
        ("2026-02-02", &inventory(&claimed)),
        ("2026-03-02", &inventory(&shown)),
    ]);
    repository.put("other.txt", "nobody names this");
    repository.commit("2026-03-05", "Something else");
    repository.put("evidence/review.txt", "reviewed");
    repository.commit("2026-03-09", "File the evidence");
    repository
}

#[test]
fn every_revision_counts_what_was_there_then() {
    let trend = four().json(&["soc2.yaml"]);
    assert_eq!(days(&trend), ["2026-01-05", "2026-02-02", "2026-03-02", "2026-03-09"]);
    assert_eq!(numbers(&trend, "/criteria/applicable"), [33, 33, 33, 33]);
    assert_eq!(numbers(&trend, "/coverage/claimed"), [0, 2, 2, 2]);
    // The file was named a week before it was there, although it lies on the disk today.
    assert_eq!(numbers(&trend, "/coverage/evidenced"), [0, 0, 0, 2]);
    assert_eq!(numbers(&trend, "/coverage/tested"), [0, 0, 0, 0]);
    assert_eq!(numbers(&trend, "/design/gap"), [33, 31, 31, 31]);
    assert_eq!(numbers(&trend, "/change/claimed"), [-1, 2, 0, 0]);
    assert_eq!(trend["points"][0]["change"], Value::Null);
    assert_eq!(trend["points"][3]["change"]["evidenced"], 2);
    let history = json!({ "revisions": 4, "left_out": 0, "assessments": 4, "shallow": null, "formerly": [],
        "uncommitted_files": 0, "lfs_pointers": 0 });
    assert_eq!(trend["history"], history);
    assert_eq!(trend["skipped"], json!([]));
    assert_eq!(trend["organization"], "Acme Inc.");
    assert_eq!(trend["points"][1]["revision"]["subject"], "As of 2026-02-02");
    assert_eq!(trend["points"][1]["as_of"], "2026-02-02");
}

/// What `assess` makes of a checkout of each revision on its day is the oracle of every count.
#[test]
fn every_revision_is_judged_as_assess_judges_it() {
    let repository = four();
    let trend = repository.json(&["soc2.yaml"]);
    for point in trend["points"].as_array().unwrap() {
        repository.git(&["checkout", "-q", point["revision"]["hash"].as_str().unwrap()]);
        let said = repository.run(&["assess", "soc2.yaml", "-f", "json", "--as-of", point["as_of"].as_str().unwrap()]);
        let result: Value = serde_json::from_str(&said.out).unwrap();
        for key in ["criteria", "design", "operation", "coverage", "gaps"] {
            let (here, there) = (&point[key], &result["summary"][key]);
            let counts = here.as_object().into_iter().flatten();
            assert!(counts.clone().count() > 2 || there.is_null(), "{key}");
            for (name, count) in counts {
                assert_eq!(*count, there[name], "{key} {name} of {}", point["as_of"]);
            }
        }
    }
}

#[test]
fn a_day_of_its_own_or_one_for_all() {
    let shown = |date: &str| {
        let evidence = format!(", evidence: [{{ title: R, url: 'https://x.example/r', collected: {date} }}]");
        inventory(&control("AC-1", "CC6.2", "implemented", &evidence))
    };
    // Evidence of an annual control lasts a year and some weeks, so that the first is in date on its own day alone.
    let repository = Repository::of(&[("2024-01-10", &shown("2024-01-08")), ("2026-02-10", &shown("2026-02-08"))]);
    let own = repository.json(&["soc2.yaml"]);
    assert_eq!(numbers(&own, "/coverage/evidenced"), [1, 1]);
    assert_eq!(own["basis"], json!({ "judged_on": "own_day", "as_of": null, "files_assumed": false }));
    let one = repository.json(&["soc2.yaml", "--as-of", "2026-03-01"]);
    assert_eq!(numbers(&one, "/coverage/evidenced"), [0, 1]);
    assert_eq!(one["basis"]["as_of"], "2026-03-01");
    assert_eq!(one["points"][0]["as_of"], "2026-03-01");
}

#[test]
fn what_is_the_same_on_the_same_day_is_assessed_once() {
    let (none, some) = (inventory(""), inventory(&control("AC-1", "CC6.2", "implemented", "")));
    let texts = |days: [&'static str; 3]| [(days[0], none.as_str()), (days[1], &some), (days[2], &none)];
    let one_day = Repository::of(&texts(["2026-01-05", "2026-01-05", "2026-01-05"]));
    let trend = one_day.json(&["soc2.yaml"]);
    assert_eq!(numbers(&trend, "/coverage/claimed"), [0, 1, 0]);
    assert_eq!((&trend["history"]["revisions"], &trend["history"]["assessments"]), (&json!(3), &json!(2)));
    let three_days = Repository::of(&texts(["2026-01-05", "2026-01-06", "2026-01-07"]));
    // On another day the same may come to something else.
    assert_eq!(three_days.json(&["soc2.yaml"])["history"]["assessments"], 3);
    assert_eq!(three_days.json(&["soc2.yaml", "--as-of", "2026-02-01"])["history"]["assessments"], 2);
}

#[test]
fn thinned_to_the_last_of_each_time() {
    let text = |at: usize| inventory(&control(&format!("AC-{at}"), "CC6.2", "planned", ""));
    let days_of = ["2026-01-05", "2026-01-30", "2026-02-02", "2026-02-03", "2026-02-09"];
    let texts: Vec<(&str, String)> = days_of.iter().enumerate().map(|(at, day)| (*day, text(at))).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(day, text)| (*day, text.as_str())).collect();
    let repository = Repository::of(&texts);
    let told = |arguments: &[&str]| days(&repository.json(&[&["soc2.yaml"], arguments].concat()));
    assert_eq!(told(&["--every", "month"]), ["2026-01-30", "2026-02-09"]);
    // 2 February 2026 is a Monday.
    assert_eq!(told(&["--every", "week"]), ["2026-01-05", "2026-01-30", "2026-02-03", "2026-02-09"]);
    assert_eq!(told(&["--max", "2"]), ["2026-02-03", "2026-02-09"]);
    assert_eq!(told(&["--every", "month", "--max", "1"]), ["2026-02-09"]);
    assert_eq!(told(&["--since", "2026-01-30", "--until", "2026-02-03"]), ["2026-01-30", "2026-02-02", "2026-02-03"]);
    let trend = repository.json(&["soc2.yaml", "--every", "month"]);
    assert_eq!((&trend["history"]["left_out"], &trend["history"]["assessments"]), (&json!(3), &json!(2)));
    let asked = json!({ "since": null, "until": null, "every": "month", "max": null });
    assert_eq!(trend["asked"], asked);
}

#[test]
fn what_cannot_be_read_is_told_and_the_one_before_stands_for_it() {
    let good = inventory(&control("AC-1", "CC6.2", "planned", ""));
    let repository = Repository::of(&[
        ("2026-01-05", &inventory("")),
        ("2026-02-02", &good),
        ("2026-02-20", "organization: Acme Inc.\ncontrols: oops\nmystery: 1\n"),
    ]);
    let said = repository.run(&["trend", "soc2.yaml", "-f", "json", "--every", "month"]);
    let trend: Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(days(&trend), ["2026-01-05", "2026-02-02"]);
    let (skipped, hash) = (&trend["skipped"][0], repository.git(&["rev-parse", "HEAD"]));
    assert_eq!(skipped["revision"]["hash"], hash.as_str());
    assert_eq!(
        (&skipped["why"], &skipped["problems"]),
        (&json!("soc2.yaml:2:11: expected a list, found `oops`"), &json!(2))
    );
    assert_eq!(trend["skipped"].as_array().unwrap().len(), 1);
    let short = &hash[..8];
    assert_eq!(
        said.err,
        format!(
            "gapcheck: could not assess {short} of 2026-02-20: soc2.yaml:2:11: expected a list, found `oops`; and 1 more \
             problem\n"
        )
    );
}

#[test]
fn of_a_merge_counts_the_day_it_was_merged() {
    let (none, some) = (inventory(""), inventory(&control("AC-1", "CC6.2", "implemented", "")));
    let repository = Repository::of(&[("2026-01-05", &none)]);
    repository.git(&["checkout", "-q", "-b", "work"]);
    repository.put("soc2.yaml", &some);
    repository.commit("2026-01-12", "On a branch");
    repository.git(&["checkout", "-q", "main"]);
    repository.put("other.txt", "meanwhile");
    repository.commit("2026-01-19", "Meanwhile");
    repository.dated("2026-02-02", &["merge", "-q", "--no-ff", "-m", "Merge the work", "work"]);
    let trend = repository.json(&["soc2.yaml"]);
    assert_eq!(days(&trend), ["2026-01-05", "2026-02-02"]);
    assert_eq!(trend["points"][1]["revision"]["subject"], "Merge the work");
    assert_eq!(numbers(&trend, "/coverage/claimed"), [0, 1]);
}

#[test]
fn what_stands_now_comes_last_where_it_is_not_committed() {
    let repository = Repository::of(&[("2026-01-05", &inventory(""))]);
    let same = repository.json(&["soc2.yaml", "--as-of", "2026-02-01"]);
    assert_eq!(days(&same), ["2026-01-05"]);
    // As git writes files on some machines.
    repository.put("soc2.yaml", &inventory("").replace('\n', "\r\n"));
    assert_eq!(days(&repository.json(&["soc2.yaml", "--as-of", "2026-02-01"])), ["2026-01-05"]);
    repository.put("soc2.yaml", &inventory(&control("AC-1", "CC6.2", "implemented", "")));
    let trend = repository.json(&["soc2.yaml", "--as-of", "2026-02-01"]);
    assert_eq!(days(&trend), ["2026-01-05", "now"]);
    assert_eq!(numbers(&trend, "/coverage/claimed"), [0, 1]);
    assert_eq!((&trend["points"][1]["revision"], &trend["points"][1]["as_of"]), (&Value::Null, &json!("2026-02-01")));
    assert_eq!(trend["points"][1]["paths"], json!(["soc2.yaml"]));
    assert_eq!(trend["history"]["revisions"], 1);
    let committed = repository.json(&["soc2.yaml", "--committed"]);
    assert_eq!((days(&committed), &committed["history"]["assessments"]), (vec!["2026-01-05".to_owned()], &json!(1)));
    assert_eq!(days(&repository.json(&["soc2.yaml", "--until", "2026-01-31"])), ["2026-01-05"]);
    repository.put("soc2.yaml", "organization: [");
    let broken = repository.json(&["soc2.yaml", "--as-of", "2026-02-01"]);
    assert_eq!(days(&broken), ["2026-01-05"]);
    assert_eq!(broken["skipped"][0]["revision"], Value::Null);
}

#[test]
fn files_on_the_disk_that_nobody_committed_are_told_apart() {
    let shown = inventory(&control(
        "AC-1",
        "CC6.2",
        "implemented",
        ", evidence: [{ title: R, path: evidence/r.txt, collected: 2026-01-02 }]",
    ));
    let repository = Repository::of(&[("2026-01-05", &shown)]);
    repository.put(".gitignore", "evidence\n");
    repository.put("evidence/r.txt", "kept elsewhere");
    let trend = repository.json(&["soc2.yaml", "--as-of", "2026-02-01"]);
    assert_eq!(days(&trend), ["2026-01-05", "now"]);
    assert_eq!(numbers(&trend, "/coverage/evidenced"), [0, 1]);
    assert_eq!(trend["history"]["uncommitted_files"], 1);
    assert_eq!(
        trend["notes"][0],
        "1 file that the inventory names lies on this disk and in no commit that is checked out: no revision has it, and only \
         what stands now is judged with it. Where evidence is kept outside git, `--assume-files` takes every file as there."
    );
    let assumed = repository.json(&["soc2.yaml", "--as-of", "2026-02-01", "--assume-files"]);
    assert_eq!((days(&assumed), numbers(&assumed, "/coverage/evidenced")), (vec!["2026-01-05".to_owned()], vec![1]));
    assert_eq!(
        assumed["notes"][0],
        "Every file that the inventory names is taken as there and unaltered, as asked for: nobody looked."
    );
}

#[test]
fn a_scope_that_grew_is_marked() {
    let narrow = inventory("");
    let wide = format!("scope: {{ categories: [availability] }}\n{narrow}");
    let trend = Repository::of(&[("2026-01-05", &narrow), ("2026-02-02", &wide)]).json(&["soc2.yaml"]);
    assert_eq!(numbers(&trend, "/criteria/applicable"), [33, 36]);
    assert_eq!(trend["points"][1]["change"]["scope_changed"], true);
}

/// Whatever an inventory can name is looked for in the history as it is on the disk, so that what is committed is no news.
#[test]
fn all_that_is_named_is_looked_for_in_both_places() {
    let evidence = ", evidence: [{ title: R, path: r.txt, collected: 2026-01-02 }]";
    let text = format!(
        "{}documents: [{{ id: POL, title: Policy, path: policy.md, approved_by: ann, approved: 2026-01-02 }}]\n\
         reports: [{{ kind: penetration-test, date: 2026-01-02, path: test.pdf }}]\n",
        inventory(&control("AC-1", "CC6.2", "implemented", evidence))
    );
    let repository = Repository::new();
    for name in ["r.txt", "policy.md", "test.pdf"] {
        repository.put(name, name);
    }
    repository.put("soc2.yaml", &text);
    repository.commit("2026-01-05", "Begin");
    let trend = repository.json(&["soc2.yaml", "--as-of", "2026-02-01"]);
    assert_eq!((days(&trend), &trend["history"]["uncommitted_files"]), (vec!["2026-01-05".to_owned()], &json!(0)));
    for (day, name) in [("2026-01-12", "policy.md"), ("2026-01-19", "test.pdf")] {
        std::fs::remove_file(repository.path().join(name)).unwrap();
        repository.commit(day, name);
    }
    let trend = repository.json(&["soc2.yaml", "--as-of", "2026-02-01"]);
    assert_eq!(days(&trend), ["2026-01-05", "2026-01-12", "2026-01-19"]);
}
