//! Component definitions and plans become tables of controls.

use gapcheck::import::table::Reading;
use gapcheck::model::import::Field;

use crate::samples::{COMPONENTS, PLAN};
use crate::{left_out, read, taken};

/// Every row with its cells, in the order of the columns.
fn rows(reading: &Reading) -> Vec<String> {
    let table = &reading.tables[0];
    let fields: Vec<Option<Field>> = table.columns.iter().map(|column| column.field).collect();
    let expected = [Field::Id, Field::Name, Field::Description, Field::Criteria, Field::Status, Field::Owner];
    assert_eq!(fields, expected.map(Some));
    let rows = table.rows.iter();
    rows.map(|row| row.cells.iter().map(|cell| cell.join("+")).collect::<Vec<_>>().join(" | ")).collect()
}

#[test]
fn a_component_definition_is_a_table_of_what_its_components_do() {
    let (format, reading) = read("components.json", COMPONENTS);
    assert_eq!((format, &*reading.format), ("OSCAL component definition", "OSCAL component definition"));
    let login = "Logs in within 5 minutes, one try and {{ insert: param, none }}.\n\nWith two factors.";
    assert_eq!(
        rows(&reading),
        [
            format!("cc6.1-identity-provider-eu | Single sign-on | {login} | CC6.1 | implemented | Jane Roe"),
            "cc6-2-identity-provider-eu | Identity Provider (EU): cc6-2 | Joiners. | CC6.2 | in-progress | Guard"
                .to_owned(),
            "ac-6.1-identity-provider-eu | Identity Provider (EU): ac-6.1 | Least privilege. |  |  | nobody-knows"
                .to_owned(),
            "cc6.1-identity-provider-eu-2 | Identity Provider (EU): cc6.1 | Again. | CC6.1 |  | Jane Roe".to_owned(),
        ]
    );
    let third = "components[0].control-implementations[0].implemented-requirements[2]";
    assert_eq!(reading.tables[0].rows[2].at, third);
    assert_eq!(
        left_out(&reading),
        [
            format!("{third}: not-applicable: this status says nothing of how far it has come: the control is kept without one"),
            "component-definition: 1 control id (ac-6.1): no criterion of SOC 2: the controls are kept without criteria".to_owned(),
        ]
    );
}

#[test]
fn a_plan_has_a_row_for_each_component_and_the_least_of_its_states() {
    let (format, reading) = read("plan.json", PLAN);
    assert_eq!(format, "OSCAL system security plan");
    assert_eq!(
        rows(&reading),
        [
            "cc6.4-vault | Vault: cc6.4 | Walls.\n\nDoors. | CC6.4 | in-progress | Sam Poe",
            "cc6.4-camera | Camera: cc6.4 | Films. | CC6.4 | planned | ",
            "a1_2 | a1_2 |  | A1.2 |  | ",
        ]
    );
    assert_eq!(
        left_out(&reading),
        [
            "control-implementation.implemented-requirements[1]: alternative: this status says nothing of how far it has come: \
          the control is kept without one"
        ]
    );
}

#[test]
fn yaml_says_the_same_as_json_and_its_faults_have_places() {
    let value: serde_json::Value = serde_json::from_str(PLAN).unwrap();
    // As YAML with a key on a line of its own; what stands under it may be written as JSON has it.
    let yaml = format!("# a plan\nsystem-security-plan:\n  {}\n", value["system-security-plan"]);
    assert_eq!(rows(&read("plan.yaml", &yaml).1), rows(&read("plan.json", PLAN).1));
    let broken = yaml.replace("# a plan\n", "").replace("]}]}}", "]}]");
    let (_, _, problems) = taken("plan.yaml", broken.as_bytes()).unwrap_or_default();
    assert_eq!(problems.len(), 1, "{problems:?}");
}
