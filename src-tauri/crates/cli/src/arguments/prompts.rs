//! Prompts: rendered, and held against each other.

use camino::Utf8PathBuf;
use circletake_app::PromptName;
use circletake_domain::id::{BriefId, TemplateId};
use clap::{Args, Subcommand};

/// Prompt templates.
#[derive(Debug, Subcommand)]
pub enum PromptCommand {
    /// List the templates, each version with its numbers.
    List,
    /// Add a template from a file, or the next version of one.
    Add(AddTemplateArguments),
    /// Render a template for a brief. An unknown or unfilled placeholder is an error that names it.
    Render(RenderArguments),
}

/// A template's text.
#[derive(Debug, Args)]
pub struct AddTemplateArguments {
    /// The file with the text; `-` reads standard input.
    pub file: Utf8PathBuf,
    /// What people call it.
    #[arg(long, required_unless_present = "template", conflicts_with = "template")]
    pub name: Option<String>,
    /// The template it is the next version of.
    #[arg(long, value_name = "ID")]
    pub template: Option<TemplateId>,
}

/// Which template, for which brief.
#[derive(Debug, Args)]
pub struct RenderArguments {
    /// The brief, `bf_2025_001`.
    #[arg(long, value_name = "ID")]
    pub brief: BriefId,
    /// The template and, if not the latest, its version: `tpl_hook@2`. Default: the built-in one.
    #[arg(long, value_name = "ID[@VERSION]", conflicts_with = "file")]
    pub template: Option<String>,
    /// A file with the template's text; `-` reads standard input.
    #[arg(long, value_name = "FILE")]
    pub file: Option<Utf8PathBuf>,
    /// Keep the prompt in the library under a name that attempts can carry; the brief becomes a revision.
    #[arg(long, conflicts_with = "file")]
    pub keep: bool,
}

/// Two prompts to hold against each other.
#[derive(Debug, Args)]
pub struct ComparePromptsArguments {
    /// A template (`tpl_hook`), a version of one (`tpl_hook@1`), or a prompt as logs name it (`pr_00007`, `pr_00007@v3`).
    #[arg(value_parser = name)]
    pub a: PromptName,
    /// The other one.
    #[arg(value_parser = name)]
    pub b: PromptName,
}

#[expect(clippy::unnecessary_wraps, reason = "the shape clap asks for")]
fn name(text: &str) -> Result<PromptName, std::convert::Infallible> {
    Ok(PromptName(text.to_owned()))
}
