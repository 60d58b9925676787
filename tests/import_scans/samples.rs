//! Small outputs of scanners, of our own invention.

pub const OCSF: &str = r#"[
  { "class_uid": 2004, "metadata": { "event_code": "vault_locked", "product": { "name": "Prowler" }, "version": "1.4.0" },
    "status": "New", "status_code": "PASS", "status_detail": "Vault green is locked.", "message": "Vault green.",
    "finding_info": { "title": "Vaults are locked", "uid": "f-1" },
    "resources": [{ "uid": "arn:vault/green", "name": "green" }],
    "time": 1, "time_dt": "2026-10-05T08:30:00.5",
    "unmapped": { "compliance": { "CIS-1.4": ["1.20"], "SOC2": ["cc_6_1", "cc_a_1_2"] } } },
  { "class_uid": 2004, "metadata": { "event_code": "vault_locked", "product": { "name": "Prowler" } },
    "status": "New", "status_code": "FAIL", "status_detail": "Vault blue is open.",
    "finding_info": { "title": "Vaults are locked" },
    "resources": [{ "name": "blue" }, { "uid": "arn:door/7" }], "time": 1791158400 },
  { "class_uid": 2004, "metadata": { "event_code": "vault_named", "product": { "name": "Prowler" } },
    "status": "Suppressed", "status_code": "FAIL", "message": "Vault blue has no name.",
    "finding_info": { "title": "Vaults have names", "created_time": 1791158400000 }, "resources": [] },
  { "class_uid": 2004, "metadata": { "event_code": "vault_visited", "product": { "name": "Prowler" } },
    "status_code": "MANUAL", "finding_info": { "title": "Vaults are visited" }, "resources": [{ "uid": "arn:vault/green" }] },
  { "class_uid": 2003, "metadata": { "product": { "vendor_name": "Acme Scan" } },
    "compliance": { "control": "backups kept", "standards": ["SOC 2"], "requirements": ["CC7.5", "A1.2"], "status": "Pass" } },
  { "class_uid": 2004, "metadata": {}, "finding_info": { "title": "Nobody knows the check" }, "status_code": "FAIL" },
  17
]"#;

pub const CSV: &str = "CHECK_ID;CHECK_TITLE;STATUS;STATUS_EXTENDED;MUTED;RESOURCE_UID;RESOURCE_NAME;PROVIDER;TIMESTAMP;COMPLIANCE;PROWLER_VERSION\n\
vault_locked;Vaults are locked;PASS;\"Vault green is locked;\nand guarded.\";False;arn:vault/green;green;aws;2026-10-05 08:30:00.5;CIS-1.4: 1.20 | SOC2: cc_6_1, cc_a_1_2;5.4.0\n\
vault_locked;Vaults are locked;FAIL;Vault blue is open.;False;;blue;aws;2026-10-06 00:10:00;CIS-1.4: 1.20;5.4.0\n\
vault_named;Vaults have names;FAIL;No name.;True;arn:vault/blue;blue;aws;;SOC2: cc_8_1;5.4.0\n\
too;short\n\
;No id;PASS;;False;x;x;aws;2026-10-05;;5.4.0\n";

pub const ASFF: &str = r#"{ "Findings": [
  { "Id": "1", "GeneratorId": "prowler-vault_locked", "ProductArn": "arn:aws:securityhub:eu::product/prowler/prowler",
    "ProductFields": { "ProviderName": "Prowler" }, "Title": "Vaults are locked", "Description": "Vault green is locked.",
    "Resources": [{ "Id": "arn:vault/green" }], "UpdatedAt": "2026-10-05T08:30:00Z", "CreatedAt": "2026-01-01T00:00:00Z",
    "Compliance": { "Status": "PASSED", "RelatedRequirements": ["CIS-1.4 1.20", "SOC2 cc_2_1 cc_7_2 cc_a_1_2"] } },
  { "Id": "1", "GeneratorId": "prowler-vault_locked", "ProductArn": "arn:aws:securityhub:eu::product/prowler/prowler",
    "ProductFields": { "ProviderName": "Prowler" }, "Title": "Vaults are locked", "Description": "Vault blue is open.",
    "Resources": [{ "Id": "arn:vault/blue" }], "UpdatedAt": "2026-10-05T08:30:00Z", "Compliance": { "Status": "FAILED" } },
  { "GeneratorId": "security-control/Vault.3", "AwsAccountId": "1", "ProductName": "Security Hub", "Title": "Vaults have names",
    "Resources": [], "Compliance": { "Status": "WARNING", "SecurityControlId": "Vault.3" } },
  { "GeneratorId": "prowler-vault_named", "AwsAccountId": "1", "ProductName": "Prowler", "Resources": [],
    "Workflow": { "Status": "SUPPRESSED" }, "Compliance": { "Status": "FAILED" } },
  { "GeneratorId": "prowler-vault_seen", "AwsAccountId": "1", "ProductName": "Prowler", "Resources": [],
    "Compliance": { "Status": "INFOED" } },
  { "GeneratorId": "Trivy/CVE-2026-1", "AwsAccountId": "1", "ProductName": "Trivy", "Title": "A hole", "Resources": [{ "Id": "image:1" }],
    "Severity": { "Label": "MEDIUM" }, "CreatedAt": "2026-10-04" },
  { "GeneratorId": "Trivy/scan", "AwsAccountId": "1", "ProductName": "Trivy", "Severity": { "Label": "INFORMATIONAL" }, "Resources": [] },
  { "Title": "A finding of nobody", "Compliance": { "Status": "FAILED" } }
] }"#;

