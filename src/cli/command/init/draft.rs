//! Answers while some of them are still open.

use anyhow::{Result, anyhow, bail};

use crate::cli::args::InitAnswers;
use crate::init::answers::{Answers, Name, Stack, Used};
use crate::init::dates;
use crate::model::date::{Date, Period};
use crate::model::scope::Report;
use crate::model::words::{Category, PrivacyRole, ReportType};

/// How many people are taken to work on it where nobody says: few, since what needs many would be promised in vain.
const PEOPLE: u32 = 5;

/// Answers, each `None` until it is given.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub organization: Option<String>,
    pub system: Option<String>,
    pub categories: Option<Vec<Category>>,
    pub report: Option<ReportType>,
    pub as_of: Option<Date>,
    pub start: Option<Date>,
    pub end: Option<Date>,
    pub privacy_role: Option<PrivacyRole>,
    pub people: Option<u32>,
    pub names: Option<Vec<Name>>,
    pub cloud: Option<Used>,
    pub identity_provider: Option<Used>,
    pub code_host: Option<Used>,
    pub hr: Option<Used>,
    pub vendors: Option<Vec<String>>,
}

impl Draft {
    /// What the flags say.
    ///
    /// # Errors
    ///
    /// When two of them do not go together, or one cannot be meant.
    pub(super) fn of(args: &InitAnswers, today: Date) -> Result<Self> {
        let used = |names: &[String]| Some(Used::parse(names)).filter(|used| *used != Used::Unsaid);
        let draft = Self {
            organization: said("--organization", args.organization.as_ref())?,
            system: said("--system", args.system.as_ref())?,
            categories: (!args.category.is_empty()).then(|| with_security(args.category.clone())),
            report: args.report.or_else(|| told_by_dates(args)),
            as_of: args.as_of,
            start: args.period.map(|(start, _)| start),
            end: args.period.map(|(_, end)| end),
            privacy_role: args.privacy_role,
            people: args.people,
            names: names(&args.name)?,
            cloud: used(&args.cloud),
            identity_provider: used(&args.identity_provider),
            code_host: used(&args.code_host),
            hr: used(&args.hr),
            vendors: (!args.vendor.is_empty()).then(|| args.vendor.clone()),
        };
        draft.check(today)?;
        Ok(draft)
    }

    fn check(&self, today: Date) -> Result<()> {
        match self.report {
            Some(ReportType::Type1) if self.start.is_some() => {
                bail!("a type 1 report speaks of a date: give --as-of in place of --period, or ask for --report type2")
            }
            Some(ReportType::Type2) if self.as_of.is_some() => {
                bail!(
                    "a type 2 report speaks of a period: give --period in place of --as-of, or ask for --report type1"
                )
            }
            _ => {}
        }
        if let Some(as_of) = self.as_of {
            dates::check(as_of, today).map_err(|error| anyhow!("--as-of: {error}"))?;
        }
        if let (Some(start), Some(end)) = (self.start, self.end) {
            dates::check_period(&Period::between(start, end), today).map_err(|error| anyhow!("--period: {error}"))?;
        }
        if self.privacy_role.is_some()
            && self.categories.as_ref().is_some_and(|categories| !categories.contains(&Category::Privacy))
        {
            bail!("--privacy-role goes with the category privacy: add --category privacy, or leave it out");
        }
        let (named, people) = (self.names.iter().flatten().count(), self.people.unwrap_or(u32::MAX));
        if u32::try_from(named).is_ok_and(|named| named > people) {
            bail!("--people says {people}, and {named} are named by --name");
        }
        Ok(())
    }

    /// The flags that have to be given where nobody can be asked.
    pub(super) fn missing(&self) -> Vec<&'static str> {
        let asked = [
            ("--organization", self.organization.is_some()),
            ("--system", self.system.is_some()),
            ("--category", self.categories.is_some()),
            ("--report", self.report.is_some()),
            ("--people", self.people.is_some()),
        ];
        asked.into_iter().filter(|(_, given)| !given).map(|(flag, _)| flag).collect()
    }

    /// The answers, with the default for each that is open.
    ///
    /// # Errors
    ///
    /// When the organisation has no name.
    pub(super) fn by_default(self, today: Date) -> Result<Answers> {
        if self.organization.is_none() {
            bail!("give the name of the organisation: gapcheck init --organization \"Acme Inc.\" --yes");
        }
        self.finished(today)
    }

    /// The answers, once those that must be given are.
    ///
    /// # Errors
    ///
    /// When the organisation has no name.
    pub(super) fn finished(self, today: Date) -> Result<Answers> {
        let Some(organization) = self.organization else { bail!("the organisation has no name") };
        let names = self.names.unwrap_or_default();
        let start = self.start.unwrap_or_else(|| dates::start(today));
        let report = match self.report.unwrap_or_default() {
            ReportType::Type1 => Report::Type1 { as_of: self.as_of.unwrap_or_else(|| dates::type1(today)) },
            ReportType::Type2 => {
                Report::Type2 { period: Period::between(start, self.end.unwrap_or_else(|| dates::end(start))) }
            }
        };
        let counted = u32::try_from(names.len()).ok().filter(|counted| *counted > 0);
        Ok(Answers {
            system: self.system.unwrap_or_else(|| organization.clone()),
            organization,
            categories: with_security(self.categories.unwrap_or_default()),
            report,
            privacy_role: self.privacy_role.unwrap_or(PrivacyRole::Both),
            people: self.people.or(counted).unwrap_or(PEOPLE),
            names,
            stack: Stack {
                cloud: self.cloud.unwrap_or_default(),
                identity_provider: self.identity_provider.unwrap_or_default(),
                code_host: self.code_host.unwrap_or_default(),
                hr: self.hr.unwrap_or_default(),
            },
            vendors: self.vendors.unwrap_or_default(),
        })
    }
}

/// Categories in report order, each once, security among them.
pub(super) fn with_security(mut categories: Vec<Category>) -> Vec<Category> {
    categories.push(Category::Security);
    categories.sort_unstable();
    categories.dedup();
    categories
}

/// A date of one type of report says which type is meant.
fn told_by_dates(args: &InitAnswers) -> Option<ReportType> {
    match (args.as_of, args.period) {
        (Some(_), None) => Some(ReportType::Type1),
        (None, Some(_)) => Some(ReportType::Type2),
        _ => None,
    }
}

fn said(flag: &str, text: Option<&String>) -> Result<Option<String>> {
    match text.map(|text| text.trim()) {
        Some("") => bail!("{flag} is empty"),
        text => Ok(text.map(str::to_owned)),
    }
}

fn names(texts: &[String]) -> Result<Option<Vec<Name>>> {
    if texts.is_empty() {
        return Ok(None);
    }
    let name =
        |text: &String| Name::parse(text).ok_or_else(|| anyhow!("--name holds no name: write \"Ana Roe (CTO)\""));
    texts.iter().map(name).collect::<Result<Vec<Name>>>().map(Some)
}
