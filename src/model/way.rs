//! How something came from one state to another, step by step, without detours.

use crate::model::cause::Cause;

/// The way of one thing, such as a verdict, through the steps from one inventory to the next.
///
/// INVARIANT: no state stands in it twice. What one step does and a later one undoes is no part of the way, so that each turn
/// of it holds to the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way<State> {
    before: State,
    turns: Vec<Turn<State>>,
}

/// A step at which something changed for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn<State> {
    /// What changed it; nothing where causes cannot be told apart.
    pub cause: Option<Cause>,
    /// What it became.
    pub to: State,
}

impl<State: PartialEq> Way<State> {
    /// A way that has not begun.
    pub const fn new(before: State) -> Self {
        Self { before, turns: Vec::new() }
    }

    /// Goes on to a state, which may be the one it is in. A state it was in before makes a detour of all that came between.
    pub fn go(&mut self, cause: Option<Cause>, to: State) {
        if self.before == to {
            return self.turns.clear();
        }
        match self.turns.iter().position(|turn| turn.to == to) {
            Some(at) => self.turns.truncate(at + 1),
            None => self.turns.push(Turn { cause, to }),
        }
    }

    /// The state it began in.
    pub const fn before(&self) -> &State {
        &self.before
    }

    /// The state it came to.
    pub fn after(&self) -> &State {
        self.turns.last().map_or(&self.before, |turn| &turn.to)
    }

    /// The steps that changed it.
    pub fn turns(&self) -> &[Turn<State>] {
        &self.turns
    }

    /// The steps that changed it, each with what it was before.
    pub fn steps(&self) -> impl Iterator<Item = (&State, &Turn<State>)> {
        std::iter::once(&self.before).chain(self.turns.iter().map(|turn| &turn.to)).zip(&self.turns)
    }

    /// Whether it came to another state than it began in.
    pub const fn changed(&self) -> bool {
        !self.turns.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(states: &[(Cause, char)]) -> String {
        let mut way = Way::new('a');
        for (cause, to) in states {
            way.go(Some(*cause), *to);
        }
        let turns: Vec<String> =
            way.turns().iter().map(|turn| format!("{} {}", turn.cause.unwrap(), turn.to)).collect();
        turns.join(" ")
    }

    #[test]
    fn what_is_undone_is_no_part_of_the_way() {
        use Cause::{Evidence, Scope, Status, Tests, Time};
        assert_eq!(way(&[]), "");
        assert_eq!(way(&[(Time, 'a'), (Scope, 'b'), (Status, 'b')]), "scope b");
        assert_eq!(way(&[(Scope, 'b'), (Status, 'a')]), "");
        assert_eq!(way(&[(Scope, 'b'), (Status, 'a'), (Tests, 'b')]), "tests b");
        assert_eq!(way(&[(Scope, 'b'), (Status, 'c'), (Evidence, 'b'), (Tests, 'd')]), "scope b tests d");
        assert_eq!(way(&[(Scope, 'b'), (Status, 'c'), (Evidence, 'd')]), "scope b status c evidence d");
    }

    #[test]
    fn each_step_has_what_was_before_it() {
        let mut way = Way::new(1);
        way.go(None, 2);
        way.go(Some(Cause::Scope), 5);
        let steps: Vec<(i32, i32)> = way.steps().map(|(before, turn)| (*before, turn.to)).collect();
        assert_eq!(steps, [(1, 2), (2, 5)]);
        assert_eq!((*way.before(), *way.after(), way.changed()), (1, 5, true));
    }
}
