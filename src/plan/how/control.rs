//! How controls are put to work, described and mended.

use crate::plan::how::How;

pub(in crate::plan) static ADDRESS: How = How {
    // The steps and the evidence are those of the criterion.
    steps: &[],
    done_when: "A control that names {} is in place with an owner, is described in an approved document, and what shows it is on file.",
    proof: &[],
    resources: "An owner for the new control, and whoever runs the systems or the work it touches",
};

pub(in crate::plan) static PUT_IN_PLACE: How = How {
    steps: &[
        "The owner of {} settles what is still open: who does it, how often, on which systems, and what is kept of it.",
        "Whoever performs it sets up what it needs, such as tools, access rights, templates and a date in the calendar.",
        "Run it once from beginning to end and keep what it leaves behind.",
        "Set its status to `implemented` in the inventory, with the day it began under `since`.",
    ],
    done_when: "{} runs as described, its status is `implemented`, and its first run is on file.",
    proof: &[
        "record of the first run",
        "configuration or template it works with",
        "entry in the inventory with `since`",
    ],
    resources: "Whoever performs the control, and access to the systems it covers",
};

pub(in crate::plan) static EXTEND: How = How {
    steps: &[
        "The owners of the controls say for each of them whether it can work on {} as it stands.",
        "Whoever runs {} sets up what the controls need there: accounts, logs, agents, a place in the review.",
        "Run each control once on {} and keep what it leaves behind.",
        "Add {} to the `systems` of each control, or say in the scope why none is needed there.",
    ],
    done_when: "Every criterion judged per system has a control that covers {}, and one run of each is on file.",
    proof: &["record of a run on the system", "configuration of the system"],
    resources: "Whoever runs the system, and an administrator's access to it",
};

pub(in crate::plan) static KEEP_PROMISE: How = How {
    steps: &[
        "Whoever made the promise {} writes down what it asks for, in numbers where there are any.",
        "Find for each criterion it names the control that keeps it; where there is none, assign one with an owner.",
        "Let the owner measure how the promise was kept so far, and report it on set days.",
        "Name the criteria in each control, or take a promise that cannot be kept back from the customer.",
    ],
    done_when: "A control in place stands behind every criterion that {} names, and how the promise is kept is measured.",
    proof: &["measurements against the promise", "record of the controls that keep it"],
    resources: "Whoever answers for the contract, and the owners of the controls",
};

pub(in crate::plan) static REDESIGN: How = How {
    steps: &[
        "The owner and the tester go through what the test of design of {} found, and write down why it falls short.",
        "The owner changes who does what, when, on what and how it is shown, so that the fault can no longer occur.",
        "Change the document that describes it, and have the new version approved.",
        "Whoever performs it is shown the new way and runs it once.",
        "Somebody who neither owns nor performs it tests the new design and records date and conclusion.",
    ],
    done_when: "The new design of {} is described and approved, and a test of design in date finds it effective.",
    proof: &["approved new description", "test of design with tester, date and conclusion"],
    resources: "The owner, and a tester who neither owns nor performs the control",
};

pub(in crate::plan) static DESCRIBE: How = How {
    steps: &[
        "Sit down with whoever performs {} and write down what they do: who, what, on which systems, when, and what is kept.",
        "Name one owner, and a frequency.",
        "Put the description into a document and have it approved by somebody other than its writer.",
        "Bring the entry in the inventory up to date: owner, frequency, description, `documented_in`.",
    ],
    done_when: "Somebody who has never performed {} could do so from its description, and owner and frequency are named.",
    proof: &["approved document that describes the control", "entry in the inventory"],
    resources: "Whoever performs the control, for an interview",
};

pub(in crate::plan) static MAP: How = How {
    steps: &[
        "The owner of {} reads what each criterion asks (`gapcheck criteria`) and names those the control really serves.",
        "Take out criteria it only touches; add those it serves and does not name.",
        "Let a second person who knows the criteria look over the choice.",
    ],
    done_when: "{} names every criterion it serves and no other, and a second person agrees.",
    proof: &["entry in the inventory", "note of who agreed"],
    resources: "Somebody who knows the criteria",
};

pub(in crate::plan) static SECOND: How = How {
    steps: &[
        "The owner of the only control says what would happen to {} on the day it fails unnoticed.",
        "Choose a second control of another kind, such as one that detects beside one that prevents, with an owner of its own.",
        "Put it in place and run it once.",
        "Add it to the inventory with the criterion, its owner and what shows it.",
    ],
    done_when: "Two controls in place serve {}, and the failure of one would be noticed by the other.",
    proof: &["record of the first run of the second control", "entry in the inventory"],
    resources: "An owner other than that of the first control",
};

pub(in crate::plan) static SETTLE: How = How {
    steps: &[
        "The owner of {} goes through every exception with whoever performed it and writes down the cause.",
        "Look whether the same cause touched other items of the period, beyond the sample.",
        "Put right each item, and the cause; record the day under `resolved`.",
        "Have a sample from after that day tested by somebody independent.",
    ],
    done_when: "Every exception of {} has a root cause and a day it was resolved, and a test after that day finds no other.",
    proof: &[
        "note of the cause of each exception",
        "record of what was put right",
        "test of operation from after the mending",
    ],
    resources: "Whoever performed the control, and an independent tester",
};

pub(in crate::plan) static REINSTATE: How = How {
    // The steps that follow are those of the criterion.
    steps: &["Take {} out of `not_applicable`: the common criteria belong to every report."],
    done_when: "{} is in the scope again, and a control in place with an owner and evidence addresses it.",
    proof: &[],
    resources: "Whoever approved leaving it out, and an owner for the control",
};

pub(in crate::plan) static PROTECT: How = How {
    steps: &[
        "The owner of the sending system draws where the data goes {} and what carries it.",
        "Encrypt the way, such as by TLS 1.2 or later, or end the flow.",
        "Turn off the way without protection, and test that it is off.",
        "Name the protection under `protection` of the data flow.",
    ],
    done_when: "The data can only go {} under protection, and the inventory names it.",
    proof: &["configuration of the connection", "scan or test that shows the open way closed"],
    resources: "Whoever runs the two ends, and a window for the change",
};

pub(in crate::plan) static CLOSE: How = How {
    steps: &[
        "The owner reads what the gap says is wanted and agrees with whoever does the work how to get there.",
        "Do it, and keep what shows it.",
    ],
    done_when: "The next assessment no longer finds {}.",
    proof: &["record of what was done"],
    resources: "",
};
