//! What made a take: the request as it was, and what it cost.

use crate::error::{Result, StoreError};
use crate::library::Library;
use crate::row::Columns;
use circletake_domain::frame::Microseconds;
use circletake_domain::id::{GenerationId, ModelName};
use circletake_domain::money::{Amount, CostBasis};
use sqlx::Row;

/// What made a take. `None` is unknown, never nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredMaking {
    /// The take.
    pub generation: GenerationId,
    /// By which model.
    pub model: Option<ModelName>,
    /// The rendered prompt.
    pub prompt: Option<String>,
    /// Its name and version as written: `pr_00007`, `3`.
    pub prompt_name: Option<(String, String)>,
    /// The template it was rendered from, and its version.
    pub template: Option<(String, u32)>,
    /// The seed, as the provider writes it.
    pub seed: Option<String>,
    /// Everything else that was asked for, as it was sent.
    pub settings: Option<serde_json::Value>,
    /// The length asked for.
    pub requested: Option<Microseconds>,
    /// What it cost, and how that is known.
    pub cost: Option<(Amount, CostBasis)>,
    /// What it was expected to cost.
    pub projected: Option<Amount>,
}

impl Library {
    /// What made a take.
    pub async fn making(&self, id: &GenerationId) -> Result<StoredMaking> {
        let row = sqlx::query(
            "SELECT m.name AS model, p.body AS prompt, p.id AS prompt_id, p.version AS prompt_version,
                    t.id AS template_id, v.number AS template_version, g.seed, g.settings_json,
                    g.requested_duration_us, g.cost_nanos, g.cost_basis, g.projected_cost_nanos
             FROM generations g
             LEFT JOIN models m ON m.key = g.model_key
             LEFT JOIN prompts p ON p.key = g.prompt_key
             LEFT JOIN prompt_template_versions v ON v.key = p.template_version_key
             LEFT JOIN prompt_templates t ON t.key = v.template_key
             WHERE g.id = ?",
        )
        .bind(id.as_str())
        .fetch_optional(self.readers())
        .await?
        .ok_or_else(|| StoreError::not_found("generation", id))?;
        let known_as = row.try_get::<Option<String>, _>("prompt_id")?;
        let version: Option<String> = row.try_get("prompt_version")?;
        let template: Option<String> = row.try_get("template_id")?;
        let template_version: Option<u32> = row.number_or_null("template_version")?;
        let settings: Option<String> = row.try_get("settings_json")?;
        let basis: Option<String> = row.try_get("cost_basis")?;
        let basis = basis.and_then(|word| word.parse::<CostBasis>().ok());
        Ok(StoredMaking {
            generation: id.clone(),
            model: row.text_or_null("model")?,
            prompt: row.try_get("prompt")?,
            prompt_name: known_as.zip(version),
            template: template.zip(template_version),
            seed: row.try_get("seed")?,
            settings: settings
                .map(|text| {
                    serde_json::from_str(&text).map_err(|error| StoreError::Unreadable {
                        field: "generations.settings_json".to_owned(),
                        value: error.to_string(),
                    })
                })
                .transpose()?,
            requested: row
                .try_get::<Option<i64>, _>("requested_duration_us")?
                .map(Microseconds),
            cost: row.amount_or_null("cost_nanos")?.zip(basis),
            projected: row.amount_or_null("projected_cost_nanos")?,
        })
    }
}
