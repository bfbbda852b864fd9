//! A brief from JSON: every field checked, and every problem told at once.

use super::{Brand, Brief, Fidelity, Level, SensitiveCategory};
use crate::frame::FrameRate;
use crate::id::BriefId;
use crate::money::exact_decimal;
use rust_decimal::Decimal;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use thiserror::Error;

/// The longest clip a brief may ask for, in seconds.
const LONGEST_SECONDS: u32 = 3600;

/// One thing wrong with a brief.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{field}: expected {expected}, found {found}")]
pub struct BriefProblem {
    /// The field, `brand.do` for one inside another.
    pub field: String,
    /// What stood there.
    pub found: String,
    /// What was expected.
    pub expected: String,
}

impl Brief {
    /// Reads the JSON object of product.md. Only `brief_id` is required, and may be called `id`. A field of the wrong kind and an unknown
    /// word are problems; fields that a brief does not have are kept as they are, in [`Brief::extra`].
    pub fn from_json(value: &Value) -> Result<Self, Vec<BriefProblem>> {
        let Value::Object(object) = value else {
            return Err(vec![BriefProblem {
                field: "brief".into(),
                found: found(value),
                expected: "a JSON object with a brief_id".into(),
            }]);
        };
        let mut fields = Fields::new(object, "");
        let name = if object.contains_key("brief_id") {
            "brief_id"
        } else {
            "id"
        };
        // `brief show` prints both; what it prints can be read again.
        fields.known.push("id");
        let id = fields.take(name, "an id such as bf_2025_001", |value| {
            BriefId::new(value.as_str()?).ok()
        });
        if id.is_none() && fields.problems.is_empty() {
            fields.problem("brief_id", &Value::Null, "an id such as bf_2025_001");
        }
        // Without an id the rest is read all the same, so that every problem is told at once.
        let id = id.or_else(|| BriefId::new("unnamed").ok());
        let brand = fields.brand();
        let brief = id.map(|id| Self {
            channel: fields.text("channel").unwrap_or_default(),
            format: fields.text("format").unwrap_or_default(),
            duration_seconds: fields.take(
                "duration_seconds",
                "a number of seconds above 0 and at most 3600",
                seconds,
            ),
            goal: fields.text("goal").unwrap_or_default(),
            must_include: fields.texts("must_include"),
            must_avoid: fields.texts("must_avoid"),
            risk_level: fields
                .word("risk_level", &Level::expected(), Level::from_word)
                .unwrap_or(Level::Low),
            consistency_requirement: fields
                .word("consistency_requirement", &Level::expected(), Level::from_word)
                .unwrap_or(Level::Low),
            aspect_ratio: fields.take("aspect_ratio", "a ratio such as 9:16", aspect_ratio),
            resolution: fields.text("resolution"),
            frame_rate: fields.take("frame_rate", "frames per second such as 24 or 24000/1001", frame_rate),
            scene: fields.text("scene"),
            mood: fields.text("mood"),
            camera_direction: fields.text("camera_direction"),
            voice_cues: fields.text("voice_cues"),
            music_cues: fields.text("music_cues"),
            brand,
            fidelity: fields.word("fidelity", &Fidelity::expected(), Fidelity::from_word),
            paid: fields.take("paid", "true or false", Value::as_bool).unwrap_or(false),
            sensitive_categories: fields.categories(),
            planned_revisions: fields
                .take("planned_revisions", "a whole number", whole_number)
                .unwrap_or(0),
            extra: fields.others(),
            ..Self::bare(id)
        });
        match brief {
            Some(brief) if fields.problems.is_empty() => Ok(brief),
            _ => Err(fields.problems),
        }
    }
}

/// The fields of an object as they are taken out of it, and what was wrong with them.
struct Fields<'a> {
    object: &'a Map<String, Value>,
    prefix: &'static str,
    known: Vec<&'static str>,
    problems: Vec<BriefProblem>,
}

