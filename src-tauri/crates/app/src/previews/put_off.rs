//! Clips whose pictures could not be made for a reason outside of them, and which of these are tried again when.

use circletake_domain::id::RecordUid;
use circletake_domain::media_failure::MediaFailure;

/// In the order they were put off.
#[derive(Debug, Default)]
pub(super) struct PutOff {
    clips: Vec<(RecordUid, MediaFailure)>,
    /// The clip that is tried for all that wait for the same.
    tried_for_all: Option<RecordUid>,
}

/// Whether it is the computer that cannot, so that the next clip would most likely fare no better.
fn is_of_the_computer(failure: MediaFailure) -> bool {
    matches!(failure, MediaFailure::DiskError | MediaFailure::WorkerUnavailable)
}

impl PutOff {
    /// Which clips.
    pub fn clips(&self) -> Vec<RecordUid> {
        self.clips.iter().map(|(clip, _)| *clip).collect()
    }
    /// Why a clip was put off.
    pub fn failure(&self, clip: RecordUid) -> Option<MediaFailure> {
        let found = self.clips.iter().find(|(known, _)| *known == clip);
        found.map(|(_, failure)| *failure)
    }
    /// Puts a clip off, behind all others.
    pub fn add(&mut self, clip: RecordUid, failure: MediaFailure) {
        self.clips.retain(|(known, _)| *known != clip);
        self.clips.push((clip, failure));
    }
    /// A clip could be made; where it was tried for all, their turn has come.
    pub fn made(&mut self, clip: RecordUid) {
        if self.tried_for_all == Some(clip) {
            self.take_up_all();
        }
    }
    /// Takes up what costs no more than a look at a file, and the one that waits longest of those that wait for the computer: encoding every
    /// clip again onto a full disk would keep the processor busy for nothing.
    pub fn take_up(&mut self) {
        let mut tried_for_all = None;
        self.clips.retain(|(clip, failure)| {
            let stays = is_of_the_computer(*failure) && tried_for_all.is_some();
            if is_of_the_computer(*failure) {
                tried_for_all.get_or_insert(*clip);
            }
            stays
        });
        self.tried_for_all = tried_for_all;
    }
    /// Takes up everything.
    pub fn take_up_all(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clip(number: u32) -> RecordUid {
        let uid = format!("00000000-0000-0000-0000-{number:012}").parse().map(RecordUid);
        uid.unwrap()
    }

    #[test]
    fn on_a_full_disk_one_clip_after_the_other_is_tried_until_one_can_be_made() {
        let mut put_off = PutOff::default();
        for number in 1..=3 {
            put_off.add(clip(number), MediaFailure::DiskError);
        }
        put_off.take_up();
        assert_eq!(put_off.clips(), [clip(2), clip(3)]);
        put_off.add(clip(1), MediaFailure::DiskError);
        put_off.take_up();
        assert_eq!(put_off.clips(), [clip(3), clip(1)]);
        put_off.made(clip(7));
        assert_eq!(
            put_off.clips(),
            [clip(3), clip(1)],
            "another clip says nothing about these"
        );
        put_off.made(clip(2));
        assert_eq!(put_off.clips(), []);
    }

    #[test]
    fn files_that_may_not_be_opened_are_all_tried_again() {
        let mut put_off = PutOff::default();
        put_off.add(clip(1), MediaFailure::PermissionDenied);
        put_off.add(clip(2), MediaFailure::DiskError);
        put_off.add(clip(3), MediaFailure::PermissionDenied);
        put_off.add(clip(4), MediaFailure::DiskError);
        assert_eq!(put_off.failure(clip(3)), Some(MediaFailure::PermissionDenied));
        put_off.take_up();
        assert_eq!(put_off.clips(), [clip(4)]);
        assert_eq!(put_off.failure(clip(3)), None);
    }
}
