//! How a row is hashed. BLAKE3 over netstrings, as that of a move is: the word `circletake.row.1`, the table, the row's key, and of each column
//! that is not NULL its name and its value, whole numbers in decimal. Row numbers are hashed with the row: the seal is about this file. A column
//! that is NULL is left out, so that a column which a later version adds changes no seal.

use super::records::{RECORDS, Records};
use crate::history::netstrings;
use sqlx::Row;
use sqlx::sqlite::SqliteConnection;
use std::collections::BTreeMap;

const LAYOUT: &str = "circletake.row.1";

/// A table of records as it lies in this database.
#[derive(Debug, Clone)]
pub(crate) struct RecordTable {
    pub(crate) records: Records,
    /// The columns of its key, one or two.
    key: Vec<String>,
    columns: Vec<String>,
}

impl RecordTable {
    /// Every table of records that is there.
    pub(crate) async fn all(connection: &mut SqliteConnection) -> sqlx::Result<Vec<Self>> {
        let rows = sqlx::query(
            "SELECT s.name AS of_table, c.name AS column, c.pk
             FROM sqlite_schema s JOIN pragma_table_info(s.name) c WHERE s.type = 'table' ORDER BY s.name, c.cid",
        )
        .fetch_all(connection)
        .await?;
        let mut columns: BTreeMap<String, Vec<(i64, String)>> = BTreeMap::new();
        for row in rows {
            let column = (row.try_get("pk")?, row.try_get("column")?);
            columns.entry(row.try_get("of_table")?).or_default().push(column);
        }
        let there = RECORDS.into_iter().filter_map(|records| {
            let columns = columns.remove(records.table)?;
            let mut key: Vec<_> = columns.iter().filter(|(place, _)| *place > 0).cloned().collect();
            key.sort();
            let names = |columns: Vec<(i64, String)>| columns.into_iter().map(|(_, name)| name).collect();
            Some(Self {
                records,
                key: names(key),
                columns: names(columns),
            })
        });
        Ok(there.collect())
    }

    pub(crate) fn name(&self) -> &'static str {
        self.records.table
    }

    /// A key as [`RowKey`] writes it.
    pub(crate) fn key_from(&self, written: &str) -> RowKey {
        let two = written.split_once(' ').filter(|_| self.key.len() > 1);
        let (row, part) = two.unwrap_or((written, ""));
        RowKey {
            row: row.to_owned(),
            part: part.to_owned(),
        }
    }

    /// The two parts of a row's key as text, in SQL; the second is empty where the key is one column.
    pub(crate) fn key_of(&self, row: &str) -> (String, String) {
        let part = |column: &String| format!("CAST({row}.{} AS TEXT)", quoted(column));
        let mut parts = self.key.iter().map(part);
        let first = parts.next().unwrap_or_else(|| format!("CAST({row}.rowid AS TEXT)"));
        (first, parts.next().unwrap_or_else(|| "''".to_owned()))
    }

    /// The row `row` that `other.row` and `other.part` name, in SQL.
    pub(crate) fn named_by(&self, row: &str, other: &str) -> String {
        let columns = self.key.iter().zip(["row", "part"]);
        let same = columns.map(|(column, part)| format!("{row}.{} = {other}.{part}", quoted(column)));
        same.collect::<Vec<_>>().join(" AND ")
    }

    /// What of the row is hashed, in SQL: NULL where there is no row.
    pub(crate) fn content(&self, row: &str) -> String {
        let fields = self.columns.iter().map(|column| {
            let name = format!("{}:{column},", column.len()).replace('\'', "''");
            let value = format!("{row}.{}", quoted(column));
            format!("'{name}' || octet_length({value}) || ':' || {value} || ','")
        });
        let (first, _) = self.key_of(row);
        let fields = fields.collect::<Vec<_>>().join(", ");
        format!("CASE WHEN {first} IS NOT NULL THEN concat({fields}) END")
    }

    /// The hash of a row. Its content is bytes: whoever tampers may leave text behind that is none.
    pub(crate) fn hash(&self, key: &RowKey, content: &[u8]) -> blake3::Hash {
        let part = Some(key.part.as_str()).filter(|part| !part.is_empty());
        let mut bytes = netstrings([Some(LAYOUT), Some(self.name()), Some(&key.row), part]);
        bytes.extend_from_slice(content);
        blake3::hash(&bytes)
    }
}

/// Which row of a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RowKey {
    pub(crate) row: String,
    /// The second column of its key, where there are two.
    pub(crate) part: String,
}

impl RowKey {
    /// Out of the columns `row` and `part`.
    pub(crate) fn read(row: &sqlx::sqlite::SqliteRow) -> sqlx::Result<Self> {
        Ok(Self {
            row: row.try_get("row")?,
            part: row.try_get("part")?,
        })
    }
}

impl std::fmt::Display for RowKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.row)?;
        if self.part.is_empty() {
            return Ok(());
        }
        write!(f, " {}", self.part)
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
