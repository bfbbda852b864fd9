//! The people of the library.

use circletake_domain::id::PersonId;
use circletake_domain::money::Amount;
use circletake_domain::person::Role;
use serde::Deserialize;
use ts_rs::TS;

/// Adds a person.
#[derive(Debug, Deserialize, TS)]
pub struct AddPersonArgs {
    /// As they write it.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// What an hour of theirs costs; null where nobody said.
    pub hourly_rate: Option<Amount>,
}

/// Changes a person; what they decided so far stays as it is.
#[derive(Debug, Deserialize, TS)]
pub struct UpdatePersonArgs {
    /// Who.
    pub id: PersonId,
    /// As they write it.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// What an hour of theirs costs; null where nobody said.
    pub hourly_rate: Option<Amount>,
    /// Whether they can still decide.
    pub active: bool,
}
