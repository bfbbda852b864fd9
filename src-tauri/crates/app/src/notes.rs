//! Notes on frames: written, changed, carried over to a new version, found again.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::review_time::clip_by_key;
use crate::view::change::Change;
use crate::view::notes::{NoteRequest, NoteText, NoteView};
use crate::view::pilot::Scope;
use circletake_domain::frame::FrameIndex;
use circletake_domain::frame_range::FrameRange;
use circletake_domain::id::{GenerationId, PersonId, RecordUid};
use circletake_store::{NewNote, NoteFields, StoredNote};

/// More notes than a person reads through.
const MOST_FOUND: u32 = 500;

fn view(note: StoredNote) -> NoteView {
    NoteView {
        key: note.uid,
        generation_id: note.generation,
        brief_id: note.brief,
        clip_key: note.clip,
        version: note.version,
        frame_rate: note.frame_rate,
        person_id: note.person,
        person_name: note.person_name,
        text: NoteText {
            range: note.fields.range,
            category: note.fields.category,
            body: note.fields.body,
            strokes: note.fields.strokes,
        },
        carried_from: note.carried_from,
        created_at: note.created_at,
        edited_at: note.edited_at,
    }
}

fn fields(text: &NoteText) -> NoteFields {
    NoteFields {
        range: text.range,
        category: text.category,
        body: text.body.clone(),
        strokes: text.strokes.clone(),
    }
}

impl OpenLibrary {
    /// The notes on every clip version of a generation, the latest version first.
    pub async fn notes_on(&self, generation: &GenerationId) -> Result<Vec<NoteView>, AppError> {
        // An unknown generation has no notes either; the difference matters to whoever mistyped it.
        self.store().hold_of(generation).await?;
        Ok(self.store().notes_on(generation).await?.into_iter().map(view).collect())
    }

    /// The notes of a scope that hold all of these words; all of them without words.
    pub async fn find_notes(&self, scope: &Scope, words: &str) -> Result<Vec<NoteView>, AppError> {
        let found = self.store().notes_in(&scope.into(), words, MOST_FOUND).await?;
        Ok(found.into_iter().map(view).collect())
    }

    /// Writes a note.
    pub async fn add_note(&self, request: &NoteRequest) -> Result<NoteView, AppError> {
        let new = NewNote {
            generation: request.generation_id.clone(),
            clip: request.clip_key.as_deref().map(clip_by_key).transpose()?,
            person: request.person_id.clone(),
            fields: fields(&request.text),
            carried_from: None,
        };
        let mut write = self.store().write().await?;
        let uid = write.add_note(&new, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Notes);
        Ok(view(self.store().note(uid).await?))
    }

    /// Changes what a person's own note says.
    pub async fn edit_note(&self, note: RecordUid, person: &PersonId, text: &NoteText) -> Result<NoteView, AppError> {
        let mut write = self.store().write().await?;
        write.edit_note(note, person, &fields(text), self.now()).await?;
        write.commit().await?;
        self.changed(Change::Notes);
        Ok(view(self.store().note(note).await?))
    }

    /// Takes a person's own note away; the record stays.
    pub async fn delete_note(&self, note: RecordUid, person: &PersonId) -> Result<(), AppError> {
        let mut write = self.store().write().await?;
        write.delete_note(note, person, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Notes);
        Ok(())
    }

    /// Puts the notes of the version before onto the current one, those that are not there yet; where it is shorter they end with it.
    pub async fn carry_notes_over(
        &self,
        generation: &GenerationId,
        person: &PersonId,
    ) -> Result<Vec<NoteView>, AppError> {
        let Some(current) = self.store().current_clip(generation).await? else {
            return Err(AppError::NoClipHere {
                generation: generation.clone(),
            });
        };
        let last = FrameIndex(current.facts.frame_count.saturating_sub(1));
        let notes = self.store().notes_on(generation).await?;
        let before = notes
            .iter()
            .map(|note| note.version)
            .filter(|version| *version < current.version)
            .max();
        let there: Vec<_> = notes
            .iter()
            .filter(|note| note.clip == current.uid)
            .filter_map(|note| note.carried_from)
            .collect();
        let mut write = self.store().write().await?;
        for note in notes
            .iter()
            .filter(|note| Some(note.version) == before && !there.contains(&note.uid))
        {
            let range = note.fields.range;
            let kept = FrameRange::new(range.first().min(last), range.last().min(last));
            let new = NewNote {
                generation: generation.clone(),
                clip: Some(current.uid),
                person: person.clone(),
                fields: NoteFields {
                    range: kept.unwrap_or_else(|_| FrameRange::at(last)),
                    ..note.fields.clone()
                },
                carried_from: Some(note.uid),
            };
            write.add_note(&new, self.now()).await?;
        }
        write.commit().await?;
        self.changed(Change::Notes);
        self.notes_on(generation).await
    }
}
