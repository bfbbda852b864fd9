//! A brief while it is typed: every field as the text that stands in it, right or wrong.

use super::{Brief, BriefProblem, Fidelity, Level, SensitiveCategory};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use ts_rs::TS;

/// A brief while it is typed. Nothing is refused here: what does not read is named by [`BriefForm::read`] and kept all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct BriefForm {
    /// `instagram_reel` ...
    pub channel: String,
    /// `social_broll` ...
    pub format: String,
    /// Length of a clip in seconds.
    pub duration_seconds: String,
    /// What it is for.
    pub goal: String,
    /// What must be seen.
    pub must_include: Vec<String>,
    /// What must not be seen.
    pub must_avoid: Vec<String>,
    /// What a small visual error would cost.
    pub risk_level: Level,
    /// How alike the clips must be.
    pub consistency_requirement: Level,
    /// `9:16` ...
    pub aspect_ratio: String,
    /// `1080p` ...
    pub resolution: String,
    /// Frames per second.
    pub frame_rate: String,
    /// What is seen.
    pub scene: String,
    /// How it feels.
    pub mood: String,
    /// How the camera moves.
    pub camera_direction: String,
    /// What is said.
    pub voice_cues: String,
    /// What is heard under it.
    pub music_cues: String,
    /// The brand and how it looks.
    pub brand_identity: String,
    /// What the brand says.
    pub brand_messaging: String,
    /// What the brand always does.
    pub brand_do: Vec<String>,
    /// What the brand never does.
    pub brand_dont: Vec<String>,
    /// How finished it must look.
    pub fidelity: Option<Fidelity>,
    /// Shown as a paid ad.
    pub paid: bool,
    /// Subjects that need checks of their own.
    pub sensitive_categories: Vec<SensitiveCategory>,
    /// How many rounds of revision are planned.
    pub planned_revisions: String,
    /// Entries of lists that are typed and not yet entered, by the name of their field.
    pub unfinished: BTreeMap<String, String>,
}

impl Default for BriefForm {
    fn default() -> Self {
        Self {
            channel: String::new(),
            format: String::new(),
            duration_seconds: String::new(),
            goal: String::new(),
            must_include: Vec::new(),
            must_avoid: Vec::new(),
            risk_level: Level::Low,
            consistency_requirement: Level::Low,
            aspect_ratio: String::new(),
            resolution: String::new(),
            frame_rate: String::new(),
            scene: String::new(),
            mood: String::new(),
            camera_direction: String::new(),
            voice_cues: String::new(),
            music_cues: String::new(),
            brand_identity: String::new(),
            brand_messaging: String::new(),
            brand_do: Vec::new(),
            brand_dont: Vec::new(),
            fidelity: None,
            paid: false,
            sensitive_categories: Vec::new(),
            planned_revisions: String::new(),
            unfinished: BTreeMap::new(),
        }
    }
}

impl BriefForm {
    /// The form as a brief fills it.
    pub fn of(brief: &Brief) -> Self {
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        Self {
            channel: brief.channel.clone(),
            format: brief.format.clone(),
            duration_seconds: brief
                .duration_seconds
                .map(|seconds| seconds.normalize().to_string())
                .unwrap_or_default(),
            goal: brief.goal.clone(),
            must_include: brief.must_include.clone(),
            must_avoid: brief.must_avoid.clone(),
            risk_level: brief.risk_level,
            consistency_requirement: brief.consistency_requirement,
            aspect_ratio: text(&brief.aspect_ratio),
            resolution: text(&brief.resolution),
            frame_rate: text(&brief.frame_rate),
            scene: text(&brief.scene),
            mood: text(&brief.mood),
            camera_direction: text(&brief.camera_direction),
            voice_cues: text(&brief.voice_cues),
            music_cues: text(&brief.music_cues),
            brand_identity: text(&brief.brand.identity),
            brand_messaging: text(&brief.brand.messaging),
            brand_do: brief.brand.does.clone(),
            brand_dont: brief.brand.does_not.clone(),
            fidelity: brief.fidelity,
            paid: brief.paid,
            sensitive_categories: brief.sensitive_categories.clone(),
            planned_revisions: match brief.planned_revisions {
                0 => String::new(),
                rounds => rounds.to_string(),
            },
            unfinished: BTreeMap::new(),
        }
    }

