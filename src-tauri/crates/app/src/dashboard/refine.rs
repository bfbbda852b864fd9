//! Refine or regenerate: for a clip on the Edit screen, and for all that wait in a pilot.

use super::gathered::{AttemptsOf, Gathered};
use super::narrowed::Narrowed;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::report::{count, plain};
use crate::view::dashboard::RefineView;
use circletake_domain::advice::{RefineOrRegenerate, another_usable, refine_or_regenerate};
use circletake_domain::id::{GenerationId, PersonId};
use circletake_domain::person::Role;
use circletake_store::{LotFilter, Scope, TimeKind};
use rust_decimal::Decimal;

/// For what waits in a scope: another usable clip against an edit as long as they were on average.
pub(super) fn of_scope(gathered: &Gathered, edited: u64, editor_rate: Option<Decimal>) -> RefineOrRegenerate {
    let rate = gathered.all.average_rate(TimeKind::Editing).or(editor_rate);
    let minutes = gathered
        .all
        .minutes(TimeKind::Editing)
        .checked_div(Decimal::from(edited));
    refine_or_regenerate(
        another_usable(&gathered.all.tally(), &gathered.all.parts()),
        rate,
        minutes,
    )
}

impl OpenLibrary {
    /// Whether a clip is worth its edit. Worked out from the attempts of its brief; from those of the whole library while the brief has
    /// nothing usable. The editor is who asks, where they have a rate; else an hour costs what editing cost so far.
    pub async fn refine_or_regenerate(
        &self,
        generation: &GenerationId,
        person: Option<&PersonId>,
    ) -> Result<RefineView, AppError> {
        let store = self.store();
        let brief = store.generation(generation).await?.brief.brief_id;
        let mut scope = Scope::Brief(brief);
        let mut gathered = self.gathered(&scope).await?;
        let of_brief = gathered.all.usable > 0;
        if !of_brief {
            scope = Scope::Library;
            gathered = self.gathered(&scope).await?;
        }
        let own_rate = match person {
            Some(person) => self.store().find_person(person.as_str()).await?.hourly_rate,
            None => None,
        };
        let rate = match own_rate {
            Some(rate) => Some(rate.decimal()),
            None => match gathered.all.average_rate(TimeKind::Editing) {
                Some(rate) => Some(rate),
                None => self.editor_rate().await?,
            },
        };
        let edited = store.edited_clips(&scope).await?;
        let minutes = gathered
            .all
            .minutes(TimeKind::Editing)
            .checked_div(Decimal::from(edited));
        let answer = refine_or_regenerate(
            another_usable(&gathered.all.tally(), &gathered.all.parts()),
            rate,
            minutes,
        );
        let spent: i64 = store
            .time_spent(generation)
            .await?
            .iter()
            .filter(|spent| spent.kind == TimeKind::Editing)
            .map(|spent| spent.duration.0)
            .sum();
        Ok(RefineView {
            verdict: answer.verdict,
            another: answer.another.map(plain),
            attempts: count(gathered.all.total),
            usable: count(gathered.all.usable),
            of_brief,
            hourly_rate: answer.hourly_rate.map(plain),
            break_even_minutes: answer.break_even_minutes.map(plain),
            minutes: answer.minutes.map(plain),
            fixing: answer.fixing.map(plain),
            spent_minutes: plain(Decimal::from(spent) / Decimal::from(60_000_000)),
            currency: store.info().currency.clone(),
        })
    }

    async fn gathered(&self, scope: &Scope) -> Result<Gathered, AppError> {
        let everything = LotFilter::default();
        let (sums, standings) = tokio::try_join!(
            self.store().dashboard_sums(scope, None),
            self.store().standings(scope, None, &everything),
        )?;
        Ok(Gathered::of(
            &sums,
            &standings,
            &Narrowed::default(),
            &AttemptsOf::everything(&sums),
        ))
    }

    /// What an hour of the first editor costs whose rate is known.
    pub(super) async fn editor_rate(&self) -> Result<Option<Decimal>, AppError> {
        let people = self.store().people().await?;
        let mut editors = people
            .iter()
            .filter(|person| person.active && person.role == Role::Editor);
        Ok(editors
            .find_map(|editor| editor.hourly_rate)
            .map(circletake_domain::money::Amount::decimal))
    }
}
