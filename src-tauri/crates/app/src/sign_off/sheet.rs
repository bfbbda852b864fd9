//! The sign-off sheet of a clip or a batch.

use crate::error::AppError;
use crate::note_export::file_word;
use crate::open_library::OpenLibrary;
use crate::view::sign_off::{SheetFormat, SheetSubject};
use camino::Utf8Path;
use circletake_domain::id::GenerationId;
use circletake_domain::sign_off::VoidReason;
use circletake_domain::status::Status;
use circletake_reports::sign_off_sheet::{
    Sheet, SheetAnswer, SheetClip, SheetGate, SheetNote, SheetRemark, SheetSignature, SheetStill, csv, html,
};
use circletake_store::{
    AskedGate, GenerationFilter, GridSort, Scope, StoredClip, StoredMove, StoredNote, StoredSignOff,
};

/// More clips than a sheet has pages for anybody to read.
const MOST: u32 = 1_000;

/// What came as far as the desk.
const AT_THE_DESK: [Status; 6] = [
    Status::BrandReview,
    Status::RejectedBrandFit,
    Status::NeedsRevision,
    Status::ApprovedToPublish,
    Status::Scheduled,
    Status::Published,
];

impl OpenLibrary {
    /// Writes a sign-off sheet to a file; answers how many clips are on it. Rows name their stills, which are put into a folder beside them.
    pub async fn write_sign_off_sheet(
        &self,
        subject: &SheetSubject,
        format: SheetFormat,
        path: &Utf8Path,
    ) -> Result<u32, AppError> {
        let sheet = self
            .sheet(subject, path.file_stem().unwrap_or("sign-off-sheet"))
            .await?;
        let bytes = match format {
            SheetFormat::Html => html(&sheet)
                .map(String::into_bytes)
                .map_err(std::io::Error::other)
                .map_err(AppError::file(path))?,
            SheetFormat::Csv => csv(&sheet).map_err(AppError::file(path))?,
        };
        if format == SheetFormat::Csv {
            for still in sheet.clips.iter().filter_map(|clip| clip.still.as_ref()) {
                crate::previews::put(&path.with_file_name(&still.file), &still.jpeg).await?;
            }
        }
        crate::previews::put(path, &bytes).await?;
        Ok(u32::try_from(sheet.clips.len()).unwrap_or(u32::MAX))
    }

    async fn sheet(&self, subject: &SheetSubject, name: &str) -> Result<Sheet, AppError> {
        let fallen = self.recheck_signed_files().await?;
        let generations = match subject {
            SheetSubject::Generations { generations } => generations.clone(),
            SheetSubject::Scope { scope } => self.at_the_desk(&scope.into()).await?,
        };
        let mut clips = Vec::with_capacity(generations.len());
        for id in generations {
            let mut clip = self.sheet_clip(id, name).await?;
            if fallen.contains(&clip.generation) {
                self.take_down(&mut clip);
            }
            clips.push(clip);
        }
        Ok(Sheet {
            library: self.store().info().name.clone(),
            written_at: self.now(),
            clips,
        })
    }

    /// Everything of a scope that came as far as the desk, the oldest first.
    async fn at_the_desk(&self, scope: &Scope) -> Result<Vec<GenerationId>, AppError> {
        let mut filter = GenerationFilter {
            statuses: AT_THE_DESK.to_vec(),
            ..GenerationFilter::default()
        };
        match scope {
            Scope::Library => {}
            Scope::Pilot(id) => filter.pilot = Some(self.store().pilot(id).await?.id),
            Scope::Brief(id) => filter.briefs = vec![self.store().brief(id).await?.brief.brief_id],
        }
        let page = self.store().grid_page(&filter, GridSort::Oldest, 0, MOST).await?;
        Ok(page.rows.into_iter().map(|row| row.id).collect())
    }

    /// A signature whose file was changed does not stand on paper either where the library may only be read.
    fn take_down(&self, clip: &mut SheetClip) {
        clip.status = clip.status.falls_back_to().unwrap_or(clip.status);
        for signature in &mut clip.signatures {
            signature.voided.get_or_insert((self.now(), VoidReason::FileChanged));
        }
    }

    async fn sheet_clip(&self, id: GenerationId, sheet: &str) -> Result<SheetClip, AppError> {
        let store = self.store();
        let stored = store.generation(&id).await?;
        let history = store.history(&id).await?;
        Ok(SheetClip {
            brief: stored.row.brief,
            goal: stored.brief.goal,
            model: stored.row.model.map(|model| model.to_string()),
            status: stored.row.status,
            version: stored.clip.as_ref().map(|clip| clip.version),
            still: stored.clip.as_ref().and_then(|clip| self.sheet_still(clip, sheet)),
            content_hash: stored.clip.map(|clip| clip.facts.blake3),
            gates: store.asked_gates(&id).await?.into_iter().map(gate).collect(),
            signatures: store.sign_offs(&id).await?.into_iter().map(signature).collect(),
            remarks: history.into_iter().filter_map(remark).collect(),
            notes: store.notes_on(&id).await?.into_iter().map(note).collect(),
            generation: id,
        })
    }

    /// The poster of a clip; one that is not there yet leaves its place empty.
    fn sheet_still(&self, clip: &StoredClip, sheet: &str) -> Option<SheetStill> {
        let jpeg = fs_err::read(self.store().folder().poster(clip.uid)).ok()?;
        let generation = file_word(clip.generation.as_str());
        Some(SheetStill {
            file: format!("{sheet}-stills/{generation}_v{}.jpg", clip.version),
            jpeg,
        })
    }
}

fn gate(asked: AskedGate) -> SheetGate {
    SheetGate {
        asked: asked.words(),
        answer: asked.answer.map(|answer| SheetAnswer {
            verdict: answer.verdict,
            words: answer.words,
            frame: answer.frame,
            person: answer.person_name,
            at: answer.at,
        }),
    }
}

fn signature(stored: StoredSignOff) -> SheetSignature {
    SheetSignature {
        version: stored.version,
        content_hash: stored.content_hash,
        person: stored.person_name,
        passphrase_checked: stored.passphrase_checked,
        at: stored.at,
        note: stored.note,
        voided: stored.voided,
    }
}

/// A move that says something: a reason, a note, or both.
fn remark(step: StoredMove) -> Option<SheetRemark> {
    let reasons = step.reasons.iter().map(ToString::to_string);
    let words: Vec<String> = reasons.chain(step.note).collect();
    (!words.is_empty()).then(|| SheetRemark {
        at: step.at,
        person: step.person_name,
        to: step.to,
        words: words.join(", "),
    })
}

fn note(stored: StoredNote) -> SheetNote {
    SheetNote {
        version: stored.version,
        range: stored.fields.range,
        category: stored.fields.category,
        body: stored.fields.body,
        strokes: stored.fields.strokes.len(),
        person: stored.person_name,
        at: stored.created_at,
    }
}
