//! Proof that a preview is what review relies on; one that is not is thrown away.

use super::fingerprint::Fingerprint;
use crate::clip_reader::ClipReader;
use crate::fault::Fault;
use crate::ffi::{Stop, Threads};
use circletake_domain::frame::{FrameRate, Microseconds};
use circletake_domain::media_failure::MediaFailure;
use std::path::Path;

/// Reads the preview back: as many frames as the original, at a constant rate, from 0 on, and each frame the picture it should be.
pub(super) fn verify(path: &Path, expected: &[Fingerprint], rate: FrameRate, stop: &Stop) -> Result<(), Fault> {
    let mut reader = ClipReader::open(path, Threads::One, stop)?;
    let table = reader.presentation().table();
    if table.starts.len() != expected.len() {
        return Err(rejected(&format!(
            "{} frames instead of {}",
            table.starts.len(),
            expected.len()
        )));
    }
    // A single frame has no rate.
    if expected.len() > 1 && (table.variable || table.rate != rate) {
        return Err(rejected(&format!("a rate of {} instead of {rate}", table.rate)));
    }
    if table.starts.first() != Some(&Microseconds(0)) {
        return Err(rejected(&format!("a start at {:?}", table.starts.first())));
    }
    for (place, index) in (0..expected.len()).zip(0_u32..) {
        let found = Fingerprint::of(&*reader.frame(index)?);
        if !is_in_its_place(&found, expected, place) {
            return Err(rejected(&format!("another picture at frame {index}")));
        }
    }
    Ok(())
}

/// Whether this is the picture of its place: nearly equal to it or, where compression changed it more (noise, tiny pictures), at least not
/// nearer to a neighbour's.
fn is_in_its_place(found: &Fingerprint, expected: &[Fingerprint], place: usize) -> bool {
    let Some(own) = expected.get(place) else { return false };
    let neighbours = place.saturating_sub(2)..(place + 3).min(expected.len());
    found.matches(own)
        || expected
            .get(neighbours)
            .is_some_and(|near| near.iter().all(|other| found.distance(own) <= found.distance(other)))
}

fn rejected(why: &str) -> Fault {
    Fault::new(MediaFailure::Damaged, format!("the preview was rejected: {why}"))
}
