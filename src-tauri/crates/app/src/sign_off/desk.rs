//! What the desk shows.

use super::files::{Known, look};
use crate::clips::{aspect_permille, row};
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::pilot::Scope;
use crate::view::sign_off::{
    DeskView, GateAnswerView, GateView, MakerView, SignOffItem, SignOffQueue, SignOffView, VersionView,
};
use circletake_domain::id::GenerationId;
use circletake_store::{AskedGate, FileCondition, Maker, StoredAnswer, StoredSignOff};

/// The queue hands out this many at once; signing makes room for the next.
const QUEUE_LENGTH: u32 = 5_000;

impl OpenLibrary {
    /// What waits for a brand reviewer, the oldest first. Signatures whose files were changed have fallen before it answers.
    pub async fn sign_off_queue(&self, scope: &Scope) -> Result<SignOffQueue, AppError> {
        self.recheck_signed_files().await?;
        let found = self.store().waiting_for_brand(&scope.into(), QUEUE_LENGTH).await?;
        let waiting = found.first.into_iter().map(row).map(|row| SignOffItem {
            voided: found
                .voided
                .iter()
                .find(|(id, _)| *id == row.generation_id)
                .map(|(_, why)| *why),
            generation_id: row.generation_id,
            brief_id: row.brief_id,
            clip: row.clip,
            flags: row.flags,
        });
        Ok(SignOffQueue {
            waiting: waiting.collect(),
            signed: found.signed,
        })
    }

    /// One generation at the desk.
    pub async fn desk(&self, id: &GenerationId) -> Result<DeskView, AppError> {
        self.recheck_signed_files().await?;
        let store = self.store();
        let stored = store.generation(id).await?;
        let file_changed = match &stored.clip {
            Some(clip) => {
                let known = Known {
                    bytes: clip.facts.bytes,
                    content_hash: &clip.facts.blake3,
                    checked_at: clip.checked_at,
                    was_present: clip.condition == FileCondition::Present,
                };
                look(&store.path_of(&clip.place), &known).await.condition == FileCondition::Changed
            }
            None => false,
        };
        Ok(DeskView {
            generation_id: id.clone(),
            status: stored.row.status,
            brand: store.brand_of(id).await?,
            content_hash: stored.clip.map(|clip| clip.facts.blake3),
            file_changed,
            gates: store.asked_gates(id).await?.into_iter().map(gate).collect(),
            sign_offs: store.sign_offs(id).await?.into_iter().map(sign_off).collect(),
            versions: self.versions(id).await?,
            makers: store.makers(id).await?.into_iter().map(maker).collect(),
        })
    }

    /// Every version, with where its preview stands: the desk plays any of them.
    async fn versions(&self, id: &GenerationId) -> Result<Vec<VersionView>, AppError> {
        let stored = self.store().clip_versions(id).await?;
        let mut versions = Vec::with_capacity(stored.len());
        for version in stored.into_iter().rev() {
            let facts = &version.clip.facts;
            versions.push(VersionView {
                preview: self.preview_state_of(&version.clip).await?,
                aspect_permille: aspect_permille(facts.display_width, facts.display_height),
                clip_key: version.clip.uid.to_string(),
                version: version.clip.version,
                content_hash: facts.blake3.clone(),
                made_by: version.made_by_name,
                at: version.made_at,
            });
        }
        Ok(versions)
    }
}

fn gate(asked: AskedGate) -> GateView {
    GateView {
        key: asked.key,
        item: asked.item,
        answer: asked.answer.map(answer),
    }
}

fn answer(answer: StoredAnswer) -> GateAnswerView {
    GateAnswerView {
        verdict: answer.verdict,
        words: answer.words,
        frame: answer.frame,
        person_id: answer.person,
        person_name: answer.person_name,
        at: answer.at,
    }
}

fn sign_off(stored: StoredSignOff) -> SignOffView {
    SignOffView {
        version: stored.version,
        content_hash: stored.content_hash,
        person_id: stored.person,
        person_name: stored.person_name,
        passphrase_checked: stored.passphrase_checked,
        note: stored.note,
        at: stored.at,
        voided_at: stored.voided.map(|(at, _)| at),
        void_reason: stored.voided.map(|(_, why)| why),
    }
}

fn maker(stored: Maker) -> MakerView {
    MakerView {
        person_id: stored.person,
        name: stored.name,
    }
}
