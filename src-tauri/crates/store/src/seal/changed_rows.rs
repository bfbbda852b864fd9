//! Which rows a transaction changed, and their seals.
//!
//! Triggers of the writing connection alone note each row with what it held before the transaction touched it; they are temporary, so that
//! nobody finds them in the file, and whatever is written without them fits no seal. Just before the transaction is committed the noted rows
//! are hashed and sealed. A row that was not as its seal says when the transaction came to it was changed outside Circletake: that is written
//! into the new seal, and stays named though the row fits its seal from then on.

use super::ROWS;
use super::record_table::{RecordTable, RowKey};
use super::row_list::SealedRows;
use crate::error::Result;
use crate::ids::new_uid;
use crate::transaction::WriteTransaction;
use circletake_domain::timestamp::Timestamp;
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use sqlx::{AssertSqlSafe, QueryBuilder, Row};

/// Rows after which a seal is full. It may hold nearly twice as many: well below SQLite's 32,766 parameters of a statement at 4 a row.
const ROWS_PER_SEAL: usize = 2_000;

/// Has a connection note every row that it changes from now on.
pub(crate) async fn watch(connection: &mut SqliteConnection) -> sqlx::Result<()> {
    sqlx::query(
        "CREATE TEMP TABLE changed_rows (
             of_table TEXT NOT NULL, row TEXT NOT NULL, part TEXT NOT NULL, before TEXT, PRIMARY KEY (of_table, row, part)
         ) STRICT, WITHOUT ROWID",
    )
    .execute(&mut *connection)
    .await?;
    for table in RecordTable::all(connection).await? {
        for trigger in triggers(&table) {
            // Names come from the database's own schema, quoted.
            sqlx::query(AssertSqlSafe(trigger))
                .persistent(false)
                .execute(&mut *connection)
                .await?;
        }
    }
    Ok(())
}

fn triggers(table: &RecordTable) -> [String; 3] {
    let name = table.name();
    let (new, new_part) = table.key_of("new");
    let (old, old_part) = table.key_of("old");
    let before = table.content("old");
    let noted = format!("SELECT 1 FROM changed_rows WHERE of_table = '{name}' AND row = {old} AND part = {old_part}");
    let leaves = |event: &str| {
        format!(
            "CREATE TEMP TRIGGER {name}_note_{event} AFTER {event} ON main.{name} WHEN NOT EXISTS ({noted})
             BEGIN INSERT INTO changed_rows VALUES ('{name}', {old}, {old_part}, {before}); END"
        )
    };
    [
        format!(
            "CREATE TEMP TRIGGER {name}_note_insert AFTER INSERT ON main.{name}
             BEGIN INSERT INTO changed_rows VALUES ('{name}', {new}, {new_part}, NULL) ON CONFLICT DO NOTHING; END"
        ),
        leaves("update"),
        leaves("delete"),
    ]
}

/// A row that was noted.
struct ChangedRow {
    of_table: &'static str,
    key: RowKey,
    /// The hash of what it held before the transaction; `None` where it was not there.
    before: Option<blake3::Hash>,
    /// The hash of what it holds now; `None` where it is gone.
    after: Option<blake3::Hash>,
    /// The hash that it was sealed with last.
    sealed: Option<Vec<u8>>,
}

impl ChangedRow {
    fn read(table: &RecordTable, row: &SqliteRow) -> Result<Self> {
        let key = RowKey::read(row)?;
        let hash = |content: Option<&[u8]>| content.map(|content| table.hash(&key, content));
        Ok(Self {
            before: hash(row.try_get("before")?),
            after: hash(row.try_get("after")?),
            sealed: row.try_get("hash")?,
            of_table: table.name(),
            key,
        })
    }
    fn was_as_sealed(&self) -> bool {
        self.sealed.as_deref() == self.before.as_ref().map(|hash| hash.as_bytes().as_slice())
    }
}

impl WriteTransaction {
    /// Seals every row that this transaction changed.
    pub(crate) async fn seal_changed_rows(&mut self) -> Result<()> {
        self.seal_noted_rows(None).await
    }

