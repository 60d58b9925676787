//! The verdict on design: would the controls do the work if they ran as described?

use crate::assess::context::{Context, ControlView, CriterionView};
use crate::model::verdict::{Judgement, Verdict};
use crate::text::count::count;

/// What is concluded of the design of a criterion that applies.
pub(super) fn judge(
    context: &Context<'_>,
    view: CriterionView<'_>,
    serving: &[ControlView<'_>],
    weighty: usize,
) -> Judgement {
    let judged = |verdict, because: String| Judgement { verdict, because: vec![because] };
    if serving.is_empty() {
        let deficient = context.controls_of(view).filter(|control| control.standing.in_place).count();
        return judged(
            Verdict::Gap,
            match (view.coverage.controls.len(), deficient) {
                (0, _) => "No control names it.".to_owned(),
                (1, 0) => "1 control names it, and it is not in place.".to_owned(),
                (named, 0) => format!("{} name it, none of them in place.", count(named, "control")),
                (_, deficient) => {
                    format!("The design of {} in place was found deficient.", count(deficient, "control"))
                }
            },
        );
    }
    let supported: Vec<&ControlView<'_>> = serving.iter().filter(|control| control.standing.supported()).collect();
    if supported.is_empty() {
        return judged(
            Verdict::Unverified,
            format!(
                "{} in place by assertion only: no evidence in date, no approved document, no test of design.",
                is_are(serving.len())
            ),
        );
    }
    let mut because = vec![format!("{} {}.", is_supported(supported.len(), serving.len()), by_what(&supported))];
    let informal = supported.iter().all(|control| control.standing.informal);
    if informal {
        because.push("What supports it is done in practice but not laid down.".to_owned());
    }
    if weighty > 0 {
        because.push(format!(
            "{} of moderate level or above {}.",
            count(weighty, "gap"),
            if weighty == 1 { "remains" } else { "remain" }
        ));
    }
    let verdict = if informal || weighty > 0 { Verdict::Partial } else { Verdict::NoGap };
    Judgement { verdict, because }
}

/// What is concluded of the design of a control.
pub(super) fn of_control(control: ControlView<'_>, weighty: bool) -> Verdict {
    let standing = control.standing;
    match () {
        () if !standing.serves() => Verdict::Gap,
        () if !standing.supported() => Verdict::Unverified,
        () if standing.informal || weighty => Verdict::Partial,
        () => Verdict::NoGap,
    }
}

fn is_are(controls: usize) -> String {
    format!("{} {}", count(controls, "control"), if controls == 1 { "is" } else { "are" })
}

fn is_supported(supported: usize, serving: usize) -> String {
    match serving {
        1 => "The control in place is supported by".to_owned(),
        _ => format!(
            "{supported} of {serving} controls in place {} supported by",
            if supported == 1 { "is" } else { "are" }
        ),
    }
}

fn by_what(supported: &[&ControlView<'_>]) -> String {
    let any = |holds: fn(&ControlView<'_>) -> bool| supported.iter().any(|control| holds(control));
    let supports = [
        (any(|control| control.standing.documented), "an approved document"),
        (any(|control| control.standing.evidenced()), "evidence in date"),
        (any(|control| control.standing.design_tested()), "a test of design"),
    ];
    crate::text::list::and(supports.iter().filter(|(holds, _)| *holds).map(|(_, words)| *words))
}
