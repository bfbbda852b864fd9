//! Entries as lists show them.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::prices::{PriceCatalogueView, PriceLine};
use circletake_domain::day::Day;
use circletake_domain::prices::{
    Billing, Catalogue, CatalogueFinding, EntryStatus, ListedEntry, Origin, STALE_AFTER_DAYS,
};
use rust_decimal::Decimal;

impl OpenLibrary {
    /// The catalogue with its age, those of people first.
    pub async fn price_catalogue(&self) -> Result<PriceCatalogueView, AppError> {
        let catalogue = self.catalogue().await?;
        let today = self.today();
        let mut entries: Vec<&ListedEntry> = catalogue.entries.iter().collect();
        entries.sort_by_cached_key(|listed| {
            (
                listed.origin == Origin::Shipped,
                listed.entry.provider.to_lowercase(),
                listed.entry.model.as_str().to_lowercase(),
                listed
                    .entry
                    .resolutions
                    .first()
                    .map(circletake_domain::prices::Resolution::lines),
                listed.entry.audio.as_str(),
            )
        });
        Ok(PriceCatalogueView {
            as_of: catalogue.as_of,
            age_days: days(catalogue.age_on(today)),
            stale_after_days: days(Some(STALE_AFTER_DAYS)).unwrap_or_default(),
            currency: self.store().info().currency.clone(),
            entries: entries.into_iter().map(|listed| price_line(listed, today)).collect(),
            rates: self.exchange_rates().await?.0,
        })
    }
}

/// An entry as a list shows it on a day.
pub fn price_line(listed: &ListedEntry, today: Day) -> PriceLine {
    let entry = &listed.entry;
    PriceLine {
        uid: listed.uid,
        origin: listed.origin,
        replaces: listed.replaces,
        words: entry.words(),
        per_second: entry
            .billing
            .best_per_second()
            .map(|price| price.normalize().to_string()),
        billing: billing_words(&entry.billing),
        age_days: days(entry.as_of.age_on(today)),
        stale: entry.is_stale_on(today),
        plannable: entry.status != EntryStatus::Retired
            && entry.valid_to.is_none_or(|last| last >= today)
            && entry.valid_from.is_none_or(|first| first <= today),
        entry: entry.clone(),
    }
}

/// What there is to look at in the catalogue of a library, or in the shipped one.
pub fn check_of(catalogue: &Catalogue, today: Day) -> Vec<CatalogueFinding> {
    catalogue.check(today)
}

fn billing_words(billing: &Billing) -> String {
    let plain = |value: &Decimal| value.normalize().to_string();
    match billing {
        Billing::Second { price } => format!("{} a second", plain(price)),
        Billing::Credit {
            credits_per_second,
            price_per_credit,
        } => format!(
            "{} credits a second at {}",
            plain(credits_per_second),
            plain(price_per_credit)
        ),
        Billing::Block { seconds, price, most } => {
            let known = most.map_or_else(String::new, |most| format!(", known up to {most}"));
            format!("{} a begun block of {} s{known}", plain(price), plain(seconds))
        }
        Billing::Run { runs } => {
            let runs: Vec<String> = runs
                .iter()
                .map(|run| format!("{} a run of {} s", plain(&run.price), plain(&run.seconds)))
                .collect();
            runs.join(", ")
        }
        Billing::Token {
            tokens_per_second,
            price_per_million,
        } => format!(
            "{} tokens a second at {} a million",
            plain(tokens_per_second),
            plain(price_per_million)
        ),
        Billing::Formula { base_rate } => format!("{} a second x R x F x M", plain(base_rate)),
    }
}

fn days(days: Option<i64>) -> Option<u32> {
    days.and_then(|days| u32::try_from(days).ok())
}