pub const SARIF: &str = r#"{ "version": "2.1.0", "runs": [
  { "tool": { "driver": { "name": "Lint", "rules": [
        { "id": "L1", "shortDescription": { "text": "Doors are shut" }, "messageStrings": { "open": { "text": "A door stands open." } } },
        { "id": "L2", "name": "Windows", "defaultConfiguration": { "level": "none" } } ] } },
    "invocations": [{ "startTimeUtc": "2026-10-05T23:59:00Z", "endTimeUtc": "2026-10-06T00:01:00Z", "executionSuccessful": false }],
    "results": [
      { "ruleId": "L1", "message": { "id": "open" }, "locations": [{ "physicalLocation": {
          "artifactLocation": { "uri": "src/door.rs" }, "region": { "startLine": 7 } } }] },
      { "ruleIndex": 1, "message": { "text": "A window." }, "locations": [{ "logicalLocations": [{ "name": "hall" }] }] },
      { "ruleId": "L1/front", "ruleIndex": 0, "kind": "pass", "message": { "text": "Shut." } },
      { "ruleId": "L1", "level": "error", "message": { "text": "Open." }, "suppressions": [{ "kind": "external", "justification": "bricked up" }] },
      { "ruleId": "L1", "level": "note", "message": { "text": "Ajar." }, "suppressions": [{ "kind": "external", "status": "rejected" }] },
      { "ruleId": "L1", "kind": "review", "message": { "text": "Look." } },
      { "ruleId": "L1", "kind": "notApplicable", "message": { "text": "No door." } },
      { "ruleId": "L1", "baselineState": "absent", "message": { "text": "Was open." } },
      { "message": { "text": "Of no rule." } } ] },
  { "tool": { "driver": { "name": "Quiet" } }, "results": [] }
] }"#;

pub const TESTS: &str = r#"{ "tool": "Tailwatch", "generated_at": "2026-10-05T10:30:00Z", "tests": [
  { "check_id": "DEV-1", "check_title": "Keys expire", "resource_id": "node1", "status": "PASS", "cc_codes": ["CC6.1", "CC6.3"],
    "details": "expires soon", "tested_at": "2026-10-04T10:30:00Z" },
  { "check_id": "DEV-2", "resource_name": "node2", "status": "FAIL", "cc_codes": "CC6.1;CC6.2" },
  { "check_id": "DEV-3", "status": "N/A" },
  { "check_id": "DEV-4", "status": "sort of" },
  { "title": "of no check", "status": "FAIL" }
], "summary": { "total": 5, "pass": 1 } }"#;

pub const TESTS_CSV: &str = "check_id,check_title,resource_id,status,cc_codes,tested_at\n\
DEV-1,Keys expire,node1,PASS,CC6.1;CC6.3,2026-10-04T10:30:00Z\n\
DEV-2,,node2,FAIL,,\n";

