//! Temporary libraries, a fixed clock and generated clips; for tests only.
