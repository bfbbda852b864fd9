//! The Clips screen.

use circletake_app::view::clips::{ClipFilter, ClipSort};
use circletake_domain::id::GenerationId;
use serde::Deserialize;
use ts_rs::TS;

/// Asks for a window onto the filtered, sorted list.
#[derive(Debug, Deserialize, TS)]
pub struct ClipPageArgs {
    /// Which generations.
    pub filter: ClipFilter,
    /// In which order.
    pub sort: ClipSort,
    /// Where the window starts.
    pub offset: u32,
    /// How many rows at most.
    pub limit: u32,
}

/// Asks how many generations carry each value.
#[derive(Debug, Deserialize, TS)]
pub struct ClipFacetsArgs {
    /// Within which generations.
    pub filter: ClipFilter,
}

/// Asks for one generation whole.
#[derive(Debug, Deserialize, TS)]
pub struct ClipDetailArgs {
    /// Which.
    pub generation_id: GenerationId,
}

/// Shows a clip's file in the system's file browser.
#[derive(Debug, Deserialize, TS)]
pub struct ShowFileArgs {
    /// Of which generation.
    pub generation_id: GenerationId,
}
