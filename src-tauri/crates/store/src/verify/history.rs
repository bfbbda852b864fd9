//! The history: every computer's chain, and the statuses that follow from it.

use super::Tampering;
use crate::error::Result;
use crate::history::{CHAIN_START, ChainedMove};
use crate::watched_work::Watcher;
use futures::TryStreamExt;
use sqlx::Row;
use sqlx::sqlite::{SqliteConnection, SqliteRow};
use std::collections::HashMap;

/// How many moves are walked between two looks at whether to stop.
const LOOK_UP_EVERY: u32 = 1_000;

/// The move before, on the same computer.
struct Link {
    device: i64,
    sequence: i64,
    hash: String,
}

/// Walks every computer's chain; how many moves there are, and each that does not fit.
pub(super) async fn walk(moment: &mut SqliteConnection, watcher: Watcher<'_>) -> Result<(u32, Vec<Tampering>)> {
    let mut rows = sqlx::query(
        "SELECT m.device_key, d.uid AS device_uid, d.host, m.sequence, m.uid, g.uid AS generation_uid, g.id AS generation_id,
                m.generation_key, m.decision_uid, m.actor, p.uid AS person_uid, m.person_name, m.at, m.from_status, m.to_status,
                m.reasons, m.note, m.content_hash, u.uid AS undoes_uid, m.previous_hash, m.hash,
                (SELECT group_concat(r.reason, ',' ORDER BY r.place) FROM move_reasons r WHERE r.move_key = m.key) AS listed
         FROM moves m
         LEFT JOIN devices d ON d.key = m.device_key
         LEFT JOIN generations g ON g.key = m.generation_key
         LEFT JOIN people p ON p.key = m.person_key
         LEFT JOIN moves u ON u.key = m.undoes_key
         ORDER BY m.device_key, m.sequence",
    )
    .fetch(moment);
    let mut broken = Vec::new();
    let mut before: Option<Link> = None;
    let mut stands: HashMap<(i64, i64), String> = HashMap::new();
    let mut walked = 0;
    while let Some(row) = rows.try_next().await? {
        walked += 1;
        if walked % LOOK_UP_EVERY == 0 {
            watcher.tell(0, 0, "history")?;
        }
        let link = Link {
            device: row.try_get("device_key")?,
            sequence: row.try_get("sequence")?,
            hash: row.try_get("hash")?,
        };
        let place = (link.device, row.try_get("generation_key")?);
        broken.extend(link_problem(&row, &link, before.as_ref())?);
        broken.extend(gap_in_the_way(&row, stands.get(&place))?);
        stands.insert(place, row.try_get("to_status")?);
        before = Some(link);
    }
    Ok((walked, broken))
}

/// What people call a move.
fn named(row: &SqliteRow) -> Result<String> {
    let host: Option<String> = row.try_get("host")?;
    let generation: Option<String> = row.try_get("generation_id")?;
    let sequence: i64 = row.try_get("sequence")?;
    Ok(format!(
        "move {sequence} written on {}, of {}",
        host.as_deref().unwrap_or("an unknown computer"),
        generation.as_deref().unwrap_or("a generation that is not there")
    ))
}

fn link_problem(row: &SqliteRow, link: &Link, before: Option<&Link>) -> Result<Option<Tampering>> {
    let (previous_sequence, previous_hash) = match before.filter(|before| before.device == link.device) {
        Some(before) => (before.sequence, before.hash.as_str()),
        None => (0, CHAIN_START),
    };
    let uid: String = row.try_get("uid")?;
    let stored_previous: String = row.try_get("previous_hash")?;
    let reasons: Option<String> = row.try_get("reasons")?;
    let listed: Option<String> = row.try_get("listed")?;
    let name = named(row)?;
    let hash = hash_of_row(row, &stored_previous, reasons.as_deref())?;
    Ok(if link.sequence != previous_sequence + 1 {
        let (first, last) = (previous_sequence + 1, link.sequence - 1);
        let which = if first == last {
            format!("Move {first} of this computer is")
        } else {
            format!("Moves {first} to {last} of this computer are")
        };
        let missing = Tampering::new(
            "move_missing",
            "moves",
            uid,
            format!("{which} not there any more, before {name}."),
        );
        Some(
            missing
                .expected(format!("sequence {first}"))
                .found(format!("sequence {}", link.sequence)),
        )
    } else if stored_previous != previous_hash {
        let message = format!("It does not follow from the move before it: {name}.");
        let changed = Tampering::new("move_changed", "moves", uid, message);
        Some(changed.expected(previous_hash).found(stored_previous))
    } else if hash != link.hash {
        let message = format!("A field of it was changed after it was written: {name}.");
        Some(
            Tampering::new("move_changed", "moves", uid, message)
                .expected(&link.hash)
                .found(hash),
        )
    } else if listed != reasons {
        let message = format!("Its list of reasons was changed after it was written: {name}.");
        let changed = Tampering::new("reasons_changed", "move_reasons", uid, message);
        Some(
            changed
                .expected(reasons.unwrap_or_default())
                .found(listed.unwrap_or_default()),
        )
    } else {
        None
    })
}

