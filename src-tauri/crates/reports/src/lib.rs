//! Logs and reports in and out; pure.
