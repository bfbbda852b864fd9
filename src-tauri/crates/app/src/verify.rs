//! Whether anybody changed the library behind its own back.

use crate::error::AppError;
use crate::open_library::OpenLibrary;
use crate::progress::{ProgressSink, watched};
use crate::view::library::{RowsAsFoundView, TamperingView, VerifyView};
use circletake_store::Tampering;
use tokio_util::sync::CancellationToken;

fn view(tampering: Tampering) -> TamperingView {
    TamperingView {
        code: tampering.code.to_owned(),
        table: tampering.table.to_owned(),
        id: tampering.id,
        expected: tampering.expected,
        found: tampering.found,
        message: tampering.message,
    }
}

impl OpenLibrary {
    /// Hashes every file and every record again, walks every hash chain, and holds every record against those that must agree with it. Nothing is mended:
    /// what was tampered with is for people to look at. Files that are gone or changed are noted as such where the library may be written,
    /// and bytes that are not those that were signed end the sign-off.
    pub async fn verify(&self, progress: ProgressSink<'_>, cancel: &CancellationToken) -> Result<VerifyView, AppError> {
        let verified = watched(progress, cancel, async |watcher| self.store().verify(watcher).await).await?;
        self.note_files(&verified.seen).await?;
        Ok(VerifyView {
            intact: verified.tampering.is_empty(),
            files: verified.files,
            moves: verified.moves,
            rows: verified.rows,
            as_found: verified.as_found.map(|found| RowsAsFoundView {
                rows: found.rows,
                on: found.on,
            }),
            tampering: verified.tampering.into_iter().map(view).collect(),
        })
    }
}
