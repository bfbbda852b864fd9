//! Pilots: bounded tests, each with its numbers.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::report;
use crate::view::pilot::{PilotView, VerdictView};
use circletake_domain::id::PilotId;
use circletake_store::{Pilot, Scope};

impl OpenLibrary {
    /// Every pilot, the latest first.
    pub async fn pilots(&self) -> Result<Vec<PilotView>, AppError> {
        self.recheck_signed_files().await?;
        let mut pilots = Vec::new();
        for pilot in self.store().pilots().await? {
            pilots.push(self.with_numbers(pilot).await?);
        }
        Ok(pilots)
    }

    /// One pilot.
    pub async fn pilot(&self, id: &PilotId) -> Result<PilotView, AppError> {
        self.recheck_signed_files().await?;
        let pilot = self.store().pilot(id).await?;
        self.with_numbers(pilot).await
    }

    async fn with_numbers(&self, pilot: Pilot) -> Result<PilotView, AppError> {
        let sums = self.store().sums(&Scope::Pilot(pilot.id.clone())).await?;
        let decision = self.decision_of(&pilot.id, &pilot.fields, &sums).await?;
        Ok(PilotView {
            verdict: VerdictView {
                verdict: decision.verdict,
                says: decision.readiness,
            },
            id: pilot.id,
            name: pilot.fields.name,
            format: pilot.fields.format,
            channel: pilot.fields.channel,
            target_generations: pilot.fields.target_generations,
            benchmark: pilot.fields.benchmark.map(|benchmark| benchmark.to_string()),
            budget: pilot.fields.budget.map(|budget| budget.to_string()),
            maker_may_sign: pilot.fields.maker_may_sign,
            report: report::view(&sums, None, &self.store().info().currency),
        })
    }
}
