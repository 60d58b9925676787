//! What cannot be told, each in one plain sentence.

use std::path::Path;

use tempfile::TempDir;

use crate::{Repository, Said, control, gapcheck, git, inventory, said, shallow};

fn refuses(said: &Said, sentence: &str) {
    assert_eq!((said.code, said.out.as_str()), (Some(2), ""), "{}", said.err);
    assert_eq!(said.err, format!("error: {sentence}\n"));
}

#[test]
fn what_has_no_history_is_said_to_have_none() {
    let folder = TempDir::new().unwrap();
    std::fs::write(folder.path().join("soc2.yaml"), inventory("")).unwrap();
    let trend = |path: &str| said(gapcheck(folder.path()).env("GIT_CEILING_DIRECTORIES", "/").args(["trend", path]));
    refuses(
        &trend("soc2.yaml"),
        "soc2.yaml lies in no git repository, and so has no history; `gapcheck diff` compares two versions without one",
    );
    refuses(&trend("-"), "what comes from standard input has no history; name the file or the folder it comes from");
    refuses(&trend("soc3.yaml"), "cannot open soc3.yaml: there is no such file; did you mean soc2.yaml?");
    let mut program = gapcheck(folder.path());
    refuses(
        &said(program.env("PATH", "/nowhere").args(["trend", "soc2.yaml"])),
        "there is no git here, and the history of an inventory is read through it; install git, or put it on the PATH",
    );
}

#[test]
fn a_repository_without_a_commit_or_without_the_inventory() {
    let repository = Repository::new();
    repository.put("soc2.yaml", &inventory(""));
    let root = repository.path().canonicalize().unwrap();
    refuses(
        &repository.run(&["trend", "soc2.yaml"]),
        &format!(
            "the repository {} has no commit yet, and so no history; `git commit` makes the first",
            root.display()
        ),
    );
    repository.put("soc2/in.yaml", &inventory(""));
    repository.git(&["add", "soc2.yaml"]);
    repository.dated("2026-01-05", &["commit", "-q", "-m", "One of them"]);
    refuses(
        &repository.run(&["trend", "soc2/in.yaml"]),
        "no commit has the inventory soc2/in.yaml; `git add` and `git commit` begin its history",
    );
    refuses(
        &repository.run(&["trend", "soc2"]),
        "no commit has the inventory the folder soc2; `git add` and `git commit` begin its history",
    );
}

#[test]
fn two_repositories_have_no_one_history() {
    let (one, other) =
        (Repository::of(&[("2026-01-05", "organization: A\n")]), Repository::of(&[("2026-01-05", "controls: []\n")]));
    let path = other.path().join("soc2.yaml");
    let root = |repository: &Repository| repository.path().canonicalize().unwrap().display().to_string();
    refuses(
        &one.run(&["trend", "soc2.yaml", path.to_str().unwrap()]),
        &format!(
            "the files of this inventory lie in two repositories, {} and {}, whose histories are not one",
            root(&one),
            root(&other)
        ),
    );
}

#[test]
fn nothing_to_show_is_said_with_why() {
    let repository = Repository::of(&[
        ("2026-01-05", &inventory("")),
        ("2026-02-02", &inventory(&control("AC-1", "CC6.2", "planned", ""))),
    ]);
    refuses(
        &repository.run(&["trend", "soc2.yaml", "--since", "2026-02-01", "--until", "2026-01-31"]),
        "nothing lies between: `--since 2026-02-01` is after `--until 2026-01-31`",
    );
    refuses(
        &repository.run(&["trend", "soc2.yaml", "--until", "2025-12-31"]),
        "no revision was committed in the time asked for; the history of the inventory goes from 2026-01-05 to 2026-02-02",
    );
    let broken = Repository::of(&[("2026-01-05", "controls: oops\n"), ("2026-02-02", "organization: [\n")]);
    let said = broken.run(&["trend", "soc2.yaml"]);
    let newest = broken.git(&["rev-parse", "--short=8", "HEAD"]);
    assert_eq!(said.code, Some(2));
    let begins = format!("error: none of 2 revisions can be assessed; the newest, {newest} of 2026-02-02: soc2.yaml:");
    assert!(said.err.starts_with(&begins), "{}", said.err);
}

#[test]
fn no_report_takes_the_place_of_what_it_is_made_from() {
    let evidence = ", evidence: [{ title: R, path: r.csv, collected: 2026-01-02 }]";
    let repository = Repository::of(&[("2026-01-05", &inventory(&control("AC-1", "CC6.2", "implemented", evidence)))]);
    repository.put("r.csv", "a");
    refuses(
        &repository.run(&["trend", "soc2.yaml", "-o", "csv=soc2.yaml"]),
        "soc2.yaml is part of the inventory and would be overwritten",
    );
    refuses(
        &repository.run(&["trend", "soc2.yaml", "-o", "r.csv"]),
        "r.csv is evidence or a document of the inventory and would be overwritten",
    );
    assert_eq!(std::fs::read_to_string(repository.path().join("r.csv")).unwrap(), "a");
}

/// What is said of what git does not hold.
const GONE: &str = "git does not hold it. A partial clone leaves files out, and `git fetch --refetch --no-filter` brings them; \
                    `git fsck` tells of damage";

