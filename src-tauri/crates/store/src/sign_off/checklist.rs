//! A brand's own checklist. A line never changes its words, because answers were given to them: a changed line is a new one.

use crate::error::{Result, StoreError};
use crate::ids::new_uid;
use crate::library::Library;
use crate::row::Columns;
use crate::transaction::WriteTransaction;
use circletake_domain::id::RecordUid;
use circletake_domain::timestamp::Timestamp;
use sqlx::Row;
use sqlx::sqlite::SqliteConnection;

/// The longest line.
const LONGEST: usize = 500;

/// A line of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistItem {
    /// Its identity.
    pub uid: RecordUid,
    /// Whose it is; empty for every brand's.
    pub brand: String,
    /// What is asked.
    pub body: String,
}

/// A line as it is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistLine {
    /// The line it was; `None` for a new one.
    pub uid: Option<RecordUid>,
    /// What is asked.
    pub body: String,
}

/// The lines asked of a brand's clips: every brand's first, then its own.
pub(super) async fn asked_of(connection: &mut SqliteConnection, brand: &str) -> Result<Vec<ChecklistItem>> {
    let rows = sqlx::query(
        "SELECT uid, brand, body FROM checklist_items WHERE retired_at IS NULL AND brand IN ('', ?) ORDER BY brand, place",
    )
    .bind(brand)
    .fetch_all(connection)
    .await?;
    let items = rows.iter().map(|row| {
        Ok(ChecklistItem {
            uid: row.uid("uid")?,
            brand: row.try_get("brand")?,
            body: row.try_get("body")?,
        })
    });
    items.collect()
}

impl Library {
    /// Every brand's checklist, by brand and place.
    pub async fn checklists(&self) -> Result<Vec<ChecklistItem>> {
        let rows = sqlx::query(
            "SELECT uid, brand, body FROM checklist_items INDEXED BY checklist_items_by_brand
             WHERE retired_at IS NULL ORDER BY brand, place",
        )
        .fetch_all(self.readers())
        .await?;
        let items = rows.iter().map(|row| {
            Ok(ChecklistItem {
                uid: row.uid("uid")?,
                brand: row.try_get("brand")?,
                body: row.try_get("body")?,
            })
        });
        items.collect()
    }
}

impl WriteTransaction {
    /// Says a brand's checklist anew, in this order. What is not on it any more is asked no longer; its answers stay.
    pub async fn set_checklist(&mut self, brand: &str, lines: &[ChecklistLine], now: Timestamp) -> Result<()> {
        let brand = brand.trim();
        let mut kept = Vec::with_capacity(lines.len());
        let before = sqlx::query("SELECT uid, body FROM checklist_items WHERE retired_at IS NULL AND brand = ?")
            .bind(brand)
            .fetch_all(self.connection())
            .await?;
        let before: Result<Vec<(RecordUid, String)>> = before
            .iter()
            .map(|row| Ok((row.uid("uid")?, row.try_get("body")?)))
            .collect();
        let before = before?;
        for (place, line) in (0_i64..).zip(lines) {
            let body = checked(&line.body)?;
            let same = before
                .iter()
                .find(|(uid, said)| Some(*uid) == line.uid && *said == body && !kept.contains(uid));
            if let Some((uid, _)) = same {
                kept.push(*uid);
                sqlx::query("UPDATE checklist_items SET place = ? WHERE uid = ?")
                    .bind(place)
                    .bind(uid.to_string())
                    .execute(self.connection())
                    .await?;
            } else {
                sqlx::query("INSERT INTO checklist_items (uid, brand, place, body, created_at) VALUES (?, ?, ?, ?, ?)")
                    .bind(new_uid().to_string())
                    .bind(brand)
                    .bind(place)
                    .bind(body)
                    .bind(now.to_string())
                    .execute(self.connection())
                    .await?;
            }
        }
        for (uid, _) in before.iter().filter(|(uid, _)| !kept.contains(uid)) {
            sqlx::query("UPDATE checklist_items SET retired_at = ? WHERE uid = ?")
                .bind(now.to_string())
                .bind(uid.to_string())
                .execute(self.connection())
                .await?;
        }
        Ok(())
    }
}

fn checked(body: &str) -> Result<&str> {
    let body = body.trim();
    let problem = match body.chars().count() {
        0 => "a line of a checklist asks something".to_owned(),
        count if count > LONGEST => format!("a line of a checklist has at most {LONGEST} characters"),
        _ => return Ok(body),
    };
    Err(StoreError::Invalid {
        field: "checklist",
        problem,
    })
}
