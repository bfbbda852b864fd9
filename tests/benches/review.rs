//! Measures the review room in the built app: `cargo xtask bench review`.
//!
//! Times are taken in the page, from the key event to the paint that shows the picture; memory is that of the app and its web processes.

#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

use circletake_testkit::{ClipRecipe, Codec, Container};
use circletake_tests::{App, Failure, Latencies, Ran, Sandbox, Start, TestResult, in_app};
use serde_json::json;
use std::time::Duration;
use tokio::time::sleep;

/// Takes of one brief: as many as there are digits.
const TAKES: u32 = 9;
/// Between two presses: what a person who steps quickly leaves.
const PAUSE: Duration = Duration::from_millis(80);
const SETTLE: Duration = Duration::from_secs(3);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Failure> {
    let sandbox = Sandbox::new()?;
    let library = sandbox.path("library");
    Ran::done(&["init", library.as_str(), "--name", "Bench"])?;
    for take in 0..TAKES {
        // 8 s at 24 a second; each with bytes of its own.
        let clip = ClipRecipe::new(Codec::H264, Container::Mp4)
            .size(1280, 720)
            .frames(192)
            .key_interval(48 + take)
            .grain()
            .make();
        let arguments = [
            "--library",
            library.as_str(),
            "ingest",
            clip.as_str(),
            "--brief",
            "bf_2025_001",
        ];
        Ran::done(&arguments)?;
    }
    println!("review room, {TAKES} takes of 8 s at 24 fps, previews of 540 lines; key to pixel: p50, p95, worst");
    in_app(sandbox, Start::with_library(&library), measure).await?;
    println!("again: cargo xtask bench review");
    Ok(())
}

async fn measure(app: &mut App) -> TestResult {
    let before = app.memory()?;
    app.press("Who is working?").await?;
    app.fill("Name", "Bench").await?;
    app.fill("An hour costs", "60").await?;
    app.press("That is me").await?;
    app.no_longer_sees("Who is working?").await?;
    app.key("Ctrl+3").await?;
    previews_are_there(app).await?;
    app.keys(&["1", "K", "Home"]).await?;
    // All of them are decoded before the first key.
    sleep(SETTLE * 8).await;

    row("step, one", &app.press_and_time(&["Right"; 60], PAUSE).await?);
    row("step back, one", &app.press_and_time(&["Left"; 60], PAUSE).await?);
    row(
        "ten on and back",
        &app.press_and_time(&["Shift+Right", "Shift+Left"].repeat(10), PAUSE)
            .await?,
    );
    row(
        "first and last",
        &app.press_and_time(&["End", "Home"].repeat(10), PAUSE).await?,
    );
    let digits = ["2", "3", "4", "5", "6", "7", "8", "9", "1"];
    row(
        "another take, same frame",
        &app.press_and_time(&digits.repeat(3), PAUSE).await?,
    );
    originals(app).await?;

    app.key("G").await?;
    sleep(SETTLE).await;
    row("step, pair", &app.press_and_time(&["Right"; 60], PAUSE).await?);
    row("step back, pair", &app.press_and_time(&["Left"; 60], PAUSE).await?);
    app.keys(&["G", "G", "G"]).await?;
    sleep(SETTLE).await;
    let during = app.memory()?;

    let mut rejects = Vec::new();
    for _ in 0..(TAKES - 1) {
        app.key("X").await?;
        rejects.push(app.press_and_time(&["1"], SETTLE / 10).await?);
    }
    row("reject to the next take", &Latencies::together(&rejects));
    app.key("Ctrl+1").await?;
    // The web engine collects what was let go within some seconds.
    sleep(SETTLE * 4).await;
    let after = app.memory()?;
    for (moment, memory) in [
        ("before".to_owned(), before),
        (format!("{TAKES} takes ready"), during),
        ("after leaving".to_owned(), after),
    ] {
        let megabytes = |bytes: u64| bytes / 1_000_000;
        let parts: Vec<_> = memory
            .iter()
            .map(|(name, bytes)| format!("{name} {}", megabytes(*bytes)))
            .collect();
        println!(
            "  memory, {moment:<20}{:>5} MB: {}",
            megabytes(memory.values().sum()),
            parts.join(", ")
        );
    }
    Ok(())
}

/// Every take has its preview: a canvas of each is on the rack.
async fn previews_are_there(app: &App) -> TestResult {
    let script = "return document.querySelectorAll('.film canvas').length";
    app.until_within("every preview", Duration::from_mins(5), async || {
        Ok(app.run(script, vec![]).await?.as_u64() >= Some(TAKES.into()))
    })
    .await?;
    Ok(())
}

/// The next frame of the original, asked for and decoded, as the still that lies over a resting picture is.
async fn originals(app: &App) -> TestResult {
    app.key("Home").await?;
    sleep(SETTLE).await;
    let script = "const done = arguments[arguments.length - 1];
        const address = document.querySelector('.film:not(.away) img').src;
        (async () => {
            const took = [];
            for (let frame = 1; frame <= 40; frame++) {
                const still = new Image();
                const from = performance.now();
                still.src = address.replace(/\\/0([^/]*)$/, `/${frame}$1`);
                await still.decode();
                took.push(performance.now() - from);
            }
            return took;
        })().then(done, (error) => done(String(error)));";
    let took = app.client().execute_async(script, vec![json!(null)]).await?;
    let took: Vec<Option<f64>> = serde_json::from_value(took)?;
    row("forward on the original", &Latencies::new(&took));
    Ok(())
}

fn row(what: &str, latencies: &Latencies) {
    println!("  {what:<28}{latencies}");
}