fn hash_of_row(row: &SqliteRow, previous_hash: &str, reasons: Option<&str>) -> Result<String> {
    // Of a record that is gone nothing is known, and nothing is what then hashes: the move is told as changed.
    let text = |column| row.try_get::<Option<&str>, _>(column);
    Ok(ChainedMove {
        previous_hash,
        device_uid: text("device_uid")?.unwrap_or_default(),
        sequence: row.try_get("sequence")?,
        uid: row.try_get("uid")?,
        generation_uid: text("generation_uid")?.unwrap_or_default(),
        decision_uid: row.try_get("decision_uid")?,
        actor: row.try_get("actor")?,
        person_uid: text("person_uid")?,
        person_name: text("person_name")?,
        at: row.try_get("at")?,
        from_status: text("from_status")?,
        to_status: row.try_get("to_status")?,
        reasons,
        note: text("note")?,
        content_hash: text("content_hash")?,
        undoes_uid: text("undoes_uid")?,
    }
    .hash())
}

/// On one computer, a generation's moves lead from one to the next.
fn gap_in_the_way(row: &SqliteRow, stood: Option<&String>) -> Result<Option<Tampering>> {
    let from: Option<String> = row.try_get("from_status")?;
    Ok(match (stood, from) {
        (Some(stood), Some(from)) if *stood != from => {
            let message = format!(
                "It leads away from `{from}`, but the move before it led to `{stood}`: {}.",
                named(row)?
            );
            let uid: String = row.try_get("uid")?;
            Some(
                Tampering::new("move_changed", "moves", uid, message)
                    .expected(stood)
                    .found(from),
            )
        }
        _ => None,
    })
}

/// Generations that stand elsewhere than their last move leads.
pub(super) async fn statuses(moment: &mut SqliteConnection) -> Result<Vec<Tampering>> {
    let rows = sqlx::query(
        "SELECT * FROM (
             SELECT g.id, g.status, g.reason, m.to_status, m.reasons, m.undoes_key,
                    EXISTS (SELECT 1 FROM imports i WHERE i.kind = 'log' AND i.updated > 0) AS reasons_came_later
             FROM generations g
             LEFT JOIN moves m ON m.key = (SELECT max(l.key) FROM moves l WHERE l.generation_key = g.key))
         WHERE status IS NOT to_status
            OR (undoes_key IS NULL AND NOT reasons_came_later
                AND reason IS NOT CASE WHEN instr(reasons, ',') THEN substr(reasons, 1, instr(reasons, ',') - 1) ELSE reasons END)",
    )
    .fetch_all(moment)
    .await?;
    let mut wrong = Vec::new();
    for row in rows {
        let id: String = row.try_get("id")?;
        let (status, to): (String, Option<String>) = (row.try_get("status")?, row.try_get("to_status")?);
        wrong.push(if to.as_deref() == Some(status.as_str()) {
            let reason: Option<String> = row.try_get("reason")?;
            let reasons: Option<String> = row.try_get("reasons")?;
            let message = format!("The reason of {id} is not the one that its last move gives.");
            Tampering::new("reason_changed", "generations", id, message)
                .expected(reasons.unwrap_or_default())
                .found(reason.unwrap_or_default())
        } else {
            let leads = to.as_deref().unwrap_or("nowhere");
            let message = format!("{id} stands as `{status}`, but its last move leads to `{leads}`.");
            Tampering::new("status_changed", "generations", id, message)
                .expected(leads)
                .found(status)
        });
    }
    Ok(wrong)
}
