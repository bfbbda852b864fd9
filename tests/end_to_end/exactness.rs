//! Every rate and every bent timeline, in every motion: the number burnt into what is painted is the number that is named.

use crate::libraries::{self, counted_clip};
use crate::review::{self, PICTURES};
use circletake_testkit::ClipRecipe;
use circletake_tests::{App, Sandbox, Start, TestResult, Trouble, figure, in_app};
use std::time::Duration;
use tokio::time::sleep;

/// The rates that clips are made at, and everything that makes a file's own times misleading.
fn shelf() -> Vec<ClipRecipe> {
    vec![
        counted_clip().rate(24_000, 1001),
        counted_clip().rate(24, 1).key_interval(12),
        counted_clip().rate(25, 1).start_offset_ms(1500),
        counted_clip().rate(30_000, 1001).open_gop(),
        counted_clip().rate(30, 1),
        counted_clip().rate(50, 1).cut_head(5),
        counted_clip().rate(60, 1).no_edit_list(),
        counted_clip().variable_rate(&[40, 20, 120, 33, 60]),
        counted_clip().frames(1),
    ]
}

/// How many pictures were read.
#[derive(Default)]
struct Looks {
    /// From the window's own pixels, with the picture at rest.
    at_rest: usize,
    /// From the canvases before a paint, in motion.
    in_motion: usize,
}

#[tokio::test]
async fn what_is_painted_is_what_is_named_at_every_rate_in_every_motion() -> TestResult {
    let shelf = shelf();
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, &shelf)?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::open(app).await?;
        review::look_at_the_preview(app).await?;
        let mut looks = Looks::default();
        for (place, recipe) in shelf.iter().enumerate() {
            app.find("heading", &format!("gen_{:05}", place + 1)).await?;
            review::can_be_watched(app).await?;
            stepped_and_sought(app, recipe, &mut looks).await?;
            played(app, recipe, &mut looks).await?;
            app.key("Down").await?;
        }
        figure(&format!(
            "exactness: {} clips, {} pictures at rest and {} in motion read from their pixels, 0 of another frame than was named",
            shelf.len(),
            looks.at_rest,
            looks.in_motion
        ))?;
        Ok(())
    })
    .await
}

/// First and last frame, steps, jumps, and places on the scrubber.
async fn stepped_and_sought(app: &App, recipe: &ClipRecipe, looks: &mut Looks) -> TestResult {
    let last = u64::from(recipe.shown_frames() - 1);
    for (key, frame) in [
        ("End", last),
        ("Right", last),
        ("Left", last.saturating_sub(1)),
        ("Home", 0),
        ("Left", 0),
        ("Right", last.min(1)),
        ("Shift+Right", last.min(11)),
        ("Left", last.min(11).saturating_sub(1)),
    ] {
        app.key(key).await?;
        shows(app, recipe, frame, looks).await?;
    }
    for place in [31, 2, 40, 17].map(|place: u64| place.min(last)) {
        review::scrub_to(app, place).await?;
        shows(app, recipe, place, looks).await?;
    }
    Ok(())
}

/// Played, played backwards, looped between two marks, and stopped.
async fn played(app: &App, recipe: &ClipRecipe, looks: &mut Looks) -> TestResult {
    app.key("/").await?;
    let moves = recipe.shown_frames() > 1;
    watched(app, recipe, moves, Duration::from_millis(1_200), looks).await?;
    app.key("J").await?;
    watched(app, recipe, moves, Duration::from_millis(600), looks).await?;
    app.key("K").await?;
    if moves {
        review::scrub_to(app, 10).await?;
        review::until_frame(app, 10).await?;
        app.key("I").await?;
        review::scrub_to(app, 21).await?;
        review::until_frame(app, 21).await?;
        app.keys(&["O", "/"]).await?;
        let named = watched(app, recipe, moves, Duration::from_millis(1_200), looks).await?;
        // The first look may still see the frame that the loop's end was marked on.
        assert!(
            named.iter().all(|frame| (10..=21).contains(frame)),
            "{recipe:?} loops from 10 to 21: {named:?}"
        );
        app.keys(&["\\", "K"]).await?;
    }
    sleep(Duration::from_millis(300)).await;
    let stopped = review::frame(app).await?;
    let stopped = stopped.ok_or(Trouble::Answer("no frame".to_owned()))?;
    shows(app, recipe, stopped, looks).await
}

/// The room names this frame, and this frame is what the window shows.
async fn shows(app: &App, recipe: &ClipRecipe, frame: u64, looks: &mut Looks) -> TestResult {
    review::until_frame(app, frame).await?;
    let burnt_in = u32::try_from(frame).unwrap_or(u32::MAX) + recipe.first_counter();
    assert_eq!(
        review::counters(app).await?,
        [Some(burnt_in)],
        "painted where the room says frame {frame} of {recipe:?}"
    );
    looks.at_rest += 1;
    Ok(())
}

/// Looks before every paint for so long; answers the frames that were named.
async fn watched(
    app: &App,
    recipe: &ClipRecipe,
    moves: bool,
    duration: Duration,
    looks: &mut Looks,
) -> Result<Vec<u32>, Trouble> {
    let paints = app.watch_paints(PICTURES, duration).await?;
    let mut named = Vec::new();
    for paint in &paints {
        let burnt_in: Vec<_> = paint
            .numbers
            .iter()
            .map(|number| number.map(|number| number + recipe.first_counter()))
            .collect();
        assert_eq!(
            paint.pictures, burnt_in,
            "what is painted and what is said of {recipe:?}"
        );
        named.extend(paint.numbers.iter().flatten());
    }
    let changes = named.windows(2).filter(|pair| pair[0] != pair[1]).count();
    assert!(changes >= 3 || !moves, "{recipe:?} moves: {named:?}");
    looks.in_motion += paints.len();
    Ok(named)
}
