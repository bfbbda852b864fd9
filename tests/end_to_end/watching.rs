//! The picture is exact: the number under it and the number burnt into it are one.

use crate::libraries::{self, another_counted_clip, counted_clip};
use crate::review::{self, PICTURES};
use circletake_testkit::ClipRecipe;
use circletake_tests::{App, Sandbox, Start, TestResult, Trouble, figure, in_app};
use std::time::Duration;
use tokio::time::sleep;

#[tokio::test]
async fn a_clip_plays() -> TestResult {
    watching(&[counted_clip()], async |app| {
        review::look_at_the_preview(app).await?;
        let before = app.painted(PICTURES).await?;
        sleep(Duration::from_millis(400)).await;
        let after = app.painted(PICTURES).await?;
        assert!(!before[0].is_flat(), "something is painted");
        assert!(before[0].difference(&after[0]) > 2, "the picture moves while it plays");

        app.key("Space").await?;
        sleep(Duration::from_millis(300)).await;
        let resting = app.painted(PICTURES).await?;
        sleep(Duration::from_millis(300)).await;
        let still_resting = app.painted(PICTURES).await?;
        assert_eq!(
            resting[0].difference(&still_resting[0]),
            0,
            "and stands still when paused"
        );
        Ok(())
    })
    .await
}

#[tokio::test]
async fn every_step_paints_the_frame_it_names() -> TestResult {
    watching(&[counted_clip()], async |app| {
        review::look_at_the_preview(app).await?;
        for (key, frame) in [
            ("Home", 0),
            ("Right", 1),
            ("Right", 2),
            ("Right", 3),
            ("Left", 2),
            ("Shift+Right", 12),
            ("Right", 13),
            ("Shift+Right", 23),
            ("End", 47),
            ("Right", 47),
            ("Left", 46),
            ("Shift+Left", 36),
            ("Home", 0),
            ("Left", 0),
        ] {
            app.key(key).await?;
            shows(app, frame).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn scrubbing_paints_the_frame_it_names() -> TestResult {
    watching(&[counted_clip()], async |app| {
        review::look_at_the_preview(app).await?;
        app.key("Home").await?;
        for frame in [40, 7, 31, 46, 1] {
            review::scrub_to(app, frame).await?;
            shows(app, frame).await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn the_exact_still_that_covers_the_preview_is_the_same_frame() -> TestResult {
    watching(&[counted_clip()], async |app| {
        app.key("Home").await?;
        for frame in [0, 1, 2] {
            let covered = "return document.querySelector('.film:not(.away) img.shown') !== null";
            review::until_frame(app, frame).await?;
            app.until("the still", async || {
                Ok(app.run(covered, vec![]).await?.as_bool() == Some(true))
            })
            .await?;
            assert_eq!(review::counters(app).await?, [u32::try_from(frame).ok()]);
            app.key("Right").await?;
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn while_it_plays_the_number_is_that_of_the_picture_in_every_paint() -> TestResult {
    watching(&[counted_clip().rate(30, 1), another_counted_clip()], async |app| {
        for pictures in [1, 2] {
            if pictures == 2 {
                app.key("G").await?;
                app.until("two pictures", async || Ok(review::counters(app).await?.len() == 2))
                    .await?;
            }
            app.key("/").await?;
            let paints = app.watch_paints(PICTURES, Duration::from_secs(5)).await?;
            let moving = paints.windows(2).filter(|pair| pair[0] != pair[1]).count();
            // A busy machine paints less often, and never another frame than it says.
            assert!(moving >= 5, "it played: {moving} changes in {} paints", paints.len());
            for paint in &paints {
                assert_eq!(paint.pictures.len(), pictures);
                assert_eq!(paint.pictures, paint.numbers, "what is painted and what is said");
            }
        }
        Ok(())
    })
    .await
}

#[tokio::test]
async fn two_clips_side_by_side_play_and_step_in_sync() -> TestResult {
    // Other rates, other lengths, and ten loops of two thirds of a second.
    let (longer, shorter) = (counted_clip().rate(30, 1).frames(20), another_counted_clip().frames(12));
    watching(&[longer, shorter], async |app| {
        review::look_at_the_preview(app).await?;
        app.key("G").await?;
        app.until("two pictures", async || Ok(review::counters(app).await?.len() == 2))
            .await?;
        app.key("Home").await?;
        app.key("Space").await?;
        let mut farthest = 0;
        for look in 0..20 {
            sleep(Duration::from_millis(350)).await;
            let playing = review::counters(app).await?;
            let [Some(left), Some(right)] = playing[..] else {
                return Err(Trouble::Answer(format!("{playing:?}")).into());
            };
            let same_moment = ((2 * left + 1) * 24 / 60).min(11);
            farthest = farthest.max(right.abs_diff(same_moment));
            assert!(farthest <= 1, "look {look}: {left} of 30 a second, {right} of 24");
        }
        figure(&format!(
            "sync: 20 looks over ten loops of 30 beside 24 a second, at most {farthest} frame apart"
        ))?;
        app.key("Space").await?;
        app.key("Home").await?;
        for (left, right) in [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3)] {
            review::until_frame(app, left.into()).await?;
            assert_eq!(review::counters(app).await?, [Some(left), Some(right)]);
            app.key("Right").await?;
        }
        Ok(())
    })
    .await
}

async fn watching(clips: &[ClipRecipe], test: impl AsyncFnOnce(&mut App) -> TestResult) -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, clips)?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::open(app).await?;
        test(app).await
    })
    .await
}

/// The room names this frame, and this frame is what is painted.
async fn shows(app: &App, frame: u64) -> TestResult {
    review::until_frame(app, frame).await?;
    assert_eq!(
        review::counters(app).await?,
        [u32::try_from(frame).ok()],
        "painted as frame {frame}"
    );
    Ok(())
}
