//! One started app, and the frame around every test.

use crate::built;
use crate::display::Display;
use crate::driver::Driver;
use crate::sandbox::Sandbox;
use crate::trouble::{Failure, TestResult, Trouble};
use camino::{Utf8Path, Utf8PathBuf};
use fantoccini::Client;
use futures::FutureExt;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::process::ExitStatus;
use std::thread;
use std::time::Duration;
use tokio::process::Command;
use tokio::sync::Mutex;
use tokio::time::sleep;

const WATCH: &str = include_str!("watch.js");

/// Two windows on one display would take the keyboard from each other.
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

/// The window size most tests use: the smallest the app is made for.
const USUAL_SIZE: (u32, u32) = (1280, 800);

/// How long a start that hands over to a running app may take.
const LATER_START: Duration = Duration::from_secs(30);

/// How the app is started.
#[derive(Debug, Clone, Default)]
pub struct Start {
    arguments: Vec<String>,
    answers: BTreeMap<&'static str, Vec<Value>>,
}

impl Start {
    /// As after installing: no library was ever opened.
    pub fn first() -> Self {
        Self::default()
    }
    /// With a library, as from a terminal.
    pub fn with_library(folder: &Utf8Path) -> Self {
        Self {
            arguments: vec!["--library".to_owned(), folder.to_string()],
            ..Self::default()
        }
    }
    /// The next native dialog that asks for a folder is answered with this one.
    #[must_use]
    pub fn choosing_folder(self, folder: &Utf8Path) -> Self {
        self.answer("folder", json!(folder))
    }
    /// The next native dialog that asks for clips is answered with these.
    #[must_use]
    pub fn choosing_files(self, files: &[Utf8PathBuf]) -> Self {
        self.answer("files", json!(files))
    }
    /// The next native dialog that asks for one file is answered with this one.
    #[must_use]
    pub fn choosing_file(self, file: &Utf8Path) -> Self {
        self.answer("file", json!(file))
    }
    /// The next native dialog that asks where to write is answered with this place.
    #[must_use]
    pub fn saving_as(self, file: &Utf8Path) -> Self {
        self.answer("save", json!(file))
    }

    fn answer(mut self, dialog: &'static str, answer: Value) -> Self {
        self.answers.entry(dialog).or_default().push(answer);
        self
    }
}

/// The running app, its window, and the sandbox it lives in.
pub struct App {
    pub(crate) client: Client,
    pub(crate) driver: Driver,
    pub(crate) display: Display,
    /// The test's own home and files.
    pub sandbox: Sandbox,
}

/// Starts the app, runs the test, and asks afterwards whether the page kept the rules. What the window showed when a
/// test failed is saved as a picture under `target/end-to-end`.
pub async fn in_app(sandbox: Sandbox, start: Start, test: impl AsyncFnOnce(&mut App) -> TestResult) -> TestResult {
    let _turn = ONE_AT_A_TIME.lock().await;
    let mut app = App::start(sandbox, &start).await?;
    let outcome = AssertUnwindSafe(async {
        app.settle().await?;
        test(&mut app).await?;
        app.kept_the_rules().await.map_err(Failure::from)
    })
    .catch_unwind()
    .await;
    if !matches!(outcome, Ok(Ok(()))) {
        app.show_what_was_there().await;
    }
    app.close().await;
    match outcome {
        Ok(result) => result,
        Err(panic) => resume_unwind(panic),
    }
}

impl App {
    async fn start(sandbox: Sandbox, start: &Start) -> Result<Self, Trouble> {
        let binary = built::app()?;
        let display = Display::start()?;
        let driver = Driver::start(&sandbox, display.name(), &json!(start.answers)).await?;
        let client = driver.open(&binary, &start.arguments).await?;
        Ok(Self {
            client,
            driver,
            display,
            sandbox,
        })
    }

    /// Ends the app as a person would and starts it again in the same home.
    pub async fn restart(&mut self, start: &Start) -> Result<(), Trouble> {
        self.kept_the_rules().await?;
        self.client.clone().close().await?;
        // One session per driver process: a new one for the new window.
        self.driver = Driver::start(&self.sandbox, self.display.name(), &json!(start.answers)).await?;
        self.client = self.driver.open(&built::app()?, &start.arguments).await?;
        self.settle().await
    }