    /// The brief that is written here, under the name of `base` and with everything the form has no field for; or every problem.
    pub fn read(&self, base: &Brief) -> Result<Brief, Vec<BriefProblem>> {
        let mut object: Map<String, Value> = base
            .extra
            .iter()
            .map(|(field, value)| (field.clone(), value.clone()))
            .collect();
        let mut brand: Map<String, Value> = base
            .brand
            .extra
            .iter()
            .map(|(field, value)| (field.clone(), value.clone()))
            .collect();
        brand.insert("identity".to_owned(), text(&self.brand_identity));
        brand.insert("messaging".to_owned(), text(&self.brand_messaging));
        brand.insert("do".to_owned(), list(&self.brand_do));
        brand.insert("dont".to_owned(), list(&self.brand_dont));
        let fields = [
            ("brief_id", json!(base.brief_id.as_str())),
            ("channel", text(&self.channel)),
            ("format", text(&self.format)),
            ("duration_seconds", text(&self.duration_seconds)),
            ("goal", text(&self.goal)),
            ("must_include", list(&self.must_include)),
            ("must_avoid", list(&self.must_avoid)),
            ("risk_level", json!(self.risk_level)),
            ("consistency_requirement", json!(self.consistency_requirement)),
            ("aspect_ratio", text(&self.aspect_ratio)),
            ("resolution", text(&self.resolution)),
            ("frame_rate", text(&self.frame_rate)),
            ("scene", text(&self.scene)),
            ("mood", text(&self.mood)),
            ("camera_direction", text(&self.camera_direction)),
            ("voice_cues", text(&self.voice_cues)),
            ("music_cues", text(&self.music_cues)),
            ("brand", Value::Object(brand)),
            ("fidelity", json!(self.fidelity)),
            ("paid", json!(self.paid)),
            ("sensitive_categories", json!(self.sensitive_categories)),
            ("planned_revisions", text(&self.planned_revisions)),
        ];
        object.extend(fields.map(|(field, value)| (field.to_owned(), value)));
        Brief::from_json(&Value::Object(object))
    }

    /// Whether it says just what `brief` says, with nothing left half typed.
    pub fn says(&self, brief: &Brief) -> bool {
        self.unfinished.values().all(|typed| typed.trim().is_empty())
            && self.read(brief).is_ok_and(|written| written == *brief)
    }
}

fn text(typed: &str) -> Value {
    match typed.trim() {
        "" => Value::Null,
        typed => Value::String(typed.to_owned()),
    }
}

/// Entries that are nothing but spaces are nobody's wish.
fn list(entries: &[String]) -> Value {
    let entries = entries
        .iter()
        .map(|entry| entry.trim())
        .filter(|entry| !entry.is_empty());
    entries.map(|entry| Value::String(entry.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::BriefId;

    fn brief() -> Brief {
        Brief::from_json(&json!({
            "brief_id": "bf_2025_001", "channel": "instagram_reel", "format": "social_broll", "duration_seconds": 6.5,
            "goal": "Show the mug at dawn", "must_include": ["steam"], "must_avoid": ["hands"], "risk_level": "low",
            "consistency_requirement": "high", "aspect_ratio": "9:16", "frame_rate": "24", "paid": true,
            "sensitive_categories": ["health"], "planned_revisions": 2, "shot_list": [1, 2],
            "brand": {"identity": "Nord, mugs", "do": ["calm"], "dont": ["shout"], "tone": "low"},
        }))
        .unwrap()
    }

    #[test]
    fn a_brief_that_is_opened_and_not_changed_says_the_same_and_keeps_what_has_no_field() {
        let form = BriefForm::of(&brief());
        assert_eq!(form.read(&brief()).unwrap(), brief());
        assert!(form.says(&brief()));
    }

    #[test]
    fn what_does_not_read_is_named_by_its_field_and_stays_as_it_was_typed() {
        let form = BriefForm {
            duration_seconds: "six".into(),
            aspect_ratio: "tall".into(),
            planned_revisions: "a few".into(),
            ..BriefForm::of(&brief())
        };
        let problems = form.read(&brief()).unwrap_err();
        let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["duration_seconds", "aspect_ratio", "planned_revisions"]);
        let kept: BriefForm = serde_json::from_str(&serde_json::to_string(&form).unwrap()).unwrap();
        assert_eq!(kept, form);
    }

    #[test]
    fn half_an_entry_is_something_typed() {
        let mut form = BriefForm::of(&brief());
        form.unfinished.insert("must_include".into(), "a blue ri".into());
        assert!(!form.says(&brief()));
    }

    #[test]
    fn a_draft_of_an_older_app_with_fewer_fields_still_reads() {
        let form: BriefForm = serde_json::from_str(r#"{"goal": "A mug"}"#).unwrap();
        let read = form.read(&Brief::bare(BriefId::new("bf_1").unwrap())).unwrap();
        assert_eq!(read.goal, "A mug");
    }
}
