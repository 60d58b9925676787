//! A bar for work that takes a while, on a terminal and nowhere else.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long work may take before anybody wonders.
const PATIENCE: Duration = Duration::from_millis(300);

/// How the bar looks. Names of files are no part of it: they are not ours.
const BYTES: &str = "{msg} {bytes} of {total_bytes}  {wide_bar}  {bytes_per_sec}  {eta} left";
/// How it looks over many inventories.
const ASSESSING: &str = "assessing {human_pos} of {human_len}  {wide_bar}  {per_sec}  {eta} left";

/// How it looks over a history.
const READING: &str = "reading {human_pos} of {human_len} commits  {wide_bar}  {per_sec}  {eta} left";

/// How much of how much is done.
pub struct Progress {
    bar: ProgressBar,
    wanted: bool,
}

impl Progress {
    /// Work on some bytes begins, such as `hashing`; nothing is shown yet.
    pub fn of(work: &'static str, bytes: u64) -> Self {
        let shown = Self::shown(bytes, BYTES, std::io::stderr().is_terminal());
        shown.bar.set_message(work);
        shown
    }

    /// Some inventories are to be assessed; nothing is shown yet.
    pub fn of_inventories(count: usize) -> Self {
        Self::shown(u64::try_from(count).unwrap_or(u64::MAX), ASSESSING, std::io::stderr().is_terminal())
    }

    /// Some revisions of an inventory are to be assessed; nothing is shown yet.
    pub fn of_revisions(count: usize) -> Self {
        Self::of_inventories(count)
    }

    /// Some commits are to be read; nothing is shown yet.
    pub fn of_commits(count: usize) -> Self {
        Self::shown(u64::try_from(count).unwrap_or(u64::MAX), READING, std::io::stderr().is_terminal())
    }

    /// Work that is part of other work, which shows how far it is.
    pub fn within() -> Self {
        Self::shown(0, BYTES, false)
    }

    fn shown(all: u64, layout: &str, wanted: bool) -> Self {
        let bar = ProgressBar::with_draw_target(Some(all), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(layout) {
            bar.set_style(style.progress_chars("█▉▊▋▌▍▎▏░"));
        }
        Self { bar, wanted }
    }

    /// Some more is done; the bar comes up once the work has taken a while.
    pub fn done(&self, more: u64) {
        self.bar.inc(more);
        if self.wanted && self.bar.is_hidden() && self.bar.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
