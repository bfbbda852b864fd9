//! What own attempts say of a run to come.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::report::{count, minutes, plain};
use crate::view::estimate::{AttemptsSource, SeenAttemptsView, SourceView};
use circletake_domain::statistics::{RateBelief, Tries, wilson_95};
use circletake_store::{AttemptsOf, SeenAttempts, TimeKind};
use rust_decimal::Decimal;

impl From<&AttemptsSource> for AttemptsOf {
    fn from(source: &AttemptsSource) -> Self {
        match source {
            AttemptsSource::Pilot(id) => Self::Pilot(id.clone()),
            AttemptsSource::Brief(id) => Self::Brief(id.clone()),
            AttemptsSource::Model(name) => Self::Model(name.clone()),
            AttemptsSource::Format(format) => Self::Format(format.clone()),
            AttemptsSource::Template(id) => Self::Template(id.clone()),
            AttemptsSource::Prompt(id) => Self::Prompt(id.clone()),
        }
    }
}

impl From<AttemptsOf> for AttemptsSource {
    fn from(of: AttemptsOf) -> Self {
        match of {
            AttemptsOf::Pilot(id) => Self::Pilot(id),
            AttemptsOf::Brief(id) => Self::Brief(id),
            AttemptsOf::Model(name) => Self::Model(name),
            AttemptsOf::Format(format) => Self::Format(format),
            AttemptsOf::Template(id) => Self::Template(id),
            AttemptsOf::Prompt(id) => Self::Prompt(id),
        }
    }
}

/// A source in words: `8 of 50 seen in pl_0001`.
fn named(source: &AttemptsSource) -> String {
    match source {
        AttemptsSource::Pilot(id) => format!("in {id}"),
        AttemptsSource::Brief(id) => format!("for {id}"),
        AttemptsSource::Model(name) => format!("by {name}"),
        AttemptsSource::Format(format) => format!("for {}", format.replace('_', " ")),
        AttemptsSource::Template(id) => format!("with {id}"),
        AttemptsSource::Prompt(id) => format!("with {id}"),
    }
}

impl OpenLibrary {
    /// Everything with attempts that a plan can be made from, most attempts first.
    pub async fn attempt_sources(&self) -> Result<Vec<SourceView>, AppError> {
        let mut sources = Vec::new();
        for (of, label) in self.store().attempt_sources().await? {
            let seen = self.store().seen_attempts(&of).await?;
            if seen.total > 0 {
                sources.push(SourceView {
                    source: of.into(),
                    label,
                    seen: view(&seen),
                });
            }
        }
        sources.sort_by_key(|source| std::cmp::Reverse(source.seen.total));
        Ok(sources)
    }

    /// Whose attempts a word names.
    pub async fn attempts_source(&self, name: &str) -> Result<AttemptsSource, AppError> {
        Ok(self.store().attempts_named(name).await?.into())
    }

    /// What own attempts let one believe of the usable rate, and where that comes from.
    pub(super) async fn belief(&self, source: &AttemptsSource) -> Result<(RateBelief, String), AppError> {
        let seen = self.store().seen_attempts(&source.into()).await?;
        let nothing = || AppError::Invalid {
            field: "usable rate",
            problem: format!(
                "there is no attempt {} yet; say a guess, and how sure it is",
                named(source)
            ),
        };
        if seen.total == 0 {
            return Err(nothing());
        }
        let tries = Tries::new(seen.usable, seen.total).map_err(|_| nothing())?;
        let open = match seen.undecided {
            0 => String::new(),
            undecided => format!("; {undecided} not decided yet count as not usable"),
        };
        let basis = format!("{} of {} seen {}{open}", seen.usable, seen.total, named(source));
        Ok((RateBelief::from_history(tries), basis))
    }
}

fn view(seen: &SeenAttempts) -> SeenAttemptsView {
    let tries = Tries::new(seen.usable, seen.total).ok();
    let spent = |kind: TimeKind, clips: u64| {
        let time = seen.time.iter().find(|(of, _)| *of == kind)?;
        minutes(time.1).checked_div(Decimal::from(clips)).map(plain)
    };
    SeenAttemptsView {
        total: count(seen.total),
        usable: count(seen.usable),
        undecided: count(seen.undecided),
        rate: Decimal::from(seen.usable)
            .checked_div(Decimal::from(seen.total))
            .map(plain),
        interval: tries
            .and_then(wilson_95)
            .map(|interval| [super::answer::share(interval.low), super::answer::share(interval.high)]),
        review_minutes: spent(TimeKind::Review, seen.total),
        editing_minutes: spent(TimeKind::Editing, seen.usable),
        brand_minutes: spent(TimeKind::BrandReview, seen.usable),
    }
}
