//! Every schema that was ever released opens in this version, with everything in it.
//!
//! `tests/fixtures/schema-N.db` is a library as version N wrote it. Before a release that changes the schema, write its fixture with
//! `cargo run -p circletake-store --example write-schema-fixture`.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use camino::Utf8PathBuf;
use circletake_domain::id::GenerationId;
use circletake_domain::status::Status;
use circletake_store::{Library, OpenMode, SCHEMA_VERSION, Watcher};
use common::{folder_of, now};

/// The schema since which every row is sealed when it is written.
const ROWS_SEALED_SINCE: i64 = 14;

fn fixtures() -> Utf8PathBuf {
    Utf8PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures"))
}

#[tokio::test]
async fn every_released_schema_opens_with_everything_in_it_and_a_backup_beside_it() {
    let mut opened = 0;
    for entry in fixtures().read_dir_utf8().unwrap() {
        let fixture = entry.unwrap().into_path();
        let version: i64 = fixture
            .file_stem()
            .unwrap()
            .strip_prefix("schema-")
            .unwrap()
            .parse()
            .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let place = folder_of(&folder);
        fs_err::create_dir_all(place.path()).unwrap();
        fs_err::copy(&fixture, place.database()).unwrap();
        let library = Library::open(place.clone(), OpenMode::Write, now()).await.unwrap();
        let take = GenerationId::new("gen_00001").unwrap();
        assert_eq!(
            library.generation(&take).await.unwrap().row.status,
            Status::ApprovedForEdit,
            "{fixture}"
        );
        assert_eq!(library.history(&take).await.unwrap().len(), 4, "{fixture}");
        let verified = library.verify(Watcher::nobody()).await.unwrap();
        // The clip of a fixture has no file.
        let codes: Vec<_> = verified.tampering.iter().map(|found| found.code).collect();
        assert_eq!(codes, ["file_missing"], "{fixture}: {:#?}", verified.tampering);
        assert_eq!(
            verified.as_found.map(|found| found.on),
            (version < ROWS_SEALED_SINCE).then(now),
            "{fixture}"
        );
        assert_eq!(library.people().await.unwrap()[0].name, "Ada", "{fixture}");
        let backups = place.backups().read_dir_utf8().map_or(0, Iterator::count);
        assert_eq!(backups, usize::from(version < SCHEMA_VERSION), "{fixture}");
        opened += 1;
    }
    assert!(opened > 0, "there is no fixture");
    assert!(
        fixtures().join(format!("schema-{SCHEMA_VERSION}.db")).is_file(),
        "the newest schema has no fixture yet"
    );
}
