//! Writing a brief: what is typed is kept at once as a draft, and becomes a revision when it is used or somebody says so.

use super::check::check;
use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::brief::{BriefCheck, BriefPresets, BriefWriting, DraftView, RevisionView};
use crate::view::change::Change;
use circletake_domain::brief::{Brief, BriefForm, presets};
use circletake_domain::id::{BriefId, PilotId};
use circletake_store::StoredRevision;

impl OpenLibrary {
    /// What a brief can start from.
    pub fn brief_presets(&self) -> BriefPresets {
        BriefPresets {
            channels: presets::CHANNELS.to_vec(),
            formats: presets::FORMATS.to_vec(),
        }
    }

    /// A brief on the screen where it is written.
    pub async fn brief_writing(&self, id: &BriefId) -> Result<BriefWriting, AppError> {
        let stored = self.store().brief(id).await?;
        let draft = self.store().brief_draft(id).await?;
        let revisions = self.store().brief_revisions(id).await?;
        let form = match &draft {
            Some(draft) => draft.form.clone(),
            None => BriefForm::of(&stored.brief),
        };
        let brand = stored.brief.brand.extra.keys().map(|field| format!("brand.{field}"));
        let mut other_fields: Vec<String> = stored.brief.extra.keys().cloned().collect();
        other_fields.extend(brand);
        Ok(BriefWriting {
            id: id.clone(),
            pilot_id: stored.pilot,
            check: check(&form, &stored.brief, &self.store().gate_rules().await?),
            form,
            draft: draft.map(|draft| DraftView {
                saved_at: draft.saved_at,
                base: draft.base,
            }),
            revisions: revisions.into_iter().map(revision).collect(),
            other_fields,
        })
    }

    /// Begins a brief under the next free name, in a pilot where one is named: with that pilot's format and channel.
    pub async fn new_brief(&self, pilot: Option<&PilotId>) -> Result<BriefId, AppError> {
        let start = match pilot {
            Some(pilot) => Some(self.store().pilot(pilot).await?),
            None => None,
        };
        let mut write = self.store().write().await?;
        let id = write.free_brief_id(self.now().moment().year()).await?;
        write.add_brief(&Brief::bare(id.clone()), self.now()).await?;
        if let Some(pilot) = &start {
            write.put_brief_in_pilot(&id, &pilot.id).await?;
            let mut form = BriefForm {
                format: pilot.fields.format.clone(),
                channel: pilot.fields.channel.clone(),
                ..BriefForm::default()
            };
            if let Some(channel) = presets::channel(&form.channel) {
                channel.aspect_ratio.clone_into(&mut form.aspect_ratio);
                channel.resolution.clone_into(&mut form.resolution);
                channel.frame_rate.clone_into(&mut form.frame_rate);
                form.paid = channel.paid;
            }
            let by = self.current_person_id();
            write.keep_brief_draft(&id, &form, by.as_ref(), self.now()).await?;
        }
        write.commit().await?;
        self.changed(Change::Pilots);
        Ok(id)
    }

    /// Begins a brief with everything that another one says now, in the same pilot.
    pub async fn duplicate_brief(&self, id: &BriefId) -> Result<BriefId, AppError> {
        let source = self.store().brief(id).await?;
        let draft = self.store().brief_draft(id).await?;
        let mut write = self.store().write().await?;
        let copy = write.free_brief_id(self.now().moment().year()).await?;
        let brief = Brief {
            brief_id: copy.clone(),
            ..source.brief
        };
        write.add_brief(&brief, self.now()).await?;
        if let Some(draft) = draft {
            let by = self.current_person_id();
            write
                .keep_brief_draft(&copy, &draft.form, by.as_ref(), self.now())
                .await?;
        }
        if let Some(pilot) = &source.pilot {
            write.put_brief_in_pilot(&copy, pilot).await?;
        }
        write.commit().await?;
        self.changed(Change::Pilots);
        Ok(copy)
    }

    /// Keeps what is typed, right or wrong, and says what is to be said of it.
    pub async fn keep_brief_draft(&self, id: &BriefId, form: &BriefForm) -> Result<BriefCheck, AppError> {
        let by = self.current_person_id();
        let mut write = self.store().write().await?;
        write.keep_brief_draft(id, form, by.as_ref(), self.now()).await?;
        let current = write.brief_as_revised(id).await?;
        write.commit().await?;
        Ok(check(form, &current, &self.store().gate_rules().await?))
    }

    /// Makes what is written the next revision of a brief.
    pub async fn make_brief_revision(&self, id: &BriefId) -> Result<BriefWriting, AppError> {
        let mut write = self.store().write().await?;
        let made = write.make_brief_revision(id, self.now()).await?;
        made.map_err(AppError::Brief)?;
        write.commit().await?;
        self.changed(Change::Pilots);
        self.brief_writing(id).await
    }

    /// Forgets what was typed since the current revision.
    pub async fn discard_brief_draft(&self, id: &BriefId) -> Result<BriefWriting, AppError> {
        let mut write = self.store().write().await?;
        write.discard_brief_draft(id).await?;
        write.commit().await?;
        self.brief_writing(id).await
    }
}

fn revision(stored: StoredRevision) -> RevisionView {
    RevisionView {
        number: stored.number,
        created_at: stored.created_at,
        created_by: stored.created_by,
        generations: stored.generations,
        goal: stored.brief.goal,
    }
}
