//! The edit step on real files with real workers, and files that change behind the app's back.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use camino::{Utf8Path, Utf8PathBuf};
use circletake_app::view::edit::{AddedVersion, VersionOrigin};
use circletake_app::view::import::IngestOptions;
use circletake_app::view::notes::{NoteDraft, NoteRequest, NoteText};
use circletake_app::view::pilot::Scope;
use circletake_app::view::review::{Decision, DecisionRequest};
use circletake_app::{AppError, OpenLibrary, Surroundings};
use circletake_domain::frame::FrameIndex;
use circletake_domain::frame_range::FrameRange;
use circletake_domain::id::{BriefId, GenerationId, PersonId};
use circletake_domain::money::Currency;
use circletake_domain::note::{NoteCategory, Point, Stroke};
use circletake_domain::person::Role;
use circletake_domain::status::Status;
use circletake_media::still::StillFormat;
use circletake_media::{MediaPool, PoolOptions};
use circletake_testkit::{ClipRecipe, Codec, Container};
use tokio_util::sync::CancellationToken;

struct Sandbox {
    library: OpenLibrary,
    folder: tempfile::TempDir,
    take: GenerationId,
    ada: PersonId,
}

impl Sandbox {
    /// A library with one take, which Ada kept for edit.
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Utf8PathBuf::from_path_buf(folder.path().join("library")).unwrap();
        let media = MediaPool::new(PoolOptions::new(env!("CARGO_BIN_EXE_torture-kill")));
        let surroundings = Surroundings {
            background: false,
            ..Surroundings::new(media)
        };
        let library = OpenLibrary::create(&place, "Test", Currency::new("USD").unwrap(), surroundings)
            .await
            .unwrap();
        let ada = library.add_person("Ada", Role::Owner, None).await.unwrap().id;
        let options = IngestOptions::copies_for(BriefId::new("bf_1").unwrap());
        let source = folder.path().join("take.mp4");
        fs_err::copy(clip(24), &source).unwrap();
        let report = library
            .ingest(&[source], &options, &|_| {}, &CancellationToken::new())
            .await
            .unwrap();
        let take = report.clips[0].generation_id.clone();
        let sandbox = Self {
            library,
            folder,
            take,
            ada,
        };
        sandbox.decide(Decision::KeepForEdit).await;
        sandbox
    }
    async fn decide(&self, decision: Decision) -> Status {
        let request = DecisionRequest {
            generation_id: self.take.clone(),
            person_id: self.ada.clone(),
            decision,
            note: None,
            expected_status: None,
            good_part: None,
            minutes: None,
        };
        self.library.decide(&request).await.unwrap().to
    }
    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> Utf8PathBuf {
        let path = Utf8PathBuf::from_path_buf(self.folder.path().join(name)).unwrap();
        fs_err::write(&path, bytes).unwrap();
        path
    }
    async fn add(&self, file: &Utf8Path, minutes: Option<&str>) -> Result<AddedVersion, AppError> {
        let cancel = CancellationToken::new();
        self.library
            .add_version(&self.take, file.as_std_path(), &self.ada, minutes, &|_| {}, &cancel)
            .await
    }
    fn original(&self) -> Utf8PathBuf {
        let clips = self.folder.path().join("library/clips/bf_1");
        Utf8PathBuf::from_path_buf(clips.join(format!("{}_v1.mp4", self.take))).unwrap()
    }
}

fn clip(frames: u32) -> Utf8PathBuf {
    ClipRecipe::new(Codec::H264, Container::Mp4).frames(frames).make()
}

