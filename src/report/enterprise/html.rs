//! What buyers ask, as a page for a browser.

use crate::report::enterprise::EnterpriseFormat;
use crate::report::format::Content;

/// The format `html`.
pub(super) static FORMAT: EnterpriseFormat = EnterpriseFormat {
    name: "html",
    extension: "html",
    summary: "documents, sub-processors and answers as one page for a browser",
    styled: false,
    render: |sheet, _| Content::Text(crate::report::html::enterprise::document(sheet)),
};
