//! What the built `circletake` command does, on real and generated clips.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "whatever a command did not do must fail the test"
)]

mod bench;
mod briefs;
mod clips;
mod editing;
mod estimate;
mod exit_codes;
mod json_shapes;
mod log_in;
mod log_out;
mod notes;
mod prices;
mod report;
mod review;
mod sample;
mod sign_off;
