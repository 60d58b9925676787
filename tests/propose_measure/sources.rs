//! The sources that are measured on, and what is to be known of each.
//!
//! Left out are texts that are no controls but the criteria themselves, in the standard's words or close to them: A09, the
//! points of focus of A14, the descriptions of A05, A12 and A14, the first tables of A20. To find CC6.4 from the words of
//! CC6.4 is no art.

use gapcheck::model::import::Field;

/// What the ids of a source mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Controls, mapped to the criteria of the standard.
    Controls,
    /// Controls, mapped to ids that mean something else there than in the standard: the source's own titles of the criteria
    /// say so. Nobody can find those from the words, so they are measured apart and nothing is fitted to them.
    OtherMeanings,
    /// Checks of a scanner, of one setting each: measured apart too.
    Checks,
}

/// A source.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    pub name: &'static str,
    /// The framework whose titles its controls are.
    pub texts: &'static str,
    pub group: Group,
    /// Whether what was wrong for this source, or for one with the same texts, was looked at before the second half of the
    /// lexicon was written. The first half was written before anybody looked at any source.
    pub read: bool,
    pub files: &'static [&'static str],
    /// What headings are to be taken for.
    pub asked: &'static [(&'static str, Field)],
    /// Where the names of its controls stand.
    pub titles: &'static [&'static str],
    /// Its controls bear the title of the criterion they are mapped to, so their names say nothing of their own.
    pub named_by_criterion: bool,
}

const PLAIN: Source = Source {
    name: "",
    texts: "",
    group: Group::Controls,
    read: false,
    files: &[],
    asked: &[],
    titles: &[],
    named_by_criterion: false,
};

/// Whether a source must have no part in what is fitted for another.
pub type Kin = fn(&Source, &Source) -> bool;

impl Source {
    /// The same, more strictly: all sources that map the titles of any framework, or share a folder with one, are one.
    pub fn is_kin_at_all(&self, other: &Self) -> bool {
        let of_frameworks = |source: &Self| SOURCES.iter().any(|one| !one.texts.is_empty() && source.is_of_folder(one));
        self.is_kin(other) || (of_frameworks(self) && of_frameworks(other))
    }

    fn is_of_folder(&self, other: &Self) -> bool {
        self.name.split(' ').next() == other.name.split(' ').next()
    }

    /// Whether it must have no part in what is fitted for another: it lies in the same folder, by the same author, or its
    /// controls are the titles of the same framework.
    pub fn is_kin(&self, other: &Self) -> bool {
        self.is_of_folder(other) || (!self.texts.is_empty() && self.texts == other.texts)
    }
}