pub const COMPONENTS: &str = r##"{ "component-definition": {
  "uuid": "8b3c1d1e-0000-4000-8000-000000000001",
  "metadata": { "title": "Components of Acme", "last-modified": "2026-10-01T00:00:00Z", "version": "1", "oscal-version": "1.2.1",
    "roles": [{ "id": "keeper", "title": "Vault keeper" }, { "id": "guard", "title": "Guard" }],
    "parties": [{ "uuid": "8b3c1d1e-0000-4000-8000-000000000002", "type": "person", "name": "Jane Roe" }],
    "responsible-parties": [{ "role-id": "keeper", "party-uuids": ["8b3c1d1e-0000-4000-8000-000000000002"] }] },
  "components": [{
    "uuid": "8b3c1d1e-0000-4000-8000-000000000003", "type": "service", "title": "Identity Provider (EU)", "description": "Logs people in.",
    "responsible-roles": [{ "role-id": "keeper" }],
    "control-implementations": [{
      "uuid": "8b3c1d1e-0000-4000-8000-000000000004", "source": "#catalog", "description": "Ours.",
      "implemented-requirements": [
        { "uuid": "8b3c1d1e-0000-4000-8000-000000000005", "control-id": "cc6.1", "description": "Logs in within {{ insert: param, cc6.1_prm }} and {{ insert: param, none }}.",
          "set-parameters": [{ "param-id": "cc6.1_prm", "values": ["5 minutes", "one try"] }],
          "props": [{ "name": "implementation-status", "value": "implemented" }, { "name": "label", "value": "Single sign-on" }],
          "statements": [{ "statement-id": "cc6.1_smt", "uuid": "8b3c1d1e-0000-4000-8000-000000000006", "description": "With two factors." }] },
        { "uuid": "8b3c1d1e-0000-4000-8000-000000000007", "control-id": "cc6-2", "description": "Joiners.", "responsible-roles": [{ "role-id": "guard" }],
          "props": [{ "name": "implementation-status", "value": "partial" }] },
        { "uuid": "8b3c1d1e-0000-4000-8000-000000000008", "control-id": "ac-6.1", "description": "Least privilege.", "responsible-roles": [{ "role-id": "nobody-knows" }],
          "props": [{ "name": "implementation-status", "value": "not-applicable" }] },
        { "uuid": "8b3c1d1e-0000-4000-8000-000000000009", "control-id": "cc6.1", "description": "Again." } ] }] }]
} }"##;

pub const PLAN: &str = r##"{ "system-security-plan": {
  "uuid": "8b3c1d1e-0000-4000-8000-000000000011",
  "metadata": { "title": "Plan of Acme", "last-modified": "2026-10-01T00:00:00Z", "version": "1", "oscal-version": "1.2.1",
    "parties": [{ "uuid": "8b3c1d1e-0000-4000-8000-000000000012", "type": "person", "name": "Sam Poe" }] },
  "import-profile": { "href": "#profile" },
  "system-characteristics": { "system-ids": [{ "id": "acme" }], "system-name": "Acme", "description": "A vault.",
    "system-information": { "information-types": [{ "title": "Coins", "description": "Coins." }] },
    "status": { "state": "operational" }, "authorization-boundary": { "description": "The wall." } },
  "system-implementation": {
    "users": [{ "uuid": "8b3c1d1e-0000-4000-8000-000000000013" }],
    "components": [
      { "uuid": "8b3c1d1e-0000-4000-8000-000000000014", "type": "this-system", "title": "Vault", "description": "The vault.", "status": { "state": "operational" },
        "responsible-roles": [{ "role-id": "keeper", "party-uuids": ["8b3c1d1e-0000-4000-8000-000000000012"] }] },
      { "uuid": "8b3c1d1e-0000-4000-8000-000000000015", "type": "service", "title": "Camera", "description": "Looks.", "status": { "state": "operational" } }] },
  "control-implementation": { "description": "What we do.", "implemented-requirements": [
    { "uuid": "8b3c1d1e-0000-4000-8000-000000000016", "control-id": "cc6.4",
      "by-components": [
        { "component-uuid": "8b3c1d1e-0000-4000-8000-000000000014", "uuid": "8b3c1d1e-0000-4000-8000-000000000017", "description": "Walls.", "implementation-status": { "state": "implemented" } },
        { "component-uuid": "8b3c1d1e-0000-4000-8000-000000000015", "uuid": "8b3c1d1e-0000-4000-8000-000000000018", "description": "Films.", "implementation-status": { "state": "planned" } }],
      "statements": [{ "statement-id": "cc6.4_smt", "uuid": "8b3c1d1e-0000-4000-8000-000000000019",
        "by-components": [{ "component-uuid": "8b3c1d1e-0000-4000-8000-000000000014", "uuid": "8b3c1d1e-0000-4000-8000-00000000001a", "description": "Doors.", "implementation-status": { "state": "partial" } }] }] },
    { "uuid": "8b3c1d1e-0000-4000-8000-00000000001b", "control-id": "a1_2", "props": [{ "name": "implementation-status", "value": "alternative" }] }
  ] }
} }"##;
