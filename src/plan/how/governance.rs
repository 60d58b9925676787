//! How documents are settled, the scope is set and decisions are made.

use crate::plan::how::How;

pub(in crate::plan) static DOCUMENT: How = How {
    steps: &[
        "Name an owner for {} where it has none.",
        "The owner writes or revises it with those who work by it: what holds, for whom, who answers for what.",
        "Somebody with the authority, and other than the writer, approves it; record who and when.",
        "Put it where everybody it concerns can read it, and tell them.",
        "Set the day of its next review.",
    ],
    done_when: "{} is there, approved by somebody other than its writer, reviewed in time, and open to all it concerns.",
    proof: &["the approved document with version and date", "record of the approval", "notice to those it concerns"],
    resources: "Its owner, one or two people who work by it, and an approver",
};

pub(in crate::plan) static DECIDE: How = How {
    steps: &[
        "Whoever would have to close the gap sets out what it is, its risk today, and what closing it would take.",
        "Somebody else with the authority decides: close it, or accept it at its level of today until a day.",
        "Record decision, reason, name, date and expiry under `acceptances`, or take the entry out.",
    ],
    done_when: "The acceptance of {} was decided anew by somebody other than its owner, or has gone from the inventory.",
    proof: &["the decision with name, date, level and expiry"],
    resources: "Whoever may accept a risk of this level",
};

pub(in crate::plan) static FOLLOW_UP: How = How {
    steps: &[
        "Whoever keeps the plan asks the owner of {} how far it has come and what stands in the way.",
        "Name an owner where there is none, agree a new day where the old one has passed, or close what is done.",
        "Bring owner, day, effort and status of the remediation entry up to date.",
    ],
    done_when: "The remediation entry for {} names one owner, a day still to come and its true status, or is gone.",
    proof: &["the entry with owner, day and status"],
    resources: "",
};

pub(in crate::plan) static AGREE_START: How = How {
    steps: &[
        "The owner of {} writes down from what day it ran as described, and what shows that.",
        "Say what covered the days of the period before, if anything did.",
        "Ask the auditor whether the control counts from that day, or whether the period has to begin later.",
        "Keep the answer, and set `since` or the period accordingly.",
    ],
    done_when: "The auditor has said in writing from what day {} counts, and scope and inventory say the same.",
    proof: &["the auditor's answer", "evidence of the first run"],
    resources: "The auditor, for one question",
};

pub(in crate::plan) static PERIOD: How = How {
    steps: &[
        "Ask the customers who want the report what period they will accept.",
        "Agree a period of three to twelve months with the auditor, from a day on which the controls are in place.",
        "Set `period` in the scope.",
    ],
    done_when: "A period of three to twelve months is agreed with the auditor and stands in the scope.",
    proof: &["engagement letter or other agreement with the auditor"],
    resources: "The auditor, and whoever speaks to the customers",
};

pub(in crate::plan) static LIST_SYSTEMS: How = How {
    steps: &[
        "Whoever runs the service lists every application, platform, database and network that holds or carries customers' data.",
        "Say for each how much depends on it, from where it can be reached and what data it holds.",
        "Compare the list with the bills of the providers and the single sign-on, and add what is missing.",
        "Put it under `systems`, and name in each control the systems it covers.",
    ],
    done_when: "Every system of the service is in the inventory, and a second person found none missing.",
    proof: &["the list with who checked it and when", "comparison with bills or accounts"],
    resources: "Whoever runs the service, and access to the accounts of the providers",
};

pub(in crate::plan) static DECLARE: How = How {
    steps: &[
        "The owner of the sending system looks at what is sent {}, in the interface or in a sample of it.",
        "Name the classes of data under `data` of the data flow, or take out a flow that no longer exists.",
    ],
    done_when: "The inventory names what data flows {}.",
    proof: &["description of the interface, or the sample looked at"],
    resources: "Whoever knows the interface",
};
