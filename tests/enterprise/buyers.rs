//! What goes out to a buyer: what is supported, and nothing that is ours alone.

use gapcheck::report::enterprise::ENTERPRISE_FORMATS;
use gapcheck::report::enterprise::options::Options;
use gapcheck::report::enterprise::sheet::Sheet;
use gapcheck::report::format::Content;

use crate::{BASE, answered, example, text};

fn for_buyers() -> Options {
    Options { for_buyers: true, ..Options::default() }
}

/// Every format of what goes out, as text; of the workbook, all its cells.
fn all(enterprise: &gapcheck::model::enterprise::Enterprise<'_>) -> Vec<(&'static str, String)> {
    let sheet = Sheet::of(enterprise, &for_buyers());
    let texts = ENTERPRISE_FORMATS.iter().map(|format| {
        let text = match (format.render)(&sheet, 100) {
            Content::Text(text) => anstream::adapter::strip_str(&text).to_string(),
            Content::Bytes(bytes) => cells(&bytes),
            Content::Nothing(why) => panic!("{why}"),
        };
        // Lines that were wrapped are one sentence.
        (format.name, text.split_whitespace().collect::<Vec<_>>().join(" "))
    });
    texts.collect()
}

fn cells(bytes: &[u8]) -> String {
    use calamine::Reader;
    let mut book: calamine::Xlsx<_> = calamine::Xlsx::new(std::io::Cursor::new(bytes.to_vec())).unwrap();
    let sheets = book
        .worksheets()
        .into_iter()
        .flat_map(|(_, range)| range.rows().flatten().map(ToString::to_string).collect::<Vec<_>>());
    sheets.collect::<Vec<_>>().join("\n")
}

#[test]
fn nothing_internal_goes_out() {
    example("acme", |enterprise| {
        let inventory = enterprise.assessment.inventory;
        let mut ours: Vec<String> = enterprise.assessment.gaps.iter().map(|gap| gap.id().to_owned()).collect();
        ours.extend(inventory.people.iter().filter_map(|person| person.name.clone()));
        for control in &inventory.controls {
            for evidence in &control.evidence {
                ours.extend(evidence.path.as_ref().map(|path| path.value.0.clone()));
                ours.extend(evidence.url.as_ref().map(|url| url.0.clone()));
                // What evidence is called is ours too, unless it is a word for its sort.
                ours.extend(evidence.title.clone().filter(|title| title.contains(' ')));
            }
        }
        for document in &inventory.documents {
            ours.push(document.id.to_string());
            ours.extend(document.path.as_ref().map(|path| path.value.0.clone()));
            ours.extend(document.url.as_ref().map(|url| url.0.clone()));
        }
        ours.extend(enterprise.documents.iter().filter_map(|document| document.to_do.clone()));
        ours.extend(enterprise.answers.iter().filter_map(|answer| Some(answer.ask.as_ref()?.what.clone())));
        ours.extend(
            [
                "bellows",
                "letterwren",
                "kestrel",
                "organization.yaml",
                "findings open",
                "exceptions",
                "evidenced",
                "claimed",
                "planned",
                "unsupported",
                "missing",
                "out of date",
                "not approved",
                "://",
            ]
            .map(str::to_owned),
        );
        assert!(ours.len() > 250, "{}", ours.len());
        for (format, said) in all(enterprise) {
            // The words of the schema are keys, and the page names its language and its style.
            let said = if format == "html" { said.split("<main").nth(1).unwrap().to_owned() } else { said };
            for ours in &ours {
                let ours = ours.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(!said.contains(&ours), "{format} tells `{ours}`");
            }
        }
    });
}

