//! The counts of a crosswalk, each with its definition, the same in every format.

use crate::model::clause_standing::{Counts, Crosswalk};

/// A count with what it means.
pub(super) struct Count {
    /// Its key for machines.
    pub key: &'static str,
    /// What it is called.
    pub label: &'static str,
    /// How many it is.
    pub number: usize,
    /// Of how many, where it is a share.
    pub of: Option<usize>,
    /// What it means.
    pub means: &'static str,
}

/// A count before it is counted.
struct Definition {
    key: &'static str,
    label: &'static str,
    number: fn(&Counts) -> usize,
    of: fn(&Counts) -> Option<usize>,
    means: &'static str,
}

const DEFINITIONS: [Definition; 11] = [
    Definition {
        key: "claimed",
        label: "claimed",
        number: |counts| counts.claimed,
        of: |counts| Some(counts.listed),
        means: "a control in place speaks to it: through a criterion in scope, or by naming it",
    },
    Definition {
        key: "evidenced",
        label: "evidenced",
        number: |counts| counts.evidenced,
        of: |counts| Some(counts.listed),
        means: "evidence in date is on file for a control in place that speaks to it",
    },
    Definition {
        key: "tested",
        label: "tested",
        number: |counts| counts.tested,
        of: |counts| Some(counts.listed),
        means: "a test in date is on file for a control in place that speaks to it, whatever it found",
    },
    Definition {
        key: "without_control",
        label: "no control in place",
        number: |counts| counts.without_control,
        of: |counts| Some(counts.listed),
        means: "a criterion in scope or a control speaks to it, with nothing in place",
    },
    Definition {
        key: "without_criterion",
        label: "no criterion in scope",
        number: |counts| counts.without_criterion,
        of: |counts| Some(counts.listed),
        means: "no criterion in scope speaks to it, and no control names it",
    },
    Definition {
        key: "with_open_gaps",
        label: "open gaps",
        number: |counts| counts.with_gaps,
        of: |counts| Some(counts.claimed),
        means: "claimed, and an open gap stands behind it",
    },
    Definition {
        key: "few_sources",
        label: "few sources",
        number: |counts| counts.few_sources,
        of: |counts| Some(counts.claimed),
        means: "claimed, through links that no more than two sources draw",
    },
    Definition {
        key: "relation_unknown",
        label: "relation unknown",
        number: |counts| counts.relation_unknown,
        of: |counts| Some(counts.claimed),
        means: "claimed, through links of which no source says how both sides are related",
    },
    Definition {
        key: "named",
        label: "named by controls",
        number: |counts| counts.named,
        of: |_| None,
        means: "a control names it, or a part of it, listed or not",
    },
    Definition {
        key: "named_not_listed",
        label: "named, not listed",
        number: |counts| counts.named_unlisted,
        of: |_| None,
        means: "a control names it, and it is not in our list",
    },
    Definition {
        key: "not_listed",
        label: "not listed",
        number: |counts| counts.silent,
        of: |counts| Some(counts.whole),
        means: "clauses of the edition that neither the mapping nor a control speaks of",
    },
];

/// The counts with their definitions, in the order of every report.
pub(super) fn counts(crosswalk: &Crosswalk<'_>) -> [Count; 11] {
    let counts = &crosswalk.counts;
    DEFINITIONS.map(|defined| Count {
        key: defined.key,
        label: defined.label,
        number: (defined.number)(counts),
        of: (defined.of)(counts),
        means: defined.means,
    })
}

/// What best and worst mean.
pub(super) const BEST_AND_WORST: &str = "Best and worst: how far has come what speaks to a clause, each criterion in scope by the \
     furthest of its controls, and each control that names it: nothing, claimed, evidenced, tested.";
