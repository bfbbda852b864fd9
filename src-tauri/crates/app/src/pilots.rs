//! Pilots: bounded tests, each with its numbers.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::report;
use crate::view::change::Change;
use crate::view::pilot::PilotView;
use circletake_domain::id::PilotId;
use circletake_domain::money::Amount;
use circletake_store::{Pilot, PilotFields, Scope};

impl OpenLibrary {
    /// Every pilot, the latest first.
    pub async fn pilots(&self) -> Result<Vec<PilotView>, AppError> {
        let mut pilots = Vec::new();
        for pilot in self.store().pilots().await? {
            pilots.push(self.with_numbers(pilot).await?);
        }
        Ok(pilots)
    }

    /// One pilot.
    pub async fn pilot(&self, id: &PilotId) -> Result<PilotView, AppError> {
        let pilot = self.store().pilot(id).await?;
        self.with_numbers(pilot).await
    }

    /// Makes a pilot.
    pub async fn create_pilot(
        &self,
        name: &str,
        format: &str,
        channel: &str,
        target_generations: Option<u32>,
        benchmark: Option<Amount>,
    ) -> Result<PilotView, AppError> {
        let fields = PilotFields {
            name: name.to_owned(),
            format: format.to_owned(),
            channel: channel.to_owned(),
            target_generations,
            benchmark,
            maker_may_sign: false,
        };
        let mut write = self.store().write().await?;
        let pilot = write.add_pilot(&fields, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Pilots);
        self.with_numbers(pilot).await
    }

    async fn with_numbers(&self, pilot: Pilot) -> Result<PilotView, AppError> {
        let sums = self.store().sums(&Scope::Pilot(pilot.id.clone())).await?;
        Ok(PilotView {
            id: pilot.id,
            name: pilot.fields.name,
            format: pilot.fields.format,
            channel: pilot.fields.channel,
            target_generations: pilot.fields.target_generations,
            benchmark: pilot.fields.benchmark.map(|benchmark| benchmark.to_string()),
            maker_may_sign: pilot.fields.maker_may_sign,
            report: report::view(&sums, None, &self.store().info().currency),
        })
    }
}
