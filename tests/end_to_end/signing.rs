//! The sign-off desk: one clip goes all the way, and what it stands on gives way.

use crate::libraries::{self, counted_clip};
use crate::review;
use circletake_tests::{App, Ran, Sandbox, Start, TestResult, Trouble, in_app};
use serde_json::json;

/// Says that the brand reviewer is at the desk, and gives her a passphrase.
async fn aiko_takes_a_seat(app: &App) -> Result<(), Trouble> {
    app.press("Who is working?").await?;
    app.press("Aiko Tanabe").await?;
    app.no_longer_sees("Who is working?").await?;
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
    for (name, role) in [
        ("Maya Lind", "creative_director"),
        ("Tom Ribe", "editor"),
        ("Aiko Tanabe", "brand_reviewer"),
    ] {
        Ran::json(&library, &["person", "add", name, "--role", role])?;
    }
    for (person, decision) in [
        ("Maya Lind", ["--keep-for-edit"].as_slice()),
        ("Tom Ribe", &["--to", "edited", "--minutes", "4"]),
        ("Tom Ribe", &["--to", "brand_review"]),
    ] {
        Ran::json(&library, &[&["decide", "gen_00001", "--as", person], decision].concat())?;
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
    let desk = Ran::json(&library, &["gate", "gen_00001"])?;
    let asked = desk["gates"].as_array().map_or(0, Vec::len);
    in_app(sandbox, Start::with_library(&library), async |app| {
        aiko_takes_a_seat(app).await?;
        app.key("Ctrl+5").await?;
        app.find("heading", "gen_00001").await?;
        app.sees(&format!("{asked} gates are still open")).await?;
        app.press("the handle is back").await?;
        app.sees("frame 7 of 48").await?;
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

/// The same length, one bit apart.
fn change_the_file(library: &camino::Utf8Path) -> Result<(), Trouble> {
    let brief = fs_err::read_dir(library.join("clips"))?.next().ok_or_else(nothing)??;
    let clip = fs_err::read_dir(brief.path())?.next().ok_or_else(nothing)??.path();
    let mut bytes = fs_err::read(&clip)?;
    if let Some(last) = bytes.last_mut() {
        *last ^= 1;
    }
    fs_err::remove_file(&clip)?;
    Ok(fs_err::write(&clip, bytes)?)
}

fn nothing() -> std::io::Error {
    std::io::ErrorKind::NotFound.into()
}
