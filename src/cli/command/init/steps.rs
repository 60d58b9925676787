//! The questions of the interview, in order, in plain words.

use inquire::validator::Validation;
use inquire::{InquireError, Text};

use crate::cli::command::init::draft::Draft;
use crate::cli::command::init::promises;
use crate::cli::command::init::select::{Asked, select};
use crate::init::answers::{Name, Used};
use crate::init::dates;
use crate::model::date::{Date, Period};
use crate::model::words::ReportType;

/// A question.
pub(super) struct Step {
    /// Whether a flag has answered it.
    pub given: fn(&Draft) -> bool,
    /// Whether the answers before make sense of it.
    pub applies: fn(&Draft) -> bool,
    /// Asks, and keeps the answer.
    pub ask: fn(&mut Draft, Date) -> Asked,
}

const fn step(given: fn(&Draft) -> bool, ask: fn(&mut Draft, Date) -> Asked) -> Step {
    Step { given, applies: |_| true, ask }
}

/// The questions.
pub(super) static STEPS: [Step; 18] = [
    step(|draft| draft.organization.is_some(), organization),
    step(|draft| draft.system.is_some(), system),
    category(promises::availability),
    category(promises::confidentiality),
    category(promises::processing_integrity),
    category(promises::privacy),
    Step { applies: promises::has_privacy, ..step(|draft| draft.privacy_role.is_some(), promises::privacy_role) },
    step(|draft| draft.report.is_some(), report),
    Step { applies: |draft| !is_type2(draft), ..step(|draft| draft.as_of.is_some(), as_of) },
    Step { applies: is_type2, ..step(|draft| draft.start.is_some(), start) },
    Step { applies: is_type2, ..step(|draft| draft.end.is_some(), end) },
    step(|draft| draft.people.is_some(), people),
    step(|draft| draft.names.is_some(), names),
    step(
        |draft| draft.cloud.is_some(),
        |draft, _| {
            used(
                &mut draft.cloud,
                "Where does it run?",
                "such as AWS, Azure; several with commas; none for servers of your own",
            )
        },
    ),
    step(
        |draft| draft.identity_provider.is_some(),
        |draft, _| {
            used(
                &mut draft.identity_provider,
                "What do people sign in through?",
                "such as Okta, Google Workspace; none if there is no single sign-on",
            )
        },
    ),
    step(
        |draft| draft.code_host.is_some(),
        |draft, _| used(&mut draft.code_host, "Where does the code live?", "such as GitHub, GitLab; none"),
    ),
    step(
        |draft| draft.hr.is_some(),
        |draft, _| {
            used(
                &mut draft.hr,
                "Where are staff kept on record?",
                "such as Personio, Rippling; none for a file of your own",
            )
        },
    ),
    step(|draft| draft.vendors.is_some(), vendors),
];

const fn category(ask: fn(&mut Draft, Date) -> Asked) -> Step {
    // Categories given by flags are the whole answer; those chosen here come one by one.
    step(|draft| draft.categories.is_some(), ask)
}

fn organization(draft: &mut Draft, _: Date) -> Asked {
    let known = draft.organization.clone().unwrap_or_default();
    let question = Text::new("What is your organisation called?").with_initial_value(&known).with_validator(not_empty);
    draft.organization = Some(question.prompt()?.trim().to_owned());
    Ok(())
}

fn system(draft: &mut Draft, _: Date) -> Asked {
    let known = draft.system.clone().or_else(|| draft.organization.clone()).unwrap_or_default();
    let question = Text::new("What is the service called?").with_default(&known);
    draft.system = Some(question.with_validator(not_empty).prompt()?.trim().to_owned());
    Ok(())
}

fn report(draft: &mut Draft, _: Date) -> Asked {
    let types = [
        ("Type I: design, at one date", ReportType::Type1),
        ("Type II: also operation, over 3 to 12 months", ReportType::Type2),
    ];
    draft.report = select("Which report do you want first?", &types, draft.report)?;
    Ok(())
}

fn is_type2(draft: &Draft) -> bool {
    draft.report == Some(ReportType::Type2)
}

