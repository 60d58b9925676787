//! What must be finished before what.

use crate::model::precedence::{self, Round};
use crate::plan::schedule::Job;

/// Jobs whose dependencies go round nowhere.
#[derive(Clone, Debug)]
pub struct Network {
    jobs: Vec<Job>,
    before: Vec<Vec<usize>>,
    order: Vec<usize>,
}

impl Network {
    /// The network of some jobs.
    ///
    /// # Errors
    ///
    /// The rounds in which their dependencies go, where they do.
    pub fn new(mut jobs: Vec<Job>) -> Result<Self, Vec<Round>> {
        let number = jobs.len();
        for job in &mut jobs {
            job.effort = job.effort.max(1);
            // One job is waited for once, and only one that there is.
            job.after.retain(|first| *first < number);
            job.after.sort_unstable();
            job.after.dedup();
        }
        let after: Vec<Vec<usize>> = jobs.iter().map(|job| job.after.clone()).collect();
        let order = precedence::order(&after)?;
        let mut before = vec![Vec::new(); number];
        for (at, job) in jobs.iter().enumerate() {
            for first in &job.after {
                before.get_mut(*first).into_iter().for_each(|waiting| waiting.push(at));
            }
        }
        Ok(Self { jobs, before, order })
    }

    /// The jobs.
    #[must_use]
    pub fn jobs(&self) -> &[Job] {
        &self.jobs
    }

    /// The jobs that wait for one.
    #[must_use]
    pub fn waiting_for(&self, at: usize) -> &[usize] {
        self.before.get(at).map_or(&[], Vec::as_slice)
    }

    /// The jobs in an order in which each stands after all it waits for.
    #[must_use]
    pub fn order(&self) -> &[usize] {
        &self.order
    }
}
