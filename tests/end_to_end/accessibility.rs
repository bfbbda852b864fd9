//! No screen keeps anybody out, in the dark or in the light.

use crate::libraries::{self, counted_clip};
use crate::{first_start, review};
use circletake_tests::{App, Sandbox, Start, TestResult, Trouble, in_app};

/// Which windows the screens are looked at in.
const SIZES: [(&str, (u32, u32)); 2] = [("small", (1280, 800)), ("large", (1920, 1200))];

#[tokio::test]
async fn every_screen_of_the_sample_pilot_is_accessible_in_dark_and_in_light() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::sample(&sandbox)?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        for light in ["dark", "light"] {
            app.key("Ctrl+1").await?;
            app.sees("of 50 generations").await?;
            look(app, &format!("sample-pilots-{light}")).await?;
            first_start::open_first_pilot(app).await?;
            look(app, &format!("sample-pilot-{light}")).await?;
            app.key("Ctrl+2").await?;
            app.until("clips", async || Ok(app.count("option", "gen_").await? > 5))
                .await?;
            look(app, &format!("sample-clips-{light}")).await?;
            app.key("Ctrl+3").await?;
            app.no_longer_sees("Reading the queue").await?;
            look(app, &format!("sample-review-{light}")).await?;
            app.key("Ctrl+5").await?;
            app.find("complementary", "Sign-off").await?;
            look(app, &format!("sample-sign-off-{light}")).await?;
            app.key("Ctrl+,").await?;
            app.find("heading", "Settings").await?;
            look(app, &format!("sample-settings-{light}")).await?;
            // Each look reads everything behind a dialog too: the settings were looked at.
            app.key("Ctrl+1").await?;
            app.key("Ctrl+K").await?;
            app.find("dialog", "Find a command").await?;
            look(app, &format!("palette-{light}")).await?;
            app.key("Escape").await?;
            app.key("?").await?;
            app.find("dialog", "Keys").await?;
            look(app, &format!("keys-{light}")).await?;
            app.key("Escape").await?;
            app.key("Ctrl+Shift+L").await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_empty_screen_is_accessible() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::empty(&sandbox)?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        for (key, screen) in [
            ("Ctrl+1", "pilots"),
            ("Ctrl+2", "clips"),
            ("Ctrl+3", "review"),
            ("Ctrl+5", "sign-off"),
            ("Ctrl+,", "settings"),
        ] {
            app.key(key).await?;
            look(app, &format!("empty-{screen}")).await?;
        }
        app.key("Ctrl+N").await?;
        app.find("dialog", "New pilot").await?;
        look(app, "new-pilot").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_first_screen_is_accessible() -> TestResult {
    in_app(Sandbox::new()?, Start::first(), async |app| {
        look(app, "first-start").await?;
        app.press("New library").await?;
        look(app, "new-library").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn watching_and_rejecting_is_accessible() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, &[counted_clip(), libraries::another_counted_clip()])?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::introduce(app, "Ida Holm").await?;
        review::open(app).await?;
        app.key("Home").await?;
        look(app, "review").await?;
        app.key("G").await?;
        look(app, "review-pair").await?;
        app.key("X").await?;
        look(app, "review-reasons").await?;
        Ok(())
    })
    .await
}

/// Checks the screen in each window size, and keeps a picture of it.
async fn look(app: &App, screen: &str) -> Result<(), Trouble> {
    for (name, size) in SIZES {
        app.resize(size).await?;
        app.is_accessible(screen).await?;
        app.photograph(&format!("{screen}-{name}")).await?;
    }
    app.resize(SIZES[0].1).await
}
