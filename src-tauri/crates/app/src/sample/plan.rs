//! What the sample pilot was planned to cost, before its first take.

use super::{Cast, ago, invalid, words};
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::estimate::{PlanDraft, PlanMinutes, PlanModel, PlanOverhead, PlanPrice, RateSource, SavePlanRequest};
use circletake_domain::id::{ModelName, PersonId};
use circletake_domain::timestamp::Timestamp;
use circletake_store::NewPlan;
use time::Duration;

/// Keeps the plan a little before the first take, which freezes it.
pub(super) async fn write_plan(library: &OpenLibrary, cast: &Cast, now: Timestamp) -> Result<(), AppError> {
    let request = SavePlanRequest {
        pilot_id: cast.pilot.clone(),
        name: words::PLAN_NAME.to_owned(),
        draft: draft(cast)?,
    };
    let plan = NewPlan {
        made_by: Some(cast.producer.clone()),
        ..library.new_plan(&request, 0).await?
    };
    let mut write = library.store().write().await?;
    write.add_plan(&plan, ago(now, Duration::days(14))?).await?;
    Ok(write.commit().await?)
}

/// Nobody knew the usable rate yet: one in five, as sure as after ten clips.
fn draft(cast: &Cast) -> Result<PlanDraft, AppError> {
    let [cheap, dear] = words::MODELS;
    let model = |name: &str, generations, each: &str| {
        Ok::<_, AppError>(PlanModel {
            name: ModelName::new(name).map_err(|error| invalid("model", &error))?,
            generations,
            price: PlanPrice::PerGeneration {
                amount: each.to_owned(),
            },
            rate: RateSource::Guess {
                rate: "0.2".to_owned(),
                as_sure_as: "10".to_owned(),
            },
        })
    };
    let minutes = |minutes: &str, person: &PersonId| PlanMinutes {
        minutes: minutes.to_owned(),
        person_id: Some(person.clone()),
        hourly_rate: None,
    };
    Ok(PlanDraft {
        brief_id: None,
        models: vec![model(cheap, 34, "0.5")?, model(dear, 16, "0.7")?],
        seconds: Some("5.5".to_owned()),
        review: minutes("4", &cast.director),
        editing: minutes("12", &cast.editor),
        brand_review: minutes("2", &cast.brand),
        overhead: PlanOverhead::default(),
        benchmark: Some(words::BENCHMARK.to_owned()),
        usable_wanted: Some(10),
    })
}
