//! What sealing costs, both sides in one run: `cargo xtask bench seals`. Here and not beside the other benches, because only in here can
//! a library be had that seals nothing.

use crate::folder::LibraryFolder;
use crate::history::Step;
use crate::imports::ImportKind;
use crate::library::{Library, NewLibrary};
use crate::people::PersonFields;
use camino::Utf8PathBuf;
use circletake_domain::id::{BriefId, GenerationId, PersonId};
use circletake_domain::money::Currency;
use circletake_domain::person::Role;
use circletake_domain::record::LogRecord;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use sqlx::AssertSqlSafe;
use std::time::{Duration, Instant};

const ATTEMPTS: u32 = 100_000;
const DECISIONS: usize = 500;

fn now() -> Timestamp {
    Timestamp::parse("2026-11-20T08:37:00Z").unwrap()
}

struct Measured {
    library: Library,
    person: PersonId,
    _folder: tempfile::TempDir,
}

impl Measured {
    /// A library whose changes are sealed, or one that notes none of them.
    async fn new(sealed: bool) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Utf8PathBuf::from_path_buf(folder.path().join("library")).unwrap();
        let new = NewLibrary {
            name: "Cost".into(),
            currency: Currency::new("USD").unwrap(),
            is_sample: false,
            app_version: "0.1.0".into(),
            created_at: now(),
        };
        let library = Library::create(LibraryFolder::new(place), new).await.unwrap();
        let fields = PersonFields {
            name: "Ada".into(),
            role: Role::Owner,
            hourly_rate: None,
            active: true,
        };
        let mut write = library.write().await.unwrap();
        let person = write.add_person(&fields, now()).await.unwrap().id;
        write.commit().await.unwrap();
        if !sealed {
            let mut writer = library.writer().unwrap().acquire().await.unwrap();
            let triggers: Vec<String> =
                sqlx::query_scalar("SELECT name FROM sqlite_temp_schema WHERE type = 'trigger'")
                    .fetch_all(&mut *writer)
                    .await
                    .unwrap();
            for trigger in triggers {
                let drop = format!("DROP TRIGGER temp.{trigger}");
                sqlx::query(AssertSqlSafe(drop)).execute(&mut *writer).await.unwrap();
            }
        }
        Self {
            library,
            person,
            _folder: folder,
        }
    }

    async fn import(&self) -> Duration {
        let records: Vec<_> = (1..=ATTEMPTS).map(record).collect();
        let begun = Instant::now();
        let mut write = self.library.write().await.unwrap();
        let import = write.begin_import(ImportKind::Log, "a log", now()).await.unwrap();
        for batch in records.chunks(5_000) {
            write.import_log_records(batch, import, now()).await.unwrap();
        }
        write.commit().await.unwrap();
        begun.elapsed()
    }

    async fn decide(&self, number: usize) -> Duration {
        let take = GenerationId::numbered(number as u64);
        let begun = Instant::now();
        let mut write = self.library.write().await.unwrap();
        let keep = [Step::to(Status::ApprovedForEdit)];
        write.decide(&take, &self.person, None, &keep, now()).await.unwrap();
        write.commit().await.unwrap();
        begun.elapsed()
    }
}

fn record(number: u32) -> LogRecord {
    let brief = BriefId::new(&format!("bf_{:03}", number % 50)).unwrap();
    let mut record = LogRecord::new(GenerationId::numbered(u64::from(number)), brief, Status::ReviewPending);
    record.review_minutes = Some("2.5".parse().unwrap());
    record.generation_cost = Some("0.35".parse().unwrap());
    record
}

#[tokio::test]
#[ignore = "measures: cargo xtask bench seals"]
async fn what_sealing_costs_an_import_and_a_decision() {
    let (sealed, unsealed) = (Measured::new(true).await, Measured::new(false).await);
    let (slower, faster) = (sealed.import().await, unsealed.import().await);
    let of_import = slower.as_secs_f64() / faster.as_secs_f64();
    println!("import of {ATTEMPTS}: {slower:?} sealed, {faster:?} unsealed, ratio {of_import:.2}");
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for number in 1..=DECISIONS {
        with.push(sealed.decide(number).await);
        without.push(unsealed.decide(number).await);
    }
    for times in [&mut with, &mut without] {
        times.sort();
    }
    let (middle, late) = (DECISIONS / 2, DECISIONS * 95 / 100);
    println!(
        "a decision, p50 and p95: {:?} and {:?} sealed, {:?} and {:?} unsealed",
        with[middle], with[late], without[middle], without[late]
    );
}
