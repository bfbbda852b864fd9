//! Closing the app loses nothing.

use crate::libraries::{self, another_counted_clip, counted_clip};
use crate::review;
use circletake_tests::{Sandbox, Start, TestResult, in_app};

#[tokio::test]
async fn a_restart_keeps_clips_decisions_who_is_working_and_where_the_library_is() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, &[counted_clip(), another_counted_clip()])?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        review::introduce(app, "Ida Holm").await?;
        review::open(app).await?;
        app.keys(&["X", "1"]).await?;
        app.sees("1 judged").await?;

        app.restart(&Start::first()).await?;
        if app.count("button", "Nordlys Coffee").await? == 1 {
            app.press("Nordlys Coffee").await?;
        }
        app.sees("Ida Holm").await?;
        app.key("Ctrl+2").await?;
        app.until("both clips", async || Ok(app.count("option", "gen_").await? == 2))
            .await?;
        app.sees("Rejected: quality").await?;
        Ok(())
    })
    .await
}
