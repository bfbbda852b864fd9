//! What ends a sign-off: the row says when and why, and the clip goes back to brand review by a move of the app.

use crate::error::Result;
use crate::history::{Decided, Mover, Step};
use crate::seal::Sealed;
use crate::transaction::WriteTransaction;
use circletake_domain::id::GenerationId;
use circletake_domain::sign_off::VoidReason;
use circletake_domain::timestamp::Timestamp;

impl WriteTransaction {
    /// Ends whatever approval a generation has, because it does not stand with the bytes that were approved any more: its sign-off is
    /// void from now on, and the clip is put back to brand review. A clip that came in as approved, by a log, has no sign-off to end and is
    /// put back just so. `None` where nothing was approved.
    pub async fn void_sign_off(
        &mut self,
        generation: &GenerationId,
        why: VoidReason,
        at: Timestamp,
    ) -> Result<Option<Decided>> {
        let standing = self.standing(generation).await?;
        self.end_sign_offs(standing.key, why, at).await?;
        let Some(back_to) = standing.status.falls_back_to() else {
            return Ok(None);
        };
        let step = Step {
            note: Some(why.sentence().to_owned()),
            ..Step::to(back_to)
        };
        Ok(Some(self.take_steps(&standing, &Mover::App, &[step], at).await?))
    }

    /// Marks every sign-off of a generation that still stands as void.
    pub(crate) async fn end_sign_offs(&mut self, generation_key: i64, why: VoidReason, at: Timestamp) -> Result<()> {
        let ended: Vec<String> = sqlx::query_scalar(
            "UPDATE sign_offs SET voided_at = ?, void_reason = ?
             WHERE voided_at IS NULL AND clip_key IN (SELECT key FROM clip_versions WHERE generation_key = ?)
             RETURNING uid",
        )
        .bind(at.to_string())
        .bind(why.as_str())
        .bind(generation_key)
        .fetch_all(self.connection())
        .await?;
        for uid in ended {
            self.seal(Sealed::Void, &uid).await?;
        }
        Ok(())
    }
}
