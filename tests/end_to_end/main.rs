//! The built product, as the people it is made for meet it.
//!
//! Run by `cargo xtask test`. By hand: build the page (`npm run build` in `ui/`), the app
//! (`cargo build -p circletake-desktop --features custom-protocol,given-answers`) and the command line, then
//! `cargo nextest run --features circletake-tests/end-to-end --package circletake-tests`.

mod accessibility;
mod briefs;
mod clips_come_in;
mod comparing;
mod editing;
mod exactness;
mod first_start;
mod judging;
mod later_starts;
mod libraries;
mod logs_come_in;
mod lost_files;
mod media_server;
mod notes;
mod numbers;
mod page_limits;
mod producer;
mod real_clips;
mod restart;
mod review;
mod signing;
mod sitting;
mod watching;
