//! A note is found from anywhere, opened on its frame, and handed over with its still.

use crate::libraries::{self, counted_clip};
use crate::review;
use circletake_tests::{Ran, Sandbox, Start, TestResult, in_app};

#[tokio::test]
async fn a_note_is_found_by_a_word_opened_on_its_painted_frame_and_handed_over() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, &[counted_clip(), libraries::another_counted_clip()])?;
    Ran::json(&library, &["person", "add", "Maya Lind", "--role", "creative_director"])?;
    for (take, frame, words) in [
        ("gen_00001", "5", "the handle is back"),
        ("gen_00002", "17", "steam is too white"),
    ] {
        Ran::json(&library, &["note", take, "--as", "Maya Lind", "--at", frame, words])?;
    }
    let handed = sandbox.path("notes");
    fs_err::create_dir(&handed)?;
    let start = Start::with_library(&library).choosing_folder(&handed);
    in_app(sandbox, start, async |app| {
        review::look_at_the_preview(app).await?;
        app.key("Ctrl+F").await?;
        app.sees("2 notes").await?;
        app.fill("Find words", "white").await?;
        app.sees("1 note").await?;
        app.is_accessible("notes").await?;
        app.photograph("notes-found").await?;
        app.press("steam is too white").await?;
        review::until_frame(app, 17).await?;
        app.until("the painted frame to be the note's", async || {
            Ok(review::counters(app).await? == [Some(17)])
        })
        .await?;

        app.key("Ctrl+F").await?;
        app.press("Export with stills").await?;
        app.sees("2 notes in").await?;
        let stills = fs_err::read_dir(handed.join("stills"))?.count();
        assert_eq!(stills, 2);
        assert!(handed.join("notes.csv").is_file() && handed.join("notes.otio").is_file());
        Ok(())
    })
    .await
}
