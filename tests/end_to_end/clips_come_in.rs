//! Dropping a folder on the window.

use crate::libraries::{self, another_counted_clip, counted_clip};
use circletake_testkit::{ClipRecipe, Codec, Container};
use circletake_tests::{Sandbox, Start, TestResult, in_app};
use std::time::Duration;

const READING: Duration = Duration::from_mins(1);

#[tokio::test]
async fn a_dropped_folder_brings_its_good_clips_in_and_says_why_the_others_stayed_out() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::empty(&sandbox)?;
    sandbox.add_clip(&counted_clip().make(), "sunrise.mp4")?;
    sandbox.add_clip(&ClipRecipe::new(Codec::Vp9, Container::Webm).make(), "harbour.webm")?;
    sandbox.add_clip(&ClipRecipe::new(Codec::ProRes, Container::Mov).make(), "master.mov")?;
    sandbox.add_file("notes.mp4", b"Not a video at all.\n")?;
    let whole = fs_err::read(another_counted_clip().make())?;
    sandbox.add_file("cut-off.mp4", &whole[..whole.len() / 3])?;
    let folder = sandbox.clips();

    in_app(sandbox, Start::with_library(&library), async |app| {
        app.drop_files(std::slice::from_ref(&folder)).await?;
        app.find("dialog", "Import clips").await?;
        app.sees("5 files").await?;
        app.fill("Brief", "bf_2025_001").await?;
        app.press("Import 5 files").await?;
        app.sees_within("3 clips added", READING).await?;
        app.sees("2 files could not be brought in").await?;
        app.sees("notes.mp4").await?;
        app.sees("cut-off.mp4").await?;
        app.press("Show the clips").await?;
        app.until("three clips in the grid", async || {
            Ok(app.count("option", "gen_").await? == 3)
        })
        .await?;

        app.drop_files(std::slice::from_ref(&folder)).await?;
        app.fill("Brief", "bf_2025_001").await?;
        app.press("Import 5 files").await?;
        app.sees_within("3 files were in the library already", READING).await?;
        app.key("Escape").await?;
        app.no_longer_sees("Clips brought in").await?;
        assert_eq!(app.count("option", "gen_").await?, 3);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_window_says_where_to_drop_while_files_are_held_over_it() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::empty(&sandbox)?;
    let clip = sandbox.add_clip(&counted_clip().make(), "sunrise.mp4")?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        app.drag_over(&[clip]).await?;
        app.no_longer_sees("Drop clips or folders to bring them in").await?;
        assert_eq!(
            app.count("dialog", "Import clips").await?,
            0,
            "what was not let go is not imported"
        );
        Ok(())
    })
    .await
}
