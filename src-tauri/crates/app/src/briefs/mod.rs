//! Briefs: listed, shown, brought in as JSON and handed out again.

mod check;
mod difference;
mod files;
mod writing;

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::change::Change;
use crate::view::pilot::BriefView;
use circletake_domain::brief::{Brief, BriefProblem};
use circletake_domain::id::{BriefId, PilotId};
use circletake_store::{Scope, StoredBrief};

/// What a shown brief says of its attempts: counted anew each time, never kept.
const COUNTED: [&str; 3] = ["generations", "pending", "usable"];

fn view(stored: StoredBrief) -> BriefView {
    BriefView {
        id: stored.brief.brief_id,
        pilot_id: stored.pilot,
        goal: stored.brief.goal,
        format: stored.brief.format,
        channel: stored.brief.channel,
        generations: stored.generations,
        pending: stored.pending,
        usable: stored.usable,
    }
}

impl OpenLibrary {
    /// Every brief, by id.
    pub async fn briefs(&self) -> Result<Vec<BriefView>, AppError> {
        Ok(self
            .store()
            .briefs(&Scope::Library)
            .await?
            .into_iter()
            .map(view)
            .collect())
    }

    /// One brief in a line.
    pub async fn brief(&self, id: &BriefId) -> Result<BriefView, AppError> {
        Ok(view(self.store().brief(id).await?))
    }

    /// One brief whole, as it stands now.
    pub async fn brief_body(&self, id: &BriefId) -> Result<Brief, AppError> {
        Ok(self.store().brief(id).await?.brief)
    }

    /// Brings a brief in. One that is there already gets a new revision; a generation keeps the revision it ran with. A `pilot_id`
    /// beside its fields makes it part of that pilot.
    pub async fn add_brief(&self, json: &serde_json::Value) -> Result<BriefView, AppError> {
        let incoming = Incoming::read(json)?;
        self.put_briefs(std::slice::from_ref(&incoming)).await?;
        self.brief(&incoming.brief.brief_id).await
    }

    /// All of them or none.
    async fn put_briefs(&self, incoming: &[Incoming]) -> Result<(), AppError> {
        let mut write = self.store().write().await?;
        for Incoming { brief, pilot } in incoming {
            if self.store().has_brief(&brief.brief_id).await? {
                write.revise_brief(brief, self.now()).await?;
            } else {
                write.add_brief(brief, self.now()).await?;
            }
            if let Some(pilot) = pilot {
                write.put_brief_in_pilot(&brief.brief_id, pilot).await?;
            }
        }
        write.commit().await?;
        self.changed(Change::Pilots);
        Ok(())
    }

    /// Makes a brief part of a pilot: its attempts, past and to come, count there.
    pub async fn put_brief_in_pilot(&self, brief: &BriefId, pilot: &PilotId) -> Result<BriefView, AppError> {
        let mut write = self.store().write().await?;
        write.put_brief_in_pilot(brief, pilot).await?;
        write.commit().await?;
        self.changed(Change::Pilots);
        self.brief(brief).await
    }
}

/// A brief on its way in.
struct Incoming {
    brief: Brief,
    pilot: Option<PilotId>,
}

impl Incoming {
    fn read(json: &serde_json::Value) -> Result<Self, AppError> {
        let mut brief = Brief::from_json(json).map_err(AppError::Brief)?;
        let pilot = brief.extra.remove("pilot_id").filter(|pilot| !pilot.is_null());
        let pilot = pilot.map(|pilot| pilot_id(&pilot)).transpose()?;
        for counted in COUNTED {
            brief.extra.remove(counted);
        }
        Ok(Self { brief, pilot })
    }
}

fn pilot_id(value: &serde_json::Value) -> Result<PilotId, AppError> {
    let id = value.as_str().and_then(|text| PilotId::new(text).ok());
    id.ok_or_else(|| {
        AppError::Brief(vec![BriefProblem {
            field: "pilot_id".to_owned(),
            found: value.to_string(),
            expected: "the id of a pilot such as pl_0001".to_owned(),
        }])
    })
}
