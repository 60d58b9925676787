//! The interview, on a terminal of 80 columns.

use rexpect::session::{PtySession, spawn_command};

use crate::command::sentence::Folder;

const UP: &str = "\u{1b}[A";
const DOWN: &str = "\u{1b}[B";
const ESCAPE: &str = "\u{1b}";

/// Starts the interview with some flags; a terminal has a width, and a test says which.
fn interview(folder: &Folder, flags: &str) -> PtySession {
    coloured(folder, flags, false)
}

/// The same, on a terminal that may show colours.
fn coloured(folder: &Folder, flags: &str, may: bool) -> PtySession {
    let program = env!("CARGO_BIN_EXE_gapcheck");
    let mut command = std::process::Command::new("sh");
    command.arg("-c").arg(format!("stty rows 40 cols 80; exec '{program}' init {flags}")).current_dir(folder.root());
    command.env("TERM", "xterm").env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE");
    if !may {
        command.env("NO_COLOR", "1");
    }
    spawn_command(command, Some(20_000)).expect("a terminal")
}

/// Waits for a question, and answers it.
#[track_caller]
fn answer(session: &mut PtySession, question: &str, keys: &str) {
    session.exp_string(question).unwrap_or_else(|error| panic!("{question}: {error}"));
    session.send(keys).expect("keys");
    session.flush().expect("keys");
}

#[track_caller]
fn ends(session: &mut PtySession, code: i32) -> String {
    let rest = session.exp_eof().expect("the end");
    // The library does not hand out the type of the status.
    let status = format!("{:?}", session.process().wait().expect("a status"));
    assert!(status.starts_with("Exited(") && status.ends_with(&format!(", {code})")), "{status}: {rest}");
    rest
}

#[test]
fn every_question_answered_writes_what_was_said() {
    let folder = Folder::with(&[]);
    let mut session = interview(&folder, "--policies policies");
    let ask = &mut session;
    answer(ask, "What is your organisation called?", "\r");
    answer(ask, "it needs a name", "Pinecrate\r");
    answer(ask, "What is the service called?", "Workshop Planner\r");
    answer(ask, "level of uptime? (y/N)", "y\r");
    answer(ask, "expect you to keep secret? (y/N)", "\r");
    answer(ask, "payments or payroll?", "n\r");
    answer(ask, "Do you collect personal information", "y\r");
    answer(ask, "Who decides why personal information is used?", &format!("{DOWN}\r"));
    answer(ask, "Which report do you want first?", &format!("{DOWN}{UP}{DOWN}\r"));
    answer(ask, "When does the period begin?", "2027-03-01\r");
    answer(ask, "When does it end? (2027-08-31)", "2027-04-01\r");
    let again = format!("{}2027-09-30\r", "\u{7f}".repeat(10));
    answer(ask, "the period has 32 days; with three months it ends on 2027-05-31 or later", &again);
    answer(ask, "How many people work on it?", "4\r");
    answer(ask, "Who of them will answer for controls?", "Ana Roe (CTO), Bo Crate\r");
    answer(ask, "Where does it run?", "aws\r");
    answer(ask, "What do people sign in through?", "okta\r");
    answer(ask, "Where does the code live?", "github\r");
    answer(ask, "Where are staff kept on record?", "none\r");
    answer(ask, "On which other vendors do you rely?", "Stripe, Sentry\r");
    let said = ends(ask, 0);
    assert!(said.contains("inventory.yaml: 84 controls for 54 criteria, all planned, none claimed"), "{said}");
    let text = folder.text("inventory.yaml");
    for line in [
        "organization: Pinecrate\n",
        "  system: Workshop Planner\n",
        "  categories: [security, availability, privacy]\n",
        "  period: { start: 2027-03-01, end: 2027-09-30 }\n",
        "  privacy_role: processor\n",
        "  - { id: ana-roe, name: Ana Roe, days_per_week: 2,",
        "  - { id: bo-crate, name: Bo Crate, days_per_week: 2,",
        "  - { id: infrastructure, name: AWS, kind: infrastructure,",
        "  - id: okta\n",
        "  - id: sentry\n",
    ] {
        assert!(text.contains(line), "{line}");
    }
    folder.run(&["check", "inventory.yaml"]).ends(0);
    assert_eq!(folder.names(), ["inventory.yaml", "policies"]);
}

#[test]
fn what_flags_say_is_not_asked_and_esc_goes_back() {
    let folder = Folder::with(&[]);
    let flags = "--organization Pinecrate --system Planner --category availability --cloud none --code-host none --hr none --identity-provider none --vendor Stripe";
    let mut session = interview(&folder, flags);
    let ask = &mut session;
    answer(ask, "Which report do you want first?", &format!("{DOWN}\r"));
    answer(ask, "When does the period begin?", ESCAPE);
    answer(ask, "Which report do you want first?", &format!("{UP}\r"));
    answer(ask, "Of which date is it to speak?", "2027-05-31\r");
    answer(ask, "How many people work on it?", "0\r");
    answer(ask, "a whole number, such as 4", "\u{7f}1\r");
    answer(ask, "Who of them will answer for controls?", "\r");
    ends(ask, 0);
    let text = folder.text("inventory.yaml");
    assert!(text.contains("  report: type1\n  as_of: 2027-05-31\n"), "{text}");
    assert!(text.contains("  - { id: founder, name: Founder, "));
}

#[test]
fn whoever_leaves_finds_nothing_written() {
    for keys in ["\u{3}", ESCAPE] {
        let folder = Folder::with(&[]);
        let mut session = interview(&folder, "--policies policies");
        answer(&mut session, "What is your organisation called?", keys);
        let said = ends(&mut session, 2);
        assert!(said.contains("Left: nothing was written."), "{said}");
        assert_eq!(folder.names(), [""; 0]);
    }
    let folder = Folder::with(&[]);
    let mut session = interview(&folder, "");
    answer(&mut session, "What is your organisation called?", "Pinecrate\r");
    answer(&mut session, "What is the service called?", "\u{3}");
    ends(&mut session, 2);
    assert_eq!(folder.names(), [""; 0]);
}

#[test]
fn what_is_there_already_is_said_before_the_first_question() {
    let folder = Folder::with(&[("inventory.yaml", "mine\n")]);
    let mut session = interview(&folder, "");
    let said = ends(&mut session, 2);
    assert!(
        said.contains("error: inventory.yaml is there already and is never overwritten; name another place"),
        "{said}"
    );
    assert!(!said.contains('?'));
    assert_eq!(folder.text("inventory.yaml"), "mine\n");
    let folder = Folder::with(&[("policies/privacy.md", "mine\n")]);
    let said = ends(&mut interview(&folder, "--policies policies"), 2);
    assert!(said.contains("error: policies/privacy.md is there already and is never overwritten"), "{said}");
    assert!(!said.contains('?'));
}

#[test]
fn colours_follow_the_choice_made_for_the_run() {
    let folder = Folder::with(&[]);
    let green = "\u{1b}[38;5;10m";
    let shown = |flags: &str, may: bool| {
        let mut session = coloured(&folder, flags, may);
        let said = session.exp_string("organisation called?").expect("a question");
        session.send("\u{3}").expect("keys");
        session.flush().expect("keys");
        session.exp_eof().expect("the end");
        said
    };
    assert!(shown("", true).contains(green));
    assert!(!shown("", false).contains(green), "NO_COLOR is set");
    assert!(!shown("--color never", true).contains(green));
}
