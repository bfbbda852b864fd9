//! Where a generation stands, and the only moves it can make.

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ts_rs::TS;

macro_rules! statuses {
    ($($(#[$doc:meta])* $name:ident = $word:literal;)*) => {
        /// Where a generation stands.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        pub enum Status {
            $($(#[$doc])* #[serde(rename = $word)] $name,)*
        }
        impl Status {
            /// Every status, in the order of the workflow.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The word stored, logged and exported.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word,)* }
            }
        }
    };
}

statuses! {
    /// Planned; its brief is still being written.
    DraftBrief = "draft_brief";
    /// Planned; its prompt is rendered, it is not queued yet.
    PromptReady = "prompt_ready";
    /// Sent to a model; logged before the request.
    GenerationStarted = "generation_started";
    /// The request failed; it counts as an attempt.
    GenerationFailed = "generation_failed";
    /// An asset exists.
    Generated = "generated";
    /// Waits for a creative director.
    ReviewPending = "review_pending";
    /// Thrown away: distorted, generic, or not what the prompt asked.
    RejectedQuality = "rejected_quality";
    /// Thrown away: the product is shown wrongly.
    RejectedAccuracy = "rejected_accuracy";
    /// Thrown away: rights, likeness or policy.
    RejectedRightsRisk = "rejected_rights_risk";
    /// Kept; an edit may be needed first.
    ApprovedForEdit = "approved_for_edit";
    /// Edited, or passed on with 0 minutes of editing.
    Edited = "edited";
    /// Waits for a brand reviewer.
    BrandReview = "brand_review";
    /// Thrown away by the brand reviewer.
    RejectedBrandFit = "rejected_brand_fit";
    /// Sent back by the brand reviewer.
    NeedsRevision = "needs_revision";
    /// Signed by a brand reviewer.
    ApprovedToPublish = "approved_to_publish";
    /// Has a date.
    Scheduled = "scheduled";
    /// Is out.
    Published = "published";
}

impl Status {
    /// Where a generation may go from here; empty at an end. The one table of the state machine: nothing else decides a move.
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::DraftBrief => &[Self::PromptReady],
            Self::PromptReady => &[Self::GenerationStarted],
            Self::GenerationStarted => &[Self::Generated, Self::GenerationFailed],
            Self::Generated => &[Self::ReviewPending],
            Self::ReviewPending => &[
                Self::ApprovedForEdit,
                Self::RejectedQuality,
                Self::RejectedAccuracy,
                Self::RejectedRightsRisk,
            ],
            Self::ApprovedForEdit | Self::NeedsRevision => &[Self::Edited],
            Self::Edited => &[Self::BrandReview],
            Self::BrandReview => &[Self::ApprovedToPublish, Self::RejectedBrandFit, Self::NeedsRevision],
            Self::ApprovedToPublish => &[Self::Scheduled],
            Self::Scheduled => &[Self::Published],
            Self::GenerationFailed
            | Self::RejectedQuality
            | Self::RejectedAccuracy
            | Self::RejectedRightsRisk
            | Self::RejectedBrandFit
            | Self::Published => &[],
        }
    }
    /// Whether the move is one of [`Status::next`]; the error names both states and what is allowed.
    pub fn check_move(self, to: Self) -> Result<(), ForbiddenMove> {
        if self.next().contains(&to) {
            Ok(())
        } else {
            Err(ForbiddenMove { from: self, to })
        }
    }
    /// Where the app itself puts a clip back when its sign-off ends, because the bytes that were signed are not the clip's any more: from
    /// `approved_to_publish`, and just so from `scheduled` and `published`. What is out stays out, and the history says that it was; but a
    /// clip whose bytes nobody approved is neither usable nor ready to go out again. No person makes this move.
    pub fn falls_back_to(self) -> Option<Self> {
        self.is_usable().then_some(Self::BrandReview)
    }
    /// Whether the app may make the move: one of [`Status::next`], or the fall back of [`Status::falls_back_to`].
    pub fn check_move_of_app(self, to: Self) -> Result<(), ForbiddenMove> {
        if self.falls_back_to() == Some(to) {
            Ok(())
        } else {
            self.check_move(to)
        }
    }
    /// Counted as usable: approved to publish, scheduled or published.
    pub fn is_usable(self) -> bool {
        matches!(self, Self::ApprovedToPublish | Self::Scheduled | Self::Published)
    }
    /// Out in the world; counted apart from usable.
    pub fn is_published(self) -> bool {
        self == Self::Published
    }
    /// Counted as an attempt: a request was made, whether or not it gave anything.
    pub fn is_attempt(self) -> bool {
        !matches!(self, Self::DraftBrief | Self::PromptReady)
    }
    /// An attempt of which it is not decided yet whether it will be usable.
    pub fn is_undecided(self) -> bool {
        self.is_attempt()
            && !self.is_usable()
            && !self.is_failed()
            && (!self.is_rejected() || self == Self::NeedsRevision)
    }
    /// The request itself failed.
    pub fn is_failed(self) -> bool {
        self == Self::GenerationFailed
    }
    /// Thrown away by a person.
    pub fn is_rejected(self) -> bool {
        matches!(
            self,
            Self::RejectedQuality | Self::RejectedAccuracy | Self::RejectedRightsRisk | Self::RejectedBrandFit
        )
    }
    /// A move to this status must carry a reason.
    pub fn needs_reason(self) -> bool {
        self.is_rejected() || self == Self::NeedsRevision
    }
}

