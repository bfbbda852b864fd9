//! What became of the attempts made with a prompt.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::report;
use crate::view::prompt::{NamedPromptView, PromptNumbers};
use circletake_domain::statistics::{Tries, wilson_95};
use circletake_store::{NamedPrompt, PromptSet};
use rust_decimal::Decimal;

/// Prompts of logs that are listed; a log may carry one of its own for every attempt.
const NAMED_SHOWN: u32 = 200;

impl OpenLibrary {
    /// What became of the attempts made with these prompts.
    pub(super) async fn prompt_numbers(&self, set: &PromptSet) -> Result<PromptNumbers, AppError> {
        let sums = self.store().prompt_sums(set).await?;
        let report = report::view(&sums, None, &self.store().info().currency);
        Ok(PromptNumbers {
            total: report.total,
            failed: report.failed,
            usable: report.usable,
            published: report.published,
            usable_rate: report.usable_rate,
            usable_rate_interval: report.usable_rate_interval,
            rejection_reasons: report.rejection_reasons,
            model_cost: report.model_cost,
            unknown_costs: report.unknown_costs,
            human_cost: report.human_cost,
            minutes_without_rate: report.minutes_without_rate,
            total_cost: report.total_cost,
            cost_per_usable: report.cost_per_usable,
            cost_per_usable_interval: report.cost_per_usable_interval,
            currency: report.currency,
        })
    }

    /// Prompts that logs name and that are of no template; those with most attempts first.
    pub async fn named_prompts(&self) -> Result<Vec<NamedPromptView>, AppError> {
        let prompts = self.store().named_prompts(NAMED_SHOWN).await?;
        Ok(prompts.into_iter().map(named).collect())
    }
}

fn named(prompt: NamedPrompt) -> NamedPromptView {
    let interval = Tries::new(prompt.usable, prompt.total).ok().and_then(wilson_95);
    let number = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    NamedPromptView {
        id: prompt.id,
        version: Some(prompt.version).filter(|version| !version.is_empty()),
        total: number(prompt.total),
        usable: number(prompt.usable),
        usable_rate: Decimal::from(prompt.usable)
            .checked_div(Decimal::from(prompt.total))
            .map(report::plain),
        usable_rate_interval: interval
            .and_then(|interval| Some([report::share(interval.low)?, report::share(interval.high)?])),
    }
}