#[tokio::test]
async fn an_edited_file_becomes_the_next_version_and_the_original_is_untouched() {
    let sandbox = Sandbox::new().await;
    let before = fs_err::read(sandbox.original()).unwrap();
    let edit = sandbox.file("cut.mp4", fs_err::read(clip(18)).unwrap());
    let added = sandbox.add(&edit, Some("12.5")).await.unwrap();
    assert_eq!((added.version, added.status), (2, Status::ApprovedForEdit));
    assert!(!added.sign_off_voided && added.path.ends_with("_v2.mp4"), "{added:?}");
    assert_eq!(fs_err::read(sandbox.original()).unwrap(), before);
    let versions = sandbox.library.clip_versions(&sandbox.take).await.unwrap();
    let told: Vec<_> = versions
        .iter()
        .map(|one| (one.clip.version, one.origin, one.parent, one.current))
        .collect();
    assert_eq!(
        told,
        [
            (2, VersionOrigin::Edit, Some(1), true),
            (1, VersionOrigin::Model, None, false)
        ]
    );
    assert_eq!(
        (versions[0].made_by.as_deref(), versions[0].file_name.as_str()),
        (Some("Ada"), "cut.mp4")
    );
    assert!(sandbox.library.poster_file(&added.clip_key).await.unwrap().is_file());
    let detail = sandbox.library.clip_detail(&sandbox.take).await.unwrap();
    assert_eq!(
        (detail.editing_minutes.as_str(), detail.facts.unwrap().frame_count),
        ("12.5", 18)
    );
    // Done: through `edited`, with the minutes, to brand review.
    assert_eq!(sandbox.library.edit_queue(&Scope::Library).await.unwrap().len(), 1);
    assert_eq!(sandbox.decide(Decision::Keep).await, Status::BrandReview);
    assert_eq!(sandbox.library.edit_queue(&Scope::Library).await.unwrap().len(), 0);
    let verified = sandbox
        .library
        .verify(&|_| {}, &CancellationToken::new())
        .await
        .unwrap();
    assert!(verified.intact, "{verified:?}");
}

#[tokio::test]
async fn what_is_no_edit_is_refused_with_its_reason_and_leaves_nothing_behind() {
    let sandbox = Sandbox::new().await;
    let same = sandbox.file("same.mp4", fs_err::read(sandbox.original()).unwrap());
    let refused = sandbox.add(&same, None).await.unwrap_err().problem();
    assert_eq!(refused.code, "same_bytes");
    assert!(refused.message.contains("version 1 of"), "{refused:?}");
    let words = sandbox.file("notes.mp4", "these are words, not frames");
    assert_eq!(
        sandbox.add(&words, None).await.unwrap_err().problem().code,
        "not_a_video"
    );
    let empty = sandbox.file("empty.mp4", "");
    assert_eq!(sandbox.add(&empty, None).await.unwrap_err().problem().code, "empty");
    let edit = sandbox.file("cut.mp4", fs_err::read(clip(18)).unwrap());
    assert_eq!(
        sandbox.add(&edit, Some("soon")).await.unwrap_err().problem().code,
        "invalid"
    );
    assert_eq!(sandbox.library.clip_versions(&sandbox.take).await.unwrap().len(), 1);
    let clips = sandbox.original().parent().unwrap().read_dir_utf8().unwrap().count();
    assert_eq!(clips, 1, "nothing was copied");
}

