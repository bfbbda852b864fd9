//! Licence bands: kept with the library, and which is the cheapest.

use super::{not_negative, number, whole};
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::prices::{
    BandChange, BandCostView, BandDraft, BandPoint, LicenceComparison, LicenceDraft, LicenceQuestion,
};
use circletake_domain::prices::{LicenceBand, LicenceNeed, MOST_CLIPS, ThroughputCharge, break_evens, cheapest};
use rust_decimal::Decimal;

const SETTING: &str = "licence_bands";
/// Points of the drawing, corners not counted.
const POINTS: u64 = 40;
/// Bands that are compared at most: a vendor has three, and nobody reads more than a few lines.
const MOST_BANDS: usize = 8;

impl OpenLibrary {
    /// The bands that are kept, as they were typed.
    pub async fn licence_bands(&self) -> Result<LicenceDraft, AppError> {
        Ok(self.store().setting(SETTING).await?.unwrap_or_default())
    }

    /// Keeps bands; they need not be complete yet.
    pub async fn set_licence_bands(&self, draft: &LicenceDraft) -> Result<(), AppError> {
        if draft.bands.len() > MOST_BANDS {
            return Err(too_many());
        }
        let mut write = self.store().write().await?;
        write.set_setting(SETTING, draft, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Prices);
        Ok(())
    }
}

fn too_many() -> AppError {
    AppError::Invalid {
        field: "bands",
        problem: format!("at most {MOST_BANDS} are compared"),
    }
}

/// Which band is the cheapest for a need, and where that changes.
pub fn compare_licences(question: &LicenceQuestion) -> Result<LicenceComparison, AppError> {
    if question.draft.bands.len() > MOST_BANDS {
        return Err(too_many());
    }
    let bands: Vec<LicenceBand> = question.draft.bands.iter().map(band).collect::<Result<_, _>>()?;
    let need = LicenceNeed {
        clips: u64::from(whole("clips a month", &question.clips)?).min(MOST_CLIPS),
        per_hour: match question.per_hour.trim() {
            "" => Decimal::ZERO,
            text => not_negative("clips an hour", text)?,
        },
        features: question.features.clone(),
    };
    let changes = break_evens(&bands, &need);
    let place = |place: Option<usize>| place.and_then(|place| u32::try_from(place).ok());
    Ok(LicenceComparison {
        costs: bands.iter().map(|band| cost(band, &need)).collect(),
        cheapest: place(cheapest(&bands, &need)),
        points: points(&bands, &need, changes.iter().map(|change| change.clips)),
        changes: changes
            .iter()
            .map(|change| BandChange {
                clips: change.clips,
                band: place(change.band),
            })
            .collect(),
    })
}

fn cost(band: &LicenceBand, need: &LicenceNeed) -> BandCostView {
    let plain = |value: Decimal| value.normalize().to_string();
    match band.cost(need) {
        Ok(cost) => BandCostView {
            name: band.name.clone(),
            total: Some(plain(cost.total)),
            parts: Some([cost.fee, cost.features, cost.throughput, cost.overage].map(plain)),
            per_clip: cost.total.checked_div(Decimal::from(need.clips)).map(plain),
            why_not: None,
        },
        Err(why) => BandCostView {
            name: band.name.clone(),
            total: None,
            parts: None,
            per_clip: None,
            why_not: Some(why.to_string()),
        },
    }
}

/// Totals to be drawn: as far as twice the volume or the last change, with every corner.
fn points(bands: &[LicenceBand], need: &LicenceNeed, changes: impl Iterator<Item = u64>) -> Vec<BandPoint> {
    let changes: Vec<u64> = changes.collect();
    let last = changes
        .iter()
        .copied()
        .chain(bands.iter().filter_map(|band| band.cap.map(u64::from)))
        .chain([need.clips, 10])
        .max()
        .unwrap_or(10);
    let end = last.saturating_mul(5) / 4;
    let mut volumes: Vec<u64> = (0..=POINTS).map(|step| end.saturating_mul(step) / POINTS).collect();
    volumes.extend(changes);
    volumes.extend(bands.iter().filter_map(|band| band.cap.map(u64::from)));
    volumes.push(need.clips);
    volumes.sort_unstable();
    volumes.dedup();
    volumes
        .into_iter()
        .map(|clips| {
            let at = LicenceNeed { clips, ..need.clone() };
            BandPoint {
                clips,
                totals: bands
                    .iter()
                    .map(|band| band.cost(&at).ok().map(|cost| cost.total.normalize().to_string()))
                    .collect(),
            }
        })
        .collect()
}

fn band(draft: &BandDraft) -> Result<LicenceBand, AppError> {
    let filled = |text: &str| !text.trim().is_empty();
    let named = |error: AppError| match error {
        AppError::Invalid { field, problem } => AppError::Invalid {
            field,
            problem: format!("{problem} (band `{}`)", draft.name.trim()),
        },
        other => other,
    };
    let optional = |field, text: &str| {
        if filled(text) {
            not_negative(field, text).map(Some)
        } else {
            Ok(None)
        }
    };
    let mut features = std::collections::BTreeMap::new();
    for (feature, price) in &draft.features {
        let price = optional("price of a feature", price).map_err(named)?;
        features.insert(*feature, price.unwrap_or_default());
    }
    let band = LicenceBand {
        name: draft.name.trim().to_owned(),
        tier: draft.tier,
        monthly_fee: not_negative("monthly fee", &draft.monthly_fee).map_err(named)?,
        cap: if filled(&draft.cap) {
            Some(whole("cap", &draft.cap).map_err(named)?)
        } else {
            None
        },
        overage: optional("overage", &draft.overage).map_err(named)?,
        features,
        throughput: if filled(&draft.monthly_per_extra) {
            Some(ThroughputCharge {
                monthly_per_extra: number("throughput", &draft.monthly_per_extra).map_err(named)?,
                included_per_hour: optional("clips an hour", &draft.included_per_hour)
                    .map_err(named)?
                    .unwrap_or_default(),
            })
        } else {
            None
        },
    };
    band.check().map_err(|problem| AppError::Invalid {
        field: problem.field,
        problem: format!("{} (band `{}`)", problem.problem, problem.band),
    })?;
    Ok(band)
}
