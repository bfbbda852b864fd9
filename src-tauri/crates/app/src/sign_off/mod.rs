//! The sign-off desk: what waits, answering gates, signing, and what makes a signature fall.

mod desk;
mod files;
mod passphrase;
mod settings;
mod sheet;

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::review::DecisionResult;
use crate::view::sign_off::{AnswerRequest, DeskView, SignRequest};
use circletake_domain::id::GenerationId;
use circletake_store::{NewAnswer, SignOffRefused, Signature, StoreError};
use files::{Found, measure};

impl OpenLibrary {
    /// Records an answer at a gate, for the bytes the generation stands with.
    pub async fn answer_gate(&self, request: &AnswerRequest) -> Result<DeskView, AppError> {
        let answer = NewAnswer {
            generation: request.generation_id.clone(),
            gate: request.gate,
            person: request.person_id.clone(),
            answer: request.answer.clone(),
            frame: request.frame,
        };
        let mut write = self.store().write().await?;
        write.answer_gate(&answer, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Clips);
        self.desk(&request.generation_id).await
    }

    /// Signs: checks the passphrase, reads the file once more, and records the approval of just these bytes.
    pub async fn sign(&self, request: &SignRequest) -> Result<DecisionResult, AppError> {
        let id = &request.generation_id;
        // Nobody brings files in or moves them while the bytes that are approved are read.
        let _files = self.files().read().await;
        let measured = self.measured(id).await?;
        let passphrase_checked = self
            .check_passphrase(&request.person_id, request.passphrase.as_deref())
            .await?;
        let signature = Signature {
            generation: id.clone(),
            person: request.person_id.clone(),
            measured,
            looked_at: request.content_hash.clone(),
            passphrase_checked,
            note: request.note.clone(),
        };
        let mut write = self.store().write().await?;
        let decided = write.sign(&signature, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Clips);
        Ok(crate::review::result(decided))
    }

    /// What the file of a generation's current version holds now.
    async fn measured(&self, id: &GenerationId) -> Result<circletake_domain::id::ContentHash, AppError> {
        let no_clip = || AppError::NoClipHere { generation: id.clone() };
        // Names a generation that is not there before it speaks of its clip.
        self.store().brand_of(id).await?;
        let clip = self.store().current_clip(id).await?.ok_or_else(no_clip)?;
        match measure(self.store().path_of(&clip.place)).await {
            Found::Bytes(hash) => Ok(hash),
            Found::Nothing => Err(no_clip()),
            Found::Unreadable => Err(StoreError::from(SignOffRefused::BytesChanged { generation: id.clone() }).into()),
        }
    }
}
