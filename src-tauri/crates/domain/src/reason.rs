//! Why a take was thrown away or sent back.

use crate::status::Status;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// Why a take was thrown away or sent back. The order is the order of the digits 1 to 9 in review.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum RejectionReason {
            $($(#[$doc])* #[serde(rename = $word)] $name,)*
        }
        impl RejectionReason {
            /// Every reason, in the order of its digit.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word stored, logged and exported.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

reasons! {
    /// Melted hands, flicker, warped text.
    ArtifactOrDistortion = "artifact_or_distortion";
    /// The product is not as it is.
    ProductDetailWrong = "product_detail_wrong";
    /// Not how this brand looks or speaks.
    BrandMismatch = "brand_mismatch";
    /// Could be anybody's.
    TooGeneric = "too_generic";
    /// Not what the prompt asked for.
    PromptNotFollowed = "prompt_not_followed";
    /// A face, a mark or a work that may belong to somebody.
    RightsOrLikenessRisk = "rights_or_likeness_risk";
    /// Unsafe, or against the platform's policy.
    UnsafeOrPolicyRisk = "unsafe_or_policy_risk";
    /// Good, but not without an edit.
    NeedsEditing = "needs_editing";
    /// Something else; the note says what.
    Other = "other";
}

impl RejectionReason {
    /// The status a reject in creative review leads to for this reason.
    pub fn creative_reject_status(self) -> Status {
        match self {
            Self::ProductDetailWrong => Status::RejectedAccuracy,
            Self::RightsOrLikenessRisk | Self::UnsafeOrPolicyRisk => Status::RejectedRightsRisk,
            Self::ArtifactOrDistortion
            | Self::BrandMismatch
            | Self::TooGeneric
            | Self::PromptNotFollowed
            | Self::NeedsEditing
            | Self::Other => Status::RejectedQuality,
        }
    }
    /// A reason that says nothing by itself and so needs a note.
    pub fn needs_note(self) -> bool {
        self == Self::Other
    }
}

/// How often takes were thrown away for `other`. A reason that says nothing teaches the next batch nothing, so its share is watched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OtherShare {
    /// Takes thrown away or sent back.
    pub rejected: u64,
    /// Those whose primary reason is `other`.
    pub other: u64,
}

impl OtherShare {
    /// Fewer rejects than this say nothing about a habit.
    pub const FROM_REJECTS: u64 = 10;
    /// More than one in so many is too many.
    pub const ONE_IN: u64 = 10;

    /// other / rejected; `None` before the first reject.
    pub fn rate(self) -> Option<Decimal> {
        Decimal::from(self.other).checked_div(Decimal::from(self.rejected))
    }
    /// Whether people should be told that they give it too often.
    pub fn is_too_high(self) -> bool {
        self.rejected >= Self::FROM_REJECTS && self.other * Self::ONE_IN > self.rejected
    }
}

impl fmt::Display for RejectionReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that is no rejection reason.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a rejection reason of Circletake")]
pub struct UnknownReason(pub String);

impl std::str::FromStr for RejectionReason {
    type Err = UnknownReason;
    fn from_str(text: &str) -> Result<Self, UnknownReason> {
        Self::ALL
            .iter()
            .copied()
            .find(|reason| reason.as_str() == text)
            .ok_or_else(|| UnknownReason(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_is_too_frequent_above_one_in_ten_of_ten_or_more_rejects() {
        let share = |other, rejected| OtherShare { rejected, other };
        assert_eq!(share(0, 0).rate(), None);
        assert_eq!(share(1, 4).rate(), Some(Decimal::new(25, 2)));
        assert!(!share(9, 9).is_too_high());
        assert!(!share(1, 10).is_too_high());
        assert!(share(2, 10).is_too_high());
    }

    #[test]
    fn there_is_one_reason_for_each_digit_and_each_leads_where_review_can_go() {
        assert_eq!(RejectionReason::ALL.len(), 9);
        for reason in RejectionReason::ALL {
            assert_eq!(reason.as_str().parse::<RejectionReason>().unwrap(), *reason);
            assert!(Status::ReviewPending.next().contains(&reason.creative_reject_status()));
        }
    }
}