    /// Whether this library's rows were ever sealed.
    pub(crate) async fn rows_were_sealed(&mut self) -> Result<bool> {
        let sealed = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM seals WHERE sealed = 'rows')");
        Ok(sealed.fetch_one(self.connection()).await?)
    }

    /// Seals every row there is, for the first time; `found_on` is when, where they were there before rows were sealed.
    pub(crate) async fn seal_every_row(&mut self, found_on: Option<Timestamp>) -> Result<()> {
        sqlx::query("DELETE FROM temp.changed_rows")
            .execute(self.connection())
            .await?;
        for table in self.record_tables.clone().iter() {
            let (name, (row, part)) = (table.name(), table.key_of("t"));
            let note = format!("INSERT INTO temp.changed_rows SELECT '{name}', {row}, {part}, NULL FROM {name} t");
            sqlx::query(AssertSqlSafe(note)).execute(self.connection()).await?;
        }
        self.seal_noted_rows(found_on).await
    }

    async fn seal_noted_rows(&mut self, found_on: Option<Timestamp>) -> Result<()> {
        let noted: Vec<String> = sqlx::query_scalar("SELECT DISTINCT of_table FROM temp.changed_rows")
            .fetch_all(self.connection())
            .await?;
        if noted.is_empty() {
            return Ok(());
        }
        let mut changed = Vec::new();
        let tables = self.record_tables.clone();
        for table in tables
            .iter()
            .filter(|table| noted.iter().any(|name| name == table.name()))
        {
            loop {
                let rows = self.noted_rows(table).await?;
                let whole_page = rows.len() == ROWS_PER_SEAL;
                if let (true, Some(last)) = (whole_page, rows.last()) {
                    self.forget_noted_to(table, &last.key).await?;
                }
                changed.extend(rows.into_iter().filter(|row| row.before != row.after));
                if changed.len() >= ROWS_PER_SEAL {
                    self.seal_rows(&changed, found_on).await?;
                    changed.clear();
                }
                if !whole_page {
                    break;
                }
            }
        }
        self.seal_rows(&changed, found_on).await?;
        sqlx::query("DELETE FROM temp.changed_rows")
            .execute(self.connection())
            .await?;
        Ok(())
    }

    /// The first noted rows of a table, as they were, are, and were sealed.
    async fn noted_rows(&mut self, table: &RecordTable) -> Result<Vec<ChangedRow>> {
        let (name, content) = (table.name(), table.content("t"));
        let select = format!(
            "SELECT n.row, n.part, n.before, {content} AS after, s.hash
             FROM temp.changed_rows n LEFT JOIN {name} t ON {}
             LEFT JOIN row_seals s ON s.of_table = n.of_table AND s.row = n.row AND s.part = n.part
             WHERE n.of_table = '{name}' ORDER BY n.row, n.part LIMIT {ROWS_PER_SEAL}",
            table.named_by("t", "n")
        );
        let rows = sqlx::query(AssertSqlSafe(select)).fetch_all(self.connection()).await?;
        rows.iter().map(|row| ChangedRow::read(table, row)).collect()
    }

    async fn forget_noted_to(&mut self, table: &RecordTable, last: &RowKey) -> Result<()> {
        sqlx::query("DELETE FROM temp.changed_rows WHERE of_table = ? AND (row, part) <= (?, ?)")
            .bind(table.name())
            .bind(&last.row)
            .bind(&last.part)
            .execute(self.connection())
            .await?;
        Ok(())
    }

    /// One seal for all of these rows, and the hash of each beside it.
    async fn seal_rows(&mut self, rows: &[ChangedRow], found_on: Option<Timestamp>) -> Result<()> {
        if rows.is_empty() {
            return Ok(());
        }
        let mut insert = QueryBuilder::new("INSERT INTO row_seals (of_table, row, part, hash) ");
        insert.push_values(rows, |mut values, row| {
            values
                .push_bind(row.of_table)
                .push_bind(&row.key.row)
                .push_bind(&row.key.part)
                .push_bind(row.after.map(|hash| hash.as_bytes().to_vec()));
        });
        insert.push(" ON CONFLICT DO UPDATE SET hash = excluded.hash");
        // How many rows there are differs from one to the next: only of a whole page is the statement worth keeping.
        let kept = rows.len() == ROWS_PER_SEAL;
        insert.build().persistent(kept).execute(self.connection()).await?;
        let mut sealed = SealedRows::new(found_on);
        for row in rows {
            sealed.add(row.of_table, &row.key, row.after, row.was_as_sealed());
        }
        let listed = sealed.to_json()?;
        let hash = blake3::hash(listed.as_bytes()).to_hex();
        self.append_seal(ROWS, &new_uid().to_string(), &hash, Some(&listed))
            .await
    }
}