impl<'a> Fields<'a> {
    fn new(object: &'a Map<String, Value>, prefix: &'static str) -> Self {
        Self {
            object,
            prefix,
            known: Vec::new(),
            problems: Vec::new(),
        }
    }
    fn problem(&mut self, field: &str, value: &Value, expected: &str) {
        self.problems.push(BriefProblem {
            field: format!("{}{field}", self.prefix),
            found: found(value),
            expected: expected.to_owned(),
        });
    }
    /// The field's value, `None` where it is missing, null or wrong.
    fn take<T>(&mut self, field: &'static str, expected: &str, read: impl Fn(&Value) -> Option<T>) -> Option<T> {
        self.known.push(field);
        let value = self.object.get(field).filter(|value| !value.is_null())?;
        let taken = read(value);
        if taken.is_none() {
            self.problem(field, value, expected);
        }
        taken
    }
    fn text(&mut self, field: &'static str) -> Option<String> {
        self.take(field, "a text", |value| {
            value.as_str().map(|text| text.trim().to_owned())
        })
        .filter(|text| !text.is_empty())
    }
    fn texts(&mut self, field: &'static str) -> Vec<String> {
        self.take(field, "a list of texts", |value| {
            value
                .as_array()?
                .iter()
                .map(|item| item.as_str().map(|text| text.trim().to_owned()))
                .collect()
        })
        .unwrap_or_default()
    }
    fn word<T>(&mut self, field: &'static str, expected: &str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.take(field, expected, |value| read(value.as_str()?))
    }
    fn categories(&mut self) -> Vec<SensitiveCategory> {
        self.take("sensitive_categories", &SensitiveCategory::expected(), |value| {
            value
                .as_array()?
                .iter()
                .map(|item| SensitiveCategory::from_word(item.as_str()?))
                .collect()
        })
        .unwrap_or_default()
    }
    /// An object, or just the brand's name.
    fn brand(&mut self) -> Brand {
        let object = self.object;
        self.take(
            "brand",
            "a name, or an object with identity, messaging, do and dont",
            |value| (value.is_object() || value.is_string()).then_some(()),
        );
        match object.get("brand") {
            Some(Value::String(name)) => Brand {
                identity: Some(name.trim().to_owned()).filter(|name| !name.is_empty()),
                ..Brand::default()
            },
            Some(Value::Object(inner)) => {
                let mut fields = Fields::new(inner, "brand.");
                let brand = Brand {
                    identity: fields.text("identity"),
                    messaging: fields.text("messaging"),
                    does: fields.texts("do"),
                    does_not: fields.texts("dont"),
                    extra: fields.others(),
                };
                self.problems.extend(fields.problems);
                brand
            }
            _ => Brand::default(),
        }
    }
    /// What nobody has taken.
    fn others(&self) -> BTreeMap<String, Value> {
        let others = self
            .object
            .iter()
            .filter(|(field, _)| !self.known.contains(&field.as_str()));
        others.map(|(field, value)| (field.clone(), value.clone())).collect()
    }
}

fn seconds(value: &Value) -> Option<Decimal> {
    number(value).filter(|seconds| *seconds > Decimal::ZERO && *seconds <= Decimal::from(LONGEST_SECONDS))
}

fn number(value: &Value) -> Option<Decimal> {
    match value {
        Value::Number(number) => exact_decimal(&number.to_string()).ok(),
        Value::String(text) => exact_decimal(text).ok(),
        _ => None,
    }
}

fn whole_number(value: &Value) -> Option<u32> {
    match value {
        Value::Number(number) => number.as_u64().and_then(|number| u32::try_from(number).ok()),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn aspect_ratio(value: &Value) -> Option<String> {
    let (width, height) = value.as_str()?.trim().split_once([':', 'x', '/'])?;
    let side = |text: &str| text.trim().parse::<u32>().ok().filter(|side| *side > 0);
    Some(format!("{}:{}", side(width)?, side(height)?))
}

fn frame_rate(value: &Value) -> Option<String> {
    let text = match value {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.trim().to_owned(),
        _ => return None,
    };
    text.parse::<FrameRate>().ok().map(|_| text)
}

fn found(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_brief_of_the_product_page_reads_and_writes_the_same_json() {
        let json = json!({
            "brief_id": "bf_2025_001", "channel": "instagram_reel", "format": "social_broll", "duration_seconds": 6.5,
            "goal": "Show the mug at dawn", "must_include": ["steam"], "must_avoid": ["hands"],
            "risk_level": "low", "consistency_requirement": "high", "brand": {"identity": "Nord", "do": ["calm"]},
        });
        let brief = Brief::from_json(&json).unwrap();
        assert_eq!(brief.consistency_requirement, Level::High);
        let written = serde_json::to_value(&brief).unwrap();
        assert_eq!(written["duration_seconds"], json!(6.5));
        assert_eq!(Brief::from_json(&written).unwrap(), brief);
    }

    #[test]
    fn every_problem_is_told_at_once_with_its_field_and_what_was_expected() {
        let problems = Brief::from_json(&json!({
            "duration_seconds": -1, "risk_level": "medium", "brand": {"do": "calm"},
        }))
        .unwrap_err();
        let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["brief_id", "brand.do", "duration_seconds", "risk_level"]);
        assert_eq!(
            problems[3].to_string(),
            "risk_level: expected one of: low, high, found \"medium\""
        );
    }

    #[test]
    fn fields_that_a_brief_does_not_have_come_back_out() {
        let json = json!({"id": "bf_1", "shot_list": [1, 2], "brand": {"identity": "Nord", "tone": "calm"}});
        let brief = Brief::from_json(&json).unwrap();
        let written = serde_json::to_value(&brief).unwrap();
        assert_eq!(written["brief_id"], "bf_1");
        assert_eq!(written["shot_list"], json!([1, 2]));
        assert_eq!(written["brand"]["tone"], "calm");
        assert_eq!(Brief::from_json(&written).unwrap(), brief);
    }
}
