//! What happened to the fifty takes of the sample, so that its numbers are the worked ones: 50 attempts, 8 usable, 5 published, $30 for models,
//! 180 minutes of review and 120 of editing.

use super::{dollars, invalid};
use crate::error::AppError;
use circletake_domain::id::{BriefId, GenerationId, ModelName, PromptId};
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_media::sample::{SampleFault, SampleRecipe};
use time::Duration;

/// Where a take ended up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Waiting,
    Rejected(RejectionReason),
    ForEdit,
    BrandReview,
    Revision(RejectionReason),
    BrandRejected(RejectionReason),
    Approved,
    Scheduled,
    Published,
}

/// One take of the sample.
#[derive(Debug, Clone)]
pub(super) struct Take {
    number: u32,
    end: End,
    fault: Option<SampleFault>,
    /// Among those that were judged, and among those that were edited.
    judged: Option<u32>,
    edited: Option<u32>,
}

/// Every take, in the order they were made.
pub(super) fn script() -> Vec<Take> {
    use End::{Approved, BrandRejected, BrandReview, ForEdit, Published, Rejected, Revision, Scheduled, Waiting};
    use RejectionReason as Why;
    let ends = [
        // The first template: generic, and it does not listen.
        Rejected(Why::TooGeneric),
        Rejected(Why::PromptNotFollowed),
        Rejected(Why::ArtifactOrDistortion),
        Waiting,
        Rejected(Why::TooGeneric),
        Rejected(Why::ProductDetailWrong),
        Rejected(Why::ArtifactOrDistortion),
        Rejected(Why::PromptNotFollowed),
        Published,
        Rejected(Why::ArtifactOrDistortion),
        Rejected(Why::PromptNotFollowed),
        BrandRejected(Why::BrandMismatch),
        Rejected(Why::ProductDetailWrong),
        Rejected(Why::TooGeneric),
        Rejected(Why::ArtifactOrDistortion),
        // The second: closer to the brand.
        Published,
        Rejected(Why::RightsOrLikenessRisk),
        Rejected(Why::ArtifactOrDistortion),
        Waiting,
        BrandRejected(Why::BrandMismatch),
        Rejected(Why::PromptNotFollowed),
        Published,
        Rejected(Why::ArtifactOrDistortion),
        Rejected(Why::NeedsEditing),
        Rejected(Why::ProductDetailWrong),
        Approved,
        Rejected(Why::UnsafeOrPolicyRisk),
        Rejected(Why::ArtifactOrDistortion),
        Revision(Why::NeedsEditing),
        Rejected(Why::PromptNotFollowed),
        // The third: shorter, with the camera said first.
        Published,
        Rejected(Why::TooGeneric),
        Waiting,
        Scheduled,
        BrandReview,
        Rejected(Why::ArtifactOrDistortion),
        BrandRejected(Why::BrandMismatch),
        Published,
        BrandReview,
        Approved,
        ForEdit,
        BrandReview,
        Waiting,
        ForEdit,
        Waiting,
        Waiting,
        Waiting,
        Waiting,
        Waiting,
        Waiting,
    ];
    let (mut judged, mut edited) = (0, 0);
    let mut takes = Vec::with_capacity(ends.len());
    for (number, end) in (1_u32..).zip(ends) {
        let mut take = Take {
            number,
            end,
            fault: fault(number),
            judged: None,
            edited: None,
        };
        let steps = take.steps();
        if !steps.is_empty() {
            take.judged = Some(judged);
            judged += 1;
        }
        if steps.iter().any(|(status, _)| *status == Status::Edited) {
            take.edited = Some(edited);
            edited += 1;
        }
        takes.push(take);
    }
    takes
}

/// A few takes are really broken, for the checks to find; one of them still waits.
fn fault(number: u32) -> Option<SampleFault> {
    match number {
        3 | 47 => Some(SampleFault::Frozen),
        7 => Some(SampleFault::Black),
        11 | 45 => Some(SampleFault::WrongSize),
        _ => None,
    }
}

