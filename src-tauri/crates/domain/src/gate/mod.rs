//! Gates: checks that only a person may pass, which of them a brief opens, and what an answer at one says.

mod answer;
mod question;
mod rules;

pub use answer::{AnswerProblem, GateAnswer, UnknownVerdict, Verdict, stands_in_the_way};
pub use question::{GateKey, UnknownGateKey};
pub use rules::{GateCondition, GateRules};

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

macro_rules! gates {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// A check that only a person may pass.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum Gate {
            $($(#[$doc])* #[serde(rename = $word)] $name,)*
        }
        impl Gate {
            /// Every gate, in the order of the sign-off desk.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word stored and exported.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

gates! {
    /// Looks and speaks like this brand.
    BrandFit = "brand_fit";
    /// The product is as it is.
    ProductAccuracy = "product_accuracy";
    /// What is claimed is true, and what must be said is said.
    ClaimsAndDisclaimers = "claims_and_disclaimers";
    /// Whoever is recognisable agreed.
    LikenessRights = "likeness_rights";
    /// Works and music may be used.
    CopyrightAndMusic = "copyright_and_music";
    /// No mark that is not ours.
    TrademarksAndLogos = "trademarks_and_logos";
    /// The platform takes it as an ad.
    PlatformAdPolicy = "platform_ad_policy";
    /// Health, finance, children, politics, legal.
    SensitiveCategory = "sensitive_category";
    /// A paid campaign has its final approval.
    PaidCampaignApproval = "paid_campaign_approval";
}

impl fmt::Display for Gate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that is no gate.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a gate of Circletake")]
pub struct UnknownGate(pub String);

impl std::str::FromStr for Gate {
    type Err = UnknownGate;
    fn from_str(text: &str) -> Result<Self, UnknownGate> {
        Self::ALL
            .iter()
            .copied()
            .find(|gate| gate.as_str() == text)
            .ok_or_else(|| UnknownGate(text.to_owned()))
    }
}
