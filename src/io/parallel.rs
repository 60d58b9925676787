//! The same work on many things, by several hands; what comes of it is in the order of the things, whoever did it.

use std::sync::atomic::{AtomicUsize, Ordering};

/// How many hands there are on this machine.
#[must_use]
pub fn hands() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Does some work on each thing, with so many hands and never more than there are things.
pub fn in_order<Thing: Sync, Made: Send>(
    things: &[Thing],
    hands: usize,
    work: impl Fn(&Thing) -> Made + Sync,
) -> Vec<Made> {
    let next = AtomicUsize::new(0);
    let some = || {
        let mut made = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(thing) = things.get(at) else { return made };
            made.push((at, work(thing)));
        }
    };
    let mut made = std::thread::scope(|scope| {
        let others: Vec<_> = (1..hands.min(things.len())).map(|_| scope.spawn(some)).collect();
        let mut made = some();
        for other in others {
            // What went wrong in another thread goes wrong here.
            made.extend(other.join().unwrap_or_else(|payload| std::panic::resume_unwind(payload)));
        }
        made
    });
    made.sort_by_key(|(at, _)| *at);
    made.into_iter().map(|(_, made)| made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_things() {
        let things: Vec<usize> = (0..1000).collect();
        for hands in [0, 1, 2, 7, 2000] {
            assert_eq!(
                in_order(&things, hands, |thing| thing * 2),
                things.iter().map(|one| one * 2).collect::<Vec<_>>()
            );
        }
        assert_eq!(in_order(&[0_usize; 0], 4, |thing| *thing), [0_usize; 0]);
    }
}
