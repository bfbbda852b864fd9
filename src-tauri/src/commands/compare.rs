//! Comparing takes.

use crate::dialogs::FileKind;
use crate::ipc::error::CommandError;
use crate::shell::Shell;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use circletake_app::view::compare::{CompareState, MakingComparison, PairRequest, PairTally};
use circletake_domain::id::{BriefId, GenerationId};
use serde::Deserialize;
use std::sync::Arc;
use tauri::State;
use ts_rs::TS;

const PNG: FileKind = FileKind {
    name: "PNG picture",
    extensions: &["png"],
};

/// How takes of a brief were last compared.
#[tauri::command]
pub async fn compare_state(
    args: CompareStateArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Option<CompareState>, CommandError> {
    Ok(shell.library().await?.compare_state(&args.brief_id).await?)
}

/// Remembers how takes of a brief are compared.
#[tauri::command]
pub async fn keep_compare_state(args: KeepCompareStateArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    let library = shell.library().await?;
    Ok(library.keep_compare_state(&args.brief_id, &args.state).await?)
}

/// What made two takes, and what differs in it.
#[tauri::command]
pub async fn compare_makings(
    args: CompareMakingsArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<MakingComparison, CommandError> {
    Ok(shell.library().await?.compare_makings(&args.a, &args.b).await?)
}

/// Records what a person says of two takes.
#[tauri::command]
pub async fn judge_pair(args: JudgePairArgs, shell: State<'_, Arc<Shell>>) -> Result<(), CommandError> {
    Ok(shell.library().await?.judge_pair(&args.request).await?)
}

/// What was said of the pairs of a brief.
#[tauri::command]
pub async fn pair_tally(args: PairTallyArgs, shell: State<'_, Arc<Shell>>) -> Result<PairTally, CommandError> {
    Ok(shell.library().await?.pair_tally(&args.brief_id).await?)
}

/// Writes a picture of what is compared to a file that the person chooses. The page hands over the picture, never a path.
#[tauri::command]
pub async fn save_comparison(
    args: SaveComparisonArgs,
    shell: State<'_, Arc<Shell>>,
) -> Result<Option<String>, CommandError> {
    let library = shell.library().await?;
    let png = STANDARD
        .decode(args.png_base64)
        .map_err(|error| circletake_app::AppError::Invalid {
            field: "picture",
            problem: error.to_string(),
        })?;
    let name = suggested(&args.brief_id, args.frame);
    let Some(file) = shell.dialogs.save("Save what is compared", &name, PNG).await else {
        return Ok(None);
    };
    library.write_picture(png, &file).await?;
    Ok(Some(file.into_string()))
}

/// `bf_2025_001 compare frame 12.png`, without what no file system likes.
fn suggested(brief: &BriefId, frame: u32) -> String {
    let plain: String = brief
        .as_str()
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() || "-_ ".contains(letter) {
                letter
            } else {
                '_'
            }
        })
        .collect();
    format!("{plain} compare frame {frame}.png")
}

/// Asks how takes were last compared.
#[derive(Debug, Deserialize, TS)]
pub struct CompareStateArgs {
    /// Of which brief.
    pub brief_id: BriefId,
}

/// Remembers how takes are compared.
#[derive(Debug, Deserialize, TS)]
pub struct KeepCompareStateArgs {
    /// Of which brief.
    pub brief_id: BriefId,
    /// How.
    pub state: CompareState,
}

/// Asks what made two takes.
#[derive(Debug, Deserialize, TS)]
pub struct CompareMakingsArgs {
    /// The first.
    pub a: GenerationId,
    /// The second.
    pub b: GenerationId,
}

/// Records what a person says of two takes.
#[derive(Debug, Deserialize, TS)]
pub struct JudgePairArgs {
    /// Who says what of which takes.
    pub request: PairRequest,
}

/// Asks what was said of pairs.
#[derive(Debug, Deserialize, TS)]
pub struct PairTallyArgs {
    /// Of which brief.
    pub brief_id: BriefId,
}

/// Writes a picture to a file that the app asks for.
#[derive(Debug, Deserialize, TS)]
pub struct SaveComparisonArgs {
    /// Whose takes are in it.
    pub brief_id: BriefId,
    /// The frame they are shown at.
    pub frame: u32,
    /// A PNG, in base64.
    pub png_base64: String,
}

#[cfg(test)]
mod tests {
    use super::suggested;
    use circletake_domain::id::BriefId;

    #[test]
    fn the_suggested_name_is_a_name_and_never_a_path() {
        let brief = BriefId::new("../bf/2025:001").unwrap();
        assert_eq!(suggested(&brief, 12), "___bf_2025_001 compare frame 12.png");
    }
}
