//! Prices: the catalogue of a library, and what a request costs in its money.

mod assume;
mod buckets;
mod calculator;
mod catalogue;
mod licences;
mod lines;
mod own_entries;
mod price_file;

pub use buckets::{bucket_figure, bucket_questions, priced_buckets};
pub use calculator::shipped_price;
pub use catalogue::PlannedPrice;
pub(crate) use catalogue::price;
pub use licences::compare_licences;
pub use lines::{check_of, price_line};
pub use price_file::{PriceFileError, PriceImportOptions, checked_price_file};

use crate::error::AppError;
use circletake_domain::money::exact_decimal;
use rust_decimal::Decimal;

/// A number somebody typed.
fn number(field: &'static str, text: &str) -> Result<Decimal, AppError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(AppError::Invalid {
            field,
            problem: "a number is expected".to_owned(),
        });
    }
    exact_decimal(text).map_err(|_| AppError::Invalid {
        field,
        problem: format!("`{text}` is not a number such as 12.5"),
    })
}

/// A number of 0 or more.
fn not_negative(field: &'static str, text: &str) -> Result<Decimal, AppError> {
    let number = number(field, text)?;
    if number < Decimal::ZERO {
        return Err(AppError::Invalid {
            field,
            problem: "0 or more is expected".to_owned(),
        });
    }
    if number > Decimal::from(1_000_000_000) {
        return Err(AppError::Invalid {
            field,
            problem: "at most 1000000000 is expected".to_owned(),
        });
    }
    Ok(number)
}

/// A whole number of 0 or more.
fn whole(field: &'static str, text: &str) -> Result<u32, AppError> {
    text.trim().parse().map_err(|_| AppError::Invalid {
        field,
        problem: format!("`{}` is not a whole number of 0 or more", text.trim()),
    })
}

/// Frames per second as people write them: `30`, `30.0`, `30 fps`.
fn frames_per_second(text: &str) -> Result<u32, AppError> {
    let word = text.trim().to_lowercase();
    let digits = word.strip_suffix("fps").unwrap_or(&word).trim();
    exact_decimal(digits)
        .ok()
        .map(|rate| rate.normalize().to_string())
        .and_then(|rate| rate.parse().ok())
        .ok_or_else(|| AppError::Invalid {
            field: "frame rate",
            problem: format!("`{}` is not one of 24, 30, 60", text.trim()),
        })
}

fn too_large() -> AppError {
    AppError::NoPrice(circletake_domain::prices::NoPrice::TooLarge)
}
