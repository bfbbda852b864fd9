//! Two takes and more, compared in every way there is: what a mode says it does is what is painted.
//!
//! The takes hold the very same frames in two containers, so that a difference of one frame is exactly black. What tells them apart
//! is the frame they stand on: the second is nudged, and the strip at the top of each frame counts in black and white.

use crate::libraries::{self, counted_clip};
use crate::review;
use circletake_testkit::{ClipRecipe, Codec, Container};
use circletake_tests::{App, Picture, Sandbox, Start, TestResult, Trouble, in_app};
use std::time::Duration;
use tokio::time::sleep;

/// Where pictures are seen.
const FILMS: &str = ".film:not(.away)";
/// Of the strip's sixteen cells the last but two: the lowest bit of the number.
const LOWEST_BIT: (f64, f64) = (13.5 / 16.0, 1.0 / 12.0);
/// And the one before.
const NEXT_BIT: (f64, f64) = (12.5 / 16.0, 1.0 / 12.0);

/// The same frames as [`counted_clip`], in another file.
fn the_same_in_mov() -> ClipRecipe {
    ClipRecipe::new(Codec::H264, Container::Mov)
        .size(640, 360)
        .frames(48)
        .b_frames(2)
}

fn level((x, y): (f64, f64), picture: &Picture) -> u8 {
    picture.level(x, y)
}

