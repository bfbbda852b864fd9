//! The Clips screen: a page of the grid, its facets, one generation whole.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::clips::{
    ClipDetail, ClipFacets, ClipFilter, ClipPage, ClipRow, ClipSort, ClipThumb, FacetCount, FileState, HoldView,
    MoveView,
};
use circletake_domain::frame::Microseconds;
use circletake_domain::id::GenerationId;
use circletake_store::{
    Facet, FileCondition, FilePlace, GenerationFilter, GridClip, GridRow, GridSort, StoreError, StoredClip, StoredMove,
    TimeKind,
};
use rust_decimal::Decimal;

/// More rows than any screen shows; a page is never larger.
const LARGEST_PAGE: u32 = 1_000;

fn filter(filter: &ClipFilter) -> GenerationFilter {
    GenerationFilter {
        pilot: filter.pilot.clone(),
        briefs: filter.briefs.clone(),
        models: filter.models.clone(),
        statuses: filter.statuses.clone(),
        reasons: filter.reasons.clone(),
        flagged: filter.flagged,
        search: filter.search.clone(),
    }
}

fn sort(sort: ClipSort) -> GridSort {
    match sort {
        ClipSort::Newest => GridSort::Newest,
        ClipSort::Oldest => GridSort::Oldest,
        ClipSort::Id => GridSort::Id,
        ClipSort::Cost => GridSort::Cost,
        ClipSort::Status => GridSort::Status,
    }
}

/// Width over height, times 1000.
pub(crate) fn aspect_permille(width: u32, height: u32) -> u32 {
    let permille = u64::from(width) * 1_000 / u64::from(height.max(1));
    u32::try_from(permille).unwrap_or(u32::MAX)
}

fn thumb(clip: &GridClip) -> ClipThumb {
    ClipThumb {
        clip_key: clip.uid.to_string(),
        version: clip.version,
        aspect_permille: aspect_permille(clip.display_width, clip.display_height),
        duration_ms: u32::try_from(clip.duration_us / 1_000).unwrap_or(u32::MAX),
        strip_tiles: clip.strip_tiles,
        file: match (clip.condition, &clip.place) {
            (FileCondition::Missing, _) => FileState::Missing,
            (FileCondition::Changed, _) => FileState::Changed,
            (FileCondition::Present, FilePlace::Stored(_)) => FileState::Stored,
            (FileCondition::Present, FilePlace::Referenced(_)) => FileState::Referenced,
        },
    }
}

/// The pictures of one clip version.
pub(crate) fn stored_thumb(clip: &StoredClip) -> ClipThumb {
    thumb(&GridClip {
        uid: clip.uid,
        version: clip.version,
        display_width: clip.facts.display_width,
        display_height: clip.facts.display_height,
        duration_us: clip.facts.duration_us.0,
        strip_tiles: clip.strip_tiles,
        place: clip.place.clone(),
        condition: clip.condition,
    })
}

/// A row of the grid, as it crosses to the page.
pub(crate) fn row(row: GridRow) -> ClipRow {
    ClipRow {
        generation_id: row.id,
        brief_id: row.brief,
        model: row.model,
        status: row.status,
        reason: row.reason,
        cost: row.cost.map(|(amount, _)| amount),
        cost_basis: row.cost.map(|(_, basis)| basis),
        clip: row.clip.as_ref().map(thumb),
        flags: row.flags,
        created_at: row.created_at,
    }
}

fn facets(facets: Vec<Facet>) -> Vec<FacetCount> {
    facets
        .into_iter()
        .map(|facet| FacetCount {
            value: facet.value,
            count: facet.count,
        })
        .collect()
}

fn move_view(step: StoredMove) -> MoveView {
    MoveView {
        at: step.at,
        person_id: step.person,
        person_name: step.person_name,
        from: step.from,
        to: step.to,
        reason: step.reasons.first().copied(),
        reasons: step.reasons,
        note: step.note,
        undoes: step.undoes,
    }
}

fn minutes(time: &[(TimeKind, Microseconds)], kind: TimeKind) -> String {
    let spent: i64 = time
        .iter()
        .filter(|(known, _)| *known == kind)
        .map(|(_, spent)| spent.0)
        .sum();
    minutes_of(spent)
}

/// Microseconds as minutes, to six places.
pub(crate) fn minutes_of(microseconds: i64) -> String {
    let minutes = Decimal::from(microseconds)
        .checked_div(Decimal::from(60_000_000))
        .unwrap_or_default();
    minutes
        .round_dp_with_strategy(6, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
        .normalize()
        .to_string()
}

impl OpenLibrary {
    /// A window onto the filtered, sorted list.
    pub async fn clip_page(
        &self,
        wanted: &ClipFilter,
        order: ClipSort,
        offset: u32,
        limit: u32,
    ) -> Result<ClipPage, AppError> {
        let page = self
            .store()
            .grid_page(&filter(wanted), sort(order), offset, limit.min(LARGEST_PAGE))
            .await?;
        Ok(ClipPage {
            total: page.total,
            offset,
            rows: page.rows.into_iter().map(row).collect(),
        })
    }

    /// How many generations carry each value within a filter.
    pub async fn clip_facets(&self, wanted: &ClipFilter) -> Result<ClipFacets, AppError> {
        let found = self.store().facets(&filter(wanted)).await?;
        Ok(ClipFacets {
            briefs: facets(found.briefs),
            models: facets(found.models),
            statuses: facets(found.statuses),
            reasons: facets(found.reasons),
        })
    }

    /// One generation whole.
    pub async fn clip_detail(&self, id: &GenerationId) -> Result<ClipDetail, AppError> {
        let found = self.store().generation(id).await?;
        let hold = self.store().hold_of(id).await?;
        let preview = match &found.clip {
            Some(clip) => self.preview_state_of(clip).await?,
            None => crate::view::clips::PreviewState::None,
        };
        Ok(ClipDetail {
            pilot_id: found.pilot,
            good_part: found.clip.as_ref().and_then(|clip| clip.good_part),
            hold: hold.map(|hold| HoldView {
                person_id: hold.by,
                person_name: hold.name,
                at: hold.at,
            }),
            time: self.time_spent(id).await?,
            facts: found.clip.map(|clip| clip.facts),
            file_name: found.file_name,
            preview,
            brief_goal: Some(found.brief.goal).filter(|goal| !goal.is_empty()),
            must_include: found.brief.must_include,
            must_avoid: found.brief.must_avoid,
            prompt: found.prompt,
            error_message: found.error_message,
            review_minutes: minutes(&found.time, TimeKind::Review),
            editing_minutes: minutes(&found.time, TimeKind::Editing),
            history: self.history(id).await?,
            row: row(found.row),
        })
    }

    /// Every move of a generation, latest first.
    pub async fn history(&self, id: &GenerationId) -> Result<Vec<MoveView>, AppError> {
        let moves = self.store().history(id).await?;
        // Every generation has a first move; none at all means that there is no such generation.
        if moves.is_empty() {
            return Err(AppError::Store(StoreError::NotFound {
                what: "generation",
                id: id.to_string(),
            }));
        }
        Ok(moves.into_iter().map(move_view).collect())
    }
}
