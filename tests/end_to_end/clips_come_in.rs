//! Dropping a folder on the window.

use crate::libraries::{self, another_counted_clip, counted_clip};
use circletake_testkit::{ClipRecipe, Codec, Container};
use circletake_tests::{Sandbox, Start, TestResult, Trouble, in_app};
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
async fn names_of_any_script_come_in_and_a_lost_clip_comes_back_with_its_file() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::empty(&sandbox)?;
    // A name may have 255 bytes.
    let long = format!("{}.mp4", "sehr-lang-".repeat(25));
    sandbox.add_clip(
        &counted_clip().make(),
        "\u{3b7}\u{3bb}\u{3b9}\u{3bf}\u{3b2}\u{3b1}\u{3c3}\u{3af}\u{3bb}\u{3b5}\u{3bc}\u{3b1} \u{1f305}.mp4",
    )?;
    sandbox.add_clip(&another_counted_clip().make(), &long)?;
    sandbox.add_file("<b>leer.mp4", b"")?;
    let folder = sandbox.clips();
    in_app(sandbox, Start::with_library(&library), async |app| {
        app.drop_files(std::slice::from_ref(&folder)).await?;
        app.fill("Brief", "bf_2025_001").await?;
        app.press("Import 3 files").await?;
        app.sees_within("2 clips added", READING).await?;
        app.sees("<b>leer.mp4").await?;
        app.is_accessible("import-hard-names").await?;
        app.photograph("import-hard-names").await?;
        app.press("Show the clips").await?;
        app.photograph("clips-hard-names").await?;

        let stored = libraries::stored(&library)?;
        let lost = stored
            .last()
            .ok_or_else(|| Trouble::Answer("no clip was kept".to_owned()))?;
        fs_err::remove_file(lost)?;
        app.drop_files(std::slice::from_ref(&folder)).await?;
        app.fill("Brief", "bf_2025_001").await?;
        app.press("Import 3 files").await?;
        app.sees_within("1 clip whose file was lost is back", READING).await?;
        app.sees("1 file was in the library already").await?;
        app.photograph("import-clip-is-back").await?;
        assert!(lost.exists());
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
