//! Overhead and compliance, entered by hand.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::dashboard::{CorrectOverhead, NewOverheadRequest, OverheadEntryView, OverheadFor};
use circletake_domain::id::PilotId;
use circletake_store::{NewOverhead, OverheadCorrection, OverheadPlace, StoredOverhead};

/// A word is enough; a contract is not kept here.
const LONGEST_WORDS: usize = 500;

impl OpenLibrary {
    /// What was entered for a pilot, its briefs and its clips, the latest first.
    pub async fn overhead(&self, pilot: &PilotId) -> Result<Vec<OverheadEntryView>, AppError> {
        Ok(self
            .store()
            .overhead_entries(pilot)
            .await?
            .into_iter()
            .map(view)
            .collect())
    }

    /// Enters an overhead cost.
    pub async fn add_overhead(&self, request: &NewOverheadRequest) -> Result<(), AppError> {
        let new = NewOverhead {
            place: place(&request.entered_for),
            kind: request.kind,
            amount: request.amount,
            basis: request.basis,
            what: words("what", request.what.as_deref())?,
            person: request.person_id.clone(),
        };
        let mut write = self.store().write().await?;
        write.add_overhead(&new, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Pilots);
        Ok(())
    }

    /// Puts an entry right; what was said before stays on record.
    pub async fn correct_overhead(&self, request: &CorrectOverhead) -> Result<(), AppError> {
        let correction = OverheadCorrection {
            entry: request.uid,
            amount: request.amount,
            basis: request.basis,
            why: words("why", request.why.as_deref())?,
            person: request.person_id.clone(),
        };
        let mut write = self.store().write().await?;
        write.correct_overhead(&correction, self.now()).await?;
        write.commit().await?;
        self.changed(Change::Pilots);
        Ok(())
    }
}

fn words(field: &'static str, text: Option<&str>) -> Result<Option<String>, AppError> {
    let text = text.map(str::trim).filter(|text| !text.is_empty());
    if text.is_some_and(|text| text.len() > LONGEST_WORDS) {
        return Err(AppError::Invalid {
            field,
            problem: format!("it is longer than {LONGEST_WORDS} characters"),
        });
    }
    Ok(text.map(ToOwned::to_owned))
}

fn place(entered_for: &OverheadFor) -> OverheadPlace {
    match entered_for {
        OverheadFor::Pilot(id) => OverheadPlace::Pilot(id.clone()),
        OverheadFor::Brief(id) => OverheadPlace::Brief(id.clone()),
        OverheadFor::Generation(id) => OverheadPlace::Generation(id.clone()),
    }
}

fn view(entry: StoredOverhead) -> OverheadEntryView {
    OverheadEntryView {
        uid: entry.uid,
        entered_for: match entry.place {
            OverheadPlace::Pilot(id) => OverheadFor::Pilot(id),
            OverheadPlace::Brief(id) => OverheadFor::Brief(id),
            OverheadPlace::Generation(id) => OverheadFor::Generation(id),
        },
        kind: entry.kind,
        amount: entry.amount.to_string(),
        entered: entry.entered.to_string(),
        basis: entry.basis,
        what: entry.what,
        person: entry.person,
        at: entry.at,
        corrections: entry.corrections,
    }
}