impl fmt::Display for Status {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that is no status.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a status of Circletake")]
pub struct UnknownStatus(pub String);

impl std::str::FromStr for Status {
    type Err = UnknownStatus;
    fn from_str(text: &str) -> Result<Self, UnknownStatus> {
        Self::ALL
            .iter()
            .copied()
            .find(|status| status.as_str() == text)
            .ok_or_else(|| UnknownStatus(text.to_owned()))
    }
}

/// A move that the workflow does not have.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("a generation cannot go from {from} to {to}; from {from} it can go to: {}", allowed(*.from))]
pub struct ForbiddenMove {
    /// Where it stands.
    pub from: Status,
    /// Where it was to go.
    pub to: Status,
}

fn allowed(from: Status) -> String {
    let next = from.next();
    if next.is_empty() {
        return "nowhere, it is final".to_owned();
    }
    next.iter().map(|status| status.as_str()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_reads_back_as_its_status() {
        for status in Status::ALL {
            assert_eq!(status.as_str().parse::<Status>().unwrap(), *status);
            assert_eq!(serde_json::to_value(status).unwrap(), status.as_str());
        }
    }

    #[test]
    fn a_forbidden_move_names_both_states_and_the_allowed_ones() {
        let error = Status::ReviewPending.check_move(Status::Published).unwrap_err();
        assert_eq!(
            error.to_string(),
            "a generation cannot go from review_pending to published; from review_pending it can go to: \
             approved_for_edit, rejected_quality, rejected_accuracy, rejected_rights_risk"
        );
    }

    #[test]
    fn only_the_app_puts_back_what_was_signed_and_only_to_brand_review() {
        for from in Status::ALL {
            for to in Status::ALL {
                let falls_back = from.is_usable() && *to == Status::BrandReview;
                assert_eq!(from.falls_back_to() == Some(*to), falls_back, "{from} to {to}");
                assert!(
                    !(falls_back && from.next().contains(to)),
                    "a person moves {from} to {to}"
                );
                let allowed = falls_back || from.next().contains(to);
                assert_eq!(from.check_move_of_app(*to).is_ok(), allowed, "{from} to {to}");
            }
        }
    }

    #[test]
    fn nothing_reaches_approved_to_publish_except_through_brand_review() {
        let sources: Vec<_> = Status::ALL
            .iter()
            .filter(|status| status.next().contains(&Status::ApprovedToPublish))
            .collect();
        assert_eq!(sources, [&Status::BrandReview]);
    }
}
