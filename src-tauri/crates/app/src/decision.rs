//! The decision about a pilot, from its sums and its records.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::report::{Counted, counted};
use circletake_domain::decision::{Benchmark, LargestShare, Loop, PilotDecision, PilotFacts, Stretch};
use circletake_domain::id::{PersonId, PilotId};
use circletake_domain::statistics::Tries;
use circletake_domain::status::Status;
use circletake_store::{DecidedCount, DecisionRecords, PilotFields, Scope, Sums};
use rust_decimal::Decimal;
use time::macros::format_description;
use time::{Date, Duration};

impl OpenLibrary {
    /// What may be said about a pilot.
    pub async fn decision(&self, id: &PilotId) -> Result<PilotDecision, AppError> {
        self.recheck_signed_files().await?;
        let pilot = self.store().pilot(id).await?;
        let sums = self.store().sums(&Scope::Pilot(pilot.id.clone())).await?;
        self.decision_of(&pilot.id, &pilot.fields, &sums).await
    }

    pub(crate) async fn decision_of(
        &self,
        id: &PilotId,
        fields: &PilotFields,
        sums: &Sums,
    ) -> Result<PilotDecision, AppError> {
        Ok(PilotDecision::of(&self.pilot_facts(id, fields, sums).await?))
    }

    pub(crate) async fn pilot_facts(
        &self,
        id: &PilotId,
        fields: &PilotFields,
        sums: &Sums,
    ) -> Result<PilotFacts, AppError> {
        let records = self.store().decision_records(&Scope::Pilot(id.clone())).await?;
        let largest = match largest_share(sums) {
            None => None,
            Some((person, share)) => {
                let people = self.store().people().await?;
                let name = people
                    .into_iter()
                    .find(|known| known.id == person)
                    .map(|known| known.name);
                name.map(|name| LargestShare { name, share })
            }
        };
        let Counted {
            tally,
            minutes_without_rate,
            ..
        } = counted(sums, None);
        Ok(PilotFacts {
            format: fields.format.clone(),
            channel: fields.channel.clone(),
            currency: self.store().info().currency.clone(),
            benchmark: fields.benchmark.map(|amount| Benchmark {
                amount,
                what: fields.benchmark_what.clone(),
            }),
            bar: fields.quality_bar.clone(),
            tally,
            minutes_without_rate,
            undecided: standing(sums, is_undecided),
            rights_rejections: standing(sums, |status| status == Status::RejectedRightsRisk),
            wrong_product: standing(sums, |status| status == Status::RejectedAccuracy),
            risk: records.risk,
            open_rights_rejections: records.open_rights_rejections,
            unsigned_usable: records.unsigned_usable,
            weeks: weeks(&records),
            briefs: records
                .briefs
                .iter()
                .filter_map(|(name, count)| stretch(name, *count))
                .collect(),
            longest_loop: records.longest_loop.map(|(brief, attempts)| Loop { brief, attempts }),
            minutes_by_usable: records
                .time_by_usable
                .iter()
                .map(|time| Decimal::from(time.0) / Decimal::from(60_000_000))
                .collect(),
            largest_share: largest,
        })
    }
}

fn standing(sums: &Sums, which: impl Fn(Status) -> bool) -> u64 {
    let counts = sums.statuses.iter().filter(|(status, _)| which(*status));
    counts.map(|(_, count)| count).sum()
}

fn is_undecided(status: Status) -> bool {
    status.is_attempt() && !(status.is_failed() || status.is_rejected() || status.is_usable())
}

fn stretch(name: &str, count: DecidedCount) -> Option<Stretch> {
    Some(Stretch {
        name: name.to_owned(),
        decided: Tries::new(count.usable, count.total).ok()?,
    })
}

/// Days as calendar weeks, each called by its Monday.
fn weeks(records: &DecisionRecords) -> Vec<Stretch> {
    let mut weeks: Vec<(Date, DecidedCount)> = Vec::new();
    for (day, count) in &records.days {
        let Ok(day) = Date::parse(day, format_description!("[year]-[month]-[day]")) else {
            continue;
        };
        let since = Duration::days(day.weekday().number_days_from_monday().into());
        let monday = day.checked_sub(since).unwrap_or(day);
        match weeks.last_mut() {
            Some((known, sum)) if *known == monday => {
                sum.usable += count.usable;
                sum.total += count.total;
            }
            _ => weeks.push((monday, *count)),
        }
    }
    let named = |monday: Date| {
        let layout = format_description!("week of [day padding:none] [month repr:short]");
        monday.format(layout).unwrap_or_else(|_| monday.to_string())
    };
    weeks
        .into_iter()
        .filter_map(|(monday, count)| stretch(&named(monday), count))
        .collect()
}

/// Who spent the most of the minutes whose person is known.
fn largest_share(sums: &Sums) -> Option<(PersonId, Decimal)> {
    let mut by_person: Vec<(PersonId, i64)> = Vec::new();
    for spent in &sums.time {
        let Some(person) = &spent.person else { continue };
        match by_person.iter_mut().find(|(known, _)| known == person) {
            Some((_, sum)) => *sum = sum.saturating_add(spent.duration.0),
            None => by_person.push((person.clone(), spent.duration.0)),
        }
    }
    let all: Decimal = by_person.iter().map(|(_, sum)| Decimal::from(*sum)).sum();
    let (person, most) = by_person.into_iter().max_by_key(|(_, sum)| *sum)?;
    Some((person, Decimal::from(most).checked_div(all)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use circletake_domain::frame::Microseconds;
    use circletake_store::{TimeKind, TimeSum};

    #[test]
    fn days_become_weeks_called_by_their_monday() {
        let count = DecidedCount { usable: 1, total: 4 };
        let records = DecisionRecords {
            // A Sunday, a Monday, a Sunday of the same week, and a Thursday three weeks on.
            days: ["2026-11-08", "2026-11-09", "2026-11-15", "2026-12-03"]
                .map(|day| (day.to_owned(), count))
                .to_vec(),
            ..DecisionRecords::default()
        };
        let weeks = weeks(&records);
        let named: Vec<_> = weeks
            .iter()
            .map(|week| (week.name.as_str(), week.decided.total()))
            .collect();
        assert_eq!(
            named,
            [("week of 2 Nov", 4), ("week of 9 Nov", 8), ("week of 30 Nov", 4)]
        );
    }

    #[test]
    fn the_largest_share_is_of_the_minutes_whose_person_is_known() {
        let spent = |person: Option<&str>, minutes: i64| TimeSum {
            person: person.map(|id| PersonId::new(id).unwrap()),
            kind: TimeKind::Review,
            duration: Microseconds(minutes * 60_000_000),
            hourly_rate: None,
        };
        let sums = Sums {
            time: vec![
                spent(Some("pe_1"), 30),
                spent(Some("pe_2"), 50),
                spent(Some("pe_1"), 30),
                spent(None, 900),
            ],
            ..Sums::default()
        };
        let (person, share) = largest_share(&sums).unwrap();
        assert_eq!(person.as_str(), "pe_1");
        assert_eq!(share.round_dp(3), Decimal::new(545, 3));
        assert_eq!(largest_share(&Sums::default()), None);
    }
}