#[tokio::test]
async fn every_mode_paints_what_it_says() -> TestResult {
    comparing(&[counted_clip(), the_same_in_mov()], async |app| {
        beside_each_other(app, 2).await?;
        app.key("Home").await?;
        counts(app, &[0, 0]).await?;

        // Difference: of one frame nothing at all, of two frames what differs.
        app.key("D").await?;
        until_painted(app, "nothing differs", |picture| picture.brightest() <= 2).await?;
        app.photograph("compare-difference-same").await?;
        app.keys(&["2", "Shift+.", "Shift+.", "Shift+."]).await?;
        app.sees("nudged +3").await?;
        until_painted(app, "what differs is bright", |picture| {
            level(LOWEST_BIT, picture) > 200 && level(NEXT_BIT, picture) > 200
        })
        .await?;
        app.find("heading", "What made them").await?;
        app.photograph("compare-difference").await?;
        // The exact stills of the originals come by themselves, and say the same.
        let stills = "return document.querySelectorAll('.film:not(.away) img.shown').length";
        app.until("both exact stills", async || {
            Ok(app.run(stills, vec![]).await?.as_u64() == Some(2))
        })
        .await?;
        until_painted(app, "the originals differ there too", |picture| {
            level(LOWEST_BIT, picture) > 200
        })
        .await?;
        app.key("D").await?;

        // Wipe: the first take before the line, the second beyond it.
        app.key("W").await?;
        until_painted(app, "the second take beyond the line", |picture| {
            level(LOWEST_BIT, picture) > 200
        })
        .await?;
        app.photograph("compare-wipe").await?;
        for _ in 0..9 {
            app.key("]").await?;
        }
        until_painted(app, "the line pushed to the edge: only the first take", |picture| {
            level(NEXT_BIT, picture) < 60 && level(LOWEST_BIT, picture) < 60
        })
        .await?;
        for _ in 0..9 {
            app.key("[").await?;
        }
        until_painted(app, "the second take beyond the line in the middle", |picture| {
            level(NEXT_BIT, picture) > 200 && level(LOWEST_BIT, picture) > 200
        })
        .await?;
        for _ in 0..6 {
            app.key("Shift+]").await?;
        }
        until_painted(app, "the line lies flat: only the first take above", |picture| {
            level(NEXT_BIT, picture) < 60 && level(LOWEST_BIT, picture) < 60
        })
        .await?;
        app.photograph("compare-wipe-turned").await?;
        app.key("W").await?;

        // Overlay: both mixed, by the opacity.
        app.key("V").await?;
        until_painted(app, "half of each", |picture| {
            level(LOWEST_BIT, picture).abs_diff(127) < 14
        })
        .await?;
        app.photograph("compare-overlay").await?;
        app.keys(&["]", "]"]).await?;
        until_painted(app, "more of the second", |picture| {
            level(LOWEST_BIT, picture).abs_diff(178) < 14
        })
        .await?;
        app.key("V").await?;

        // A/B: one after the other in the same place, on the same frame once nothing is nudged.
        app.key("Shift+\\").await?;
        app.keys(&["Right", "Right"]).await?;
        counts(app, &[2, 2]).await?;
        app.key("`").await?;
        for name in ["A gen_00001", "B gen_00002"] {
            app.key("`").await?;
            app.sees(name).await?;
            counts(app, &[2]).await?;
        }
        app.photograph("compare-ab").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_wipe_follows_the_pointer() -> TestResult {
    comparing(&[counted_clip(), the_same_in_mov()], async |app| {
        beside_each_other(app, 2).await?;
        app.keys(&["Home", "2", "Shift+.", "Shift+.", "Shift+.", "W"]).await?;
        let point = "const box = document.querySelector('.stage').getBoundingClientRect();
            const event = new PointerEvent('pointermove', { bubbles: true,
                clientX: box.left + box.width * arguments[0], clientY: box.top + box.height / 2 });
            document.querySelector('.stage [data-slot]').dispatchEvent(event);";
        app.run(point, vec![0.95.into()]).await?;
        until_painted(app, "nearly all of the first take", |picture| {
            level(LOWEST_BIT, picture) < 60
        })
        .await?;
        app.run(point, vec![0.1.into()]).await?;
        until_painted(app, "nearly all of the second take", |picture| {
            level(LOWEST_BIT, picture) > 200
        })
        .await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn one_exposure_brightens_and_one_zoom_enlarges_every_picture() -> TestResult {
    comparing(&[counted_clip(), the_same_in_mov()], async |app| {
        beside_each_other(app, 2).await?;
        app.key("Home").await?;
        counts(app, &[0, 0]).await?;
        // A flat patch of 75 % yellow along the bottom.
        let patch = (3.0 / 16.0, 0.9);
        let before = app.painted(FILMS).await?;
        app.keys(&["Shift+-", "Shift+-", "Shift+-"]).await?;
        app.until("both darker", async || {
            let after = app.painted(FILMS).await?;
            Ok(after.len() == 2
                && after
                    .iter()
                    .zip(&before)
                    .all(|(after, before)| level(patch, after) + 20 < level(patch, before)))
        })
        .await?;
        app.photograph("compare-darker").await?;
        app.key("Shift+0").await?;
        counts(app, &[0, 0]).await?;
        for _ in 0..4 {
            app.key("=").await?;
        }
        app.sees("Zoom 244 %").await?;
        app.until("both closer", async || {
            Ok(review::counters(app).await?.iter().all(|number| *number != Some(0)))
        })
        .await?;
        app.photograph("compare-closer").await?;
        app.key("0").await?;
        counts(app, &[0, 0]).await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn four_takes_lie_side_by_side_on_one_frame() -> TestResult {
    let clips: Vec<_> = (0..4).map(|one| counted_clip().key_interval(12 + one)).collect();
    comparing(&clips, async |app| {
        beside_each_other(app, 4).await?;
        app.keys(&["Home", "Right", "Right"]).await?;
        counts(app, &[2; 4]).await?;
        app.photograph("compare-four").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn nine_takes_lie_side_by_side_on_one_frame() -> TestResult {
    let clips: Vec<_> = (0..9).map(|one| counted_clip().key_interval(12 + one)).collect();
    comparing(&clips, async |app| {
        app.keys(&["Home", "Right", "Right"]).await?;
        beside_each_other(app, 9).await?;
        counts(app, &[2; 9]).await?;
        app.key("Shift+Right").await?;
        counts(app, &[12; 9]).await?;
        app.photograph("compare-nine").await?;
        app.resize((1920, 1200)).await?;
        counts(app, &[12; 9]).await?;
        app.photograph("compare-nine-large").await?;
        // A digit shows the take on the frame that is shown.
        app.keys(&["G", "Right"]).await?;
        counts(app, &[13]).await?;
        for digit in ["9", "4"] {
            app.key(digit).await?;
            app.find("heading", &format!("gen_0000{digit}")).await?;
            counts(app, &[13]).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn blind_hides_what_made_the_takes_and_takes_both_bad_for_an_answer() -> TestResult {
    comparing(&[counted_clip(), the_same_in_mov()], async |app| {
        review::introduce(app, "Ida Holm").await?;
        beside_each_other(app, 2).await?;
        app.sees("veo-3").await?;
        app.key("B").await?;
        app.sees("Take A").await?;
        let text = app.text().await?;
        for hidden in ["veo-3", "gen_0000", "h264.m"] {
            assert!(!text.contains(hidden), "{hidden} shows in: {text}");
        }
        app.photograph("compare-blind").await?;
        app.key("Shift+T").await?;
        app.sees("1 of 1 pairs answered").await?;
        app.key("B").await?;
        app.sees("1 pair answered for bf_2025_001").await?;
        app.photograph("compare-standings").await?;
        Ok(())
    })
    .await
}

#[tokio::test]
async fn how_takes_were_compared_comes_back_with_their_brief_and_is_saved_as_a_picture() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, &[counted_clip(), the_same_in_mov()])?;
    let picture = sandbox.path("compared.png");
    let start = Start::with_library(&library).saving_as(&picture);
    in_app(sandbox, start, async |app| {
        review::open(app).await?;
        beside_each_other(app, 2).await?;
        app.keys(&["Home", "W", "]", "="]).await?;
        app.sees("Zoom 125 %").await?;
        sleep(Duration::from_secs(1)).await;
        app.keys(&["Ctrl+2", "Ctrl+3"]).await?;
        app.sees("Zoom 125 %").await?;
        app.until("the wipe again", async || {
            let script = "return document.querySelector('.stage.wipe') !== null";
            Ok(app.run(script, vec![]).await?.as_bool() == Some(true))
        })
        .await?;
        app.keys(&["0", "W", "Home"]).await?;
        counts(app, &[0, 0]).await?;
        app.key("Ctrl+S").await?;
        app.sees("Saved as").await?;
        let saved = image::open(&picture).map_err(|error| Trouble::Answer(error.to_string()))?;
        assert_eq!((saved.width(), saved.height()), (1280, 360 + 24));
        let left = saved.crop_imm(0, 0, 640, 360).to_rgb8();
        let counter = circletake_testkit::test_picture::read_counter(left.as_raw(), 640, 360);
        assert_eq!(counter, Some(0), "the saved picture shows the frame it names");
        Ok(())
    })
    .await
}

/// How many takes carry their words in each layout; one alone carries none.
const LAYOUTS: [usize; 4] = [0, 2, 4, 9];

/// Presses G until so many are on screen.
async fn beside_each_other(app: &App, takes: usize) -> Result<(), Trouble> {
    for _ in 0..4 {
        let many = on_screen(app).await?;
        if many == takes {
            break;
        }
        app.key("G").await?;
        // Takes come one after the other: five of nine are no layout yet.
        app.until("another layout", async || {
            let now = on_screen(app).await?;
            Ok(now != many && LAYOUTS.contains(&now))
        })
        .await?;
    }
    let script = "return document.querySelectorAll('.film:not(.away)').length";
    app.until_within(&format!("{takes} pictures"), Duration::from_mins(2), async || {
        Ok(app.run(script, vec![]).await?.as_u64() == u64::try_from(takes).ok())
    })
    .await
}

/// How many takes are laid out.
async fn on_screen(app: &App) -> Result<usize, Trouble> {
    let many = app
        .run("return document.querySelectorAll('.words').length", vec![])
        .await?;
    Ok(many.as_u64().and_then(|many| usize::try_from(many).ok()).unwrap_or(0))
}

/// The pictures on screen count so.
async fn counts(app: &App, numbers: &[u32]) -> Result<(), Trouble> {
    let wanted: Vec<_> = numbers.iter().copied().map(Some).collect();
    app.until(&format!("pictures that count {numbers:?}"), async || {
        Ok(app
            .painted(FILMS)
            .await?
            .iter()
            .map(Picture::counter)
            .collect::<Vec<_>>()
            == wanted)
    })
    .await
}

/// Waits until the one place where both takes lie is painted so.
async fn until_painted(app: &App, what: &str, is_so: impl Fn(&Picture) -> bool) -> Result<(), Trouble> {
    app.until(what, async || Ok(app.painted(FILMS).await?.first().is_some_and(&is_so)))
        .await
}

async fn comparing(clips: &[ClipRecipe], test: impl AsyncFnOnce(&mut App) -> TestResult) -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, clips)?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::open(app).await?;
        test(app).await
    })
    .await
}
