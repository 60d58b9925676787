//! A bar for work that takes a while, on a terminal and nowhere else.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How long work may take before anybody wonders.
const PATIENCE: Duration = Duration::from_millis(300);

/// How the bar looks. Names of files are no part of it: they are not ours.
const LAYOUT: &str = "{msg} {bytes} of {total_bytes}  {wide_bar}  {bytes_per_sec}  {eta} left";

/// How many bytes of how many are done.
pub struct Progress {
    bar: ProgressBar,
    wanted: bool,
}

impl Progress {
    /// Work on some bytes begins, such as `hashing`; nothing is shown yet.
    pub fn of(work: &'static str, bytes: u64) -> Self {
        let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::hidden());
        if let Ok(style) = ProgressStyle::with_template(LAYOUT) {
            bar.set_style(style.progress_chars("█▉▊▋▌▍▎▏░"));
        }
        bar.set_message(work);
        Self { bar, wanted: std::io::stderr().is_terminal() }
    }

    /// Some more bytes are done; the bar comes up once the work has taken a while.
    pub fn done(&self, bytes: u64) {
        self.bar.inc(bytes);
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
