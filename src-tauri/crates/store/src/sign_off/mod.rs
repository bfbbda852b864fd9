//! The sign-off desk: what is asked and answered, signing, and what ends a sign-off.

mod answer;
mod asked;
mod checklist;
mod desk;
mod files;
mod passphrase;
mod refused;
mod rules;
mod sign;
mod void;

pub use answer::NewAnswer;
pub use asked::{AskedGate, StoredAnswer};
pub use checklist::{ChecklistItem, ChecklistLine};
pub use desk::{Maker, StoredSignOff, WaitingForBrand};
pub use files::SignedFile;
pub use passphrase::KnownPassphrase;
pub use refused::SignOffRefused;
pub use sign::Signature;
