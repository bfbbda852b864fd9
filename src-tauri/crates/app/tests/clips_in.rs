//! Clips come in, are looked at, judged and checked, on real files with real workers.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use camino::{Utf8Path, Utf8PathBuf};
use circletake_app::view::clips::{ClipFilter, ClipSort, ClipThumb, FileState, PreviewState};
use circletake_app::view::pilot::Scope;
use circletake_app::view::review::{Decision, DecisionRequest, QueueRequest};
use circletake_app::{OpenLibrary, OpenMode, Surroundings};
use circletake_domain::media_failure::MediaFailure;
use circletake_domain::person::Role;
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use common::{Sandbox, options, surroundings};
use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Duration;
use tokio_util::sync::CancellationToken;

#[tokio::test]
async fn a_delivery_comes_in_whole_and_every_file_is_accounted_for() {
    let sandbox = Sandbox::new(true).await;
    let delivery = sandbox.delivery();
    let heard = Mutex::new(Vec::new());
    let progress =
        |progress: circletake_app::view::import::Progress| heard.lock().unwrap().push((progress.done, progress.total));
    let report = sandbox
        .library
        .ingest(
            std::slice::from_ref(&delivery),
            &options(false),
            &progress,
            &CancellationToken::new(),
        )
        .await
        .unwrap();
    assert_eq!(
        (report.added, report.duplicates, report.failed.len()),
        (2, 1, 3),
        "{report:?}"
    );
    let codes: Vec<_> = report.failed.iter().map(|failed| failed.error.code.as_str()).collect();
    assert!(codes.contains(&"empty") && codes.contains(&"not_a_video"), "{codes:?}");
    assert_eq!(heard.lock().unwrap().last(), Some(&(6, 6)));
    // The source may go now: the library has its own copy.
    fs_err::remove_dir_all(&delivery).unwrap();
    sandbox.library.previews_done().await;
    let page = sandbox
        .library
        .clip_page(&ClipFilter::default(), ClipSort::Id, 0, 10)
        .await
        .unwrap();
    assert_eq!(page.total, 2);
    for row in &page.rows {
        let clip = row.clip.as_ref().unwrap();
        assert_eq!((row.status, clip.file), (Status::ReviewPending, FileState::Stored));
        assert_eq!(clip.strip_tiles, 20);
        assert!(sandbox.library.poster_file(&clip.clip_key).await.unwrap().is_file());
        assert!(sandbox.library.preview_file(&clip.clip_key).await.unwrap().is_some());
        let detail = sandbox.library.clip_detail(&row.generation_id).await.unwrap();
        let frames = detail.facts.unwrap().frame_count;
        assert!(matches!(detail.preview, PreviewState::Ready { frame_count, .. } if frame_count == frames));
    }
    let again = sandbox
        .library
        .doctor(false, &|_| {}, &CancellationToken::new())
        .await
        .unwrap();
    assert_eq!(again.findings.len(), 0, "{:?}", again.findings);
}

#[tokio::test]
async fn a_referenced_clip_stays_where_it_is_and_its_loss_is_seen() {
    let sandbox = Sandbox::new(false).await;
    let delivery = sandbox.delivery();
    let report = sandbox
        .library
        .ingest(
            &[delivery.join("take 1.mp4")],
            &options(true),
            &|_| {},
            &CancellationToken::new(),
        )
        .await
        .unwrap();
    assert!(report.clips[0].path.ends_with("take 1.mp4"));
    fs_err::write(delivery.join("take 1.mp4"), "another export over it").unwrap();
    let seen = sandbox
        .library
        .doctor(true, &|_| {}, &CancellationToken::new())
        .await
        .unwrap();
    assert!(!seen.healthy);
    assert_eq!(seen.findings[0].code, "changed_file");
    let page = sandbox
        .library
        .clip_page(&ClipFilter::default(), ClipSort::Newest, 0, 10)
        .await
        .unwrap();
    assert_eq!(page.rows[0].clip.as_ref().unwrap().file, FileState::Changed);
}

#[tokio::test]
async fn cancelling_keeps_what_is_in_and_says_so() {
    let sandbox = Sandbox::new(false).await;
    let delivery = sandbox.delivery();
    let cancel = CancellationToken::new();
    let stop = |progress: circletake_app::view::import::Progress| {
        if progress.done == 1 {
            cancel.cancel();
        }
    };
    let report = sandbox
        .library
        .ingest(&[delivery], &options(false), &stop, &cancel)
        .await
        .unwrap();
    assert!(report.cancelled);
    assert!(
        sandbox
            .library
            .doctor(false, &|_| {}, &CancellationToken::new())
            .await
            .unwrap()
            .healthy
    );
}

