//! The inventory as it is written: format version 1, record by record.
//!
//! Every key an inventory may hold is a field here, and its doc comment is what editors show for it. References are not
//! resolved yet; [`crate::model::inventory::Inventory`] is what keeps that promise.

use crate::model::criterion_id::CriterionRef;
use crate::model::date::{Covers, Date, Period};
use crate::model::duration::Duration;
use crate::model::identifier::Id;
use crate::model::level::Level;
use crate::model::settings::{Effort, Freshness, ReviewCycle};
use crate::model::words::{
    AssuranceKind, Category, Conclusion, ControlKind, EvidenceKind, Execution, Exposure, Frequency, Nature,
    PointsOfFocus, PrivacyRole, Relation, ReportType, SampleMethod, Status, TaskStatus, TestOf,
};
use crate::record;
use crate::source::file::Located;
use crate::source::reader::{Text, Written};

record! {
    /// A control inventory for gapcheck: what a service organisation does, and what shows it.
    pub struct Document as "an inventory" {
        /// The version of the format: 1.
        version: Option<Located<u32>>,
        /// The name of the service organisation.
        organization: Located<Text>,
        /// What the report is to cover.
        scope: Option<Scope>,
        /// The systems in scope. Without any, the organisation is judged as one system.
        systems: Vec<System>,
        /// How data moves between systems and to others.
        data_flows: Vec<DataFlow>,
        /// The people and teams that owners, performers, testers and approvers name. Without any, those are free names.
        people: Vec<Person>,
        /// Policies, procedures, plans and agreements.
        documents: Vec<PolicyDocument>,
        /// The controls.
        controls: Written<Control>,
        /// Other organisations ours relies on.
        vendors: Vec<Vendor>,
        /// Gaps somebody signed for, until a date.
        acceptances: Vec<Acceptance>,
        /// What the organisation decided to do about gaps; it overrides what gapcheck proposes.
        remediation: Vec<Remediation>,
        /// Conventions of the organisation's own. What differs from the defaults is printed in every report.
        settings: Option<Settings>,
    }
}

record! {
    /// What the report is to cover: system, categories, type, time.
    pub struct Scope as "`scope`" {
        /// The name of the system the report describes.
        system: Option<String>,
        /// The trust services categories. Security is always one of them; by default it is the only one.
        categories: Option<Vec<Located<Category>>>,
        /// Type 1 speaks of design at a date, type 2 also of operation through a period. Default: type1.
        report: Option<Located<ReportType>>,
        /// Type 1: the date. Default: the date of the assessment.
        as_of: Option<Located<Date>>,
        /// Type 2: the observation period, three to twelve months.
        period: Option<Located<Period>>,
        /// When privacy is selected: in which role personal data is handled. Default: both.
        privacy_role: Option<PrivacyRole>,
        /// Dates promised to customers.
        milestones: Option<Milestones>,
        /// Criteria that do not apply to the service, each with its reason and who approved it.
        not_applicable: Vec<NotApplicable>,
        /// What customers were promised. It raises the impact of the criteria it names.
        commitments: Vec<Commitment>,
        /// Laws and standards that bind the organisation, such as gdpr, hipaa or pci-dss.
        regulations: Vec<Located<Text>>,
    }
}

record! {
    /// Dates promised to customers.
    pub struct Milestones as "`milestones`" {
        /// When the auditor's fieldwork begins.
        fieldwork: Option<Located<Date>>,
        /// When the report is to be in the customer's hands.
        report: Option<Located<Date>>,
    }
}

record! {
    /// Criteria scoped out with a rationale and an approver.
    pub struct NotApplicable as "a `not_applicable` entry" {
        /// The criteria.
        criteria: Written<Located<CriterionRef>>,
        /// Why they do not apply to the service.
        rationale: Text,
        /// Who approved that.
        approved_by: Located<Text>,
    }
}

record! {
    /// Something customers were promised.
    pub struct Commitment as "a commitment" {
        /// Its id.
        id: Located<Id>,
        /// The promise in words.
        text: Option<String>,
        /// To whom it was made.
        to: Option<String>,
        /// The criteria it depends on.
        criteria: Vec<Located<CriterionRef>>,
    }
}

