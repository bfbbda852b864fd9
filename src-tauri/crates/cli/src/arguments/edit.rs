//! Edited versions of clips.

use super::values::parse_minutes;
use circletake_domain::id::GenerationId;
use clap::Args;
use rust_decimal::Decimal;
use std::path::PathBuf;

/// Take an edited file in.
#[derive(Debug, Args)]
pub struct AddVersionArguments {
    /// Which generation, `gen_00042`.
    pub generation: GenerationId,
    /// The edited file.
    pub file: PathBuf,
    /// Who edited it: an id such as `pe_0001`, or a name.
    #[arg(long = "as", value_name = "PERSON")]
    pub person: String,
    /// Minutes it took.
    #[arg(long, value_name = "N", value_parser = parse_minutes)]
    pub minutes: Option<Decimal>,
}
