//! What buyers ask, as a workbook: documents, sub-processors, the questionnaire.

use crate::report::enterprise::EnterpriseFormat;

/// The format `xlsx`.
pub(super) static FORMAT: EnterpriseFormat = EnterpriseFormat {
    name: "xlsx",
    extension: "xlsx",
    summary: "documents, sub-processors and the questionnaire as a workbook",
    styled: false,
    render: |sheet, _| crate::report::xlsx::enterprise::document(sheet),
};
