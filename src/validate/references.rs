//! Ids that must lead somewhere: systems, people, documents, controls, criteria, gaps.

use crate::model::criterion_id::CriterionRef;
use crate::model::document::{Control, Document, EXTERNAL, Vendor};
use crate::model::gap_id::GapId;
use crate::model::identifier::Id;
use crate::source::file::{Located, Place};
use crate::source::problem::{Problem, Problems};
use crate::source::reader::Text;
use crate::text::list::ticked_or;
use crate::text::nearest::nearest;
use crate::validate::Against;
use crate::validate::known::Known;

/// Checks that every id of a document leads somewhere.
pub(super) fn check(document: &Document, against: &Against<'_>, problems: &mut Problems) {
    let known = Known::of(document, against);
    let mut checker = Checker { known, against, problems };
    checker.scope(document);
    for control in &*document.controls {
        checker.control(control);
    }
    for policy in &document.documents {
        checker.person(policy.owner.as_ref());
        checker.person(policy.approved_by.as_ref());
    }
    for flow in &document.data_flows {
        checker.end_of_flow(&flow.from);
        checker.end_of_flow(&flow.to);
    }
    for vendor in &document.vendors {
        checker.vendor(vendor);
    }
    for report in &document.reports {
        checker.person(report.owner.as_ref());
    }
    checker.description(document);
    for acceptance in &document.acceptances {
        checker.gap(&acceptance.gap);
        checker.person(Some(&acceptance.approved_by));
    }
    for entry in &document.remediation {
        checker.gap(&entry.gap);
        checker.person(entry.owner.as_ref());
        for before in &entry.depends_on {
            checker.gap(before);
        }
    }
}

struct Checker<'a, 'p> {
    known: Known<'a>,
    against: &'a Against<'a>,
    problems: &'p mut Problems,
}

impl Checker<'_, '_> {
    fn scope(&mut self, document: &Document) {
        let Some(scope) = &document.scope else { return };
        for entry in &scope.not_applicable {
            self.criteria(&entry.criteria);
            self.person(Some(&entry.approved_by));
        }
        for commitment in &scope.commitments {
            self.criteria(&commitment.criteria);
        }
        for requirement in &scope.requirements {
            self.criteria(&requirement.criteria);
        }
    }

    fn control(&mut self, control: &Control) {
        self.criteria(&control.criteria);
        self.person(control.owner.as_ref());
        self.person(control.performer.as_ref());
        for system in control.systems.iter().flatten() {
            self.system(system);
        }
        for document in &control.documented_in {
            self.listed(("document", "documents"), document);
        }
        for test in &control.tests {
            self.person(test.by.as_ref());
        }
    }

    fn vendor(&mut self, vendor: &Vendor) {
        for system in &vendor.systems {
            self.system(system);
        }
        for report in &vendor.reports {
            self.person(report.reviewed_by.as_ref());
        }
        for control in vendor.user_entity_controls.iter().flat_map(|expected| &expected.controls) {
            self.listed(("control", "controls"), control);
        }
        for expected in &vendor.expected_controls {
            self.criteria(&expected.criteria);
        }
    }

    /// What a description tells beside controls.
    fn description(&mut self, document: &Document) {
        for assumed in &document.user_entity_controls {
            self.criteria(&assumed.criteria);
        }
        for incident in &document.incidents {
            incident.failed_controls.iter().for_each(|id| self.listed(("control", "controls"), id));
            incident.commitments.iter().for_each(|id| self.listed(("commitment", "commitments"), id));
        }
        for change in &document.changes {
            change.systems.iter().for_each(|id| self.system(id));
            change.controls.iter().for_each(|id| self.listed(("control", "controls"), id));
        }
        document.vouched.iter().for_each(|vouched| self.person(Some(&vouched.by)));
    }

    fn system(&mut self, id: &Located<Id>) {
        self.listed(("system", "systems"), id);
    }

    /// Checks that an id stands in the list of what it names.
    fn listed(&mut self, (what, list): (&str, &str), id: &Located<Id>) {
        let known = match list {
            "systems" => &self.known.systems,
            "documents" => &self.known.documents,
            "commitments" => &self.known.commitments,
            _ => &self.known.controls,
        };
        if !known.contains(id.value.as_str()) {
            let known: Vec<&str> = known.iter().copied().collect();
            self.dangling((what, list), &id.value, id.place, &known);
        }
    }

