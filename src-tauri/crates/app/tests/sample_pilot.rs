//! The sample pilot is made whole, or not at all.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use camino::Utf8PathBuf;
use circletake_app::view::clips::{ClipFilter, ClipSort};
use circletake_app::view::pilot::Scope;
use circletake_app::view::review::QueueRequest;
use circletake_app::{AppError, OpenLibrary};
use circletake_domain::clip_flag::ClipFlag;
use common::surroundings;
use std::sync::Mutex;
use tokio_util::sync::CancellationToken;

#[tokio::test]
async fn the_sample_pilot_is_made_whole_with_its_faults_flagged() {
    let folder = tempfile::tempdir().unwrap();
    let place = Utf8PathBuf::from_path_buf(folder.path().join("sample")).unwrap();
    let heard = Mutex::new(Vec::new());
    let progress =
        |progress: circletake_app::view::import::Progress| heard.lock().unwrap().push((progress.done, progress.total));
    let library = OpenLibrary::create_sample(&place, surroundings(false), &progress, &CancellationToken::new())
        .await
        .unwrap();
    // Whoever is told that all of it is done waits for nothing more.
    let heard = heard.into_inner().unwrap();
    let done = heard.iter().filter(|(done, total)| done == total).count();
    assert!(
        heard.is_sorted() && done == 1 && heard.last().unwrap().0 > 50,
        "{heard:?}"
    );
    let summary = library.summary().await.unwrap();
    assert!(summary.is_sample);
    assert_eq!(summary.generations, 50);
    assert_eq!(summary.current_person.unwrap().name, "Maya Lindqvist");
    assert_eq!(
        library
            .review_queue(&QueueRequest::waiting(Scope::Library))
            .await
            .unwrap()
            .takes
            .len(),
        10
    );
    let filter = ClipFilter {
        flagged: true,
        ..ClipFilter::default()
    };
    let flagged = library.clip_page(&filter, ClipSort::Id, 0, 50).await.unwrap();
    let flags: Vec<_> = flagged
        .rows
        .iter()
        .map(|row| (row.generation_id.as_str(), row.flags.as_slice()))
        .collect();
    let expected: [(&str, &[ClipFlag]); 5] = [
        ("gen_00003", &[ClipFlag::Frozen]),
        ("gen_00007", &[ClipFlag::Black]),
        ("gen_00011", &[ClipFlag::WrongSize]),
        ("gen_00045", &[ClipFlag::WrongSize]),
        ("gen_00047", &[ClipFlag::Frozen]),
    ];
    assert_eq!(flags, expected);
    // It was planned before it ran, and made with a template, so that no desk of the producer's is empty.
    let pilot = library.pilots().await.unwrap().remove(0);
    let plans = library.plans(&pilot.id).await.unwrap();
    assert_eq!((plans.len(), plans[0].attempts_before), (1, 0));
    assert!(
        plans[0].frozen_at.is_some_and(|frozen| frozen > plans[0].created_at),
        "{plans:?}"
    );
    assert!(plans[0].estimate.total_cost.is_some());
    let templates = library.templates().await.unwrap();
    let made_with = templates
        .iter()
        .find(|template| template.name.starts_with("Sample"))
        .unwrap();
    assert_eq!(
        made_with
            .versions
            .iter()
            .map(|version| version.numbers.total)
            .sum::<u32>(),
        50
    );
    assert_eq!(
        made_with.versions.last().unwrap().approved_by.as_deref(),
        Some("Maya Lindqvist")
    );
    assert!(
        library
            .doctor(false, &|_| {}, &CancellationToken::new())
            .await
            .unwrap()
            .healthy
    );
}

#[tokio::test]
async fn a_sample_that_was_cancelled_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let place = Utf8PathBuf::from_path_buf(folder.path().join("sample")).unwrap();
    let cancel = CancellationToken::new();
    let stop = |progress: circletake_app::view::import::Progress| {
        if progress.done == 3 {
            cancel.cancel();
        }
    };
    let refused = OpenLibrary::create_sample(&place, surroundings(false), &stop, &cancel)
        .await
        .err()
        .unwrap();
    assert!(matches!(refused, AppError::Cancelled | AppError::Media(_)), "{refused}");
    assert_eq!(fs_err::read_dir(folder.path()).unwrap().count(), 0);
}