#[tokio::test]
async fn a_clip_that_a_bare_move_left_at_edited_waits_at_the_desk_to_be_handed_over() {
    let sandbox = Sandbox::new().await;
    let edited = Decision::MoveTo {
        status: Status::Edited,
        reasons: Vec::new(),
    };
    assert_eq!(sandbox.decide(edited).await, Status::Edited);
    let queue = sandbox.library.edit_queue(&Scope::Library).await.unwrap();
    let told: Vec<_> = queue.iter().map(|item| (item.status, item.sent_back)).collect();
    assert_eq!(told, [(Status::Edited, false)]);
    assert_eq!(sandbox.decide(Decision::Keep).await, Status::BrandReview);
    assert!(sandbox.library.edit_queue(&Scope::Library).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_take_that_nobody_kept_gets_no_edit() {
    let sandbox = Sandbox::new().await;
    sandbox.library.undo(&sandbox.ada).await.unwrap();
    let edit = sandbox.file("cut.mp4", fs_err::read(clip(18)).unwrap());
    let refused = sandbox.add(&edit, None).await.unwrap_err().problem();
    assert_eq!(refused.code, "not_in_edit");
    assert!(refused.message.contains("review_pending"), "{refused:?}");
}

fn drawn(first: u32, last: u32, body: &str) -> NoteText {
    NoteText {
        range: FrameRange::new(FrameIndex(first), FrameIndex(last)).unwrap(),
        category: Some(NoteCategory::Artifact),
        body: body.to_owned(),
        strokes: vec![Stroke::Box {
            from: Point { x: 0.25, y: 0.25 },
            to: Point { x: 0.5, y: 0.75 },
        }],
    }
}

#[tokio::test]
async fn strokes_of_the_version_before_are_carried_over_once_and_end_with_the_shorter_cut() {
    let sandbox = Sandbox::new().await;
    for text in [drawn(3, 5, "the handle melts"), drawn(16, 23, "flickers")] {
        let request = NoteRequest {
            generation_id: sandbox.take.clone(),
            clip_key: None,
            person_id: sandbox.ada.clone(),
            text,
        };
        sandbox.library.add_note(&request).await.unwrap();
    }
    let edit = sandbox.file("cut.mp4", fs_err::read(clip(18)).unwrap());
    let added = sandbox.add(&edit, None).await.unwrap();
    sandbox
        .library
        .carry_notes_over(&sandbox.take, &sandbox.ada)
        .await
        .unwrap();
    let notes = sandbox
        .library
        .carry_notes_over(&sandbox.take, &sandbox.ada)
        .await
        .unwrap();
    assert_eq!(notes.len(), 4, "asked twice, carried once");
    let (carried, before): (Vec<_>, Vec<_>) = notes.iter().partition(|note| note.version == 2);
    assert_eq!(
        carried.iter().map(|note| note.carried_from).collect::<Vec<_>>(),
        before.iter().map(|note| Some(note.key)).collect::<Vec<_>>()
    );
    assert_eq!(
        carried.iter().map(|note| &note.text).collect::<Vec<_>>(),
        [&drawn(3, 5, "the handle melts"), &drawn(16, 17, "flickers")]
    );
    assert!(carried.iter().all(|note| note.clip_key.to_string() == added.clip_key));
    assert_eq!(
        before[1].text,
        drawn(16, 23, "flickers"),
        "the first version keeps its own"
    );
}

#[tokio::test]
async fn a_note_that_was_not_sent_is_there_again_for_the_one_who_began_it() {
    let sandbox = Sandbox::new().await;
    let begun = |body: &str| NoteDraft {
        generation_id: sandbox.take.clone(),
        changes: None,
        text: drawn(3, 5, body),
    };
    let library = &sandbox.library;
    assert_eq!(library.note_drafts(&sandbox.ada).await.unwrap(), []);
    library
        .keep_note_drafts(&sandbox.ada, &[begun("the han")])
        .await
        .unwrap();
    library
        .keep_note_drafts(&sandbox.ada, &[begun("the handle")])
        .await
        .unwrap();
    assert_eq!(library.note_drafts(&sandbox.ada).await.unwrap(), [begun("the handle")]);
    let ben = library.add_person("Ben", Role::Owner, None).await.unwrap().id;
    assert_eq!(library.note_drafts(&ben).await.unwrap(), []);
    library.keep_note_drafts(&sandbox.ada, &[]).await.unwrap();
    assert_eq!(library.note_drafts(&sandbox.ada).await.unwrap(), []);
}

async fn still(sandbox: &Sandbox, key: &str) -> Result<(), AppError> {
    let cancel = CancellationToken::new();
    let still = sandbox
        .library
        .still(key, FrameIndex(3), StillFormat::Jpeg, &cancel)
        .await;
    still.map(|_| ())
}

#[tokio::test]
async fn a_file_that_disappears_or_changes_while_it_is_on_screen_is_noticed_told_and_forgiven() {
    use circletake_app::view::clips::FileState;
    let sandbox = Sandbox::new().await;
    let key = sandbox.library.clip_versions(&sandbox.take).await.unwrap()[0]
        .clip
        .clip_key
        .clone();
    let state = async || {
        sandbox
            .library
            .clip_detail(&sandbox.take)
            .await
            .unwrap()
            .row
            .clip
            .unwrap()
            .file
    };
    let bytes = fs_err::read(sandbox.original()).unwrap();
    still(&sandbox, &key).await.unwrap();
    let mut changes = sandbox.library.changes();

    fs_err::remove_file(sandbox.original()).unwrap();
    let refused = still(&sandbox, &key).await.unwrap_err().problem();
    assert_eq!(refused.code, "file_missing");
    assert!(refused.message.contains(sandbox.take.as_str()), "{refused:?}");
    assert_eq!(state().await, FileState::Missing);
    assert!(changes.try_recv().is_ok(), "the page was told");

    // Another clip under its name is not shown as if it were this one.
    fs_err::copy(clip(18), sandbox.original()).unwrap();
    assert_eq!(still(&sandbox, &key).await.unwrap_err().problem().code, "file_changed");
    assert_eq!(state().await, FileState::Changed);

    fs_err::write(sandbox.original(), &bytes).unwrap();
    still(&sandbox, &key).await.unwrap();
    assert_eq!(state().await, FileState::Stored);
    let history = sandbox.library.history(&sandbox.take).await.unwrap();
    assert_eq!(history[0].to, Status::ApprovedForEdit, "no decision was lost");
}