record! {
    /// A system in scope.
    pub struct System as "a system" {
        /// Its id.
        id: Located<Id>,
        /// Its name.
        name: Option<String>,
        /// What it is: infrastructure, application, database, network, endpoint, or a word of your own.
        kind: Option<String>,
        /// How much depends on it. Default: moderate.
        criticality: Option<Level>,
        /// From where it can be reached. Default: internal.
        exposure: Option<Exposure>,
        /// The classes of data in it: personal, health, payment, credentials, customer-content, financial, or words of your own.
        data: Vec<String>,
    }
}

record! {
    /// A way data takes.
    pub struct DataFlow as "a data flow" {
        /// Where it comes from: a system, a vendor, or `external` for anybody outside.
        from: Located<Id>,
        /// Where it goes.
        to: Located<Id>,
        /// The classes of data.
        data: Vec<String>,
        /// How it is protected on the way, such as TLS 1.3.
        protection: Option<String>,
    }
}

record! {
    /// A person or a team.
    pub struct Person as "a person" {
        /// The id by which others name them.
        id: Located<Id>,
        /// Their name.
        name: Option<String>,
        /// The team they belong to.
        team: Option<String>,
        /// How many days a week they have for remediation. Default: 5.
        days_per_week: Option<Effort>,
    }
}

record! {
    /// A policy, procedure, plan or agreement.
    pub struct PolicyDocument as "a document" {
        /// Its id.
        id: Located<Id>,
        /// Its title.
        title: Option<String>,
        /// Where it lies, relative to the inventory.
        path: Option<Located<Text>>,
        /// Where it lies on a network; it cannot be looked up there, and reports say so.
        url: Option<Text>,
        /// Who looks after it.
        owner: Option<Located<Text>>,
        /// Who approved it.
        approved_by: Option<Located<Text>>,
        /// When it was approved.
        approved: Option<Located<Date>>,
        /// When it was last reviewed.
        reviewed: Option<Located<Date>>,
        /// How often it must be reviewed: a frequency such as annual, or a length of time such as 18mo. Default: annual.
        review_every: Option<ReviewCycle>,
    }
}

record! {
    /// A control: something the organisation does so that a criterion is met.
    pub struct Control as "a control" {
        /// Its id.
        id: Located<Id>,
        /// Its name.
        name: Text,
        /// Who does what, where, when, and how it is shown.
        description: Option<String>,
        /// The criteria it addresses, or points of focus by slug, such as CC6.3/periodic-review. May be empty.
        criteria: Written<Located<CriterionRef>>,
        /// What sort of thing it is.
        kind: Option<ControlKind>,
        /// When it acts on what can go wrong.
        nature: Option<Nature>,
        /// Who or what runs it.
        execution: Option<Execution>,
        /// Who answers for it.
        owner: Option<Located<Text>>,
        /// Who does it, where that is not the owner.
        performer: Option<Located<Text>>,
        /// The systems it covers. Default: all systems in scope.
        systems: Option<Vec<Located<Id>>>,
        /// How often it operates.
        frequency: Option<Frequency>,
        /// How far it has come.
        status: Status,
        /// Since when it is in place.
        since: Option<Located<Date>>,
        /// The documents that describe it.
        documented_in: Vec<Located<Id>>,
        /// What is on file to show it.
        evidence: Vec<Evidence>,
        /// How it was tested.
        tests: Vec<Test>,
    }
}

record! {
    /// Something on file that shows a control at work, or how it is set up.
    pub struct Evidence as "evidence" {
        /// What it is.
        title: Option<String>,
        /// What sort of evidence it is.
        kind: Option<EvidenceKind>,
        /// Where the file lies, relative to the inventory. It is looked up there.
        path: Option<Located<Text>>,
        /// Where it lies on a network; it cannot be looked up there, and reports say so.
        url: Option<Text>,
        /// The time it speaks of: a period or a single date.
        covers: Option<Covers>,
        /// When it was taken.
        collected: Option<Located<Date>>,
        /// The SHA-256 of the file, in hexadecimal; checked when the file is there.
        sha256: Option<Located<Text>>,
        /// Where it was taken from.
        source: Option<String>,
    }
}

record! {
    /// A test of a control.
    pub struct Test as "a test" {
        /// What was tested: design, or operation.
        of: TestOf,
        /// When.
        date: Option<Located<Date>>,
        /// By whom.
        by: Option<Located<Text>>,
        /// The period tested.
        period: Option<Period>,
        /// All items the control applied to.
        population: Option<Population>,
        /// The items looked at.
        sample: Option<Sample>,
        /// The items that deviated.
        exceptions: Vec<TestException>,
        /// What the test came to. Without one it supports nothing.
        conclusion: Option<Conclusion>,
    }
}

