//! Every column of every row, changed behind the app's back. A table that is neither sealed nor listed here with a reason fails.

use super::{Tampering, rows, seals};
use crate::folder::LibraryFolder;
use crate::library::{Library, NewLibrary};
use crate::seal::RecordTable;
use crate::watched_work::Watcher;
use camino::Utf8PathBuf;
use circletake_domain::money::Currency;
use circletake_domain::timestamp::Timestamp;
use sqlx::{AssertSqlSafe, Row, SqlitePool};
use std::collections::BTreeSet;

/// Sealed in another way: a change of it is named by that.
const SEALED_OTHERWISE: [(&str, &str); 6] = [
    ("moves", "each is hashed into the chain of its computer"),
    ("move_reasons", "each stands in its move, which is hashed"),
    ("gate_answers", "each carries a seal of its own"),
    ("sign_offs", "each carries a seal of its own, and another when it ends"),
    ("seals", "each is hashed into the chain of its computer"),
    ("chain_ends", "each must be the end of its chain"),
];

/// Made again from the records, and held against them.
const HELD_AGAINST_RECORDS: [(&str, &str); 6] = [
    ("attempt_sums", "what the generations come to"),
    ("time_sums", "what the time entries come to"),
    ("length_sums", "what the usable clips come to"),
    ("lot_sums", "what `attempt_sums` comes to"),
    ("standing_sums", "what `attempt_sums` comes to"),
    ("row_seals", "the latest hash of each row, out of the seals"),
];

/// No record: nothing anybody decided, measured or paid rests on it.
const NO_RECORD: [(&str, &str); 8] = [
    ("brief_drafts", "what is being typed, before it is a revision"),
    ("generation_texts", "what a search looks through, made from the records"),
    ("note_texts", "what a search looks through, made from the notes"),
    ("note_texts_config", "SQLite's own, for the search"),
    ("note_texts_data", "SQLite's own, for the search"),
    ("note_texts_docsize", "SQLite's own, for the search"),
    ("note_texts_idx", "SQLite's own, for the search"),
    (
        "_sqlx_migrations",
        "which shape the records have; the shape itself is looked at",
    ),
];

/// A table of records that is empty in a library that was born with seals, and that nobody can add to: all its columns are its key.
const EMPTY: &str = "unsealed";

const UID: &str = "019aa000-0000-7000-8000-000000000000";
const HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";
const AT: &str = "2026-11-20T08:37:00.000000Z";

struct Sandbox {
    library: Library,
    raw: SqlitePool,
    _folder: tempfile::TempDir,
}

impl Sandbox {
    /// A library with a row in every table of records; a raw connection to it that minds no rule.
    async fn full() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Utf8PathBuf::from_path_buf(folder.path().join("library")).unwrap();
        let new = NewLibrary {
            name: "Sealed".into(),
            currency: Currency::new("USD").unwrap(),
            is_sample: false,
            app_version: "0.1.0".into(),
            created_at: Timestamp::parse(AT).unwrap(),
        };
        let library = Library::create(LibraryFolder::new(place), new).await.unwrap();
        let options = sqlx::sqlite::SqliteConnectOptions::new()
            .filename(library.folder().database())
            .foreign_keys(false)
            .pragma("ignore_check_constraints", "on");
        let raw = sqlx::sqlite::SqlitePoolOptions::new().max_connections(1);
        let sandbox = Self {
            raw: raw.connect_with(options).await.unwrap(),
            library,
            _folder: folder,
        };
        sandbox.fill().await;
        let triggers: Vec<String> = sqlx::query_scalar("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
            .fetch_all(&sandbox.raw)
            .await
            .unwrap();
        for trigger in triggers {
            sandbox.run(&format!("DROP TRIGGER {trigger}")).await;
        }
        sandbox
    }

