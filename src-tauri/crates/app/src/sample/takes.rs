//! The takes of the sample: each attempt with its clip, what people decided about it, and how long it took them.

use super::script::Take;
use super::{Cast, Filmed, ago, invalid, words};
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::previews::put;
use circletake_domain::brief::Brief;
use circletake_domain::frame::Microseconds;
use circletake_domain::gate::GateAnswer;
use circletake_domain::id::{ContentHash, GenerationId};
use circletake_domain::money::{Amount, CostBasis};
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use circletake_store::{
    FilePlace, NewAnswer, NewClip, NewGeneration, PromptReference, Signature, SpentTime, Step, TimeKind, TimeSource,
    WriteTransaction, new_clip_uid,
};

use time::Duration;

/// One take whole: its attempt, its clip, what people decided and how long it took them.
pub(super) async fn write_take(
    library: &OpenLibrary,
    filmed: Filmed,
    cast: &Cast,
    briefs: &[Brief],
    now: Timestamp,
) -> Result<(), AppError> {
    let Filmed { take, name, inspection } = filmed;
    let id = take.id();
    let made_at = ago(now, take.age())?;
    let mut write = library.store().write().await?;
    let brief_id = take.brief()?;
    let brief = briefs.iter().find(|brief| brief.brief_id == brief_id);
    let prompt = PromptReference {
        id: take.prompt()?,
        version: take.prompt_version().to_string(),
        body: brief.map(|brief| words::prompt(brief, take.prompt_version())),
        template: Some((cast.template.clone(), take.prompt_version())),
    };
    let price: Amount = take.cost().parse().map_err(|error| invalid("cost", &error))?;
    let new = NewGeneration {
        model: Some(take.model()?),
        prompt: Some(prompt),
        cost: Some((price, CostBasis::Reported)),
        ..NewGeneration::started(id.clone(), brief_id.clone(), made_at)
    };
    write.add_generation(&new, made_at).await?;
    let hash = inspection.facts.blake3.clone();
    let clip = NewClip {
        uid: new_clip_uid(),
        generation: id.clone(),
        original_name: format!("{id}.mp4"),
        flags: brief
            .map(|brief| crate::ingest::unmet(brief, &inspection.facts))
            .unwrap_or_default(),
        place: FilePlace::Stored(name),
        facts: inspection.facts,
        made_by: None,
    };
    put(&library.store().folder().poster(clip.uid), &inspection.poster).await?;
    write.add_clip(&clip, made_at).await?;
    write
        .advance(&id, &[Status::Generated, Status::ReviewPending], made_at)
        .await?;
    judge(&mut write, &take, &id, &hash, cast, made_at).await?;
    Ok(write.commit().await?)
}

/// What people decided, a few hours after the take was made, each step by who takes it.
async fn judge(
    write: &mut WriteTransaction,
    take: &Take,
    id: &GenerationId,
    hash: &ContentHash,
    cast: &Cast,
    made_at: Timestamp,
) -> Result<(), AppError> {
    let mut at = made_at;
    for (status, reason) in take.steps() {
        at = ago(at, -Duration::hours(2))?;
        if status == Status::ApprovedToPublish {
            sign(write, take, id, hash, cast, at).await?;
            continue;
        }
        let person = match status {
            Status::Edited | Status::BrandReview => &cast.editor,
            Status::NeedsRevision | Status::RejectedBrandFit => &cast.brand,
            Status::Scheduled | Status::Published => &cast.producer,
            _ => &cast.director,
        };
        let step = Step {
            to: status,
            reasons: reason.into_iter().collect(),
            note: take.note_for(status).map(ToOwned::to_owned),
        };
        write.decide(id, person, None, &[step], at).await?;
    }
    let spent = [
        (&cast.director, TimeKind::Review, take.review_minutes()),
        (&cast.editor, TimeKind::Editing, take.editing_minutes()),
    ];
    for (person, kind, minutes) in spent {
        let spent = SpentTime {
            generation: id.clone(),
            person: person.clone(),
            kind,
            duration: Microseconds(i64::from(minutes) * 60_000_000),
            source: TimeSource::Entered,
            sitting: None,
        };
        write.add_time(&spent, at).await?;
    }
    Ok(())
}

/// The brand reviewer passes every gate and signs.
async fn sign(
    write: &mut WriteTransaction,
    take: &Take,
    id: &GenerationId,
    hash: &ContentHash,
    cast: &Cast,
    at: Timestamp,
) -> Result<(), AppError> {
    for gate in write.asked_gates(id).await? {
        let answer = NewAnswer {
            generation: id.clone(),
            gate: gate.key,
            person: cast.brand.clone(),
            answer: GateAnswer::Passed,
            frame: None,
        };
        write.answer_gate(&answer, at).await?;
    }
    let signature = Signature {
        generation: id.clone(),
        person: cast.brand.clone(),
        measured: hash.clone(),
        looked_at: None,
        passphrase_checked: false,
        note: take.note_for(Status::ApprovedToPublish).map(ToOwned::to_owned),
    };
    write.sign(&signature, at).await?;
    Ok(())
}
