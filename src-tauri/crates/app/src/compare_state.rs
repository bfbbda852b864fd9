//! How takes of a brief were last compared; remembered with the library.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::view::compare::{CompareState, WipeLine};
use circletake_domain::id::BriefId;
use circletake_store::StoreError;

/// More takes than any layout shows.
const MOST_TAKES: usize = 9;
/// Nobody moves takes further against each other than a minute at 60 frames a second.
const FURTHEST_NUDGE: i32 = 3_600;

fn name(brief: &BriefId) -> String {
    format!("compare/{brief}")
}

/// The nearest state that the room can show; the page is believed in nothing.
fn checked(state: &CompareState) -> CompareState {
    let within = |value: f64, least: f64, most: f64, usual: f64| {
        if value.is_finite() {
            value.clamp(least, most)
        } else {
            usual
        }
    };
    let mut takes = state.takes.clone();
    takes.truncate(MOST_TAKES);
    CompareState {
        active: state
            .active
            .min(u32::try_from(takes.len().saturating_sub(1)).unwrap_or(0)),
        layout: [1, 2, 4, 9]
            .into_iter()
            .find(|&layout| layout >= state.layout)
            .unwrap_or(9),
        mode: state.mode,
        pair: state
            .pair
            .clone()
            .filter(|[one, other]| one != other && takes.contains(one) && takes.contains(other)),
        wipe: WipeLine {
            x: within(state.wipe.x, 0.0, 1.0, 0.5),
            y: within(state.wipe.y, 0.0, 1.0, 0.5),
            degrees: within(state.wipe.degrees, -360.0, 360.0, 0.0),
        },
        opacity: within(state.opacity, 0.0, 1.0, 0.5),
        gain: within(state.gain, 1.0, 64.0, 4.0),
        zoom: within(state.zoom, 1.0, 64.0, 1.0),
        pan_x: within(state.pan_x, -64.0, 64.0, 0.0),
        pan_y: within(state.pan_y, -64.0, 64.0, 0.0),
        exposure: within(state.exposure, -8.0, 8.0, 0.0),
        gamma: within(state.gamma, 0.1, 10.0, 1.0),
        nudges: state
            .nudges
            .iter()
            .filter(|(id, _)| takes.contains(id))
            .map(|(id, frames)| (id.clone(), (*frames).clamp(-FURTHEST_NUDGE, FURTHEST_NUDGE)))
            .filter(|(_, frames)| *frames != 0)
            .collect(),
        audible: state.audible.clone().filter(|id| takes.contains(id)),
        takes,
    }
}

impl OpenLibrary {
    /// How takes of a brief were last compared; none where they never were, or where another version wrote it otherwise.
    pub async fn compare_state(&self, brief: &BriefId) -> Result<Option<CompareState>, AppError> {
        match self.store().setting::<CompareState>(&name(brief)).await {
            Ok(state) => Ok(state.as_ref().map(checked)),
            Err(StoreError::Unreadable { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Remembers how takes of a brief are compared; a library that is only read remembers nothing.
    pub async fn keep_compare_state(&self, brief: &BriefId, state: &CompareState) -> Result<(), AppError> {
        if self.store().is_read_only() {
            return Ok(());
        }
        let mut write = self.store().write().await?;
        write.set_setting(&name(brief), &checked(state), self.now()).await?;
        write.commit().await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::compare::CompareMode;
    use circletake_domain::id::GenerationId;
    use std::collections::BTreeMap;

    #[test]
    fn a_state_that_no_room_can_show_becomes_the_nearest_that_one_can() {
        let take = GenerationId::numbered(1);
        let state = checked(&CompareState {
            takes: vec![take.clone()],
            active: 7,
            layout: 3,
            mode: CompareMode::Wipe,
            pair: Some([take.clone(), GenerationId::numbered(2)]),
            wipe: WipeLine {
                x: -2.0,
                y: f64::NAN,
                degrees: 30.0,
            },
            opacity: 4.0,
            gain: 0.0,
            zoom: f64::INFINITY,
            pan_x: 0.0,
            pan_y: 0.0,
            exposure: 99.0,
            gamma: 0.0,
            nudges: BTreeMap::from([(take.clone(), i32::MAX), (GenerationId::numbered(2), 5)]),
            audible: Some(GenerationId::numbered(2)),
        });
        assert_eq!((state.active, state.layout, &state.pair), (0, 4, &None));
        assert_eq!(
            state.wipe,
            WipeLine {
                x: 0.0,
                y: 0.5,
                degrees: 30.0
            }
        );
        assert_eq!(state.nudges, BTreeMap::from([(take, FURTHEST_NUDGE)]));
        assert_eq!(state.audible, None);
        let numbers = [state.opacity, state.gain, state.zoom, state.exposure, state.gamma];
        assert!(
            numbers
                .iter()
                .zip([1.0, 1.0, 1.0, 8.0, 0.1])
                .all(|(one, other): (&f64, f64)| (one - other).abs() < f64::EPSILON),
            "{numbers:?}"
        );
    }
}
