//! Prices: the catalogue, settings side by side, buckets, licence bands, exchange rates.

use crate::dialogs::FileKind;
use crate::ipc::error::CommandError;
use crate::shell::Shell;
use camino::Utf8PathBuf;
use circletake_app::view::prices::{
    AddedPrice, BucketAnswer, BucketPresetView, BucketQuestion, LicenceComparison, LicenceDraft, LicenceQuestion,
    PriceCatalogueView, PriceComparison, PriceImport, PriceSetting, PriceTiers,
};
use circletake_app::{PriceImportOptions, bucket_questions, priced_buckets};
use circletake_domain::id::RecordUid;
use circletake_domain::prices::ExchangeRate;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::Arc;
use tauri::State;
use ts_rs::TS;

const PRICE_LIST: FileKind = FileKind {
    name: "Price list",
    extensions: &["csv", "tsv", "json", "jsonl", "txt"],
};

/// The catalogue with its age.
#[tauri::command]
pub async fn price_catalogue(shell: State<'_, Arc<Shell>>) -> Result<PriceCatalogueView, CommandError> {
    Ok(shell.library().await?.price_catalogue().await?)
}

/// Adds an entry, or puts one in the place of another.
#[tauri::command]
pub async fn add_price(args: AddPriceArgs, shell: State<'_, Arc<Shell>>) -> Result<AddedPrice, CommandError> {
    Ok(shell.library().await?.add_price(&args.columns, args.replaces).await?)
}

/// Lets an entry of a person's count no more.
#[tauri::command]
pub async fn withdraw_price(
    args: WithdrawPriceArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<PriceCatalogueView, CommandError> {
    Ok(shell.library().await?.withdraw_price(args.uid).await?)
}

/// Enters an exchange rate.
#[tauri::command]
pub async fn set_exchange_rate(
    args: SetExchangeRateArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<PriceCatalogueView, CommandError> {
    Ok(shell.library().await?.set_exchange_rate(&args.rate).await?)
}

/// Lets the person choose a price list and says what an import of it would do.
#[tauri::command]
pub async fn choose_price_list(shell: State<'_, Arc<Shell>>) -> Result<Option<PriceImport>, CommandError> {
    let library = shell.library().await?;
    let Some(file) = shell.dialogs.file("Choose a price list", PRICE_LIST).await else {
        return Ok(None);
    };
    let options = PriceImportOptions {
        dry_run: true,
        ..PriceImportOptions::default()
    };
    let preview = library.import_prices(&file, options).await?;
    let selection_key = shell.selections.keep(vec![file.into()]);
    Ok(Some(PriceImport {
        selection_key,
        ..preview
    }))
}

/// Imports the chosen price list.
#[tauri::command]
pub async fn import_prices(args: ImportPricesArgs, shell: State<'_, Arc<Shell>>) -> Result<PriceImport, CommandError> {
    let mut paths = shell
        .selections
        .paths(&args.selection_key)
        .ok_or(CommandError::UnknownSelection)?;
    let path = paths.pop().ok_or(CommandError::UnknownSelection)?;
    let path = Utf8PathBuf::from_path_buf(path).map_err(|_| CommandError::UnknownSelection)?;
    let options = PriceImportOptions {
        skip_bad: args.skip_bad,
        dry_run: false,
    };
    Ok(shell.library().await?.import_prices(&path, options).await?)
}

/// What settings cost side by side.
#[tauri::command]
pub async fn compare_prices(
    args: ComparePricesArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<PriceComparison, CommandError> {
    let two_step = args.two_step.as_ref();
    let two_step = two_step.map(|counts| (counts.attempts.as_str(), counts.finals.as_str()));
    Ok(shell.library().await?.compare_prices(&args.settings, two_step).await?)
}

/// What the library calls its sketch and its hero tier.
#[tauri::command]
pub async fn price_tiers(shell: State<'_, Arc<Shell>>) -> Result<PriceTiers, CommandError> {
    Ok(shell.library().await?.price_tiers().await?)
}

/// Changes the tiers.
#[tauri::command]
pub async fn set_price_tiers(args: SetPriceTiersArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    Ok(shell.library().await?.set_price_tiers(&args.tiers).await?)
}

/// Bucket values to start from, the example first.
#[tauri::command]
pub fn bucket_presets() -> Vec<BucketPresetView> {
    bucket_questions()
}

/// What buckets cost.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "a command owns what the page sent")]
pub fn price_buckets(args: PriceBucketsArgs) -> BucketAnswer {
    priced_buckets(&args.question)
}

/// The licence bands that are kept.
#[tauri::command]
pub async fn licence_bands(shell: State<'_, Arc<Shell>>) -> Result<LicenceDraft, CommandError> {
    Ok(shell.library().await?.licence_bands().await?)
}

/// Keeps licence bands.
#[tauri::command]
pub async fn set_licence_bands(args: SetLicenceBandsArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    Ok(shell.library().await?.set_licence_bands(&args.draft).await?)
}

/// Which licence band is the cheapest, and where that changes.
#[tauri::command]
#[expect(clippy::needless_pass_by_value, reason = "a command owns what the page sent")]
pub fn compare_licences(args: CompareLicencesArgs) -> Result<LicenceComparison, CommandError> {
    Ok(circletake_app::compare_licences(&args.question)?)
}

/// Adds an entry.
#[derive(Debug, Deserialize, TS)]
pub struct AddPriceArgs {
    /// By the columns of a price list, as they were typed.
    pub columns: BTreeMap<String, String>,
    /// The entry whose place it takes.
    pub replaces: Option<RecordUid>,
}

/// Withdraws an entry.
#[derive(Debug, Deserialize, TS)]
pub struct WithdrawPriceArgs {
    /// Which.
    pub uid: RecordUid,
}

/// Enters an exchange rate.
#[derive(Debug, Deserialize, TS)]
pub struct SetExchangeRateArgs {
    /// The rate with its date.
    pub rate: ExchangeRate,
}

/// Imports the chosen price list.
#[derive(Debug, Deserialize, TS)]
pub struct ImportPricesArgs {
    /// Which selection.
    pub selection_key: String,
    /// Import the good rows although some are bad; otherwise all rows or none.
    pub skip_bad: bool,
}

/// Prices settings.
#[derive(Debug, Deserialize, TS)]
pub struct ComparePricesArgs {
    /// Side by side.
    pub settings: Vec<PriceSetting>,
    /// Asks what drafting in the first and finishing in the second costs.
    pub two_step: Option<TwoStepCounts>,
}

/// How many are drafted and how many finished, as they were typed.
#[derive(Debug, Deserialize, TS)]
pub struct TwoStepCounts {
    /// Attempts that are drafted.
    pub attempts: String,
    /// Clips that are finished.
    pub finals: String,
}

/// Changes the tiers.
#[derive(Debug, Deserialize, TS)]
pub struct SetPriceTiersArgs {
    /// What they are from now on.
    pub tiers: PriceTiers,
}

/// Prices buckets.
#[derive(Debug, Deserialize, TS)]
pub struct PriceBucketsArgs {
    /// As they were typed.
    pub question: BucketQuestion,
}

/// Keeps licence bands.
#[derive(Debug, Deserialize, TS)]
pub struct SetLicenceBandsArgs {
    /// As they were typed; they need not be complete.
    pub draft: LicenceDraft,
}

/// Compares licence bands.
#[derive(Debug, Deserialize, TS)]
pub struct CompareLicencesArgs {
    /// The bands and what is needed.
    pub question: LicenceQuestion,
}