    fn end_of_flow(&mut self, id: &Located<Id>) {
        let name: &str = &id.value;
        if name.is_empty() || name == EXTERNAL || self.known.systems.contains(name) || self.known.vendors.contains(name)
        {
            return;
        }
        let known: Vec<&str> =
            self.known.systems.iter().chain(&self.known.vendors).copied().chain([EXTERNAL]).collect();
        let help = match nearest(name, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("list it under `systems` or `vendors`, or write `{EXTERNAL}` for anybody outside"),
        };
        self.problems.add(Problem::at(id.place, format!("no system or vendor has the id `{name}`")).help(help));
    }

    fn person(&mut self, name: Option<&Located<Text>>) {
        let (Some(name), Some(people)) = (name, &self.known.people) else { return };
        let text: &str = &name.value;
        if !text.is_empty() && !people.contains(text) {
            let known: Vec<&str> = people.iter().copied().collect();
            self.dangling(("person", "people"), text, name.place, &known);
        }
    }

    fn criteria(&mut self, named: &[Located<CriterionRef>]) {
        let mut seen: Vec<(&CriterionRef, Place)> = Vec::new();
        for reference in named {
            if let Some((_, first)) = seen.iter().find(|(known, _)| **known == reference.value) {
                self.problems.add(
                    Problem::at(reference.place, format!("`{}` is named twice", reference.value))
                        .label("second time")
                        .related(*first, "first time")
                        .help("name each criterion once"),
                );
            } else {
                seen.push((&reference.value, reference.place));
                self.criterion(reference);
            }
        }
    }

    fn criterion(&mut self, reference: &Located<CriterionRef>) {
        let id = reference.value.criterion;
        let catalog = self.against.catalog;
        let Some(criterion) = catalog.criterion(id) else {
            let problem =
                Problem::at(reference.place, format!("`{id}` is not one of the {} criteria", catalog.criteria.len()));
            let known: Vec<String> = catalog.criteria.iter().map(|criterion| criterion.id.to_string()).collect();
            let help = match catalog.meant(id) {
                Some(wrong) => format!("`{id}` is {}", wrong.because),
                None => match nearest(&id.to_string(), known.iter().map(String::as_str)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "`gapcheck criteria` lists them".to_owned(),
                },
            };
            return self.problems.add(problem.help(help));
        };
        let Some(slug) = &reference.value.point else { return };
        if criterion.point(slug).is_none() {
            let near = nearest(slug, criterion.points.iter().map(|point| point.slug.as_str()));
            let help = match near {
                Some(near) => format!("did you mean `{id}/{near}`?"),
                None => format!("its points are {}", ticked_or(criterion.points.iter().map(|point| &point.slug))),
            };
            let shown = crate::text::wrap::truncate(slug, 60);
            self.problems
                .add(Problem::at(reference.place, format!("`{id}` has no point of focus `{shown}`")).help(help));
        }
    }

    fn gap(&mut self, gap: &Located<Text>) {
        let text: &str = &gap.value;
        if text.is_empty() {
            return;
        }
        let shown = crate::text::wrap::truncate(text, 80);
        let Some((subject, rule, _)) = GapId::split(text) else {
            return self.problems.add(
                Problem::at(gap.place, format!("`{shown}` is not the id of a gap"))
                    .help("ids look like `AC-02:evidence-stale`; every report prints them"),
            );
        };
        if !self.against.rules.contains(&rule) {
            let help = match nearest(rule, self.against.rules.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "`gapcheck explain` lists the rules".to_owned(),
            };
            self.problems.add(Problem::at(gap.place, format!("no rule has the name in `{shown}`")).help(help));
        }
        if !self.known.subjects.contains(subject) {
            let help = match nearest(subject, self.known.subjects.iter().map(String::as_str)) {
                Some(near) => format!("did you mean `{near}`?"),
                None => "a gap begins with the id of a criterion, control, system, document, vendor or commitment"
                    .to_owned(),
            };
            self.problems.add(Problem::at(gap.place, format!("nothing has the id `{subject}`")).help(help));
        }
    }

    fn dangling(&mut self, (what, list): (&str, &str), id: &str, place: Place, known: &[&str]) {
        if id.is_empty() {
            return;
        }
        // Among very many the search would cost more than it helps.
        let near = if known.len() > 5_000 { None } else { nearest(id, known.iter().copied()) };
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None if known.is_empty() => format!("the inventory lists none; add it under `{list}`"),
            None => format!("add it under `{list}`, or use one of {}", crate::text::list::some(known, 6)),
        };
        let shown = crate::text::wrap::truncate(id, 60);
        self.problems.add(Problem::at(place, format!("no {what} has the id `{shown}`")).help(help));
    }
}
