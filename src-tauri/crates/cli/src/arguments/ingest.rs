//! Bringing clips in.

use super::values::{parse_amount, words};
use circletake_domain::id::{BriefId, ModelName};
use circletake_domain::money::{Amount, CostBasis};
use clap::Args;
use std::path::PathBuf;

/// Bring clips in.
#[derive(Debug, Args)]
pub struct IngestArguments {
    /// Files and folders; folders are walked.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
    /// For which brief; one that does not exist yet becomes a bare brief.
    #[arg(long, value_name = "ID")]
    pub brief: BriefId,
    /// By which model.
    #[arg(long)]
    pub model: Option<ModelName>,
    /// With which prompt template, its latest version or one of them: `tpl_hook`, `tpl_hook@2`. The clips count there.
    #[arg(long, value_name = "TEMPLATE")]
    pub prompt: Option<String>,
    /// What the model cost for each clip. Left out, a price entry that fits is assumed, or the cost stays unknown.
    #[arg(long, value_name = "A", value_parser = parse_amount)]
    pub cost: Option<Amount>,
    /// How that cost is known.
    #[arg(long, value_name = "BASIS", requires = "cost", default_value = "reported",
          value_parser = words::<CostBasis>(["billed", "reported", "assumed"]))]
    pub cost_basis: CostBasis,
    /// Leave the files where they are instead of copying them in.
    #[arg(long)]
    pub reference: bool,
    /// Who asked the model for them, an id such as `pe_0001` or a name; they do not sign these clips.
    #[arg(long, value_name = "PERSON")]
    pub made_by: Option<String>,
}