/// A clone that left files out would be filled up from wherever its settings say.
#[test]
fn a_partial_clone_is_told_and_nothing_is_fetched() {
    let repository = Repository::of(&[
        ("2026-01-05", &inventory("")),
        ("2026-02-02", &inventory(&control("AC-1", "CC6.2", "planned", ""))),
    ]);
    repository.git(&["config", "uploadpack.allowFilter", "true"]);
    let folder = TempDir::new().unwrap();
    let from = format!("file://{}", repository.path().display());
    let mut clone = git(folder.path());
    clone.args(["clone", "-q", "--filter=blob:none", &from, "clone"]);
    assert!(clone.status().unwrap().success());
    // What is checked out was fetched; the one before was left out.
    let said = said(gapcheck(&folder.path().join("clone")).args(["trend", "soc2.yaml", "-f", "csv"]));
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(said.out.contains("\"2026-02-02\",\"2026-02-02\""), "{}", said.out);
    let hash = repository.git(&["rev-parse", "--short=8", "HEAD~1"]);
    assert_eq!(
        said.err,
        format!("gapcheck: could not assess {hash} of 2026-01-05: soc2.yaml cannot be read: {GONE}\n")
    );
}

#[test]
fn a_shallow_clone_that_lacks_the_inventory_says_so() {
    let repository = Repository::of(&[("2026-01-05", &inventory(""))]);
    repository.git(&["rm", "-q", "soc2.yaml"]);
    repository.commit("2026-01-12", "Take it away");
    let (_folder, clone) = shallow(&repository, 1);
    std::fs::write(clone.join("soc2.yaml"), inventory("")).unwrap();
    refuses(
        &said(gapcheck(&clone).args(["trend", "soc2.yaml"])),
        "no commit has the inventory soc2.yaml; the clone is shallow, and `git fetch --unshallow` brings what it does not hold",
    );
    assert!(Path::new(&clone).exists());
}

/// Takes an object away, or puts something else in its place.
fn damage(repository: &Repository, what: &str, by: Option<&[u8]>) {
    let hash = repository.git(&["rev-parse", what]);
    let path = repository.path().join(".git/objects").join(&hash[..2]).join(&hash[2..]);
    std::fs::remove_file(&path).unwrap();
    by.map_or(Ok(()), |bytes| std::fs::write(&path, bytes)).unwrap();
}

#[test]
fn damage_to_one_revision_is_told_and_the_others_are_shown() {
    let evidence = ", evidence: [{ title: R, path: r.txt, collected: 2026-01-02 }]";
    let texts = ["planned", "implemented", "implemented", "implemented"].map(|status| {
        let evidence = if status == "planned" { "" } else { evidence };
        inventory(&control("AC-1", "CC6.2", status, evidence))
    });
    let days = ["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"];
    for (what, why) in [
        ("HEAD~2:soc2.yaml", "soc2.yaml cannot be read"),
        ("HEAD~2^{tree}", "a folder of it cannot be read"),
        ("HEAD~2:r.txt", "r.txt cannot be looked at"),
        ("HEAD~2:gapcheck.lock", "gapcheck.lock cannot be read"),
    ] {
        for by in [None, Some(&b"garbage"[..]), Some(&[0x78, 0x9c, 0x4b][..])] {
            let repository = Repository::new();
            for (at, (day, text)) in days.iter().zip(&texts).enumerate() {
                repository.put("soc2.yaml", &format!("{text}# {at}\n"));
                repository.put("r.txt", &at.to_string());
                repository.put("gapcheck.lock", &format!("{}  r.txt\n", "0".repeat(62) + &format!("{at:02}")));
                repository.commit(day, "Go on");
            }
            let hash = repository.git(&["rev-parse", "--short=8", "HEAD~2"]);
            damage(&repository, what, by);
            let said = repository.run(&["trend", "soc2.yaml", "--committed", "-f", "csv"]);
            assert_eq!(said.code, Some(0), "{what}: {}", said.err);
            assert_eq!(said.err, format!("gapcheck: could not assess {hash} of 2026-01-12: {why}: {GONE}\n"), "{what}");
            for day in [days[0], days[2], days[3]] {
                assert!(said.out.contains(&format!("\"{day}\",\"{day}\"")), "{what}: {}", said.out);
            }
        }
    }
}

#[test]
fn a_file_larger_than_any_inventory_costs_its_revision_alone() {
    let repository = Repository::of(&[("2026-01-05", &inventory(""))]);
    let large = std::fs::File::create(repository.path().join("soc2.yaml")).unwrap();
    large.set_len(gapcheck::source::file::FILE_LIMIT + 1).unwrap();
    repository.git(&["config", "core.compression", "1"]);
    repository.commit("2026-01-12", "By mistake");
    repository.put("soc2.yaml", &inventory(&control("AC-1", "CC6.2", "planned", "")));
    repository.commit("2026-01-19", "Mend it");
    let trend = repository.json(&["soc2.yaml"]);
    assert_eq!(crate::days(&trend), ["2026-01-05", "2026-01-19"]);
    assert_eq!(trend["skipped"][0]["why"], "soc2.yaml cannot be read: it is larger than 256 MB");
}

#[test]
fn a_bare_repository_holds_no_files() {
    let repository = Repository::of(&[("2026-01-05", &inventory(""))]);
    repository.git(&["clone", "-q", "--bare", ".", "bare.git"]);
    repository.put("bare.git/soc2.yaml", &inventory(""));
    refuses(
        &repository.run(&["trend", "bare.git/soc2.yaml"]),
        "bare.git/soc2.yaml lies in a bare repository, where no files are kept; `git clone` makes one that has them",
    );
}
