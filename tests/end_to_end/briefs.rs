//! A brief is written in the app, the app is killed, nothing is lost; then its prompt is rendered and used.

use crate::libraries;
use crate::review;
use circletake_tests::{App, Ran, Sandbox, Start, TestResult, Trouble, in_app};
use serde_json::json;

/// What a field holds now.
async fn holds(app: &App, label: &str, wanted: &str) -> Result<(), Trouble> {
    app.until(&format!("{label:?} to hold {wanted:?}"), async || {
        let field = app.find("field", label).await?;
        Ok(field.prop("value").await?.as_deref() == Some(wanted))
    })
    .await
}

#[tokio::test]
async fn a_brief_survives_a_kill_half_typed_and_its_prompt_is_rendered_and_used() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::empty(&sandbox)?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::introduce(app, "Ida Holm").await?;
        app.key("Ctrl+N").await?;
        app.fill("Name", "Autumn reels").await?;
        app.press("Create the pilot").await?;
        // The page is still filling: a button of it may be drawn anew under the pointer, a key is not.
        app.sees("What would settle it").await?;
        app.key("Ctrl+Shift+N").await?;
        app.find("heading", "bf_").await?;
        // The pilot's own format and channel are there already, with the shape the channel shows.
        holds(app, "Channel", "instagram_reel").await?;
        holds(app, "Aspect ratio", "9:16").await?;
        let id = app.text_of("h1").await?;

        app.fill("Goal", "A slow morning worth getting up for").await?;
        app.fill("Scene", "A mug on a sill, steam against the light").await?;
        app.fill("Length in seconds", "six").await?;
        app.sees("Expected a number of seconds").await?;
        app.fill("Must be seen", "a blue ri").await?;
        app.until("the last letter to be saved", async || {
            Ok(app.text().await?.contains("Saved as a draft"))
        })
        .await?;
        app.photograph("brief-draft").await?;

        app.kill_and_start(&Start::with_library(&library)).await?;
        app.sees("Autumn reels").await?;
        app.press("Autumn reels").await?;
        app.press(&format!("Open {id}")).await?;
        holds(app, "Goal", "A slow morning worth getting up for").await?;
        holds(app, "Scene", "A mug on a sill, steam against the light").await?;
        holds(app, "Length in seconds", "six").await?;
        holds(app, "Must be seen", "a blue ri").await?;

        app.fill("Length in seconds", "6").await?;
        app.fill("Mood", "calm, warm").await?;
        app.fill("Camera", "slow push in").await?;
        app.find("field", "Must be seen").await?.send_keys("m").await?;
        app.key("Enter").await?;
        app.fill("Must not be seen", "hands").await?;
        app.key("Enter").await?;
        app.sees("Complete: it can be sent as it stands.").await?;
        app.key("Ctrl+S").await?;
        app.sees("Everything is in revision 1.").await?;
        app.photograph("brief-written").await?;
        let exported = Ran::json(&library, &["brief", "export", &id])?;
        assert_eq!(exported["must_include"], json!(["a blue rim"]));
        assert_eq!(exported["duration_seconds"], json!(6));

        app.key("Ctrl+P").await?;
        app.sees("A mug on a sill, steam against the light").await?;
        app.sees("No recognisable public figures.").await?;
        app.press("Use for this brief").await?;
        app.sees("pr_00001 version 1 is kept").await?;
        app.sees("It was used, so its words never change").await?;
        app.photograph("prompts").await?;
        let rendered = Ran::json(&library, &["prompt", "render", "--brief", &id])?;
        assert!(
            rendered["text"]
                .as_str()
                .is_some_and(|text| text.starts_with("A 6 second social_broll clip for instagram_reel.\n")),
            "{rendered}"
        );
        Ok(())
    })
    .await
}
