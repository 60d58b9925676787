//! The headings people write, as data: what each is about, and how surely, from 0 to 100.

use crate::model::import::Field;

/// The surest first within a field. Plurals are understood without being listed.
pub const VOCABULARY: &[(Field, i32, &str)] = &[
    (
        Field::Id,
        100,
        "control id | control ref | control reference | control number | control no | control code | control \
     identifier | control key",
    ),
    (
        Field::Id,
        95,
        "id | ref code | ref id | ref no | ref number | identifier | unique id | uid | cid | ctrl id | \
     control ref id",
    ),
    (
        Field::Id,
        85,
        "ref | code | number | no | key | rule id | acronym | requirement id | safeguard id | source control \
     id | slug | reference id | item id | policy id | policy number",
    ),
    (Field::Id, 70, "reference | nr | item number | item no"),
    (Field::Id, 50, "control"),
    (Field::Name, 100, "control name | control title"),
    (Field::Name, 95, "name | title | display name | policy name | document name | document title"),
    (
        Field::Name,
        75,
        "control | requirement title | safeguard | measure | mitigation | short name | check title | \
     component title | security control | internal control | policy title",
    ),
    (Field::Name, 50, "topic | subject | summary"),
    (
        Field::Description,
        100,
        "control description | description | description of control | control statement | control text",
    ),
    (
        Field::Description,
        95,
        "control activity | control detail | full description | activity | activity description | rule \
     description | control activity description",
    ),
    (
        Field::Description,
        80,
        "detail | statement | implementation statement | implementation description | requirement text | full \
     requirement text | policy statement | how the control operates",
    ),
    (
        Field::Description,
        65,
        "implementation | guidance | narrative | control objective | summary | desired outcome | what | \
     purpose",
    ),
    (
        Field::Description,
        60,
        "what we do | how we do it | how we do this | what is done | what happens | how it works | practice | \
     our control | our practice | our approach | current practice",
    ),
    (
        Field::Criteria,
        100,
        "tsc | tsc id | tsc code | tsc criteria | tsc criterion | tsc ref | tsc reference | tsc mapping | \
     trust services criteria | trust service criteria | trust services criterion | trust service \
     criterion | trust services criteria id | criteria | criterion | criteria id | criterion id | \
     criteria mapping | mapped criteria | soc 2 | soc2 | soc 2 criteria | soc2 criteria | soc 2 criterion \
     | soc2 criterion | soc 2 id | soc2 id | soc 2 control | soc2 control | soc 2 mapping | soc2 mapping \
     | soc 2 reference | cc code | aicpa | aicpa tsc | tsp | common criteria | satisfies tsc",
    ),
    (
        Field::Criteria,
        80,
        "satisfies | standard | requirement | framework mapping | mapping | mapped to | maps to | mapped \
     control | linked criteria | compliance | framework | framework control id | control id list | mapped \
     category | related requirement | target control id | reference | related control | linked control | \
     mapped requirement | framework reference",
    ),
    (Field::Owner, 100, "control owner | owner | owner name | control owner name"),
    (
        Field::Owner,
        90,
        "responsible | responsible party | responsible person | accountable | accountable party | owned by | \
     assigned to | assignee | process owner | dri | owner role | owner email | owner title",
    ),
    (
        Field::Owner,
        85,
        "control owner group name | owners team | owner team | responsible team | responsible role | \
     responsible party entity name | team responsible | responsibility",
    ),
    (Field::Owner, 65, "control owner id | team"),
    (Field::Owner, 60, "who | whose | who owns it | who does it | lead | contact | contact person | point of contact"),
    (Field::Status, 100, "implementation status | control status | status of implementation"),
    (Field::Status, 95, "status | current status | overall status"),
    (
        Field::Status,
        80,
        "state | implementation state | compliance status | status state | progress | current state | control \
     state",
    ),
    (Field::Status, 65, "result | rag | rag status | readiness | in place | implemented | completion"),
    (Field::Status, 60, "done | is it done | do we do it | do we do this | do we have it | do we have this | have it"),
    (Field::Frequency, 100, "frequency | control frequency | frequency of control | operating frequency"),
    (Field::Frequency, 95, "cadence | control cadence | execution frequency | how often | periodicity | recurrence"),
    (
        Field::Frequency,
        80,
        "cron | schedule | monitoring frequency | review frequency | testing frequency | test frequency | \
     review cadence",
    ),
    (Field::Frequency, 60, "evidence validity | interval | evidence frequency"),
    (Field::Kind, 90, "control type | type of control | kind of control | control kind | kind"),
    (Field::Kind, 60, "type | control category | assertion type | category | control class | control nature | nature"),
    (
        Field::Since,
        95,
        "implemented on | implementation date | date implemented | in place since | effective since | since | \
     operational since | operating since | go live date | go live | implemented date | implemented since",
    ),
    (Field::Since, 70, "effective date | start date"),
    (
        Field::EvidenceWanted,
        90,
        "evidence required | required evidence | expected evidence | evidence expected | evidence needed | \
     evidence wanted | evidence to collect | evidence request | evidence requested | example evidence | \
     sample evidence | common evidence | typical evidence | suggested evidence | evidence example | \
     evidence guidance | audit evidence required | what evidence",
    ),
    (
        Field::EvidenceWanted,
        75,
        "evidence type | where to find evidence | sensor | audit methodology | \
     deliverable | evidence source type",
    ),
    (
        Field::Evidence,
        90,
        "evidence | key evidence | evidence title | evidence name | evidence description | evidence source | \
     supporting evidence | control evidence | audit evidence | proof | artifact | artefact | evidence \
     artifact | evidence item | evidence document",
    ),
    (
        Field::Evidence,
        90,
        "evidence link | evidence url | evidence path | evidence location | evidence file | evidence href | \
     link to evidence | evidence attachment | attachment | file path | proof link | artifact link | \
     artifact path | artifact url | evidence file path | evidence reference | evidence uri",
    ),
];

