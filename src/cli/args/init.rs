//! What `gapcheck init` understands.

use std::path::PathBuf;

use clap::Args;

use crate::cli::values;
use crate::model::date::Date;
use crate::model::words::{Category, PrivacyRole, ReportType};

/// `gapcheck init`.
#[derive(Args, Debug)]
pub struct Init {
    /// Where to write the inventory, or - for standard output. A file that is there is never overwritten
    #[arg(short, long, value_name = "FILE", default_value = "inventory.yaml")]
    pub output: PathBuf,

    /// Also write skeletons of the policies and procedures into a folder beside the inventory, or below
    #[arg(long, value_name = "DIR")]
    pub policies: Option<PathBuf>,

    /// Print the inventory and write nothing
    #[arg(long)]
    pub dry_run: bool,

    /// Ask nothing: what is not given takes its default. Only --organization has none
    #[arg(short, long, alias = "no-input")]
    pub yes: bool,

    /// The answers given beforehand.
    #[command(flatten, next_help_heading = "Answers, for which a terminal asks otherwise")]
    pub answers: InitAnswers,
}

/// What would be asked on a terminal.
#[derive(Args, Debug)]
pub struct InitAnswers {
    /// The name of the organisation
    #[arg(long, value_name = "NAME")]
    pub organization: Option<String>,

    /// The name of the service, as customers know it [default: the organisation's]
    #[arg(long, value_name = "NAME")]
    pub system: Option<String>,

    /// A category of the report; security always is one. Can be repeated [default: security alone]
    #[arg(long, value_name = "NAME", value_delimiter = ',', value_parser = values::categories())]
    pub category: Vec<Category>,

    /// type1: the design of controls at a date. type2: also how they ran over months [default: type1]
    #[arg(long, value_name = "TYPE", value_parser = values::reports())]
    pub report: Option<ReportType>,

    /// The date a type 1 report is to speak of [default: the end of the sixth month from now]
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<Date>,

    /// The period a type 2 report is to speak of, 3 to 12 months, such as 2027-03-01..2027-08-31 [default: six months,
    /// from the fourth month from now]
    #[arg(long, value_name = "START..END", value_parser = values::period)]
    pub period: Option<(Date, Date)>,

    /// With privacy: who decides why personal data is used, you (controller), your customers (processor), or both
    /// [default: both]
    #[arg(long, value_name = "ROLE", value_parser = values::privacy_roles())]
    pub privacy_role: Option<PrivacyRole>,

    /// How many people work on it [default: as many as are named, else 5]
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub people: Option<u32>,

    /// Somebody who will answer for controls, such as "Ana Roe" or "Ana Roe (CTO)". Can be repeated
    #[arg(long, value_name = "NAME")]
    pub name: Vec<String>,

    /// Where the service runs, such as AWS, or none for servers of your own. Can be repeated
    #[arg(long, value_name = "NAME")]
    pub cloud: Vec<String>,

    /// What people sign in through, such as Okta. Can be repeated
    #[arg(long, value_name = "NAME")]
    pub identity_provider: Vec<String>,

    /// Where the code lives, such as GitHub. Can be repeated
    #[arg(long, value_name = "NAME")]
    pub code_host: Vec<String>,

    /// Where staff are kept on record, such as Personio. Can be repeated
    #[arg(long, value_name = "NAME")]
    pub hr: Vec<String>,

    /// Another vendor you rely on. Can be repeated
    #[arg(long, value_name = "NAME")]
    pub vendor: Vec<String>,
}
