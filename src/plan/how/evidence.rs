//! How controls are run, and shown to have run, and tested.

use crate::plan::how::How;

pub(in crate::plan) static COLLECT: How = How {
    steps: &[
        "The owner of {} says what a run of it leaves behind, and where that lies.",
        "Whoever performs it exports or copies it from its source, with the day it was taken and the time it speaks of.",
        "Run the control where it has left nothing behind for the time that counts; never write evidence afterwards.",
        "File it where the inventory says, with `covers`, `collected` and `source`, and with a hash where it must not change.",
    ],
    done_when: "Evidence of {} is on file, in date for its frequency, and anybody named in the inventory can open it.",
    proof: &["the record, export or screenshot itself", "its source and the day it was taken"],
    resources: "Access to the system the evidence comes from, and a place to file it that only few can change",
};

pub(in crate::plan) static RUN: How = How {
    steps: &[
        "The owner of {} puts every date it is due into the calendar of whoever performs it, and names a deputy.",
        "Write down why each missed occurrence was missed; it stays missed, and the auditor will ask.",
        "Run it at the next date it is due and file what shows it within the days of grace.",
        "Let somebody look each month whether the next occurrence is on file.",
    ],
    done_when: "Every occurrence of {} that falls due from now on is on file in time, and the missed ones are explained.",
    proof: &["record of each occurrence", "note on each missed one"],
    resources: "Whoever performs the control, and a deputy",
};

pub(in crate::plan) static RESTORE: How = How {
    steps: &[
        "The owner of {} finds out since when it no longer works as described, and why.",
        "Put it back to work as described, or describe anew what is done instead and have that approved.",
        "Look through the time it did not work for harm that was done, and record what was found.",
        "Once it has run a few times, have it tested by somebody who neither owns nor performs it.",
    ],
    done_when: "{} works as described again, and a test of operation from after that day finds it effective.",
    proof: &[
        "records of runs since",
        "look back over the time it did not work",
        "test of operation with date and conclusion",
    ],
    resources: "Whoever performs the control, and an independent tester",
};

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
