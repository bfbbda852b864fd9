//! Files that go away, change or break behind the app's back while their clip is on screen.

use crate::libraries::{self, another_counted_clip, counted_clip};
use crate::review;
use circletake_tests::{Sandbox, Start, TestResult, Trouble, in_app};
use serde_json::json;

#[tokio::test]
async fn a_clip_that_disappears_changes_or_breaks_on_screen_says_so_and_no_decision_is_lost() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, &[counted_clip(), another_counted_clip()])?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::introduce(app, "Maya Lind").await?;
        review::open(app).await?;
        app.keys(&["X", "1"]).await?;
        app.find("heading", "gen_00002").await?;
        review::can_be_watched(app).await?;
        let files = libraries::stored(&library)?;
        let [_, file] = &files[..] else {
            return Err(Trouble::Answer(format!("{files:?}")).into());
        };
        let bytes = fs_err::read(file)?;

        fs_err::remove_file(file)?;
        app.keys(&["K", "Right"]).await?;
        app.sees("This file is not there any more.").await?;
        app.is_accessible("lost-file").await?;
        app.photograph("lost-file").await?;

        // Half of it, under its name.
        fs_err::write(file, bytes.get(..bytes.len() / 2).unwrap_or_default())?;
        app.keys(&["Ctrl+2", "Ctrl+3"]).await?;
        app.sees("This file holds other bytes than those that came in.").await?;
        app.photograph("changed-file").await?;

        fs_err::write(file, &bytes)?;
        app.keys(&["Ctrl+2", "Ctrl+3"]).await?;
        review::can_be_watched(app).await?;
        app.no_longer_sees("This file holds other bytes").await?;
        assert_eq!(review::status(&library, "gen_00001")?, json!("rejected_quality"));
        app.key("P").await?;
        app.sees("Everything is judged").await?;
        assert_eq!(review::status(&library, "gen_00002")?, json!("brand_review"));
        Ok(())
    })
    .await
}
