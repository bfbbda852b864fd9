//! End-to-end
