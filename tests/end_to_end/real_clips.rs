//! The seven real clips: dropped in, watched, judged, counted.

use crate::{libraries, review};
use circletake_testkit::real_clips::real_clips;
use circletake_tests::{Ran, Sandbox, Start, TestResult, in_app};
use serde_json::json;
use std::time::Duration;

const READING: Duration = Duration::from_mins(1);

#[tokio::test]
async fn the_seven_real_clips_are_dropped_watched_judged_and_counted() -> TestResult {
    let Some(clips) = real_clips() else {
        return Ok(());
    };
    let sandbox = Sandbox::new()?;
    let library = libraries::empty(&sandbox)?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::introduce(app, "Ida Holm").await?;
        app.drop_files(&clips).await?;
        app.fill("Brief", "bf_2025_001").await?;
        app.fill("Model", "cogvideox").await?;
        app.press("Import 7 files").await?;
        app.sees_within("7 clips added", READING).await?;
        app.press("Show the clips").await?;
        app.until("seven clips in the grid", async || Ok(app.count("option", "gen_").await? == 7)).await?;
        let posters = "return [...document.querySelectorAll('[role=option] img')].filter((image) => image.naturalWidth >= 300).length";
        app.until("seven posters", async || Ok(app.run(posters, vec![]).await?.as_u64() == Some(7))).await?;
        app.photograph("real-clips-in-the-grid").await?;

        review::open(app).await?;
        for (number, verdict) in [["P"].as_slice(), &["X", "1"], &["X", "2"], &["E"], &["X", "4"], &["P"], &["X", "1"]].iter().enumerate() {
            app.find("heading", &format!("gen_{:05}", number + 1)).await?;
            review::can_be_watched(app).await?;
            app.key("/").await?;
            let before = app.painted(review::PICTURES).await?;
            tokio::time::sleep(Duration::from_millis(700)).await;
            let after = app.painted(review::PICTURES).await?;
            assert!(before[0].difference(&after[0]) > 0, "clip {} moves", number + 1);
            app.key("Home").await?;
            review::until_frame(app, 0).await?;
            app.key("End").await?;
            review::until_frame(app, 48).await?;
            if number == 4 {
                app.photograph("real-clips-in-review").await?;
            }
            app.keys(verdict).await?;
        }
        app.sees("Everything is judged").await?;

        let report = Ran::json(&library, &["report", "--brief", "bf_2025_001"])?;
        assert_eq!(report["total"], json!(7));
        let reasons = report["rejection_reasons"].to_string();
        assert!(reasons.contains("artifact_or_distortion") && reasons.contains("too_generic"), "{reasons}");
        assert_ne!(report["review_minutes"], json!("0"), "watching took time, and it was counted");
        Ok(())
    })
    .await
}
