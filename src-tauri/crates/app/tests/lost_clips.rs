//! A clip whose file is lost, moved or written over, and comes back.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_app::view::clips::{ClipFilter, ClipSort, ClipThumb, FileState};
use circletake_app::view::pilot::Scope;
use circletake_app::{LogImportOptions, LogMapping};
use circletake_domain::id::GenerationId;
use circletake_domain::status::Status;
use common::{Sandbox, options};
use std::path::PathBuf;
use tokio_util::sync::CancellationToken;

/// What brings a lost clip back: the files that are given, and whether they stay where they are.
async fn bring_in(sandbox: &Sandbox, file: PathBuf, reference: bool) -> (u32, u32, u32) {
    let report = sandbox
        .library
        .ingest(&[file], &options(reference), &|_| {}, &CancellationToken::new())
        .await
        .unwrap();
    assert_eq!(report.failed.len(), 0, "{report:?}");
    (report.added, report.duplicates, report.back)
}

async fn only_clip(sandbox: &Sandbox) -> ClipThumb {
    let page = sandbox
        .library
        .clip_page(&ClipFilter::default(), ClipSort::Newest, 0, 10)
        .await
        .unwrap();
    assert_eq!(page.total, 1);
    page.rows[0].clip.clone().unwrap()
}

#[tokio::test]
async fn a_lost_clip_comes_back_when_the_same_file_comes_in_again() {
    let sandbox = Sandbox::new(true).await;
    let (take, folder) = (sandbox.delivery().join("take 1.mp4"), sandbox.path().join("library"));
    assert_eq!(bring_in(&sandbox, take.clone(), false).await, (1, 0, 0));
    sandbox.library.previews_done().await;
    let kept = folder.join("clips/bf_2025_001/gen_00001_v1.mp4");
    let bytes = fs_err::read(&kept).unwrap();

    assert_eq!(
        bring_in(&sandbox, take.clone(), false).await,
        (0, 1, 0),
        "nothing was lost"
    );
    fs_err::remove_file(&kept).unwrap();
    assert_eq!(bring_in(&sandbox, take.clone(), false).await, (0, 1, 1));
    assert_eq!(fs_err::read(&kept).unwrap(), bytes);
    fs_err::write(&kept, "another export over it").unwrap();
    assert_eq!(bring_in(&sandbox, take, false).await, (0, 1, 1));
    assert_eq!(fs_err::read(&kept).unwrap(), bytes);
    let aside = fs_err::read(folder.join("set-aside/clips/bf_2025_001/gen_00001_v1.mp4")).unwrap();
    assert_eq!(aside, b"another export over it", "what lay there is kept");
    assert_eq!(only_clip(&sandbox).await.file, FileState::Stored);
    let verified = sandbox
        .library
        .verify(&|_| {}, &CancellationToken::new())
        .await
        .unwrap();
    assert!(verified.intact, "{verified:?}");
}

#[tokio::test]
async fn a_clip_that_was_moved_is_found_where_it_is_imported_from() {
    let sandbox = Sandbox::new(false).await;
    let delivery = sandbox.delivery();
    let (take, moved) = (delivery.join("take 1.mp4"), delivery.join("moved.mp4"));
    assert_eq!(bring_in(&sandbox, take.clone(), true).await, (1, 0, 0));
    fs_err::rename(&take, &moved).unwrap();
    assert_eq!(bring_in(&sandbox, moved.clone(), true).await, (0, 1, 1));
    assert_eq!(only_clip(&sandbox).await.file, FileState::Referenced);
    let found = sandbox
        .library
        .clip_file(&GenerationId::new("gen_00001").unwrap())
        .await
        .unwrap();
    assert_eq!(found, moved);

    // Another clip under a name that the library knows would leave two records with one place.
    fs_err::copy(delivery.join("take 2.mp4"), &moved).unwrap();
    let refused = sandbox
        .library
        .ingest(&[moved], &options(true), &|_| {}, &CancellationToken::new())
        .await
        .unwrap();
    assert_eq!(refused.failed[0].error.code, "written_over");
    assert_eq!(
        bring_in(&sandbox, delivery.join("more/take 1 again.mp4"), false).await,
        (0, 1, 1)
    );
    assert_eq!(
        only_clip(&sandbox).await.file,
        FileState::Stored,
        "copied in, as it was asked for"
    );
}

#[tokio::test]
async fn a_clip_that_a_log_told_of_joins_its_attempt_and_is_no_second_one() {
    let sandbox = Sandbox::new(false).await;
    let delivery = sandbox.delivery();
    let log = sandbox.path().join("log.csv");
    fs_err::write(
        &log,
        "id,brief_id,status,asset_url\n\
         take_a,bf_2025_001,generated,s3://team/pilot/take%201.mp4\n\
         take_b,bf_2025_001,rejected_quality,https://cdn.example/b.mp4?token=1\n",
    )
    .unwrap();
    let imported = sandbox
        .library
        .import_log(
            &log,
            &LogMapping::default(),
            LogImportOptions::default(),
            &|_| {},
            &CancellationToken::new(),
        )
        .await
        .unwrap();
    assert_eq!(imported.imported, 2);
    let report = sandbox
        .library
        .ingest(
            &[delivery.join("take 1.mp4"), delivery.join("take 2.mp4")],
            &options(false),
            &|_| {},
            &CancellationToken::new(),
        )
        .await
        .unwrap();
    assert_eq!((report.added, report.awaited), (2, 1), "{report:?}");
    assert_eq!(report.clips[0].generation_id.as_str(), "take_a");
    let joined = sandbox
        .library
        .clip_detail(&report.clips[0].generation_id)
        .await
        .unwrap();
    assert_eq!(joined.row.status, Status::ReviewPending, "it can be judged now");
    let numbers = sandbox.library.report(&Scope::Library, None).await.unwrap();
    assert_eq!(numbers.total, 3);
}