    /// One row, as Circletake would write it, in every table of records that has none yet.
    async fn fill(&self) {
        let mut write = self.library.write().await.unwrap();
        let rows = [
            format!("INSERT INTO settings VALUES ('a setting', '1', '{AT}')"),
            "INSERT INTO counters VALUES ('pilots', 2)".to_owned(),
            format!("INSERT INTO people (key, uid, id, name, role, created_at) VALUES (1, '{UID}', 'pe_0001', 'Ada', 'owner', '{AT}')"),
            format!("INSERT INTO pilots (key, uid, id, name, format, channel, currency, created_at)
                     VALUES (1, '{UID}', 'pl_0001', 'Mugs', 'social_broll', 'reel', 'USD', '{AT}')"),
            format!("INSERT INTO pilot_standards (key, uid, pilot_key, set_at) VALUES (1, '{UID}', 1, '{AT}')"),
            format!("INSERT INTO plans (key, uid, pilot_key, name, body_json, created_at) VALUES (1, '{UID}', 1, 'The first', '{{}}', '{AT}')"),
            format!("INSERT INTO briefs (key, uid, id, pilot_key, current_revision_key, created_at) VALUES (1, '{UID}', 'bf_1', 1, 1, '{AT}')"),
            format!("INSERT INTO brief_revisions (key, uid, brief_key, number, body_json, goal, format, channel, created_at)
                     VALUES (1, '{UID}', 1, 1, '{{}}', 'a mug', 'social_broll', 'reel', '{AT}')"),
            format!("INSERT INTO brief_judges VALUES (1, 1, '{AT}')"),
            format!("INSERT INTO prompts (key, uid, id, version, created_at) VALUES (1, '{UID}', 'pr_1', '1', '{AT}')"),
            format!("INSERT INTO models (key, uid, name, created_at) VALUES (1, '{UID}', 'a model', '{AT}')"),
            format!("INSERT INTO price_entries (key, uid, provider, model, unit, currency, status, source, as_of, origin, created_at)
                     VALUES (1, '{UID}', 'a provider', 'a model', 'clip', 'USD', 'active', 'a page', '2026-11-20', 'person', '{AT}')"),
            format!("INSERT INTO price_entry_withdrawals VALUES (1, 1, '{AT}')"),
            format!("INSERT INTO exchange_rates (key, from_currency, to_currency, rate, as_of, created_at)
                     VALUES (1, 'EUR', 'USD', '1.1', '2026-11-20', '{AT}')"),
            format!("INSERT INTO imports (key, uid, kind, source, started_at) VALUES (1, '{UID}', 'log', 'log.csv', '{AT}')"),
            format!("INSERT INTO generations (key, uid, id, brief_key, brief_revision_key, status, status_rank, status_changed_at, cost_nanos,
                                              cost_basis, current_clip_key, created_at)
                     VALUES (1, '{UID}', 'gen_00001', 1, 1, 'brand_review', 11, '{AT}', 5, 'billed', 1, '{AT}')"),
            format!("INSERT INTO files (key, uid, content_hash, bytes, place, path, original_name, checked_at, created_at)
                     VALUES (1, '{UID}', '{HASH}', 1, 'stored', 'clips/a.mp4', 'a.mp4', '{AT}', '{AT}')"),
            format!("INSERT INTO clip_versions (key, uid, generation_key, version, origin, file_key, facts_json, duration_us, frame_count,
                                                frame_rate, display_width, display_height, created_at)
                     VALUES (1, '{UID}', 1, 1, 'model', 1, '{{}}', 1, 1, '24', 1, 1, '{AT}')"),
            format!("INSERT INTO clip_flags VALUES (1, 'black', NULL, '{AT}')"),
            format!("INSERT INTO good_parts (key, uid, clip_key, decision_uid, person_key, first_frame, last_frame, at)
                     VALUES (1, '{UID}', 1, '{UID}', 1, 0, 0, '{AT}')"),
            format!("INSERT INTO seen_frames VALUES (1, 1, '[]', '{AT}')"),
            format!("INSERT INTO time_entries (key, uid, device_key, generation_key, brief_key, kind, duration_us, source, at)
                     VALUES (1, '{UID}', 1, 1, 1, 'review', 5, 'entered', '{AT}')"),
            format!("INSERT INTO notes (key, uid, clip_key, person_key, first_frame, last_frame, body, created_at)
                     VALUES (1, '{UID}', 1, 1, 0, 0, 'the handle', '{AT}')"),
            format!("INSERT INTO note_revisions (key, note_key, first_frame, last_frame, body, strokes_json, replaced_at)
                     VALUES (1, 1, 0, 0, 'the handl', '[]', '{AT}')"),
            format!("INSERT INTO pair_judgements (key, uid, device_key, brief_key, a_key, b_key, person_key, person_name, answer, blind, at)
                     VALUES (1, '{UID}', 1, 1, 1, 1, 1, 'Ada', 'tie', 0, '{AT}')"),
            format!("INSERT INTO gate_rules VALUES ('brand_fit', '{{}}', '{AT}')"),
            format!("INSERT INTO checklist_items (key, uid, brand, place, body, created_at) VALUES (1, '{UID}', 'Nord', 1, 'the logo', '{AT}')"),
            format!("INSERT INTO gates (key, generation_key, gate, opened_at) VALUES (1, 1, 'brand_fit', '{AT}')"),
            format!("INSERT INTO overhead_costs (key, uid, pilot_key, kind, amount_nanos, basis, at)
                     VALUES (1, '{UID}', 1, 'tooling', 5, 'billed', '{AT}')"),
            format!("INSERT INTO advice_aside (key, uid, pilot_key, advice, figures_json, kept_aside, at)
                     VALUES (1, '{UID}', 1, 'stop', '{{}}', 1, '{AT}')"),
        ];
        // A pair is of two takes; one is enough here.
        sqlx::query("PRAGMA ignore_check_constraints = on")
            .execute(write.connection())
            .await
            .unwrap();
        for row in rows {
            sqlx::query(AssertSqlSafe(row.clone()))
                .execute(write.connection())
                .await
                .unwrap_or_else(|error| panic!("{row}\n{error}"));
        }
        write.commit().await.unwrap();
    }

    async fn run(&self, sql: &str) {
        sqlx::query(AssertSqlSafe(sql.to_owned()))
            .execute(&self.raw)
            .await
            .unwrap_or_else(|error| panic!("{sql}\n{error}"));
    }

    async fn rows(&self) -> Vec<Tampering> {
        let mut moment = self.library.readers().begin().await.unwrap();
        let seals = seals::read(&mut moment).await.unwrap();
        rows::held_against(&mut moment, &seals, Watcher::nobody())
            .await
            .unwrap()
            .tampering
    }

    async fn tables(&self) -> Vec<&'static str> {
        let mut connection = self.library.readers().acquire().await.unwrap();
        let tables = RecordTable::all(&mut connection).await.unwrap();
        tables.iter().map(RecordTable::name).collect()
    }

    /// Does something to a table and looks; then the table is as before.
    async fn found_after(&self, table: &str, sql: &str) -> Vec<Tampering> {
        self.run(&format!("CREATE TEMP TABLE before AS SELECT * FROM {table}"))
            .await;
        self.run(sql).await;
        let found = self.rows().await;
        self.run(&format!("DELETE FROM {table}")).await;
        self.run(&format!("INSERT INTO {table} SELECT * FROM temp.before"))
            .await;
        self.run("DROP TABLE temp.before").await;
        found
    }
}

#[tokio::test]
async fn every_table_is_sealed_or_says_why_not() {
    let sandbox = Sandbox::full().await;
    let there: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    )
    .fetch_all(&sandbox.raw)
    .await
    .unwrap();
    let exempt = [SEALED_OTHERWISE.as_slice(), &HELD_AGAINST_RECORDS, &NO_RECORD].concat();
    let mut known: BTreeSet<&str> = exempt.iter().map(|(name, _)| *name).collect();
    known.extend(sandbox.tables().await);
    let unknown: Vec<_> = there.iter().filter(|name| !known.contains(name.as_str())).collect();
    assert!(
        unknown.is_empty(),
        "neither sealed nor said to be no record: {unknown:?}"
    );
    assert_eq!(there.len(), known.len(), "of tables that are there");
}

#[tokio::test]
async fn a_change_of_any_column_of_any_record_is_named_by_table_and_row() {
    let sandbox = Sandbox::full().await;
    assert_eq!(sandbox.rows().await, []);
    let mut changed = 0;
    for table in sandbox.tables().await {
        let columns = sqlx::query("SELECT name, type FROM pragma_table_info(?) WHERE pk = 0").bind(table);
        for column in columns.fetch_all(&sandbox.raw).await.unwrap() {
            let (column, kind): (String, String) = (column.get("name"), column.get("type"));
            let other = match kind.as_str() {
                "INTEGER" => format!("coalesce({column}, 0) + 1"),
                _ => format!("coalesce({column}, '') || ' '"),
            };
            let sql = format!("UPDATE {table} SET {column} = {other}");
            let found = sandbox.found_after(table, &sql).await;
            let named = found
                .iter()
                .all(|found| (found.code, found.table) == ("row_changed", table));
            assert!(named && !found.is_empty(), "{sql}\n{found:#?}");
            changed += 1;
        }
    }
    assert!(changed > 200, "{changed} columns");
    assert_eq!(sandbox.rows().await, [], "what was put back is as it was");
}

#[tokio::test]
async fn a_record_of_any_table_that_was_deleted_is_named() {
    let sandbox = Sandbox::full().await;
    for table in sandbox.tables().await.into_iter().filter(|table| *table != EMPTY) {
        let found = sandbox.found_after(table, &format!("DELETE FROM {table}")).await;
        let named = found
            .iter()
            .all(|found| (found.code, found.table) == ("row_missing", table));
        assert!(named && !found.is_empty(), "{table}\n{found:#?}");
    }
}
