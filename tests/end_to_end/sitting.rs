//! A whole sitting: many takes judged by keys alone, presses counted, and its time held against a stopwatch.

use crate::libraries::{self, another_counted_clip, counted_clip};
use crate::review;
use camino::{Utf8Path, Utf8PathBuf};
use circletake_testkit::real_clips::real_clips;
use circletake_tests::{App, Latencies, Ran, Sandbox, Start, TestResult, Trouble, figure, in_app};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::sleep;

/// Previews of all takes, made beforehand as they are while somebody reads the brief.
const PREPARING: Duration = Duration::from_mins(10);
/// Reasons that need no words.
const REASONS: [&str; 8] = ["1", "2", "3", "4", "5", "6", "7", "8"];

#[tokio::test]
async fn the_sample_takes_and_the_real_clips_are_judged_by_keys_alone() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::empty(&sandbox)?;
    let mut takes = sample_takes(&sandbox)?;
    takes.extend(real_clips().unwrap_or_default());
    let mut arguments = vec!["--library", library.as_str(), "ingest", "--brief", "bf_2025_001"];
    arguments.extend(takes.iter().map(|take| take.as_str()));
    Ran::done(&arguments)?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::introduce(app, "Ida Holm").await?;
        app.run(include_str!("sitting.js"), vec![]).await?;
        review::open(app).await?;
        app.until_within("every preview", PREPARING, async || {
            Ok(!app.text().await?.contains("Preparing"))
        })
        .await?;
        let before = number(app, "presses").await?;
        let (mut judged, mut rejected) = (0.0, 0_u64);
        for number in 0..takes.len() {
            app.find("heading", &format!("gen_{:05}", number + 1)).await?;
            if number % 6 == 0 {
                app.key("P").await?;
            } else {
                app.keys(&["X", REASONS[number % REASONS.len()]]).await?;
                rejected += 1;
            }
            judged += 1.0;
        }
        app.sees("Everything is judged").await?;
        let presses = number(app, "presses").await? - before;
        let took: Vec<Option<f64>> = serde_json::from_value(app.run("return window.sitting.took", vec![]).await?)?;
        figure(&format!(
            "{} takes judged: {:.2} presses a decision; from the key to the next take p50, p95, worst: {}",
            takes.len(),
            presses / judged,
            Latencies::new(&took)
        ))?;
        assert_eq!(took.len(), takes.len(), "every decision brought another take");
        assert!(presses <= 2.0 * judged, "{presses} presses for {judged} decisions");
        app.photograph("sitting-done").await?;
        let report = Ran::json(&library, &["report", "--brief", "bf_2025_001"])?;
        assert_eq!(report["total"], json!(takes.len()));
        let counted: u64 = report["rejection_reasons"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|reason| reason["count"].as_u64())
            .sum();
        assert_eq!(counted, rejected, "{report}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_time_of_a_sitting_is_within_two_percent_of_a_stopwatch() -> TestResult {
    let sandbox = Sandbox::new()?;
    let clips = [counted_clip(), another_counted_clip(), counted_clip().key_interval(36)];
    let library = libraries::with_clips(&sandbox, &clips)?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::introduce(app, "Ida Holm").await?;
        // All of them are prepared before the watch runs: somebody who waits for a preview looks at nothing.
        review::open(app).await?;
        app.until_within("every preview", PREPARING, async || {
            Ok(!app.text().await?.contains("Preparing"))
        })
        .await?;
        app.key("Ctrl+2").await?;
        app.find("heading", "Clips").await?;
        let already = seconds(&library)?;
        app.run(include_str!("sitting.js"), vec![]).await?;
        review::open(app).await?;
        for (number, decision) in [["P"].as_slice(), &["X", "1"], &["E"]].into_iter().enumerate() {
            app.find("heading", &format!("gen_{:05}", number + 1)).await?;
            sleep(Duration::from_secs(6)).await;
            // With a dialog over it nobody looks at the take.
            app.key("?").await?;
            app.find("dialog", "").await?;
            sleep(Duration::from_secs(2)).await;
            app.key("Escape").await?;
            sleep(Duration::from_secs(4)).await;
            app.keys(decision).await?;
        }
        app.sees("Everything is judged").await?;
        let stopwatch = number(app, "looked").await? / 1000.0;
        app.until("the time of the last take to be saved", async || {
            Ok((seconds(&library)? - already) / stopwatch > 0.9)
        })
        .await?;
        let measured = seconds(&library)? - already;
        let unsure = number(app, "unsure").await? / 1000.0;
        figure(&format!(
            "review time: {measured:.2} s by the app, {stopwatch:.2} s by the watch (itself sure to {unsure:.2} s), ratio {:.4}",
            measured / stopwatch
        ))?;
        assert!(
            (measured - stopwatch).abs() <= 0.02 * stopwatch + unsure,
            "{measured} s against {stopwatch} s, sure to {unsure} s"
        );
        Ok(())
    })
    .await
}

/// The sample's clips as they came from the models, copied out of its library.
fn sample_takes(sandbox: &Sandbox) -> Result<Vec<Utf8PathBuf>, Trouble> {
    let clips = libraries::sample(sandbox)?.join("clips");
    let mut takes = Vec::new();
    for brief in clips.read_dir_utf8()? {
        for clip in brief?.path().read_dir_utf8()? {
            let path = clip?.into_path();
            if path.file_stem().is_some_and(|stem| stem.ends_with("_v1")) {
                takes.push(path);
            }
        }
    }
    takes.sort();
    Ok(takes)
}

async fn number(app: &App, of: &str) -> Result<f64, Trouble> {
    let said: Value = app.run("return window.sitting[arguments[0]]", vec![json!(of)]).await?;
    Ok(said.as_f64().unwrap_or_default())
}

/// Review time of the brief, as the report counts it.
fn seconds(library: &Utf8Path) -> Result<f64, Trouble> {
    let report = Ran::json(library, &["report", "--brief", "bf_2025_001"])?;
    let minutes: f64 = report["review_minutes"]
        .as_str()
        .and_then(|text| text.parse().ok())
        .unwrap_or_default();
    Ok(minutes * 60.0)
}
