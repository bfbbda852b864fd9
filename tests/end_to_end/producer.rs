//! A producer's whole path: a pilot, a brief, a prompt, an estimate, real clips, a verdict, a report.

use crate::review::works_now;
use crate::{libraries, review};
use camino::Utf8Path;
use circletake_testkit::real_clips::real_clips;
use circletake_tests::{App, Ran, Sandbox, Start, TestResult, Trouble, in_app};
use serde_json::{Value, json};
use std::time::Duration;

/// Reading seven clips, or writing a report with their stills; a busy machine takes its time.
const PATIENCE: Duration = Duration::from_mins(2);

#[tokio::test]
async fn a_producer_plans_a_pilot_runs_it_on_seven_real_clips_and_writes_down_what_a_usable_one_cost() -> TestResult {
    let Some(clips) = real_clips() else {
        return Ok(());
    };
    let sandbox = Sandbox::new()?;
    let library = libraries::empty(&sandbox)?;
    for (name, role) in [("Ida Holm", "creative_director"), ("Aiko Tanabe", "brand_reviewer")] {
        Ran::json(
            &library,
            &["person", "add", name, "--role", role, "--hourly-rate", "60"],
        )?;
    }
    let (page, paper) = (sandbox.path("report.html"), sandbox.path("report.pdf"));
    let start = Start::with_library(&library).saving_as(&page).saving_as(&paper);
    in_app(sandbox, start, async |app| {
        works_now(app, "Who is working?", "Ida Holm").await?;
        begin_the_pilot(app).await?;
        let brief = write_the_brief(app).await?;
        render_the_prompt(app).await?;
        estimate_two_models(app, &brief).await?;
        calculate(app).await?;

        app.key("Ctrl+1").await?;
        app.press("Autumn reels").await?;
        app.sees("What would settle it").await?;
        app.photograph("producer-pilot-empty").await?;
        app.drop_files(&clips).await?;
        app.fill("Brief", &brief).await?;
        app.fill("Model", "cogvideox").await?;
        app.pick("Prompt", "Built in, version 1").await?;
        app.fill("A clip cost", "0.60").await?;
        app.press("Import 7 files").await?;
        app.sees_within("7 clips added", PATIENCE).await?;
        app.press("Show the clips").await?;
        review::open(app).await?;
        for (number, verdict) in [
            ["P"].as_slice(),
            &["X", "1"],
            &["X", "2"],
            &["P"],
            &["X", "4"],
            &["X", "1"],
            &["X", "1"],
        ]
        .iter()
        .enumerate()
        {
            app.find("heading", &format!("gen_{:05}", number + 1)).await?;
            review::can_be_watched(app).await?;
            app.keys(verdict).await?;
        }
        app.sees("Everything is judged").await?;
        sign_both(app, &library).await?;

        let pilots = Ran::json(&library, &["pilot", "list"])?;
        let pilot = pilots[0]["id"].as_str().unwrap_or_default().to_owned();
        let report = Ran::json(&library, &["report", "--pilot", &pilot])?;
        assert_eq!((&report["total"], &report["usable"]), (&json!(7), &json!(2)));
        assert_eq!(amount(&report["model_cost"]), Some(4.2));
        look_at_the_outcome(app, &report).await?;

        write_reports(app).await?;
        let html = fs_err::read_to_string(&page)?;
        let sentence = html.find("Autumn reels").zip(html.find("<svg"));
        assert!(
            sentence.is_some_and(|(says, draws)| says < draws),
            "it opens with the sentence"
        );
        assert!(
            !html.contains("<script") && !html.contains("src=\"http"),
            "nothing runs, nothing is fetched"
        );
        assert!(fs_err::read(&paper)?.starts_with(b"%PDF-"));
        Ok(())
    })
    .await
}

async fn begin_the_pilot(app: &App) -> Result<(), Trouble> {
    app.key("Ctrl+N").await?;
    app.fill("Name", "Autumn reels").await?;
    app.fill("A clip costs today", "120").await?;
    app.fill("What that clip is", "Stock footage, licensed and cut").await?;
    app.photograph("producer-new-pilot").await?;
    app.press("Create the pilot").await?;
    app.sees("What would settle it").await
}

async fn write_the_brief(app: &App) -> Result<String, Trouble> {
    app.key("Ctrl+Shift+N").await?;
    app.find("heading", "bf_").await?;
    let brief = app.text_of("h1").await?;
    for (field, text) in [
        ("Goal", "A slow morning worth getting up for"),
        ("Scene", "A mug on a sill, steam against the light"),
        ("Mood", "calm, warm"),
        ("Camera", "slow push in"),
        ("Length in seconds", "6"),
        ("Must be seen", "a blue rim"),
        ("Must not be seen", "hands"),
    ] {
        app.fill(field, text).await?;
    }
    app.key("Enter").await?;
    app.sees("Complete: it can be sent as it stands.").await?;
    app.key("Ctrl+S").await?;
    app.sees("Everything is in revision 1.").await?;
    Ok(brief)
}

async fn render_the_prompt(app: &App) -> Result<(), Trouble> {
    app.key("Ctrl+P").await?;
    app.sees("A mug on a sill, steam against the light").await?;
    app.press("Use for this brief").await?;
    app.sees("pr_00001 version 1 is kept").await
}

