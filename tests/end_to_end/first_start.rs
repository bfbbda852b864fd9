//! The first minute.

use circletake_tests::{Sandbox, Start, TestResult, in_app};
use std::time::Duration;

/// Fifty clips are encoded on the spot; a busy machine takes its time.
const MAKING_THE_SAMPLE: Duration = Duration::from_mins(10);

#[tokio::test]
async fn a_newcomer_makes_the_sample_pilot_and_reads_what_a_usable_clip_costs() -> TestResult {
    in_app(Sandbox::new()?, Start::first(), async |app| {
        app.sees("Everything stays on this computer").await?;
        app.press("Explore the sample pilot").await?;
        app.sees_within("50 of 50 generations", MAKING_THE_SAMPLE).await?;
        app.key("Escape").await?;
        let card = app.text().await?;
        assert!(
            card.contains("16 %") && card.contains("$41.25"),
            "the card reads: {card}"
        );

        open_first_pilot(app).await?;
        assert!(app.figure("Usable").await?.starts_with("16 %"));
        assert!(app.figure("Usable").await?.contains("8.3 to 28.5 %"));
        assert!(app.figure("Attempts per usable clip").await?.starts_with("6.25"));
        assert!(app.figure("Cost per usable clip").await?.starts_with("$41.25"));
        assert!(app.figure("Cost per published clip").await?.starts_with("$66.00"));
        assert!(app.figure("Minutes per usable clip").await?.starts_with("37.5"));
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_new_library_is_empty_and_says_what_fills_it() -> TestResult {
    let sandbox = Sandbox::new()?;
    let folder = sandbox.path("nordlys");
    let start = Start::first().choosing_folder(&folder);
    in_app(sandbox, start, async |app| {
        app.press("New library").await?;
        app.fill("Name", "Nordlys Coffee").await?;
        app.press("Choose the folder").await?;
        app.sees("No pilot yet").await?;
        assert!(folder.join("circletake.db").is_file());
        Ok(())
    })
    .await
}

#[tokio::test]
async fn closing_the_folder_dialog_leaves_the_start_screen_as_it_was() -> TestResult {
    in_app(Sandbox::new()?, Start::first(), async |app| {
        app.press("Open a library").await?;
        app.sees("Explore the sample pilot").await?;
        assert_eq!(app.count("alert", "").await?, 0);
        Ok(())
    })
    .await
}

#[tokio::test]
async fn a_folder_that_is_no_library_is_refused_with_what_to_do() -> TestResult {
    let sandbox = Sandbox::new()?;
    let start = Start::first().choosing_folder(&sandbox.clips());
    in_app(sandbox, start, async |app| {
        app.press("Open a library").await?;
        app.find("alert", "").await?;
        app.sees("Explore the sample pilot").await?;
        Ok(())
    })
    .await
}

/// Opens the pilot on the first card.
pub async fn open_first_pilot(app: &circletake_tests::App) -> Result<(), circletake_tests::Trouble> {
    // The cards come once the pilots are summed up.
    app.text_of("article h2 button").await?;
    let card = app.client().find(fantoccini::Locator::Css("article h2 button")).await?;
    card.click().await?;
    app.figure("Attempts per usable clip").await?;
    Ok(())
}
