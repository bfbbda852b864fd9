//! The app is started once more while it runs.

use crate::libraries;
use circletake_tests::{Sandbox, Start, TestResult, in_app};

#[tokio::test]
async fn a_later_start_hands_its_library_to_the_window_that_is_there() -> TestResult {
    let Some(sandbox) = Sandbox::with_a_bus()? else {
        eprintln!("skipped: this computer has no dbus-daemon");
        return Ok(());
    };
    let coffee = libraries::named(&sandbox, "coffee", "Nordlys Coffee")?;
    let tea = libraries::named(&sandbox, "tea", "Fjord Tea")?;
    in_app(sandbox, Start::with_library(&coffee), async |app| {
        app.sees("Nordlys Coffee").await?;
        for arguments in [vec![], vec!["--library", coffee.as_str()]] {
            assert!(app.start_again(&arguments).await?.success(), "{arguments:?}");
        }
        assert!(app.start_again(&["--library", tea.as_str()]).await?.success());
        app.sees("Fjord Tea is open here now").await?;
        // One process has each library: nothing here is only for reading.
        assert!(!app.text().await?.contains("read only"));

        // Whoever is in the middle of something is asked first.
        app.key("Ctrl+N").await?;
        app.fill("Name", "Half a pilot").await?;
        assert!(app.start_again(&["--library", coffee.as_str()]).await?.success());
        app.sees("was asked for").await?;
        assert_eq!(app.count("dialog", "New pilot").await?, 1);
        app.key("Escape").await?;
        app.press("Open it here").await?;
        app.sees("Nordlys Coffee is open here now").await?;
        Ok(())
    })
    .await
}
