//! Pilots, briefs and their numbers.

use circletake_app::view::pilot::Scope;
use circletake_domain::id::PilotId;
use circletake_domain::money::Amount;
use serde::Deserialize;
use ts_rs::TS;

/// Asks for one pilot.
#[derive(Debug, Deserialize, TS)]
pub struct PilotArgs {
    /// Which.
    pub id: PilotId,
}

/// Starts a pilot.
#[derive(Debug, Deserialize, TS)]
pub struct CreatePilotArgs {
    /// As people call it.
    pub name: String,
    /// `social_broll` ...
    pub format: String,
    /// `instagram_reel` ...
    pub channel: String,
    /// How many generations are planned.
    pub target_generations: Option<u32>,
    /// What one clip costs the team today; null where nobody said.
    pub benchmark: Option<Amount>,
}

/// Asks for the numbers.
#[derive(Debug, Deserialize, TS)]
pub struct ReportArgs {
    /// Of what.
    pub scope: Scope,
}
