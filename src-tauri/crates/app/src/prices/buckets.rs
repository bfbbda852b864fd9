//! The four buckets of own or rented infrastructure: a second, an hour, all of it.

use super::{not_negative, number, too_large};
use crate::error::AppError;
use crate::view::prices::{
    BucketAnswer, BucketFigure, BucketPart, BucketPresetView, BucketQuestion, EgressQuestion, StorageQuestion,
};
use circletake_domain::prices::{Buckets, Egress, STORAGE_PER_GIGABYTE, bucket_presets};
use rust_decimal::Decimal;

/// What the buckets cost, or why nobody can say.
pub fn priced_buckets(question: &BucketQuestion) -> BucketAnswer {
    match figure(question) {
        Ok(figure) => BucketAnswer {
            figure: Some(figure),
            problem: None,
        },
        Err(error) => BucketAnswer {
            figure: None,
            problem: Some(error.problem()),
        },
    }
}

/// Values to start from, the example of an hour at 8 Mbps first.
pub fn bucket_questions() -> Vec<BucketPresetView> {
    let rate = |rate: Decimal| rate.normalize().to_string();
    bucket_presets()
        .into_iter()
        .map(|preset| BucketPresetView {
            key: preset.key.to_owned(),
            name: preset.name.to_owned(),
            values: BucketQuestion {
                compute: rate(preset.buckets.compute),
                encoding: rate(preset.buckets.encoding),
                storage: StorageQuestion::Rate {
                    per_second: rate(preset.buckets.storage),
                },
                egress: EgressQuestion::Rate {
                    per_second: rate(preset.buckets.egress),
                },
                hours: "8".to_owned(),
            },
        })
        .collect()
}

/// The same as an error where it has no price: for the command line.
pub fn bucket_figure(question: &BucketQuestion) -> Result<BucketFigure, AppError> {
    figure(question)
}

fn figure(question: &BucketQuestion) -> Result<BucketFigure, AppError> {
    let storage = match &question.storage {
        StorageQuestion::Rate { per_second } => not_negative("storage", per_second)?,
        StorageQuestion::Kept { gigabytes } => not_negative("gigabytes kept", gigabytes)?
            .checked_mul(STORAGE_PER_GIGABYTE)
            .ok_or_else(too_large)?,
    };
    let buckets = Buckets {
        compute: not_negative("compute", &question.compute)?,
        encoding: not_negative("encoding", &question.encoding)?,
        storage,
        egress: egress(&question.egress)?,
    };
    let hours = not_negative("hours", &question.hours)?;
    let per_second = buckets.per_second().ok_or_else(too_large)?;
    let per_hour = buckets.per_hour().ok_or_else(too_large)?;
    let plain = |value: Decimal| value.normalize().to_string();
    let part = |bucket: &str, value: Decimal| BucketPart {
        bucket: bucket.to_owned(),
        per_second: plain(value),
        share: value.checked_div(per_second).map(plain),
    };
    Ok(BucketFigure {
        per_second: plain(per_second),
        per_hour: plain(per_hour),
        total: plain(per_hour.checked_mul(hours).ok_or_else(too_large)?),
        parts: vec![
            part("compute", buckets.compute),
            part("encoding", buckets.encoding),
            part("storage", buckets.storage),
            part("egress", buckets.egress),
        ],
    })
}

fn egress(question: &EgressQuestion) -> Result<Decimal, AppError> {
    match question {
        EgressQuestion::Rate { per_second } => not_negative("egress", per_second),
        EgressQuestion::Traffic {
            megabits_per_second,
            price_per_gigabyte,
            kept_away_percent,
        } => {
            let percent = number("kept away", kept_away_percent)?;
            let egress = Egress {
                megabits_per_second: not_negative("megabits a second", megabits_per_second)?,
                price_per_gigabyte: not_negative("price of a gigabyte", price_per_gigabyte)?,
                kept_away: percent.checked_div(Decimal::ONE_HUNDRED).ok_or_else(too_large)?,
            };
            egress.per_second().ok_or_else(|| AppError::Invalid {
                field: "kept away",
                problem: format!("`{percent}` is not a share of 0 to 100 percent"),
            })
        }
    }
}
