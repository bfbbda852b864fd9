//! The numbers of a brief or a pilot.

use super::values::parse_amount;
use circletake_domain::id::{BriefId, PilotId};
use circletake_domain::money::Amount;
use clap::{ArgGroup, Args};

/// Print the numbers.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("scope").required(true))]
pub struct ReportArguments {
    /// Of this brief.
    #[arg(long, value_name = "ID", group = "scope")]
    pub brief: Option<BriefId>,
    /// Of this pilot.
    #[arg(long, value_name = "ID", group = "scope")]
    pub pilot: Option<PilotId>,
    /// Price every minute at this rate instead of each person's own.
    #[arg(long, value_name = "R", value_parser = parse_amount)]
    pub hourly_rate: Option<Amount>,
}
