//! The log: every attempt as the record teams import, keep and hand over.

mod import;
mod read;
