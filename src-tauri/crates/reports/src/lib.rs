//! Logs and reports in and out. Pure: bytes come in, records and bytes go out; files, the library and people are elsewhere.

pub mod charts;
pub mod history;
pub mod log;
pub mod notes;
pub mod pilot_report;
pub mod sign_off_sheet;
pub mod table;