impl Take {
    pub(super) fn id(&self) -> GenerationId {
        GenerationId::numbered(u64::from(self.number))
    }
    pub(super) fn brief(&self) -> Result<BriefId, AppError> {
        let brief = super::words::BRIEF_IDS.get(self.number as usize % super::words::BRIEF_IDS.len());
        BriefId::new(brief.copied().unwrap_or_default()).map_err(|error| invalid("brief", &error))
    }
    pub(super) fn prompt(&self) -> Result<PromptId, AppError> {
        let brief = self.brief()?;
        let number = brief.as_str().trim_start_matches("bf_sample_");
        PromptId::new(&format!("pr_sample_{number}")).map_err(|error| invalid("prompt", &error))
    }
    pub(super) fn prompt_version(&self) -> u32 {
        match self.number {
            0..=15 => 1,
            16..=30 => 2,
            _ => 3,
        }
    }
    pub(super) fn model(&self) -> Result<ModelName, AppError> {
        let [cheap, dear] = super::words::MODELS;
        let name = if self.is_by_the_dear_model() { dear } else { cheap };
        ModelName::new(name).map_err(|error| invalid("model", &error))
    }
    fn is_by_the_dear_model(&self) -> bool {
        self.number.is_multiple_of(3)
    }
    /// In dollars: 34 takes at 52 cents and 16 at 77, together $30.
    pub(super) fn cost(&self) -> String {
        dollars(if self.is_by_the_dear_model() { 77 } else { 52 })
    }
    /// The clip.
    pub(super) fn recipe(&self) -> SampleRecipe {
        let mut recipe = SampleRecipe::numbered(self.number, self.id().to_string());
        if self.number.is_multiple_of(5) {
            recipe = recipe.with_sound();
        }
        match self.fault {
            Some(fault) => recipe.with_fault(fault),
            None => recipe,
        }
    }
    /// How long before now it was made: fifty takes over nearly two weeks.
    pub(super) fn age(&self) -> Duration {
        Duration::hours(i64::from(51_u32.saturating_sub(self.number)) * 6 + 12)
    }
    /// What people decided, after it came to review.
    pub(super) fn steps(&self) -> Vec<(Status, Option<RejectionReason>)> {
        let plain = |statuses: &[Status]| statuses.iter().map(|status| (*status, None)).collect::<Vec<_>>();
        let kept = [Status::ApprovedForEdit, Status::Edited, Status::BrandReview];
        let kept_and = |rest: &[(Status, Option<RejectionReason>)]| [plain(&kept), rest.to_vec()].concat();
        match self.end {
            End::Waiting => Vec::new(),
            End::Rejected(reason) => vec![(reason.creative_reject_status(), Some(reason))],
            End::ForEdit => plain(&[Status::ApprovedForEdit]),
            End::BrandReview => plain(&kept),
            End::Revision(reason) => kept_and(&[(Status::NeedsRevision, Some(reason))]),
            End::BrandRejected(reason) => kept_and(&[(Status::RejectedBrandFit, Some(reason))]),
            End::Approved => kept_and(&[(Status::ApprovedToPublish, None)]),
            End::Scheduled => kept_and(&[(Status::ApprovedToPublish, None), (Status::Scheduled, None)]),
            End::Published => kept_and(&[
                (Status::ApprovedToPublish, None),
                (Status::Scheduled, None),
                (Status::Published, None),
            ]),
        }
    }
    pub(super) fn note_for(&self, status: Status) -> Option<&'static str> {
        super::words::note(self.number, status)
    }
    /// 40 takes were judged: every other one took five minutes, the others four. Together 180.
    pub(super) fn review_minutes(&self) -> u32 {
        self.judged.map_or(0, |judged| 4 + judged % 2)
    }
    /// 15 takes were edited, for six, eight or ten minutes. Together 120.
    pub(super) fn editing_minutes(&self) -> u32 {
        self.edited.map_or(0, |edited| 6 + edited % 3 * 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::Decimal;

    #[test]
    fn the_script_adds_up_to_the_worked_pilot() {
        let takes = script();
        let ends: Vec<Status> = takes
            .iter()
            .filter_map(|take| take.steps().last().map(|(status, _)| *status))
            .collect();
        assert_eq!(takes.len(), 50);
        assert_eq!(ends.iter().filter(|status| status.is_usable()).count(), 8);
        assert_eq!(ends.iter().filter(|status| status.is_published()).count(), 5);
        assert_eq!(takes.iter().map(Take::review_minutes).sum::<u32>(), 180);
        assert_eq!(takes.iter().map(Take::editing_minutes).sum::<u32>(), 120);
        let cost: Decimal = takes.iter().map(|take| take.cost().parse::<Decimal>().unwrap()).sum();
        assert_eq!(cost, Decimal::from(30));
    }

    #[test]
    fn every_step_of_the_script_is_one_the_workflow_has() {
        for take in script() {
            let mut status = Status::ReviewPending;
            for (to, reason) in take.steps() {
                status.check_move(to).unwrap();
                assert_eq!(to.needs_reason(), reason.is_some());
                status = to;
            }
        }
    }
}
