//! Prompt templates: written, filed, approved, rendered for a brief, and held against each other.

mod comparison;
mod exclusions;
mod numbers;
mod reading;
mod using;
mod writing;

pub use comparison::PromptName;
