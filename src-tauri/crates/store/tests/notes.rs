//! Notes on frames: whose they are, what they said before, and how they are found.
#![allow(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod common;

use circletake_domain::frame::FrameIndex;
use circletake_domain::frame_range::FrameRange;
use circletake_domain::id::{GenerationId, PersonId};
use circletake_domain::note::{NoteCategory, Point, Stroke};
use circletake_domain::person::Role;
use circletake_store::{NewNote, NoteFields, Scope};
use common::{Sandbox, now};

fn range(first: u32, last: u32) -> FrameRange {
    FrameRange::new(FrameIndex(first), FrameIndex(last)).unwrap()
}

fn note(take: &GenerationId, person: &PersonId, range: FrameRange, body: &str) -> NewNote {
    NewNote {
        generation: take.clone(),
        clip: None,
        person: person.clone(),
        fields: NoteFields {
            range,
            category: Some(NoteCategory::Product),
            body: body.into(),
            strokes: Vec::new(),
        },
        carried_from: None,
    }
}

#[tokio::test]
async fn a_note_belongs_to_its_writer_and_keeps_what_it_said() {
    let sandbox = Sandbox::new().await;
    let (ada, ben) = (
        sandbox.person("Ada", Role::Owner).await,
        sandbox.person("Ben", Role::Owner).await,
    );
    let take = sandbox.take("bf").await;
    let mut write = sandbox.library.write().await.unwrap();
    let uid = write
        .add_note(&note(&take, &ada, range(12, 20), "The handle melts"), now())
        .await
        .unwrap();
    let later = write
        .add_note(&note(&take, &ben, range(3, 3), "Café too warm"), now())
        .await
        .unwrap();
    let changed = NoteFields {
        body: "The handle bends".into(),
        strokes: vec![Stroke::Pen {
            points: vec![Point { x: 0.5, y: 0.5 }],
        }],
        ..note(&take, &ada, range(12, 20), "").fields
    };
    let refused = write.edit_note(uid, &ben, &changed, now()).await.unwrap_err();
    assert!(refused.to_string().contains("Ada wrote it"), "{refused}");
    write.edit_note(uid, &ada, &changed, now()).await.unwrap();
    for wrong in [
        note(&take, &ada, range(0, 144), "past the end"),
        note(&take, &ada, range(0, 0), "  "),
    ] {
        assert_eq!(write.add_note(&wrong, now()).await.unwrap_err().code(), "invalid");
    }
    write.commit().await.unwrap();

    let notes = sandbox.library.notes_on(&take).await.unwrap();
    let bodies: Vec<_> = notes.iter().map(|note| note.fields.body.as_str()).collect();
    assert_eq!(
        bodies,
        ["Café too warm", "The handle bends"],
        "in the order of their frames"
    );
    assert!(notes[1].edited_at.is_some() && notes[1].fields.strokes.len() == 1);
    let find = async |words: &str| {
        sandbox
            .library
            .notes_in(&Scope::Library, words, 10)
            .await
            .unwrap()
            .len()
    };
    assert_eq!(find("hand bend").await, 1);
    assert_eq!(find("cafe").await, 1, "accents do not hide it");
    assert_eq!(find("melts").await, 0);
    assert_eq!(
        find("\" OR *").await,
        0,
        "a search is words, never a question of its own"
    );
    assert_eq!(find("").await, 2);

    let mut write = sandbox.library.write().await.unwrap();
    write.delete_note(later, &ben, now()).await.unwrap();
    write.commit().await.unwrap();
    assert_eq!(find("").await, 1);
    let raw = sandbox.raw().await;
    let former: String = sqlx::query_scalar("SELECT body FROM note_revisions")
        .fetch_one(&raw)
        .await
        .unwrap();
    assert_eq!(former, "The handle melts");
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM notes")
        .fetch_one(&raw)
        .await
        .unwrap();
    assert_eq!(kept, 2, "a deleted note is only marked");
    let refused = sqlx::query("DELETE FROM notes")
        .execute(&raw)
        .await
        .unwrap_err()
        .to_string();
    assert!(refused.contains("never removed"), "{refused}");
}
