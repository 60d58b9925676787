//! What customers are promised, asked in plain words: each promise brings a category with it.

use inquire::Confirm;

use crate::cli::command::init::draft::{Draft, with_security};
use crate::cli::command::init::select::{Asked, select};
use crate::model::date::Date;
use crate::model::words::{Category, PrivacyRole};

pub(super) fn availability(draft: &mut Draft, _: Date) -> Asked {
    promise(draft, Category::Availability, "Do you promise your customers a level of uptime?")
}

pub(super) fn confidentiality(draft: &mut Draft, _: Date) -> Asked {
    promise(draft, Category::Confidentiality, "Do customers give you information they expect you to keep secret?")
}

pub(super) fn processing_integrity(draft: &mut Draft, _: Date) -> Asked {
    let question = "Must what you compute be complete and exact, such as payments or payroll?";
    promise(draft, Category::ProcessingIntegrity, question)
}

pub(super) fn privacy(draft: &mut Draft, _: Date) -> Asked {
    let question = "Do you collect personal information about people for purposes of your own, or answer to them?";
    promise(draft, Category::Privacy, question)
}

/// Asks for a promise that brings a category with it.
fn promise(draft: &mut Draft, category: Category, question: &str) -> Asked {
    let mut chosen = draft.categories.clone().unwrap_or_default();
    let help = format!("yes adds {} to security, which every report has", category.plain());
    let yes = Confirm::new(question).with_default(chosen.contains(&category)).with_help_message(&help).prompt()?;
    chosen.retain(|known| *known != category);
    chosen.extend(yes.then_some(category));
    draft.categories = Some(with_security(chosen));
    Ok(())
}

pub(super) fn has_privacy(draft: &Draft) -> bool {
    draft.categories.as_ref().is_some_and(|categories| categories.contains(&Category::Privacy))
}

pub(super) fn privacy_role(draft: &mut Draft, _: Date) -> Asked {
    let roles = [
        ("We do (controller)", PrivacyRole::Controller),
        ("Our customers do (processor)", PrivacyRole::Processor),
        ("Each for some of it (both)", PrivacyRole::Both),
    ];
    draft.privacy_role = select("Who decides why personal information is used?", &roles, draft.privacy_role)?;
    Ok(())
}
