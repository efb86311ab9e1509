//! The progress bar of long runs.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::Context;

/// A run that ends sooner shows no bar: one that flashes by is noise.
const PATIENCE: Duration = Duration::from_millis(400);

/// A bar on standard error, that appears where a run takes its time and is gone when it ends.
pub(super) struct Progress {
    bar: ProgressBar,
    ended: Option<Sender<()>>,
}

impl Context {
    /// A bar, where there is a terminal to show it.
    pub(super) fn progress(&self, message: &'static str) -> Progress {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        bar.set_message(message);
        let shown = console::Term::stderr().is_term() && !self.options.quiet && !self.environment.ci;
        Progress { ended: shown.then(|| show_late(&bar)), bar }
    }
}

fn show_late(bar: &ProgressBar) -> Sender<()> {
    let (ended, wait) = mpsc::channel();
    let bar = bar.clone();
    thread::spawn(move || {
        if wait.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
            bar.set_draw_target(ProgressDrawTarget::stderr());
            bar.enable_steady_tick(Duration::from_millis(100));
        }
    });
    ended
}

impl Progress {
    /// From now on, so many steps are counted.
    pub(super) fn steps(&self, steps: usize, message: &'static str) {
        let style = ProgressStyle::with_template("{spinner} {msg} {wide_bar} {pos}/{len}");
        self.bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        self.bar.set_length(steps as u64);
        self.bar.set_message(message);
    }

    /// One step is done.
    pub(super) fn step(&self) {
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        // A bar that has not appeared by now must not appear when it is over.
        self.ended = None;
        self.bar.finish_and_clear();
    }
}
