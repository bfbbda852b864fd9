//! Judging: the queue, a decision, taking it back, and the time it took.

use crate::clips::row;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::review::{
    Decision, DecisionRequest, DecisionResult, QueueList, QueueOrder, QueueRequest, ReviewItem, ReviewQueue,
};
use circletake_domain::frame::Microseconds;
use circletake_domain::frame_range::FrameRange;
use circletake_domain::id::{GenerationId, PersonId};
use circletake_domain::money::exact_decimal;
use circletake_domain::status::Status;
use circletake_store::{Decided, QueueQuestion, QueueRow, SpentTime, Step, TimeKind, TimeSource};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

/// A page of a list is never longer.
const LONGEST_PAGE: u32 = 1_000;

/// The steps that a decision takes from where the generation stands.
///
/// *Keep* passes a clip on as it is: from review through `approved_for_edit` and, with no minute of editing, `edited` to
/// `brand_review`, each step logged. *Keep for edit* stops at `approved_for_edit`, where an editor takes over; there, *keep* says that no
/// edit is needed after all. Neither signs anything: what waits for a brand reviewer moves on only by naming the status.
fn steps(decision: &Decision, status: Status, note: Option<&str>) -> Vec<Step> {
    let step = |to, reasons| Step {
        to,
        reasons,
        note: None,
    };
    let mut steps = match decision {
        Decision::Keep => {
            let way = [Status::ApprovedForEdit, Status::Edited, Status::BrandReview];
            let left = match status {
                Status::ApprovedForEdit | Status::NeedsRevision => way.get(1..),
                Status::Edited => way.get(2..),
                _ => way.get(..),
            };
            left.unwrap_or_default()
                .iter()
                .map(|to| step(*to, Vec::new()))
                .collect()
        }
        Decision::KeepForEdit => vec![step(Status::ApprovedForEdit, Vec::new())],
        Decision::Reject { reasons } => {
            let to = match (status, reasons.first()) {
                (Status::BrandReview, _) => Status::RejectedBrandFit,
                (_, Some(primary)) => primary.creative_reject_status(),
                // Without a reason it goes nowhere: the step itself is refused for that.
                (_, None) => Status::RejectedQuality,
            };
            vec![step(to, reasons.clone())]
        }
        Decision::MoveTo { status, reasons } => vec![step(*status, reasons.clone())],
    };
    if let Some(first) = steps.first_mut() {
        first.note = note.map(ToOwned::to_owned);
    }
    steps
}

/// What a person does to a generation that stands here.
fn kind_of_work(status: Status) -> TimeKind {
    match status {
        Status::ApprovedForEdit | Status::NeedsRevision => TimeKind::Editing,
        Status::Edited | Status::BrandReview | Status::ApprovedToPublish | Status::Scheduled | Status::Published => {
            TimeKind::BrandReview
        }
        _ => TimeKind::Review,
    }
}

/// Only a keep says which part is good.
fn good_part(request: &DecisionRequest) -> Result<Option<FrameRange>, AppError> {
    match (&request.decision, request.good_part) {
        (Decision::Keep | Decision::KeepForEdit, range) => Ok(range),
        (_, None) => Ok(None),
        (_, Some(_)) => Err(AppError::Invalid {
            field: "good part",
            problem: "only a take that is kept has a good part".to_owned(),
        }),
    }
}

fn item(QueueRow { row: found, hold }: QueueRow) -> ReviewItem {
    let row = row(found);
    ReviewItem {
        generation_id: row.generation_id,
        brief_id: row.brief_id,
        clip: row.clip,
        status: row.status,
        flags: row.flags,
        held_by: hold.as_ref().map(|hold| hold.name.clone()),
        held_at: hold.map(|hold| hold.at),
    }
}

impl From<QueueList> for circletake_store::QueueList {
    fn from(list: QueueList) -> Self {
        match list {
            QueueList::Pending => Self::Pending,
            QueueList::Held => Self::Held,
            QueueList::Judged => Self::Judged,
        }
    }
}

impl From<QueueOrder> for circletake_store::QueueOrder {
    fn from(order: QueueOrder) -> Self {
        match order {
            QueueOrder::OldestFirst => Self::OldestFirst,
            QueueOrder::FlaggedFirst => Self::FlaggedFirst,
        }
    }
}

/// Minutes as a decimal, to the nearest microsecond.
pub(crate) fn microseconds(minutes: &str) -> Result<Microseconds, AppError> {
    let invalid = |problem: &str| AppError::Invalid {
        field: "minutes",
        problem: format!("`{minutes}` {problem}"),
    };
    let value = exact_decimal(minutes).map_err(|_| invalid("is not a number of minutes such as 3.5"))?;
    if value.is_sign_negative() && !value.is_zero() {
        return Err(invalid("is below zero"));
    }
    let scaled = value.checked_mul(Decimal::from(60_000_000));
    let rounded = scaled.map(|scaled| scaled.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero));
    rounded
        .and_then(|rounded| rounded.to_i64())
        // A year; more is a slip of the finger.
        .filter(|us| *us <= 366 * 24 * 3_600 * 1_000_000)
        .map(Microseconds)
        .ok_or_else(|| invalid("is more than a year"))
}

