//! How other organisations are held to what is expected of them, and we to what they expect of us.

use crate::plan::how::How;

pub(in crate::plan) static ASK_FOR_REPORT: How = How {
    steps: &[
        "Ask {} for its current SOC 2 report and, where that ends too early for ours, for a bridge letter.",
        "Somebody who knows our controls reads scope, period, opinion, exceptions and what it expects of its customers.",
        "Write down what each exception means for us, and place each expected control with an owner.",
        "File the report with `period`, `reviewed` and `reviewed_by`.",
    ],
    done_when: "Reports of {} cover the time our report is about, and who read them, when, and what their exceptions mean is on file.",
    proof: &["the report or bridge letter", "notes of the review with name and date"],
    resources: "A contact at the other organisation, often a non-disclosure agreement, and two to four weeks of waiting",
};

pub(in crate::plan) static JUDGE: How = How {
    steps: &[
        "Somebody who knows our controls reads each exception in the reports of {}, and what was done about it there.",
        "Say for each whether a control of ours makes up for it, and put one in place where none does.",
        "Write that down under `exceptions_assessed` of the report, with `reviewed` and `reviewed_by`.",
    ],
    done_when: "For every exception in the reports of {} it is on file what it means for our controls, and who judged it.",
    proof: &["notes of the review with name and date"],
    resources: "The report, and somebody who knows our controls",
};

pub(in crate::plan) static TAKE_ON: How = How {
    steps: &[
        "Read in the other organisation's report what it expects of its customers under {}.",
        "Find the control of ours that does it; where there is none, assign one with an owner.",
        "Name that control under the `controls` of the entry.",
    ],
    done_when: "A control of ours in place is named for {}.",
    proof: &["entry with the control", "evidence of that control"],
    resources: "The other organisation's report, and the owner of the control",
};

pub(in crate::plan) static WATCH_OVER: How = How {
    steps: &[
        "List what {} is relied on for, criterion by criterion.",
        "Look in its report for the controls that do it; where it has no report, ask for other proof.",
        "For what nothing shows, put a control of our own beside it, such as a check of what comes back.",
        "Record what was found, and repeat it each year.",
    ],
    done_when: "Everything {} is relied on for is shown by its report or watched by a control of ours.",
    proof: &["comparison of what is expected with what the report shows", "record of our own checks"],
    resources: "Its report, and whoever looks after the contract",
};

pub(in crate::plan) static REVIEW: How = How {
    steps: &[
        "Whoever looks after the contract gathers what is known of {}: reports, incidents, failures, changes.",
        "Judge whether it may go on as it does, and what must change.",
        "Record the review with name and day, and set the day of the next.",
    ],
    done_when: "A review of {} of the last year is on file with its conclusion.",
    proof: &["the review with name, date and conclusion"],
    resources: "Whoever looks after the contract",
};
