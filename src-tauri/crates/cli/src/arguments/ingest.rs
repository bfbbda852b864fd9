//! Bringing clips in.

use circletake_domain::id::{BriefId, ModelName};
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
    /// Leave the files where they are instead of copying them in.
    #[arg(long)]
    pub reference: bool,
    /// Who asked the model for them, an id such as `pe_0001` or a name; they do not sign these clips.
    #[arg(long, value_name = "PERSON")]
    pub made_by: Option<String>,
}
