//! A signature: everything asked was answered for these very bytes, and somebody who did not make them approves them.

use super::answer::no_clip;
use super::asked::{AskedGate, asked, subject};
use super::refused::SignOffRefused;
use crate::error::Result;
use crate::history::{Decided, Mover, Step};
use crate::ids::new_uid;
use crate::people::KnownPerson;
use crate::seal::Sealed;
use crate::transaction::WriteTransaction;
use circletake_domain::gate::stands_in_the_way;
use circletake_domain::id::{ContentHash, GenerationId, PersonId};
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;

/// A signature to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Of which generation.
    pub generation: GenerationId,
    /// By whom.
    pub person: PersonId,
    /// What the file holds at this moment.
    pub measured: ContentHash,
    /// What the signer looked at, where that is known.
    pub looked_at: Option<ContentHash>,
    /// Whether the signer gave their passphrase.
    pub passphrase_checked: bool,
    /// In their words.
    pub note: Option<String>,
}

impl WriteTransaction {
    /// Signs: the move to `approved_to_publish` and the sign-off, bound to the bytes, or nothing.
    pub async fn sign(&mut self, signature: &Signature, at: Timestamp) -> Result<Decided> {
        let id = &signature.generation;
        let person = self.deciding_person(&signature.person).await?;
        let standing = self.standing(id).await?;
        let mover = Mover::Signer(person);
        mover.check_move(standing.status, Status::ApprovedToPublish)?;
        let subject = subject(self.connection(), id).await?;
        let (Some(clip_key), Some(content_hash)) = (subject.clip_key, &subject.content_hash) else {
            return Err(no_clip(id).into());
        };
        let looked_at = signature.looked_at.as_ref().unwrap_or(content_hash);
        if signature.measured != *content_hash || looked_at != content_hash {
            return Err(SignOffRefused::BytesChanged { generation: id.clone() }.into());
        }
        if let Some(person) = mover.person() {
            self.check_not_the_maker(subject.generation_key, person, id).await?;
        }
        let questions = asked(self.connection(), &subject).await?;
        let answered = questions
            .iter()
            .map(|asked| (asked, asked.answer.as_ref().map(|answer| answer.verdict)));
        let open: Vec<String> = stands_in_the_way(answered).into_iter().map(AskedGate::words).collect();
        if !open.is_empty() {
            let generation = id.clone();
            return Err(SignOffRefused::GatesOpen { generation, open }.into());
        }
        let step = Step {
            note: signature.note.clone(),
            ..Step::to(Status::ApprovedToPublish)
        };
        let uid = new_uid().to_string();
        let decided = self.take_steps(&standing, &mover, &[step], at).await?;
        sqlx::query(
            "INSERT INTO sign_offs (uid, move_key, clip_key, content_hash, person_key, passphrase_checked, at)
             VALUES (?, (SELECT max(key) FROM moves WHERE generation_key = ?), ?, ?, ?, ?, ?)",
        )
        .bind(&uid)
        .bind(subject.generation_key)
        .bind(clip_key)
        .bind(content_hash.as_str())
        .bind(mover.person().map(|person| person.key))
        .bind(signature.passphrase_checked)
        .bind(at.to_string())
        .execute(self.connection())
        .await?;
        self.seal(Sealed::SignOff, &uid).await?;
        Ok(decided)
    }

    /// Who asked the model for it, and who made any version of it, unless the pilot lets makers sign.
    async fn check_not_the_maker(
        &mut self,
        generation_key: i64,
        person: &KnownPerson,
        id: &GenerationId,
    ) -> Result<()> {
        let made: bool = sqlx::query_scalar(
            "SELECT EXISTS (SELECT 1 FROM generations WHERE key = ?1 AND made_by_key = ?2)
                 OR EXISTS (SELECT 1 FROM clip_versions WHERE generation_key = ?1 AND made_by_key = ?2)",
        )
        .bind(generation_key)
        .bind(person.key)
        .fetch_one(self.connection())
        .await?;
        let may: Option<bool> = sqlx::query_scalar(
            "SELECT p.maker_may_sign FROM generations g JOIN briefs b ON b.key = g.brief_key JOIN pilots p ON p.key = b.pilot_key
             WHERE g.key = ?",
        )
        .bind(generation_key)
        .fetch_optional(self.connection())
        .await?;
        if made && may != Some(true) {
            return Err(SignOffRefused::MakerMayNotSign {
                person: person.name.clone(),
                generation: id.clone(),
            }
            .into());
        }
        Ok(())
    }
}
