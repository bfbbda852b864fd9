//! Entries of people: theirs win, marked, and what they replaced comes back when they are withdrawn.

use super::lines::price_line;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::prices::{AddedPrice, PriceCatalogueView};
use circletake_domain::id::RecordUid;
use circletake_domain::prices::{
    EntryStatus, ExchangeRate, FACTOR_COLUMNS, ListedEntry, Origin, PriceEntry, RowDefaults,
};
use circletake_store::NewPriceEntry;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

impl OpenLibrary {
    /// Adds an entry, from columns as a price list has them; with `replaces`, in the place of another one.
    pub async fn add_price(
        &self,
        columns: &BTreeMap<String, String>,
        replaces: Option<RecordUid>,
    ) -> Result<AddedPrice, AppError> {
        let replaced = match replaces {
            Some(uid) => Some(self.listed_entry(uid).await?),
            None => None,
        };
        let row: Map<String, Value> = columns
            .iter()
            .map(|(column, value)| (column.clone(), Value::String(value.clone())))
            .collect();
        let defaults = RowDefaults {
            currency: self.store().info().currency.clone(),
            source: "entered by hand".to_owned(),
        };
        let mut entry = match PriceEntry::from_row(&row, &defaults) {
            Ok(entry) => entry,
            Err(problems) => return Ok(AddedPrice { added: None, problems }),
        };
        if columns.get("status").is_none_or(|status| status.trim().is_empty()) {
            // Who enters a price by hand uses the model.
            entry.status = EntryStatus::Active;
        }
        if columns.get("as_of").is_none_or(|as_of| as_of.trim().is_empty()) {
            entry.as_of = circletake_domain::prices::AsOf::Day(self.today());
        }
        if let Some(replaced) = &replaced {
            keep_what_no_column_says(&mut entry, &replaced.entry);
            // Columns of factors that are there and empty say the shipped ones.
            let says_factors = FACTOR_COLUMNS.iter().any(|column| columns.contains_key(*column));
            if entry.multipliers.is_none() && !says_factors {
                entry.multipliers.clone_from(&replaced.entry.multipliers);
            }
        }
        let new = NewPriceEntry {
            entry,
            origin: Origin::Person,
            replaces: replaced,
        };
        let now = self.now();
        let mut write = self.store().write().await?;
        let added = write.add_price_entry(&new, now).await?;
        // A person's entry that takes the place of an older one of theirs ends it; a shipped one only steps back.
        if let Some(older) = new.replaces.as_ref().filter(|older| older.origin != Origin::Shipped) {
            write.withdraw_price_entry(older.uid, now).await?;
        }
        write.commit().await?;
        self.changed(Change::Prices);
        Ok(AddedPrice {
            added: Some(price_line(&added, self.today())),
            problems: Vec::new(),
        })
    }

    /// Lets an entry of a person's count no more. What it priced keeps it.
    pub async fn withdraw_price(&self, uid: RecordUid) -> Result<PriceCatalogueView, AppError> {
        let mut write = self.store().write().await?;
        write.withdraw_price_entry(uid, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Prices);
        self.price_catalogue().await
    }

    /// Enters an exchange rate, or corrects the one of the same day.
    pub async fn set_exchange_rate(&self, rate: &ExchangeRate) -> Result<PriceCatalogueView, AppError> {
        let mut write = self.store().write().await?;
        write.set_exchange_rate(rate, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Prices);
        self.price_catalogue().await
    }

    async fn listed_entry(&self, uid: RecordUid) -> Result<ListedEntry, AppError> {
        let catalogue = self.catalogue().await?;
        match catalogue.entries.into_iter().find(|listed| listed.uid == uid) {
            Some(listed) => Ok(listed),
            None => Ok(self.store().price_entry(uid).await?),
        }
    }
}

/// What a form has no field for stays as the replaced entry had it.
fn keep_what_no_column_says(entry: &mut PriceEntry, replaced: &PriceEntry) {
    if entry.video.is_none() {
        entry.video.clone_from(&replaced.video);
    }
    if entry.images.is_none() {
        entry.images.clone_from(&replaced.images);
    }
    if entry.input_per_million_tokens.is_none() {
        entry.input_per_million_tokens = replaced.input_per_million_tokens;
    }
}
