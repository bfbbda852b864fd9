//! Clips made up for the sample pilot.

use serde::{Deserialize, Serialize};

/// What a sample clip shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleRecipe {
    /// Makes every clip look different.
    pub seed: u32,
    /// Burnt in, so that nobody takes it for a real clip.
    pub label: String,
}