record! {
    /// All items a control applied to in a period.
    pub struct Population as "a population" {
        /// How many.
        size: Option<u32>,
        /// Where the list came from.
        source: Option<String>,
        /// When it was taken.
        retrieved: Option<Located<Date>>,
        /// Whether it was checked to be complete.
        reconciled: Option<bool>,
    }
}

record! {
    /// The items a test looked at.
    pub struct Sample as "a sample" {
        /// How many.
        size: Option<Located<u32>>,
        /// How they were chosen.
        method: Option<SampleMethod>,
        /// The seed of a random choice, so that it can be repeated.
        seed: Option<u32>,
    }
}

record! {
    /// An item that deviated from the control as described.
    pub struct TestException as "an exception" {
        /// The item.
        item: Option<String>,
        /// What was found.
        description: Option<String>,
        /// Why it came about.
        root_cause: Option<String>,
        /// When it was put right.
        resolved: Option<Located<Date>>,
    }
}

record! {
    /// Another organisation ours relies on.
    pub struct Vendor as "a vendor" {
        /// Its id.
        id: Located<Id>,
        /// Its name.
        name: Option<String>,
        /// How it stands to us. Default: vendor.
        relation: Option<Relation>,
        /// The systems it runs or reaches.
        systems: Vec<Located<Id>>,
        /// How much depends on it. Default: moderate.
        criticality: Option<Level>,
        /// The reports it gave us.
        reports: Vec<AssuranceReport>,
        /// What its report expects of us: complementary user entity controls.
        user_entity_controls: Vec<UserEntityControl>,
        /// What we rely on it for: complementary subservice organisation controls.
        expected_controls: Vec<ExpectedControl>,
    }
}

record! {
    /// A report another organisation gave us about itself.
    pub struct AssuranceReport as "a report" {
        /// What sort of report.
        kind: AssuranceKind,
        /// The period it covers.
        period: Option<Period>,
        /// The date it speaks of, where it covers no period.
        date: Option<Located<Date>>,
        /// When we reviewed it.
        reviewed: Option<Located<Date>>,
        /// Who reviewed it.
        reviewed_by: Option<Located<Text>>,
        /// How many exceptions it names.
        exceptions: Option<u32>,
        /// Until when a bridge letter extends it.
        bridge_until: Option<Located<Date>>,
    }
}

record! {
    /// A control another organisation's report expects of us.
    pub struct UserEntityControl as "a user entity control" {
        /// Its id.
        id: Located<Id>,
        /// What is expected.
        text: Option<String>,
        /// Our controls that do it.
        controls: Vec<Located<Id>>,
    }
}

record! {
    /// A control we rely on another organisation for.
    pub struct ExpectedControl as "an expected control" {
        /// The criteria it serves.
        criteria: Written<Located<CriterionRef>>,
        /// What we expect.
        text: Option<String>,
    }
}

record! {
    /// A gap somebody signed for.
    pub struct Acceptance as "an acceptance" {
        /// The id of the gap, such as AC-02:evidence-stale.
        gap: Located<Text>,
        /// Why it is accepted.
        rationale: Text,
        /// Who accepted it.
        approved_by: Located<Text>,
        /// When.
        approved: Option<Located<Date>>,
        /// Until when; a gap is never accepted for good.
        expires: Located<Date>,
        /// The level it was accepted at.
        level: Option<Level>,
    }
}

record! {
    /// What the organisation decided about a gap.
    pub struct Remediation as "a remediation entry" {
        /// The id of the gap, such as AC-02:evidence-absent.
        gap: Located<Text>,
        /// Who closes it.
        owner: Option<Located<Text>>,
        /// By when.
        due: Option<Located<Date>>,
        /// How much work it is, such as 2d.
        effort: Option<Duration>,
        /// How far it has come. Default: open.
        status: Option<TaskStatus>,
        /// Ids of gaps that must be closed first.
        depends_on: Vec<Located<Text>>,
        /// Where it is tracked.
        ticket: Option<String>,
    }
}

record! {
    /// Conventions of the organisation's own.
    pub struct Settings as "`settings`" {
        /// How old evidence may be, by the frequency of its control.
        freshness: Option<Freshness>,
        /// What reports make of points of focus. Default: advisory.
        points_of_focus: Option<PointsOfFocus>,
    }
}
