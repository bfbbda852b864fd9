//! The people who decide.

use super::values::{parse_amount, words};
use circletake_domain::money::Amount;
use circletake_domain::person::Role;
use clap::Subcommand;

/// The people who decide.
#[derive(Debug, Subcommand)]
pub enum PersonCommand {
    /// List them.
    List,
    /// Add one.
    Add {
        /// As they write it.
        name: String,
        /// What they do.
        #[arg(long, default_value = "reviewer", value_parser = words::<Role>(Role::ALL.iter().map(|role| role.as_str())))]
        role: Role,
        /// What an hour of theirs costs, in the library's currency.
        #[arg(long, value_name = "AMOUNT", value_parser = parse_amount)]
        hourly_rate: Option<Amount>,
    },
    /// Set the passphrase a person signs with; typed twice on the terminal, or read from a file descriptor.
    Passphrase {
        /// Whose: an id such as `pe_0001`, or a name.
        person: String,
        /// Who does it: that person, or an owner. Default: that person.
        #[arg(long = "as", value_name = "PERSON")]
        by: Option<String>,
        /// Take it away.
        #[arg(long, conflicts_with = "passphrase_fd")]
        clear: bool,
        /// Read the new passphrase from this file descriptor.
        #[arg(long, value_name = "N")]
        passphrase_fd: Option<u32>,
        /// Read the passphrase that is set already, of who does it, from this file descriptor.
        #[arg(long, value_name = "N")]
        current_fd: Option<u32>,
    },
}
