//! What the page may not do, whatever found its way into it.

use crate::libraries;
use circletake_tests::{Sandbox, Start, TestResult, in_app};
use serde::Deserialize;

/// What came of trying.
#[derive(Debug, Deserialize)]
struct Tried {
    /// The directives of the content security policy that said no.
    blocked: Vec<String>,
    ran: bool,
    fetched: bool,
    /// Commands of plugins and of the shell that the page is not given, with what they answered where they did.
    answered: Vec<String>,
}

const TRY: &str = "
const done = arguments[arguments.length - 1];
const blocked = [];
addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective), { capture: true });
window.ranInline = false;
const add = (name, more) => document.body.append(Object.assign(document.createElement(name), more));
add('script', { textContent: 'window.ranInline = true' });
add('img', { src: 'https://example.invalid/a.png' });
add('iframe', { src: 'https://example.invalid/' });
add('video', { src: 'https://example.invalid/a.mp4', preload: 'auto' });
const invoke = window.__TAURI_INTERNALS__.invoke;
const commands = [
    ['plugin:fs|read_text_file', { path: '/etc/hostname' }],
    ['plugin:shell|open', { path: '/' }],
    ['plugin:http|fetch', { clientConfig: { url: 'https://example.invalid/' } }],
    ['plugin:window|create', { options: { label: 'second' } }],
    ['plugin:webview|create_webview_window', { options: { label: 'second' } }],
    ['no_such_command', {}],
];
const asked = commands.map(([command, values]) => invoke(command, values).then(() => command, () => null));
const fetched = fetch('https://example.invalid/').then(() => true, () => false);
Promise.all([Promise.all(asked), fetched, new Promise((later) => setTimeout(later, 500))]).then(([answered, fetched]) =>
    done({ blocked, ran: window.ranInline, fetched, answered: answered.filter(Boolean) }));
";

#[tokio::test]
async fn the_page_runs_nothing_inline_reaches_nothing_outside_and_calls_only_what_is_listed() -> TestResult {
    let sandbox = Sandbox::new()?;
    let library = libraries::empty(&sandbox)?;
    in_app(sandbox, Start::with_library(&library), async |app| {
        let tried = app.client().execute_async(TRY, vec![]).await?;
        let tried: Tried = serde_json::from_value(tried)?;
        assert!(!tried.ran && !tried.fetched, "{tried:?}");
        assert_eq!(tried.answered, [""; 0], "{tried:?}");
        for directive in ["script-src", "img-src", "frame-src", "media-src", "connect-src"] {
            assert!(
                tried.blocked.iter().any(|blocked| blocked.starts_with(directive)),
                "{directive} said nothing: {tried:?}"
            );
        }
        // The watch that every test keeps heard of them too; here they are no fault.
        let heard = app.run("return window.testimony.splice(0).length", vec![]).await?;
        assert!(heard.as_u64() > Some(0), "the watch hears what is blocked");
        Ok(())
    })
    .await
}