/// One model by the catalogue, one by a price the producer was told.
async fn estimate_two_models(app: &App, brief: &str) -> Result<(), Trouble> {
    app.key("Ctrl+6").await?;
    app.sees("What it comes to").await?;
    app.pick("Brief", &format!("{brief}: A slow morning worth getting up for"))
        .await?;
    app.sees("for Instagram reel, 6 s, 9:16").await?;
    app.fill_in("Model 1", "Name", "kling-v3").await?;
    app.pick_in("Model 1", "Sound", "Without").await?;
    app.fill_in("Model 1", "Generations", "50").await?;
    app.key("Ctrl+Shift+A").await?;
    app.fill_in("Model 2", "Name", "cogvideox").await?;
    app.pick_in("Model 2", "Price", "I say it, per generation").await?;
    app.fill_in("Model 2", "Price of a generation", "0.60").await?;
    app.fill_in("Model 2", "Generations", "50").await?;
    for (work, person) in [
        ("Review", "Ida Holm"),
        ("Editing", "Ida Holm"),
        ("Brand review", "Aiko Tanabe"),
    ] {
        app.pick_in(work, "By", person).await?;
    }
    app.sees("Models by cost per usable clip").await?;
    app.no_longer_sees("What an hour of review costs is unknown").await?;
    app.sees("Cheaper than today's $120.00").await?;
    app.is_accessible("estimate-plan").await?;
    app.photograph("producer-plan-small").await?;
    app.resize((1920, 1200)).await?;
    app.photograph("producer-plan-large").await?;
    app.resize((1280, 800)).await?;
    app.fill("Name of the plan", "Two models").await?;
    app.key("Ctrl+S").await?;
    app.sees("“Two models” is kept with the pilot.").await
}

/// The worked examples of the calculator and of the four buckets.
async fn calculate(app: &App) -> Result<(), Trouble> {
    app.find("tab", "Calculator").await?.click().await?;
    for (settings, base, seconds, resolution, rate, variant, price) in [
        ("Settings A", "0.012", "150", "1080p", "30", "General", "$2.38"),
        ("Settings B", "0.02", "300", "4K", "60", "Advanced", "$12.94"),
    ] {
        app.fill_in(settings, "Base rate a second", base).await?;
        app.fill_in(settings, "Seconds", seconds).await?;
        app.pick_in(settings, "Resolution", resolution).await?;
        app.pick_in(settings, "Frames a second", rate).await?;
        app.pick_in(settings, "Variant", variant).await?;
        app.until(&format!("{settings} to cost {price}"), async || {
            Ok(app
                .find_in(settings, "group", "Price")
                .await?
                .text()
                .await?
                .contains(price))
        })
        .await?;
    }
    app.photograph("producer-calculator").await?;
    app.find("tab", "Buckets").await?.click().await?;
    for (bucket, price) in [("Compute", "0.002"), ("Encoding", "0.0006")] {
        app.fill(bucket, price).await?;
    }
    app.pick("Storage is", "A price a second").await?;
    app.fill("Storage", "0.000001").await?;
    app.pick("Egress is", "A price a second").await?;
    app.fill("Egress", "0.0009").await?;
    app.until("12.6036 an hour", async || {
        Ok(app.figure("An hour").await?.contains("12.6036"))
    })
    .await?;
    app.photograph("producer-buckets").await?;
    Ok(())
}

/// The brand reviewer answers every gate of both takes and signs them.
async fn sign_both(app: &App, library: &Utf8Path) -> Result<(), Trouble> {
    works_now(app, "Ida Holm", "Aiko Tanabe").await?;
    app.key("Ctrl+5").await?;
    for take in ["gen_00001", "gen_00004"] {
        app.find("heading", take).await?;
        let gates = Ran::json(library, &["gate", take])?["gates"]
            .as_array()
            .map_or(0, Vec::len);
        for settled in 1..=gates {
            app.key("P").await?;
            app.sees(&format!("{settled} of {gates} settled")).await?;
        }
        app.key("S").await?;
        app.fill("Note", "as the brief asks").await?;
        app.key("Enter").await?;
    }
    app.sees("Nothing waits for a signature").await
}

async fn look_at_the_outcome(app: &App, report: &Value) -> Result<(), Trouble> {
    app.key("Ctrl+1").await?;
    app.press("Autumn reels").await?;
    let cost = amount(&report["cost_per_usable"]).unwrap_or(f64::NAN);
    let shown = format!("${cost:.2}");
    app.until(&format!("{shown} for a usable clip"), async || {
        Ok(app.figure("Cost per usable clip").await?.starts_with(&shown))
    })
    .await?;
    app.sees("Projected against actual").await?;
    app.photograph("producer-pilot-small").await?;
    app.resize((1920, 1200)).await?;
    app.photograph("producer-pilot-large").await?;
    app.key("Ctrl+Shift+L").await?;
    app.photograph("producer-pilot-light").await?;
    app.resize((1280, 800)).await
}

async fn write_reports(app: &App) -> Result<(), Trouble> {
    app.key("R").await?;
    for (format, file) in [("Page", "report.html"), ("PDF", "report.pdf")] {
        app.find("radio", format).await?.click().await?;
        app.press(if format == "Page" {
            "Choose where to save"
        } else {
            "Write another"
        })
        .await?;
        app.sees_within(file, PATIENCE).await?;
    }
    app.photograph("producer-report").await?;
    app.press("Done").await
}

/// A decimal string of the report, near enough to print.
fn amount(value: &Value) -> Option<f64> {
    value.as_str().and_then(|text| text.parse().ok())
}
