//! How to answer for what cannot be done again: the time of the report is over, or the fault was put right.

use crate::plan::how::How;

pub(in crate::plan) static FIND: How = How {
    steps: &[
        "The owner of {} looks for what its runs in the period left behind: tickets, logs, mails, exports.",
        "File what is found with `covers`, `collected` and `source`; never write evidence afterwards.",
        "Where nothing is found, tell the auditor so: nothing can be run for that period any more.",
        "Decide whether to accept that, with a rationale and an approver.",
    ],
    done_when: "Evidence of {} from the period is on file, or the auditor knows that there is none and the gap is accepted.",
    proof: &["the record, export or screenshot itself", "its source and the day it was taken", "or the acceptance"],
    resources: "Access to the systems in which the control leaves traces",
};

pub(in crate::plan) static ACCOUNT: How = How {
    steps: &[
        "The owner of {} looks for what shows that it ran, and files it with the time it speaks of.",
        "Write down why each of the others was missed, and what stood in its place.",
        "Tell the auditor before they find it; none of them can be made up for.",
        "Decide whether to accept what was missed, with a rationale and an approver.",
    ],
    done_when: "For every time {} missed there is evidence on file, or the auditor knows of it and it is accepted.",
    proof: &["evidence of what did run", "note on each missed occurrence", "the acceptance"],
    resources: "Whoever performed the control, and the auditor for one conversation",
};

pub(in crate::plan) static TELL: How = How {
    steps: &[
        "The owner of {} puts together what was found, how it came about, what was put right and the later test.",
        "Tell the auditor; a deviation in the period is reported however well it was mended.",
        "Decide whether to accept what remains, with a rationale and an approver.",
    ],
    done_when: "The auditor knows what tests of {} found and what was done, and it is accepted what remains of it.",
    proof: &["note to the auditor", "the acceptance with name and date"],
    resources: "Whoever may accept a risk of this level, and the auditor for one conversation",
};

pub(in crate::plan) static LOOK_BACK: How = How {
    steps: &[
        "The owner of {} writes down from when to when it did not work as described, why, and what put that right.",
        "Look through that time for harm that was done, and record what was found.",
        "Tell the auditor, with the later test that found it effective.",
        "Decide whether to accept what remains, with a rationale and an approver.",
    ],
    done_when: "The time {} did not work was looked through, the auditor knows of it, and it is accepted what remains of it.",
    proof: &["look back over the time it did not work", "note to the auditor", "the acceptance with name and date"],
    resources: "Whoever performs the control, and the auditor for one conversation",
};
