//! One `WebKitWebDriver` per test: it carries one session, and ends with everything it started.

use crate::sandbox::Sandbox;
use crate::trouble::Trouble;
use camino::Utf8Path;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use rustix::process::{Pid, Signal, kill_process_group};
use serde_json::{Value, json};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use tokio::net::TcpStream;
use tokio::time::{Instant, sleep};

/// A running driver. Dropping it ends the driver, the app and the processes of both.
pub(crate) struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts the driver in the sandbox and waits until it listens. The answers are what native dialogs give back.
    pub(crate) async fn start(sandbox: &Sandbox, display: &str, answers: &Value) -> Result<Self, Trouble> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let log = fs_err::File::create(sandbox.path("driver.log"))?;
        let process = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            // Nothing of the desktop around the tests may answer for the app.
            .env_remove("DBUS_SESSION_BUS_ADDRESS")
            .envs(sandbox.environment(display))
            .env("CIRCLETAKE_DIALOG_ANSWERS", answers.to_string())
            .stdin(Stdio::null())
            .stdout(Stdio::from(log.file().try_clone()?))
            .stderr(Stdio::from(log.into_parts().0))
            // A group of its own, so that ending the group ends the app and its web processes too.
            .process_group(0)
            .spawn()
            .map_err(|error| Trouble::Program {
                program: "WebKitWebDriver".to_owned(),
                detail: format!("did not start ({error}); install the package webkit2gtk-driver"),
            })?;
        let driver = Self { process, port };
        let deadline = Instant::now() + Duration::from_secs(10);
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            if Instant::now() > deadline {
                return Err(Trouble::Program {
                    program: "WebKitWebDriver".to_owned(),
                    detail: format!("does not listen on port {port}"),
                });
            }
            sleep(Duration::from_millis(20)).await;
        }
        Ok(driver)
    }

    /// Has the driver start the app.
    pub(crate) async fn open(&self, app: &Utf8Path, arguments: &[String]) -> Result<Client, Trouble> {
        let options = json!({ "webkitgtk:browserOptions": { "binary": app.as_str(), "args": arguments } });
        let mut builder = ClientBuilder::new(HttpConnector::new());
        if let Some(options) = options.as_object() {
            builder.capabilities(options.clone());
        }
        Ok(builder.connect(&format!("http://127.0.0.1:{}", self.port)).await?)
    }

    /// Ends the app and everything around it at once, as a power cut does: nobody is asked, nothing is tidied up.
    pub(crate) fn kill(&self) {
        let _ = kill_process_group(Pid::from_child(&self.process), Signal::KILL);
    }

    /// The processes the driver started: the app.
    pub(crate) fn children(&self) -> Result<Vec<u32>, Trouble> {
        let id = self.process.id();
        let listed = fs_err::read_to_string(format!("/proc/{id}/task/{id}/children"))?;
        Ok(listed.split_whitespace().filter_map(|id| id.parse().ok()).collect())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Already gone is as good.
        self.kill();
        let _ = self.process.wait();
    }
}
