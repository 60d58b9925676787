//! What an organisation has to show before a buyer signs: documents, sub-processors, and answers drawn from controls and evidence.
//!
//! A question is answered by what is on file and by nothing else: by controls that name one of its criteria and say what it asks,
//! by documents, by what other organisations are relied on for. Where nothing speaks to it, that is the answer.

mod answers;
mod desk;
mod documents;
mod health;
mod phrase;
mod relied;
mod reports;
mod row;
mod speaking;
mod sub_processors;

use crate::enterprise::desk::Desk;
use crate::model::assessment::Assessment;
use crate::model::enterprise::Enterprise;
use crate::model::enterprise_asked::Asked;
use crate::model::files::Files;

/// What an organisation has to show.
#[must_use]
pub fn enterprise<'a>(assessment: &'a Assessment<'a>, files: &'a Files, asked: &'a Asked) -> Enterprise<'a> {
    let desk = Desk::new(assessment, files, asked);
    let (sub_processors, unsaid) = sub_processors::sub_processors(&desk);
    let documents = documents::documents(&desk, &sub_processors, &unsaid);
    let answers = answers::answers(&desk, &documents);
    Enterprise { assessment, asked, documents, sub_processors, unsaid, answers }
}
