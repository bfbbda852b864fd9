//! Settings of a pilot: said at its beginning, changed in the open later.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::pilot::PilotView;
use crate::view::pilot_settings::{PilotSettings, PilotSettingsView, StandardView};
use circletake_domain::decision::Requirement;
use circletake_domain::frame::Microseconds;
use circletake_domain::id::{PersonId, PilotId};
use circletake_domain::money::exact_decimal;
use circletake_store::{PilotFields, PilotStandard};
use rust_decimal::{Decimal, prelude::ToPrimitive};

const MICROSECONDS: i64 = 1_000_000;

impl OpenLibrary {
    /// Makes a pilot.
    pub async fn create_pilot(&self, settings: &PilotSettings) -> Result<PilotView, AppError> {
        let fields = fields(settings)?;
        let mut write = self.store().write().await?;
        let pilot = write.add_pilot(&fields, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Pilots);
        self.pilot(&pilot.id).await
    }

    /// A pilot's settings, with what it was held against before.
    pub async fn pilot_settings(&self, id: &PilotId) -> Result<PilotSettingsView, AppError> {
        let pilot = self.store().pilot(id).await?;
        let standards = self.store().pilot_standards(id).await?;
        Ok(PilotSettingsView {
            settings: settings(pilot.fields),
            standards: standards.into_iter().map(standard).collect(),
        })
    }

    /// Says a pilot's settings anew. Another benchmark or another quality bar is kept with the time and who set it.
    pub async fn set_pilot_settings(
        &self,
        id: &PilotId,
        settings: &PilotSettings,
        by: Option<&PersonId>,
    ) -> Result<PilotView, AppError> {
        let fields = fields(settings)?;
        let mut write = self.store().write().await?;
        write.update_pilot(id, &fields, by, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Pilots);
        self.pilot(id).await
    }
}

fn fields(settings: &PilotSettings) -> Result<PilotFields, AppError> {
    Ok(PilotFields {
        name: settings.name.clone(),
        format: settings.format.clone(),
        channel: settings.channel.clone(),
        target_generations: settings.target_generations,
        target_duration: seconds(settings.shortest_seconds.as_deref())?,
        longest_duration: seconds(settings.longest_seconds.as_deref())?,
        models: settings.models.clone(),
        templates: settings.templates.clone(),
        benchmark: settings.benchmark,
        benchmark_what: settings.benchmark_what.clone(),
        benchmark_source: settings.benchmark_source.clone(),
        budget: settings.budget,
        quality_bar: settings.quality_bar.clone(),
        maker_may_sign: false,
        preset: settings.preset.clone(),
    })
}

pub(crate) fn settings(fields: PilotFields) -> PilotSettings {
    PilotSettings {
        name: fields.name,
        format: fields.format,
        channel: fields.channel,
        target_generations: fields.target_generations,
        shortest_seconds: fields.target_duration.map(shown),
        longest_seconds: fields.longest_duration.map(shown),
        models: fields.models,
        templates: fields.templates,
        benchmark: fields.benchmark,
        benchmark_what: fields.benchmark_what,
        benchmark_source: fields.benchmark_source,
        budget: fields.budget,
        quality_bar: fields.quality_bar,
        preset: fields.preset,
    }
}

fn standard(stored: PilotStandard) -> StandardView {
    StandardView {
        benchmark: stored.benchmark,
        benchmark_what: stored.benchmark_what,
        benchmark_source: stored.benchmark_source,
        quality_bar: stored
            .quality_bar
            .requirements()
            .iter()
            .map(Requirement::words)
            .collect(),
        set_by: stored.set_by,
        set_at: stored.set_at,
    }
}

/// Seconds as people write them; what is empty is not said.
fn seconds(text: Option<&str>) -> Result<Option<Microseconds>, AppError> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else {
        return Ok(None);
    };
    let refuse = || AppError::Invalid {
        field: "length",
        problem: format!("`{text}` is not a number of seconds such as 6 or 6.5"),
    };
    let whole = exact_decimal(text)
        .ok()
        .and_then(|seconds| seconds.checked_mul(Decimal::from(MICROSECONDS)))
        .filter(|microseconds| microseconds.fract().is_zero())
        .and_then(|microseconds| microseconds.to_i64());
    Ok(Some(Microseconds(whole.ok_or_else(refuse)?)))
}

fn shown(length: Microseconds) -> String {
    let seconds = Decimal::from(length.0) / Decimal::from(MICROSECONDS);
    seconds.normalize().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_kept_to_the_microsecond_and_nonsense_is_refused_by_name() {
        for text in ["6", "6.5", "0.000001"] {
            assert_eq!(shown(seconds(Some(text)).unwrap().unwrap()), text);
        }
        assert_eq!(seconds(Some("  ")).unwrap(), None);
        assert_eq!(seconds(None).unwrap(), None);
        for nonsense in ["six", "0.0000001", "99999999999999999"] {
            let refused = seconds(Some(nonsense)).unwrap_err().to_string();
            assert!(refused.starts_with("length: "), "{refused}");
        }
    }
}
