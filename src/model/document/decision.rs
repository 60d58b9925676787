//! Decisions about gaps, as they are written.

use crate::model::date::Date;
use crate::model::effort::Effort;
use crate::model::level::Level;
use crate::model::words::TaskStatus;
use crate::record;
use crate::source::file::Located;
use crate::source::reader::Text;

record! {
    /// A gap somebody signed for.
    pub struct Acceptance as "an acceptance" {
        /// The id of the gap, such as AC-02:evidence-stale.
        gap: Located<Text>,
        /// Why it is accepted.
        rationale: Text,
        /// Who accepted it.
        approved_by: Located<Text>,
        /// When.
        approved: Option<Located<Date>>,
        /// Until when; a gap is never accepted for good.
        expires: Located<Date>,
        /// The level it was accepted at.
        level: Option<Level>,
    }
}

record! {
    /// What the organisation decided about a gap.
    pub struct Remediation as "a remediation entry" {
        /// The id of the gap, such as AC-02:evidence-absent.
        gap: Located<Text>,
        /// Who closes it.
        owner: Option<Located<Text>>,
        /// By when.
        due: Option<Located<Date>>,
        /// How much work it is: in working days, such as 2d, 0.5d or 1w (five days), or as a range with low, likely and high.
        effort: Option<Effort>,
        /// How far it has come. Default: open.
        status: Option<TaskStatus>,
        /// Ids of gaps that must be closed first.
        depends_on: Vec<Located<Text>>,
        /// Where it is tracked.
        ticket: Option<String>,
        /// What to do, in a line. Default: what gapcheck proposes.
        title: Option<Text>,
        /// What to do, step by step. Default: what gapcheck proposes.
        steps: Vec<Text>,
        /// What it takes beside time. Default: what gapcheck proposes.
        resources: Option<Text>,
    }
}
