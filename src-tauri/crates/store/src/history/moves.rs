//! Writing moves. Every change of a generation's status in the whole product goes through [`WriteTransaction::append_moves`].

use crate::error::{Result, StoreError};
use crate::generations::rank;
use crate::history::chain::{ChainHead, ChainedMove};
use crate::ids::new_uid;
use crate::people::KnownPerson;
use crate::seal::Chain;
use crate::sign_off::SignOffRefused;
use crate::transaction::WriteTransaction;
use circletake_domain::reason::RejectionReason;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use sqlx::QueryBuilder;

/// Rows in one statement: well below SQLite's 32,766 parameters at 17 a row.
const ROWS_PER_INSERT: usize = 500;

/// Who moves a generation.
pub(crate) enum Mover {
    Person(KnownPerson),
    /// A person whose signature was found to be in order; nobody else approves a clip to be published.
    Signer(KnownPerson),
    App,
    Import,
}

impl Mover {
    fn actor(&self) -> &'static str {
        match self {
            Self::Person(_) | Self::Signer(_) => "person",
            Self::App => "app",
            Self::Import => "import",
        }
    }
    /// Whether the workflow has the move, and it is this mover's to make.
    pub(crate) fn check_move(&self, from: Status, to: Status) -> Result<()> {
        match self {
            Self::Person(person) | Self::Signer(person) => {
                from.check_move(to)?;
                person.role.check_move(from, to)?;
                if to == Status::ApprovedToPublish && matches!(self, Self::Person(_)) {
                    return Err(SignOffRefused::SignatureNeeded.into());
                }
            }
            Self::App => from.check_move_of_app(to)?,
            Self::Import => from.check_move(to)?,
        }
        Ok(())
    }
    pub(crate) fn person(&self) -> Option<&KnownPerson> {
        match self {
            Self::Person(person) | Self::Signer(person) => Some(person),
            Self::App | Self::Import => None,
        }
    }
}

/// A move that was found to be right and only needs to be written.
pub(crate) struct PlannedMove {
    pub(crate) generation_key: i64,
    pub(crate) generation_uid: String,
    pub(crate) decision_uid: String,
    pub(crate) at: String,
    pub(crate) from: Option<Status>,
    pub(crate) to: Status,
    pub(crate) reasons: Vec<RejectionReason>,
    pub(crate) note: Option<String>,
    pub(crate) content_hash: Option<String>,
    /// Key and identity of the move that this one takes back.
    pub(crate) undoes: Option<(i64, String)>,
}

/// A generation's first move: there is no status before it.
pub(crate) struct FirstMove {
    pub(crate) generation_key: i64,
    pub(crate) generation_uid: String,
    pub(crate) to: Status,
    pub(crate) reason: Option<RejectionReason>,
}

impl WriteTransaction {
    /// The first moves of generations that come in, each at the status it comes in with.
    pub(crate) async fn append_first_moves(
        &mut self,
        first: Vec<FirstMove>,
        mover: &Mover,
        at: Timestamp,
    ) -> Result<()> {
        let planned = first.into_iter().map(|first| PlannedMove {
            generation_key: first.generation_key,
            generation_uid: first.generation_uid,
            decision_uid: new_uid().to_string(),
            at: at.to_string(),
            from: None,
            to: first.to,
            reasons: first.reason.into_iter().collect(),
            note: None,
            content_hash: None,
            undoes: None,
        });
        self.append_moves(&planned.collect::<Vec<_>>(), mover).await
    }

    /// Links moves into this device's chain and writes them with their reasons.
    pub(crate) async fn append_moves(&mut self, planned: &[PlannedMove], mover: &Mover) -> Result<()> {
        for chunk in planned.chunks(ROWS_PER_INSERT) {
            self.append_chunk(chunk, mover).await?;
        }
        Ok(())
    }

