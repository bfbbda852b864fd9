//! What every test of the review room does first.

use camino::Utf8Path;
use circletake_tests::{App, Picture, Ran, Trouble};
use serde_json::Value;
use std::time::Duration;

/// Making a preview of a short clip; a busy machine takes its time.
const MAKING_A_PREVIEW: Duration = Duration::from_mins(1);

/// The pictures on screen, left to right.
pub const PICTURES: &str = ".film:not(.away) canvas";

/// Says who is working.
pub async fn introduce(app: &App, name: &str) -> Result<(), Trouble> {
    app.press("Who is working?").await?;
    app.fill("Name", name).await?;
    app.fill("An hour costs", "60").await?;
    app.press("That is me").await?;
    app.find("button", name).await?;
    app.no_longer_sees("Who is working?").await
}

/// Somebody who is known takes the seat of whom the button names.
pub async fn works_now(app: &App, before: &str, name: &str) -> Result<(), Trouble> {
    app.press(before).await?;
    app.press(name).await?;
    app.no_longer_sees("Who is working?").await
}

/// Opens the review room and waits until the first clip can be played.
pub async fn open(app: &App) -> Result<(), Trouble> {
    app.key("Ctrl+3").await?;
    can_be_watched(app).await
}

/// Waits until the take on screen has its preview.
pub async fn can_be_watched(app: &App) -> Result<(), Trouble> {
    app.until_within("the preview to be on screen", MAKING_A_PREVIEW, async || {
        Ok(frame(app).await?.is_some())
    })
    .await
}

/// The number of the frame that the room says is painted.
pub async fn frame(app: &App) -> Result<Option<u64>, Trouble> {
    let script = "return document.querySelector('output[data-frame]')?.dataset.frame ?? null";
    let said = app.run(script, vec![]).await?;
    Ok(said.as_str().and_then(|number| number.parse().ok()))
}

/// Waits until the room says that this frame is painted.
pub async fn until_frame(app: &App, wanted: u64) -> Result<(), Trouble> {
    app.until(&format!("frame {wanted}"), async || {
        Ok(frame(app).await? == Some(wanted))
    })
    .await
}

/// Drags the scrubber to a frame.
pub async fn scrub_to(app: &App, frame: u64) -> Result<(), Trouble> {
    let script = "const scrubber = document.querySelector('input[type=range][aria-label=Frame]');
        scrubber.value = arguments[0];
        scrubber.dispatchEvent(new Event('input', { bubbles: true }));";
    app.run(script, vec![frame.into()]).await?;
    Ok(())
}

/// The numbers burnt into the clips on screen, left to right, read from the painted pixels.
pub async fn counters(app: &App) -> Result<Vec<Option<u32>>, Trouble> {
    Ok(app.painted(PICTURES).await?.iter().map(Picture::counter).collect())
}

/// Keeps the exact still from covering the preview, so that its own pixels are seen.
pub async fn look_at_the_preview(app: &App) -> Result<(), Trouble> {
    let script = "const sheet = new CSSStyleSheet();
        sheet.replaceSync('.film img { display: none }');
        document.adoptedStyleSheets.push(sheet);";
    app.run(script, vec![]).await?;
    Ok(())
}

/// Where a generation stands, as the command line reads it.
pub fn status(library: &Utf8Path, generation: &str) -> Result<Value, Trouble> {
    let history = Ran::json(library, &["history", generation])?;
    let moves = history.as_array().or_else(|| history["moves"].as_array());
    let latest = moves.and_then(|moves| moves.first()).map(|latest| latest["to"].clone());
    latest.ok_or_else(|| Trouble::Answer(history.to_string()))
}
