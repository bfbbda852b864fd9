//! What made two takes, and what differs in it.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::compare::{MakingComparison, MakingView, SettingPair};
use crate::word_difference::pieces;
use circletake_domain::frame::Microseconds;
use circletake_domain::id::GenerationId;
use circletake_store::StoredMaking;
use rust_decimal::Decimal;
use serde_json::Value;
use std::collections::BTreeMap;

fn seconds(length: Microseconds) -> String {
    Decimal::new(length.0, 6).normalize().to_string()
}

fn view(making: &StoredMaking) -> MakingView {
    MakingView {
        generation_id: making.generation.clone(),
        model: making.model.clone(),
        prompt_id: making.prompt_name.as_ref().map(|(id, _)| id.clone()),
        prompt_version: making
            .prompt_name
            .as_ref()
            .map(|(_, version)| version.clone())
            .filter(|version| !version.is_empty()),
        has_prompt: making.prompt.is_some(),
        template_id: making.template.as_ref().map(|(id, _)| id.clone()),
        template_version: making.template.as_ref().map(|(_, number)| *number),
        seed: making.seed.clone(),
        requested_seconds: making.requested.map(seconds),
        cost: making.cost.map(|(amount, _)| amount),
        cost_basis: making.cost.map(|(_, basis)| basis),
        projected_cost: making.projected,
    }
}

/// Settings one by one, nested ones under their names joined by dots.
fn flat(prefix: &str, value: &Value, into: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(fields) if !fields.is_empty() => {
            for (name, value) in fields {
                let name = if prefix.is_empty() {
                    name.clone()
                } else {
                    format!("{prefix}.{name}")
                };
                flat(&name, value, into);
            }
        }
        Value::String(text) => drop(into.insert(prefix.to_owned(), text.clone())),
        other => drop(into.insert(prefix.to_owned(), other.to_string())),
    }
}

fn settings(a: Option<&Value>, b: Option<&Value>) -> Vec<SettingPair> {
    let [mut one, mut other] = [a, b].map(|value| {
        let mut found = BTreeMap::new();
        if let Some(value) = value {
            flat("", value, &mut found);
        }
        found
    });
    let names: Vec<_> = one.keys().chain(other.keys()).cloned().collect();
    let mut pairs: Vec<_> = names
        .into_iter()
        .map(|name| SettingPair {
            a: one.remove(&name),
            b: other.remove(&name),
            name,
        })
        .filter(|pair| pair.a.is_some() || pair.b.is_some())
        .collect();
    pairs.sort_by(|one, other| one.name.cmp(&other.name));
    pairs
}

impl OpenLibrary {
    /// What made two takes, and what differs in it.
    pub async fn compare_makings(&self, a: &GenerationId, b: &GenerationId) -> Result<MakingComparison, AppError> {
        let one = self.store().making(a).await?;
        let other = self.store().making(b).await?;
        let words = |making: &StoredMaking| making.prompt.clone().unwrap_or_default();
        Ok(MakingComparison {
            prompt: pieces(&words(&one), &words(&other)),
            settings: settings(one.settings.as_ref(), other.settings.as_ref()),
            a: view(&one),
            b: view(&other),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn settings_are_matched_by_name_however_deep_they_lie() {
        let a = json!({ "cfg": 7, "camera": { "move": "dolly", "speed": 1 }, "only": true });
        let b = json!({ "cfg": 7, "camera": { "move": "orbit", "speed": 1 } });
        let told: Vec<_> = settings(Some(&a), Some(&b))
            .into_iter()
            .map(|pair| (pair.name, pair.a.unwrap_or_default(), pair.b.unwrap_or_default()))
            .collect();
        let expected = [
            ("camera.move", "dolly", "orbit"),
            ("camera.speed", "1", "1"),
            ("cfg", "7", "7"),
            ("only", "true", ""),
        ];
        assert_eq!(
            told,
            expected.map(|(name, a, b)| (name.to_owned(), a.to_owned(), b.to_owned()))
        );
    }
}