#[tokio::test]
async fn the_doctor_mends_what_a_crash_leaves_without_deleting_a_clip() {
    let sandbox = Sandbox::new(true).await;
    let delivery = sandbox.delivery();
    sandbox
        .library
        .ingest(
            &[delivery.join("take 1.mp4")],
            &options(false),
            &|_| {},
            &CancellationToken::new(),
        )
        .await
        .unwrap();
    sandbox.library.previews_done().await;
    let page = sandbox
        .library
        .clip_page(&ClipFilter::default(), ClipSort::Newest, 0, 1)
        .await
        .unwrap();
    let clip_key = page.rows[0].clip.as_ref().unwrap().clip_key.clone();
    let library = sandbox.path().join("library");
    fs_err::write(
        library.join("clips/bf_2025_001/gen_00007_v1.mp4"),
        "a clip without a record",
    )
    .unwrap();
    fs_err::write(library.join("clips/bf_2025_001/gen_00008_v1.mp4.part"), "half a copy").unwrap();
    fs_err::remove_file(sandbox.library.poster_file(&clip_key).await.unwrap()).unwrap();
    fs_err::remove_file(sandbox.library.preview_file(&clip_key).await.unwrap().unwrap()).unwrap();
    let only_looking = sandbox
        .library
        .doctor(false, &|_| {}, &CancellationToken::new())
        .await
        .unwrap();
    assert!(!only_looking.healthy);
    let mended = sandbox
        .library
        .doctor(true, &|_| {}, &CancellationToken::new())
        .await
        .unwrap();
    let codes: Vec<_> = mended.findings.iter().map(|finding| finding.code.as_str()).collect();
    assert_eq!(
        codes,
        [
            "file_without_row",
            "unfinished_copy",
            "missing_poster",
            "missing_preview"
        ],
        "{mended:?}"
    );
    assert!(mended.healthy);
    assert!(library.join("set-aside/clips/bf_2025_001/gen_00007_v1.mp4").is_file());
    sandbox.library.previews_done().await;
    assert!(sandbox.library.preview_file(&clip_key).await.unwrap().is_some());
    assert_eq!(
        sandbox
            .library
            .doctor(false, &|_| {}, &CancellationToken::new())
            .await
            .unwrap()
            .findings
            .len(),
        0
    );
}

#[tokio::test]
async fn whatever_of_the_derived_files_is_deleted_is_made_again_when_it_is_asked_for() {
    let sandbox = Sandbox::new(true).await;
    let clip = sandbox.delivery().join("take 1.mp4");
    let cancel = CancellationToken::new();
    sandbox
        .library
        .ingest(&[clip], &options(false), &|_| {}, &cancel)
        .await
        .unwrap();
    sandbox.library.previews_done().await;
    let page = sandbox
        .library
        .clip_page(&ClipFilter::default(), ClipSort::Newest, 0, 1)
        .await
        .unwrap();
    let clip_key = page.rows[0].clip.as_ref().unwrap().clip_key.clone();
    let strip = sandbox.library.strip_file(&clip_key).await.unwrap().unwrap();
    fs_err::remove_dir_all(sandbox.path().join("library/derived")).unwrap();

    assert!(sandbox.library.poster_file(&clip_key).await.unwrap().is_file());
    assert_eq!(sandbox.library.strip_file(&clip_key).await.unwrap(), None);
    assert_eq!(sandbox.library.preview_file(&clip_key).await.unwrap(), None);
    sandbox.library.previews_done().await;
    assert_eq!(
        sandbox.library.strip_file(&clip_key).await.unwrap(),
        Some(strip.clone())
    );
    assert!(strip.is_file());
    assert!(
        sandbox
            .library
            .preview_file(&clip_key)
            .await
            .unwrap()
            .unwrap()
            .is_file()
    );
}

