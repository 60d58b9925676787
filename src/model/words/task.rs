//! Words of remediation.

use crate::vocabulary;

vocabulary! {
    /// How far a remediation task has come.
    pub enum TaskStatus as "task status" {
        /// Not begun.
        Open = "open",
        /// Begun.
        InProgress = "in-progress",
        /// Waiting for something else.
        Blocked = "blocked",
        /// Finished.
        Done = "done",
    }
    also {
        "todo" => Open,
        "planned" => Open,
        "not-started" => Open,
        "completed" => Done,
        "complete" => Done,
        "closed" => Done,
    }
}
