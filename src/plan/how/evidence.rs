//! How controls are run, and shown to have run.

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
        "Where a missed occurrence did run, file what shows it; otherwise write down why not: it stays missed, and the auditor will ask.",
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

pub(in crate::plan) static DATE: How = How {
    steps: &[
        "Whoever filed the evidence of {} looks at its source for the day it was taken and the time it speaks of.",
        "Put `covers` and `collected` right where they are a slip, and keep a note of what was changed and why.",
        "Where the time it is to cover is not over yet, take it anew once it is.",
    ],
    done_when: "Every piece of evidence of {} says what time it speaks of and when it was taken, and the source bears it out.",
    proof: &["the source with its day", "note of what was changed"],
    resources: "Whoever filed the evidence, and its source",
};

pub(in crate::plan) static RECOVER: How = How {
    steps: &[
        "The owner of {} finds out who changed the file, when and why; its history and backups say most.",
        "Bring the original back, from a backup or anew from its source.",
        "Only where the new file is the right one, record its hash (`gapcheck evidence lock --update PATH`), with the reason.",
        "Keep the evidence where only few can change it.",
    ],
    done_when: "Every file of evidence of {} is the one whose hash was recorded, or it is on file why its hash is a new one.",
    proof: &["the file with the recorded hash", "note of what changed it"],
    resources: "Access to the file's history or backup, and to the system it came from",
};