#[tokio::test]
async fn previews_that_were_not_made_are_made_when_the_library_is_opened_again() {
    let sandbox = Sandbox::new(false).await;
    let delivery = sandbox.delivery();
    sandbox
        .library
        .ingest(
            &[delivery.join("take 2.mp4")],
            &options(false),
            &|_| {},
            &CancellationToken::new(),
        )
        .await
        .unwrap();
    sandbox.library.close().await;
    let library = OpenLibrary::open(&sandbox.path().join("library"), OpenMode::Write, surroundings(true))
        .await
        .unwrap();
    library.previews_done().await;
    let page = library
        .clip_page(&ClipFilter::default(), ClipSort::Newest, 0, 1)
        .await
        .unwrap();
    let clip_key = page.rows[0].clip.as_ref().unwrap().clip_key.clone();
    assert!(matches!(
        library.preview_state(&clip_key).await.unwrap(),
        PreviewState::Ready { .. }
    ));
}

/// A library with one clip whose preview is not made yet, closed again: its folder, and the clip's key.
async fn library_with_one_unprepared(sandbox: &Sandbox, reference: bool) -> (Utf8PathBuf, String) {
    let clip = sandbox.delivery().join("take 2.mp4");
    let report = sandbox
        .library
        .ingest(&[clip], &options(reference), &|_| {}, &CancellationToken::new())
        .await
        .unwrap();
    assert_eq!(report.added, 1);
    let clip_key = only_clip(&sandbox.library).await.clip_key;
    sandbox.library.close().await;
    (sandbox.path().join("library"), clip_key)
}

async fn only_clip(library: &OpenLibrary) -> ClipThumb {
    let page = library
        .clip_page(&ClipFilter::default(), ClipSort::Newest, 0, 1)
        .await
        .unwrap();
    page.rows.into_iter().next().unwrap().clip.unwrap()
}

async fn open_to_prepare(folder: &Utf8Path, try_again_after: Duration) -> OpenLibrary {
    let surroundings = Surroundings {
        try_again_after,
        ..surroundings(true)
    };
    OpenLibrary::open(folder, OpenMode::Write, surroundings).await.unwrap()
}

