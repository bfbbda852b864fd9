//! A library on disk: made, opened, locked, backed up, migrated, refused.

mod common;

use circletake_store::{Library, LibraryFolder, OpenMode, SCHEMA_VERSION, StoreError};
use common::{Sandbox, folder_of, new_library, now};

#[tokio::test]
async fn a_new_library_opens_again_with_its_name_and_currency() {
    let sandbox = Sandbox::new().await;
    let info = sandbox.library.info().clone();
    sandbox.library.close().await;
    let library = Library::open(folder_of(&sandbox.folder), OpenMode::Write, now())
        .await
        .unwrap();
    assert_eq!(*library.info(), info);
    assert_eq!((info.name.as_str(), info.currency.as_str()), ("Nord mugs", "USD"));
}

#[tokio::test]
async fn a_folder_with_other_files_in_it_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder_of(&folder);
    fs_err::create_dir_all(library.path()).unwrap();
    fs_err::write(library.path().join("thesis.docx"), "mine").unwrap();
    let refused = Library::create(library.clone(), new_library()).await.unwrap_err();
    assert_eq!(refused.code(), "folder_not_empty");
    assert_eq!(fs_err::read_dir(library.path()).unwrap().count(), 1);
}

#[tokio::test]
async fn what_a_crash_during_creation_leaves_is_no_library_and_does_not_stop_the_next_try() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder_of(&folder);
    fs_err::create_dir_all(library.path()).unwrap();
    fs_err::write(library.path().join("circletake.db.part"), "half a database").unwrap();
    fs_err::write(library.path().join("lock"), "").unwrap();
    let none = Library::open(library.clone(), OpenMode::Write, now())
        .await
        .unwrap_err();
    assert_eq!(none.code(), "not_a_library");
    Library::create(library, new_library()).await.unwrap();
}

#[tokio::test]
async fn the_second_program_is_told_who_writes_and_may_read() {
    let sandbox = Sandbox::new().await;
    let refused = Library::open(folder_of(&sandbox.folder), OpenMode::Write, now())
        .await
        .unwrap_err();
    let StoreError::InUse { holder } = &refused else {
        panic!("{refused}")
    };
    assert_eq!(holder.pid, std::process::id());
    let second = Library::open(folder_of(&sandbox.folder), OpenMode::WriteIfFree, now())
        .await
        .unwrap();
    assert!(second.is_read_only());
    assert_eq!(second.held_by(), Some(holder));
    assert_eq!(second.people().await.unwrap(), []);
    let cannot_write = second.write().await.err().unwrap();
    assert!(
        cannot_write.to_string().contains(&std::process::id().to_string()),
        "{cannot_write}"
    );
    sandbox.library.close().await;
    let third = Library::open(folder_of(&sandbox.folder), OpenMode::WriteIfFree, now())
        .await
        .unwrap();
    assert!(!third.is_read_only());
}

#[tokio::test]
async fn a_newer_library_is_refused_with_both_versions_and_not_touched() {
    let sandbox = Sandbox::new().await;
    let raw = sandbox.raw().await;
    sqlx::query("INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES (99, 'later', 1, x'00', 0)")
        .execute(&raw)
        .await
        .unwrap();
    raw.close().await;
    sandbox.library.close().await;
    for mode in [OpenMode::Write, OpenMode::Read] {
        let refused = Library::open(folder_of(&sandbox.folder), mode, now())
            .await
            .unwrap_err();
        let StoreError::NewerLibrary { found: 99, known } = refused else {
            panic!("{refused}")
        };
        assert_eq!(known, SCHEMA_VERSION);
    }
}

#[tokio::test]
async fn a_strange_file_called_circletake_db_is_no_library() {
    let folder = tempfile::tempdir().unwrap();
    let library = folder_of(&folder);
    fs_err::create_dir_all(library.path()).unwrap();
    fs_err::write(
        library.database(),
        "this is not a database at all, only some words in a file",
    )
    .unwrap();
    for mode in [OpenMode::Write, OpenMode::Read] {
        let refused = Library::open(library.clone(), mode, now()).await.unwrap_err();
        assert_eq!(refused.code(), "not_a_library", "{refused}");
    }
}

#[tokio::test]
async fn a_backup_is_a_whole_database_and_never_overwrites() {
    let sandbox = Sandbox::new().await;
    let take = sandbox.take("bf_2025_001").await;
    let file = sandbox.path().join("copy.db");
    sandbox.library.back_up(&file).await.unwrap();
    assert_eq!(
        sandbox.library.back_up(&file).await.unwrap_err().code(),
        "already_there"
    );
    let restored = LibraryFolder::new(sandbox.path().join("restored"));
    fs_err::create_dir_all(restored.path()).unwrap();
    fs_err::copy(&file, restored.database()).unwrap();
    let library = Library::open(restored, OpenMode::Write, now()).await.unwrap();
    assert_eq!(library.history(&take).await.unwrap().len(), 3);
}