    /// Kills the app in the middle of whatever it does and starts it again in the same home.
    pub async fn kill_and_start(&mut self, start: &Start) -> Result<(), Trouble> {
        self.kept_the_rules().await?;
        self.driver.kill();
        self.driver = Driver::start(&self.sandbox, self.display.name(), &json!(start.answers)).await?;
        self.client = self.driver.open(&built::app()?, &start.arguments).await?;
        self.settle().await
    }

    /// Starts the app once more beside this one, in the same home, and waits until that start has ended.
    pub async fn start_again(&self, arguments: &[&str]) -> Result<ExitStatus, Trouble> {
        let binary = built::app()?;
        let mut later = Command::new(&binary);
        later
            .args(arguments)
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .envs(self.sandbox.environment(self.display.name()))
            .kill_on_drop(true);
        let ended = tokio::time::timeout(LATER_START, later.status()).await;
        ended
            .map_err(|_still_running| Trouble::Program {
                program: binary.into_string(),
                detail: "a later start did not end; it opened a window of its own".to_owned(),
            })?
            .map_err(Trouble::from)
    }

    async fn settle(&self) -> Result<(), Trouble> {
        self.run(WATCH, vec![]).await?;
        self.resize(USUAL_SIZE).await?;
        // The menu comes a moment after the page, and moves everything in it.
        self.until("the menu above the page", async || {
            let height = self.run("return innerHeight", vec![]).await?.as_u64();
            Ok(height < Some(u64::from(USUAL_SIZE.1)))
        })
        .await?;
        let script = "return document.readyState === 'complete' && document.body.innerText.trim() !== ''
            && document.querySelector('main[aria-busy]') === null";
        self.until("the first screen", async || {
            Ok(self.run(script, vec![]).await?.as_bool() == Some(true))
        })
        .await
    }

    /// The WebDriver session, for what has no name here.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Makes the window this large.
    pub async fn resize(&self, (width, height): (u32, u32)) -> Result<(), Trouble> {
        self.client.set_window_rect(0, 0, width, height).await?;
        self.until(&format!("a window {width} wide"), async || {
            Ok(self.run("return innerWidth", vec![]).await?.as_u64() == Some(u64::from(width)))
        })
        .await
    }

    /// Fails when the page broke its content security policy or threw an error nobody handled.
    pub(crate) async fn kept_the_rules(&self) -> Result<(), Trouble> {
        let heard = self
            .run("return window.testimony ?? ['the page was loaded again']", vec![])
            .await?;
        match heard.as_array() {
            Some(said) if said.is_empty() => Ok(()),
            _ => Err(Trouble::Broken {
                rule: "a page breaks no policy and handles its errors",
                detail: heard.to_string(),
            }),
        }
    }

    /// Saves what the window shows under `target/end-to-end/<name>.png`.
    pub async fn photograph(&self, name: &str) -> Result<Utf8PathBuf, Trouble> {
        let folder = built::pictures();
        fs_err::create_dir_all(&folder)?;
        let path = folder.join(format!("{name}.png"));
        self.is_painted().await?;
        self.pixels().await?.save(&path)?;
        Ok(path)
    }

    /// Waits until what the page is now has been painted: a frame to paint it, and one to be sure.
    pub(crate) async fn is_painted(&self) -> Result<(), Trouble> {
        let script =
            "const [done] = arguments; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)));";
        self.client.execute_async(script, vec![]).await?;
        Ok(())
    }

    async fn show_what_was_there(&self) {
        let name = thread::current().name().unwrap_or("unnamed").replace("::", "-");
        match self.photograph(&format!("failed-{name}")).await {
            Ok(path) => eprintln!("the window when it failed: {path}"),
            Err(trouble) => eprintln!("no picture of the failure: {trouble}"),
        }
        match self.text().await {
            Ok(text) => eprintln!("it read: {text}"),
            Err(trouble) => eprintln!("and its text could not be read: {trouble}"),
        }
        if let Ok(log) = fs_err::read_to_string(self.sandbox.path("driver.log")) {
            eprintln!("the app said:\n{log}");
        }
    }

    async fn close(self) {
        // The guard of the driver ends what does not end by itself.
        let closing = self.client.clone().close();
        let _ = tokio::time::timeout(Duration::from_secs(5), closing).await;
        sleep(Duration::from_millis(50)).await;
    }
}