/// Waits for a preview that is made without anybody asking.
async fn comes_by_itself(library: &OpenLibrary, clip_key: &str) {
    let is_ready = async || {
        let state = library.preview_state(clip_key).await.unwrap();
        matches!(state, PreviewState::Ready { .. })
    };
    let comes = async {
        while !is_ready().await {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    tokio::time::timeout(Duration::from_mins(1), comes).await.unwrap();
}

#[tokio::test]
async fn a_preview_that_the_disk_refuses_is_put_off_with_the_reason_and_comes_when_it_gives_in() {
    let sandbox = Sandbox::new(false).await;
    let (folder, clip_key) = library_with_one_unprepared(&sandbox, false).await;
    // Where its pictures belong lies something else: nothing can be written there.
    let pictures = folder.join("derived").join(&clip_key);
    fs_err::remove_dir_all(&pictures).unwrap();
    fs_err::write(&pictures, "in the way").unwrap();

    let patient = open_to_prepare(&folder, Duration::from_hours(1)).await;
    patient.previews_done().await;
    let put_off = PreviewState::PutOff {
        failure: MediaFailure::DiskError,
    };
    assert_eq!(patient.preview_state(&clip_key).await.unwrap(), put_off);
    assert_eq!(patient.clips_in_preparation().await.unwrap(), 0);
    patient.retry_preview(&clip_key).await.unwrap();
    patient.previews_done().await;
    assert_eq!(patient.preview_state(&clip_key).await.unwrap(), put_off);
    fs_err::remove_file(&pictures).unwrap();
    assert_eq!(patient.preview_state(&clip_key).await.unwrap(), put_off);
    patient.close().await;
    fs_err::write(&pictures, "in the way again").unwrap();

    let library = open_to_prepare(&folder, Duration::from_millis(100)).await;
    library.previews_done().await;
    fs_err::remove_file(&pictures).unwrap();
    comes_by_itself(&library, &clip_key).await;
}

#[tokio::test]
async fn a_clip_on_a_drive_that_is_not_connected_is_prepared_when_it_is_back() {
    let sandbox = Sandbox::new(false).await;
    let (folder, clip_key) = library_with_one_unprepared(&sandbox, true).await;
    let (drive, unplugged) = (sandbox.path().join("delivery"), sandbox.path().join("unplugged"));
    fs_err::rename(&drive, &unplugged).unwrap();

    let patient = open_to_prepare(&folder, Duration::from_hours(1)).await;
    patient.previews_done().await;
    assert_eq!(only_clip(&patient).await.file, FileState::Missing);
    assert_eq!(patient.clips_in_preparation().await.unwrap(), 0);
    let refused = patient.retry_preview(&clip_key).await.unwrap_err().problem();
    assert_eq!(refused.code, "file_missing");
    patient.close().await;

    let library = open_to_prepare(&folder, Duration::from_millis(100)).await;
    library.previews_done().await;
    assert_eq!(only_clip(&library).await.file, FileState::Missing);
    fs_err::rename(&unplugged, &drive).unwrap();
    comes_by_itself(&library, &clip_key).await;
    assert_eq!(only_clip(&library).await.file, FileState::Referenced);
}

#[tokio::test]
async fn a_preview_that_failed_is_made_when_it_is_tried_again() {
    let sandbox = Sandbox::new(false).await;
    let (folder, clip_key) = library_with_one_unprepared(&sandbox, true).await;
    let file = sandbox.path().join("delivery/take 2.mp4");
    let whole = fs_err::read(&file).unwrap();
    fs_err::write(&file, vec![0; whole.len()]).unwrap();

    let library = open_to_prepare(&folder, Duration::from_hours(1)).await;
    library.previews_done().await;
    let state = library.preview_state(&clip_key).await.unwrap();
    assert!(matches!(state, PreviewState::Failed { .. }), "{state:?}");
    fs_err::write(&file, whole).unwrap();
    library.retry_preview(&clip_key).await.unwrap();
    library.previews_done().await;
    let state = library.preview_state(&clip_key).await.unwrap();
    assert!(matches!(state, PreviewState::Ready { .. }), "{state:?}");
}

#[tokio::test]
async fn keeping_passes_the_edit_with_no_minute_and_undo_takes_all_of_it_back() {
    let sandbox = Sandbox::new(false).await;
    let delivery = sandbox.delivery();
    let ada = sandbox
        .library
        .add_person("Ada", Role::CreativeDirector, None)
        .await
        .unwrap();
    sandbox
        .library
        .ingest(&[delivery], &options(false), &|_| {}, &CancellationToken::new())
        .await
        .unwrap();
    let queue = sandbox
        .library
        .review_queue(&QueueRequest::waiting(Scope::Library))
        .await
        .unwrap();
    let mut request = DecisionRequest {
        generation_id: queue.takes[0].generation_id.clone(),
        person_id: ada.id.clone(),
        decision: Decision::Keep,
        note: None,
        expected_status: Some(Status::ReviewPending),
        good_part: None,
        minutes: Some("3.5".into()),
    };
    let kept = sandbox.library.decide(&request).await.unwrap();
    assert_eq!(kept.to, Status::BrandReview);
    let detail = sandbox.library.clip_detail(&request.generation_id).await.unwrap();
    assert_eq!(
        (detail.review_minutes.as_str(), detail.editing_minutes.as_str()),
        ("3.5", "0")
    );
    assert_eq!(detail.history.len(), 6);
    // Somebody who still sees it waiting is told.
    request.decision = Decision::Reject {
        reasons: vec![RejectionReason::TooGeneric],
    };
    let conflict = sandbox.library.decide(&request).await.unwrap_err().problem();
    assert_eq!(conflict.code, "status_conflict");
    assert!(conflict.message.contains("Ada"), "{}", conflict.message);
    assert_eq!(sandbox.library.undo(&ada.id).await.unwrap().to, Status::ReviewPending);
    assert_eq!(
        sandbox
            .library
            .review_queue(&QueueRequest::waiting(Scope::Library))
            .await
            .unwrap()
            .takes
            .len(),
        2
    );
}

#[tokio::test]
async fn the_seven_real_clips_come_in_without_a_flag() {
    let Some(clips) = circletake_testkit::real_clips::real_clips() else {
        return;
    };
    let sandbox = Sandbox::new(true).await;
    let paths: Vec<PathBuf> = clips.iter().map(|clip| clip.as_std_path().to_owned()).collect();
    let report = sandbox
        .library
        .ingest(&paths, &options(false), &|_| {}, &CancellationToken::new())
        .await
        .unwrap();
    assert_eq!((report.added, report.failed.len()), (7, 0), "{report:?}");
    sandbox.library.previews_done().await;
    let page = sandbox
        .library
        .clip_page(&ClipFilter::default(), ClipSort::Id, 0, 10)
        .await
        .unwrap();
    for row in page.rows {
        assert_eq!(row.flags, [], "{}", row.generation_id);
        let clip_key = row.clip.unwrap().clip_key;
        assert!(matches!(
            sandbox.library.preview_state(&clip_key).await.unwrap(),
            PreviewState::Ready { .. }
        ));
    }
}