pub const SOURCES: &[Source] = &[
    Source { name: "A01 Concord", files: &["A01-concord-controlpack/controls"], ..PLAIN },
    Source { name: "A02 Probo", read: true, files: &["A02-probo-mitigations"], ..PLAIN },
    Source {
        name: "A05 starter kit, policies",
        files: &["A05-starter-kit-xlsx/policy-control-mapping.md"],
        asked: &[("Policy Template", Field::Name)],
        ..PLAIN
    },
    Source {
        name: "A05 starter kit, ISO 27001",
        texts: "ISO 27001",
        files: &["A05-starter-kit-xlsx/SOC2_ISO_27001_Control_Mapping.xlsx"],
        asked: &[("ISO_Description", Field::Name), ("SOC2_Description", Field::Ignore)],
        ..PLAIN
    },
    Source {
        name: "A05 starter kit, NIST 800-53",
        texts: "NIST 800-53",
        read: true,
        files: &["A05-starter-kit-xlsx/SOC2_NIST_800-53_Control_Mapping.xlsx"],
        asked: &[("NIST_Description", Field::Name), ("SOC2_Description", Field::Ignore)],
        ..PLAIN
    },
    Source { name: "A06 comply", files: &["A06-strongdm-comply/example"], ..PLAIN },
    Source { name: "A07 SafetyMP", files: &["A07-safetymp-catalog"], ..PLAIN },
    Source {
        name: "A08 eramba",
        read: true,
        files: &[
            "A08-eramba-templates/internal_controls.csv",
            "A08-eramba-templates/mapping_controls_to_requirements.csv",
        ],
        ..PLAIN
    },
    Source {
        name: "A12 GreenLang",
        files: &["A12-greenlang/SOC2-MAPPING.md"],
        asked: &[("Key Controls", Field::Description)],
        named_by_criterion: true,
        ..PLAIN
    },
    Source {
        name: "A13 autocomply, NIST 800-53",
        texts: "NIST 800-53",
        read: true,
        files: &["A13-autocomply-crosswalk/controls.yaml", "A13-autocomply-crosswalk/ccf-crosswalk.yaml"],
        ..PLAIN
    },
    Source {
        name: "A14 Warlock, remediation",
        files: &["A14-warlock/remediation-soc2.yaml"],
        asked: &[("remediation_steps", Field::Description), ("summary", Field::Ignore)],
        named_by_criterion: true,
        ..PLAIN
    },
    Source {
        name: "A14 Warlock, NIST 800-53",
        texts: "NIST 800-53",
        read: true,
        files: &["A14-warlock/nist-800-53-to-soc2.json"],
        titles: &["A13-autocomply-crosswalk/controls.yaml"],
        ..PLAIN
    },
    Source { name: "A17 Corsair", files: &["A17-corsair-evidence/fixtures/generic-evidence.json"], ..PLAIN },
    Source {
        name: "A20 OpenGRC, ISO 27001",
        texts: "ISO 27001",
        files: &["A20-opengrc-toolkit/soc2-iso27001-mapping.md"],
        asked: &[("ISO 27001 Control", Field::Name), ("TSC Criteria", Field::Ignore), ("Description", Field::Ignore)],
        ..PLAIN
    },
    // CC6.2 is authentication there, and C1.3 and C1.4 exist.
    Source {
        name: "A03 Sentinel",
        group: Group::OtherMeanings,
        files: &["A03-soc2-sentinel-csv/controls-matrix.csv"],
        ..PLAIN
    },
    Source {
        name: "A03 Sentinel, CMMC",
        texts: "NIST 800-53",
        group: Group::OtherMeanings,
        files: &["A03-soc2-sentinel-csv/notion-cmmc-l2-controls.csv"],
        ..PLAIN
    },
    // CC6.2 is passwords there, CC6.6 logging.
    Source {
        name: "A04 AWS guide",
        group: Group::OtherMeanings,
        files: &["A04-aws-mapping-csv-xlsx/SOC2-AWS-Master-Mapping.xlsx"],
        ..PLAIN
    },
    // CC1.5 is competence there, CC5 logical access, CC8.2 exists.
    Source {
        name: "A10 2Lines",
        group: Group::OtherMeanings,
        files: &["A10-2lines-markdown/compliance/controls"],
        ..PLAIN
    },
    // CC2 is risk assessment there, CC3 the prevention of fraud, A1.4 to A1.8 exist.
    Source {
        name: "A11 Aragora",
        group: Group::OtherMeanings,
        files: &["A11-aragora-md-gap/SOC2_CONTROL_MATRIX.md"],
        ..PLAIN
    },
    // CC1.1 has the title of CC2.1 there, CC7.1 is change management.
    Source {
        name: "A18 ann-ette",
        group: Group::OtherMeanings,
        files: &["A18-ann-ette-md/SOC2-CONTROL-MAPPING.md"],
        ..PLAIN
    },
    Source {
        name: "A31 Prowler findings",
        group: Group::Checks,
        files: &["A31-defectdojo-scans/prowler-output.asff.json"],
        ..PLAIN
    },
    Source { name: "A35 Tailsnitch", group: Group::Checks, files: &["A35-tailsnitch/SOC2.md"], ..PLAIN },
];