#[test]
fn what_is_supported_goes_out_and_the_rest_is_to_be_answered_by_hand() {
    let said = answered(BASE, |enterprise| text(enterprise, "terminal", &for_buyers(), 100));
    let expected = "\
Acorn Ltd · Acorn Cloud
Answers for a buyer · SOC 2 Type I, as of 2026-11-22, on security and availability
as of 2026-11-22

8 of 98 questions are answered; the others are to be answered by hand.

Documents
  in date       SOC 2 report
                SOC 2 Type I report of 2026-05-31, by Tarn LLP, issued on 2026-06-30.
  in date       Penetration test
                Penetration test of 2026-03-02, by Redfold.
  in date       Data processing agreement
                Terms on personal data, approved on 2026-02-01.
  in date       Sub-processor list
                The list stands below.
  in date       Information security policy
                Information security policy, approved on 2026-02-01.
  by hand       Access control policy
                To be answered by hand.
";
    assert!(said.starts_with(expected), "{said}");
    let expected = "
Sub-processors
  Hosting Ltd
    Runs our servers (Ireland) · personal

Organisation and governance
    1  supported     Do you have an information security policy that management approved and that is
                     reviewed at least once a year?
                     Information security policy, approved on 2026-02-01.
                     information-security: Information security policy, 2026-02-01
    2  by hand       Who is responsible for information security?
                     To be answered by hand.
";
    assert!(said.contains(expected), "{said}");
    let expected = "
   16  supported     Who needs a second factor to sign in?
                     “Everybody signs in to production through the identity provider with a second
                     factor; the setting is exported each month.” (AC-1)
                     AC-1: configuration, 2026-11-10 · AC-1: test of design, 2026-10-01
";
    assert!(said.contains(expected), "{said}");
    assert!(said.contains("We rely on Hosting Ltd for: “Guards at the data centre.”\n"), "{said}");
}

/// What goes out in answer to a question.
fn goes_out(yaml: &str) -> String {
    answered(yaml, |enterprise| {
        let sheet = Sheet::of(enterprise, &Options { themes: vec!["access".to_owned()], ..for_buyers() });
        sheet.themes[0].answers[1].draft.clone()
    })
}

#[test]
fn words_that_name_somebody_or_a_place_do_not_go_out() {
    assert!(goes_out(BASE).starts_with("“Everybody signs in"));
    let told = |instead: &str| goes_out(&BASE.replace("the setting is exported each month", instead));
    let by_hand = "To be answered by hand.";
    assert_eq!(told("Ada Lund exports the setting"), by_hand);
    assert_eq!(told("Okoro exports the setting"), by_hand);
    assert_eq!(told("the setting is kept at https://wiki.other.example"), by_hand);
    assert_eq!(told("write to it@acorn.example"), by_hand);
    // Part of another word is nobody's name.
    assert_ne!(told("Adaptive sign-in is on"), by_hand);
    let with_path = BASE
        .replace("url: \"https://wiki.example/mfa\"", "url: mfa-settings.txt")
        .replace("the setting is exported each month", "see mfa-settings.txt each month");
    assert_eq!(goes_out(&with_path), by_hand);
    // Free names are names too, where nobody is listed.
    let people = &BASE[BASE.find("people:").unwrap()..BASE.find("systems:").unwrap()];
    let free = BASE.replace(people, "").replace("owner: ada", "owner: Zoe Marsh").replace("ben", "max");
    assert_ne!(goes_out(&free), by_hand);
    assert_eq!(goes_out(&free.replace("the setting is exported each month", "Zoe exports the setting")), by_hand);
}

#[test]
fn the_list_of_sub_processors_goes_out_whole_or_not_at_all() {
    let lines = |yaml: &str| {
        answered(yaml, |enterprise| {
            let sheet = Sheet::of(enterprise, &for_buyers());
            (sheet.sub_processors.len(), sheet.unsaid)
        })
    };
    assert_eq!(lines(BASE), (1, None));
    let more = BASE.replace("vendors:\n", "vendors:\n  - { id: other, name: Other Ltd }\n");
    assert_eq!(lines(&more), (0, Some("To be answered by hand.".to_owned())));
    // A list that names one of our people, or an address, is for a person to send.
    let by_hand = (0, Some("To be answered by hand.".to_owned()));
    assert_eq!(lines(&BASE.replace("name: Hosting Ltd", "name: Ben Okoro")), by_hand);
    assert_eq!(lines(&BASE.replace("name: Hosting Ltd", "name: ops@host.example")), by_hand);
    let named = BASE.replace("name: Hosting Ltd", "name: Ben Okoro");
    let said = |yaml: &str| answered(yaml, |enterprise| text(enterprise, "terminal", &for_buyers(), 100));
    assert_eq!(said(BASE).matches("The list stands below.").count(), 2);
    assert_eq!(said(&named).matches("The list stands below.").count(), 0);
    // An agreement that is missing keeps nobody off the list.
    assert_eq!(lines(&BASE.replace("    dpa: 2026-01-10\n", "")), (1, None));
}
