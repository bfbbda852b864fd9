//! Nobody but the app's own page sees a clip.

use crate::libraries::{self, counted_clip};
use circletake_tests::{App, Sandbox, Start, TestResult, Trouble, get, in_app};
use serde_json::json;

#[tokio::test]
async fn a_page_without_the_token_gets_nothing_from_the_media_server() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::with_clips(&sandbox, &[counted_clip()])?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        let (port, path) = poster_address(app).await?;
        let host = format!("127.0.0.1:{port}");
        let page = [("Host", host.as_str())];
        let mine = get(port, &path, &page).await?;
        assert_eq!(mine.status, 200);
        assert!(mine.body.starts_with(&[0xff, 0xd8]), "a JPEG");

        let token = path.split('/').nth(1).unwrap_or_default();
        assert_eq!(token.len(), 32, "128 bits: {token}");
        let guessed = path.replace(token, &"0".repeat(32));
        let without = path.replace(&format!("/{token}"), "");
        for wrong in [
            guessed.as_str(),
            without.as_str(),
            "/",
            &format!("/{token}"),
            &format!("/{token}/poster/../../etc/passwd"),
        ] {
            let answer = get(port, wrong, &page).await?;
            assert!(matches!(answer.status, 403 | 404), "{wrong} answered {}", answer.status);
            assert!(answer.body.is_empty(), "{wrong} gave something away");
        }

        let foreign: [&[(&str, &str)]; 4] = [
            &[("Host", "evil.example")],
            &[("Host", "localhost")],
            &[("Host", &host), ("Origin", "https://evil.example")],
            &[("Host", &host), ("Origin", "null")],
        ];
        for headers in foreign {
            let answer = get(port, &path, headers).await?;
            assert_eq!(answer.status, 403, "{headers:?}");
            assert!(answer.body.is_empty(), "{headers:?} was given something");
            assert!(!answer.headers.to_lowercase().contains("access-control-allow-origin: *"));
        }
        Ok(())
    })
    .await
}

/// Where the first poster of the grid comes from: the port and the path.
async fn poster_address(app: &App) -> Result<(u16, String), Trouble> {
    app.key("Ctrl+2").await?;
    let script = "return document.querySelector('[role=option] img[src^=http]')?.src ?? null";
    app.until("a poster in the grid", async || {
        Ok(app.run(script, vec![]).await?.is_string())
    })
    .await?;
    let address = app.run(script, vec![]).await?;
    let parts = app
        .run(
            "const url = new URL(arguments[0]); return [Number(url.port), url.pathname]",
            vec![json!(address)],
        )
        .await?;
    Ok(serde_json::from_value(parts)?)
}
