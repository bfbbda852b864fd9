//! The edit step: a clip kept for edit gets an edited version, is seen beside the original, and goes on to brand review.

use crate::libraries::{self, another_counted_clip, counted_clip};
use crate::review;
use circletake_tests::{Ran, Sandbox, Start, TestResult, in_app};
use serde_json::json;
use std::time::Duration;

const READING: Duration = Duration::from_mins(1);

#[tokio::test]
async fn a_clip_kept_for_edit_gets_its_edit_by_drop_and_goes_on_to_brand_review() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, &[counted_clip()])?;
    let edit = sandbox.add_clip(&another_counted_clip().make(), "cut for the reel.mp4")?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::introduce(app, "Ida Holm").await?;
        review::open(app).await?;
        app.key("E").await?;
        app.sees("Everything is judged").await?;

        app.press("Edit").await?;
        app.find("heading", "gen_00001").await?;
        app.sees("Nothing was edited").await?;
        app.photograph("edit-before").await?;

        // The same bytes are no edit, and nothing is lost by trying.
        let original = library.join("clips").join("bf_2025_001").join("gen_00001_v1.mp4");
        if original.is_file() {
            app.drop_files(&[original]).await?;
            app.sees_within("this very file already", READING).await?;
        }

        app.drop_files(&[edit]).await?;
        app.sees_within("Version 2 is in.", READING).await?;
        app.sees("Version 2, edited by Ida Holm").await?;
        app.until_within("both pictures to be there", READING, async || {
            Ok(app
                .run("return document.querySelectorAll('figure canvas').length", vec![])
                .await?
                == json!(2))
        })
        .await?;
        app.sees("frame 0 of 48").await?;
        app.key("Right").await?;
        app.sees("frame 1 of 48").await?;
        app.photograph("edit-compared").await?;

        app.key("N").await?;
        app.fill("Minutes to add", "7.5").await?;
        app.press("Done").await?;
        app.sees("gen_00001 is in brand review").await?;
        app.sees("Nothing waits for an edit").await?;

        assert_eq!(review::status(&library, "gen_00001")?, json!("brand_review"));
        let history = Ran::json(&library, &["history", "gen_00001"])?;
        assert_eq!(
            (&history[0]["from"], &history[1]["from"]),
            (&json!("edited"), &json!("approved_for_edit"))
        );

        app.press("History").await?;
        app.sees("Ida Holm handed gen_00001 to brand review").await?;
        app.photograph("history").await?;
        app.press("Settings").await?;
        app.press("Look for tampering").await?;
        app.sees_within("are as they were written", READING).await?;
        Ok(())
    })
    .await
}
