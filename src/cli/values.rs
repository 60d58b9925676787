//! The words that options accept, from the lists the program itself uses.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::model::criterion_id::NotAnId;
use crate::model::date::Date;
use crate::model::description::DescriptionState;
use crate::model::enterprise::FailOn;
use crate::model::level::Level;
use crate::model::portfolio::Order;
use crate::model::trend::Every;
use crate::model::words::{Category, PrivacyRole, ReportType};
use crate::propose::accept::Choice;
use crate::report::criteria::CRITERIA_FORMATS;
use crate::report::format::Formats;

/// The formats of a report.
pub(super) fn formats<Render>(formats: Formats<Render>) -> PossibleValuesParser {
    PossibleValuesParser::new(formats.iter().map(|format| PossibleValue::new(format.name).help(format.summary)))
}

pub(super) fn criteria_formats() -> PossibleValuesParser {
    PossibleValuesParser::new(CRITERIA_FORMATS.iter().map(|format| PossibleValue::new(format.name)))
}

/// Levels by the words of the contract, with the two that others use for the same.
pub(super) fn levels() -> impl clap::builder::TypedValueParser<Value = Level> {
    let words = Level::ALL.iter().map(|level| PossibleValue::new(level.word()));
    let others = ["medium", "critical"].map(|word| PossibleValue::new(word).hide(true));
    PossibleValuesParser::new(words.chain(others)).try_map(|word| word.parse::<Level>())
}

pub(super) fn categories() -> impl clap::builder::TypedValueParser<Value = Category> {
    let words = Category::ALL.iter().map(|category| PossibleValue::new(category.word()));
    // The spelling of the JSON result is understood too.
    let others = [PossibleValue::new("processing_integrity").hide(true)];
    PossibleValuesParser::new(words.chain(others)).try_map(|word| word.parse::<Category>())
}

/// The states that fail the gate of what buyers ask.
pub(super) fn fail_on() -> impl clap::builder::TypedValueParser<Value = FailOn> {
    PossibleValuesParser::new(FailOn::ALL.iter().map(|on| PossibleValue::new(on.word())))
        .try_map(|word| word.parse::<FailOn>())
}

/// The states at which the gate of a description can be set.
pub(super) fn description_gates() -> impl clap::builder::TypedValueParser<Value = DescriptionState> {
    let gates = [DescriptionState::NotWritable, DescriptionState::Partly];
    let words = gates.map(|state| PossibleValue::new(state.word()));
    let others = [PossibleValue::new("not_writable").hide(true)];
    PossibleValuesParser::new(words.into_iter().chain(others)).try_map(|word| word.parse::<DescriptionState>())
}

/// A control with the criteria taken for it: `AC-02=CC6.2,CC6.3`.
pub(super) fn choice(text: &str) -> Result<Choice, String> {
    let (control, criteria) = text.rsplit_once('=').ok_or("write the id of a control, `=` and its criteria")?;
    let criteria = criteria.split(',').map(|id| {
        let id = id.trim();
        id.parse().map_err(|NotAnId| format!("`{id}` is not the id of a criterion"))
    });
    Ok(Choice { control: control.trim().to_owned(), criteria: criteria.collect::<Result<_, String>>()? })
}

/// In which order organisations are listed.
pub(super) fn steps() -> impl clap::builder::TypedValueParser<Value = Every> {
    PossibleValuesParser::new(Every::ALL.iter().map(|every| PossibleValue::new(every.word())))
        .try_map(|word| word.parse::<Every>())
}

pub(super) fn orders() -> impl clap::builder::TypedValueParser<Value = Order> {
    PossibleValuesParser::new(Order::ALL.iter().map(|order| PossibleValue::new(order.word())))
        .try_map(|word| word.parse::<Order>())
}

pub(super) fn reports() -> impl clap::builder::TypedValueParser<Value = ReportType> {
    let words = ReportType::ALL.iter().map(|report| PossibleValue::new(report.word()));
    let others = ["type-1", "type-2", "type-i", "type-ii"].map(|word| PossibleValue::new(word).hide(true));
    PossibleValuesParser::new(words.chain(others)).try_map(|word| word.parse::<ReportType>())
}

pub(super) fn privacy_roles() -> impl clap::builder::TypedValueParser<Value = PrivacyRole> {
    PossibleValuesParser::new(PrivacyRole::ALL.iter().map(|role| PossibleValue::new(role.word())))
        .try_map(|word| word.parse::<PrivacyRole>())
}

/// A period as two dates with dots between them.
pub(super) fn period(text: &str) -> Result<(Date, Date), String> {
    let Some((start, end)) = text.split_once("..") else {
        return Err("write both days, such as 2027-03-01..2027-08-31".to_owned());
    };
    Ok((start.trim().parse()?, end.trim().parse()?))
}