fn as_of(draft: &mut Draft, today: Date) -> Asked {
    let known = draft.as_of.unwrap_or_else(|| dates::type1(today));
    let check = move |date: Date| dates::check(date, today);
    draft.as_of = Some(date("Of which date is it to speak?", known, "by then controls have to be in place", check)?);
    Ok(())
}

fn start(draft: &mut Draft, today: Date) -> Asked {
    let known = draft.start.unwrap_or_else(|| dates::start(today));
    let check = move |date: Date| dates::check(date, today);
    let help = "by then controls have to run; until then you put them in place";
    draft.start = Some(date("When does the period begin?", known, help, check)?);
    Ok(())
}

fn end(draft: &mut Draft, today: Date) -> Asked {
    let start = draft.start.unwrap_or_else(|| dates::start(today));
    let known = draft.end.filter(|end| dates::check_period(&Period::between(start, *end), today).is_ok());
    let check = move |end: Date| dates::check_period(&Period::between(start, end), today);
    let known = known.unwrap_or_else(|| dates::end(start));
    draft.end = Some(date("When does it end?", known, "3 to 12 months later; six are usual for the first", check)?);
    Ok(())
}

fn people(draft: &mut Draft, _: Date) -> Asked {
    let known = draft.people.map(|people| people.to_string()).unwrap_or_default();
    let question = Text::new("How many people work on it?")
        .with_initial_value(&known)
        .with_help_message("founders and steady freelancers count; the controls are sized to it")
        .with_validator(|text: &str| {
            Ok(match text.trim().parse::<u32>() {
                Ok(1..=1_000_000) => Validation::Valid,
                _ => Validation::Invalid("a whole number, such as 4".into()),
            })
        });
    // The validator has let through nothing else.
    draft.people = question.prompt()?.trim().parse().ok();
    Ok(())
}

fn names(draft: &mut Draft, _: Date) -> Asked {
    let people = draft.people.unwrap_or(u32::MAX);
    let question = Text::new("Who of them will answer for controls?")
        .with_help_message("such as Ana Roe (CTO), Ben Poe; leave it empty to begin with roles")
        .with_validator(move |text: &str| {
            let named = listed(text).iter().filter_map(|name| Name::parse(name)).count();
            Ok(match u32::try_from(named) {
                Ok(named) if named <= people => Validation::Valid,
                _ => Validation::Invalid(format!("{named} names, of {people} people").into()),
            })
        });
    draft.names = Some(listed(&question.prompt()?).iter().filter_map(|name| Name::parse(name)).collect());
    Ok(())
}

fn used(answer: &mut Option<Used>, question: &str, help: &str) -> Asked {
    *answer = Some(Used::parse(&listed(&Text::new(question).with_help_message(help).prompt()?)));
    Ok(())
}

fn vendors(draft: &mut Draft, _: Date) -> Asked {
    let question = Text::new("On which other vendors do you rely?")
        .with_help_message("those that hold your customers' data or could stop you; empty for none");
    draft.vendors = Some(listed(&question.prompt()?));
    Ok(())
}

/// The parts of an answer with commas.
fn listed(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn date(
    question: &str,
    known: Date,
    help: &str,
    check: impl Fn(Date) -> Result<(), String> + Clone + 'static,
) -> Result<Date, InquireError> {
    let proposed = known.to_string();
    let validator = move |text: &str| {
        let checked = text.trim().parse::<Date>().and_then(&check);
        Ok(checked.map_or_else(|wrong| Validation::Invalid(wrong.into()), |()| Validation::Valid))
    };
    let asked = Text::new(question).with_default(&proposed).with_help_message(help).with_validator(validator);
    // The validator has let through nothing but dates.
    Ok(asked.prompt()?.trim().parse().unwrap_or(known))
}

#[expect(clippy::unnecessary_wraps, reason = "what a validator has to return")]
fn not_empty(text: &str) -> Result<Validation, inquire::CustomUserError> {
    Ok(if text.trim().is_empty() { Validation::Invalid("it needs a name".into()) } else { Validation::Valid })
}
