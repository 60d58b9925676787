//! What a description tells beside controls: incidents, changes, what is assumed of customers, what is vouched for.

use crate::model::date::Date;
use crate::model::document::{AssumedControl, Incident, SystemChange, Vouched};
use crate::source::problem::{Problem, Problems};
use crate::text::natural::compare;
use crate::validate::dates::in_order;

/// The lists of a document that a description tells of.
pub(super) struct Told {
    pub user_entity_controls: Vec<AssumedControl>,
    pub incidents: Vec<Incident>,
    pub changes: Vec<SystemChange>,
    pub vouched: Vec<Vouched>,
}

impl Told {
    /// The same, each list in an order of its own, with a problem for every contradiction.
    pub(super) fn sorted(mut self, problems: &mut Problems) -> Self {
        self.sort_ids();
        self.user_entity_controls.sort_by(|a, b| compare(&a.id, &b.id));
        self.incidents.sort_by(|a, b| compare(&a.id, &b.id));
        self.changes.sort_by(|a, b| compare(&a.id, &b.id));
        self.vouched.sort_by(|a, b| {
            (*a.list, *a.date).cmp(&(*b.list, *b.date)).then_with(|| compare(&a.by.value, &b.by.value))
        });
        self.incidents.iter().for_each(|incident| check(incident, problems));
        once(&self.vouched, problems);
        self
    }

    /// Ids that stand side by side have no order of their own.
    fn sort_ids(&mut self) {
        self.user_entity_controls.iter_mut().for_each(|control| control.criteria.sort_by(|a, b| a.value.cmp(&b.value)));
        let of_incidents = self.incidents.iter_mut().flat_map(|one| [&mut one.failed_controls, &mut one.commitments]);
        let of_changes = self.changes.iter_mut().flat_map(|one| [&mut one.systems, &mut one.controls]);
        of_incidents.chain(of_changes).for_each(|ids| ids.sort_by(|a, b| compare(&a.value, &b.value)));
    }
}

fn check(incident: &Incident, problems: &mut Problems) {
    in_order(
        ("the incident began on", incident.began.as_ref()),
        ("the incident was over on", incident.ended.as_ref()),
        problems,
    );
    let Some(left_out) = &incident.left_out else { return };
    let failed = incident.failed_controls.first().map(|id| (id, "a control that failed"));
    let broken = incident.commitments.first().map(|id| (id, "a commitment that was not kept"));
    if let Some((id, what)) = failed.or(broken) {
        problems.add(
            Problem::at(left_out.place, format!("the incident is left out of the description, yet it names {what}"))
                .related(id.place, "named here")
                .help("an incident with a failed control or a broken commitment is told of; remove one of the two"),
        );
    }
}

/// A problem for a list that the same person vouches for twice on one day.
fn once(vouched: &[Vouched], problems: &mut Problems) {
    for two in vouched.windows(2) {
        let [a, b] = two else { continue };
        let same = (*a.list, *a.date, &a.by.value) == (*b.list, *b.date, &b.by.value);
        if same && *a.date != Date::default() && !a.by.value.is_empty() {
            let (first, second) = if a.place < b.place { (a, b) } else { (b, a) };
            problems.add(
                Problem::at(second.place, format!("`{}` is vouched for twice by the same person on one day", *a.list))
                    .label("second time")
                    .related(first.place, "first time")
                    .help("say it once"),
            );
        }
    }
}
