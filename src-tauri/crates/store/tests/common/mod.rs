//! A library in a temporary folder, with a few things to put into it.
#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use camino::{Utf8Path, Utf8PathBuf};
use circletake_domain::clip::{ClipFacts, ColorTags};
use circletake_domain::frame::{FrameRate, Microseconds};
use circletake_domain::gate::GateAnswer;
use circletake_domain::id::{BriefId, ContentHash, GenerationId, PersonId};
use circletake_domain::money::Currency;
use circletake_domain::person::Role;
use circletake_domain::status::Status;
use circletake_domain::timestamp::Timestamp;
use circletake_store::{
    Decided, FilePlace, Library, LibraryFolder, NewAnswer, NewClip, NewGeneration, NewLibrary, PersonFields, Signature,
    StoreError, WriteTransaction, new_clip_uid,
};

pub struct Sandbox {
    pub library: Library,
    pub folder: tempfile::TempDir,
}

pub fn now() -> Timestamp {
    Timestamp::parse("2026-11-20T08:37:00Z").unwrap()
}

pub fn new_library() -> NewLibrary {
    NewLibrary {
        name: "Nord mugs".into(),
        currency: Currency::new("USD").unwrap(),
        is_sample: false,
        app_version: "0.1.0".into(),
        created_at: now(),
    }
}

pub fn folder_of(folder: &tempfile::TempDir) -> LibraryFolder {
    LibraryFolder::new(Utf8PathBuf::from_path_buf(folder.path().join("library")).unwrap())
}

impl Sandbox {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let library = Library::create(folder_of(&folder), new_library()).await.unwrap();
        Self { library, folder }
    }
    pub fn path(&self) -> &Utf8Path {
        Utf8Path::from_path(self.folder.path()).unwrap()
    }
    /// A second pair of eyes on the same file, without the library's rules.
    pub async fn raw(&self) -> sqlx::SqlitePool {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(self.library.folder().database());
        sqlx::sqlite::SqlitePoolOptions::new()
            .max_connections(1)
            .connect_with(options)
            .await
            .unwrap()
    }
    pub async fn person(&self, name: &str, role: Role) -> PersonId {
        let mut write = self.library.write().await.unwrap();
        let fields = PersonFields {
            name: name.into(),
            role,
            hourly_rate: Some("60".parse().unwrap()),
            active: true,
        };
        let person = write.add_person(&fields, now()).await.unwrap();
        write.commit().await.unwrap();
        person.id
    }
    /// A take with a clip that waits for review.
    pub async fn take(&self, brief: &str) -> GenerationId {
        let mut write = self.library.write().await.unwrap();
        let id = write.reserve_generations(1).await.unwrap().remove(0);
        let new = NewGeneration::started(id.clone(), BriefId::new(brief).unwrap(), now());
        write.add_generation(&new, now()).await.unwrap();
        write
            .advance(&id, &[Status::Generated, Status::ReviewPending], now())
            .await
            .unwrap();
        write.add_clip(&clip_of(&id), now()).await.unwrap();
        write.commit().await.unwrap();
        id
    }
}

pub fn clip_of(id: &GenerationId) -> NewClip {
    NewClip {
        uid: new_clip_uid(),
        generation: id.clone(),
        place: FilePlace::Stored(format!("clips/{id}_v1.mp4").into()),
        original_name: format!("{id} from the model.mp4"),
        facts: facts(id.as_str()),
        flags: Vec::new(),
        made_by: None,
    }
}

pub fn facts(seed: &str) -> ClipFacts {
    ClipFacts {
        container: "mov,mp4,m4a,3gp,3g2,mj2".into(),
        duration_us: Microseconds(6_000_000),
        frame_count: 144,
        frame_rate: FrameRate::new(24, 1).unwrap(),
        variable_frame_rate: false,
        width: 720,
        height: 1280,
        display_width: 720,
        display_height: 1280,
        rotation: 0,
        codec: "h264".into(),
        profile: None,
        pixel_format: "yuv420p".into(),
        bit_depth: 8,
        color: ColorTags::default(),
        hdr: false,
        alpha: false,
        audio: None,
        bytes: 1234,
        blake3: ContentHash::new(blake3::hash(seed.as_bytes()).to_hex().as_str()).unwrap(),
    }
}

/// What the file of a take holds, as [`clip_of`] says.
pub fn hash_of(id: &GenerationId) -> ContentHash {
    facts(id.as_str()).blake3
}

/// Passes everything that is asked.
pub async fn pass_gates(write: &mut WriteTransaction, take: &GenerationId, person: &PersonId, at: Timestamp) {
    for asked in write.asked_gates(take).await.unwrap() {
        let answer = NewAnswer {
            generation: take.clone(),
            gate: asked.key,
            person: person.clone(),
            answer: GateAnswer::Passed,
            frame: None,
        };
        write.answer_gate(&answer, at).await.unwrap();
    }
}

pub fn signature(take: &GenerationId, person: &PersonId) -> Signature {
    Signature {
        generation: take.clone(),
        person: person.clone(),
        measured: hash_of(take),
        looked_at: None,
        passphrase_checked: false,
        note: None,
    }
}

/// Passes everything that is asked, and signs.
pub async fn sign(
    write: &mut WriteTransaction,
    take: &GenerationId,
    person: &PersonId,
    at: Timestamp,
) -> Result<Decided, StoreError> {
    pass_gates(write, take, person, at).await;
    write.sign(&signature(take, person), at).await
}

/// What a person with a database browser does: triggers away, rows changed, triggers back.
pub async fn tamper(sandbox: &Sandbox, sql: &[&'static str]) {
    let raw = sandbox.raw().await;
    sqlx::query("PRAGMA foreign_keys = OFF").execute(&raw).await.unwrap();
    let triggers: Vec<(String, String)> = sqlx::query_as("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .fetch_all(&raw)
        .await
        .unwrap();
    for (name, _) in &triggers {
        let drop = format!("DROP TRIGGER {name}");
        sqlx::query(sqlx::AssertSqlSafe(drop)).execute(&raw).await.unwrap();
    }
    for statement in sql {
        sqlx::query(*statement).execute(&raw).await.unwrap();
    }
    for (_, sql) in triggers {
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&raw).await.unwrap();
    }
}

pub async fn verified(sandbox: &Sandbox) -> Vec<circletake_store::Tampering> {
    sandbox
        .library
        .verify(circletake_store::Watcher::nobody())
        .await
        .unwrap()
        .tampering
}
