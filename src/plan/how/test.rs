//! How controls are tested.

use crate::plan::how::How;

pub(in crate::plan) static TEST_DESIGN: How = How {
    steps: &[
        "Choose a tester who neither owns nor performs {}.",
        "The tester reads the description, talks to whoever performs it, and follows one item from beginning to end.",
        "The tester asks whether it would prevent or notice what it is there for, and writes down the answer.",
        "Record the test in the inventory: `of: design`, date, tester, conclusion.",
    ],
    done_when: "A test of design of {} by somebody independent is on file with its date and conclusion.",
    proof: &["notes of the walkthrough with the item followed", "conclusion with tester and date"],
    resources: "An independent tester for half a day",
};

pub(in crate::plan) static TEST_OPERATION: How = How {
    steps: &[
        "Choose a tester who neither owns nor performs {}.",
        "Export the whole population of the period from its source, and show that nothing is missing from it.",
        "Draw a sample by a stated method and look at every item of it.",
        "Record population, sample, exceptions and conclusion in the inventory.",
    ],
    done_when: "A test of operation of {} over the period is on file with population, sample and conclusion.",
    proof: &["population with its source and day", "sample with how it was drawn", "result for each item"],
    resources: "An independent tester, and access to the full population",
};

pub(in crate::plan) static RETEST: How = How {
    steps: &[
        "Give the test of {} to somebody who neither owns nor performs it.",
        "Export the population anew from its source, and reconcile its size with a second source.",
        "Draw as many items as the method of the report asks for, and look at every one.",
        "Record the new test beside the old one; the old one stays on file.",
    ],
    done_when: "A test of {} with an independent tester, a reconciled population and a large enough sample is on file.",
    proof: &["reconciliation of the population", "sample with how it was drawn", "result for each item"],
    resources: "An independent tester, and access to the full population",
};

pub(in crate::plan) static TEST_AGAIN: How = How {
    steps: &[
        "Choose a tester who neither owns nor performs {}.",
        "Once it has run again, export the population of the days since the exceptions were put right, and show that nothing is missing from it.",
        "Draw as many items as the method of the report asks for, and look at every one.",
        "Record the new test beside the old one with the time it speaks of; the exceptions stay on file.",
    ],
    done_when: "A test of {} from after the last exception was put right found it effective.",
    proof: &["population with its source and day", "sample with how it was drawn", "result for each item"],
    resources: "An independent tester, and access to the full population",
};