    async fn append_chunk(&mut self, planned: &[PlannedMove], mover: &Mover) -> Result<()> {
        let mut head = self.chain_head().await?;
        let first_key: i64 = sqlx::query_scalar("SELECT coalesce(max(key), 0) + 1 FROM moves")
            .fetch_one(self.connection())
            .await?;
        let device = self.device.clone();
        let person = mover.person();
        let mut chained = Vec::with_capacity(planned.len());
        for step in planned {
            let uid = new_uid().to_string();
            let reasons = joined(&step.reasons);
            let hash = ChainedMove {
                previous_hash: &head.hash,
                device_uid: &device.uid,
                sequence: head.sequence + 1,
                uid: &uid,
                generation_uid: &step.generation_uid,
                decision_uid: &step.decision_uid,
                actor: mover.actor(),
                person_uid: person.map(|person| person.uid.as_str()),
                person_name: person.map(|person| person.name.as_str()),
                at: &step.at,
                from_status: step.from.map(Status::as_str),
                to_status: step.to.as_str(),
                reasons: reasons.as_deref(),
                note: step.note.as_deref(),
                content_hash: step.content_hash.as_deref(),
                undoes_uid: step.undoes.as_ref().map(|(_, uid)| uid.as_str()),
            }
            .hash();
            let next = ChainHead {
                sequence: head.sequence + 1,
                hash,
            };
            let previous = std::mem::replace(&mut head, next);
            chained.push((step, uid, reasons, previous.hash, head.clone()));
        }
        let mut insert = QueryBuilder::new(
            "INSERT INTO moves (key, uid, device_key, sequence, generation_key, decision_uid, actor, person_key, person_name,
                                at, from_status, to_status, reasons, note, content_hash, undoes_key, previous_hash, hash) ",
        );
        insert.push_values(
            chained.iter().zip(first_key..),
            |mut row, ((step, uid, reasons, previous, head), key)| {
                row.push_bind(key)
                    .push_bind(uid)
                    .push_bind(device.key)
                    .push_bind(head.sequence)
                    .push_bind(step.generation_key)
                    .push_bind(&step.decision_uid)
                    .push_bind(mover.actor())
                    .push_bind(person.map(|person| person.key))
                    .push_bind(person.map(|person| person.name.as_str()))
                    .push_bind(&step.at)
                    .push_bind(step.from.map(Status::as_str))
                    .push_bind(step.to.as_str())
                    .push_bind(reasons.as_deref())
                    .push_bind(step.note.as_deref())
                    .push_bind(step.content_hash.as_deref())
                    .push_bind(step.undoes.as_ref().map(|(key, _)| *key))
                    .push_bind(previous)
                    .push_bind(&head.hash);
            },
        );
        insert.build().execute(self.connection()).await?;
        let reasons: Vec<_> = planned
            .iter()
            .zip(first_key..)
            .flat_map(|(planned, key)| {
                planned
                    .reasons
                    .iter()
                    .enumerate()
                    .map(move |(place, reason)| (key, place, *reason))
            })
            .collect();
        if !reasons.is_empty() {
            let mut insert = QueryBuilder::new("INSERT INTO move_reasons (move_key, place, reason) ");
            insert.push_values(&reasons, |mut row, (key, place, reason)| {
                row.push_bind(key)
                    .push_bind(i64::try_from(*place).unwrap_or(i64::MAX))
                    .push_bind(reason.as_str());
            });
            insert.build().execute(self.connection()).await?;
        }
        self.note_chain_end(Chain::Moves, &head).await?;
        self.chain = Some(head);
        Ok(())
    }

    async fn chain_head(&mut self) -> Result<ChainHead> {
        if let Some(head) = &self.chain {
            return Ok(head.clone());
        }
        self.chain_end(Chain::Moves).await
    }

    /// Keeps what follows from the history beside it.
    pub(crate) async fn set_status(
        &mut self,
        generation_key: i64,
        status: Status,
        reason: Option<RejectionReason>,
        at: &str,
    ) -> Result<()> {
        sqlx::query(
            // A hold ends with the decision it waited for.
            "UPDATE generations SET status = ?1, status_rank = ?2, reason = ?3, status_changed_at = ?4,
                    held_by_key = CASE ?1 WHEN 'review_pending' THEN held_by_key END,
                    held_at = CASE ?1 WHEN 'review_pending' THEN held_at END
             WHERE key = ?5",
        )
        .bind(status.as_str())
        .bind(rank(status))
        .bind(reason.map(RejectionReason::as_str))
        .bind(at)
        .bind(generation_key)
        .execute(self.connection())
        .await?;
        Ok(())
    }
}

fn joined(reasons: &[RejectionReason]) -> Option<String> {
    if reasons.is_empty() {
        return None;
    }
    Some(
        reasons
            .iter()
            .map(|reason| reason.as_str())
            .collect::<Vec<_>>()
            .join(","),
    )
}

/// What a reject or a return for revision must carry.
pub(crate) fn check_reasons(to: Status, reasons: &[RejectionReason], note: Option<&str>) -> Result<()> {
    if to.needs_reason() && reasons.is_empty() {
        return Err(StoreError::Invalid {
            field: "reason",
            problem: format!("{to} needs a reason"),
        });
    }
    if !to.needs_reason() && !reasons.is_empty() {
        return Err(StoreError::Invalid {
            field: "reason",
            problem: format!("{to} takes no reason"),
        });
    }
    let says_something = note.is_some_and(|note| !note.trim().is_empty());
    match reasons.iter().find(|reason| reason.needs_note()) {
        Some(reason) if !says_something => Err(StoreError::Invalid {
            field: "note",
            problem: format!("the reason `{reason}` needs a note"),
        }),
        _ => Ok(()),
    }
}