pub(crate) fn result(decided: Decided) -> DecisionResult {
    DecisionResult {
        generation_id: decided.generation,
        from: decided.from,
        to: decided.to,
        reason: decided.reason,
    }
}

impl OpenLibrary {
    /// A page of a list of the review room, and how long the lists are.
    pub async fn review_queue(&self, request: &QueueRequest) -> Result<ReviewQueue, AppError> {
        let scope = circletake_store::Scope::from(&request.scope);
        let counts = self.store().queue_counts(&scope, request.mine.as_ref()).await?;
        let question = QueueQuestion {
            scope,
            mine: request.mine.clone(),
            list: request.list.into(),
            order: request.order.into(),
            after: request.after.clone(),
            limit: request.limit.clamp(1, LONGEST_PAGE),
        };
        let page = self.store().queue_page(&question).await?;
        Ok(ReviewQueue {
            takes: page.rows.into_iter().map(item).collect(),
            more: page.more,
            pending: counts.pending,
            held: counts.held,
            judged: counts.judged,
            rejected: u32::try_from(counts.other.rejected).unwrap_or(u32::MAX),
            rejected_other: u32::try_from(counts.other.other).unwrap_or(u32::MAX),
            other_too_high: counts.other.is_too_high(),
        })
    }

    /// Holds a take back for later in a person's name.
    pub async fn hold(&self, generation: &GenerationId, person: &PersonId) -> Result<(), AppError> {
        let mut write = self.store().write().await?;
        write.hold(generation, person, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Clips);
        Ok(())
    }

    /// Lets a take go that was held: it waits with the others again.
    pub async fn let_go(&self, generation: &GenerationId) -> Result<(), AppError> {
        let mut write = self.store().write().await?;
        write.let_go(generation).await?;
        write.commit().await?;
        self.changed(Change::Clips);
        Ok(())
    }

    /// Records a decision: all of its steps, and the minutes that came with it, or nothing.
    pub async fn decide(&self, request: &DecisionRequest) -> Result<DecisionResult, AppError> {
        let minutes = request.minutes.as_deref().map(microseconds).transpose()?;
        let good_part = good_part(request)?;
        let id = &request.generation_id;
        let at = self.now();
        let mut write = self.store().write().await?;
        let status = write.status_of(id).await?;
        let steps = steps(&request.decision, status, request.note.as_deref());
        let decided = write
            .decide(id, &request.person_id, request.expected_status, &steps, at)
            .await?;
        if let Some(range) = good_part {
            write.mark_good_part(&decided, &request.person_id, range, at).await?;
        }
        if let Some(duration) = minutes {
            let spent = SpentTime {
                generation: id.clone(),
                person: request.person_id.clone(),
                kind: kind_of_work(status),
                duration,
                source: TimeSource::Entered,
                sitting: None,
            };
            write.add_time(&spent, at).await?;
        }
        write.commit().await?;
        self.changed(Change::Clips);
        Ok(result(decided))
    }

    /// Takes a person's last decision back, with new moves in the history. The time it took stays: it was spent.
    pub async fn undo(&self, person: &PersonId) -> Result<DecisionResult, AppError> {
        let mut write = self.store().write().await?;
        let decided = write.undo_last(person, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Clips);
        Ok(result(decided))
    }

    /// The same of their last decision on one generation, whatever they decided elsewhere since.
    pub async fn undo_on(&self, generation: &GenerationId, person: &PersonId) -> Result<DecisionResult, AppError> {
        let mut write = self.store().write().await?;
        let decided = write.undo_last_on(generation, person, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Clips);
        Ok(result(decided))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use circletake_domain::reason::RejectionReason;

    fn path(decision: &Decision, from: Status) -> Vec<Status> {
        steps(decision, from, None).into_iter().map(|step| step.to).collect()
    }

    #[test]
    fn every_decision_takes_only_steps_the_workflow_has() {
        let reject = |reason| Decision::Reject {
            reasons: vec![reason, RejectionReason::TooGeneric],
        };
        let mut cases = vec![
            (Decision::Keep, Status::ReviewPending),
            (Decision::Keep, Status::ApprovedForEdit),
            (Decision::Keep, Status::NeedsRevision),
            (Decision::Keep, Status::Edited),
            (Decision::KeepForEdit, Status::ReviewPending),
        ];
        for reason in RejectionReason::ALL {
            cases.push((reject(*reason), Status::ReviewPending));
            cases.push((reject(*reason), Status::BrandReview));
        }
        for (decision, from) in cases {
            let mut status = from;
            for step in path(&decision, from) {
                status.check_move(step).unwrap();
                status = step;
            }
        }
    }

    #[test]
    fn keeping_never_signs() {
        for status in Status::ALL {
            assert!(!path(&Decision::Keep, *status).contains(&Status::ApprovedToPublish));
        }
        let refused = Status::BrandReview.check_move(path(&Decision::Keep, Status::BrandReview)[0]);
        assert!(refused.is_err());
    }

    #[test]
    fn minutes_are_read_exactly_and_absurd_ones_refused() {
        assert_eq!(microseconds("3.6").unwrap(), Microseconds(216_000_000));
        for text in ["-1", "soon", "99999999", "1e3"] {
            assert_eq!(microseconds(text).unwrap_err().problem().code, "invalid", "{text}");
        }
    }
}