/// Words before the last that make the heading one of something else: `Evidence Status` is not how far a control has come.
pub const ELSEWHERE: &[(Field, i32, &str)] = &[
    (
        Field::Id,
        70,
        "parent | owner | evidence | policy | related | linked | external | user | system | risk | group | \
     check | param | parameter | fix | environment | scope | kind | standard | delegate | category | \
     vendor | asset | ticket | document | target | internal | party | fetcher | resource | auditor | \
     account | tenant",
    ),
    (
        Field::Name,
        70,
        "owner | vendor | system | category | framework | service | file | family | tool | user | company | \
     department | team | standard | risk | resource | evidence | group | kind | environment | scope | \
     source | product | entity | vendor | asset | objective | procedure | plan | related | linked",
    ),
    (
        Field::Description,
        40,
        "risk | evidence | finding | check | group | param | parameter | profile | fix | component | fetcher \
     | gap",
    ),
    (
        Field::Status,
        45,
        "evidence | audit | review | policy | approval | document | finding | remediation | ticket | task | \
     dashboard | vendor | employee | cui",
    ),
    (Field::Owner, 30, "risk | system | policy | evidence | asset | data | external | finding | remediation"),
    (Field::Evidence, 60, "no | missing | linked | related"),
    (Field::Kind, 60, "resource | evidence | finding | document | file | param | parameter | risk | user | data"),
    (Field::Since, 60, "policy | contract | audit | period"),
];

/// Headings of a column that says, row by row, whose ids stand in another one.
pub const FRAMEWORK: [&str; 6] =
    ["framework", "reference framework", "framework name", "standard", "source framework", "target framework"];

/// How surely a phrase is about which fields.
pub fn meanings(phrase: &str) -> impl Iterator<Item = (Field, i32)> + use<'_> {
    VOCABULARY
        .iter()
        .filter(move |(_, _, phrases)| phrases.split(" | ").any(|known| same(known, phrase)))
        .map(|(field, rank, _)| (*field, *rank))
}

/// Whether two phrases are one, also where one of them is a plural.
fn same(known: &str, phrase: &str) -> bool {
    known == phrase
        || phrase.strip_suffix('s') == Some(known)
        || phrase.strip_suffix("ies").is_some_and(|stem| known.strip_suffix('y') == Some(stem))
}
