//! Plans kept with their pilots.

use super::answer;
use super::draft::Ground;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::estimate::{PlanDraft, PlanEstimate, PlanView, SavePlanRequest};
use circletake_domain::id::{BriefId, PilotId, RecordUid};
use circletake_domain::money::{Amount, exact_decimal};
use circletake_store::{AttemptsOf, NewPlan, StoreError, StoredPlan};
use serde::{Deserialize, Serialize};

/// A plan as it lies in the library: what was planned, and what it came to with the prices and rates of that day.
#[derive(Debug, Serialize, Deserialize)]
struct PlanBody {
    draft: PlanDraft,
    estimate: PlanEstimate,
    /// How many attempts the pilot had already.
    #[serde(default)]
    attempts_before: u32,
}

pub(super) fn view(stored: StoredPlan) -> Result<PlanView, AppError> {
    let body: PlanBody = serde_json::from_value(stored.body).map_err(|error| StoreError::Unreadable {
        field: "plans.body_json".to_owned(),
        value: error.to_string(),
    })?;
    Ok(PlanView {
        uid: stored.uid,
        name: stored.name,
        made_by: stored.made_by,
        created_at: stored.created_at,
        frozen_at: stored.frozen_at,
        attempts_before: body.attempts_before,
        draft: body.draft,
        estimate: body.estimate,
    })
}

impl OpenLibrary {
    /// The plans of a pilot, latest first.
    pub async fn plans(&self, pilot: &PilotId) -> Result<Vec<PlanView>, AppError> {
        self.store().plans(pilot).await?.into_iter().map(view).collect()
    }

    /// Keeps a plan with a pilot. A run that has begun follows it at once if it followed none; the plan says so. The brief it is for counts in
    /// this pilot from now on, so that what comes of it is held against the plan.
    pub async fn save_plan(&self, request: &SavePlanRequest) -> Result<PlanView, AppError> {
        let joining = self.joining_brief(request).await?;
        let mut attempts_before = self
            .store()
            .seen_attempts(&AttemptsOf::Pilot(request.pilot_id.clone()))
            .await?
            .total;
        if let Some(brief) = joining {
            attempts_before += self
                .store()
                .seen_attempts(&AttemptsOf::Brief(brief.clone()))
                .await?
                .total;
        }
        let plan = self.new_plan(request, attempts_before).await?;
        let follows = self.store().plan_followed(&request.pilot_id).await?;
        let begun_without = attempts_before > 0 && follows.is_none_or(|plan| plan.frozen_at.is_none());
        let mut write = self.store().write().await?;
        if let Some(brief) = joining {
            write.put_brief_in_pilot(brief, &request.pilot_id).await?;
        }
        let uid = write.add_plan(&plan, self.now()).await?;
        if begun_without {
            write.freeze_plan(&request.pilot_id, &uid, self.now()).await?;
        }
        write.commit().await?;
        self.changed(Change::Pilots);
        self.kept_plan(&request.pilot_id, &uid).await
    }

    /// A plan as it is kept: worked out with the prices and the rates of now.
    pub(crate) async fn new_plan(&self, request: &SavePlanRequest, attempts_before: u64) -> Result<NewPlan, AppError> {
        let resolved = Ground::of(self).await?.resolve(&request.draft).await?;
        let draft = resolved.draft.clone();
        let estimate = answer::of(&resolved, self.store().info().currency.clone())?;
        let projected_total = match &estimate.total_cost {
            Some(total) => Some(nearest(total)?),
            None => None,
        };
        let body = PlanBody {
            draft,
            estimate,
            attempts_before: crate::report::count(attempts_before),
        };
        let body = serde_json::to_value(body).map_err(|error| AppError::Invalid {
            field: "plan",
            problem: error.to_string(),
        })?;
        Ok(NewPlan {
            pilot: request.pilot_id.clone(),
            name: request.name.clone(),
            body,
            projected_total,
            made_by: self.current_person_id(),
        })
    }

    /// The brief of a plan, where it counts in no pilot yet. One that counts in another pilot is refused: what came of it would be missing here.
    async fn joining_brief<'a>(&self, request: &'a SavePlanRequest) -> Result<Option<&'a BriefId>, AppError> {
        let Some(id) = &request.draft.brief_id else {
            return Ok(None);
        };
        match self.store().brief(id).await?.pilot {
            None => Ok(Some(id)),
            Some(pilot) if pilot == request.pilot_id => Ok(None),
            Some(pilot) => Err(AppError::Invalid {
                field: "brief",
                problem: format!("{id} counts in {pilot}, and the plan is kept with {}", request.pilot_id),
            }),
        }
    }

    /// Freezes a plan before the run starts by itself.
    pub async fn freeze_plan(&self, pilot: &PilotId, plan: &RecordUid) -> Result<PlanView, AppError> {
        let mut write = self.store().write().await?;
        write.freeze_plan(pilot, plan, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Pilots);
        self.kept_plan(pilot, plan).await
    }

    async fn kept_plan(&self, pilot: &PilotId, plan: &RecordUid) -> Result<PlanView, AppError> {
        let plans = self.store().plans(pilot).await?;
        let found = plans.into_iter().find(|one| one.uid == *plan);
        view(found.ok_or_else(|| StoreError::NotFound {
            what: "plan",
            id: plan.to_string(),
        })?)
    }
}

/// The nearest nano-unit: what the library keeps of an amount that was worked out.
fn nearest(amount: &str) -> Result<Amount, AppError> {
    let rounded = exact_decimal(amount).and_then(Amount::rounded);
    rounded.map_err(|error| AppError::Invalid {
        field: "plan",
        problem: error.to_string(),
    })
}
