//! Damaged scans: whatever is missing, of another kind or broken, reading ends without a panic and invents nothing.

use gapcheck::import::checks::attach;
use gapcheck::model::import::Outcome;
use serde_json::{Value, json};

use crate::attached::mapping;
use crate::samples::{ASFF, COMPONENTS, CSV, OCSF, PLAN, SARIF, TESTS, TESTS_CSV};
use crate::taken;

/// The random numbers of `SplitMix64`: good enough, and the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(limit.max(1)).unwrap()).unwrap()
    }
}

/// Walks down some way and changes what stands there, or takes it away.
fn damage(value: &mut Value, random: &mut Random) {
    let further = random.below(5) > 0;
    match value {
        Value::Array(items) if further && !items.is_empty() => {
            let at = random.below(items.len());
            if random.below(8) == 0 {
                items.remove(at);
            } else {
                damage(&mut items[at], random);
            }
        }
        Value::Object(keys) if further && !keys.is_empty() => {
            let key = keys.keys().nth(random.below(keys.len())).unwrap().clone();
            if random.below(4) == 0 {
                keys.remove(&key);
            } else {
                damage(&mut keys[&key], random);
            }
        }
        _ => *value = odd(random),
    }
}

fn odd(random: &mut Random) -> Value {
    let odd = [
        json!(null),
        json!(true),
        json!(-1),
        json!(1e300),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(""),
        json!("é"),
        json!("é\u{0}\n漢字漢字漢字漢字漢字"),
        json!("{{ insert: param, x"),
        json!("9999-12-31T"),
        json!([]),
        json!([[], {}, null, 7]),
        json!({}),
        json!({ "id": [1], "uid": "x", "text": 3 }),
        json!("PASS"),
    ];
    odd[random.below(odd.len())].clone()
}

/// Reads a file and attaches what came of it; what comes out holds together.
fn hold(bytes: &[u8]) {
    let Some((_, reading, _)) = taken("scan", bytes) else { return };
    for table in &reading.tables {
        assert!(table.rows.iter().all(|row| row.cells.len() == table.columns.len() && !row.cells[0][0].is_empty()));
    }
    let mut results = reading.results;
    let number = results.len();
    assert!(results.iter().all(|result| !result.check.is_empty() && !result.tool.is_empty()));
    let passed = results.iter().filter(|result| result.outcome == Outcome::Passed).count();
    let attached = attach(&mut results, &mapping("checks: [{ check: \"*\", controls: [A] }]"));
    assert!(results.is_empty());
    assert_eq!(attached.additions.len(), usize::from(number > 0));
    for one in attached.additions {
        assert_eq!(one.evidence.items, u32::try_from(number).ok());
        let Some(test) = one.test else { continue };
        assert_eq!(usize::try_from(test.size).unwrap(), passed + test.exceptions.len());
        assert!(test.period.is_none_or(|(first, last)| first <= last && test.date == Some(last)));
    }
}

#[test]
fn no_damage_to_data_makes_a_panic() {
    let mut random = Random(7);
    for sample in [OCSF, ASFF, SARIF, TESTS, COMPONENTS, PLAN] {
        let whole: Value = serde_json::from_str(sample).unwrap();
        for _ in 0..400 {
            let mut value = whole.clone();
            for _ in 0..=random.below(4) {
                damage(&mut value, &mut random);
            }
            hold(value.to_string().as_bytes());
        }
    }
}

#[test]
fn no_damage_to_bytes_makes_a_panic() {
    let mut random = Random(11);
    for sample in [OCSF, CSV, TESTS_CSV, SARIF] {
        for _ in 0..300 {
            let mut bytes = sample.as_bytes().to_vec();
            for _ in 0..=random.below(3) {
                let at = random.below(bytes.len());
                match random.below(3) {
                    0 => bytes.truncate(at),
                    1 => bytes[at] = b"\";,\n\0\xff\xc3"[random.below(7)],
                    _ => drop(bytes.remove(at)),
                }
                if bytes.is_empty() {
                    break;
                }
            }
            hold(&bytes);
        }
    }
}
