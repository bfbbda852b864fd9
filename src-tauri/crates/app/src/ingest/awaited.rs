//! Attempts that a log told of without bringing their clips: the address was on another machine. A file that comes in later under the name
//! that the log gave it, or under the attempt's own, is that clip and no second attempt.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use circletake_domain::id::{BriefId, GenerationId};
use circletake_domain::status::Status;
use percent_encoding::percent_decode_str;
use std::collections::HashMap;
use std::path::Path;

/// An attempt whose clip is not here yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AwaitedClip {
    pub(super) id: GenerationId,
    status: Status,
}

impl AwaitedClip {
    /// The moves that the arrival of its clip makes; none where the log says what became of it.
    pub(super) fn on_to_review(&self) -> &'static [Status] {
        match self.status {
            Status::GenerationStarted => &[Status::Generated, Status::ReviewPending],
            Status::Generated => &[Status::ReviewPending],
            _ => &[],
        }
    }
}

/// The attempts of a brief that wait for their clips, by what the file may be called. A name that two of them have is nobody's.
#[derive(Debug, Default)]
pub(super) struct AwaitedClips {
    by_name: HashMap<String, Option<AwaitedClip>>,
}

impl AwaitedClips {
    pub(super) fn by(&self, path: &Path) -> Option<&AwaitedClip> {
        let name = path.file_name()?.to_str()?;
        let stem = path.file_stem()?.to_str()?;
        [name, stem]
            .into_iter()
            .find_map(|name| self.by_name.get(name)?.as_ref())
    }

    fn add(&mut self, name: String, attempt: &AwaitedClip) {
        self.by_name
            .entry(name)
            .and_modify(|known| {
                if known.as_ref() != Some(attempt) {
                    *known = None;
                }
            })
            .or_insert_with(|| Some(attempt.clone()));
    }
}

impl OpenLibrary {
    pub(super) async fn awaited_clips(&self, brief: &BriefId) -> Result<AwaitedClips, AppError> {
        let mut awaited = AwaitedClips::default();
        for found in self.store().attempts_without_clip(brief).await? {
            let attempt = AwaitedClip {
                id: found.id,
                status: found.status,
            };
            awaited.add(attempt.id.to_string(), &attempt);
            if let Some(name) = found.asset_url.as_deref().and_then(file_name_of) {
                awaited.add(name, &attempt);
            }
        }
        Ok(awaited)
    }
}

/// The last part of an address or a path, without what a server is asked beside it.
fn file_name_of(address: &str) -> Option<String> {
    let path = address.split(['?', '#']).next()?;
    let last = path.rsplit(['/', '\\']).next().filter(|last| !last.is_empty())?;
    Some(percent_decode_str(last).decode_utf8().ok()?.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempt(number: u64) -> AwaitedClip {
        AwaitedClip {
            id: GenerationId::numbered(number),
            status: Status::Generated,
        }
    }

    #[test]
    fn a_file_is_known_by_the_end_of_its_address() {
        for (address, name) in [
            ("s3://team/pilot/take%2001.mp4", Some("take 01.mp4")),
            ("https://cdn.example/a/b.mp4?token=1#t=2", Some("b.mp4")),
            ("C:\\clips\\c.mov", Some("c.mov")),
            ("https://cdn.example/", None),
            ("", None),
        ] {
            assert_eq!(file_name_of(address).as_deref(), name, "{address}");
        }
    }

    #[test]
    fn a_name_that_two_attempts_have_is_nobodys() {
        let mut awaited = AwaitedClips::default();
        awaited.add("output.mp4".to_owned(), &attempt(1));
        awaited.add("output.mp4".to_owned(), &attempt(2));
        awaited.add("take.mp4".to_owned(), &attempt(2));
        awaited.add("gen_00002".to_owned(), &attempt(2));
        assert_eq!(awaited.by(Path::new("in/output.mp4")), None);
        assert_eq!(awaited.by(Path::new("in/take.mp4")), Some(&attempt(2)));
        assert_eq!(awaited.by(Path::new("in/gen_00002.webm")), Some(&attempt(2)));
    }
}
