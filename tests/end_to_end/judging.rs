//! Keep, reject with a reason, undo: the hands stay on the keyboard.

use crate::libraries::{self, another_counted_clip, counted_clip};
use crate::review;
use circletake_tests::{Ran, Sandbox, Start, TestResult, in_app};
use serde_json::json;

#[tokio::test]
async fn rejecting_takes_two_keys_moves_on_and_is_undone_with_one() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, &[counted_clip(), another_counted_clip()])?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::introduce(app, "Ida Holm").await?;
        review::open(app).await?;
        app.sees("1 of 2").await?;
        app.find("heading", "gen_00001").await?;

        app.key("X").await?;
        app.find("group", "Why is gen_00001 rejected?").await?;
        app.key("1").await?;
        app.find("heading", "gen_00002").await?;
        app.sees("gen_00001 rejected: artifact or distortion").await?;
        app.sees("1 judged").await?;
        assert_eq!(review::status(&library, "gen_00001")?, json!("rejected_quality"));

        app.key("U").await?;
        app.find("heading", "gen_00001").await?;
        app.sees("0 judged").await?;
        assert_eq!(review::status(&library, "gen_00001")?, json!("review_pending"));
        let history = Ran::json(&library, &["history", "gen_00001"])?;
        assert!(
            history.to_string().contains("rejected_quality"),
            "an undone decision stays in the history"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keeping_both_takes_empties_the_queue_and_says_what_is_next() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, &[counted_clip(), another_counted_clip()])?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::introduce(app, "Ida Holm").await?;
        review::open(app).await?;
        app.key("P").await?;
        app.find("heading", "gen_00002").await?;
        app.key("E").await?;
        app.sees("Everything is judged").await?;
        let kept = review::status(&library, "gen_00001")?;
        assert!(
            kept != json!("review_pending") && !kept.to_string().contains("rejected"),
            "kept is {kept}"
        );
        assert_eq!(review::status(&library, "gen_00002")?, json!("approved_for_edit"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn keys_are_for_the_picture_whatever_was_pressed_before() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, &[counted_clip()])?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        // The button that asked for the name has the focus now.
        review::introduce(app, "Ida Holm").await?;
        review::open(app).await?;
        app.key("Home").await?;
        review::until_frame(app, 0).await?;
        app.key("Space").await?;
        app.until("the clip to play", async || Ok(review::frame(app).await? > Some(3)))
            .await?;
        assert_eq!(app.count("dialog", "Who is working?").await?, 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn other_is_no_reason_without_words() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, &[counted_clip()])?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::introduce(app, "Ida Holm").await?;
        review::open(app).await?;
        app.keys(&["X", "9"]).await?;
        app.fill("What is wrong with it", "The cup floats.").await?;
        app.key("Enter").await?;
        app.sees("Everything is judged").await?;
        let history = Ran::json(&library, &["history", "gen_00001"])?;
        assert!(history.to_string().contains("The cup floats."));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nothing_is_decided_without_a_name() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, &[counted_clip()])?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::open(app).await?;
        app.key("P").await?;
        app.find("button", "Choose who is reviewing").await?;
        assert_eq!(review::status(&library, "gen_00001")?, json!("review_pending"));
        Ok(())
    })
    .await
}
