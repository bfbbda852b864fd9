//! The sign-off desk: one clip goes all the way, and what it stands on gives way.

use crate::libraries::{self, another_counted_clip, counted_clip};
use crate::review::{self, works_now};
use camino::{Utf8Path, Utf8PathBuf};
use circletake_tests::{App, Ran, Sandbox, Start, TestResult, Trouble, in_app};
use serde_json::json;
use std::time::Duration;

const READING: Duration = Duration::from_mins(1);

/// Creative keeps the take for edit, and the editor drops a cut of it and hands it over.
async fn maya_keeps_it_and_tom_edits_it(app: &App, cut: Utf8PathBuf) -> Result<(), Trouble> {
    works_now(app, "Who is working?", "Maya Lind").await?;
    review::open(app).await?;
    app.key("E").await?;
    app.sees("Everything is judged").await?;
    works_now(app, "Maya Lind", "Tom Ribe").await?;
    app.key("Ctrl+4").await?;
    app.find("heading", "gen_00001").await?;
    app.drop_files(&[cut]).await?;
    app.sees_within("Version 2 is in.", READING).await?;
    app.press("Done").await?;
    app.sees("gen_00001 is in brand review").await
}

/// Says that the brand reviewer is at the desk, and gives her a passphrase.
async fn aiko_takes_a_seat(app: &App) -> Result<(), Trouble> {
    works_now(app, "Tom Ribe", "Aiko Tanabe").await?;
    app.key("Ctrl+,").await?;
    app.press("Set the passphrase of Aiko Tanabe").await?;
    app.fill("New passphrase", "tea at dusk").await?;
    app.fill("Once more", "tea at dusk").await?;
    app.key("Enter").await?;
    app.sees("A passphrase").await
}

#[tokio::test]
async fn one_clip_goes_through_edit_gates_and_signature_and_a_changed_file_takes_the_signature_down() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, &[counted_clip()])?;
    let cut = sandbox.add_clip(&another_counted_clip().make(), "cut for the reel.mp4")?;
    for (name, role) in [
        ("Maya Lind", "creative_director"),
        ("Tom Ribe", "editor"),
        ("Aiko Tanabe", "brand_reviewer"),
    ] {
        Ran::json(&library, &["person", "add", name, "--role", role])?;
    }
    let note = [
        "note",
        "gen_00001",
        "--as",
        "Maya Lind",
        "--at",
        "7",
        "the handle is back",
    ];
    Ran::json(&library, &note)?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        maya_keeps_it_and_tom_edits_it(app, cut).await?;
        assert_eq!(review::status(&library, "gen_00001")?, json!("brand_review"));
        let desk = Ran::json(&library, &["gate", "gen_00001"])?;
        let asked = desk["gates"].as_array().map_or(0, Vec::len);

        aiko_takes_a_seat(app).await?;
        app.key("Ctrl+5").await?;
        app.find("heading", "gen_00001").await?;
        app.sees(&format!("{asked} gates are still open")).await?;
        // It was noted on what the model made, and leads there; what is signed is the cut, on the same frame.
        app.press("the handle is back").await?;
        app.sees_within("frame 7 of 48", READING).await?;
        app.sees("Version 1, not the one that is signed").await?;
        app.key("V").await?;
        app.no_longer_sees("not the one that is signed").await?;
        app.sees_within("frame 7 of 48", READING).await?;
        app.photograph("sign-off-open").await?;
        for settled in 1..=asked {
            app.key("P").await?;
            app.sees(&format!("{settled} of {asked} settled")).await?;
        }
        app.is_accessible("sign-off").await?;

        app.key("S").await?;
        app.fill("Passphrase", "coffee at dawn").await?;
        app.key("Enter").await?;
        app.sees("This is not Aiko Tanabe's passphrase").await?;
        assert_eq!(review::status(&library, "gen_00001")?, json!("brand_review"));
        app.fill("Passphrase", "tea at dusk").await?;
        app.key("Enter").await?;
        app.sees("Nothing waits for a signature").await?;
        assert_eq!(review::status(&library, "gen_00001")?, json!("approved_to_publish"));

        change_the_file(&library)?;
        app.key("Ctrl+1").await?;
        app.key("Ctrl+5").await?;
        app.sees("The signature of Aiko Tanabe fell.").await?;
        app.sees("The file holds other bytes than those that were judged.")
            .await?;
        app.is_accessible("sign-off-fallen").await?;
        app.photograph("sign-off-fallen-small").await?;
        app.resize((1920, 1200)).await?;
        app.photograph("sign-off-fallen-large").await?;
        app.key("Ctrl+Shift+L").await?;
        app.photograph("sign-off-fallen-light").await?;
        assert_eq!(review::status(&library, "gen_00001")?, json!("brand_review"));
        let desk = Ran::json(&library, &["gate", "gen_00001"])?;
        assert_eq!(desk["sign_offs"][0]["void_reason"], json!("file_changed"));
        Ok(())
    })
    .await
}

/// The signed version: the same length, one bit apart.
fn change_the_file(library: &Utf8Path) -> Result<(), Trouble> {
    let clip = library.join("clips").join("bf_2025_001").join("gen_00001_v2.mp4");
    let mut bytes = fs_err::read(&clip)?;
    if let Some(last) = bytes.last_mut() {
        *last ^= 1;
    }
    fs_err::remove_file(&clip)?;
    Ok(fs_err::write(&clip, bytes)?)
}
